"""Handlers of the partners of an organisation: the list, a new one, its link, the agreement with it."""

from __future__ import annotations

from aiogram import Bot, Router
from aiogram.filters import StateFilter
from aiogram.fsm.context import FSMContext
from aiogram.types import CallbackQuery, Message
from aiogram.utils.deep_linking import create_start_link

from handlers.common.filters import TextMessage
from handlers.common.heavy import Heavy
from handlers.common.screen import show, show_new
from handlers.common.translator import Translator
from handlers.settings import screens
from handlers.settings.callbacks import (
    AgreementBlankTaken,
    AgreementStarted,
    PartnerLinksRenewed,
    PartnerLinksTaken,
    PartnerOpened,
    PartnersOpened,
    PartnerStarted,
)
from handlers.settings.router import leave_form
from handlers.settings.states import SettingForm
from models import Role
from models.organization import OrganizationKind
from services import founding, local_acts, partners
from services.access import Actor
from services.clock import Clock
from services.content import Content
from services.db import Db
from services.founding import Founded

router = Router(name="partners")


@router.callback_query(PartnersOpened.filter())
async def list_partners(
    query: CallbackQuery,
    callback_data: PartnersOpened,
    actor: Actor,
    db: Db,
    t: Translator,
    state: FSMContext,
) -> None:
    await leave_form(state)
    where, page = callback_data.organization_id, callback_data.page
    await show(query, screens.partners(t, await db.read(partners.look, actor, where, page=page)))


@router.callback_query(PartnerOpened.filter())
async def show_partner(
    query: CallbackQuery, callback_data: PartnerOpened, actor: Actor, db: Db, t: Translator, state: FSMContext
) -> None:
    await leave_form(state)
    await show(query, screens.partner(t, await db.read(partners.card, actor, callback_data.partner_id)))


@router.callback_query(PartnerStarted.filter())
async def ask_name(
    query: CallbackQuery, callback_data: PartnerStarted, actor: Actor, t: Translator, state: FSMContext
) -> None:
    where = callback_data.organization_id
    founding.check_maker(actor, where, OrganizationKind.PARTNER)
    await state.set_state(SettingForm.partner_name)
    await state.set_data({"organization_id": where})
    await show(query, screens.ask_partner_name(t, where))


@router.message(StateFilter(SettingForm.partner_name), TextMessage())
async def make(
    message: Message, actor: Actor, db: Db, t: Translator, clock: Clock, state: FSMContext, bot: Bot
) -> None:
    where = int((await state.get_data())["organization_id"])
    await state.clear()
    made = await db.write(partners.make, actor, where, message.text or "", now=clock.now())
    await show(message, screens.partner_links(t, made, await _urls(bot, made), is_new=True))


@router.callback_query(PartnerLinksTaken.filter())
async def give_links(
    query: CallbackQuery,
    callback_data: PartnerLinksTaken,
    actor: Actor,
    db: Db,
    t: Translator,
    clock: Clock,
    bot: Bot,
) -> None:
    made = await db.write(founding.links, actor, callback_data.partner_id, now=clock.now())
    await show(query, screens.partner_links(t, made, await _urls(bot, made), is_new=False))


@router.callback_query(PartnerLinksRenewed.filter())
async def renew_links(
    query: CallbackQuery,
    callback_data: PartnerLinksRenewed,
    actor: Actor,
    db: Db,
    t: Translator,
    clock: Clock,
    bot: Bot,
) -> None:
    made = await db.write(founding.links, actor, callback_data.partner_id, anew=True, now=clock.now())
    await show(query, screens.partner_links(t, made, await _urls(bot, made), is_new=False, anew=True))


async def _urls(bot: Bot, made: Founded) -> dict[Role, str]:
    return {role: await create_start_link(bot, code) for role, code in made.codes.items()}


@router.callback_query(AgreementStarted.filter())
async def ask_number(
    query: CallbackQuery,
    callback_data: AgreementStarted,
    actor: Actor,
    db: Db,
    t: Translator,
    state: FSMContext,
) -> None:
    view = await db.read(partners.card, actor, callback_data.partner_id)
    await state.set_state(SettingForm.agreement_number)
    await state.set_data({"partner_id": view.id})
    await show(query, screens.ask_agreement_number(t, view))


@router.message(StateFilter(SettingForm.agreement_number), TextMessage())
async def type_number(message: Message, t: Translator, state: FSMContext) -> None:
    number = local_acts.checked_number(message.text or "")
    await state.update_data(number=number)
    await state.set_state(SettingForm.agreement_date)
    await show(message, screens.ask_agreement_date(t, int((await state.get_data())["partner_id"])))


@router.message(StateFilter(SettingForm.agreement_date), TextMessage())
async def type_date(
    message: Message,
    actor: Actor,
    db: Db,
    t: Translator,
    content: Content,
    clock: Clock,
    state: FSMContext,
) -> None:
    data, now = await state.get_data(), clock.now()
    partner_id, number = int(data["partner_id"]), str(data["number"])
    dated_on = local_acts.dated(message.text or "", actor.timezone, now=now)
    name = (await db.read(partners.card, actor, partner_id)).name
    title = t.plain("agreement-register-title", name=name)
    await state.clear()
    kinds = content.act_kinds()
    view = await db.write(
        partners.record_agreement, actor, partner_id, number, dated_on, title, kinds, now=now
    )
    await show(message, screens.partner(t, view))


@router.callback_query(AgreementBlankTaken.filter())
async def send_blank(
    query: CallbackQuery,
    callback_data: AgreementBlankTaken,
    actor: Actor,
    db: Db,
    t: Translator,
    heavy: Heavy,
) -> None:
    form = await db.read(partners.form, actor, callback_data.partner_id)
    data = await heavy.run(partners.blank, screens.agreement_words(t, form))
    await show_new(query, screens.agreement_file(t, callback_data.partner_id, data))
