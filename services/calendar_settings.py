"""What a person wants of reminders and calendars: looked at and chosen, each for oneself only."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy.orm import Session

from services import calendar_feed, meeting_reminders
from services.access import Actor
from services.errors import NoLongerCurrent
from services.founding import TIMEZONES


@dataclass(frozen=True, slots=True)
class CalendarSettings:
    """`reminders`: each choice in minutes before a meeting, and whether it is wanted. `feed_mark`: empty
    without an address for the calendar. `timezone`: the person's own; None: that of the school.
    """

    reminders: tuple[tuple[int, bool], ...]
    sends_files: bool
    feed_mark: str
    timezone: str | None


def look(session: Session, actor: Actor) -> CalendarSettings:
    """Raises NotAllowed for those who take no part any more."""
    person = calendar_feed.own(session, actor)
    wanted = meeting_reminders.wishes(person)
    choices = tuple((one, one in wanted) for one in meeting_reminders.CHOICES)
    return CalendarSettings(choices, person.calendar_files, calendar_feed.mark_of(person), person.timezone)


def choose_reminder(
    session: Session, actor: Actor, minutes: int, *, wanted: bool, now: datetime
) -> CalendarSettings:
    """To be reminded so long before every meeting, or not; also before those that stand already. None chosen
    means no reminders. A second tap changes nothing. Raises NotAllowed, NoLongerCurrent for other times.
    """
    if minutes not in meeting_reminders.CHOICES:
        raise NoLongerCurrent
    person = calendar_feed.own(session, actor)
    chosen = set(meeting_reminders.wishes(person))
    if wanted != (minutes in chosen):
        person.reminder_minutes = sorted(chosen ^ {minutes}, reverse=True)
        session.flush()
        meeting_reminders.renew(session, person.id, now=now)
    return look(session, actor)


def switch_files(session: Session, actor: Actor, *, wanted: bool) -> CalendarSettings:
    """Files of confirmed meetings come by themselves, or not. Raises NotAllowed."""
    calendar_feed.own(session, actor).calendar_files = wanted
    session.flush()
    return look(session, actor)


def choose_zone(session: Session, actor: Actor, place: int, *, now: datetime) -> CalendarSettings:
    """The person lives by the clock of `TIMEZONES[place]`, or by the school's with -1: what they read, when
    they are reminded, and their quiet hours. A second tap changes nothing.

    Raises NotAllowed, NoLongerCurrent.
    """
    if not -1 <= place < len(TIMEZONES):
        raise NoLongerCurrent
    person = calendar_feed.own(session, actor)
    chosen = TIMEZONES[place] if place >= 0 else None
    if chosen != person.timezone:
        person.timezone = chosen
        session.flush()
        meeting_reminders.renew(session, person.id, now=now)
    return look(session, actor)
