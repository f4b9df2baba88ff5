"""The three questions after a meeting, a screen each, and what the curator sees of alarming answers."""

from __future__ import annotations

from aiogram.types import InlineKeyboardButton

from handlers.alerts.callbacks import AlertOpened
from handlers.common.callbacks import MenuOpened
from handlers.common.keyboards import button, grid, inline, menu_button
from handlers.common.screen import Screen
from handlers.common.translator import Translator
from handlers.feedback.callbacks import FeedbackAnswered, FeedbackStep, PairReleased
from handlers.pairing.callbacks import CandidatesOpened
from services.content import Question, QuestionKind, Questionnaire
from services.feedback import ANOTHER_MENTOR, WANTED, FeedbackConcern, FeedbackView

SCALE_COLUMNS = 5
TOPICS = "feedback_topic"


def current(t: Translator, view: FeedbackView, questionnaire: Questionnaire, timezone: str) -> Screen:
    """The question to be answered now, or thanks."""
    if view.is_complete:
        return thanks(t, view)
    question = questionnaire.questions[view.number]
    lines = [
        t("feedback-head", number=view.number + 1, total=view.total, when=t.moment(view.starts_at, timezone)),
        t("feedback-question", question=question.text.in_language(t.language)),
    ]
    if question.hint is not None:
        lines.append(t("feedback-hint", hint=question.hint.in_language(t.language)))
    lines.append(t("feedback-who-sees"))
    return Screen("\n\n".join(lines), inline(*_choices(t, view, question), _back_row(t, view)))


def _choices(t: Translator, view: FeedbackView, question: Question) -> list[list[InlineKeyboardButton]]:
    given = view.answers.get(question.key)
    if question.kind == QuestionKind.SCALE:
        numbers = range(question.minimum, question.maximum + 1)
        buttons = [_choice(view, question, str(number), str(number), given == number) for number in numbers]
        return grid(buttons, SCALE_COLUMNS)
    return [
        [_choice(view, question, option.key, option.text.in_language(t.language), given == option.key)]
        for option in question.options
    ]


def _choice(
    view: FeedbackView, question: Question, value: str, label: str, is_given: bool
) -> InlineKeyboardButton:
    data = FeedbackAnswered(meeting_id=view.meeting_id, question=question.key, value=value)
    return button(f"✓ {label}" if is_given else label, data)


def _back_row(t: Translator, view: FeedbackView) -> list[InlineKeyboardButton]:
    later = button(t.plain("feedback-later"), MenuOpened())
    if view.number == 0:
        return [later]
    back = FeedbackStep(meeting_id=view.meeting_id, number=view.number - 1)
    return [button(t.plain("button-back"), back), later]


def thanks(t: Translator, view: FeedbackView) -> Screen:
    wanted = view.answers.get(ANOTHER_MENTOR) == WANTED
    text = t("feedback-thanks-another") if wanted else t("feedback-thanks")
    return Screen(text, inline([menu_button(t)]))


def low_answer(t: Translator, concern: FeedbackConcern, timezone: str) -> str:
    answers = [
        t("feedback-low-line", topic=t.option(TOPICS, key), value=value)
        for key, value in concern.answers.items()
    ]
    threshold = t("feedback-threshold", threshold=concern.threshold)
    return "\n".join([_concerned(t, concern, timezone), "", *answers, "", threshold])


def another_mentor(t: Translator, concern: FeedbackConcern, timezone: str) -> str:
    return f"{_concerned(t, concern, timezone)}\n\n{t('feedback-another-wanted')}"


def _concerned(t: Translator, concern: FeedbackConcern, timezone: str) -> str:
    """Whom it is about. Who answered may be forgotten by then: their consent was withdrawn."""
    return t(
        "feedback-concerned",
        mentee=t.name(concern.mentee) if concern.mentee else t.plain("feedback-nobody"),
        mentor=t.name(concern.mentor),
        when=t.moment(concern.starts_at, timezone),
    )


def talk_promised(t: Translator) -> Screen:
    return Screen(t("feedback-talk-noted"), inline([menu_button(t)]))


def release_question(t: Translator, concern: FeedbackConcern) -> Screen:
    """Ending a pair can't be undone, so it is asked once more, with what each side will hear."""
    mentee = t.name(concern.mentee) if concern.mentee else t.plain("feedback-nobody")
    return Screen(
        t("feedback-release-sure", mentee=mentee, mentor=t.name(concern.mentor)),
        inline(
            [button(t.plain("feedback-release-yes"), PairReleased(alert_id=concern.alert_id))],
            [button(t.plain("button-back"), AlertOpened(alert_id=concern.alert_id))],
        ),
    )


def released(t: Translator, membership_id: int) -> Screen:
    candidates = button(t.plain("feedback-candidates"), CandidatesOpened(membership_id=membership_id))
    return Screen(t("feedback-released"), inline([candidates], [menu_button(t)]))
