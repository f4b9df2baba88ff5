"""Finding a school by its name, for people who have no link.

What was typed is not kept: it travels in the buttons of the pages. Shown are organisations only, no people.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from sqlalchemy import ColumnElement, select
from sqlalchemy.orm import Session, aliased

from models import Membership, MembershipStatus, Organization, Person, Role
from models.organization import OrganizationKind
from services.errors import ServiceError

PAGE_SIZE = 8
LOOKED_THROUGH = 5000
"""More organisations than any region has: a search never reads more rows than this."""
QUERY_BYTES = 40
"""What was typed goes with the buttons, which hold 64 bytes."""
OPEN_KINDS = (OrganizationKind.SCHOOL, OrganizationKind.PARTNER)
DECIDING = (Role.CURATOR, Role.HEAD)
_WORD = re.compile(r"\d+|[^\W\d_]+")


class NothingToFind(ServiceError):
    """There is neither a letter nor a digit in what was typed."""


@dataclass(frozen=True, slots=True)
class Found:
    """An organisation that takes people in. `above`: what it stands under, to tell two of a name apart."""

    id: int
    name: str
    above: str


@dataclass(frozen=True, slots=True)
class FoundPage:
    """A page of what fits. `query` is what was looked for, ready for a button."""

    query: str
    lines: tuple[Found, ...]
    page: int
    pages: int
    total: int


def words_of(text: str) -> tuple[str, ...]:
    """Words and numbers in one spelling: «Гимназия №7 им. Ершова» and «гимназия 7 им ершова» are the same,
    and so are letters that differ in two dots only.
    """
    decomposed = unicodedata.normalize("NFD", text.casefold())
    plain = "".join(sign for sign in decomposed if not _is_dots(sign))
    words = _WORD.findall(unicodedata.normalize("NFC", plain))
    return tuple(one for one in words if one not in _NUMBER_SIGNS)


_NUMBER_SIGNS = ("n", "no")
"""How the sign of a number is typed where a keyboard has none."""


def _is_dots(sign: str) -> bool:
    # The dots over the Russian letter for «yo»; the breve of «short i» makes another letter and stays.
    return sign == "\u0308"


def query_of(typed: str) -> str:
    """What is looked for: numbers first, then as many words as a button holds. Raises NothingToFind."""
    words = sorted(dict.fromkeys(words_of(typed)), key=lambda one: not one.isdigit())
    kept: list[str] = []
    for word in words:
        if len(" ".join((*kept, word)).encode()) <= QUERY_BYTES:
            kept.append(word)
    if not kept:
        kept = [_cut(word) for word in words[:1]]
    if not kept:
        raise NothingToFind
    return " ".join(kept)


def _cut(word: str) -> str:
    return word.encode()[:QUERY_BYTES].decode("utf-8", "ignore")


def search(session: Session, query: str, *, page: int = 0) -> FoundPage:
    """Organisations whose names hold all the words, a number as a whole; the closest first."""
    wanted = words_of(query)
    fitting = [one for one in _open(session) if wanted and _fits(wanted, words_of(one.name))]
    fitting.sort(key=lambda one: (len(one.name), one.name, one.id))
    pages = max(1, -(-len(fitting) // PAGE_SIZE))
    page = min(max(page, 0), pages - 1)
    shown = tuple(fitting[page * PAGE_SIZE : (page + 1) * PAGE_SIZE])
    return FoundPage(query, shown, page, pages, len(fitting))


def _fits(wanted: Iterable[str], name: Sequence[str]) -> bool:
    return all(_has(word, name) for word in wanted)


def _has(word: str, name: Sequence[str]) -> bool:
    if word.isdigit():
        return word in name
    return any(one.startswith(word) for one in name)


def _open(session: Session) -> list[Found]:
    parent = aliased(Organization)
    query = (
        select(Organization.id, Organization.name, parent.name)
        .outerjoin(parent, parent.id == Organization.parent_id)
        .where(takes_people())
        .order_by(Organization.id)
        .limit(LOOKED_THROUGH)
    )
    return [Found(row[0], row[1], row[2] or "") for row in session.execute(query)]


def takes_people() -> ColumnElement[bool]:
    """A school or a partner where somebody decides about applications."""
    decides = (
        select(Membership.id)
        .join(Person, Person.id == Membership.person_id)
        .where(
            Membership.organization_id == Organization.id,
            Membership.role.in_(DECIDING),
            Membership.status == MembershipStatus.ACTIVE,
            Person.frozen_at.is_(None),
        )
        .exists()
    )
    return Organization.kind.in_(OPEN_KINDS) & decides


def is_open(session: Session, organization_id: int) -> bool:
    """Does the organisation take in people who come without a link?"""
    return name_of(session, organization_id) is not None


def name_of(session: Session, organization_id: int) -> str | None:
    """The name of an organisation that takes people in, None of any other."""
    query = select(Organization.name).where(Organization.id == organization_id, takes_people())
    return session.scalar(query)
