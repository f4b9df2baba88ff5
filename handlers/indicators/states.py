"""What the next typed text means among planned results."""

from __future__ import annotations

from aiogram.fsm.state import State, StatesGroup


class IndicatorForm(StatesGroup):
    """A new one: title → planned. What was reached: actual → measured_on."""

    title = State()
    planned = State()
    actual = State()
    measured_on = State()
