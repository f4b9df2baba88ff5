"""Buttons of the roadmap. Ids only: whoever taps is checked again."""

from __future__ import annotations

from enum import StrEnum

from aiogram.filters.callback_data import CallbackData


class MyDutiesOpened(CallbackData, prefix="rm_my"):
    """What I have to do myself."""

    page: int = 0


class RoadmapOpened(CallbackData, prefix="rm_all"):
    """The whole plan, for those who answer for it."""

    page: int = 0
    late_only: bool = False


class DutyOpened(CallbackData, prefix="rm_see"):
    duty_id: int


class DutyAct(StrEnum):
    """What a tap does with a duty. ASK leads to the screen where a comment or a file can be given."""

    ASK = "q"
    DONE = "d"
    NUDGE = "n"
    TAKE_OVER = "t"


class DutyActed(CallbackData, prefix="rm_act"):
    duty_id: int
    act: DutyAct


class FileOpened(CallbackData, prefix="rm_file"):
    """A file that shows that a duty was done, once more."""

    evidence_id: int


class PlanApproved(CallbackData, prefix="rm_ok"):
    roadmap_id: int
