"""The confidential question after the trial meeting, and what the curator reads of the answers."""

from __future__ import annotations

from handlers.common.callbacks import AfterOpened
from handlers.common.keyboards import button, inline, menu_button
from handlers.common.screen import Screen
from handlers.common.translator import Html, Translator
from handlers.journal.callbacks import (
    TrialReplaceAsked,
    TrialReplaced,
    TrialSaid,
)
from handlers.journal.screens import blocks, who
from handlers.pairing.callbacks import CandidatesOpened, PairOpened
from models import TrialWord
from services.names import PersonName
from services.trial import TrialView, TrialWords


def ask(t: Translator, view: TrialView, timezone: str) -> Screen:
    """The question, with the word that was said before."""
    rows = [[button(_label(t, view, word), _said(view, word))] for word in TrialWord] if view.is_open else []
    lines = [t("journal-trial-ask", who=who(t, view.others), when=t.moment(view.starts_at, timezone))]
    if view.word is not None:
        lines.append(t(f"journal-trial-said-{view.word.value.replace('_', '-')}"))
    lines.append(t("journal-trial-secret") if view.is_open else t("error-trial-decided"))
    to_meeting = button(t.plain("journal-to-meeting"), AfterOpened(meeting_id=view.meeting_id))
    return Screen(blocks(*lines), inline(*rows, [to_meeting, menu_button(t)]))


def _label(t: Translator, view: TrialView, word: TrialWord) -> str:
    label = t.plain(f"journal-trial-{word.value.replace('_', '-')}")
    return f"✓ {label}" if view.word == word else label


def _said(view: TrialView, word: TrialWord) -> TrialSaid:
    return TrialSaid(meeting_id=view.meeting_id, word=word.value)


def words(t: Translator, view: TrialWords, timezone: str) -> Html:
    """Who said what: for the curator only."""
    lines = [
        t(
            "journal-trial-line",
            who=t.name(name),
            word=t.plain(f"journal-trial-word-{word.value.replace('_', '-') if word else 'none'}"),
        )
        for name, word in view.words
    ]
    head = t("journal-trial-doubt", when=t.moment(view.starts_at, timezone))
    return blocks(head, Html("\n".join(lines)), t("journal-trial-hush"))


def settled(t: Translator, view: TrialWords) -> Screen:
    opened = button(t.plain("journal-to-pair"), PairOpened(mentorship_id=view.mentorship_id))
    return Screen(t("journal-trial-settled"), inline([opened], [menu_button(t)]))


def replace_question(t: Translator, view: TrialWords, mentee_id: int, name: PersonName) -> Screen:
    yes = TrialReplaced(meeting_id=view.meeting_id, membership_id=mentee_id)
    return Screen(
        t("journal-trial-replace-sure", mentee=t.name(name), mentor=t.name(view.mentor)),
        inline([button(t.plain("feedback-release-yes"), yes)], [menu_button(t)]),
    )


def replaced(t: Translator, mentee_id: int) -> Screen:
    found = button(t.plain("feedback-candidates"), CandidatesOpened(membership_id=mentee_id))
    return Screen(t("feedback-released"), inline([found], [menu_button(t)]))


def replace_button(view: TrialWords, mentee_id: int) -> TrialReplaceAsked:
    return TrialReplaceAsked(meeting_id=view.meeting_id, membership_id=mentee_id)
