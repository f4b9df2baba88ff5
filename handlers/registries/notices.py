"""The yearly reminder to approve the registries (G-2.1)."""

from __future__ import annotations

from handlers.common.notices import Notice, NoticeContext
from handlers.common.screen import Screen
from handlers.registries import screens
from services import snapshots


async def _yearly(context: NoticeContext) -> Screen | None:
    place, year = int(context.due.payload["organization_id"]), int(context.due.payload["year"])
    name = await context.db.read(snapshots.still_due, context.due.person_id or 0, place, year)
    return screens.yearly(context.t, place, name) if name is not None else None


NOTICES = (Notice(snapshots.KIND_YEARLY, _yearly),)
