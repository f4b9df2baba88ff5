"""What happens when somebody taps a button about pairs: one use case, one screen."""

from __future__ import annotations

from aiogram import Router
from aiogram.types import CallbackQuery

from handlers.common.screen import show
from handlers.common.translator import Translator
from handlers.pairing import screens
from handlers.pairing.callbacks import (
    CandidateOpened,
    CandidatesOpened,
    DeclineAsked,
    MenteeOpened,
    MineOpened,
    PairOpened,
    PairProposed,
    PairsOpened,
    ProposalAccepted,
    ProposalDeclined,
    ProposalTakenBack,
    SideOpened,
    WaitingOpened,
)
from services import matching, mentorships, pairing_orders
from services.access import Actor
from services.clock import Clock
from services.db import Db

router = Router(name="pairing")


@router.callback_query(WaitingOpened.filter())
async def show_waiting(
    query: CallbackQuery, callback_data: WaitingOpened, actor: Actor, db: Db, t: Translator, clock: Clock
) -> None:
    now = clock.now()
    found = await db.write(matching.waiting_for_mentor, actor, page=callback_data.page, now=now)
    await show(query, screens.waiting(t, found, now))


@router.callback_query(MenteeOpened.filter())
async def show_mentee(
    query: CallbackQuery, callback_data: MenteeOpened, actor: Actor, db: Db, t: Translator, clock: Clock
) -> None:
    # Written, not only read: looking at somebody's profile leaves a trace.
    now = clock.now()
    one = await db.write(matching.open_waiting, actor, callback_data.membership_id, now=now)
    await show(query, screens.mentee_card(t, one, now))


@router.callback_query(CandidatesOpened.filter())
async def show_candidates(
    query: CallbackQuery, callback_data: CandidatesOpened, actor: Actor, db: Db, t: Translator, clock: Clock
) -> None:
    number, page = callback_data.membership_id, callback_data.page
    found = await db.write(matching.candidates, actor, number, page=page, now=clock.now())
    await show(query, screens.candidates(t, found))


@router.callback_query(CandidateOpened.filter())
async def show_candidate(
    query: CallbackQuery, callback_data: CandidateOpened, actor: Actor, db: Db, t: Translator, clock: Clock
) -> None:
    ids = callback_data.mentee_id, callback_data.mentor_id
    one = await db.write(matching.open_candidate, actor, *ids, now=clock.now())
    await show(query, screens.candidate(t, one))


@router.callback_query(PairProposed.filter())
async def propose(
    query: CallbackQuery, callback_data: PairProposed, actor: Actor, db: Db, t: Translator, clock: Clock
) -> None:
    ids = callback_data.mentee_id, callback_data.mentor_id
    pair = await db.write(mentorships.propose, actor, *ids, now=clock.now())
    await show(query, screens.proposed(t, pair))


@router.callback_query(ProposalTakenBack.filter())
async def take_back(
    query: CallbackQuery, callback_data: ProposalTakenBack, actor: Actor, db: Db, t: Translator, clock: Clock
) -> None:
    pair = await db.write(mentorships.take_back, actor, callback_data.mentorship_id, now=clock.now())
    await show(query, screens.taken_back(t, pair))


@router.callback_query(PairsOpened.filter())
async def show_pairs(
    query: CallbackQuery, callback_data: PairsOpened, actor: Actor, db: Db, t: Translator, clock: Clock
) -> None:
    found = await db.write(mentorships.pairs, actor, page=callback_data.page, now=clock.now())
    await show(query, screens.pairs(t, found))


@router.callback_query(PairOpened.filter())
async def show_pair(
    query: CallbackQuery, callback_data: PairOpened, actor: Actor, db: Db, t: Translator, clock: Clock
) -> None:
    pair = await db.write(mentorships.open_pair, actor, callback_data.mentorship_id, now=clock.now())
    order = await db.read(pairing_orders.line, pair.id)
    await show(query, screens.pair_card(t, pair, order, actor.timezone))


@router.callback_query(MineOpened.filter())
async def show_mine(query: CallbackQuery, actor: Actor, db: Db, t: Translator) -> None:
    await show(query, screens.mine(t, await db.read(mentorships.mine, actor)))


@router.callback_query(SideOpened.filter())
async def show_side(
    query: CallbackQuery, callback_data: SideOpened, actor: Actor, db: Db, t: Translator
) -> None:
    shown = await db.read(mentorships.see_proposal, actor, callback_data.mentorship_id)
    await show(query, screens.side(t, shown))


@router.callback_query(ProposalAccepted.filter())
async def accept(
    query: CallbackQuery, callback_data: ProposalAccepted, actor: Actor, db: Db, t: Translator, clock: Clock
) -> None:
    shown = await db.write(mentorships.accept, actor, callback_data.mentorship_id, now=clock.now())
    await show(query, screens.answered(t, shown))


@router.callback_query(DeclineAsked.filter())
async def ask_decline(
    query: CallbackQuery, callback_data: DeclineAsked, actor: Actor, db: Db, t: Translator
) -> None:
    shown = await db.read(mentorships.may_decline, actor, callback_data.mentorship_id)
    await show(query, screens.decline_question(t, shown.id))


@router.callback_query(ProposalDeclined.filter())
async def decline(
    query: CallbackQuery, callback_data: ProposalDeclined, actor: Actor, db: Db, t: Translator, clock: Clock
) -> None:
    await db.write(mentorships.decline, actor, callback_data.mentorship_id, now=clock.now())
    await show(query, screens.declined(t))
