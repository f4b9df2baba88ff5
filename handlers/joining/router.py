"""Handlers of the way in. `entry` is open to strangers; `router` to those who have consented."""

from __future__ import annotations

from collections.abc import Callable

from aiogram import Bot, Router
from aiogram.filters import StateFilter
from aiogram.fsm.context import FSMContext
from aiogram.types import CallbackQuery, Message
from aiogram.utils.deep_linking import create_start_link

from handlers.common.filters import TextMessage
from handlers.common.screen import Screen, show, show_new
from handlers.common.translator import Texts, Translator
from handlers.joining import screens
from handlers.joining.callbacks import (
    Answered,
    ApplicationContinued,
    ApplicationDecided,
    ApplicationSeen,
    ConsentAnswered,
    ConsentReopened,
    InvitationRevoked,
    InvitationShown,
    InvitationsOpened,
    LanguageChosen,
    ReasonChosen,
    Step,
    Submitted,
)
from handlers.joining.states import Joining
from models import ApplicationStatus, ConsentKind, Role
from services import applications, approvals, joining
from services.access import Actor
from services.application_views import ApplicationView
from services.clock import Clock
from services.content import LANGUAGES, Content, Questionnaire
from services.db import Db
from services.errors import NoLongerCurrent
from services.joining import INVITERS, ConsentAsked

entry = Router(name="joining.entry")
router = Router(name="joining")


async def open_link(
    message: Message, code: str, *, db: Db, texts: Texts, content: Content, clock: Clock
) -> None:
    """A deep link was followed."""
    text = content.consent(ConsentKind.PERSONAL_DATA.value)
    asked = await db.write(joining.open_invitation, message.chat.id, code, text, now=clock.now())
    await show(message, ask(texts, content, asked))


def ask(texts: Texts, content: Content, asked: ConsentAsked) -> Screen:
    """The language first, then the consent in that language."""
    t = texts.translator(asked.language)
    if asked.language is None:
        return screens.languages(t)
    return screens.consent(t, asked, content.consent(ConsentKind.PERSONAL_DATA.value))


@entry.callback_query(LanguageChosen.filter())
async def choose_language(
    query: CallbackQuery, callback_data: LanguageChosen, db: Db, texts: Texts, content: Content
) -> None:
    if callback_data.language not in LANGUAGES:
        raise NoLongerCurrent
    asked = await db.write(joining.choose_language, query.from_user.id, callback_data.language)
    t = texts.translator(callback_data.language)
    await show(query, ask(texts, content, asked) if asked else Screen(t("language-changed")))


@entry.callback_query(ConsentReopened.filter())
async def read_again(query: CallbackQuery, db: Db, texts: Texts, content: Content) -> None:
    asked = await db.read(joining.consent_asked, query.from_user.id)
    if asked is None:
        raise NoLongerCurrent
    await show(query, ask(texts, content, asked))


@entry.callback_query(ConsentAnswered.filter())
async def answer_consent(
    query: CallbackQuery,
    callback_data: ConsentAnswered,
    db: Db,
    t: Translator,
    content: Content,
    clock: Clock,
    state: FSMContext,
) -> None:
    chat_id = query.from_user.id
    if not callback_data.agrees:
        asked = await db.write(joining.refuse_consent, chat_id, callback_data.consent_id, now=clock.now())
        await show(query, screens.refused(t, asked))
        return
    await state.set_state(Joining.answering)
    view = await db.write(
        joining.give_consent,
        chat_id,
        callback_data.consent_id,
        t.language,
        content.consent(ConsentKind.PERSONAL_DATA.value),
        _forms(content),
        now=clock.now(),
    )
    # The document stays in the chat as the person read it; the first question follows below.
    await show_new(query, screens.application(t, content, view))


def _forms(content: Content) -> dict[Role, Questionnaire]:
    staff = content.questionnaire("staff")
    return {
        Role.MENTEE: content.questionnaire("mentee"),
        Role.MENTOR: content.questionnaire("mentor"),
        Role.CURATOR: staff,
        Role.HEAD: staff,
        Role.COORDINATOR: staff,
        Role.OPERATOR: staff,
    }


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
    await state.set_state(Joining.answering)
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
    await state.set_state(Joining.answering)
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


@router.message(StateFilter(Joining.answering), TextMessage())
async def answer_by_text(message: Message, actor: Actor, db: Db, t: Translator, content: Content) -> None:
    typed = message.text or ""
    view = await db.write(applications.step, actor, None, content, applications.answer_typed, typed)
    await show(message, screens.application(t, content, view))


@router.message(StateFilter(Joining.answering))
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
    await state.set_state(Joining.returning)
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


@router.message(StateFilter(Joining.returning), TextMessage())
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


@router.message(StateFilter(Joining.returning))
async def return_for_anything_else(message: Message, t: Translator) -> None:
    await show(message, Screen(t("hint-text-expected")))


@router.callback_query(InvitationsOpened.filter())
async def list_invitations(query: CallbackQuery, actor: Actor, t: Translator) -> None:
    await show(query, screens.invitations(t, invitable(actor)))


def invitable(actor: Actor) -> list[tuple[int, str, Role]]:
    """Whom the actor may invite, and where: a curator the pairs, a head curators, too, a coordinator
    coordinators.
    """
    return [
        (one.organization_id, one.organization_name, role)
        for one in {one.organization_id: one for one in actor.participations}.values()
        for role, inviters in INVITERS.items()
        if actor.participation(*inviters, organization_id=one.organization_id)
    ]


@router.callback_query(InvitationShown.filter())
async def show_invitation(
    query: CallbackQuery,
    callback_data: InvitationShown,
    actor: Actor,
    db: Db,
    t: Translator,
    clock: Clock,
    bot: Bot,
) -> None:
    organization_id = callback_data.organization_id
    view = await db.write(joining.invite, actor, organization_id, callback_data.role, now=clock.now())
    url = await create_start_link(bot, view.code)
    await show(query, screens.invitation(t, view, organization_id, url, actor.timezone))


@router.callback_query(InvitationRevoked.filter())
async def revoke_invitation(
    query: CallbackQuery, callback_data: InvitationRevoked, actor: Actor, db: Db, t: Translator, clock: Clock
) -> None:
    await db.write(joining.revoke, actor, callback_data.organization_id, callback_data.role, now=clock.now())
    await show(query, screens.revoked(t))
