"""What the next typed message means while somebody says no to a meeting."""

from __future__ import annotations

from aiogram.fsm.state import State, StatesGroup


class DeclineForm(StatesGroup):
    reason = State()
