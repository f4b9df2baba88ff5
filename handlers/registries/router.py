"""Handlers of the registries: the desk, files of each grade, approving by an order, what was approved."""

from __future__ import annotations

import hashlib
from datetime import date, datetime

from aiogram import Router
from aiogram.filters import StateFilter
from aiogram.fsm.context import FSMContext
from aiogram.types import CallbackQuery, Message

from handlers.common.filters import NotCommand, TextMessage
from handlers.common.heavy import Heavy
from handlers.common.screen import Screen, show, show_new
from handlers.common.translator import Translator
from handlers.registries import form as forms
from handlers.registries import screens, words
from handlers.registries.callbacks import (
    ApprovalStarted,
    OrderedToday,
    RegistriesOpened,
    RegistryOpened,
    RegistryTaken,
    SnapshotOpened,
    SnapshotsOpened,
    SnapshotTaken,
)
from handlers.registries.form import Form, Step
from handlers.registries.states import RegistryForm
from models import Partition, Role
from services import local_acts, snapshots
from services.access import Actor
from services.clock import Clock
from services.content import Content
from services.db import Db
from services.local_acts import NewAct
from services.local_time import today_in
from services.registry import exporting
from services.registry.exporting import Place

router = Router(name="registries")


@router.callback_query(RegistriesOpened.filter())
async def show_desk(
    query: CallbackQuery,
    callback_data: RegistriesOpened,
    actor: Actor,
    db: Db,
    t: Translator,
    clock: Clock,
    state: FSMContext,
) -> None:
    await forms.leave(state)
    await show(query, await desk(actor, db, t, clock, callback_data.organization_id))


async def desk(actor: Actor, db: Db, t: Translator, clock: Clock, organization_id: int = 0) -> Screen:
    """The desk of an organisation, of the person's first one when none is named."""
    known = await db.read(exporting.places, actor) if not organization_id else ()
    place = await db.read(exporting.place, actor, organization_id or known[0].id)
    others = known or await _others(actor, db, place)
    counts = None
    # How many there are is told to those who may know each of them: small numbers tell too much.
    if place.decides:
        counts = await db.read(exporting.count, actor, place.id, now=clock.now())
    return screens.desk(t, place, others, counts)


async def _others(actor: Actor, db: Db, place: Place) -> tuple[Place, ...]:
    """What else may be looked at, as far as menus show it: a button of a notice works whichever is shown."""
    shown = actor.organizations(*exporting.SEERS)
    return await db.read(exporting.places, actor) if shown else (place,)


@router.callback_query(RegistryOpened.filter())
async def show_registry(
    query: CallbackQuery,
    callback_data: RegistryOpened,
    actor: Actor,
    db: Db,
    t: Translator,
    state: FSMContext,
) -> None:
    await forms.leave(state)
    role = callback_data.role
    place = await db.read(exporting.place_of, actor, callback_data.organization_id, role)
    await show(query, screens.registry(t, place, role, callback_data.partition))


@router.callback_query(RegistryTaken.filter())
async def take_registry(
    query: CallbackQuery,
    callback_data: RegistryTaken,
    actor: Actor,
    db: Db,
    t: Translator,
    clock: Clock,
    heavy: Heavy,
) -> None:
    place, role, grade = callback_data.organization_id, callback_data.role, callback_data.grade
    now = clock.now()
    made = await db.read(exporting.export, actor, place, role, callback_data.partition, grade, now=now)
    data = await heavy.run(words.registry_file, t, made)
    # The trace is there before the file is.
    await db.write(exporting.record_look, actor, place, grade, now=now)
    await show_new(query, screens.registry_sent(t, made, data))


# ---- approving by an order


@router.callback_query(ApprovalStarted.filter())
async def start_approval(
    query: CallbackQuery,
    callback_data: ApprovalStarted,
    actor: Actor,
    db: Db,
    t: Translator,
    clock: Clock,
    state: FSMContext,
) -> None:
    place, role, partition = callback_data.organization_id, callback_data.role, callback_data.partition
    draft = await db.read(snapshots.draft, actor, place, role, partition, now=clock.now())
    form = Form.new(Step.ORDER_NUMBER, organization_id=place, role=role.value, partition=partition.value)
    await forms.keep(state, form)
    await show(query, screens.ask_order_number(t, form, draft.registry.total))


@router.message(StateFilter(RegistryForm.order_number), TextMessage())
async def type_number(message: Message, t: Translator, state: FSMContext) -> None:
    form = await forms.require(state, Step.ORDER_NUMBER)
    form = form.at(Step.ORDER_DATE, number=local_acts.checked_number(message.text or ""))
    await forms.keep(state, form)
    await show(message, screens.ask_order_date(t, form))


@router.callback_query(OrderedToday.filter())
async def ordered_today(
    query: CallbackQuery,
    callback_data: OrderedToday,
    actor: Actor,
    db: Db,
    t: Translator,
    content: Content,
    clock: Clock,
    state: FSMContext,
    heavy: Heavy,
) -> None:
    form = await forms.require(state, Step.ORDER_DATE, form_id=callback_data.form)
    place = await db.read(exporting.place, actor, form.organization_id)
    day = today_in(place.timezone, clock.now())
    await _approve(query, form, place, day, actor, db, t, content, clock.now(), state, heavy)


@router.message(StateFilter(RegistryForm.order_date), TextMessage())
async def type_date(
    message: Message,
    actor: Actor,
    db: Db,
    t: Translator,
    content: Content,
    clock: Clock,
    state: FSMContext,
    heavy: Heavy,
) -> None:
    form = await forms.require(state, Step.ORDER_DATE)
    place = await db.read(exporting.place, actor, form.organization_id)
    day = local_acts.dated(message.text or "", place.timezone, now=clock.now())
    await _approve(message, form, place, day, actor, db, t, content, clock.now(), state, heavy)


async def _approve(
    event: Message | CallbackQuery,
    form: Form,
    place: Place,
    day: date,
    actor: Actor,
    db: Db,
    t: Translator,
    content: Content,
    now: datetime,
    state: FSMContext,
    heavy: Heavy,
) -> None:
    role, partition = Role(form.role), Partition(form.partition)
    draft = await db.read(snapshots.draft, actor, form.organization_id, role, partition, now=now)
    data = await heavy.run(words.registry_file, t, draft.registry)
    title = t.plain("registries-order-title", name=words.registry_name(t, role, partition))
    order = NewAct(snapshots.ACT_KIND, form.number, day, title)
    await state.clear()
    made = await db.write(
        snapshots.approve,
        actor,
        draft,
        order,
        content.act_kinds(),
        sha256=hashlib.sha256(data).hexdigest(),
        now=now,
    )
    if place.files_in_chat:
        await show_new(event, screens.approved_file(t, made, draft.registry, data))
    done = screens.snapshot(t, made, place.timezone, manages=True).under(t("registries-approved"))
    await show_new(event, done)


@router.callback_query(SnapshotsOpened.filter())
async def show_snapshots(
    query: CallbackQuery,
    callback_data: SnapshotsOpened,
    actor: Actor,
    db: Db,
    t: Translator,
    state: FSMContext,
) -> None:
    await forms.leave(state)
    place = await db.read(exporting.place, actor, callback_data.organization_id)
    found = await db.read(snapshots.lists, actor, place.id, page=callback_data.page)
    await show(query, screens.snapshots(t, place, found))


@router.callback_query(SnapshotOpened.filter())
async def show_snapshot(
    query: CallbackQuery, callback_data: SnapshotOpened, actor: Actor, db: Db, t: Translator
) -> None:
    one = await db.read(snapshots.see, actor, callback_data.snapshot_id)
    place = await db.read(exporting.place, actor, one.organization_id)
    await show(query, screens.snapshot(t, one, place.timezone, manages=place.decides))


@router.callback_query(SnapshotTaken.filter())
async def take_snapshot(
    query: CallbackQuery,
    callback_data: SnapshotTaken,
    actor: Actor,
    db: Db,
    t: Translator,
    clock: Clock,
    heavy: Heavy,
) -> None:
    one, made = await db.write(snapshots.take, actor, callback_data.snapshot_id, now=clock.now())
    data = await heavy.run(words.registry_file, t, made)
    await show_new(query, screens.snapshot_sent(t, one, made, data))


@router.message(
    StateFilter(RegistryForm.order_number, RegistryForm.order_date, RegistryForm.title), NotCommand()
)
async def expect_text(message: Message, t: Translator) -> None:
    await show(message, Screen(t("hint-text-expected")))
