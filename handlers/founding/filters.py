"""Who is an administrator of the system: whoever the settings name, member of a programme or not."""

from __future__ import annotations

from collections.abc import Collection

from aiogram.filters import Filter
from aiogram.types import CallbackQuery, Message


class IsAdmin(Filter):
    """All others are answered as if the command did not exist."""

    async def __call__(self, event: Message | CallbackQuery, admin_ids: Collection[int]) -> bool:
        return event.from_user is not None and event.from_user.id in admin_ids
