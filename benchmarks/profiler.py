"""cProfile over all threads that work: the event loop's and those of the SQLite connections."""

from __future__ import annotations

import contextlib
import cProfile
import pstats
import sys
from collections.abc import AsyncIterator, Awaitable, Callable, Sequence
from pathlib import Path
from typing import Any

from services.db import Database, SqliteDatabase

WAITING = ("'poll' of 'select.", "'get' of '_queue.")
ONE_WATCHES_ALL = sys.version_info >= (3, 12)
"""Since then a profile sees every thread, and a second one is refused."""


@contextlib.asynccontextmanager
async def watching(db: Database) -> AsyncIterator[list[cProfile.Profile]]:
    assert isinstance(db, SqliteDatabase)
    threads = [] if ONE_WATCHES_ALL else [db._writer._in_thread, *(one._in_thread for one in db._readers)]
    profiles = [cProfile.Profile() for _ in threads]
    main = cProfile.Profile()
    await _each(threads, [one.enable for one in profiles])
    main.enable()
    try:
        yield [main, *profiles]
    finally:
        main.disable()
        await _each(threads, [one.disable for one in profiles])


async def _each(threads: Sequence[Callable[..., Awaitable[Any]]], acts: Sequence[Callable[[], None]]) -> None:
    for in_thread, act in zip(threads, acts, strict=True):
        await in_thread(act)


def shares(profiles: list[cProfile.Profile]) -> list[tuple[str, float]]:
    """Functions with their share of the time in which anything was done, the largest first."""
    own: dict[str, float] = {}
    for one in profiles:
        for (path, _, function), (_, _, seconds, _, _) in pstats.Stats(one).stats.items():  # type: ignore[attr-defined]
            if not any(waiting in function for waiting in WAITING):
                name = f"{Path(path).name} {function}" if path != "~" else function.strip("<>{}")
                own[name] = own.get(name, 0.0) + seconds
    whole = sum(own.values())
    return sorted(((name, seconds / whole) for name, seconds in own.items()), key=lambda one: -one[1])
