"""Slips of typing and traces of files put right before a phrase is read: blanks, dashes, tags, footnote
stars, letters of the wrong alphabet.

Knows signs, not words; what it mends it does in time linear to the length, which is bounded.
"""

from __future__ import annotations

import html
import re
import unicodedata
from dataclasses import dataclass

READ_AT_MOST = 10_000
"""Characters looked at before blanks are put together."""
LONGEST_MARKED = 3_000
"""Characters of a phrase with its entities («&nbsp;»), without its tags."""
LONGEST = 600
"""Characters of a phrase that is still read: a cell longer than this is a text, not a deadline."""


@dataclass(frozen=True, slots=True)
class Tidy:
    """The phrase as it is read. `is_mended`: letters stood where digits belong."""

    text: str
    is_too_long: bool = False
    is_mended: bool = False


_BLANKS_RUN = re.compile(r"\s+")
_FOOTNOTES = re.compile(r"<su[pb]\b[^<>]{0,100}>[^<>]{0,5}</su[pb]>|\[\d{1,2}\]|\*\)?", re.IGNORECASE)
_TAGS = re.compile(
    r"</?(?:p|br|b|i|u|s|a|em|td|tr|th|li|ul|ol|div|font|span|strong|table|tbody|sup|sub|o:p)\b[^<>]{0,300}>",
    re.IGNORECASE,
)
_SIGNS = str.maketrans(
    {
        **dict.fromkeys("‐‑‒–—―−﹘﹣－⁃­", "-"),
        **dict.fromkeys("«»„“”‟\"'`’‘‚ʼ", " "),
        **dict.fromkeys("⁰¹²³⁴⁵⁶⁷⁸⁹†‡", ""),
        **dict.fromkeys("\u200b\u200c\u200d\u200e\u200f\u2060\ufeff\u00ad", ""),
        "№": " # ",
        "…": "-",
        "·": " ",
        "•": " ",
        "⁄": "/",
        "∕": "/",
    }
)
_SHORTENED = re.compile(r"\bп/г\b", re.IGNORECASE)
_LATIN = str.maketrans("aABcCeEHkKmMnoOpPrTtuxXyYi", "аАВсСеЕНкКмМпоОрРгТтихХуУі")
_LATIN_WORD = re.compile(r"[^\W\d_]+")
_DIGIT_LETTERS = re.compile(
    r"(?<=\d)[OoОоlI](?=[\d.,\s\-]|$)|(?<![^\W\d_])[OoОоlI](?=\d)|(?<=\d\.)[OoОоlI](?=\d)"
)
_LATIN_LONE = {"c": "с", "C": "С", "k": "к", "K": "К", "B": "В", "o": "о", "Ha": "На"}
_CUT_BY_SOFT_HYPHEN = re.compile("\u00ad\\s{0,3}")


def tidy(phrase: str) -> Tidy:
    phrase = phrase.strip()
    seen = _CUT_BY_SOFT_HYPHEN.sub("", phrase[:READ_AT_MOST])
    seen = _BLANKS_RUN.sub(" ", _TAGS.sub(" ", _FOOTNOTES.sub(" ", seen))).strip()
    if len(seen) > LONGEST_MARKED:
        return Tidy(seen[:LONGEST], is_too_long=True)
    plain = _without_markup(seen)
    is_too_long = len(plain) > LONGEST or (len(phrase) > READ_AT_MOST and bool(phrase[READ_AT_MOST:].strip()))
    mended = _DIGIT_LETTERS.sub(_digit, plain[:LONGEST])
    is_mended = mended != plain[:LONGEST]
    return Tidy(_LATIN_WORD.sub(_one_alphabet, mended), is_too_long, is_mended)


def _without_markup(text: str) -> str:
    if "&" in text:
        text = html.unescape(text)
        text = _TAGS.sub(" ", _FOOTNOTES.sub(" ", text))
    text = _SHORTENED.sub("полугодие", text)
    composed = unicodedata.normalize("NFKC", text.translate(_SIGNS))
    bare = "".join(sign for sign in composed if not unicodedata.combining(sign))
    return _BLANKS_RUN.sub(" ", bare.translate(_SIGNS)).strip()


def _digit(letter: re.Match[str]) -> str:
    return "0" if letter[0] in "OoОо" else "1"


def _one_alphabet(word: re.Match[str]) -> str:
    """A word with letters of both alphabets is a Russian one; so are «c» and «K» alone."""
    letters = word[0]
    if letters.isascii():
        return _LATIN_LONE.get(letters, letters)
    if any(sign.isascii() for sign in letters):
        return letters.translate(_LATIN)
    return letters
