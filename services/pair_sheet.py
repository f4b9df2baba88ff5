"""The board as a table to take away: the same pairs with the same columns, of the schools that let such files
through the chat.

Puts nothing into words and writes no file: see `services/duty_sheet.py`, in which every cell is text.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

from sqlalchemy import select
from sqlalchemy.orm import Session

from models import Organization
from services import access
from services.access import Actor
from services.errors import ServiceError
from services.local_time import today_in
from services.pair_board import BoardLine, lines_of, places_of


class SheetKeptOutOfChat(ServiceError):
    """The school keeps files about people out of the chat."""


@dataclass(frozen=True, slots=True)
class PairSheet:
    """What the file holds, as of this local day."""

    lines: tuple[BoardLine, ...]
    today: date


def export(session: Session, actor: Actor, *, now: datetime) -> PairSheet:
    """All active pairs, the neediest first. That it was taken is written to the audit log.

    Raises NotAllowed, SheetKeptOutOfChat when none of the actor's schools sends files through the chat.
    """
    query = select(Organization).where(Organization.id.in_(places_of(actor))).order_by(Organization.id)
    open_places = [one for one in session.scalars(query) if one.files_in_chat]
    if not open_places:
        raise SheetKeptOutOfChat
    for place in open_places:
        access.record(
            session,
            "pairs.sheet_taken",
            actor_id=actor.person_id,
            organization_id=place.id,
            subject_kind="organization",
            subject_id=place.id,
            now=now,
        )
    lines = lines_of(session, actor, [place.id for place in open_places], now=now)
    return PairSheet(tuple(lines), today_in(actor.timezone, now))
