"""What is typed or sent in answer to a question about a duty or an item: a proof, a reason, a day, a phrase.

Whatever is refused leaves the form open, so that nothing has to be begun again.
"""

from __future__ import annotations

from datetime import date

from aiogram import Router
from aiogram.exceptions import TelegramBadRequest
from aiogram.filters import StateFilter
from aiogram.fsm.context import FSMContext
from aiogram.fsm.state import State
from aiogram.types import Message

from handlers.common.filters import FileMessage, NotCommand, TextMessage, is_picture
from handlers.common.keyboards import inline, menu_button
from handlers.common.screen import Screen, show
from handlers.common.translator import Translator
from handlers.roadmap import plan_screens, screens
from handlers.roadmap.states import DutyForm
from services import duties, duty_changes, duty_views
from services.access import Actor
from services.clock import Clock
from services.db import Db
from services.errors import NoLongerCurrent
from services.evidence import AttachedFile

router = Router(name="roadmap.forms")

FORMS = tuple(one.state for one in DutyForm.__all_states__)
TYPED_ONLY = (DutyForm.waiving, DutyForm.explaining, DutyForm.troubled, DutyForm.moving, DutyForm.dating)


async def begin(state: FSMContext, form: State, **data: int | str) -> None:
    """The next message answers this question; what was asked before is forgotten."""
    await state.set_state(form)
    await state.set_data(data)


async def leave_form(state: FSMContext) -> None:
    """A form of ours ends when the person goes elsewhere; those of other subjects are not ours to end."""
    if await state.get_state() in FORMS:
        await state.clear()


def day_of(ordinal: int) -> date:
    """The day on a button. Raises NoLongerCurrent for what is none."""
    try:
        return date.fromordinal(ordinal)
    except (ValueError, OverflowError):
        raise NoLongerCurrent from None


async def _held(state: FSMContext, name: str) -> int:
    return int((await state.get_data()).get(name, 0))


@router.message(StateFilter(DutyForm.reporting), TextMessage())
async def report_by_text(
    message: Message, actor: Actor, db: Db, t: Translator, clock: Clock, state: FSMContext
) -> None:
    duty_id = await _held(state, "duty_id")
    await state.clear()
    duty = await db.write(duties.report, actor, duty_id, comment=message.text or "", now=clock.now())
    await show(message, screens.after_report(t, duty))


@router.message(StateFilter(DutyForm.reporting), FileMessage())
async def report_by_file(
    message: Message, actor: Actor, db: Db, t: Translator, clock: Clock, state: FSMContext
) -> None:
    duty_id = await _held(state, "duty_id")
    await state.clear()
    document = message.document
    file = AttachedFile(document.file_id, document.file_name or "") if document else None
    comment = message.caption or ""
    duty = await db.write(duties.report, actor, duty_id, comment=comment, file=file, now=clock.now())
    await show(message, screens.after_report(t, duty))


@router.message(StateFilter(DutyForm.reporting), NotCommand())
async def refuse_anything_else(message: Message, t: Translator, state: FSMContext) -> None:
    duty_id = await _held(state, "duty_id")
    why = await _no_picture(message, t) if is_picture(message) else t("roadmap-hint-expected")
    await show(message, screens.refusal(t, why, duty_id))


async def _no_picture(message: Message, t: Translator) -> str:
    """Take the picture out of the chat, and say so."""
    key = "roadmap-photo-removed" if await _remove(message) else "roadmap-photo-stays"
    return f"{t('roadmap-photo-refused')}\n\n{t(key)}"


async def _remove(message: Message) -> bool:
    """Often a photo of a document, which must not stay in the chat. False when Telegram does not let us."""
    try:
        return await message.delete()
    except TelegramBadRequest:
        return False


@router.message(StateFilter(DutyForm.waiving), TextMessage())
async def waive(
    message: Message, actor: Actor, db: Db, t: Translator, clock: Clock, state: FSMContext
) -> None:
    duty_id = await _held(state, "duty_id")
    await state.clear()
    duty = await db.write(duty_changes.waive, actor, duty_id, message.text or "", now=clock.now())
    await show(message, screens.after(t, duty, t("roadmap-waived-done")))


@router.message(StateFilter(DutyForm.moving), TextMessage())
async def choose_day_by_text(
    message: Message, actor: Actor, db: Db, t: Translator, clock: Clock, state: FSMContext
) -> None:
    duty_id, now = await _held(state, "duty_id"), clock.now()
    day = await db.read(duty_changes.read_day, actor, duty_id, message.text or "", now=now)
    duty = await db.read(duty_views.see, actor, duty_id, now=now)
    await begin(state, DutyForm.explaining, duty_id=duty_id, day=day.isoformat())
    await show(message, screens.ask_reason_to_move(t, duty, day))


@router.message(StateFilter(DutyForm.explaining), TextMessage())
async def move(
    message: Message, actor: Actor, db: Db, t: Translator, clock: Clock, state: FSMContext
) -> None:
    held = await state.get_data()
    await state.clear()
    duty_id, day = int(held.get("duty_id", 0)), date.fromisoformat(held.get("day", "0001-01-01"))
    duty = await db.write(duty_changes.move, actor, duty_id, day, message.text or "", now=clock.now())
    await show(message, screens.after_move(t, duty))


@router.message(StateFilter(DutyForm.troubled), TextMessage())
async def tell_trouble(
    message: Message, actor: Actor, db: Db, t: Translator, clock: Clock, state: FSMContext
) -> None:
    duty_id, comment = await _held(state, "duty_id"), message.text or ""
    await state.clear()
    duty = await db.write(duties.report_trouble, actor, duty_id, comment=comment, now=clock.now())
    await show(message, screens.after(t, duty, t("roadmap-trouble-told")))


@router.message(StateFilter(DutyForm.dating), TextMessage())
async def date_by_text(
    message: Message, actor: Actor, db: Db, t: Translator, clock: Clock, state: FSMContext
) -> None:
    item_id, typed = await _held(state, "item_id"), message.text or ""
    preview = await db.read(duty_changes.preview_date, actor, item_id, typed, now=clock.now())
    await begin(state, DutyForm.dating, item_id=item_id, phrase=preview.phrase)
    await show(message, plan_screens.preview_item_date(t, preview))


@router.message(StateFilter(*TYPED_ONLY), NotCommand())
async def ask_to_type(message: Message, t: Translator, state: FSMContext) -> None:
    """A sticker, a file or a picture where words are needed."""
    why = t("roadmap-hint-typed")
    if is_picture(message):
        why = f"{await _no_picture(message, t)}\n\n{why}"
    if duty_id := await _held(state, "duty_id"):
        await show(message, screens.refusal(t, why, duty_id))
    else:
        await show(message, Screen(why, inline([menu_button(t)])))
