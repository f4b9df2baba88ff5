"""`python -m bot school|municipality|region "…" [--under ID]` and `python -m bot organizations`: the first
links into the programme, and the tree of those who take part.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import TextIO

from aiogram import Bot
from aiogram.exceptions import TelegramNetworkError

from bot import schema, serve
from bot.settings import Settings
from handlers.common.translator import Translator
from handlers.errors import key_of
from models import Role
from models.organization import OrganizationKind
from services import founding
from services.clock import SystemClock
from services.db import Database, database
from services.errors import ServiceError
from services.founding import ADDRESS_LIMIT, NAME_LIMIT, Branch, Founded

FAILED, REFUSED = 1, 2
KINDS = {
    "school": OrganizationKind.SCHOOL,
    "municipality": OrganizationKind.MUNICIPALITY,
    "region": OrganizationKind.REGION,
}
COMMANDS = (*KINDS, "organizations")
LINK_KEYS = {
    Role.CURATOR: "operator-link-curator",
    Role.HEAD: "operator-link-head",
    Role.COORDINATOR: "operator-link-coordinator",
    Role.OPERATOR: "operator-link-operator",
}
MADE_KEYS = {
    OrganizationKind.SCHOOL: "operator-school-made",
    OrganizationKind.MUNICIPALITY: "operator-municipality-made",
    OrganizationKind.REGION: "operator-region-made",
}
KIND_KEYS = {
    OrganizationKind.SCHOOL: "operator-kind-school",
    OrganizationKind.MUNICIPALITY: "operator-kind-municipality",
    OrganizationKind.REGION: "operator-kind-region",
    OrganizationKind.PARTNER: "operator-kind-partner",
}


def add_parsers(commands: argparse._SubParsersAction[argparse.ArgumentParser], t: Translator) -> None:
    """The sub-commands that make organisations and list them."""
    school = commands.add_parser("school", help=t.plain("operator-cli-school"))
    school.add_argument("--address", default="", help=t.plain("operator-cli-school-address"))
    municipality = commands.add_parser("municipality", help=t.plain("operator-cli-municipality"))
    region = commands.add_parser("region", help=t.plain("operator-cli-region"))
    for parser, name in (
        (school, "operator-cli-school-name"),
        (municipality, "operator-cli-municipality-name"),
        (region, "operator-cli-region-name"),
    ):
        parser.add_argument("name", help=t.plain(name))
    for parser in (school, municipality):
        parser.add_argument("--under", type=int, metavar="ID", help=t.plain("operator-cli-under"))
    commands.add_parser("organizations", help=t.plain("operator-cli-organizations"))


async def run(options: argparse.Namespace, chosen: Settings, t: Translator) -> int:
    """Do what one of these sub-commands says. Returns the exit status."""
    if options.command == "organizations":
        return await _list(chosen, t)
    return await _found(options, chosen, t)


async def _found(options: argparse.Namespace, chosen: Settings, t: Translator) -> int:
    if chosen.bot_token is None:
        return _complain(t.plain("operator-no-token"), REFUSED)
    name, address = options.name.strip(), getattr(options, "address", "")
    if not 0 < len(name) <= NAME_LIMIT or len(address) > ADDRESS_LIMIT:
        return _complain(t.plain("operator-school-name-wrong", limit=str(NAME_LIMIT)), REFUSED)
    # First Telegram, then the database: without the name of the bot there are no links to hand out.
    try:
        async with Bot(chosen.bot_token.get_secret_value(), session=serve.api_session(chosen)) as bot:
            username = (await bot.get_me()).username
    except TelegramNetworkError as error:
        return _complain(t.plain("operator-check-api-bad", reason=type(error).__name__), FAILED)
    try:
        made = await _make(options, chosen, name, address)
    except ServiceError as refused:
        return _complain(t.plain(key_of(refused), **refused.fields), REFUSED)
    _tell(t, made, username or "")
    return 0


def _complain(text: str, status: int) -> int:
    _say(text, sys.stderr)
    return status


def _say(text: str, stream: TextIO | None = None) -> None:
    print(text, file=stream or sys.stdout)


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


async def _make(options: argparse.Namespace, chosen: Settings, name: str, address: str) -> Founded:
    async with _opened(chosen) as db:
        return await db.write(
            founding.found,
            name,
            KINDS[options.command],
            under=getattr(options, "under", None),
            address=address,
            timezone=chosen.timezone,
            now=SystemClock().now(),
        )


def _tell(t: Translator, made: Founded, username: str) -> None:
    _say(t.plain(MADE_KEYS[made.kind], name=made.name))
    _say(t.plain("operator-organization-id", id=str(made.id)))
    for role, code in made.codes.items():
        _say(t.plain(LINK_KEYS[role], url=f"https://t.me/{username}?start={code}"))


async def _list(chosen: Settings, t: Translator) -> int:
    async with _opened(chosen) as db:
        branches = await db.read(founding.tree)
    for one in branches:
        _say(_line(t, one))
    if not branches:
        _say(t.plain("operator-organizations-none"))
    return 0


def _line(t: Translator, one: Branch) -> str:
    kind, indent = t.plain(KIND_KEYS[one.kind]), "  " * one.depth
    return t.plain(
        "operator-organization", indent=indent, id=str(one.id), kind=kind, name=one.name, people=one.people
    )
