"""Meetings of a pair, single or in a series: proposed, answered, moved, held or not by both accounts, what
was done and agreed there, and the mentee's feedback.
"""

from __future__ import annotations

import secrets
from datetime import date, datetime, timedelta
from enum import StrEnum
from typing import Any

from sqlalchemy import ForeignKey, Index, String, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column, relationship

from models.base import Base, words
from models.mentorship import Mentorship


class MeetingInThePast(Exception):
    """A meeting was proposed for a time that is over."""


class MeetingKind(StrEnum):
    """The order in which a pair goes through them (L-5-1…L-5-5), and visits to lessons beside it."""

    ORGANISATIONAL = "organisational"
    TRIAL = "trial"
    PLANNING = "planning"
    REGULAR = "regular"
    FINAL = "final"
    LESSON_VISIT = "lesson_visit"


SEQUENCE = (
    MeetingKind.ORGANISATIONAL,
    MeetingKind.TRIAL,
    MeetingKind.PLANNING,
    MeetingKind.REGULAR,
    MeetingKind.FINAL,
)
"""The sequence itself; regular meetings repeat until the final one."""


class MeetingMode(StrEnum):
    """How they meet. Mixed: some in the room, some by a link (T-4.8)."""

    IN_PERSON = "in_person"
    ONLINE = "online"
    MIXED = "mixed"


class Rhythm(StrEnum):
    """How often a series repeats. Monthly: on the same weekday of the same week of the month."""

    WEEKLY = "weekly"
    BIWEEKLY = "biweekly"
    MONTHLY = "monthly"


class SeriesStatus(StrEnum):
    PROPOSED = "proposed"
    CONFIRMED = "confirmed"
    DECLINED = "declined"
    ENDED = "ended"


class TrialWord(StrEnum):
    """What one side says in confidence after the trial meeting (L-5-2)."""

    CONTINUE = "continue"
    NOT_SURE = "not_sure"
    CHANGE = "change"


class MeetingStatus(StrEnum):
    PROPOSED = "proposed"
    CONFIRMED = "confirmed"
    DECLINED = "declined"
    CANCELLED = "cancelled"
    MOVED = "moved"
    HELD = "held"
    NOT_HELD = "not_held"
    DISPUTED = "disputed"


class Meeting(Base):
    """One meeting. A time offered back is a new row that points to the one it replaces, so that history
    stays; both have the same `calendar_uid`, and the later one a higher `calendar_sequence`.

    `minutes`: how long it is meant to last. `place` of a room, `link` of a call. `series_id`: the series that
    it is one of. `is_after_the_fact`: nobody planned it, it was written down afterwards.
    """

    __tablename__ = "meeting"
    __table_args__ = (Index("ix_meeting_status_starts_at", "status", "starts_at"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    mentorship_id: Mapped[int] = mapped_column(ForeignKey("mentorship.id"), index=True)
    kind: Mapped[MeetingKind] = mapped_column(words(MeetingKind))
    status: Mapped[MeetingStatus] = mapped_column(words(MeetingStatus), default=MeetingStatus.PROPOSED)
    starts_at: Mapped[datetime]
    minutes: Mapped[int] = mapped_column(default=60)
    mode: Mapped[MeetingMode] = mapped_column(words(MeetingMode), default=MeetingMode.IN_PERSON)
    place: Mapped[str] = mapped_column(String(500), default="")
    link: Mapped[str] = mapped_column(String(500), default="")
    series_id: Mapped[int | None] = mapped_column(ForeignKey("meeting_series.id"), index=True)
    calendar_uid: Mapped[str] = mapped_column(String(64), default=lambda: secrets.token_hex(16))
    calendar_sequence: Mapped[int] = mapped_column(default=0)
    is_after_the_fact: Mapped[bool] = mapped_column(default=False)
    proposed_by_id: Mapped[int] = mapped_column(ForeignKey("person.id"))
    replaces_id: Mapped[int | None] = mapped_column(ForeignKey("meeting.id"))
    proposed_at: Mapped[datetime]
    confirmed_at: Mapped[datetime | None]
    ended_at: Mapped[datetime | None]

    mentorship: Mapped[Mentorship] = relationship()
    series: Mapped[MeetingSeries | None] = relationship()
    answers: Mapped[list[MeetingAnswer]] = relationship(back_populates="meeting", order_by="MeetingAnswer.id")
    reports: Mapped[list[AttendanceReport]] = relationship(
        back_populates="meeting", order_by="AttendanceReport.id"
    )
    note: Mapped[MeetingNote | None] = relationship(back_populates="meeting")
    lesson_visit: Mapped[LessonVisit | None] = relationship(back_populates="meeting")

    DURATION = timedelta(minutes=60)
    """What a meeting lasts when nothing else was said."""

    @property
    def ends_at(self) -> datetime:
        return self.starts_at + timedelta(minutes=self.minutes)

    @classmethod
    def propose(
        cls,
        mentorship_id: int,
        kind: MeetingKind,
        starts_at: datetime,
        place: str,
        proposed_by_id: int,
        *,
        now: datetime,
    ) -> Meeting:
        if starts_at <= now:
            raise MeetingInThePast
        return cls(
            mentorship_id=mentorship_id,
            kind=kind,
            status=MeetingStatus.PROPOSED,
            starts_at=starts_at,
            place=place,
            proposed_by_id=proposed_by_id,
            proposed_at=now,
        )

    def confirm(self, now: datetime) -> None:
        if self.starts_at <= now:
            raise MeetingInThePast
        self.status, self.confirmed_at = MeetingStatus.CONFIRMED, now

    def has_started(self, now: datetime) -> bool:
        return now >= self.starts_at

    def settle_reports(self, expected: int, now: datetime) -> None:
        """When every side has said whether it took place, the meeting is held, not held or disputed. In a
        group it is held when the mentor and a mentee say so: another mentee's no means that they were absent.
        """
        if len(self.reports) < expected:
            return
        self.ended_at = now
        self.status = self._judged_by({report.person_id for report in self.reports if report.held})

    def _judged_by(self, saying_held: set[int]) -> MeetingStatus:
        if not saying_held:
            return MeetingStatus.NOT_HELD
        both = self.mentorship.mentor.membership.person_id in saying_held and len(saying_held) > 1
        agreed = both or len(saying_held) == len(self.reports)
        return MeetingStatus.HELD if agreed else MeetingStatus.DISPUTED


class MeetingAnswer(Base):
    """What somebody who was asked answered to the proposal; in a group each answers for themselves. A no
    needs no `reason`.
    """

    __tablename__ = "meeting_answer"
    __table_args__ = (UniqueConstraint("meeting_id", "person_id"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    meeting_id: Mapped[int] = mapped_column(ForeignKey("meeting.id"))
    person_id: Mapped[int] = mapped_column(ForeignKey("person.id"), index=True)
    agrees: Mapped[bool]
    reason: Mapped[str] = mapped_column(String(500), default="")
    answered_at: Mapped[datetime]

    meeting: Mapped[Meeting] = relationship(back_populates="answers")


class MeetingSeries(Base):
    """Meetings that repeat: on these local days at this local time, whatever the clocks do in between.

    `at_minutes`: minutes after local midnight in `timezone`. `ends_on`: the last possible day, inclusive.
    `skipped`: ISO days on which there is none. `answers`: what each member who was asked said, by the number
    of the person; proposing is a yes. `made_until`: up to this day its meetings are rows already.
    """

    __tablename__ = "meeting_series"
    __table_args__ = (Index("ix_meeting_series_status_made_until", "status", "made_until"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    mentorship_id: Mapped[int] = mapped_column(ForeignKey("mentorship.id"), index=True)
    kind: Mapped[MeetingKind] = mapped_column(words(MeetingKind), default=MeetingKind.REGULAR)
    rhythm: Mapped[Rhythm] = mapped_column(words(Rhythm))
    status: Mapped[SeriesStatus] = mapped_column(words(SeriesStatus), default=SeriesStatus.PROPOSED)
    starts_on: Mapped[date]
    ends_on: Mapped[date]
    at_minutes: Mapped[int]
    timezone: Mapped[str] = mapped_column(String(64))
    minutes: Mapped[int] = mapped_column(default=60)
    mode: Mapped[MeetingMode] = mapped_column(words(MeetingMode), default=MeetingMode.IN_PERSON)
    place: Mapped[str] = mapped_column(String(500), default="")
    link: Mapped[str] = mapped_column(String(500), default="")
    skipped: Mapped[list[str]] = mapped_column(default=list)
    answers: Mapped[dict[str, Any]] = mapped_column(default=dict)
    made_until: Mapped[date | None]
    proposed_by_id: Mapped[int] = mapped_column(ForeignKey("person.id"))
    replaces_id: Mapped[int | None] = mapped_column(ForeignKey("meeting_series.id"))
    proposed_at: Mapped[datetime]
    confirmed_at: Mapped[datetime | None]
    ended_at: Mapped[datetime | None]

    mentorship: Mapped[Mentorship] = relationship()


class LessonVisit(Base):
    """What a visit to a lesson has beside other meetings: whose lesson, and a talk before and after it.

    `aim`: what to look at, agreed on before. `findings`: what both concluded afterwards.
    """

    __tablename__ = "lesson_visit"
    __table_args__ = (UniqueConstraint("meeting_id"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    meeting_id: Mapped[int] = mapped_column(ForeignKey("meeting.id"))
    teacher_id: Mapped[int] = mapped_column(ForeignKey("person.id"), index=True)
    lesson: Mapped[str] = mapped_column(String(200), default="")
    before_at: Mapped[datetime | None]
    after_at: Mapped[datetime | None]
    aim: Mapped[str] = mapped_column(String(1000), default="")
    findings: Mapped[str] = mapped_column(String(2000), default="")

    meeting: Mapped[Meeting] = relationship(back_populates="lesson_visit")


class MeetingNote(Base):
    """The mentor's line on what was done; both of the pair and the curator read it. `difficulties`: keys of
    the list `difficulty` that were worked on.
    """

    __tablename__ = "meeting_note"
    __table_args__ = (UniqueConstraint("meeting_id"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    meeting_id: Mapped[int] = mapped_column(ForeignKey("meeting.id"))
    author_id: Mapped[int] = mapped_column(ForeignKey("person.id"), index=True)
    done: Mapped[str] = mapped_column(String(2000), default="")
    difficulties: Mapped[list[str]] = mapped_column(default=list)
    written_at: Mapped[datetime]
    changed_at: Mapped[datetime | None]

    meeting: Mapped[Meeting] = relationship(back_populates="note")


class MeetingTask(Base):
    """What was agreed to be done until the next meeting (N-2.3-3). Done or dropped, it stays."""

    __tablename__ = "meeting_task"
    __table_args__ = (Index("ix_meeting_task_mentorship_due", "mentorship_id", "due_on"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    mentorship_id: Mapped[int] = mapped_column(ForeignKey("mentorship.id"))
    meeting_id: Mapped[int | None] = mapped_column(ForeignKey("meeting.id"), index=True)
    responsible_id: Mapped[int] = mapped_column(ForeignKey("person.id"), index=True)
    text: Mapped[str] = mapped_column(String(500))
    due_on: Mapped[date]
    created_by_id: Mapped[int] = mapped_column(ForeignKey("person.id"))
    created_at: Mapped[datetime]
    done_at: Mapped[datetime | None]
    dropped_at: Mapped[datetime | None]

    mentorship: Mapped[Mentorship] = relationship()

    @property
    def is_open(self) -> bool:
        return self.done_at is None and self.dropped_at is None


class TrialAnswer(Base):
    """What one side said after the trial meeting. For the curator's eyes only."""

    __tablename__ = "trial_answer"
    __table_args__ = (UniqueConstraint("meeting_id", "person_id"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    meeting_id: Mapped[int] = mapped_column(ForeignKey("meeting.id"))
    person_id: Mapped[int] = mapped_column(ForeignKey("person.id"), index=True)
    word: Mapped[TrialWord] = mapped_column(words(TrialWord))
    said_at: Mapped[datetime]

    meeting: Mapped[Meeting] = relationship()


class DiaryEntry(Base):
    """A mentor's diary of self-observation (P-mon-4): read by its author and by nobody else."""

    __tablename__ = "diary_entry"

    id: Mapped[int] = mapped_column(primary_key=True)
    person_id: Mapped[int] = mapped_column(ForeignKey("person.id"), index=True)
    mentorship_id: Mapped[int | None] = mapped_column(ForeignKey("mentorship.id"))
    meeting_id: Mapped[int | None] = mapped_column(ForeignKey("meeting.id"))
    text: Mapped[str] = mapped_column(String(4000))
    written_at: Mapped[datetime]


class AttendanceReport(Base):
    """What one side says: the meeting took place, or it did not."""

    __tablename__ = "attendance_report"
    __table_args__ = (UniqueConstraint("meeting_id", "person_id"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    meeting_id: Mapped[int] = mapped_column(ForeignKey("meeting.id"))
    person_id: Mapped[int] = mapped_column(ForeignKey("person.id"))
    held: Mapped[bool]
    reported_at: Mapped[datetime]

    meeting: Mapped[Meeting] = relationship(back_populates="reports")


class Feedback(Base):
    """The mentee's answers after a meeting, kept under a pseudonym: the curator sees them, the mentor never
    does.
    """

    __tablename__ = "feedback"
    __table_args__ = (UniqueConstraint("meeting_id", "pseudonym"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    meeting_id: Mapped[int] = mapped_column(ForeignKey("meeting.id"), index=True)
    pseudonym: Mapped[str] = mapped_column(String(64), index=True)
    questionnaire: Mapped[str] = mapped_column(String(64))
    questionnaire_version: Mapped[int]
    answers: Mapped[dict[str, Any]] = mapped_column(default=dict)
    started_at: Mapped[datetime]
    completed_at: Mapped[datetime | None]

    def answer(self, key: str, value: Any) -> None:
        # A new object, because a change inside a JSON value is not seen by the session.
        self.answers = {**self.answers, key: value}
