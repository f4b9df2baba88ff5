"""What is done with a duty: reported as done with a comment, a file, a link or the number of an act; asked
about; reminded of; taken over. Any of the people responsible for it acts for all of them.

What changes a duty itself — its day, or whether it is to be done at all — is in `services.duty_changes`.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from models import (
    Alert,
    AlertKind,
    AlertStatus,
    Evidence,
    Occurrence,
    OccurrenceStatus,
    Person,
    RoadmapStatus,
)
from services import access, alerts, evidence, outbox, responsibles
from services.access import Actor
from services.duty_reminders import (
    owe_reminders,
    renew_reminders,
    topic_of,
)
from services.duty_views import (
    CURRENT,
    DutyCard,
    Viewer,
    answers_for,
    card,
    is_reachable,
    places_of,
    unsettled_of,
    visible,
)
from services.errors import NoLongerCurrent, NotAllowed, ServiceError
from services.evidence import AttachedFile
from services.local_time import today_in

ABOUT_ONE_DUTY = (AlertKind.DUTY_OVERDUE, AlertKind.DUTY_NEAR)


class DutyAlreadyDone(ServiceError):
    """The duty was marked as done before; nothing was changed."""


class DutyWaived(ServiceError):
    """The duty need not be done any more: a curator or the head said so."""


class AlreadyNudged(ServiceError):
    """The responsible people were reminded by hand today; once a day is enough."""


class ResponsibleUnreachable(ServiceError):
    """The responsible people get no messages of the bot: they left, or blocked it."""


class NothingToNudge(ServiceError):
    """The person has nothing on hand of which they could be reminded."""


def unsettled(session: Session, actor: Actor, occurrence_id: int) -> tuple[Occurrence, Viewer]:
    """A duty that waits to be done, and how the actor stands to it.

    Raises DutyAlreadyDone, DutyWaived, NotAllowed, NoLongerCurrent.
    """
    occurrence, viewer = visible(session, actor, occurrence_id)
    if occurrence.status == OccurrenceStatus.WAIVED:
        raise DutyWaived
    if occurrence.is_settled:
        raise DutyAlreadyDone
    if occurrence.item.roadmap.status != RoadmapStatus.APPROVED:
        raise NoLongerCurrent
    return occurrence, viewer


def managed(session: Session, actor: Actor, occurrence_id: int) -> tuple[Occurrence, Viewer]:
    """As `unsettled`, for curators and heads (coordinators and operators of their own plan) only."""
    occurrence, viewer = unsettled(session, actor, occurrence_id)
    if not viewer.manages:
        raise NotAllowed
    return occurrence, viewer


def _doable(session: Session, actor: Actor, occurrence_id: int) -> tuple[Occurrence, Viewer]:
    """For those who may mark it: the people responsible, and those who manage the plan."""
    occurrence, viewer = visible(session, actor, occurrence_id)
    if not (viewer.manages or answers_for(occurrence, actor.person_id)):
        raise NotAllowed
    return occurrence, viewer


def reportable(session: Session, actor: Actor, occurrence_id: int, *, now: datetime) -> DutyCard:
    """The duty, for who may mark it or add to it. Raises NotAllowed, NoLongerCurrent."""
    occurrence, viewer = _doable(session, actor, occurrence_id)
    return card(session, occurrence, viewer, now)


def complete(session: Session, actor: Actor, occurrence_id: int, *, now: datetime) -> DutyCard:
    """Mark a duty as done without a word, for all who answer for it. To the question whether continuous work
    goes on it is the answer «yes».

    Raises DutyAlreadyDone, DutyWaived, NotAllowed, NoLongerCurrent.
    """
    _doable(session, actor, occurrence_id)
    occurrence, viewer = unsettled(session, actor, occurrence_id)
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
    """Mark a duty as done with a comment, a link, the number of an act, or a file. When somebody has settled
    it meanwhile, what was typed is added to it and not lost.

    Raises AnswerEmpty, AnswerTooLong (in UTF-16 units, as Telegram counts), TooMuchEvidence, NotAllowed,
    NoLongerCurrent.
    """
    occurrence, viewer = _doable(session, actor, occurrence_id)
    evidence.add(occurrence, actor.person_id, comment, file, now)
    if occurrence.is_settled or occurrence.item.roadmap.status != RoadmapStatus.APPROVED:
        session.flush()
        record(session, actor, "duty.evidence_added", occurrence, now)
    else:
        _complete(session, actor, occurrence, now)
    return card(session, occurrence, viewer, now)


def _complete(session: Session, actor: Actor, occurrence: Occurrence, now: datetime) -> None:
    occurrence.complete(actor.person_id, today_in(occurrence.organization.timezone, now), now)
    session.flush()
    outbox.cancel_topic(session, topic_of(occurrence.id), now=now)
    by_id = None if answers_for(occurrence, actor.person_id) else actor.person_id
    settle_alerts(session, occurrence, "done", by_id=by_id, now=now)
    record(session, actor, "duty.completed", occurrence, now)
    tell(session, occurrence, _others(occurrence, actor), "completed", now)


def _others(occurrence: Occurrence, actor: Actor) -> list[Person]:
    return [person for person in occurrence.responsible if person.id != actor.person_id]


def tell(
    session: Session,
    occurrence: Occurrence,
    people: Iterable[Person],
    what: str,
    now: datetime,
    **more: Any,
) -> int:
    """Owe these people the message «roadmap.<what>» about the duty, now. Returns how many are owed it."""
    return sum(
        outbox.notify(
            session,
            kind=f"roadmap.{what}",
            key=f"duty:{occurrence.id}:{what}:{person.id}:{now.isoformat()}",
            person_id=person.id,
            payload={"occurrence_id": occurrence.id} | more,
            due_at=now,
            now=now,
        )
        for person in people
        if is_reachable(person)
    )


def settle_alerts(
    session: Session, occurrence: Occurrence, resolution: str, *, by_id: int | None, now: datetime
) -> None:
    """Nothing about this duty waits for a decision any more. Should it be late again, after it was moved or
    taken back into work, it is a new cause: the old one gives its name up.
    """
    about = (
        Alert.organization_id == occurrence.organization_id,
        Alert.kind.in_(ABOUT_ONE_DUTY),
        Alert.subject["occurrence_id"].as_integer() == occurrence.id,
    )
    for alert in session.scalars(select(Alert).where(*about)).all():
        if alert.status != AlertStatus.RESOLVED:
            alerts.resolve_cause(session, alert.cause, resolution, by_id=by_id, now=now)
        if not occurrence.is_settled:
            alert.cause = f"{alert.cause}:{alert.id}"
    session.flush()


def record(session: Session, actor: Actor, act: str, occurrence: Occurrence, now: datetime) -> None:
    """Write an act about a duty to the audit log."""
    access.record(
        session,
        act,
        actor_id=actor.person_id,
        organization_id=occurrence.organization_id,
        subject_kind="occurrence",
        subject_id=occurrence.id,
        now=now,
    )


def troublesome(session: Session, actor: Actor, occurrence_id: int, *, now: datetime) -> DutyCard:
    """The duty, for who may say that it meets difficulties. Raises as `report_trouble` does."""
    occurrence, viewer = _own(session, actor, occurrence_id)
    return card(session, occurrence, viewer, now)


def _own(session: Session, actor: Actor, occurrence_id: int) -> tuple[Occurrence, Viewer]:
    occurrence, viewer = unsettled(session, actor, occurrence_id)
    if not answers_for(occurrence, actor.person_id):
        raise NotAllowed
    return occurrence, viewer


def report_trouble(
    session: Session, actor: Actor, occurrence_id: int, *, comment: str = "", now: datetime
) -> DutyCard:
    """Who answers for a duty says that the work meets difficulties; the curators hear of it at once. The duty
    stays open.

    Raises AnswerTooLong, TooMuchEvidence, DutyAlreadyDone, DutyWaived, NotAllowed, NoLongerCurrent.
    """
    occurrence, viewer = _own(session, actor, occurrence_id)
    told = evidence.add(occurrence, actor.person_id, comment, None, now) if comment.strip() else None
    session.flush()
    curators = responsibles.staff_of(session, occurrence.organization_id).fallback()
    others = [session.get_one(Person, one) for one in curators if one != actor.person_id]
    more = {"person_id": actor.person_id, "evidence_id": told.id if told else 0}
    tell(session, occurrence, others, "trouble", now, **more)
    record(session, actor, "duty.trouble", occurrence, now)
    return card(session, occurrence, viewer, now)


def nudge(session: Session, actor: Actor, occurrence_id: int, *, now: datetime) -> DutyCard:
    """A curator, a head, the duty's controller or the coordinator above reminds everybody responsible by
    hand, each at most once in a local day.

    Raises AlreadyNudged, ResponsibleUnreachable, DutyAlreadyDone, DutyWaived, NotAllowed, NoLongerCurrent.
    """
    occurrence, viewer = unsettled(session, actor, occurrence_id)
    if not (viewer.manages or viewer.controls or viewer.oversees):
        raise NotAllowed
    reachable = [one for one in _others(occurrence, actor) if is_reachable(one)]
    if not reachable:
        raise ResponsibleUnreachable
    today = today_in(occurrence.organization.timezone, now)
    owed = [_nudge(session, occurrence, one, f"nudge:{one.id}:{today.isoformat()}", now) for one in reachable]
    if not any(owed):
        raise AlreadyNudged
    record(session, actor, "duty.nudged", occurrence, now)
    return card(session, occurrence, viewer, now)


def _nudge(session: Session, occurrence: Occurrence, person: Person, mark: str, now: datetime) -> bool:
    return outbox.notify(
        session,
        kind="roadmap.nudge",
        key=f"duty:{occurrence.id}:{mark}",
        person_id=person.id,
        payload={"occurrence_id": occurrence.id},
        topic=topic_of(occurrence.id),
        due_at=now,
        now=now,
    )


def nudge_person(session: Session, actor: Actor, person_id: int, *, now: datetime) -> int:
    """A curator or head reminds one person of all that they have on hand, in one message, once in a day of
    theirs. Returns of how many duties.

    Raises NothingToNudge, ResponsibleUnreachable, AlreadyNudged, NotAllowed.
    """
    places = places_of(actor)
    current = [one for one in unsettled_of(session, person_id, places) if one.status in CURRENT]
    if not current:
        raise NothingToNudge
    if not is_reachable(session.get_one(Person, person_id)):
        raise ResponsibleUnreachable
    today = today_in(current[0].organization.timezone, now)
    is_new = outbox.notify(
        session,
        kind="roadmap.person_nudge",
        key=f"duties:{current[0].organization_id}:nudge:{person_id}:{today.isoformat()}",
        person_id=person_id,
        payload={"organization_ids": list(places)},
        due_at=now,
        now=now,
    )
    if not is_new:
        raise AlreadyNudged
    record(session, actor, "duty.person_nudged", current[0], now)
    return len(current)


def take_over(session: Session, actor: Actor, occurrence_id: int, *, now: datetime) -> DutyCard:
    """A curator or head becomes responsible alone, for instance when the responsible person has left, and
    stays so in a newer version of the plan.

    Raises DutyAlreadyDone, DutyWaived, NotAllowed; NoLongerCurrent when it is theirs alone already.
    """
    occurrence, viewer = managed(session, actor, occurrence_id)
    others = _others(occurrence, actor)
    if not others and answers_for(occurrence, actor.person_id):
        raise NoLongerCurrent
    tell(session, occurrence, others, "taken_over", now)
    occurrence.responsible = [session.get_one(Person, actor.person_id)]
    occurrence.is_taken_over = True
    session.flush()
    renew_reminders(session, occurrence, now)
    record(session, actor, "duty.taken_over", occurrence, now)
    return card(session, occurrence, viewer, now)


def release_person(session: Session, person_id: int, duties: Sequence[Occurrence], *, now: datetime) -> None:
    """Somebody who leaves is taken off these duties. What nobody answers for then falls to the curators, or
    to who stands in for them.
    """
    for occurrence in duties:
        occurrence.responsible = [one for one in occurrence.responsible if one.id != person_id]
        if not occurrence.responsible:
            _fall_to_curators(session, occurrence, person_id, now)


def _fall_to_curators(session: Session, occurrence: Occurrence, person_id: int, now: datetime) -> None:
    occurrence.is_taken_over = False
    fallback = responsibles.staff_of(session, occurrence.organization_id).fallback()
    occurrence.responsible = [session.get_one(Person, one) for one in fallback if one != person_id]
    session.flush()
    outbox.cancel_topic(session, topic_of(occurrence.id), now=now)
    owe_reminders(session, occurrence, now)


def open_file(session: Session, actor: Actor, evidence_id: int, *, now: datetime) -> AttachedFile:
    """The file of a duty that the actor may see; the access leaves a trace. To who oversees a school its own
    plan is closed: its files, too.

    Raises NoLongerCurrent when the file is gone, NotAllowed.
    """
    found = session.get(Evidence, evidence_id)
    if found is None or found.file_id is None:
        raise NoLongerCurrent
    occurrence, viewer = visible(session, actor, found.occurrence_id)
    if viewer.oversees and occurrence.item.origin_item_id is None:
        raise NotAllowed
    if found.author_id != actor.person_id:
        record(session, actor, "duty.file_opened", occurrence, now)
    return AttachedFile(found.file_id, found.file_name or "")
