"""Handlers of plans on the desk: the list, a draft, one row, the difference, templates, the next year."""

from __future__ import annotations

from aiogram import Router
from aiogram.fsm.context import FSMContext
from aiogram.types import BufferedInputFile, CallbackQuery

from handlers.common.heavy import Heavy
from handlers.common.screen import Screen, show, show_new
from handlers.common.translator import Translator
from handlers.plans import form as forms
from handlers.plans import questions, screens, sheet
from handlers.plans.callbacks import (
    DifferenceOpened,
    FieldChosen,
    ItemAct,
    ItemActed,
    ItemOpened,
    LinkCut,
    PeoplePaged,
    PersonTicked,
    PlanAct,
    PlanActed,
    PlanOpened,
    PlansOpened,
    PlanYearChosen,
    SuggestionTaken,
    TemplateOpened,
    TemplatesOpened,
    TemplateTaken,
)
from handlers.plans.form import Form, Step
from services import (
    plan_desk,
    plan_drafts,
    plan_items,
    plan_sheet,
    plan_templates,
    plan_versions,
    responsibles,
    rollover,
)
from services.access import Actor
from services.clock import Clock
from services.content import Content, RoadmapTemplate
from services.db import Db
from services.errors import NoLongerCurrent
from services.plan_desk import Card
from services.plan_items import Field

router = Router(name="plans")


# ---- the desk


@router.callback_query(PlansOpened.filter())
async def show_desk(
    query: CallbackQuery,
    callback_data: PlansOpened,
    actor: Actor,
    db: Db,
    t: Translator,
    state: FSMContext,
) -> None:
    await forms.leave(state)
    await show(query, await desk_screen(actor, db, t, callback_data.organization_id))


async def desk_screen(actor: Actor, db: Db, t: Translator, organization_id: int) -> Screen:
    """The plans of the organisation; without one, of the only organisation, or which one it is to be."""
    if not organization_id:
        found = await db.read(plan_desk.places, actor)
        if len(found) > 1:
            return screens.places(t, found)
        organization_id = found[0].id
    return screens.desk(t, await db.read(plan_desk.desk, actor, organization_id))


@router.callback_query(PlanOpened.filter())
async def show_plan(
    query: CallbackQuery,
    callback_data: PlanOpened,
    actor: Actor,
    db: Db,
    t: Translator,
    clock: Clock,
    state: FSMContext,
) -> None:
    await forms.leave(state)
    shown = await plan_screen(
        actor,
        db,
        t,
        clock,
        callback_data.roadmap_id,
        page=callback_data.page,
        doubts_only=callback_data.doubts_only,
    )
    await show(query, shown)


async def plan_screen(
    actor: Actor,
    db: Db,
    t: Translator,
    clock: Clock,
    roadmap_id: int,
    *,
    page: int = 0,
    doubts_only: bool = False,
) -> Screen:
    """A draft with its rows, or the card of a plan that counts."""
    shown = await db.read(
        plan_desk.page, actor, roadmap_id, number=page, doubts_only=doubts_only, now=clock.now()
    )
    if shown.head.is_draft:
        return screens.draft(t, shown, doubts_only=doubts_only)
    return screens.live(t, shown.head, await db.read(plan_desk.line, actor, roadmap_id))


@router.callback_query(PlanActed.filter())
async def act_on_plan(
    query: CallbackQuery,
    callback_data: PlanActed,
    actor: Actor,
    db: Db,
    t: Translator,
    clock: Clock,
    state: FSMContext,
    heavy: Heavy,
) -> None:
    await forms.leave(state)
    plan_id, act = callback_data.roadmap_id, callback_data.act
    if act == PlanAct.SHEET:
        await _send_sheet(query, plan_id, actor, db, t, clock, heavy)
    elif act in QUESTIONS:
        await _check(act, plan_id, actor, db, clock)
        await _ask(query, Form.new(QUESTIONS[act], roadmap_id=plan_id), actor, db, t, clock, state)
    elif act in SURE:
        await show(query, await _ask_once_more(act, plan_id, actor, db, t, clock))
    elif act == PlanAct.DELETE:
        place = await db.write(plan_drafts.delete, actor, plan_id, now=clock.now())
        await show(query, (await desk_screen(actor, db, t, place)).under(t("plans-deleted")))
    else:
        await _move(query, act, plan_id, actor, db, t, clock)


QUESTIONS = {
    PlanAct.APPROVE: Step.ORDER_NUMBER,
    PlanAct.RETURN: Step.REASON,
    PlanAct.ADD_ITEM: Step.NEW_ACTIVITY,
}
"""What is answered by typing before anything happens."""


async def _check(act: PlanAct, plan_id: int, actor: Actor, db: Db, clock: Clock) -> None:
    """Nobody is asked for what they may not do anyway."""
    if act == PlanAct.ADD_ITEM:
        await db.read(plan_items.check_may_add, actor, plan_id)
    else:
        await db.read(plan_drafts.check_may_approve, actor, plan_id, now=clock.now())


async def _ask_once_more(
    act: PlanAct, plan_id: int, actor: Actor, db: Db, t: Translator, clock: Clock
) -> Screen:
    head = await db.read(plan_desk.head_of, actor, plan_id, now=clock.now())
    is_submission = act == PlanAct.SUBMIT_ASK
    if not (head.may_submit if is_submission else head.may_edit):
        raise NoLongerCurrent
    return SURE[act](t, head)


SURE = {
    PlanAct.SUBMIT_ASK: screens.ask_submit,
    PlanAct.DELETE_ASK: screens.ask_delete,
    PlanAct.YEAR_ASK: screens.ask_year,
    PlanAct.ACCEPT_ASK: screens.ask_accept,
}
"""What is asked once more, or once, before anything happens."""


@router.callback_query(PlanYearChosen.filter())
async def choose_year(
    query: CallbackQuery,
    callback_data: PlanYearChosen,
    actor: Actor,
    db: Db,
    t: Translator,
    clock: Clock,
) -> None:
    plan_id = callback_data.roadmap_id
    await db.write(plan_drafts.set_year, actor, plan_id, callback_data.year, now=clock.now())
    await _again(query, plan_id, actor, db, t, clock, t("plans-year-set"))


async def _move(
    query: CallbackQuery, act: PlanAct, plan_id: int, actor: Actor, db: Db, t: Translator, clock: Clock
) -> None:
    """To the head, back from them, past its remarks, or on to the next year."""
    if act == PlanAct.SUBMIT:
        await db.write(plan_drafts.submit, actor, plan_id, now=clock.now())
        line = t("plans-submitted")
    elif act == PlanAct.WITHDRAW:
        await db.write(plan_drafts.withdraw, actor, plan_id, now=clock.now())
        line = t("plans-withdrawn")
    elif act == PlanAct.ACCEPT:
        count = await db.write(plan_items.accept_remarked, actor, plan_id, now=clock.now())
        line = t("plans-accepted-all", count=count)
    else:
        made = await db.write(rollover.propose, actor, plan_id, now=clock.now())
        plan_id = made.roadmap_id
        line = t("plans-next-year-made") if made.is_new else t("plans-known-draft")
    await _again(query, plan_id, actor, db, t, clock, line)


async def _again(
    query: CallbackQuery, plan_id: int, actor: Actor, db: Db, t: Translator, clock: Clock, line: str
) -> None:
    await show(query, (await plan_screen(actor, db, t, clock, plan_id)).under(line))


async def _ask(
    query: CallbackQuery,
    form: Form,
    actor: Actor,
    db: Db,
    t: Translator,
    clock: Clock,
    state: FSMContext,
) -> None:
    screen = await questions.screen(form, actor, db, t, clock)
    await forms.keep(state, form)
    await show(query, screen)


async def _send_sheet(
    query: CallbackQuery, plan_id: int, actor: Actor, db: Db, t: Translator, clock: Clock, heavy: Heavy
) -> None:
    head, rows = await db.read(plan_desk.all_rows, actor, plan_id, now=clock.now())
    made = await heavy.run(
        plan_sheet.table,
        head.title,
        t.plain("plans-sheet-name"),
        sheet.columns(t),
        sheet.cells(t, rows),
        [one.needs_look for one in rows],
    )
    file = BufferedInputFile(made, t.plain("plans-sheet-file", year=head.school_year))
    await show_new(query, Screen(t("plans-sheet-sent"), document=file))


# ---- one row


@router.callback_query(ItemOpened.filter())
async def show_item(
    query: CallbackQuery,
    callback_data: ItemOpened,
    actor: Actor,
    db: Db,
    t: Translator,
    clock: Clock,
    state: FSMContext,
) -> None:
    await forms.leave(state)
    await show(query, screens.card(t, await _card(callback_data.item_id, actor, db, clock)))


async def _card(item_id: int, actor: Actor, db: Db, clock: Clock) -> Card:
    return await db.read(plan_desk.card, actor, item_id, now=clock.now())


async def _editable(item_id: int, actor: Actor, db: Db, clock: Clock) -> Card:
    """The row, if it may be changed now. Raises NotAllowed, NoLongerCurrent, PlanWithHead."""
    shown = await _card(item_id, actor, db, clock)
    if not shown.head.is_draft:
        raise NoLongerCurrent
    if not shown.head.may_edit:
        raise plan_desk.PlanWithHead
    return shown


@router.callback_query(ItemActed.filter())
async def act_on_item(
    query: CallbackQuery,
    callback_data: ItemActed,
    actor: Actor,
    db: Db,
    t: Translator,
    clock: Clock,
    state: FSMContext,
) -> None:
    await forms.leave(state)
    item_id, now = callback_data.item_id, clock.now()
    match callback_data.act:
        case ItemAct.ACCEPT:
            await show(query, screens.card(t, await db.write(plan_items.accept, actor, item_id, now=now)))
        case ItemAct.FOR_SCHOOLS:
            shown = await db.write(plan_items.toggle_for_schools, actor, item_id, now=now)
            await show(query, screens.card(t, shown))
        case ItemAct.PHRASE:
            shown = await _editable(item_id, actor, db, clock)
            form = Form.new(Step.PHRASE, roadmap_id=shown.head.id, item_id=item_id)
            await _ask(query, form, actor, db, t, clock, state)
        case ItemAct.EDIT:
            await show(query, screens.fields(t, await _editable(item_id, actor, db, clock)))
        case ItemAct.PEOPLE:
            await _show_people(query, await _editable(item_id, actor, db, clock), 0, actor, db, t)
        case ItemAct.REMOVE_ASK:
            await show(query, screens.ask_remove(t, await _editable(item_id, actor, db, clock)))
        case ItemAct.REMOVE:
            plan_id = await db.write(plan_items.remove, actor, item_id, now=now)
            await _again(query, plan_id, actor, db, t, clock, t("plans-removed"))


@router.callback_query(SuggestionTaken.filter())
async def take_suggestion(
    query: CallbackQuery,
    callback_data: SuggestionTaken,
    actor: Actor,
    db: Db,
    t: Translator,
    clock: Clock,
    state: FSMContext,
) -> None:
    await forms.leave(state)
    item_id, mark = callback_data.item_id, callback_data.mark
    shown = await db.write(plan_items.take_suggestion, actor, item_id, mark, now=clock.now())
    await show(query, screens.card(t, shown))


@router.callback_query(FieldChosen.filter())
async def choose_field(
    query: CallbackQuery,
    callback_data: FieldChosen,
    actor: Actor,
    db: Db,
    t: Translator,
    clock: Clock,
    state: FSMContext,
) -> None:
    if callback_data.field not in set(Field):
        raise NoLongerCurrent
    shown = await _editable(callback_data.item_id, actor, db, clock)
    form = Form.new(Step.FIELD, roadmap_id=shown.head.id, item_id=shown.row.id, field=callback_data.field)
    await _ask(query, form, actor, db, t, clock, state)


@router.callback_query(PersonTicked.filter())
async def tick_person(
    query: CallbackQuery,
    callback_data: PersonTicked,
    actor: Actor,
    db: Db,
    t: Translator,
    clock: Clock,
) -> None:
    item_id, person_id = callback_data.item_id, callback_data.person_id
    shown = await db.write(plan_items.toggle_person, actor, item_id, person_id, now=clock.now())
    await _show_people(query, shown, callback_data.page, actor, db, t)


@router.callback_query(PeoplePaged.filter())
async def page_people(
    query: CallbackQuery,
    callback_data: PeoplePaged,
    actor: Actor,
    db: Db,
    t: Translator,
    clock: Clock,
) -> None:
    shown = await _editable(callback_data.item_id, actor, db, clock)
    await _show_people(query, shown, callback_data.page, actor, db, t)


async def _show_people(
    query: CallbackQuery, shown: Card, page: int, actor: Actor, db: Db, t: Translator
) -> None:
    found = await db.read(responsibles.candidates, actor, shown.head.organization_id)
    await show(query, screens.people(t, shown, found, page))


# ---- the difference


@router.callback_query(DifferenceOpened.filter())
async def show_difference(
    query: CallbackQuery, callback_data: DifferenceOpened, actor: Actor, db: Db, t: Translator
) -> None:
    found = await db.read(plan_versions.difference, actor, callback_data.roadmap_id)
    await show(query, screens.difference(t, found, callback_data.page))


@router.callback_query(LinkCut.filter())
async def cut_link(
    query: CallbackQuery, callback_data: LinkCut, actor: Actor, db: Db, t: Translator, clock: Clock
) -> None:
    plan_id = await db.write(plan_versions.cut_link, actor, callback_data.item_id, now=clock.now())
    found = await db.read(plan_versions.difference, actor, plan_id)
    await show(query, screens.difference(t, found, 0).under(t("plans-link-cut")))


# ---- templates


@router.callback_query(TemplatesOpened.filter())
async def show_templates(
    query: CallbackQuery,
    callback_data: TemplatesOpened,
    actor: Actor,
    db: Db,
    t: Translator,
    content: Content,
    state: FSMContext,
) -> None:
    await forms.leave(state)
    place = callback_data.organization_id
    found = await db.read(plan_templates.offered, actor, place, content)
    await show(query, screens.templates(t, place, found))


@router.callback_query(TemplateOpened.filter())
async def show_template(
    query: CallbackQuery,
    callback_data: TemplateOpened,
    actor: Actor,
    db: Db,
    t: Translator,
    clock: Clock,
    content: Content,
) -> None:
    place = callback_data.organization_id
    years = await db.read(plan_templates.years, actor, place, now=clock.now())
    await show(query, screens.template(t, place, _known(content, callback_data.key), years))


def _known(content: Content, key: str) -> RoadmapTemplate:
    template = content.roadmap_template(key)
    if template is None:
        raise NoLongerCurrent
    return template


@router.callback_query(TemplateTaken.filter())
async def take_template(
    query: CallbackQuery,
    callback_data: TemplateTaken,
    actor: Actor,
    db: Db,
    t: Translator,
    clock: Clock,
    content: Content,
) -> None:
    made = await db.write(
        plan_templates.take,
        actor,
        callback_data.organization_id,
        _known(content, callback_data.key),
        callback_data.year,
        now=clock.now(),
    )
    line = t("plans-template-made") if made.is_new else t("plans-known-draft")
    await _again(query, made.roadmap_id, actor, db, t, clock, line)
