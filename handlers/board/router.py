"""The board: turn it, open a pair, remind it, set its rhythm, take it away as a picture or a spreadsheet."""

from __future__ import annotations

from aiogram import Router
from aiogram.types import CallbackQuery

from handlers.board import files, screens
from handlers.board.callbacks import (
    BoardOpened,
    MonthAsked,
    PairHealthOpened,
    PlacesGiven,
    RhythmAsked,
    RhythmSet,
    SheetAsked,
    TaskReminded,
)
from handlers.common.callbacks import PairReminded
from handlers.common.heavy import Heavy
from handlers.common.screen import Screen, show, show_new
from handlers.common.translator import Translator
from services import (
    duty_sheet,
    meeting_places,
    pair_board,
    pair_heat_map,
    pair_month,
    pair_reminders,
    pair_sheet,
)
from services.access import Actor
from services.clock import Clock
from services.db import Db

router = Router(name="board")


@router.callback_query(BoardOpened.filter())
async def show_board(
    query: CallbackQuery, callback_data: BoardOpened, actor: Actor, db: Db, t: Translator, clock: Clock
) -> None:
    page, only = callback_data.page, callback_data.only
    # Written, not only read: looking at what concerns others leaves a trace.
    view = await db.write(pair_board.board, actor, page=page, only_attention=only, now=clock.now())
    await show(query, screens.board(t, view, actor.timezone))


@router.callback_query(PairHealthOpened.filter())
async def show_pair(
    query: CallbackQuery, callback_data: PairHealthOpened, actor: Actor, db: Db, t: Translator, clock: Clock
) -> None:
    line = await db.write(pair_board.open_one, actor, callback_data.mentorship_id, now=clock.now())
    await show(query, screens.pair(t, line, actor.timezone))


@router.callback_query(PairReminded.filter())
async def remind(
    query: CallbackQuery, callback_data: PairReminded, actor: Actor, db: Db, t: Translator, clock: Clock
) -> None:
    where, final, now = callback_data.mentorship_id, callback_data.final, clock.now()
    done = await db.write(pair_reminders.remind, actor, where, final=final, now=now)
    await show(query, (await _card(actor, db, t, clock, where)).under(screens.reminded(t, done)))


@router.callback_query(TaskReminded.filter())
async def remind_of_task(
    query: CallbackQuery, callback_data: TaskReminded, actor: Actor, db: Db, t: Translator, clock: Clock
) -> None:
    done = await db.write(pair_reminders.remind_of_task, actor, callback_data.task_id, now=clock.now())
    card = await _card(actor, db, t, clock, done.mentorship_id)
    await show(query, card.under(screens.reminded(t, done)))


@router.callback_query(RhythmAsked.filter())
async def ask_rhythm(
    query: CallbackQuery, callback_data: RhythmAsked, actor: Actor, db: Db, t: Translator, clock: Clock
) -> None:
    line = await db.read(pair_board.see, actor, callback_data.mentorship_id, now=clock.now())
    await show(query, screens.ask_rhythm(t, line))


@router.callback_query(RhythmSet.filter())
async def set_rhythm(
    query: CallbackQuery, callback_data: RhythmSet, actor: Actor, db: Db, t: Translator, clock: Clock
) -> None:
    where, days = callback_data.mentorship_id, callback_data.days
    line = await db.write(pair_board.set_rhythm, actor, where, days, now=clock.now())
    await show(query, screens.pair(t, line, actor.timezone).under(t("board-rhythm-saved")))


@router.callback_query(PlacesGiven.filter())
async def give_places(
    query: CallbackQuery, callback_data: PlacesGiven, actor: Actor, db: Db, t: Translator, clock: Clock
) -> None:
    where, places = callback_data.membership_id, callback_data.places
    given = await db.write(meeting_places.give, actor, where, places, now=clock.now())
    await show(query, screens.places_given(t, given))


@router.callback_query(MonthAsked.filter())
async def send_month(
    query: CallbackQuery,
    callback_data: MonthAsked,
    actor: Actor,
    db: Db,
    t: Translator,
    clock: Clock,
    heavy: Heavy,
) -> None:
    """A new message: the month before stays where it is."""
    year, month = callback_data.year, callback_data.month
    view = await db.write(pair_month.month, actor, year, month, now=clock.now())
    if not view.rows:
        await show(query, files.nothing_to_draw(t))
        return
    drawn = await heavy.run(pair_heat_map.draw, files.heat_map(t, view))
    for screen in files.pictures(t, view, drawn):
        await show_new(query, screen)


@router.callback_query(SheetAsked.filter())
async def send_sheet(
    query: CallbackQuery, actor: Actor, db: Db, t: Translator, clock: Clock, heavy: Heavy
) -> None:
    made = await db.write(pair_sheet.export, actor, now=clock.now())
    written = await heavy.run(duty_sheet.write, files.table(t, made))
    await show_new(query, files.sheet(t, made, written))


async def _card(actor: Actor, db: Db, t: Translator, clock: Clock, mentorship_id: int) -> Screen:
    line = await db.read(pair_board.see, actor, mentorship_id, now=clock.now())
    return screens.pair(t, line, actor.timezone)
