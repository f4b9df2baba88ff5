"""Forms of this subject: a colleague without Telegram, their profile, a conclusion. One question a screen.

Every step is kept before the next is shown; a button of another form is no longer current.
"""

from __future__ import annotations

from contextlib import suppress
from dataclasses import replace
from datetime import date

from aiogram import Router
from aiogram.exceptions import TelegramBadRequest
from aiogram.filters import StateFilter
from aiogram.fsm.context import FSMContext
from aiogram.types import CallbackQuery, Message

from handlers.common.filters import NotCommand, TextMessage
from handlers.common.screen import Screen, show
from handlers.common.translator import Translator
from handlers.people import form as forms
from handlers.people import form_screens
from handlers.people.callbacks import (
    ConclusionStarted,
    EntryStarted,
    FormCancelled,
    OptionChosen,
    ProfileStarted,
    StepBack,
    StepDone,
)
from handlers.people.form import (
    CONCLUSION_STEPS,
    ENTRY_STEPS,
    PROFILE_STEPS,
    TICKED,
    Form,
    Purpose,
    Step,
)
from handlers.people.states import PeopleForm
from models import ConsentKind, Role
from services import access, colleagues, conclusions, people
from services.access import Actor
from services.clock import Clock
from services.colleagues import ENTERING, NewPerson
from services.conclusions import NewConclusion
from services.content import Content
from services.db import Db
from services.errors import NoLongerCurrent, NotAllowed, NothingChosen
from services.full_names import split_name
from services.local_time import today_in
from services.text_limits import clean
from services.typed_dates import read_day
from services.typed_text import checked_line

router = Router(name="people.form")

OTHER_LIMIT = 200


@router.callback_query(EntryStarted.filter())
async def start_entry(
    query: CallbackQuery,
    callback_data: EntryStarted,
    actor: Actor,
    db: Db,
    t: Translator,
    content: Content,
    state: FSMContext,
) -> None:
    schools = await db.read(people.schools_of, actor)
    if not schools:
        raise NotAllowed
    if not callback_data.organization_id and len(schools) > 1:
        await show(query, form_screens.schools(t, schools))
        return
    number = callback_data.organization_id or schools[0][0]
    access.require_role(actor, number, *ENTERING)
    await _go(query, Form.new(Purpose.ENTRY, number, *ENTRY_STEPS), t, content, state)


@router.callback_query(ProfileStarted.filter())
async def start_profile(
    query: CallbackQuery,
    callback_data: ProfileStarted,
    actor: Actor,
    db: Db,
    t: Translator,
    content: Content,
    state: FSMContext,
) -> None:
    number = callback_data.membership_id
    role = await db.read(colleagues.role_to_fill, actor, number)
    await _go(query, Form.new(Purpose.PROFILE, number, *PROFILE_STEPS[role]), t, content, state)


@router.callback_query(ConclusionStarted.filter())
async def start_conclusion(
    query: CallbackQuery,
    callback_data: ConclusionStarted,
    actor: Actor,
    db: Db,
    t: Translator,
    content: Content,
    state: FSMContext,
) -> None:
    number = callback_data.membership_id
    await db.read(conclusions.about, actor, number)
    await _go(query, Form.new(Purpose.CONCLUSION, number, *CONCLUSION_STEPS), t, content, state)


@router.callback_query(OptionChosen.filter())
async def choose(
    query: CallbackQuery, callback_data: OptionChosen, t: Translator, content: Content, state: FSMContext
) -> None:
    form, key = await forms.require(state, callback_data.form), callback_data.key
    if key not in form_screens.options(content, form.at):
        raise NoLongerCurrent
    chosen = form.toggled(key) if form.at in TICKED else form.answered(key)
    await _go(query, chosen, t, content, state)


@router.callback_query(StepBack.filter())
async def step_back(
    query: CallbackQuery, callback_data: StepBack, t: Translator, content: Content, state: FSMContext
) -> None:
    form = await forms.require(state, callback_data.form)
    await _go(query, form.back(), t, content, state)


@router.callback_query(FormCancelled.filter())
async def cancel(
    query: CallbackQuery, callback_data: FormCancelled, t: Translator, state: FSMContext
) -> None:
    form = await forms.require(state, callback_data.form)
    await state.clear()
    await show(query, form_screens.cancelled(t, form))


@router.callback_query(StepDone.filter())
async def done(
    query: CallbackQuery,
    callback_data: StepDone,
    actor: Actor,
    db: Db,
    t: Translator,
    content: Content,
    clock: Clock,
    state: FSMContext,
) -> None:
    """Ticking is done, or the summary is right."""
    form = await forms.require(state, callback_data.form)
    if form.at in TICKED:
        if not form.ticked() and not form.answers.get(f"{form.step}_other"):
            raise NothingChosen
        await _go(query, form.advanced(), t, content, state)
        return
    if form.at != Step.SUMMARY:
        raise NoLongerCurrent
    # The form is emptied and the rows are stored in one transaction.
    await state.clear()
    membership_id = await _save(form, actor, db, content, clock)
    await show(query, form_screens.saved(t, form, membership_id))


async def _save(form: Form, actor: Actor, db: Db, content: Content, clock: Clock) -> int:
    now = clock.now()
    if form.purpose == Purpose.ENTRY:
        text = content.consent(ConsentKind.PERSONAL_DATA.value)
        return await db.write(people.enter, actor, form.target, _new_person(form), text, now=now)
    if form.purpose == Purpose.PROFILE:
        return await db.write(colleagues.fill_profile, actor, form.target, _profile(form), now=now)
    new = NewConclusion(
        source=str(form.answer(Step.SOURCE)),
        ground=str(form.answer(Step.GROUND)),
        text=str(form.answer(Step.TEXT)),
        is_sensitive=form.answer(Step.SENSITIVE) == form_screens.YES,
    )
    await db.write(conclusions.add, actor, form.target, new, now=now)
    return form.target


def _new_person(form: Form) -> NewPerson:
    last, first, patronymic = form.answer(Step.NAME)
    return NewPerson(
        role=Role(str(form.answer(Step.ROLE))),
        last=last,
        first=first,
        patronymic=patronymic,
        consent_number=str(form.answer(Step.NUMBER)),
        consent_dated_on=date.fromisoformat(str(form.answer(Step.DATE))),
    )


def _profile(form: Form) -> dict[str, object]:
    """The answers as an approved application would have them."""
    kept = {key: value for key, value in form.answers.items() if value not in (None, "", [])}
    if Step.CAPACITY.value in kept:
        kept[Step.CAPACITY.value] = int(kept[Step.CAPACITY.value])
    return kept


@router.message(StateFilter(PeopleForm.filling), TextMessage())
async def type_answer(
    message: Message,
    actor: Actor,
    db: Db,
    t: Translator,
    content: Content,
    clock: Clock,
    state: FSMContext,
) -> None:
    form = await forms.require(state)
    answered = await _typed(form, message.text or "", actor, db, clock)
    if answered is None:
        await show(message, form_screens.question(t, form, content).under(t("people-form-hint-buttons")))
        return
    await _go(message, answered, t, content, state)
    if form.at == Step.TEXT and form.answer(Step.SENSITIVE) == form_screens.YES:
        # What is sensitive does not stay in the chat.
        await _delete(message)


async def _typed(form: Form, text: str, actor: Actor, db: Db, clock: Clock) -> Form | None:
    """The form with the typed answer, or None where only buttons answer. Raises what is wrong with it."""
    match form.at:
        case Step.NAME:
            return form.answered(await _name(form, text, db))
        case Step.NUMBER:
            return form.answered(colleagues.checked_number(text))
        case Step.DATE:
            return form.answered(_day(text, actor, clock).isoformat())
        case Step.SUBJECT:
            return form.answered(_line(text))
        case Step.DIFFICULTIES | Step.STRENGTHS:
            return replace(form, answers={**form.answers, f"{form.step}_other": _line(text)})
        case Step.TEXT:
            return form.answered(conclusions.checked_text(text))
    return None


async def _name(form: Form, text: str, db: Db) -> list[str]:
    name = colleagues.checked_name(*split_name(clean(text)))
    await db.read(colleagues.refuse_known, form.target, name)
    return list(name)


def _day(text: str, actor: Actor, clock: Clock) -> date:
    today = today_in(actor.timezone, clock.now())
    day = read_day(text, today)
    colleagues.check_date(day, today)
    return day


def _line(text: str) -> str:
    """One's own words beside the list, on one line. Raises AnswerEmpty, AnswerTooLong."""
    return checked_line(text, OTHER_LIMIT)


@router.message(StateFilter(PeopleForm.filling), NotCommand())
async def refuse_file(message: Message, t: Translator, state: FSMContext) -> None:
    """Copies of documents have no place here: whatever was sent is taken out of the chat, too."""
    form = await forms.load(state)
    is_conclusion = form is not None and form.purpose == Purpose.CONCLUSION
    await show(message, Screen(t("people-form-no-files" if is_conclusion else "hint-text-expected")))
    if is_conclusion:
        await _delete(message)


async def _delete(message: Message) -> None:
    # Too old, or gone already: then there is nothing more to do.
    with suppress(TelegramBadRequest):
        await message.delete()


async def _go(
    event: Message | CallbackQuery, form: Form, t: Translator, content: Content, state: FSMContext
) -> None:
    """Keep the form and show the step it stands at."""
    screen = form_screens.question(t, form, content)
    await forms.keep(state, form)
    await show(event, screen)
