"""The command line: run, sandbox, check; the other sub-commands stand in files of their own."""

from __future__ import annotations

import argparse
import asyncio
import logging
import signal
import sys
from collections.abc import Sequence

from bot import deadline_command

if __name__ == "__main__" and sys.argv[1:2] == [deadline_command.NAME]:
    # Ahead of the other imports, which take seconds: a phrase needs neither Telegram nor the database.
    sys.exit(deadline_command.main(sys.argv[2:]))

from aiogram.exceptions import TelegramUnauthorizedError

from bot import check, founding_command, logs, registry_command, roadmap_command, serve, settings
from bot.sandbox_mode import Sandbox
from bot.settings import ROOT, Settings, SettingsRefused
from handlers.common.translator import Texts, Translator
from services import content
from services.content import ContentError

FAILED, REFUSED = 1, 2
DEFAULT_PORT = 8081


def main(arguments: Sequence[str] | None = None) -> int:
    chosen = list(sys.argv[1:] if arguments is None else arguments)
    if chosen[:1] == [deadline_command.NAME]:
        return deadline_command.main(chosen[1:])
    try:
        t = Texts(ROOT / "locales", content.load(ROOT / "content")).translator("ru")
    except ContentError as error:
        print(f"content/{error}", file=sys.stderr)
        return REFUSED
    options = _parser(t).parse_args(chosen)
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
    founding_command.add_parsers(commands, t)
    deadline_command.add_parser(commands, t)
    roadmap_command.add_parser(commands, t)
    registry_command.add_parser(commands, t)
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
        case command if command in founding_command.COMMANDS:
            return await founding_command.run(options, chosen, t)
        case roadmap_command.NAME:
            return await roadmap_command.run(options, chosen, t)
        case registry_command.NAME:
            return await registry_command.run(options, chosen, t)
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


async def _check(chosen: Settings, t: Translator) -> int:
    all_is_good = True
    async for finding in check.findings(chosen):
        print(("✓ " if finding.is_good else "✗ ") + t.plain(finding.key, **finding.arguments))
        all_is_good = all_is_good and finding.is_good
    return 0 if all_is_good else FAILED


if __name__ == "__main__":
    sys.exit(main())
