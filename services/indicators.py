"""Planned results of a live roadmap and what was reached: plan beside fact, and a revision of the plan where
the fact falls short. Source of the rules: L-O-3b, P-mon-bad.
"""

from __future__ import annotations

import math
import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime

from sqlalchemy import and_, func, select
from sqlalchemy.orm import Session, aliased

from models import Alert, AlertKind, AlertStatus, Indicator, Roadmap, RoadmapStatus
from services import access, alerts
from services.access import DECIDING_ROLES, Actor
from services.errors import NoLongerCurrent, NotAllowed, ServiceError
from services.local_time import today_in
from services.text_limits import clean
from services.typed_text import checked_line, fitting

TITLE_LIMIT, UNIT_LIMIT = 500, 32
INDICATORS_LIMIT = 20
LARGEST = 1_000_000_000
_VALUE = re.compile(r"(?P<number>[-−+]?\d[\d\s\u00a0]*(?:[.,]\d+)?)\s*(?P<unit>.*)", re.DOTALL)


class NotAValue(ServiceError):
    """A number is needed, with or without a unit after it."""


class TooManyIndicators(ServiceError):
    """Field `limit`: how many planned results a plan may have."""


class MeasuredInFuture(ServiceError):
    """What was reached is entered with a day that is not yet."""


@dataclass(frozen=True, slots=True)
class IndicatorView:
    id: int
    title: str
    unit: str
    planned: float
    actual: float | None
    measured_on: date | None
    falls_short: bool


@dataclass(frozen=True, slots=True)
class PlanBrief:
    """A live plan that may have planned results."""

    id: int
    title: str
    school_year: str
    organization_name: str
    indicators: int
    short: int


@dataclass(frozen=True, slots=True)
class Results:
    """Plan and fact of one roadmap. The order that approved it stands for the planned results, too."""

    roadmap_id: int
    title: str
    school_year: str
    order_number: str
    order_date: date | None
    indicators: tuple[IndicatorView, ...]

    @property
    def short(self) -> int:
        return sum(one.falls_short for one in self.indicators)


def _view(one: Indicator) -> IndicatorView:
    return IndicatorView(
        one.id, one.title, one.unit, one.planned, one.actual, one.measured_on, one.falls_short
    )


def plans(session: Session, actor: Actor) -> tuple[PlanBrief, ...]:
    """The live plans where the actor decides, with their planned results counted. Raises NotAllowed."""
    places = actor.within_reach(*DECIDING_ROLES)
    if not places:
        raise NotAllowed
    live = (Roadmap.organization_id.in_(places), Roadmap.status == RoadmapStatus.APPROVED)
    found = session.scalars(select(Roadmap).where(*live).order_by(Roadmap.id.desc())).all()
    counts = _counts(session, [one.id for one in found])
    return tuple(
        PlanBrief(one.id, one.title, one.school_year, one.organization.name, *counts.get(one.id, (0, 0)))
        for one in found
    )


def _counts(session: Session, roadmap_ids: Sequence[int]) -> dict[int, tuple[int, int]]:
    short = func.count().filter(Indicator.actual < Indicator.planned)
    query = (
        select(Indicator.roadmap_id, func.count(), short)
        .where(Indicator.roadmap_id.in_(roadmap_ids))
        .group_by(Indicator.roadmap_id)
    )
    return {roadmap_id: (number, below) for roadmap_id, number, below in session.execute(query)}


def results(session: Session, actor: Actor, roadmap_id: int) -> Results:
    """Plan and fact. Raises NotAllowed, NoLongerCurrent."""
    return _results(session, _roadmap(session, actor, roadmap_id))


def _results(session: Session, roadmap: Roadmap) -> Results:
    return Results(
        roadmap.id,
        roadmap.title,
        roadmap.school_year,
        roadmap.order_number,
        roadmap.order_date,
        tuple(_view(one) for one in _indicators(session, roadmap.id)),
    )


def _indicators(session: Session, roadmap_id: int) -> Sequence[Indicator]:
    query = select(Indicator).where(Indicator.roadmap_id == roadmap_id)
    return session.scalars(query.order_by(Indicator.position, Indicator.id)).all()


def _roadmap(session: Session, actor: Actor, roadmap_id: int) -> Roadmap:
    roadmap = session.get(Roadmap, roadmap_id)
    if roadmap is None:
        raise NoLongerCurrent
    access.require_role(actor, roadmap.organization_id, *DECIDING_ROLES)
    if roadmap.status != RoadmapStatus.APPROVED:
        raise NoLongerCurrent
    return roadmap


def see(session: Session, actor: Actor, indicator_id: int) -> IndicatorView:
    """One planned result. Raises NotAllowed, NoLongerCurrent."""
    return _view(_own(session, actor, indicator_id))


def roadmap_of(session: Session, actor: Actor, indicator_id: int) -> int:
    """The plan that it belongs to. Raises NotAllowed, NoLongerCurrent."""
    return _own(session, actor, indicator_id).roadmap_id


def _own(session: Session, actor: Actor, indicator_id: int) -> Indicator:
    indicator = session.get(Indicator, indicator_id)
    if indicator is None:
        raise NoLongerCurrent
    _roadmap(session, actor, indicator.roadmap_id)
    return indicator


def checked_title(typed: str) -> str:
    """Raises AnswerEmpty, AnswerTooLong."""
    return checked_line(typed, TITLE_LIMIT)


def read_value(typed: str) -> tuple[float, str]:
    """A number and its unit: «85 %», «12,5», «1 200 участников». Raises NotAValue, AnswerTooLong."""
    match = _VALUE.fullmatch(clean(typed))
    if match is None:
        raise NotAValue
    digits = re.sub(r"[\s\u00a0]", "", match["number"]).replace(",", ".").replace("−", "-")
    value, unit = float(digits), " ".join(match["unit"].split())
    if not math.isfinite(value) or abs(value) > LARGEST:
        raise NotAValue
    fitting(unit, UNIT_LIMIT)
    return value, unit


def add(
    session: Session, actor: Actor, roadmap_id: int, title: str, planned: str, *, now: datetime
) -> Results:
    """Add a planned result: what, and how much of it as typed. Raises AnswerEmpty, AnswerTooLong, NotAValue,
    TooManyIndicators, NotAllowed, NoLongerCurrent.
    """
    roadmap = _roadmap(session, actor, roadmap_id)
    before = _indicators(session, roadmap_id)
    if len(before) >= INDICATORS_LIMIT:
        raise TooManyIndicators(limit=INDICATORS_LIMIT)
    value, unit = read_value(planned)
    position = max((one.position for one in before), default=-1) + 1
    indicator = Indicator(
        roadmap=roadmap, position=position, title=checked_title(title), unit=unit, planned=value
    )
    session.add(indicator)
    session.flush()
    _record(session, actor, "indicator.added", indicator, now)
    return _results(session, roadmap)


def remove(session: Session, actor: Actor, indicator_id: int, *, now: datetime) -> Results:
    """Take a planned result out. Raises NotAllowed, NoLongerCurrent."""
    indicator = _own(session, actor, indicator_id)
    roadmap = indicator.roadmap
    _settle(session, indicator, "removed", actor.person_id, now)
    _record(session, actor, "indicator.removed", indicator, now)
    session.delete(indicator)
    session.flush()
    return _results(session, roadmap)


def enter_actual(
    session: Session, actor: Actor, indicator_id: int, actual: str, measured_on: date, *, now: datetime
) -> Results:
    """Enter what was reached on a day. Below the plan, those who decide are asked to revise it (P-mon-bad).

    Raises NotAValue, MeasuredInFuture, NotAllowed, NoLongerCurrent.
    """
    indicator = _own(session, actor, indicator_id)
    if measured_on > today_in(indicator.roadmap.organization.timezone, now):
        raise MeasuredInFuture
    indicator.actual, _ = read_value(actual)
    indicator.measured_on = measured_on
    session.flush()
    _record(session, actor, "indicator.measured", indicator, now)
    _settle(session, indicator, "measured_again", None, now)
    if indicator.falls_short:
        _ask_to_revise(session, indicator, now)
    return _results(session, indicator.roadmap)


def _ask_to_revise(session: Session, indicator: Indicator, now: datetime) -> None:
    alerts.raise_alert(
        session,
        organization_id=indicator.roadmap.organization_id,
        kind=AlertKind.REVISION_NEEDED,
        cause=f"indicator:{indicator.id}:{now.isoformat()}",
        subject={"indicator_id": indicator.id, "roadmap_id": indicator.roadmap_id},
        since=now,
        now=now,
    )


def _settle(
    session: Session, indicator: Indicator, resolution: str, by_id: int | None, now: datetime
) -> None:
    """An alert about an earlier value says nothing any more."""
    unsettled = select(Alert).where(
        Alert.organization_id == indicator.roadmap.organization_id,
        Alert.kind == AlertKind.REVISION_NEEDED,
        Alert.status != AlertStatus.RESOLVED,
    )
    for alert in session.scalars(unsettled).all():
        if alert.subject.get("indicator_id") == indicator.id:
            alerts.resolve_cause(session, alert.cause, resolution, by_id=by_id, now=now)


def tick_follow(session: Session, *, now: datetime) -> int:
    """A tick: planned results go on with the version that has taken the place of their plan, and with that
    the revision they asked for is done. Returns how many were moved or settled.
    """
    newer = aliased(Roadmap)
    follows = and_(
        newer.previous_id == Roadmap.id,
        newer.school_year == Roadmap.school_year,
        newer.status.in_((RoadmapStatus.APPROVED, RoadmapStatus.ARCHIVED)),
    )
    query = (
        select(Indicator, newer.id)
        .join(Roadmap, Roadmap.id == Indicator.roadmap_id)
        .join(newer, follows)
        .where(Roadmap.status == RoadmapStatus.ARCHIVED)
        .order_by(newer.id)
    )
    moved = {indicator.id: (indicator, newer_id) for indicator, newer_id in session.execute(query)}
    for indicator, newer_id in moved.values():
        indicator.roadmap_id = newer_id
    session.flush()
    return len(moved) + _settle_revised(session, now)


def _settle_revised(session: Session, now: datetime) -> int:
    waiting = (Alert.kind == AlertKind.REVISION_NEEDED, Alert.status != AlertStatus.RESOLVED)
    found = session.scalars(select(Alert).where(*waiting)).all()
    plans_ = {int(alert.subject["roadmap_id"]) for alert in found}
    live = (Roadmap.id.in_(plans_), Roadmap.status == RoadmapStatus.APPROVED)
    current = set(session.scalars(select(Roadmap.id).where(*live))) if plans_ else set()
    over = [alert for alert in found if int(alert.subject["roadmap_id"]) not in current]
    for alert in over:
        alerts.resolve_cause(session, alert.cause, "revised", by_id=None, now=now)
    return len(over)


def short_of(session: Session, actor: Actor, indicator_id: int) -> tuple[IndicatorView, str] | None:
    """For the card of the alert: the planned result and its plan's title; None when it falls short no more.
    Raises NotAllowed, NoLongerCurrent.
    """
    indicator = _own(session, actor, indicator_id)
    return (_view(indicator), indicator.roadmap.title) if indicator.falls_short else None


def count_short(session: Session, actor: Actor) -> int:
    """How many planned results fall short where the actor decides."""
    query = (
        select(func.count())
        .select_from(Indicator)
        .join(Roadmap, Roadmap.id == Indicator.roadmap_id)
        .where(
            Roadmap.organization_id.in_(actor.organizations(*DECIDING_ROLES)),
            Roadmap.status == RoadmapStatus.APPROVED,
            Indicator.actual < Indicator.planned,
        )
    )
    return session.scalar(query) or 0


def _record(session: Session, actor: Actor, act: str, indicator: Indicator, now: datetime) -> None:
    access.record(
        session,
        act,
        actor_id=actor.person_id,
        organization_id=indicator.roadmap.organization_id,
        subject_kind="indicator",
        subject_id=indicator.id,
        now=now,
    )
