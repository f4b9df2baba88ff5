"""The benchmark of phrases runs, and its peers are in the table; how long it takes is not asked here."""

from __future__ import annotations

from benchmarks import deadlines


def test_every_way_reads_all_phrases_and_is_in_the_table() -> None:
    found = deadlines.measure(deadlines.Size(runs=1, rounds=1))
    assert len(found) == 3
    assert all(len(way.each) == len(deadlines.PHRASES) and len(way.seconds) == 1 for way in found.values())
    assert found[deadlines.OURS].read == 20
    drawn = deadlines.report(found)
    assert all(name in drawn for name in found)
