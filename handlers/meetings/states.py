"""What the next typed message means while a meeting is being planned."""

from __future__ import annotations

from aiogram.fsm.state import State, StatesGroup


class MeetingForm(StatesGroup):
    choosing = State()
    """Words about the time are understood; elsewhere the buttons are the answer."""
    time = State()
    place = State()
    lesson = State()
    aim = State()
