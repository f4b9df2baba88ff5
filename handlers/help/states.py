"""What the next typed text means where help is concerned."""

from __future__ import annotations

from aiogram.fsm.state import State, StatesGroup


class HelpForm(StatesGroup):
    """A question to mentors (its topic may be chosen first), or words to a request that there is."""

    asking = State()
    answering = State()
