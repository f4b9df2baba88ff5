"""«For colleagues without Telegram»: what waits for their answer, and the curator's answers for them.

Each answer is given by the use case that the person would have used; that a curator gave it is written to the
audit log and shown to the other side.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from sqlalchemy import Select, select
from sqlalchemy.orm import Session, aliased, selectinload

from models import (
    Meeting,
    MeetingKind,
    MeetingMode,
    MeetingSeries,
    MeetingStatus,
    Membership,
    MembershipStatus,
    Mentorship,
    MentorshipMember,
    MentorshipStatus,
    Notification,
    NotificationStatus,
    Person,
    Rhythm,
)
from services import attendance, meeting_series, meetings, mentorships, representing, series_views
from services.access import Actor
from services.errors import NoLongerCurrent
from services.meeting_answers import answer_of, is_asked
from services.meeting_views import report_of
from services.mentorship_views import Counterpart, Page, side_view
from services.names import PersonName
from services.representing import STANDING_IN, Represented

PAGE_SIZE = 6


class Kind(StrEnum):
    """What waits: the answer to a proposed pair, meeting or series, and whether a meeting took place."""

    PAIR = "pair"
    MEETING = "meeting"
    SERIES = "series"
    HELD = "held"


ACTS = {
    (Kind.PAIR, True): "pair_accepted",
    (Kind.PAIR, False): "pair_declined",
    (Kind.MEETING, True): "meeting_confirmed",
    (Kind.MEETING, False): "meeting_declined",
    (Kind.SERIES, True): "series_confirmed",
    (Kind.SERIES, False): "series_declined",
    (Kind.HELD, True): "meeting_held",
    (Kind.HELD, False): "meeting_not_held",
}


SUBJECTS = {Kind.PAIR: "mentorship", Kind.SERIES: "series"}


@dataclass(frozen=True, slots=True)
class Pending:
    """Something that waits for the answer of somebody without Telegram. `since`: the time of the meeting or
    of the first of a series, or when the pair was proposed.
    """

    kind: Kind
    id: int
    membership_id: int
    name: PersonName
    since: datetime


@dataclass(frozen=True, slots=True)
class PendingCard:
    """The same with all that is to be told to the person before they decide."""

    pending: Pending
    other: Counterpart
    meeting_kind: MeetingKind | None = None
    mode: MeetingMode = MeetingMode.IN_PERSON
    place: str = ""
    link: str = ""
    rhythm: Rhythm | None = None
    ends_on: date | None = None


def waiting(session: Session, actor: Actor, *, page: int = 0) -> Page[Pending]:
    """What waits where the actor is curator or head, the longest first. Pairs of one's own are left to
    others.
    """
    found = sorted(_pending(session, actor), key=lambda one: (one.since, one.kind, one.id))
    pages = max(1, -(-len(found) // PAGE_SIZE))
    number = min(max(page, 0), pages - 1)
    shown = found[number * PAGE_SIZE : (number + 1) * PAGE_SIZE]
    return Page(tuple(shown), number, pages, len(found))


def count_waiting(session: Session, actor: Actor) -> int:
    """How much of it there is: the figure in the menu."""
    return sum(1 for _ in _pending(session, actor))


def _pending(session: Session, actor: Actor) -> Iterator[Pending]:
    every = session.scalars(_pairs(actor)).unique()
    pairs = [pair for pair in every if pair.member(actor.person_id) is None]
    open_meetings = _open_meetings(session, [pair.id for pair in pairs])
    for pair in pairs:
        silent = [member.membership for member in pair.members if _is_silent(member.membership)]
        if pair.status == MentorshipStatus.PROPOSED:
            yield from _unanswered_pair(pair, silent)
        else:
            yield from _unanswered_meetings(open_meetings, pair, silent)


def _pairs(actor: Actor) -> Select[Mentorship]:
    """Proposals and active pairs with a member who has no Telegram."""
    silent = aliased(MentorshipMember)
    return (
        select(Mentorship)
        .join(silent, silent.mentorship_id == Mentorship.id)
        .join(Membership, Membership.id == silent.membership_id)
        .join(Person, Person.id == Membership.person_id)
        .where(
            Mentorship.organization_id.in_(actor.organizations(*STANDING_IN)),
            Mentorship.status.in_((MentorshipStatus.PROPOSED, MentorshipStatus.ACTIVE)),
            Person.chat_id.is_(None),
            Person.frozen_at.is_(None),
        )
        .options(
            selectinload(Mentorship.members)
            .joinedload(MentorshipMember.membership)
            .joinedload(Membership.person)
        )
    )


def _is_silent(membership: Membership) -> bool:
    stays = membership.status in (MembershipStatus.ACTIVE, MembershipStatus.PAUSED)
    return stays and not membership.person.has_telegram and not membership.person.is_frozen


def _unanswered_pair(pair: Mentorship, silent: list[Membership]) -> Iterator[Pending]:
    for membership in silent:
        member = pair.member(membership.person_id)
        if member is not None and member.accepted_at is None:
            yield _line(Kind.PAIR, pair.id, membership, pair.proposed_at)


def _line(kind: Kind, number: int, membership: Membership, since: datetime) -> Pending:
    return Pending(kind, number, membership.id, PersonName.of(membership), since)


@dataclass(frozen=True, slots=True)
class _OpenMeetings:
    """The meetings that wait for something, by pair; and the keys of the questions whether one took place
    that came due and could be sent to nobody: they are the curators' now.
    """

    by_pair: Mapping[int, Sequence[Meeting]]
    asked: Collection[str]
    series: Sequence[MeetingSeries] = ()

    def asks_whether_held(self, meeting: Meeting, person_id: int) -> bool:
        if meeting.status != MeetingStatus.CONFIRMED or report_of(meeting, person_id) is not None:
            return False
        return _question(meeting.id, person_id) in self.asked


def _question(meeting_id: int, person_id: int) -> str:
    return f"meeting:{meeting_id}:ask:{person_id}"


def _open_meetings(session: Session, pair_ids: Sequence[int]) -> _OpenMeetings:
    """All at once: the menu counts them at every look."""
    open_ = (MeetingStatus.PROPOSED, MeetingStatus.CONFIRMED)
    query = select(Meeting).where(Meeting.mentorship_id.in_(pair_ids), Meeting.status.in_(open_))
    by_pair: dict[int, list[Meeting]] = {}
    for meeting in session.scalars(
        query.order_by(Meeting.id).options(selectinload(Meeting.reports), selectinload(Meeting.answers))
    ):
        by_pair.setdefault(meeting.mentorship_id, []).append(meeting)
    keys = [
        _question(meeting.id, member.membership.person_id)
        for meetings_ in by_pair.values()
        for meeting in meetings_
        for member in meeting.mentorship.members
        if meeting.status == MeetingStatus.CONFIRMED and not member.membership.person.has_telegram
    ]
    dropped = Notification.status == NotificationStatus.DROPPED
    asked = session.scalars(select(Notification.key).where(Notification.key.in_(keys), dropped))
    running = (MeetingSeries.mentorship_id.in_(pair_ids), MeetingSeries.status.in_(series_views.RUNNING))
    series = session.scalars(select(MeetingSeries).where(*running).order_by(MeetingSeries.id)).all()
    return _OpenMeetings(by_pair, set(asked), series)


def _unanswered_meetings(
    found: _OpenMeetings, pair: Mentorship, silent: list[Membership]
) -> Iterator[Pending]:
    for meeting in found.by_pair.get(pair.id, ()):
        for membership in silent:
            if is_asked(meeting, membership.person_id):
                yield _line(Kind.MEETING, meeting.id, membership, meeting.starts_at)
            elif found.asks_whether_held(meeting, membership.person_id):
                yield _line(Kind.HELD, meeting.id, membership, meeting.starts_at)
    for series in found.series:
        for membership in silent:
            if series.mentorship_id == pair.id and series_views.comes(series, membership.person_id) is None:
                yield _line(Kind.SERIES, series.id, membership, series_views.first_of(series))


def see(
    session: Session, actor: Actor, kind: Kind, number: int, membership_id: int, *, now: datetime
) -> PendingCard:
    """One of them, as it is to be told to the person. The look is written to the audit log.

    Raises NotAllowed, NoLongerCurrent (answered, or it has ended), PersonHasTelegram.
    """
    person, pair, pending = _found(session, actor, kind, number, membership_id)
    representing.record(session, "seen", person, pair.organization_id, "membership", membership_id, now)
    return _card(session, person, pair, pending)


def peek(session: Session, actor: Actor, kind: Kind, number: int, membership_id: int) -> PendingCard:
    """The same for a message to a curator. Raises as `see` does."""
    person, pair, pending = _found(session, actor, kind, number, membership_id)
    return _card(session, person, pair, pending)


def _found(
    session: Session, actor: Actor, kind: Kind, number: int, membership_id: int
) -> tuple[Represented, Mentorship, Pending]:
    person, pair = _represented(session, actor, kind, number, membership_id)
    membership = session.get_one(Membership, membership_id)
    if pair.status == MentorshipStatus.PROPOSED:
        found = list(_unanswered_pair(pair, [membership]))
    else:
        found = list(_unanswered_meetings(_open_meetings(session, [pair.id]), pair, [membership]))
    pending = next((one for one in found if (one.kind, one.id) == (kind, number)), None)
    if pending is None:
        raise NoLongerCurrent
    return person, pair, pending


def _represented(
    session: Session, actor: Actor, kind: Kind, number: int, membership_id: int
) -> tuple[Represented, Mentorship]:
    """The person and the pair. Raises NotAllowed, NoLongerCurrent, PersonHasTelegram."""
    person = representing.represented(session, actor, membership_id)
    pair = _pair_of(session, kind, number)
    if pair is None:
        raise NoLongerCurrent
    representing.require_outsider(actor, pair, person.participations[0].organization_id)
    member = pair.member(person.person_id)
    if member is None or member.membership_id != membership_id:
        raise NoLongerCurrent
    return person, pair


def _pair_of(session: Session, kind: Kind, number: int) -> Mentorship | None:
    if kind == Kind.PAIR:
        return session.get(Mentorship, number)
    row: Meeting | MeetingSeries | None = (
        session.get(MeetingSeries, number) if kind == Kind.SERIES else session.get(Meeting, number)
    )
    return row.mentorship if row is not None else None


def _card(session: Session, person: Represented, pair: Mentorship, pending: Pending) -> PendingCard:
    member = pair.member(person.person_id)
    if member is None:
        raise NoLongerCurrent
    other = side_view(session, pair, member).other
    if pending.kind == Kind.PAIR:
        return PendingCard(pending, other)
    if pending.kind == Kind.SERIES:
        series = session.get_one(MeetingSeries, pending.id)
        where = (series.mode, series.place, series.link)
        return PendingCard(pending, other, series.kind, *where, series.rhythm, series.ends_on)
    meeting = session.get_one(Meeting, pending.id)
    return PendingCard(pending, other, meeting.kind, meeting.mode, meeting.place, meeting.link)


def answer(
    session: Session,
    actor: Actor,
    kind: Kind,
    number: int,
    membership_id: int,
    yes: bool,
    *,
    now: datetime,
) -> None:
    """Answer for the person: accept or decline a pair, confirm or decline a meeting or a series, held or not
    held.

    A second tap with the same answer changes nothing. Raises NotAllowed, NoLongerCurrent, PersonHasTelegram,
    and what the person's own answer would raise.
    """
    person, pair = _represented(session, actor, kind, number, membership_id)
    before = _state(session, pair, kind, number, person)
    match kind:
        case Kind.PAIR:
            work = mentorships.accept if yes else mentorships.decline
            work(session, person, number, now=now)
        case Kind.MEETING:
            settle = meetings.confirm if yes else meetings.decline
            settle(session, person, number, now=now)
        case Kind.SERIES:
            all_days = meeting_series.confirm if yes else meeting_series.decline
            all_days(session, person, number, now=now)
        case Kind.HELD:
            attendance.report(session, person, number, yes, now=now)
    if _state(session, pair, kind, number, person) != before:
        subject = SUBJECTS.get(kind, "meeting")
        representing.record(session, ACTS[kind, yes], person, pair.organization_id, subject, number, now)


def _state(
    session: Session, pair: Mentorship, kind: Kind, number: int, person: Represented
) -> tuple[object, ...]:
    """What the answer changes: a second tap leaves it as it is."""
    if kind == Kind.PAIR:
        member = pair.member(person.person_id)
        return (member.accepted_at, member.declined_at) if member else ()
    if kind == Kind.SERIES:
        series = session.get_one(MeetingSeries, number)
        return series.status, series_views.comes(series, person.person_id)
    meeting = session.get_one(Meeting, number)
    mine, said = report_of(meeting, person.person_id), answer_of(meeting, person.person_id)
    return meeting.status, mine.held if mine else None, said.agrees if said else None
