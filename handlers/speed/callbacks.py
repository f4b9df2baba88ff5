"""What the buttons about speed sessions carry: ids and steps. Every tap is checked again by the use case."""

from __future__ import annotations

from aiogram.filters.callback_data import CallbackData


class SpeedOpened(CallbackData, prefix="sp_all"):
    """The sessions of one's school."""

    page: int = 0


class SessionOpened(CallbackData, prefix="sp_one"):
    session_id: int


class SlotBooked(CallbackData, prefix="sp_book"):
    slot_id: int


class SlotReleased(CallbackData, prefix="sp_free"):
    slot_id: int


class QueueJoined(CallbackData, prefix="sp_wait"):
    session_id: int


class QueueLeft(CallbackData, prefix="sp_leave"):
    session_id: int


class VisitorsOpened(CallbackData, prefix="sp_who"):
    """Who came: the mentor ticks."""

    session_id: int


class HeldTold(CallbackData, prefix="sp_held"):
    slot_id: int
    held: bool


class CancelAsked(CallbackData, prefix="sp_drop"):
    session_id: int


class CancelConfirmed(CallbackData, prefix="sp_gone"):
    session_id: int


class AnnounceStarted(CallbackData, prefix="sp_new"):
    """`mentor_id=0`: for oneself, or let the curator choose for whom."""

    mentor_id: int = 0
    page: int = 0


class OptionChosen(CallbackData, prefix="sp_f_opt"):
    """The answer of a step. Steps carry the form's id: a button of an earlier form is no longer current."""

    form: str
    value: str


class MonthShown(CallbackData, prefix="sp_f_mon"):
    form: str
    year: int
    month: int


class DayChosen(CallbackData, prefix="sp_f_day"):
    """`day` is a date as 20261125."""

    form: str
    day: int


class StepBack(CallbackData, prefix="sp_f_back"):
    form: str


class FormStopped(CallbackData, prefix="sp_f_stop"):
    form: str


class FormSent(CallbackData, prefix="sp_f_send"):
    form: str
