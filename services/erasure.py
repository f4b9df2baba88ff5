"""What follows when a person withdraws the consent: everything about them stops at once and is anonymised.

Source of the rules: 152-FZ art. 9 part 2 and art. 21 part 5 (30 days; we do it at once).
What stays are numbers, and the record of the withdrawal itself, without data.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import Select, delete, select, update
from sqlalchemy.orm import Session

from models import (
    Acknowledgement,
    Alert,
    AlertKind,
    AlertStatus,
    Application,
    ApplicationStatus,
    Consent,
    ConsentStatus,
    ErasureCase,
    Evidence,
    Feedback,
    Form,
    InboxStatus,
    InboxUpdate,
    Meeting,
    MeetingStatus,
    Membership,
    MembershipStatus,
    Mentorship,
    MentorshipMember,
    MentorshipStatus,
    Notification,
    Occurrence,
    Organization,
    Person,
    ResponsibleMatch,
    Roadmap,
    RoadmapItem,
    RoadmapStatus,
    Role,
)
from models.roadmap import SETTLED, item_responsible
from services import access, alerts, duties, meeting_messages, mentorships, outbox, responsibles
from services.access import Actor
from services.errors import NoLongerCurrent, ServiceError
from services.names import PersonName

CURRENT_PAIRS = (MentorshipStatus.PROPOSED, MentorshipStatus.ACTIVE)
COMING_MEETINGS = (MeetingStatus.PROPOSED, MeetingStatus.CONFIRMED)
OPEN_APPLICATIONS = (ApplicationStatus.DRAFT, ApplicationStatus.SUBMITTED, ApplicationStatus.RETURNED)
LAST_TAPS = timedelta(hours=1)
"""How long after a withdrawal the numbers of chats that are nobody's are looked for."""
ABOUT_A_PAIR = (AlertKind.LOW_ANSWER, AlertKind.ANOTHER_MENTOR_WANTED, AlertKind.MEETING_DISPUTED)


class NothingToWithdraw(ServiceError):
    """The person has given no consent that could be withdrawn."""


@dataclass(frozen=True, slots=True)
class WithdrawalPreview:
    """What will stop, shown before the person decides. `consent_id` ties the decision to this consent."""

    consent_id: int
    organizations: tuple[str, ...]
    pairs: int
    meetings: int
    duties: int


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
    """What the curator learns: a code instead of a name, and what now needs somebody's hand."""

    who: tuple[PersonName, ...]
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
    counts: dict[str, int] = field(default_factory=dict)


def preview(session: Session, actor: Actor, *, now: datetime) -> WithdrawalPreview:
    """What a withdrawal would stop. Raises NothingToWithdraw."""
    consents = _given(session, actor.person_id)
    if not consents:
        raise NothingToWithdraw
    traces = _trace(session, session.get_one(Person, actor.person_id), now)
    names = select(Organization.name).where(Organization.id.in_([one.organization_id for one in consents]))
    return WithdrawalPreview(
        consent_id=consents[-1].id,
        organizations=tuple(session.scalars(names.order_by(Organization.id))),
        pairs=len(traces.current_pairs),
        meetings=len(traces.meetings),
        duties=len(traces.duties),
    )


def withdraw(session: Session, actor: Actor, consent_id: int, *, now: datetime) -> Withdrawal:
    """Withdraw every consent of the person: freeze, tell those concerned, anonymise, keep a bare record.

    Raises NoLongerCurrent when the consent shown on the button is not the one in force.
    """
    given = _given(session, actor.person_id)
    if consent_id not in {one.id for one in given}:
        raise NoLongerCurrent
    places = sorted({one.organization_id for one in given})
    cases = [ErasureCase.open(actor.person_id, organization_id, now) for organization_id in places]
    session.add_all(cases)
    session.flush()
    access.record(
        session,
        "consent.withdrawn",
        actor_id=actor.person_id,
        organization_id=places[0],
        subject_kind="person",
        subject_id=actor.person_id,
        now=now,
    )
    erased = _settle(session, session.get_one(Person, actor.person_id), cases, now)
    return Withdrawal(tuple(case.id for case in cases), now, cases[0].due_at, erased)


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


def _given(session: Session, person_id: int) -> Sequence[Consent]:
    given = (Consent.person_id == person_id, Consent.status == ConsentStatus.GIVEN)
    return session.scalars(select(Consent).where(*given).order_by(Consent.id)).all()


def _settle(session: Session, person: Person, cases: Sequence[ErasureCase], now: datetime) -> str:
    """Stop everything, erase everything, tell the curators: the same for a tap and for the tick."""
    traces = _trace(session, person, now)
    for consent in _given(session, person.id):
        consent.withdraw(now)
    _stop(session, person, traces, now)
    _erase(session, person, traces, now)
    session.flush()
    erased = "; ".join(f"{kind}: {count}" for kind, count in traces.counts.items())
    for case in cases:
        case.anonymised_at, case.erased = now, erased[:1000]
        _alert_curators(session, case, traces, now)
    return erased


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
    )
    return about_person or (alert.kind in ABOUT_A_PAIR and _pair_of(session, subject) in traces.every_pair)


def _pair_of(session: Session, subject: dict[str, Any]) -> int | None:
    if "mentorship_id" in subject:
        return int(subject["mentorship_id"])
    meeting = session.get(Meeting, subject.get("meeting_id", 0))
    return meeting.mentorship_id if meeting else None


def _erase(session: Session, person: Person, traces: _Traces, now: datetime) -> None:
    chat_id = person.chat_id
    traces.counts = {
        "names": int(bool(person.full_name)),
        "profiles": _empty_profiles(traces.memberships),
        "applications": _empty_applications(traces.applications),
        "pairs": len(traces.current_pairs),
        "places": _forget_places(session, traces.every_pair),
        "evidence": _empty_evidence(session, person),
        "reasons": _empty_reasons(session, person),
        "feedback": _detach_feedback(session, person),
        "forms": _forget_chat(session, chat_id) if chat_id is not None else 0,
    }
    person.anonymise(now)
    person.chat_id = person.language = person.blocked_at = None


def _empty_profiles(memberships: Iterable[Membership]) -> int:
    filled = [membership for membership in memberships if membership.profile]
    for membership in memberships:
        membership.profile, membership.capacity = {}, 0
    return len(filled)


def _empty_applications(applications: Iterable[Application]) -> int:
    filled = [application for application in applications if application.answers]
    for application in applications:
        application.answers, application.return_reason = {}, ""
        if application.status in OPEN_APPLICATIONS:
            application.status = ApplicationStatus.WITHDRAWN
    return len(filled)


def _forget_places(session: Session, pair_ids: Sequence[int]) -> int:
    """Places of meetings were typed by one of the two, and are carried over when a meeting is moved."""
    meetings = session.scalars(
        select(Meeting).where(Meeting.mentorship_id.in_(pair_ids), Meeting.place != "")
    ).all()
    for meeting in meetings:
        meeting.place = ""
    return len(meetings)


def _empty_evidence(session: Session, person: Person) -> int:
    own = session.scalars(select(Evidence).where(Evidence.author_id == person.id)).all()
    for evidence in own:
        evidence.comment, evidence.file_id, evidence.file_name = "", None, None
    return len(own)


def _empty_reasons(session: Session, person: Person) -> int:
    """Why duties were moved or waived and plans returned, in this person's words."""
    duties_changed = session.scalars(select(Occurrence).where(Occurrence.reason_by_id == person.id)).all()
    for occurrence in duties_changed:
        occurrence.reason, occurrence.reason_by_id = "", None
    plans_returned = session.scalars(select(Roadmap).where(Roadmap.returned_by_id == person.id)).all()
    for roadmap in plans_returned:
        roadmap.return_reason, roadmap.returned_by_id = "", None
    return len(duties_changed) + len(plans_returned)


def _detach_feedback(session: Session, person: Person) -> int:
    """Numbers stay for statistics under the old pseudonym, which from now on is nobody's."""
    own = session.scalars(select(Feedback).where(Feedback.pseudonym == person.pseudonym)).all()
    for feedback in own:
        feedback.answers = {key: value for key, value in feedback.answers.items() if isinstance(value, int)}
    return len(own)


def _forget_chat(session: Session, chat_id: int) -> int:
    """Half-typed forms, and the number of the chat wherever else it is remembered."""
    keys = [key for key in session.scalars(select(Form.key)) if str(chat_id) in key.split(":")]
    session.execute(delete(Form).where(Form.key.in_(keys)))
    handled = InboxUpdate.status.in_((InboxStatus.SETTLED, InboxStatus.DEAD))
    session.execute(update(InboxUpdate).where(InboxUpdate.chat_id == chat_id, handled).values(chat_id=None))
    session.execute(update(Notification).where(Notification.chat_id == chat_id).values(chat_id=None))
    return len(keys)


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
