"""Several activities against several deadlines in one row: who goes with whom.

An item becomes as many drafts as it holds activities. Where the counts agree, deadlines and people
are paired; where they don't, all activities share them, and each says so. Knows nothing of tables or formats.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from services.deadlines import Doubt
from services.plans.columns import IsDeadline
from services.plans.items import Entry, Item

SHARED, BY_ORDER, SHARED_PEOPLE = "shared-deadline", "paired-by-order", "shared-responsible"
PIECES_LIMIT = 60

_SENTENCE = re.compile(r"(?<=[а-яё)»\"]{4}[.;!])\s+(?=[А-ЯЁA-Z«])")
_BULLET = re.compile(r"[-–—•·*▪●]\s*")
_NUMBERING = re.compile(r"\d{1,2}[.)]\s+")
_GLUED = re.compile(r"(?:(?<=\d{4})|(?<=г\.)|(?<=года))\s+(?=[А-ЯЁ]|\d{1,2}[.\s])")
_BARE_YEAR = re.compile(r"\d{4}\s*(?:г\.?|года?)?")
_CAPITAL = re.compile(r"(?<![,;:.\-–—])\s+(?=[А-ЯЁ][а-яё]{3,}\s+[а-яё])")


@dataclass(frozen=True, slots=True)
class Draft:
    """A row of the plan whose deadline is not read yet. `number_of`: where the number stands, when it is
    that of the item and not of its stage.
    """

    no: str
    section: str
    month: str
    activity: str
    deadline: str
    responsible: str
    result: str
    controller: str
    source: str
    number_of: str = ""
    doubts: tuple[Doubt, ...] = ()


def drafts_of(item: Item, is_deadline: IsDeadline) -> list[Draft]:
    """The rows that an item makes."""
    if len(item.entries) > 1:
        return _of_several_entries(item)
    return _of_one_entry(item, item.entries[0], is_deadline)


def _of_one_entry(item: Item, entry: Entry, is_deadline: IsDeadline) -> list[Draft]:
    activities = _split_content(item.content) if _is_split(item) else []
    if len(activities) < 2:
        activities = _split_by_deadlines(item, entry, is_deadline)
    if len(activities) < 2:
        return [_draft(item, entry, _activity(item))]
    count = len(activities)
    deadlines, doubt = _deadlines(entry.deadline, count, is_deadline)
    people = _people(entry.responsible, count)
    results = entry.result if len(entry.result) == count else []
    return [
        _draft(
            item,
            entry,
            activity,
            deadline=deadlines[at],
            responsible=people[at] if people else None,
            result=results[at] if results else None,
            doubts=[*doubt, *_shared_people(entry.responsible, people)],
        )
        for at, activity in enumerate(activities)
    ]


def _shared_people(responsible: Sequence[str], people: Sequence[str]) -> list[Doubt]:
    """People of several kinds in one cell who could not be told apart."""
    several = len(_people_pieces(responsible)) > 1
    return [Doubt(SHARED_PEOPLE)] if several and not people else []


def _is_split(item: Item) -> bool:
    """Only beside a stage and a measure is the content a list of activities; else it tells of one."""
    return bool(item.content) and item.has_stage


def _activity(item: Item) -> str:
    """What is done; content tells more of a measure, unless the measure is a heading over several rows."""
    if item.has_stage or not item.measure:
        return "\n".join(item.content or item.measure)
    return "\n".join([*item.measure, *item.content])


def _split_content(lines: Sequence[str]) -> list[str]:
    """Paragraphs and sentences; points of a list stay with the line that announces them."""
    pieces: list[str] = []
    for line in lines:
        is_point = _BULLET.match(line) or line[0].islower()
        if pieces and is_point and (pieces[-1].endswith(":") or "\n" in pieces[-1] or line[0].islower()):
            pieces[-1] += "\n" + line
        else:
            pieces.extend(_sentences(line))
    return pieces if len(pieces) <= PIECES_LIMIT else ["\n".join(lines)]


def _sentences(line: str) -> list[str]:
    """The sentences of a line; a lone word («Анкетирование.») belongs to the next one."""
    sentences: list[str] = []
    for piece in _SENTENCE.split(line):
        if sentences and " " not in sentences[-1]:
            sentences[-1] += " " + piece
        else:
            sentences.append(piece)
    return [_NUMBERING.sub("", one, count=1) if _NUMBERING.match(one) else one for one in sentences]


def _split_by_deadlines(item: Item, entry: Entry, is_deadline: IsDeadline) -> list[str]:
    """The paragraphs of an activity where just as many deadlines stand against them."""
    lines = item.content or item.measure
    pieces = _split_content(lines) if len(lines) > 1 else []
    if len(pieces) < 2 or not _pieces(entry.deadline, len(pieces), is_deadline):
        return []
    return pieces


def _deadlines(lines: Sequence[str], count: int, is_deadline: IsDeadline) -> tuple[list[str], list[Doubt]]:
    pieces = _pieces(lines, count, is_deadline)
    if not pieces:
        return [" ".join(lines)] * count, [Doubt(SHARED, {"count": count})] if _differ(lines) else []
    return pieces, [] if len(lines) == count else [Doubt(BY_ORDER)]


def _differ(lines: Sequence[str]) -> bool:
    """Several deadlines for several activities are a question; one for all of them is not."""
    glued = _GLUED.split(lines[0]) if len(lines) == 1 else lines
    return len({one.strip(" .,;") for one in glued}) > 1


def _pieces(lines: Sequence[str], count: int, is_deadline: IsDeadline) -> list[str]:
    """As many deadlines as asked for, from lines or glued together, else nothing."""
    glued = _GLUED.split(lines[0]) if len(lines) == 1 else list(lines)
    if len(glued) != count or not all(is_deadline(one) and not _BARE_YEAR.fullmatch(one) for one in glued):
        return []
    return glued


def _people(lines: Sequence[str], count: int) -> list[str]:
    if len(lines) == count:
        return list(lines)
    pieces = _people_pieces(lines)
    return pieces if len(pieces) == count else []


def _people_pieces(lines: Sequence[str]) -> list[str]:
    """«кураторы … кураторы … директор» is what three cells held: the same beginning comes again."""
    if len(lines) != 1:
        return list(lines)
    words = lines[0].split()
    for length in range(1, min(len(words) // 2, 12) + 1):
        first = words[:length]
        times = 1
        while words[times * length : (times + 1) * length] == first:
            times += 1
        if times > 1:
            rest = words[times * length :]
            return [" ".join(first)] * times + ([" ".join(rest)] if rest else [])
    return [one for one in _CAPITAL.split(lines[0]) if one]


def _of_several_entries(item: Item) -> list[Draft]:
    """Rows merged beside one cell of activities: the last activities belong to the last rows."""
    entries = item.entries
    activities = _split_content(item.content or item.measure)
    surplus = len(activities) - len(entries)
    if len(activities) == 1 or surplus < 0 or not (item.has_stage or surplus == 0):
        return [_draft(item, entry, _activity(item)) for entry in entries]
    of_first = [_draft(item, entries[0], one, doubts=_of_order(surplus)) for one in activities[: surplus + 1]]
    rest = zip(activities[surplus + 1 :], entries[1:], strict=True)
    return of_first + [_draft(item, entry, one, doubts=_of_order(surplus)) for one, entry in rest]


def _of_order(surplus: int) -> list[Doubt]:
    return [Doubt(BY_ORDER)] if surplus else []


def _draft(
    item: Item,
    entry: Entry,
    activity: str,
    *,
    deadline: str | None = None,
    responsible: str | None = None,
    result: str | None = None,
    doubts: Sequence[Doubt] = (),
) -> Draft:
    return Draft(
        no=item.no,
        section=item.section,
        month=item.month,
        activity=activity,
        deadline=" ".join(entry.deadline) if deadline is None else deadline,
        responsible="\n".join(entry.responsible) if responsible is None else responsible,
        result="\n".join(entry.result) if result is None else result,
        controller="\n".join(entry.controller),
        source=entry.source,
        number_of=item.entries[0].source if item.owns_number else "",
        doubts=(*item.doubts, *entry.doubts, *doubts),
    )
