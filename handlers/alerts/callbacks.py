"""What the buttons about alerts carry. Acting on one is in handlers/common/alerts.py: every card needs it."""

from __future__ import annotations

from aiogram.filters.callback_data import CallbackData


class AlertsOpened(CallbackData, prefix="al_list"):
    """The inbox."""

    page: int = 0


class AlertOpened(CallbackData, prefix="al_card"):
    alert_id: int
