"""What the next typed text means in the settings."""

from __future__ import annotations

from aiogram.fsm.state import State, StatesGroup


class SettingForm(StatesGroup):
    """A value that is typed; and of a partner the name, the number and the date of the agreement."""

    value = State()
    partner_name = State()
    agreement_number = State()
    agreement_date = State()
