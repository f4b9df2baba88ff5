"""The half-filled plan of a meeting: kept in the FSM as JSON, so that it survives a restart.

Its root is the screen with the times that are offered; from there a person goes where they like, and back the
way they came.
"""

from __future__ import annotations

import secrets
from dataclasses import asdict, dataclass, fields, replace
from datetime import date, datetime, time
from enum import StrEnum
from typing import Any

from aiogram.fsm.context import FSMContext

from handlers.meetings.states import MeetingForm
from models import MeetingKind, MeetingMode
from services.errors import NoLongerCurrent
from services.meeting_planning import Where
from services.meeting_times import resolve_local

KEY = "meeting"
LONGEST_PATH = 12


class Step(StrEnum):
    SLOTS = "slots"
    PAIR = "pair"
    KIND = "kind"
    DAY = "day"
    TIME = "time"
    PLACE = "place"
    TEACHER = "teacher"
    LESSON = "lesson"
    AIM = "aim"
    SUMMARY = "summary"


TYPED = {
    Step.TIME: MeetingForm.time,
    Step.PLACE: MeetingForm.place,
    Step.LESSON: MeetingForm.lesson,
    Step.AIM: MeetingForm.aim,
}
NO_AIM = "-"
"""What is kept when nobody wanted to name one: an empty word is an open question."""


@dataclass(frozen=True, slots=True)
class Form:
    """What is known so far. `path`: the steps on the way here. `day` is ISO, `at` counts minutes from local
    midnight, `minutes` is the length; `replaces_id` is the meeting to be moved. `place` may be empty: then
    they meet where it is usual. Of a visit to a lesson: whose, in which class, with which talks.
    """

    id: str
    path: list[str]
    mentorship_id: int
    kind: str = ""
    day: str = ""
    at: int = -1
    minutes: int = 60
    mode: str = MeetingMode.IN_PERSON.value
    place: str = ""
    link: str = ""
    replaces_id: int = 0
    teacher_id: int = 0
    lesson: str = ""
    aim: str = ""
    before: bool = True
    after: bool = True

    @classmethod
    def new(cls, mentorship_id: int, **known: Any) -> Form:
        return cls(id=secrets.token_hex(3), path=[Step.SLOTS.value], mentorship_id=mentorship_id, **known)

    @property
    def step(self) -> Step:
        return Step(self.path[-1])

    @property
    def is_begun(self) -> bool:
        return len(self.path) > 1

    @property
    def is_visit(self) -> bool:
        """A new visit to a lesson; a moved one stays what it was."""
        return self.kind == MeetingKind.LESSON_VISIT.value and not self.replaces_id

    @property
    def where(self) -> Where:
        return Where(MeetingMode(self.mode), self.place, self.link)

    def to(self, step: Step) -> Form:
        """At this step; the way back leads through those before it."""
        if step.value in self.path:
            return replace(self, path=self.path[: self.path.index(step.value) + 1])
        return replace(self, path=[*self.path, step.value][-LONGEST_PATH:])

    def back(self) -> Form:
        """At the step before; what is asked there, and what was asked here, is open again."""
        earlier = replace(self, path=self.path[:-1] or self.path)
        if self.step == Step.PLACE:
            return earlier
        if earlier.step in (Step.SLOTS, Step.DAY, Step.TEACHER):
            return replace(earlier, day="", at=-1)
        return replace(earlier, at=-1) if earlier.step == Step.TIME else earlier

    def home(self) -> Form:
        """At the times that are offered."""
        return replace(self, path=[Step.SLOTS.value], day="", at=-1)

    def knowing(self, **answers: Any) -> Form:
        return replace(self, **answers)

    def onward(self) -> Form:
        """At the first step that is still open, or at the summary."""
        return self.to(next((step for step, is_open in self._open() if is_open), Step.SUMMARY))

    def _open(self) -> tuple[tuple[Step, bool], ...]:
        return (
            (Step.TEACHER, self.is_visit and not self.teacher_id),
            (Step.DAY, not self.day),
            (Step.TIME, self.at < 0),
            (Step.LESSON, self.is_visit and not self.lesson),
            (Step.AIM, self.is_visit and not self.aim),
        )

    def starts_at(self, timezone: str) -> datetime:
        """The moment that was chosen. Raises NoLongerCurrent when day or time is missing."""
        if not self.day or self.at < 0:
            raise NoLongerCurrent
        return resolve_local(date.fromisoformat(self.day), at_minutes(self.at), timezone)

    def chosen_kind(self) -> MeetingKind:
        return known_kind(self.kind)


def at_minutes(minutes: int) -> time:
    """The time of day so many minutes after midnight. Raises NoLongerCurrent for what is no time of day."""
    if not 0 <= minutes < 24 * 60:
        raise NoLongerCurrent
    return time(*divmod(minutes, 60))


def known_kind(word: str) -> MeetingKind:
    try:
        return MeetingKind(word)
    except ValueError:
        raise NoLongerCurrent from None


async def load(state: FSMContext) -> Form | None:
    """The form that is being filled, or None. What an older version of the program kept is forgotten."""
    kept = (await state.get_data()).get(KEY)
    if not isinstance(kept, dict) or kept.keys() != {field.name for field in fields(Form)}:
        return None
    return Form(**kept)


async def require(state: FSMContext, form_id: str | None = None, step: Step | None = None) -> Form:
    """The form that a button belongs to. Raises NoLongerCurrent for a button of another form, or of
    another step.
    """
    form = await load(state)
    if form is None or form_id not in (None, form.id) or step not in (None, form.step):
        raise NoLongerCurrent
    return form


async def keep(state: FSMContext, form: Form) -> None:
    await state.set_state(TYPED.get(form.step, MeetingForm.choosing))
    await state.set_data({KEY: asdict(form)})
