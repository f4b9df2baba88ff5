"""What the buttons of planning carry: ids, a day and a time, never a text. Every tap is checked again.

A day is a number like 20261125, a time is minutes after local midnight. The buttons of the screens that
belong to a half-filled plan carry its id: a button of another plan is no longer current.
"""

from __future__ import annotations

from aiogram.filters.callback_data import CallbackData


class PlanOpened(CallbackData, prefix="mt_plan"):
    """Suggestions for the next meeting of a pair. `mentorship_id=0`: the pair that needs one most."""

    mentorship_id: int = 0


class SlotChosen(CallbackData, prefix="mt_slot"):
    """Propose a meeting of this kind for this moment: sent at once."""

    mentorship_id: int
    kind: str
    day: int
    minutes: int


class MoveSlotChosen(CallbackData, prefix="mt_mslot"):
    """Offer this moment for a meeting that stands or was proposed: sent at once."""

    meeting_id: int
    day: int
    minutes: int


class KindAsked(CallbackData, prefix="mt_p_kinds"):
    """Another kind of meeting."""

    form: str


class PairAsked(CallbackData, prefix="mt_p_pairs"):
    """Another pair."""

    form: str


class CalendarAsked(CallbackData, prefix="mt_p_days"):
    """Choose the day in a calendar."""

    form: str


class PlaceAsked(CallbackData, prefix="mt_p_where"):
    """How and where to meet."""

    form: str


class SlotsAsked(CallbackData, prefix="mt_p_slots"):
    """Back to the times that are offered."""

    form: str


class TeacherChosen(CallbackData, prefix="mt_p_whose"):
    """Whose lesson is visited."""

    form: str
    person_id: int


class LessonChosen(CallbackData, prefix="mt_p_bell"):
    """The lesson of this number on the chosen day."""

    form: str
    number: int


class AimSkipped(CallbackData, prefix="mt_p_noaim"):
    form: str


class TalkToggled(CallbackData, prefix="mt_p_talk"):
    """A talk before or after the lesson: wanted or not."""

    form: str
    before: bool
    on: bool
