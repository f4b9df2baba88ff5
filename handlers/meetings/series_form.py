"""The half-filled series of meetings: kept in the FSM as JSON, so that it survives a restart."""

from __future__ import annotations

import secrets
from dataclasses import asdict, dataclass, fields, replace
from datetime import date, datetime
from enum import StrEnum
from typing import Any

from aiogram.fsm.context import FSMContext
from aiogram.fsm.state import State, StatesGroup

from handlers.meetings.form import at_minutes
from models import Rhythm
from services.errors import NoLongerCurrent
from services.meeting_times import resolve_local

KEY = "series"


class SeriesForm(StatesGroup):
    choosing = State()
    until = State()
    time = State()


class Step(StrEnum):
    RHYTHM = "rhythm"
    UNTIL = "until"
    DAY = "day"
    TIME = "time"
    DAYS = "days"


REPEATING = (Step.RHYTHM, Step.UNTIL, Step.DAYS)
FOLLOWING = (Step.DAY, Step.TIME, Step.DAYS)
TYPED = {Step.UNTIL: SeriesForm.until, Step.TIME: SeriesForm.time}


@dataclass(frozen=True, slots=True)
class Form:
    """What is known so far. `following`: a meeting of a series and all that follow are moved, else a meeting
    is to be repeated. `until`, `day` and `skipped` are ISO days, `minutes` count from local midnight.
    """

    id: str
    meeting_id: int
    following: bool
    step: str
    rhythm: str = ""
    until: str = ""
    day: str = ""
    minutes: int = -1
    skipped: tuple[str, ...] = ()
    page: int = 0

    @classmethod
    def new(cls, meeting_id: int, *, following: bool) -> Form:
        steps = FOLLOWING if following else REPEATING
        return cls(secrets.token_hex(3), meeting_id, following, steps[0].value)

    @property
    def steps(self) -> tuple[Step, ...]:
        return FOLLOWING if self.following else REPEATING

    @property
    def number(self) -> int:
        """Which step it is, counted from 1."""
        return self.steps.index(Step(self.step)) + 1

    def answered(self, **answers: Any) -> Form:
        """With the answers of this step, at the next one."""
        return replace(self, step=self.steps[min(self.number, len(self.steps) - 1)].value, **answers)

    def back(self) -> Form:
        return replace(self, step=self.steps[max(self.number - 2, 0)].value, skipped=(), page=0)

    def toggled(self, day: date) -> Form:
        """With this day struck out, or taken in again."""
        one = day.isoformat()
        kept = tuple(other for other in self.skipped if other != one)
        return replace(self, skipped=kept if one in self.skipped else (*kept, one))

    def chosen_rhythm(self) -> Rhythm:
        return known_rhythm(self.rhythm)

    def last_day(self) -> date:
        return _day(self.until)

    def skipped_days(self) -> frozenset[date]:
        return frozenset(_day(one) for one in self.skipped)

    def starts_at(self, timezone: str) -> datetime:
        """When the first of the moved meetings begins. Raises NoLongerCurrent when day or time is missing."""
        return resolve_local(_day(self.day), at_minutes(self.minutes), timezone)


def _day(iso: str) -> date:
    try:
        return date.fromisoformat(iso)
    except ValueError:
        raise NoLongerCurrent from None


def known_rhythm(word: str) -> Rhythm:
    try:
        return Rhythm(word)
    except ValueError:
        raise NoLongerCurrent from None


async def require(state: FSMContext, form_id: str | None = None, *steps: Step) -> Form:
    """The form that a button belongs to. Raises NoLongerCurrent for a button of another form or step, and for
    what an older version of the program kept.
    """
    kept = (await state.get_data()).get(KEY)
    if not isinstance(kept, dict) or kept.keys() != {field.name for field in fields(Form)}:
        raise NoLongerCurrent
    form = Form(**{**kept, "skipped": tuple(kept["skipped"])})
    if form_id not in (None, form.id) or (steps and form.step not in steps):
        raise NoLongerCurrent
    return form


async def keep(state: FSMContext, form: Form) -> None:
    await state.set_state(TYPED.get(Step(form.step), SeriesForm.choosing))
    await state.set_data({KEY: asdict(form)})
