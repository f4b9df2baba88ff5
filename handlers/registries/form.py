"""What is being done with a registry: kept in the FSM as JSON, so that it survives a restart.

Of a staff file only Telegram's id of it is kept, never its name nor anything that stands in it: the rows may
not be stored before they are confirmed.
"""

from __future__ import annotations

import secrets
from dataclasses import asdict, dataclass, fields, replace
from enum import StrEnum
from typing import Any

from aiogram.fsm.context import FSMContext

from handlers.registries.states import RegistryForm
from services.errors import NoLongerCurrent
from services.shortlists import Wish

KEY = "registries"


class Step(StrEnum):
    FILE = "file"
    PREVIEW = "preview"
    ORDER_NUMBER = "order_number"
    ORDER_DATE = "order_date"
    SUBJECT = "subject"
    TOPICS = "topics"
    FORM = "form"
    MENTORS = "mentors"
    TITLE = "title"


_TYPED = {
    Step.FILE: RegistryForm.file,
    Step.PREVIEW: RegistryForm.file,
    Step.ORDER_NUMBER: RegistryForm.order_number,
    Step.ORDER_DATE: RegistryForm.order_date,
    Step.TITLE: RegistryForm.title,
}


@dataclass(frozen=True, slots=True)
class Form:
    """`file_id` and `digest` of a staff file; `number` of an order; `subject`, `topics`, `wanted_form` (keys)
    and `picked` (numbers of participations) of a shortlist, several with blanks between them.
    """

    id: str
    step: str
    organization_id: int = 0
    role: str = ""
    partition: str = ""
    file_id: str = ""
    digest: str = ""
    number: str = ""
    subject: str = ""
    topics: str = ""
    wanted_form: str = ""
    picked: str = ""

    @classmethod
    def new(cls, step: Step, **known: Any) -> Form:
        return cls(id=secrets.token_hex(3), step=step.value, **known)

    def at(self, step: Step, **known: Any) -> Form:
        return replace(self, step=step.value, **known)

    @property
    def wish(self) -> Wish:
        return Wish(self.subject, tuple(self.topics.split()), self.wanted_form)

    @property
    def mentors(self) -> list[int]:
        return [int(one) for one in self.picked.split()]


def ticked(words: str, key: str, *, wanted: bool) -> str:
    """With one more ticked, or one less; a second tap changes nothing."""
    left = [one for one in words.split() if one != key]
    return " ".join([*left, key] if wanted else left)


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
    await state.set_state(_TYPED.get(Step(form.step), RegistryForm.choosing))
    await state.set_data({KEY: asdict(form)})


async def leave(state: FSMContext) -> None:
    """A form of ours ends when the person goes elsewhere; those of other subjects are not ours to end."""
    if await load(state) is not None:
        await state.clear()
