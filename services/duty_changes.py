"""What changes a duty itself: another day, taken off the list with a reason, taken back into work, or a date
for an item whose phrase gave none. Curators and heads decide; a coordinator or operator does so for their own
plan.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, timedelta

from sqlalchemy.orm import Session

from models import Occurrence, OccurrenceStatus, RoadmapItem, RoadmapStatus
from services import access, deadlines, duties, occurrences, outbox, roadmaps
from services.access import DECIDING_ROLES, Actor
from services.deadlines import Kind, Reading
from services.duty_reminders import (
    renew_reminders,
    topic_of,
)
from services.duty_views import DutyCard, card, visible
from services.errors import NoLongerCurrent, NotAllowed, ServiceError
from services.local_time import today_in
from services.text_limits import clean
from services.typed_text import checked

REASON_LIMIT = 500
PHRASE_LIMIT = 300
AHEAD = timedelta(days=550)
"""A duty may move into the next school year, and no further."""


class DayNotUnderstood(ServiceError):
    """The typed words name no single day."""


class DayPassed(ServiceError):
    """A duty can't be moved to a day that is over."""


class DayTooFar(ServiceError):
    """The day lies beyond the next school year."""


class DayIsTheSame(ServiceError):
    """The duty is due on that day already."""


class PhraseGivesNoDay(ServiceError):
    """The phrase is understood and names no day, or it is not understood: no duty comes of it."""


@dataclass(frozen=True, slots=True)
class UndatedItem:
    """A row of a live plan of which no dated duty came, with the phrase that stands in the document."""

    id: int
    roadmap_id: int
    number: str
    section: str
    activity: str
    deadline_phrase: str
    responsible_text: str
    reading: Reading
    today: date


@dataclass(frozen=True, slots=True)
class DatedPreview:
    """How a phrase is read, and the first and the last of the days on which something would be due."""

    item: UndatedItem
    phrase: str
    reading: Reading
    days: tuple[date, ...]


def waive(session: Session, actor: Actor, occurrence_id: int, reason: str, *, now: datetime) -> DutyCard:
    """It need not be done; the responsible people are told why.

    Raises AnswerEmpty, AnswerTooLong, DutyAlreadyDone, DutyWaived, NotAllowed, NoLongerCurrent.
    """
    occurrence, viewer = duties.managed(session, actor, occurrence_id)
    occurrence.waive(actor.person_id, checked(reason, REASON_LIMIT), now)
    session.flush()
    outbox.cancel_topic(session, topic_of(occurrence.id), now=now)
    duties.settle_alerts(session, occurrence, "waived", by_id=actor.person_id, now=now)
    duties.record(session, actor, "duty.waived", occurrence, now)
    _tell_others(session, occurrence, actor, "waived", now)
    return card(session, occurrence, viewer, now)


def resume(session: Session, actor: Actor, occurrence_id: int, *, now: datetime) -> DutyCard:
    """Take back into work what was waived. Raises NotAllowed; NoLongerCurrent when it is not waived."""
    occurrence, viewer = visible(session, actor, occurrence_id)
    if not viewer.manages:
        raise NotAllowed
    if occurrence.status != OccurrenceStatus.WAIVED or not _is_live(occurrence):
        raise NoLongerCurrent
    # The ticks find out whether it has begun, and whether it is late.
    occurrence.status, occurrence.reason = OccurrenceStatus.UPCOMING, ""
    occurrence.done_at = occurrence.done_by_id = occurrence.reason_by_id = None
    _begin_anew(session, occurrence, now)
    duties.record(session, actor, "duty.resumed", occurrence, now)
    _tell_others(session, occurrence, actor, "resumed", now)
    return card(session, occurrence, viewer, now)


def _is_live(occurrence: Occurrence) -> bool:
    return occurrence.item.roadmap.status == RoadmapStatus.APPROVED


def _begin_anew(session: Session, occurrence: Occurrence, now: datetime) -> None:
    occurrence.near_told = False
    session.flush()
    duties.settle_alerts(session, occurrence, "changed", by_id=None, now=now)
    renew_reminders(session, occurrence, now)


def _tell_others(session: Session, occurrence: Occurrence, actor: Actor, what: str, now: datetime) -> None:
    others = [one for one in occurrence.responsible if one.id != actor.person_id]
    duties.tell(session, occurrence, others, what, now)


def day_range(session: Session, actor: Actor, occurrence_id: int, *, now: datetime) -> tuple[date, date]:
    """The days to which the duty may be moved, both inclusive. Raises as `move` does."""
    occurrence, _ = duties.managed(session, actor, occurrence_id)
    return _range(occurrence, now)


def _range(occurrence: Occurrence, now: datetime) -> tuple[date, date]:
    today = today_in(occurrence.organization.timezone, now)
    return today, today + AHEAD


def read_day(session: Session, actor: Actor, occurrence_id: int, typed: str, *, now: datetime) -> date:
    """The day that typed words name, in any form that the plan's own phrases may have.

    Raises DayNotUnderstood, and as `move` does.
    """
    occurrence, _ = duties.managed(session, actor, occurrence_id)
    context = roadmaps.context_of(occurrence.item.roadmap, now=now)
    reading = deadlines.read(clean(typed)[:PHRASE_LIMIT], context)
    if reading.parts or reading.end is None or reading.kind not in (Kind.DATE, Kind.DEADLINE, Kind.PERIOD):
        raise DayNotUnderstood
    return check_day(session, actor, occurrence_id, reading.end, now=now)


def check_day(session: Session, actor: Actor, occurrence_id: int, day: date, *, now: datetime) -> date:
    """The same day, if the duty may be moved to it. Raises DayPassed, DayTooFar, DayIsTheSame and as `move`
    does.
    """
    occurrence, _ = duties.managed(session, actor, occurrence_id)
    first, last = _range(occurrence, now)
    if day < first:
        raise DayPassed
    if day > last:
        raise DayTooFar
    if day == occurrence.due_on:
        raise DayIsTheSame
    return day


def move(
    session: Session, actor: Actor, occurrence_id: int, day: date, reason: str, *, now: datetime
) -> DutyCard:
    """Another day, for a reason; the reminders follow, and the responsible people are told.

    Raises DayPassed, DayTooFar, DayIsTheSame, AnswerEmpty, AnswerTooLong, DutyAlreadyDone, DutyWaived,
    NotAllowed, NoLongerCurrent.
    """
    occurrence, viewer = duties.managed(session, actor, occurrence_id)
    check_day(session, actor, occurrence_id, day, now=now)
    occurrence.move(actor.person_id, day, checked(reason, REASON_LIMIT))
    _begin_anew(session, occurrence, now)
    duties.record(session, actor, "duty.moved", occurrence, now)
    _tell_others(session, occurrence, actor, "moved", now)
    return card(session, occurrence, viewer, now)


def undated_item(session: Session, actor: Actor, item_id: int, *, now: datetime) -> UndatedItem:
    """A row without a day. Raises NotAllowed; NoLongerCurrent when it has got one, or its plan is over."""
    return _view(_undated(session, actor, item_id), now)


def _undated(session: Session, actor: Actor, item_id: int) -> RoadmapItem:
    item = session.get(RoadmapItem, item_id)
    if item is None:
        raise NoLongerCurrent
    access.require_role(actor, item.roadmap.organization_id, *DECIDING_ROLES)
    if item.roadmap.status != RoadmapStatus.APPROVED or item.occurrences:
        raise NoLongerCurrent
    return item


def _view(item: RoadmapItem, now: datetime) -> UndatedItem:
    context = roadmaps.context_of(item.roadmap, now=now)
    return UndatedItem(
        item.id,
        item.roadmap_id,
        item.number,
        item.section,
        item.activity,
        item.phrase,
        item.responsible_text,
        roadmaps.reading_of(item, context),
        context.today,
    )


def preview_day(session: Session, actor: Actor, item_id: int, day: date, *, now: datetime) -> DatedPreview:
    """The same for a day of the calendar. Raises DayPassed, DayTooFar and as `preview_date` does."""
    today = _view(_undated(session, actor, item_id), now).today
    if day < today:
        raise DayPassed
    if day > today + AHEAD:
        raise DayTooFar
    phrase = deadlines.write(Reading("", Kind.DEADLINE, end=day))
    return preview_date(session, actor, item_id, phrase, now=now)


def preview_date(session: Session, actor: Actor, item_id: int, typed: str, *, now: datetime) -> DatedPreview:
    """How a typed phrase is read, before it takes the place of the one in the plan.

    Raises PhraseGivesNoDay, AnswerEmpty, AnswerTooLong, NotAllowed, NoLongerCurrent.
    """
    item = _undated(session, actor, item_id)
    phrase = checked(typed, PHRASE_LIMIT)
    context = roadmaps.context_of(item.roadmap, now=now)
    reading = deadlines.read(phrase, context)
    days = tuple(one.due_on for one in occurrences.dates_of(reading, context))
    if not days:
        raise PhraseGivesNoDay
    return DatedPreview(_view(item, now), phrase, reading, days)


def give_date(session: Session, actor: Actor, item_id: int, typed: str, *, now: datetime) -> list[int]:
    """Put the phrase in the place of the plan's own and make the duties it gives. Returns their ids.

    Raises PhraseGivesNoDay, AnswerEmpty, AnswerTooLong, NotAllowed, NoLongerCurrent.
    """
    shown = preview_date(session, actor, item_id, typed, now=now)
    item = session.get_one(RoadmapItem, item_id)
    item.corrected_phrase = shown.phrase
    session.flush()
    roadmaps.make_duties(session, item, now=now)
    session.refresh(item, ["occurrences"])
    access.record(
        session,
        "roadmap.item_dated",
        actor_id=actor.person_id,
        organization_id=item.roadmap.organization_id,
        subject_kind="roadmap_item",
        subject_id=item.id,
        now=now,
    )
    return [one.id for one in item.occurrences]
