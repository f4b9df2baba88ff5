"""What the next typed message means while a meeting is being proposed."""

from __future__ import annotations

from aiogram.fsm.state import State, StatesGroup


class MeetingForm(StatesGroup):
    choosing = State()
    time = State()
    place = State()
