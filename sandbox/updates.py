"""The updates of one bot: numbered, kept until confirmed, handed out to one poller at a time.

Knows what long polling promises; knows nothing of what an update says.
"""

import asyncio
import time
from collections import deque
from collections.abc import Iterable, Mapping
from datetime import datetime, timedelta
from typing import Any

from sandbox.clock import Clock
from sandbox.errors import ApiError, conflict

KEPT_FOR = timedelta(hours=24)
KEPT_AT_MOST = 100_000
ONLY_ON_REQUEST = {"chat_member", "message_reaction", "message_reaction_count"}
OTHER_POLLER = "terminated by other getUpdates request; make sure that only one bot instance is running"

RawUpdate = dict[str, Any]


class UpdateQueue:
    """Updates are plain JSON, so that one of a kind nobody knows yet can be put in as well."""

    def __init__(self, clock: Clock) -> None:
        self._clock = clock
        # Numbers go on rising over a restart of the sandbox, as a bot that remembers them expects.
        self._last_id = int(time.time())
        self._kept: deque[tuple[datetime, RawUpdate]] = deque()
        self._waiting: list[asyncio.Future[None]] = []
        self._poller: asyncio.Future[None] | None = None
        self.allowed: set[str] = set()

    def push(self, kind: str, body: Mapping[str, Any]) -> RawUpdate | None:
        """Number an update and keep it; None when the bot did not ask for this kind."""
        if not self._wants(kind):
            return None
        self._last_id += 1
        update: RawUpdate = {"update_id": self._last_id, kind: dict(body)}
        self.inject(update)
        return update

    def inject(self, update: RawUpdate) -> None:
        """Keep an update as it is: a repeated number, an old one, a kind that does not exist."""
        self._kept.append((self._clock.now(), update))
        while len(self._kept) > KEPT_AT_MOST:
            self._kept.popleft()
        self._wake()

    def pending(self) -> list[RawUpdate]:
        """What is not confirmed yet and not older than a day."""
        self._forget_old()
        return [update for _, update in self._kept]

    def confirm(self, offset: int) -> None:
        """Forget everything numbered below ``offset``; a negative one keeps that many from the end."""
        if offset < 0:
            self._kept = deque(list(self._kept)[offset:])
        elif offset > 0:
            self._kept = deque((at, update) for at, update in self._kept if update["update_id"] >= offset)

    def first(self) -> RawUpdate | None:
        """The oldest update that is not confirmed."""
        self._forget_old()
        return self._kept[0][1] if self._kept else None

    def settle(self, update: RawUpdate) -> None:
        """Forget the oldest update: a webhook has taken it."""
        if self._kept and self._kept[0][1] is update:
            self._kept.popleft()

    def clear(self) -> None:
        self._kept.clear()

    def allow(self, kinds: Iterable[str] | None) -> None:
        """Which kinds are kept from now on; an empty list is the default set, None leaves it as it is."""
        if kinds is not None:
            self.allowed = set(kinds)

    async def poll(self, offset: int, limit: int, timeout: float) -> list[RawUpdate]:
        """``getUpdates``: a second caller ends the first one's waiting with a 409."""
        self.end_polling(conflict(OTHER_POLLER))
        self.confirm(offset)
        if not self.pending() and timeout > 0:
            await self._wait_as_poller(timeout)
        return self.pending()[:limit]

    def end_polling(self, reason: ApiError) -> None:
        if self._poller is not None and not self._poller.done():
            self._poller.set_exception(reason)
        self._poller = None

    def wake(self) -> None:
        """Let whoever waits look again: a webhook was set or removed."""
        self._wake()

    async def changed(self) -> None:
        """Until the next update arrives or ``wake`` is called."""
        await self._register()

    async def _wait_as_poller(self, timeout: float) -> None:
        waiting = self._register()
        self._poller = waiting
        try:
            await asyncio.wait_for(waiting, timeout)
        except TimeoutError:
            pass
        finally:
            if self._poller is waiting:
                self._poller = None

    def _forget_old(self) -> None:
        oldest = self._clock.now() - KEPT_FOR
        while self._kept and self._kept[0][0] < oldest:
            self._kept.popleft()

    def _register(self) -> asyncio.Future[None]:
        waiting = asyncio.get_running_loop().create_future()
        self._waiting = [future for future in self._waiting if not future.done()] + [waiting]
        return waiting

    def _wake(self) -> None:
        waiting, self._waiting = self._waiting, []
        for future in waiting:
            if not future.done():
                future.set_result(None)

    def _wants(self, kind: str) -> bool:
        return kind in self.allowed if self.allowed else kind not in ONLY_ON_REQUEST
