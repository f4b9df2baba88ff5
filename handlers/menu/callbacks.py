"""Buttons of the main menu: which participation is shown."""

from __future__ import annotations

from aiogram.filters.callback_data import CallbackData


class RolesOpened(CallbackData, prefix="rc"):
    """The person's own roles and schools."""


class RoleShown(CallbackData, prefix="rc_sh"):
    """Show one participation alone; 0: all together."""

    membership_id: int
