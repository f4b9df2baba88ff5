"""What the next typed text means while a speed session is being announced."""

from __future__ import annotations

from aiogram.fsm.state import State, StatesGroup


class SpeedForm(StatesGroup):
    """Which question is open stands in the form itself."""

    filling = State()
