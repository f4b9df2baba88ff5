"""`python -m bot roadmap import FILE`: reads a plan out of a file, shows what was understood, and stores it
as a draft of an organisation unless it is only to be shown (product, §7).

A file that is refused opens no database. Knows nothing of formats and phrases.
"""

from __future__ import annotations

import argparse
import json
import sys
from datetime import date
from pathlib import Path
from typing import Any, TextIO

from sqlalchemy.orm import Session

from bot import schema
from bot.deadline_command import Asked, Refused, as_json
from bot.settings import Settings
from handlers.common.deadline_words import doubt_words, in_words
from handlers.common.translator import Argument, Translator
from handlers.errors import key_of
from models import Organization
from services import plan_drafts
from services.clock import SystemClock
from services.db import database
from services.deadlines.reading import DEFAULT_YEAR_END
from services.errors import ServiceError
from services.local_time import today_in
from services.plans import Plan, PlanRow, Problem, read_plan
from services.plans.containers import FILE_LIMIT

NAME = "roadmap"
REFUSED = 2
YearEnd = tuple[int, int]


def add_parser(commands: argparse._SubParsersAction[argparse.ArgumentParser], t: Translator) -> None:
    """The sub-command, for the list of all of them."""
    parser = commands.add_parser(NAME, help=t.plain("plan-cli"))
    acts = parser.add_subparsers(dest="act", required=True)
    reading = acts.add_parser("import", help=t.plain("plan-cli-import"))
    reading.add_argument("file", type=Path, help=t.plain("plan-cli-file"))
    reading.add_argument("--organization", type=int, metavar="ID", help=t.plain("plan-cli-organization"))
    reading.add_argument("--school-year", help=t.plain("deadline-cli-school-year"))
    reading.add_argument("--dry-run", action="store_true", help=t.plain("plan-cli-dry-run"))
    reading.add_argument("--json", action="store_true", help=t.plain("deadline-cli-json"))


async def run(options: argparse.Namespace, chosen: Settings, t: Translator) -> int:
    """Do what the command says. Returns the exit status."""
    if not options.dry_run and options.organization is None:
        return _complain(t.plain("plan-cli-organization-missing"))
    today = today_in(chosen.timezone, SystemClock().now())
    try:
        data = _content(options.file)
        school_year = Asked(school_year=options.school_year).context(today).school_year
        plan = _read(data, options, school_year, today)
        if not options.dry_run:
            plan = await _store(data, plan, options, school_year, chosen, t)
    except OSError as error:
        return _complain(t.plain("plan-cli-file-wrong", file=str(options.file), reason=error.strerror or ""))
    except Refused as refused:
        return _complain(refused.words(t))
    except ServiceError as refusal:
        return _complain(t.plain(key_of(refusal), **refusal.fields))
    _say(json.dumps(plan_as_json(plan, t), ensure_ascii=False) if options.json else _for_people(plan, t))
    return 0


def plan_as_json(plan: Plan, t: Translator) -> dict[str, Any]:
    """The object of `roadmap import --json`."""
    return {
        "title": plan.title,
        "school_year": plan.school_year,
        "rows": [_row_as_json(row, t) for row in plan.rows],
        "problems": [problem_words(t, problem) for problem in plan.problems],
    }


def problem_words(t: Translator, problem: Problem) -> str:
    return t.plain(f"plan-problem-{problem.code}", **_arguments(problem))


def _arguments(problem: Problem) -> dict[str, Argument]:
    return {name: value if isinstance(value, int) else str(value) for name, value in problem.values.items()}


def _row_as_json(row: PlanRow, t: Translator) -> dict[str, Any]:
    return {
        "no": row.no,
        "section": row.section,
        "activity": row.activity,
        "deadline": row.deadline,
        "responsible": row.responsible,
        "result": row.result,
        "reading": as_json(row.reading, t),
        "warnings": [doubt_words(t, doubt) for doubt in row.doubts],
    }


def _content(path: Path) -> bytes:
    """No more of the file than shows that it is too large."""
    with path.open("rb") as file:
        return file.read(FILE_LIMIT + 1)


def _read(
    data: bytes,
    options: argparse.Namespace,
    school_year: int | None,
    today: date,
    year_end: YearEnd = DEFAULT_YEAR_END,
) -> Plan:
    return read_plan(data, options.file.name, today=today, school_year=school_year, year_end=year_end)


async def _store(
    data: bytes,
    plan: Plan,
    options: argparse.Namespace,
    school_year: int | None,
    chosen: Settings,
    t: Translator,
) -> Plan:
    """Store the plan as a draft of the organisation. Returns it as read by the organisation's calendar."""
    url = chosen.database_url.get_secret_value()
    await schema.migrate(url)
    db = database(url)
    await db.open()
    try:
        year_end = await db.read(_year_end, options.organization)
        if year_end != plan.context.year_end:
            plan = _read(data, options, school_year, plan.context.today, year_end)
        number = await db.write(
            plan_drafts.store_import,
            options.organization,
            plan,
            options.file.name,
            by_id=None,
            now=SystemClock().now(),
        )
    finally:
        await db.close()
    _say(t.plain("plan-cli-stored", id=str(number)), sys.stderr)
    return plan


def _year_end(session: Session, organization_id: int) -> YearEnd:
    """When the organisation's school year ends. Raises Refused when there is no such organisation."""
    organization = session.get(Organization, organization_id)
    if organization is None:
        raise Refused("plan-cli-organization-wrong", organization_id)
    return organization.year_end_month, organization.year_end_day


def _for_people(plan: Plan, t: Translator) -> str:
    """What needs a look comes first, then the rest of the rows."""
    doubtful = [row for row in plan.rows if row.doubts]
    clear = [row for row in plan.rows if not row.doubts]
    lines = [plan.title, _about(plan, t), *(problem_words(t, one) for one in plan.problems)]
    for heading, rows in (
        (t.plain("plan-cli-doubtful", count=len(doubtful)), doubtful),
        (t.plain("plan-cli-clear", count=len(clear)), clear),
    ):
        if rows:
            lines += ["", heading, *(_row_for_people(row, t) for row in rows)]
    return "\n".join(lines).strip()


def _about(plan: Plan, t: Translator) -> str:
    return t.plain("plan-cli-about", year=plan.school_year or "—", count=len(plan.rows))


def _row_for_people(row: PlanRow, t: Translator) -> str:
    said = t.plain(
        "plan-cli-row",
        no=row.no or "—",
        activity=" ".join(row.activity.split()),
        deadline=row.deadline or "—",
        reading=in_words(t, row.reading),
        responsible=" ".join(row.responsible.split()) or "—",
    )
    return "\n".join(
        [said, *(t.plain("plan-cli-warning", warning=doubt_words(t, one)) for one in row.doubts)]
    )


def _complain(text: str) -> int:
    _say(text, sys.stderr)
    return REFUSED


def _say(text: str, stream: TextIO | None = None) -> None:
    print(text, file=stream or sys.stdout)
