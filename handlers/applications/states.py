"""What the next typed text means in an application."""

from __future__ import annotations

from aiogram.fsm.state import State, StatesGroup


class Applying(StatesGroup):
    answering = State()
    returning = State()
