"""`python -m bot registry import` and `export`: what they print, refuse, store and write."""

from __future__ import annotations

import asyncio
import json
import shutil
import stat
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import select
from sqlalchemy.orm import Session

from bot import registry_command, schema
from bot.__main__ import main
from models import AuditRecord, Invitation, Membership, Organization, Person, Role
from models.organization import OrganizationKind
from services import founding
from services.db import database
from tests.support.factories import make_person
from tests.support.staff_files import person, staff_file, whole_text

NOW = datetime(2026, 9, 4, 8, 0, tzinfo=UTC)


@pytest.fixture(scope="module")
def installed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A database with one school, made once: migrating takes seconds."""
    made = tmp_path_factory.mktemp("installed")
    run_in(made, found, "Гимназия «Маяк»", OrganizationKind.SCHOOL)
    return made / "bot.db"


@pytest.fixture
def folder(tmp_path: Path, installed: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An installation of its own, with a staff file in it."""
    shutil.copy(installed, tmp_path / "bot.db")
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("DATABASE_URL", f"sqlite+aiosqlite:///{tmp_path / 'bot.db'}")
    monkeypatch.delenv("BOT_TOKEN", raising=False)
    past = {"day": "01.09.2025"}
    rows = [person(at, **past) for at in range(10)]
    rows[4] = person(4, role="сторож", **past)
    rows[7] = person(7, number="", day=None)
    (tmp_path / "staff.xlsx").write_bytes(staff_file(*rows))
    return tmp_path


@pytest.fixture
def school() -> int:
    """The number of the school in it."""
    return 1


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


def found(session: Session, name: str, kind: OrganizationKind) -> int:
    return founding.found(session, name, kind, timezone="Europe/Moscow", now=NOW).id


def members(session: Session) -> list[tuple[str, str, bool]]:
    query = select(Membership.role, Person.last_name, Person.first_name, Person.chat_id).join(
        Person, Person.id == Membership.person_id
    )
    return [
        (role.value, f"{last} {first}", chat is None) for role, last, first, chat in session.execute(query)
    ]


@pytest.mark.requirement("N-3.4-5")
def test_a_staff_is_shown_without_storing_anything(
    folder: Path, school: int, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["registry", "import", "staff.xlsx", "--organization", str(school), "--dry-run"]) == 0
    said = capsys.readouterr().out
    assert "Строк: 10" in said
    assert "Строка 6: непонятная роль «сторож»" in said
    assert "Ничего не сохранено" in said
    assert "Абрамова" not in said
    assert run_in(folder, members) == []


@pytest.mark.requirement("N-3.4-5")
def test_a_staff_is_entered_and_told_as_json(
    folder: Path, school: int, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["registry", "import", "staff.xlsx", "--organization", str(school), "--json"]) == 0
    told = json.loads(capsys.readouterr().out)
    assert told["stored"] is True
    assert (told["rows"], told["entered"], told["without_consent"], told["links"]) == (10, 8, 1, 0)
    assert [(one["row"], one["reasons"][0]["code"]) for one in told["wrong"]] == [(6, "role-unknown")]
    stored = run_in(folder, members)
    assert len(stored) == 8
    assert all(without_telegram for _, _, without_telegram in stored)
    assert main(["registry", "import", "staff.xlsx", "--organization", str(school), "--json"]) == 0
    again = json.loads(capsys.readouterr().out)
    assert (again["stored"], again["entered"], len(again["wrong"])) == (False, 0, 9)
    assert len(run_in(folder, members)) == 8


def test_links_go_to_a_second_file_that_only_its_owner_reads(
    folder: Path, school: int, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    async def address(_: object) -> str:
        return "https://t.me/mentoring_test_bot?start="

    monkeypatch.setenv("BOT_TOKEN", "42:TEST")
    monkeypatch.setattr(registry_command, "_address", address)
    arguments = ["registry", "import", "staff.xlsx", "--organization", str(school), "--links", "links.xlsx"]
    assert main(arguments) == 0
    assert "Личные ссылки (1)" in capsys.readouterr().out
    links = folder / "links.xlsx"
    assert stat.S_IMODE(links.stat().st_mode) == 0o600
    text = whole_text(links.read_bytes())

    def codes(session: Session) -> list[str]:
        query = select(Invitation.code).where(Invitation.role == Role.MENTEE)
        return list(session.scalars(query))

    (code,) = run_in(folder, codes)
    assert f"https://t.me/mentoring_test_bot?start={code}" in text
    assert "Зайцева" not in text
    assert "Абрамова" in text


def test_links_are_not_made_where_they_can_not_be_written(
    folder: Path, school: int, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    async def address(_: object) -> str:
        return "https://t.me/mentoring_test_bot?start="

    monkeypatch.setenv("BOT_TOKEN", "42:TEST")
    monkeypatch.setattr(registry_command, "_address", address)
    where = ["--organization", str(school), "--links", "nowhere/links.xlsx"]
    assert main(["registry", "import", "staff.xlsx", *where]) == 2
    assert "не записывается" in capsys.readouterr().err
    assert run_in(folder, members) == []


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["missing.xlsx", "--organization", "1"], "не открывается"),
        (["notes.xlsx", "--organization", "1"], "Нужен файл .xlsx"),
        (["staff.csv", "--organization", "1"], "Нужен файл .xlsx"),
        (["goods.xlsx", "--organization", "1"], "не видно столбца с именами"),
        (["staff.xlsx", "--organization", "77"], "номером 77 нет"),
    ],
)
def test_what_can_not_be_read_is_refused_with_a_sentence_and_status_2(
    folder: Path, school: int, capsys: pytest.CaptureFixture[str], arguments: list[str], said: str
) -> None:
    (folder / "notes.xlsx").write_bytes(b"just text")
    (folder / "staff.csv").write_bytes((folder / "staff.xlsx").read_bytes())
    (folder / "goods.xlsx").write_bytes(staff_file(("яблоки", 5), heads=("Товар", "Цена")))
    assert main(["registry", "import", *arguments]) == 2
    caught = capsys.readouterr()
    assert said in caught.err
    assert caught.out == ""
    assert run_in(folder, members) == []


def enter(session: Session, school: int) -> None:
    organization = session.get_one(Organization, school)
    for at in range(6):
        make_person(
            session,
            Role.MENTEE,
            organization,
            last=f"Секретова{'абвгде'[at]}",
            profile={"subject": "mathematics"},
        )


@pytest.mark.requirement("N-3.4-5")
@pytest.mark.parametrize(
    ("grade", "has_names", "said"),
    [("full", True, "человек: 6"), ("anonymous", False, "записано"), ("numbers", False, "человек: 6")],
)
def test_a_registry_is_written_in_three_grades(
    folder: Path, school: int, capsys: pytest.CaptureFixture[str], grade: str, has_names: bool, said: str
) -> None:
    run_in(folder, enter, school)
    where = ["--organization", str(school), "--registry", "mentees", "--grade", grade]
    assert main(["registry", "export", "out.xlsx", *where]) == 0
    assert said in capsys.readouterr().out
    text = whole_text((folder / "out.xlsx").read_bytes())
    assert ("Секретова" in text) == has_names
    assert "Математика" in text
    assert stat.S_IMODE((folder / "out.xlsx").stat().st_mode) == 0o600

    def looks(session: Session) -> list[str]:
        return list(session.scalars(select(AuditRecord.act)))

    assert f"registry.{grade}" in run_in(folder, looks)


def test_pupils_have_a_registry_of_their_own(folder: Path, school: int) -> None:
    run_in(folder, enter, school)
    where = ["--organization", str(school), "--registry", "mentees", "--pupils"]
    assert main(["registry", "export", "out.xlsx", *where]) == 0
    assert "Секретова" not in whole_text((folder / "out.xlsx").read_bytes())


@pytest.mark.parametrize(
    ("organization", "grade", "said"),
    [("77", "full", "номером 77 нет"), ("district", "full", "только по одной школе")],
)
def test_an_export_that_can_not_be_made_says_why(
    folder: Path, school: int, capsys: pytest.CaptureFixture[str], organization: str, grade: str, said: str
) -> None:
    if organization == "district":
        organization = str(run_in(folder, found, "Район", OrganizationKind.MUNICIPALITY))
    where = ["--organization", organization, "--registry", "mentors", "--grade", grade]
    assert main(["registry", "export", "out.xlsx", *where]) == 2
    assert said in capsys.readouterr().err
    assert not (folder / "out.xlsx").exists()


def test_the_same_registry_of_the_same_day_is_the_same_file(folder: Path, school: int) -> None:
    run_in(folder, enter, school)
    where = ["--organization", str(school), "--registry", "mentees"]
    for name in ("one.xlsx", "two.xlsx"):
        assert main(["registry", "export", name, *where]) == 0
    assert (folder / "one.xlsx").read_bytes() == (folder / "two.xlsx").read_bytes()


def test_the_number_of_rows_is_bounded(folder: Path, school: int, capsys: pytest.CaptureFixture[str]) -> None:
    rows = [("Белова", "Вера", "наставник")] * 5_001
    (folder / "long.xlsx").write_bytes(staff_file(*rows, heads=("Фамилия", "Имя", "Роль")))
    assert main(["registry", "import", "long.xlsx", "--organization", str(school)]) == 2
    assert "слишком много строк" in capsys.readouterr().err


def test_a_registry_that_was_given_out_is_understood_again(
    folder: Path, school: int, capsys: pytest.CaptureFixture[str]
) -> None:
    """Of people who take part nothing is to be entered, and each row says so."""
    run_in(folder, enter, school)
    assert main(["registry", "export", "out.xlsx", "--organization", "1", "--registry", "mentees"]) == 0
    capsys.readouterr()
    assert main(["registry", "import", "out.xlsx", "--organization", "1", "--dry-run", "--json"]) == 0
    told = json.loads(capsys.readouterr().out)
    assert [one["reasons"][0]["code"] for one in told["wrong"]] == ["known"] * 6
