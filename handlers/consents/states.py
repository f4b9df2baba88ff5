"""What the next typed text means among consents."""

from __future__ import annotations

from aiogram.fsm.context import FSMContext
from aiogram.fsm.state import State, StatesGroup

from services.errors import NoLongerCurrent


class PaperForm(StatesGroup):
    """A signed paper: number → date."""

    number = State()
    dated_on = State()


class OrderForm(StatesGroup):
    """An order about pairs: the pairs → number → date."""

    choosing = State()
    number = State()
    dated_on = State()


class AmendmentForm(StatesGroup):
    """A change of a pair's term or content: the day or the words → the reason."""

    end = State()
    text = State()
    reason = State()


class PublicationForm(StatesGroup):
    """A consent to publication: data → pages → who publishes → conditions → the last day."""

    items = State()
    resources = State()
    recipients = State()
    conditions = State()
    term = State()


OURS = ("PaperForm:", "OrderForm:", "AmendmentForm:", "PublicationForm:")


async def leave_form(state: FSMContext) -> None:
    """A form of ours ends when the person goes elsewhere; those of other subjects are not ours to end."""
    if (await state.get_state() or "").startswith(OURS):
        await state.clear()


async def require(state: FSMContext, wanted: State) -> None:
    """A button of a question that is not the one asked now is of an earlier screen."""
    if await state.get_state() != wanted.state:
        raise NoLongerCurrent
