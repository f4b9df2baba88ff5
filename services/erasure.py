"""What follows when a consent without which nothing may be stored is withdrawn: everything about the person
stops at once and is anonymised. The person withdraws it, a parent for a child, or a curator records a paper.

Source of the rules: 152-FZ art. 9 part 2 and art. 21 part 5 (30 days from receipt; we do it at once).
What stays are numbers, and the record of the withdrawal itself, without data. The traces themselves are wiped
by services/erasure_traces.py.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any

from sqlalchemy import Select, delete, or_, select, update
from sqlalchemy.orm import Session

from models import (
    Acknowledgement,
    Alert,
    AlertKind,
    AlertStatus,
    Application,
    Consent,
    ConsentKind,
    ConsentStatus,
    ErasureCase,
    InboxStatus,
    InboxUpdate,
    Meeting,
    MeetingStatus,
    Membership,
    MembershipStatus,
    Mentorship,
    MentorshipMember,
    MentorshipStatus,
    Occurrence,
    Organization,
    Person,
    RequestKind,
    ResponsibleMatch,
    RightsRequest,
    Roadmap,
    RoadmapItem,
    RoadmapStatus,
    Role,
)
from models.consent import ADMITTING
from models.roadmap import SETTLED, item_responsible
from services import (
    access,
    alerts,
    duties,
    erasure_traces,
    meeting_messages,
    mentorships,
    minors,
    outbox,
    responsibles,
    rights_requests,
)
from services.access import Actor
from services.errors import NoLongerCurrent, NotAllowed, ServiceError
from services.names import PersonName

CURRENT_PAIRS = (MentorshipStatus.PROPOSED, MentorshipStatus.ACTIVE)
COMING_MEETINGS = (MeetingStatus.PROPOSED, MeetingStatus.CONFIRMED)
DECIDING = (Role.CURATOR, Role.HEAD)
LAST_TAPS = timedelta(hours=1)
"""How long after a withdrawal the numbers of chats that are nobody's are looked for."""
ABOUT_A_PAIR = (
    AlertKind.LOW_ANSWER,
    AlertKind.ANOTHER_MENTOR_WANTED,
    AlertKind.MEETING_DISPUTED,
    AlertKind.MEETING_SILENT,
    AlertKind.MEETINGS_MISSED,
    AlertKind.FIRST_MEETING_LATE,
    AlertKind.RHYTHM_BROKEN,
    AlertKind.FINAL_MEETING_MISSING,
    AlertKind.TRIAL_DOUBT,
    AlertKind.TASK_OVERDUE,
)


class NothingToWithdraw(ServiceError):
    """The person has given no consent that could be withdrawn."""


class WithdrawalElsewhere(ServiceError):
    """The person has consented at another organisation, too: a withdrawal there is not this curator's to
    record.
    """


@dataclass(frozen=True, slots=True)
class WithdrawalPreview:
    """What will stop, shown before somebody decides. `consent_id` ties the decision to this consent.

    `children`: how many children would be left without a parent's consent, and withdrawn as well.
    """

    consent_id: int
    organizations: tuple[str, ...]
    pairs: int
    meetings: int
    duties: int
    children: int = 0


@dataclass(frozen=True, slots=True)
class Withdrawal:
    """The record that stays. `erased` counts by kind what was destroyed."""

    case_ids: tuple[int, ...]
    at: datetime
    due_at: datetime
    erased: str


@dataclass(frozen=True, slots=True)
class StoppedPair:
    """A pair that ended because its other member withdrew. `waits_again`: the mentee is back in the queue."""

    partner: PersonName
    role: Role
    waits_again: bool


@dataclass(frozen=True, slots=True)
class OrphanedDuty:
    id: int
    number: str
    activity: str


@dataclass(frozen=True, slots=True)
class WithdrawalReport:
    """What the curator learns: a code instead of a name, and what now needs somebody's hand. `by_another`: it
    was a parent who withdrew, or a paper that was recorded.
    """

    case_id: int
    who: tuple[PersonName, ...]
    by_another: bool
    opened_at: datetime
    anonymised_at: datetime | None
    pairs: tuple[StoppedPair, ...]
    meetings: int
    duties: tuple[OrphanedDuty, ...]


@dataclass(slots=True)
class _Traces:
    """The ids of what belongs to the person, found before anything is changed."""

    memberships: Sequence[Membership]
    applications: Sequence[Application]
    current_pairs: Sequence[Mentorship]
    every_pair: Sequence[int]
    meetings: Sequence[Meeting]
    duties: Sequence[Occurrence]


def preview(session: Session, actor: Actor, *, now: datetime) -> WithdrawalPreview:
    """What a withdrawal would stop. Raises NothingToWithdraw."""
    return _preview(session, session.get_one(Person, actor.person_id), now)


def preview_child(session: Session, actor: Actor, child_id: int, *, now: datetime) -> WithdrawalPreview:
    """What a parent's withdrawal would stop. Raises NotAllowed, NothingToWithdraw."""
    _require_guardian(session, actor, child_id)
    return _preview(session, session.get_one(Person, child_id), now)


def preview_on_paper(
    session: Session, actor: Actor, membership_id: int, *, now: datetime
) -> WithdrawalPreview:
    """What a withdrawal that came on paper would stop. Raises NotAllowed, WithdrawalElsewhere,
    NothingToWithdraw.
    """
    return _preview(session, _brought_by(session, actor, membership_id).person, now)


def _preview(session: Session, person: Person, now: datetime) -> WithdrawalPreview:
    consents = _admitting(session, person.id)
    if not consents:
        raise NothingToWithdraw
    traces = _trace(session, person, now)
    names = select(Organization.name).where(Organization.id.in_([one.organization_id for one in consents]))
    return WithdrawalPreview(
        consent_id=consents[-1].id,
        organizations=tuple(session.scalars(names.order_by(Organization.id))),
        pairs=len(traces.current_pairs),
        meetings=len(traces.meetings),
        duties=len(traces.duties),
        children=len(_left_alone(session, person.id)),
    )


def withdraw(session: Session, actor: Actor, consent_id: int, *, now: datetime) -> Withdrawal:
    """Withdraw every consent of the person: freeze, tell those concerned, anonymise, keep a bare record.

    Children for whom nobody else has consented are withdrawn as well. Raises NoLongerCurrent when the consent
    shown on the button is not one in force.
    """
    if consent_id not in {one.id for one in _admitting(session, actor.person_id)}:
        raise NoLongerCurrent
    return _withdraw(session, session.get_one(Person, actor.person_id), None, now, now)


def withdraw_child(session: Session, actor: Actor, consent_id: int, *, now: datetime) -> Withdrawal:
    """A parent withdraws the consent for a child; any of the parents may, whoever gave it.

    Raises NotAllowed, NoLongerCurrent.
    """
    consent = session.get(Consent, consent_id)
    if consent is None:
        raise NoLongerCurrent
    _require_guardian(session, actor, consent.person_id)
    if consent_id not in {one.id for one in _admitting(session, consent.person_id)}:
        raise NoLongerCurrent
    return _withdraw(session, session.get_one(Person, consent.person_id), actor.person_id, now, now)


def withdraw_on_paper(
    session: Session, actor: Actor, membership_id: int, received_on: date, *, now: datetime
) -> Withdrawal:
    """A curator records a withdrawal that came on paper; the clock of the law runs from its receipt.

    Raises NotAllowed, NothingToWithdraw, WithdrawalElsewhere, ReceiptOutOfRange.
    """
    membership = _brought_by(session, actor, membership_id)
    if not _admitting(session, membership.person_id):
        raise NothingToWithdraw
    opened_at = rights_requests.received_at(received_on, membership.organization.timezone, now)
    return _withdraw(session, membership.person, actor.person_id, opened_at, now)


def _brought_by(session: Session, actor: Actor, membership_id: int) -> Membership:
    membership = session.get(Membership, membership_id)
    if membership is None:
        raise NoLongerCurrent
    access.require_role(actor, membership.organization_id, Role.CURATOR, Role.HEAD)
    if not may_bring(actor, membership):
        raise NotAllowed
    places = {one.organization_id for one in _admitting(session, membership.person_id)}
    if places - set(actor.places(Role.CURATOR, Role.HEAD)):
        raise WithdrawalElsewhere
    return membership


def may_bring(actor: Actor, membership: Membership) -> bool:
    """May the actor record that this person withdrew on paper? Nobody for themselves, and of those who decide
    at the school only its head: it can't be undone.
    """
    here = membership.organization_id
    if membership.person_id == actor.person_id:
        return False
    if actor.participation(Role.HEAD, organization_id=here) is not None:
        return True
    theirs = (one for one in membership.person.memberships if one.organization_id == here)
    decides = any(one.role in DECIDING and one.status != MembershipStatus.LEFT for one in theirs)
    return not decides and actor.participation(Role.CURATOR, organization_id=here) is not None


def _require_guardian(session: Session, actor: Actor, child_id: int) -> None:
    if not minors.is_guardian(session, actor, child_id):
        raise NotAllowed


def _withdraw(
    session: Session, person: Person, by_id: int | None, opened_at: datetime, now: datetime
) -> Withdrawal:
    alone = _left_alone(session, person.id)
    cases = _open_cases(session, person.id, by_id, opened_at, now)
    for child_id in alone:
        _open_cases(session, child_id, person.id, opened_at, now)
    # The children first: what is asked for their sake after it must not count as settled with them.
    for child_id in alone:
        theirs = select(ErasureCase).where(
            ErasureCase.person_id == child_id, ErasureCase.anonymised_at.is_(None)
        )
        _settle(session, session.get_one(Person, child_id), session.scalars(theirs).all(), now)
    erased = _settle(session, person, cases, now)
    return Withdrawal(tuple(case.id for case in cases), now, cases[0].due_at, erased)


def _open_cases(
    session: Session, person_id: int, by_id: int | None, opened_at: datetime, now: datetime
) -> list[ErasureCase]:
    """A case for every organisation that was given a consent, and one record in the audit log."""
    places = sorted({one.organization_id for one in _admitting(session, person_id)})
    cases = [ErasureCase.open(person_id, organization_id, opened_at, by_id) for organization_id in places]
    session.add_all(cases)
    session.flush()
    access.record(
        session,
        "consent.withdrawn",
        actor_id=by_id or person_id,
        organization_id=places[0],
        subject_kind="person",
        subject_id=person_id,
        now=now,
    )
    return cases


def _left_alone(session: Session, parent_id: int) -> list[int]:
    """Children for whom this parent has consented and nobody else has. Who came of age is nobody's child."""
    parental = (Consent.kind == ConsentKind.PARENTAL, Consent.status == ConsentStatus.GIVEN)
    own = select(Consent.person_id).where(
        *parental,
        Consent.given_by_id == parent_id,
        Consent.person_id.in_(erasure_traces.children_of(parent_id)),
    )
    by_others = or_(Consent.given_by_id.is_(None), Consent.given_by_id != parent_id)
    kept = select(Consent.person_id).where(*parental, by_others)
    query = own.where(Consent.person_id.not_in(kept)).distinct().order_by(Consent.person_id)
    return list(session.scalars(query))


def tick_erasure(session: Session, *, now: datetime) -> int:
    """A tick: settle every case that was opened and not finished. Returns how many people were anonymised."""
    unfinished = session.scalars(
        select(ErasureCase).where(ErasureCase.anonymised_at.is_(None)).order_by(ErasureCase.id)
    ).all()
    people = {case.person_id for case in unfinished}
    for person_id in sorted(people):
        cases = [case for case in unfinished if case.person_id == person_id]
        _settle(session, session.get_one(Person, person_id), cases, now)
    _forget_last_taps(session, now)
    return len(people)


def _forget_last_taps(session: Session, now: datetime) -> None:
    """The update that withdrew was still being answered when the chat was forgotten: its number goes now."""
    recent = ErasureCase.anonymised_at > now - LAST_TAPS
    if session.scalar(select(ErasureCase.id).where(recent).limit(1)) is None:
        return
    known = select(Person.chat_id).where(Person.chat_id.is_not(None))
    settled = InboxUpdate.status.in_((InboxStatus.SETTLED, InboxStatus.DEAD))
    session.execute(
        update(InboxUpdate)
        .where(settled, InboxUpdate.chat_id.is_not(None), InboxUpdate.chat_id.not_in(known))
        .values(chat_id=None)
        .execution_options(synchronize_session=False)
    )


def _admitting(session: Session, person_id: int) -> Sequence[Consent]:
    """The consents in force without which nothing may be stored about the person, the newest last."""
    given = (Consent.person_id == person_id, Consent.status == ConsentStatus.GIVEN)
    query = select(Consent).where(*given, Consent.kind.in_(ADMITTING))
    return session.scalars(query.order_by(Consent.id)).all()


def _given(session: Session, person_id: int) -> Sequence[Consent]:
    """Everything that falls with the person: their own consents, and those they gave for children."""
    given = select(Consent).where(erasure_traces.theirs(person_id), Consent.status == ConsentStatus.GIVEN)
    return session.scalars(given.order_by(Consent.id)).all()


def _settle(session: Session, person: Person, cases: Sequence[ErasureCase], now: datetime) -> str:
    """Stop everything, erase everything, tell the curators: the same for a tap and for the tick."""
    traces = _trace(session, person, now)
    published = _published(session, person.id)
    for consent in _given(session, person.id):
        consent.withdraw(now)
    _stop(session, person, traces, now)
    _tell_parents(session, person, cases, now)
    counts = erasure_traces.wipe(session, person, traces.applications, traces.every_pair, now)
    counts["pairs"] = len(traces.current_pairs)
    session.flush()
    erased = "; ".join(f"{kind}: {count}" for kind, count in counts.items())
    for case in cases:
        case.anonymised_at, case.erased = now, erased[:1000]
        _alert_curators(session, case, traces, now)
    for (whose_id, organization_id), pages in published.items():
        _take_off_pages(session, whose_id, organization_id, pages, now)
    return erased


def _published(session: Session, person_id: int) -> dict[tuple[int, int], list[str]]:
    """By person and organisation, the addresses of pages on which something may stand: of the person, or of a
    child whom they had allowed it for.
    """
    query = select(Consent).where(
        erasure_traces.theirs(person_id),
        Consent.kind == ConsentKind.PUBLICATION,
        Consent.status == ConsentStatus.GIVEN,
    )
    pages: dict[tuple[int, int], list[str]] = {}
    for consent in session.scalars(query.order_by(Consent.id)):
        resources = map(str, consent.details.get("resources", ()))
        pages.setdefault((consent.person_id, consent.organization_id), []).extend(resources)
    return pages


def _take_off_pages(
    session: Session, person_id: int, organization_id: int, pages: Sequence[str], now: datetime
) -> None:
    """The bot erases what it stores; pages are taken down by people, within three working days."""
    rights_requests.open_request(
        session,
        kind=RequestKind.STOP_PUBLICATION,
        person_id=person_id,
        organization_id=organization_id,
        text=" ".join(dict.fromkeys(pages))[: rights_requests.TEXT_LIMIT],
        now=now,
    )


def _trace(session: Session, person: Person, now: datetime) -> _Traces:
    memberships = person.memberships
    own = [one.id for one in memberships]
    pairs = session.scalars(
        select(Mentorship).where(
            Mentorship.id.in_(
                select(MentorshipMember.mentorship_id).where(MentorshipMember.membership_id.in_(own))
            )
        )
    ).all()
    every_pair = [pair.id for pair in pairs]
    coming = select(Meeting).where(Meeting.mentorship_id.in_(every_pair), Meeting.status.in_(COMING_MEETINGS))
    duties_of_person = _undone().where(Occurrence.responsible.any(Person.id == person.id))
    return _Traces(
        memberships=memberships,
        applications=session.scalars(select(Application).where(Application.membership_id.in_(own))).all(),
        current_pairs=[pair for pair in pairs if pair.status in CURRENT_PAIRS],
        every_pair=every_pair,
        meetings=[one for one in session.scalars(coming) if not one.has_started(now)],
        duties=session.scalars(duties_of_person.order_by(Occurrence.due_on)).all(),
    )


def _undone() -> Select[Occurrence]:
    """Duties that wait to be done. Those of an archived plan wait for nobody."""
    live = select(Occurrence).join(RoadmapItem).join(Roadmap).where(Roadmap.status == RoadmapStatus.APPROVED)
    return live.where(Occurrence.status.not_in(SETTLED))


def _stop(session: Session, person: Person, traces: _Traces, now: datetime) -> None:
    for meeting in traces.meetings:
        _cancel_meeting(session, meeting, person, now)
    mentorships.release_person(session, person.id, now=now)
    for membership in traces.memberships:
        membership.status, membership.unpaired_since = MembershipStatus.LEFT, None
    session.flush()
    duties.release_person(session, person.id, traces.duties, now=now)
    _forget_in_plans(session, person)
    _ask_to_read_no_more(session, person)
    _settle_alerts(session, person, traces, now)
    outbox.cancel_person(session, person.id, now=now)


def _tell_parents(session: Session, child: Person, cases: Sequence[ErasureCase], now: datetime) -> None:
    """The parents who did not withdraw learn that somebody did."""
    by_id = cases[0].by_id if cases else None
    for parent_id in minors.guardians(session, child.id):
        if parent_id != by_id:
            outbox.notify(
                session,
                kind="family.child_withdrawn",
                key=f"family:child-withdrawn:{cases[0].id if cases else child.id}:{parent_id}",
                person_id=parent_id,
                payload={"child_id": child.id},
                due_at=now,
                now=now,
            )


def _forget_in_plans(session: Session, person: Person) -> None:
    """Nobody means or controls anything by this person any more; the words of the plan stay as they are."""
    session.execute(delete(item_responsible).where(item_responsible.c.person_id == person.id))
    session.execute(delete(ResponsibleMatch).where(ResponsibleMatch.person_id == person.id))
    controlled = Occurrence.controller_id == person.id
    session.execute(update(Occurrence).where(controlled).values(controller_id=None))


def _ask_to_read_no_more(session: Session, person: Person) -> None:
    """What was read stays as a number and a date; what was not is asked of nobody."""
    unread = (Acknowledgement.person_id == person.id, Acknowledgement.acknowledged_at.is_(None))
    session.execute(delete(Acknowledgement).where(*unread))


def _cancel_meeting(session: Session, meeting: Meeting, person: Person, now: datetime) -> None:
    meeting.status, meeting.ended_at = MeetingStatus.CANCELLED, now
    meeting_messages.cancel_owed(session, meeting, now)
    for member in meeting.mentorship.members:
        if member.membership.person_id != person.id:
            outbox.notify(
                session,
                kind="privacy.meeting_cancelled",
                key=f"meeting:{meeting.id}:withdrawn:{member.membership.person_id}",
                person_id=member.membership.person_id,
                payload={"meeting_id": meeting.id},
                due_at=now,
                expires_at=meeting.starts_at,
                now=now,
            )


def _settle_alerts(session: Session, person: Person, traces: _Traces, now: datetime) -> None:
    """Alerts about the person need no decision any more; those about duties stay: somebody must take over."""
    places = {membership.organization_id for membership in traces.memberships}
    unsettled = (Alert.organization_id.in_(places), Alert.status != AlertStatus.RESOLVED)
    for alert in session.scalars(select(Alert).where(*unsettled)).all():
        if _concerns(session, alert, person, traces):
            alerts.resolve_cause(session, alert.cause, "consent_withdrawn", by_id=None, now=now)


def _concerns(session: Session, alert: Alert, person: Person, traces: _Traces) -> bool:
    subject = alert.subject
    about_person = (
        subject.get("person_id") == person.id
        or subject.get("membership_id") in {one.id for one in traces.memberships}
        or subject.get("application_id") in {one.id for one in traces.applications}
        or _is_theirs(session, Consent, subject.get("consent_id"), person)
        or _is_theirs(session, RightsRequest, subject.get("request_id"), person)
    )
    return about_person or (alert.kind in ABOUT_A_PAIR and _pair_of(session, subject) in traces.every_pair)


def _is_theirs(
    session: Session, model: type[Consent] | type[RightsRequest], number: int | None, person: Person
) -> bool:
    own = select(model.id).where(model.id == number, model.person_id == person.id)
    return number is not None and session.scalar(own) is not None


def _pair_of(session: Session, subject: dict[str, Any]) -> int | None:
    if "mentorship_id" in subject:
        return int(subject["mentorship_id"])
    meeting = session.get(Meeting, subject.get("meeting_id", 0))
    return meeting.mentorship_id if meeting else None


def _alert_curators(session: Session, case: ErasureCase, traces: _Traces, now: datetime) -> None:
    here = case.organization_id
    pairs = [pair.id for pair in traces.current_pairs if pair.organization_id == here]
    alerts.raise_alert(
        session,
        organization_id=here,
        kind=AlertKind.CONSENT_WITHDRAWN,
        cause=f"consent-withdrawn:{case.id}",
        subject={
            "case_id": case.id,
            "membership_ids": [one.id for one in traces.memberships if one.organization_id == here],
            "mentorship_ids": pairs,
            "meetings": sum(one.mentorship_id in pairs for one in traces.meetings),
            "occurrence_ids": [one.id for one in traces.duties if one.organization_id == here],
        },
        since=case.opened_at,
        now=now,
    )


def report(session: Session, actor: Actor, alert_id: int) -> WithdrawalReport:
    """What the alert about a withdrawal tells its curator. Raises NotAllowed, NoLongerCurrent."""
    alert = alerts.see(session, actor, alert_id)
    case = session.get(ErasureCase, alert.subject.get("case_id", 0))
    if alert.kind != AlertKind.CONSENT_WITHDRAWN or case is None:
        raise NoLongerCurrent
    subject = alert.subject
    memberships = session.scalars(
        select(Membership).where(Membership.id.in_(subject["membership_ids"]))
    ).all()
    pairs = session.scalars(select(Mentorship).where(Mentorship.id.in_(subject["mentorship_ids"]))).all()
    return WithdrawalReport(
        case_id=case.id,
        by_another=case.by_id is not None,
        who=tuple(PersonName.of(one) for one in memberships),
        opened_at=case.opened_at,
        anonymised_at=case.anonymised_at,
        pairs=tuple(one for pair in pairs for one in _stopped(pair, case.person_id)),
        meetings=int(subject["meetings"]),
        duties=_fallen(session, subject["occurrence_ids"], alert.organization_id),
    )


def _stopped(pair: Mentorship, person_id: int) -> Iterable[StoppedPair]:
    for member in pair.members:
        if member.membership.person_id != person_id:
            waits = member.role == Role.MENTEE and member.membership.unpaired_since is not None
            yield StoppedPair(PersonName.of(member.membership), member.role, waits)


def _fallen(
    session: Session, occurrence_ids: Sequence[int], organization_id: int
) -> tuple[OrphanedDuty, ...]:
    """Duties that fell to the curators, or to nobody, and that no single one of them has taken or done
    since.
    """
    still = _undone().where(Occurrence.id.in_(occurrence_ids))
    fallback = set(responsibles.staff_of(session, organization_id).fallback())
    found = session.scalars(still.order_by(Occurrence.due_on, Occurrence.id))
    return tuple(
        OrphanedDuty(one.id, one.item.number, one.item.activity)
        for one in found
        if {person.id for person in one.responsible} in (fallback, set())
    )


def cancelled_meeting(session: Session, person_id: int, meeting_id: int) -> datetime | None:
    """When the meeting would have been, for the message to its other member; None if it is not cancelled."""
    meeting = session.get(Meeting, meeting_id)
    if meeting is None or meeting.status != MeetingStatus.CANCELLED:
        return None
    return meeting.starts_at if meeting.mentorship.member(person_id) else None
