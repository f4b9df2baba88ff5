"""Every window of the way in, the menu and the help renders in every language and fits into Telegram."""

from __future__ import annotations

from dataclasses import replace
from html.parser import HTMLParser
from typing import Any

import pytest

from bot.settings import ROOT
from handlers import registry
from handlers.applications import screens as application_screens
from handlers.common.screen import Screen
from handlers.common.translator import Texts, Translator
from handlers.joining import screens as joining_screens
from handlers.menu import screens as menu_screens
from handlers.start import screens as start_screens
from models import ApplicationStatus, MembershipStatus, Role
from services import content
from services.access import Actor, Participation
from services.application_views import ApplicationView
from services.content import LANGUAGES
from services.joining import INVITERS, ConsentAsked, InvitationView
from services.menu import MenuState
from services.names import PersonName
from services.text_limits import MESSAGE_LIMIT, telegram_length
from tests.support.factories import NOW

LOADED = content.load(ROOT / "content")
TEXTS = Texts(ROOT / "locales", LOADED)
LARGEST_ID = 2**31 - 1
SCHOOL = "Школа <№ 1> & Ко " * 15
NAME = PersonName("С" * 100, "<b>" + "В" * 97, "&" * 100, Role.MENTEE, "017")
ASKED = ConsentAsked(LARGEST_ID, SCHOOL, Role.MENTEE, "ru")
LONGEST = "😀" * 1000
ANSWERS: dict[str, Any] = {
    "name": NAME.full,
    "subject": "я" * 200,
    "experience_years": 60,
    "difficulties": [option.key for option in LOADED._lists["difficulty"].options],
    "difficulties_other": "<" * 200,
    "strengths": [option.key for option in LOADED._lists["difficulty"].options],
    "times": ["online"],
    "capacity": 10,
    "hopes": LONGEST,
}


class Markup(HTMLParser):
    """Collects the text; every tag must be one of Telegram's and be closed in its order."""

    def __init__(self) -> None:
        super().__init__()
        self.text, self._open = "", list[str]()

    def handle_starttag(self, tag: str, attrs: object) -> None:
        assert tag in ("b", "i"), f"<{tag}> came from what a person typed"
        self._open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self._open.pop() == tag

    def handle_data(self, data: str) -> None:
        self.text += data


def check(screen: Screen) -> None:
    """Nonempty, whole markup, not too long, buttons with words and at most 64 bytes."""
    markup = Markup()
    markup.feed(screen.text)
    markup.close()
    assert markup._open == []
    assert 0 < telegram_length(markup.text.strip()) <= MESSAGE_LIMIT
    for row in screen.keyboard.inline_keyboard if screen.keyboard else []:
        for button in row:
            assert button.text.strip()
            assert button.callback_data is not None
            assert len(button.callback_data.encode()) <= 64


def view(role: Role, position: int, **fields: Any) -> ApplicationView:
    key = role.value if role in (Role.MENTEE, Role.MENTOR) else "staff"
    made = ApplicationView(
        id=LARGEST_ID,
        role=role,
        status=ApplicationStatus.DRAFT,
        questionnaire=key,
        position=position,
        total=len(LOADED.questionnaire(key)),
        correcting=False,
        answers={},
        return_reason="",
        name=replace(NAME, role=role),
        organization_id=LARGEST_ID,
        organization_name=SCHOOL,
        submitted_at=None,
    )
    return replace(made, **fields)


@pytest.fixture(params=LANGUAGES)
def t(request: pytest.FixtureRequest) -> Translator:
    return TEXTS.translator(str(request.param))


@pytest.mark.parametrize("role", list(Role))
@pytest.mark.parametrize("answers", [{}, ANSWERS], ids=["empty", "full"])
def test_every_question_and_the_summary(t: Translator, role: Role, answers: dict[str, Any]) -> None:
    total = view(role, 0).total
    for position in range(total + 1):
        for correcting in (False, True):
            check(
                application_screens.application(
                    t,
                    LOADED,
                    view(role, position, answers=answers, correcting=correcting, return_reason="<" * 500),
                )
            )


@pytest.mark.parametrize("role", list(Role))
def test_the_consent_and_what_follows_from_it(t: Translator, role: Role) -> None:
    asked = replace(ASKED, role=role)
    check(joining_screens.consent(t, asked, LOADED.consent("personal_data")))
    check(joining_screens.refused(t, asked))
    assert "Школа &lt;№ 1&gt;" in joining_screens.refused(t, asked).text


@pytest.mark.parametrize("role", list(Role))
def test_the_application_handed_in_and_decided(t: Translator, role: Role) -> None:
    full = view(role, 5, answers=ANSWERS, return_reason="<" * 500)
    for screen in (
        application_screens.submitted(t, full),
        application_screens.admitted(t, full),
        application_screens.decision(t, LOADED, full),
        application_screens.reasons(t, full),
        application_screens.decided(t, full, approved=True),
        application_screens.decided(t, full, approved=False),
        application_screens.approved_notice(t, full),
        application_screens.returned_notice(t, full),
    ):
        check(screen)


def test_the_invitations(t: Translator) -> None:
    shown = InvitationView("A" * 24, Role.MENTOR, SCHOOL, 50, NOW)
    for screen in (
        joining_screens.languages(t),
        joining_screens.invitations(t, [(LARGEST_ID, SCHOOL, role) for role in INVITERS]),
        joining_screens.invitation(t, shown, LARGEST_ID, "https://t.me/bot?start=A", "Europe/Moscow"),
        joining_screens.revoked(t),
    ):
        check(screen)


def actor(*roles: Role) -> Actor:
    participations = tuple(
        Participation(number, 1, SCHOOL, role, MembershipStatus.ACTIVE) for number, role in enumerate(roles)
    )
    return Actor(1, 1, NAME.first, NAME.patronymic, "ru", "Europe/Moscow", True, False, False, participations)


@pytest.mark.parametrize("roles", [(), *((role,) for role in Role), tuple(Role)])
def test_the_menu_and_the_help_of_every_role(t: Translator, roles: tuple[Role, ...]) -> None:
    person = actor(*roles)
    entries = [entry for entry in registry.menu()._entries if entry.fits(person)]
    check(start_screens.help_(t, person))
    assert len(entries) == len({entry.key for entry in entries})
    assert bool(entries) is bool(roles)
    for unfinished, waits in ((None, False), (LARGEST_ID, True)):
        for count in (0, 7, 100_000):
            state = MenuState(unfinished, waits, (count,) * len(entries))
            check(menu_screens.main_menu(t, person, entries, state))


def test_what_strangers_are_told(t: Translator) -> None:
    check(start_screens.stranger(TEXTS))
    check(start_screens.help_(t, None))
    words = [button.text for row in start_screens.reply_keyboard(t).keyboard for button in row]
    assert all(words)
    assert len(words) == 2


def test_a_person_without_a_name_is_greeted_too(t: Translator) -> None:
    nameless = replace(actor(Role.MENTEE), first_name="", patronymic="")
    check(menu_screens.main_menu(t, nameless, [], MenuState(None, False, ())))
