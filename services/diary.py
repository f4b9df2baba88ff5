"""A mentor's diary of self-observation: entries that their author reads, and nobody else (P-mon-4).

No other use case reads these rows, but the author's own «what is stored about me», and erasure, which takes
them away.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from models import DiaryEntry, Meeting, MeetingStatus, Mentorship, MentorshipMember, Role
from services.access import Actor
from services.errors import NoLongerCurrent, NotAllowed
from services.names import PersonName
from services.typed_text import checked

TEXT_LIMIT = 4000
"""In characters as Telegram counts them: an entry fits into one message with all that stands around it."""
PAGE_SIZE = 6


@dataclass(frozen=True, slots=True)
class EntryView:
    """An entry of one's own. `about`: the other side of the pair that it is about; `met_at`: the meeting."""

    id: int
    text: str
    written_at: datetime
    about: tuple[PersonName, ...]
    met_at: datetime | None


@dataclass(frozen=True, slots=True)
class DiaryPage:
    """The latest entries first. `may_write`: the person is a mentor now."""

    entries: tuple[EntryView, ...]
    page: int
    pages: int
    may_write: bool


@dataclass(frozen=True, slots=True)
class About:
    """What an entry may be about: a pair, and its last meeting that took place."""

    mentorship_id: int
    others: tuple[PersonName, ...]
    meeting_id: int | None
    met_at: datetime | None


def mine(session: Session, actor: Actor, *, page: int = 0) -> DiaryPage:
    """One's own entries. Raises NotAllowed for whoever is no mentor and has never written any."""
    own = DiaryEntry.person_id == actor.person_id
    total = session.scalar(select(func.count()).select_from(DiaryEntry).where(own)) or 0
    if not total and not _may_write(actor):
        raise NotAllowed
    pages = max(1, -(-total // PAGE_SIZE))
    page = min(max(page, 0), pages - 1)
    newest = select(DiaryEntry).where(own).order_by(DiaryEntry.written_at.desc(), DiaryEntry.id.desc())
    found = session.scalars(newest.offset(page * PAGE_SIZE).limit(PAGE_SIZE)).all()
    return DiaryPage(tuple(_view(session, one) for one in found), page, pages, _may_write(actor))


def _may_write(actor: Actor) -> bool:
    return actor.participation(Role.MENTOR) is not None and not actor.is_frozen


def see(session: Session, actor: Actor, entry_id: int) -> EntryView:
    """One entry of one's own. Raises NoLongerCurrent when it was deleted, NotAllowed for everybody else."""
    return _view(session, _own(session, actor, entry_id))


def _own(session: Session, actor: Actor, entry_id: int) -> DiaryEntry:
    entry = session.get(DiaryEntry, entry_id)
    if entry is None:
        raise NoLongerCurrent
    if entry.person_id != actor.person_id or actor.is_frozen:
        raise NotAllowed
    return entry


def _view(session: Session, entry: DiaryEntry) -> EntryView:
    pair = session.get(Mentorship, entry.mentorship_id) if entry.mentorship_id else None
    meeting = session.get(Meeting, entry.meeting_id) if entry.meeting_id else None
    others = _others(pair, entry.person_id) if pair else ()
    met_at = meeting.starts_at if meeting else None
    return EntryView(entry.id, entry.text, entry.written_at, others, met_at)


def _others(pair: Mentorship, person_id: int) -> tuple[PersonName, ...]:
    return tuple(
        PersonName.of(one.membership) for one in pair.members if one.membership.person_id != person_id
    )


def subjects(session: Session, actor: Actor) -> tuple[About, ...]:
    """The pairs in which the person is the mentor, the latest first, for an entry about one of them. Raises
    NotAllowed.
    """
    _require_mentor(actor)
    return tuple(_about(session, pair, actor) for pair in _pairs(session, actor))


def _require_mentor(actor: Actor) -> None:
    if not _may_write(actor):
        raise NotAllowed


def _pairs(session: Session, actor: Actor) -> Sequence[Mentorship]:
    memberships = [one.membership_id for one in actor.participations if one.role == Role.MENTOR]
    as_mentor = Mentorship.members.any(
        MentorshipMember.membership_id.in_(memberships) & (MentorshipMember.role == Role.MENTOR)
    )
    begun = Mentorship.activated_at.is_not(None)
    query = select(Mentorship).where(as_mentor, begun).order_by(Mentorship.activated_at.desc(), Mentorship.id)
    return session.scalars(query).all()


def _about(session: Session, pair: Mentorship, actor: Actor) -> About:
    held = select(Meeting).where(Meeting.mentorship_id == pair.id, Meeting.status == MeetingStatus.HELD)
    last = session.scalars(held.order_by(Meeting.starts_at.desc()).limit(1)).first()
    return About(
        pair.id,
        _others(pair, actor.person_id),
        last.id if last else None,
        last.starts_at if last else None,
    )


def about(
    session: Session, actor: Actor, *, mentorship_id: int | None = None, meeting_id: int | None = None
) -> tuple[PersonName, ...]:
    """Whom an entry would be about, nobody when it is about nothing in particular. Raises NotAllowed."""
    _require_mentor(actor)
    pair_id = _checked_pair(session, actor, mentorship_id, meeting_id)
    return _others(session.get_one(Mentorship, pair_id), actor.person_id) if pair_id else ()


def clean_text(typed: str) -> str:
    """An entry as it is kept. Raises AnswerEmpty, AnswerTooLong."""
    return checked(typed, TEXT_LIMIT)


def write(
    session: Session,
    actor: Actor,
    text: str,
    *,
    mentorship_id: int | None = None,
    meeting_id: int | None = None,
    now: datetime,
) -> EntryView:
    """A new entry, perhaps about a pair or a meeting of one's own. The same words at the same moment are one
    entry.

    Raises NotAllowed (only mentors keep a diary), AnswerEmpty, AnswerTooLong.
    """
    _require_mentor(actor)
    words = clean_text(text)
    pair_id = _checked_pair(session, actor, mentorship_id, meeting_id)
    again = select(DiaryEntry).where(
        DiaryEntry.person_id == actor.person_id, DiaryEntry.text == words, DiaryEntry.written_at == now
    )
    entry = session.scalars(again.limit(1)).first()
    if entry is None:
        entry = DiaryEntry(
            person_id=actor.person_id,
            mentorship_id=pair_id,
            meeting_id=meeting_id,
            text=words,
            written_at=now,
        )
        session.add(entry)
        session.flush()
    return _view(session, entry)


def _checked_pair(
    session: Session, actor: Actor, mentorship_id: int | None, meeting_id: int | None
) -> int | None:
    """The pair that an entry is about: one in which the person is the mentor. Raises NotAllowed."""
    if meeting_id is not None:
        meeting = session.get(Meeting, meeting_id)
        if meeting is None:
            raise NotAllowed
        mentorship_id = meeting.mentorship_id
    if mentorship_id is None:
        return None
    pair = session.get(Mentorship, mentorship_id)
    member = pair.member(actor.person_id) if pair else None
    if member is None or member.role != Role.MENTOR:
        raise NotAllowed
    return mentorship_id


def edit(session: Session, actor: Actor, entry_id: int, text: str) -> EntryView:
    """Put other words into an entry of one's own. Raises NotAllowed, NoLongerCurrent, AnswerEmpty,
    AnswerTooLong.
    """
    entry = _own(session, actor, entry_id)
    entry.text = clean_text(text)
    return _view(session, entry)


def delete(session: Session, actor: Actor, entry_id: int) -> None:
    """Take an entry of one's own away for good. Raises NotAllowed, NoLongerCurrent."""
    session.delete(_own(session, actor, entry_id))
