"""What is being typed after a meeting: kept in the FSM as JSON, so that it survives a restart."""

from __future__ import annotations

import secrets
from dataclasses import asdict, dataclass, fields
from enum import StrEnum
from typing import Any

from aiogram.fsm.context import FSMContext

from handlers.journal.states import JournalForm
from services.errors import NoLongerCurrent

KEY = "journal"


class Step(StrEnum):
    LOG_DAY = "log_day"
    NOTE = "note"
    FINDINGS = "findings"
    TASK_TEXT = "task_text"
    TASK_WHO = "task_who"
    TASK_DUE = "task_due"
    TASK_MOVE = "task_move"
    DIARY_TEXT = "diary_text"
    DIARY_EDIT = "diary_edit"


STATES = {
    Step.LOG_DAY: JournalForm.log_day,
    Step.NOTE: JournalForm.note,
    Step.FINDINGS: JournalForm.findings,
    Step.TASK_TEXT: JournalForm.task_text,
    Step.TASK_WHO: JournalForm.task_who,
    Step.TASK_DUE: JournalForm.task_due,
    Step.TASK_MOVE: JournalForm.task_move,
    Step.DIARY_TEXT: JournalForm.diary_text,
    Step.DIARY_EDIT: JournalForm.diary_edit,
}


@dataclass(frozen=True, slots=True)
class Form:
    """`text`: what is to be done, of a task. `person_id`: who does it, 0 for every mentee of the pair."""

    id: str
    step: str
    mentorship_id: int = 0
    meeting_id: int = 0
    task_id: int = 0
    entry_id: int = 0
    text: str = ""
    person_id: int = 0

    @classmethod
    def new(cls, step: Step, **known: Any) -> Form:
        return cls(id=secrets.token_hex(3), step=step.value, **known)


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
    await state.set_state(STATES[Step(form.step)])
    await state.set_data({KEY: asdict(form)})


async def leave(state: FSMContext) -> None:
    """A form of ours ends when the person goes elsewhere; those of other subjects are not ours to end."""
    if await load(state) is not None:
        await state.clear()
