"""Handlers of an application: answering, handing in, deciding."""

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
    ApplicationSeen,
    ReasonChosen,
    Step,
    Submitted,
)
from handlers.applications.states import Applying
from handlers.common.filters import TextMessage
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
    await state.set_state(Applying.answering)
    await show_new(query, await application_screen(callback_data.application_id, actor, db, t, content))


async def application_screen(
    application_id: int, actor: Actor, db: Db, t: Translator, content: Content
) -> Screen:
    """Where the person stands in an application of their own."""
    form = await _form_of(application_id, actor, db, content)
    view = await db.read(applications.see_own, actor, application_id, len(form))
    if view.status in (ApplicationStatus.DRAFT, ApplicationStatus.RETURNED):
        return screens.application(t, content, view)
    return screens.submitted(t, view)


async def _form_of(application_id: int, actor: Actor, db: Db, content: Content) -> Questionnaire:
    return content.questionnaire(await db.read(applications.questionnaire_of, actor, application_id))


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
    await state.set_state(Applying.answering)
    view = await _apply(callback_data, content, actor, db)
    await show(query, screens.application(t, content, view))


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
    chosen = (data.option,) if data.step in (Step.CHOOSE, Step.TICK, Step.UNTICK) else ()
    return await db.write(
        applications.step, actor, data.application_id, content, work, data.question, *chosen
    )


@router.message(StateFilter(Applying.answering), TextMessage())
async def answer_by_text(message: Message, actor: Actor, db: Db, t: Translator, content: Content) -> None:
    typed = message.text or ""
    view = await db.write(applications.step, actor, None, content, applications.answer_typed, typed)
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
    form = await _form_of(callback_data.application_id, actor, db, content)
    await state.clear()
    view = await db.write(applications.submit, actor, callback_data.application_id, form, now=clock.now())
    is_admitted = view.status == ApplicationStatus.APPROVED
    await show(query, screens.admitted(t, view) if is_admitted else screens.submitted(t, view))


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
    form = await _form_of(callback_data.application_id, actor, db, content)
    await state.clear()
    number = callback_data.application_id
    view = await db.write(approvals.see_to_decide, actor, number, len(form), now=clock.now())
    await show(query, screens.decision(t, content, view))


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
