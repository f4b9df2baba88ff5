"""Every window of families, requests about data and the access log renders in every language and fits."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from bot.settings import ROOT
from handlers.audit import screens as audit_screens
from handlers.common.keyboards import menu_button
from handlers.common.screen import Screen
from handlers.common.translator import Texts, Translator
from handlers.family import screens
from handlers.privacy import request_screens
from handlers.privacy.callbacks import RequestAct
from models import RequestKind, Role
from services import content
from services.audit_log import AuditFile, AuditLine, AuditPage, AuditPerson, Part
from services.audit_sheet import audit_sheet
from services.content import LANGUAGES
from services.destruction_act import CaseLine, DestructionAct
from services.documents import docx
from services.erasure import Withdrawal, WithdrawalPreview
from services.families import Child, FamilyAlert, ParentalAsked, Place, PlaceState
from services.minors import About, OwnConsentAsked, ParentLink
from services.names import NamesInChat, PersonName
from services.rights_requests import Place as Recipient
from services.rights_requests import RequestView
from services.text_limits import telegram_length
from tests.support.factories import NOW
from tests.unit.test_screens import check

LOADED = content.load(ROOT / "content")
LARGEST_ID = 2**31 - 1
SCHOOL = "Школа <№ 1> & Ко " * 17
NAME = PersonName("С" * 100, "<b>" + "В" * 97, "&" * 100, Role.MENTEE, "017", has_telegram=False)
CODE = replace(NAME, last="", first="", patronymic="")
URL = "https://t.me/mentoring_bot?start=" + "x" * 24
LONG = "😀" * 350
CAPTION_LIMIT = 1024
ZONE = "Europe/Moscow"


@pytest.fixture(params=[(language, names) for language in LANGUAGES for names in NamesInChat])
def t(request: pytest.FixtureRequest) -> Translator:
    language, names = request.param
    return Texts(ROOT / "locales", LOADED, names).translator(language)


def place(state: PlaceState, **fields: Any) -> Place:
    values: dict[str, Any] = {
        "membership_id": LARGEST_ID,
        "organization_id": LARGEST_ID,
        "organization": SCHOOL,
        "name": NAME,
        "state": state,
        "parents": 2,
        "is_adult": False,
        "may_link": True,
        "may_withdraw": True,
    }
    return Place(**values | fields)


def child(state: PlaceState, **fields: Any) -> Child:
    values: dict[str, Any] = {
        "child_id": LARGEST_ID,
        "membership_id": LARGEST_ID,
        "organization_id": LARGEST_ID,
        "organization": SCHOOL,
        "code": NAME,
        "name": NAME.full,
        "age": 13,
        "relation": "representative",
        "state": state,
        "consent_id": LARGEST_ID,
        "has_own_consent": False,
        "application_id": None,
        "fills_in": False,
        "links": True,
        "may_withdraw": True,
    }
    return Child(**values | fields)


def request_of(kind: RequestKind, **fields: Any) -> RequestView:
    values: dict[str, Any] = {
        "id": LARGEST_ID,
        "kind": kind,
        "who": NAME,
        "by_parent": True,
        "organization": SCHOOL,
        "text": LONG,
        "opened_at": NOW,
        "due_on": date(2026, 9, 21),
        "days_left": 3,
        "extended_on": date(2026, 9, 10),
        "reason": LONG,
        "settled_at": None,
        "answer": "",
        "may_extend": True,
    }
    return RequestView(**values | fields)


@pytest.mark.parametrize("state", PlaceState)
def test_a_pupil_s_place_fits_in_every_state(t: Translator, state: PlaceState) -> None:
    check(screens.pupil(t, place(state)))
    check(screens.pupil(t, place(state, name=CODE, is_adult=True, may_withdraw=False)))
    check(screens.pupils(t, [place(state)] * 8, 1, 3))
    for view in (child(state), child(state, fills_in=True, name="", code=CODE), child(state, relation="")):
        check(screens.child(t, LOADED, view))
    check(screens.family(t, [child(state)] * 20))


def test_the_other_windows_of_families_fit(t: Translator) -> None:
    back = menu_button(t)
    preview = WithdrawalPreview(LARGEST_ID, (SCHOOL, SCHOOL), 9, 99, 999, children=3)
    done = Withdrawal((LARGEST_ID, 1), NOW, NOW, "names: 1")
    link = ParentLink(LARGEST_ID, "x" * 24, CODE, SCHOOL, NOW)
    shown: list[Screen] = [
        screens.pupils(t, [], 0, 1),
        screens.choose_role(t, [(LARGEST_ID, SCHOOL)] * 20, LARGEST_ID),
        screens.parent_link(t, link, URL, ZONE, back),
        screens.pupil_link(t, place(PlaceState.ASSENT), URL),
        screens.ask_paper_number(t, NAME, LARGEST_ID),
        screens.ask_paper_day(t, LARGEST_ID),
        screens.paper_recorded(t, place(PlaceState.APPLICATION)),
        screens.paper_withdrawal(t, preview),
        screens.paper_withdrawn(t, done),
        screens.family(t, []),
        screens.consent(t, LOADED, ParentalAsked(LARGEST_ID, LARGEST_ID, SCHOOL, NAME)),
        screens.consent(t, LOADED, ParentalAsked(LARGEST_ID, LARGEST_ID, SCHOOL, CODE)),
        screens.refused(t, child(PlaceState.REFUSED)),
        screens.ask_name(t, back),
        screens.ask_birthday(t, back),
        screens.confirm(t, NAME.full, date(2015, 3, 12), 11, {"child_id": LARGEST_ID}),
        screens.confirm(t, NAME.full, date(2015, 3, 12), 11, {"membership_id": LARGEST_ID}),
        screens.child_link(t, child(PlaceState.ASSENT), URL),
        screens.explanation(t, child(PlaceState.ACTIVE), preview),
        screens.sure(t, LARGEST_ID),
        screens.withdrawn(t, done),
        screens.assent_refused_notice(t, NAME, LARGEST_ID),
        screens.child_withdrawn_notice(t, CODE),
        screens.came_of_age_notice(t, NAME),
        screens.majority(t, LOADED, OwnConsentAsked(LARGEST_ID, SCHOOL, False)),
        screens.majority_answered(t, agreed=True, consent_id=LARGEST_ID),
        screens.majority_answered(t, agreed=False, consent_id=LARGEST_ID),
        *(screens.alert(t, FamilyAlert(one, NAME, LARGEST_ID, LARGEST_ID), [back]) for one in About),
    ]
    for screen in shown:
        check(screen)


@pytest.mark.parametrize("kind", RequestKind)
def test_requests_fit(t: Translator, kind: RequestKind) -> None:
    waiting = request_of(kind)
    late = request_of(kind, days_left=-2, may_extend=False)
    last_day = request_of(kind, days_left=0, text="", reason="", by_parent=False)
    settled = request_of(kind, settled_at=NOW, answer=LONG)
    for view in (waiting, late, last_day, settled):
        check(request_screens.card(t, view, ZONE))
    check(request_screens.desk(t, [waiting, late, settled] * 3, 0, 2))
    check(request_screens.requests(t, [waiting, settled] * 4, LARGEST_ID, ZONE))
    check(request_screens.asked(t, waiting, 0))
    check(request_screens.answered_notice(t, settled, ZONE))
    check(request_screens.extended_notice(t, waiting))
    for act in RequestAct:
        check(request_screens.ask_answer(t, waiting, act))
    for by_hand in (False, True):
        shown = replace(waiting, by_hand=by_hand)
        check(request_screens.card(t, shown, ZONE))
        check(request_screens.paper_entered(t, shown, ZONE))
        check(request_screens.settled(t, shown))
        check(request_screens.put_off(t, shown))
    check(request_screens.ask_paper_text(t, NAME, kind, LARGEST_ID))
    if kind in request_screens.ASKED_IN_WORDS:
        check(request_screens.ask_text(t, kind, Recipient(LARGEST_ID, SCHOOL), LARGEST_ID))
        check(request_screens.choose_place(t, kind, [Recipient(LARGEST_ID, SCHOOL)] * 30, LARGEST_ID))


def test_the_rest_of_the_desk_fits(t: Translator) -> None:
    check(request_screens.desk(t, [], 0, 1))
    check(request_screens.requests(t, [], 0, ZONE))
    check(request_screens.paper_kinds(t, NAME, LARGEST_ID))
    check(request_screens.ask_paper_day(t, LARGEST_ID))
    check(request_screens.ask_name(t, 0))
    check(request_screens.ask_name(t, LARGEST_ID))
    check(request_screens.name_corrected(t, NAME.full, 0))
    check(request_screens.cases(t, [CaseLine(LARGEST_ID, (NAME, NAME), NOW, NOW)] * 8, 0, 2, ZONE))
    check(request_screens.cases(t, [], 0, 1, ZONE))
    kinds = ("names", "profiles", "applications", "conclusions", "shortlists", "places", "amendments")
    others = ("evidence", "reasons", "feedback", "consents", "requests", "families", "forms", "pairs")
    destroyed = tuple((kind, 3) for kind in (*kinds, *others))
    act = DestructionAct(LARGEST_ID, SCHOOL, SCHOOL, ZONE, (CODE,), destroyed, True, NOW, NOW, NOW)
    made = request_screens.destruction_file(t, act, docx(request_screens.destruction_act(t, act)))
    assert telegram_length(made.text) <= CAPTION_LIMIT


def test_the_access_log_fits(t: Translator) -> None:
    line = AuditLine(1, NOW, "duty.person_nudged", False, NAME, 1, (NAME,) * 9, "mentorship")
    denied = replace(line, act="rm_act" * 9, is_denial=True)
    nobody = replace(line, who=None, about=(), subject_kind="organization")
    page = AuditPage(
        LARGEST_ID, SCHOOL, ZONE, Part.DENIALS, NAME, LARGEST_ID, (line, denied, nobody) * 3, 99_999, 1, 9
    )
    check(audit_screens.log(t, page, [(LARGEST_ID, SCHOOL), (1, SCHOOL)], is_head=True))
    check(audit_screens.log(t, replace(page, lines=(), person=None, person_id=0), [], is_head=False))
    check(audit_screens.people(t, [AuditPerson(LARGEST_ID, NAME, 999)] * 20, LARGEST_ID))
    check(audit_screens.periods(t, LARGEST_ID))
    taken = AuditFile(SCHOOL, ZONE, None, (line, denied, nobody))
    made = audit_screens.file(t, taken, audit_sheet(audit_screens.sheet(t, taken)))
    assert telegram_length(made.text) <= CAPTION_LIMIT


def test_a_code_is_all_that_a_place_tells_before_the_consent() -> None:
    t = Texts(ROOT / "locales", LOADED, NamesInChat.FULL).translator("ru")
    shown = screens.pupil(t, place(PlaceState.CONSENT, name=CODE)).text
    assert "М-017" in shown
