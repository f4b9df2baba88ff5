"""What the buttons about reminders and calendars carry. Every tap is checked again by the use case."""

from __future__ import annotations

from aiogram.filters.callback_data import CallbackData


class ReminderSwitched(CallbackData, prefix="cl_rem"):
    """To be reminded so many minutes before, or not to be."""

    minutes: int
    wanted: bool


class FilesSwitched(CallbackData, prefix="cl_fil"):
    """Files for the calendar come by themselves, or do not."""

    wanted: bool


class ZonesOpened(CallbackData, prefix="cl_zns"):
    """By which clock the person lives."""


class ZoneChosen(CallbackData, prefix="cl_zon"):
    """`place`: in the list of time zones; -1: that of the school."""

    place: int


class FeedTurnedOn(CallbackData, prefix="cl_fon"):
    """Make an address for the calendar."""


class FeedActed(CallbackData, prefix="cl_fed"):
    """`act`: `ask` or `renew` or `off`. `mark` tells which address was meant: a later one is not touched."""

    act: str
    mark: str
