"""Figure: what a day of the roadmaps costs, with a thousand schools of sixty items each.

The peer writes by hand what the tick has to write: the status, the alert, the message, in one transaction.
"""

from __future__ import annotations

import contextlib
import time
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import Any

from sqlalchemy import Engine, event, func, insert, select, update
from sqlalchemy.orm import Session

from benchmarks import program
from benchmarks.figures import milliseconds, ratio, table
from bot import ticks
from models import (
    Alert,
    AlertKind,
    AlertStatus,
    Membership,
    MembershipStatus,
    Notification,
    NotificationStatus,
    Occurrence,
    OccurrenceStatus,
    Organization,
    Person,
    Roadmap,
    RoadmapItem,
    RoadmapStatus,
    Role,
)
from models.delivery import Urgency
from models.roadmap import occurrence_responsible
from services import roadmaps
from services.db import Database
from services.roadmaps import NewItem, NewPlan

FIRST_DAY = date(2026, 9, 1)
EVERY_DAYS = 4
PHRASES = ("до 10.12.2026", "сентябрь-май", "в течение года", "еженедельно", "ежегодно до 10 ноября")
MORNING = datetime(2026, 11, 9, 6, 5, tzinfo=UTC)
"""A Monday, 9:05 in Moscow."""
DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Size:
    schools: int = 1_000
    items: int = 60
    rows: int = 2_000
    mentors: int = 30


@dataclass(frozen=True, slots=True)
class Cost:
    """Of one step: how many duties it moved, seconds, statements."""

    name: str
    moved: int
    seconds: float
    statements: int


async def measure(folder: Path, size: Size) -> list[Cost]:
    async with program.opened(folder / "duties.db") as db:
        await db.write(_fill, size)
        await _settle(db, MORNING - DAY)
        quiet = MORNING.replace(hour=4) - DAY
        return [
            await _cost(db, "a minute in which nothing is due", quiet),
            await _cost(db, "the morning of a due day", MORNING),
            await _by_hand(db, "the same rows written by hand"),
            await _cost(db, "the minute after it", MORNING + timedelta(minutes=1)),
            await _approval(db, size),
        ]


async def _approval(db: Database, size: Size) -> Cost:
    """The order of a head whose plan is large: all its duties are made in one transaction."""
    number = await db.write(_draft, size)
    with _counted() as statements:
        began = time.perf_counter()
        made = await db.write(_go_live, number)
        name = f"approval of a plan: {size.rows:,} rows, {size.mentors} people"
        return Cost(name, made, time.perf_counter() - began, len(statements))


def _draft(session: Session, size: Size) -> int:
    school = Organization(name="Большая школа", created_at=MORNING)
    session.add(school)
    session.flush()
    for place in range(size.mentors):
        person = Person(chat_id=program.FIRST_CHAT - 1 - place, language="ru", created_at=MORNING)
        session.add(person)
        session.flush()
        member = {"role": Role.MENTOR, "status": MembershipStatus.ACTIVE, "profile": {}}
        session.add(Membership(person_id=person.id, organization_id=school.id, created_at=MORNING, **member))
    items = [
        NewItem(str(one), "", f"Дело {one}", PHRASES[one % len(PHRASES)], responsible_text="наставники")
        for one in range(size.rows)
    ]
    plan = NewPlan("Дорожная карта", "2026-2027", items=items)
    return roadmaps.create_draft(session, school.id, plan, by_id=None, now=MORNING).id


def _go_live(session: Session, number: int) -> int:
    roadmaps.go_live(session, session.get_one(Roadmap, number), now=MORNING)
    mine = select(func.count()).select_from(Occurrence).join(Occurrence.item)
    return session.scalar(mine.where(RoadmapItem.roadmap_id == number)) or 0


async def _settle(db: Database, now: datetime) -> None:
    """What the days before left behind is out of the way."""
    await db.write(_close_before, now.date())
    await _ticked(db, now)


def _close_before(session: Session, day: date) -> None:
    session.execute(update(Occurrence).where(Occurrence.due_on < day - DAY).values(status="done"))


async def _ticked(db: Database, now: datetime) -> int:
    moved = 0
    for name in ("duties.new_year", "duties.opening", "duties.overdue", "duties.near"):
        while count := await db.write(ticks.TICKS[name], now=now):
            moved += count
            if count < ticks.BATCHED[name]:
                break
    return moved


async def _cost(db: Database, name: str, now: datetime) -> Cost:
    with _counted() as statements:
        began = time.perf_counter()
        moved = await _ticked(db, now)
        return Cost(name, moved, time.perf_counter() - began, len(statements))


@contextlib.contextmanager
def _counted() -> Iterator[list[str]]:
    seen: list[str] = []

    def note(*arguments: Any) -> None:
        seen.append(str(arguments[2]))

    event.listen(Engine, "before_cursor_execute", note)
    try:
        yield seen
    finally:
        event.remove(Engine, "before_cursor_execute", note)


async def _by_hand(db: Database, name: str) -> Cost:
    overdue = await db.read(_overdue)
    with _counted() as statements:
        began = time.perf_counter()
        await db.write(_write_by_hand, overdue)
        return Cost(name, len(overdue), time.perf_counter() - began, len(statements))


def _overdue(session: Session) -> list[int]:
    return list(session.scalars(select(Alert.id).where(Alert.kind == AlertKind.DUTY_OVERDUE)))


def _write_by_hand(session: Session, numbers: list[int]) -> None:
    for one in numbers:
        session.execute(update(Occurrence).where(Occurrence.id == one).values(status="overdue"))
        session.execute(insert(Alert), [_alert(one)])
        session.execute(insert(Notification), [_message(one)])


def _alert(number: int) -> dict[str, Any]:
    return {
        "organization_id": 1,
        "kind": AlertKind.DUTY_OVERDUE,
        "cause": f"by-hand:{number}",
        "subject": {"occurrence_id": number},
        "status": AlertStatus.RESOLVED,
        "since": MORNING,
        "raised_at": MORNING,
    }


def _message(number: int) -> dict[str, Any]:
    return {
        "kind": "alerts.raised",
        "key": f"by-hand:{number}",
        "person_id": 1,
        "payload": {"alert_id": number},
        "urgency": int(Urgency.NORMAL),
        "status": NotificationStatus.SENT,
        "due_at": MORNING,
        "created_at": MORNING,
    }


def _fill(session: Session, size: Size) -> None:
    made = {"created_at": MORNING - 60 * DAY}
    schools = range(1, size.schools + 1)
    session.execute(insert(Organization), [made | {"id": one, "name": f"Школа № {one}"} for one in schools])
    people = [
        made | {"id": one, "chat_id": program.FIRST_CHAT + one, "language": "ru"} for one in _people(size)
    ]
    session.execute(insert(Person), people)
    session.execute(insert(Membership), [made | _membership(one, size) for one in _people(size)])
    plan = {
        "title": "Дорожная карта",
        "school_year": "2026-2027",
        "status": RoadmapStatus.APPROVED,
        "made_for": 2026,
    }
    session.execute(insert(Roadmap), [made | plan | {"id": one, "organization_id": one} for one in schools])
    for school in schools:
        _fill_school(session, school, size)


def _people(size: Size) -> range:
    """A curator for each school, then somebody responsible for each."""
    return range(1, 2 * size.schools + 1)


def _membership(person: int, size: Size) -> dict[str, Any]:
    role = Role.CURATOR if person <= size.schools else Role.MENTOR
    school = (person - 1) % size.schools + 1
    return {
        "person_id": person,
        "organization_id": school,
        "role": role,
        "status": MembershipStatus.ACTIVE,
        "profile": {},
    }


def _fill_school(session: Session, school: int, size: Size) -> None:
    numbers = range((school - 1) * size.items + 1, school * size.items + 1)
    items = [
        {
            "id": one,
            "roadmap_id": school,
            "position": one,
            "activity": "Провести встречу",
            "deadline_phrase": "до",
        }
        for one in numbers
    ]
    session.execute(insert(RoadmapItem), items)
    duties = [
        {
            "id": one,
            "item_id": one,
            "organization_id": school,
            "key": "1",
            "status": OccurrenceStatus.UPCOMING,
            "due_on": FIRST_DAY + timedelta(days=EVERY_DAYS * place),
        }
        for place, one in enumerate(numbers)
    ]
    session.execute(insert(Occurrence), duties)
    responsible = size.schools + school
    rows = [{"occurrence_id": one, "person_id": responsible} for one in numbers]
    session.execute(insert(occurrence_responsible), rows)


def report(measured: list[Cost]) -> str:
    by_hand = next(one for one in measured if one.name.startswith("the same rows"))
    per_row = by_hand.seconds / max(by_hand.moved, 1)
    rows = [
        (
            one.name,
            f"{one.moved:,}",
            milliseconds(one.seconds),
            f"{one.statements:,}",
            ratio(one.seconds / one.moved / per_row) if one.moved else "–",
        )
        for one in measured
    ]
    head = ("step", "duties", "time", "statements", "a duty ÷ by hand")
    return table("The roadmaps of a thousand schools", head, rows)
