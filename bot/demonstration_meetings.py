"""What the pair of the demonstration school has behind it beside its meetings: bells and lessons, a note and
what was agreed, a question that was answered, a speed session that may be booked. All of it is invented.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlalchemy.orm import Session

from models import Meeting, MeetingMode
from services import availability, help_requests, meeting_notes, meeting_tasks, speed_sessions
from services.access import Actor
from services.speed_sessions import NewSession

DONE = "Разобрали план первой четверти и договорились, как начинать урок."
AGREED = "Составить план урока по новой схеме и показать его на следующей встрече"
QUESTION = "Как быстро собрать внимание класса в начале урока?"
ANSWER = "Начните с короткой задачи на доске: пока решают, отметьте отсутствующих. Завтра покажу."
TOPIC = "Как говорить с родителями: три рабочих приёма"
LESSONS = ((0, 1), (0, 2), (0, 4), (1, 2), (1, 3), (2, 1), (2, 5), (3, 2), (3, 3), (4, 1), (4, 4))
"""Weekday and number of the lessons of both; the afternoons are free."""


@dataclass(frozen=True, slots=True)
class Cast:
    """Who takes part: the curator, the pair, and a mentor with a session of their own."""

    curator: Actor
    mentor: Actor
    mentee: Actor
    host: Actor


def build(
    session: Session, cast: Cast, meeting_id: int, speed_at: datetime, due_at: datetime, *, now: datetime
) -> None:
    """`meeting_id`: the meeting that was held; `speed_at`: when the speed session begins; `due_at`: by which
    day the task is to be done.
    """
    meeting = session.get_one(Meeting, meeting_id)
    place = cast.curator.participations[0].organization_id
    availability.set_usual_bells(session, cast.curator, place, now=meeting.proposed_at)
    for actor in (cast.mentor, cast.mentee):
        for weekday, number in LESSONS:
            membership_id = actor.participations[0].membership_id
            availability.set_lesson(
                session, actor, membership_id, weekday, number, on=True, now=meeting.proposed_at
            )
    after = meeting.starts_at + timedelta(hours=2)
    meeting_notes.write(session, cast.mentor, meeting.id, DONE, now=after)
    meeting_tasks.add(
        session,
        cast.mentor,
        meeting.mentorship_id,
        meeting.id,
        AGREED,
        cast.mentee.person_id,
        due_at.date(),
        now=after,
    )
    asked = after + timedelta(days=1)
    request = help_requests.ask(
        session,
        cast.mentee,
        cast.mentee.participations[0].membership_id,
        meeting.mentorship_id,
        "discipline",
        QUESTION,
        now=asked,
    )
    help_requests.answer(session, cast.mentor, request.id, ANSWER, now=asked + timedelta(minutes=40))
    new = NewSession(TOPIC, speed_at, 15, 4, MeetingMode.IN_PERSON, "Кабинет 107", "")
    host_id = cast.host.participations[0].membership_id
    speed_sessions.announce(session, cast.host, host_id, new, now=now - timedelta(days=1))
