"""The sandbox's time: every date in a message and every expiry is read from a clock that is handed in.

Knows nothing of Telegram.
"""

from collections.abc import Awaitable, Callable
from datetime import UTC, datetime, timedelta
from typing import Protocol

Listener = Callable[[], Awaitable[None]]


class Clock(Protocol):
    def now(self) -> datetime:
        """The present moment, aware, in UTC."""
        ...


class SystemClock:
    """Real time, for whoever needs no control over it."""

    def now(self) -> datetime:
        return datetime.now(UTC)


class MovableClock:
    """Real time plus an offset; with ``frozen=True`` it stands still at ``start`` until it is moved."""

    def __init__(self, start: datetime | None = None, *, frozen: bool = False) -> None:
        moment = datetime.now(UTC) if start is None else start
        if moment.tzinfo is None:
            raise ValueError("a clock needs an aware start")
        self._start = moment.astimezone(UTC)
        self._frozen = frozen
        self._offset = timedelta(0)
        self._began = datetime.now(UTC)
        self._listeners: list[Listener] = []

    def now(self) -> datetime:
        elapsed = timedelta(0) if self._frozen else datetime.now(UTC) - self._began
        return self._start + elapsed + self._offset

    def on_advance(self, callback: Listener) -> Callable[[], None]:
        """Have ``callback`` awaited after each ``advance``; the function returned takes it off again."""
        self._listeners.append(callback)

        def remove() -> None:
            if callback in self._listeners:
                self._listeners.remove(callback)

        return remove

    async def advance(self, delta: timedelta) -> None:
        """Time passes: forward only, and everyone who listens is told."""
        if delta < timedelta(0):
            raise ValueError("time passes forwards only; a wrong clock is set with jump()")
        self._offset += delta
        for listener in list(self._listeners):
            await listener()

    def jump(self, delta: timedelta) -> None:
        """The clock is set wrong, or right again: either way, and nobody is told."""
        self._offset += delta
