"""What the buttons about meetings carry: ids and steps, never a text. Every tap is checked again by the
use case.
"""

from __future__ import annotations

from aiogram.filters.callback_data import CallbackData


class MeetingsOpened(CallbackData, prefix="mt_list"):
    """«My meetings»."""

    page: int = 0


class MeetingOpened(CallbackData, prefix="mt_card"):
    meeting_id: int


class ProposeStarted(CallbackData, prefix="mt_new"):
    """Begin a proposal. `mentorship_id=0`: the person's only pair, or let them choose."""

    mentorship_id: int


class MoveStarted(CallbackData, prefix="mt_move"):
    """Offer another time for a meeting that stands or was proposed."""

    meeting_id: int


class PairChosen(CallbackData, prefix="mt_f_pair"):
    """The steps of the form carry its id: a button of an earlier form is no longer current."""

    form: str
    mentorship_id: int


class KindChosen(CallbackData, prefix="mt_f_kind"):
    form: str
    kind: str


class MonthShown(CallbackData, prefix="mt_f_month"):
    form: str
    year: int
    month: int


class DayChosen(CallbackData, prefix="mt_f_day"):
    """`day` is a date as 20261125."""

    form: str
    day: int


class TimeChosen(CallbackData, prefix="mt_f_time"):
    """`minutes` after midnight, local."""

    form: str
    minutes: int


class PlaceChosen(CallbackData, prefix="mt_f_place"):
    """One of the places offered as buttons: `school`, `online`, or `same` as before the move."""

    form: str
    place: str


class StepBack(CallbackData, prefix="mt_f_back"):
    form: str


class FormCancelled(CallbackData, prefix="mt_f_stop"):
    form: str


class FormRestarted(CallbackData, prefix="mt_f_anew"):
    form: str


class FormConfirmed(CallbackData, prefix="mt_f_send"):
    form: str


class MeetingConfirmed(CallbackData, prefix="mt_yes"):
    meeting_id: int


class MeetingDeclined(CallbackData, prefix="mt_no"):
    meeting_id: int


class ReasonAsked(CallbackData, prefix="mt_why"):
    """Say no and write why."""

    meeting_id: int


class ReasonStopped(CallbackData, prefix="mt_why_no"):
    """Back to the meeting without an answer."""

    meeting_id: int


class CancelAsked(CallbackData, prefix="mt_drop"):
    meeting_id: int


class CancelConfirmed(CallbackData, prefix="mt_dropped"):
    meeting_id: int


class FeedbackOpened(CallbackData, prefix="fb_open"):
    """The mentee's questions after a meeting: begun, or gone on with where the answers end."""

    meeting_id: int
