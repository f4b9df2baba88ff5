"""What the next typed text means to those above the schools."""

from __future__ import annotations

from aiogram.fsm.state import State, StatesGroup


class FoundingForm(StatesGroup):
    naming = State()
