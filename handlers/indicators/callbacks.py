"""Buttons of planned results. Ids only: whoever taps is checked again."""

from __future__ import annotations

from aiogram.filters.callback_data import CallbackData


class IndicatorsOpened(CallbackData, prefix="in"):
    """The live plans that may have planned results; straight to the only one."""


class ResultsOpened(CallbackData, prefix="in_p"):
    """Plan and fact of one roadmap."""

    roadmap_id: int


class IndicatorOpened(CallbackData, prefix="in_o"):
    indicator_id: int


class IndicatorAdded(CallbackData, prefix="in_n"):
    """A new planned result: what is asked first, how much of it second."""

    roadmap_id: int


class ActualAsked(CallbackData, prefix="in_a"):
    """What was reached is typed next."""

    indicator_id: int


class MeasuredToday(CallbackData, prefix="in_t"):
    """The value just typed is of today."""


class RemovalAsked(CallbackData, prefix="in_rq"):
    indicator_id: int


class IndicatorRemoved(CallbackData, prefix="in_r"):
    indicator_id: int
