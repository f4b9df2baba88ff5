"""The half-typed question or answer, kept in the FSM as JSON, so that it survives a restart."""

from __future__ import annotations

import secrets
from dataclasses import asdict, dataclass, fields
from typing import Any

from aiogram.fsm.context import FSMContext

from handlers.help.states import HelpForm
from services.errors import NoLongerCurrent

KEY = "help"


@dataclass(frozen=True, slots=True)
class Form:
    """What is known so far. `request_id` 0: a new question, to `mentorship_id` or to all mentors.
    `is_topic_open`: the topic may still be chosen.
    """

    id: str
    request_id: int = 0
    membership_id: int = 0
    mentorship_id: int = 0
    topic: str = ""
    is_topic_open: bool = True

    @classmethod
    def new(cls, **known: Any) -> Form:
        return cls(id=secrets.token_hex(3), **known)


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
    await state.set_state(HelpForm.answering if form.request_id else HelpForm.asking)
    await state.set_data({KEY: asdict(form)})
