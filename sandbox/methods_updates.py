"""Methods by which a bot gets its updates: long polling, and a webhook to be delivered to."""

import re
from typing import Any
from urllib.parse import urlsplit

from aiogram.methods import DeleteWebhook, GetUpdates, GetWebhookInfo, SetWebhook

from sandbox.chats import Webhook
from sandbox.errors import bad_request, conflict
from sandbox.events import to_plain
from sandbox.registry import Request, handles
from sandbox.updates import RawUpdate
from sandbox.world import World

SECRET = re.compile(r"[A-Za-z0-9_-]*")
LOOPBACK = {"127.0.0.1", "localhost", "::1"}
LONGEST_POLL = 50
WEBHOOK_ACTIVE = (
    "can't use getUpdates method while webhook is active; use deleteWebhook to delete the webhook first"
)


@handles(GetUpdates)
async def get_updates(_world: World, request: Request[GetUpdates]) -> list[RawUpdate]:
    method, bot = request.method, request.bot
    if bot.webhook.url:
        raise conflict(WEBHOOK_ACTIVE)
    bot.updates.allow(method.allowed_updates)
    limit = min(100, max(1, method.limit or 100))
    timeout = min(LONGEST_POLL, max(0, method.timeout or 0))
    return await bot.updates.poll(method.offset or 0, limit, timeout)


@handles(SetWebhook)
def set_webhook(_world: World, request: Request[SetWebhook]) -> bool:
    method, updates = request.method, request.bot.updates
    if method.url:
        _check_url(method.url)
    _check_secret(method.secret_token or "")
    if method.drop_pending_updates:
        updates.clear()
    updates.allow(method.allowed_updates)
    if method.url:
        updates.end_polling(conflict("terminated by setWebhook request"))
    webhook = Webhook(method.url, method.secret_token or "", method.max_connections or 40, method.ip_address)
    request.bot.set_webhook(webhook)
    return True


@handles(DeleteWebhook)
def delete_webhook(_world: World, request: Request[DeleteWebhook]) -> bool:
    if request.method.drop_pending_updates:
        request.bot.updates.clear()
    request.bot.set_webhook(Webhook())
    return True


@handles(GetWebhookInfo)
def get_webhook_info(_world: World, request: Request[GetWebhookInfo]) -> dict[str, Any]:
    webhook, updates = request.bot.webhook, request.bot.updates
    info = {
        "url": webhook.url,
        "has_custom_certificate": False,
        "pending_update_count": len(updates.pending()),
        "max_connections": webhook.max_connections if webhook.url else None,
        "ip_address": webhook.ip_address,
        "last_error_date": webhook.last_error_at,
        "last_error_message": webhook.last_error,
        "allowed_updates": sorted(updates.allowed) or None,
    }
    plain: dict[str, Any] = to_plain(info)
    return plain


def _check_url(url: str) -> None:
    """HTTPS only, as with Telegram; but a bot on this machine may be reached without."""
    parts = urlsplit(url)
    if parts.scheme not in ("http", "https") or not parts.hostname:
        raise bad_request("invalid webhook URL specified")
    if parts.scheme != "https" and parts.hostname not in LOOPBACK:
        raise bad_request("bad webhook: An HTTPS URL must be provided for webhook")


def _check_secret(secret: str) -> None:
    if len(secret) > 256:
        raise bad_request("secret token is too long")
    if not SECRET.fullmatch(secret):
        raise bad_request("secret token contains unallowed characters")
