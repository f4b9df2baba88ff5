# Three questions to the mentee after a meeting, and what the curator sees of the answers.

feedback-offered = Your meeting ({ $when }) is over. Please answer three short questions.
feedback-begin = Answer
feedback-later = Later
feedback-head =
    <b>After the meeting</b> · { $number } of { $total }
    { $when }
feedback-question = <b>{ $question }</b>
feedback-hint = { $hint }
feedback-who-sees = <i>Only the curator and the head see low marks, the wish for another mentor and the average mark. Your mentor will not see your answers.</i>
feedback-thanks = Thank you! Your answers were recorded. Your mentor will not see them.
feedback-thanks-another = Thank you! The curator will learn that you would like another mentor and will talk it over with you. Your mentor will not see your answers.

feedback-concerned =
    Mentee: { $mentee }
    Mentor: { $mentor }
    Meeting: { $when }
feedback-nobody = the name was removed with the data
feedback-low-line = <b>{ $topic }: { $value } of 10</b>
feedback-threshold = The alert is raised at { $threshold } and below. The mentor does not see these answers; please do not pass them on.
feedback-another-wanted = <b>The mentee would like another mentor.</b> The mentor does not know; please do not tell them without the mentee's consent.
feedback-talk = I will talk to the mentee
feedback-find-another = Find another mentor
feedback-release-sure =
    <b>End the pair and look for another mentor?</b>

    Mentee: { $mentee }
    Mentor: { $mentor }

    The meetings that are planned will be called off, and the mentee returns to the queue. Both will be told only that the work of the pair has ended. The mentor will not learn why.
feedback-release-yes = Yes, end the pair
feedback-released = The pair has ended and the mentee is in the queue again. You can choose another mentor now.
feedback-candidates = See mentors
feedback-talk-noted = Noted: you will talk to the mentee. The alert is settled.
