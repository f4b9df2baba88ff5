"""`python -m bot deadline "…"`: how a deadline phrase is understood (product, §7); `-` reads JSON lines.

Opens no database, reads no settings and imports little, so that it answers fast.
"""

from __future__ import annotations

import argparse
import json
import re
import sys
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any, TextIO

from handlers.common.deadline_words import doubt_words, in_words
from handlers.common.translator import Texts, Translator
from services.clock import SystemClock
from services.content import Content
from services.deadlines import Context, Kind, Reading, read

ROOT = Path(__file__).resolve().parent.parent
NAME = "deadline"
REFUSED = 2
FROM_INPUT = "-"
LINE_SHOWN = 1000
FIRST_YEAR, LAST_YEAR = 1990, 2100
_SCHOOL_YEAR = re.compile(r"\s*(\d{4})\s*[-–—/]\s*(\d{4}|\d{2})\s*")
_YEAR = re.compile(r"\s*(\d{4})\s*")


class Refused(Exception):
    """What was asked cannot be: the key of the sentence that says so, and what stood there."""

    def __init__(self, key: str, value: object) -> None:
        super().__init__(key)
        self.key, self.value = key, str(value)[:80]

    def words(self, t: Translator) -> str:
        return t.plain(self.key, value=self.value, first=str(FIRST_YEAR), last=str(LAST_YEAR))


@dataclass(frozen=True, slots=True)
class Asked:
    """The plan that a phrase belongs to, as it was typed."""

    school_year: object = None
    year: object = None
    today: object = None

    def context(self, now: date) -> Context:
        """Raises Refused."""
        today = _day(self.today) if self.today not in (None, "") else now
        school_year = _school_year(self.school_year) if self.school_year not in (None, "") else None
        years = _calendar_year(self.year) if self.year not in (None, "") and school_year is None else None
        return Context(today, school_year, years)


def add_parser(commands: argparse._SubParsersAction[argparse.ArgumentParser], t: Translator) -> None:
    """The sub-command, for the list of all of them."""
    _add_arguments(commands.add_parser(NAME, help=t.plain("deadline-cli")), t)


def main(arguments: Sequence[str], *, source: Iterable[bytes] | None = None) -> int:
    """Answer what stands behind `deadline` on the command line. Returns the exit status."""
    t = _translator()
    parser = argparse.ArgumentParser(prog=f"python -m bot {NAME}", description=t.plain("deadline-cli"))
    _add_arguments(parser, t)
    try:
        return run(parser.parse_args(arguments), t, source)
    except BrokenPipeError:
        # Whoever read the answers has enough of them; nothing more may be written at the end either.
        sys.stdout = None
        return 0


def run(options: argparse.Namespace, t: Translator, source: Iterable[bytes] | None = None) -> int:
    asked = Asked(options.school_year, options.year, options.today)
    now = SystemClock().now().astimezone().date()
    try:
        context = asked.context(now)
    except Refused as refused:
        _say(refused.words(t), sys.stderr)
        return REFUSED
    if options.phrase == FROM_INPUT:
        for line in sys.stdin.buffer if source is None else source:
            _say(_json(_answer(line, asked, now, t)))
        return 0
    reading = read(options.phrase, context)
    _say(_json(as_json(reading, t)) if options.json else _for_people(reading, t))
    return 0


def as_json(reading: Reading, t: Translator) -> dict[str, Any]:
    """The object of `deadline --json`: days in ISO form, doubts as sentences."""
    return {
        "phrase": reading.phrase,
        "kind": reading.kind.value,
        "start": reading.start.isoformat() if reading.start else None,
        "end": reading.end.isoformat() if reading.end else None,
        "recurs_yearly": reading.recurs_yearly,
        "rule": reading.rule,
        "rrule": reading.rrule,
        "parts": [as_json(part, t) for part in reading.parts],
        "warnings": [doubt_words(t, doubt) for doubt in reading.doubts],
    }


@cache
def _translator() -> Translator:
    """Only words: a deadline is said without the lists and questionnaires of `content/`."""
    return Texts(ROOT / "locales", Content({}, {}, {}, {})).translator("ru")


def _add_arguments(parser: argparse.ArgumentParser, t: Translator) -> None:
    parser.add_argument("phrase", help=t.plain("deadline-cli-phrase"))
    parser.add_argument("--school-year", help=t.plain("deadline-cli-school-year"))
    parser.add_argument("--year", help=t.plain("deadline-cli-year"))
    parser.add_argument("--today", help=t.plain("deadline-cli-today"))
    parser.add_argument("--json", action="store_true", help=t.plain("deadline-cli-json"))


def _school_year(typed: object) -> int:
    """The calendar year in which it begins. A lone year is the one in which it begins."""
    if lone := _YEAR.fullmatch(str(typed)):
        begins = int(lone[1])
    else:
        pair = _SCHOOL_YEAR.fullmatch(str(typed))
        begins = int(pair[1]) if pair and _follows(int(pair[1]), pair[2]) else 0
    if not FIRST_YEAR <= begins < LAST_YEAR:
        raise Refused("deadline-cli-school-year-wrong", typed)
    return begins


def _follows(begins: int, second: str) -> bool:
    return int(second) == (begins + 1 if len(second) == 4 else (begins + 1) % 100)


def _calendar_year(typed: object) -> tuple[int, int]:
    found = _YEAR.fullmatch(str(typed))
    if found is None or not FIRST_YEAR <= int(found[1]) <= LAST_YEAR:
        raise Refused("deadline-cli-year-wrong", typed)
    return int(found[1]), int(found[1])


def _day(typed: object) -> date:
    try:
        day = date.fromisoformat(str(typed).strip())
    except ValueError:
        raise Refused("deadline-cli-today-wrong", typed) from None
    if not FIRST_YEAR <= day.year <= LAST_YEAR:
        raise Refused("deadline-cli-today-wrong", typed)
    return day


def _answer(line: bytes, asked: Asked, now: date, t: Translator) -> dict[str, Any]:
    """A line that cannot be understood is answered, too: the others have their answers all the same."""
    text = line.decode("utf-8", "replace").strip().removeprefix("\ufeff")
    try:
        found = json.loads(text)
    except (ValueError, RecursionError):
        found = None
    if not isinstance(found, dict) or not isinstance(found.get("phrase"), str):
        return _refusal(text, t.plain("deadline-cli-line-wrong"), t)
    own = (found.get("school_year"), found.get("year"), found.get("today"))
    typed = Asked(
        *(mine if mine is not None else given for mine, given in zip(own, _given(asked, own), strict=True))
    )
    try:
        return as_json(read(found["phrase"], typed.context(now)), t)
    except Refused as refused:
        return _refusal(found["phrase"], refused.words(t), t)


def _given(asked: Asked, own: tuple[object, object, object]) -> tuple[object, object, object]:
    """What the command line says holds for the lines that do not name their own plan."""
    names_a_plan = own[0] is not None or own[1] is not None
    return (None, None, asked.today) if names_a_plan else (asked.school_year, asked.year, asked.today)


def _refusal(phrase: str, warning: str, t: Translator) -> dict[str, Any]:
    return as_json(Reading(phrase[:LINE_SHOWN], Kind.UNPARSABLE), t) | {"warnings": [warning]}


def _json(answer: dict[str, Any]) -> str:
    text = json.dumps(answer, ensure_ascii=False)
    try:
        text.encode()
    except UnicodeEncodeError:
        # Halves of characters cannot be written as UTF-8.
        return json.dumps(answer)
    return text


def _for_people(reading: Reading, t: Translator) -> str:
    said = t.plain("deadline-cli-reading", reading=in_words(t, reading))
    if not reading.is_understood:
        said = f"{t.plain('deadline-unparsable').capitalize()}."
    warnings = (t.plain("deadline-cli-warning", warning=doubt_words(t, one)) for one in reading.doubts)
    return "\n".join([said, *warnings])


def _say(text: str, stream: TextIO | None = None) -> None:
    print(text, file=stream or sys.stdout, flush=True)
