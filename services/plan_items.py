"""Rows of a draft corrected in place: deadline, words, people; rows added and taken out (N-3.4-4).

What stood in the document stays beside a corrected phrase. Every act shows the row as it is afterwards.
"""

from __future__ import annotations

from datetime import datetime
from enum import StrEnum

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from models import Person, Roadmap, RoadmapItem
from services import plan_desk, responsibles, roadmaps
from services.access import Actor
from services.deadlines import Doubt, Reading
from services.errors import NoLongerCurrent, ServiceError
from services.plan_desk import Card
from services.plan_drafts import (
    ACTIVITY_LIMIT,
    CONTROLLER_LIMIT,
    NUMBER_LIMIT,
    PHRASE_LIMIT,
    RESPONSIBLE_LIMIT,
    RESULT_LIMIT,
    SECTION_LIMIT,
    record,
)
from services.roadmaps import NewItem
from services.typed_text import checked

ITEMS_MOST = 3000
REPEATED_NUMBER = "repeated-number"


class TooManyItems(ServiceError):
    """Field `limit`: how many rows a plan may have."""


class Field(StrEnum):
    """What can be typed anew in a row."""

    ACTIVITY = "activity"
    NUMBER = "number"
    SECTION = "section"
    RESULT = "result"
    RESPONSIBLE = "responsible"
    CONTROLLER = "controller"


_COLUMNS = {
    Field.ACTIVITY: ("activity", ACTIVITY_LIMIT),
    Field.NUMBER: ("number", NUMBER_LIMIT),
    Field.SECTION: ("section", SECTION_LIMIT),
    Field.RESULT: ("expected_result", RESULT_LIMIT),
    Field.RESPONSIBLE: ("responsible_text", RESPONSIBLE_LIMIT),
    Field.CONTROLLER: ("controller_text", CONTROLLER_LIMIT),
}


def _done(session: Session, actor: Actor, item: RoadmapItem, now: datetime) -> Card:
    record(session, actor.person_id, "plan.item_changed", item.roadmap, now)
    session.flush()
    return plan_desk.card(session, actor, item.id, now=now)


def accept(session: Session, actor: Actor, item_id: int, *, now: datetime) -> Card:
    """The row is right as it stands; a row without a date stays without one.

    Raises NotAllowed, NoLongerCurrent, PlanWithHead.
    """
    item = plan_desk.editable_item(session, actor, item_id)
    item.doubts_accepted = True
    return _done(session, actor, item, now)


def accept_remarked(session: Session, actor: Actor, roadmap_id: int, *, now: datetime) -> int:
    """Accept at once all rows whose deadlines are clear and whose table alone was doubtful: one deadline for
    several activities stands beside each of them. Returns how many.

    Raises NotAllowed, NoLongerCurrent, PlanWithHead.
    """
    draft = plan_desk.editable(session, actor, roadmap_id)
    rows = plan_desk.read_rows(session, draft, now=now)
    clear = {row.id for row in rows if row.is_only_remarked}
    if not clear:
        raise NoLongerCurrent
    for item in draft.items:
        item.doubts_accepted = item.doubts_accepted or item.id in clear
    record(session, actor.person_id, "plan.remarks_accepted", draft, now)
    session.flush()
    return len(clear)


def take_suggestion(session: Session, actor: Actor, item_id: int, mark: str, *, now: datetime) -> Card:
    """The likely reading takes the place of the phrase. Raises NotAllowed, NoLongerCurrent, PlanWithHead."""
    item = plan_desk.editable_item(session, actor, item_id)
    offered = dict(plan_desk.card(session, actor, item_id, now=now).suggestions)
    if mark not in offered:
        raise NoLongerCurrent
    return _correct(session, actor, item, offered[mark], now)


def read_phrase(
    session: Session, actor: Actor, roadmap_id: int, phrase: str, *, now: datetime
) -> tuple[str, Reading, tuple[Doubt, ...]]:
    """How a typed phrase would be understood in this plan: (clean phrase, reading, doubts).

    Raises NotAllowed, NoLongerCurrent, PlanWithHead, AnswerEmpty, AnswerTooLong.
    """
    draft = plan_desk.editable(session, actor, roadmap_id)
    phrase = checked(phrase, PHRASE_LIMIT)
    reading = plan_desk.reading_of(phrase, roadmaps.context_of(draft, now=now))
    return phrase, reading, plan_desk.doubts_of(reading)


def correct_phrase(session: Session, actor: Actor, item_id: int, phrase: str, *, now: datetime) -> Card:
    """Another deadline in place of the one in the document.

    Raises NotAllowed, NoLongerCurrent, PlanWithHead, AnswerEmpty, AnswerTooLong.
    """
    item = plan_desk.editable_item(session, actor, item_id)
    return _correct(session, actor, item, checked(phrase, PHRASE_LIMIT), now)


def _correct(session: Session, actor: Actor, item: RoadmapItem, phrase: str, now: datetime) -> Card:
    item.corrected_phrase = None if phrase == item.deadline_phrase else phrase
    item.doubts_accepted = False
    # What was remarked about the old cell says nothing about what a person put in its place.
    item.remarks = [one for one in item.remarks if one["code"] == REPEATED_NUMBER]
    return _done(session, actor, item, now)


def edit(session: Session, actor: Actor, item_id: int, field: Field, text: str, *, now: datetime) -> Card:
    """Other words for one part of a row.

    Raises NotAllowed, NoLongerCurrent, PlanWithHead, AnswerEmpty, AnswerTooLong.
    """
    item = plan_desk.editable_item(session, actor, item_id)
    column, limit = _COLUMNS[field]
    setattr(item, column, checked(text, limit))
    if field == Field.NUMBER:
        item.remarks = [one for one in item.remarks if one["code"] != REPEATED_NUMBER]
    return _done(session, actor, item, now)


def toggle_person(session: Session, actor: Actor, item_id: int, person_id: int, *, now: datetime) -> Card:
    """Somebody answers for this row by name, whatever its words say; or no longer.

    Raises NotAllowed, NoLongerCurrent, PlanWithHead.
    """
    item = plan_desk.editable_item(session, actor, item_id)
    person = session.get(Person, person_id)
    if person in item.named:
        item.named.remove(person)
        return _done(session, actor, item, now)
    here = responsibles.staff_of(session, item.roadmap.organization_id).members
    if person is None or person_id not in {one.person_id for one in here}:
        raise NoLongerCurrent
    item.named.append(person)
    return _done(session, actor, item, now)


def toggle_for_schools(session: Session, actor: Actor, item_id: int, *, now: datetime) -> Card:
    """A row of a municipal plan that the schools carry out, or not. Raises as above."""
    item = plan_desk.editable_item(session, actor, item_id)
    if item.roadmap.organization.kind.has_staff:
        raise NoLongerCurrent
    item.for_schools = not item.for_schools
    return _done(session, actor, item, now)


def remove(session: Session, actor: Actor, item_id: int, *, now: datetime) -> int:
    """Take a row out of the draft. Returns the plan's id. Raises as above."""
    item = plan_desk.editable_item(session, actor, item_id)
    roadmap = item.roadmap
    roadmap.items.remove(item)
    record(session, actor.person_id, "plan.item_removed", roadmap, now)
    session.flush()
    return roadmap.id


def check_may_add(session: Session, actor: Actor, roadmap_id: int) -> None:
    """Raises NotAllowed, NoLongerCurrent, PlanWithHead, TooManyItems."""
    draft = plan_desk.editable(session, actor, roadmap_id)
    count = session.scalar(select(func.count()).where(RoadmapItem.roadmap_id == draft.id)) or 0
    if count >= ITEMS_MOST:
        raise TooManyItems(limit=ITEMS_MOST)


def add(
    session: Session,
    actor: Actor,
    roadmap_id: int,
    activity: str,
    phrase: str,
    responsible: str = "",
    *,
    now: datetime,
) -> Card:
    """One more row at the end, in the last section.

    Raises NotAllowed, NoLongerCurrent, PlanWithHead, AnswerEmpty, AnswerTooLong, TooManyItems.
    """
    check_may_add(session, actor, roadmap_id)
    draft = session.get_one(Roadmap, roadmap_id)
    last = draft.items[-1] if draft.items else None
    new = NewItem(
        number="",
        section=last.section if last else "",
        activity=checked(activity, ACTIVITY_LIMIT),
        deadline_phrase=checked(phrase, PHRASE_LIMIT),
        responsible_text=checked(responsible, RESPONSIBLE_LIMIT) if responsible else "",
    )
    item = roadmaps.new_item(session, last.position + 1 if last else 0, new)
    draft.items.append(item)
    session.flush()
    return _done(session, actor, item, now)
