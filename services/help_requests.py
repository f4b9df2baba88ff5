"""Situational mentoring: help asked for at any time, answered at once (N-2.3-5).

Knows nothing of words and buttons. A question is read by those whom its asker chose; curators and the head
read it only when it came up to them without an answer, which the asker is told before writing.
"""

from __future__ import annotations

from datetime import datetime, timedelta

from sqlalchemy import ColumnElement, func, or_, select
from sqlalchemy.orm import Session

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
    MentorshipStatus,
    Person,
    Role,
)
from services import access, alerts, conclusions, outbox
from services.access import Actor
from services.conclusions import LooksLikeDocument
from services.errors import NoLongerCurrent, NotAllowed, ServiceError
from services.help_views import (
    DESK_ROLES,
    HelpAction,
    Part,
    RequestView,
    climbs_of,
    find,
    has_mentor,
    part_of,
    readers,
    view,
    waits_since,
)

OPEN_AT_ONCE = 5
"""More open questions of one person hide each other."""
MOST_ANSWERS = 20
"""What is longer than this is better talked over."""
BATCH = 200
REMINDED, PASSED_ON, ANSWERED, TAKEN_BACK, CLOSED, ASKER_GONE = (
    "reminded",
    "passed_on",
    "answered",
    "taken_back",
    "closed",
    "asker_gone",
)
_WAITS_ANEW = (REMINDED, PASSED_ON, ASKER_GONE)


class TooManyOpenRequests(ServiceError):
    """Field `limit`: so many questions of one person may be open at once."""


class NoMentorToAsk(ServiceError):
    """There is no mentor who could be asked now."""


class HelpTalkTooLong(ServiceError):
    """Field `limit`: so many answers one request holds."""


class HelpWithPrivateData(ServiceError):
    """A question or an answer holds what looks like a document's number, a telephone or an address."""


def checked_text(typed: str) -> str:
    """A question or an answer as it is kept. Raises AnswerEmpty, AnswerTooLong (1,000 characters),
    HelpWithPrivateData.
    """
    try:
        return conclusions.checked_text(typed)
    except LooksLikeDocument:
        raise HelpWithPrivateData from None


def ask(
    session: Session,
    actor: Actor,
    membership_id: int,
    mentorship_id: int,
    topic: str,
    text: str,
    *,
    now: datetime,
) -> RequestView:
    """A mentee asks their own mentor, or with `mentorship_id` 0 all mentors of the school, who are told at
    once or when their quiet hours end (N-2.3-5, N-1.4). `topic` is a key of the list `difficulty`, or empty.

    Where no mentor has Telegram the curators are told at once. Raises NotAllowed, NoLongerCurrent,
    TooManyOpenRequests, NoMentorToAsk, and what `checked_text` raises.
    """
    membership = _asking(session, actor, membership_id)
    pair = _own_pair(session, membership, mentorship_id) if mentorship_id else None
    scope = HelpScope.OWN_MENTOR if pair else HelpScope.ALL_MENTORS
    request = HelpRequest(
        organization_id=membership.organization_id,
        membership=membership,
        mentorship=pair,
        scope=scope,
        status=HelpStatus.OPEN,
        topic=topic,
        text=checked_text(text),
        asked_at=now,
    )
    _refuse_many(session, membership)
    session.add(request)
    session.flush()
    if not readers(session, request):
        raise NoMentorToAsk
    _tell_mentors(session, request, "first", now)
    if pair is None and not has_mentor(session, membership.id):
        _tell_curators(session, request, now)
    return view(session, request, actor.person_id, Part.ASKER, now)


def _asking(session: Session, actor: Actor, membership_id: int) -> Membership:
    membership = session.get(Membership, membership_id)
    if membership is None:
        raise NoLongerCurrent
    own = access.require_role(actor, membership.organization_id, Role.MENTEE)
    if own.membership_id != membership_id:
        raise NotAllowed
    return membership


def _own_pair(session: Session, membership: Membership, mentorship_id: int) -> Mentorship:
    pair = session.get(Mentorship, mentorship_id)
    if pair is None:
        raise NoLongerCurrent
    if not any(one.membership_id == membership.id for one in pair.mentees):
        raise NotAllowed
    if pair.status != MentorshipStatus.ACTIVE:
        raise NoLongerCurrent
    return pair


def _refuse_many(session: Session, membership: Membership) -> None:
    open_now = select(func.count()).where(
        HelpRequest.membership_id == membership.id, HelpRequest.status == HelpStatus.OPEN
    )
    if (session.scalar(open_now) or 0) >= OPEN_AT_ONCE:
        raise TooManyOpenRequests(limit=OPEN_AT_ONCE)


def answer(session: Session, actor: Actor, request_id: int, text: str, *, now: datetime) -> RequestView:
    """A mentor who is asked answers, or a curator to whom the request climbed; others may add to it. `text`
    may be a key of the list `quick_answer`. The same answer twice is one.

    Raises NotAllowed, NoLongerCurrent, HelpTalkTooLong, and what `checked_text` raises.
    """
    request, part = _for(session, actor, request_id, HelpAction.ANSWER, now)
    kept = checked_text(text)
    if not _is_repeated(request, actor, kept):
        _add(session, request, actor, kept, now)
        request.status, request.answered_at = HelpStatus.ANSWERED, request.answered_at or now
        _settle(session, request, ANSWERED, actor, now)
        _tell_asker(session, request, "help.answered", f"answer:{len(request.answers)}", now)
        if part == Part.CURATOR:
            _record(session, "help.answered", actor, request, now)
    return view(session, request, actor.person_id, part, now)


def _is_repeated(request: HelpRequest, actor: Actor, text: str) -> bool:
    last = request.answers[-1] if request.answers else None
    return last is not None and (last.person_id, last.text) == (actor.person_id, text)


def _add(session: Session, request: HelpRequest, actor: Actor, text: str, now: datetime) -> None:
    if len(request.answers) >= MOST_ANSWERS:
        raise HelpTalkTooLong(limit=MOST_ANSWERS)
    request.answers.append(HelpAnswer(person_id=actor.person_id, text=text, answered_at=now))
    session.flush()


def ask_more(session: Session, actor: Actor, request_id: int, text: str, *, now: datetime) -> RequestView:
    """The asker needs more: the further question goes to those who answered; where none of them can be told,
    to all who were asked.

    Raises NotAllowed, NoLongerCurrent, HelpTalkTooLong, and what `checked_text` raises.
    """
    request, part = _for(session, actor, request_id, HelpAction.MORE, now)
    kept = checked_text(text)
    if not _is_repeated(request, actor, kept):
        _add(session, request, actor, kept, now)
        request.status = HelpStatus.OPEN
        _tell_more(session, request, now)
    return view(session, request, actor.person_id, part, now)


def _tell_more(session: Session, request: HelpRequest, now: datetime) -> None:
    mark = f"more:{len(request.answers)}"
    answerers = _answerers(session, request)
    for person_id in answerers:
        _tell(session, request, "help.asked", person_id, mark, now)
    if not answerers:
        _tell_mentors(session, request, mark, now)


def _answerers(session: Session, request: HelpRequest) -> list[int]:
    """Those who answered, may still read the request, and have Telegram."""
    answered = {one.person_id for one in request.answers} - {request.membership.person_id}
    mentors = {one.person_id for one in readers(session, request) if one.person.has_telegram}
    curators = set(alerts.people_in_role(session, request.organization_id, *DESK_ROLES))
    return sorted(answered & (mentors | curators))


def close(session: Session, actor: Actor, request_id: int, *, now: datetime) -> RequestView:
    """«It helped»: those who answered hear it. A second tap changes nothing. Raises NotAllowed,
    NoLongerCurrent.
    """
    request = find(session, request_id)
    if part_of(session, actor, request) != Part.ASKER:
        raise NotAllowed
    if request.status != HelpStatus.CLOSED:
        _for(session, actor, request_id, HelpAction.HELPED, now)
        request.status, request.closed_at, request.helped = HelpStatus.CLOSED, now, True
        _settle(session, request, CLOSED, actor, now)
        for person_id in _answerers(session, request):
            _tell(session, request, "help.helped", person_id, "once", now)
    return view(session, request, actor.person_id, Part.ASKER, now)


def take_back(session: Session, actor: Actor, request_id: int, *, now: datetime) -> RequestView:
    """The asker takes back what nobody has answered yet; nobody is told of it any more. A second tap changes
    nothing. Raises NotAllowed, NoLongerCurrent.
    """
    request = find(session, request_id)
    if part_of(session, actor, request) != Part.ASKER:
        raise NotAllowed
    if request.status != HelpStatus.TAKEN_BACK:
        _for(session, actor, request_id, HelpAction.TAKE_BACK, now)
        request.status, request.closed_at = HelpStatus.TAKEN_BACK, now
        _settle(session, request, TAKEN_BACK, actor, now)
    return view(session, request, actor.person_id, Part.ASKER, now)


def ask_all(session: Session, actor: Actor, request_id: int, *, now: datetime) -> RequestView:
    """Pass a request that waits on to all mentors of the school: its asker may, and a curator to whom it
    climbed; then the asker is told. Raises NotAllowed, NoLongerCurrent.
    """
    request, part = _for(session, actor, request_id, HelpAction.ASK_ALL, now)
    asked = {one.person_id for one in readers(session, request)}
    request.scope = HelpScope.ALL_MENTORS
    session.flush()
    _settle(session, request, PASSED_ON, actor, now, keep_messages=True)
    for one in readers(session, request):
        if one.person_id not in asked and one.person.has_telegram:
            _tell(session, request, "help.asked", one.person_id, "all", now)
    if part == Part.CURATOR:
        _tell_asker(session, request, "help.passed_on", "once", now)
        _record(session, "help.passed_on", actor, request, now)
    return view(session, request, actor.person_id, part, now)


def remind(session: Session, actor: Actor, request_id: int, *, now: datetime) -> RequestView:
    """A curator reminds the mentors who are asked; the request climbs again when that does not help.

    Raises NotAllowed, NoLongerCurrent.
    """
    request, part = _for(session, actor, request_id, HelpAction.REMIND, now)
    mark = f"reminded:{len(climbs_of(session, [request.id])[request.id])}"
    _settle(session, request, REMINDED, actor, now)
    _tell_mentors(session, request, mark, now)
    _record(session, "help.reminded", actor, request, now)
    return view(session, request, actor.person_id, part, now)


def _for(
    session: Session, actor: Actor, request_id: int, action: HelpAction, now: datetime
) -> tuple[HelpRequest, Part]:
    """The request, if the actor may do this with it now. Raises NotAllowed, NoLongerCurrent."""
    request = find(session, request_id)
    part = part_of(session, actor, request)
    if action not in view(session, request, actor.person_id, part, now).actions:
        raise NoLongerCurrent
    return request, part


# --- telling ---


def topic_of(request_id: int) -> str:
    """The topic of the outbox under which mentors hear of a request."""
    return f"help:{request_id}"


def _tell_mentors(session: Session, request: HelpRequest, mark: str, now: datetime) -> None:
    """Tell those who are asked; where nobody of them has Telegram, the curators."""
    reachable = [one for one in readers(session, request) if one.person.has_telegram]
    for one in reachable:
        _tell(session, request, "help.asked", one.person_id, mark, now)
    if not reachable:
        _climb(session, request, climbs_of(session, [request.id]).get(request.id, []), now)


def _tell(
    session: Session, request: HelpRequest, kind: str, person_id: int, mark: str, now: datetime
) -> None:
    outbox.notify(
        session,
        kind=kind,
        key=f"{kind}:{request.id}:{mark}:{person_id}",
        person_id=person_id,
        payload={"request_id": request.id},
        topic=topic_of(request.id),
        due_at=now,
        now=now,
    )


def _tell_asker(session: Session, request: HelpRequest, kind: str, mark: str, now: datetime) -> None:
    outbox.notify(
        session,
        kind=kind,
        key=f"{kind}:{request.id}:{mark}",
        person_id=request.membership.person_id,
        payload={"request_id": request.id},
        topic=f"{topic_of(request.id)}:asker",
        due_at=now,
        now=now,
    )


def _tell_curators(session: Session, request: HelpRequest, now: datetime) -> None:
    """Somebody without a mentor asks for help: whoever looks for one should know, not what is asked."""
    for person_id in alerts.people_in_role(session, request.organization_id, Role.CURATOR):
        if person_id != request.membership.person_id:
            _tell(session, request, "help.without_mentor", person_id, "once", now)


def _record(session: Session, act: str, actor: Actor, request: HelpRequest, now: datetime) -> None:
    access.record(
        session,
        act,
        actor_id=actor.person_id,
        organization_id=request.organization_id,
        subject_kind="membership",
        subject_id=request.membership_id,
        now=now,
    )


# --- what nobody answers ---


def tick_unanswered(session: Session, *, now: datetime) -> int:
    """Requests that wait longer than the organisation's `help_wait_hours`, or whose mentor is away, climb to
    the curators; an alert about somebody who is gone is settled by that. Returns how many there were of both.
    """
    settled = _forget_gone(session, now)
    query = (
        select(HelpRequest)
        .join(Membership, Membership.id == HelpRequest.membership_id)
        .join(Person, Person.id == Membership.person_id)
        .where(
            HelpRequest.status == HelpStatus.OPEN,
            ~_is_gone(),
        )
    )
    waiting = session.scalars(query.order_by(HelpRequest.id)).all()
    climbs = climbs_of(session, [one.id for one in waiting])
    due = [one for one in waiting if _is_due(session, one, climbs.get(one.id, []), now)]
    for one in due[: BATCH - settled]:
        _climb(session, one, climbs.get(one.id, []), now)
    return len(due[: BATCH - settled]) + settled


def _is_gone() -> ColumnElement[bool]:
    return or_(Membership.status != MembershipStatus.ACTIVE, Person.frozen_at.is_not(None))


def _forget_gone(session: Session, now: datetime) -> int:
    """The asker left, paused or withdrew the consent: nobody is asked about the request meanwhile."""
    number = Alert.subject["membership_id"].as_integer()
    query = (
        select(Alert.cause)
        .join(Membership, Membership.id == number)
        .join(Person, Person.id == Membership.person_id)
        .where(Alert.kind == AlertKind.HELP_UNANSWERED, Alert.status != AlertStatus.RESOLVED, _is_gone())
    )
    causes = session.scalars(query.order_by(Alert.id).limit(BATCH)).all()
    for cause in causes:
        alerts.resolve_cause(session, cause, ASKER_GONE, by_id=None, now=now)
    return len(causes)


def _is_due(session: Session, request: HelpRequest, climbs: list[Alert], now: datetime) -> bool:
    spoken_at = waits_since(request)
    last = climbs[-1] if climbs else None
    if last is not None and last.status != AlertStatus.RESOLVED:
        return False
    if last is not None and last.raised_at >= spoken_at:
        if last.resolution not in _WAITS_ANEW:
            # The curator took note of it by hand: once is enough.
            return False
        spoken_at = last.resolved_at or spoken_at
    elif not any(one.person.has_telegram for one in readers(session, request)):
        return True
    return now >= spoken_at + timedelta(hours=request.membership.organization.help_wait_hours)


def _climb(session: Session, request: HelpRequest, climbs: list[Alert], now: datetime) -> None:
    alerts.raise_alert(
        session,
        organization_id=request.organization_id,
        kind=AlertKind.HELP_UNANSWERED,
        cause=_cause(request.id, len(climbs)),
        subject={
            "help_id": request.id,
            "membership_id": request.membership_id,
            alerts.HIDDEN_FROM: _hidden_from(request),
        },
        since=waits_since(request),
        now=now,
    )


def _hidden_from(request: HelpRequest) -> int:
    """A curator may be the mentor who does not answer, or the asker."""
    if request.scope == HelpScope.OWN_MENTOR and request.mentorship is not None:
        return request.mentorship.mentor.membership.person_id
    return request.membership.person_id


def _cause(request_id: int, number: int) -> str:
    return f"help:{request_id}:{number}"


def _settle(
    session: Session,
    request: HelpRequest,
    resolution: str,
    actor: Actor,
    now: datetime,
    *,
    keep_messages: bool = False,
) -> None:
    """Settle what has climbed, and take back the messages to mentors that are not sent yet."""
    if not keep_messages:
        outbox.cancel_topic(session, topic_of(request.id), now=now)
    for number in range(len(climbs_of(session, [request.id]).get(request.id, []))):
        alerts.resolve_cause(session, _cause(request.id, number), resolution, by_id=actor.person_id, now=now)
