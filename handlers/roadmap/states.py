"""What the next typed text means; the form holds the id of the duty or of the item that it is about."""

from __future__ import annotations

from aiogram.fsm.state import State, StatesGroup


class DutyForm(StatesGroup):
    """reporting: a comment, a file, a link or the number of an act; waiving and explaining: a reason;
    moving: a day; dating: a deadline phrase; troubled: what the difficulty is.
    """

    reporting = State()
    waiving = State()
    moving = State()
    explaining = State()
    dating = State()
    troubled = State()
