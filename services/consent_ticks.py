"""What time brings about consents: asking those who have become mentors and members of pairs, asking again
when a text has changed substantially, reminding once, and telling those who decide.

No answer is ever taken for a consent.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime, timedelta

from sqlalchemy import ColumnElement, Select, and_, exists, func, or_, select
from sqlalchemy.orm import Session, aliased

from models import (
    Alert,
    AlertKind,
    AlertStatus,
    Amendment,
    AmendmentStatus,
    Consent,
    ConsentKind,
    ConsentStatus,
    Guardianship,
    Membership,
    MembershipStatus,
    Mentorship,
    MentorshipMember,
    MentorshipStatus,
    Notification,
    Organization,
    Partition,
    Person,
    Role,
)
from models.consent import ADMITTING, WRITTEN
from models.person import AGE_OF_ASSENT, AGE_OF_MAJORITY, years_before
from services import consent_asking
from services.consent_asking import OPEN_PAIR, WAITING
from services.consent_records import Asking
from services.content import ConsentText, Content

BATCH = 50
REMIND_AFTER = timedelta(days=3)
REPORT_AFTER = timedelta(days=6)
"""Three days after the reminder."""
RENEWAL_TERM = timedelta(days=30)
"""So long a consent that admits stays unanswered in its new version before anybody is told."""
REPORTED = (*ADMITTING, ConsentKind.MENTOR, ConsentKind.EXTRA_DUTIES, ConsentKind.AMENDMENT)
"""Nobody owes an answer to a request for help or for a publication: silence is an answer to these."""
RENEWED = (
    *ADMITTING,
    ConsentKind.MENTOR,
    ConsentKind.EXTRA_DUTIES,
    ConsentKind.HELPER,
    ConsentKind.PUBLICATION,
)


def tick_ask(session: Session, content: Content, *, now: datetime) -> int:
    """A tick: ask every mentor who has become active to be one in writing (N-3.2), and every member of a pair
    that has become active for the consent to the extra duties (N-3.3-5). Once: whoever refused or withdrew is
    not asked again by itself. Returns how many were asked.
    """
    mentors = [
        Asking(one.person_id, one.organization_id, ConsentKind.MENTOR, role=Role.MENTOR)
        for one in session.scalars(_mentors_unasked().limit(BATCH)).all()
    ]
    members = [
        Asking(
            one.membership.person_id,
            one.mentorship.organization_id,
            ConsentKind.EXTRA_DUTIES,
            role=one.role,
            mentorship_id=one.mentorship_id,
        )
        for one in session.scalars(_members_unasked().limit(BATCH - len(mentors))).all()
    ]
    for asking in (*mentors, *members):
        consent_asking.ask(session, asking, content, now=now)
    return len(mentors) + len(members)


def _mentors_unasked() -> Select[Membership]:
    asked = exists().where(
        Consent.person_id == Membership.person_id,
        Consent.organization_id == Membership.organization_id,
        Consent.kind == ConsentKind.MENTOR,
        Consent.status != ConsentStatus.SUPERSEDED,
    )
    return (
        select(Membership)
        .join(Person, Person.id == Membership.person_id)
        .where(
            Membership.role == Role.MENTOR,
            Membership.status == MembershipStatus.ACTIVE,
            Person.frozen_at.is_(None),
            ~asked,
        )
        .order_by(Membership.id)
    )


def _members_unasked() -> Select[MentorshipMember]:
    asked = exists().where(
        Consent.person_id == Membership.person_id,
        Consent.mentorship_id == MentorshipMember.mentorship_id,
        Consent.kind == ConsentKind.EXTRA_DUTIES,
        Consent.status != ConsentStatus.SUPERSEDED,
    )
    return (
        select(MentorshipMember)
        .join(Mentorship, Mentorship.id == MentorshipMember.mentorship_id)
        .join(Membership, Membership.id == MentorshipMember.membership_id)
        .join(Person, Person.id == Membership.person_id)
        .where(Mentorship.status == MentorshipStatus.ACTIVE, Person.frozen_at.is_(None), ~asked)
        .order_by(MentorshipMember.id)
    )


def tick_reask(session: Session, content: Content, *, now: datetime) -> int:
    """A tick: whoever agreed to a text that says something else by now is asked again, a minor's
    representative in their place. The earlier consent counts until the new one is given, or it is withdrawn.
    Returns how many were asked.
    """
    asked = 0
    for kind in RENEWED:
        text = content.consent(kind.value)
        outdated = _outdated_versions(session, kind, text)
        if outdated and asked < BATCH:
            found = session.scalars(_unrenewed(kind, outdated, now).limit(BATCH - asked)).all()
            asked += sum(_renew(session, one, content, now) for one in found)
    return asked


def _outdated_versions(session: Session, kind: ConsentKind, text: ConsentText) -> list[str]:
    """Versions to which somebody agreed and which have changed substantially since."""
    known = select(Consent.text_version).where(Consent.kind == kind, Consent.status == ConsentStatus.GIVEN)
    # Where no words were shown (a pupil below 14), there is no version and nothing to be asked again.
    return [one for one in session.scalars(known.distinct()) if one and text.is_outdated(one)]


def _unrenewed(kind: ConsentKind, versions: list[str], now: datetime) -> Select[Consent]:
    newer = aliased(Consent)
    asked = exists().where(
        newer.person_id == Consent.person_id,
        newer.kind == kind,
        newer.id > Consent.id,
        newer.details["renews"].as_integer() == Consent.id,
    )
    ended = select(Mentorship.id).where(Mentorship.status != MentorshipStatus.ACTIVE)
    query = (
        select(Consent)
        .join(Person, Person.id == Consent.person_id)
        .where(
            Consent.kind == kind,
            Consent.status == ConsentStatus.GIVEN,
            Consent.text_version.in_(versions),
            Person.frozen_at.is_(None),
            or_(Consent.mentorship_id.is_(None), Consent.mentorship_id.not_in(ended)),
            or_(Consent.valid_until.is_(None), Consent.valid_until >= now.date()),
            ~asked,
        )
        .order_by(Consent.id)
    )
    if kind not in consent_asking.SEVERAL:
        query = query.where(~_has_later(kind))
    if kind in (ConsentKind.PARENTAL, ConsentKind.ASSENT):
        # Who has come of age is asked for their own consent instead (services/minors.py).
        query = query.where(
            exists().where(Guardianship.child_id == Consent.person_id, Guardianship.ended_at.is_(None))
        )
    return query


def _has_later(kind: ConsentKind) -> ColumnElement[bool]:
    """Was the same given once more, by another parent or after coming back? Only the latest is renewed: the
    questions would take each other's place for ever.
    """
    later = aliased(Consent)
    return exists().where(
        later.person_id == Consent.person_id,
        later.organization_id == Consent.organization_id,
        later.kind == kind,
        later.role.is_not_distinct_from(Consent.role),
        later.mentorship_id.is_not_distinct_from(Consent.mentorship_id),
        later.status == ConsentStatus.GIVEN,
        later.id > Consent.id,
    )


def _renew(session: Session, old: Consent, content: Content, now: datetime) -> bool:
    # What the details of other kinds say is about how they were asked the first time.
    kept = old.details if old.kind == ConsentKind.PUBLICATION else {}
    asking = Asking(
        old.person_id,
        old.organization_id,
        old.kind,
        role=old.role,
        mentorship_id=old.mentorship_id,
        details={**kept, "renews": old.id},
        valid_until=old.valid_until,
    )
    consent_asking.ask(session, asking, content, now=now)
    return True


def tick_assent(session: Session, content: Content, *, now: datetime) -> int:
    """A tick: a pupil who is in the bot and has turned 14 is asked for their own assent, beside the consent
    of the parent (domain: minors). Without Telegram the curators take it on paper. Returns how many were
    asked.
    """
    asked_before = exists().where(
        Consent.person_id == Person.id,
        Consent.kind == ConsentKind.ASSENT,
        Consent.status != ConsentStatus.SUPERSEDED,
    )
    guarded = exists().where(
        Consent.person_id == Person.id,
        Consent.kind == ConsentKind.PARENTAL,
        Consent.status == ConsentStatus.GIVEN,
    )
    today = now.date()
    query = (
        select(Membership)
        .join(Membership.person)
        .where(
            Membership.partition == Partition.PUPIL,
            Membership.status.in_((MembershipStatus.ACTIVE, MembershipStatus.PAUSED)),
            Person.born_on <= years_before(today, AGE_OF_ASSENT),
            Person.born_on > years_before(today, AGE_OF_MAJORITY),
            Person.chat_id.is_not(None),
            Person.frozen_at.is_(None),
            guarded,
            ~asked_before,
        )
    )
    grown = session.scalars(query.order_by(Membership.id).limit(BATCH)).all()
    for membership in {one.person_id: one for one in grown}.values():
        _ask_assent(session, membership, content, now)
    return len(grown)


def _ask_assent(session: Session, membership: Membership, content: Content, now: datetime) -> None:
    # Of the days when the parent's consent was enough there is a record without words: this one renews it.
    silent = (Consent.person_id == membership.person_id, Consent.kind == ConsentKind.ASSENT)
    before = session.scalar(select(func.max(Consent.id)).where(*silent)) or 0
    asking = Asking(
        membership.person_id,
        membership.organization_id,
        ConsentKind.ASSENT,
        role=membership.role,
        details={"renews": before},
    )
    consent_asking.ask(session, asking, content, now=now)


def tick_remind(session: Session, *, now: datetime) -> int:
    """A tick: remind once, three days later, of what was not answered. Returns how many were reminded."""
    window = Consent.asked_at.between(now - REPORT_AFTER, now - REMIND_AFTER)
    quiet = Consent.kind != ConsentKind.PUBLICATION
    found = session.scalars(select(Consent).where(WAITING, window, quiet).order_by(Consent.id)).all()
    due = {consent_asking.message_key(one, "consents.reminder"): one for one in found}
    known = set(session.scalars(select(Notification.key).where(Notification.key.in_(due)))) if due else set()
    unsaid = [due[key] for key in due if key not in known]
    return sum(consent_asking.tell_answerer(session, one, "consents.reminder", now=now) for one in unsaid)


def tick_unanswered(session: Session, *, now: datetime) -> int:
    """A tick: those who decide hear of questions that nobody answered, three days after the reminder; of the
    renewal of a consent that admits after thirty days. Returns how many alerts were raised.
    """
    admits = Consent.kind.in_(ADMITTING)
    late = or_(
        and_(admits, Consent.asked_at <= now - RENEWAL_TERM),
        and_(~admits, Consent.asked_at <= now - REPORT_AFTER),
    )
    query = select(Consent).join(Person, Person.id == Consent.person_id).order_by(Consent.id)
    asked = query.where(WAITING, Consent.kind.in_(REPORTED), late, Person.frozen_at.is_(None))
    found = session.scalars(asked).all()
    return _report(session, AlertKind.CONSENT_UNANSWERED, found, now)


def tick_originals(session: Session, *, now: datetime) -> int:
    """A tick: a paper that was not received so many days after the tick in the bot (N-3.2; the organisation's
    `original_wait_days`). Returns how many alerts were raised.
    """
    query = (
        select(Consent, Organization.original_wait_days)
        .join(Organization, Organization.id == Consent.organization_id)
        .join(Person, Person.id == Consent.person_id)
        .where(
            Consent.kind.in_(WRITTEN),
            Consent.status == ConsentStatus.GIVEN,
            Consent.original_received_at.is_(None),
            Person.frozen_at.is_(None),
            OPEN_PAIR,
            ~_has_left(),
        )
        .order_by(Consent.id)
    )
    rows = session.execute(query).all()
    late = [one for one, days in rows if (one.answered_at or now) <= now - timedelta(days=days)]
    return _report(session, AlertKind.ORIGINAL_MISSING, late, now)


def _report(session: Session, kind: AlertKind, found: Iterable[Consent], now: datetime) -> int:
    due = {consent_asking.cause_of(kind, one): one for one in found}
    known = set(session.scalars(select(Alert.cause).where(Alert.cause.in_(due)))) if due else set()
    return sum(
        consent_asking.raise_alert(session, kind, one, since=one.answered_at or one.asked_at, now=now)
        for cause, one in due.items()
        if cause not in known
    )


def tick_lapse(session: Session, *, now: datetime) -> int:
    """A tick: what nobody needs to answer any more is asked no longer: the pair has ended, the change is
    settled, the mentor has left, the person has withdrawn everything, the term is over. Returns how many.
    """
    ended = select(Mentorship.id).where(Mentorship.status != MentorshipStatus.ACTIVE)
    settled = select(Amendment.id).where(Amendment.status != AmendmentStatus.PROPOSED)
    pointless = or_(
        Consent.mentorship_id.in_(ended),
        Consent.amendment_id.in_(settled),
        _has_left(),
        Consent.person_id.in_(select(Person.id).where(Person.frozen_at.is_not(None))),
        # The day before is still today somewhere.
        Consent.valid_until < now.date() - timedelta(days=1),
    )
    unanswered = Consent.status == ConsentStatus.ASKED
    found = session.scalars(select(Consent).where(unanswered, pointless).order_by(Consent.id).limit(BATCH))
    return consent_asking.lapse(session, found.all(), now=now) + _settle_pointless(session, now)


def _has_left() -> ColumnElement[bool]:
    """A consent to be a mentor, of somebody who is none there any more."""
    mentors = exists().where(
        Membership.person_id == Consent.person_id,
        Membership.organization_id == Consent.organization_id,
        Membership.role == Role.MENTOR,
        Membership.status != MembershipStatus.LEFT,
    )
    return and_(Consent.kind == ConsentKind.MENTOR, ~mentors)


def _settle_pointless(session: Session, now: datetime) -> int:
    """Nobody has to run after a paper or a refusal when the pair has ended, or the mentor has left."""
    about = Alert.subject["consent_id"].as_integer()
    unsettled = select(about).where(
        Alert.kind.in_(consent_asking.ABOUT_CONSENTS), Alert.status != AlertStatus.RESOLVED
    )
    over = select(Consent).where(Consent.id.in_(unsettled), or_(~OPEN_PAIR, _has_left()))
    found = session.scalars(over.order_by(Consent.id).limit(BATCH)).all()
    for consent in found:
        consent_asking.settle(session, consent, "no_longer_asked", by_id=None, now=now)
    return len(found)
