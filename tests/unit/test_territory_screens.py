"""Every window of the territory, of local acts and of planned results fits into Telegram, in every language,
with the longest texts and the largest numbers.
"""

from __future__ import annotations

from datetime import date

import pytest

from bot.settings import ROOT
from handlers.acts import screens as acts_screens
from handlers.common.alerts import alert_buttons
from handlers.common.screen import Screen
from handlers.common.translator import Texts, Translator
from handlers.indicators import screens as indicator_screens
from handlers.territory import screens
from models import AlertKind, AlertStatus, EvidenceKind, OccurrenceStatus, Role
from models.organization import OrganizationKind
from services import content
from services.acknowledgements import PAGE_SIZE as READERS_SHOWN
from services.acknowledgements import Audience, Reader, ReadersPage
from services.alerts import AlertView
from services.content import LANGUAGES
from services.founding import Branch, Founded, Organizations
from services.indicators import INDICATORS_LIMIT, IndicatorView, PlanBrief, Results
from services.local_acts import PAGE_SIZE as ACTS_SHOWN
from services.local_acts import ActCard, ActLine, ActsMatrix, Register, Requirement, SchoolActs
from services.names import PersonName
from services.publication import PAGE_SIZE as ITEMS_SHOWN
from services.publication import Brought, OwnPlan, Publication, PublicationItem, Published
from services.territory import (
    LATE_LISTED,
    PAGE_SIZE,
    Cell,
    CellCard,
    Cells,
    CellState,
    Counts,
    DutyState,
    EvidenceShown,
    Head,
    Home,
    ItemLine,
    Items,
    LateItem,
    PublishedPlan,
    Reminded,
    SchoolLine,
    SchoolReminder,
    Schools,
)
from tests.support.factories import NOW
from tests.unit.test_screens import LARGEST_ID, check

LOADED = content.load(ROOT / "content")
TEXTS = Texts(ROOT / "locales", LOADED)
NAME = "<Школа & 😀>" * 25
ACTIVITY = "<b>Дело & 😀 " * 150
TITLE = "<План & 😀> " * 40
NUMBER = "9" * 16
DAY = date(2026, 12, 31)
COUNTS = Counts(99_999, 99_999, 99_999, 99_999, 99_999)
HEAD = Head(LARGEST_ID, TITLE, "2026-2027", NAME, COUNTS, "Europe/Moscow")
PERSON = PersonName("С" * 100, "<b>" + "В" * 97, "&" * 100, Role.MENTOR, "017")


@pytest.fixture(params=LANGUAGES)
def t(request: pytest.FixtureRequest) -> Translator:
    return TEXTS.translator(str(request.param))


def cell(state: CellState) -> Cell:
    return Cell(LARGEST_ID, NAME, LARGEST_ID, NUMBER, ACTIVITY, state, DAY, NOW, 39, 40)


def cells(state: CellState) -> Cells:
    return Cells(HEAD, (cell(state),) * PAGE_SIZE, COUNTS, 5, 99)


def test_the_first_screen(t: Translator) -> None:
    plans = (PublishedPlan(LARGEST_ID, TITLE, "2026-2027", NAME, 1000, COUNTS),) * 20
    own = (OwnPlan(LARGEST_ID, TITLE, "2026-2027", None, 0), OwnPlan(LARGEST_ID, TITLE, "2026-2027", NOW, 9))
    full = Home(LARGEST_ID, NAME, OrganizationKind.REGION, 1000, 999, 999, plans, own * 10)
    empty = Home(1, "Район", OrganizationKind.MUNICIPALITY, 0, 0, 0, (), ())
    places = [(LARGEST_ID, NAME), (1, NAME)]
    check(screens.home(t, full, places, frozenset({Role.OPERATOR, Role.COORDINATOR})))
    check(screens.home(t, empty, places[1:], frozenset({Role.COORDINATOR})))


@pytest.mark.parametrize("state", list(CellState))
def test_the_matrix_in_the_chat(t: Translator, state: CellState) -> None:
    lines = (ItemLine(LARGEST_ID, NUMBER, ACTIVITY, COUNTS),) * PAGE_SIZE
    check(screens.items(t, Items(HEAD, lines, 5, 99)))
    check(screens.items(t, Items(HEAD, (), 0, 1)))
    schools = (
        *(SchoolLine(LARGEST_ID, NAME, COUNTS),) * (PAGE_SIZE - 2),
        SchoolLine(1, NAME, Counts(), True),
        SchoolLine(2, NAME, Counts()),
    )
    check(screens.schools(t, Schools(HEAD, schools, 5, 99)))
    check(screens.item(t, cells(state)))
    check(screens.school(t, cells(state)))


@pytest.mark.parametrize("state", list(CellState))
def test_a_cell_with_all_its_dates(t: Translator, state: CellState) -> None:
    duties = tuple(
        DutyState(
            LARGEST_ID, DAY, status, status == OccurrenceStatus.OVERDUE, moved, NOW, tuple(EvidenceKind)
        )
        for status in OccurrenceStatus
        for moved in (None, DAY)
    )
    check(screens.cell(t, CellCard(HEAD, cell(state), "р" * 2000, "с" * 300, duties * 4)))
    check(screens.cell(t, CellCard(HEAD, cell(state), "", "", ())))
    alert = AlertView(
        LARGEST_ID,
        LARGEST_ID,
        AlertKind.DUTY_OVERDUE,
        AlertStatus.OPEN,
        Role.COORDINATOR,
        {},
        NOW,
        False,
        "",
    )
    card = CellCard(HEAD, cell(state), "", "", ())
    check(screens.overdue_card(t, card, alert, alert_buttons(t, alert)))


def test_evidence(t: Translator) -> None:
    shown = tuple(
        EvidenceShown(LARGEST_ID, kind, "<" * 4000, "FILE", "<имя>" * 24, NOW) for kind in EvidenceKind
    )
    check(screens.evidence(t, shown * 2, (LARGEST_ID, LARGEST_ID), "Europe/Moscow"))
    check(screens.evidence(t, (), (1, 1), "Europe/Moscow"))
    assert len(screens.reminded(t, Reminded(9999, 9999, 9999))) <= 200, "it is shown over the chat"


@pytest.mark.parametrize("published_at", [None, NOW])
@pytest.mark.parametrize("is_current", [True, False])
def test_giving_a_plan_to_the_schools(t: Translator, published_at: object, is_current: bool) -> None:
    item = PublicationItem(LARGEST_ID, NUMBER, ACTIVITY, "с" * 300, "о" * 500, True, True)
    view = Publication(
        LARGEST_ID,
        LARGEST_ID,
        NAME,
        TITLE,
        "2026-2027",
        (item,) * ITEMS_SHOWN,
        5,
        99,
        3000,
        3000,
        3000,
        1000,
        1000,
        NOW if published_at else None,
        is_current,
        "Europe/Moscow",
    )
    check(screens.publication(t, view))
    check(screens.published(t, Published(3000, 25, 975), LARGEST_ID))
    for newer in (True, False):
        check(screens.brought(t, Brought(LARGEST_ID, TITLE, "2026-2027", NAME, "312-р", 3000, newer)))
    late = (LateItem(NUMBER, ACTIVITY, DAY),) * LATE_LISTED
    check(screens.nudge(t, SchoolReminder(NAME, late, 3000)))


def test_organizations_and_links(t: Translator) -> None:
    kinds = list(OrganizationKind)
    branches = tuple(Branch(LARGEST_ID, NAME, kinds[one % 4], 2, 9999) for one in range(8))
    view = Organizations(LARGEST_ID, NAME, OrganizationKind.REGION, branches, 5, 99, 800)
    check(screens.organizations(t, view, frozenset({Role.OPERATOR})))
    for kind in kinds[:3]:
        made = Founded(LARGEST_ID, NAME, kind, {})
        urls = dict.fromkeys(
            (Role.CURATOR, Role.HEAD, Role.COORDINATOR, Role.OPERATOR), "https://t.me/b?start=A"
        )
        check(screens.links(t, made, urls, is_new=True))
        check(screens.links(t, made, urls, is_new=False))
        check(screens.ask_name(t, LARGEST_ID, kind))


def test_a_role_without_a_link_is_explained(t: Translator) -> None:
    made = Founded(LARGEST_ID, NAME, OrganizationKind.SCHOOL, {})
    head_only = screens.links(t, made, {Role.HEAD: "https://t.me/b?start=A"}, is_new=False)
    check(head_only)
    assert t("territory-held-curator") in head_only.text
    assert t("territory-held-head") not in head_only.text
    nobody = screens.links(t, made, {}, is_new=False)
    check(nobody)
    assert t("territory-held-head") in nobody.text
    assert t("territory-links-note") not in nobody.text, "there is no link to speak of"


# ---- local acts


LINE = ActLine(LARGEST_ID, "curator_order", "9" * 64, DAY, TITLE[:500], True, True, 9999, 9999)


def act_card(*, manages: bool, asked: bool) -> ActCard:
    return ActCard(
        LARGEST_ID,
        LARGEST_ID,
        NAME,
        "curator_order",
        "9" * 64,
        DAY,
        TITLE[:500],
        "<имя>" * 24,
        "https://school.example/" + "a" * 470,
        LINE,
        LINE,
        NOW,
        tuple(one.value for one in Audience)[:4],
        DAY,
        9999,
        9998,
        manages,
        asked,
        None,
        "Europe/Moscow",
    )


def readers_page(*, manages: bool) -> ReadersPage:
    every = (Reader(PERSON, NAME, NOW, None), Reader(PERSON, NAME, NOW, NOW)) * (READERS_SHOWN // 2)
    return ReadersPage(act_card(manages=manages, asked=False), every, 9999, 9000, 5, 99)


def shown_of_acts(t: Translator) -> list[Screen]:
    kinds, card = LOADED.act_kinds(), act_card(manages=True, asked=True)
    places = ((LARGEST_ID, NAME), (1, NAME))
    register = Register(
        LARGEST_ID,
        NAME,
        OrganizationKind.SCHOOL,
        (LINE,) * ACTS_SHOWN,
        LOADED.mandatory_acts(OrganizationKind.SCHOOL),
        5,
        99,
        900,
        places,
        True,
    )
    alert = AlertView(LARGEST_ID, 1, AlertKind.ACT_UNREAD, AlertStatus.OPEN, Role.CURATOR, {}, NOW, False, "")
    mandatory = LOADED.mandatory_acts(OrganizationKind.SCHOOL)
    matrix = ActsMatrix(NAME, mandatory, (SchoolActs(LARGEST_ID, NAME, {}),) * 99, DAY)
    return [
        acts_screens.register(t, register),
        acts_screens.card(t, card),
        acts_screens.card(t, act_card(manages=False, asked=True)),
        acts_screens.ask_remove(t, card),
        acts_screens.unread(t, (card,) * READERS_SHOWN),
        acts_screens.ask_kind(t, LARGEST_ID, kinds),
        acts_screens.ask_number(t, LARGEST_ID, kinds[0]),
        acts_screens.ask_date(t, LARGEST_ID),
        acts_screens.ask_title(t, LARGEST_ID, kinds[0], DAY),
        acts_screens.ask_file(t, LARGEST_ID),
        acts_screens.ask_replaced(t, LARGEST_ID, (LINE,) * ACTS_SHOWN),
        acts_screens.ask_attachment(t, LARGEST_ID),
        acts_screens.ask_audience(t, card, tuple(Audience)),
        *(acts_screens.ask_day(t, LARGEST_ID, one) for one in Audience),
        acts_screens.sent(t, card, 9999),
        acts_screens.readers(t, readers_page(manages=True)),
        acts_screens.to_read(t, card, again=True),
        acts_screens.to_read(t, card, again=False),
        acts_screens.unread_card(t, readers_page(manages=True), alert_buttons(t, alert)),
        acts_screens.unread_card(t, readers_page(manages=False), alert_buttons(t, alert)),
        acts_screens.checklist(
            t, NAME, [Requirement(one, LINE) for one in kinds] + [Requirement(kinds[0], None)], 1, own=True
        ),
        acts_screens.checklist(t, NAME, [], LARGEST_ID, own=False),
        acts_screens.matrix(t, matrix, LARGEST_ID, 3),
        acts_screens.matrix(t, ActsMatrix(NAME, mandatory, (), DAY), LARGEST_ID, 0),
    ]


def test_local_acts(t: Translator) -> None:
    for screen in shown_of_acts(t):
        check(screen)


# ---- planned results


def test_planned_results(t: Translator) -> None:
    one = IndicatorView(LARGEST_ID, TITLE[:500], "е" * 32, 1e9, -1e9, DAY, True)
    unmeasured = IndicatorView(LARGEST_ID, TITLE[:500], "", 0.0, None, None, False)
    few = (one, unmeasured) * (INDICATORS_LIMIT // 2)
    view = Results(LARGEST_ID, TITLE, "2026-2027", "9" * 64, DAY, few)
    alert = AlertView(
        LARGEST_ID, 1, AlertKind.REVISION_NEEDED, AlertStatus.OPEN, Role.CURATOR, {}, NOW, False, ""
    )
    plans = (PlanBrief(LARGEST_ID, TITLE, "2026-2027", NAME, 30, 30),) * 10
    for screen in (
        indicator_screens.plans(t, plans),
        indicator_screens.plans(t, ()),
        indicator_screens.results(t, view),
        indicator_screens.results(t, Results(1, "План", "2026-2027", "", None, ())),
        indicator_screens.card(t, one, LARGEST_ID),
        indicator_screens.ask_removal(t, one),
        indicator_screens.ask_title(t, LARGEST_ID),
        indicator_screens.ask_planned(t, TITLE, LARGEST_ID),
        indicator_screens.ask_actual(t, one),
        indicator_screens.ask_day(t, one, 1e9),
        indicator_screens.short_card(t, one, TITLE, LARGEST_ID, LARGEST_ID, alert_buttons(t, alert)[-1]),
    ):
        check(screen)
