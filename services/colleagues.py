"""A colleague without Telegram: entered by a curator with the consent on paper, and the profile filled in for
them.

The rules are the same whether a curator types them one by one or a whole staff is imported.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from models import ConsentKind, Membership, MembershipStatus, Organization, Partition, Person, Role
from services import access, consent_records
from services.access import Actor
from services.consent_records import Asking, Paper
from services.content import ConsentText
from services.errors import NoLongerCurrent, NotAllowed, ServiceError
from services.local_time import today_in
from services.representing import PersonHasTelegram
from services.text_limits import clean, telegram_length
from services.typed_text import checked_line

ENTERING = (Role.CURATOR, Role.HEAD)
ENTERED_ROLES = (Role.MENTEE, Role.MENTOR)
"""All others come by a link of their own: what they do is done in the bot."""
NAME_LIMIT = 100
NUMBER_LIMIT = 64
MOST_MENTEES = 10
EARLIEST_CONSENT = date(2006, 7, 27)
"""The law on personal data is of that day: no consent to it can be older."""


class SamePersonKnown(ServiceError):
    """Somebody of that name takes part here already."""


class FullNameNeeded(ServiceError):
    """A surname and a first name are needed, each of at most a hundred characters."""


class ConsentDateWrong(ServiceError):
    """A paper can't be signed tomorrow, nor before there was the law. Fields `first` and `last`, as
    «27.07.2006».
    """


class CapacityWrong(ServiceError):
    """Fields `minimum` and `maximum`: how many mentees one mentor takes."""


@dataclass(frozen=True, slots=True)
class NewPerson:
    """What is entered of a colleague. `profile` as an approved application would have it; `capacity` counts
    for mentors; the consent is the signed paper, by its number and date.
    """

    role: Role
    last: str
    first: str
    patronymic: str
    consent_number: str
    consent_dated_on: date
    profile: Mapping[str, Any] = field(default_factory=dict)
    capacity: int = 1
    affiliation_id: int | None = None


def enter(
    session: Session,
    actor: Actor,
    organization_id: int,
    entry: NewPerson,
    text: ConsentText,
    *,
    now: datetime,
) -> int:
    """Enter a mentee or a mentor without Telegram. They are active at once, a mentee waits for a mentor.

    `text` are the words of the signed consent to the processing of personal data. Returns the membership.
    Raises NotAllowed, NoLongerCurrent (another role), FullNameNeeded, AnswerEmpty, AnswerTooLong,
    ConsentDateWrong, CapacityWrong, SamePersonKnown.
    """
    access.require_role(actor, organization_id, *ENTERING)
    organization = session.get_one(Organization, organization_id)
    if entry.role not in ENTERED_ROLES or not organization.kind.has_staff:
        raise NoLongerCurrent
    name = checked_name(entry.last, entry.first, entry.patronymic)
    refuse_known(session, organization_id, name)
    (entered,) = enter_new(session, organization, [entry], text, by_id=actor.person_id, now=now)
    return entered


def enter_new(
    session: Session,
    organization: Organization,
    entries: Sequence[NewPerson],
    text: ConsentText,
    *,
    by_id: int | None,
    now: datetime,
) -> list[int]:
    """Enter people who are known to be new here, for whoever has been checked: an import compares the names
    of a whole staff at once. `by_id` is None for the operator at the command line. Raises as `enter` does.
    """
    today = today_in(organization.timezone, now)
    members = [_member(organization, entry, today, by_id, now) for entry in entries]
    session.add_all(members)
    session.flush()
    papers = [_paper(member, entry) for member, entry in zip(members, entries, strict=True)]
    consent_records.record_papers(session, papers, text, received_by_id=by_id, now=now)
    for member in members:
        _log(session, "person.entered", member, by_id, now)
    return [member.id for member in members]


def checked_name(last: str, first: str, patronymic: str = "") -> tuple[str, str, str]:
    """The parts of a name as they are kept. Raises FullNameNeeded."""
    cleaned = tuple(" ".join(clean(part).split()) for part in (last, first, patronymic))
    if not all(cleaned[:2]) or any(telegram_length(part) > NAME_LIMIT for part in cleaned):
        raise FullNameNeeded
    return cleaned[0], cleaned[1], cleaned[2]


def checked_number(number: str) -> str:
    """The number of the paper as it is kept. Raises AnswerEmpty, AnswerTooLong."""
    return checked_line(number, NUMBER_LIMIT)


def check_date(dated_on: date, today: date) -> None:
    """Can a consent be of that day? Raises ConsentDateWrong."""
    if not EARLIEST_CONSENT <= dated_on <= today:
        raise ConsentDateWrong(first=f"{EARLIEST_CONSENT:%d.%m.%Y}", last=f"{today:%d.%m.%Y}")


def refuse_known(session: Session, organization_id: int, name: tuple[str, str, str]) -> None:
    """Raises SamePersonKnown when somebody of that name takes part here, whatever the role: a second one is
    given by a link, so that one human being stays one person.
    """
    wanted = same_name(*name)
    if any(same_name(*known) == wanted for known in names_here(session, organization_id)):
        raise SamePersonKnown


def names_here(session: Session, organization_id: int) -> Sequence[tuple[str, str, str]]:
    """Surname, first name and patronymic of everybody who takes part in the organisation."""
    query = (
        select(Person.last_name, Person.first_name, Person.patronymic)
        .join(Membership, Membership.person_id == Person.id)
        .where(
            Membership.organization_id == organization_id,
            Membership.status != MembershipStatus.LEFT,
            Person.last_name != "",
        )
    )
    return [(row[0], row[1], row[2]) for row in session.execute(query)]


def same_name(last: str, first: str, patronymic: str) -> tuple[str, ...]:
    """A name to be compared: «Ё» and «Е», small and capital letters are the same to a school."""
    parts = (part.casefold() for part in (last, first, patronymic))
    return tuple(part.replace("ё", "е") for part in parts)  # text-check: allow


def _member(
    organization: Organization, entry: NewPerson, today: date, by_id: int | None, now: datetime
) -> Membership:
    last, first, patronymic = checked_name(entry.last, entry.first, entry.patronymic)
    check_date(entry.consent_dated_on, today)
    return Membership(
        person=Person(last_name=last, first_name=first, patronymic=patronymic, created_at=now),
        organization=organization,
        role=entry.role,
        partition=Partition.TEACHER,
        status=MembershipStatus.ACTIVE,
        affiliation_id=entry.affiliation_id,
        entered_by_id=by_id,
        profile=dict(entry.profile),
        capacity=_capacity(entry.role, entry.capacity),
        unpaired_since=now if entry.role == Role.MENTEE else None,
        approved_at=now,
        refreshed_at=now,
        created_at=now,
    )


def _capacity(role: Role, wanted: int) -> int:
    if role != Role.MENTOR:
        return 0
    if not 1 <= wanted <= MOST_MENTEES:
        raise CapacityWrong(minimum=1, maximum=MOST_MENTEES)
    return wanted


def _paper(member: Membership, entry: NewPerson) -> Paper:
    asking = Asking(member.person_id, member.organization_id, ConsentKind.PERSONAL_DATA, member.role)
    return Paper(asking, checked_number(entry.consent_number), entry.consent_dated_on)


def fill_profile(
    session: Session, actor: Actor, membership_id: int, answers: Mapping[str, Any], *, now: datetime
) -> int:
    """Put these answers into the profile of somebody without Telegram; the others stay. `capacity` among them
    counts for mentors. Returns the membership.

    Raises NoLongerCurrent, NotAllowed, PersonHasTelegram (who has it, answers for themselves), CapacityWrong.
    """
    membership = fillable(session, actor, membership_id)
    if membership.role == Role.MENTOR and "capacity" in answers:
        membership.capacity = _capacity(membership.role, int(answers["capacity"]))
    membership.profile = {**membership.profile, **answers}
    membership.refreshed_at = now
    _log(session, "person.profile_filled", membership, actor.person_id, now)
    return membership.id


def fillable(session: Session, actor: Actor, membership_id: int) -> Membership:
    """The participation whose profile the actor may fill in. Raises as `fill_profile` does."""
    membership = session.get(Membership, membership_id)
    if membership is None:
        raise NoLongerCurrent
    access.require_role(actor, membership.organization_id, *ENTERING)
    if membership.role not in ENTERED_ROLES or membership.partition != Partition.TEACHER:
        raise NotAllowed
    if membership.person.has_telegram:
        raise PersonHasTelegram
    if membership.person.is_frozen or membership.status == MembershipStatus.LEFT:
        raise NoLongerCurrent
    return membership


def role_to_fill(session: Session, actor: Actor, membership_id: int) -> Role:
    """The role whose questions are to be answered. Raises as `fill_profile` does."""
    return fillable(session, actor, membership_id).role


def _log(session: Session, act: str, membership: Membership, by_id: int | None, now: datetime) -> None:
    access.record(
        session,
        act,
        actor_id=by_id,
        organization_id=membership.organization_id,
        subject_kind="membership",
        subject_id=membership.id,
        now=now,
    )
