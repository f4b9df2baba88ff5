"""Time that passes at the turn of a handle: what comes due on the way comes due in its order, at its own
moment.

Used by the sandbox's clock control and by the tests; a real clock needs none of this.
"""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from datetime import datetime, timedelta
from typing import Protocol

from bot.app import Application
from services import outbox

STEP = timedelta(hours=4)
"""Between two ticks on the way: they look at days, not at minutes."""

Settle = Callable[[], Awaitable[None]]


class Jumping(Protocol):
    """A clock that can be set."""

    def now(self) -> datetime: ...

    def jump(self, delta: timedelta) -> None: ...


async def pass_time(
    application: Application, clock: Jumping, delta: timedelta, settle: Settle, step: timedelta = STEP
) -> None:
    """Live through `delta`, stopping wherever a message is due, and at least at every `step`."""
    until = clock.now() + delta
    while (now := clock.now()) < until:
        due = await application.db.read(outbox.next_due)
        stops = [until, now + step]
        if due is not None and due > now:
            stops.append(due)
        clock.jump(min(stops) - now)
        await application.tick()
        await settle()
