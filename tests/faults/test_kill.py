"""`kill -9` at random moments while people act and messages fall due. A hundred: `tests.faults.kill`."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.faults.kill import KillTest

KILLS, SECONDS = 8, 15.0


@pytest.mark.slow
async def test_killed_again_and_again_the_program_loses_nothing_and_does_nothing_twice(
    tmp_path: Path,
) -> None:
    figures = await KillTest(tmp_path, kills=KILLS, seconds=SECONDS, seed=7).run()
    assert figures.details == []
    assert figures.is_good
    assert figures.kills >= 1
    assert figures.acts > 10
    assert figures.messages > 3
