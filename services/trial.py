"""After the trial meeting: what each side says in confidence about working together (L-5-2).

Only the curator learns it. The other side never does: no message to them says or hints who said what.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlalchemy import Select, select
from sqlalchemy.orm import Session

from models import (
    Alert,
    AlertKind,
    AlertStatus,
    Meeting,
    MeetingKind,
    MeetingStatus,
    Membership,
    Mentorship,
    MentorshipMember,
    MentorshipStatus,
    TrialAnswer,
    TrialWord,
)
from services import access, alerts, another_mentor, outbox
from services.access import Actor
from services.errors import NoLongerCurrent, NotAllowed, ServiceError
from services.insertion import insert_once
from services.meeting_answers import comes
from services.names import PersonName

OPEN_FOR = timedelta(days=14)
REMIND_AFTER = timedelta(days=1)
DOUBTS = (TrialWord.NOT_SURE, TrialWord.CHANGE)
SETTLED_BY_CURATOR = ("talked", "another_mentor")


class TrialDecided(ServiceError):
    """The curator acts on it already: a changed word is to be told to them."""


@dataclass(frozen=True, slots=True)
class TrialView:
    """The person's own word about a trial meeting, `None` when they have said nothing yet."""

    meeting_id: int
    starts_at: datetime
    others: tuple[PersonName, ...]
    word: TrialWord | None
    is_open: bool


@dataclass(frozen=True, slots=True)
class TrialWords:
    """Who said what, for the curator's eyes. A word is None where none was said. `mentees`: for whom another
    mentor may be looked for, by membership.
    """

    meeting_id: int
    mentorship_id: int
    starts_at: datetime
    mentor: PersonName
    words: tuple[tuple[PersonName, TrialWord | None], ...]
    mentees: tuple[tuple[int, PersonName], ...]

    @property
    def has_doubt(self) -> bool:
        return any(word in DOUBTS for _, word in self.words)


def offer(session: Session, meeting: Meeting, came: Iterable[MentorshipMember], *, now: datetime) -> None:
    """Owe those who came to a trial meeting the question; once a meeting each.

    Whoever said «held» themselves saw it on that screen: they are only reminded, a day later.
    """
    if meeting.kind != MeetingKind.TRIAL:
        return
    said_held = {one.person_id for one in meeting.reports if one.held}
    for member in came:
        person_id = member.membership.person_id
        outbox.notify(
            session,
            kind="journal.trial",
            key=_topic(meeting.id, person_id),
            person_id=person_id,
            payload={"meeting_id": meeting.id},
            topic=_topic(meeting.id, person_id),
            due_at=now + REMIND_AFTER if person_id in said_held else now,
            expires_at=now + OPEN_FOR,
            now=now,
        )


def _topic(meeting_id: int, person_id: int) -> str:
    return f"trial:{meeting_id}:{person_id}"


def may_answer(meeting: Meeting, person_id: int) -> bool:
    """Whether the question is put to this person: a trial meeting that took place, to which they came."""
    member = meeting.mentorship.member(person_id)
    if meeting.kind != MeetingKind.TRIAL or member is None:
        return False
    if comes(meeting, person_id) is False:
        return False
    if meeting.status == MeetingStatus.HELD:
        return True
    open_ = meeting.status in (MeetingStatus.CONFIRMED, MeetingStatus.DISPUTED)
    return open_ and any(one.person_id == person_id and one.held for one in meeting.reports)


def see(session: Session, actor: Actor, meeting_id: int, *, now: datetime) -> TrialView:
    """The person's own word. Raises NotAllowed, NoLongerCurrent when nothing is asked."""
    return _view(session, _own(session, actor, meeting_id), actor.person_id, now)


def _own(session: Session, actor: Actor, meeting_id: int) -> Meeting:
    meeting = session.get(Meeting, meeting_id)
    if meeting is None:
        raise NoLongerCurrent
    if meeting.mentorship.member(actor.person_id) is None or actor.is_frozen:
        raise NotAllowed
    if not may_answer(meeting, actor.person_id):
        raise NoLongerCurrent
    return meeting


def _view(session: Session, meeting: Meeting, person_id: int, now: datetime) -> TrialView:
    mine = _word_of(session, meeting.id, person_id)
    me = meeting.mentorship.member(person_id)
    others = [one for one in meeting.mentorship.members if me is None or one.role != me.role]
    return TrialView(
        meeting.id,
        meeting.starts_at,
        tuple(PersonName.of(one.membership) for one in others),
        mine.word if mine else None,
        _is_open(session, meeting, now),
    )


def _word_of(session: Session, meeting_id: int, person_id: int) -> TrialAnswer | None:
    mine = (TrialAnswer.meeting_id == meeting_id, TrialAnswer.person_id == person_id)
    return session.scalars(select(TrialAnswer).where(*mine)).one_or_none()


def _is_open(session: Session, meeting: Meeting, now: datetime) -> bool:
    if meeting.mentorship.status != MentorshipStatus.ACTIVE or _curator_acted(session, meeting.id):
        return False
    known_at = max(
        meeting.ends_at, meeting.confirmed_at or meeting.ends_at, meeting.ended_at or meeting.ends_at
    )
    return now < known_at + OPEN_FOR


def _alerts(meeting_id: int) -> Select[Alert]:
    own = (Alert.kind == AlertKind.TRIAL_DOUBT, Alert.cause.startswith(f"{_cause(meeting_id)}:"))
    return select(Alert).where(*own)


def _cause(meeting_id: int) -> str:
    return f"trial-doubt:{meeting_id}"


def _curator_acted(session: Session, meeting_id: int) -> bool:
    return any(one.resolution in SETTLED_BY_CURATOR for one in session.scalars(_alerts(meeting_id)))


def say(session: Session, actor: Actor, meeting_id: int, word: TrialWord, *, now: datetime) -> TrialView:
    """Take one side's word; it may be changed until the curator acted. A doubt raises an alert, and when all
    want to go on it is settled by that.

    Raises NotAllowed, NoLongerCurrent, TrialDecided.
    """
    meeting = _own(session, actor, meeting_id)
    mine = _word_of(session, meeting_id, actor.person_id)
    if mine is not None and mine.word == word:
        return _view(session, meeting, actor.person_id, now)
    if not _is_open(session, meeting, now):
        raise TrialDecided
    values = {"meeting_id": meeting_id, "person_id": actor.person_id, "word": word, "said_at": now}
    if insert_once(session, TrialAnswer, values) is None and mine is not None:
        mine.word, mine.said_at = word, now
    session.flush()
    outbox.cancel_topic(session, _topic(meeting_id, actor.person_id), now=now)
    _weigh(session, meeting, now)
    return _view(session, meeting, actor.person_id, now)


def _weigh(session: Session, meeting: Meeting, now: datetime) -> None:
    """One open alert while somebody doubts, none when nobody does."""
    said = session.scalars(select(TrialAnswer.word).where(TrialAnswer.meeting_id == meeting.id)).all()
    known = session.scalars(_alerts(meeting.id)).all()
    open_ones = [one for one in known if one.status != AlertStatus.RESOLVED]
    if not any(word in DOUBTS for word in said):
        for alert in open_ones:
            alerts.resolve_cause(session, alert.cause, "continue", by_id=None, now=now)
    elif not open_ones:
        alerts.raise_alert(
            session,
            organization_id=meeting.mentorship.organization_id,
            kind=AlertKind.TRIAL_DOUBT,
            cause=f"{_cause(meeting.id)}:{len(known) + 1}",
            subject={
                "meeting_id": meeting.id,
                "mentorship_id": meeting.mentorship_id,
                alerts.HIDDEN_FROM: meeting.mentorship.mentor.membership.person_id,
            },
            since=now,
            now=now,
            urgent=TrialWord.CHANGE in said,
        )


# ---- the curator


def words(session: Session, actor: Actor, meeting_id: int) -> TrialWords:
    """Who said what. Raises NotAllowed for everybody but the curator and the head of the school, and for them
    too when they belong to the pair; NoLongerCurrent when the pair has ended.
    """
    meeting = session.get(Meeting, meeting_id)
    if meeting is None:
        raise NoLongerCurrent
    pair = meeting.mentorship
    access.require_role(actor, pair.organization_id, *alerts.ANSWERING_ROLES)
    if pair.member(actor.person_id) is not None:
        raise NotAllowed
    said = {one.person_id: one.word for one in _answers(session, (meeting_id,))}
    names = tuple((PersonName.of(one.membership), said.get(one.membership.person_id)) for one in pair.members)
    mentees = tuple((one.membership_id, PersonName.of(one.membership)) for one in pair.mentees)
    mentor = PersonName.of(pair.mentor.membership)
    return TrialWords(meeting.id, pair.id, meeting.starts_at, mentor, names, mentees)


def _answers(session: Session, meeting_ids: Collection[int]) -> Sequence[TrialAnswer]:
    return session.scalars(select(TrialAnswer).where(TrialAnswer.meeting_id.in_(meeting_ids))).all()


def settle(session: Session, actor: Actor, meeting_id: int, *, now: datetime) -> TrialWords:
    """The curator has talked to both, and they go on. Raises NotAllowed, NoLongerCurrent."""
    shown = _undecided(session, actor, meeting_id)
    _resolve(session, actor, meeting_id, "talked", now)
    _record(session, actor, "trial.talked", meeting_id, now)
    return shown


def consider(
    session: Session, actor: Actor, meeting_id: int, mentee_id: int
) -> tuple[TrialWords, PersonName]:
    """Whom another mentor would be looked for, by membership. Raises NotAllowed, NoLongerCurrent."""
    shown = _undecided(session, actor, meeting_id)
    name = dict(shown.mentees).get(mentee_id)
    if name is None:
        raise NoLongerCurrent
    return shown, name


def release(session: Session, actor: Actor, meeting_id: int, mentee_id: int, *, now: datetime) -> int:
    """End the pair, call off its meetings and put the mentee back into the queue. A pair with several mentees
    goes on with the others. Nobody is told why.

    Returns the mentee's membership, for whom candidates may be looked for. Raises NotAllowed,
    NoLongerCurrent.
    """
    shown, _ = consider(session, actor, meeting_id, mentee_id)
    mentee, pair = session.get_one(Membership, mentee_id), session.get_one(Mentorship, shown.mentorship_id)
    another_mentor.free(session, actor, pair, mentee, now=now)
    _resolve(session, actor, meeting_id, "another_mentor", now)
    return mentee_id


def _undecided(session: Session, actor: Actor, meeting_id: int) -> TrialWords:
    shown = words(session, actor, meeting_id)
    pair = session.get_one(Mentorship, shown.mentorship_id)
    if pair.status != MentorshipStatus.ACTIVE or not shown.has_doubt or _curator_acted(session, meeting_id):
        raise NoLongerCurrent
    return shown


def _resolve(session: Session, actor: Actor, meeting_id: int, resolution: str, now: datetime) -> None:
    for alert in session.scalars(_alerts(meeting_id)).all():
        if alert.status != AlertStatus.RESOLVED:
            alerts.resolve_cause(session, alert.cause, resolution, by_id=actor.person_id, now=now)


def _record(session: Session, actor: Actor, act: str, meeting_id: int, now: datetime) -> None:
    access.record(
        session,
        act,
        actor_id=actor.person_id,
        organization_id=session.get_one(Meeting, meeting_id).mentorship.organization_id,
        subject_kind="meeting",
        subject_id=meeting_id,
        now=now,
    )


def tick_ended(session: Session, *, now: datetime) -> int:
    """A tick: the doubt about a pair that has ended is settled by that. Returns how many were."""
    return alerts.settle_ended_pairs(session, (AlertKind.TRIAL_DOUBT,), now=now)
