"""The private calendar addresses on the web: `/calendar/<secret>.ics`.

Knows HTTP only: who may read what is decided by services/calendar_feed.py, the words are those of the bot. No
secret is ever logged.
"""

from __future__ import annotations

import asyncio
import hashlib
from collections import Counter

from aiohttp import web

from bot.app import Application
from bot.settings import CALENDAR_PATH
from handlers.calendar import words
from services import calendar_feed
from services.calendar_feed import FeedContents
from services.errors import DatabaseBusy

ONE_ADDRESS_A_MINUTE = 12
"""More often no calendar reads; a program gone wild must not keep the bot from people."""
ALL_A_MINUTE = 600
MINUTE = 60.0
HEADERS = {
    "Cache-Control": "private, max-age=300",
    "Referrer-Policy": "no-referrer",
    "X-Content-Type-Options": "nosniff",
    "X-Robots-Tag": "noindex, nofollow",
}


class Bounds:
    """How often addresses are read, counted in minutes that begin with the first request."""

    def __init__(self) -> None:
        self._since, self._all = 0.0, 0
        self._each: Counter[str] = Counter()

    def wait_for(self, secret: str, now: float) -> float:
        """How many seconds until this request may come again; 0 when it is welcome. Seconds of any clock that
        only goes forward.
        """
        if not 0 <= now - self._since < MINUTE:
            self._since, self._all = now, 0
            self._each.clear()
        if self._all >= ALL_A_MINUTE or self._each[secret] >= ONE_ADDRESS_A_MINUTE:
            return MINUTE - (now - self._since)
        self._all += 1
        self._each[secret] += 1
        return 0.0


def add_to(app: web.Application, application: Application) -> None:
    """Let calendars read at this web part."""
    bounds = Bounds()

    async def read(request: web.Request) -> web.Response:
        secret = request.match_info["secret"]
        if not calendar_feed.TOKEN.fullmatch(secret):
            return _refusal(404)
        wait = bounds.wait_for(secret, asyncio.get_running_loop().time())
        if wait > 0:
            return _refusal(429, {"Retry-After": str(int(wait) + 1)})
        try:
            contents = await application.db.read(calendar_feed.read, secret, now=application.clock.now())
        except DatabaseBusy:
            return _refusal(503, {"Retry-After": "60"})
        return _refusal(404) if contents is None else await _answer(request, application, contents)

    app.router.add_get(f"{CALENDAR_PATH}/{{secret}}.ics", read)


async def _answer(request: web.Request, application: Application, contents: FeedContents) -> web.Response:
    t = application.texts.translator(contents.language)
    body = await application.heavy.run(words.feed, t, contents)
    tag = hashlib.sha256(body).hexdigest()[:32]
    response = web.Response(headers=HEADERS)
    response.etag = tag
    if contents.items:
        response.last_modified = max(item.changed_at for item in contents.items)
    known = request.if_none_match or ()
    # By the tag alone: names and words change without any meeting having changed.
    if any(one.value in (tag, "*") for one in known):
        response.set_status(304)
        return response
    response.body, response.content_type, response.charset = body, "text/calendar", "utf-8"
    return response


def _refusal(status: int, headers: dict[str, str] | None = None) -> web.Response:
    return web.Response(status=status, headers=HEADERS | {"Cache-Control": "no-store"} | (headers or {}))
