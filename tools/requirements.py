"""How many of the requirements in docs/requirements.tsv are proved, by which tests, and which are not.

A test says what it proves with `@pytest.mark.requirement("N-6.2", …)`. The tests are collected, not
run: whether they pass is the business of `make test`, where tests/conftest.py refuses a mark whose id is not
in the list.
"""

from __future__ import annotations

import argparse
import csv
import io
import sys
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import redirect_stdout
from dataclasses import dataclass
from pathlib import Path

import pytest

PROJECT = Path(__file__).resolve().parent.parent
LIST = PROJECT / "docs" / "requirements.tsv"


@dataclass(frozen=True)
class Requirement:
    """One row of the list: its id, the English term for it and the role it serves.

    `lacks` says what the program does not do of it yet, where tests prove a part.
    """

    id: str
    term: str
    role: str
    lacks: str = ""


class BadRequirementList(ValueError):
    """The list has a row without an id, or an id twice."""


def read_requirements(path: Path = LIST) -> dict[str, Requirement]:
    """Return the rows by id, in the order of the file. Raises BadRequirementList."""
    requirements: dict[str, Requirement] = {}
    with path.open(encoding="utf-8", newline="") as lines:
        for number, row in enumerate(csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE), start=2):
            if not row["id"] or row["id"] in requirements:
                raise BadRequirementList(
                    f"{path.name}:{number}: the id {row['id']!r} is empty or stands twice"
                )
            requirements[row["id"]] = Requirement(row["id"], row["term"], row["role"], row.get("lacks") or "")
    return requirements


def marked_ids(item: pytest.Item) -> list[str]:
    """Return the ids that the marks on a test, its class and its module name."""
    return [str(id_) for mark in item.iter_markers("requirement") for id_ in mark.args]


def unknown_marks(items: Iterable[pytest.Item], known: Iterable[str]) -> list[str]:
    """Return a sentence for each test that names a requirement which is not in the list, or names none."""
    known = set(known)
    complaints = []
    for item in items:
        ids = marked_ids(item)
        if item.get_closest_marker("requirement") and not ids:
            complaints.append(f"{item.nodeid}: the requirement mark names no id")
        complaints += [f"{item.nodeid}: there is no requirement {id_!r}" for id_ in ids if id_ not in known]
    return complaints


class Collector:
    """A pytest plugin that remembers which tests name which requirement."""

    def __init__(self) -> None:
        self.tests: dict[str, set[str]] = defaultdict(set)

    def pytest_collection_finish(self, session: pytest.Session) -> None:
        """Note the tests that are left after all selection, each once however many parameters it has."""
        for item in session.items:
            for id_ in marked_ids(item):
                self.tests[id_].add(item.nodeid.partition("[")[0])


class CollectionFailed(RuntimeError):
    """The tests could not be collected; what pytest said is the message."""


def collect_proofs(arguments: Sequence[str] = ()) -> dict[str, list[str]]:
    """Return the names of the tests by requirement id. Raises CollectionFailed."""
    collector = Collector()
    said = io.StringIO()
    with redirect_stdout(said):
        status = pytest.main(["--collect-only", "-qq", "--no-header", *arguments], plugins=[collector])
    if status not in (pytest.ExitCode.OK, pytest.ExitCode.NO_TESTS_COLLECTED):
        raise CollectionFailed(said.getvalue())
    return {id_: sorted(tests) for id_, tests in collector.tests.items()}


def report(requirements: Mapping[str, Requirement], proofs: Mapping[str, Sequence[str]]) -> str:
    """Return the list of what is proved and by which tests, then what is not, then the count."""
    shown = [row for row in requirements.values() if proofs.get(row.id)]
    proved, partly = [row for row in shown if not row.lacks], [row for row in shown if row.lacks]
    unproved = [row for row in requirements.values() if not proofs.get(row.id)]
    lines = ["Proved:", *_with_tests(proved, proofs)]
    if partly:
        lines += ["", "Proved in part:", *_with_tests(partly, proofs)]
    lines += ["", "Not proved:", *(f"  {row.id:<14} {row.role:<16} {row.term}" for row in unproved)]
    in_part = f"{len(partly)} in part, " if partly else ""
    lines += [
        "",
        f"{len(proved)} of {len(requirements)} requirements are proved, {in_part}{len(unproved)} are not.",
    ]
    return "\n".join(lines)


def _with_tests(rows: Iterable[Requirement], proofs: Mapping[str, Sequence[str]]) -> Iterator[str]:
    for row in rows:
        yield f"  {row.id:<14} {row.term}" + (f" (lacks {row.lacks})" if row.lacks else "")
        yield from (f"      {test}" for test in proofs[row.id])


def main(arguments: Sequence[str] | None = None) -> int:
    """Print the report. Return 1 if a mark is wrong or the tests cannot be collected."""
    parser = argparse.ArgumentParser(prog="python -m tools.requirements", description=__doc__)
    parser.add_argument("paths", nargs="*", help="tests to look at (default: all)")
    options = parser.parse_args(arguments)
    try:
        requirements, proofs = read_requirements(), collect_proofs(options.paths)
    except (BadRequirementList, CollectionFailed) as error:
        print(error, file=sys.stderr)
        return 1
    unknown = sorted(proofs.keys() - requirements.keys())
    for id_ in unknown:
        print(f"{', '.join(proofs[id_])}: there is no requirement {id_!r}", file=sys.stderr)
    print(report(requirements, proofs))
    return 1 if unknown else 0


if __name__ == "__main__":
    sys.exit(main())
