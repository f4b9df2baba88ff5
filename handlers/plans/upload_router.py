"""A plan sent as a file: brought, read beside the event loop, stored as a draft; or why it was not.

The file is brought first, then one transaction stores what was read. Nothing of the file itself is kept.
"""

from __future__ import annotations

from dataclasses import replace
from zoneinfo import ZoneInfo

from aiogram import Router
from aiogram.filters import StateFilter
from aiogram.fsm.context import FSMContext
from aiogram.types import CallbackQuery, Message

from handlers.common.filters import DocumentMessage, NotCommand
from handlers.common.heavy import Heavy
from handlers.common.keyboards import button, inline
from handlers.common.screen import Screen, show
from handlers.common.translator import Translator
from handlers.errors import key_of
from handlers.plans import files, questions, screens
from handlers.plans import form as forms
from handlers.plans.callbacks import SchoolYearChosen, TemplatesOpened, UploadStarted
from handlers.plans.form import Form, Step
from handlers.plans.router import plan_screen
from handlers.plans.states import PlanForm
from services import plan_drafts, plan_templates
from services.access import DECIDING_ROLES, Actor, require_role
from services.clock import Clock
from services.db import Db
from services.errors import NoLongerCurrent
from services.plans import Plan, PlanRefused, read_plan

router = Router(name="plans.upload")

YEAR_GUESSED = "year-of-today"
NAME_KEPT = 120


@router.callback_query(UploadStarted.filter())
async def start(
    query: CallbackQuery, callback_data: UploadStarted, actor: Actor, t: Translator, state: FSMContext
) -> None:
    require_role(actor, callback_data.organization_id, *DECIDING_ROLES)
    form = Form.new(Step.UPLOAD, organization_id=callback_data.organization_id)
    await forms.keep(state, form)
    await show(query, questions.ask_file(t, form))


@router.message(StateFilter(PlanForm.upload), DocumentMessage())
async def receive(
    message: Message,
    actor: Actor,
    db: Db,
    t: Translator,
    clock: Clock,
    state: FSMContext,
    heavy: Heavy,
) -> None:
    form = await forms.require(state, Step.UPLOAD)
    document = message.document
    if document is None:
        raise NoLongerCurrent
    name = (document.file_name or "")[-NAME_KEPT:]
    form = replace(form, file_id=document.file_id, file_name=name)
    try:
        files.refuse_large(document.file_size)
        plan = await _read(message, form, None, actor, clock, heavy)
    except PlanRefused as refusal:
        await show(message, refused(t, form, refusal))
        return
    if any(one.code == YEAR_GUESSED for one in plan.problems):
        years = await db.read(plan_templates.years, actor, form.organization_id, now=clock.now())
        form = replace(form, step=Step.SCHOOL_YEAR.value)
        await forms.keep(state, form)
        await show(message, questions.ask_year(t, form, years))
        return
    await _store(message, form, plan, actor, db, t, clock, state)


@router.callback_query(SchoolYearChosen.filter())
async def choose_year(
    query: CallbackQuery,
    callback_data: SchoolYearChosen,
    actor: Actor,
    db: Db,
    t: Translator,
    clock: Clock,
    state: FSMContext,
    heavy: Heavy,
) -> None:
    """Telegram still has the file: it is read once more, now for the year that was chosen."""
    form = await forms.require(state, Step.SCHOOL_YEAR, form_id=callback_data.form)
    years = await db.read(plan_templates.years, actor, form.organization_id, now=clock.now())
    if callback_data.year not in years:
        raise NoLongerCurrent
    try:
        plan = await _read(query, form, callback_data.year, actor, clock, heavy)
    except PlanRefused as refusal:
        await show(query, refused(t, form, refusal))
        return
    await _store(query, form, plan, actor, db, t, clock, state)


async def _read(
    event: Message | CallbackQuery,
    form: Form,
    school_year: int | None,
    actor: Actor,
    clock: Clock,
    heavy: Heavy,
) -> Plan:
    if event.bot is None:
        raise RuntimeError("an update that belongs to no bot")
    data = await files.bring(event.bot, form.file_id)
    today = clock.now().astimezone(ZoneInfo(actor.timezone)).date()
    return await heavy.run(read_plan, data, form.file_name, today=today, school_year=school_year)


async def _store(
    event: Message | CallbackQuery,
    form: Form,
    plan: Plan,
    actor: Actor,
    db: Db,
    t: Translator,
    clock: Clock,
    state: FSMContext,
) -> None:
    await state.clear()
    place, name = form.organization_id, form.file_name
    stored = await db.write(plan_drafts.import_plan, actor, place, plan, name, now=clock.now())
    line = t("plans-uploaded", count=len(plan.rows)) if stored.is_new else t("plans-known-file")
    shown = await plan_screen(actor, db, t, clock, stored.roadmap_id)
    await show(event, shown.under(line))


def refused(t: Translator, form: Form, refusal: PlanRefused) -> Screen:
    """Why the file was not read, and what to do instead; another file may be sent at once."""
    text = "\n\n".join([t(key_of(refusal), **refusal.fields), t("plans-refused-next")])
    template = button(t.plain("plans-template"), TemplatesOpened(organization_id=form.organization_id))
    return Screen(text, inline([template], screens.back_to_desk(t, form.organization_id)))


@router.message(StateFilter(PlanForm.upload), NotCommand())
async def not_a_file(message: Message, t: Translator, state: FSMContext) -> None:
    form = await forms.require(state, Step.UPLOAD)
    key = "plans-hint-photo" if message.photo else "plans-hint-file"
    await show(message, questions.ask_file(t, form).under(t(key)))
