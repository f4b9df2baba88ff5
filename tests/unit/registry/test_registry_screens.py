"""Every window of the registries renders in every language, escapes what people typed, fits into Telegram."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

import pytest

from bot.settings import ROOT
from handlers.common.screen import Screen
from handlers.common.translator import Texts, Translator
from handlers.registries import screens, shortlist_screens, words
from handlers.registries.form import Form, Step
from models import ConsentKind, MembershipStatus, Partition, Role
from services import content
from services.content import LANGUAGES
from services.mentorship_views import Match, MentorProfile, Page
from services.names import PersonName
from services.registry.columns import Column, Grade, columns_of
from services.registry.exporting import ConsentNumber, Counterpart, Entry, Place, Registry, anonymised
from services.registry.importing import Imported, PersonalLink, Preview
from services.registry.privacy import Breakdown, Numbers
from services.registry.reading import Flaw, StaffRow, WrongRow
from services.shortlists import Fitting, ShortlistLine, ShortlistView, Wish
from services.snapshots import SnapshotLine
from services.text_limits import MESSAGE_LIMIT, telegram_length
from tests.support.factories import NOW
from tests.support.staff_files import cells, whole_text
from tests.unit.test_screens import check

LOADED = content.load(ROOT / "content")
TEXTS = Texts(ROOT / "locales", LOADED)
LARGEST = 2**31 - 1
NAME_LIMIT, CAPTION_LIMIT = 300, 1024
SCHOOL = ("Школа <№ 1> & Ко " * 20)[:NAME_LIMIT]
PLACE = Place(LARGEST, SCHOOL, of_territory=False, decides=True, files_in_chat=True, timezone="Europe/Moscow")
NAME = PersonName("С" * 100, "<b>" + "В" * 97, "&" * 100, Role.MENTOR, "017", has_telegram=False)
TODAY = date(2026, 9, 7)
EVIL = '=HYPERLINK("http://evil.example","x")'
FORM = Form.new(Step.MENTORS, organization_id=LARGEST, role="mentor", partition="teacher")
TOPICS = tuple(one.key for one in LOADED.options(LOADED.questionnaire("mentor").question("strengths")))  # type: ignore[arg-type]
FLAWS = (
    *(Flaw(code, "<" * 60, 200, LARGEST) for code in ("role-unknown", "role-by-link", "consent-date")),
    *(Flaw(code, "&" * 60, 70, 5000) for code in ("experience", "capacity", "repeated", "formula")),
)
WRONG = tuple(WrongRow(5_000, "<Лист> " * 10, FLAWS) for _ in range(5_000))
WISH = Wish("mathematics", TOPICS, "teacher_teacher")


def profile(number: int) -> MentorProfile:
    return MentorProfile(
        LARGEST - number, 1, NAME, ("я" * 200,), TOPICS, (), capacity=10, free_places=10, is_reachable=False
    )


FITTING = tuple(
    Fitting(profile(at), Match(same_subject=True, helps_with=TOPICS, free_places=10), from_partner=True)
    for at in range(30)
)


@pytest.fixture(params=LANGUAGES)
def t(request: pytest.FixtureRequest) -> Translator:
    return TEXTS.translator(request.param)


def windows(t: Translator) -> Iterator[Screen]:
    counts = {(role, part): 10_000 for role in (Role.MENTOR, Role.MENTEE) for part in Partition}
    others = [Place(at, SCHOOL, False, False, False, "Europe/Moscow") for at in range(5)]
    yield screens.desk(t, PLACE, others, counts)
    yield screens.desk(t, Place(1, SCHOOL, True, False, True, "Europe/Moscow"), others, None)
    for role in (Role.MENTOR, Role.MENTEE):
        for part in Partition:
            yield screens.registry(t, PLACE, role, part)
            yield screens.registry(t, Place(1, SCHOOL, False, True, False, "Europe/Moscow"), role, part)
    yield screens.ask_file(t, LARGEST)
    yield screens.on_server_only(t, LARGEST)
    yield screens.preview(t, FORM, Preview(1, SCHOOL, 4000, 500, 500, WRONG, ("<Столбец>" * 20,) * 40))
    yield screens.preview(t, FORM, Preview(1, SCHOOL, 0, 0, 0, WRONG[:1], ()))
    yield screens.imported(t, Imported(1, SCHOOL, 5000, links(), WRONG))
    yield screens.ask_order_number(t, FORM, 10_000)
    yield screens.ask_order_date(t, FORM.at(Step.ORDER_DATE, number="<" * 64))
    yield screens.snapshots(t, PLACE, Page((snapshot(),) * 6, 0, 3, 18))
    yield screens.snapshots(t, PLACE, Page((), 0, 1, 0))
    yield screens.snapshot(t, snapshot(), "Europe/Moscow", manages=True)
    yield screens.yearly(t, LARGEST, SCHOOL)
    yield shortlist_screens.lists(t, PLACE, Page((ShortlistLine(1, "<" * 200, 30, NOW),) * 6, 1, 3, 24))
    yield shortlist_screens.lists(t, PLACE, Page((), 0, 1, 0))
    yield shortlist_screens.ask_form(t, FORM, LOADED.list_keys("form"))
    for question, ask in (
        ("subject", shortlist_screens.ask_subject),
        ("strengths", shortlist_screens.ask_topics),
    ):
        options = LOADED.options(LOADED.questionnaire("mentor").question(question))  # type: ignore[arg-type]
        yield ask(t, FORM, options)
    picked = FORM.at(
        Step.MENTORS,
        picked=" ".join(str(LARGEST - at) for at in range(30)),
        subject="mathematics",
        topics=" ".join(TOPICS),
    )
    yield shortlist_screens.fitting(t, picked, Page(FITTING[:6], 0, 5, 30))
    yield shortlist_screens.fitting(t, FORM, Page((), 0, 1, 0))
    yield shortlist_screens.ask_title(t, picked)
    shown = ShortlistView(LARGEST, 1, "<" * 200, WISH, FITTING, 3, NOW)
    yield shortlist_screens.shortlist(t, shown)
    yield shortlist_screens.ask_removal(t, shown)


def snapshot() -> SnapshotLine:
    return SnapshotLine(
        LARGEST, 1, SCHOOL, Role.MENTEE, Partition.TEACHER, 5000, NOW, "f" * 64, 7, "<" * 64, TODAY
    )


def links() -> tuple[PersonalLink, ...]:
    row = StaffRow(2, "", Role.MENTOR, EVIL, "Анна", "", {}, 1, "", None)
    return (PersonalLink(row, "code"), PersonalLink(row, "other"))


def test_every_window_renders_and_fits(t: Translator) -> None:
    for screen in windows(t):
        check(screen)


def entry(**fields: object) -> Entry:
    values = {
        "membership_id": 17,
        "organization_id": 1,
        "organization_name": SCHOOL,
        "name": PersonName(EVIL, "Анна", "", Role.MENTOR, "017"),
        "status": MembershipStatus.ACTIVE,
        "workplace": "Завод",
        "school_class": "",
        "subject": ("mathematics",),
        "category": "young",
        "experience_years": 12,
        "difficulties": TOPICS[:1],
        "strengths": TOPICS[:1],
        "competences": ("communication",),
        "own_words": "+79990000000",
        "achievements": "@SUM(A1)",
        "interests": ("шахматы",),
        "desired": ("young",),
        "weekly_time": "",
        "times": ("online",),
        "capacity": 2,
        "entered_on": TODAY,
        "counterparts": (
            Counterpart(
                PersonName("Тайная", "Вера", "", Role.MENTEE, "018"),
                "Школа",
                "teacher-teacher",
                ("17", TODAY),
                is_active=True,
                ended_on=None,
            ),
        ),
        "consents": (
            ConsentNumber(1, ConsentKind.PERSONAL_DATA, ""),
            ConsentNumber(2, ConsentKind.MENTOR, "44"),
        ),
        "waits_since": TODAY,
    }
    return Entry(**(values | fields))  # type: ignore[arg-type]


def registry(grade: Grade, role: Role, partition: Partition = Partition.TEACHER) -> Registry:
    one = entry()
    return Registry(
        1,
        SCHOOL,
        role,
        partition,
        grade,
        of_territory=False,
        made_on=TODAY,
        total=1,
        entries=(one,) if grade is Grade.FULL else (),
        anonymous=anonymised([one]) if grade is Grade.ANONYMOUS else (),
        numbers=Numbers(10, (Breakdown("subject", (("mathematics", 9),), ("art",)),))
        if grade is Grade.NUMBERS
        else None,
    )


@pytest.mark.parametrize("role", [Role.MENTOR, Role.MENTEE])
@pytest.mark.parametrize("partition", list(Partition))
def test_every_cell_of_a_full_file_is_text_below_its_head(
    t: Translator, role: Role, partition: Partition
) -> None:
    rows = cells(words.registry_file(t, registry(Grade.FULL, role, partition)))
    width = len(columns_of(role, partition, Grade.FULL))
    heads, row = rows[4], rows[5]
    assert len([head for head in heads if head]) == width
    said = dict(zip(columns_of(role, partition, Grade.FULL), row, strict=False))
    assert said[Column.NUMBER] == "1"
    assert said[Column.NAME] == f"{EVIL} Анна"
    assert said[Column.MENTORS if role == Role.MENTEE else Column.MENTEES] == "Тайная Вера"
    assert "17" in said[Column.ORDER]
    assert "44" in said[Column.CONSENTS]


@pytest.mark.parametrize("role", [Role.MENTOR, Role.MENTEE])
def test_an_anonymous_file_has_no_name_and_no_word_that_was_typed(t: Translator, role: Role) -> None:
    text = whole_text(words.registry_file(t, registry(Grade.ANONYMOUS, role)))
    for secret in ("HYPERLINK", "Анна", "Тайная", "Вера", "+7999", "@SUM", "шахматы", "Завод", "44"):
        assert secret not in text
    assert "017" in text


def test_numbers_are_told_in_words(t: Translator) -> None:
    rows = cells(words.registry_file(t, registry(Grade.NUMBERS, Role.MENTEE)))
    assert [row[2] for row in rows[6:9]] == ["10", "9", t.plain("registries-few")]


def test_the_files_of_an_import_are_text_too(t: Translator) -> None:
    done = Imported(1, SCHOOL, 0, links(), ())
    text = whole_text(words.links_file(t, done, lambda code: f"https://t.me/bot?start={code}", TODAY))
    assert EVIL in text
    assert "https://t.me/bot?start=other" in text
    wrong = cells(words.wrong_file(t, SCHOOL, WRONG[:3], TODAY))
    assert [row[1] for row in wrong[4:]] == ["5000"] * 3


def test_every_flaw_has_words(t: Translator) -> None:
    codes = [
        *("name-missing", "name-incomplete", "name-odd", "name-long", "role-missing", "role-unknown"),
        *("role-by-link", "experience", "capacity", "subject-long", "difficulties-long", "strengths-long"),
        *("consent-no-date", "consent-no-number", "consent-number-long", "consent-date", "consent-later"),
        *("consent-earlier", "repeated", "known", "formula", "cell-long"),
    ]
    for code in codes:
        said = words.flaw_words(t, Flaw(code, "значение", 5, 7))
        assert said.strip()
        assert "{" not in said


def test_captions_fit_below_their_files(t: Translator) -> None:
    made = registry(Grade.FULL, Role.MENTEE)
    for screen in (
        screens.registry_sent(t, made, b"x"),
        screens.template(t, b"x"),
        screens.wrong_sent(t, 5000, b"x"),
        screens.links_sent(t, 5000, b"x"),
        screens.approved_file(t, snapshot(), made, b"x"),
        screens.snapshot_sent(t, snapshot(), made, b"x"),
    ):
        assert screen.document is not None
        assert telegram_length(screen.text) <= CAPTION_LIMIT < MESSAGE_LIMIT
