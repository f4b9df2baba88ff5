"""Buttons that belong to no subject."""

from __future__ import annotations

from aiogram.filters.callback_data import CallbackData


class MenuOpened(CallbackData, prefix="menu"):
    """Back to the main menu."""


class Nothing(CallbackData, prefix="none"):
    """A label among buttons: a tap is answered and does nothing."""
