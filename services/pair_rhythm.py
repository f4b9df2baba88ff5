"""Which time counts when a pair has not met: long school breaks don't, nor does the time before somebody came
back from a pause. Shared by the board and the alerts, so that both say the same.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from models import AuditRecord, MentorshipMember, SchoolBreak
from services.local_time import local_moment
from services.participation import Change

DAY = timedelta(days=1)
LONG_BREAK_DAYS = 7
"""A shorter break is no reason to meet less often."""
RESUMED = f"participation.{Change.RESUME.value}"

Days = tuple[date, date]


@dataclass(frozen=True, slots=True)
class Calendar:
    """The long breaks of schools, by organisation, and when somebody of a pair came back, by pair."""

    breaks: dict[int, tuple[Days, ...]]
    resumed: dict[int, datetime]

    def passed(
        self, organization_id: int, timezone: str, mentorship_id: int, since: datetime, now: datetime
    ) -> timedelta:
        """How much time has passed that counts for this pair."""
        since = max(since, self.resumed.get(mentorship_id, since))
        return counted(since, now, self.breaks.get(organization_id, ()), timezone)


def counted(since: datetime, until: datetime, breaks: Sequence[Days], timezone: str) -> timedelta:
    """The time between the two moments without the long breaks in it; never negative."""
    off, reached = timedelta(0), since
    for first, last in sorted(breaks):
        if (last - first).days + 1 < LONG_BREAK_DAYS:
            continue
        start = max(local_moment(first, time(0), timezone), reached)
        end = min(local_moment(last + DAY, time(0), timezone), until)
        if end > start:
            off, reached = off + (end - start), end
    return max(until - since - off, timedelta(0))


def began(activated_at: datetime, ordered_on: date | None, timezone: str) -> datetime:
    """From when the first meeting is awaited: the day of the order that fixes the pair. A pair without one
    may meet all the same (docs/decisions), so that its beginning counts.
    """
    return max(activated_at, local_moment(ordered_on, time(0), timezone)) if ordered_on else activated_at


def calendar(
    session: Session, organization_ids: Collection[int], mentorship_ids: Collection[int], *, since: datetime
) -> Calendar:
    """What does not count for these pairs; of pauses those that ended after `since`."""
    if not mentorship_ids:
        return Calendar({}, {})
    return Calendar(
        _breaks(session, organization_ids), _resumed(session, organization_ids, mentorship_ids, since)
    )


def _breaks(session: Session, organization_ids: Collection[int]) -> dict[int, tuple[Days, ...]]:
    here = SchoolBreak.organization_id.in_(organization_ids)
    found: dict[int, list[Days]] = defaultdict(list)
    for one in session.scalars(select(SchoolBreak).where(here)):
        found[one.organization_id].append((one.starts_on, one.ends_on))
    return {key: tuple(days) for key, days in found.items()}


def _resumed(
    session: Session, organization_ids: Collection[int], mentorship_ids: Collection[int], since: datetime
) -> dict[int, datetime]:
    """The audit log knows when somebody came back; the participation itself keeps only that they are here."""
    query = (
        select(MentorshipMember.mentorship_id, func.max(AuditRecord.at))
        .join(AuditRecord, AuditRecord.subject_id == MentorshipMember.membership_id)
        .where(
            AuditRecord.organization_id.in_(organization_ids),
            AuditRecord.at >= since,
            AuditRecord.act == RESUMED,
            AuditRecord.subject_kind == "membership",
            MentorshipMember.mentorship_id.in_(mentorship_ids),
        )
        .group_by(MentorshipMember.mentorship_id)
    )
    return {row[0]: row[1] for row in session.execute(query)}
