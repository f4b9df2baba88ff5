"""Plans without a table: numbered lines that say what, by when and who, told apart by dashes or by words
with a colon. Only what is unambiguous is read; sentences with deadlines inside them are not.

Knows no formats.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from services.plans.columns import IsDeadline, Part, part_of
from services.plans.pairing import Draft

_LINE_LIMIT = 2_000
_LEAST, _LOOKED_AT = 3, 3_000
_NUMBERED = re.compile(r"(\d{1,2}(?:\.\d{1,2}){0,3})[.)]?\s+(\S.*)")
_LABEL = re.compile(
    r"(?:^|(?<=[\s.;,(—–-]))(срок\w*(?:\s+(?:исполнени|проведени|выполнени)\w*)?|отв(?:\.|етственн\w+)|исполнител\w+"
    r"|(?:ожидаемый\s+)?результат\w*|контрол\w+)\s*[:—–]\s*",
    re.IGNORECASE,
)
_DASH = re.compile(r"\s+[—–-]\s+|\s*;\s*|\s*\t+\s*")
_DATED = re.compile(r"\d{1,2}\.\d{1,2}\.(?:\d\d){1,2}|\b(?:до|к|с)\s+\d{1,2}[.\s]")
_ENDS = " .;,—–-"


def find_list(lines: Sequence[str], is_deadline: IsDeadline) -> tuple[list[Draft], list[str]]:
    """The rows of the list and the lines above it; no rows when it isn't clear that the lines are a plan."""
    drafts: list[Draft] = []
    section, first, unclear = "", len(lines), 0
    for at, line in enumerate(lines[:_LOOKED_AT]):
        match = _NUMBERED.fullmatch(line) if len(line) <= _LINE_LIMIT else None
        if match is None:
            unclear += bool(drafts) and len(line) <= _LINE_LIMIT and _DATED.search(line) is not None
            if drafts and len(line) <= 120:
                section = line
            continue
        draft = _draft(match[1], match[2], section, at + 1, is_deadline)
        if draft is not None:
            drafts.append(draft)
            first = min(first, at)
        elif _DATED.search(line) or _LABEL.search(line):
            unclear += 1
        else:
            section = line
    if len(drafts) < _LEAST or unclear * 10 > len(drafts):
        return [], []
    return drafts, list(lines[:first])


def _draft(no: str, text: str, section: str, at: int, is_deadline: IsDeadline) -> Draft | None:
    labelled = _labelled(text)
    pieces = labelled or _dashed(text, is_deadline)
    activity, deadline = pieces.get(Part.MEASURE, ""), pieces.get(Part.DEADLINE, "")
    if len(activity.split()) < 2 or not is_deadline(deadline):
        return None
    return Draft(
        no=no,
        section=section,
        month="",
        activity=activity,
        deadline=deadline,
        responsible=pieces.get(Part.RESPONSIBLE, ""),
        result=pieces.get(Part.RESULT, ""),
        controller=pieces.get(Part.CONTROLLER, ""),
        source=f"0:{at}",
        number_of=f"0:{at}",
    )


def _labelled(text: str) -> dict[Part, str]:
    """«Провести педсовет. Срок: до 15.09. Ответственный: директор»."""
    parts = _LABEL.split(text)
    if len(parts) < 3:
        return {}
    found = {Part.MEASURE: parts[0].strip(_ENDS)}
    for label, value in zip(parts[1::2], parts[2::2], strict=True):
        part = Part.RESPONSIBLE if label.lower().startswith("отв") else part_of(label)
        if part is not None:
            found.setdefault(part, _bare(value))
    if Part.DEADLINE not in found:
        return _with_dashed_deadline(found)
    return found


def _with_dashed_deadline(found: dict[Part, str]) -> dict[Part, str]:
    """«Провести педсовет — до 15.09 — ответственный: директор»: only people have a word with a colon."""
    pieces = _DASH.split(found[Part.MEASURE])
    if len(pieces) < 2:
        return {}
    joined = " – ".join(pieces[1:])
    return {**found, Part.MEASURE: pieces[0].strip(_ENDS), Part.DEADLINE: _bare(joined)}


def _bare(piece: str) -> str:
    bare = piece.strip(" ;,—–-")
    return bare if bare.endswith(("г.", "гг.")) else bare.rstrip(".")


def _dashed(text: str, is_deadline: IsDeadline) -> dict[Part, str]:
    """«Провести педсовет — до 15.09 — директор»: exactly one piece is a deadline, the first says what."""
    pieces = [_bare(piece) for piece in _DASH.split(text)]
    if not 2 <= len(pieces) <= 6 or is_deadline(pieces[0]):
        return {}
    for length in (2, 1):
        for at in range(1, len(pieces) - length + 1):
            joined = " – ".join(pieces[at : at + length])
            if not is_deadline(joined) or not is_deadline(pieces[at + length - 1]):
                continue
            others = pieces[1:at] + pieces[at + length :]
            if any(map(is_deadline, others)) or len(others) > 2:
                return {}
            names = (Part.RESPONSIBLE, Part.RESULT)
            return {Part.MEASURE: pieces[0], Part.DEADLINE: joined, **dict(zip(names, others, strict=False))}
    return {}
