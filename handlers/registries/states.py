"""What the next message means among registries."""

from __future__ import annotations

from aiogram.fsm.state import State, StatesGroup


class RegistryForm(StatesGroup):
    """A staff file: file → choosing. An order: order_number → order_date. A shortlist: choosing → title."""

    file = State()
    order_number = State()
    order_date = State()
    title = State()
    choosing = State()
