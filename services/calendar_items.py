"""Meetings and slots as they stand in one person's calendar: only reads.

What the calendar is told in which words is decided where it is worded; who gets a file, elsewhere.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlalchemy import select
from sqlalchemy.orm import Session

from models import Meeting, MeetingKind, MeetingMode, MeetingStatus, Membership, SpeedSession, SpeedSlot
from models.speed_session import SpeedStatus
from services.calendar_events import EventStatus
from services.meeting_answers import comes
from services.names import PersonName

CALLED_OFF = (MeetingStatus.DECLINED, MeetingStatus.CANCELLED, MeetingStatus.NOT_HELD)


@dataclass(frozen=True, slots=True)
class CalendarItem:
    """`kind` is None for a slot of speed mentoring, which has a `topic`. `others`: whom the person meets.
    `talks`: the talk before and the one after a lesson that is visited, where they have a time.
    """

    uid: str
    sequence: int
    status: EventStatus
    starts_at: datetime
    ends_at: datetime
    changed_at: datetime
    kind: MeetingKind | None
    mode: MeetingMode
    place: str
    link: str
    others: tuple[PersonName, ...]
    topic: str = ""
    talks: tuple[datetime | None, datetime | None] = (None, None)


def present(session: Session, meeting: Meeting) -> Meeting:
    """The meeting itself, or the one that has taken its place: they are one event of the calendar."""
    if meeting.status != MeetingStatus.MOVED:
        return meeting
    query = (
        select(Meeting)
        .where(Meeting.mentorship_id == meeting.mentorship_id, Meeting.calendar_uid == meeting.calendar_uid)
        .order_by(Meeting.calendar_sequence.desc(), Meeting.id.desc())
    )
    return session.scalars(query.limit(1)).first() or meeting


def of_meeting(meeting: Meeting, person_id: int) -> CalendarItem | None:
    """A meeting in the calendar of one of the pair; None for people outside of it."""
    me = meeting.mentorship.member(person_id)
    if me is None:
        return None
    status = standing(meeting, person_id)
    visit = meeting.lesson_visit
    return CalendarItem(
        uid=meeting.calendar_uid,
        # What is called off must replace what was confirmed under the same number.
        sequence=meeting.calendar_sequence + (status == EventStatus.CANCELLED),
        status=status,
        starts_at=meeting.starts_at,
        ends_at=meeting.ends_at,
        changed_at=_changed_at(meeting, person_id),
        kind=meeting.kind,
        mode=meeting.mode,
        place=meeting.place,
        link=meeting.link,
        others=tuple(
            PersonName.of(one.membership) for one in meeting.mentorship.members if one.role != me.role
        ),
        talks=(visit.before_at, visit.after_at) if visit else (None, None),
    )


def standing(meeting: Meeting, person_id: int) -> EventStatus:
    """Whether the meeting is to be for this person: in a group each answers for themselves."""
    refused = any(one.person_id == person_id and not one.agrees for one in meeting.answers)
    if refused or meeting.status in CALLED_OFF:
        return EventStatus.CANCELLED
    if meeting.status in (MeetingStatus.PROPOSED, MeetingStatus.MOVED) or not comes(meeting, person_id):
        return EventStatus.TENTATIVE
    return EventStatus.CONFIRMED


def _changed_at(meeting: Meeting, person_id: int) -> datetime:
    known = [meeting.proposed_at, meeting.confirmed_at, meeting.ended_at]
    known += [one.answered_at for one in meeting.answers if one.person_id == person_id]
    return max(moment for moment in known if moment is not None)


def of_slot(slot: SpeedSlot, person_id: int) -> CalendarItem:
    """A slot of speed mentoring, for its mentor or for somebody who booked it or had booked it."""
    held_by = slot.session
    is_mentor = held_by.mentor.person_id == person_id
    other = slot.membership if is_mentor else held_by.mentor
    return CalendarItem(
        uid=slot.calendar_uid,
        sequence=slot.calendar_sequence,
        status=_slot_standing(slot, person_id),
        starts_at=slot.starts_at,
        ends_at=slot.starts_at + timedelta(minutes=held_by.slot_minutes),
        changed_at=max(
            one for one in (held_by.announced_at, slot.booked_at, held_by.ended_at) if one is not None
        ),
        kind=None,
        mode=held_by.mode,
        place=held_by.place,
        link=held_by.link,
        others=_named(other),
        topic=held_by.topic,
    )


def _slot_standing(slot: SpeedSlot, person_id: int) -> EventStatus:
    held_by: SpeedSession = slot.session
    mine = slot.membership is not None and person_id in (slot.membership.person_id, held_by.mentor.person_id)
    stands = mine and held_by.status == SpeedStatus.ANNOUNCED and slot.held is not False
    return EventStatus.CONFIRMED if stands else EventStatus.CANCELLED


def _named(membership: Membership | None) -> tuple[PersonName, ...]:
    return (PersonName.of(membership),) if membership else ()
