"""An invitation to be looked at by a camera: the link as a QR code, and a sheet for the staff room.

Knows links and paper; the words come from whoever asks. Takes a moment: run it beside the event loop.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from io import BytesIO

import segno

from services.documents import Paper, Picture, docx

SCALE = 10
"""Pixels of one square: large enough for a camera across a room."""
PICTURE_WIDTH = 90
"""Millimetres on the sheet."""


@dataclass(frozen=True, slots=True)
class SheetWords:
    """What stands on the sheet: above the picture, below it, and the steps to take."""

    title: str
    before: Sequence[str]
    after: Sequence[str]


def qr_png(url: str) -> bytes:
    """The link as a PNG that can still be read when a tenth of it is hidden."""
    file = BytesIO()
    segno.make(url, error="m", micro=False).save(file, kind="png", scale=SCALE, border=4)
    return file.getvalue()


def staff_sheet(url: str, words: SheetWords) -> bytes:
    """A page to be printed, as `.docx`."""
    picture = Picture(qr_png(url), PICTURE_WIDTH)
    return docx(Paper(words.title, (*words.before, picture, *words.after)))
