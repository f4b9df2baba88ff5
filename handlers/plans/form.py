"""What is being typed about a plan: kept in the FSM as JSON, so that it survives a restart."""

from __future__ import annotations

import secrets
from dataclasses import asdict, dataclass, fields, replace
from enum import StrEnum
from typing import Any

from aiogram.fsm.context import FSMContext

from handlers.plans.states import PlanForm
from services.errors import NoLongerCurrent

KEY = "plans"


class Step(StrEnum):
    UPLOAD = "upload"
    SCHOOL_YEAR = "school_year"
    PHRASE = "phrase"
    FIELD = "field"
    ORDER_NUMBER = "order_number"
    ORDER_DATE = "order_date"
    ORDER = "order"
    REASON = "reason"
    NEW_ACTIVITY = "new_activity"
    NEW_DEADLINE = "new_deadline"
    NEW_RESPONSIBLE = "new_responsible"
    MEANING = "meaning"


TYPED = {
    Step.UPLOAD: PlanForm.upload,
    Step.PHRASE: PlanForm.phrase,
    Step.FIELD: PlanForm.field,
    Step.ORDER_NUMBER: PlanForm.order_number,
    Step.ORDER_DATE: PlanForm.order_date,
    Step.REASON: PlanForm.reason,
    Step.NEW_ACTIVITY: PlanForm.new_activity,
    Step.NEW_DEADLINE: PlanForm.new_deadline,
    Step.NEW_RESPONSIBLE: PlanForm.new_responsible,
}


@dataclass(frozen=True, slots=True)
class Form:
    """`text` is what was typed at the step before: an activity, a phrase, the number of an order. `day` is
    ISO. `number` is a place in a list, `page` of it what is shown, `picked` people's ids and roles.
    """

    id: str
    step: str
    organization_id: int = 0
    roadmap_id: int = 0
    item_id: int = 0
    field: str = ""
    text: str = ""
    phrase: str = ""
    day: str = ""
    file_id: str = ""
    file_name: str = ""
    number: int = 0
    page: int = 0
    picked: str = ""

    @classmethod
    def new(cls, step: Step, **known: Any) -> Form:
        return cls(id=secrets.token_hex(3), step=step.value, **known)

    @property
    def who(self) -> list[str]:
        return self.picked.split()

    def toggled(self, who: str) -> Form:
        """With one more ticked, or one less."""
        left = [one for one in self.who if one != who]
        return replace(self, picked=" ".join(left if who in self.who else [*left, who]))


async def load(state: FSMContext) -> Form | None:
    """The form that is being filled, or None. What an older version of the program kept is forgotten."""
    kept = (await state.get_data()).get(KEY)
    if not isinstance(kept, dict) or kept.keys() != {one.name for one in fields(Form)}:
        return None
    return Form(**kept)


async def require(state: FSMContext, *steps: Step, form_id: str | None = None) -> Form:
    """The form at one of the steps. Raises NoLongerCurrent for a button of another form or step."""
    form = await load(state)
    if form is None or form_id not in (None, form.id) or Step(form.step) not in steps:
        raise NoLongerCurrent
    return form


async def keep(state: FSMContext, form: Form) -> None:
    await state.set_state(TYPED.get(Step(form.step), PlanForm.choosing))
    await state.set_data({KEY: asdict(form)})


async def leave(state: FSMContext) -> None:
    """A form of ours ends when the person goes elsewhere; those of other subjects are not ours to end."""
    if await load(state) is not None:
        await state.clear()
