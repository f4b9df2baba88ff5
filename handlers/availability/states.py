"""What the next typed message means while bells or a break are entered."""

from __future__ import annotations

from aiogram.fsm.state import State, StatesGroup


class AvailabilityForm(StatesGroup):
    bell = State()
    """Data: `organization_id` and `number`."""
    days = State()
    """Data: `organization_id` and `title`, a key."""
