"""The half-filled proposal of a meeting: kept in the FSM as JSON, so that it survives a restart."""

from __future__ import annotations

import secrets
from dataclasses import asdict, dataclass, fields, replace
from datetime import date, datetime, time
from enum import StrEnum
from typing import Any

from aiogram.fsm.context import FSMContext

from handlers.meetings.states import MeetingForm
from models import MeetingKind
from services.errors import NoLongerCurrent
from services.meeting_times import resolve_local

KEY = "meeting"


class Step(StrEnum):
    PAIR = "pair"
    KIND = "kind"
    DAY = "day"
    TIME = "time"
    PLACE = "place"
    SUMMARY = "summary"


TYPED = {Step.TIME: MeetingForm.time, Step.PLACE: MeetingForm.place}


@dataclass(frozen=True, slots=True)
class Form:
    """What is known so far. `day` is ISO, `minutes` count from local midnight, `replaces_id` is the
    meeting to be moved.
    """

    id: str
    steps: list[str]
    step: str
    mentorship_id: int = 0
    kind: str = ""
    day: str = ""
    minutes: int = -1
    place: str = ""
    replaces_id: int = 0

    @classmethod
    def new(cls, *steps: Step, **known: Any) -> Form:
        return cls(id=secrets.token_hex(3), steps=[one.value for one in steps], step=steps[0].value, **known)

    @property
    def number(self) -> int:
        """Which step it is, counted from 1."""
        return self.steps.index(self.step) + 1

    @property
    def is_begun(self) -> bool:
        return self.number > 1

    def answered(self, **answers: Any) -> Form:
        """With the answers of this step, at the next one."""
        return replace(self, step=self.steps[min(self.number, len(self.steps) - 1)], **answers)

    def back(self) -> Form:
        return replace(self, step=self.steps[max(self.number - 2, 0)])

    def starts_at(self, timezone: str) -> datetime:
        """The moment that was chosen. Raises NoLongerCurrent when day or time is missing."""
        if not self.day or self.minutes < 0:
            raise NoLongerCurrent
        return resolve_local(date.fromisoformat(self.day), at_minutes(self.minutes), timezone)

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
    await state.set_state(TYPED.get(Step(form.step), MeetingForm.choosing))
    await state.set_data({KEY: asdict(form)})
