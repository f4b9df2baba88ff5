"""What is wiped when a person's consent is withdrawn: names, words and numbers of chats, table by table.

Whatever a table keeps of a person must be told of here and in services/personal_data.py. What stays are
numbers, dates and codes. Who may withdraw, and what stops, stands in services/erasure.py.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import datetime

from sqlalchemy import ColumnElement, Select, and_, delete, or_, select, update
from sqlalchemy.orm import Session

from models import (
    Amendment,
    Application,
    ApplicationStatus,
    Conclusion,
    Consent,
    Evidence,
    Feedback,
    Form,
    Guardianship,
    InboxStatus,
    InboxUpdate,
    Invitation,
    Membership,
    Notification,
    Occurrence,
    Person,
    RightsRequest,
    Roadmap,
    ShortlistEntry,
)
from services import meeting_traces

OPEN_APPLICATIONS = (
    ApplicationStatus.DRAFT,
    ApplicationStatus.SUBMITTED,
    ApplicationStatus.WITH_HEAD,
    ApplicationStatus.RETURNED,
)


def wipe(
    session: Session,
    person: Person,
    applications: Sequence[Application],
    pair_ids: Sequence[int],
    now: datetime,
) -> dict[str, int]:
    """Wipe everything; returns how much of each kind there was, for the record that stays."""
    chat_id, own = person.chat_id, [one.id for one in person.memberships]
    counts = {
        "names": int(bool(person.full_name)),
        "profiles": _empty_profiles(person.memberships),
        "applications": _empty_applications(applications),
        "conclusions": _count_deleted(session, Conclusion, Conclusion.membership_id.in_(own)),
        "shortlists": _count_deleted(session, ShortlistEntry, ShortlistEntry.membership_id.in_(own)),
        **meeting_traces.wipe(session, person, pair_ids, now),
        "amendments": _empty_amendments(session, person),
        "evidence": _empty_evidence(session, person),
        "reasons": _empty_reasons(session, person),
        "feedback": _detach_feedback(session, person),
        "consents": _empty_consents(session, person),
        "requests": _empty_requests(session, person, now),
        "families": _end_families(session, person, now),
        "forms": _forget_chat(session, chat_id) if chat_id is not None else 0,
    }
    _revoke_links(session, person, now)
    person.anonymise(now)
    person.chat_id = person.language = person.blocked_at = None
    return counts


def theirs(person_id: int) -> ColumnElement[bool]:
    """Consents that stand and fall with the person: their own, and those they gave for their children."""
    for_children = and_(Consent.given_by_id == person_id, Consent.person_id.in_(children_of(person_id)))
    return or_(Consent.person_id == person_id, for_children)


def children_of(parent_id: int) -> Select[int]:
    """The ids of those for whom the parent answers now."""
    return select(Guardianship.child_id).where(
        Guardianship.parent_id == parent_id, Guardianship.ended_at.is_(None)
    )


def _count_deleted(
    session: Session, model: type[Conclusion] | type[ShortlistEntry], which: ColumnElement[bool]
) -> int:
    found = session.scalars(select(model).where(which)).all()
    session.execute(delete(model).where(which))
    return len(found)


def _empty_amendments(session: Session, person: Person) -> int:
    """What the person wished to change, in their words; the change itself stays with its dates."""
    own = session.scalars(select(Amendment).where(Amendment.proposed_by_id == person.id)).all()
    for amendment in own:
        amendment.text = amendment.reason = ""
        amendment.proposed_by_id = None
    return len(own)


def _empty_consents(session: Session, person: Person) -> int:
    """The record proves which words were agreed to and when; addresses and items of data are not needed."""
    every = [one for one in session.scalars(select(Consent).where(theirs(person.id))) if one.details]
    worded = [one for one in every if any(isinstance(value, str | list) for value in one.details.values())]
    for consent in every:
        consent.details = {}
    return len(worded)


def _empty_requests(session: Session, person: Person, now: datetime) -> int:
    """Words of a request about data, and of the answer; one that still waits is answered by the erasure."""
    whose = or_(RightsRequest.person_id == person.id, RightsRequest.by_id == person.id)
    own = session.scalars(select(RightsRequest).where(whose)).all()
    for request in own:
        request.text = request.reason = request.answer = ""
        if request.person_id == person.id and request.settled_at is None:
            request.settled_at = now
    return len(own)


def _end_families(session: Session, person: Person, now: datetime) -> int:
    """Nobody answers for the person any more, nor they for anybody; who was a child of whom is forgotten."""
    whose = or_(Guardianship.parent_id == person.id, Guardianship.child_id == person.id)
    own = session.scalars(select(Guardianship).where(whose)).all()
    for guardianship in own:
        guardianship.relation = ""
        guardianship.ended_at = guardianship.ended_at or now
    return len(own)


def _revoke_links(session: Session, person: Person, now: datetime) -> None:
    """Links made for this very person, or for a parent of theirs, open nothing any more."""
    whose = or_(Invitation.person_id == person.id, Invitation.child_id == person.id)
    live = (whose, Invitation.revoked_at.is_(None))
    session.execute(update(Invitation).where(*live).values(revoked_at=now))


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
