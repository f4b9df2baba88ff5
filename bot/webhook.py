"""Webhook: an update is stored before it is acknowledged; whatever is not from Telegram is refused (faults
35–38).
"""

from __future__ import annotations

import hmac
import json
from typing import Any

import structlog
from aiohttp import web

from bot.worker import UpdateWorker

log = structlog.get_logger(__name__)

BODY_LIMIT = 1024 * 1024
SECRET_HEADER = "X-Telegram-Bot-Api-Secret-Token"  # noqa: S105 - the name of a header
UPDATE_ID_LIMIT = 2**63


def webhook_app(worker: UpdateWorker, path: str, secret: str) -> web.Application:
    """The web part: the webhook at `path`, and /health for whoever watches. Raises ValueError without a
    secret.
    """
    if not secret:
        raise ValueError("a webhook without a secret accepts everything")
    app = web.Application(client_max_size=BODY_LIMIT)

    async def receive(request: web.Request) -> web.Response:
        if not _is_from_telegram(request, secret):
            return web.Response(status=401)
        update = await _read(request)
        if update is None:
            return web.Response(status=400)
        return await _accept(worker, update)

    async def health(_: web.Request) -> web.Response:
        return web.json_response({"status": "ok"})

    app.router.add_post(path, receive)
    app.router.add_get("/health", health)
    return app


def _is_from_telegram(request: web.Request, secret: str) -> bool:
    # As bytes: comparing text that is not ASCII raises (fault 38).
    given = request.headers.get(SECRET_HEADER, "").encode("utf-8", "surrogateescape")
    return hmac.compare_digest(given, secret.encode())


async def _read(request: web.Request) -> dict[str, Any] | None:
    """The update, or None for a body that is none: broken, endlessly nested, without a number."""
    try:
        update = json.loads(await request.read())
    except (ValueError, RecursionError):
        return None
    if not isinstance(update, dict):
        return None
    number = update.get("update_id")
    if not isinstance(number, int) or isinstance(number, bool) or not 0 <= number < UPDATE_ID_LIMIT:
        return None
    return update if _can_be_written(update) else None


def _can_be_written(update: dict[str, Any]) -> bool:
    """What is nested just not too deeply to be read may still be too deep to be stored."""
    try:
        json.dumps(update)
    except RecursionError:
        return False
    return True


async def _accept(worker: UpdateWorker, update: dict[str, Any]) -> web.Response:
    try:
        await worker.accept([update])
    except Exception as error:
        log.error("webhook.not_stored", error=type(error).__name__)
        return web.Response(status=503)
    return web.Response()
