"""Handlers of an application: answering, handing in, taking back, deciding."""

from __future__ import annotations

from collections.abc import Callable

from aiogram import Router
from aiogram.filters import StateFilter
from aiogram.fsm.context import FSMContext
from aiogram.types import CallbackQuery, Message

from handlers.applications import screens
from handlers.applications.callbacks import (
    Answered,
    ApplicationContinued,
    ApplicationDecided,
    ApplicationHandedUp,
    ApplicationSeen,
    ApplicationWithdrawn,
    ReasonChosen,
    Step,
    Submitted,
    SummaryPaged,
    WithdrawalAsked,
)
from handlers.applications.states import Applying
from handlers.common.filters import TextMessage
from handlers.common.keyboards import menu_button
from handlers.common.screen import Screen, show, show_new
from handlers.common.translator import Translator
from models import ApplicationStatus
from services import applications, approvals
from services.access import Actor
from services.application_views import ApplicationView
from services.clock import Clock
from services.content import Content, Questionnaire
from services.db import Db
from services.errors import NoLongerCurrent

router = Router(name="applications")


async def expect_answers(state: FSMContext, application_id: int) -> None:
    """What is typed from now on answers this application."""
    await state.set_state(Applying.answering)
    await state.set_data({"application_id": application_id})


@router.callback_query(ApplicationContinued.filter())
async def resume_application(
    query: CallbackQuery,
    callback_data: ApplicationContinued,
    actor: Actor,
    db: Db,
    t: Translator,
    content: Content,
    state: FSMContext,
) -> None:
    number = callback_data.application_id
    await expect_answers(state, number)
    view = await db.write(applications.resume, actor, number, content)
    await show_new(query, application_screen(view, t, content))


def application_screen(view: ApplicationView, t: Translator, content: Content, page: int = 0) -> Screen:
    """Where the person stands in an application of their own."""
    if view.status in applications.OPEN:
        return screens.application(t, content, view, page)
    return screens.submitted(t, view)


async def _form_of(application_id: int, actor: Actor, db: Db, content: Content) -> Questionnaire:
    return await db.read(applications.form_of, actor, application_id, content)


@router.callback_query(Answered.filter())
async def answer_by_button(
    query: CallbackQuery,
    callback_data: Answered,
    actor: Actor,
    db: Db,
    t: Translator,
    content: Content,
    state: FSMContext,
) -> None:
    await expect_answers(state, callback_data.application_id)
    view = await _apply(callback_data, content, actor, db)
    await show(query, screens.application(t, content, view, _page(callback_data, content, view)))


def _page(data: Answered, content: Content, view: ApplicationView) -> int:
    """Where ticking and turning pages leaves the reader."""
    if data.step == Step.PAGE:
        return int(data.option) if data.option.isascii() and data.option.isdigit() else 0
    if data.step in (Step.TICK, Step.UNTICK):
        return screens.page_of(content, view, data.question, data.option)
    return 0


async def _apply(data: Answered, content: Content, actor: Actor, db: Db) -> ApplicationView:
    work: Callable[..., ApplicationView]
    match data.step:
        case Step.CHOOSE:
            work = applications.choose
        case Step.TICK:
            work = applications.tick
        case Step.UNTICK:
            work = applications.untick
        case Step.DONE:
            work = applications.finish_choices
        case Step.SKIP:
            work = applications.skip
        case Step.BACK:
            work = applications.go_back
        case Step.CORRECT:
            work = applications.correct
        case Step.PAGE:
            work = applications.turn_page
    chosen = (data.option,) if data.step in (Step.CHOOSE, Step.TICK, Step.UNTICK) else ()
    return await db.write(
        applications.step, actor, data.application_id, content, work, data.question, *chosen
    )


@router.callback_query(SummaryPaged.filter())
async def turn_summary(
    query: CallbackQuery,
    callback_data: SummaryPaged,
    actor: Actor,
    db: Db,
    t: Translator,
    content: Content,
) -> None:
    view = await db.write(applications.resume, actor, callback_data.application_id, content)
    await show(query, application_screen(view, t, content, callback_data.page))


@router.message(StateFilter(Applying.answering), TextMessage())
async def answer_by_text(
    message: Message, actor: Actor, db: Db, t: Translator, content: Content, state: FSMContext
) -> None:
    typed = message.text or ""
    number = (await state.get_data()).get("application_id")
    view = await db.write(applications.step, actor, number, content, applications.answer_typed, typed)
    await show(message, screens.application(t, content, view))


@router.message(StateFilter(Applying.answering))
async def answer_by_anything_else(message: Message, t: Translator) -> None:
    await show(message, Screen(t("hint-text-expected")))


@router.callback_query(Submitted.filter())
async def submit(
    query: CallbackQuery,
    callback_data: Submitted,
    actor: Actor,
    db: Db,
    t: Translator,
    content: Content,
    clock: Clock,
    state: FSMContext,
) -> None:
    number = callback_data.application_id
    await state.clear()
    view = await db.write(applications.hand_in, actor, number, content, now=clock.now())
    is_admitted = view.status == ApplicationStatus.APPROVED
    await show(query, screens.admitted(t, view) if is_admitted else application_screen(view, t, content))


@router.callback_query(WithdrawalAsked.filter())
async def ask_withdrawal(
    query: CallbackQuery,
    callback_data: WithdrawalAsked,
    actor: Actor,
    db: Db,
    t: Translator,
    content: Content,
) -> None:
    view = await db.write(applications.resume, actor, callback_data.application_id, content)
    await show(query, screens.withdrawal(t, view))


@router.callback_query(ApplicationWithdrawn.filter())
async def withdraw(
    query: CallbackQuery,
    callback_data: ApplicationWithdrawn,
    actor: Actor,
    db: Db,
    t: Translator,
    clock: Clock,
    state: FSMContext,
) -> None:
    await state.clear()
    view = await db.write(applications.withdraw, actor, callback_data.application_id, now=clock.now())
    await show(query, screens.withdrawn(t, view))


# ---- the decision


@router.callback_query(ApplicationSeen.filter())
async def see_application(
    query: CallbackQuery,
    callback_data: ApplicationSeen,
    actor: Actor,
    db: Db,
    t: Translator,
    content: Content,
    clock: Clock,
    state: FSMContext,
) -> None:
    number = callback_data.application_id
    form = await _form_of(number, actor, db, content)
    await state.clear()
    view = await db.write(approvals.see_to_decide, actor, number, len(form), now=clock.now())
    screen = screens.decision(t, content, view, callback_data.page, actor.timezone, [menu_button(t)])
    await show(query, screen)


@router.callback_query(ApplicationDecided.filter())
async def decide(
    query: CallbackQuery,
    callback_data: ApplicationDecided,
    actor: Actor,
    db: Db,
    t: Translator,
    content: Content,
    clock: Clock,
    state: FSMContext,
) -> None:
    number = callback_data.application_id
    form = await _form_of(number, actor, db, content)
    if callback_data.approves:
        view = await db.write(approvals.approve, actor, number, len(form), now=clock.now())
        await show(query, screens.decided(t, view, approved=True))
        return
    await state.set_state(Applying.returning)
    await state.set_data({"application_id": number})
    view = await db.write(approvals.see_to_decide, actor, number, len(form), now=clock.now())
    await show(query, screens.reasons(t, view))


@router.callback_query(ApplicationHandedUp.filter())
async def hand_up(
    query: CallbackQuery,
    callback_data: ApplicationHandedUp,
    actor: Actor,
    db: Db,
    t: Translator,
    content: Content,
    clock: Clock,
) -> None:
    number = callback_data.application_id
    form = await _form_of(number, actor, db, content)
    view = await db.write(approvals.pass_to_head, actor, number, len(form), now=clock.now())
    await show(query, screens.handed_up(t, view))


@router.callback_query(ReasonChosen.filter())
async def return_for_ready_reason(
    query: CallbackQuery,
    callback_data: ReasonChosen,
    actor: Actor,
    db: Db,
    t: Translator,
    content: Content,
    clock: Clock,
    state: FSMContext,
) -> None:
    if callback_data.reason not in screens.REASONS:
        raise NoLongerCurrent
    number = callback_data.application_id
    form = await _form_of(number, actor, db, content)
    reason = t.plain(f"joining-reason-{callback_data.reason}")
    await state.clear()
    view = await db.write(approvals.return_with_reason, actor, number, reason, len(form), now=clock.now())
    await show(query, screens.decided(t, view, approved=False))


@router.message(StateFilter(Applying.returning), TextMessage())
async def return_for_typed_reason(
    message: Message, actor: Actor, db: Db, t: Translator, content: Content, clock: Clock, state: FSMContext
) -> None:
    number = int((await state.get_data()).get("application_id", 0))
    form = await _form_of(number, actor, db, content)
    await state.clear()
    view = await db.write(
        approvals.return_with_reason, actor, number, message.text or "", len(form), now=clock.now()
    )
    await show(message, screens.decided(t, view, approved=False))


@router.message(StateFilter(Applying.returning))
async def return_for_anything_else(message: Message, t: Translator) -> None:
    await show(message, Screen(t("hint-text-expected")))
