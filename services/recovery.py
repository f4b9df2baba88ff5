"""What is done when something went wrong on the way to or from Telegram: each a transaction of its own.

Source of the rules: faults 1–4, 16–27.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime

from sqlalchemy import select
from sqlalchemy.orm import Session

from models import Person
from models.delivery import Urgency
from services import alerts, inbox, outbox
from services.claims import Due

UNAUTHORIZED = "unauthorized"
"""Why the outbox is halted when Telegram does not accept the token."""


def owe_lost_answers(session: Session, *, now: datetime) -> int:
    """After a crash: whoever's last step was committed without a sure answer is shown where they stand."""
    lost = inbox.interrupted(session)
    for update_id, chat_id in lost:
        owe_answer(session, update_id, chat_id, now=now)
    return len(lost)


def owe_answer(session: Session, update_id: int, chat_id: int | None, *, now: datetime) -> None:
    """The step is done, the answer did not get through: show the person where they stand. Once per update."""
    person = _person(session, chat_id)
    if person is not None:
        outbox.notify(
            session,
            kind="common.resume",
            key=f"resume:{update_id}",
            person_id=person.id,
            payload={},
            topic=f"resume:{person.id}",
            urgency=Urgency.URGENT,
            due_at=now,
            now=now,
        )
    inbox.settle(session, [update_id])


def lay_aside(
    session: Session,
    update_id: int,
    chat_id: int | None,
    *,
    error: str,
    incident: str,
    admin_ids: Iterable[int],
    now: datetime,
) -> str | None:
    """Give an update up and tell the operators its code. Returns the language of the person concerned (fault
    27).
    """
    inbox.fail(session, update_id, error=error, incident=incident)
    tell_operators(
        session, "operator.incident", {"code": incident}, f"incident:{incident}", admin_ids, now=now
    )
    return language_of(session, chat_id)


def tell_operators(
    session: Session, kind: str, payload: dict[str, str], key: str, admin_ids: Iterable[int], *, now: datetime
) -> None:
    for admin_id in admin_ids:
        outbox.notify(
            session,
            kind=kind,
            key=f"{key}:{admin_id}",
            chat_id=admin_id,
            payload=dict(payload),
            urgency=Urgency.URGENT,
            due_at=now,
            now=now,
        )


def reader_blocked(session: Session, due: Due, owner: str, reason: str, *, now: datetime) -> None:
    """403: the person blocked the bot. The row is buried, the rest of their queue taken back, the curators
    told.
    """
    outbox.bury(session, due.id, owner, reason, now=now)
    if due.person_id is not None:
        alerts.report_blocked(session, due.person_id, now=now)


def buried(
    session: Session, due: Due, owner: str, reason: str, admin_ids: Iterable[int], *, now: datetime
) -> None:
    """A dead letter: the curators and the operators hear of it, the rest of the queue goes on."""
    outbox.bury(session, due.id, owner, reason, now=now)
    # An alert that did not arrive is no cause for another one to the same people, and so on without end.
    if due.person_id is not None and not due.kind.startswith("alerts."):
        alerts.report_undelivered(session, due.person_id, due.id, now=now)
    if not due.kind.startswith("operator."):
        tell_operators(
            session,
            "operator.dead_letter",
            {"kind": due.kind, "id": str(due.id)},
            f"dead:{due.id}",
            admin_ids,
            now=now,
        )


def chat_moved(session: Session, due: Due, owner: str, new_chat_id: int, *, now: datetime) -> None:
    """The group became a supergroup: swap the number everywhere and send the row again, once."""
    outbox.move_chat(session, due.chat_id, new_chat_id)
    outbox.postpone(session, due.id, owner, now, burn_attempt=False, error="migrated")


def token_revoked(session: Session, due: Due, owner: str, *, now: datetime) -> None:
    """401: nothing can be sent any more. Keep the row and halt until an operator says so."""
    outbox.postpone(session, due.id, owner, now, burn_attempt=False, error=UNAUTHORIZED)
    outbox.halt(session, UNAUTHORIZED)


def flooded(session: Session, due: Due, owner: str, until: datetime) -> None:
    """429: everybody pauses, no attempt is burned."""
    outbox.postpone(session, due.id, owner, until, burn_attempt=False, error="flood")
    outbox.pause_everyone(session, until)


def language_of(session: Session, chat_id: int | None) -> str | None:
    """The language of the person of this chat, if both are known."""
    person = _person(session, chat_id)
    return person.language if person else None


def _person(session: Session, chat_id: int | None) -> Person | None:
    if chat_id is None:
        return None
    return session.scalars(select(Person).where(Person.chat_id == chat_id)).one_or_none()
