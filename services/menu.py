"""What the main menu counts: every subject brings its query, all of them run in one hop."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from sqlalchemy.orm import Session

from services import applications
from services.access import Actor
from services.applications import WaitingApplication

Counter = Callable[[Session, Actor], int]


@dataclass(frozen=True, slots=True)
class MenuState:
    """What the actor has begun or waits for, and a number for every counter asked."""

    unfinished_application: int | None
    awaits_decision: bool
    counts: tuple[int, ...]
    waiting: WaitingApplication | None = None


def look(session: Session, actor: Actor, counters: Sequence[Counter | None]) -> MenuState:
    """Everything the main menu shows."""
    waiting = applications.waiting(session, actor)
    return MenuState(
        applications.unfinished(session, actor),
        waiting is not None,
        tuple(counter(session, actor) if counter else 0 for counter in counters),
        waiting,
    )
