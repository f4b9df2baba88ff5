"""The half-filled announcement of a speed session, kept in the FSM as JSON, so that it survives a restart."""

from __future__ import annotations

import secrets
from dataclasses import asdict, dataclass, fields, replace
from datetime import date, datetime, time
from enum import StrEnum
from typing import Any

from aiogram.fsm.context import FSMContext

from handlers.speed.states import SpeedForm
from models import MeetingMode
from services.errors import NoLongerCurrent
from services.meeting_times import resolve_local
from services.speed_sessions import NewSession

KEY = "speed"


class Step(StrEnum):
    TOPIC = "topic"
    DAY = "day"
    TIME = "time"
    LENGTH = "length"
    COUNT = "count"
    MODE = "mode"
    PLACE = "place"
    LINK = "link"
    SUMMARY = "summary"


ASKED = (Step.TOPIC, Step.DAY, Step.TIME, Step.LENGTH, Step.COUNT, Step.MODE)
PLACES = {
    MeetingMode.IN_PERSON: (Step.PLACE,),
    MeetingMode.ONLINE: (Step.LINK,),
    MeetingMode.MIXED: (Step.PLACE, Step.LINK),
}


@dataclass(frozen=True, slots=True)
class Form:
    """What is known so far. `day` is ISO, `minutes` count from local midnight."""

    id: str
    step: str
    mentor_id: int
    topic: str = ""
    day: str = ""
    minutes: int = -1
    length: int = 0
    count: int = 0
    mode: str = MeetingMode.IN_PERSON.value
    place: str = ""
    link: str = ""

    @classmethod
    def new(cls, mentor_id: int) -> Form:
        return cls(secrets.token_hex(3), Step.TOPIC.value, mentor_id)

    @property
    def steps(self) -> tuple[Step, ...]:
        """Where people meet decides what is asked about the place."""
        return (*ASKED, *PLACES[MeetingMode(self.mode)], Step.SUMMARY)

    @property
    def number(self) -> int:
        """Which step it is, counted from 1."""
        return self.steps.index(Step(self.step)) + 1

    @property
    def at(self) -> Step:
        return Step(self.step)

    def answered(self, **answers: Any) -> Form:
        """With the answers of this step, at the next one."""
        known = replace(self, **answers)
        return replace(known, step=known.steps[min(known.number, len(known.steps) - 1)].value)

    def back(self) -> Form:
        return replace(self, step=self.steps[max(self.number - 2, 0)].value)

    def starts_at(self, timezone: str) -> datetime:
        """The moment that was chosen. Raises NoLongerCurrent when day or time is missing."""
        if not self.day or not 0 <= self.minutes < 24 * 60:
            raise NoLongerCurrent
        return resolve_local(date.fromisoformat(self.day), time(*divmod(self.minutes, 60)), timezone)

    def announced(self, timezone: str) -> NewSession:
        """What is going to be announced."""
        mode = MeetingMode(self.mode)
        asked = PLACES[mode]
        return NewSession(
            topic=self.topic,
            starts_at=self.starts_at(timezone),
            slot_minutes=self.length,
            slots=self.count,
            mode=mode,
            place=self.place if Step.PLACE in asked else "",
            link=self.link if Step.LINK in asked else "",
        )


async def load(state: FSMContext) -> Form | None:
    """The form that is being filled, or None. What an older version of the program kept is forgotten."""
    kept = (await state.get_data()).get(KEY)
    if not isinstance(kept, dict) or kept.keys() != {field.name for field in fields(Form)}:
        return None
    return Form(**kept)


async def require(state: FSMContext, form_id: str | None = None, step: Step | None = None) -> Form:
    """The form that a button belongs to. Raises NoLongerCurrent for a button of another form or step."""
    form = await load(state)
    if form is None or form_id not in (None, form.id) or step not in (None, form.at):
        raise NoLongerCurrent
    return form


async def keep(state: FSMContext, form: Form) -> None:
    await state.set_state(SpeedForm.filling)
    await state.set_data({KEY: asdict(form)})
