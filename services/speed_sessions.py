"""Speed mentoring: a mentor announces short slots, mentees book one each, the late ones queue (N-2.3-6).

No pair is needed, and the least term of a pair does not apply. Knows nothing of words and buttons.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import Any

from sqlalchemy import ColumnElement, CursorResult, and_, delete, or_, select, update
from sqlalchemy.orm import Session

from models import (
    MeetingMode,
    Membership,
    MembershipStatus,
    Person,
    Role,
    SpeedQueueEntry,
    SpeedSession,
    SpeedSlot,
    SpeedStatus,
)
from models.delivery import Urgency
from services import access, alerts, calendar_files, outbox, representing
from services.access import Actor
from services.errors import NoLongerCurrent, NotAllowed, ServiceError
from services.insertion import insert_once
from services.meeting_reminders import LATEST_USE
from services.meeting_times import DAYS_AHEAD
from services.meeting_views import busy
from services.member_times import quiet_hours_of
from services.outbox import Owed
from services.speed_views import (
    SpeedAction,
    SpeedView,
    ends,
    find,
    host,
    is_host,
    is_keeper,
    mentee_of,
    queue_of,
    view,
)
from services.typed_text import checked_line

TOPIC_LIMIT = 300
LENGTHS = (10, 15, 20, 30)
"""How many minutes a slot may last."""
FEWEST_SLOTS, MOST_SLOTS = 2, 12
REMINDED_BEFORE = timedelta(hours=1)
BATCH = 100


class SpeedTimePassed(ServiceError):
    """The time meant for the session, or for the slot, has come already."""


class SpeedTooFar(ServiceError):
    """Field `days`: how many days ahead a session may be announced."""


class SpeedSlotTaken(ServiceError):
    """Somebody else was quicker: the slot is booked."""


class OneSlotEach(ServiceError):
    """The person has a slot in this session already."""


@dataclass(frozen=True, slots=True)
class NewSession:
    """What is announced: `slots` slots of `slot_minutes` one after another, from `starts_at` on."""

    topic: str
    starts_at: datetime
    slot_minutes: int
    slots: int
    mode: MeetingMode
    place: str
    link: str

    @property
    def ends_at(self) -> datetime:
        return self.starts_at + timedelta(minutes=self.slot_minutes * self.slots)


def clean_topic(typed: str) -> str:
    """A topic as it is kept, on one line. Raises AnswerEmpty, AnswerTooLong."""
    return checked_line(typed, TOPIC_LIMIT)


def check_start(starts_at: datetime, *, now: datetime) -> None:
    """Whether a session may begin then. Raises SpeedTimePassed, SpeedTooFar."""
    if starts_at <= now:
        raise SpeedTimePassed
    if starts_at > now + timedelta(days=DAYS_AHEAD + 1):
        raise SpeedTooFar(days=DAYS_AHEAD)


def overlaps(
    session: Session, actor: Actor, mentor_id: int, since: datetime, until: datetime
) -> tuple[tuple[datetime, str], ...]:
    """What the mentor has at that time already: when it begins, and a key of `meeting_views.busy`. Said, not
    refused. Raises NoLongerCurrent, NotAllowed.
    """
    host(session, actor, mentor_id)
    person_id = session.get_one(Membership, mentor_id).person_id
    return tuple((begins, what) for begins, _, what in busy(session, person_id, since, until))


def announce(session: Session, actor: Actor, mentor_id: int, new: NewSession, *, now: datetime) -> SpeedView:
    """A mentor, or a curator for them, announces a session; all mentees of the school are told, the mentor is
    reminded an hour before.

    Raises NotAllowed, NoLongerCurrent, SpeedTimePassed, SpeedTooFar, AnswerEmpty, AnswerTooLong.
    """
    host(session, actor, mentor_id)
    check_start(new.starts_at, now=now)
    if new.slot_minutes not in LENGTHS or not FEWEST_SLOTS <= new.slots <= MOST_SLOTS:
        raise NoLongerCurrent
    mentor = session.get_one(Membership, mentor_id)
    made = SpeedSession(
        organization_id=mentor.organization_id,
        mentor=mentor,
        topic=clean_topic(new.topic),
        starts_at=new.starts_at,
        slot_minutes=new.slot_minutes,
        mode=new.mode,
        place=new.place,
        link=new.link,
        status=SpeedStatus.ANNOUNCED,
        announced_by_id=actor.person_id,
        announced_at=now,
        slots=[_new_slot(new, number) for number in range(new.slots)],
        queue=[],
    )
    session.add(made)
    session.flush()
    _tell_school(session, made, now)
    _remind(session, made, mentor, made.starts_at, "host", now)
    if not is_host(actor, made):
        _tell(session, made, "speed.announced_for_you", [mentor.person_id], now)
        _record(session, "speed.announced", actor, made, now)
    return view(session, actor, made, now)


def _new_slot(new: NewSession, number: int) -> SpeedSlot:
    starts_at = new.starts_at + timedelta(minutes=new.slot_minutes * number)
    return SpeedSlot(number=number + 1, starts_at=starts_at)


def book(session: Session, actor: Actor, slot_id: int, *, now: datetime) -> SpeedView:
    """A mentee of the school books a free slot, one in each session. A second tap changes nothing.

    Raises NotAllowed, NoLongerCurrent, OneSlotEach, SpeedSlotTaken, SpeedTimePassed.
    """
    slot, found = _slot(session, slot_id)
    membership_id = _may_book(actor, found)
    if slot.membership_id == membership_id:
        return view(session, actor, found, now)
    if slot.starts_at <= now:
        raise SpeedTimePassed
    if any(one.membership_id == membership_id for one in found.slots):
        raise OneSlotEach
    if not _take(session, slot, membership_id, now):
        raise SpeedSlotTaken
    _leave(session, found, membership_id)
    _owe_to_booker(session, found, slot, now)
    return view(session, actor, found, now)


def _slot(session: Session, slot_id: int) -> tuple[SpeedSlot, SpeedSession]:
    slot = session.get(SpeedSlot, slot_id)
    if slot is None:
        raise NoLongerCurrent
    return slot, slot.session


def _may_book(actor: Actor, found: SpeedSession) -> int:
    """With which membership the actor books. Raises NotAllowed; NoLongerCurrent when it was called off."""
    if not (membership_id := mentee_of(actor, found)):
        raise NotAllowed
    if found.status != SpeedStatus.ANNOUNCED:
        raise NoLongerCurrent
    return membership_id


def _take(session: Session, slot: SpeedSlot, membership_id: int, now: datetime) -> bool:
    """Book the slot unless somebody else did: one statement decides it, whoever else tries."""
    free = (SpeedSlot.id == slot.id, SpeedSlot.membership_id.is_(None))
    values = {"membership_id": membership_id, "booked_at": now, "held": None}
    return _changed_one(session, slot, free, values)


def _give_back(session: Session, slot: SpeedSlot, membership_id: int) -> bool:
    mine = (SpeedSlot.id == slot.id, SpeedSlot.membership_id == membership_id)
    return _changed_one(session, slot, mine, {"membership_id": None, "booked_at": None, "held": None})


def _changed_one(
    session: Session, slot: SpeedSlot, conditions: Iterable[ColumnElement[bool]], values: dict[str, Any]
) -> bool:
    session.flush()
    statement = update(SpeedSlot).where(*conditions).values(**values)
    result = session.execute(statement.execution_options(synchronize_session=False))
    session.refresh(slot)
    return isinstance(result, CursorResult) and result.rowcount == 1


def release(session: Session, actor: Actor, slot_id: int, *, now: datetime) -> SpeedView:
    """Give one's slot back before it begins; it goes to the first of the queue, who is told. A second tap
    changes nothing.

    Raises NotAllowed, NoLongerCurrent, SpeedTimePassed.
    """
    slot, found = _slot(session, slot_id)
    membership_id = _may_book(actor, found)
    if slot.membership_id is None:
        return view(session, actor, found, now)
    if slot.membership_id != membership_id:
        raise NoLongerCurrent
    if slot.starts_at <= now:
        raise SpeedTimePassed
    _free(session, found, slot, now)
    return view(session, actor, found, now)


def _free(session: Session, found: SpeedSession, slot: SpeedSlot, now: datetime) -> None:
    """Take the slot from who has it, and give it to who waits first."""
    if slot.membership_id is None or not _give_back(session, slot, slot.membership_id):
        return
    outbox.cancel_topic(session, slot_topic(slot), now=now)
    calendar_files.owe_slot(session, slot, now=now)
    _hand_on(session, found, slot, now)


def _hand_on(session: Session, found: SpeedSession, slot: SpeedSlot, now: datetime) -> None:
    if slot.starts_at <= now:
        return
    for entry in queue_of(session, found.id):
        waits = entry.membership
        takes_part = waits.is_active and not waits.person.is_frozen
        if takes_part and _is_too_late(session, waits, now, slot.starts_at):
            # Whoever sleeps until the slot begins keeps their place in the queue.
            continue
        session.delete(entry)
        if takes_part and _take(session, slot, waits.id, now):
            break
    session.flush()
    session.expire(found, ["queue"])
    if slot.membership is not None:
        _owe_to_booker(session, found, slot, now)
        _tell(session, found, "speed.your_turn", [slot.membership.person_id], now, slot=slot)


def join_queue(session: Session, actor: Actor, session_id: int, *, now: datetime) -> SpeedView:
    """Wait for a slot when all are booked. A second tap changes nothing. Raises NotAllowed, NoLongerCurrent
    (there is a free slot, or one's own, or it is over).
    """
    found = find(session, session_id)
    membership_id = _may_book(actor, found)
    if any(one.membership_id == membership_id for one in found.queue):
        return view(session, actor, found, now)
    if SpeedAction.QUEUE not in view(session, actor, found, now).actions:
        raise NoLongerCurrent
    values = {"session_id": found.id, "membership_id": membership_id, "joined_at": now}
    insert_once(session, SpeedQueueEntry, values)
    session.expire(found, ["queue"])
    return view(session, actor, found, now)


def leave_queue(session: Session, actor: Actor, session_id: int, *, now: datetime) -> SpeedView:
    """Wait no longer. A second tap changes nothing. Raises NotAllowed, NoLongerCurrent."""
    found = find(session, session_id)
    _leave(session, found, _may_book(actor, found))
    return view(session, actor, found, now)


def _leave(session: Session, found: SpeedSession, membership_id: int) -> None:
    mine = (SpeedQueueEntry.session_id == found.id, SpeedQueueEntry.membership_id == membership_id)
    session.execute(delete(SpeedQueueEntry).where(*mine))
    session.expire(found, ["queue"])


def cancel(session: Session, actor: Actor, session_id: int, *, now: datetime) -> SpeedView:
    """The mentor or a curator calls the whole session off; who booked and who waits is told. A second tap
    changes nothing. Raises NotAllowed, NoLongerCurrent when it is over.
    """
    found = find(session, session_id)
    _require_keeper(actor, found)
    if found.status == SpeedStatus.CANCELLED:
        return view(session, actor, found, now)
    if ends(found) <= now:
        raise NoLongerCurrent
    _call_off(session, found, actor.person_id, now)
    if not is_host(actor, found):
        _record(session, "speed.cancelled", actor, found, now)
    return view(session, actor, found, now)


def _require_keeper(actor: Actor, found: SpeedSession) -> None:
    if not is_keeper(actor, found):
        raise NotAllowed


def _call_off(session: Session, found: SpeedSession, by_id: int | None, now: datetime) -> None:
    found.status, found.ended_at = SpeedStatus.CANCELLED, now
    session.flush()
    outbox.cancel_topics(session, [_topic(found), *(slot_topic(one) for one in found.slots)], now=now)
    coming = [
        (one.membership, one.starts_at) for one in found.slots if one.membership and one.starts_at > now
    ]
    coming.append((found.mentor, found.starts_at))
    waiting = [one.membership.person_id for one in found.queue]
    for membership, starts_at in coming:
        if membership.person_id != by_id:
            urgently = _is_too_late(session, membership, now, starts_at)
            _tell(
                session,
                found,
                "speed.cancelled",
                [membership.person_id],
                now,
                before=starts_at if urgently else None,
            )
    _tell(session, found, "speed.cancelled", [one for one in waiting if one != by_id], now)
    for slot in found.slots:
        if slot.membership_id is not None:
            calendar_files.owe_slot(session, slot, now=now)


def tell_held(session: Session, actor: Actor, slot_id: int, *, held: bool, now: datetime) -> SpeedView:
    """The mentor (or a curator) says whether the meeting of a slot took place; what was said can be mended.

    Raises NotAllowed, NoLongerCurrent (nobody booked it, it has not begun, it was called off).
    """
    slot, found = _slot(session, slot_id)
    _require_keeper(actor, found)
    if found.status != SpeedStatus.ANNOUNCED or slot.membership_id is None or slot.starts_at > now:
        raise NoLongerCurrent
    slot.held = held
    session.flush()
    if not is_host(actor, found):
        _record(session, "speed.told", actor, found, now)
    return view(session, actor, found, now)


# --- telling ---


def slot_topic(slot: SpeedSlot) -> str:
    """The topic of the outbox for messages about a booked slot."""
    return f"speed:slot:{slot.id}"


def _topic(found: SpeedSession) -> str:
    return f"speed:{found.id}"


def _tell_school(session: Session, found: SpeedSession, now: datetime) -> None:
    """One message to every mentee of the school; it is of no use once the session has begun."""
    mentees = alerts.people_in_role(session, found.organization_id, Role.MENTEE)
    messages = [
        Owed(
            kind="speed.announced",
            key=f"speed.announced:{found.id}:{person_id}",
            person_id=person_id,
            payload={"session_id": found.id},
            topic=_topic(found),
            due_at=now,
            expires_at=found.starts_at,
        )
        for person_id in mentees
        if person_id != found.mentor.person_id
    ]
    outbox.notify_many(session, messages, now=now)


def _tell(
    session: Session,
    found: SpeedSession,
    kind: str,
    person_ids: Iterable[int],
    now: datetime,
    *,
    slot: SpeedSlot | None = None,
    before: datetime | None = None,
) -> None:
    """`before`: who is not told by then comes in vain; the word is sent an hour before, quiet or not."""
    booked = f":{slot.id}:{slot.calendar_sequence}" if slot is not None else ""
    for person_id in dict.fromkeys(person_ids):
        outbox.notify(
            session,
            kind=kind,
            key=f"{kind}:{found.id}{booked}:{person_id}",
            person_id=person_id,
            payload={"session_id": found.id},
            topic=slot_topic(slot) if slot is not None else None,
            due_at=max(now, before - REMINDED_BEFORE) if before else now,
            expires_at=ends(found) if kind != "speed.ask_held" else None,
            urgency=Urgency.URGENT if before else Urgency.NORMAL,
            now=now,
        )


def _owe_to_booker(session: Session, found: SpeedSession, slot: SpeedSlot, now: datetime) -> None:
    """The reminder and the file for the calendar."""
    if slot.membership is None:
        return
    calendar_files.owe_slot(session, slot, now=now)
    # Its number in the calendar rises with every booking: each has a reminder of its own.
    mark = f"slot:{slot.id}:{slot.calendar_sequence}"
    _remind(session, found, slot.membership, slot.starts_at, mark, now, topic=slot_topic(slot))


def _is_too_late(session: Session, membership: Membership, sent_at: datetime, starts_at: datetime) -> bool:
    """A word sent then would wait until there is too little time left (N-1.4)."""
    return quiet_hours_of(session, membership).next_open(sent_at) > starts_at - LATEST_USE


def _remind(
    session: Session,
    found: SpeedSession,
    membership: Membership,
    starts_at: datetime,
    mark: str,
    now: datetime,
    *,
    topic: str | None = None,
) -> None:
    """An hour before; what falls into quiet hours or lessons waits for their end, unless that is too late
    (N-1.4).
    """
    wished = (starts_at - REMINDED_BEFORE).astimezone(UTC)
    if wished <= now:
        return
    is_too_late = _is_too_late(session, membership, wished, starts_at)
    outbox.notify(
        session,
        kind="speed.reminder",
        key=f"speed.reminder:{found.id}:{mark}:{membership.id}",
        person_id=membership.person_id,
        payload={"session_id": found.id},
        topic=topic or _topic(found),
        due_at=wished if is_too_late else quiet_hours_of(session, membership).next_open(wished),
        expires_at=starts_at,
        urgency=Urgency.URGENT if is_too_late else Urgency.NORMAL,
        now=now,
    )


def _record(session: Session, act: str, actor: Actor, found: SpeedSession, now: datetime) -> None:
    access.record(
        session,
        act,
        actor_id=representing.doer_id(actor),
        organization_id=found.organization_id,
        subject_kind="membership",
        subject_id=found.mentor_id,
        now=now,
    )


# --- what happens by time ---


def tick_over(session: Session, *, now: datetime) -> int:
    """Sessions that have ended: the mentor is asked who came. Returns how many."""
    begun = select(SpeedSession).where(_open(), SpeedSession.starts_at < now)
    over = [one for one in session.scalars(begun.order_by(SpeedSession.id)) if ends(one) <= now]
    for found in over[:BATCH]:
        found.ended_at = now
        if any(one.membership_id for one in found.slots):
            _tell(session, found, "speed.ask_held", [found.mentor.person_id], now)
    return len(over[:BATCH])


def tick_gone(session: Session, *, now: datetime) -> int:
    """Who left or paused has no slot any more: a mentor's session is called off, a mentee's slot goes to the
    queue. Returns how many.
    """
    hostless = select(SpeedSession).join(SpeedSession.mentor).join(Membership.person)
    sessions = session.scalars(hostless.where(_open(), _gone())).all()
    for found in sessions[:BATCH]:
        _call_off(session, found, None, now)
    ownerless = (
        select(SpeedSlot)
        .join(SpeedSlot.membership)
        .join(Membership.person)
        .join(SpeedSlot.session)
        .where(_open(), _gone(), SpeedSlot.starts_at > now)
    )
    slots = session.scalars(ownerless).all()
    for slot in slots[:BATCH]:
        _free(session, slot.session, slot, now)
    return len(sessions[:BATCH]) + len(slots[:BATCH])


def _open() -> ColumnElement[bool]:
    return and_(SpeedSession.status == SpeedStatus.ANNOUNCED, SpeedSession.ended_at.is_(None))


def _gone() -> ColumnElement[bool]:
    return or_(Membership.status != MembershipStatus.ACTIVE, Person.frozen_at.is_not(None))
