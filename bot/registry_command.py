"""`python -m bot registry import FILE` and `registry export FILE`: a staff taken in, a registry given out on
the server, for schools that keep such files out of the chat (product, §7).

A file that is refused opens no database. Knows nothing of formats.
"""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import datetime
from pathlib import Path
from typing import Any, TextIO

from aiogram import Bot
from aiogram.exceptions import TelegramNetworkError
from sqlalchemy.orm import Session

from bot import schema, serve
from bot.settings import Settings
from handlers.common.translator import Translator
from handlers.errors import key_of
from handlers.registries import words
from models import Partition, Role
from services import access
from services.clock import SystemClock
from services.content import ConsentText
from services.db import Database, database
from services.errors import NoLongerCurrent, NotAllowed, ServiceError
from services.local_time import today_in
from services.plans.containers import FILE_LIMIT
from services.registry import exporting, importing
from services.registry.columns import Grade
from services.registry.exporting import Registry
from services.registry.importing import Imported, Preview
from services.registry.reading import Staff, Vocabulary, read_staff

NAME = "registry"
FAILED, REFUSED = 1, 2
ROLES = {"mentors": Role.MENTOR, "mentees": Role.MENTEE}


def add_parser(commands: argparse._SubParsersAction[argparse.ArgumentParser], t: Translator) -> None:
    """The sub-command, for the list of all of them."""
    acts = commands.add_parser(NAME, help=t.plain("registry-cli")).add_subparsers(dest="act", required=True)
    taking_in = acts.add_parser("import", help=t.plain("registry-cli-import"))
    giving_out = acts.add_parser("export", help=t.plain("registry-cli-export"))
    for parser in (taking_in, giving_out):
        parser.add_argument("file", type=Path, help=t.plain("registry-cli-file"))
        organization = t.plain("registry-cli-organization")
        parser.add_argument("--organization", type=int, metavar="ID", required=True, help=organization)
    taking_in.add_argument("--dry-run", action="store_true", help=t.plain("registry-cli-dry-run"))
    taking_in.add_argument("--json", action="store_true", help=t.plain("registry-cli-json"))
    taking_in.add_argument("--links", type=Path, metavar="FILE", help=t.plain("registry-cli-links"))
    giving_out.add_argument(
        "--registry", choices=list(ROLES), required=True, help=t.plain("registry-cli-registry")
    )
    giving_out.add_argument("--pupils", action="store_true", help=t.plain("registry-cli-pupils"))
    grades = [grade.value for grade in Grade]
    giving_out.add_argument(
        "--grade", choices=grades, default=Grade.FULL.value, help=t.plain("registry-cli-grade")
    )


async def run(options: argparse.Namespace, chosen: Settings, t: Translator) -> int:
    """Do what the command says. Returns the exit status."""
    try:
        if options.act == "import":
            return await _import(options, chosen, t)
        return await _export(options, chosen, t)
    except ServiceError as refusal:
        return _complain(t.plain(key_of(refusal), **refusal.fields))


@asynccontextmanager
async def _opened(chosen: Settings) -> AsyncIterator[Database]:
    url = chosen.database_url.get_secret_value()
    await schema.migrate(url)
    db = database(url)
    await db.open()
    try:
        yield db
    finally:
        await db.close()


# ---- taking in


async def _import(options: argparse.Namespace, chosen: Settings, t: Translator) -> int:
    try:
        with options.file.open("rb") as file:
            # No more of the file than shows that it is too large.
            data = file.read(FILE_LIMIT + 1)
    except OSError as error:
        return _complain(_file_wrong(t, options.file, error))
    vocabulary, now = Vocabulary.of(t.content), SystemClock().now()
    staff = read_staff(data, options.file.name, vocabulary, today_in(chosen.timezone, now))
    async with _opened(chosen) as db:
        try:
            seen = await db.read(_outlook, options.organization, staff)
        except NoLongerCurrent:
            return _complain(t.plain("registry-cli-organization-wrong", value=str(options.organization)))
        if options.dry_run or not seen.taken:
            _tell(options, t, seen, None)
            return 0
        return await _store(options, chosen, t, db, staff, seen, now)


def _outlook(session: Session, organization_id: int, staff: Staff) -> Preview:
    return importing.outlook(session, importing.school_of(session, organization_id), staff)


async def _store(
    options: argparse.Namespace,
    chosen: Settings,
    t: Translator,
    db: Database,
    staff: Staff,
    seen: Preview,
    now: datetime,
) -> int:
    """Links are made only where they can be written down: Telegram's name of the bot and the file come first,
    the database after them.
    """
    address = ""
    if options.links is not None and seen.without_consent:
        if chosen.bot_token is None:
            return _complain(t.plain("operator-no-token"))
        try:
            address = await _address(chosen)
            options.links.touch(mode=0o600)
        except TelegramNetworkError as error:
            reason = type(error).__name__
            return _complain(t.plain("operator-check-api-bad", reason=reason), FAILED)
        except OSError as error:
            return _complain(_not_written(t, options.links, error))
    taken = staff if address else _with_consent(staff)
    done = None
    if address or seen.mentees or seen.mentors:
        text = t.content.consent("personal_data")
        done = await db.write(_take_in, options.organization, taken, text, now=now)
    if done is not None and done.links:
        today = today_in(chosen.timezone, now)
        options.links.write_bytes(words.links_file(t, done, lambda code: address + code, today))
    _tell(options, t, seen, done)
    return 0


async def _address(chosen: Settings) -> str:
    if chosen.bot_token is None:
        raise RuntimeError("asked for without a token")
    async with Bot(chosen.bot_token.get_secret_value(), session=serve.api_session(chosen)) as bot:
        return f"https://t.me/{(await bot.get_me()).username}?start="


def _with_consent(staff: Staff) -> Staff:
    return Staff(
        tuple(row for row in staff.rows if row.has_consent), staff.wrong, staff.columns, staff.left_out
    )


def _take_in(
    session: Session, organization_id: int, staff: Staff, text: ConsentText, *, now: datetime
) -> Imported:
    school = importing.school_of(session, organization_id)
    return importing.take_in(session, school, staff, text, by_id=None, now=now)


def _tell(options: argparse.Namespace, t: Translator, seen: Preview, done: Imported | None) -> None:
    if options.json:
        _say(json.dumps(import_as_json(t, seen, done), ensure_ascii=False))
        return
    _say(
        t.plain(
            "registry-cli-about",
            name=seen.organization_name,
            total=seen.total,
            mentees=seen.mentees,
            mentors=seen.mentors,
            links=seen.without_consent,
            wrong=len(seen.wrong),
        )
    )
    for one in seen.wrong:
        _say(words.row_words(t, one))
    if done is None:
        _say(t.plain("registry-cli-nothing-stored"))
    else:
        _say(t.plain("registry-cli-entered", count=done.entered))
    if done is not None and done.links:
        _say(t.plain("registry-cli-links-made", count=len(done.links), file=str(options.links)))
    elif seen.without_consent:
        _say(t.plain("registry-cli-links-missing", count=seen.without_consent), sys.stderr)


def import_as_json(t: Translator, seen: Preview, done: Imported | None) -> dict[str, Any]:
    """The object of `registry import --json`. No names: they are in the file."""
    return {
        "organization": seen.organization_id,
        "rows": seen.total,
        "mentees": seen.mentees,
        "mentors": seen.mentors,
        "without_consent": seen.without_consent,
        "wrong": [
            {
                "row": one.number,
                "sheet": one.sheet,
                "reasons": [{"code": flaw.code, "text": words.flaw_words(t, flaw)} for flaw in one.flaws],
            }
            for one in seen.wrong
        ],
        "left_out": list(seen.left_out),
        "stored": done is not None,
        "entered": done.entered if done else 0,
        "links": len(done.links) if done else 0,
    }


# ---- giving out


async def _export(options: argparse.Namespace, chosen: Settings, t: Translator) -> int:
    role = ROLES[options.registry]
    partition = Partition.PUPIL if options.pupils else Partition.TEACHER
    grade = Grade(options.grade)
    async with _opened(chosen) as db:
        now = SystemClock().now()
        try:
            made = await db.write(_collect, options.organization, role, partition, grade, now=now)
        except NotAllowed:
            return _complain(t.plain("registry-cli-full-of-one"))
        except NoLongerCurrent:
            value = str(options.organization)
            return _complain(t.plain("registry-cli-export-organization-wrong", value=value))
    try:
        _write_privately(options.file, words.registry_file(t, made))
    except OSError as error:
        return _complain(_not_written(t, options.file, error))
    name = words.registry_name(t, role, partition)
    is_counted = grade is Grade.FULL or (made.numbers is not None and made.numbers.total is not None)
    if is_counted:
        _say(t.plain("registry-cli-exported", name=name, file=str(options.file), count=made.total))
    else:
        _say(t.plain("registry-cli-exported-few", name=name, file=str(options.file)))
    return 0


def _collect(
    session: Session, organization_id: int, role: Role, partition: Partition, grade: Grade, *, now: datetime
) -> Registry:
    made = exporting.collect(session, organization_id, role, partition, grade, now=now)
    access.record(
        session,
        f"registry.{grade.value}",
        actor_id=None,
        organization_id=organization_id,
        subject_kind="registry",
        now=now,
    )
    return made


def _write_privately(path: Path, data: bytes) -> None:
    """Names of people are in it: a new file is readable by its owner only."""
    path.touch(mode=0o600)
    path.write_bytes(data)


# ---- saying


def _file_wrong(t: Translator, path: Path, error: OSError) -> str:
    return t.plain("registry-cli-file-wrong", file=str(path), reason=error.strerror or "")


def _not_written(t: Translator, path: Path, error: OSError) -> str:
    return t.plain("registry-cli-file-not-written", file=str(path), reason=error.strerror or "")


def _complain(text: str, status: int = REFUSED) -> int:
    _say(text, sys.stderr)
    return status


def _say(text: str, stream: TextIO | None = None) -> None:
    print(text, file=stream or sys.stdout)
