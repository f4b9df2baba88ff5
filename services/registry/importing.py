"""A whole staff taken in from a file: shown first, then stored as a whole or not at all (N-3.4-5).

What was read is kept nowhere between the two: a row without a consent may not be stored (152-FZ art. 9), so
the file is read again when it is confirmed. Everything is one transaction, at most ROW_LIMIT rows of it: a
crash leaves either nothing or all, and the same file once more finds everybody known.

Rows with a signed paper become members without Telegram. Of the others nothing is stored: each gets a link
for one person, and only the answer to whoever imports says whose it is. When that answer is lost, the same
file gives new links, and the old ones run out unknown to anybody.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from sqlalchemy.orm import Session

from models import Organization, Role
from services import access, colleagues, invitations
from services.access import Actor
from services.colleagues import NewPerson
from services.content import ConsentText
from services.errors import NoLongerCurrent, ServiceError
from services.registry import exporting
from services.registry.reading import Flaw, Staff, StaffRow, WrongRow, name_key


class NothingToImport(ServiceError):
    """No row of the file can be taken over."""


@dataclass(frozen=True, slots=True)
class Preview:
    """What would become of a file. `mentees` and `mentors` count the rows with a consent, which would be
    entered; `without_consent` those that would get a link.
    """

    organization_id: int
    organization_name: str
    mentees: int
    mentors: int
    without_consent: int
    wrong: tuple[WrongRow, ...]
    left_out: tuple[str, ...]

    @property
    def total(self) -> int:
        return self.taken + len(self.wrong)

    @property
    def taken(self) -> int:
        return self.mentees + self.mentors + self.without_consent


@dataclass(frozen=True, slots=True)
class PersonalLink:
    """A link for one person of the file. The name is not stored: it goes back to whoever imports."""

    row: StaffRow
    code: str


@dataclass(frozen=True, slots=True)
class Imported:
    """What became of a file."""

    organization_id: int
    organization_name: str
    entered: int
    links: tuple[PersonalLink, ...]
    wrong: tuple[WrongRow, ...]


def check(session: Session, actor: Actor, organization_id: int) -> Organization:
    """May the actor import there through the chat? Raises NotAllowed, NoLongerCurrent,
    RegistryOnServerOnly.
    """
    organization = exporting.require_decider(session, actor, organization_id)
    exporting.require_chat(organization)
    return organization


def preview(session: Session, actor: Actor, organization_id: int, staff: Staff) -> Preview:
    """What would become of the file; nothing is stored. Raises NotAllowed, NoLongerCurrent,
    RegistryOnServerOnly.
    """
    return outlook(session, check(session, actor, organization_id), staff)


def outlook(session: Session, organization: Organization, staff: Staff) -> Preview:
    """The same for whoever has been checked."""
    staff = _without_known(session, organization.id, staff)
    with_consent = [row for row in staff.rows if row.has_consent]
    mentors = sum(row.role == Role.MENTOR for row in with_consent)
    return Preview(
        organization.id,
        organization.name,
        len(with_consent) - mentors,
        mentors,
        len(staff.rows) - len(with_consent),
        staff.wrong,
        staff.left_out,
    )


def store(
    session: Session,
    actor: Actor,
    organization_id: int,
    staff: Staff,
    text: ConsentText,
    *,
    now: datetime,
) -> Imported:
    """Take the good rows in, all of them in this one transaction. `text` are the words of the signed consent.

    Raises NotAllowed, NoLongerCurrent, RegistryOnServerOnly, NothingToImport.
    """
    organization = check(session, actor, organization_id)
    return take_in(session, organization, staff, text, by_id=actor.person_id, now=now)


def take_in(
    session: Session,
    organization: Organization,
    staff: Staff,
    text: ConsentText,
    *,
    by_id: int | None,
    now: datetime,
) -> Imported:
    """The same for whoever has been checked; `by_id` is None for the operator at the command line."""
    staff = _without_known(session, organization.id, staff)
    if not staff.rows:
        raise NothingToImport
    new = [_new_person(row) for row in staff.rows if row.has_consent]
    entered = colleagues.enter_new(session, organization, new, text, by_id=by_id, now=now)
    links = [
        PersonalLink(row, _link(session, organization.id, row.role, by_id, now))
        for row in staff.rows
        if not row.has_consent
    ]
    access.record(
        session,
        "registry.imported",
        actor_id=by_id,
        organization_id=organization.id,
        subject_kind="registry",
        now=now,
    )
    return Imported(organization.id, organization.name, len(entered), tuple(links), staff.wrong)


def school_of(session: Session, organization_id: int) -> Organization:
    """An organisation with a staff, for the operator. Raises NoLongerCurrent."""
    organization = session.get(Organization, organization_id)
    if organization is None or not organization.kind.has_staff:
        raise NoLongerCurrent
    return organization


def _new_person(row: StaffRow) -> NewPerson:
    if row.consent_dated_on is None:
        raise ValueError("nothing may be stored of a row without a consent")
    return NewPerson(
        role=row.role,
        last=row.last,
        first=row.first,
        patronymic=row.patronymic,
        consent_number=row.consent_number,
        consent_dated_on=row.consent_dated_on,
        profile=row.profile,
        capacity=row.capacity,
    )


def _link(session: Session, organization_id: int, role: Role, by_id: int | None, now: datetime) -> str:
    invitation = invitations.create_invitation(
        session, organization_id, role, places=1, created_by=by_id, now=now
    )
    return invitation.code


def _without_known(session: Session, organization_id: int, staff: Staff) -> Staff:
    """Whoever takes part in the school already is no newcomer, whatever the role: a second one is given by a
    link, so that one human being stays one person.
    """
    known = _known(session, organization_id)
    wrong = [WrongRow(row.number, row.sheet, (Flaw("known"),)) for row in staff.rows if row.name_key in known]
    if not wrong:
        return staff
    rows = tuple(row for row in staff.rows if row.name_key not in known)
    return replace(staff, rows=rows, wrong=_in_order((*staff.wrong, *wrong)))


def _in_order(wrong: Sequence[WrongRow]) -> tuple[WrongRow, ...]:
    return tuple(sorted(wrong, key=lambda one: (one.sheet, one.number)))


def _known(session: Session, organization_id: int) -> set[str]:
    return {name_key(*name) for name in colleagues.names_here(session, organization_id)}
