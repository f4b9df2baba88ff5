"""Every screen of consents reads in every language, fits into Telegram, and escapes what people typed."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime
from typing import Any

import pytest

from handlers.common.translator import Translator
from handlers.consents import (
    desk_screens,
    order_screens,
    pair_screens,
    papers,
    publication_screens,
    screens,
)
from models import (
    AlertKind,
    AmendmentKind,
    AmendmentStatus,
    ConsentChannel,
    ConsentKind,
    ConsentStatus,
    Role,
)
from services.amendments import HISTORY, REASON_LIMIT, TEXT_LIMIT, AmendmentView, PairTerm, Vote
from services.consent_desk import Desk, DeskCard, DeskState
from services.consent_standing import Lack, Missing
from services.consent_views import Change, ConsentState, ConsentView, Operator
from services.consents import OwnConsent, OwnConsents, OwnPair
from services.content import LANGUAGES
from services.documents import docx
from services.helpers import Answer, Colleague, Helper, PairHelpers
from services.mentorship_views import Page
from services.pairing_orders import OrderDesk, OrderLine, PairLine
from services.publication_consents import (
    ADDRESS_LIMIT,
    CONDITIONS_LIMIT,
    ITEMS,
    RECIPIENTS_LIMIT,
    RESOURCES_LIMIT,
    Board,
    Candidate,
    Place,
)
from services.written_consents import ActRef, Form
from tests.support.factories import NOW
from tests.unit.test_screens import LARGEST_ID, NAME, SCHOOL, TEXTS, check

DAY = date(2027, 12, 31)
OPERATOR = Operator(1, SCHOOL, "<ул.> " * 80, "1" * 12, "2" * 15, "Europe/Moscow", files_in_chat=True)
MENTOR = replace(NAME, role=Role.MENTOR, has_telegram=False)
CHANGE = Change(
    AmendmentKind.CONTENT, AmendmentStatus.PROPOSED, None, None, "<" * TEXT_LIMIT, "&" * REASON_LIMIT
)
DETAILS = {
    "data_items": list(ITEMS),
    "resources": ["https://school.example/" + "<" * (ADDRESS_LIMIT - 23)] * RESOURCES_LIMIT,
    "recipients": "😀" * (RECIPIENTS_LIMIT // 2),
    "conditions": "<" * CONDITIONS_LIMIT,
}
ORDER = OrderLine(1, "№" * 64, DAY)


@pytest.fixture(params=LANGUAGES)
def t(request: pytest.FixtureRequest) -> Translator:
    return TEXTS.translator(str(request.param))


def view(kind: ConsentKind, state: ConsentState, **fields: Any) -> ConsentView:
    made = ConsentView(
        id=LARGEST_ID,
        kind=kind,
        state=state,
        channel=ConsentChannel.BOT,
        operator=OPERATOR,
        role=Role.MENTOR,
        about=NAME,
        person_id=1,
        answerer_id=2,
        version="1",
        language="ru",
        details=DETAILS if kind == ConsentKind.PUBLICATION else {},
        valid_until=DAY,
        asked_at=NOW,
        answered_at=NOW,
        withdrawn_at=NOW,
        original_number="я" * 64,
        original_dated_on=DAY,
        original_received_at=NOW,
        received_by=MENTOR,
        mentorship_id=LARGEST_ID,
        mentor=MENTOR,
        mentees=(NAME,) * 5,
        change=CHANGE if kind == ConsentKind.AMENDMENT else None,
        is_renewal=True,
    )
    return replace(made, **fields)


def own(kind: ConsentKind, state: ConsentState, *, can: bool = True) -> OwnConsent:
    return OwnConsent(view(kind, state), can, can, can, can)


@pytest.mark.parametrize("kind", list(ConsentKind))
def test_ones_own_consent_in_every_state(t: Translator, kind: ConsentKind) -> None:
    for state in ConsentState:
        for can in (True, False):
            shown = own(kind, state, can=can)
            check(screens.consent(t, shown))
            check(screens.document(t, shown).under(t("error-words-changed")))
            check(screens.answered(t, shown))
            check(screens.ask_withdraw(t, shown))
            check(screens.withdrawn(t, shown))
        check(screens.reminder(t, view(kind, state)))
        check(screens.publication_ending(t, view(kind, state)))


def test_an_amendments_outcome_in_every_status(t: Translator) -> None:
    shown = own(ConsentKind.AMENDMENT, ConsentState.GIVEN)
    for status in AmendmentStatus:
        change = replace(CHANGE, status=status)
        check(screens.answered(t, replace(shown, view=replace(shown.view, change=change))))


def test_the_list_and_the_desk(t: Translator) -> None:
    items = tuple(view(kind, state) for kind in ConsentKind for state in ConsentState)[:6]
    pairs, places = (OwnPair(LARGEST_ID, NAME),) * 4, ((LARGEST_ID, SCHOOL),) * 5
    for found in (Page(items, 1, 3, 14), Page((), 0, 1, 0)):
        check(screens.mine(t, OwnConsents(found, 5, pairs, places)))
        for state in DeskState:
            counts = dict.fromkeys(DeskState, 1234)
            check(desk_screens.desk(t, Desk(LARGEST_ID, SCHOOL, state, counts, found, 21, places)))


@pytest.mark.parametrize("kind", list(ConsentKind))
def test_the_card_and_the_questions_of_the_desk(t: Translator, kind: ConsentKind) -> None:
    for state in ConsentState:
        found = DeskCard(view(kind, state), True, True, True, True, True)
        for screen in (
            desk_screens.card(t, found),
            desk_screens.ask_number(t, found),
            desk_screens.ask_date(t, found),
            desk_screens.recorded(t, found),
            desk_screens.ask_undo(t, found),
            desk_screens.undone(t, found),
        ):
            check(screen)
        for alert in (
            AlertKind.CONSENT_REFUSED,
            AlertKind.CONSENT_UNANSWERED,
            AlertKind.ORIGINAL_MISSING,
        ):
            check(desk_screens.alert(t, found, alert, []))


def test_orders(t: Translator) -> None:
    missing = tuple(Missing(ConsentKind.EXTRA_DUTIES, NAME, why, 1) for why in Lack) * 2
    blocked = PairLine(LARGEST_ID, MENTOR, (NAME,) * 5, missing, None)
    ready = PairLine(LARGEST_ID - 1, MENTOR, (NAME,), (), None)
    ordered = replace(ready, order=ORDER)
    places = ((LARGEST_ID, SCHOOL), (1, SCHOOL))
    for items in ((blocked,) * 6, (ready, blocked), ()):
        desk = OrderDesk(1, SCHOOL, Page(items, 0, 2, 12), (LARGEST_ID - 1, 5), 3, places)
        check(order_screens.desk(t, desk, [LARGEST_ID - 1] if items else []))
    for screen in (
        order_screens.ask_number(t, 1, 2),
        order_screens.ask_date(t, 1, ORDER.number),
        order_screens.recorded(t, 1, ORDER, 21),
        order_screens.ordered(t, 1, Page((ordered,) * 6, 0, 2, 12)),
        order_screens.ask_clear(t, 1, LARGEST_ID, ORDER),
        order_screens.ask_clear(t, 1, LARGEST_ID, None),
        order_screens.ready(t, LARGEST_ID, 3),
        order_screens.told(t, ORDER, NAME.full),
    ):
        check(screen)


def amendment(kind: AmendmentKind, status: AmendmentStatus) -> AmendmentView:
    votes = tuple(Vote(NAME, one) for one in (ConsentStatus.GIVEN, ConsentStatus.ASKED))
    content = kind == AmendmentKind.CONTENT
    return AmendmentView(
        id=LARGEST_ID,
        mentorship_id=LARGEST_ID,
        kind=kind,
        status=status,
        old_end=None if content else DAY,
        new_end=None if content else DAY,
        text="<" * TEXT_LIMIT if content else "",
        reason="&" * REASON_LIMIT,
        proposed_by=NAME,
        proposed_at=NOW,
        settled_at=NOW,
        votes=votes * 3,
        is_proposer=True,
        own_consent_id=LARGEST_ID,
    )


def test_a_pair_its_changes_and_its_helpers(t: Translator) -> None:
    changes = [amendment(kind, status) for kind in AmendmentKind for status in AmendmentStatus]
    for pending in (AmendmentStatus.PROPOSED, AmendmentStatus.AGREED):
        term = PairTerm(
            LARGEST_ID,
            MENTOR,
            (NAME,) * 5,
            DAY,
            None,
            DAY,
            DAY,
            tuple((months, DAY) for months in range(3, 13)),
            (amendment(AmendmentKind.CONTENT, pending),)
            + (amendment(AmendmentKind.CONTENT, AmendmentStatus.REFUSED),) * (HISTORY - 1),
            is_member=True,
            is_mentor=True,
            timezone="Europe/Moscow",
        )
        for screen in (
            pair_screens.pair(t, term, ORDER),
            pair_screens.pair(t, replace(term, ends_on=DAY, amendments=()), None),
            pair_screens.ask_end(t, term),
            pair_screens.ask_text(t, term),
            pair_screens.ask_reason(t, LARGEST_ID),
        ):
            check(screen)
        late = replace(term.amendments[0], settled_at=datetime(2026, 9, 30, 22, tzinfo=UTC))
        assert "01.10.2026" in pair_screens.pair(t, replace(term, amendments=(late,)), None).text
    for one in changes:
        check(pair_screens.settled(t, one, MENTOR, NAME))
        check(pair_screens.settled_alert(t, one, MENTOR, NAME, []))
    asked = tuple(
        Helper(LARGEST_ID, NAME, status)
        for status in (ConsentStatus.ASKED, ConsentStatus.GIVEN, ConsentStatus.REFUSED)
    )
    for found in (asked * 3, ()):
        check(pair_screens.helper_asked(t, PairHelpers(LARGEST_ID, MENTOR, (NAME,), found, True)))
    for colleagues in ((Colleague(LARGEST_ID, NAME),) * 6, ()):
        check(pair_screens.colleagues(t, LARGEST_ID, Page(colleagues, 0, 2, 12)))
    check(pair_screens.ask_end_help(t, LARGEST_ID))
    check(pair_screens.helper_ended(t, MENTOR))
    for status in (ConsentStatus.GIVEN, ConsentStatus.REFUSED, ConsentStatus.WITHDRAWN):
        check(pair_screens.helper_answered(t, Answer(LARGEST_ID, None, status)))


def test_publications(t: Translator) -> None:
    given = view(ConsentKind.PUBLICATION, ConsentState.GIVEN)
    places = ((LARGEST_ID, SCHOOL), (1, SCHOOL))
    for items in ((given,) * 6, ()):
        check(publication_screens.board(t, Board(1, SCHOOL, Page(items, 0, 2, 12), places)))
    check(publication_screens.one(t, given))
    for key in ("given", "refused", "withdrawn"):
        check(publication_screens.told(t, given, f"consents-publication-{key}"))
    for candidates in ((Candidate(LARGEST_ID, NAME),) * 6, ()):
        check(publication_screens.people(t, LARGEST_ID, Page(candidates, 0, 2, 12)))
    for about in (0, LARGEST_ID):
        for chosen in ((), ITEMS):
            check(publication_screens.ask_items(t, LARGEST_ID, about, chosen))
        check(publication_screens.ask_resources(t, LARGEST_ID, about))
        check(publication_screens.ask_recipients(t, LARGEST_ID, about, DETAILS["resources"]))
        check(publication_screens.ask_conditions(t, LARGEST_ID, about))
        check(publication_screens.ask_term(t, Place(1, SCHOOL, DAY, DAY), about))
    check(publication_screens.asked(t, LARGEST_ID))


@pytest.mark.parametrize("kind", list(ConsentKind))
def test_the_form_is_a_document_with_blank_lines(t: Translator, kind: ConsentKind) -> None:
    for pair in (True, False):
        form = Form(
            view(kind, ConsentState.WAITING),
            signer=NAME.full,
            child="",
            shows_pair=pair,
            incentive=ActRef("", DAY),
        )
        data = docx(papers.paper(t, form))
        shown = papers.file(t, form.view, data)
        assert shown.document is not None
        assert len(shown.text) <= 1024
