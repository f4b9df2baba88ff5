"""Buttons that belong to no subject, or that several show and one answers."""

from __future__ import annotations

from aiogram.filters.callback_data import CallbackData


class MenuOpened(CallbackData, prefix="menu"):
    """Back to the main menu."""


class Nothing(CallbackData, prefix="none"):
    """A label among buttons: a tap is answered and does nothing."""


class RoadmapOpened(CallbackData, prefix="rm_all"):
    """The roadmap of those who answer for it. 0: all plans that are live."""

    plan_id: int = 0


class PersonOpened(CallbackData, prefix="pe_card"):
    """The card of somebody of the school."""

    membership_id: int


class FamilyOpened(CallbackData, prefix="fm_all"):
    """A parent's children."""


class ChildOpened(CallbackData, prefix="fm_kid"):
    """One of them."""

    child_id: int


class AfterOpened(CallbackData, prefix="jr_after"):
    """What can be written down about a meeting that took place."""

    meeting_id: int


class AttendanceTold(CallbackData, prefix="mt_held"):
    """Whether a meeting took place, by one who was to come."""

    meeting_id: int
    held: bool


class DiaryOpened(CallbackData, prefix="jr_dry"):
    """A mentor's diary."""

    page: int = 0


class TasksOpened(CallbackData, prefix="jr_tsk"):
    """«📌 Agreed»: the tasks of all the person's pairs."""

    page: int = 0
    is_open: bool = True


class CalendarOpened(CallbackData, prefix="cl_opn"):
    """«Reminders and calendar»."""


class CalendarFileAsked(CallbackData, prefix="cl_ics"):
    """The file for the calendar of one meeting, now."""

    meeting_id: int


class AvailabilityOpened(CallbackData, prefix="av_opn"):
    """«Convenient times» of a member; 0 is whoever taps."""

    member: int = 0


class PairReminded(CallbackData, prefix="bd_r"):
    """Ask the pair to arrange a meeting, or its final one."""

    mentorship_id: int
    final: bool = False


class HistoryOpened(CallbackData, prefix="jr_hist"):
    """«How the meetings went» of a pair. `mentorship_id=0`: the person's only pair, or let them choose."""

    mentorship_id: int = 0
    page: int = 0
