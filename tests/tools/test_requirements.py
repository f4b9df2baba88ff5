"""The list of requirements is whole, and a mark that names none of them stops the run."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from tools.requirements import PROJECT, BadRequirementList, Requirement, read_requirements, report

REQUIREMENTS = {
    id_: Requirement(id_, term, "MTR")
    for id_, term in (("N-1", "Mentor"), ("T-3.8-1…6", "Pair"), ("G-2", "Note"))
}


def collect(tmp_path: Path, marks: str) -> subprocess.CompletedProcess[str]:
    """Collect a file with one marked test under the rules of the project, in a process of its own."""
    (tmp_path / "test_sample.py").write_text(
        f"import pytest\n\n{marks}\ndef test_sample() -> None: ...\n", encoding="utf-8"
    )
    command = [
        sys.executable,
        "-m",
        "pytest",
        "-c",
        "pyproject.toml",
        "-p",
        "tests.conftest",
        "--collect-only",
        "-q",
    ]
    return subprocess.run(
        [*command, "-p", "no:cacheprovider", str(tmp_path)],
        cwd=PROJECT,
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
    )


def test_list_has_all_229_rows() -> None:
    requirements = read_requirements()
    assert len(requirements) == 229
    assert requirements["N-7.1-1"].term == "Closure.completed"
    lacks = "the banks of programmes and of practices"
    assert requirements["P-bank-1"] == Requirement("P-bank-1", "Bank (4)", "MUN, REG", lacks)
    assert {"T-3.8-1…6", "N-O-4.1–4.3", "L-1-5/6", "T-1.3-part"} <= requirements.keys()


@pytest.mark.parametrize("row", ["\tterm\tCUR", "N-1\tterm\tCUR"])
def test_list_with_an_empty_or_repeated_id_is_refused(tmp_path: Path, row: str) -> None:
    path = tmp_path / "requirements.tsv"
    path.write_text(f"id\tterm\trole\nN-1\tMentor\tall\n{row}\n", encoding="utf-8")
    with pytest.raises(BadRequirementList, match=r"requirements\.tsv:3"):
        read_requirements(path)


def test_report_names_the_tests_and_what_is_not_proved() -> None:
    text = report(REQUIREMENTS, {"T-3.8-1…6": ["tests/a.py::test_one", "tests/b.py::test_two"]})
    proved, _, rest = text.partition("Not proved:")
    assert "T-3.8-1…6" in proved
    assert "tests/a.py::test_one" in proved
    assert "tests/b.py::test_two" in proved
    assert "N-1" in rest
    assert "G-2" in rest
    assert text.splitlines()[-1] == "1 of 3 requirements are proved, 2 are not."


def test_report_tells_what_is_proved_in_part_and_what_that_lacks() -> None:
    rows = {"A": Requirement("A", "Pair", "CUR", "the order"), "B": Requirement("B", "Mentor", "all")}
    text = report(rows, {"A": ["tests/test_a.py::test_a"], "B": ["tests/test_b.py::test_b"]})
    assert "A              Pair (lacks the order)" in text
    assert text.splitlines()[-1] == "1 of 2 requirements are proved, 1 in part, 0 are not."


def test_known_ids_are_collected(tmp_path: Path) -> None:
    run = collect(tmp_path, '@pytest.mark.requirement("T-3.8-1…6", "N-6.2")')
    assert run.returncode == 0, run.stdout + run.stderr
    assert "test_sample" in run.stdout


@pytest.mark.parametrize(
    ("mark", "complaint"),
    [
        ('@pytest.mark.requirement("N-6.2", "N-666")', "there is no requirement 'N-666'"),
        ("@pytest.mark.requirement", "the requirement mark names no id"),
    ],
)
def test_mark_without_a_known_id_stops_the_run(tmp_path: Path, mark: str, complaint: str) -> None:
    run = collect(tmp_path, mark)
    assert run.returncode == pytest.ExitCode.USAGE_ERROR, run.stdout + run.stderr
    assert complaint in run.stdout + run.stderr
