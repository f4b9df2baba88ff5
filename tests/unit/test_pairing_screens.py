"""Every screen of pairing and of the inbox reads in every language, and its buttons fit into Telegram."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

import pytest
from aiogram.types import InlineKeyboardButton

from handlers.alerts import screens as inbox
from handlers.common.screen import Screen
from handlers.common.translator import Texts, Translator
from handlers.pairing import screens
from models import AlertKind, AlertStatus, MentorshipStatus, Role
from services import content
from services.alerts import AlertView, DigestLine
from services.content import LANGUAGES
from services.matching import match
from services.mentorship_views import (
    Candidate,
    Candidates,
    Counterpart,
    Ending,
    MenteeProfile,
    MentorProfile,
    Page,
    PairView,
    SideView,
    Waiting,
)
from services.names import PersonName
from services.pairing_orders import OrderLine
from tests.support.factories import NOW

ROOT = Path(__file__).parents[2]
TEXTS = Texts(ROOT / "locales", content.load(ROOT / "content"))
MENTEE = MenteeProfile(
    membership_id=2**40,
    person_id=5,
    name=PersonName("<b>Ким", "Ада & Ко", "", Role.MENTEE, "017"),
    subjects=("physics",),
    experience_years=0,
    difficulties=("discipline", "typed <by> hand"),
    difficulties_other="",
    hopes="</b>" * 300,
    unpaired_since=NOW,
    is_reachable=False,
)
MENTOR = MentorProfile(
    membership_id=2**40 + 1,
    person_id=6,
    name=PersonName("Петрова", "Анна", "Сергеевна", Role.MENTOR, "018"),
    subjects=("physics",),
    strengths=("discipline",),
    times=("saturday",),
    capacity=2,
    free_places=1,
    is_reachable=True,
)
CANDIDATE = Candidate(MENTEE, MENTOR, match(MENTEE, MENTOR))
STRANGER = Candidate(MENTEE, MENTOR, match(MENTEE, replace(MENTOR, subjects=(), strengths=())))
ORDER = OrderLine(1, "№" * 60, date(2026, 9, 1))
PAIR = PairView(2**40, 1, MentorshipStatus.PROPOSED, MENTOR, MENTEE, True, False, None, NOW, None)
AS_MENTEE = SideView(
    7,
    MentorshipStatus.PROPOSED,
    Role.MENTEE,
    False,
    Counterpart(MENTOR.name, ("physics",), ("discipline",), (), ""),
)
AS_MENTOR = SideView(
    7,
    MentorshipStatus.PROPOSED,
    Role.MENTOR,
    False,
    Counterpart(None, ("physics",), (), ("discipline",), "свои слова"),
)
ALERT = AlertView(
    9, 1, AlertKind.BOT_BLOCKED, AlertStatus.OPEN, Role.HEAD, {}, NOW, True, "", MENTEE.name, True
)
LATER = NOW + timedelta(days=5)


SCREENS: dict[str, Callable[[Translator], Screen]] = {
    "queue": lambda t: screens.waiting(t, Page((Waiting(MENTEE, 1), Waiting(MENTEE, None)), 1, 3, 15), LATER),
    "empty queue": lambda t: screens.waiting(t, Page((), 0, 1, 0), LATER),
    "mentee": lambda t: screens.mentee_card(t, Waiting(MENTEE, None), LATER),
    "mentee with a proposal": lambda t: screens.mentee_card(t, Waiting(MENTEE, 8), NOW),
    "candidates": lambda t: screens.candidates(
        t, Candidates(MENTEE, None, Page((CANDIDATE, STRANGER), 1, 3, 15))
    ),
    "candidates while answers are awaited": lambda t: screens.candidates(
        t, Candidates(MENTEE, 8, Page((), 0, 1, 0))
    ),
    "no candidates": lambda t: screens.candidates(t, Candidates(MENTEE, None, Page((), 0, 1, 0))),
    "candidate": lambda t: screens.candidate(t, CANDIDATE),
    "proposed": lambda t: screens.proposed(t, PAIR),
    "taken back": lambda t: screens.taken_back(t, PAIR),
    "pairs": lambda t: screens.pairs(t, Page((PAIR, replace(PAIR, status=MentorshipStatus.ACTIVE)), 0, 2, 7)),
    "no pairs": lambda t: screens.pairs(t, Page((), 0, 1, 0)),
    **{
        f"pair {status}": lambda t, status=status: screens.pair_card(  # type: ignore[misc]
            t, replace(PAIR, status=status, declined_by=Role.MENTEE), ORDER, "Europe/Moscow"
        )
        for status in MentorshipStatus
    },
    "mine": lambda t: screens.mine(
        t,
        (
            AS_MENTOR,
            replace(AS_MENTEE, accepted=True),
            replace(AS_MENTEE, status=MentorshipStatus.ACTIVE),
        ),
    ),
    "nothing of mine": lambda t: screens.mine(t, ()),
    "question to the mentee": lambda t: screens.side(t, AS_MENTEE),
    "question to the mentor": lambda t: screens.side(t, AS_MENTOR),
    "answer given": lambda t: screens.side(t, replace(AS_MENTEE, accepted=True)),
    "active pair of a mentor": lambda t: screens.side(t, replace(AS_MENTOR, status=MentorshipStatus.ACTIVE)),
    "decline?": lambda t: screens.decline_question(t, 2**40),
    "both accepted": lambda t: screens.answered(t, replace(AS_MENTEE, status=MentorshipStatus.ACTIVE)),
    "declined": screens.declined,
    "proposal ended for the mentee": lambda t: screens.ended(t, Ending(Role.MENTEE, False)),
    "proposal ended for the mentor": lambda t: screens.ended(t, Ending(Role.MENTOR, False)),
    "pair ended for the mentee": lambda t: screens.ended(t, Ending(Role.MENTEE, True)),
    "pair ended for the mentor": lambda t: screens.ended(t, Ending(Role.MENTOR, True)),
    "inbox": lambda t: inbox.inbox(
        t, [replace(ALERT, kind=kind) for kind in AlertKind], len(AlertKind), 0, LATER
    ),
    "empty inbox": lambda t: inbox.inbox(t, [], 0, 0, LATER),
    "digest": lambda t: inbox.digest(t, [DigestLine(kind, 2, NOW) for kind in AlertKind], LATER),
    **{
        f"card {kind}": lambda t, kind=kind: inbox.card(  # type: ignore[misc]
            t, replace(ALERT, kind=kind), inbox.plain_card(t, replace(ALERT, kind=kind)), LATER
        )
        for kind in AlertKind
    },
}


def buttons(screen: Screen) -> Iterator[InlineKeyboardButton]:
    for row in screen.keyboard.inline_keyboard if screen.keyboard else []:
        yield from row


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("name", SCREENS)
def test_a_screen_renders(name: str, language: str) -> None:
    screen = SCREENS[name](TEXTS.translator(language))
    assert 0 < len(screen.text) <= 4096
    assert "<b>Ким" not in screen.text, "markup in a name is escaped"
    assert "\n\n\n" not in screen.text
    for button in buttons(screen):
        assert len((button.callback_data or "").encode()) <= 64
        assert button.text.strip()


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_question_to_a_mentor_holds_no_name(language: str) -> None:
    text = screens.proposal(TEXTS.translator(language), AS_MENTOR).text
    assert "Ким" not in text
    assert "Ада" not in text


def test_the_reasons_are_said_in_words() -> None:
    text = screens.candidates(
        TEXTS.translator("ru"), Candidates(MENTEE, None, Page((CANDIDATE,), 0, 1, 1))
    ).text
    assert "тот же предмет" in text
    assert "поможет с: Дисциплина на уроке" in text
    assert "свободно мест: 1" in text
