"""Taps and words about help: which use case each calls."""

from __future__ import annotations

from dataclasses import replace

from aiogram import Router
from aiogram.filters import StateFilter
from aiogram.fsm.context import FSMContext
from aiogram.types import CallbackQuery, Message

from handlers.common.filters import NotCommand, TextMessage
from handlers.common.screen import Screen, show
from handlers.common.translator import Translator
from handlers.help import form as forms
from handlers.help import screens
from handlers.help.callbacks import (
    AllAsked,
    AnswerStarted,
    AskStarted,
    FormStopped,
    HelpDeskOpened,
    Helped,
    HelpListOpened,
    HelpOpened,
    QuickAnswered,
    Reminded,
    RequestOpened,
    TakenBack,
    TopicChosen,
)
from handlers.help.form import Form
from handlers.help.states import HelpForm
from services import help_requests, help_views
from services.access import Actor
from services.clock import Clock
from services.content import Content
from services.db import Db
from services.errors import NoLongerCurrent
from services.help_views import AskOption, Part, RequestView

router = Router(name="help")


# --- looking ---


@router.callback_query(HelpOpened.filter())
async def show_home(
    query: CallbackQuery,
    callback_data: HelpOpened,
    actor: Actor,
    db: Db,
    t: Translator,
    clock: Clock,
    state: FSMContext,
) -> None:
    await state.clear()
    found = await db.read(help_views.home, actor, page=callback_data.page, now=clock.now())
    await show(query, screens.home(t, found, actor.timezone, clock.now()))


@router.callback_query(HelpListOpened.filter())
async def show_list(
    query: CallbackQuery, callback_data: HelpListOpened, actor: Actor, db: Db, t: Translator
) -> None:
    found = await db.read(help_views.mine, actor, page=callback_data.page)
    await show(query, screens.listed(t, found, actor.timezone))


@router.callback_query(RequestOpened.filter())
async def show_request(
    query: CallbackQuery, callback_data: RequestOpened, actor: Actor, db: Db, t: Translator, clock: Clock
) -> None:
    # Written, not only read: a curator's look is recorded.
    one = await db.write(help_views.open_climbed, actor, callback_data.request_id, now=clock.now())
    await show(query, screens.card(t, one, actor.timezone, clock.now()))


@router.callback_query(HelpDeskOpened.filter())
async def show_desk(
    query: CallbackQuery, callback_data: HelpDeskOpened, actor: Actor, db: Db, t: Translator, clock: Clock
) -> None:
    found = await db.write(help_views.desk, actor, page=callback_data.page, now=clock.now())
    await show(query, screens.desk(t, found, clock.now()))


# --- asking ---


@router.callback_query(AskStarted.filter())
async def start_asking(
    query: CallbackQuery, callback_data: AskStarted, actor: Actor, db: Db, t: Translator, state: FSMContext
) -> None:
    form = Form.new(membership_id=callback_data.membership_id, mentorship_id=callback_data.mentorship_id)
    option = await _option(form, actor, db)
    await forms.keep(state, form)
    await show(query, screens.ask_question(t, form, option))


async def _option(form: Form, actor: Actor, db: Db) -> AskOption:
    """Whom the form asks, if that is still possible. Raises NoLongerCurrent."""
    wanted = (form.membership_id, form.mentorship_id)
    for option in await db.read(help_views.ask_options, actor):
        if (option.membership_id, option.mentorship_id) == wanted:
            return option
    raise NoLongerCurrent


@router.callback_query(TopicChosen.filter())
async def choose_topic(
    query: CallbackQuery,
    callback_data: TopicChosen,
    actor: Actor,
    db: Db,
    t: Translator,
    content: Content,
    state: FSMContext,
) -> None:
    form, key = await forms.require(state, callback_data.form), callback_data.key
    option = await _option(form, actor, db)
    if key and key not in content.list_keys(screens.topics_of(option)):
        raise NoLongerCurrent
    chosen = replace(form, topic=key, is_topic_open=False)
    await forms.keep(state, chosen)
    await show(query, screens.ask_question(t, chosen, option))


@router.callback_query(FormStopped.filter())
async def stop(query: CallbackQuery, callback_data: FormStopped, t: Translator, state: FSMContext) -> None:
    await forms.require(state, callback_data.form)
    await state.clear()
    await show(query, screens.stopped(t))


@router.message(StateFilter(HelpForm.asking), TextMessage())
async def type_question(
    message: Message, actor: Actor, db: Db, t: Translator, clock: Clock, state: FSMContext
) -> None:
    """Sent at once: whoever asks for help is not kept waiting."""
    form = await forms.require(state)
    await state.clear()
    one = await db.write(
        help_requests.ask,
        actor,
        form.membership_id,
        form.mentorship_id,
        form.topic,
        message.text or "",
        now=clock.now(),
    )
    await show(message, screens.card(t, one, actor.timezone, clock.now()).under(t("assist-sent")))


# --- answering ---


@router.callback_query(QuickAnswered.filter())
async def answer_quickly(
    query: CallbackQuery,
    callback_data: QuickAnswered,
    actor: Actor,
    db: Db,
    t: Translator,
    content: Content,
    clock: Clock,
) -> None:
    if callback_data.key not in content.list_keys(screens.QUICK):
        raise NoLongerCurrent
    number, now = callback_data.request_id, clock.now()
    before = await db.read(help_views.see, actor, number, now=now)
    if len(before.answers) != callback_data.seen:
        await show(query, _meanwhile(t, before, actor, clock))
        return
    one = await db.write(help_requests.answer, actor, number, callback_data.key, now=now)
    await show(query, screens.answered(t, one, actor.timezone, now))


def _meanwhile(t: Translator, one: RequestView, actor: Actor, clock: Clock) -> Screen:
    """A second tap finds its own answer; a late one somebody else's."""
    if one.answers[-1:] and one.answers[-1].is_own:
        return screens.answered(t, one, actor.timezone, clock.now())
    return screens.too_late(t, one, actor.timezone, clock.now())


@router.callback_query(AnswerStarted.filter())
async def start_answer(
    query: CallbackQuery,
    callback_data: AnswerStarted,
    actor: Actor,
    db: Db,
    t: Translator,
    clock: Clock,
    state: FSMContext,
) -> None:
    form = Form.new(request_id=callback_data.request_id)
    await forms.keep(state, form)
    one = await db.write(help_views.open_to_write, actor, callback_data.request_id, now=clock.now())
    await show(query, screens.ask_answer(t, form, one, actor.timezone, clock.now()))


@router.message(StateFilter(HelpForm.answering), TextMessage())
async def type_answer(
    message: Message, actor: Actor, db: Db, t: Translator, clock: Clock, state: FSMContext
) -> None:
    form, now = await forms.require(state), clock.now()
    part = await db.read(help_views.part_in, actor, form.request_id)
    await state.clear()
    use_case = help_requests.ask_more if part == Part.ASKER else help_requests.answer
    one = await db.write(use_case, actor, form.request_id, message.text or "", now=now)
    await show(message, screens.answered(t, one, actor.timezone, now))


@router.message(StateFilter(HelpForm.asking, HelpForm.answering), NotCommand())
async def refuse_file(message: Message, t: Translator) -> None:
    await show(message, Screen(t("hint-text-expected")))


# --- what becomes of a request ---


@router.callback_query(Helped.filter())
async def close(
    query: CallbackQuery, callback_data: Helped, actor: Actor, db: Db, t: Translator, clock: Clock
) -> None:
    one = await db.write(help_requests.close, actor, callback_data.request_id, now=clock.now())
    await show(query, screens.card(t, one, actor.timezone, clock.now()).under(t("assist-glad")))


@router.callback_query(TakenBack.filter())
async def take_back(
    query: CallbackQuery, callback_data: TakenBack, actor: Actor, db: Db, t: Translator, clock: Clock
) -> None:
    one = await db.write(help_requests.take_back, actor, callback_data.request_id, now=clock.now())
    await show(query, screens.card(t, one, actor.timezone, clock.now()))


@router.callback_query(AllAsked.filter())
async def ask_all(
    query: CallbackQuery, callback_data: AllAsked, actor: Actor, db: Db, t: Translator, clock: Clock
) -> None:
    one = await db.write(help_requests.ask_all, actor, callback_data.request_id, now=clock.now())
    await show(query, screens.passed(t, one, "assist-passed-on", actor.timezone, clock.now()))


@router.callback_query(Reminded.filter())
async def remind(
    query: CallbackQuery, callback_data: Reminded, actor: Actor, db: Db, t: Translator, clock: Clock
) -> None:
    one = await db.write(help_requests.remind, actor, callback_data.request_id, now=clock.now())
    await show(query, screens.passed(t, one, "assist-reminded", actor.timezone, clock.now()))
