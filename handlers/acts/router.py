"""Handlers of local acts: the register, entering an act question by question, sending it to be read."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, timedelta
from typing import Any

from aiogram import Router
from aiogram.filters import StateFilter
from aiogram.fsm.context import FSMContext
from aiogram.types import CallbackQuery, Message

from handlers.acts import screens
from handlers.acts.callbacks import (
    ActAct,
    ActActed,
    ActAdded,
    ActOpened,
    ActsMatrixOpened,
    ActsMatrixTaken,
    ActsOpened,
    AudienceChosen,
    ChecklistOpened,
    DayChosen,
    FormAct,
    FormActed,
    KindChosen,
    ReadersPaged,
    ReplacedChosen,
    UnreadOpened,
)
from handlers.acts.states import ActForm, ActStates
from handlers.common.filters import FileMessage, NotCommand, TextMessage
from handlers.common.heavy import Heavy
from handlers.common.screen import Screen, show, show_new, toast
from handlers.common.translator import Translator
from models.organization import OrganizationKind
from services import acknowledgements, local_acts, pairing_orders
from services.access import DECIDING_ROLES, Actor, require_role
from services.acknowledgements import Audience
from services.clock import Clock
from services.content import Content
from services.db import Db
from services.errors import NoLongerCurrent
from services.evidence import AttachedFile
from services.local_acts import ActCard, NewAct
from services.local_time import today_in
from services.territory_sheet import acts_sheet, list_sheet
from services.typed_dates import read_day

router = Router(name="acts")
LIST_WIDTHS = (6, 34, 40, 34)


async def _leave_form(state: FSMContext) -> None:
    """A form of ours ends when the person goes elsewhere; those of other subjects are not ours to end."""
    current = await state.get_state() or ""
    if current.startswith(("ActForm:", "ActStates:")):
        await state.clear()


def _mandatory(content: Content) -> dict[OrganizationKind, tuple[str, ...]]:
    return {kind: content.mandatory_acts(kind) for kind in OrganizationKind}


# ---- looking


@router.callback_query(ActsOpened.filter())
async def show_register(
    query: CallbackQuery,
    callback_data: ActsOpened,
    actor: Actor,
    db: Db,
    t: Translator,
    content: Content,
    state: FSMContext,
) -> None:
    await _leave_form(state)
    number = callback_data.organization_id or None
    mandatory = _mandatory(content)
    view = await db.read(local_acts.register, actor, number, mandatory, page=callback_data.page)
    await show(query, screens.register(t, view))


@router.callback_query(UnreadOpened.filter())
async def show_unread(query: CallbackQuery, actor: Actor, db: Db, t: Translator, state: FSMContext) -> None:
    await _leave_form(state)
    await show(query, screens.unread(t, await db.read(acknowledgements.own_unread, actor)))


@router.callback_query(ActOpened.filter())
async def show_act(
    query: CallbackQuery, callback_data: ActOpened, actor: Actor, db: Db, t: Translator, state: FSMContext
) -> None:
    await _leave_form(state)
    await show(query, screens.card(t, await db.read(local_acts.see, actor, callback_data.act_id)))


@router.callback_query(ChecklistOpened.filter())
async def show_checklist(
    query: CallbackQuery,
    callback_data: ChecklistOpened,
    actor: Actor,
    db: Db,
    t: Translator,
    content: Content,
) -> None:
    number = callback_data.organization_id
    name, found = await db.read(local_acts.checklist, actor, number, _mandatory(content))
    own = actor.participation(*DECIDING_ROLES, organization_id=number) is not None
    orders = actor.participation(*pairing_orders.ORDERING_ROLES, organization_id=number) is not None
    waiting = await db.read(pairing_orders.count_without_order, number) if orders else 0
    await show(query, screens.checklist(t, name, found, number, own=own, without_order=waiting))


@router.callback_query(ActsMatrixOpened.filter())
async def show_matrix(
    query: CallbackQuery,
    callback_data: ActsMatrixOpened,
    actor: Actor,
    db: Db,
    t: Translator,
    content: Content,
    clock: Clock,
) -> None:
    number, kinds = callback_data.organization_id, content.mandatory_acts(OrganizationKind.SCHOOL)
    view = await db.read(local_acts.matrix, actor, number, kinds, now=clock.now())
    await show(query, screens.matrix(t, view, number, callback_data.page))


@router.callback_query(ActsMatrixTaken.filter())
async def send_matrix(
    query: CallbackQuery,
    callback_data: ActsMatrixTaken,
    actor: Actor,
    db: Db,
    t: Translator,
    content: Content,
    clock: Clock,
    heavy: Heavy,
) -> None:
    number, kinds = callback_data.organization_id, content.mandatory_acts(OrganizationKind.SCHOOL)
    view = await db.read(local_acts.matrix, actor, number, kinds, now=clock.now())
    data = await heavy.run(acts_sheet, view, screens.matrix_words(t, view))
    await show_new(query, screens.matrix_file(t, view, data))


# ---- what a tap does with an act


@router.callback_query(ActActed.filter())
async def act_on_it(
    query: CallbackQuery,
    callback_data: ActActed,
    actor: Actor,
    db: Db,
    t: Translator,
    content: Content,
    clock: Clock,
    state: FSMContext,
    heavy: Heavy,
) -> None:
    act_id, now = callback_data.act_id, clock.now()
    match callback_data.act:
        case ActAct.FILE:
            file = await db.read(local_acts.open_file, actor, act_id)
            await show_new(query, Screen(t("acts-file-sent"), document=file.file_id))
        case ActAct.PUBLISHED | ActAct.UNPUBLISHED:
            published = callback_data.act == ActAct.PUBLISHED
            view = await db.write(local_acts.mark_published, actor, act_id, published=published, now=now)
            await show(query, screens.card(t, view))
        case ActAct.ACKNOWLEDGE:
            view = await db.write(acknowledgements.acknowledge, actor, act_id, now=now)
            await show(query, screens.card(t, view))
        case ActAct.READERS:
            readers = await db.write(acknowledgements.readers, actor, act_id, now=now)
            await show(query, screens.readers(t, readers))
        case ActAct.NUDGE:
            count = await db.write(acknowledgements.nudge, actor, act_id, now=now)
            await toast(query, t.plain("acts-nudged", count=count), alert=True)
        case ActAct.EXPORT:
            await _export(query, actor, act_id, db, t, clock, heavy)
        case ActAct.REMOVE:
            number = await db.write(local_acts.remove, actor, act_id, now=now)
            view_ = await db.read(local_acts.register, actor, number, _mandatory(content))
            await show(query, screens.register(t, view_).under(t("acts-removed")))
        case ActAct.ATTACH_ASK | ActAct.SEND_ASK | ActAct.REMOVE_ASK:
            await _ask_about(query, callback_data, actor, db, t, state)


async def _ask_about(
    query: CallbackQuery, data: ActActed, actor: Actor, db: Db, t: Translator, state: FSMContext
) -> None:
    view = await db.read(local_acts.see, actor, data.act_id)
    require_role(actor, view.organization_id, *DECIDING_ROLES)
    match data.act:
        case ActAct.ATTACH_ASK:
            await state.set_state(ActStates.attaching)
            await state.set_data({"act_id": data.act_id})
            await show(query, screens.ask_attachment(t, data.act_id))
        case ActAct.SEND_ASK:
            offered = await db.read(acknowledgements.offered, actor, data.act_id)
            await show(query, screens.ask_audience(t, view, offered))
        case _:
            await show(query, screens.ask_remove(t, view))


async def _export(
    query: CallbackQuery, actor: Actor, act_id: int, db: Db, t: Translator, clock: Clock, heavy: Heavy
) -> None:
    view = await db.write(acknowledgements.export, actor, act_id, now=clock.now())
    title, heads, rows = screens.list_title(t, view), screens.list_heads(t), screens.list_rows(t, view)
    data = await heavy.run(list_sheet, t.plain("acts-list-sheet"), title, heads, rows, LIST_WIDTHS)
    await show_new(query, screens.list_file(t, view, data))


@router.callback_query(ReadersPaged.filter())
async def turn_readers(
    query: CallbackQuery, callback_data: ReadersPaged, actor: Actor, db: Db, t: Translator, clock: Clock
) -> None:
    act_id, page = callback_data.act_id, callback_data.page
    view = await db.write(acknowledgements.readers, actor, act_id, page=page, now=clock.now())
    await show(query, screens.readers(t, view))


# ---- sending it to be read


@router.callback_query(AudienceChosen.filter())
async def choose_audience(
    query: CallbackQuery,
    callback_data: AudienceChosen,
    actor: Actor,
    db: Db,
    t: Translator,
    state: FSMContext,
) -> None:
    act_id, audience = callback_data.act_id, _audience(callback_data.audience)
    if audience not in await db.read(acknowledgements.offered, actor, act_id):
        raise NoLongerCurrent
    await state.set_state(ActStates.day)
    await state.set_data({"act_id": act_id, "audience": audience.value})
    await show(query, screens.ask_day(t, act_id, audience))


def _audience(key: str) -> Audience:
    if key not in set(Audience):
        raise NoLongerCurrent
    return Audience(key)


@router.callback_query(DayChosen.filter())
async def choose_day(
    query: CallbackQuery,
    callback_data: DayChosen,
    actor: Actor,
    db: Db,
    t: Translator,
    clock: Clock,
    state: FSMContext,
) -> None:
    days, audience = callback_data.days, _audience(callback_data.audience)
    if days not in (0, *screens.TERMS):
        raise NoLongerCurrent
    view = await db.read(local_acts.see, actor, callback_data.act_id)
    day = today_in(view.timezone, clock.now()) + timedelta(days=days) if days else None
    await _leave_form(state)
    act_id, now = callback_data.act_id, clock.now()
    view, asked = await db.write(acknowledgements.ask, actor, act_id, audience, day, now=now)
    await show(query, screens.sent(t, view, asked))


@router.message(StateFilter(ActStates.day), TextMessage())
async def type_day(
    message: Message, actor: Actor, db: Db, t: Translator, clock: Clock, state: FSMContext
) -> None:
    data, now = await state.get_data(), clock.now()
    act_id, audience = int(data.get("act_id", 0)), _audience(str(data.get("audience", "")))
    view = await db.read(local_acts.see, actor, act_id)
    day = read_day(message.text or "", today_in(view.timezone, now))
    await state.clear()
    view, asked = await db.write(acknowledgements.ask, actor, act_id, audience, day, now=now)
    await show(message, screens.sent(t, view, asked))


# ---- a file or a link for an act that is there


@router.message(StateFilter(ActStates.attaching), TextMessage())
async def attach_link(
    message: Message, actor: Actor, db: Db, t: Translator, clock: Clock, state: FSMContext
) -> None:
    act_id = int((await state.get_data()).get("act_id", 0))
    await state.clear()
    view = await db.write(local_acts.attach, actor, act_id, link=message.text or "", now=clock.now())
    await show(message, screens.card(t, view))


@router.message(StateFilter(ActStates.attaching), FileMessage())
async def attach_file(
    message: Message, actor: Actor, db: Db, t: Translator, clock: Clock, state: FSMContext
) -> None:
    act_id = int((await state.get_data()).get("act_id", 0))
    await state.clear()
    view = await db.write(local_acts.attach, actor, act_id, file=_file(message), now=clock.now())
    await show(message, screens.card(t, view))


def _file(message: Message) -> AttachedFile | None:
    document = message.document
    return AttachedFile(document.file_id, document.file_name or "") if document else None


# ---- a new act, question by question


@router.callback_query(ActAdded.filter())
async def begin(
    query: CallbackQuery,
    callback_data: ActAdded,
    actor: Actor,
    t: Translator,
    content: Content,
    state: FSMContext,
) -> None:
    require_role(actor, callback_data.organization_id, *DECIDING_ROLES)
    await _leave_form(state)
    await show(query, screens.ask_kind(t, callback_data.organization_id, content.act_kinds()))


@router.callback_query(KindChosen.filter())
async def choose_kind(
    query: CallbackQuery,
    callback_data: KindChosen,
    actor: Actor,
    t: Translator,
    content: Content,
    state: FSMContext,
) -> None:
    number, kind = callback_data.organization_id, callback_data.kind
    require_role(actor, number, *DECIDING_ROLES)
    if kind not in content.act_kinds():
        raise NoLongerCurrent
    await state.set_state(ActForm.number)
    await state.set_data({"organization_id": number, "kind": kind})
    await show(query, screens.ask_number(t, number, kind))


@router.message(StateFilter(ActForm.number), TextMessage())
async def type_number(message: Message, t: Translator, state: FSMContext) -> None:
    await state.update_data(number=local_acts.checked_number(message.text or ""))
    await _to_date(message, t, state)


async def _to_date(event: Message | CallbackQuery, t: Translator, state: FSMContext) -> None:
    await state.set_state(ActForm.dated_on)
    await show(event, screens.ask_date(t, _place(await state.get_data())))


def _place(data: Mapping[str, Any]) -> int:
    return int(data.get("organization_id", 0))


@router.message(StateFilter(ActForm.dated_on), TextMessage())
async def type_date(message: Message, actor: Actor, t: Translator, clock: Clock, state: FSMContext) -> None:
    day = local_acts.dated(message.text or "", actor.timezone, now=clock.now())
    await _to_title(message, t, state, day)


async def _to_title(event: Message | CallbackQuery, t: Translator, state: FSMContext, day: date) -> None:
    await state.update_data(dated_on=day.isoformat())
    await state.set_state(ActForm.title)
    data = await state.get_data()
    await show(event, screens.ask_title(t, _place(data), str(data["kind"]), day))


@router.message(StateFilter(ActForm.title), TextMessage())
async def type_title(message: Message, t: Translator, state: FSMContext) -> None:
    await _to_file(message, t, state, local_acts.checked_title(message.text or ""))


async def _to_file(event: Message | CallbackQuery, t: Translator, state: FSMContext, title: str) -> None:
    await state.update_data(title=title)
    await state.set_state(ActForm.file)
    await show(event, screens.ask_file(t, _place(await state.get_data())))


@router.message(StateFilter(ActForm.file), TextMessage())
async def type_link(
    message: Message, actor: Actor, db: Db, t: Translator, content: Content, clock: Clock, state: FSMContext
) -> None:
    await state.update_data(link=local_acts.checked_link(message.text or ""))
    await _to_replaced(message, actor, db, t, content, clock, state)


@router.message(StateFilter(ActForm.file), FileMessage())
async def send_file(
    message: Message, actor: Actor, db: Db, t: Translator, content: Content, clock: Clock, state: FSMContext
) -> None:
    file = _file(message)
    if file is not None:
        await state.update_data(file_id=file.file_id, file_name=file.name)
    await _to_replaced(message, actor, db, t, content, clock, state)


async def _to_replaced(
    event: Message | CallbackQuery,
    actor: Actor,
    db: Db,
    t: Translator,
    content: Content,
    clock: Clock,
    state: FSMContext,
) -> None:
    """What it amends is asked only when there is something of this kind."""
    data = await state.get_data()
    found = await db.read(local_acts.earlier, actor, _place(data), str(data["kind"]))
    if not found:
        await _store(event, actor, db, t, content, clock, state, None)
        return
    await state.set_state(ActForm.replaces)
    await show(event, screens.ask_replaced(t, _place(data), found))


async def _store(
    event: Message | CallbackQuery,
    actor: Actor,
    db: Db,
    t: Translator,
    content: Content,
    clock: Clock,
    state: FSMContext,
    replaces_id: int | None,
) -> None:
    data = await state.get_data()
    await state.clear()
    place, kinds, now = _place(data), content.act_kinds(), clock.now()
    view = await db.write(local_acts.add, actor, place, _new(data, replaces_id), kinds, now=now)
    await show(event, _added(t, view))


def _new(data: Mapping[str, Any], replaces_id: int | None) -> NewAct:
    file_id = data.get("file_id")
    return NewAct(
        kind=str(data["kind"]),
        number=str(data.get("number", "")),
        dated_on=date.fromisoformat(str(data["dated_on"])),
        title=str(data["title"]),
        file=AttachedFile(str(file_id), str(data.get("file_name", ""))) if file_id else None,
        link=str(data.get("link", "")),
        replaces_id=replaces_id,
    )


def _added(t: Translator, view: ActCard) -> Screen:
    return screens.card(t, view).under(t("acts-added"))


@router.callback_query(ReplacedChosen.filter())
async def choose_replaced(
    query: CallbackQuery,
    callback_data: ReplacedChosen,
    actor: Actor,
    db: Db,
    t: Translator,
    content: Content,
    clock: Clock,
    state: FSMContext,
) -> None:
    await _require(state, ActForm.replaces.state)
    await _store(query, actor, db, t, content, clock, state, callback_data.act_id)


async def _require(state: FSMContext, wanted: str | None) -> None:
    """A button of a question that is not the one asked now is of an earlier screen."""
    if await state.get_state() != wanted:
        raise NoLongerCurrent


ASKED_IN = {
    FormAct.NO_NUMBER: ActForm.number,
    FormAct.TODAY: ActForm.dated_on,
    FormAct.YESTERDAY: ActForm.dated_on,
    FormAct.KIND_TITLE: ActForm.title,
    FormAct.NO_FILE: ActForm.file,
    FormAct.NO_CHANGE: ActForm.replaces,
}


@router.callback_query(FormActed.filter())
async def answer_by_button(
    query: CallbackQuery,
    callback_data: FormActed,
    actor: Actor,
    db: Db,
    t: Translator,
    content: Content,
    clock: Clock,
    state: FSMContext,
) -> None:
    await _require(state, ASKED_IN[callback_data.act].state)
    match callback_data.act:
        case FormAct.NO_NUMBER:
            await state.update_data(number="")
            await _to_date(query, t, state)
        case FormAct.TODAY | FormAct.YESTERDAY:
            back = timedelta(days=callback_data.act == FormAct.YESTERDAY)
            await _to_title(query, t, state, today_in(actor.timezone, clock.now()) - back)
        case FormAct.KIND_TITLE:
            kind = str((await state.get_data())["kind"])
            await _to_file(query, t, state, screens.kind_of(t, kind))
        case FormAct.NO_FILE:
            await _to_replaced(query, actor, db, t, content, clock, state)
        case FormAct.NO_CHANGE:
            await _store(query, actor, db, t, content, clock, state, None)


@router.message(StateFilter(ActForm.file, ActStates.attaching), NotCommand())
async def expect_file(message: Message, t: Translator) -> None:
    await show(message, Screen(t("acts-file-expected")))


@router.message(StateFilter(ActForm, ActStates), NotCommand())
async def expect_text(message: Message, t: Translator) -> None:
    await show(message, Screen(t("hint-text-expected")))
