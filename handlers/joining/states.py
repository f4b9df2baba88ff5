"""What the next typed text means on the way in."""

from __future__ import annotations

from aiogram.fsm.state import State, StatesGroup


class Joining(StatesGroup):
    answering = State()
    returning = State()
