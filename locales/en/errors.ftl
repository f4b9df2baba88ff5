# Why nothing was done and what to do next.

error-not-allowed = You may not do this. If you think this is a mistake, please turn to the curator.
error-no-longer-current = This button is out of date; nothing has changed. Here is what you can do now.
error-invitation-unknown = There is no such invitation. Check that the link was copied whole, or ask the curator for a new one. You can also find the school yourself: /start
error-invitation-spent = Everybody this invitation was meant for has come in. Please ask the curator for a new link. You can also find the school yourself: /start
error-invitation-expired = This invitation has expired. Please ask the curator for a new link. You can also find the school yourself: /start
error-already-member = You take part already. Open the menu: /menu
error-already-decided = This has been decided already, perhaps by another curator. Nothing has changed.
error-answer-empty = The answer is empty. Please type it in words.
error-answer-too-long = Too long: { $length } characters, and { $limit } fit. Shorten it and send again — your text is still in the chat.
error-message-tail = This is the rest of a message that was too long; I did not record it either. Please send the text again, shorter.
error-answer-not-a-number = Please type a number from { $minimum } to { $maximum }, in digits.
error-nothing-chosen = Choose at least one from the list.
error-database-busy = Very busy at the moment. Your last step is kept and will be done soon; there is no need to repeat it.
error-name-incomplete = At least a surname and a first name are needed. For example: Petrova Anna Sergeevna
error-application-unfinished = Some questions have no answer yet. Answer them and send again.
error-incident = Something broke, and we know about it already. Please try again. If it does not help, tell the curator the code { $code }.
