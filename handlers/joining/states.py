"""What the next typed text means on the way in."""

from __future__ import annotations

from aiogram.fsm.state import State, StatesGroup


class Joining(StatesGroup):
    """`school`: the name of a school to be looked for; `places`: for how many people a link is."""

    school = State()
    places = State()
