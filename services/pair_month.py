"""A month of all pairs, day by day: what was held, planned, missed or disputed, and which days are off."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from enum import StrEnum

from sqlalchemy import select
from sqlalchemy.orm import Session

from models import Meeting, MeetingStatus, Organization, SchoolBreak
from services import access, pair_facts
from services.access import Actor
from services.errors import NoLongerCurrent
from services.local_time import local_moment, today_in
from services.names import PersonName
from services.pair_board import places_of
from services.working_days import is_working_day

DAY = timedelta(days=1)
EARLIEST, LATEST = 2020, 2100
"""Years beyond these were not offered by any button."""


class DayState(StrEnum):
    """What became of a meeting of that day. The first that is true of several is shown."""

    DISPUTED = "disputed"
    MISSED = "missed"
    HELD = "held"
    UNTOLD = "untold"
    PLANNED = "planned"


_STATES = {
    MeetingStatus.HELD: DayState.HELD,
    MeetingStatus.NOT_HELD: DayState.MISSED,
    MeetingStatus.DISPUTED: DayState.DISPUTED,
}
_ORDER = list(DayState)


@dataclass(frozen=True, slots=True)
class PairRow:
    """A pair with the days of the month on which it has something."""

    mentorship_id: int
    mentor: PersonName
    mentees: tuple[PersonName, ...]
    days: tuple[tuple[date, DayState], ...]


@dataclass(frozen=True, slots=True)
class Month:
    """`days_off`: days on which nobody at any of the schools works or learns."""

    first: date
    last: date
    today: date
    rows: tuple[PairRow, ...]
    days_off: frozenset[date]

    @property
    def before(self) -> date:
        return (self.first - DAY).replace(day=1)

    @property
    def after(self) -> date:
        return self.last + DAY


def month(session: Session, actor: Actor, year: int, number: int, *, now: datetime) -> Month:
    """The month of all active pairs where the actor is curator or head; 0 and 0: the present one. That the
    picture was taken is written to the audit log, once a day. Raises NotAllowed, NoLongerCurrent.
    """
    places = places_of(actor)
    today = today_in(actor.timezone, now)
    first = _first(year or today.year, number or today.month)
    last = (first + 31 * DAY).replace(day=1) - DAY
    schools = session.scalars(select(Organization).where(Organization.id.in_(places))).all()
    for place in places:
        access.record_look(session, actor, "pairs.picture_taken", place, now=now)
    return Month(
        first,
        last,
        today,
        tuple(_rows(session, schools, first, last, now)),
        _off(session, places, first, last),
    )


def _first(year: int, number: int) -> date:
    if not (EARLIEST <= year <= LATEST and 1 <= number <= 12):
        raise NoLongerCurrent
    return date(year, number, 1)


def _rows(
    session: Session, schools: Sequence[Organization], first: date, last: date, now: datetime
) -> Iterator[PairRow]:
    zones = {one.id: one.timezone for one in schools}
    pairs = pair_facts.active_pairs(session, list(zones))
    met = _meetings(session, [pair.id for pair in pairs], first, last)
    for pair in pairs:
        states: dict[date, DayState] = {}
        for status, at in met[pair.id]:
            day, state = today_in(zones[pair.organization_id], at), _state(status, at, now)
            states[day] = min(states.get(day, state), state, key=_ORDER.index)
        days = tuple(sorted((day, state) for day, state in states.items() if first <= day <= last))
        mentees = tuple(PersonName.of(one.membership) for one in pair.mentees)
        yield PairRow(pair.id, PersonName.of(pair.mentor.membership), mentees, days)


def _meetings(
    session: Session, ids: Sequence[int], first: date, last: date
) -> dict[int, list[tuple[MeetingStatus, datetime]]]:
    """A day more on both sides: the month begins at another moment in every zone."""
    query = select(Meeting.mentorship_id, Meeting.status, Meeting.starts_at).where(
        Meeting.mentorship_id.in_(ids),
        Meeting.status.in_((*pair_facts.SETTLED, *pair_facts.OPEN)),
        Meeting.starts_at >= local_moment(first - DAY, time(0), "UTC"),
        Meeting.starts_at < local_moment(last + 2 * DAY, time(0), "UTC"),
    )
    found: dict[int, list[tuple[MeetingStatus, datetime]]] = defaultdict(list)
    for mentorship_id, status, at in session.execute(query):
        found[mentorship_id].append((status, at))
    return found


def _state(status: MeetingStatus, at: datetime, now: datetime) -> DayState:
    return _STATES.get(status) or (DayState.PLANNED if at > now else DayState.UNTOLD)


def _off(session: Session, places: Sequence[int], first: date, last: date) -> frozenset[date]:
    """Days off for everybody, and the breaks that all of these schools have."""
    here = (
        SchoolBreak.organization_id.in_(places),
        SchoolBreak.starts_on <= last,
        SchoolBreak.ends_on >= first,
    )
    breaks = session.scalars(select(SchoolBreak).where(*here)).all()
    days = [first + number * DAY for number in range((last - first).days + 1)]
    return frozenset(day for day in days if not is_working_day(day) or _on_break(day, breaks, len(places)))


def _on_break(day: date, breaks: Sequence[SchoolBreak], schools: int) -> bool:
    on_break = {one.organization_id for one in breaks if one.starts_on <= day <= one.ends_on}
    return len(on_break) == schools
