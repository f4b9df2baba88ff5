"""Handlers of pupils' places (curators) and of a parent's children: which use case an act calls."""

from __future__ import annotations

from datetime import date

from aiogram import Bot, Router
from aiogram.filters import StateFilter
from aiogram.fsm.context import FSMContext
from aiogram.types import CallbackQuery, Message
from aiogram.utils.deep_linking import create_start_link

from handlers.applications import screens as application_screens
from handlers.applications.states import Applying
from handlers.common.callbacks import ChildOpened, FamilyOpened
from handlers.common.filters import NotCommand, TextMessage
from handlers.common.screen import Screen, show, show_new
from handlers.common.translator import Translator
from handlers.family import screens
from handlers.family.callbacks import (
    BirthdayConfirmed,
    ChildApplicationBegun,
    ChildDataDownloaded,
    ChildDataOpened,
    ChildLinkShown,
    ChildWithdrawalAsked,
    ChildWithdrawalConfirmed,
    ChildWithdrawalExplained,
    DetailsBegun,
    MajorityAnswered,
    OwnPaperBegun,
    PaperConfirmed,
    PaperConsentBegun,
    PaperWithdrawalAsked,
    ParentalAnswered,
    ParentalAsked,
    ParentInvitationAsked,
    ParentInvited,
    ParentLinkShown,
    PupilLinkShown,
    PupilOpened,
    PupilsOpened,
    ReceivedToday,
    RelationChosen,
)
from handlers.family.states import ChildForm, ParentPaperForm, ReceiptForm
from services import erasure, families, minors, personal_data, rights_requests
from services.access import Actor
from services.clock import Clock
from services.content import Content
from services.db import Db
from services.errors import NoLongerCurrent
from services.families import PaperConsent, PlaceState
from services.full_names import read_name
from services.local_time import today_in
from services.typed_dates import read_day

router = Router(name="family")
OWN_FORMS = ("ChildForm:", "ParentPaperForm:", "ReceiptForm:")


async def _leave_form(state: FSMContext) -> None:
    """A form of ours ends when the person goes elsewhere; those of other subjects are not ours to end."""
    if (await state.get_state() or "").startswith(OWN_FORMS):
        await state.clear()


# ---- the curator's side


@router.callback_query(PupilsOpened.filter())
async def show_pupils(
    query: CallbackQuery,
    callback_data: PupilsOpened,
    actor: Actor,
    db: Db,
    t: Translator,
    clock: Clock,
    state: FSMContext,
) -> None:
    await _leave_form(state)
    found, pages = await db.write(families.pupils, actor, callback_data.page, now=clock.now())
    await show(query, screens.pupils(t, found, min(callback_data.page, pages - 1), pages))


@router.callback_query(PupilOpened.filter())
async def show_pupil(
    query: CallbackQuery,
    callback_data: PupilOpened,
    actor: Actor,
    db: Db,
    t: Translator,
    clock: Clock,
    state: FSMContext,
) -> None:
    await _leave_form(state)
    one = await db.write(families.pupil, actor, callback_data.membership_id, now=clock.now())
    await show(query, screens.pupil(t, one))


@router.callback_query(ParentInvitationAsked.filter())
async def choose_role(query: CallbackQuery, actor: Actor, db: Db, t: Translator) -> None:
    places = {
        one.organization_id: one.organization_name for one in actor.visible if one.role in minors.CARING_ROLES
    }
    newest = await db.read(minors.newest_place, actor)
    await show(query, screens.choose_role(t, list(places.items()), newest))


@router.callback_query(ParentInvited.filter())
async def invite_parent(
    query: CallbackQuery,
    callback_data: ParentInvited,
    actor: Actor,
    db: Db,
    t: Translator,
    clock: Clock,
    bot: Bot,
) -> None:
    place, role, after = callback_data.organization_id, callback_data.role, callback_data.after
    link = await db.write(minors.invite_parent, actor, place, role, after=after, now=clock.now())
    url = await create_start_link(bot, link.code)
    back = screens.back_to_pupil(t, link.membership_id)
    await show(query, screens.parent_link(t, link, url, actor.timezone, back))


@router.callback_query(ParentLinkShown.filter())
async def show_parent_link(
    query: CallbackQuery,
    callback_data: ParentLinkShown,
    actor: Actor,
    db: Db,
    t: Translator,
    clock: Clock,
    bot: Bot,
) -> None:
    number = callback_data.membership_id
    link = await db.write(minors.link_for_parent, actor, number, now=clock.now())
    url = await create_start_link(bot, link.code)
    children = await db.read(families.children, actor, now=clock.now())
    own = next((one for one in children if one.membership_id == number), None)
    back = screens.back_to_child(t, own.child_id) if own else screens.back_to_pupil(t, number)
    await show(query, screens.parent_link(t, link, url, actor.timezone, back))


@router.callback_query(PupilLinkShown.filter())
async def show_pupil_link(
    query: CallbackQuery,
    callback_data: PupilLinkShown,
    actor: Actor,
    db: Db,
    t: Translator,
    clock: Clock,
    bot: Bot,
) -> None:
    number = callback_data.membership_id
    one, code = await db.write(families.link_of_pupil, actor, number, now=clock.now())
    await show(query, screens.pupil_link(t, one, await create_start_link(bot, code)))


@router.callback_query(PaperConsentBegun.filter())
async def begin_paper(
    query: CallbackQuery,
    callback_data: PaperConsentBegun,
    actor: Actor,
    db: Db,
    t: Translator,
    clock: Clock,
    state: FSMContext,
) -> None:
    number = callback_data.membership_id
    one = await db.read(families.place_to_enter, actor, number, now=clock.now())
    await state.set_state(ParentPaperForm.number)
    await state.set_data({"membership_id": number})
    await show(query, screens.ask_paper_number(t, one.name, number))


@router.callback_query(OwnPaperBegun.filter())
async def begin_own_paper(
    query: CallbackQuery,
    callback_data: OwnPaperBegun,
    actor: Actor,
    db: Db,
    t: Translator,
    state: FSMContext,
) -> None:
    number = callback_data.consent_id
    name, membership_id = await db.read(families.grown_up, actor, number)
    await state.set_state(ParentPaperForm.number)
    await state.set_data({"membership_id": membership_id, "consent_id": number})
    await show(query, screens.ask_paper_number(t, name, membership_id))


@router.message(StateFilter(ParentPaperForm.number), TextMessage())
async def type_paper_number(message: Message, t: Translator, state: FSMContext) -> None:
    data = await state.update_data(number=families.checked_number(message.text or ""))
    await state.set_state(ParentPaperForm.dated_on)
    await show(message, screens.ask_paper_day(t, int(data.get("membership_id", 0))))


@router.message(StateFilter(ParentPaperForm.dated_on), TextMessage())
async def type_paper_day(
    message: Message,
    actor: Actor,
    db: Db,
    t: Translator,
    content: Content,
    clock: Clock,
    state: FSMContext,
) -> None:
    today = today_in(actor.timezone, clock.now())
    day = read_day(message.text or "", today)
    families.check_paper_day(day, today)
    typed = await state.get_data()
    if "consent_id" in typed:
        await state.clear()
        consent_id, number = int(typed["consent_id"]), str(typed.get("number", ""))
        one = await db.write(
            families.record_own_paper, actor, consent_id, number, day, content, now=clock.now()
        )
        await show(message, screens.paper_recorded(t, one))
        return
    data = await state.update_data(dated_on=day.isoformat())
    await state.set_state(ParentPaperForm.name)
    await show(message, screens.ask_name(t, screens.back_to_pupil(t, int(data.get("membership_id", 0)))))


@router.message(StateFilter(ParentPaperForm.name), TextMessage())
async def type_paper_name(message: Message, t: Translator, state: FSMContext) -> None:
    data = await state.update_data(name=_name(message.text or ""))
    await state.set_state(ParentPaperForm.birthday)
    await show(message, screens.ask_birthday(t, screens.back_to_pupil(t, int(data.get("membership_id", 0)))))


@router.message(StateFilter(ParentPaperForm.birthday), TextMessage())
async def type_paper_birthday(
    message: Message, actor: Actor, t: Translator, clock: Clock, state: FSMContext
) -> None:
    await _confirm(message, actor, t, clock, state)
    await state.set_state(ParentPaperForm.confirm)


@router.callback_query(PaperConfirmed.filter())
async def record_paper(
    query: CallbackQuery,
    actor: Actor,
    db: Db,
    t: Translator,
    content: Content,
    clock: Clock,
    state: FSMContext,
) -> None:
    data = await _confirmed(state, ParentPaperForm.confirm.state)
    paper = PaperConsent(
        str(data.get("number", "")),
        date.fromisoformat(str(data.get("dated_on", ""))),
        str(data.get("name", "")),
        date.fromisoformat(str(data.get("born_on", ""))),
    )
    number = int(str(data.get("membership_id", 0)))
    one = await db.write(families.record_paper, actor, number, paper, content, now=clock.now())
    await show(query, screens.paper_recorded(t, one))


@router.callback_query(PaperWithdrawalAsked.filter())
async def ask_receipt(
    query: CallbackQuery,
    callback_data: PaperWithdrawalAsked,
    actor: Actor,
    db: Db,
    t: Translator,
    clock: Clock,
    state: FSMContext,
) -> None:
    number = callback_data.membership_id
    preview = await db.read(erasure.preview_on_paper, actor, number, now=clock.now())
    await state.set_state(ReceiptForm.received_on)
    await state.set_data({"membership_id": number})
    await show(query, screens.paper_withdrawal(t, preview))


@router.callback_query(ReceivedToday.filter())
async def received_today(
    query: CallbackQuery, actor: Actor, db: Db, t: Translator, clock: Clock, state: FSMContext
) -> None:
    if await state.get_state() != ReceiptForm.received_on.state:
        raise NoLongerCurrent
    await _withdraw_on_paper(query, actor, db, t, clock, state, today_in(actor.timezone, clock.now()))


@router.message(StateFilter(ReceiptForm.received_on), TextMessage())
async def type_receipt(
    message: Message, actor: Actor, db: Db, t: Translator, clock: Clock, state: FSMContext
) -> None:
    day = read_day(message.text or "", today_in(actor.timezone, clock.now()))
    await _withdraw_on_paper(message, actor, db, t, clock, state, day)


async def _withdraw_on_paper(
    event: Message | CallbackQuery,
    actor: Actor,
    db: Db,
    t: Translator,
    clock: Clock,
    state: FSMContext,
    day: date,
) -> None:
    number = int((await state.get_data()).get("membership_id", 0))
    await state.clear()
    withdrawal = await db.write(erasure.withdraw_on_paper, actor, number, day, now=clock.now())
    await show(event, screens.paper_withdrawn(t, withdrawal))


# ---- the parent's side


@router.callback_query(FamilyOpened.filter())
async def show_family(
    query: CallbackQuery,
    actor: Actor,
    db: Db,
    t: Translator,
    content: Content,
    clock: Clock,
    state: FSMContext,
) -> None:
    await _leave_form(state)
    found = await db.read(families.children, actor, now=clock.now())
    only = found[0] if len(found) == 1 else None
    await show(query, screens.child(t, content, only) if only else screens.family(t, found))


@router.callback_query(ChildOpened.filter())
async def show_child(
    query: CallbackQuery,
    callback_data: ChildOpened,
    actor: Actor,
    db: Db,
    t: Translator,
    content: Content,
    clock: Clock,
    state: FSMContext,
) -> None:
    await _leave_form(state)
    one = await db.read(families.child, actor, callback_data.child_id, now=clock.now())
    await show(query, screens.child(t, content, one))


@router.callback_query(RelationChosen.filter())
async def choose_relation(
    query: CallbackQuery,
    callback_data: RelationChosen,
    actor: Actor,
    db: Db,
    t: Translator,
    content: Content,
    clock: Clock,
) -> None:
    number, relation = callback_data.child_id, callback_data.relation
    one = await db.write(families.choose_relation, actor, number, relation, content, now=clock.now())
    await show(query, screens.child(t, content, one))


@router.callback_query(ParentalAsked.filter())
async def ask_parental(
    query: CallbackQuery,
    callback_data: ParentalAsked,
    actor: Actor,
    db: Db,
    t: Translator,
    content: Content,
    clock: Clock,
) -> None:
    number = callback_data.child_id
    asked = await db.write(families.ask_parental, actor, number, content, t.language, now=clock.now())
    await show(query, screens.consent(t, content, asked))


@router.callback_query(ParentalAnswered.filter())
async def answer_parental(
    query: CallbackQuery,
    callback_data: ParentalAnswered,
    actor: Actor,
    db: Db,
    t: Translator,
    content: Content,
    clock: Clock,
) -> None:
    number, agrees = callback_data.consent_id, callback_data.agrees
    one = await db.write(
        families.answer_parental, actor, number, agrees, content, t.language, now=clock.now()
    )
    if not agrees:
        await show(query, screens.refused(t, one))
        return
    # The document stays in the chat as the parent read it.
    await show_new(query, screens.child(t, content, one))


@router.callback_query(DetailsBegun.filter())
async def begin_details(
    query: CallbackQuery,
    callback_data: DetailsBegun,
    actor: Actor,
    db: Db,
    t: Translator,
    clock: Clock,
    state: FSMContext,
) -> None:
    number = callback_data.child_id
    one = await db.read(families.child, actor, number, now=clock.now())
    if one.state is not PlaceState.DETAILS:
        raise NoLongerCurrent
    await state.set_state(ChildForm.name)
    await state.set_data({"child_id": number})
    await show(query, screens.ask_name(t, screens.back_to_child(t, number)))


@router.message(StateFilter(ChildForm.name), TextMessage())
async def type_name(message: Message, t: Translator, state: FSMContext) -> None:
    data = await state.update_data(name=_name(message.text or ""))
    await state.set_state(ChildForm.birthday)
    back = screens.back_to_child(t, int(data.get("child_id", 0)))
    await show(message, screens.ask_birthday(t, back))


def _name(typed: str) -> str:
    """The name as it will be stored; a wrong one is asked for again at once."""
    return " ".join(part for part in read_name(typed) if part)


@router.message(StateFilter(ChildForm.birthday), TextMessage())
async def type_birthday(
    message: Message, actor: Actor, t: Translator, clock: Clock, state: FSMContext
) -> None:
    await _confirm(message, actor, t, clock, state)
    await state.set_state(ChildForm.confirm)


async def _confirm(message: Message, actor: Actor, t: Translator, clock: Clock, state: FSMContext) -> None:
    born_on = families.read_day(message.text or "")
    age = families.check_birthday(born_on, today_in(actor.timezone, clock.now()))
    data = await state.update_data(born_on=born_on.isoformat())
    await show(message, screens.confirm(t, str(data.get("name", "")), born_on, age, data))


async def _confirmed(state: FSMContext, expected: str | None) -> dict[str, object]:
    """What was typed, when the confirmation belongs to it; the form is over."""
    if await state.get_state() != expected:
        raise NoLongerCurrent
    data = await state.get_data()
    await state.clear()
    return data


@router.callback_query(BirthdayConfirmed.filter())
async def enter_child(
    query: CallbackQuery,
    actor: Actor,
    db: Db,
    t: Translator,
    content: Content,
    clock: Clock,
    state: FSMContext,
) -> None:
    data = await _confirmed(state, ChildForm.confirm.state)
    number, name = int(str(data.get("child_id", 0))), str(data.get("name", ""))
    born_on = date.fromisoformat(str(data.get("born_on", "")))
    one = await db.write(families.enter_child, actor, number, name, born_on, now=clock.now())
    await show(query, screens.child(t, content, one))


@router.callback_query(ChildApplicationBegun.filter())
async def fill_in(
    query: CallbackQuery,
    callback_data: ChildApplicationBegun,
    actor: Actor,
    db: Db,
    t: Translator,
    content: Content,
    clock: Clock,
    state: FSMContext,
) -> None:
    await state.set_state(Applying.answering)
    await state.set_data({})
    view = await db.write(families.begin_application, actor, callback_data.child_id, content, now=clock.now())
    await show(query, application_screens.application(t, content, view))


@router.callback_query(ChildLinkShown.filter())
async def show_child_link(
    query: CallbackQuery,
    callback_data: ChildLinkShown,
    actor: Actor,
    db: Db,
    t: Translator,
    clock: Clock,
    bot: Bot,
) -> None:
    one, code = await db.write(families.own_link, actor, callback_data.child_id, now=clock.now())
    await show(query, screens.child_link(t, one, await create_start_link(bot, code)))


@router.callback_query(ChildDataOpened.filter())
async def show_child_data(
    query: CallbackQuery,
    callback_data: ChildDataOpened,
    actor: Actor,
    db: Db,
    t: Translator,
    clock: Clock,
    state: FSMContext,
) -> None:
    await _leave_form(state)
    number = callback_data.child_id
    one = await db.read(families.child, actor, number, now=clock.now())
    data = await db.read(personal_data.child_data, actor, number, now=clock.now())
    await show(query, screens.child_data(t, data, one, actor.timezone))


@router.callback_query(ChildDataDownloaded.filter())
async def download_child_data(
    query: CallbackQuery,
    callback_data: ChildDataDownloaded,
    actor: Actor,
    db: Db,
    t: Translator,
    clock: Clock,
) -> None:
    number = callback_data.child_id
    data = await db.read(personal_data.child_data, actor, number, now=clock.now())
    await db.write(rights_requests.record_access, actor, child_id=number, now=clock.now())
    await show_new(query, screens.child_file(t, data, actor.timezone))


@router.callback_query(ChildWithdrawalExplained.filter())
async def explain_withdrawal(
    query: CallbackQuery,
    callback_data: ChildWithdrawalExplained,
    actor: Actor,
    db: Db,
    t: Translator,
    clock: Clock,
) -> None:
    number = callback_data.child_id
    one = await db.read(families.child, actor, number, now=clock.now())
    preview = await db.read(erasure.preview_child, actor, number, now=clock.now())
    await show(query, screens.explanation(t, one, preview))


@router.callback_query(ChildWithdrawalAsked.filter())
async def ask_again(query: CallbackQuery, callback_data: ChildWithdrawalAsked, t: Translator) -> None:
    await show(query, screens.sure(t, callback_data.consent_id))


@router.callback_query(ChildWithdrawalConfirmed.filter())
async def withdraw_child(
    query: CallbackQuery,
    callback_data: ChildWithdrawalConfirmed,
    actor: Actor,
    db: Db,
    t: Translator,
    clock: Clock,
    state: FSMContext,
) -> None:
    await state.clear()
    withdrawal = await db.write(erasure.withdraw_child, actor, callback_data.consent_id, now=clock.now())
    await show(query, screens.withdrawn(t, withdrawal))


@router.callback_query(MajorityAnswered.filter())
async def answer_majority(
    query: CallbackQuery,
    callback_data: MajorityAnswered,
    actor: Actor,
    db: Db,
    t: Translator,
    content: Content,
    clock: Clock,
) -> None:
    number = callback_data.consent_id
    agreed = await db.write(
        minors.answer_majority, actor, number, callback_data.agrees, content, now=clock.now()
    )
    await show_new(query, screens.majority_answered(t, agreed=agreed, consent_id=number))


@router.message(StateFilter(ChildForm, ParentPaperForm, ReceiptForm), NotCommand())
async def expect_text(message: Message, t: Translator) -> None:
    await show(message, Screen(t("hint-text-expected")))
