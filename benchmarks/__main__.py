"""Prints what the program costs as tables of medians: `python -m benchmarks --help`."""

from __future__ import annotations

import argparse
import asyncio
import logging
import os
import platform
import sqlite3
import statistics
import tempfile
import time
from collections.abc import Awaitable, Callable
from pathlib import Path

from benchmarks import deadlines, duties, hops, menu, outbox, plan_import, registry, wizard
from benchmarks.figures import milliseconds
from bot import logs

QUICK_WIZARD = wizard.Size(runs=2, walks=1)
QUICK_OUTBOX = outbox.Size(((100, 1), (1_000, 1)))
QUICK_MENU = menu.Size(people=(200, 2_000), asked=60, runs=2)
QUICK_HOPS = hops.Size(runs=2, steps=50)
QUICK_DEADLINES = deadlines.Size(runs=2, rounds=2)
QUICK_PLANS = plan_import.Size(rows=100, runs=2)
QUICK_REGISTRY = registry.Size(imported=50, exported=200, runs=1)
QUICK_DUTIES = duties.Size(schools=20, items=60, rows=200)


async def _wizard(folder: Path, *, quick: bool) -> str:
    size = QUICK_WIZARD if quick else wizard.Size()
    steps = wizard.report(await wizard.measure(folder, size))
    return f"{steps}\n{wizard.report_profile(await wizard.profile(folder, size))}"


async def _outbox(folder: Path, *, quick: bool) -> str:
    return outbox.report(await outbox.measure(folder, QUICK_OUTBOX if quick else outbox.Size()))


async def _menu(folder: Path, *, quick: bool) -> str:
    return menu.report(await menu.measure(folder, QUICK_MENU if quick else menu.Size()))


async def _duties(folder: Path, *, quick: bool) -> str:
    return duties.report(await duties.measure(folder, QUICK_DUTIES if quick else duties.Size()))


async def _deadlines(_folder: Path, *, quick: bool) -> str:
    return deadlines.report(deadlines.measure(QUICK_DEADLINES if quick else deadlines.Size()))


async def _plans(_folder: Path, *, quick: bool) -> str:
    return plan_import.report(plan_import.measure(QUICK_PLANS if quick else plan_import.Size()))


async def _registry(folder: Path, *, quick: bool) -> str:
    return registry.report(registry.measure(folder, QUICK_REGISTRY if quick else registry.Size()))


async def _hops(folder: Path, *, quick: bool) -> str:
    return hops.report(await hops.measure(folder, QUICK_HOPS if quick else hops.Size()))


FIGURES: dict[str, Callable[..., Awaitable[str]]] = {
    "wizard": _wizard,
    "outbox": _outbox,
    "menu": _menu,
    "duties": _duties,
    "hops": _hops,
    "deadlines": _deadlines,
    "plans": _plans,
    "registry": _registry,
}


def machine(folder: Path) -> str:
    """What the figures depend on, in neutral words."""
    synced = milliseconds(_sync_seconds(folder))
    versions = f"Python {platform.python_version()}, SQLite {sqlite3.sqlite_version}"
    return f"{os.cpu_count()} cores, {versions}; writing 4 KB through to the disk takes {synced} (median)."


def _sync_seconds(folder: Path) -> float:
    taken = []
    with tempfile.NamedTemporaryFile(dir=folder) as file:
        for _ in range(100):
            file.write(b"x" * 4096)
            file.flush()
            began = time.perf_counter()
            os.fsync(file.fileno())
            taken.append(time.perf_counter() - began)
    return statistics.median(taken)


async def run(names: list[str], *, quick: bool, parent: Path | None) -> None:
    with tempfile.TemporaryDirectory(dir=parent) as made:
        print(machine(Path(made)), "\n", sep="")
        for name in names:
            began = time.perf_counter()
            print(await FIGURES[name](Path(made), quick=quick))
            print(f"({name}: {time.perf_counter() - began:.0f} s)\n", flush=True)


def main(arguments: list[str] | None = None) -> None:
    parser = argparse.ArgumentParser(prog="python -m benchmarks", description=__doc__)
    parser.add_argument(
        "--quick", action="store_true", help="tiny sizes: shows that everything runs, says little"
    )
    parser.add_argument("--only", nargs="+", choices=list(FIGURES), default=list(FIGURES), metavar="FIGURE")
    parser.add_argument(
        "--folder", type=Path, help="where the databases are made (the system's temporary folder)"
    )
    chosen = parser.parse_args(arguments)
    logs.configure(level=logging.ERROR)
    asyncio.run(run(chosen.only, quick=chosen.quick, parent=chosen.folder))


if __name__ == "__main__":
    main()
