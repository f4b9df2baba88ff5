"""The next year's plan, proposed from the one that runs (L-O-1): what recurs stays, dates move by a year.

What was waived is left out; what is not done yet is marked (`services.plan_desk`). Nothing counts until the
head approves it. Source of the rules: L-O-1, N-3.4-4.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace
from datetime import date, datetime, timedelta

from sqlalchemy import ColumnElement, String, cast, exists, func, literal, select
from sqlalchemy.orm import Session, aliased, joinedload, selectinload

from models import Alert, AlertKind, OccurrenceStatus, Roadmap, RoadmapItem, RoadmapStatus
from services import alerts, deadlines, plan_desk, plan_drafts, roadmaps
from services.access import Actor
from services.deadlines import Context, Kind, Reading
from services.errors import NoLongerCurrent
from services.local_time import today_in
from services.plan_drafts import PHRASE_LIMIT, TITLE_LIMIT, Stored
from services.roadmaps import NewItem, NewPlan
from services.text_limits import clip

ASKED_BEFORE = timedelta(days=30)
"""So long before the end of the year the curators are asked to prepare the next one."""
_YEAR = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)")
_WITH_YEAR = re.compile(r"[.\s]+(?:19|20)\d\d(?!\d)")
_SINCE = re.compile(r"\s+\S+\s+\d\d\.\d\d\.\d{4}.*$")
_SHORT_YEAR = re.compile(r"(?<=\d\.\d\d\.)\d\d(?!\d)|(?<=(?:19|20)\d\d/)\d\d(?!\d)")


# ---- phrases: pure


def next_phrase(phrase: str, old: Context, new: Context) -> str:
    """The deadline of the same row a year (or as many years as the plan covers) later.

    What recurs is kept without the first time that is over; dates are moved; what cannot be understood stays
    as it is, for a person to look at.
    """
    reading = plan_desk.reading_of(phrase, old)
    if not reading.is_understood:
        return phrase
    recurring = [one for one in reading.parts or (reading,) if _recurs(one)]
    if recurring:
        return clip("; ".join(_again(phrase, reading, one, new) for one in recurring), PHRASE_LIMIT)
    years = new.span[0].year - old.span[0].year
    wanted = _days(_shifted(reading, years))
    for candidate in (phrase, shift_years(phrase, years), deadlines.write(_shifted(reading, years))):
        if _days(plan_desk.reading_of(candidate, new)) == wanted:
            return clip(candidate, PHRASE_LIMIT)
    return clip(shift_years(phrase, years), PHRASE_LIMIT)


def _again(phrase: str, whole: Reading, part: Reading, new: Context) -> str:
    """A part that recurs, by itself and without the year in which it first did; as it stands, if it can."""
    written = deadlines.write(part)
    bare = (_SINCE if part.kind is Kind.CONTINUOUS else _WITH_YEAR).sub("", written)
    for candidate in (bare,) if whole.parts else (phrase, bare):
        reading = plan_desk.reading_of(candidate, new)
        same_rule = (reading.kind, reading.rule, reading.rrule) == (part.kind, part.rule, part.rrule)
        if same_rule and not reading.parts and _begins(reading) >= new.span[0]:
            return candidate
    return written


def _begins(reading: Reading) -> date:
    return reading.start or reading.end or date.max


def shift_years(text: str, years: int) -> str:
    """Every year in a text, so many years later: «27.01.2027», «2026/27», «27.01.27»."""
    moved = _SHORT_YEAR.sub(lambda found: f"{(int(found[0]) + years) % 100:02d}", text)
    return _YEAR.sub(lambda found: str(int(found[0]) + years), moved)


def _recurs(reading: Reading) -> bool:
    return reading.recurs_yearly or (reading.kind is Kind.CONTINUOUS and reading.end is None)


def _shifted(reading: Reading, years: int) -> Reading:
    return replace(
        reading,
        start=_later(reading.start, years),
        end=_later(reading.end, years),
        parts=tuple(_shifted(one, years) for one in reading.parts),
        doubts=(),
    )


def _later(day: date | None, years: int) -> date | None:
    if day is None:
        return None
    try:
        return day.replace(year=day.year + years)
    except ValueError:
        return date(day.year + years, 2, 28)


def _days(reading: Reading) -> tuple[object, ...]:
    """What must be the same in both years. February ends a day later in one of four."""
    ends = tuple(_end_of_february(day) for day in (reading.start, reading.end))
    return (reading.kind, *ends, reading.rrule, tuple(_days(one) for one in reading.parts))


def _end_of_february(day: date | None) -> object:
    return (day.year, 2, "end") if day is not None and (day.month, day.day) in ((2, 28), (2, 29)) else day


# ---- plans


def propose(session: Session, actor: Actor, roadmap_id: int, *, now: datetime) -> Stored:
    """Draft the plan of the next year from a live one; a second tap finds the draft of the first.

    Raises NotAllowed; NoLongerCurrent for a plan that is not live, or is not the organisation's own.
    """
    plan = plan_desk.managed(session, actor, roadmap_id)
    if plan.status != RoadmapStatus.APPROVED or plan.origin_id is not None:
        raise NoLongerCurrent
    if (known := _successor(session, plan)) is not None:
        return Stored(known, is_new=False)
    draft = roadmaps.create_draft(
        session, plan.organization_id, _next_plan(session, plan, now), by_id=actor.person_id, now=now
    )
    plan_drafts.finish(session, draft, "plan.next_year", by_id=actor.person_id, now=now)
    alerts.resolve_cause(
        session, cause_of(plan.organization_id, plan.school_year), "proposed", by_id=actor.person_id, now=now
    )
    return Stored(draft.id, is_new=True)


def _successor(session: Session, plan: Roadmap) -> int | None:
    query = select(Roadmap.id).where(
        Roadmap.previous_id == plan.id,
        Roadmap.school_year == next_year(plan),
        Roadmap.status != RoadmapStatus.ARCHIVED,
    )
    return session.scalar(query.order_by(Roadmap.id.desc()).limit(1))


def next_year(plan: Roadmap) -> str:
    """«2027-2028» after «2026-2027»; a plan of two calendar years is followed by the next two."""
    years = years_of(plan)
    return f"{plan.first_year + years}-{plan.last_year + years}"


def years_of(plan: Roadmap) -> int:
    """How many years later the next plan begins."""
    return plan.last_year - plan.first_year + 1 if plan.by_calendar else 1


def _next_plan(session: Session, plan: Roadmap, now: datetime) -> NewPlan:
    years = years_of(plan)
    old = roadmaps.context_of(plan, now=now)
    new = _moved(old, years)
    query = select(RoadmapItem).where(RoadmapItem.roadmap_id == plan.id).order_by(RoadmapItem.position)
    loaded = query.options(selectinload(RoadmapItem.occurrences), selectinload(RoadmapItem.named))
    return NewPlan(
        title=clip(shift_years(plan.title, years), TITLE_LIMIT),
        school_year=next_year(plan),
        by_calendar=plan.by_calendar,
        previous_id=plan.id,
        items=[_next_item(one, old, new) for one in session.scalars(loaded) if not _was_waived(one)],
    )


def _moved(old: Context, years: int) -> Context:
    """What the next plan will tell about its phrases; its order is still to come."""
    return replace(
        old,
        school_year=None if old.school_year is None else old.school_year + years,
        years=None if old.years is None else (old.years[0] + years, old.years[1] + years),
        ordered_on=None,
        terms=(),
    )


def _was_waived(item: RoadmapItem) -> bool:
    statuses = {one.status for one in item.occurrences}
    return statuses == {OccurrenceStatus.WAIVED}


def _next_item(item: RoadmapItem, old: Context, new: Context) -> NewItem:
    return NewItem(
        number=item.number,
        section=item.section,
        activity=item.activity,
        deadline_phrase=next_phrase(item.phrase, old, new),
        expected_result=item.expected_result,
        responsible_text=item.responsible_text,
        controller_text=item.controller_text,
        named_ids=tuple(person.id for person in item.named if not person.is_frozen),
        for_schools=item.for_schools,
        previous_item_id=item.id,
    )


# ---- the question to the curators


def cause_of(organization_id: int, school_year: str) -> str:
    """The cause of the alert: once for an organisation and a year, however many versions its plan has."""
    return f"plan-next-year:{organization_id}:{school_year}"


def tick_next_year(session: Session, *, now: datetime) -> int:
    """A tick: 30 days before a plan's year ends, its curators are asked once to prepare the next one. Nobody
    is asked where it is drafted already. Returns how many organisations were asked.
    """
    return sum(_ask(session, plan, now) for plan in _ending(session, now))


def _ending(session: Session, now: datetime) -> Iterable[Roadmap]:
    """Live plans whose last calendar year has come, that nothing follows and that nobody was asked about."""
    later = aliased(Roadmap)
    latest = str((now + ASKED_BEFORE + timedelta(days=1)).year)
    query = select(Roadmap).where(
        Roadmap.status == RoadmapStatus.APPROVED,
        Roadmap.origin_id.is_(None),
        func.substr(Roadmap.school_year, 6) <= latest,
        ~exists().where(Alert.cause == _cause_column()),
        ~exists().where(
            later.organization_id == Roadmap.organization_id,
            later.origin_id.is_(None),
            later.status != RoadmapStatus.ARCHIVED,
            later.school_year > Roadmap.school_year,
        ),
    )
    loaded = query.options(joinedload(Roadmap.organization)).order_by(Roadmap.id)
    return [plan for plan in session.scalars(loaded) if _is_ending(plan, now)]


def _cause_column() -> ColumnElement[str]:
    number = cast(Roadmap.organization_id, String)
    return literal("plan-next-year:").concat(number).concat(":").concat(Roadmap.school_year)


def _is_ending(plan: Roadmap, now: datetime) -> bool:
    today = today_in(plan.organization.timezone, now)
    return today >= roadmaps.context_of(plan, now=now).span[1] - ASKED_BEFORE


def _ask(session: Session, plan: Roadmap, now: datetime) -> bool:
    return alerts.raise_alert(
        session,
        organization_id=plan.organization_id,
        kind=AlertKind.PLAN_NEXT_YEAR,
        cause=cause_of(plan.organization_id, plan.school_year),
        subject={"roadmap_id": plan.id},
        since=now,
        now=now,
    )
