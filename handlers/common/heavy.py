"""Work that takes more than a moment — reading files, drawing charts — and where it is done."""

from __future__ import annotations

from collections.abc import Callable
from typing import ParamSpec, Protocol, TypeVar

P = ParamSpec("P")
T = TypeVar("T")


class Heavy(Protocol):
    """Runs such work beside the event loop, a few pieces at a time."""

    async def run(self, work: Callable[P, T], *args: P.args, **kwargs: P.kwargs) -> T: ...
