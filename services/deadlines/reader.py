"""Reads a deadline phrase beside its plan."""

from __future__ import annotations

from services.deadlines.grammar import pieces
from services.deadlines.meaning import meaning
from services.deadlines.normalize import tidy
from services.deadlines.reading import Context, Doubt, Kind, Reading
from services.deadlines.tokens import AT_MOST, tokens


def read(phrase: str, context: Context) -> Reading:
    """What the phrase means in the plan (requirements §3). Never raises; its time is bounded."""
    seen = tidy(phrase)
    if seen.is_too_long:
        return Reading(phrase, Kind.UNPARSABLE, doubts=(Doubt("too-long"),))
    found = tokens(seen.text)
    if len(found) > AT_MOST:
        return Reading(phrase, Kind.UNPARSABLE, doubts=(Doubt("too-long"),))
    if not found:
        return Reading(phrase, Kind.UNPARSABLE, doubts=(Doubt("not-understood" if seen.text else "empty"),))
    noted = [Doubt("look-alike")] if seen.is_mended else []
    return meaning(phrase, seen.text, pieces(found), context, noted)
