"""What the next message means while a plan is being worked on."""

from __future__ import annotations

from aiogram.fsm.state import State, StatesGroup


class PlanForm(StatesGroup):
    upload = State()
    phrase = State()
    field = State()
    order_number = State()
    order_date = State()
    reason = State()
    new_activity = State()
    new_deadline = State()
    new_responsible = State()
    choosing = State()
