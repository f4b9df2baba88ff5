"""Handlers of /mydata: what is stored about me, as a screen and a file; the withdrawal of the consent; and
requests about data, for those who ask and for those who answer.
"""

from __future__ import annotations

from datetime import date

from aiogram import Router
from aiogram.filters import Command, StateFilter
from aiogram.fsm.context import FSMContext
from aiogram.types import CallbackQuery, Message

from handlers.common.filters import NotCommand, TextMessage
from handlers.common.heavy import Heavy
from handlers.common.screen import Screen, show, show_new
from handlers.common.translator import Translator
from handlers.privacy import request_screens, screens
from handlers.privacy.callbacks import (
    CasesOpened,
    DestructionActTaken,
    MyDataDownloaded,
    MyDataOpened,
    NameCorrectionAsked,
    PaperKindChosen,
    PaperReceivedToday,
    PaperRequestBegun,
    RequestAct,
    RequestActed,
    RequestAsked,
    RequestDeskOpened,
    RequestOpened,
    RequestsOpened,
    WithdrawalAsked,
    WithdrawalConfirmed,
    WithdrawalExplained,
)
from handlers.privacy.states import RightsForm
from models import RequestKind
from services import destruction_act, documents, erasure, personal_data, rights_requests
from services.access import Actor
from services.clock import Clock
from services.db import Db
from services.errors import NoLongerCurrent
from services.local_time import today_in
from services.typed_dates import read_day

router = Router(name="privacy")


async def _leave_form(state: FSMContext) -> None:
    """A form of ours ends when the person goes elsewhere; those of other subjects are not ours to end."""
    if (await state.get_state() or "").startswith("RightsForm:"):
        await state.clear()


async def _my_data(actor: Actor, db: Db, t: Translator, clock: Clock) -> Screen:
    data = await db.read(personal_data.my_data, actor, now=clock.now())
    return screens.my_data(t, data, actor.timezone, keeps_desk=actor.sees_as(*rights_requests.ANSWERING))


@router.message(Command("mydata"))
async def show_by_command(
    message: Message, actor: Actor, db: Db, t: Translator, clock: Clock, state: FSMContext
) -> None:
    await _leave_form(state)
    await show(message, await _my_data(actor, db, t, clock))


@router.callback_query(MyDataOpened.filter())
async def show_by_button(
    query: CallbackQuery, actor: Actor, db: Db, t: Translator, clock: Clock, state: FSMContext
) -> None:
    await _leave_form(state)
    await show(query, await _my_data(actor, db, t, clock))


@router.callback_query(MyDataDownloaded.filter())
async def download(query: CallbackQuery, actor: Actor, db: Db, t: Translator, clock: Clock) -> None:
    data = await db.read(personal_data.my_data, actor, now=clock.now())
    await db.write(rights_requests.record_access, actor, now=clock.now())
    await show_new(query, screens.file(t, data, actor.timezone))


@router.callback_query(WithdrawalExplained.filter())
async def explain(query: CallbackQuery, actor: Actor, db: Db, t: Translator, clock: Clock) -> None:
    preview = await db.read(erasure.preview, actor, now=clock.now())
    await show(query, screens.explanation(t, preview))


@router.callback_query(WithdrawalAsked.filter())
async def ask_again(
    query: CallbackQuery, callback_data: WithdrawalAsked, actor: Actor, db: Db, t: Translator, clock: Clock
) -> None:
    preview = await db.read(erasure.preview, actor, now=clock.now())
    if preview.consent_id != callback_data.consent_id:
        raise NoLongerCurrent
    await show(query, screens.confirmation(t, preview.consent_id))


@router.callback_query(WithdrawalConfirmed.filter())
async def withdraw(
    query: CallbackQuery,
    callback_data: WithdrawalConfirmed,
    actor: Actor,
    db: Db,
    t: Translator,
    clock: Clock,
    state: FSMContext,
) -> None:
    # Before the transaction, so that the half-typed form is gone in the very transaction of the withdrawal.
    await state.clear()
    withdrawal = await db.write(erasure.withdraw, actor, callback_data.consent_id, now=clock.now())
    await show(query, screens.withdrawn(t, withdrawal, actor.timezone))


# ---- asking


@router.callback_query(RequestsOpened.filter())
async def show_requests(
    query: CallbackQuery,
    callback_data: RequestsOpened,
    actor: Actor,
    db: Db,
    t: Translator,
    clock: Clock,
    state: FSMContext,
) -> None:
    await _leave_form(state)
    child_id = callback_data.child_id
    own = await db.read(rights_requests.own, actor, child_id=child_id or None, now=clock.now())
    await show(query, request_screens.requests(t, own, child_id, actor.timezone))


@router.callback_query(RequestAsked.filter())
async def ask_request(
    query: CallbackQuery,
    callback_data: RequestAsked,
    actor: Actor,
    db: Db,
    t: Translator,
    state: FSMContext,
) -> None:
    kind, child_id = callback_data.kind, callback_data.child_id
    if kind not in request_screens.ASKED_IN_WORDS:
        raise NoLongerCurrent
    places = await db.read(rights_requests.places, actor, child_id or None)
    if callback_data.organization_id == 0 and len(places) > 1:
        await show(query, request_screens.choose_place(t, kind, places, child_id))
        return
    wanted = callback_data.organization_id or (places[0].organization_id if places else 0)
    place = next((one for one in places if one.organization_id == wanted), None)
    if place is None:
        raise NoLongerCurrent
    await state.set_state(RightsForm.text)
    await state.set_data({"kind": kind.value, "organization_id": wanted, "child_id": child_id})
    await show(query, request_screens.ask_text(t, kind, place, child_id))


@router.message(StateFilter(RightsForm.text), TextMessage())
async def type_request(
    message: Message, actor: Actor, db: Db, t: Translator, clock: Clock, state: FSMContext
) -> None:
    data = await state.get_data()
    child_id = int(data.get("child_id", 0))
    await state.clear()
    view = await db.write(
        rights_requests.ask,
        actor,
        RequestKind(data.get("kind", "")),
        int(data.get("organization_id", 0)),
        message.text or "",
        child_id=child_id or None,
        now=clock.now(),
    )
    await show(message, request_screens.asked(t, view, child_id))


@router.callback_query(NameCorrectionAsked.filter())
async def ask_name(
    query: CallbackQuery, callback_data: NameCorrectionAsked, t: Translator, state: FSMContext
) -> None:
    await state.set_state(RightsForm.name)
    await state.set_data({"child_id": callback_data.child_id})
    await show(query, request_screens.ask_name(t, callback_data.child_id))


@router.message(StateFilter(RightsForm.name), TextMessage())
async def type_name(
    message: Message, actor: Actor, db: Db, t: Translator, clock: Clock, state: FSMContext
) -> None:
    child_id = int((await state.get_data()).get("child_id", 0))
    await state.clear()
    name = await db.write(
        rights_requests.correct_name, actor, message.text or "", child_id=child_id or None, now=clock.now()
    )
    await show(message, request_screens.name_corrected(t, name, child_id))


# ---- answering


@router.callback_query(RequestDeskOpened.filter())
async def show_desk(
    query: CallbackQuery,
    callback_data: RequestDeskOpened,
    actor: Actor,
    db: Db,
    t: Translator,
    clock: Clock,
    state: FSMContext,
) -> None:
    await _leave_form(state)
    found, pages = await db.read(rights_requests.desk, actor, callback_data.page, now=clock.now())
    await show(query, request_screens.desk(t, found, min(callback_data.page, pages - 1), pages))


@router.callback_query(RequestOpened.filter())
async def show_request(
    query: CallbackQuery,
    callback_data: RequestOpened,
    actor: Actor,
    db: Db,
    t: Translator,
    clock: Clock,
    state: FSMContext,
) -> None:
    await _leave_form(state)
    view = await db.write(rights_requests.see, actor, callback_data.request_id, now=clock.now())
    await show(query, request_screens.card(t, view, actor.timezone))


@router.callback_query(RequestActed.filter())
async def ask_words(
    query: CallbackQuery,
    callback_data: RequestActed,
    actor: Actor,
    db: Db,
    t: Translator,
    clock: Clock,
    state: FSMContext,
) -> None:
    view = await db.read(rights_requests.peek, actor, callback_data.request_id, now=clock.now())
    is_answer = callback_data.act is RequestAct.ANSWER
    if view is None or not (is_answer or view.may_extend):
        raise NoLongerCurrent
    await state.set_state(RightsForm.answer if is_answer else RightsForm.reason)
    await state.set_data({"request_id": view.id})
    await show(query, request_screens.ask_answer(t, view, callback_data.act))


@router.message(StateFilter(RightsForm.answer), TextMessage())
async def type_answer(
    message: Message, actor: Actor, db: Db, t: Translator, clock: Clock, state: FSMContext
) -> None:
    number = int((await state.get_data()).get("request_id", 0))
    await state.clear()
    view = await db.write(rights_requests.answer, actor, number, message.text or "", now=clock.now())
    await show(message, request_screens.settled(t, view))


@router.message(StateFilter(RightsForm.reason), TextMessage())
async def type_reason(
    message: Message, actor: Actor, db: Db, t: Translator, clock: Clock, state: FSMContext
) -> None:
    number = int((await state.get_data()).get("request_id", 0))
    await state.clear()
    view = await db.write(rights_requests.extend, actor, number, message.text or "", now=clock.now())
    await show(message, request_screens.put_off(t, view))


# ---- brought on paper


@router.callback_query(PaperRequestBegun.filter())
async def begin_paper(
    query: CallbackQuery,
    callback_data: PaperRequestBegun,
    actor: Actor,
    db: Db,
    t: Translator,
    state: FSMContext,
) -> None:
    await _leave_form(state)
    number = callback_data.membership_id
    name = await db.read(rights_requests.person_to_enter, actor, number)
    await show(query, request_screens.paper_kinds(t, name, number))


@router.callback_query(PaperKindChosen.filter())
async def choose_paper_kind(
    query: CallbackQuery,
    callback_data: PaperKindChosen,
    actor: Actor,
    db: Db,
    t: Translator,
    state: FSMContext,
) -> None:
    number, kind = callback_data.membership_id, callback_data.kind
    name = await db.read(rights_requests.person_to_enter, actor, number)
    await state.set_state(RightsForm.paper_text)
    await state.set_data({"membership_id": number, "kind": kind.value})
    await show(query, request_screens.ask_paper_text(t, name, kind, number))


@router.message(StateFilter(RightsForm.paper_text), TextMessage())
async def type_paper_text(message: Message, t: Translator, state: FSMContext) -> None:
    data = await state.update_data(text=rights_requests.checked_text(message.text or ""))
    await state.set_state(RightsForm.paper_day)
    await show(message, request_screens.ask_paper_day(t, int(data.get("membership_id", 0))))


@router.callback_query(PaperReceivedToday.filter())
async def received_today(
    query: CallbackQuery, actor: Actor, db: Db, t: Translator, clock: Clock, state: FSMContext
) -> None:
    if await state.get_state() != RightsForm.paper_day.state:
        raise NoLongerCurrent
    await _enter_paper(query, actor, db, t, clock, state, today_in(actor.timezone, clock.now()))


@router.message(StateFilter(RightsForm.paper_day), TextMessage())
async def type_paper_day(
    message: Message, actor: Actor, db: Db, t: Translator, clock: Clock, state: FSMContext
) -> None:
    day = read_day(message.text or "", today_in(actor.timezone, clock.now()))
    await _enter_paper(message, actor, db, t, clock, state, day)


async def _enter_paper(
    event: Message | CallbackQuery,
    actor: Actor,
    db: Db,
    t: Translator,
    clock: Clock,
    state: FSMContext,
    day: date,
) -> None:
    data = await state.get_data()
    await state.clear()
    view = await db.write(
        rights_requests.enter,
        actor,
        int(data.get("membership_id", 0)),
        RequestKind(data.get("kind", "")),
        str(data.get("text", "")),
        day,
        now=clock.now(),
    )
    await show(event, request_screens.paper_entered(t, view, actor.timezone))


@router.message(StateFilter(RightsForm), NotCommand())
async def expect_text(message: Message, t: Translator) -> None:
    await show(message, Screen(t("hint-text-expected")))


@router.callback_query(CasesOpened.filter())
async def show_cases(
    query: CallbackQuery, callback_data: CasesOpened, actor: Actor, db: Db, t: Translator
) -> None:
    found, pages = await db.read(destruction_act.cases, actor, callback_data.page)
    page = min(callback_data.page, pages - 1)
    await show(query, request_screens.cases(t, found, page, pages, actor.timezone))


@router.callback_query(DestructionActTaken.filter())
async def take_act(
    query: CallbackQuery,
    callback_data: DestructionActTaken,
    actor: Actor,
    db: Db,
    t: Translator,
    clock: Clock,
    heavy: Heavy,
) -> None:
    act = await db.write(destruction_act.take, actor, callback_data.case_id, now=clock.now())
    data = await heavy.run(documents.docx, request_screens.destruction_act(t, act))
    await show_new(query, request_screens.destruction_file(t, act, data))
