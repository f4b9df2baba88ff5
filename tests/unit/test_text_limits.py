"""Typed text made clean, and lengths as Telegram counts them."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from services.text_limits import clean, clip, telegram_length

FAMILY = "👨‍👩‍👧"


@pytest.mark.parametrize(
    ("text", "length"), [("", 0), ("Анна", 4), ("é", 1), ("😀", 2), ("𝕏", 2), (FAMILY, 8)]
)
def test_an_emoji_counts_as_telegram_counts_it(text: str, length: int) -> None:
    assert telegram_length(text) == length


@given(text=st.text(max_size=50), limit=st.integers(1, 60))
def test_what_is_clipped_fits_and_begins_as_the_text_does(text: str, limit: int) -> None:
    clipped = clip(text, limit)
    assert telegram_length(clipped) <= limit
    if telegram_length(text) <= limit:
        assert clipped == text
    else:
        assert clipped.endswith("…")
        assert text.startswith(clipped[:-1])


def test_no_emoji_is_halved() -> None:
    assert clip("aaaa😀😀", 6) == "aaaa…"
    assert clip("aaaa😀😀", 7) == "aaaa😀…"


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("  Анна \n", "Анна"),
        ("й", "й"),  # a letter and its mark become one
        ("первая\nвторая", "первая\nвторая"),
        ("Петрова\tАнна\r\nСергеевна", "Петрова Анна\nСергеевна"),
        ("рас\u00adсыл\u200bка", "рассылка"),
        ("Анна\u202eаннА", "АннааннА"),
        ("\u2067Анна\u2069", "Анна"),
        ("Анна\x00\x07", "Анна"),
        ("\ufeffАнна", "Анна"),
        (FAMILY, FAMILY),
        ("Анна\ud83d", "Анна"),
        ("<b>Анна</b> & Ко", "<b>Анна</b> & Ко"),
    ],
)
def test_typed_text_keeps_what_can_be_seen(typed: str, kept: str) -> None:
    assert clean(typed) == kept


@pytest.mark.parametrize("typed", ["", " \n\t", "\u200b", "\u200d", "\ufe0f", "\u3164", "\u202e"])
def test_text_of_which_nothing_can_be_seen_is_empty(typed: str) -> None:
    assert clean(typed) == ""


@given(st.text(st.characters(codec=None), max_size=40))
def test_clean_text_can_be_stored_and_stays_as_it_is(typed: str) -> None:
    cleaned = clean(typed)
    assert cleaned.encode().decode() == cleaned
    assert unicodedata.normalize("NFC", cleaned) == cleaned
    assert clean(cleaned) == cleaned
