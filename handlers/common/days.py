"""A day of the calendar as a button carries it: 20261125."""

from __future__ import annotations

from datetime import date

from services.errors import NoLongerCurrent


def day_number(day: date) -> int:
    return int(f"{day:%Y%m%d}")


def day_of(number: int) -> date:
    """The day that a button carries. Raises NoLongerCurrent for a number that is none."""
    try:
        return date(number // 10_000, number // 100 % 100, number % 100)
    except (ValueError, OverflowError):
        raise NoLongerCurrent from None
