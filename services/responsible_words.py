"""The words by which plans name people: which of them stand for a role, and which are somebody's name.

This file reads texts of others and says nothing itself, hence the Russian words in it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from models import Role

PHRASE_LIMIT = 300
_SEPARATORS = re.compile(r"([;\n/]|,\s*(?!\d)|\s+(?:и|а также)\s+)")
_AND = ("и", "а также")
_SOMEBODY = re.compile(
    r"зам|директор|куратор|наставник|наставля|методист|педагог|учител|преподават|руководител|председател"
    r"|психолог|специалист|администрац|завуч|классн|библиотекар|социальн|логопед|дефектолог|секретар"
    r"|координатор|оператор|тьютор|член|совет|комисси|рабоч|ответственн|заведующ|воспитател(?:ь|и|ей)\b"
    r"|молод\w+ (?:педагог|специалист|учител)|родител|служб|отдел|методическ|школ|[шр]?мо\b|профсоюз",
    re.IGNORECASE,
)
"""How a position or a body begins: after «and» it is somebody else; anything else goes on with what stood
before.
"""
_ABBREVIATION = 4
"""«зам. директора по УВР, ВР» is one person."""
_SPACES = re.compile(r"\s+")
_NOT_A_WORD = re.compile(r"[«»\"'().]+")
_UPPER, _LOWER = "А-ЯЁӘӨҮҖҢҺ", "а-яёәөүҗңһ"
_SURNAME = rf"[{_UPPER}][{_LOWER}]+(?:-[{_UPPER}][{_LOWER}]+)?"
_INITIALS = rf"([{_UPPER}])\.?\s?([{_UPPER}])?\.?"
_NAME = re.compile(rf"({_SURNAME})\s+{_INITIALS}(?![{_UPPER}{_LOWER}])")
_SURNAME_ENDING = re.compile(
    r"(?:[оеё]ва?|[иы]на?|[сц]к(?:ий|ая|ой)|ая|ой|ко|у?к|[иы]х|ян|ич|дзе|ли|улл?а|ян?ова?)$"
)
_NAME_LAST = re.compile(rf"(?<![{_UPPER}{_LOWER}]){_INITIALS}\s?({_SURNAME})")

_ROLES: tuple[tuple[str, Role], ...] = (
    (r"куратор", Role.CURATOR),
    (r"руководител\w* (?:оо|оу|образовательн|общеобразовательн|школ|учрежден|организац)", Role.HEAD),
    (r"директор\w*(?: (?:школ|гимнази|лице|оо|оу|мбоу|моу|маоу|мкоу)\w*.*)?$", Role.HEAD),
    (r"руководители$", Role.HEAD),
    (r"администраци\w*(?: школ\w*)?$", Role.HEAD),
    (r"(?:педагог\w*[- ])?наставник", Role.MENTOR),
    (r"наставляем", Role.MENTEE),
    (r"молод\w+ (?:педагог|специалист|учител)", Role.MENTEE),
    (r"муниципальн\w+ координатор", Role.COORDINATOR),
    (r"региональн\w+ оператор", Role.OPERATOR),
)
_KNOWN_ROLES = tuple((re.compile(rf"^{pattern}"), role) for pattern, role in _ROLES)
_DEPUTY = re.compile(r"^(?:зам|заместител)")
_FOR_SCHOOLS = re.compile(
    r"^(?:руководител\w* (?:оо|оу|общеобраз|образоват|школ)|методист\w* (?:оо|оу|школ)|(?:оо|оу|школы)$"
    r"|куратор\w* (?:оо|оу|школ)|администраци\w* (?:оо|оу|школ)|педагог\w* (?:оо|оу|школ)"
    r"|(?:обще)?образовательн\w+ (?:организац|учрежден))"
)


def normalized(phrase: str) -> str:
    """The phrase as it is remembered: without case, quotes, stops and superfluous spaces."""
    bare = _NOT_A_WORD.sub(" ", phrase.lower().replace("ё", "е"))
    return _SPACES.sub(" ", bare).strip(" ,-–—")[:PHRASE_LIMIT]


def key_of(phrase: str) -> str:
    """What the memory knows the people of a phrase by: somebody's name alone, however their post is written
    («зам. директора Иванова И.В.» and «Иванова ИВ» are one person), or all the words.
    """
    name = name_in(phrase)
    return normalized(" ".join(name)) if name else normalized(phrase)


def phrases_in(text: str) -> tuple[str, ...]:
    """The people that a cell names, each as it is written there, and each once.

    A surname with initials and the position after it are one person: «Иванова И.И., методист».
    """
    found: dict[str, str] = {}
    for phrase in _joined(text):
        found.setdefault(key_of(phrase), phrase)
    return tuple(phrase for key, phrase in found.items() if key)


def _joined(text: str) -> Iterator[str]:
    """The phrases of a cell, put together again where a comma or an «and» stands inside one of them."""
    pending, may_take_position = "", False
    for separator, piece in _pieces(text):
        is_and = separator in _AND
        if pending and is_and and not _SOMEBODY.match(piece) and not name_in(piece):
            pending = f"{pending} {separator} {piece}"
        elif pending and piece.isupper() and len(piece) <= _ABBREVIATION:
            pending = f"{pending}, {piece}"
        elif pending and may_take_position and piece[0].islower() and not role_of(piece):
            pending, may_take_position = f"{pending}, {piece}", False
        else:
            if pending:
                yield pending
            pending, may_take_position = piece, name_in(piece) is not None
    if pending:
        yield pending


def _pieces(text: str) -> Iterator[tuple[str, str]]:
    """What stands between the separators, each with the separator before it."""
    split = ["", *_SEPARATORS.split(text)]
    for separator, piece in zip(split[::2], split[1::2], strict=True):
        phrase = _SPACES.sub(" ", piece).strip(" ,-–—")
        for number, part in enumerate(_unglued(phrase)):
            yield (separator.strip() if number == 0 else "\n"), part


def _unglued(phrase: str) -> Iterator[str]:
    """Cells that were merged stand one after the other: «кураторы школы кураторы школы директор»."""
    words = phrase.split()
    again = next((at for at in range(1, len(words)) if words[at].lower() == words[0].lower()), None)
    if again is None or len(words[0]) < 4:
        if phrase:
            yield phrase
        return
    first, rest = words[:again], words[again:]
    yield " ".join(first)
    if [word.lower() for word in rest[:again]] == [word.lower() for word in first]:
        rest = rest[again:]
    yield from _unglued(" ".join(rest))


def name_in(phrase: str) -> tuple[str, str, str] | None:
    """Surname and the initials of name and patronymic, when the phrase holds them."""
    match = _NAME.search(phrase)
    if match is not None and ("." in match[0] or _is_surname(match[1])):
        return match[1], match[2], match[3] or ""
    if (match := _NAME_LAST.search(phrase)) is not None:
        return match[3], match[1], match[2] or ""
    return None


def _is_surname(word: str) -> bool:
    """Without stops after the initials, «Руководители ОО» looks like a name as well."""
    return _SURNAME_ENDING.search(word) is not None and not _SOMEBODY.match(word)


def role_of(phrase: str) -> Role | None:
    """The role that the words stand for, if they certainly do. Who a deputy head is has to be asked."""
    bare = normalized(phrase)
    if _DEPUTY.match(bare):
        return None
    return next((role for pattern, role in _KNOWN_ROLES if pattern.match(bare)), None)


def names_schools(text: str) -> bool:
    """Does a municipal plan leave this to the schools («руководители ОО»)?"""
    return any(_FOR_SCHOOLS.match(normalized(phrase)) for phrase in phrases_in(text))
