"""Commands that belong to no subject: /start, /help, /language, /cancel; opening and closing the bot."""
