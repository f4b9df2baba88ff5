"""Buttons of the roadmap. Ids only: whoever taps is checked again."""

from __future__ import annotations

from enum import StrEnum

from aiogram.filters.callback_data import CallbackData


class MyDutiesOpened(CallbackData, prefix="rm_my"):
    """What I have to do myself, or what I control."""

    page: int = 0
    controlled: bool = False


class View(StrEnum):
    """How the plan is looked at."""

    EVERYTHING = "a"
    LATE = "l"
    MONTH = "m"
    STAGES = "s"
    STAGE = "g"
    PEOPLE = "w"
    PERSON = "p"
    UNDATED = "u"
    ITEM = "i"


class ViewOpened(CallbackData, prefix="rm_v"):
    """A view, a page of it. `key`: a stage's number, a person, an item, or a month as year * 12 + month - 1
    (0: the present one).
    """

    plan_id: int
    view: View
    key: int = 0
    page: int = 0


class FileKind(StrEnum):
    PICTURE = "p"
    SHEET = "x"


class YearAsked(CallbackData, prefix="rm_y"):
    """The whole year as pictures, or as a spreadsheet."""

    plan_id: int
    kind: FileKind


class DutyOpened(CallbackData, prefix="rm_see"):
    duty_id: int


class DutyAct(StrEnum):
    """What a tap does with a duty. Those that ask lead to a question that is answered by typing."""

    ASK = "q"
    DONE = "d"
    NUDGE = "n"
    TAKE_OVER = "t"
    WAIVE_ASK = "w"
    MOVE_ASK = "m"
    RESUME = "r"
    TROUBLE_ASK = "h"
    TROUBLE = "b"


class DutyActed(CallbackData, prefix="rm_act"):
    duty_id: int
    act: DutyAct


class DayChosen(CallbackData, prefix="rm_day"):
    """The duty shall move to this day (an ordinal number); the reason is asked for next."""

    duty_id: int
    day: int


class MonthShown(CallbackData, prefix="rm_mon"):
    """Another month of the calendar in which a duty moves."""

    duty_id: int
    year: int
    month: int


class PersonNudged(CallbackData, prefix="rm_pn"):
    """One message about all that somebody has on hand."""

    person_id: int


class ItemDateAsked(CallbackData, prefix="rm_id"):
    """A day for an item of which no duty came. With a year: that month of the calendar."""

    item_id: int
    year: int = 0
    month: int = 0


class ItemDayChosen(CallbackData, prefix="rm_idd"):
    item_id: int
    day: int


class ItemDated(CallbackData, prefix="rm_ids"):
    """The phrase in the form is read right: put it into the plan."""

    item_id: int


class FileOpened(CallbackData, prefix="rm_file"):
    """A file that shows that a duty was done, once more."""

    evidence_id: int


class PassedSettled(CallbackData, prefix="rm_past"):
    """All that was due before the plan was approved is done. Asked once more before it is so."""

    plan_id: int
    is_sure: bool = False
