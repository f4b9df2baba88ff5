"""Screens of an application: a question at a time, the summary, the decision."""

# keys: joining-reason-*

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date

from aiogram.filters.callback_data import CallbackData
from aiogram.types import InlineKeyboardButton

from handlers.applications.callbacks import (
    Answered,
    ApplicationContinued,
    ApplicationDecided,
    ApplicationHandedUp,
    ApplicationSeen,
    ApplicationWithdrawn,
    ReasonChosen,
    Step,
    Submitted,
    SummaryPaged,
    WithdrawalAsked,
)
from handlers.common.callbacks import FamilyOpened, MenuOpened
from handlers.common.keyboards import button, grid, inline, menu_button, pager
from handlers.common.roles import ROLE_KEYS
from handlers.common.screen import Screen
from handlers.common.translator import Html, Translator
from models import ApplicationStatus, Partition, Role
from services.application_views import ApplicationView, Power, Remark
from services.applications import AUTOMATIC, missing
from services.content import Content, Option, Question, QuestionKind, Questionnaire
from services.text_limits import telegram_length

REASONS = ("unclear", "difficulties", "name")
ANSWER_SHOWN = 300
QUESTION_SHOWN = 200
NAME_SHOWN = 120
TICKS_ON_A_PAGE = 8
CHOICES_ON_A_PAGE = 16
PAGE_LENGTH = 2800
"""So much of the answers on one page; the heading, the reason and the names of alerts need the rest."""
CORRECTIONS_IN_A_ROW = 4
REMARKS = {Remark.RENEWED: "joining-renewed", Remark.PREFILLED: "joining-prefilled"}
Numbered = tuple[int, Question]


def form_of(content: Content, view: ApplicationView) -> Questionnaire:
    return content.questionnaire(view.questionnaire, view.version)


def application(t: Translator, content: Content, view: ApplicationView, page: int = 0) -> Screen:
    """The question on the screen with a page of its options, or a page of the summary."""
    screen = (
        summary(t, content, view, page)
        if view.is_summary
        else _question(t, content, view, form_of(content, view).questions[view.position], page)
    )
    remark = REMARKS.get(view.remark)
    return screen.under(t(remark)) if remark else screen


def page_of(content: Content, view: ApplicationView, key: str, option: str) -> int:
    """The page on which an option stands, so that a tick does not turn it."""
    question = form_of(content, view).question(key)
    keys = [one.key for one in content.options(question)] if question else []
    return keys.index(option) // TICKS_ON_A_PAGE if option in keys else 0


# ---- a question


def _question(
    t: Translator, content: Content, view: ApplicationView, question: Question, page: int
) -> Screen:
    asked = form_of(content, view).asked(view.answers)
    # A correction may show a question that the answers do not ask for yet.
    number = sum(1 for one in asked if one <= view.position)
    lines = [
        t("joining-progress", number=number, total=len(asked)),
        Html(f"<b>{t('joining-question', text=question.text.in_language(t.language))}</b>"),
    ]
    if question.hint is not None:
        lines.append(Html(f"<i>{t('joining-question', text=question.hint.in_language(t.language))}</i>"))
    if question.kind == QuestionKind.DATE:
        lines.append(t("joining-date-hint"))
    if question.other:
        lines.append(t("joining-other-hint"))
    lines += _given_lines(t, view, question)
    lines.append(t(_seen_by(view)))
    buttons = inline(*_answers(t, content, view, question, page), *_navigation(t, view, question))
    return Screen("\n\n".join(lines), buttons)


def _given_lines(t: Translator, view: ApplicationView, question: Question) -> list[str]:
    given = _given(t, view, question)
    if not given:
        return []
    if question.kind == QuestionKind.CHOICE and question.offers(str(view.answers.get(question.key))):
        # The button is marked.
        return []
    key = "joining-date-check" if question.kind == QuestionKind.DATE else "joining-given"
    return [t(key, answer=t.cut(given, ANSWER_SHOWN))]


def _seen_by(view: ApplicationView) -> str:
    return "joining-seen-by-pupil" if view.partition == Partition.PUPIL else "joining-seen-by"


def _answers(
    t: Translator, content: Content, view: ApplicationView, question: Question, page: int
) -> list[list[InlineKeyboardButton]]:
    match question.kind:
        case QuestionKind.CHOICE:
            return _choice(t, view, question, content.options(question), page)
        case QuestionKind.CHOICES:
            return _ticks(t, view, question, content.options(question), page)
        case QuestionKind.SCALE:
            numbers = [str(number) for number in range(question.minimum, question.maximum + 1)]
            chosen = str(view.answers.get(question.key))
            return grid([_option(t, view, question, one, one, one == chosen) for one in numbers], 5)
        case QuestionKind.DATE if view.answers.get(question.key):
            return [[button(t.plain("joining-date-right"), _data(view, Step.DONE, question))]]
        case _:
            return []


def _choice(
    t: Translator, view: ApplicationView, question: Question, options: Sequence[Option], page: int
) -> list[list[InlineKeyboardButton]]:
    shown, turns = _paged(t, view, question, options, page, CHOICES_ON_A_PAGE)
    chosen = view.answers.get(question.key)
    buttons = [
        _option(t, view, question, one.key, one.text.in_language(t.language), one.key == chosen)
        for one in shown
    ]
    # Two in a row where the words are short enough for half a screen.
    longest = max(len(one.text.in_language(t.language)) for one in options)
    return [*grid(buttons, 1 if longest > 32 else 2), turns]


def _ticks(
    t: Translator, view: ApplicationView, question: Question, options: Sequence[Option], page: int
) -> list[list[InlineKeyboardButton]]:
    shown, turns = _paged(t, view, question, options, page, TICKS_ON_A_PAGE)
    ticked = view.answers.get(question.key) or []
    rows = [
        [_tick(t, view, question, one.key, one.text.in_language(t.language), one.key in ticked)]
        for one in shown
    ]
    other = view.answers.get(f"{question.key}_other")
    typed = [_tick(t, view, question, "", t.cut(str(other), 40), True)] if other else []
    return [*rows, typed, turns, [button(t.plain("button-done"), _data(view, Step.DONE, question))]]


def _paged(
    t: Translator, view: ApplicationView, question: Question, options: Sequence[Option], page: int, size: int
) -> tuple[Sequence[Option], list[InlineKeyboardButton]]:
    pages = -(-len(options) // size)
    page = min(max(page, 0), max(pages - 1, 0))

    def turn(number: int) -> Answered:
        return _data(view, Step.PAGE, question, str(number))

    return options[page * size : (page + 1) * size], pager(t, page, pages, turn)


def _option(
    t: Translator, view: ApplicationView, question: Question, key: str, label: str, is_chosen: bool
) -> InlineKeyboardButton:
    text = t.plain("joining-chosen", label=label) if is_chosen else label
    return button(text, _data(view, Step.CHOOSE, question, key))


def _tick(
    t: Translator, view: ApplicationView, question: Question, key: str, label: str, is_ticked: bool
) -> InlineKeyboardButton:
    text = t.plain("joining-ticked" if is_ticked else "joining-unticked", label=label)
    # The button says what it will do, and does no more when it is tapped twice.
    return button(text, _data(view, Step.UNTICK if is_ticked else Step.TICK, question, key))


def _navigation(t: Translator, view: ApplicationView, question: Question) -> list[list[InlineKeyboardButton]]:
    buttons = []
    if view.position > 0 or view.correcting:
        buttons.append(button(t.plain("button-back"), _data(view, Step.BACK, question)))
    if question.optional:
        buttons.append(button(t.plain("button-skip"), _data(view, Step.SKIP, question)))
    return [[*buttons, button(t.plain("button-later"), MenuOpened())]]


def _data(view: ApplicationView, step: Step, question: Question, option: str = "") -> Answered:
    return Answered(application_id=view.id, step=step, question=question.key, option=option)


# ---- the summary


def summary(t: Translator, content: Content, view: ApplicationView, page: int = 0) -> Screen:
    """Everything answered, each answer with a button to correct it; longer than a message, it has pages."""
    form = form_of(content, view)
    pages = _pages(t, view, _numbered(form, view))
    page = min(max(page, 0), len(pages) - 1)
    lines = [t("joining-review-summary" if view.is_review else "joining-summary")]
    if view.return_reason and view.status == ApplicationStatus.RETURNED:
        lines.append(t("joining-return-reason", reason=view.return_reason))
    lines.append("\n".join(_answer_lines(t, view, pages[page])))
    lacking = {one.key for one in missing(form, view.answers)}
    open_ones = [(number, one) for number, one in _numbered(form, view) if one.key in lacking]
    lines.append(t("joining-summary-lacks") if open_ones else t("joining-summary-hint"))
    turns = pager(t, page, len(pages), lambda number: SummaryPaged(application_id=view.id, page=number))
    return Screen(
        "\n\n".join(lines),
        inline(
            _to_submit(t, view, open_ones),
            *grid([_correction(t, view, one) for one in pages[page]], CORRECTIONS_IN_A_ROW),
            turns,
            [button(t.plain("joining-withdraw"), WithdrawalAsked(application_id=view.id)), menu_button(t)],
        ),
    )


def _to_submit(
    t: Translator, view: ApplicationView, lacking: Sequence[Numbered]
) -> list[InlineKeyboardButton]:
    if lacking:
        number, question = lacking[0]
        return [button(t.plain("joining-answer-lacking", number=number), _data(view, Step.CORRECT, question))]
    key = "joining-submit-own" if view.role in AUTOMATIC else "button-submit"
    return [button(t.plain(key), Submitted(application_id=view.id))]


def _correction(t: Translator, view: ApplicationView, one: Numbered) -> InlineKeyboardButton:
    number, question = one
    return button(t.plain("joining-correct", number=number), _data(view, Step.CORRECT, question))


def _numbered(form: Questionnaire, view: ApplicationView) -> list[Numbered]:
    return list(enumerate(form.questions_asked(view.answers), 1))


def _pages(t: Translator, view: ApplicationView, questions: Sequence[Numbered]) -> list[list[Numbered]]:
    """The questions page by page, as many on each as a message holds."""
    pages: list[list[Numbered]] = [[]]
    length = 0
    for one in questions:
        size = telegram_length(_answer_line(t, view, one, t.plain)) + 1
        if pages[-1] and length + size > PAGE_LENGTH:
            pages.append([])
            length = 0
        pages[-1].append(one)
        length += size
    return pages


def _answer_lines(t: Translator, view: ApplicationView, questions: Sequence[Numbered]) -> list[str]:
    return [_answer_line(t, view, one, t) for one in questions]


def _answer_line(t: Translator, view: ApplicationView, one: Numbered, voice: Callable[..., str]) -> str:
    number, question = one
    return voice(
        "joining-answer",
        number=number,
        question=t.cut(question.text.in_language(t.language), QUESTION_SHOWN),
        answer=t.cut(_given(t, view, question) or t.plain("joining-no-answer"), ANSWER_SHOWN),
    )


def answers(t: Translator, content: Content, view: ApplicationView) -> str:
    """The answers as text, as much as one message holds; without the name, which stands above."""
    shown = [one for one in _numbered(form_of(content, view), view) if one[1].key != "name"]
    pages = _pages(t, view, shown)
    return Html("\n".join(_answer_lines(t, view, pages[0])) + ("\n…" if len(pages) > 1 else ""))


def _given(t: Translator, view: ApplicationView, question: Question) -> str:
    """An answer in words."""
    value = view.answers.get(question.key)
    if question.kind == QuestionKind.CHOICES:
        labels = [_label(t, question, key) for key in value or []]
        other = view.answers.get(f"{question.key}_other")
        return "; ".join([*labels, other] if other else labels)
    if value is None or value == "":
        return ""
    if question.kind == QuestionKind.CHOICE:
        return _label(t, question, str(value))
    return day_in_words(t, str(value)) if question.kind == QuestionKind.DATE else str(value)


def day_in_words(t: Translator, day: str) -> str:
    """«среда, 1 сентября 2027 года»: a slip of the finger is seen at once."""
    given = date.fromisoformat(day)
    return t.plain("joining-day", day=t.date(given), year=str(given.year))


def _label(t: Translator, question: Question, key: str) -> str:
    if question.options_from:
        return t.option(question.options_from, key)
    return next((one.text.in_language(t.language) for one in question.options if one.key == key), key)


# ---- handed in, taken back


def submitted(t: Translator, view: ApplicationView) -> Screen:
    """It waits for a decision, and can be taken back until then."""
    is_with_head = view.status == ApplicationStatus.WITH_HEAD
    key = "joining-with-head" if is_with_head else "joining-submitted"
    withdraw = button(t.plain("joining-withdraw"), WithdrawalAsked(application_id=view.id))
    return Screen(t(key, organization=view.organization_name), inline([withdraw], [menu_button(t)]))


def withdrawal(t: Translator, view: ApplicationView) -> Screen:
    """Asked once more before it is done."""
    key = "joining-withdraw-review-ask" if view.is_review else "joining-withdraw-ask"
    return Screen(
        t(key, organization=view.organization_name),
        inline(
            [button(t.plain("joining-withdraw-yes"), ApplicationWithdrawn(application_id=view.id))],
            [button(t.plain("button-back"), ApplicationContinued(application_id=view.id))],
        ),
    )


def withdrawn(t: Translator, view: ApplicationView) -> Screen:
    key = "joining-review-withdrawn" if view.is_review else "joining-withdrawn"
    return Screen(t(key, organization=view.organization_name), inline([menu_button(t)]))


def admitted(t: Translator, view: ApplicationView) -> Screen:
    """A curator, a head, a parent: nobody else has to approve."""
    family = button(t.plain("joining-to-family"), FamilyOpened())
    return Screen(
        t("joining-admitted", organization=view.organization_name, role=t.plain(ROLE_KEYS[view.role])),
        inline([family] if view.role == Role.PARENT else [], [menu_button(t)]),
    )


# ---- the decision


def decision(
    t: Translator,
    content: Content,
    view: ApplicationView,
    page: int = 0,
    zone: str = "Europe/Moscow",
    *extra: list[InlineKeyboardButton],
) -> Screen:
    """An application as those who decide read it, with what they may do; once decided, by whom and when."""
    shown = [one for one in _numbered(form_of(content, view), view) if one[1].key != "name"]
    pages = _pages(t, view, shown)
    page = min(max(page, 0), len(pages) - 1)
    parts = [
        t(
            "joining-review-to-decide" if view.is_review else "joining-to-decide",
            role=t.plain(ROLE_KEYS[view.role]),
            name=t.cut(t.name(view.name), NAME_SHOWN),
            answers=Html("\n".join(_answer_lines(t, view, pages[page]))),
        )
    ]
    if view.partition == Partition.PUPIL:
        parts.append(t("joining-is-pupil"))
    parts += approval_lines(t, view, zone)

    def turn(number: int) -> CallbackData:
        return ApplicationSeen(application_id=view.id, page=number)

    turns = pager(t, page, len(pages), turn)
    return Screen("\n\n".join(parts), inline(turns, *decision_buttons(t, view), *extra))


def approval_lines(t: Translator, view: ApplicationView, zone: str) -> list[str]:
    """Who spoke for the person, who decided, and when (N-3.3-3)."""
    approval = view.approval
    if approval is None:
        return []
    lines = []
    if approval.endorsed_by is not None:
        lines.append(t("joining-endorsed-by", name=t.cut(t.name(approval.endorsed_by), NAME_SHOWN)))
    elif view.status == ApplicationStatus.WITH_HEAD:
        lines.append(t("joining-is-with-head"))
    key = _OUTCOMES.get(view.status)
    if key is not None and approval.decided_at is not None:
        by = t.name(approval.decided_by) if approval.decided_by else t.plain("joining-decided-by-nobody")
        when = t.moment(approval.decided_at, zone)
        lines.append(t(key, name=t.cut(by, NAME_SHOWN), when=when))
    return lines


_OUTCOMES = {
    ApplicationStatus.APPROVED: "joining-approved-by",
    ApplicationStatus.RETURNED: "joining-returned-by",
    ApplicationStatus.WITHDRAWN: "joining-withdrawn-at",
}


def decision_buttons(t: Translator, view: ApplicationView) -> list[list[InlineKeyboardButton]]:
    number = view.id
    offered = (
        (Power.APPROVE, "button-approve", ApplicationDecided(application_id=number, approves=True)),
        (Power.HAND_UP, "button-hand-up", ApplicationHandedUp(application_id=number)),
        (Power.RETURN, "button-return", ApplicationDecided(application_id=number, approves=False)),
    )
    return [[button(t.plain(key), data)] for power, key, data in offered if power in view.powers]


def reasons(t: Translator, view: ApplicationView) -> Screen:
    """Why it goes back: ready-made reasons first, typing is possible."""
    buttons = [
        [button(t.plain(f"joining-reason-{reason}"), ReasonChosen(application_id=view.id, reason=reason))]
        for reason in REASONS
    ]
    back = button(t.plain("button-back"), ApplicationSeen(application_id=view.id))
    return Screen(
        t("joining-ask-reason", name=t.cut(t.name(view.name), NAME_SHOWN)), inline(*buttons, [back])
    )


def decided(t: Translator, view: ApplicationView, *, approved: bool) -> Screen:
    key = "joining-was-approved" if approved else "joining-was-returned"
    name = t.cut(t.name(view.name), NAME_SHOWN)
    return Screen(t(key, name=name, role=t.plain(ROLE_KEYS[view.role])), inline([menu_button(t)]))


def handed_up(t: Translator, view: ApplicationView) -> Screen:
    name = t.cut(t.name(view.name), NAME_SHOWN)
    return Screen(t("joining-was-handed-up", name=name), inline([menu_button(t)]))


# ---- notices


def approved_notice(t: Translator, view: ApplicationView) -> Screen:
    return Screen(_approved_text(t, view), inline([menu_button(t)]))


def _approved_text(t: Translator, view: ApplicationView) -> str:
    if not view.is_own:
        name = t.cut(t.name(view.name), NAME_SHOWN)
        return t("joining-approved-child", name=name, organization=view.organization_name)
    if view.is_review:
        return t("joining-approved-review", organization=view.organization_name)
    key = "joining-approved-mentor" if view.role == Role.MENTOR else "joining-approved-mentee"
    return t(key, organization=view.organization_name)


def returned_notice(t: Translator, view: ApplicationView) -> Screen:
    lines = [t("joining-returned", reason=view.return_reason)]
    if not view.is_own:
        lines.insert(0, t("joining-about-child", name=t.cut(t.name(view.name), NAME_SHOWN)))
    return Screen(
        "\n\n".join(lines),
        inline([button(t.plain("button-correct"), ApplicationContinued(application_id=view.id))]),
    )


def head_decided_notice(t: Translator, view: ApplicationView) -> Screen | None:
    """What the head made of an application that the curator passed on."""
    name = t.cut(t.name(view.name), NAME_SHOWN)
    if view.status == ApplicationStatus.APPROVED:
        return Screen(t("joining-head-approved", name=name), inline([menu_button(t)]))
    if view.status == ApplicationStatus.RETURNED:
        text = t("joining-head-returned", name=name, reason=view.return_reason)
        return Screen(text, inline([menu_button(t)]))
    return None
