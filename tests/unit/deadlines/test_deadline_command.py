"""`python -m bot deadline …`: what other programs may rely on (product, §7), and what a person reads."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from bot import __main__ as command_line
from bot import deadline_command
from bot.settings import ROOT

FIELDS = ["phrase", "kind", "start", "end", "recurs_yearly", "rule", "rrule", "parts", "warnings"]
SECONDS = 60


def answer(capsys: pytest.CaptureFixture[str], *arguments: str) -> dict[str, Any]:
    assert deadline_command.main([*arguments, "--json"]) == 0
    (line,) = capsys.readouterr().out.splitlines()
    found = json.loads(line)
    assert isinstance(found, dict)
    return found


def answers(
    capsys: pytest.CaptureFixture[str], *lines: str | bytes, arguments: tuple[str, ...] = ()
) -> list[Any]:
    source = [line if isinstance(line, bytes) else line.encode() for line in lines]
    assert deadline_command.main(["-", *arguments, "--json"], source=source) == 0
    return [json.loads(line) for line in capsys.readouterr().out.splitlines()]


def test_a_phrase_is_answered_with_the_object_of_the_contract(capsys: pytest.CaptureFixture[str]) -> None:
    found = answer(capsys, "Сентябрь, 2022", "--school-year", "2022-2023")
    assert list(found) == FIELDS
    assert found == {
        "phrase": "Сентябрь, 2022",
        "kind": "period",
        "start": "2022-09-01",
        "end": "2022-09-30",
        "recurs_yearly": False,
        "rule": None,
        "rrule": None,
        "parts": [],
        "warnings": [],
    }


def test_the_parts_of_a_compound_phrase_are_objects_of_the_same_form(
    capsys: pytest.CaptureFixture[str],
) -> None:
    found = answer(capsys, "27.01.2023, далее – ежегодно сентябрь", "--year", "2023")
    assert (found["kind"], found["start"], found["end"]) == ("date", "2023-01-27", "2023-01-27")
    first, second = found["parts"]
    assert list(first) == list(second) == FIELDS
    assert {name: first[name] for name in ("kind", "start", "end")} == {
        name: found[name] for name in ("kind", "start", "end")
    }
    assert (second["kind"], second["start"], second["end"]) == ("yearly", "2023-09-01", "2023-09-30")
    assert (second["recurs_yearly"], second["rule"]) == (True, "--09-01/--09-30")


@pytest.mark.parametrize("plan", ["2023-2024", "2023/2024", "2023–24", " 2023 - 2024 ", "2023"])
def test_a_school_year_may_be_written_in_several_ways(capsys: pytest.CaptureFixture[str], plan: str) -> None:
    assert answer(capsys, "май", "--school-year", plan)["start"] == "2024-05-01"


@pytest.mark.parametrize(
    ("arguments", "start"),
    [
        (("--year", "2023"), "2023-05-01"),
        (("--today", "2023-09-01"), "2024-05-01"),
        (("--today", "2023-03-01"), "2023-05-01"),
    ],
)
def test_the_plan_may_be_of_a_calendar_year_or_unknown(
    capsys: pytest.CaptureFixture[str], arguments: tuple[str, ...], start: str
) -> None:
    assert answer(capsys, "май", *arguments)["start"] == start


def test_a_warning_is_a_sentence_with_what_was_probably_meant(capsys: pytest.CaptureFixture[str]) -> None:
    (warning,) = answer(capsys, "Май, 2022", "--school-year", "2022-2023")["warnings"]
    assert warning == "Срок выходит за пределы плана. Вероятно, имелось в виду «май 2023»."


def test_what_is_not_understood_has_no_days_and_says_why(capsys: pytest.CaptureFixture[str]) -> None:
    found = answer(capsys, "май 2024 – сентябрь 2023", "--school-year", "2023-2024")
    assert (found["kind"], found["start"], found["end"]) == ("unparsable", None, None)
    assert found["warnings"] == [
        "Конец срока раньше начала. Вероятно, имелось в виду «сентябрь 2023 – май 2024»."
    ]


@pytest.mark.parametrize(
    ("arguments", "sentence"),
    [
        (("--school-year", "2023-2025"), "Учебный год «2023-2025» не понят"),
        (("--school-year", "0001-0002"), "Учебный год «0001-0002» не понят"),
        (("--school-year", "скоро"), "Учебный год «скоро» не понят"),
        (("--year", "23"), "Год «23» не понят"),
        (("--year", "9999"), "Год «9999» не понят"),
        (("--today", "01.09.2023"), "День «01.09.2023» не понят"),
        (("--today", "0001-01-01"), "День «0001-01-01» не понят"),
    ],
)
def test_a_plan_that_cannot_be_is_refused_with_a_sentence(
    capsys: pytest.CaptureFixture[str], arguments: tuple[str, ...], sentence: str
) -> None:
    for phrase in ("май", "-"):
        assert deadline_command.main([phrase, *arguments, "--json"], source=[]) == 2
        said = capsys.readouterr()
        assert said.out == ""
        assert said.err.startswith(sentence)


def test_a_person_reads_words(capsys: pytest.CaptureFixture[str]) -> None:
    assert deadline_command.main(["Май, 2022", "--school-year", "2022-2023"]) == 0
    assert capsys.readouterr().out.splitlines() == [
        "Понято: май 2022 г.",
        "Внимание. Срок выходит за пределы плана. Вероятно, имелось в виду «май 2023».",
    ]
    assert deadline_command.main(["по запросу"]) == 0
    assert capsys.readouterr().out.splitlines() == [
        "Срок не понят.",
        "Внимание. Делается по необходимости: даты нет.",
    ]


def test_every_line_has_an_answer_and_a_broken_one_stops_nothing(capsys: pytest.CaptureFixture[str]) -> None:
    lines: tuple[str | bytes, ...] = (
        '{"phrase": "Сентябрь, 2022", "school_year": "2022-2023"}\n',
        "broken\n",
        "\n",
        "[]\n",
        '{"phrase": 5}\n',
        '{"school_year": "2022-2023"}\n',
        b'{"phrase": "\xff\xfe"}\n',
        "[" * 100_000 + "\n",
        '{"phrase": "май", "year": ' + "9" * 5_000 + "}\n",
        '{"phrase": "май", "school_year": "soon"}\n',
        '{"phrase": "май", "school_year": [], "today": {}}\n',
        '{"phrase": "\\ud800 май", "year": 2023}\n',
        '{"phrase": "май", "school_year": null, "year": 2023, "today": null}',
    )
    found = answers(capsys, *lines)
    assert len(found) == len(lines)
    assert all(list(one) == FIELDS for one in found)
    kinds = [one["kind"] for one in found]
    assert kinds == ["period", *["unparsable"] * 10, "period", "period"]
    assert all(one["warnings"] for one in found if one["kind"] == "unparsable")
    assert found[-1]["start"] == "2023-05-01"
    assert found[-2]["phrase"] == "\ud800 май"


def test_a_line_that_names_no_plan_belongs_to_the_one_of_the_command(
    capsys: pytest.CaptureFixture[str],
) -> None:
    lines = (
        '{"phrase": "май"}',
        '{"phrase": "май", "year": "2030"}',
        '{"phrase": "май", "school_year": "2030"}',
    )
    found = answers(capsys, *lines, arguments=("--school-year", "2023-2024"))
    assert [one["start"] for one in found] == ["2024-05-01", "2030-05-01", "2031-05-01"]


def test_the_main_command_line_answers_too(capsys: pytest.CaptureFixture[str]) -> None:
    assert command_line.main(["deadline", "1.09.2023", "--json"]) == 0
    assert json.loads(capsys.readouterr().out)["start"] == "2023-09-01"


def test_a_process_answers_without_settings_database_or_telegram(tmp_path: Path) -> None:
    program = (
        "import runpy, sys; sys.argv = ['bot', 'deadline', '-']; code = 0\n"
        "try: runpy.run_module('bot', run_name='__main__')\n"
        "except SystemExit as ended: code = ended.code\n"
        "print(code, sorted(name for name in ('aiogram', 'alembic', 'aiosqlite') if name in sys.modules))"
    )
    ended = subprocess.run(
        [sys.executable, "-c", program],
        input='{"phrase": "до 10.09.2023"}\n'.encode(),
        capture_output=True,
        timeout=SECONDS,
        cwd=tmp_path,
        env={**os.environ, "PYTHONPATH": str(ROOT), "BOT_TOKEN": "nonsense", "DATABASE_URL": "nonsense"},
        check=True,
    )
    first, last = ended.stdout.decode().splitlines()
    assert json.loads(first)["end"] == "2023-09-10"
    assert last == "0 []"
    assert list(tmp_path.iterdir()) == []
