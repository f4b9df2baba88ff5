"""The curator grants the wish for another mentor: the pair ends, the mentee waits anew (N-5.1-5).

The mentor is told that the pair has ended, and never why.
"""

from __future__ import annotations

from datetime import datetime

from sqlalchemy.orm import Session

from models import AlertStatus, Membership, Mentorship, MentorshipStatus
from services import access, alerts, feedback, meetings, outbox
from services.access import Actor
from services.alerts import AlertView
from services.errors import AlreadyDecided, NoLongerCurrent
from services.feedback import FeedbackConcern


def consider(session: Session, actor: Actor, alert_id: int) -> FeedbackConcern:
    """Whom it would concern. Raises AlreadyDecided, NotAllowed, NoLongerCurrent when it is not known who
    asked.
    """
    return feedback.concern(session, actor, _open_alert(session, actor, alert_id))


def release(session: Session, actor: Actor, alert_id: int, *, now: datetime) -> int:
    """End the pair, call off its meetings, put the mentee back into the queue and settle the alerts.

    Returns the mentee's membership, for whom candidates may be looked for. A pair with several mentees
    goes on with the others. Raises AlreadyDecided, NotAllowed, NoLongerCurrent.
    """
    alert = _open_alert(session, actor, alert_id)
    concern = feedback.concern(session, actor, alert)
    if concern.mentee_membership_id is None:
        raise NoLongerCurrent
    mentee = session.get_one(Membership, concern.mentee_membership_id)
    free(session, actor, session.get_one(Mentorship, concern.mentorship_id), mentee, now=now)
    feedback.settle(session, alert, "another_mentor", actor, now=now)
    return mentee.id


def free(session: Session, actor: Actor, pair: Mentorship, mentee: Membership, *, now: datetime) -> None:
    """The same whatever led to it: the pair ends (one with several mentees goes on with the others), the
    mentee waits anew. Who may do so has been checked by the caller.
    """
    if pair.status == MentorshipStatus.ACTIVE and len(pair.mentees) == 1:
        _end(session, pair, now)
    if mentee.unpaired_since is None:
        mentee.unpaired_since = now
    access.record(
        session,
        "pair.released",
        actor_id=actor.person_id,
        organization_id=pair.organization_id,
        subject_kind="mentorship",
        subject_id=pair.id,
        now=now,
    )


def _open_alert(session: Session, actor: Actor, alert_id: int) -> AlertView:
    alert = alerts.see(session, actor, alert_id)
    if alert.kind not in feedback.KINDS:
        raise NoLongerCurrent
    if alert.status == AlertStatus.RESOLVED:
        raise AlreadyDecided(outcome=alert.resolution)
    return alert


def _end(session: Session, pair: Mentorship, now: datetime) -> None:
    meetings.call_off_all(session, pair.id, now=now)
    pair.close(now)
    for member in pair.members:
        person_id = member.membership.person_id
        outbox.notify(
            session,
            kind="pairing.ended",
            key=f"pair:{pair.id}:released:{person_id}",
            person_id=person_id,
            payload={"mentorship_id": pair.id},
            due_at=now,
            now=now,
        )
