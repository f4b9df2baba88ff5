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
from handlers.founding import screens as founding_screens
from handlers.joining import finding_screens, invitation_screens
from handlers.joining import screens as joining_screens
from handlers.menu import screens as menu_screens
from handlers.settings import screens as settings_screens
from handlers.start import screens as start_screens
from models import ApplicationStatus, MembershipStatus, Role
from models.organization import OrganizationKind
from services import content, finding
from services.access import Actor, Participation
from services.application_views import ApplicationView
from services.content import LANGUAGES
from services.finding import Found, FoundPage
from services.founding import RUN_BY, Branch, Founded, TreePage
from services.invitations import INVITERS, Desk, InvitationView, LiveInvitations, Load
from services.joining import ConsentAsked
from services.menu import MenuState
from services.names import PersonName
from services.organization_settings import SETTINGS, Kind, OneSetting, SettingsPage, Value
from services.partners import Agreement, AgreementForm, PartnerCard, PartnerLine, Partners, blank
from services.text_limits import MESSAGE_LIMIT, telegram_length
from tests.support.factories import NOW

LOADED = content.load(ROOT / "content")
TEXTS = Texts(ROOT / "locales", LOADED)
LARGEST_ID = 2**31 - 1
SCHOOL = "Школа <№ 1> & Ко " * 15
NAME = PersonName("С" * 100, "<b>" + "В" * 97, "&" * 100, Role.MENTEE, "017")
ASKED = ConsentAsked(LARGEST_ID, SCHOOL, Role.MENTEE, "ru")
INVITATION = InvitationView(LARGEST_ID, "A" * 24, LARGEST_ID, SCHOOL, Role.MENTOR, 1000, NOW, SCHOOL)
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
    check(joining_screens.consent(t, replace(asked, is_invited=False), LOADED.consent("personal_data")))
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
    invited = replace(INVITATION, role=Role.CURATOR)
    lines = (INVITATION, invited) * 4
    every = tuple(INVITERS)
    url = "https://t.me/bot?start=A"
    partners = [(LARGEST_ID, SCHOOL)] * 8
    for load in (None, Load(0, 0), Load(3, 1000)):
        desk = Desk(LARGEST_ID, SCHOOL, every, 100_000, load)
        check(invitation_screens.desk(t, desk, [(number, SCHOOL) for number in range(9)]))
    for screen in (
        joining_screens.languages(t),
        joining_screens.start_young(t, replace(ASKED, kind=None)),
        invitation_screens.invitation(t, INVITATION, url, "Europe/Moscow"),
        invitation_screens.invitation(t, invited, url, "Europe/Moscow"),
        invitation_screens.ask_affiliation(t, LARGEST_ID, Role.PSYCHOLOGIST, partners),
        invitation_screens.ask_places(t, LARGEST_ID, Role.PSYCHOLOGIST, LARGEST_ID),
        invitation_screens.ask_term(t, LARGEST_ID, Role.PSYCHOLOGIST, LARGEST_ID, 1000),
        invitation_screens.ask_term(t, LARGEST_ID, Role.MENTEE, LARGEST_ID, 1000),
        invitation_screens.live(t, LiveInvitations(LARGEST_ID, SCHOOL, lines, 1, 3, 20), "Europe/Moscow"),
        invitation_screens.live(t, LiveInvitations(LARGEST_ID, SCHOOL, (), 0, 1, 0), "Europe/Moscow"),
        invitation_screens.ask_revoke(t, INVITATION),
        invitation_screens.revoked(t, INVITATION),
    ):
        check(screen)
    for file in (
        invitation_screens.qr(t, INVITATION, b"", "Europe/Moscow"),
        invitation_screens.sheet(t, INVITATION, b""),
    ):
        check(file)
        assert telegram_length(file.text) <= 1024
    words = invitation_screens.sheet_words(t, INVITATION, url, "@bot", "Europe/Moscow")
    assert url in words.after


def test_finding_a_school(t: Translator) -> None:
    lines = tuple(Found(LARGEST_ID, SCHOOL, above) for above in ("", SCHOOL) * 4)
    query = finding.query_of("щ" * 100)
    for is_member in (False, True):
        check(finding_screens.ask_name(t, is_member=is_member))
        for page in (FoundPage(query, lines, 99, 200, 1600), FoundPage(query, (), 0, 1, 0)):
            check(finding_screens.found(t, page, is_member=is_member))
    check(finding_screens.roles(t, LARGEST_ID, SCHOOL))
    check(finding_screens.family(t, LARGEST_ID, SCHOOL))


def test_what_an_administrator_sees(t: Translator) -> None:
    branches = tuple(Branch(LARGEST_ID, SCHOOL, kind, 9, 100_000) for kind in OrganizationKind) * 2
    page = TreePage(branches, 1, 3, 20)
    check(founding_screens.desk(t))
    check(founding_screens.tree(t, page))
    check(founding_screens.tree(t, TreePage((), 0, 1, 0)))
    for kind in OrganizationKind:
        check(founding_screens.ask_parent(t, kind, page))
        check(founding_screens.ask_zone(t, kind, LARGEST_ID))
        check(founding_screens.ask_name(t, kind))
        made = Founded(LARGEST_ID, SCHOOL, kind, dict.fromkeys(RUN_BY[kind], "A" * 24))
        for is_new in (False, True):
            check(founding_screens.links(t, made, made.codes, is_new=is_new))


LONGEST_VALUES = {
    Kind.TEXT: "<" * 500,
    Kind.FLAG: "1",
    Kind.NUMBER: "180",
    Kind.MONTH: "9",
    Kind.WEEKDAY: "2",
    Kind.HOUR: "20",
    Kind.DAY: "31.5",
    Kind.HOURS: "20-8",
    Kind.ZONE: "Asia/Yekaterinburg",
    Kind.TAX_NUMBER: "500100732259",
    Kind.STATE_NUMBER: "",
}


def test_the_settings(t: Translator) -> None:
    values = tuple(Value(one, LONGEST_VALUES[one.kind]) for one in SETTINGS)
    places = tuple((number, SCHOOL) for number in range(9))
    for number in range(0, len(values), 8):
        page = SettingsPage(LARGEST_ID, SCHOOL, values[number : number + 8], 1, 3, places, has_partners=True)
        check(settings_screens.settings(t, page))
    for value in values:
        for changed in (False, True):
            check(settings_screens.setting(t, OneSetting(LARGEST_ID, SCHOOL, value, 1), changed=changed))


def test_the_partners(t: Translator) -> None:
    lines = (PartnerLine(LARGEST_ID, SCHOOL, 100_000),) * 8
    card = PartnerCard(LARGEST_ID, SCHOOL, 7, LARGEST_ID, SCHOOL, None)
    agreement = Agreement(LARGEST_ID, "<" * 64, NOW.date())
    made = Founded(LARGEST_ID, SCHOOL, OrganizationKind.PARTNER, {Role.CURATOR: "A" * 24})
    form = AgreementForm(SCHOOL, SCHOOL, "<" * 500, "", "")
    for screen in (
        settings_screens.partners(t, Partners(LARGEST_ID, SCHOOL, lines, 1, 3, 20)),
        settings_screens.partners(t, Partners(LARGEST_ID, SCHOOL, (), 0, 1, 0)),
        settings_screens.ask_partner_name(t, LARGEST_ID),
        settings_screens.partner(t, card),
        settings_screens.partner(t, replace(card, agreement=agreement)),
        settings_screens.partner_links(t, made, made.codes, is_new=True),
        settings_screens.partner_links(t, made, {}, is_new=False),
        settings_screens.ask_agreement_number(t, card),
        settings_screens.ask_agreement_date(t, LARGEST_ID),
        settings_screens.agreement_file(t, LARGEST_ID, b""),
    ):
        check(screen)
    assert blank(settings_screens.agreement_words(t, form)).startswith(b"PK")


@pytest.mark.parametrize("roles", [(), (Role.MENTEE,), tuple(Role)])
def test_ones_own_roles(t: Translator, roles: tuple[Role, ...]) -> None:
    person = actor(*roles)
    check(menu_screens.roles(t, person))
    for shown in person.participations:
        check(menu_screens.roles(t, replace(person, shown=shown)))
        check(menu_screens.main_menu(t, replace(person, shown=shown), [], MenuState(None, False, ())))
    for status in MembershipStatus:
        parts = tuple(replace(one, status=status) for one in person.participations)
        check(menu_screens.roles(t, replace(person, participations=parts)))


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
