"""What is done with a duty: reported as done, with a comment or a file; reminded of; taken over."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy.orm import Session

from models import (
    Evidence,
    Occurrence,
    Person,
)
from services import access, alerts, outbox
from services.access import Actor
from services.duty_views import DutyCard, Viewer, card, is_reachable, visible
from services.errors import AnswerEmpty, AnswerTooLong, NoLongerCurrent, NotAllowed, ServiceError
from services.roadmaps import cause_of, owe_reminders, tell_responsible, today_in, topic_of
from services.text_limits import clean, telegram_length

COMMENT_LIMIT = 1000
EVIDENCE_LIMIT = 8
FILE_NAME_LIMIT = 120


class DutyAlreadyDone(ServiceError):
    """The duty was marked as done before; nothing was changed."""


class AlreadyNudged(ServiceError):
    """The responsible person was reminded by hand today; once a day is enough."""


class ResponsibleUnreachable(ServiceError):
    """The responsible person gets no messages of the bot: they left, or blocked it."""


class TooMuchEvidence(ServiceError):
    """Field `limit`: how many comments and files a duty may have."""


@dataclass(frozen=True, slots=True)
class AttachedFile:
    """A file that Telegram keeps: we know its id there and its name."""

    file_id: str
    name: str


def _unsettled(session: Session, actor: Actor, occurrence_id: int) -> tuple[Occurrence, Viewer]:
    occurrence, viewer = visible(session, actor, occurrence_id)
    if occurrence.is_settled:
        raise DutyAlreadyDone
    return occurrence, viewer


def _managed(session: Session, actor: Actor, occurrence_id: int) -> tuple[Occurrence, Viewer]:
    occurrence, viewer = _unsettled(session, actor, occurrence_id)
    if not viewer.manages:
        raise NotAllowed
    return occurrence, viewer


def complete(session: Session, actor: Actor, occurrence_id: int, *, now: datetime) -> DutyCard:
    """Mark a duty as done without a word, for oneself or, as a curator or head, for somebody.

    Raises DutyAlreadyDone, NotAllowed, NoLongerCurrent.
    """
    occurrence, viewer = _unsettled(session, actor, occurrence_id)
    _complete(session, actor, occurrence, now)
    return card(session, occurrence, viewer, now)


def report(
    session: Session,
    actor: Actor,
    occurrence_id: int,
    *,
    comment: str = "",
    file: AttachedFile | None = None,
    now: datetime,
) -> DutyCard:
    """Mark a duty as done with a comment or a file. When somebody has marked it meanwhile, what was typed is
    added to it and not lost.

    Raises AnswerEmpty, AnswerTooLong (in UTF-16 units, as Telegram counts), TooMuchEvidence, NotAllowed,
    NoLongerCurrent.
    """
    occurrence, viewer = visible(session, actor, occurrence_id)
    _add_evidence(occurrence, actor, comment, file, now)
    if occurrence.is_settled:
        session.flush()
        _record(session, actor, "duty.evidence_added", occurrence, now)
    else:
        _complete(session, actor, occurrence, now)
    return card(session, occurrence, viewer, now)


def _add_evidence(
    occurrence: Occurrence, actor: Actor, comment: str, file: AttachedFile | None, now: datetime
) -> None:
    comment = clean(comment)
    if not comment and file is None:
        raise AnswerEmpty
    length = telegram_length(comment)
    if length > COMMENT_LIMIT:
        raise AnswerTooLong(limit=COMMENT_LIMIT, length=length)
    if len(occurrence.evidence) >= EVIDENCE_LIMIT:
        raise TooMuchEvidence(limit=EVIDENCE_LIMIT)
    occurrence.evidence.append(
        Evidence(
            author_id=actor.person_id,
            comment=comment,
            file_id=file.file_id if file else None,
            file_name=" ".join(clean(file.name).split())[:FILE_NAME_LIMIT] if file else None,
            added_at=now,
        )
    )


def _complete(session: Session, actor: Actor, occurrence: Occurrence, now: datetime) -> None:
    occurrence.complete(actor.person_id, today_in(occurrence.organization.timezone, now), now)
    session.flush()
    outbox.cancel_topic(session, topic_of(occurrence.id), now=now)
    by_id = None if actor.person_id == occurrence.responsible_id else actor.person_id
    alerts.resolve_cause(session, cause_of(occurrence.id), "done", by_id=by_id, now=now)
    _record(session, actor, "duty.completed", occurrence, now)
    if by_id is not None:
        tell_responsible(session, occurrence, "roadmap.completed", f"duty:{occurrence.id}:completed", now)


def _record(session: Session, actor: Actor, act: str, occurrence: Occurrence, now: datetime) -> None:
    access.record(
        session,
        act,
        actor_id=actor.person_id,
        organization_id=occurrence.organization_id,
        subject_kind="occurrence",
        subject_id=occurrence.id,
        now=now,
    )


def nudge(session: Session, actor: Actor, occurrence_id: int, *, now: datetime) -> DutyCard:
    """A curator or head reminds the responsible person by hand, at most once in a local day.

    Raises AlreadyNudged, ResponsibleUnreachable, DutyAlreadyDone, NotAllowed, NoLongerCurrent.
    """
    occurrence, viewer = _managed(session, actor, occurrence_id)
    if not is_reachable(session.get_one(Person, occurrence.responsible_id)):
        raise ResponsibleUnreachable
    today = today_in(occurrence.organization.timezone, now)
    key = f"duty:{occurrence.id}:nudge:{occurrence.responsible_id}:{today.isoformat()}"
    if not tell_responsible(session, occurrence, "roadmap.nudge", key, now, topic=topic_of(occurrence.id)):
        raise AlreadyNudged
    _record(session, actor, "duty.nudged", occurrence, now)
    return card(session, occurrence, viewer, now)


def take_over(session: Session, actor: Actor, occurrence_id: int, *, now: datetime) -> DutyCard:
    """A curator or head becomes responsible, for instance when the responsible person has left.

    Raises DutyAlreadyDone, NotAllowed; NoLongerCurrent when it is theirs already.
    """
    occurrence, viewer = _managed(session, actor, occurrence_id)
    if occurrence.responsible_id == actor.person_id:
        raise NoLongerCurrent
    outbox.cancel_topic(session, topic_of(occurrence.id), now=now)
    key = f"duty:{occurrence.id}:taken:{occurrence.responsible_id}:{now.isoformat()}"
    if is_reachable(session.get_one(Person, occurrence.responsible_id)):
        tell_responsible(session, occurrence, "roadmap.taken_over", key, now)
    occurrence.responsible_id = actor.person_id
    session.flush()
    owe_reminders(session, occurrence, now)
    _record(session, actor, "duty.taken_over", occurrence, now)
    return card(session, occurrence, viewer, now)


def open_file(session: Session, actor: Actor, evidence_id: int, *, now: datetime) -> AttachedFile:
    """The file of a duty that the actor may see; the access leaves a trace.

    Raises NoLongerCurrent when the file is gone, NotAllowed.
    """
    evidence = session.get(Evidence, evidence_id)
    if evidence is None or evidence.file_id is None:
        raise NoLongerCurrent
    occurrence, _ = visible(session, actor, evidence.occurrence_id)
    if evidence.author_id != actor.person_id:
        _record(session, actor, "duty.file_opened", occurrence, now)
    return AttachedFile(evidence.file_id, evidence.file_name or "")
