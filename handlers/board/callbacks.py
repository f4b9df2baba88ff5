"""What the buttons of the board carry: ids, numbers and months. Every tap is checked again."""

from __future__ import annotations

from aiogram.filters.callback_data import CallbackData


class BoardOpened(CallbackData, prefix="bd"):
    """The board: all pairs, or only those that need attention."""

    only: bool = False
    page: int = 0


class PairHealthOpened(CallbackData, prefix="bd_o"):
    """One pair with its figure explained part by part."""

    mentorship_id: int


class TaskReminded(CallbackData, prefix="bd_t"):
    """Remind the one who is to do it of an agreed task."""

    task_id: int


class RhythmAsked(CallbackData, prefix="bd_q"):
    """How often is this pair to meet?"""

    mentorship_id: int


class RhythmSet(CallbackData, prefix="bd_s"):
    """At least every so many days; 0: as often as everybody at the school."""

    mentorship_id: int
    days: int


class PlacesGiven(CallbackData, prefix="bd_c"):
    """As many places for an overloaded mentor as they have mentees."""

    membership_id: int
    places: int


class MonthAsked(CallbackData, prefix="bd_m"):
    """The picture of a month. 0 and 0: the present one."""

    year: int = 0
    month: int = 0


class SheetAsked(CallbackData, prefix="bd_x"):
    """The board as a spreadsheet."""
