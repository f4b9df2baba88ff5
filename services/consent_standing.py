"""What still lacks before a pair may be fixed by an order: whose consent, and what about it.

The rule: the mentor's written consent to be a mentor (N-3.2), and every member's written consent to the extra
duties (N-3.3-5, T-3.8, P-doc-1, G-1.1), each with its signed original.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from sqlalchemy import select
from sqlalchemy.orm import Session

from models import Consent, ConsentKind, ConsentStatus, Membership, Mentorship
from services.names import PersonName

Key = tuple[ConsentKind, int, int]
"""Kind, person, and what it is about: the organisation of the consent to be a mentor, else the pair."""


class Lack(StrEnum):
    """Why a consent does not count yet."""

    NOT_ASKED = "not_asked"
    UNANSWERED = "unanswered"
    REFUSED = "refused"
    WITHDRAWN = "withdrawn"
    ORIGINAL = "original"


@dataclass(frozen=True, slots=True)
class Missing:
    """One consent that lacks, of whom, and why. `consent_id` where there is a record of it."""

    kind: ConsentKind
    name: PersonName
    why: Lack
    consent_id: int | None


@dataclass(frozen=True, slots=True)
class Standing:
    """What lacks of a pair. `latest_original`: the day of the newest signed paper, where nothing lacks."""

    mentorship_id: int
    missing: tuple[Missing, ...]
    latest_original: date | None

    @property
    def is_ready(self) -> bool:
        return not self.missing


def of_pairs(session: Session, pairs: Sequence[Mentorship], today: date) -> dict[int, Standing]:
    """The standing of each pair, by its id, found with one question to the database."""
    found = _consents(session, pairs)
    return {pair.id: _standing(pair, found, today) for pair in pairs}


def of_pair(session: Session, pair: Mentorship, today: date) -> Standing:
    return of_pairs(session, [pair], today)[pair.id]


def of_mentor(session: Session, mentor: Membership, today: date) -> Missing | None:
    """What lacks of a mentor's own consent, None when it counts."""
    query = select(Consent).where(
        Consent.person_id == mentor.person_id,
        Consent.organization_id == mentor.organization_id,
        Consent.kind == ConsentKind.MENTOR,
    )
    return _lack(ConsentKind.MENTOR, mentor, session.scalars(query.order_by(Consent.id)).all(), today)


def _consents(session: Session, pairs: Collection[Mentorship]) -> Mapping[Key, list[Consent]]:
    people = {member.membership.person_id for pair in pairs for member in pair.members}
    query = select(Consent).where(
        Consent.person_id.in_(people), Consent.kind.in_((ConsentKind.MENTOR, ConsentKind.EXTRA_DUTIES))
    )
    found: dict[Key, list[Consent]] = {}
    for one in session.scalars(query.order_by(Consent.id)):
        about = one.organization_id if one.kind == ConsentKind.MENTOR else one.mentorship_id or 0
        found.setdefault((one.kind, one.person_id, about), []).append(one)
    return found


def _standing(pair: Mentorship, found: Mapping[Key, list[Consent]], today: date) -> Standing:
    wanted = [(ConsentKind.MENTOR, pair.mentor.membership, pair.organization_id)]
    wanted += [(ConsentKind.EXTRA_DUTIES, one.membership, pair.id) for one in pair.members]
    missing, papers = [], []
    for kind, membership, about in wanted:
        consents = found.get((kind, membership.person_id, about), [])
        if (lack := _lack(kind, membership, consents, today)) is not None:
            missing.append(lack)
        papers += [one.original_dated_on for one in _effective(consents, today)[-1:]]
    dated = [one for one in papers if one is not None]
    return Standing(pair.id, tuple(missing), max(dated, default=None))


def _effective(consents: Iterable[Consent], today: date) -> list[Consent]:
    return [one for one in consents if one.is_effective(today)]


def _lack(
    kind: ConsentKind, membership: Membership, consents: Sequence[Consent], today: date
) -> Missing | None:
    """None when one of them counts; otherwise what became of the newest."""
    if _effective(consents, today):
        return None
    asked = [one for one in consents if one.status != ConsentStatus.SUPERSEDED]
    name = PersonName.of(membership)
    if not asked:
        return Missing(kind, name, Lack.NOT_ASKED, None)
    return Missing(kind, name, _WHY[asked[-1].status], asked[-1].id)


_WHY = {
    ConsentStatus.ASKED: Lack.UNANSWERED,
    ConsentStatus.REFUSED: Lack.REFUSED,
    ConsentStatus.WITHDRAWN: Lack.WITHDRAWN,
    ConsentStatus.GIVEN: Lack.ORIGINAL,
}
