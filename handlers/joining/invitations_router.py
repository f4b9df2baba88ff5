"""Handlers of those who invite others: whom, for how many, until when; the link, its picture, its end."""

from __future__ import annotations

from aiogram import Bot, Router
from aiogram.filters import StateFilter
from aiogram.fsm.context import FSMContext
from aiogram.types import CallbackQuery, Message
from aiogram.utils.deep_linking import create_start_link

from handlers.common.filters import NotCommand, TextMessage
from handlers.common.heavy import Heavy
from handlers.common.screen import Screen, show, show_new
from handlers.common.translator import Translator
from handlers.joining import invitation_screens as screens
from handlers.joining.callbacks import (
    AffiliationChosen,
    AnotherStarted,
    InvitationOpened,
    InvitationRevoked,
    InvitationShown,
    InvitationsOpened,
    LiveOpened,
    PlacesChosen,
    QrTaken,
    RevokeAsked,
    SheetTaken,
    TermChosen,
)
from handlers.joining.states import Joining
from models import Role
from services import invitations
from services.access import Actor
from services.clock import Clock
from services.db import Db
from services.errors import NotAllowed
from services.invitation_sheet import qr_png, staff_sheet
from services.invitations import INVITERS, PAIRED_ROLES, InvitationView, NewInvitation

router = Router(name="joining.invitations")


def _places(actor: Actor) -> list[tuple[int, str]]:
    """Where the actor may invite somebody: as shown, or everywhere when what is shown does not invite."""
    inviters = {role for roles in INVITERS.values() for role in roles}
    reach = actor.within_reach(*inviters)
    named = {one.organization_id: one.organization_name for one in actor.participations}
    return [(number, named[number]) for number in reach]


async def _leave_form(state: FSMContext) -> None:
    if await state.get_state() == Joining.places.state:
        await state.clear()


@router.callback_query(InvitationsOpened.filter())
async def open_desk(
    query: CallbackQuery,
    callback_data: InvitationsOpened,
    actor: Actor,
    db: Db,
    t: Translator,
    clock: Clock,
    state: FSMContext,
) -> None:
    await _leave_form(state)
    places = _places(actor)
    if not places:
        raise NotAllowed
    number = callback_data.organization_id or places[0][0]
    view = await db.read(invitations.desk, actor, number, now=clock.now())
    await show(query, screens.desk(t, view, places))


@router.callback_query(InvitationShown.filter())
async def show_current(
    query: CallbackQuery,
    callback_data: InvitationShown,
    actor: Actor,
    db: Db,
    t: Translator,
    clock: Clock,
    bot: Bot,
) -> None:
    where, role = callback_data.organization_id, callback_data.role
    view = await db.write(invitations.invite, actor, where, role, now=clock.now())
    await _show(query, view, actor, t, bot)


async def _show(query: CallbackQuery, view: InvitationView, actor: Actor, t: Translator, bot: Bot) -> None:
    url = await create_start_link(bot, view.code)
    await show(query, screens.invitation(t, view, url, actor.timezone))


@router.callback_query(InvitationOpened.filter())
async def show_one(
    query: CallbackQuery,
    callback_data: InvitationOpened,
    actor: Actor,
    db: Db,
    t: Translator,
    clock: Clock,
    bot: Bot,
) -> None:
    view = await db.read(invitations.see, actor, callback_data.invitation_id, now=clock.now())
    await _show(query, view, actor, t, bot)


@router.callback_query(LiveOpened.filter())
async def list_live(
    query: CallbackQuery, callback_data: LiveOpened, actor: Actor, db: Db, t: Translator, clock: Clock
) -> None:
    where, page = callback_data.organization_id, callback_data.page
    view = await db.read(invitations.live, actor, where, page=page, now=clock.now())
    await show(query, screens.live(t, view, actor.timezone))


# ---- one more link: whose people, how many, how long


@router.callback_query(AnotherStarted.filter())
async def start_another(
    query: CallbackQuery,
    callback_data: AnotherStarted,
    actor: Actor,
    db: Db,
    t: Translator,
    state: FSMContext,
) -> None:
    where, role = callback_data.organization_id, callback_data.role
    partners = await db.read(invitations.affiliations, actor, where, role)
    if partners:
        await show(query, screens.ask_affiliation(t, where, role, partners))
        return
    await _ask_places(query, where, role, 0, t, state)


@router.callback_query(AffiliationChosen.filter())
async def choose_affiliation(
    query: CallbackQuery, callback_data: AffiliationChosen, actor: Actor, t: Translator, state: FSMContext
) -> None:
    where, role = callback_data.organization_id, callback_data.role
    invitations.require_inviter(actor, where, role)
    await _ask_places(query, where, role, callback_data.partner_id, t, state)


async def _ask_places(
    query: CallbackQuery, where: int, role: Role, partner_id: int, t: Translator, state: FSMContext
) -> None:
    if role not in PAIRED_ROLES:
        await show(query, screens.ask_term(t, where, role, partner_id, 1))
        return
    await state.set_state(Joining.places)
    await state.set_data({"organization_id": where, "role": role.value, "partner_id": partner_id})
    await show(query, screens.ask_places(t, where, role, partner_id))


@router.callback_query(PlacesChosen.filter())
async def choose_places(
    query: CallbackQuery, callback_data: PlacesChosen, actor: Actor, t: Translator, state: FSMContext
) -> None:
    where, role = callback_data.organization_id, callback_data.role
    invitations.require_inviter(actor, where, role)
    await _leave_form(state)
    await show(query, screens.ask_term(t, where, role, callback_data.partner_id, callback_data.places))


@router.message(StateFilter(Joining.places), TextMessage())
async def type_places(message: Message, actor: Actor, t: Translator, state: FSMContext) -> None:
    places = invitations.read_places(message.text or "")
    data = await state.get_data()
    where, role = int(data["organization_id"]), Role(data["role"])
    invitations.require_inviter(actor, where, role)
    await state.clear()
    await show(message, screens.ask_term(t, where, role, int(data["partner_id"]), places))


@router.message(StateFilter(Joining.places), NotCommand())
async def expect_text(message: Message, t: Translator) -> None:
    await show(message, Screen(t("hint-text-expected")))


@router.callback_query(TermChosen.filter())
async def make_another(
    query: CallbackQuery,
    callback_data: TermChosen,
    actor: Actor,
    db: Db,
    t: Translator,
    clock: Clock,
    bot: Bot,
) -> None:
    partner_id = callback_data.partner_id or None
    wanted = NewInvitation(callback_data.role, callback_data.places, callback_data.days, partner_id)
    where = callback_data.organization_id
    view = await db.write(invitations.invite_anew, actor, where, wanted, now=clock.now())
    await _show(query, view, actor, t, bot)


# ---- a picture, a sheet, the end


@router.callback_query(QrTaken.filter())
async def send_qr(
    query: CallbackQuery,
    callback_data: QrTaken,
    actor: Actor,
    db: Db,
    t: Translator,
    clock: Clock,
    bot: Bot,
    heavy: Heavy,
) -> None:
    view = await db.read(invitations.see, actor, callback_data.invitation_id, now=clock.now())
    png = await heavy.run(qr_png, await create_start_link(bot, view.code))
    await show_new(query, screens.qr(t, view, png, actor.timezone))


@router.callback_query(SheetTaken.filter())
async def send_sheet(
    query: CallbackQuery,
    callback_data: SheetTaken,
    actor: Actor,
    db: Db,
    t: Translator,
    clock: Clock,
    bot: Bot,
    heavy: Heavy,
) -> None:
    view = await db.read(invitations.see, actor, callback_data.invitation_id, now=clock.now())
    url = await create_start_link(bot, view.code)
    me = await bot.me()
    words = screens.sheet_words(t, view, url, f"@{me.username}", actor.timezone)
    await show_new(query, screens.sheet(t, view, await heavy.run(staff_sheet, url, words)))


@router.callback_query(RevokeAsked.filter())
async def ask_revoke(
    query: CallbackQuery, callback_data: RevokeAsked, actor: Actor, db: Db, t: Translator, clock: Clock
) -> None:
    view = await db.read(invitations.see, actor, callback_data.invitation_id, now=clock.now())
    await show(query, screens.ask_revoke(t, view))


@router.callback_query(InvitationRevoked.filter())
async def revoke(
    query: CallbackQuery, callback_data: InvitationRevoked, actor: Actor, db: Db, t: Translator, clock: Clock
) -> None:
    view = await db.write(invitations.revoke, actor, callback_data.invitation_id, now=clock.now())
    await show(query, screens.revoked(t, view))
