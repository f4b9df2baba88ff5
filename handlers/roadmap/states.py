"""What the next typed text means: the comment to a duty, whose id stands in the form."""

from __future__ import annotations

from aiogram.fsm.state import State, StatesGroup


class DutyForm(StatesGroup):
    reporting = State()
