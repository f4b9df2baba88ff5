"""Handlers of the yearly review: confirming, renewing, and the curator's view."""

from __future__ import annotations

from aiogram import Router
from aiogram.fsm.context import FSMContext
from aiogram.types import CallbackQuery

from handlers.applications import review_screens, screens
from handlers.applications.callbacks import ReviewAnswered, ReviewOpened, ReviewsOpened, ReviewsReminded
from handlers.applications.states import Applying
from handlers.common.screen import show, show_new
from handlers.common.translator import Translator
from services import annual_review
from services.access import Actor
from services.annual_review import ReviewOverview
from services.clock import Clock
from services.content import Content
from services.db import Db

router = Router(name="applications.review")


@router.callback_query(ReviewAnswered.filter())
async def answer_review(
    query: CallbackQuery,
    callback_data: ReviewAnswered,
    actor: Actor,
    db: Db,
    t: Translator,
    content: Content,
    clock: Clock,
    state: FSMContext,
) -> None:
    number = callback_data.membership_id
    if callback_data.is_right:
        if await state.get_state() == Applying.answering.state:
            # A renewal that was begun is dropped by this answer: nothing typed belongs to it any more.
            await state.clear()
        view = await db.write(annual_review.confirm, actor, number, content, now=clock.now())
        await show(query, review_screens.confirmed(t, view))
        return
    application = await db.write(annual_review.renew, actor, number, content, now=clock.now())
    await state.set_state(Applying.answering)
    await state.set_data({"application_id": application.id})
    await show_new(query, screens.application(t, content, application))


@router.callback_query(ReviewOpened.filter())
async def open_review(
    query: CallbackQuery,
    callback_data: ReviewOpened,
    actor: Actor,
    db: Db,
    t: Translator,
    content: Content,
    clock: Clock,
) -> None:
    number = callback_data.membership_id
    view = await db.write(annual_review.open_one, actor, number, content, now=clock.now())
    await show(query, review_screens.question(t, content, view))


@router.callback_query(ReviewsOpened.filter())
async def open_overview(
    query: CallbackQuery, callback_data: ReviewsOpened, actor: Actor, db: Db, t: Translator, clock: Clock
) -> None:
    found: ReviewOverview = await db.write(
        annual_review.overview,
        actor,
        callback_data.organization_id,
        page=callback_data.page,
        now=clock.now(),
    )
    await show(query, review_screens.overview(t, found))


@router.callback_query(ReviewsReminded.filter())
async def remind_all(
    query: CallbackQuery, callback_data: ReviewsReminded, actor: Actor, db: Db, t: Translator, clock: Clock
) -> None:
    organization_id = callback_data.organization_id
    told, found = await db.write(annual_review.remind, actor, organization_id, now=clock.now())
    await show(query, review_screens.overview(t, found).under(review_screens.reminded(t, told)))
