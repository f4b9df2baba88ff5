"""What the buttons about convenient times, lessons, bells and breaks carry. Every tap is checked again.

`member` is the membership that is spoken of; 0 is whoever taps. Weekdays count from Monday, 0.
"""

from __future__ import annotations

from aiogram.filters.callback_data import CallbackData


class PartToggled(CallbackData, prefix="av_prt"):
    """A part of the day on a weekday becomes convenient, or no longer is."""

    member: int
    weekday: int
    part: str
    on: bool


class PartsCleared(CallbackData, prefix="av_clr"):
    """Nothing said any more: what the profile says counts again."""

    member: int


class LessonsOpened(CallbackData, prefix="av_les"):
    member: int = 0


class LessonToggled(CallbackData, prefix="av_lst"):
    member: int
    weekday: int
    number: int
    on: bool


class SchoolTimesOpened(CallbackData, prefix="av_sch"):
    """The bells and breaks of a school, for its curator. `organization_id=0`: the person's own school."""

    organization_id: int = 0


class UsualBellsChosen(CallbackData, prefix="av_ubl"):
    organization_id: int


class BellAsked(CallbackData, prefix="av_bel"):
    """Type from when until when a lesson lasts."""

    organization_id: int
    number: int


class BellRemoved(CallbackData, prefix="av_brm"):
    organization_id: int
    number: int


class BreaksOpened(CallbackData, prefix="av_brk"):
    organization_id: int


class BreakAsked(CallbackData, prefix="av_bnw"):
    """Type from when until when a break lasts. `title` is a key: autumn, winter, spring, summer, other."""

    organization_id: int
    title: str


class BreakRemoved(CallbackData, prefix="av_bdl"):
    break_id: int


class MembersOpened(CallbackData, prefix="av_mem"):
    """Whose times and lessons to enter."""

    organization_id: int
    page: int = 0
