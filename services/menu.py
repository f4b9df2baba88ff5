"""What the main menu counts: every subject brings its query, all of them run in one hop."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from sqlalchemy.orm import Session

from services import applications
from services.access import Actor

Counter = Callable[[Session, Actor], int]


@dataclass(frozen=True, slots=True)
class MenuState:
    """What the actor has begun or waits for, and a number for every counter asked."""

    unfinished_application: int | None
    awaits_decision: bool
    counts: tuple[int, ...]


def look(session: Session, actor: Actor, counters: Sequence[Counter | None]) -> MenuState:
    """Everything the main menu shows."""
    return MenuState(
        applications.unfinished(session, actor),
        applications.awaiting_decision(session, actor),
        tuple(counter(session, actor) if counter else 0 for counter in counters),
    )
