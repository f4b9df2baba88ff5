"""The bot's voice: what is escaped, how people are named, how days and moments read in three languages."""

from __future__ import annotations

from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from bot.settings import ROOT
from handlers.common.translator import Html, MissingText, Texts, Translator
from models import Role
from services import content
from services.content import LANGUAGES
from services.names import NamesInChat, PersonName

ANNA = PersonName("Петрова", "Анна", "Сергеевна", Role.MENTOR, "017")
LOADED = content.load(ROOT / "content")
TEXTS = Texts(ROOT / "locales", LOADED)
OWN = """\
greeting = <b>{ $name }</b>
said = { greeting }
labelled =
    .label = nothing else
count = { $n ->
    [one] { $n } день
    [few] { $n } дня
   *[many] { $n } дней
 }
"""
AUTUMN = datetime(2026, 11, 25, 12, 30, tzinfo=UTC)


def translator(language: str = "ru", names: NamesInChat = NamesInChat.PATRONYMIC) -> Translator:
    return Texts(ROOT / "locales", LOADED, names).translator(language)


@pytest.fixture
def own(tmp_path: Path) -> Translator:
    """A voice with a few texts of the test's own."""
    for language in LANGUAGES:
        (tmp_path / language).mkdir()
        (tmp_path / language / "all.ftl").write_text(OWN, encoding="utf-8")
    return Texts(tmp_path, LOADED).translator("ru")


def test_what_is_put_into_a_text_is_escaped(own: Translator) -> None:
    assert own("greeting", name="<i>&Анна</i>") == "<b>&lt;i&gt;&amp;Анна&lt;/i&gt;</b>"


def test_markup_of_ours_is_not_escaped_again(own: Translator) -> None:
    assert own("greeting", name=Html("<i>Анна</i>")) == "<b><i>Анна</i></b>"


def test_plain_text_is_put_in_as_it_stands(own: Translator) -> None:
    assert own.plain("greeting", name="<Анна>") == "<b><Анна></b>"


def test_what_is_put_in_is_never_read_as_a_text(own: Translator) -> None:
    assert own("greeting", name="{ $secret } { greeting }") == "<b>{ $secret } { greeting }</b>"


@pytest.mark.parametrize(("number", "said"), [(1, "1 день"), (3, "3 дня"), (11, "11 дней"), (21, "21 день")])
def test_numbers_choose_the_form_of_the_word(own: Translator, number: int, said: str) -> None:
    assert own("count", n=number) == said


@pytest.mark.parametrize("key", ["no-such-text", "labelled"])
def test_a_missing_text_raises(own: Translator, key: str) -> None:
    with pytest.raises(MissingText):
        own(key)


@pytest.mark.parametrize("key", ["greeting", "said"])
def test_a_missing_argument_raises(own: Translator, key: str) -> None:
    with pytest.raises(MissingText):
        own(key)


def test_whether_there_is_a_text_can_be_asked(own: Translator) -> None:
    assert own.has("greeting")
    assert not own.has("no-such-text")


@pytest.mark.parametrize("language", [None, "", "de", "../ru"])
def test_an_unknown_language_is_answered_in_russian(language: str | None) -> None:
    assert TEXTS.translator(language).language == "ru"


@pytest.mark.parametrize(
    ("names", "said"),
    [
        (NamesInChat.FULL, "Петрова Анна Сергеевна"),
        (NamesInChat.PATRONYMIC, "Анна Сергеевна П."),
        (NamesInChat.CODE, "Н-017"),
    ],
)
def test_a_person_is_named_as_the_setting_says(names: NamesInChat, said: str) -> None:
    assert translator(names=names).name(ANNA) == said


@pytest.mark.parametrize(
    ("role", "code"),
    [(Role.MENTEE, "М-017"), (Role.MENTOR, "Н-017"), (Role.CURATOR, "К-017"), (Role.HEAD, "Р-017")],
)
@pytest.mark.parametrize("names", list(NamesInChat))
def test_a_person_without_a_name_has_a_code(names: NamesInChat, role: Role, code: str) -> None:
    assert translator(names=names).name(PersonName("", "", "", role, "017")) == code


def test_a_name_of_a_first_name_only_is_said_without_an_initial() -> None:
    assert translator().name(PersonName("", "Алсу", "", Role.MENTEE, "001")) == "Алсу"


def test_a_name_is_plain_text_until_a_text_takes_it_in(own: Translator) -> None:
    evil = PersonName("<b>", "A&B", "", Role.MENTEE, "001")
    assert own.name(evil) == "A&B <."
    assert own("greeting", name=own.name(evil)) == "<b>A&amp;B &lt;.</b>"


@pytest.mark.parametrize(
    ("language", "day", "moment"),
    [
        ("ru", "среда, 25 ноября", "среда, 25 ноября, 15:30"),
        ("tt", "чәршәмбе, 25 ноябрь", "чәршәмбе, 25 ноябрь, 15:30"),
        ("en", "Wednesday, 25 November", "Wednesday, 25 November, 15:30"),
    ],
)
def test_days_and_moments_read_in_every_language(language: str, day: str, moment: str) -> None:
    t = TEXTS.translator(language)
    assert t.date(date(2026, 11, 25)) == day
    assert t.moment(AUTUMN, "Europe/Moscow") == moment
    assert t.time(AUTUMN, "Europe/Moscow") == "15:30"
    assert t.short_date(date(2026, 1, 5)) == "05.01.2026"


def test_a_moment_is_told_in_the_readers_time_zone() -> None:
    assert TEXTS.translator("ru").moment(AUTUMN, "Asia/Vladivostok") == "среда, 25 ноября, 22:30"
    assert TEXTS.translator("ru").moment(AUTUMN.replace(hour=22), "Asia/Kamchatka").startswith("четверг")


@pytest.mark.parametrize(
    ("language", "said"), [("ru", "Математика"), ("tt", "Математика"), ("en", "Mathematics")]
)
def test_an_option_reads_in_every_language(language: str, said: str) -> None:
    assert TEXTS.translator(language).option("subject", "mathematics") == said


def test_an_option_that_a_person_typed_is_said_as_they_typed_it() -> None:
    assert TEXTS.translator("en").option("subject", "Астрономия <1>") == "Астрономия <1>"


def test_a_text_is_cut_as_telegram_counts_it() -> None:
    assert TEXTS.translator("ru").cut("😀" * 10, 5) == "😀😀…"


def test_a_name_with_an_initial_ends_a_sentence_by_itself() -> None:
    t = translator()
    assert "Анна Сергеевна П." in t("assist-sent-answer", who=t.name(ANNA))
    assert ".." not in t("assist-sent-answer", who=t.name(ANNA))
    assert t("assist-sent-answer", who="Анна").endswith("Анна.")
    assert t("assist-sent-answer", who="Анна и…").endswith("Анна и….")
