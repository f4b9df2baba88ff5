"""A draft made from a template of `content/`, for a school or a municipality that has no plan of its own."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import select
from sqlalchemy.orm import Session

from models import Organization, Roadmap, RoadmapStatus
from models.organization import OrganizationKind
from services import access, plan_drafts, roadmaps
from services.access import DECIDING_ROLES, Actor
from services.content import Content, RoadmapTemplate, TemplateLevel
from services.errors import NoLongerCurrent
from services.local_time import today_in
from services.plan_drafts import Stored
from services.roadmaps import NewItem, NewPlan

_SUMMER = 6
"""From June on, whoever takes a template thinks of the school year that is about to begin."""


def offered(
    session: Session, actor: Actor, organization_id: int, content: Content
) -> tuple[RoadmapTemplate, ...]:
    """The templates that fit the organisation. Raises NotAllowed."""
    access.require_role(actor, organization_id, *DECIDING_ROLES)
    return tuple(content.roadmap_templates(level_of(session, organization_id)))


def level_of(session: Session, organization_id: int) -> TemplateLevel:
    kind = session.get_one(Organization, organization_id).kind
    is_above = kind in (OrganizationKind.MUNICIPALITY, OrganizationKind.REGION)
    return TemplateLevel.MUNICIPALITY if is_above else TemplateLevel.SCHOOL


def years(session: Session, actor: Actor, organization_id: int, *, now: datetime) -> tuple[int, int]:
    """The school year that runs or is about to begin, and the one after it, each by its first calendar year.

    Raises NotAllowed.
    """
    access.require_role(actor, organization_id, *DECIDING_ROLES)
    today = today_in(session.get_one(Organization, organization_id).timezone, now)
    first = today.year if today.month >= _SUMMER else today.year - 1
    return first, first + 1


def take(
    session: Session,
    actor: Actor,
    organization_id: int,
    template: RoadmapTemplate,
    first_year: int,
    *,
    now: datetime,
) -> Stored:
    """Make a draft of a template for a school year. A second tap finds the draft of the first.

    Raises NotAllowed; NoLongerCurrent for a year or a template that was not offered.
    """
    is_offered = first_year in years(session, actor, organization_id, now=now)
    if not is_offered or template.level != level_of(session, organization_id):
        raise NoLongerCurrent
    school_year = f"{first_year}-{first_year + 1}"
    digest = f"template:{template.key}:{template.version}:{school_year}"
    if (known := _untouched(session, organization_id, digest)) is not None:
        return Stored(known, is_new=False)
    new = NewPlan(template.title_for(school_year), school_year, items=_items(template))
    draft = roadmaps.create_draft(session, organization_id, new, by_id=actor.person_id, now=now)
    draft.source_digest = digest
    plan_drafts.finish(session, draft, "plan.from_template", by_id=actor.person_id, now=now)
    return Stored(draft.id, is_new=True)


def _untouched(session: Session, organization_id: int, digest: str) -> int | None:
    query = select(Roadmap.id).where(
        Roadmap.organization_id == organization_id,
        Roadmap.source_digest == digest,
        Roadmap.status.in_((RoadmapStatus.DRAFT, RoadmapStatus.SUBMITTED)),
    )
    return session.scalar(query.order_by(Roadmap.id.desc()).limit(1))


def _items(template: RoadmapTemplate) -> list[NewItem]:
    return [
        NewItem(
            number=f"{place}.{number}",
            section=section.title,
            activity=one.activity,
            deadline_phrase=one.deadline,
            expected_result=one.result,
            responsible_text=one.responsible,
            controller_text=one.controller,
            for_schools=one.for_schools,
        )
        for place, section in enumerate(template.sections, 1)
        for number, one in enumerate(section.items, 1)
    ]
