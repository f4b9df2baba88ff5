"""Handlers of the way in. `entry` is open to strangers; `router` to those who have consented."""

from __future__ import annotations

from aiogram import Bot, Router
from aiogram.fsm.context import FSMContext
from aiogram.types import CallbackQuery, Message
from aiogram.utils.deep_linking import create_start_link

from handlers.applications import screens as application_screens
from handlers.applications.states import Applying
from handlers.common.screen import Screen, show, show_new
from handlers.common.translator import Texts, Translator
from handlers.joining import screens
from handlers.joining.callbacks import (
    ConsentAnswered,
    ConsentReopened,
    InvitationRevoked,
    InvitationShown,
    InvitationsOpened,
    LanguageChosen,
)
from models import ConsentKind, Role
from services import joining
from services.access import Actor
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
    await state.set_state(Applying.answering)
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
    await show_new(query, application_screens.application(t, content, view))


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
