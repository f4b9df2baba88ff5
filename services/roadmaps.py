"""The roadmap: a plan is drafted, approved by an order, goes live as dated duties, and gives way to the next.

Knows nothing of files, and nothing of how a duty is shown. Source of the rules: N-3.3-4, N-3.4-4, L-O-1,
L-O-2, L-O-3a.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime

from sqlalchemy import select
from sqlalchemy.orm import Session

from models import (
    AlertKind,
    Occurrence,
    OccurrenceStatus,
    Organization,
    Person,
    Roadmap,
    RoadmapItem,
    RoadmapStatus,
    Role,
)
from services import access, alerts, deadlines, occurrences, outbox, responsibles
from services.access import Actor
from services.deadlines import Context, Reading
from services.duty_reminders import (
    cause_of,
    cause_of_near,
    open_if_time,
    owe_made,
    topic_of,
)
from services.errors import NoLongerCurrent, ServiceError
from services.local_time import today_in
from services.occurrences import Dated
from services.responsibles import Staff

_SUMMER = 8
APPROVING_ROLES = (Role.HEAD, Role.COORDINATOR, Role.OPERATOR)


class PlanHasNoItems(ServiceError):
    """A plan without a single item can't be approved."""


class OrderNumberTooLong(ServiceError):
    """Field `limit`, in characters."""


ORDER_NUMBER_LIMIT = 64


@dataclass(frozen=True, slots=True)
class NewItem:
    """One row of a plan that is to be stored. `deadline_phrase` is kept as it stands in the document.

    `previous_item_id`: the same row of the plan that this one continues; `origin_item_id`: of the published
    one.
    """

    number: str
    section: str
    activity: str
    deadline_phrase: str
    expected_result: str = ""
    responsible_text: str = ""
    controller_text: str = ""
    named_ids: tuple[int, ...] = ()
    for_schools: bool = False
    corrected_phrase: str | None = None
    previous_item_id: int | None = None
    origin_item_id: int | None = None


@dataclass(frozen=True, slots=True)
class NewPlan:
    """What a plan is made from, besides its items. `order_number` and `order_date` as found in a document."""

    title: str
    school_year: str
    by_calendar: bool = False
    source_name: str = ""
    order_number: str = ""
    order_date: date | None = None
    previous_id: int | None = None
    origin_id: int | None = None
    items: Sequence[NewItem] = field(default_factory=tuple)


def create_draft(
    session: Session, organization_id: int, plan: NewPlan, *, by_id: int | None, now: datetime
) -> Roadmap:
    """Store a plan that nobody has approved yet: it reminds of nothing (N-3.4-4)."""
    roadmap = Roadmap(
        organization=session.get_one(Organization, organization_id),
        title=plan.title,
        school_year=plan.school_year,
        by_calendar=plan.by_calendar,
        status=RoadmapStatus.DRAFT,
        source_name=plan.source_name,
        order_number=plan.order_number[:ORDER_NUMBER_LIMIT],
        order_date=plan.order_date,
        previous_id=plan.previous_id,
        origin_id=plan.origin_id,
        created_by_id=by_id,
        created_at=now,
    )
    session.add(roadmap)
    roadmap.items = [new_item(session, position, one) for position, one in enumerate(plan.items)]
    session.flush()
    return roadmap


def new_item(session: Session, position: int, new: NewItem) -> RoadmapItem:
    """A row to be put into a plan."""
    return RoadmapItem(
        position=position,
        number=new.number,
        section=new.section,
        activity=new.activity,
        deadline_phrase=new.deadline_phrase,
        corrected_phrase=new.corrected_phrase,
        expected_result=new.expected_result,
        responsible_text=new.responsible_text,
        controller_text=new.controller_text,
        for_schools=new.for_schools,
        named=[session.get_one(Person, person_id) for person_id in new.named_ids],
        previous_item_id=new.previous_item_id,
        origin_item_id=new.origin_item_id,
    )


def context_of(roadmap: Roadmap, *, now: datetime) -> Context:
    """What the plan tells about its deadline phrases."""
    organization = roadmap.organization
    return Context(
        today=today_in(organization.timezone, now),
        school_year=None if roadmap.by_calendar else roadmap.first_year,
        years=(roadmap.first_year, roadmap.last_year) if roadmap.by_calendar else None,
        ordered_on=roadmap.order_date,
        year_end=(organization.year_end_month, organization.year_end_day),
    )


def reading_of(item: RoadmapItem, context: Context) -> Reading:
    """How the phrase that counts is understood."""
    return deadlines.read(item.phrase, context)


def approve(
    session: Session,
    actor: Actor,
    roadmap_id: int,
    order_number: str,
    order_date: date | None,
    *,
    now: datetime,
) -> Roadmap:
    """The head approves the plan by an order, and it goes live (N-3.3-4, L-O-2); in a municipality or a
    region its coordinator does.

    Raises NotAllowed, NoLongerCurrent, PlanHasNoItems, OrderNumberTooLong.
    """
    roadmap = session.get(Roadmap, roadmap_id)
    if roadmap is None or not roadmap.is_draft:
        raise NoLongerCurrent
    access.require_role(actor, roadmap.organization_id, *APPROVING_ROLES)
    if not roadmap.items:
        raise PlanHasNoItems
    if len(order_number) > ORDER_NUMBER_LIMIT:
        raise OrderNumberTooLong(limit=ORDER_NUMBER_LIMIT)
    roadmap.order_number, roadmap.order_date = order_number, order_date
    roadmap.approved_by_id = actor.person_id
    go_live(session, roadmap, now=now)
    access.record(
        session,
        "roadmap.approved",
        actor_id=actor.person_id,
        organization_id=roadmap.organization_id,
        subject_kind="roadmap",
        subject_id=roadmap.id,
        now=now,
    )
    return roadmap


def go_live(session: Session, roadmap: Roadmap, *, now: datetime) -> None:
    """The plan counts from now on: it takes the place of the one before, and its duties are made and owed.

    What was done under the one before stays done. What was due before today is late at once and silently:
    one message tells about all of it, not an alert for each.
    """
    roadmap.status, roadmap.approved_at = RoadmapStatus.APPROVED, now
    staff = responsibles.staff_of(session, roadmap.organization_id)
    context = context_of(roadmap, now=now)
    _take_over(session, roadmap, context, now)
    responsibles.load(session, RoadmapItem.roadmap_id == roadmap.id)
    responsibles.reassign(session, _own(roadmap), staff, now=now)
    dated = ((item, occurrences.dates_of(reading_of(item, context), context)) for item in _own(roadmap))
    _make(session, dated, staff, now)
    roadmap.made_for = max(roadmap.first_year, roadmap.last_year - 1)
    session.flush()
    _ask_who_is_meant(session, roadmap, now)


def _own(roadmap: Roadmap) -> Iterable[RoadmapItem]:
    """What the organisation does itself. Rows for the schools live there, once they are published."""
    is_school = roadmap.organization.kind.has_staff
    return [item for item in roadmap.items if is_school or not item.for_schools]


def make_duties(session: Session, item: RoadmapItem, *, now: datetime) -> int:
    """Make what an item of a live plan lacks, after its phrase was corrected. Returns how many."""
    context = context_of(item.roadmap, now=now)
    staff = responsibles.staff_of(session, item.roadmap.organization_id)
    return _make(session, [(item, occurrences.dates_of(reading_of(item, context), context))], staff, now)


def _make(
    session: Session, wanted: Iterable[tuple[RoadmapItem, Iterable[Dated]]], staff: Staff, now: datetime
) -> int:
    """Make the duties of all these items at once: a plan may have thousands. Returns how many."""
    here = {one.person_id: one.person for one in staff.members}
    given: list[tuple[Occurrence, list[Person]]] = []
    for item, dated in wanted:
        if made := _begun(session, item, dated, now):
            people = [here[person_id] for person_id in responsibles.responsible_for(item, staff)]
            controller = responsibles.controller_of(item, staff)
            for occurrence in made:
                occurrence.controller_id = controller
                given.append((occurrence, people))
    session.flush()
    responsibles.give(session, given)
    owe_made(session, (occurrence for occurrence, _ in given), now)
    return len(given)


def _begun(session: Session, item: RoadmapItem, dated: Iterable[Dated], now: datetime) -> list[Occurrence]:
    """The duties that the item has not yet, each in the state that its days give it."""
    today = today_in(item.roadmap.organization.timezone, now)
    made = occurrences.make(session, item, (one for one in dated if not (one.repeats and one.due_on < today)))
    for occurrence in made:
        if today > occurrence.due_on:
            occurrence.status = OccurrenceStatus.OVERDUE
        else:
            open_if_time(occurrence, now)
    return made


def _take_over(session: Session, roadmap: Roadmap, context: Context, now: datetime) -> None:
    """Carry over what its items have in common with those of the plan before. A version is archived at once;
    the plan of the year before goes on until that year is over, and gives up only what lies in the new one.
    """
    previous = session.get(Roadmap, roadmap.previous_id) if roadmap.previous_id else None
    if previous is None or previous.status is RoadmapStatus.ARCHIVED:
        return
    is_version = previous.school_year == roadmap.school_year
    since = date.min if is_version else _first_day(context)
    heirs = {item.previous_item_id: item for item in _own(roadmap) if item.previous_item_id is not None}
    for old in previous.items:
        heir = heirs.get(old.id)
        wanted = _keys(heir, context) if heir is not None else frozenset()
        for occurrence in [one for one in old.occurrences if one.due_on >= since]:
            if heir is not None and _passes_on(occurrence, wanted):
                occurrence.item = heir
            elif not occurrence.is_settled:
                drop_duty(session, occurrence, now=now)
    if is_version:
        previous.status = RoadmapStatus.ARCHIVED
    session.flush()
    # The collections were loaded before their rows changed hands.
    session.expire_all()
    if not is_version and (previous.made_for or 0) >= roadmap.first_year:
        retire(session, previous, now=now)


def _first_day(context: Context) -> date:
    """From when on a plan counts: August belongs to the school year that it prepares."""
    first = context.span[0]
    return first if context.years is not None else date(first.year, _SUMMER, 1)


def retire(session: Session, roadmap: Roadmap, *, now: datetime) -> None:
    """The year of a plan is over and another one counts: what was not done stays as it is and is asked about
    no more.
    """
    for occurrence in [one for item in roadmap.items for one in item.occurrences if not one.is_settled]:
        if occurrence.status is OccurrenceStatus.OVERDUE:
            _ask_no_more(session, occurrence, now)
        else:
            drop_duty(session, occurrence, now=now)
    roadmap.status = RoadmapStatus.ARCHIVED
    session.flush()


def _keys(item: RoadmapItem, context: Context) -> frozenset[str]:
    return frozenset(one.key for one in occurrences.dates_of(reading_of(item, context), context))


def _passes_on(occurrence: Occurrence, wanted: frozenset[str]) -> bool:
    """What is settled stays with its item; what is undone only if its day is the same in the new plan."""
    return occurrence.is_settled or occurrence.key in wanted


def drop_duty(session: Session, occurrence: Occurrence, *, now: datetime) -> None:
    """A duty that no plan asks for any more: nobody is reminded, and nothing of it waits for a decision."""
    _ask_no_more(session, occurrence, now)
    if occurrence.evidence:
        occurrence.status, occurrence.done_at = OccurrenceStatus.WAIVED, now
    else:
        session.delete(occurrence)


def _ask_no_more(session: Session, occurrence: Occurrence, now: datetime) -> None:
    outbox.cancel_topic(session, topic_of(occurrence.id), now=now)
    for cause in (cause_of(occurrence.id), cause_of_near(occurrence.id)):
        alerts.resolve_cause(session, cause, "dropped", by_id=None, now=now)


def _ask_who_is_meant(session: Session, roadmap: Roadmap, now: datetime) -> None:
    unknown = responsibles.unknown_of(session, roadmap)
    if not unknown:
        return
    alerts.raise_alert(
        session,
        organization_id=roadmap.organization_id,
        kind=AlertKind.RESPONSIBLE_UNKNOWN,
        cause=f"responsible-unknown:{roadmap.id}",
        subject={"roadmap_id": roadmap.id},
        since=now,
        now=now,
    )


def _is_followed(session: Session, roadmap: Roadmap) -> bool:
    query = select(Roadmap.id).where(
        Roadmap.previous_id == roadmap.id, Roadmap.status == RoadmapStatus.APPROVED
    )
    return session.scalar(query.limit(1)) is not None


def make_again(session: Session, roadmap: Roadmap, year: int, *, now: datetime) -> int:
    """Make what recurs for the school year that begins in `year`; a plan that another year's plan follows is
    retired instead. Returns how many duties.
    """
    if _is_followed(session, roadmap):
        retire(session, roadmap, now=now)
        return 0
    own = context_of(roadmap, now=now)
    context = Context(today=own.today, school_year=year, year_end=own.year_end, terms=own.terms)
    staff = responsibles.staff_of(session, roadmap.organization_id)
    roadmap.made_for = year
    responsibles.load(session, RoadmapItem.roadmap_id == roadmap.id)
    again = ((item, occurrences.next_dates_of(reading_of(item, own), context)) for item in _own(roadmap))
    return _make(session, again, staff, now)
