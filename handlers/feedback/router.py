"""Taps on the questions after a meeting, and on the curator's card about the answers."""

from __future__ import annotations

from aiogram import Router
from aiogram.types import CallbackQuery

from handlers.common.screen import show
from handlers.common.translator import Translator
from handlers.feedback import screens
from handlers.feedback.callbacks import (
    AnotherSought,
    FeedbackAnswered,
    FeedbackStep,
    PairReleased,
    TalkPromised,
)
from handlers.meetings.callbacks import FeedbackOpened
from services import another_mentor, feedback
from services.access import Actor
from services.clock import Clock
from services.content import Content
from services.db import Db

router = Router(name="feedback")


@router.callback_query(FeedbackOpened.filter())
async def open_questions(
    query: CallbackQuery, callback_data: FeedbackOpened, actor: Actor, db: Db, t: Translator, content: Content
) -> None:
    questions = content.questionnaire(feedback.QUESTIONNAIRE)
    view = await db.read(feedback.see, actor, callback_data.meeting_id, questions)
    await show(query, screens.current(t, view, questions, actor.timezone))


@router.callback_query(FeedbackStep.filter())
async def show_question(
    query: CallbackQuery, callback_data: FeedbackStep, actor: Actor, db: Db, t: Translator, content: Content
) -> None:
    questions = content.questionnaire(feedback.QUESTIONNAIRE)
    view = await db.read(
        feedback.see, actor, callback_data.meeting_id, questions, number=callback_data.number
    )
    await show(query, screens.current(t, view, questions, actor.timezone))


@router.callback_query(FeedbackAnswered.filter())
async def take_answer(
    query: CallbackQuery,
    callback_data: FeedbackAnswered,
    actor: Actor,
    db: Db,
    t: Translator,
    content: Content,
    clock: Clock,
) -> None:
    questions = content.questionnaire(feedback.QUESTIONNAIRE)
    view = await db.write(
        feedback.answer,
        actor,
        callback_data.meeting_id,
        questions,
        callback_data.question,
        callback_data.value,
        now=clock.now(),
    )
    await show(query, screens.current(t, view, questions, actor.timezone))


@router.callback_query(TalkPromised.filter())
async def promise_talk(
    query: CallbackQuery, callback_data: TalkPromised, actor: Actor, db: Db, t: Translator, clock: Clock
) -> None:
    await db.write(feedback.promise_talk, actor, callback_data.alert_id, now=clock.now())
    await show(query, screens.talk_promised(t))


@router.callback_query(AnotherSought.filter())
async def ask_release(
    query: CallbackQuery, callback_data: AnotherSought, actor: Actor, db: Db, t: Translator
) -> None:
    concern = await db.read(another_mentor.consider, actor, callback_data.alert_id)
    await show(query, screens.release_question(t, concern))


@router.callback_query(PairReleased.filter())
async def release(
    query: CallbackQuery, callback_data: PairReleased, actor: Actor, db: Db, t: Translator, clock: Clock
) -> None:
    membership_id = await db.write(another_mentor.release, actor, callback_data.alert_id, now=clock.now())
    await show(query, screens.released(t, membership_id))
