"""What the next typed message means while somebody is entered, looked for, or something is added
about them.
"""

from __future__ import annotations

from aiogram.fsm.state import State, StatesGroup


class PeopleForm(StatesGroup):
    searching = State()
    filling = State()
