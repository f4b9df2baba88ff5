"""The benchmarks run and count what they say they count; how long anything takes is not asked here."""

from __future__ import annotations

import gc
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
import structlog

from benchmarks import hops, menu, outbox, wizard
from benchmarks.__main__ import main
from benchmarks.figures import percentile, table

pytestmark = pytest.mark.slow


@pytest.fixture(autouse=True)
def _process_as_it_was() -> Iterator[None]:
    """The program sets up its process for itself; the other tests keep theirs."""
    threshold, interval = gc.get_threshold(), sys.getswitchinterval()
    logging = structlog.get_config()
    yield
    structlog.configure(**logging)
    gc.unfreeze()
    gc.set_threshold(*threshold)
    sys.setswitchinterval(interval)


def test_a_table_is_as_wide_as_what_stands_in_it() -> None:
    drawn = table("Title", ("name", "n"), [("a", "1"), ("longer", "10")]).splitlines()
    assert drawn == [
        "### Title",
        "",
        "| name   |  n |",
        "|--------|----|",
        "| a      |  1 |",
        "| longer | 10 |",
    ]


def test_a_percentile_is_a_value_that_was_measured() -> None:
    values = [float(one) for one in range(1, 101)]
    assert (percentile(values, 50), percentile(values, 99), percentile(values, 100)) == (51, 100, 100)


async def test_every_step_of_the_wizard_takes_effect_and_all_peers_are_in_the_table(tmp_path: Path) -> None:
    measured = await wizard.measure(tmp_path, wizard.Size(runs=1, walks=1))
    drawn = wizard.report(measured)
    assert len(measured) == 4
    assert all(name in drawn for name in measured)
    assert all(len(one.alone) == len(one.crowded) == len(one.spread) == 1 for one in measured.values())


async def test_the_profile_adds_up_to_the_whole(tmp_path: Path) -> None:
    shares = await wizard.profile(tmp_path, wizard.Size(runs=1, walks=1))
    assert sum(share for _, share in shares) == pytest.approx(1)
    assert wizard.report_profile(shares).count("%") == 5


async def test_the_outbox_is_drained_to_the_last_row(tmp_path: Path) -> None:
    (drained,) = await outbox.measure(tmp_path, outbox.Size(((120, 1),)))
    assert drained.rows == 120
    assert "120" in outbox.report([drained])


async def test_the_menu_is_opened_as_often_as_asked(tmp_path: Path) -> None:
    measured = await menu.measure(tmp_path, menu.Size(people=(100, 200), asked=5, runs=1))
    assert [one.people for one in measured] == [100, 200]
    assert menu.report(measured).count("ms") == 4


async def test_all_ways_of_running_a_use_case_are_compared(tmp_path: Path) -> None:
    found = await hops.measure(tmp_path, hops.Size(runs=1, steps=3))
    assert len(found.waited) == 3
    assert hops.OURS in hops.report(found)


def test_the_command_prints_tables(capsys: pytest.CaptureFixture[str]) -> None:
    main(["--quick", "--only", "hops"])
    assert "### One SELECT and one INSERT" in capsys.readouterr().out
