"""What the next typed text means among local acts."""

from __future__ import annotations

from aiogram.fsm.state import State, StatesGroup


class ActForm(StatesGroup):
    """A new act, one question a screen: kind → number → date → title → file or link → what it amends."""

    number = State()
    dated_on = State()
    title = State()
    file = State()
    replaces = State()


class ActStates(StatesGroup):
    """About an act that is there: its file or link, and the day by which it is to be read."""

    attaching = State()
    day = State()
