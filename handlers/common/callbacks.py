"""Buttons that belong to no subject, or that several show and one answers."""

from __future__ import annotations

from aiogram.filters.callback_data import CallbackData


class MenuOpened(CallbackData, prefix="menu"):
    """Back to the main menu."""


class Nothing(CallbackData, prefix="none"):
    """A label among buttons: a tap is answered and does nothing."""


class RoadmapOpened(CallbackData, prefix="rm_all"):
    """The roadmap of those who answer for it. 0: all plans that are live."""

    plan_id: int = 0


class PersonOpened(CallbackData, prefix="pe_card"):
    """The card of somebody of the school."""

    membership_id: int


class FamilyOpened(CallbackData, prefix="fm_all"):
    """A parent's children."""


class ChildOpened(CallbackData, prefix="fm_kid"):
    """One of them."""

    child_id: int
