"""`python -m bot roadmap import`: what it prints, what it refuses, and what it stores."""

from __future__ import annotations

import asyncio
import json
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import select
from sqlalchemy.orm import Session

from bot import schema
from bot.__main__ import main
from models import Organization, Roadmap, RoadmapItem
from models.organization import OrganizationKind
from services import founding
from services.db import database
from tests.unit.plans.golden import SECTIONS, STAGES
from tests.unit.plans.making import as_docx, as_tabs

NOW = datetime(2023, 9, 4, 8, 0, tzinfo=UTC)


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An installation of its own, with a plan in it."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("DATABASE_URL", f"sqlite+aiosqlite:///{tmp_path / 'bot.db'}")
    (tmp_path / "план.docx").write_bytes(as_docx(SECTIONS))
    return tmp_path


def printed(capsys: pytest.CaptureFixture[str]) -> dict[str, Any]:
    found: dict[str, Any] = json.loads(capsys.readouterr().out)
    return found


def run_in(folder: Path, act: Callable[..., Any], *arguments: Any) -> Any:
    async def run() -> Any:
        url = f"sqlite+aiosqlite:///{folder / 'bot.db'}"
        await schema.migrate(url)
        db = database(url)
        await db.open()
        try:
            return await db.write(act, *arguments)
        finally:
            await db.close()

    return asyncio.run(run())


def found_school(session: Session) -> int:
    made = founding.found(
        session, "Гимназия «Маяк»", OrganizationKind.SCHOOL, timezone="Europe/Moscow", now=NOW
    )
    return made.id


def test_a_plan_is_printed_as_the_contract_says(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["roadmap", "import", "план.docx", "--dry-run", "--json"]) == 0
    plan = printed(capsys)
    assert set(plan) == {"title", "school_year", "rows", "problems"}
    assert plan["school_year"] == "2023-2024"
    row = plan["rows"][1]
    assert set(row) == {
        *("no", "section", "activity", "deadline", "responsible", "result", "reading", "warnings"),
    }
    assert (row["no"], row["reading"]["kind"], row["reading"]["start"]) == ("1.2", "date", "2023-01-27")
    assert row["reading"]["parts"][1]["rule"] == "--09-01/--09-30"
    assert plan["rows"][-1]["warnings"] == ["Номер 2.4 стоит у нескольких мероприятий."]
    assert any("соединил" in problem for problem in plan["problems"])
    assert not (folder / "bot.db").exists()


def test_the_year_may_be_told(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["roadmap", "import", "план.docx", "--dry-run", "--json", "--school-year", "2022-2023"]) == 0
    plan = printed(capsys)
    assert plan["school_year"] == "2022-2023"
    assert plan["rows"][3]["reading"]["start"] == "2022-09-01"


def test_people_read_what_is_doubtful_first(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["roadmap", "import", "план.docx", "--dry-run"]) == 0
    lines = capsys.readouterr().out.splitlines()
    assert "гимназии «Маяк»" in lines[0]
    doubtful = next(at for at, line in enumerate(lines) if line.startswith("2.4 "))
    clear = next(at for at, line in enumerate(lines) if line.startswith("1.1 "))
    assert doubtful < clear
    assert lines[doubtful + 1].strip().startswith("Внимание.")


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("нет.docx", "--dry-run"), "не открывается"),
        ((".", "--dry-run"), "не открывается"),
        (("письмо.txt", "--dry-run"), "Плана не вижу"),
        (("план.doc", "--organization", "1"), "сохраните его как .docx"),
        (("план.docx", "--dry-run", "--school-year", "две тысячи"), "не понят"),
        (("план.docx",), "--organization"),
    ],
)
def test_a_refusal_is_a_sentence_and_nothing_is_stored(
    folder: Path, capsys: pytest.CaptureFixture[str], arguments: tuple[str, ...], said: str
) -> None:
    (folder / "письмо.txt").write_text("Просто письмо", encoding="utf-8")
    (folder / "план.doc").write_bytes(b"x")
    assert main(["roadmap", "import", *arguments, "--json"]) == 2
    captured = capsys.readouterr()
    assert captured.out == ""
    assert said in captured.err
    assert not (folder / "bot.db").exists()


def test_a_plan_is_stored_as_a_draft(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    school = run_in(folder, found_school)
    assert main(["roadmap", "import", "план.docx", "--organization", str(school), "--json"]) == 0
    assert len(printed(capsys)["rows"]) == 7
    stored = run_in(folder, _stored)
    assert stored == [(school, None, 7)]


def _stored(session: Session) -> list[tuple[int, datetime | None, int]]:
    plans = session.scalars(select(Roadmap)).all()
    items = session.scalars(select(RoadmapItem)).all()
    return [(plan.organization_id, plan.approved_at, len(items)) for plan in plans]


def test_the_organisations_own_school_year_counts(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    school = run_in(folder, found_school)
    run_in(folder, _end_in_august, school)
    (folder / "план.txt").write_bytes(as_tabs(STAGES))
    assert main(["roadmap", "import", "план.txt", "--organization", str(school), "--json"]) == 0
    assert printed(capsys)["rows"][5]["reading"]["end"] == "2023-08-31"


def _end_in_august(session: Session, organization_id: int) -> None:
    organization = session.get_one(Organization, organization_id)
    organization.year_end_month, organization.year_end_day = 8, 31


def test_an_unknown_organisation_is_refused(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["roadmap", "import", "план.docx", "--organization", "77"]) == 2
    assert "77" in capsys.readouterr().err
    assert run_in(folder, _stored) == []
