"""The questions about a plan that are answered by typing or by a tap, each a function of the form so far."""

from __future__ import annotations

from datetime import date

from aiogram.types import InlineKeyboardButton

from handlers.common.keyboards import button, inline, pager
from handlers.common.screen import Screen
from handlers.common.translator import Translator
from handlers.plans import screens, words
from handlers.plans.callbacks import (
    FormAct,
    FormActed,
    MeantAct,
    MeantActed,
    MeantPaged,
    MeantTicked,
    SchoolYearChosen,
)
from handlers.plans.files import LIMIT_MEGABYTES
from handlers.plans.form import Form, Step
from handlers.plans.words import ACTIVITY_LISTED, DOUBTS_SHOWN, TEXT_SHOWN, TITLE_SHOWN
from models import Role
from services import plan_desk, plan_drafts, plan_items, plan_templates, responsibles
from services.access import Actor
from services.clock import Clock
from services.db import Db
from services.deadlines import Doubt, Reading
from services.errors import NoLongerCurrent
from services.plan_desk import PlanHead
from services.plan_items import Field
from services.responsibles import Candidate

Buttons = list[InlineKeyboardButton]
MEANT_PAGE, VALUE_SHOWN = 7, 2000


async def screen(form: Form, actor: Actor, db: Db, t: Translator, clock: Clock) -> Screen:
    """The question that the form stands at."""
    match Step(form.step):
        case Step.UPLOAD:
            return ask_file(t, form)
        case Step.SCHOOL_YEAR:
            years = await db.read(plan_templates.years, actor, form.organization_id, now=clock.now())
            return ask_year(t, form, years)
        case Step.PHRASE | Step.FIELD:
            return await _about_row(form, actor, db, t, clock)
        case Step.ORDER_NUMBER | Step.ORDER_DATE | Step.ORDER:
            head = await db.read(plan_drafts.check_may_approve, actor, form.roadmap_id, now=clock.now())
            return _about_order(t, form, head)
        case Step.REASON:
            return Screen(t("plans-ask-reason"), inline(screens.back_to_plan(t, form.roadmap_id)))
        case Step.MEANING:
            return await _about_words(form, actor, db, t)
        case Step.NEW_ACTIVITY | Step.NEW_DEADLINE | Step.NEW_RESPONSIBLE:
            return await _about_new(form, actor, db, t, clock)


def _button(t_text: str, form: Form, act: FormAct) -> InlineKeyboardButton:
    return button(t_text, FormActed(form=form.id, act=act))


# ---- a file


def ask_file(t: Translator, form: Form) -> Screen:
    """Which files, how large, and what must not be in them."""
    text = t("plans-ask-file", limit=LIMIT_MEGABYTES)
    return Screen(text, inline(screens.back_to_desk(t, form.organization_id)))


def ask_year(t: Translator, form: Form, years: tuple[int, int]) -> Screen:
    chosen = [
        [
            button(
                t.plain("plans-school-year", year=f"{year}-{year + 1}"),
                SchoolYearChosen(form=form.id, year=year),
            )
        ]
        for year in years
    ]
    text = t("plans-ask-year", name=t.cut(form.file_name, TITLE_SHOWN))
    return Screen(text, inline(*chosen, screens.back_to_desk(t, form.organization_id)))


# ---- a row


async def _about_row(form: Form, actor: Actor, db: Db, t: Translator, clock: Clock) -> Screen:
    if form.step == Step.PHRASE and form.text:
        said = await db.read(plan_items.read_phrase, actor, form.roadmap_id, form.text, now=clock.now())
        return confirm_phrase(t, form, *said)
    shown = await db.read(plan_desk.card, actor, form.item_id, now=clock.now())
    row = shown.row
    activity = t.cut(words.numbered(row.number, row.activity), ACTIVITY_LISTED)
    back = inline(screens.back_to_item(t, row.id))
    if form.step == Step.PHRASE:
        return Screen(t("plans-ask-phrase", activity=activity, phrase=row.phrase or "—"), back)
    field = Field(form.field)
    name = t.plain(screens.FIELD_KEYS[field])
    now = t.cut(screens.value_of(row, field), VALUE_SHOWN) or "—"
    return Screen(t("plans-ask-field", activity=activity, name=name, value=now), back)


def confirm_phrase(
    t: Translator, form: Form, phrase: str, reading: Reading, doubts: tuple[Doubt, ...]
) -> Screen:
    """The typed deadline as it is understood, before it is stored."""
    lines = [t("plans-phrase-read", phrase=phrase, reading=_cut_reading(t, reading))]
    lines += _doubts(t, doubts)
    lines.append(t("plans-phrase-confirm"))
    save = _button(t.plain("plans-save"), form, FormAct.CONFIRM)
    return Screen("\n\n".join(lines), inline([save], screens.back_to_item(t, form.item_id)))


def _cut_reading(t: Translator, reading: Reading) -> str:
    return t.cut(words.reading_words(t, reading), TEXT_SHOWN * 2)


def _doubts(t: Translator, doubts: tuple[Doubt, ...]) -> list[str]:
    told = words.doubts_words(t, doubts)[:DOUBTS_SHOWN]
    return [t("plans-card-doubt", doubt=t.cut(one, TEXT_SHOWN)) for one in told]


async def _about_new(form: Form, actor: Actor, db: Db, t: Translator, clock: Clock) -> Screen:
    back = screens.back_to_plan(t, form.roadmap_id)
    if form.step == Step.NEW_ACTIVITY:
        return Screen(t("plans-ask-activity"), inline(back))
    activity = t.cut(form.text, ACTIVITY_LISTED)
    if form.step == Step.NEW_DEADLINE:
        return Screen(t("plans-ask-deadline", activity=activity), inline(back))
    said = await db.read(plan_items.read_phrase, actor, form.roadmap_id, form.phrase, now=clock.now())
    phrase, reading, doubts = said
    lines = [
        t("plans-phrase-read", phrase=phrase, reading=_cut_reading(t, reading)),
        *_doubts(t, doubts),
        t("plans-ask-responsible", activity=activity),
    ]
    skip = _button(t.plain("button-skip"), form, FormAct.SKIP)
    again = _button(t.plain("plans-another-deadline"), form, FormAct.AGAIN)
    return Screen("\n\n".join(lines), inline([skip, again], back))


# ---- the order


def _about_order(t: Translator, form: Form, head: PlanHead) -> Screen:
    back = screens.back_to_plan(t, head.id)
    if form.step == Step.ORDER_NUMBER:
        return _ask_number(t, form, head, back)
    if form.step == Step.ORDER_DATE:
        days = [
            _button(t.plain("plans-today"), form, FormAct.TODAY),
            _button(t.plain("plans-yesterday"), form, FormAct.YESTERDAY),
        ]
        return Screen(t("plans-ask-order-date", order=_number(t, form.text)), inline(days, back))
    day = date.fromisoformat(form.day)
    text = t(
        "plans-confirm-order",
        title=t.cut(head.title, TITLE_SHOWN),
        order=_number(t, form.text),
        day=t.plain("plans-day-in-year", day=t.date(day), year=str(day.year)),
    )
    acts = [
        _button(t.plain("plans-approve"), form, FormAct.CONFIRM),
        _button(t.plain("plans-other-order"), form, FormAct.AGAIN),
    ]
    return Screen(text, inline(acts, back))


def _number(t: Translator, number: str) -> str:
    return t.plain("plans-order-number", number=number) if number else t.plain("plans-order-no-number")


def _ask_number(t: Translator, form: Form, head: PlanHead, back: Buttons) -> Screen:
    lines = [t("plans-ask-order", title=t.cut(head.title, TITLE_SHOWN))]
    if head.doubtful or head.undated or head.unknown:
        counts = {"doubtful": head.doubtful, "undated": head.undated, "unknown": len(head.unknown)}
        lines.append(t("plans-still-open", **counts))
    written = []
    if head.order_number and head.order_date:
        text = t.plain("plans-order-as-written", order=words.order_words(t, head))
        written = [_button(text, form, FormAct.CONFIRM)]
    without = [_button(t.plain("plans-without-number"), form, FormAct.SKIP)]
    return Screen("\n\n".join(lines), inline(written, without, back))


# ---- whom words mean


async def _about_words(form: Form, actor: Actor, db: Db, t: Translator) -> Screen:
    organization_id, unknown = await db.read(plan_desk.unknown_words, actor, form.roadmap_id)
    if form.phrase not in unknown:
        raise NoLongerCurrent
    found = await db.read(responsibles.candidates, actor, organization_id)
    return ask_meaning(t, form, found, len(unknown))


def ask_meaning(t: Translator, form: Form, found: tuple[Candidate, ...], left: int) -> Screen:
    """Whom do they call so here? Roles first, then people, ticked; or nobody."""
    roles = [role for role in Role if any(role in one.roles for one in found)]
    entries = [
        *((role.value, t.plain(f"plans-all-{role.value}")) for role in roles),
        *((str(one.person_id), screens.candidate_words(t, one, ticked=False)) for one in found),
    ]
    pages = max(1, -(-len(entries) // MEANT_PAGE))
    page = min(max(form.page, 0), pages - 1)
    ticks = [
        [button(("✅ " if who in form.who else "") + text, MeantTicked(form=form.id, who=who))]
        for who, text in entries[page * MEANT_PAGE : (page + 1) * MEANT_PAGE]
    ]
    turn = pager(t, page, pages, lambda number: MeantPaged(form=form.id, page=number))
    acts = [
        [button(t.plain("plans-meaning-save"), MeantActed(form=form.id, act=MeantAct.SAVE))],
        [button(t.plain("plans-meaning-nobody"), MeantActed(form=form.id, act=MeantAct.NOBODY))],
        [button(t.plain("plans-meaning-later"), MeantActed(form=form.id, act=MeantAct.LATER))],
    ]
    text = t("plans-ask-meaning", words=t.cut(form.phrase, TEXT_SHOWN), left=left)
    return Screen(text, inline(*ticks, turn, *acts, screens.back_to_plan(t, form.roadmap_id)))
