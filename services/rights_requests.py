"""Requests that people make about their data, each on its own clock of working days: to know what is stored,
to correct it, to stop processing it, to stop publishing it.

Source of the terms: 152-FZ art. 14 and 20 (10 working days, 5 more with a reason), art. 20 and 21 (7 for a
correction), art. 21 part 5.1 (10, 5 more with a reason), art. 10.1 part 14 (3). How requests are worded is
decided by whoever shows them.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from models import (
    Alert,
    AlertKind,
    Application,
    Membership,
    Organization,
    Person,
    RequestKind,
    RightsRequest,
    Role,
)
from models.consent import ERASURE_TERM
from services import access, alerts, minors, outbox
from services.access import Actor
from services.errors import (
    AlreadyDecided,
    NoLongerCurrent,
    NotAllowed,
    ServiceError,
)
from services.full_names import read_name
from services.local_time import local_moment, today_in
from services.names import PersonName
from services.typed_text import checked
from services.working_days import is_working_day, working_day_before, working_days_from

TERM = {
    RequestKind.ACCESS: 10,
    RequestKind.CORRECTION: 7,
    RequestKind.ERASURE: 10,
    RequestKind.STOP_PUBLICATION: 3,
}
"""Working days, the day of the request not counted."""
EXTENSION = 5
EXTENDABLE = (RequestKind.ACCESS, RequestKind.ERASURE)
"""Those that the law lets put off, once, with a reason."""
ANSWERING = access.DECIDING_ROLES
"""At a municipality its coordinators answer, as curators and heads do at a school."""
ENTERING = (Role.CURATOR, Role.HEAD)
TEXT_LIMIT = 700
PAGE_SIZE = 8


class RequestNotExtendable(ServiceError):
    """This kind of request can't be put off, or was put off already, or its term is over."""


class ReceiptOutOfRange(ServiceError):
    """A paper was received today or within the last thirty days. Fields `first` and `last`."""


@dataclass(frozen=True, slots=True)
class RequestView:
    """A request about data. `who` is whose data it is about, `days_left` counts working days (negative: it is
    late), `by_parent`: a parent asked for a child. `by_hand`: the answer reaches nobody's chat.
    """

    id: int
    kind: RequestKind
    who: PersonName
    by_parent: bool
    organization: str
    text: str
    opened_at: datetime
    due_on: date
    days_left: int
    extended_on: date | None
    reason: str
    settled_at: datetime | None
    answer: str
    may_extend: bool
    by_hand: bool = False


@dataclass(frozen=True, slots=True)
class Place:
    """An organisation that a request may go to."""

    organization_id: int
    name: str


# ---- asking


def open_request(
    session: Session,
    *,
    kind: RequestKind,
    person_id: int,
    organization_id: int,
    by_id: int | None = None,
    text: str = "",
    now: datetime,
) -> int:
    """Put a request on its clock and raise its alert. The same request that still waits is not made twice.

    Whoever asks has been checked. `by_id`: a parent, for a child. Returns the id of the request.
    """
    waiting = select(RightsRequest.id).where(
        RightsRequest.kind == kind,
        RightsRequest.person_id == person_id,
        RightsRequest.organization_id == organization_id,
        RightsRequest.text == text,
        RightsRequest.settled_at.is_(None),
    )
    known = session.scalar(waiting.limit(1))
    if known is not None:
        return known
    request = _add(session, kind, person_id, organization_id, by_id, text, now)
    _log(session, "rights.asked", by_id or person_id, request, now)
    _raise(session, request, "", now)
    return request.id


def person_to_enter(session: Session, actor: Actor, membership_id: int) -> PersonName:
    """Whose request on paper is about to be entered. Raises NotAllowed, NoLongerCurrent."""
    return PersonName.of(_brought_by(session, actor, membership_id))


def enter(
    session: Session,
    actor: Actor,
    membership_id: int,
    kind: RequestKind,
    typed: str,
    received_on: date,
    *,
    now: datetime,
) -> RequestView:
    """A curator or the head enters a request that came on paper: its clock runs from the day of receipt. The
    same request that still waits is not made twice.

    Raises NotAllowed, NoLongerCurrent, ReceiptOutOfRange, AnswerEmpty, AnswerTooLong.
    """
    membership = _brought_by(session, actor, membership_id)
    opened_at = received_at(received_on, membership.organization.timezone, now)
    text = checked_text(typed)
    same = select(RightsRequest).where(
        RightsRequest.kind == kind,
        RightsRequest.person_id == membership.person_id,
        RightsRequest.organization_id == membership.organization_id,
        RightsRequest.text == text,
        RightsRequest.settled_at.is_(None),
    )
    request = session.scalars(same.limit(1)).one_or_none()
    if request is None:
        here = membership.organization_id
        request = _add(session, kind, membership.person_id, here, None, text, opened_at)
        _log(session, "rights.entered", actor.person_id, request, now)
        _raise(session, request, "", now)
    return _view(session, request, now)


def _brought_by(session: Session, actor: Actor, membership_id: int) -> Membership:
    membership = session.get(Membership, membership_id)
    if membership is None:
        raise NoLongerCurrent
    access.require_role(actor, membership.organization_id, *ENTERING)
    if membership.person_id == actor.person_id:
        raise NotAllowed
    if membership.person.is_frozen:
        raise NoLongerCurrent
    return membership


def received_at(received_on: date, timezone: str, now: datetime) -> datetime:
    """From when the clock of a paper runs: the beginning of the day of its receipt. Raises
    ReceiptOutOfRange.
    """
    today = today_in(timezone, now)
    first = today - ERASURE_TERM
    if not first <= received_on <= today:
        raise ReceiptOutOfRange(first=f"{first:%d.%m.%Y}", last=f"{today:%d.%m.%Y}")
    return min(local_moment(received_on, time(0), timezone), now)


def _add(
    session: Session,
    kind: RequestKind,
    person_id: int,
    organization_id: int,
    by_id: int | None,
    text: str,
    now: datetime,
) -> RightsRequest:
    organization = session.get_one(Organization, organization_id)
    request = RightsRequest(
        kind=kind,
        person_id=person_id,
        organization_id=organization_id,
        by_id=by_id,
        text=text,
        opened_at=now,
        due_on=working_days_from(today_in(organization.timezone, now), TERM[kind]),
        reason="",
        answer="",
    )
    session.add(request)
    session.flush()
    return request


def _raise(session: Session, request: RightsRequest, stage: str, now: datetime) -> bool:
    """The alert of a stage: at once, a working day before the end, after it. Each is a cause of its own, so
    that taking note of one does not silence the next.
    """
    return alerts.raise_alert(
        session,
        organization_id=request.organization_id,
        kind=AlertKind.RIGHTS_REQUEST,
        cause=_cause(request, stage),
        subject={
            "request_id": request.id,
            "person_id": request.person_id,
            # Nobody answers their own request.
            alerts.HIDDEN_FROM: request.by_id or request.person_id,
        },
        since=request.opened_at,
        now=now,
        urgent=bool(stage) or request.kind == RequestKind.STOP_PUBLICATION,
    )


def _cause(request: RightsRequest, stage: str) -> str:
    """Of a stage near the end with its day: it comes again when the request was put off."""
    return f"rights:{request.id}:{stage}:{request.due_on}" if stage else f"rights:{request.id}"


def places(session: Session, actor: Actor, child_id: int | None = None) -> tuple[Place, ...]:
    """Where a request of the actor, or of a parent for a child, may go. Raises NotAllowed."""
    person_id = _subject(session, actor, child_id)
    query = (
        select(Organization.id, Organization.name)
        .join(Membership, Membership.organization_id == Organization.id)
        .where(Membership.person_id == person_id)
        .distinct()
        .order_by(Organization.id)
    )
    return tuple(Place(*row) for row in session.execute(query))


def _subject(session: Session, actor: Actor, child_id: int | None) -> int:
    if child_id is None:
        return actor.person_id
    if not minors.is_guardian(session, actor, child_id):
        raise NotAllowed
    return child_id


def ask(
    session: Session,
    actor: Actor,
    kind: RequestKind,
    organization_id: int,
    text: str,
    *,
    child_id: int | None = None,
    now: datetime,
) -> RequestView:
    """A person asks about their own data, a parent about a child's. Raises NotAllowed, AnswerEmpty,
    AnswerTooLong.
    """
    person_id = _subject(session, actor, child_id)
    if organization_id not in {one.organization_id for one in places(session, actor, child_id)}:
        raise NotAllowed
    number = open_request(
        session,
        kind=kind,
        person_id=person_id,
        organization_id=organization_id,
        by_id=actor.person_id if child_id is not None else None,
        text=checked_text(text),
        now=now,
    )
    return _view(session, session.get_one(RightsRequest, number), now)


def checked_text(typed: str) -> str:
    """Raises AnswerEmpty, AnswerTooLong."""
    return checked(typed, TEXT_LIMIT)


def record_access(session: Session, actor: Actor, *, child_id: int | None = None, now: datetime) -> None:
    """What is stored was handed over at once: a request that is settled by itself. One a day is kept for each
    organisation.
    """
    person_id = _subject(session, actor, child_id)
    for place in places(session, actor, child_id):
        zone = session.get_one(Organization, place.organization_id).timezone
        if _accessed_today(session, person_id, place.organization_id, zone, now):
            continue
        by_id = actor.person_id if child_id is not None else None
        request = _add(session, RequestKind.ACCESS, person_id, place.organization_id, by_id, "", now)
        _log(session, "rights.asked", actor.person_id, request, now)
        request.settled_at = now


def _accessed_today(session: Session, person_id: int, organization_id: int, zone: str, now: datetime) -> bool:
    last = session.scalar(
        select(func.max(RightsRequest.opened_at)).where(
            RightsRequest.kind == RequestKind.ACCESS,
            RightsRequest.person_id == person_id,
            RightsRequest.organization_id == organization_id,
            RightsRequest.settled_at.is_not(None),
        )
    )
    return last is not None and today_in(zone, last) == today_in(zone, now)


def correct_name(
    session: Session, actor: Actor, typed: str, *, child_id: int | None = None, now: datetime
) -> str:
    """The person, or a parent, mends a name: at once and without anybody's leave. Returns the name as stored.

    Raises NotAllowed, NameIncomplete, AnswerTooLong.
    """
    person = session.get_one(Person, _subject(session, actor, child_id))
    if not person.full_name:
        # Nothing is stored yet; the first name is given with the application.
        raise NoLongerCurrent
    person.last_name, person.first_name, person.patronymic = read_name(typed)
    own = select(Application).join(Membership).where(Membership.person_id == person.id)
    for application in session.scalars(own).all():
        if "name" in application.answers:
            application.answer("name", person.full_name)
    access.record(
        session,
        "person.name_corrected",
        actor_id=actor.person_id,
        organization_id=next((one.organization_id for one in person.memberships), None),
        subject_kind="person",
        subject_id=person.id,
        now=now,
    )
    return person.full_name


# ---- answering


def waiting(session: Session, actor: Actor) -> int:
    """How many requests wait for an answer of the actor: the counter in the menu."""
    query = select(func.count()).select_from(RightsRequest)
    shown = actor.organizations(*ANSWERING)
    own = func.coalesce(RightsRequest.by_id, RightsRequest.person_id) == actor.person_id
    open_ = RightsRequest.settled_at.is_(None)
    return session.scalar(query.where(RightsRequest.organization_id.in_(shown), open_, ~own)) or 0


def desk(session: Session, actor: Actor, page: int, *, now: datetime) -> tuple[tuple[RequestView, ...], int]:
    """A page of the requests of the actor's organisations, those that wait first, and how many pages there
    are. Raises NotAllowed.
    """
    shown = actor.places(*ANSWERING)
    if not shown:
        raise NotAllowed
    mine = RightsRequest.organization_id.in_(shown)
    total = session.scalar(select(func.count()).select_from(RightsRequest).where(mine)) or 0
    pages = max(1, -(-total // PAGE_SIZE))
    order = (RightsRequest.settled_at.is_not(None), RightsRequest.due_on, RightsRequest.id)
    page = min(max(page, 0), pages - 1)
    found = session.scalars(
        select(RightsRequest).where(mine).order_by(*order).offset(page * PAGE_SIZE).limit(PAGE_SIZE)
    )
    return tuple(_view(session, one, now) for one in found), pages


def see(session: Session, actor: Actor, request_id: int, *, now: datetime) -> RequestView:
    """A request as those read it who answer it; the look is recorded. Raises NotAllowed, NoLongerCurrent."""
    request = _answerable(session, actor, request_id)
    _log(session, "rights.seen", actor.person_id, request, now)
    return _view(session, request, now)


def peek(session: Session, actor: Actor, request_id: int, *, now: datetime) -> RequestView | None:
    """The request for an alert's card, or None when it waits no longer."""
    request = _answerable(session, actor, request_id)
    return _view(session, request, now) if request.is_open else None


def answer(session: Session, actor: Actor, request_id: int, typed: str, *, now: datetime) -> RequestView:
    """Settle the request with words that the person reads. Raises NotAllowed, AlreadyDecided, AnswerEmpty,
    AnswerTooLong.
    """
    request = _open(session, actor, request_id)
    request.answer = checked_text(typed)
    request.settled_at, request.settled_by_id = now, actor.person_id
    _forget_words(session, request)
    for stage in ("", "near", "late"):
        alerts.resolve_cause(session, _cause(request, stage), "answered", by_id=actor.person_id, now=now)
    _log(session, "rights.answered", actor.person_id, request, now)
    _tell(session, request, "privacy.request_answered", now)
    return _view(session, request, now)


def _forget_words(session: Session, request: RightsRequest) -> None:
    """Of somebody whose data were erased even the words of the request were kept only to be acted upon."""
    if session.get_one(Person, request.person_id).is_frozen:
        request.text = request.answer = ""


def extend(session: Session, actor: Actor, request_id: int, typed: str, *, now: datetime) -> RequestView:
    """Put the term off by five working days, once, with a reason that the person reads.

    Raises NotAllowed, AlreadyDecided, RequestNotExtendable, AnswerEmpty, AnswerTooLong.
    """
    request = _open(session, actor, request_id)
    today = _today(session, request, now)
    if not _may_extend(request, today):
        raise RequestNotExtendable
    request.reason, request.extended_on = checked_text(typed), today
    alerts.resolve_cause(session, _cause(request, "near"), "extended", by_id=actor.person_id, now=now)
    request.due_on = working_days_from(request.due_on, EXTENSION)
    _log(session, "rights.extended", actor.person_id, request, now)
    _tell(session, request, "privacy.request_extended", now)
    return _view(session, request, now)


def _may_extend(request: RightsRequest, today: date) -> bool:
    is_first = request.extended_on is None and request.is_open
    return is_first and request.kind in EXTENDABLE and today <= request.due_on


def _open(session: Session, actor: Actor, request_id: int) -> RightsRequest:
    request = _answerable(session, actor, request_id)
    if not request.is_open:
        raise AlreadyDecided(outcome="answered")
    return request


def _answerable(session: Session, actor: Actor, request_id: int) -> RightsRequest:
    request = session.get(RightsRequest, request_id)
    if request is None:
        raise NoLongerCurrent
    if not _answers_at(session, actor, request.organization_id):
        raise NotAllowed
    if (request.by_id or request.person_id) == actor.person_id:
        raise NotAllowed
    return request


def _answers_at(session: Session, actor: Actor, organization_id: int) -> bool:
    """Above schools those higher up answer, too: who coordinates alone can't answer their own request."""
    if actor.participation(*ANSWERING, organization_id=organization_id) is not None:
        return True
    if session.get_one(Organization, organization_id).kind.has_staff:
        return False
    higher = access.above(session, organization_id)
    return any(actor.participation(*access.TERRITORY_ROLES, organization_id=one) for one in higher)


def _tell(session: Session, request: RightsRequest, kind: str, now: datetime) -> None:
    if not session.get_one(Person, request.by_id or request.person_id).has_telegram:
        # The curator tells them.
        return
    outbox.notify(
        session,
        kind=kind,
        key=f"{kind}:{request.id}",
        person_id=request.by_id or request.person_id,
        payload={"request_id": request.id},
        due_at=now,
        now=now,
    )


def of_person(session: Session, request_id: int, person_id: int, *, now: datetime) -> RequestView | None:
    """The request for the notice to whoever asked; None when it is not theirs or nobody's any more."""
    request = session.get(RightsRequest, request_id)
    if request is None or (request.by_id or request.person_id) != person_id:
        return None
    return _view(session, request, now)


def own(
    session: Session, actor: Actor, *, child_id: int | None = None, now: datetime
) -> tuple[RequestView, ...]:
    """What the actor has asked for and what waits for an answer, the newest first."""
    person_id = _subject(session, actor, child_id)
    query = select(RightsRequest).where(
        RightsRequest.person_id == person_id, RightsRequest.kind != RequestKind.ACCESS
    )
    newest = query.order_by(RightsRequest.id.desc()).limit(PAGE_SIZE)
    return tuple(_view(session, one, now) for one in session.scalars(newest))


def _view(session: Session, request: RightsRequest, now: datetime) -> RequestView:
    today = _today(session, request, now)
    return RequestView(
        id=request.id,
        kind=request.kind,
        who=_name(session, request),
        by_parent=request.by_id is not None,
        organization=session.get_one(Organization, request.organization_id).name,
        text=request.text,
        opened_at=request.opened_at,
        due_on=request.due_on,
        days_left=working_days_between(today, request.due_on),
        extended_on=request.extended_on,
        reason=request.reason,
        settled_at=request.settled_at,
        answer=request.answer,
        may_extend=_may_extend(request, today),
        by_hand=not session.get_one(Person, request.by_id or request.person_id).has_telegram,
    )


def working_days_between(first: date, last: date) -> int:
    """Working days after `first` up to and with `last`; negative when `last` is past."""
    early, late = sorted((first, last))
    days = (early + timedelta(days=number) for number in range(1, (late - early).days + 1))
    count = sum(is_working_day(day) for day in days)
    return count if first <= last else -max(count, 1)


def _name(session: Session, request: RightsRequest) -> PersonName:
    membership = session.scalars(
        select(Membership)
        .where(Membership.person_id == request.person_id)
        .order_by(Membership.organization_id != request.organization_id, Membership.id)
        .limit(1)
    ).one_or_none()
    return PersonName.of(membership) if membership else PersonName("", "", "", Role.MENTEE, "000")


def _today(session: Session, request: RightsRequest, now: datetime) -> date:
    return today_in(session.get_one(Organization, request.organization_id).timezone, now)


def tick_terms(session: Session, *, now: datetime) -> int:
    """A tick: a working day before a term ends, and once more when it is over, the curators are told, and the
    head at once of what is late. Returns how many alerts were raised.
    """
    waiting_ = select(RightsRequest).where(RightsRequest.settled_at.is_(None)).order_by(RightsRequest.id)
    return sum(_watch(session, request, now) for request in session.scalars(waiting_).all())


def _watch(session: Session, request: RightsRequest, now: datetime) -> bool:
    today = _today(session, request, now)
    if today > request.due_on:
        is_new = _raise(session, request, "late", now)
        if is_new:
            _climb_at_once(session, request, now)
        return is_new
    if today >= working_day_before(request.due_on):
        return _raise(session, request, "near", now)
    return False


def _climb_at_once(session: Session, request: RightsRequest, now: datetime) -> None:
    late = select(Alert).where(Alert.cause == _cause(request, "late"))
    session.scalars(late).one().climbs_at = now


def _log(session: Session, act: str, actor_id: int, request: RightsRequest, now: datetime) -> None:
    access.record(
        session,
        act,
        actor_id=actor_id,
        organization_id=request.organization_id,
        subject_kind="person",
        subject_id=request.person_id,
        now=now,
    )
