"""Taps on the confidential question after the trial meeting, and on the curator's card about the answers."""

from __future__ import annotations

from aiogram import Router
from aiogram.types import CallbackQuery

from handlers.common.screen import show
from handlers.common.translator import Translator
from handlers.journal import trial_screens
from handlers.journal.callbacks import (
    TrialOpened,
    TrialReplaceAsked,
    TrialReplaced,
    TrialSaid,
    TrialSettled,
)
from models import TrialWord
from services import trial
from services.access import Actor
from services.clock import Clock
from services.db import Db
from services.errors import NoLongerCurrent

router = Router(name="journal.trial")


@router.callback_query(TrialOpened.filter())
async def ask(
    query: CallbackQuery, callback_data: TrialOpened, actor: Actor, db: Db, t: Translator, clock: Clock
) -> None:
    view = await db.read(trial.see, actor, callback_data.meeting_id, now=clock.now())
    await show(query, trial_screens.ask(t, view, actor.timezone))


@router.callback_query(TrialSaid.filter())
async def say(
    query: CallbackQuery, callback_data: TrialSaid, actor: Actor, db: Db, t: Translator, clock: Clock
) -> None:
    try:
        word = TrialWord(callback_data.word)
    except ValueError:
        raise NoLongerCurrent from None
    view = await db.write(trial.say, actor, callback_data.meeting_id, word, now=clock.now())
    await show(query, trial_screens.ask(t, view, actor.timezone))


@router.callback_query(TrialSettled.filter())
async def settle(
    query: CallbackQuery, callback_data: TrialSettled, actor: Actor, db: Db, t: Translator, clock: Clock
) -> None:
    view = await db.write(trial.settle, actor, callback_data.meeting_id, now=clock.now())
    await show(query, trial_screens.settled(t, view))


@router.callback_query(TrialReplaceAsked.filter())
async def ask_replace(
    query: CallbackQuery, callback_data: TrialReplaceAsked, actor: Actor, db: Db, t: Translator
) -> None:
    meeting_id, mentee_id = callback_data.meeting_id, callback_data.membership_id
    view, name = await db.read(trial.consider, actor, meeting_id, mentee_id)
    await show(query, trial_screens.replace_question(t, view, mentee_id, name))


@router.callback_query(TrialReplaced.filter())
async def replace(
    query: CallbackQuery, callback_data: TrialReplaced, actor: Actor, db: Db, t: Translator, clock: Clock
) -> None:
    meeting_id, mentee_id = callback_data.meeting_id, callback_data.membership_id
    await db.write(trial.release, actor, meeting_id, mentee_id, now=clock.now())
    await show(query, trial_screens.replaced(t, mentee_id))
