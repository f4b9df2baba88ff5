"""What the next typed text means where pupils and parents are concerned."""

from __future__ import annotations

from aiogram.fsm.state import State, StatesGroup


class ChildForm(StatesGroup):
    """A parent, after the consent: name → birthday → confirm."""

    name = State()
    birthday = State()
    confirm = State()


class ParentPaperForm(StatesGroup):
    """A curator records a consent on paper: number → dated_on → name → birthday → confirm."""

    number = State()
    dated_on = State()
    name = State()
    birthday = State()
    confirm = State()


class ReceiptForm(StatesGroup):
    """A curator records a withdrawal on paper: the day on which it was received."""

    received_on = State()
