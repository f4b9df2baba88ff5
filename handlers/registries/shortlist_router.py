"""Handlers of choosing mentors for a programme: its needs one by one, the ranking, the lists."""

from __future__ import annotations

from collections.abc import Sequence

from aiogram import Router
from aiogram.filters import StateFilter
from aiogram.fsm.context import FSMContext
from aiogram.types import CallbackQuery, Message

from handlers.common.filters import TextMessage
from handlers.common.screen import show
from handlers.common.translator import Translator
from handlers.registries import form as forms
from handlers.registries import shortlist_screens as screens
from handlers.registries.callbacks import (
    FittingPaged,
    FormWished,
    MentorTicked,
    RemovalAsked,
    ShortlistNamed,
    ShortlistOpened,
    ShortlistRemoved,
    ShortlistsOpened,
    SubjectWished,
    TopicsChosen,
    TopicTicked,
    WishStarted,
)
from handlers.registries.form import Form, Step, ticked
from handlers.registries.states import RegistryForm
from models import Partition
from services import shortlists
from services.access import Actor
from services.clock import Clock
from services.content import Content, Option
from services.db import Db
from services.errors import NoLongerCurrent, NothingChosen
from services.registry import exporting
from services.shortlists import ENTRIES_LIMIT, TooManyChosen

router = Router(name="registries.shortlists")

FORMS = "form"
"""The list of forms of mentoring in `content/`."""


@router.callback_query(ShortlistsOpened.filter())
async def show_lists(
    query: CallbackQuery,
    callback_data: ShortlistsOpened,
    actor: Actor,
    db: Db,
    t: Translator,
    state: FSMContext,
) -> None:
    await forms.leave(state)
    place = await db.read(exporting.place, actor, callback_data.organization_id)
    found = await db.read(shortlists.lists, actor, place.id, page=callback_data.page)
    await show(query, screens.lists(t, place, found))


@router.callback_query(WishStarted.filter())
async def start(
    query: CallbackQuery,
    callback_data: WishStarted,
    actor: Actor,
    db: Db,
    t: Translator,
    content: Content,
    state: FSMContext,
) -> None:
    await db.read(exporting.require_decider, actor, callback_data.organization_id)
    form = Form.new(Step.FORM, organization_id=callback_data.organization_id)
    await forms.keep(state, form)
    await show(query, screens.ask_form(t, form, content.list_keys(FORMS)))


@router.callback_query(FormWished.filter())
async def wish_form(
    query: CallbackQuery, callback_data: FormWished, t: Translator, content: Content, state: FSMContext
) -> None:
    form = await forms.require(state, Step.FORM, form_id=callback_data.form)
    _require_offered(callback_data.key, content.list_keys(FORMS))
    form = form.at(Step.SUBJECT, wanted_form=callback_data.key)
    await forms.keep(state, form)
    await show(query, screens.ask_subject(t, form, _options(content, form, "subject")))


@router.callback_query(SubjectWished.filter())
async def wish_subject(
    query: CallbackQuery, callback_data: SubjectWished, t: Translator, content: Content, state: FSMContext
) -> None:
    form = await forms.require(state, Step.SUBJECT, form_id=callback_data.form)
    _require_offered(callback_data.key, _keys(_options(content, form, "subject")))
    form = form.at(Step.TOPICS, subject=callback_data.key)
    await forms.keep(state, form)
    await show(query, screens.ask_topics(t, form, _options(content, form, "strengths")))


@router.callback_query(TopicTicked.filter())
async def tick_topic(
    query: CallbackQuery, callback_data: TopicTicked, t: Translator, content: Content, state: FSMContext
) -> None:
    form = await forms.require(state, Step.TOPICS, form_id=callback_data.form)
    options = _options(content, form, "strengths")
    _require_offered(callback_data.key, _keys(options))
    form = form.at(Step.TOPICS, topics=ticked(form.topics, callback_data.key, wanted=callback_data.wanted))
    await forms.keep(state, form)
    await show(query, screens.ask_topics(t, form, options))


@router.callback_query(TopicsChosen.filter())
async def rank(
    query: CallbackQuery,
    callback_data: TopicsChosen,
    actor: Actor,
    db: Db,
    t: Translator,
    clock: Clock,
    state: FSMContext,
) -> None:
    form = await forms.require(state, Step.TOPICS, form_id=callback_data.form)
    form = form.at(Step.MENTORS)
    await forms.keep(state, form)
    await _show_fitting(query, form, 0, actor, db, t, clock)


@router.callback_query(FittingPaged.filter())
async def turn(
    query: CallbackQuery,
    callback_data: FittingPaged,
    actor: Actor,
    db: Db,
    t: Translator,
    clock: Clock,
    state: FSMContext,
) -> None:
    form = await forms.require(state, Step.MENTORS, form_id=callback_data.form)
    await _show_fitting(query, form, callback_data.page, actor, db, t, clock)


@router.callback_query(MentorTicked.filter())
async def tick_mentor(
    query: CallbackQuery,
    callback_data: MentorTicked,
    actor: Actor,
    db: Db,
    t: Translator,
    clock: Clock,
    state: FSMContext,
) -> None:
    form = await forms.require(state, Step.MENTORS, form_id=callback_data.form)
    picked = ticked(form.picked, str(callback_data.membership_id), wanted=callback_data.wanted)
    if len(picked.split()) > ENTRIES_LIMIT:
        raise TooManyChosen(limit=ENTRIES_LIMIT)
    form = form.at(Step.MENTORS, picked=picked)
    await forms.keep(state, form)
    await _show_fitting(query, form, callback_data.page, actor, db, t, clock)


async def _show_fitting(
    query: CallbackQuery, form: Form, page: int, actor: Actor, db: Db, t: Translator, clock: Clock
) -> None:
    place, now = form.organization_id, clock.now()
    found = await db.write(shortlists.fitting, actor, place, form.wish, page=page, now=now)
    await show(query, screens.fitting(t, form, found))


@router.callback_query(ShortlistNamed.filter())
async def ask_title(
    query: CallbackQuery, callback_data: ShortlistNamed, t: Translator, state: FSMContext
) -> None:
    form = await forms.require(state, Step.MENTORS, form_id=callback_data.form)
    if not form.picked:
        raise NothingChosen
    form = form.at(Step.TITLE)
    await forms.keep(state, form)
    await show(query, screens.ask_title(t, form))


@router.message(StateFilter(RegistryForm.title), TextMessage())
async def type_title(
    message: Message, actor: Actor, db: Db, t: Translator, clock: Clock, state: FSMContext
) -> None:
    form = await forms.require(state, Step.TITLE)
    place, now = form.organization_id, clock.now()
    await state.clear()
    typed = message.text or ""
    made = await db.write(shortlists.save, actor, place, form.wish, form.mentors, typed, now=now)
    await show(message, screens.shortlist(t, made).under(t("registries-list-saved")))


@router.callback_query(ShortlistOpened.filter())
async def show_list(
    query: CallbackQuery, callback_data: ShortlistOpened, actor: Actor, db: Db, t: Translator, clock: Clock
) -> None:
    one = await db.write(shortlists.see, actor, callback_data.shortlist_id, now=clock.now())
    await show(query, screens.shortlist(t, one))


@router.callback_query(RemovalAsked.filter())
async def ask_removal(
    query: CallbackQuery, callback_data: RemovalAsked, actor: Actor, db: Db, t: Translator, clock: Clock
) -> None:
    one = await db.write(shortlists.see, actor, callback_data.shortlist_id, now=clock.now())
    await show(query, screens.ask_removal(t, one))


@router.callback_query(ShortlistRemoved.filter())
async def remove(
    query: CallbackQuery, callback_data: ShortlistRemoved, actor: Actor, db: Db, t: Translator, clock: Clock
) -> None:
    number = await db.write(shortlists.remove, actor, callback_data.shortlist_id, now=clock.now())
    place = await db.read(exporting.place, actor, number)
    found = await db.read(shortlists.lists, actor, number)
    await show(query, screens.lists(t, place, found).under(t("registries-list-removed")))


def _options(content: Content, form: Form, question: str) -> list[Option]:
    """What mentors answer to this question: pupils something else than teachers."""
    key = "mentor-pupil" if form.wish.partition == Partition.PUPIL else "mentor"
    found = content.questionnaire(key).question(question)
    return content.options(found) if found else []


def _keys(options: list[Option]) -> list[str]:
    return [one.key for one in options]


def _require_offered(key: str, keys: Sequence[str]) -> None:
    """Raises NoLongerCurrent for what no button offered. An empty key is «any»."""
    if key and key not in keys:
        raise NoLongerCurrent
