"""What the next typed text means to an administrator."""

from __future__ import annotations

from aiogram.fsm.state import State, StatesGroup


class AdminFounding(StatesGroup):
    """Kind, upper organisation and time zone are known: the name comes next."""

    name = State()
