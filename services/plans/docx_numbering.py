"""The numbers and bullets that Word puts before paragraphs by itself; they stand nowhere in the text.

Knows nothing of tables and plans.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from services.plans.safe_xml import Element, attribute, each, name_of, number

_LEVELS, _MOST = 9, 100_000
_PLACE = re.compile(r"%([1-9])")
_ROMAN = ((10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I"))
_ROMAN_LIMIT = 40
_LETTERS = "абвгдежзиклмнопрстуфхцчшщэюя"
_LATIN = "abcdefghijklmnopqrstuvwxyz"
_BULLET = "- "


@dataclass(frozen=True, slots=True)
class _Level:
    start: int
    kind: str
    pattern: str


@dataclass(frozen=True, slots=True)
class _List:
    """`key`: lists of one kind count on together, until one of them begins anew."""

    key: str
    levels: dict[int, _Level]
    begins_anew: dict[int, int]


@dataclass(slots=True)
class Numbering:
    """Gives each paragraph what Word shows before it; asked in the order of the document."""

    lists: dict[str, _List] = field(default_factory=dict)
    styles: dict[str, tuple[str, int]] = field(default_factory=dict)
    _counts: dict[str, list[int]] = field(default_factory=dict)
    _begun: set[str] = field(default_factory=set)

    def before(self, paragraph: Element) -> str:
        place = self._place(paragraph)
        if place is None:
            return ""
        key, level = place
        found = self.lists.get(key)
        if found is None or level not in found.levels:
            return ""
        counts = self._count(key, found, level)
        return _shown(found, level, counts)

    def _place(self, paragraph: Element) -> tuple[str, int] | None:
        """The list and the level of a paragraph, its own or its style's."""
        properties = next((one for one in paragraph if name_of(one) == "pPr"), None)
        if properties is None:
            return None
        own, level = _list_of(properties)
        if own is not None:
            return own, level or 0
        style = next((attribute(one, "val") for one in properties if name_of(one) == "pStyle"), None)
        return self.styles.get(style or "")

    def _count(self, key: str, found: _List, level: int) -> list[int]:
        counts = self._counts.setdefault(found.key, [0] * _LEVELS)
        if key not in self._begun:
            self._begun.add(key)
            for anew, start in found.begins_anew.items():
                counts[anew] = start - 1
        for above in range(level):
            if not counts[above] and above in found.levels:
                counts[above] = found.levels[above].start
        begins = found.levels[level].start - 1
        counts[level] = min(max(counts[level], begins) + 1, _MOST)
        counts[level + 1 :] = [0] * (_LEVELS - level - 1)
        return counts


def numbering_of(numbering: Element | None, styles: Element | None) -> Numbering:
    """What the parts of a document say of its lists; either may be missing."""
    found = Numbering()
    if numbering is not None:
        kinds = {
            attribute(one, "abstractNumId") or "": _levels(one) for one in each(numbering, "abstractNum")
        }
        for one in each(numbering, "num"):
            kind = next(
                (attribute(child, "val") or "" for child in one if name_of(child) == "abstractNumId"), ""
            )
            found.lists[attribute(one, "numId") or ""] = _List(kind, kinds.get(kind, {}), dict(_anew(one)))
    if styles is not None:
        found.styles.update(_numbered_styles(styles))
    return found


def _levels(kind: Element) -> dict[int, _Level]:
    levels = {}
    for one in kind:
        if name_of(one) == "lvl":
            values = {name_of(child): attribute(child, "val") or "" for child in one}
            start = number(values.get("start"), 1, most=_MOST)
            levels[_level_of(one)] = _Level(start, values.get("numFmt", "decimal"), values.get("lvlText", ""))
    return levels


def _anew(one: Element) -> Iterator[tuple[int, int]]:
    for override in one:
        for child in override if name_of(override) == "lvlOverride" else ():
            if name_of(child) == "startOverride":
                yield _level_of(override), number(attribute(child, "val"), 1, most=_MOST)


def _level_of(element: Element) -> int:
    return number(attribute(element, "ilvl"), 0, most=_LEVELS - 1)


def _list_of(properties: Element) -> tuple[str | None, int | None]:
    for one in properties:
        if name_of(one) == "numPr":
            values = {name_of(child): attribute(child, "val") for child in one}
            return values.get("numId"), number(values.get("ilvl"), 0, most=_LEVELS - 1)
    return None, None


def _numbered_styles(styles: Element) -> Iterator[tuple[str, tuple[str, int]]]:
    for style in each(styles, "style"):
        for properties in style:
            if name_of(properties) != "pPr":
                continue
            key, level = _list_of(properties)
            if key is not None:
                yield attribute(style, "styleId") or "", (key, level or 0)


def _shown(found: _List, level: int, counts: list[int]) -> str:
    own = found.levels[level]
    if own.kind == "bullet":
        return _BULLET
    if own.kind == "none":
        return ""

    def one(match: re.Match[str]) -> str:
        at = int(match[1]) - 1
        kind = found.levels[at].kind if at in found.levels else "decimal"
        return _number(counts[at], kind)

    return _PLACE.sub(one, own.pattern[:40]).strip() + " "


def _number(count: int, kind: str) -> str:
    if kind in ("upperRoman", "lowerRoman") and 0 < count < _ROMAN_LIMIT:
        roman = _roman(count)
        return roman if kind == "upperRoman" else roman.lower()
    letters = {"russianLower": _LETTERS, "russianUpper": _LETTERS.upper()}
    letters |= {"lowerLetter": _LATIN, "upperLetter": _LATIN.upper()}
    if kind in letters and 0 < count <= len(letters[kind]):
        return letters[kind][count - 1]
    return str(count)


def _roman(count: int) -> str:
    shown = ""
    for value, sign in _ROMAN:
        shown += sign * (count // value)
        count %= value
    return shown
