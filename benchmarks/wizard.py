"""Figure 1: what a step of the application wizard costs, beside a bare echo and a minimal handler with a database."""

from __future__ import annotations

import asyncio
import itertools
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from benchmarks import program
from benchmarks.figures import median, milliseconds, percentile, ratio, table
from benchmarks.peers import BareEcho, MinimalDatabase, Peer
from benchmarks.transport import tapped, typed
from handlers.joining.callbacks import Answered, Step
from models import MembershipStatus, Role
from services.db import Database

LANES = 32
_numbers = itertools.count(1)


@dataclass(frozen=True, slots=True)
class Size:
    """`walks`: how often each lane goes through the wizard in one run."""

    runs: int = 7
    walks: int = 4

    @property
    def people(self) -> int:
        return LANES * self.walks


@dataclass(slots=True)
class Measured:
    """Seconds per update: one after the other, with 32 chats at once, and how long each took then."""

    alone: list[float] = field(default_factory=list)
    crowded: list[float] = field(default_factory=list)
    spread: list[float] = field(default_factory=list)
    slowest: list[float] = field(default_factory=list)


def wizard(person: int) -> Iterator[dict[str, Any]]:
    """Everything that one mentee types and taps, from the name to the summary."""
    chat = program.FIRST_CHAT + person

    def tap(step: Step, question: str, option: str = "") -> dict[str, Any]:
        data = Answered(application_id=person, step=step, question=question, option=option)
        return tapped(next(_numbers), chat, data.pack())

    yield typed(next(_numbers), chat, "Соколова Вера Павловна")
    yield tap(Step.CHOOSE, "subject", "mathematics")
    yield typed(next(_numbers), chat, "1")
    yield tap(Step.TOGGLE, "difficulties", "discipline")
    yield tap(Step.TOGGLE, "difficulties", "parents")
    yield tap(Step.DONE, "difficulties")
    yield typed(next(_numbers), chat, "Хочу спокойно вести урок")


def talk(person: int) -> Iterator[dict[str, Any]]:
    """As many updates for a handler that knows only messages."""
    for _ in wizard(person):
        yield typed(next(_numbers), program.FIRST_CHAT + person, "Хочу спокойно вести урок")


Script = Callable[[int], Iterator[dict[str, Any]]]


async def _alone(peer: Peer, script: Script, people: range) -> float:
    updates = [update for person in people for update in script(person)]
    started = time.perf_counter()
    for update in updates:
        await peer.handle(update)
    return (time.perf_counter() - started) / len(updates)


async def _crowded(peer: Peer, script: Script, size: Size, into: Measured) -> None:
    taken: list[float] = []

    async def lane(number: int) -> None:
        for walk in range(size.walks):
            for update in script(1 + number * size.walks + walk):
                began = time.perf_counter()
                await peer.handle(update)
                taken.append(time.perf_counter() - began)

    started = time.perf_counter()
    await asyncio.gather(*(lane(number) for number in range(LANES)))
    into.crowded.append((time.perf_counter() - started) / len(taken))
    into.spread.append(percentile(taken, 99) / percentile(taken, 50))
    into.slowest.append(percentile(taken, 99))


async def measure(folder: Path, size: Size) -> dict[str, Measured]:
    """All peers in turn, run by run, so that whatever else the machine does meets all of them."""
    echo = BareEcho()
    one, several = (MinimalDatabase(folder / f"minimal-{count}.db", count) for count in (1, 5))
    chats = [program.FIRST_CHAT + person for person in range(1, size.people + 1)]
    await one.open(chats)
    await several.open(chats)
    async with program.opened(folder / "wizard.db") as db:
        await db.write(_prepare, size.people)
        async with program.running(db) as ours:
            peers: dict[str, tuple[Peer, Script]] = {
                "(a) bare echo": (echo, talk),
                "(b) SELECT + INSERT, 1 connection": (one, talk),
                "(b) SELECT + INSERT, 5 connections": (several, talk),
                "a step of the wizard": (ours, wizard),
            }
            measured = await _rounds(peers, db, size)
    await one.close()
    await several.close()
    return measured


async def _rounds(peers: dict[str, tuple[Peer, Script]], db: Database, size: Size) -> dict[str, Measured]:
    measured = {name: Measured() for name in peers}
    for number in range(size.runs + 1):
        for name, (peer, script) in peers.items():
            # The first run warms up and is not counted.
            into = measured[name] if number else Measured()
            into.alone.append(await _alone(peer, script, range(1, 2 * size.walks + 1)))
            _check(script, await db.write(program.begin_anew), 2 * size.walks)
            await _crowded(peer, script, size, into)
            _check(script, await db.write(program.begin_anew), size.people)
    return measured


def _check(script: Script, came_to_the_end: int, walked: int) -> None:
    """A step that was refused would be cheap: all of them must have had their effect."""
    assert came_to_the_end == (walked if script is wizard else 0), f"{came_to_the_end} of {walked}"


def _prepare(session: Any, count: int) -> None:
    program.add_people(session, count, Role.MENTEE, MembershipStatus.INVITED)
    program.add_applications(session, count)


def report(measured: dict[str, Measured]) -> str:
    echo = measured["(a) bare echo"]
    best = min(
        (one for name, one in measured.items() if name.startswith("(b)")), key=lambda one: median(one.crowded)
    )
    rows = [
        (
            name,
            milliseconds(median(one.alone)),
            ratio(median(one.alone) / median(echo.alone)),
            ratio(median(one.alone) / median(best.alone)),
            milliseconds(median(one.crowded)),
            ratio(median(one.crowded) / median(echo.crowded)),
            ratio(median(one.crowded) / median(best.crowded)),
            milliseconds(median(one.slowest)),
            f"{median(one.spread):.1f}",
        )
        for name, one in measured.items()
    ]
    head = ("handler", "alone", "÷ (a)", "÷ (b)", "32 at once", "÷ (a)", "÷ (b)", "p99", "p99 ÷ p50")
    return table("A step of the application wizard (time per update)", head, rows)
