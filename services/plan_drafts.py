"""A plan before it counts: stored from a file, handed to the head, returned with a reason, approved.

Knows nothing of files: it is given what was read from them. Source of the rules: N-3.3-4, N-3.4-4, L-O-2.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from models import Organization, Roadmap, RoadmapStatus, Role
from services import access, alerts, outbox, plan_desk, plan_versions, responsibles, roadmaps
from services.access import DECIDING_ROLES, Actor
from services.deadlines import Doubt
from services.errors import NoLongerCurrent, NotAllowed, ServiceError
from services.plan_desk import PlanHead
from services.plans import Plan, PlanRow
from services.responsible_words import names_schools
from services.roadmaps import APPROVING_ROLES, NewItem, NewPlan
from services.text_limits import clean, clip, telegram_length
from services.typed_text import checked

TITLE_LIMIT, SECTION_LIMIT, NUMBER_LIMIT, SOURCE_LIMIT = 500, 300, 16, 200
ACTIVITY_LIMIT, RESULT_LIMIT = 2000, 2000
PHRASE_LIMIT, RESPONSIBLE_LIMIT, CONTROLLER_LIMIT = 300, 500, 300
REASON_LIMIT = 1000
CLIPPED = "cell-clipped"
COUNTED_ANEW = frozenset({"rows-not-understood"})
"""Problems of a file that the draft itself counts, for they change with every correction."""
MONTH_FROM_HEADING = "month-from-heading"
_CURATING = (Role.CURATOR, Role.COORDINATOR, Role.OPERATOR)


class NobodyApproves(ServiceError):
    """The organisation has no head in the programme yet: there is nobody to hand the plan to."""


@dataclass(frozen=True, slots=True)
class Stored:
    """A plan as it was stored. `is_new` is False when the same file was stored before."""

    roadmap_id: int
    is_new: bool


# ---- from a file


def import_plan(
    session: Session, actor: Actor, organization_id: int, plan: Plan, source_name: str, *, now: datetime
) -> Stored:
    """Store what was read from a file as a draft; the same file again is recognised. Raises NotAllowed."""
    access.require_role(actor, organization_id, *DECIDING_ROLES)
    return _store(session, organization_id, plan, source_name, actor.person_id, now)


def store_import(
    session: Session,
    organization_id: int,
    plan: Plan,
    source_name: str,
    *,
    by_id: int | None = None,
    now: datetime,
) -> int:
    """The same for the command line, which asks nobody. Returns the plan's id."""
    return _store(session, organization_id, plan, source_name, by_id, now).roadmap_id


def _store(
    session: Session, organization_id: int, plan: Plan, source_name: str, by_id: int | None, now: datetime
) -> Stored:
    digest = digest_of(plan)
    known = _known(session, organization_id, digest)
    if known is not None:
        return Stored(known.id, is_new=False)
    organization = session.get_one(Organization, organization_id)
    new = _new_plan(organization, plan, clip(clean(source_name), SOURCE_LIMIT))
    draft = roadmaps.create_draft(session, organization_id, new, by_id=by_id, now=now)
    draft.source_digest = digest
    draft.problems = [_stored(one.code, one.values) for one in plan.problems if one.code not in COUNTED_ANEW]
    for item, row in zip(draft.items, plan.rows, strict=True):
        item.remarks = _remarks(row)
    finish(session, draft, "plan.imported", by_id=by_id, now=now)
    return Stored(draft.id, is_new=True)


def finish(session: Session, draft: Roadmap, act: str, *, by_id: int | None, now: datetime) -> None:
    """What follows when a draft was made in whatever way: it is linked to the live plan, and recorded."""
    session.flush()
    plan_versions.link(session, draft)
    record(session, by_id, act, draft, now)


def digest_of(plan: Plan) -> str:
    """What the plan says, as a number: the same file read again gives the same."""
    said = [plan.title, year_of(plan), *("\x1f".join(_words_of(row)) for row in plan.rows)]
    return hashlib.sha256("\x1e".join(said).encode("utf-8", "replace")).hexdigest()


def _words_of(row: PlanRow) -> tuple[str, ...]:
    return row.no, row.section, row.activity, row.deadline, row.responsible, row.result, row.controller


def _known(session: Session, organization_id: int, digest: str) -> Roadmap | None:
    query = select(Roadmap).where(
        Roadmap.organization_id == organization_id,
        Roadmap.source_digest == digest,
        Roadmap.status != RoadmapStatus.ARCHIVED,
    )
    return session.scalars(query.order_by(Roadmap.id.desc()).limit(1)).one_or_none()


def year_of(plan: Plan) -> str:
    """«2026-2027». What neither the file nor a person told is taken from the plan's own days."""
    if plan.school_year is not None:
        return plan.school_year
    if plan.years is not None:
        return f"{plan.years[0]}-{plan.years[1]}"
    first, last = plan.context.span
    return f"{first.year}-{last.year}"


def _new_plan(organization: Organization, plan: Plan, source_name: str) -> NewPlan:
    delegates = not organization.kind.has_staff
    year = year_of(plan)
    return NewPlan(
        title=clip(plan.title, TITLE_LIMIT) or source_name or year,
        school_year=year,
        by_calendar=plan.years is not None,
        source_name=source_name,
        order_number=plan.order_number,
        order_date=plan.order_date,
        items=[_new_item(row, delegates) for row in plan.rows],
    )


def _new_item(row: PlanRow, delegates: bool) -> NewItem:
    return NewItem(
        number=clip(row.no, NUMBER_LIMIT),
        section=clip(row.section, SECTION_LIMIT),
        activity=clip(row.activity, ACTIVITY_LIMIT),
        deadline_phrase=clip(row.deadline, PHRASE_LIMIT),
        corrected_phrase=_with_month(row),
        expected_result=clip(row.result, RESULT_LIMIT),
        responsible_text=clip(row.responsible, RESPONSIBLE_LIMIT),
        controller_text=clip(row.controller, CONTROLLER_LIMIT),
        for_schools=delegates and names_schools(row.responsible),
    )


def _with_month(row: PlanRow) -> str | None:
    """«до 15» below the heading «Сентябрь»: alone, the phrase would not be understood any more."""
    months = [one.values["month"] for one in row.doubts if one.code == MONTH_FROM_HEADING]
    return clip(f"{row.deadline} {months[0]}", PHRASE_LIMIT) if months else None


def _remarks(row: PlanRow) -> list[dict[str, Any]]:
    """What was doubtful about the row itself; doubts of its deadline are found anew with every reading."""
    of_reading = {(one.code, one.suggestion) for one in plan_desk.doubts_of(row.reading)}
    own = [_doubt(one) for one in row.doubts if (one.code, one.suggestion) not in of_reading]
    limits = (ACTIVITY_LIMIT, row.activity), (RESULT_LIMIT, row.result), (PHRASE_LIMIT, row.deadline)
    is_cut = any(telegram_length(text) > limit for limit, text in limits)
    is_known = any(one["code"] == CLIPPED for one in own)
    return [*own, _stored(CLIPPED, {})] if is_cut and not is_known else own


def _doubt(doubt: Doubt) -> dict[str, Any]:
    return _stored(doubt.code, doubt.values)


def _stored(code: str, values: Mapping[str, Any]) -> dict[str, Any]:
    kept = {key: value if isinstance(value, int | float) else str(value) for key, value in values.items()}
    return {"code": code, "values": kept}


def set_year(session: Session, actor: Actor, roadmap_id: int, first_year: int, *, now: datetime) -> PlanHead:
    """The school year that the file did not tell. Raises NotAllowed, NoLongerCurrent, PlanWithHead."""
    draft = plan_desk.editable(session, actor, roadmap_id)
    if not plan_desk.is_year_guessed(draft) or first_year not in plan_desk.years_near(draft):
        raise NoLongerCurrent
    draft.school_year, draft.by_calendar = f"{first_year}-{first_year + 1}", False
    draft.problems = [one for one in draft.problems if not plan_desk.is_about_year(one["code"])]
    plan_versions.link(session, draft)
    record(session, actor.person_id, "plan.year_set", draft, now)
    session.flush()
    return plan_desk.head_of(session, actor, roadmap_id, now=now)


# ---- to the head and back


def submit(session: Session, actor: Actor, roadmap_id: int, *, now: datetime) -> PlanHead:
    """Hand the draft to those who approve it (N-3.4-4).

    Raises NotAllowed, NoLongerCurrent, PlanHasNoItems, NobodyApproves.
    """
    draft = plan_desk.managed(session, actor, roadmap_id)
    if draft.status != RoadmapStatus.DRAFT:
        raise NoLongerCurrent
    if not draft.items:
        raise roadmaps.PlanHasNoItems
    approvers = alerts.people_in_role(session, draft.organization_id, *APPROVING_ROLES)
    if not approvers:
        raise NobodyApproves
    plan_versions.link(session, draft)
    draft.status, draft.submitted_at = RoadmapStatus.SUBMITTED, now
    draft.return_reason, draft.returned_by_id = "", None
    record(session, actor.person_id, "plan.submitted", draft, now)
    _tell(session, "plans.submitted", draft, set(approvers) - {actor.person_id}, now)
    return plan_desk.head_of(session, actor, roadmap_id, now=now)


def withdraw(session: Session, actor: Actor, roadmap_id: int, *, now: datetime) -> PlanHead:
    """Take a plan back that nobody has decided about yet. Raises NotAllowed, NoLongerCurrent."""
    draft = _submitted(session, actor, roadmap_id)
    draft.status = RoadmapStatus.DRAFT
    record(session, actor.person_id, "plan.withdrawn", draft, now)
    outbox.cancel_topic(session, topic_of(draft.id), now=now)
    return plan_desk.head_of(session, actor, roadmap_id, now=now)


def _submitted(session: Session, actor: Actor, roadmap_id: int) -> Roadmap:
    draft = plan_desk.managed(session, actor, roadmap_id)
    if draft.status != RoadmapStatus.SUBMITTED:
        raise NoLongerCurrent
    return draft


def check_may_approve(session: Session, actor: Actor, roadmap_id: int, *, now: datetime) -> PlanHead:
    """The plan, if the actor may approve it now. Raises NotAllowed, NoLongerCurrent, PlanHasNoItems."""
    head = plan_desk.head_of(session, actor, roadmap_id, now=now)
    if not head.is_draft:
        raise NoLongerCurrent
    if not head.may_approve:
        raise NotAllowed
    if not head.items:
        raise roadmaps.PlanHasNoItems
    return head


def send_back(session: Session, actor: Actor, roadmap_id: int, reason: str, *, now: datetime) -> PlanHead:
    """The head returns the plan with a reason; the curators hear of it.

    Raises NotAllowed, NoLongerCurrent, AnswerEmpty, AnswerTooLong.
    """
    draft = _submitted(session, actor, roadmap_id)
    if not plan_desk.approves(actor, draft):
        raise NotAllowed
    reason = checked(reason, REASON_LIMIT)
    draft.status, draft.return_reason, draft.returned_by_id = RoadmapStatus.DRAFT, reason, actor.person_id
    record(session, actor.person_id, "plan.returned", draft, now)
    _tell(session, "plans.returned", draft, _authors(session, draft, actor), now)
    return plan_desk.head_of(session, actor, roadmap_id, now=now)


def approve(
    session: Session,
    actor: Actor,
    roadmap_id: int,
    order_number: str,
    order_date: date | None,
    *,
    now: datetime,
) -> PlanHead:
    """Approve the plan by an order; it goes live and the curators hear of it (N-3.3-4, L-O-2).

    Raises NotAllowed, NoLongerCurrent, PlanHasNoItems, AnswerTooLong.
    """
    draft = plan_desk.editable(session, actor, roadmap_id)
    if not plan_desk.approves(actor, draft):
        raise NotAllowed
    number = checked(order_number, roadmaps.ORDER_NUMBER_LIMIT) if order_number else ""
    plan_versions.link(session, draft)
    authors = _authors(session, draft, actor)
    roadmaps.approve(session, actor, roadmap_id, number, order_date, now=now)
    session.flush()
    outbox.cancel_topic(session, topic_of(roadmap_id), now=now)
    _tell(session, "plans.approved", draft, authors, now)
    return plan_desk.head_of(session, actor, roadmap_id, now=now)


def delete(session: Session, actor: Actor, roadmap_id: int, *, now: datetime) -> int:
    """Throw a draft away. Returns the organisation's id. Raises NotAllowed, NoLongerCurrent, PlanWithHead."""
    draft = plan_desk.editable(session, actor, roadmap_id)
    organization_id = draft.organization_id
    record(session, actor.person_id, "plan.deleted", draft, now)
    outbox.cancel_topic(session, topic_of(draft.id), now=now)
    session.delete(draft)
    session.flush()
    return organization_id


# ---- whom the words of a plan mean


def explain(
    session: Session,
    actor: Actor,
    roadmap_id: int,
    phrase: str,
    roles: Iterable[Role],
    person_ids: Iterable[int],
    *,
    now: datetime,
) -> tuple[str, ...]:
    """Remember whom the words mean. Returns what is still unknown in the plan.

    Raises NotAllowed; NoLongerCurrent when the words were explained meanwhile.
    """
    roadmap = plan_desk.managed(session, actor, roadmap_id)
    if phrase not in responsibles.unknown_of(session, roadmap):
        raise NoLongerCurrent
    organization_id = roadmap.organization_id
    responsibles.remember(session, actor, organization_id, phrase, list(roles), list(person_ids), now=now)
    _settle_questions(session, organization_id, actor, now)
    return responsibles.unknown_of(session, roadmap)


def _settle_questions(session: Session, organization_id: int, actor: Actor, now: datetime) -> None:
    """The same words stand in several plans: no live one asks about what is known now."""
    query = select(Roadmap).where(
        Roadmap.organization_id == organization_id, Roadmap.status == RoadmapStatus.APPROVED
    )
    for roadmap in session.scalars(query):
        if not responsibles.unknown_of(session, roadmap):
            cause = f"responsible-unknown:{roadmap.id}"
            alerts.resolve_cause(session, cause, "explained", by_id=actor.person_id, now=now)


# ---- common ground


def topic_of(roadmap_id: int) -> str:
    """What groups the messages about a draft: only the latest is worth sending."""
    return f"plan:{roadmap_id}"


def _authors(session: Session, draft: Roadmap, actor: Actor) -> set[int]:
    """Who works on the plan and did not do this themselves."""
    people = set(alerts.people_in_role(session, draft.organization_id, *_CURATING))
    return people - {actor.person_id}


def _tell(session: Session, kind: str, draft: Roadmap, people: Iterable[int], now: datetime) -> None:
    for person_id in sorted(people):
        outbox.notify(
            session,
            kind=kind,
            key=f"{kind}:{draft.id}:{now.isoformat()}:{person_id}",
            person_id=person_id,
            payload={"roadmap_id": draft.id},
            topic=topic_of(draft.id),
            due_at=now,
            now=now,
        )


def record(session: Session, by_id: int | None, act: str, roadmap: Roadmap, now: datetime) -> None:
    """Write an act upon a plan to the audit log."""
    access.record(
        session,
        act,
        actor_id=by_id,
        organization_id=roadmap.organization_id,
        subject_kind="roadmap",
        subject_id=roadmap.id,
        now=now,
    )
