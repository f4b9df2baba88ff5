"""Consents to publication: which data of whom may stand on which pages, on which conditions, until when.

A record for each (152-FZ art. 10.1): pages, items of data, recipients, conditions and term are part of what
is agreed to. Silence is no consent. Whoever keeps the site sees only what is in force today. A withdrawal is
a demand to stop, on its clock of three working days (services/rights_requests.py).
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from typing import Any

from sqlalchemy import Select, func, or_, select
from sqlalchemy.orm import Session, joinedload

from models import (
    Consent,
    ConsentKind,
    ConsentStatus,
    Membership,
    MembershipStatus,
    Notification,
    Organization,
    Person,
    RequestKind,
    Role,
)
from services import (
    access,
    alerts,
    consent_asking,
    consent_records,
    consent_views,
    outbox,
    rights_requests,
)
from services.access import Actor
from services.consent_records import Asking
from services.consent_views import ConsentView
from services.content import Content
from services.errors import (
    AnswerEmpty,
    NoLongerCurrent,
    NotAllowed,
    NothingChosen,
    ServiceError,
)
from services.local_acts import NotALink
from services.local_time import local_moment, today_in
from services.mentorship_views import PAGE_SIZE, Page, nearest_page, page_count
from services.names import PersonName
from services.text_limits import clean
from services.typed_dates import read_day
from services.typed_text import fitting, one_line

ITEMS = ("name", "position", "subject", "results", "practice")
"""What of a person may be published. Photographs and contacts are not asked for in the chat."""
KEEPERS = (Role.EDITOR, Role.CURATOR, Role.HEAD)
"""Who sees what may be published, and may ask for it."""
RESOURCES_LIMIT, ADDRESS_LIMIT, RECIPIENTS_LIMIT, CONDITIONS_LIMIT = 3, 250, 150, 250
LONGEST_YEARS = 3
NOTICE_DAYS = 14
_MIDNIGHT = time(0)
_LINK = re.compile(r"https?://[^\s/.]+(\.[^\s/.]+)+(/\S*)?", re.IGNORECASE)


class TooManyResources(ServiceError):
    """So many pages in one consent at most. Field `limit`."""


class PublicationTermUnfit(ServiceError):
    """The last day is not ahead, or too far. Field `last`, as a text."""


@dataclass(frozen=True, slots=True)
class Publication:
    """What is to be agreed to. `resources` are addresses of pages, `items` keys of ITEMS."""

    items: tuple[str, ...]
    resources: tuple[str, ...]
    recipients: str
    conditions: str
    valid_until: date


@dataclass(frozen=True, slots=True)
class Candidate:
    """Somebody who may be asked for a consent to publication."""

    membership_id: int
    name: PersonName


@dataclass(frozen=True, slots=True)
class Place:
    """Where a consent to publication may be given, and until when at the end of the school year."""

    id: int
    name: str
    today: date
    school_year_end: date


@dataclass(frozen=True, slots=True)
class Board:
    """What may be published of an organisation today, the next to end first."""

    organization_id: int
    organization_name: str
    items: Page[ConsentView]
    places: tuple[tuple[int, str], ...]


# ---- what is asked for


def place(
    session: Session, actor: Actor, organization_id: int, membership_id: int = 0, *, now: datetime
) -> Place:
    """Where the actor gives a consent about themself, or (with `membership_id`) asks somebody for one.

    Raises NotAllowed, NoLongerCurrent.
    """
    subject_of(session, actor, organization_id, membership_id)
    organization = session.get_one(Organization, organization_id)
    today = today_in(organization.timezone, now)
    return Place(organization.id, organization.name, today, _school_year_end(organization, today))


def _school_year_end(organization: Organization, today: date) -> date:
    end = date(today.year, organization.year_end_month, organization.year_end_day)
    return end if today < end else end.replace(year=today.year + 1)


def subject_of(session: Session, actor: Actor, organization_id: int, membership_id: int) -> Membership:
    """About whom it will be: the actor themself where `membership_id` is 0. Raises NotAllowed,
    NoLongerCurrent.
    """
    if not membership_id:
        own = access.require_role(actor, organization_id, *Role)
        return session.get_one(Membership, own.membership_id)
    membership = session.get(Membership, membership_id)
    if membership is None or membership.organization_id != organization_id or not membership.is_active:
        raise NoLongerCurrent
    is_guardian = consent_asking.answerer(session, membership.person, date.min) == actor.person_id
    if not is_guardian:
        access.require_role(actor, organization_id, *KEEPERS)
    return membership


def checked_resource(typed: str, known: Sequence[str]) -> tuple[str, ...]:
    """The addresses with one or several more, each whole. Raises NotALink, AnswerTooLong,
    TooManyResources.
    """
    found = clean(typed).split()
    if not found or not all(_LINK.fullmatch(one) for one in found):
        raise NotALink
    for one in found:
        fitting(one, ADDRESS_LIMIT)
    every = tuple(dict.fromkeys((*known, *found)))
    if len(every) > RESOURCES_LIMIT:
        raise TooManyResources(limit=RESOURCES_LIMIT)
    return every


def checked_recipients(typed: str) -> str:
    """Who publishes. Raises AnswerEmpty, AnswerTooLong."""
    text = " ".join(clean(typed).split())
    if not text:
        raise AnswerEmpty
    return fitting(text, RECIPIENTS_LIMIT)


def checked_conditions(typed: str) -> str:
    """Raises AnswerTooLong."""
    return fitting(one_line(typed), CONDITIONS_LIMIT)


def read_term(typed: str, today: date) -> date:
    """The last day as typed, inclusive. Raises NotADate, PublicationTermUnfit."""
    return checked_term(read_day(typed, today), today)


def checked_term(day: date, today: date) -> date:
    last = year_after(today, LONGEST_YEARS)
    if not today < day <= last:
        raise PublicationTermUnfit(last=f"{last:%d.%m.%Y}")
    return day


def year_after(day: date, years: int = 1) -> date:
    """The same day so many years later; of the 29th of February the 28th."""
    try:
        return day.replace(year=day.year + years)
    except ValueError:
        return day.replace(year=day.year + years, day=28)


def ask(
    session: Session,
    actor: Actor,
    content: Content,
    organization_id: int,
    membership_id: int,
    wanted: Publication,
    *,
    now: datetime,
) -> int | None:
    """Put the document together: whoever it concerns (of a minor, the representative) answers it by an act of
    their own, also when they composed it themself.

    Returns the consent's id when the actor is who answers, None when somebody else was asked. Raises
    NotAllowed, NoLongerCurrent, NothingChosen, NotALink, PublicationTermUnfit, AnswerTooLong.
    """
    membership = subject_of(session, actor, organization_id, membership_id)
    if not wanted.items or not set(wanted.items) <= set(ITEMS):
        raise NothingChosen
    today = today_in(membership.organization.timezone, now)
    details: dict[str, Any] = {
        "data_items": [one for one in ITEMS if one in wanted.items],
        "resources": list(checked_resource(" ".join(wanted.resources), ())),
        "recipients": fitting(wanted.recipients, RECIPIENTS_LIMIT),
        "conditions": fitting(wanted.conditions, CONDITIONS_LIMIT),
        "asked_by": actor.person_id,
    }
    asking = Asking(
        membership.person_id,
        organization_id,
        ConsentKind.PUBLICATION,
        role=membership.role,
        details=details,
        valid_until=checked_term(wanted.valid_until, today),
    )
    consent = consent_asking.ask(session, asking, content, now=now, tell=False)
    consent_records.log(session, "consent.asked", consent, by_id=actor.person_id, now=now)
    if (consent.given_by_id or consent.person_id) == actor.person_id:
        return consent.id
    consent_asking.tell_answerer(session, consent, "consents.asked", now=now)
    return None


def people(
    session: Session, actor: Actor, organization_id: int, *, page: int = 0, now: datetime
) -> Page[Candidate]:
    """Whom a keeper of the site may ask; looking is written to the audit log. Raises NotAllowed."""
    access.require_role(actor, organization_id, *KEEPERS)
    access.record_look(session, actor, "publication.people_seen", organization_id, now=now)
    first = (
        select(func.min(Membership.id))
        .join(Person, Person.id == Membership.person_id)
        .where(
            Membership.organization_id == organization_id,
            Membership.status == MembershipStatus.ACTIVE,
            Membership.role.in_((Role.MENTOR, Role.MENTEE)),
            Person.frozen_at.is_(None),
            Membership.person_id != actor.person_id,
        )
        .group_by(Membership.person_id)
    )
    total = session.scalar(select(func.count()).select_from(first.subquery())) or 0
    number, offset = nearest_page(page, total)
    query = select(Membership).where(Membership.id.in_(first)).join(Person, Person.id == Membership.person_id)
    query = query.options(joinedload(Membership.person)).order_by(Person.last_name, Membership.id)
    found = session.scalars(query.offset(offset).limit(PAGE_SIZE)).all()
    items = tuple(Candidate(one.id, PersonName.of(one)) for one in found)
    return Page(items, number, page_count(total), total)


# ---- what is in force


def board(
    session: Session, actor: Actor, organization_id: int | None, *, page: int = 0, now: datetime
) -> Board:
    """What may be published today of the actor's organisation (its first one, when none is named). Looking is
    written to the audit log. Raises NotAllowed.
    """
    known = _places(session, actor)
    if not known:
        raise NotAllowed
    number = organization_id or known[0][0]
    access.require_role(actor, number, *KEEPERS)
    organization = session.get_one(Organization, number)
    in_force = _in_force(number, today_in(organization.timezone, now))
    total = session.scalar(select(func.count()).select_from(in_force.subquery())) or 0
    shown, offset = nearest_page(page, total)
    found = session.scalars(
        in_force.order_by(Consent.valid_until, Consent.id).offset(offset).limit(PAGE_SIZE)
    ).all()
    access.record(
        session,
        "publications.seen",
        actor_id=actor.person_id,
        organization_id=number,
        subject_kind="organization",
        subject_id=number,
        now=now,
    )
    items = tuple(consent_views.view(session, one, now=now) for one in found)
    return Board(number, organization.name, Page(items, shown, page_count(total), total), known)


def _places(session: Session, actor: Actor) -> tuple[tuple[int, str], ...]:
    ids = actor.within_reach(*KEEPERS)
    named = select(Organization.id, Organization.name).where(Organization.id.in_(ids))
    return tuple((row.id, row.name) for row in session.execute(named.order_by(Organization.id)))


def _in_force(organization_id: int, today: date) -> Select[Consent]:
    return (
        select(Consent)
        .join(Person, Person.id == Consent.person_id)
        .where(
            Consent.organization_id == organization_id,
            Consent.kind == ConsentKind.PUBLICATION,
            Consent.status == ConsentStatus.GIVEN,
            or_(Consent.valid_until.is_(None), Consent.valid_until >= today),
            Person.frozen_at.is_(None),
        )
    )


def see(session: Session, actor: Actor, consent_id: int, *, now: datetime) -> ConsentView:
    """One consent in force, for a keeper of the site; looking is written to the audit log.

    Raises NotAllowed, NoLongerCurrent (withdrawn, or its term is over).
    """
    consent = session.get(Consent, consent_id)
    if consent is None or consent.kind != ConsentKind.PUBLICATION:
        raise NoLongerCurrent
    access.require_role(actor, consent.organization_id, *KEEPERS)
    shown = consent_views.view(session, consent, now=now)
    if shown.state != consent_views.ConsentState.GIVEN:
        raise NoLongerCurrent
    consent_records.log(session, "publication.seen", consent, by_id=actor.person_id, now=now)
    return shown


# ---- what follows


def came_into_force(session: Session, consent: Consent, *, now: datetime) -> None:
    """Tell those who keep the site; where there is nobody, the curators."""
    for person_id in _keepers(session, consent):
        _tell(session, consent, person_id, "consents.publication_given", now)


def refused(session: Session, consent: Consent, *, now: datetime) -> None:
    """Whoever asked hears that there will be no publication; nobody asks why."""
    asked_by = consent.details.get("asked_by")
    if isinstance(asked_by, int) and asked_by != (consent.given_by_id or consent.person_id):
        _tell(session, consent, asked_by, "consents.publication_refused", now)


def withdrawn(session: Session, consent: Consent, *, now: datetime) -> None:
    """The data must be taken off the pages within three working days (art. 10.1 part 14): the demand goes
    on its clock, which tells the curators, and those who keep the site hear of it at once.
    """
    rights_requests.open_request(
        session,
        kind=RequestKind.STOP_PUBLICATION,
        person_id=consent.person_id,
        organization_id=consent.organization_id,
        by_id=consent.given_by_id,
        text=" ".join(map(str, consent.details.get("resources", ())))[: rights_requests.TEXT_LIMIT],
        now=now,
    )
    for person_id in alerts.people_in_role(session, consent.organization_id, Role.EDITOR):
        _tell(session, consent, person_id, "consents.publication_withdrawn", now)


def _tell(session: Session, consent: Consent, person_id: int, kind: str, now: datetime) -> None:
    if not session.get_one(Person, person_id).has_telegram:
        return
    outbox.notify(
        session,
        kind=kind,
        key=f"publication:{consent.id}:{kind}:{person_id}:{consent.asked_at.isoformat()}",
        person_id=person_id,
        payload={"consent_id": consent.id},
        due_at=now,
        now=now,
    )


def see_for_notice(
    session: Session, actor: Actor, consent_id: int, statuses: Sequence[ConsentStatus], *, now: datetime
) -> ConsentView | None:
    """The consent that a message to a keeper of the site is about; None for others, and when something else
    has become of it.
    """
    consent = session.get(Consent, consent_id)
    if consent is None or consent.status not in statuses:
        return None
    if actor.participation(*KEEPERS, organization_id=consent.organization_id) is None:
        return None
    return consent_views.view(session, consent, now=now)


def tick_expiring(session: Session, *, now: datetime) -> int:
    """A tick: two weeks before a publication's term ends, whoever gave the consent is told, once. The term
    ends without anybody's doing (`Consent.is_effective`). Returns how many were told.
    """
    soon = now.date() + timedelta(days=NOTICE_DAYS)
    query = select(Consent).where(
        Consent.kind == ConsentKind.PUBLICATION,
        Consent.status == ConsentStatus.GIVEN,
        Consent.valid_until.between(now.date(), soon),
    )
    due = {f"publication:{one.id}:ending:{one.valid_until}": one for one in session.scalars(query)}
    known = set(session.scalars(select(Notification.key).where(Notification.key.in_(due)))) if due else set()
    return sum(_tell_ending(session, due[key], key, now) for key in due if key not in known)


def tick_over(session: Session, *, now: datetime) -> int:
    """A tick: the term of a publication is over, and those who keep the site take the data off: the editors,
    or the curators where there is none. Returns how many consents were told of.
    """
    lately = Consent.valid_until.between(now.date() - timedelta(days=NOTICE_DAYS), now.date())
    query = select(Consent).where(
        Consent.kind == ConsentKind.PUBLICATION, Consent.status == ConsentStatus.GIVEN, lately
    )
    ended = [one for one in session.scalars(query) if consent_views.is_past_term(session, one, now=now)]
    due = {_over_key(one, keeper): (one, keeper) for one in ended for keeper in _keepers(session, one)}
    known = set(session.scalars(select(Notification.key).where(Notification.key.in_(due)))) if due else set()
    fresh = {key: told for key, told in due.items() if key not in known}
    for key, (consent, keeper) in fresh.items():
        if session.get_one(Person, keeper).has_telegram:
            payload = {"consent_id": consent.id}
            outbox.notify(
                session,
                kind="consents.publication_over",
                key=key,
                person_id=keeper,
                payload=payload,
                due_at=now,
                now=now,
            )
    return len({consent.id for consent, _ in fresh.values()})


def _over_key(consent: Consent, keeper: int) -> str:
    return f"publication:{consent.id}:over:{consent.valid_until}:{keeper}"


def _keepers(session: Session, consent: Consent) -> list[int]:
    """Who keeps the site; where there is nobody, the curators."""
    here = consent.organization_id
    editors = alerts.people_in_role(session, here, Role.EDITOR)
    return editors or alerts.people_in_role(session, here, Role.CURATOR)


def _tell_ending(session: Session, consent: Consent, key: str, now: datetime) -> bool:
    speaker = consent_asking.speaker(session, consent)
    if not speaker.has_telegram or speaker.is_frozen:
        return False
    organization = session.get_one(Organization, consent.organization_id)
    ends = local_moment(
        (consent.valid_until or now.date()) + timedelta(days=1), _MIDNIGHT, organization.timezone
    )
    return outbox.notify(
        session,
        kind="consents.publication_ending",
        key=key,
        person_id=speaker.id,
        payload={"consent_id": consent.id},
        due_at=now,
        expires_at=ends,
        now=now,
    )
