"""What the buttons about what comes after a meeting carry: ids and steps, never a text. Every tap is checked
again by the use case.
"""

from __future__ import annotations

from aiogram.filters.callback_data import CallbackData


class LogOpened(CallbackData, prefix="jr_log"):
    """«✅ Note a meeting»: what waits for this person's word, and meetings that nobody planned. `pairs`: the
    page of their pairs.
    """

    page: int = 0
    pairs: int = 0


class MeetingLogged(CallbackData, prefix="jr_now"):
    """A meeting that nobody planned took place. `day` is a date as 20261125: an old button stays true."""

    mentorship_id: int
    day: int


class LogDayAsked(CallbackData, prefix="jr_day"):
    """It was on another day, which is typed."""

    mentorship_id: int


class SameMeetingSaid(CallbackData, prefix="jr_same"):
    """What is noted is this meeting, which was planned on that day."""

    meeting_id: int


class AnotherMeetingSaid(CallbackData, prefix="jr_apart"):
    """What is noted is a meeting of its own, beside the one of the same day. `minutes`: local time."""

    mentorship_id: int
    day: int
    minutes: int


class LogTakenBack(CallbackData, prefix="jr_undo"):
    """It was a slip: nobody met."""

    meeting_id: int


class LoggedKindAsked(CallbackData, prefix="jr_kinds"):
    meeting_id: int


class LoggedKindChosen(CallbackData, prefix="jr_kind"):
    meeting_id: int
    kind: str


class DisputeSettled(CallbackData, prefix="mt_judge"):
    """The curator's word on a meeting that one side calls held and the other not."""

    meeting_id: int
    held: bool


class SilenceSettled(CallbackData, prefix="jr_judge"):
    """The curator's word on a meeting that nobody said anything about."""

    meeting_id: int
    held: bool


class HeldAskedAgain(CallbackData, prefix="jr_again"):
    """The curator has those who were to come asked once more whether the meeting took place."""

    meeting_id: int


class NoteAsked(CallbackData, prefix="jr_note"):
    meeting_id: int


class FindingsAsked(CallbackData, prefix="jr_find"):
    meeting_id: int


class DifficultiesOpened(CallbackData, prefix="jr_diff"):
    meeting_id: int
    page: int = 0


class DifficultyToggled(CallbackData, prefix="jr_difs"):
    """`worked_on`: what the tap makes of it, so that a double tap does not undo itself."""

    meeting_id: int
    key: str
    worked_on: bool
    page: int = 0


class TaskOpened(CallbackData, prefix="jr_t_card"):
    task_id: int


class TaskStarted(CallbackData, prefix="jr_t_new"):
    """Begin a task. `meeting_id=0`: it was not agreed at a meeting. `mentorship_id=0`: let them choose."""

    mentorship_id: int = 0
    meeting_id: int = 0


class TaskForChosen(CallbackData, prefix="jr_t_who"):
    """Who does it. `person_id=0`: every mentee of the pair."""

    form: str
    person_id: int


class TaskDueChosen(CallbackData, prefix="jr_t_due"):
    """By when. `day` is a date as 20261125."""

    form: str
    day: int


class TaskFormBack(CallbackData, prefix="jr_t_back"):
    form: str


class TaskDone(CallbackData, prefix="jr_t_done"):
    """`done=False` takes it back."""

    task_id: int
    done: bool = True


class TaskDropped(CallbackData, prefix="jr_t_drop"):
    task_id: int


class TaskDueAsked(CallbackData, prefix="jr_t_when"):
    """Change by when it is to be done."""

    task_id: int


class TaskDueChanged(CallbackData, prefix="jr_t_move"):
    task_id: int
    day: int


class TrialOpened(CallbackData, prefix="jr_tr"):
    """The confidential question after the trial meeting."""

    meeting_id: int


class TrialSaid(CallbackData, prefix="jr_trs"):
    meeting_id: int
    word: str


class TrialSettled(CallbackData, prefix="jr_tre"):
    """The curator has talked to both: they go on."""

    meeting_id: int


class TrialReplaceAsked(CallbackData, prefix="jr_tra"):
    """Look for another mentor for this mentee: asked once more, because it can't be undone."""

    meeting_id: int
    membership_id: int


class TrialReplaced(CallbackData, prefix="jr_trf"):
    meeting_id: int
    membership_id: int


class DiaryStarted(CallbackData, prefix="jr_d_new"):
    """Begin an entry. `meeting_id=0`, `mentorship_id=0`: about nothing in particular."""

    meeting_id: int = 0
    mentorship_id: int = 0


class DiaryAboutAsked(CallbackData, prefix="jr_d_for"):
    """Begin an entry by saying what it is about."""


class DiaryEntryOpened(CallbackData, prefix="jr_d_card"):
    entry_id: int
    page: int = 0


class DiaryEditStarted(CallbackData, prefix="jr_d_edit"):
    entry_id: int


class DiaryDeleteAsked(CallbackData, prefix="jr_d_del"):
    entry_id: int


class DiaryDeleted(CallbackData, prefix="jr_d_gone"):
    entry_id: int
