"""Taps on meetings: the list, cards, answers to a proposal, calling off."""

from __future__ import annotations

from aiogram import Router
from aiogram.types import CallbackQuery

from handlers.common.screen import show
from handlers.common.translator import Translator
from handlers.meetings import screens
from handlers.meetings.callbacks import (
    CancelAsked,
    CancelConfirmed,
    MeetingConfirmed,
    MeetingDeclined,
    MeetingOpened,
    MeetingsOpened,
)
from models import MeetingStatus
from services import meeting_views, meetings
from services.access import Actor
from services.clock import Clock
from services.db import Db
from services.errors import NoLongerCurrent
from services.meeting_views import MeetingAction

router = Router(name="meetings")


@router.callback_query(MeetingsOpened.filter())
async def show_list(
    query: CallbackQuery, callback_data: MeetingsOpened, actor: Actor, db: Db, t: Translator, clock: Clock
) -> None:
    page = await db.read(meeting_views.my_meetings, actor, page=callback_data.page, now=clock.now())
    await show(query, screens.my_meetings(t, page, actor.timezone))


@router.callback_query(MeetingOpened.filter())
async def show_card(
    query: CallbackQuery, callback_data: MeetingOpened, actor: Actor, db: Db, t: Translator, clock: Clock
) -> None:
    view = await db.read(meeting_views.see, actor, callback_data.meeting_id, now=clock.now())
    await show(query, screens.card(t, view, actor.timezone))


@router.callback_query(MeetingConfirmed.filter())
async def confirm(
    query: CallbackQuery, callback_data: MeetingConfirmed, actor: Actor, db: Db, t: Translator, clock: Clock
) -> None:
    view = await db.write(meetings.confirm, actor, callback_data.meeting_id, now=clock.now())
    # In a group a yes alone does not make it stand.
    stands = view.status == MeetingStatus.CONFIRMED
    line = t("meetings-confirmed-by-you") if stands else t("meetings-yes-by-you")
    await show(query, screens.card(t, view, actor.timezone).under(line))


@router.callback_query(MeetingDeclined.filter())
async def decline(
    query: CallbackQuery, callback_data: MeetingDeclined, actor: Actor, db: Db, t: Translator, clock: Clock
) -> None:
    view = await db.write(meetings.decline, actor, callback_data.meeting_id, now=clock.now())
    await show(query, screens.declined(t, view, actor.timezone, with_reason=False))


@router.callback_query(CancelAsked.filter())
async def ask_cancel(
    query: CallbackQuery, callback_data: CancelAsked, actor: Actor, db: Db, t: Translator, clock: Clock
) -> None:
    view = await db.read(meeting_views.see, actor, callback_data.meeting_id, now=clock.now())
    if not view.actions & {MeetingAction.CANCEL, MeetingAction.LEAVE}:
        raise NoLongerCurrent
    await show(query, screens.cancel_question(t, view, actor.timezone))


@router.callback_query(CancelConfirmed.filter())
async def cancel(
    query: CallbackQuery, callback_data: CancelConfirmed, actor: Actor, db: Db, t: Translator, clock: Clock
) -> None:
    view = await db.write(meetings.cancel, actor, callback_data.meeting_id, now=clock.now())
    called_off = view.status == MeetingStatus.CANCELLED
    line = t("meetings-called-off-by-you") if called_off else t("meetings-absent-by-you")
    await show(query, screens.card(t, view, actor.timezone).under(line))
