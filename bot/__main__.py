"""The command line: run, sandbox, school, check."""

from __future__ import annotations

import argparse
import asyncio
import logging
import signal
import sys
from collections.abc import Sequence

from aiogram import Bot
from aiogram.exceptions import TelegramNetworkError, TelegramUnauthorizedError

from bot import check, logs, schema, serve, settings
from bot.sandbox_mode import Sandbox
from bot.settings import ROOT, Settings, SettingsRefused
from handlers.common.translator import Texts, Translator
from models import Role
from services import content, founding
from services.clock import SystemClock
from services.content import ContentError
from services.db import database

FAILED, REFUSED = 1, 2
DEFAULT_PORT = 8081
NAME_LIMIT, ADDRESS_LIMIT = 300, 500


def main(arguments: Sequence[str] | None = None) -> int:
    try:
        t = Texts(ROOT / "locales", content.load(ROOT / "content")).translator("ru")
    except ContentError as error:
        print(f"content/{error}", file=sys.stderr)
        return REFUSED
    options = _parser(t).parse_args(arguments)
    try:
        return asyncio.run(_command(options, settings.load(), t))
    except SettingsRefused as refused:
        for name, key, fields in refused.problems:
            print(f"{name}: {t.plain(key, **fields)}", file=sys.stderr)
    except (serve.TokenRefused, TelegramUnauthorizedError):
        print(f"BOT_TOKEN: {t.plain('operator-token-refused')}", file=sys.stderr)
    return REFUSED


def _parser(t: Translator) -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m bot", description=t.plain("operator-cli"))
    commands = parser.add_subparsers(dest="command", required=True)
    commands.add_parser("run", help=t.plain("operator-cli-run"))
    sandbox = commands.add_parser("sandbox", help=t.plain("operator-cli-sandbox"))
    sandbox.add_argument("--port", type=int, default=DEFAULT_PORT, help=t.plain("operator-cli-port"))
    sandbox.add_argument("--empty", action="store_true", help=t.plain("operator-cli-empty"))
    school = commands.add_parser("school", help=t.plain("operator-cli-school"))
    school.add_argument("name", help=t.plain("operator-cli-school-name"))
    school.add_argument("--address", default="", help=t.plain("operator-cli-school-address"))
    commands.add_parser("check", help=t.plain("operator-cli-check"))
    return parser


async def _command(options: argparse.Namespace, chosen: Settings, t: Translator) -> int:
    # At the sandbox a person reads the terminal: only what went wrong belongs there.
    logs.configure(level=logging.WARNING if options.command == "sandbox" else logging.INFO)
    match options.command:
        case "run":
            return await _run(chosen, t)
        case "sandbox":
            return await _sandbox(options, chosen, t)
        case "school":
            return await _school(options, chosen, t)
        case _:
            return await _check(chosen, t)


async def _run(chosen: Settings, t: Translator) -> int:
    if chosen.bot_token is None:
        print(t.plain("operator-no-token"), file=sys.stderr)
        return REFUSED
    await serve.run(chosen)
    return 0


async def _sandbox(options: argparse.Namespace, chosen: Settings, t: Translator) -> int:
    stopping = asyncio.Event()
    for name in (signal.SIGTERM, signal.SIGINT):
        asyncio.get_running_loop().add_signal_handler(name, stopping.set)
    try:
        async with Sandbox(chosen, port=options.port, empty=options.empty).running() as address:
            print(t.plain("operator-sandbox-ready", address=address), flush=True)
            await stopping.wait()
    except OSError:
        print(t.plain("operator-port-taken", port=str(options.port)), file=sys.stderr)
        return FAILED
    return 0


async def _school(options: argparse.Namespace, chosen: Settings, t: Translator) -> int:
    if chosen.bot_token is None:
        print(t.plain("operator-no-token"), file=sys.stderr)
        return REFUSED
    name = options.name.strip()
    if not 0 < len(name) <= NAME_LIMIT or len(options.address) > ADDRESS_LIMIT:
        print(t.plain("operator-school-name-wrong", limit=str(NAME_LIMIT)), file=sys.stderr)
        return REFUSED
    # First Telegram, then the database: without the name of the bot there are no links to hand out.
    try:
        async with Bot(chosen.bot_token.get_secret_value(), session=serve.api_session(chosen)) as bot:
            username = (await bot.get_me()).username
    except TelegramNetworkError as error:
        print(t.plain("operator-check-api-bad", reason=type(error).__name__), file=sys.stderr)
        return FAILED
    url = chosen.database_url.get_secret_value()
    await schema.migrate(url)
    db = database(url)
    await db.open()
    try:
        codes = await db.write(
            founding.found_school, name, options.address, chosen.timezone, now=SystemClock().now()
        )
    finally:
        await db.close()
    print(t.plain("operator-school-made", name=name))
    for role, key in ((Role.CURATOR, "operator-link-curator"), (Role.HEAD, "operator-link-head")):
        print(t.plain(key, url=f"https://t.me/{username}?start={codes[role]}"))
    return 0


async def _check(chosen: Settings, t: Translator) -> int:
    all_is_good = True
    async for finding in check.findings(chosen):
        print(("✓ " if finding.is_good else "✗ ") + t.plain(finding.key, **finding.arguments))
        all_is_good = all_is_good and finding.is_good
    return 0 if all_is_good else FAILED


if __name__ == "__main__":
    sys.exit(main())
