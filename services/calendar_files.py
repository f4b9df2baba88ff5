"""Who is owed a file for the calendar: of what was confirmed, of what was moved, of what was called off.

Owes rows of the outbox with ids in them; what is in the file is what is true when it is sent.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from models import Meeting, Person, SpeedSlot
from models.delivery import Notification, Urgency
from services import calendar_items, numbered_keys, outbox
from services.access import Actor
from services.calendar_events import EventStatus
from services.calendar_items import CalendarItem
from services.errors import NoLongerCurrent, NotAllowed

KIND = "calendar.file"
MOST_EVENTS = 50
"""So many at most in one file: a series makes its meetings no further ahead."""


def owe(session: Session, meetings: Sequence[Meeting], person_ids: Iterable[int], *, now: datetime) -> None:
    """Owe each of these people one file of these meetings as they stand, unless they want no files or have no
    Telegram. Of what is not confirmed only those hear who were given a file of it: called whenever something
    changed, it owes nothing needless.

    A later file of the same meeting takes the place of one that was not sent yet.
    """
    told = _once(calendar_items.present(session, one) for one in meetings)[:MOST_EVENTS]
    for person_id in dict.fromkeys(person_ids):
        person = session.get(Person, person_id)
        if person is not None and person.calendar_files and _is_reachable(person):
            _owe_one(session, told, person, now)


def _owe_one(session: Session, meetings: Sequence[Meeting], person: Person, now: datetime) -> None:
    if not meetings:
        return
    stem = _stem(meetings, person.id)
    outbox.cancel_topics(session, [stem], now=now)
    worth = [one for one in meetings if _is_worth_a_file(session, one, person.id, now)]
    if worth:
        _notify(session, stem, person.id, worth, Urgency.NORMAL, now)


def _is_worth_a_file(session: Session, meeting: Meeting, person_id: int, now: datetime) -> bool:
    if meeting.starts_at <= now:
        return False
    stands = calendar_items.standing(meeting, person_id) == EventStatus.CONFIRMED
    return stands or any(numbered_keys.may_arrive(session, one) for one in _stems(meeting, person_id))


def ask(session: Session, actor: Actor, meeting_id: int, *, now: datetime) -> None:
    """The person wants the file of one meeting now, whatever they chose; while it is on its way, a second tap
    changes nothing.

    Raises NoLongerCurrent where the meeting is no more or begun, NotAllowed for people outside the pair.
    """
    meeting = session.get(Meeting, meeting_id)
    if meeting is None:
        raise NoLongerCurrent
    if actor.is_frozen or meeting.mentorship.member(actor.person_id) is None:
        raise NotAllowed
    shown = calendar_items.present(session, meeting)
    if shown.starts_at <= now or calendar_items.standing(shown, actor.person_id) == EventStatus.CANCELLED:
        raise NoLongerCurrent
    stem = f"{_stem([shown], actor.person_id)}:asked"
    outbox.cancel_topics(session, [stem], now=now)
    _notify(session, stem, actor.person_id, [shown], Urgency.URGENT, now)


def owe_slot(session: Session, slot: SpeedSlot, *, now: datetime) -> None:
    """A slot of speed mentoring was booked, given back or called off: whoever booked it is owed a file, and
    whoever had it before is owed one that takes it out of their calendar.

    The mentor is not written to at every booking: the slots are in the feed.
    """
    slot.calendar_sequence += 1
    booked_by = slot.membership.person_id if slot.membership else None
    for person_id in dict.fromkeys((*_owed_to(session, slot), *([booked_by] if booked_by else []))):
        person = session.get(Person, person_id)
        if person is not None and person.calendar_files and _is_reachable(person) and slot.starts_at > now:
            _owe_slot_to(session, slot, person_id, now)


def _owe_slot_to(session: Session, slot: SpeedSlot, person_id: int, now: datetime) -> None:
    item = calendar_items.of_slot(slot, person_id)
    stem = _slot_stem(slot, person_id)
    outbox.cancel_topics(session, [stem], now=now)
    if item.status == EventStatus.CONFIRMED or numbered_keys.may_arrive(session, stem):
        _notify_of(session, stem, person_id, {"slot_id": slot.id}, slot.starts_at, Urgency.NORMAL, now)


def meeting_items(
    session: Session, person_id: int, meeting_ids: Sequence[int], *, now: datetime
) -> tuple[CalendarItem, ...]:
    """What a file of these meetings holds now, the earliest first. Empty when there is nothing left to tell
    this person: all is over, or was called off before they had a file of it.
    """
    found = (session.get(Meeting, one) for one in meeting_ids[:MOST_EVENTS])
    told = _once(calendar_items.present(session, one) for one in found if one is not None)
    items = [
        calendar_items.of_meeting(one, person_id) for one in told if _still_says(session, one, person_id, now)
    ]
    return tuple(sorted((one for one in items if one is not None), key=lambda one: one.starts_at))


def _still_says(session: Session, meeting: Meeting, person_id: int, now: datetime) -> bool:
    if meeting.starts_at <= now:
        return False
    gone = calendar_items.standing(meeting, person_id) == EventStatus.CANCELLED
    return not gone or _was_given(session, meeting, person_id)


def slot_item(session: Session, person_id: int, slot_id: int, *, now: datetime) -> CalendarItem | None:
    """The same of a slot of speed mentoring."""
    slot = session.get(SpeedSlot, slot_id)
    if slot is None or slot.starts_at <= now:
        return None
    item = calendar_items.of_slot(slot, person_id)
    gone = item.status == EventStatus.CANCELLED
    return None if gone and not numbered_keys.was_given(session, _slot_stem(slot, person_id)) else item


def _notify(
    session: Session, stem: str, person_id: int, meetings: Sequence[Meeting], urgency: Urgency, now: datetime
) -> None:
    payload = {"meeting_ids": [one.id for one in meetings]}
    _notify_of(session, stem, person_id, payload, max(one.starts_at for one in meetings), urgency, now)


def _notify_of(
    session: Session,
    stem: str,
    person_id: int,
    payload: dict[str, Any],
    expires_at: datetime,
    urgency: Urgency,
    now: datetime,
) -> None:
    outbox.notify(
        session,
        kind=KIND,
        key=numbered_keys.key(stem, len(numbered_keys.history(session, stem))),
        person_id=person_id,
        payload=payload,
        topic=stem,
        urgency=urgency,
        due_at=now,
        expires_at=expires_at,
        now=now,
    )


def _was_given(session: Session, meeting: Meeting, person_id: int) -> bool:
    """Has the person a file of this event, by itself, with its series, or because they asked for it?"""
    return any(numbered_keys.was_given(session, stem) for stem in _stems(meeting, person_id))


def _stems(meeting: Meeting, person_id: int) -> list[str]:
    own = f"calendar:{meeting.calendar_uid}:{person_id}"
    series = [f"calendar:series:{meeting.series_id}:{person_id}"] if meeting.series_id is not None else []
    return [own, f"{own}:asked", *series]


def _stem(meetings: Sequence[Meeting], person_id: int) -> str:
    first = meetings[0]
    if len(meetings) > 1 and first.series_id is not None:
        return f"calendar:series:{first.series_id}:{person_id}"
    return f"calendar:{first.calendar_uid}:{person_id}"


def _slot_stem(slot: SpeedSlot, person_id: int) -> str:
    return f"calendar:{slot.calendar_uid}:{person_id}"


def _owed_to(session: Session, slot: SpeedSlot) -> list[int]:
    """Everybody who was ever owed a file of this slot. Read along the index of keys, in every collation."""
    first = f"calendar:{slot.calendar_uid}"
    query = select(Notification.person_id).where(Notification.key >= first, Notification.key < f"{first}z")
    return [one for one in session.scalars(query.order_by(Notification.id)) if one is not None]


def _is_reachable(person: Person) -> bool:
    return person.has_telegram and not person.is_frozen


def _once(meetings: Iterable[Meeting]) -> list[Meeting]:
    """Every event once, the earliest first."""
    return sorted(
        {one.calendar_uid: one for one in meetings}.values(), key=lambda one: (one.starts_at, one.id)
    )
