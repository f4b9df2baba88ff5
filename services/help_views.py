"""Requests for help as one person sees them, who is asked, and how quickly answers come (N-2.3-5).

Only reads. What changes a request is in services/help_requests.py.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum
from statistics import median

from sqlalchemy import ColumnElement, Select, and_, func, or_, select
from sqlalchemy.orm import Session, joinedload

from models import (
    Alert,
    AlertKind,
    AlertStatus,
    HelpAnswer,
    HelpRequest,
    HelpScope,
    HelpStatus,
    Membership,
    MembershipStatus,
    Mentorship,
    MentorshipMember,
    MentorshipStatus,
    Partition,
    Person,
    Role,
)
from services import access, alerts
from services.access import Actor
from services.errors import NoLongerCurrent, NotAllowed
from services.member_times import quiet_hours_of
from services.names import PersonName

PAGE_SIZE = 6
COUNTED_FOR = timedelta(days=90)
"""The desk counts the requests of so many days."""
SOON = timedelta(days=1)
"""What is answered within this time counts as answered soon."""
DESK_ROLES = (Role.CURATOR, Role.HEAD)
_NAMING_ROLES = (Role.MENTOR, Role.CURATOR, Role.HEAD, Role.MENTEE)


class Part(StrEnum):
    """As whom somebody looks at a request."""

    ASKER = "asker"
    MENTOR = "mentor"
    CURATOR = "curator"


class HelpAction(StrEnum):
    """What one person may do with a request now."""

    ANSWER = "answer"
    HELPED = "helped"
    MORE = "more"
    TAKE_BACK = "take_back"
    ASK_ALL = "ask_all"
    REMIND = "remind"


class Reason(StrEnum):
    """Why a request came up to the curators."""

    WAITS = "waits"
    NO_TELEGRAM = "no_telegram"
    AWAY = "away"


@dataclass(frozen=True, slots=True)
class AnswerView:
    """One answer, or a further question of the asker. `text` may be a key of the list `quick_answer`."""

    by: PersonName
    is_by_asker: bool
    is_own: bool
    text: str
    answered_at: datetime


@dataclass(frozen=True, slots=True)
class RequestView:
    """A request as one person sees it. `addressee`: the mentor who is asked, None when all are.

    `pair_id`: the pair of reader and asker, in which a meeting can be planned; 0 when there is none.
    `reaches_at`: when the first of those who are asked hears of it, None when nobody does by Telegram.
    """

    id: int
    part: Part
    asker: PersonName
    addressee: PersonName | None
    scope: HelpScope
    status: HelpStatus
    topic: str
    text: str
    asked_at: datetime
    answered_at: datetime | None
    answers: tuple[AnswerView, ...]
    pair_id: int
    reaches_at: datetime | None
    wait_hours: int
    actions: frozenset[HelpAction]


@dataclass(frozen=True, slots=True)
class AskOption:
    """Whom a mentee may ask. `mentorship_id` 0 and no name: all mentors of the organisation."""

    membership_id: int
    mentorship_id: int
    mentor: PersonName | None
    has_telegram: bool
    organization_name: str
    wait_hours: int
    is_pupil: bool


@dataclass(frozen=True, slots=True)
class RequestLine:
    """A request in a list: never its text."""

    id: int
    asker: PersonName
    scope: HelpScope
    status: HelpStatus
    topic: str
    asked_at: datetime
    is_own: bool
    has_climbed: bool = False


@dataclass(frozen=True, slots=True)
class HelpHome:
    """What a mentor or mentee finds first: the request that waits for an answer (one a page, the oldest
    first), whom they may ask, and what they asked or answered before.
    """

    waiting: RequestView | None
    page: int
    waiting_count: int
    options: tuple[AskOption, ...]
    lines: tuple[RequestLine, ...]
    is_mentee: bool
    has_desk: bool


@dataclass(frozen=True, slots=True)
class RequestPage:
    """A page of requests that one has to do with."""

    lines: tuple[RequestLine, ...]
    page: int
    pages: int


@dataclass(frozen=True, slots=True)
class HelpDesk:
    """How help works at one's school: of the last `days` days, and what is open now, the oldest first.

    `median_time`: from a question to its first answer; `soon`: how many were answered within a day.
    """

    days: int
    asked: int
    answered: int
    median_time: timedelta | None
    soon: int
    open_count: int
    lines: tuple[RequestLine, ...]
    page: int
    pages: int


@dataclass(frozen=True, slots=True)
class Climbed:
    """A request that came up to the curators, without its text: opening it is a look of its own."""

    id: int
    asker: PersonName
    addressee: PersonName | None
    topic: str
    asked_at: datetime
    reason: Reason
    actions: frozenset[HelpAction]


# --- who is asked, and who may look ---


def readers(session: Session, request: HelpRequest) -> list[Membership]:
    """The mentors who are asked and can be told: active, their data not withdrawn. Without Telegram they
    are among them.
    """
    if request.scope == HelpScope.ALL_MENTORS:
        everybody = mentors_at(session, request.organization_id)
        return [one for one in everybody if one.person_id != request.membership.person_id]
    pair = request.mentorship
    if pair is None or pair.status != MentorshipStatus.ACTIVE:
        return []
    mentor = pair.mentor.membership
    return [mentor] if mentor.is_active and not mentor.person.is_frozen else []


def mentors_at(session: Session, organization_id: int) -> Sequence[Membership]:
    """The active mentors of an organisation whose data may be processed."""
    query = (
        select(Membership)
        .join(Person, Person.id == Membership.person_id)
        .where(
            Membership.organization_id == organization_id,
            Membership.role == Role.MENTOR,
            Membership.status == MembershipStatus.ACTIVE,
            Person.frozen_at.is_(None),
        )
        .options(joinedload(Membership.person), joinedload(Membership.organization))
        .order_by(Membership.id)
    )
    return session.scalars(query).all()


def reaches_at(session: Session, asked: Iterable[Membership], now: datetime) -> datetime | None:
    """When the first of them hears of it, quiet hours and lessons kept (N-1.4). None: nobody has Telegram."""
    moments = [quiet_hours_of(session, one).next_open(now) for one in asked if one.person.has_telegram]
    return min(moments, default=None)


def part_of(session: Session, actor: Actor, request: HelpRequest) -> Part:
    """As whom the actor may look at the request. Raises NotAllowed; NoLongerCurrent for what was taken back.

    Curators and the head see a request only once it has climbed to them.
    """
    if request.membership.person_id == actor.person_id:
        return Part.ASKER
    if request.status == HelpStatus.TAKEN_BACK:
        raise NoLongerCurrent
    if any(one.person_id == actor.person_id for one in readers(session, request)):
        return Part.MENTOR
    is_curator = actor.participation(*DESK_ROLES, organization_id=request.organization_id) is not None
    if is_curator and climbs_of(session, [request.id]).get(request.id):
        return Part.CURATOR
    raise NotAllowed


def find(session: Session, request_id: int) -> HelpRequest:
    """Raises NoLongerCurrent."""
    request = session.get(HelpRequest, request_id)
    if request is None:
        raise NoLongerCurrent
    return request


def climbs_of(session: Session, request_ids: Collection[int]) -> dict[int, list[Alert]]:
    """The alerts that these requests have raised so far, the oldest first, by request."""
    if not request_ids:
        return {}
    number = Alert.subject["help_id"].as_integer()
    query = select(Alert).where(Alert.kind == AlertKind.HELP_UNANSWERED, number.in_(request_ids))
    found: dict[int, list[Alert]] = {}
    for alert in session.scalars(query.order_by(Alert.id)):
        found.setdefault(int(alert.subject["help_id"]), []).append(alert)
    return found


def waits_since(request: HelpRequest) -> datetime:
    """When the asker spoke last."""
    own = [one.answered_at for one in request.answers if one.person_id == request.membership.person_id]
    return max(own, default=request.asked_at)


def part_in(session: Session, actor: Actor, request_id: int) -> Part:
    """As whom the actor writes to a request. Raises NotAllowed, NoLongerCurrent."""
    return part_of(session, actor, find(session, request_id))


def asks_curator(session: Session, actor: Actor, request_id: int) -> Climbed:
    """For a message: a request to which this curator answered waits for them again. Raises NotAllowed,
    NoLongerCurrent.
    """
    if not any(one.person_id == actor.person_id for one in find(session, request_id).answers):
        raise NotAllowed
    return climbed(session, actor, request_id)


def thanks_from(session: Session, actor: Actor, request_id: int) -> PersonName | None:
    """Whom the actor's answer helped; None when the actor gave none, or it is not closed."""
    request = find(session, request_id)
    has_answered = any(one.person_id == actor.person_id for one in request.answers)
    is_closed = request.status == HelpStatus.CLOSED and not request.membership.person.is_frozen
    return PersonName.of(request.membership) if has_answered and is_closed else None


def asker_without_mentor(session: Session, actor: Actor, request_id: int) -> PersonName | None:
    """Who asks for help while they wait for a mentor, for a curator of that school; None when it is over."""
    request = find(session, request_id)
    if actor.participation(Role.CURATOR, organization_id=request.organization_id) is None:
        return None
    waits = request.status in (HelpStatus.OPEN, HelpStatus.ANSWERED) and request.membership.is_active
    if not waits or has_mentor(session, request.membership_id):
        return None
    return PersonName.of(request.membership)


# --- one request ---


def see(session: Session, actor: Actor, request_id: int, *, now: datetime) -> RequestView:
    """One request for its asker or a mentor who is asked. Raises NotAllowed, NoLongerCurrent."""
    request = find(session, request_id)
    part = part_of(session, actor, request)
    if part == Part.CURATOR:
        # Their looks are recorded: see `open_climbed`.
        raise NotAllowed
    return view(session, request, actor.person_id, part, now)


def open_climbed(session: Session, actor: Actor, request_id: int, *, now: datetime) -> RequestView:
    """A request that climbed, opened by a curator or the head; the look is recorded. For its asker and its
    mentors what `see` gives. Raises NotAllowed, NoLongerCurrent.
    """
    request = find(session, request_id)
    part = part_of(session, actor, request)
    if part == Part.CURATOR:
        access.record(
            session,
            "help.seen",
            actor_id=actor.person_id,
            organization_id=request.organization_id,
            subject_kind="membership",
            subject_id=request.membership_id,
            now=now,
        )
    return view(session, request, actor.person_id, part, now)


def open_to_write(session: Session, actor: Actor, request_id: int, *, now: datetime) -> RequestView:
    """A request to which the actor is going to write. Raises what `open_climbed` raises, and NoLongerCurrent
    when there is nothing to write to it any more.
    """
    one = open_climbed(session, actor, request_id, now=now)
    if not one.actions & {HelpAction.ANSWER, HelpAction.MORE}:
        raise NoLongerCurrent
    return one


def climbed(session: Session, actor: Actor, request_id: int) -> Climbed:
    """What the card of the alert says: no text. Raises NotAllowed, NoLongerCurrent when it was answered."""
    request = find(session, request_id)
    access.require_role(actor, request.organization_id, *DESK_ROLES)
    if request.status != HelpStatus.OPEN or not climbs_of(session, [request_id]):
        raise NoLongerCurrent
    asked = readers(session, request)
    reachable = any(one.person.has_telegram for one in asked)
    reason = Reason.WAITS if reachable else Reason.NO_TELEGRAM if asked else Reason.AWAY
    return Climbed(
        request.id,
        PersonName.of(request.membership),
        _addressee(request),
        request.topic,
        waits_since(request),
        reason,
        _curators_actions(session, request),
    )


def view(session: Session, request: HelpRequest, person_id: int, part: Part, now: datetime) -> RequestView:
    """The request as this person sees it in this part."""
    return RequestView(
        id=request.id,
        part=part,
        asker=PersonName.of(request.membership),
        addressee=_addressee(request),
        scope=request.scope,
        status=request.status,
        topic=request.topic,
        text=request.text,
        asked_at=request.asked_at,
        answered_at=request.answered_at,
        answers=tuple(_answer(session, request, one, person_id) for one in request.answers),
        pair_id=_pair_id(session, request, person_id, part),
        reaches_at=reaches_at(session, readers(session, request), now),
        wait_hours=request.membership.organization.help_wait_hours,
        actions=_actions(session, request, person_id, part),
    )


def _addressee(request: HelpRequest) -> PersonName | None:
    if request.scope == HelpScope.ALL_MENTORS or request.mentorship is None:
        return None
    return PersonName.of(request.mentorship.mentor.membership)


def _answer(session: Session, request: HelpRequest, one: HelpAnswer, person_id: int) -> AnswerView:
    is_by_asker = one.person_id == request.membership.person_id
    by = PersonName.of(request.membership) if is_by_asker else name_at(session, request, one.person_id)
    return AnswerView(by, is_by_asker, one.person_id == person_id, one.text, one.answered_at)


def name_at(session: Session, request: HelpRequest, person_id: int) -> PersonName:
    """Somebody who answered, by what they are at this organisation."""
    query = select(Membership).where(Membership.person_id == person_id)
    memberships = session.scalars(query.order_by(Membership.id)).all()
    here = [one for one in memberships if one.organization_id == request.organization_id]
    for role in _NAMING_ROLES:
        if found := next((one for one in here if one.role == role), None):
            return PersonName.of(found)
    # Whoever moved to another school since is known by what they are there.
    return PersonName.of((here or list(memberships))[0])


def _pair_id(session: Session, request: HelpRequest, person_id: int, part: Part) -> int:
    """The pair in which reader and asker can meet."""
    pairs = _pairs_of(session, request.membership_id)
    if part == Part.MENTOR:
        return next((one.id for one in pairs if one.member(person_id) is not None), 0)
    if part == Part.ASKER:
        answerers = {one.person_id for one in request.answers}
        met = (one.id for one in pairs if one.mentor.membership.person_id in answerers)
        return next(met, 0)
    return 0


def _pairs_of(session: Session, membership_id: int) -> Sequence[Mentorship]:
    query = (
        select(Mentorship)
        .join(MentorshipMember, MentorshipMember.mentorship_id == Mentorship.id)
        .where(
            MentorshipMember.membership_id == membership_id,
            MentorshipMember.role == Role.MENTEE,
            Mentorship.status == MentorshipStatus.ACTIVE,
        )
        .order_by(Mentorship.id)
    )
    return session.scalars(query).all()


def has_mentor(session: Session, membership_id: int) -> bool:
    """Is the mentee of an active pair?"""
    return bool(_pairs_of(session, membership_id))


def _actions(session: Session, request: HelpRequest, person_id: int, part: Part) -> frozenset[HelpAction]:
    if request.status not in (HelpStatus.OPEN, HelpStatus.ANSWERED):
        return frozenset()
    if part == Part.ASKER:
        return frozenset(_askers_actions(session, request))
    if part == Part.MENTOR and not _is_also_curator(session, request, person_id):
        return frozenset({HelpAction.ANSWER})
    return _curators_actions(session, request) | {HelpAction.ANSWER}


def _is_also_curator(session: Session, request: HelpRequest, person_id: int) -> bool:
    """One of many mentors who is a curator too; whoever is asked alone does not remind themselves."""
    if request.scope == HelpScope.OWN_MENTOR:
        return False
    return person_id in alerts.people_in_role(session, request.organization_id, *DESK_ROLES)


def _askers_actions(session: Session, request: HelpRequest) -> set[HelpAction]:
    if request.answered_at is not None:
        return {HelpAction.HELPED, HelpAction.MORE}
    others = {HelpAction.ASK_ALL} if _has_others(session, request) else set()
    return {HelpAction.TAKE_BACK, *others}


def _curators_actions(session: Session, request: HelpRequest) -> frozenset[HelpAction]:
    """What brings an answer: while an alert about the request is not settled."""
    climbs = climbs_of(session, [request.id]).get(request.id, [])
    if request.status != HelpStatus.OPEN or all(one.status == AlertStatus.RESOLVED for one in climbs):
        return frozenset()
    reachable = any(one.person.has_telegram for one in readers(session, request))
    remind = {HelpAction.REMIND} if reachable else set()
    others = {HelpAction.ASK_ALL} if _has_others(session, request) else set()
    return frozenset(remind | others)


def _has_others(session: Session, request: HelpRequest) -> bool:
    """Can the request be passed on to mentors who have not been asked yet?"""
    if request.scope == HelpScope.ALL_MENTORS or request.answered_at is not None:
        return False
    asked = {one.person_id for one in readers(session, request)} | {request.membership.person_id}
    everybody = mentors_at(session, request.organization_id)
    return any(one.person_id not in asked and one.person.has_telegram for one in everybody)


# --- what waits, what was ---


def home(session: Session, actor: Actor, *, page: int = 0, now: datetime) -> HelpHome:
    """What a mentor or mentee finds first. People with neither role see the way to the desk, if any."""
    waiting = _waiting_ids(session, actor)
    number = min(max(page, 0), max(len(waiting) - 1, 0))
    first = (
        view(session, find(session, waiting[number]), actor.person_id, Part.MENTOR, now) if waiting else None
    )
    return HelpHome(
        waiting=first,
        page=number,
        waiting_count=len(waiting),
        options=ask_options(session, actor),
        lines=mine(session, actor).lines,
        is_mentee=actor.sees_as(Role.MENTEE),
        has_desk=bool(actor.places(*DESK_ROLES)),
    )


def ask_options(session: Session, actor: Actor) -> tuple[AskOption, ...]:
    """Whom the actor may ask as a mentee: their own mentors first, then all mentors of the school."""
    own = [one for one in actor.visible if one.role == Role.MENTEE]
    return tuple(option for one in own for option in _options(session, one.membership_id))


def _options(session: Session, membership_id: int) -> list[AskOption]:
    membership = session.get_one(Membership, membership_id)
    options = [
        _option(membership, pair.id, pair.mentor.membership)
        for pair in _pairs_of(session, membership_id)
        if pair.mentor.membership.is_active and not pair.mentor.membership.person.is_frozen
    ]
    mentors = mentors_at(session, membership.organization_id)
    if any(one.person.has_telegram for one in mentors if one.person_id != membership.person_id):
        options.append(_option(membership, 0, None))
    return options


def _option(membership: Membership, mentorship_id: int, mentor: Membership | None) -> AskOption:
    return AskOption(
        membership.id,
        mentorship_id,
        PersonName.of(mentor) if mentor else None,
        mentor is None or mentor.person.has_telegram,
        membership.organization.name,
        membership.organization.help_wait_hours,
        membership.partition == Partition.PUPIL,
    )


def count_waiting(session: Session, actor: Actor) -> int:
    """For the menu: requests that wait for the actor's answer, and answers that the actor has not judged."""
    judged = (
        select(func.count())
        .select_from(HelpRequest)
        .where(
            HelpRequest.status == HelpStatus.ANSWERED,
            HelpRequest.membership_id.in_(
                [one.membership_id for one in actor.visible if one.role == Role.MENTEE]
            ),
        )
    )
    return len(_waiting_ids(session, actor)) + (session.scalar(judged) or 0)


def count_open(session: Session, actor: Actor) -> int:
    """For the menu of curators and the head: how many requests at their school wait for an answer."""
    places = actor.within_reach(*DESK_ROLES)
    return len(_open_ids(session, actor, places)) if places else 0


def _waiting_ids(session: Session, actor: Actor) -> list[int]:
    """Open requests that the actor is asked to answer, the oldest first."""
    places = actor.within_reach(Role.MENTOR)
    if not places:
        return []
    by_me = select(HelpAnswer.id).where(
        HelpAnswer.request_id == HelpRequest.id, HelpAnswer.person_id == actor.person_id
    )
    query = (
        _among_active_askers(select(HelpRequest.id), actor)
        .where(
            HelpRequest.status == HelpStatus.OPEN,
            _asked_of(actor, places),
            # A further question goes to those who answered.
            or_(HelpRequest.answered_at.is_(None), by_me.exists()),
        )
        .order_by(HelpRequest.asked_at, HelpRequest.id)
    )
    return list(session.scalars(query))


def _among_active_askers(query: Select[tuple[int]], actor: Actor) -> Select[tuple[int]]:
    return (
        query.join(Membership, Membership.id == HelpRequest.membership_id)
        .join(Person, Person.id == Membership.person_id)
        .where(
            Membership.status == MembershipStatus.ACTIVE,
            Person.frozen_at.is_(None),
            Membership.person_id != actor.person_id,
        )
    )


def _asked_of(actor: Actor, places: Collection[int]) -> ColumnElement[bool]:
    """Requests to the actor as the mentor of a pair, or as one of all mentors of a place."""
    own_pairs = (
        select(MentorshipMember.mentorship_id)
        .join(Membership, Membership.id == MentorshipMember.membership_id)
        .join(Mentorship, Mentorship.id == MentorshipMember.mentorship_id)
        .where(
            MentorshipMember.role == Role.MENTOR,
            Membership.person_id == actor.person_id,
            Mentorship.status == MentorshipStatus.ACTIVE,
        )
    )
    to_me = and_(HelpRequest.scope == HelpScope.OWN_MENTOR, HelpRequest.mentorship_id.in_(own_pairs))
    return and_(
        HelpRequest.organization_id.in_(places), or_(to_me, HelpRequest.scope == HelpScope.ALL_MENTORS)
    )


def mine(session: Session, actor: Actor, *, page: int = 0) -> RequestPage:
    """The requests that the actor asked, answered or may answer; the newest first."""
    own = HelpRequest.membership_id.in_([one.membership_id for one in actor.participations])
    as_mentor = and_(
        _asked_of(actor, actor.within_reach(Role.MENTOR)), HelpRequest.status != HelpStatus.TAKEN_BACK
    )
    condition = or_(own, as_mentor)
    total = session.scalar(select(func.count()).select_from(HelpRequest).where(condition)) or 0
    pages = max(1, -(-total // PAGE_SIZE))
    number = min(max(page, 0), pages - 1)
    query = select(HelpRequest).where(condition).order_by(HelpRequest.asked_at.desc(), HelpRequest.id.desc())
    found = session.scalars(query.offset(number * PAGE_SIZE).limit(PAGE_SIZE))
    return RequestPage(tuple(_line(one, actor) for one in found), number, pages)


def _line(one: HelpRequest, actor: Actor, *, has_climbed: bool = False) -> RequestLine:
    return RequestLine(
        one.id,
        PersonName.of(one.membership),
        one.scope,
        one.status,
        one.topic,
        one.asked_at,
        one.membership.person_id == actor.person_id,
        has_climbed,
    )


# --- how help works at a school ---


def desk(session: Session, actor: Actor, *, page: int = 0, now: datetime) -> HelpDesk:
    """For curators and the head: how many asked, how quickly they were answered, what is open. No texts.

    The look is recorded. Raises NotAllowed.
    """
    places = actor.within_reach(*DESK_ROLES)
    if not places:
        raise NotAllowed
    for place in places:
        access.record_look(session, actor, "help.desk_seen", place, now=now)
    times = _times(session, places, now)
    answered = [answered_at - asked_at for asked_at, answered_at in times if answered_at is not None]
    open_ids = _open_ids(session, actor, places)
    pages = max(1, -(-len(open_ids) // PAGE_SIZE))
    number = min(max(page, 0), pages - 1)
    return HelpDesk(
        days=COUNTED_FOR.days,
        asked=len(times),
        answered=len(answered),
        median_time=_median(answered),
        soon=sum(one <= SOON for one in answered),
        open_count=len(open_ids),
        lines=_open_lines(session, actor, open_ids[number * PAGE_SIZE :][:PAGE_SIZE]),
        page=number,
        pages=pages,
    )


def _median(times: Sequence[timedelta]) -> timedelta | None:
    return timedelta(seconds=median(one.total_seconds() for one in times)) if times else None


def _times(
    session: Session, places: Collection[int], now: datetime
) -> list[tuple[datetime, datetime | None]]:
    query = select(HelpRequest.asked_at, HelpRequest.answered_at).where(
        HelpRequest.organization_id.in_(places),
        HelpRequest.asked_at > now - COUNTED_FOR,
        HelpRequest.status != HelpStatus.TAKEN_BACK,
    )
    return [(asked_at, answered_at) for asked_at, answered_at in session.execute(query)]


def _open_ids(session: Session, actor: Actor, places: Collection[int]) -> list[int]:
    query = _among_active_askers(select(HelpRequest.id), actor).where(
        HelpRequest.organization_id.in_(places), HelpRequest.status == HelpStatus.OPEN
    )
    return list(session.scalars(query.order_by(HelpRequest.asked_at, HelpRequest.id)))


def _open_lines(session: Session, actor: Actor, ids: Collection[int]) -> tuple[RequestLine, ...]:
    climbs = climbs_of(session, ids)
    found = [find(session, number) for number in ids]
    return tuple(_line(one, actor, has_climbed=one.id in climbs) for one in found)
