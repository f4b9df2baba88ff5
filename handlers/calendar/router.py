"""Handlers of reminders and calendars: one screen with everything, the address, the file of one meeting."""

from __future__ import annotations

from aiogram import Router
from aiogram.types import CallbackQuery

from handlers.calendar import screens
from handlers.calendar.callbacks import (
    FeedActed,
    FeedTurnedOn,
    FilesSwitched,
    ReminderSwitched,
    ZoneChosen,
    ZonesOpened,
)
from handlers.common.callbacks import CalendarFileAsked, CalendarOpened
from handlers.common.screen import show, show_new, toast
from handlers.common.translator import Translator
from services import calendar_feed, calendar_files, calendar_settings
from services.access import Actor
from services.clock import Clock
from services.db import Db
from services.errors import NoLongerCurrent

router = Router(name="calendar")


@router.callback_query(CalendarOpened.filter())
async def show_settings(
    query: CallbackQuery, actor: Actor, db: Db, t: Translator, calendar_address: str | None
) -> None:
    view = await db.read(calendar_settings.look, actor)
    await show(query, screens.settings(t, view, has_web=calendar_address is not None))


@router.callback_query(ReminderSwitched.filter())
async def switch_reminder(
    query: CallbackQuery,
    callback_data: ReminderSwitched,
    actor: Actor,
    db: Db,
    t: Translator,
    clock: Clock,
    calendar_address: str | None,
) -> None:
    minutes, wanted = callback_data.minutes, callback_data.wanted
    view = await db.write(calendar_settings.choose_reminder, actor, minutes, wanted=wanted, now=clock.now())
    await show(query, screens.settings(t, view, has_web=calendar_address is not None))


@router.callback_query(FilesSwitched.filter())
async def switch_files(
    query: CallbackQuery,
    callback_data: FilesSwitched,
    actor: Actor,
    db: Db,
    t: Translator,
    calendar_address: str | None,
) -> None:
    view = await db.write(calendar_settings.switch_files, actor, wanted=callback_data.wanted)
    await show(query, screens.settings(t, view, has_web=calendar_address is not None))


@router.callback_query(ZonesOpened.filter())
async def show_zones(query: CallbackQuery, actor: Actor, db: Db, t: Translator) -> None:
    await show(query, screens.zones(t, await db.read(calendar_settings.look, actor)))


@router.callback_query(ZoneChosen.filter())
async def choose_zone(
    query: CallbackQuery,
    callback_data: ZoneChosen,
    actor: Actor,
    db: Db,
    t: Translator,
    clock: Clock,
    calendar_address: str | None,
) -> None:
    view = await db.write(calendar_settings.choose_zone, actor, callback_data.place, now=clock.now())
    await show(query, screens.settings(t, view, has_web=calendar_address is not None))


@router.callback_query(FeedTurnedOn.filter())
async def turn_feed_on(
    query: CallbackQuery, actor: Actor, db: Db, t: Translator, calendar_address: str | None
) -> None:
    if calendar_address is None:
        raise NoLongerCurrent
    secret = await db.write(calendar_feed.turn_on, actor)
    await _tell_address(query, actor, db, t, calendar_address, secret)


@router.callback_query(FeedActed.filter())
async def act_on_feed(
    query: CallbackQuery,
    callback_data: FeedActed,
    actor: Actor,
    db: Db,
    t: Translator,
    calendar_address: str | None,
) -> None:
    act, mark = callback_data.act, callback_data.mark
    if act == "off":
        await db.write(calendar_feed.turn_off, actor, mark)
        view = await db.read(calendar_settings.look, actor)
        await show(query, screens.settings(t, view, has_web=calendar_address is not None))
    elif act == "ask" and calendar_address is not None:
        await show(query, screens.renew_question(t, mark))
    elif act == "renew" and calendar_address is not None:
        secret = await db.write(calendar_feed.renew, actor, mark)
        await _tell_address(query, actor, db, t, calendar_address, secret)
    else:
        raise NoLongerCurrent


async def _tell_address(
    query: CallbackQuery, actor: Actor, db: Db, t: Translator, base: str, secret: str
) -> None:
    """The address in a message of its own, and the screen anew below it."""
    await show_new(query, screens.address(t, f"{base}/{secret}.ics"))
    view = await db.read(calendar_settings.look, actor)
    await show_new(query, screens.settings(t, view, has_web=True))


@router.callback_query(CalendarFileAsked.filter())
async def ask_for_file(
    query: CallbackQuery, callback_data: CalendarFileAsked, actor: Actor, db: Db, t: Translator, clock: Clock
) -> None:
    await db.write(calendar_files.ask, actor, callback_data.meeting_id, now=clock.now())
    await toast(query, t.plain("calendar-file-coming"))
