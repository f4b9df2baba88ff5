"""Figure 3: how long the main menu takes, with few and with many people in the database."""

from __future__ import annotations

import itertools
import random
import time
from dataclasses import dataclass
from datetime import timedelta
from pathlib import Path

from sqlalchemy import insert, update
from sqlalchemy.orm import Session

from benchmarks import program
from benchmarks.figures import median, milliseconds, percentile, ratio, table
from benchmarks.transport import typed
from models import (
    Meeting,
    MeetingKind,
    MeetingStatus,
    Membership,
    MembershipStatus,
    Mentorship,
    MentorshipMember,
    Role,
)
from models.mentorship import MentorshipStatus
from services.clock import SystemClock

_numbers = itertools.count(1)


@dataclass(frozen=True, slots=True)
class Size:
    """How many people there are, and how many of them open the menu in one run."""

    people: tuple[int, ...] = (1_000, 100_000)
    asked: int = 500
    runs: int = 5


@dataclass(frozen=True, slots=True)
class Menus:
    people: int
    middle: list[float]
    slowest: list[float]


async def measure(folder: Path, size: Size) -> list[Menus]:
    return [await _with(folder, people, size) for people in size.people]


async def _with(folder: Path, people: int, size: Size) -> Menus:
    found = Menus(people, [], [])
    async with program.opened(folder / f"menu-{people}.db") as db:
        chats = await db.write(_fill, people)
        async with program.running(db) as ours:
            for run in range(size.runs + 1):
                taken = await _run(ours, random.Random(run).choices(chats, k=size.asked))
                if run:  # the first one warms up
                    found.middle.append(percentile(taken, 50))
                    found.slowest.append(percentile(taken, 99))
    return found


async def _run(ours: program.Program, chats: list[int]) -> list[float]:
    taken = []
    calls = ours.session.calls
    for chat in chats:
        began = time.perf_counter()
        await ours.handle(typed(next(_numbers), chat, "/menu"))
        taken.append(time.perf_counter() - began)
    assert ours.session.calls >= calls + len(chats)
    return taken


def _fill(session: Session, count: int) -> list[int]:
    """Schools of a hundred people: a curator, and pairs with a meeting tomorrow."""
    chats = program.add_people(session, count, Role.MENTEE, MembershipStatus.ACTIVE)
    session.execute(update(Membership).where(Membership.id % 2 == 1).values(role=Role.MENTOR))
    curator = Membership.id % program.SCHOOL_SIZE == 0
    session.execute(update(Membership).where(curator).values(role=Role.CURATOR))
    for first in range(1, count, program.BATCH):
        _pair(session, range(first, min(first + program.BATCH, count), 2))
    return chats


def _pair(session: Session, numbers: range) -> None:
    mentors = [one for one in numbers if (one + 1) % program.SCHOOL_SIZE]
    now = SystemClock().now()
    pair = {"status": MentorshipStatus.ACTIVE, "proposed_at": now, "activated_at": now}
    side = {"accepted_at": now}
    meeting = {
        "kind": MeetingKind.REGULAR,
        "status": MeetingStatus.CONFIRMED,
        "starts_at": now + timedelta(days=1),
        "proposed_at": now,
        "confirmed_at": now,
    }
    session.execute(
        insert(Mentorship), [pair | {"id": one, "organization_id": program.school_of(one)} for one in mentors]
    )
    for role, offset in ((Role.MENTOR, 0), (Role.MENTEE, 1)):
        members = [
            side | {"mentorship_id": one, "membership_id": one + offset, "role": role} for one in mentors
        ]
        session.execute(insert(MentorshipMember), members)
    session.execute(
        insert(Meeting), [meeting | {"mentorship_id": one, "proposed_by_id": one} for one in mentors]
    )


def report(measured: list[Menus]) -> str:
    first = median(measured[0].slowest)
    rows = [
        (
            f"{one.people:,}",
            milliseconds(median(one.middle)),
            milliseconds(median(one.slowest)),
            ratio(median(one.slowest) / first),
        )
        for one in measured
    ]
    head = ("people", "p50", "p99", "p99 ÷ the smallest")
    return table("The main menu", head, rows)
