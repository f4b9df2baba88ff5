"""Calendar days as people type them, read by the grammar of deadlines."""

from __future__ import annotations

import re
from datetime import date

from services import deadlines
from services.deadlines import Context
from services.errors import ServiceError
from services.text_limits import clean

_OF = re.compile(r"^от\s+", re.IGNORECASE)  # text-check: allow

_WITH_YEAR = re.compile(r"\b(?:\d{1,2}[./-]\d{1,2}[./-]\d{2}|\d{4})(?!\d)")


class NotADate(ServiceError):
    """What was typed is not understood as one calendar day."""


def read_day(typed: str, today: date) -> date:
    """A calendar day typed in any form that the grammar of deadlines reads. Raises NotADate."""
    reading = deadlines.read(_OF.sub("", clean(typed)), Context(today=today))
    if reading.parts or reading.end is None or reading.start not in (None, reading.end):
        raise NotADate
    return reading.end


def names_year(typed: str) -> bool:
    """Whether a typed day says of which year it is: «10.11.2026», «10.11.26»."""
    return _WITH_YEAR.search(clean(typed)) is not None
