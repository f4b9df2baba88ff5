"""What third persons add about somebody's needs: kept as a conclusion, never as a copy (L-1-3, L-1-4).

A class teacher's word, what a personal file or an attestation says: the source, on what ground it may be
kept, and one or two sentences of conclusion. A sensitive one is never shown in a list: its text is read by a
curator who opens it, and that is written down.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from models import Conclusion, Membership, MembershipStatus, Role
from services import access
from services.access import Actor
from services.errors import NoLongerCurrent, NotAllowed, ServiceError
from services.names import PersonName
from services.typed_text import checked

TEXT_LIMIT = 1000
PAGE_SIZE = 6
MOST = 50
"""More conclusions about one person are a file of its own, which has no place here."""
SOURCES = "conclusion_source"
GROUNDS = "legal_ground"
CONCLUDED_ROLES = (Role.MENTEE, Role.MENTOR)

_SPACE = r"[\s\u00a0.\-]*"
_PATTERNS = {
    "passport": rf"(?<!\d)\d{{2}}{_SPACE}\d{{2}}{_SPACE}(?:\u2116|N|No)?{_SPACE}\d{{6}}(?!\d)",
    "snils": rf"(?<!\d)\d{{3}}{_SPACE}\d{{3}}{_SPACE}\d{{3}}{_SPACE}\d{{2}}(?!\d)",
    "card": rf"(?<!\d)(?:\d{_SPACE}){{16}}(?!\d)",
    "phone": rf"(?<!\d)(?:\+?7|8){_SPACE}\(?\d{{3}}\)?{_SPACE}\d{{3}}{_SPACE}\d{{2}}{_SPACE}\d{{2}}(?!\d)",
    "mail": r"[^\s@]+@[^\s@]+\.[^\s@]+",
}
_FOREIGN = re.compile("|".join(f"(?P<{name}>{pattern})" for name, pattern in _PATTERNS.items()))


class LooksLikeDocument(ServiceError):
    """What was typed holds something that looks like the number of a document, a telephone or an address."""


class TooManyConclusions(ServiceError):
    """Field `limit`."""


@dataclass(frozen=True, slots=True)
class ConclusionLine:
    """A conclusion in the list: of a sensitive one only that there is one."""

    id: int
    source: str
    entered_at: datetime
    is_sensitive: bool
    text: str


@dataclass(frozen=True, slots=True)
class Conclusions:
    """What there is about a person. `may_add`: the reader is a curator there."""

    membership_id: int
    name: PersonName
    lines: tuple[ConclusionLine, ...]
    page: int
    pages: int
    may_add: bool


@dataclass(frozen=True, slots=True)
class ConclusionView:
    """One conclusion, opened by a curator."""

    id: int
    membership_id: int
    name: PersonName
    source: str
    ground: str
    text: str
    is_sensitive: bool
    entered_at: datetime


@dataclass(frozen=True, slots=True)
class NewConclusion:
    """`source` and `ground` are keys of their lists in content/."""

    source: str
    ground: str
    text: str
    is_sensitive: bool


def listed(
    session: Session, actor: Actor, membership_id: int, *, page: int = 0, now: datetime
) -> Conclusions:
    """What curators have entered about a person, the newest first; texts of sensitive ones are left out.

    For curators and the head of that organisation, not about oneself; the look is recorded. Raises
    NoLongerCurrent, NotAllowed.
    """
    membership = _about(session, actor, membership_id, Role.CURATOR, Role.HEAD)
    access.record_look(
        session,
        actor,
        "conclusion.list_seen",
        membership.organization_id,
        subject_kind="membership",
        subject_id=membership_id,
        now=now,
    )
    mine = Conclusion.membership_id == membership_id
    total = session.scalar(select(func.count()).select_from(Conclusion).where(mine)) or 0
    pages = max(1, -(-total // PAGE_SIZE))
    number = min(max(page, 0), pages - 1)
    newest_first = select(Conclusion).where(mine).order_by(Conclusion.entered_at.desc(), Conclusion.id.desc())
    found = session.scalars(newest_first.offset(number * PAGE_SIZE).limit(PAGE_SIZE))
    is_curator = actor.participation(Role.CURATOR, organization_id=membership.organization_id) is not None
    name = PersonName.of(membership)
    return Conclusions(
        membership_id, name, tuple(_line(one) for one in found), number, pages, may_add=is_curator
    )


def _line(one: Conclusion) -> ConclusionLine:
    text = "" if one.is_sensitive else one.text
    return ConclusionLine(one.id, one.source, one.entered_at, one.is_sensitive, text)


def about(session: Session, actor: Actor, membership_id: int) -> PersonName:
    """Whom a conclusion is going to be about. Raises NoLongerCurrent, NotAllowed, TooManyConclusions."""
    membership = _about(session, actor, membership_id, Role.CURATOR)
    known = select(func.count()).where(Conclusion.membership_id == membership_id)
    if (session.scalar(known) or 0) >= MOST:
        raise TooManyConclusions(limit=MOST)
    return PersonName.of(membership)


def _about(session: Session, actor: Actor, membership_id: int, *roles: Role) -> Membership:
    membership = session.get(Membership, membership_id)
    if membership is None:
        raise NoLongerCurrent
    access.require_role(actor, membership.organization_id, *roles)
    if membership.person_id == actor.person_id or membership.role not in CONCLUDED_ROLES:
        raise NotAllowed
    if membership.person.is_frozen or membership.status == MembershipStatus.LEFT:
        raise NoLongerCurrent
    return membership


def checked_text(typed: str) -> str:
    """A conclusion as it is kept. Raises AnswerEmpty, AnswerTooLong, LooksLikeDocument (passport, insurance
    number, bank card, telephone, e-mail: what has no place in a conclusion).
    """
    text = checked(typed, TEXT_LIMIT)
    if _FOREIGN.search(text):
        raise LooksLikeDocument
    return text


def add(
    session: Session, actor: Actor, membership_id: int, new: NewConclusion, *, now: datetime
) -> ConclusionView:
    """Keep a conclusion; its author is the curator. `source` and `ground` have been chosen from their lists.

    Raises NoLongerCurrent, NotAllowed, TooManyConclusions, and what `checked_text` raises.
    """
    about(session, actor, membership_id)
    conclusion = Conclusion(
        membership=session.get_one(Membership, membership_id),
        source=new.source,
        ground=new.ground,
        text=checked_text(new.text),
        is_sensitive=new.is_sensitive,
        entered_by_id=actor.person_id,
        entered_at=now,
    )
    session.add(conclusion)
    session.flush()
    _log(session, "conclusion.added", conclusion, actor, now)
    return _view(conclusion)


def open_one(session: Session, actor: Actor, conclusion_id: int, *, now: datetime) -> ConclusionView:
    """Read one. A sensitive text is for curators only; each look is written down. Raises NoLongerCurrent,
    NotAllowed.
    """
    conclusion = session.get(Conclusion, conclusion_id)
    if conclusion is None:
        raise NoLongerCurrent
    roles = (Role.CURATOR,) if conclusion.is_sensitive else (Role.CURATOR, Role.HEAD)
    _about(session, actor, conclusion.membership_id, *roles)
    _log(session, "conclusion.seen", conclusion, actor, now)
    return _view(conclusion)


def see(session: Session, actor: Actor, conclusion_id: int) -> ConclusionLine:
    """The one that is about to be removed, without a sensitive text. Raises NoLongerCurrent, NotAllowed."""
    return _line(_removable(session, actor, conclusion_id))


def remove(session: Session, actor: Actor, conclusion_id: int, *, now: datetime) -> int:
    """Destroy a conclusion. Returns whom it was about. Raises NoLongerCurrent, NotAllowed."""
    conclusion = _removable(session, actor, conclusion_id)
    membership_id = conclusion.membership_id
    _log(session, "conclusion.removed", conclusion, actor, now)
    session.delete(conclusion)
    session.flush()
    return membership_id


def _removable(session: Session, actor: Actor, conclusion_id: int) -> Conclusion:
    conclusion = session.get(Conclusion, conclusion_id)
    if conclusion is None:
        raise NoLongerCurrent
    _about(session, actor, conclusion.membership_id, Role.CURATOR)
    return conclusion


def _view(one: Conclusion) -> ConclusionView:
    return ConclusionView(
        one.id,
        one.membership_id,
        PersonName.of(one.membership),
        one.source,
        one.ground,
        one.text,
        one.is_sensitive,
        one.entered_at,
    )


def _log(session: Session, act: str, one: Conclusion, actor: Actor, now: datetime) -> None:
    access.record(
        session,
        act,
        actor_id=actor.person_id,
        organization_id=one.membership.organization_id,
        subject_kind="conclusion",
        subject_id=one.id,
        now=now,
    )
