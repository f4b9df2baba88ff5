"""What the buttons about series of meetings carry: ids, days and steps, never a text. Every tap is checked
again by the use case.

The buttons of the form carry its id: a button of another form is no longer current. A day is a number like
20261125.
"""

from __future__ import annotations

from aiogram.filters.callback_data import CallbackData


class SeriesStarted(CallbackData, prefix="ms_new"):
    """Make a series out of a meeting that stands."""

    meeting_id: int


class SeriesListOpened(CallbackData, prefix="ms_list"):
    page: int = 0


class SeriesOpened(CallbackData, prefix="ms_card"):
    series_id: int


class SeriesConfirmed(CallbackData, prefix="ms_yes"):
    series_id: int


class SeriesDeclined(CallbackData, prefix="ms_no"):
    series_id: int


class SeriesEndAsked(CallbackData, prefix="ms_end"):
    series_id: int


class SeriesEnded(CallbackData, prefix="ms_ended"):
    series_id: int


class SkipAsked(CallbackData, prefix="ms_skip"):
    """Which of the coming days of a series is left out."""

    series_id: int
    page: int = 0


class DaySkipped(CallbackData, prefix="ms_skday"):
    series_id: int
    day: int


class MoveAsked(CallbackData, prefix="ms_move"):
    """Another time for a meeting of a series: for this one only, or for all that follow."""

    meeting_id: int


class FollowingMoved(CallbackData, prefix="ms_follow"):
    """Begin to move this meeting and all that follow."""

    meeting_id: int


class RhythmChosen(CallbackData, prefix="ms_f_rh"):
    form: str
    rhythm: str


class UntilChosen(CallbackData, prefix="ms_f_until"):
    """One of the days offered as the last possible one."""

    form: str
    day: int


class NewDayChosen(CallbackData, prefix="ms_f_day"):
    """On which day the first of the moved meetings is."""

    form: str
    day: int


class NewTimeChosen(CallbackData, prefix="ms_f_time"):
    """At which time, in minutes after local midnight."""

    form: str
    minutes: int


class DayToggled(CallbackData, prefix="ms_f_tog"):
    """Strike a day out, or take it in again."""

    form: str
    day: int


class DaysPaged(CallbackData, prefix="ms_f_page"):
    form: str
    page: int


class SeriesBack(CallbackData, prefix="ms_f_back"):
    form: str


class SeriesStopped(CallbackData, prefix="ms_f_stop"):
    form: str


class SeriesSent(CallbackData, prefix="ms_f_send"):
    form: str
