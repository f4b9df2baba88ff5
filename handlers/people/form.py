"""Half-filled forms of this subject, kept in the FSM as JSON, so that they survive a restart.

A colleague without Telegram, their profile, a conclusion: each is a row of steps, one question a screen.
"""

from __future__ import annotations

import secrets
from dataclasses import asdict, dataclass, fields, replace
from enum import StrEnum
from typing import Any

from aiogram.fsm.context import FSMContext

from handlers.people.states import PeopleForm
from models import Role
from services.errors import NoLongerCurrent

KEY = "people"


class Purpose(StrEnum):
    ENTRY = "entry"
    PROFILE = "profile"
    CONCLUSION = "conclusion"


class Step(StrEnum):
    SCHOOL = "school"
    ROLE = "role"
    NAME = "name"
    NUMBER = "number"
    DATE = "date"
    SUBJECT = "subject"
    DIFFICULTIES = "difficulties"
    STRENGTHS = "strengths"
    CAPACITY = "capacity"
    SOURCE = "source"
    GROUND = "ground"
    SENSITIVE = "sensitive"
    TEXT = "text"
    SUMMARY = "summary"


ENTRY_STEPS = (Step.ROLE, Step.NAME, Step.NUMBER, Step.DATE, Step.SUMMARY)
PROFILE_STEPS = {
    Role.MENTEE: (Step.SUBJECT, Step.DIFFICULTIES, Step.SUMMARY),
    Role.MENTOR: (Step.SUBJECT, Step.STRENGTHS, Step.CAPACITY, Step.SUMMARY),
}
CONCLUSION_STEPS = (Step.SOURCE, Step.GROUND, Step.SENSITIVE, Step.TEXT, Step.SUMMARY)
TICKED = (Step.DIFFICULTIES, Step.STRENGTHS)


@dataclass(frozen=True, slots=True)
class Form:
    """What is known so far. `target`: the organisation of an entry, the membership of the others. `answers`
    by the words of `Step`.
    """

    id: str
    purpose: str
    steps: list[str]
    step: str
    target: int
    answers: dict[str, Any]

    @classmethod
    def new(cls, purpose: Purpose, target: int, *steps: Step) -> Form:
        words = [one.value for one in steps]
        return cls(secrets.token_hex(3), purpose.value, words, words[0], target, {})

    @property
    def number(self) -> int:
        """Which step it is, counted from 1."""
        return self.steps.index(self.step) + 1

    @property
    def at(self) -> Step:
        return Step(self.step)

    def answer(self, step: Step) -> Any:
        return self.answers.get(step.value)

    def ticked(self) -> list[str]:
        """What is ticked at this step, in the order of ticking."""
        return list(self.answers.get(self.step) or [])

    def toggled(self, key: str) -> Form:
        others = [one for one in self.ticked() if one != key]
        ticked = others if key in self.ticked() else [*others, key]
        return replace(self, answers={**self.answers, self.step: ticked})

    def answered(self, value: Any) -> Form:
        """With the answer of this step, at the next one."""
        return replace(self, answers={**self.answers, self.step: value}).advanced()

    def advanced(self) -> Form:
        return replace(self, step=self.steps[min(self.number, len(self.steps) - 1)])

    def back(self) -> Form:
        return replace(self, step=self.steps[max(self.number - 2, 0)])


async def load(state: FSMContext) -> Form | None:
    """The form that is being filled, or None. What an older version of the program kept is forgotten."""
    kept = (await state.get_data()).get(KEY)
    if not isinstance(kept, dict) or kept.keys() != {field.name for field in fields(Form)}:
        return None
    return Form(**kept)


async def require(state: FSMContext, form_id: str | None = None) -> Form:
    """The form that a button belongs to. Raises NoLongerCurrent for a button of another form."""
    form = await load(state)
    if form is None or form_id not in (None, form.id):
        raise NoLongerCurrent
    return form


async def keep(state: FSMContext, form: Form) -> None:
    await state.set_state(PeopleForm.filling)
    await state.set_data({KEY: asdict(form)})
