"""The executor for work that takes more than a moment: never the default one, never the event loop."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from functools import partial
from typing import ParamSpec, TypeVar

P = ParamSpec("P")
T = TypeVar("T")

WORKERS = 2
"""Two at a time: one long import must not keep everybody's chart waiting, and memory stays bounded."""


class HeavyWork:
    """Threads of its own. The work is pure: it gets bytes and views, and knows nothing of sessions."""

    def __init__(self, workers: int = WORKERS) -> None:
        self._executor = ThreadPoolExecutor(workers, thread_name_prefix="heavy")

    async def run(self, work: Callable[P, T], *args: P.args, **kwargs: P.kwargs) -> T:
        """Run it beside the event loop. What it raises comes out here."""
        loop = asyncio.get_running_loop()
        return await loop.run_in_executor(self._executor, partial(work, *args, **kwargs))

    def close(self) -> None:
        """Leave what has not begun; what runs comes to its end by itself, for it is bounded."""
        self._executor.shutdown(wait=False, cancel_futures=True)
