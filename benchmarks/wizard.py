"""Figure 1: what a step of the application wizard costs, beside a bare echo and a minimal handler with a
database.
"""

from __future__ import annotations

import asyncio
import itertools
import statistics
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from benchmarks import profiler, program
from benchmarks.figures import median, milliseconds, percentile, ratio, table
from benchmarks.peers import BareEcho, MinimalDatabase, Peer
from benchmarks.transport import tapped, typed
from handlers.applications.callbacks import Answered, Step
from models import MembershipStatus, Role
from services.db import Database

LANES = 32
ECHO, OURS = "(a) bare echo", "a step of the wizard"
_numbers = itertools.count(1)


@dataclass(frozen=True, slots=True)
class Size:
    """`walks`: how often each lane goes through the wizard in one run."""

    runs: int = 5
    walks: int = 4

    @property
    def people(self) -> int:
        return LANES * self.walks


@dataclass(slots=True)
class Measured:
    """Seconds per update, run by run: one after the other, and with 32 chats at once."""

    alone: list[float] = field(default_factory=list)
    typed: list[float] = field(default_factory=list)
    tapped: list[float] = field(default_factory=list)
    processor: list[float] = field(default_factory=list)
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
    yield tap(Step.TICK, "difficulties", "discipline")
    yield tap(Step.TICK, "difficulties", "parents")
    yield tap(Step.DONE, "difficulties")
    yield typed(next(_numbers), chat, "Хочу спокойно вести урок")


def talk(person: int) -> Iterator[dict[str, Any]]:
    """As many updates for a handler that knows only messages."""
    for _ in wizard(person):
        yield typed(next(_numbers), program.FIRST_CHAT + person, "Хочу спокойно вести урок")


Script = Callable[[int], Iterator[dict[str, Any]]]


async def _alone(peer: Peer, script: Script, people: range, into: Measured) -> None:
    """One update after the other. Steps that are typed get one call as an answer, as those of the peers do;
    steps that are tapped get two, and a keyboard.
    """
    updates = [update for person in people for update in script(person)]
    taken: dict[bool, list[float]] = {True: [], False: []}
    worked = time.process_time()
    for update in updates:
        began = time.perf_counter()
        await peer.handle(update)
        taken["message" in update].append(time.perf_counter() - began)
    into.processor.append((time.process_time() - worked) / len(updates))
    into.alone.append(sum(map(sum, taken.values())) / len(updates))
    into.typed.append(statistics.fmean(taken[True]))
    into.tapped.append(statistics.fmean(taken[False]) if taken[False] else 0.0)


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
                ECHO: (echo, talk),
                "(b) SELECT + INSERT, 1 connection": (one, talk),
                "(b) SELECT + INSERT, 5 connections": (several, talk),
                OURS: (ours, wizard),
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
            await _alone(peer, script, range(1, 2 * size.walks + 1), into)
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
    echo = measured[ECHO]
    minimal = [one for name, one in measured.items() if name.startswith("(b)")]
    alone = min(median(one.alone) for one in minimal)
    crowded = min(median(one.crowded) for one in minimal)
    rows = [
        (
            name,
            milliseconds(median(one.alone)),
            ratio(median(one.alone) / median(echo.alone)),
            ratio(median(one.alone) / alone),
            milliseconds(median(one.processor)),
            milliseconds(median(one.crowded)),
            ratio(median(one.crowded) / median(echo.crowded)),
            ratio(median(one.crowded) / crowded),
            milliseconds(median(one.slowest)),
            f"{median(one.spread):.1f}",
        )
        for name, one in measured.items()
    ]
    per_chat = ("÷ (a)", "÷ (b)")
    head = ("time per update", "alone", *per_chat, "processor", "32 at once", *per_chat, "p99", "p99 ÷ p50")
    by_typing, by_tapping = (
        milliseconds(median(one)) for one in (measured[OURS].typed, measured[OURS].tapped)
    )
    return (
        f"{table('A step of the application wizard', head, rows)}\n"
        f"Alone, a typed step takes {by_typing}; a tapped one, with two calls and a keyboard, {by_tapping}.\n"
    )


async def profile(folder: Path, size: Size) -> list[tuple[str, float]]:
    """The functions that most of the working time goes to, with their shares: the loop's thread and those
    of the database together, without waiting.
    """
    async with program.opened(folder / "profile.db") as db:
        await db.write(_prepare, size.people)
        async with program.running(db) as ours:
            await _crowded(ours, wizard, size, Measured())
            await db.write(program.begin_anew)
            async with profiler.watching(db) as profiles:
                await _crowded(ours, wizard, size, Measured())
    return profiler.shares(profiles)


def report_profile(shares: list[tuple[str, float]]) -> str:
    rows = [(name, f"{share:.1%}") for name, share in shares[:5]]
    return table("Where the time of a step goes", ("function (its own time)", "share"), rows)
