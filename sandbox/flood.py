"""Telegram's sending limits: 30 messages a second for a bot, one a second for a chat, with a small burst."""

import math
import time
from collections.abc import Callable

from sandbox.errors import too_many_requests


class Bucket:
    """A token bucket: ``burst`` at once, ``rate`` a second in the long run."""

    def __init__(self, rate: float, burst: float, now: float) -> None:
        self._rate = rate
        self._burst = burst
        self._tokens = burst
        self._at = now

    def wait_for_one(self, now: float) -> float:
        """Seconds until there is a token, 0 when there is one."""
        self._tokens = min(self._burst, self._tokens + (now - self._at) * self._rate)
        self._at = now
        return 0.0 if self._tokens >= 1 else (1 - self._tokens) / self._rate

    def spend(self) -> None:
        self._tokens -= 1


class FloodControl:
    def __init__(self, timer: Callable[[], float] = time.monotonic) -> None:
        self._timer = timer
        self._buckets: dict[tuple[int, int | None], Bucket] = {}
        self.bot_rate = 30.0
        self.chat_rate = 1.0
        self.chat_burst = 3.0

    def check(self, bot_id: int, chat_id: int) -> None:
        """Count one message, or refuse it with the seconds to wait."""
        now = self._timer()
        whole = self._bucket((bot_id, None), self.bot_rate, self.bot_rate, now)
        single = self._bucket((bot_id, chat_id), self.chat_rate, self.chat_burst, now)
        wait = max(whole.wait_for_one(now), single.wait_for_one(now))
        if wait > 0:
            raise too_many_requests(max(1, math.ceil(wait)))
        whole.spend()
        single.spend()

    def _bucket(self, key: tuple[int, int | None], rate: float, burst: float, now: float) -> Bucket:
        if key not in self._buckets:
            self._buckets[key] = Bucket(rate, burst, now)
        return self._buckets[key]
