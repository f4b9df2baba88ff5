"""How requests for help look: views in, screens out."""

# keys: assist-state-*, assist-item-*, assist-reason-*

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime, timedelta

from aiogram.types import InlineKeyboardButton

from handlers.common.callbacks import MenuOpened
from handlers.common.keyboards import button, grid, inline, menu_button, pager
from handlers.common.screen import Screen
from handlers.common.translator import Html, Translator
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
from handlers.meetings.plan_callbacks import PlanOpened
from models import HelpScope, HelpStatus
from services.help_views import (
    AnswerView,
    AskOption,
    Climbed,
    HelpAction,
    HelpDesk,
    HelpHome,
    Part,
    RequestLine,
    RequestPage,
    RequestView,
)

TOPICS = "difficulty"
PUPIL_TOPICS = "pupil_goal"
QUICK = "quick_answer"
MEET = "meet"
"""The quick answer with which planning a meeting is offered."""
SHOWN_ANSWERS = 3
ANSWER_LENGTH = 600
HOUR = timedelta(hours=1)
DAY = timedelta(days=1)


def topics_of(option: AskOption) -> str:
    """The list of topics: pupils ask about other things than teachers."""
    return PUPIL_TOPICS if option.is_pupil else TOPICS


def to_help(t: Translator) -> InlineKeyboardButton:
    return button(t.plain("assist-to-help"), HelpOpened())


# --- one request ---


def card(t: Translator, one: RequestView, timezone: str, now: datetime) -> Screen:
    """A request with its answers, and what this reader may do."""
    back = button(t.plain("button-back"), HelpOpened())
    return Screen(text_of(t, one, timezone, now), inline(*action_rows(t, one), [back, menu_button(t)]))


def text_of(t: Translator, one: RequestView, timezone: str, now: datetime) -> str:
    """What was asked, the newest answers, and where it stands."""
    lines = [
        t(
            "assist-own" if one.part == Part.ASKER else "assist-of",
            who=t.name(one.asker),
            to=_addressee(t, one),
            when=t.moment(one.asked_at, timezone),
        )
    ]
    if one.topic:
        lines.append(t("assist-topic", topic=t.option(TOPICS, one.topic)))
    lines.append(t("assist-question", text=one.text))
    if len(one.answers) > SHOWN_ANSWERS:
        lines.append(t("assist-earlier", count=len(one.answers) - SHOWN_ANSWERS))
    lines += [_answer(t, answer, timezone) for answer in one.answers[-SHOWN_ANSWERS:]]
    return Html("\n\n".join([*lines, _state(t, one, timezone, now)]))


def _addressee(t: Translator, one: RequestView | Climbed) -> str:
    return t.name(one.addressee) if one.addressee else t.plain("assist-all-mentors")


def _answer(t: Translator, one: AnswerView, timezone: str) -> str:
    who = t.plain("assist-you") if one.is_own else t.name(one.by)
    words = t.cut(t.option(QUICK, one.text), ANSWER_LENGTH)
    key = "assist-further" if one.is_by_asker else "assist-answer"
    return t(key, who=who, when=t.moment(one.answered_at, timezone), text=words)


def _state(t: Translator, one: RequestView, timezone: str, now: datetime) -> str:
    if one.status != HelpStatus.OPEN:
        return t(f"assist-state-{one.status.value.replace('_', '-')}")
    if one.part != Part.ASKER:
        return t("assist-state-waits-for-you")
    if one.reaches_at is None:
        return t("assist-state-curator")
    if one.reaches_at > now:
        return t("assist-state-later", when=t.moment(one.reaches_at, timezone), hours=one.wait_hours)
    return t("assist-state-open", hours=one.wait_hours)


def action_rows(t: Translator, one: RequestView) -> list[list[InlineKeyboardButton]]:
    rows: list[list[InlineKeyboardButton]] = []
    if HelpAction.ANSWER in one.actions:
        rows += _answer_rows(t, one)
    if HelpAction.HELPED in one.actions and one.status == HelpStatus.ANSWERED:
        rows.append([button(t.plain("assist-helped"), Helped(request_id=one.id))])
    if HelpAction.MORE in one.actions:
        rows.append([button(t.plain("assist-more"), AnswerStarted(request_id=one.id))])
    if one.pair_id and any(answer.text == MEET for answer in one.answers):
        rows.append([button(t.plain("assist-plan"), PlanOpened(mentorship_id=one.pair_id))])
    return rows + curators_rows(t, one) + _take_back(t, one)


def _answer_rows(t: Translator, one: RequestView) -> list[list[InlineKeyboardButton]]:
    """The quick answers while the request waits, and one's own words."""
    quick: list[InlineKeyboardButton] = []
    if one.status == HelpStatus.OPEN and one.part == Part.MENTOR:
        quick = [
            button(t.option(QUICK, key), QuickAnswered(request_id=one.id, key=key, seen=len(one.answers)))
            for key in t.content.list_keys(QUICK)
        ]
    key = "assist-own-words" if quick else "assist-write" if one.status == HelpStatus.OPEN else "assist-add"
    return [*grid(quick, 2), [button(t.plain(key), AnswerStarted(request_id=one.id))]]


def curators_rows(t: Translator, one: RequestView | Climbed) -> list[list[InlineKeyboardButton]]:
    """What brings a request on: remind whom it was sent to, pass it on."""
    rows: list[list[InlineKeyboardButton]] = []
    if HelpAction.REMIND in one.actions:
        key = "assist-remind" if one.addressee else "assist-remind-all"
        rows.append([button(t.plain(key), Reminded(request_id=one.id))])
    if HelpAction.ASK_ALL in one.actions:
        rows.append([button(t.plain("assist-pass-on"), AllAsked(request_id=one.id))])
    return rows


def _take_back(t: Translator, one: RequestView) -> list[list[InlineKeyboardButton]]:
    if HelpAction.TAKE_BACK not in one.actions:
        return []
    return [[button(t.plain("assist-take-back"), TakenBack(request_id=one.id))]]


# --- the way in ---


def home(t: Translator, found: HelpHome, timezone: str, now: datetime) -> Screen:
    """Who waits for the reader comes first; then whom the reader may ask."""
    asks = [[_ask_button(t, option, found.options)] for option in found.options]
    history = [button(t.plain("assist-all"), HelpListOpened())] if found.lines else []
    desk = [button(t.plain("menu-help-desk"), HelpDeskOpened())] if found.has_desk else []
    last = [history, desk, [menu_button(t)]]
    if found.waiting is not None:
        turns = pager(t, found.page, found.waiting_count, lambda number: HelpOpened(page=number))
        text = text_of(t, found.waiting, timezone, now)
        return Screen(text, inline(*action_rows(t, found.waiting), turns, *asks, *last))
    lines = [t("assist-title"), t("assist-nobody-waits")] if not found.is_mentee else [t("assist-title")]
    if found.is_mentee:
        lines.append(t("assist-choose") if found.options else t("assist-no-mentors"))
    return Screen("\n\n".join(lines), inline(*asks, *last))


def _ask_button(t: Translator, option: AskOption, every: Sequence[AskOption]) -> InlineKeyboardButton:
    if option.mentor is None:
        text = t.plain("assist-ask-all")
    else:
        text = t.plain("assist-ask-own", who=t.name(option.mentor))
    if len({one.membership_id for one in every}) > 1:
        text = t.plain("assist-ask-at", ask=text, school=t.cut(option.organization_name, 20))
    return button(text, AskStarted(membership_id=option.membership_id, mentorship_id=option.mentorship_id))


def listed(t: Translator, found: RequestPage, timezone: str) -> Screen:
    rows = [[_line_button(t, one, timezone)] for one in found.lines]
    turns = pager(t, found.page, found.pages, lambda number: HelpListOpened(page=number))
    text = t("assist-list") if found.lines else t("assist-list-empty")
    return Screen(text, inline(*rows, turns, [to_help(t), menu_button(t)]))


def _line_button(t: Translator, one: RequestLine, timezone: str) -> InlineKeyboardButton:
    about = t.option(TOPICS, one.topic) if one.topic else t.plain("assist-without-topic")
    who = t.plain("assist-your-request") if one.is_own else t.name(one.asker)
    key = f"assist-item-{one.status.value.replace('_', '-')}"
    text = t.plain(key, day=t.short_day(one.asked_at, timezone), who=who, topic=about)
    return button(text, RequestOpened(request_id=one.id))


# --- asking and answering ---


def ask_question(t: Translator, form: Form, option: AskOption) -> Screen:
    """What to write, and who reads it; above it the topics while none is chosen."""
    rows: list[list[InlineKeyboardButton]] = []
    lines = [t("assist-ask-head", to=_to(t, option))]
    if form.is_topic_open:
        topics = [
            button(t.option(TOPICS, key), TopicChosen(form=form.id, key=key))
            for key in t.content.list_keys(topics_of(option))
        ]
        rows = [*grid(topics, 2), [button(t.plain("assist-skip-topic"), TopicChosen(form=form.id, key=""))]]
        lines.append(t("assist-choose-topic"))
    else:
        if form.topic:
            lines.append(t("assist-topic", topic=t.option(TOPICS, form.topic)))
        lines.append(t("assist-type-question"))
    lines.append(_who_reads(t, option))
    stop = [button(t.plain("assist-stop"), FormStopped(form=form.id))]
    return Screen("\n\n".join(lines), inline(*rows, stop))


def _to(t: Translator, option: AskOption) -> str:
    return t.name(option.mentor) if option.mentor else t.plain("assist-all-mentors")


def _who_reads(t: Translator, option: AskOption) -> str:
    if option.mentor is None:
        return t("assist-who-reads-all", hours=option.wait_hours)
    if not option.has_telegram:
        return t("assist-who-reads-curator", who=t.name(option.mentor))
    return t("assist-who-reads-own", who=t.name(option.mentor), hours=option.wait_hours)


def ask_answer(t: Translator, form: Form, one: RequestView, timezone: str, now: datetime) -> Screen:
    """The request once more, and a call to write; who reads it is said."""
    key = {
        Part.ASKER: "assist-type-further",
        Part.MENTOR: "assist-type-answer",
        Part.CURATOR: "assist-type-answer-curator",
    }[one.part]
    text = Html(f"{text_of(t, one, timezone, now)}\n\n{t(key, who=t.name(one.asker))}")
    return Screen(text, inline([button(t.plain("assist-stop"), FormStopped(form=form.id))]))


def stopped(t: Translator) -> Screen:
    return Screen(t("assist-stopped"), inline([to_help(t), menu_button(t)]))


def answered(t: Translator, one: RequestView, timezone: str, now: datetime) -> Screen:
    """The answer is on its way; after «let us meet» a meeting can be planned at once."""
    key = "assist-sent-further" if one.part == Part.ASKER else "assist-sent-answer"
    last = [button(t.plain("button-menu"), MenuOpened())]
    screen = Screen(text_of(t, one, timezone, now), inline(*action_rows(t, one), [to_help(t), *last]))
    return screen.under(t(key, who=t.name(one.asker)))


def too_late(t: Translator, one: RequestView, timezone: str, now: datetime) -> Screen:
    """Somebody answered while the reader was reading: nothing was sent."""
    return card(t, one, timezone, now).under(t("assist-answered-meanwhile"))


# --- curators ---


def climbed(t: Translator, one: Climbed, rows: Sequence[list[InlineKeyboardButton]]) -> Screen:
    """The card of the alert: who waits for whom, never the text. `rows`: what every card ends with."""
    lines = [t("assist-alert", who=t.name(one.asker), to=_addressee(t, one))]
    if one.topic:
        lines.append(t("assist-topic", topic=t.option(TOPICS, one.topic)))
    lines.append(t(f"assist-reason-{one.reason.value.replace('_', '-')}"))
    read = [button(t.plain("assist-read-and-answer"), RequestOpened(request_id=one.id))]
    return Screen("\n\n".join(lines), inline(*curators_rows(t, one), read, *rows))


def passed(t: Translator, one: RequestView, key: str, timezone: str, now: datetime) -> Screen:
    """A curator brought the request on."""
    rows = [button(t.plain("assist-to-desk"), HelpDeskOpened()), menu_button(t)]
    if one.part != Part.CURATOR:
        return card(t, one, timezone, now).under(t(key))
    return Screen(t(key), inline(rows))


def desk(t: Translator, found: HelpDesk, now: datetime) -> Screen:
    lines = [t("assist-desk", days=found.days), _numbers(t, found)]
    lines.append(t("assist-desk-open", count=found.open_count) if found.open_count else t("assist-desk-none"))
    lines += [_open_line(t, one, now) for one in found.lines]
    read = [
        [button(t.plain("assist-desk-read", who=t.name(one.asker)), RequestOpened(request_id=one.id))]
        for one in found.lines
        if one.has_climbed
    ]
    turns = pager(t, found.page, found.pages, lambda number: HelpDeskOpened(page=number))
    return Screen("\n\n".join(lines), inline(*read, turns, [menu_button(t)]))


def _numbers(t: Translator, found: HelpDesk) -> str:
    if not found.asked:
        return t("assist-desk-nothing")
    numbers = t("assist-desk-asked", asked=found.asked, answered=found.answered)
    if found.median_time is None:
        return numbers
    share = round(100 * found.soon / found.asked)
    times = t("assist-desk-times", time=span(t, found.median_time), soon=found.soon, share=share)
    return Html(f"{numbers}\n{times}")


def _open_line(t: Translator, one: RequestLine, now: datetime) -> str:
    key = "assist-desk-line-climbed" if one.has_climbed else "assist-desk-line"
    whom = t.plain("assist-scope-own" if one.scope == HelpScope.OWN_MENTOR else "assist-scope-all")
    return t(key, who=t.name(one.asker), whom=whom, time=span(t, now - one.asked_at))


def span(t: Translator, time: timedelta) -> str:
    """A stretch of time in words, as plain text."""
    minutes = max(int(time.total_seconds() // 60), 1)
    if time < HOUR:
        return t.plain("assist-minutes", minutes=minutes)
    if time < 2 * DAY:
        return t.plain("assist-hours", hours=minutes // 60, minutes=minutes % 60)
    return t.plain("assist-days", days=time.days)
