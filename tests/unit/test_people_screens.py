"""Every window about people renders in every language and fits into Telegram, whatever was typed."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from handlers.common.translator import Translator
from handlers.people import behalf_screens, conclusion_screens, form_screens, move_screens, screens
from handlers.people.form import CONCLUSION_STEPS, ENTRY_STEPS, PROFILE_STEPS, Form, Purpose, Step
from models import (
    ConsentKind,
    ConsentStatus,
    MeetingKind,
    MembershipStatus,
    MentorshipStatus,
    Partition,
    Role,
)
from services.conclusions import ConclusionLine, Conclusions, ConclusionView
from services.content import LANGUAGES
from services.linking import PersonalLink
from services.mentorship_views import Counterpart, Page
from services.needs import LOOKING, Need
from services.on_behalf import Kind, Pending, PendingCard
from services.participation import OFFERED, Change, ParticipationView
from services.people import ConsentLine, Filter, Load, PairLine, PersonCard, PersonLine
from services.transfers import Place, Transfer, TransferAsked
from tests.support.factories import NOW
from tests.unit.test_screens import ANSWERS, LARGEST_ID, LOADED, NAME, SCHOOL, TEXTS, check

OFFLINE = replace(NAME, has_telegram=False)
ZONE = "Europe/Moscow"
LONG_NAME = "Школа <№ 1> & Ко " * 18
VIEW = ParticipationView(
    LARGEST_ID, LONG_NAME, OFFLINE, Role.MENTOR, MembershipStatus.ACTIVE, NOW, (Change.PAUSE, Change.LEAVE)
)
CARD = PersonCard(
    membership_id=LARGEST_ID,
    person_id=LARGEST_ID,
    organization_id=LARGEST_ID,
    organization_name=LONG_NAME,
    name=OFFLINE,
    role=Role.MENTOR,
    partition=Partition.TEACHER,
    status=MembershipStatus.ACTIVE,
    since=NOW,
    paused_at=NOW,
    left_at=NOW,
    unpaired_since=NOW,
    profile=ANSWERS,
    category="young",
    capacity=10,
    pairs=tuple(PairLine(LARGEST_ID, status, OFFLINE) for status in MentorshipStatus) * 3,
    former_pairs=100,
    consents=tuple(
        ConsentLine(kind, status, awaits_original=awaits)
        for kind in ConsentKind
        for status, awaits in ((ConsentStatus.GIVEN, True), (ConsentStatus.REFUSED, False))
    ),
    works_at=LONG_NAME,
    was_entered=True,
    is_reachable=False,
    changes=(Change.PAUSE, Change.LEAVE),
    may_move=True,
    may_link=True,
    may_fill=True,
    may_conclude=True,
    may_withdraw=True,
)


@pytest.fixture(params=LANGUAGES)
def t(request: pytest.FixtureRequest) -> Translator:
    return TEXTS.translator(str(request.param))


def page_of(one: Any, count: int) -> Page[Any]:
    return Page((one,) * count, 1, 3, 100_000)


def test_the_list_and_what_leads_to_it(t: Translator) -> None:
    for status in MembershipStatus:
        for partition in Partition:
            line = PersonLine(LARGEST_ID, OFFLINE, Role.PSYCHOLOGIST, status, partition, waits=True)
            check(screens.people(t, page_of(line, 8), Filter.WITHOUT_TELEGRAM, Load(3, 100)))
            check(screens.found(t, page_of(line, 8)))
    for chosen in Filter:
        check(screens.people(t, Page((), 0, 1, 0), chosen, Load(0, 5)))
    check(screens.found(t, Page((), 0, 1, 0)))
    check(screens.filters(t))
    check(screens.ask_search(t))


@pytest.mark.parametrize("status", list(MembershipStatus))
@pytest.mark.parametrize("role", list(Role))
def test_the_card_of_everybody(t: Translator, role: Role, status: MembershipStatus) -> None:
    check(screens.card(t, replace(CARD, role=role, status=status, changes=OFFERED[status]), ZONE))
    bare = replace(CARD, profile={}, category="", pairs=(), consents=(), works_at="", former_pairs=0)
    check(screens.card(t, replace(bare, role=role, status=status, partition=Partition.PUPIL), ZONE))


def test_a_consent_of_every_kind_and_state_has_words(t: Translator) -> None:
    for kind in ConsentKind:
        for status in ConsentStatus:
            one = ConsentLine(kind, status, awaits_original=False)
            check(screens.card(t, replace(CARD, consents=(one,)), ZONE))


@pytest.mark.parametrize("role", LOOKING)
def test_what_psychologist_tutor_and_council_see(t: Translator, role: Role) -> None:
    one = Need(OFFLINE, Role.MENTEE, False, NOW, tuple(ANSWERS["difficulties"]), "<" * 200)
    for shown in (one, replace(one, unpaired_since=None), replace(one, unpaired_since=None, is_paired=True)):
        check(screens.needs(t, page_of(shown, 6), role, LOOKING, ZONE))
    check(screens.needs(t, Page((), 0, 1, 0), role, (role,), ZONE))


@pytest.mark.parametrize("change", list(Change))
def test_what_changes_a_participation(t: Translator, change: Change) -> None:
    one = replace(VIEW, changes=(change,))
    for screen in (
        screens.ask_change(t, one, change),
        screens.changed(t, one, change),
        screens.ask_own_change(t, one, change),
        screens.own_changed(t, one, change),
    ):
        check(screen)
    for status in MembershipStatus:
        check(screens.own(t, (replace(one, status=status),) * 6, ZONE))
    check(screens.own(t, (replace(one, since=None),), ZONE))
    check(screens.own(t, (), ZONE))


def test_the_personal_link(t: Translator) -> None:
    shown = PersonalLink(LARGEST_ID, OFFLINE, "A" * 24, NOW)
    check(screens.personal_link(t, shown, "https://t.me/bot?start=" + "A" * 24, ZONE))


def test_changing_schools(t: Translator) -> None:
    place = Place(LARGEST_ID, LONG_NAME)
    one = Transfer(LARGEST_ID, OFFLINE, Role.MENTOR, place, place)
    text = LOADED.consent("personal_data")
    for screen in (
        move_screens.schools(t, LARGEST_ID, page_of(place, 6)),
        move_screens.schools(t, LARGEST_ID, Page((), 0, 1, 0)),
        move_screens.ask(t, one),
        move_screens.offered(t, one),
        move_screens.notice(t, one),
        move_screens.consent(t, TransferAsked(one, LARGEST_ID), text),
        move_screens.stayed(t, one),
        move_screens.moved(t, LARGEST_ID),
    ):
        check(screen)


@pytest.mark.parametrize("kind", list(Kind))
def test_answers_for_somebody(t: Translator, kind: Kind) -> None:
    one = Pending(kind, LARGEST_ID, LARGEST_ID, OFFLINE, NOW)
    keys = tuple(ANSWERS["difficulties"])
    other = Counterpart(OFFLINE, ("физика" * 30,), keys, keys, "<" * 200)
    check(behalf_screens.waiting(t, page_of(one, 6), ZONE))
    check(behalf_screens.waiting(t, Page((), 0, 1, 0), ZONE))
    met = PendingCard(one, other, MeetingKind.TRIAL, place="<" * 500, link="https://" + "<" * 490)
    check(behalf_screens.card(t, met, ZONE))
    check(behalf_screens.card(t, PendingCard(one, replace(other, name=None)), ZONE))
    for yes in (True, False):
        check(behalf_screens.answered(t, kind, yes=yes))


def test_conclusions(t: Translator) -> None:
    line = ConclusionLine(LARGEST_ID, "attestation", NOW, is_sensitive=False, text="<" * 1000)
    hidden = replace(line, is_sensitive=True, text="")
    one = ConclusionView(LARGEST_ID, LARGEST_ID, OFFLINE, "parents", "employment", "<" * 1000, True, NOW)
    for shown in ((line, hidden) * 3, ()):
        page = Conclusions(LARGEST_ID, OFFLINE, shown, 1, 3, may_add=True)
        check(conclusion_screens.listed(t, page, ZONE))
    check(conclusion_screens.opened(t, one, ZONE, may_remove=True))
    check(conclusion_screens.ask_removal(t, hidden, ZONE))
    check(conclusion_screens.removed(t, LARGEST_ID))


FORM_ANSWERS: dict[str, Any] = {
    "role": "mentor",
    "name": ["С" * 100, "В" * 100, "П" * 100],
    "number": "<" * 64,
    "date": "2026-09-01",
    "subject": "<" * 200,
    "difficulties": ANSWERS["difficulties"],
    "difficulties_other": "&" * 200,
    "strengths": ANSWERS["strengths"],
    "strengths_other": "&" * 200,
    "capacity": "10",
    "source": "parents",
    "ground": "employment",
    "sensitive": "no",
    "text": "<" * 1000,
}


@pytest.mark.parametrize(
    ("purpose", "steps"),
    [
        (Purpose.ENTRY, ENTRY_STEPS),
        (Purpose.PROFILE, PROFILE_STEPS[Role.MENTEE]),
        (Purpose.PROFILE, PROFILE_STEPS[Role.MENTOR]),
        (Purpose.CONCLUSION, CONCLUSION_STEPS),
    ],
)
def test_every_step_of_every_form(t: Translator, purpose: Purpose, steps: tuple[Step, ...]) -> None:
    form = replace(Form.new(purpose, LARGEST_ID, *steps), answers=FORM_ANSWERS)
    for step in steps:
        at = replace(form, step=step.value)
        check(form_screens.question(t, at, LOADED))
        if step in form_screens.LISTS:
            assert form_screens.options(LOADED, step)
    check(form_screens.saved(t, form, LARGEST_ID))
    check(form_screens.cancelled(t, form))
    check(form_screens.schools(t, [(LARGEST_ID, SCHOOL)] * 3))


def test_a_sensitive_text_is_not_repeated_before_it_is_saved(t: Translator) -> None:
    answers = FORM_ANSWERS | {"sensitive": "yes", "text": "тревожится"}
    form = replace(
        Form.new(Purpose.CONCLUSION, 1, *CONCLUSION_STEPS), answers=answers, step=Step.SUMMARY.value
    )
    assert "тревожится" not in form_screens.question(t, form, LOADED).text
