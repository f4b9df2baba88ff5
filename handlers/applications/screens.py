"""Screens of an application: a question at a time, the summary, the curator's decision."""

from __future__ import annotations

from collections.abc import Iterable

from aiogram.types import InlineKeyboardButton

from handlers.applications.callbacks import (
    Answered,
    ApplicationContinued,
    ApplicationDecided,
    ApplicationSeen,
    ReasonChosen,
    Step,
    Submitted,
)
from handlers.common.callbacks import MenuOpened
from handlers.common.keyboards import button, grid, inline, menu_button
from handlers.common.roles import ROLE_KEYS
from handlers.common.screen import Screen
from handlers.common.translator import Html, Translator
from models import Role
from services.application_views import ApplicationView
from services.content import Content, Question, QuestionKind

REASONS = ("unclear", "difficulties", "name")
ANSWER_SHOWN = 300
NAME_SHOWN = 120


def application(t: Translator, content: Content, view: ApplicationView) -> Screen:
    """The question on the screen, or the summary."""
    if view.is_summary:
        return summary(t, content, view)
    question = content.questionnaire(view.questionnaire).questions[view.position]
    return _question(t, content, view, question)


def _question(t: Translator, content: Content, view: ApplicationView, question: Question) -> Screen:
    lines = [
        t("joining-progress", number=view.position + 1, total=view.total),
        Html(f"<b>{t('joining-question', text=question.text.in_language(t.language))}</b>"),
    ]
    if question.hint is not None:
        lines.append(Html(f"<i>{t('joining-question', text=question.hint.in_language(t.language))}</i>"))
    if question.other:
        lines.append(t("joining-other-hint"))
    given = _given(t, view, question)
    if given and question.kind != QuestionKind.CHOICE:
        lines.append(t("joining-given", answer=t.cut(given, ANSWER_SHOWN)))
    lines.append(t("joining-seen-by"))
    return Screen(
        "\n\n".join(lines), inline(*_answers(t, content, view, question), _navigation(t, view, question))
    )


def _answers(
    t: Translator, content: Content, view: ApplicationView, question: Question
) -> list[list[InlineKeyboardButton]]:
    match question.kind:
        case QuestionKind.CHOICE:
            chosen = view.answers.get(question.key)
            return grid(
                [
                    _option(t, view, question, one.key, one.text.in_language(t.language), one.key == chosen)
                    for one in content.options(question)
                ],
                2,
            )
        case QuestionKind.CHOICES:
            ticked = view.answers.get(question.key, [])
            rows = [
                [_tick(t, view, question, one.key, one.text.in_language(t.language), one.key in ticked)]
                for one in content.options(question)
            ]
            return [*rows, [button(t.plain("button-done"), _data(view, Step.DONE, question))]]
        case QuestionKind.SCALE:
            numbers = [str(number) for number in range(question.minimum, question.maximum + 1)]
            return grid([_option(t, view, question, one, one, False) for one in numbers], 5)
        case _:
            return []


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


def _navigation(t: Translator, view: ApplicationView, question: Question) -> list[InlineKeyboardButton]:
    buttons = []
    if view.position > 0 or view.correcting:
        buttons.append(button(t.plain("button-back"), _data(view, Step.BACK, question)))
    if question.optional:
        buttons.append(button(t.plain("button-skip"), _data(view, Step.SKIP, question)))
    return [*buttons, button(t.plain("button-later"), MenuOpened())]


def _data(view: ApplicationView, step: Step, question: Question, option: str = "") -> Answered:
    return Answered(application_id=view.id, step=step, question=question.key, option=option)


def summary(t: Translator, content: Content, view: ApplicationView) -> Screen:
    """Everything answered, each answer with a button to correct it."""
    questions = content.questionnaire(view.questionnaire).questions
    lines = [t("joining-summary")]
    if view.return_reason:
        lines.append(t("joining-return-reason", reason=view.return_reason))
    lines.append("\n".join(_answer_lines(t, view, questions)))
    lines.append(t("joining-summary-hint"))
    corrections = [
        button(t.plain("joining-correct", number=number), _data(view, Step.CORRECT, question))
        for number, question in enumerate(questions, 1)
    ]
    submit = button(t.plain("button-submit"), Submitted(application_id=view.id))
    return Screen("\n\n".join(lines), inline([submit], *grid(corrections, 3), [menu_button(t)]))


def _answer_lines(t: Translator, view: ApplicationView, questions: Iterable[Question]) -> list[str]:
    return [
        t(
            "joining-answer",
            number=number,
            question=question.text.in_language(t.language),
            answer=t.cut(_given(t, view, question) or t.plain("joining-no-answer"), ANSWER_SHOWN),
        )
        for number, question in enumerate(questions, 1)
    ]


def _given(t: Translator, view: ApplicationView, question: Question) -> str:
    """An answer in words."""
    value = view.answers.get(question.key)
    if question.kind == QuestionKind.CHOICE and value is not None:
        return _label(t, question, str(value))
    if question.kind == QuestionKind.CHOICES:
        labels = [_label(t, question, key) for key in value or []]
        other = view.answers.get(f"{question.key}_other")
        return "; ".join([*labels, other] if other else labels)
    return "" if value is None else str(value)


def _label(t: Translator, question: Question, key: str) -> str:
    if question.options_from:
        return t.option(question.options_from, key)
    return next((one.text.in_language(t.language) for one in question.options if one.key == key), key)


def submitted(t: Translator, view: ApplicationView) -> Screen:
    return Screen(t("joining-submitted", organization=view.organization_name), inline([menu_button(t)]))


def admitted(t: Translator, view: ApplicationView) -> Screen:
    """A curator or a head: nobody else has to approve."""
    return Screen(
        t("joining-admitted", organization=view.organization_name, role=t.plain(ROLE_KEYS[view.role])),
        inline([menu_button(t)]),
    )


def decision(t: Translator, content: Content, view: ApplicationView) -> Screen:
    """An application as the curator reads it, with the two buttons that decide."""
    questions = [one for one in content.questionnaire(view.questionnaire).questions if one.key != "name"]
    return Screen(
        t(
            "joining-to-decide",
            role=t.plain(ROLE_KEYS[view.role]),
            name=t.cut(t.name(view.name), NAME_SHOWN),
            answers=Html("\n".join(_answer_lines(t, view, questions))),
        ),
        inline(*decision_buttons(t, view)),
    )


def decision_buttons(t: Translator, view: ApplicationView) -> list[list[InlineKeyboardButton]]:
    return [
        [button(t.plain("button-approve"), ApplicationDecided(application_id=view.id, approves=True))],
        [button(t.plain("button-return"), ApplicationDecided(application_id=view.id, approves=False))],
    ]


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


def approved_notice(t: Translator, view: ApplicationView) -> Screen:
    key = "joining-approved-mentor" if view.role == Role.MENTOR else "joining-approved-mentee"
    return Screen(t(key, organization=view.organization_name), inline([menu_button(t)]))


def returned_notice(t: Translator, view: ApplicationView) -> Screen:
    return Screen(
        t("joining-returned", reason=view.return_reason),
        inline([button(t.plain("button-correct"), ApplicationContinued(application_id=view.id))]),
    )
