"""Meetings: series, group answers, lesson visits, notes, tasks and a diary; when people can meet; requests
for help; speed sessions.
"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision = "0003"
branch_labels = None
depends_on = None

# SQLite counts up only an INTEGER primary key; elsewhere numbers are as wide as Telegram's.
NUMBER = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
MOMENT = sa.DateTime(timezone=True)
THRESHOLDS = {
    "first_meeting_days": "10",
    "meeting_rhythm_days": "14",
    "silence_days": "3",
    "missed_in_a_row": "2",
    "help_wait_hours": "24",
    "final_meeting_days": "30",
    "task_overdue_days": "3",
    "never_opened_days": "7",
    "digest_weekday": "0",
    "digest_hour": "8",
}
NEW_TABLES = (
    "speed_queue_entry",
    "speed_slot",
    "speed_session",
    "help_answer",
    "help_request",
    "school_break",
    "lesson",
    "lesson_bell",
    "convenient_time",
    "diary_entry",
    "trial_answer",
    "meeting_task",
    "meeting_note",
    "lesson_visit",
    "meeting_answer",
)
NEW_ALERTS = (
    "('meeting_silent', 'meetings_missed', 'first_meeting_late', 'rhythm_broken', 'final_meeting_missing', "
    "'trial_doubt', 'task_overdue', 'help_unanswered', 'mentor_over_capacity', 'never_opened')"
)
ANSWERS_OF_OLD = (
    "INSERT INTO meeting_answer (meeting_id, person_id, agrees, reason, answered_at) "
    "SELECT meeting.id, membership.person_id, {yes}, '', meeting.confirmed_at FROM meeting "
    "JOIN mentorship_member ON mentorship_member.mentorship_id = meeting.mentorship_id "
    "JOIN membership ON membership.id = mentorship_member.membership_id "
    "WHERE meeting.confirmed_at IS NOT NULL AND membership.person_id <> meeting.proposed_by_id"
)
"""Until now one yes was the yes of all who were asked."""


def upgrade() -> None:
    _organization()
    _person()
    with op.batch_alter_table("mentorship") as table:
        table.add_column(sa.Column("rhythm_days", NUMBER, nullable=True))
    _create_meeting_series()
    _meeting()
    _create_meeting_answer()
    _create_lesson_visit()
    _create_meeting_note()
    _create_meeting_task()
    _create_trial_answer()
    _create_diary_entry()
    _create_convenient_time()
    _create_lesson_bell()
    _create_lesson()
    _create_school_break()
    _create_help_request()
    _create_help_answer()
    _create_speed_session()
    _create_speed_slot()
    _create_speed_queue_entry()
    yes = "1" if op.get_bind().dialect.name == "sqlite" else "TRUE"
    op.execute(ANSWERS_OF_OLD.format(yes=yes))


def _drop_defaults(table_name: str, *columns: str) -> None:
    """A default filled the rows that were there; new rows get theirs from the program."""
    with op.batch_alter_table(table_name) as table:
        for column in columns:
            table.alter_column(column, server_default=None)


def _organization() -> None:
    with op.batch_alter_table("organization") as table:
        for name, value in THRESHOLDS.items():
            table.add_column(sa.Column(name, NUMBER, nullable=False, server_default=value))
    _drop_defaults("organization", *THRESHOLDS)


def _person() -> None:
    with op.batch_alter_table("person") as table:
        table.add_column(sa.Column("reminder_minutes", sa.JSON(), nullable=True))
        table.add_column(sa.Column("calendar_files", sa.Boolean(), nullable=False, server_default=sa.true()))
        table.add_column(sa.Column("calendar_token", sa.String(64), nullable=True))
        table.create_unique_constraint(op.f("uq_person_calendar_token"), ["calendar_token"])
    _drop_defaults("person", "calendar_files")


def _meeting() -> None:
    with op.batch_alter_table("meeting") as table:
        table.add_column(sa.Column("minutes", NUMBER, nullable=False, server_default="60"))
        table.add_column(sa.Column("mode", sa.String(32), nullable=False, server_default="in_person"))
        table.add_column(sa.Column("link", sa.String(500), nullable=False, server_default=""))
        table.add_column(sa.Column("series_id", NUMBER, nullable=True))
        table.add_column(sa.Column("calendar_uid", sa.String(64), nullable=False, server_default=""))
        table.add_column(sa.Column("calendar_sequence", NUMBER, nullable=False, server_default="0"))
        table.add_column(
            sa.Column("is_after_the_fact", sa.Boolean(), nullable=False, server_default=sa.false())
        )
        table.create_foreign_key(op.f("fk_meeting_series_id"), "meeting_series", ["series_id"], ["id"])
    op.create_index(op.f("ix_meeting_series_id"), "meeting", ["series_id"])
    op.execute("UPDATE meeting SET calendar_uid = 'meeting-' || id")
    _drop_defaults(
        "meeting", "minutes", "mode", "link", "calendar_uid", "calendar_sequence", "is_after_the_fact"
    )


def _key(table: str, column: str, target: str) -> sa.ForeignKeyConstraint:
    return sa.ForeignKeyConstraint([column], [f"{target}.id"], name=op.f(f"fk_{table}_{column}"))


def _create_meeting_series() -> None:
    op.create_table(
        "meeting_series",
        sa.Column("id", NUMBER, nullable=False),
        sa.Column("mentorship_id", NUMBER, nullable=False),
        sa.Column("kind", sa.String(32), nullable=False),
        sa.Column("rhythm", sa.String(32), nullable=False),
        sa.Column("status", sa.String(32), nullable=False),
        sa.Column("starts_on", sa.Date(), nullable=False),
        sa.Column("ends_on", sa.Date(), nullable=False),
        sa.Column("at_minutes", NUMBER, nullable=False),
        sa.Column("timezone", sa.String(64), nullable=False),
        sa.Column("minutes", NUMBER, nullable=False),
        sa.Column("mode", sa.String(32), nullable=False),
        sa.Column("place", sa.String(500), nullable=False),
        sa.Column("link", sa.String(500), nullable=False),
        sa.Column("skipped", sa.JSON(), nullable=False),
        sa.Column("answers", sa.JSON(), nullable=False),
        sa.Column("made_until", sa.Date(), nullable=True),
        sa.Column("proposed_by_id", NUMBER, nullable=False),
        sa.Column("replaces_id", NUMBER, nullable=True),
        sa.Column("proposed_at", MOMENT, nullable=False),
        sa.Column("confirmed_at", MOMENT, nullable=True),
        sa.Column("ended_at", MOMENT, nullable=True),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_meeting_series")),
        _key("meeting_series", "mentorship_id", "mentorship"),
        _key("meeting_series", "proposed_by_id", "person"),
        _key("meeting_series", "replaces_id", "meeting_series"),
    )
    op.create_index(op.f("ix_meeting_series_mentorship_id"), "meeting_series", ["mentorship_id"])
    op.create_index(op.f("ix_meeting_series_status_made_until"), "meeting_series", ["status", "made_until"])


def _create_meeting_answer() -> None:
    op.create_table(
        "meeting_answer",
        sa.Column("id", NUMBER, nullable=False),
        sa.Column("meeting_id", NUMBER, nullable=False),
        sa.Column("person_id", NUMBER, nullable=False),
        sa.Column("agrees", sa.Boolean(), nullable=False),
        sa.Column("reason", sa.String(500), nullable=False),
        sa.Column("answered_at", MOMENT, nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_meeting_answer")),
        _key("meeting_answer", "meeting_id", "meeting"),
        _key("meeting_answer", "person_id", "person"),
        sa.UniqueConstraint("meeting_id", "person_id", name=op.f("uq_meeting_answer_meeting_id_person_id")),
    )
    op.create_index(op.f("ix_meeting_answer_person_id"), "meeting_answer", ["person_id"])


def _create_lesson_visit() -> None:
    op.create_table(
        "lesson_visit",
        sa.Column("id", NUMBER, nullable=False),
        sa.Column("meeting_id", NUMBER, nullable=False),
        sa.Column("teacher_id", NUMBER, nullable=False),
        sa.Column("lesson", sa.String(200), nullable=False),
        sa.Column("before_at", MOMENT, nullable=True),
        sa.Column("after_at", MOMENT, nullable=True),
        sa.Column("aim", sa.String(1000), nullable=False),
        sa.Column("findings", sa.String(2000), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_lesson_visit")),
        _key("lesson_visit", "meeting_id", "meeting"),
        _key("lesson_visit", "teacher_id", "person"),
        sa.UniqueConstraint("meeting_id", name=op.f("uq_lesson_visit_meeting_id")),
    )
    op.create_index(op.f("ix_lesson_visit_teacher_id"), "lesson_visit", ["teacher_id"])


def _create_meeting_note() -> None:
    op.create_table(
        "meeting_note",
        sa.Column("id", NUMBER, nullable=False),
        sa.Column("meeting_id", NUMBER, nullable=False),
        sa.Column("author_id", NUMBER, nullable=False),
        sa.Column("done", sa.String(2000), nullable=False),
        sa.Column("difficulties", sa.JSON(), nullable=False),
        sa.Column("written_at", MOMENT, nullable=False),
        sa.Column("changed_at", MOMENT, nullable=True),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_meeting_note")),
        _key("meeting_note", "meeting_id", "meeting"),
        _key("meeting_note", "author_id", "person"),
        sa.UniqueConstraint("meeting_id", name=op.f("uq_meeting_note_meeting_id")),
    )
    op.create_index(op.f("ix_meeting_note_author_id"), "meeting_note", ["author_id"])


def _create_meeting_task() -> None:
    op.create_table(
        "meeting_task",
        sa.Column("id", NUMBER, nullable=False),
        sa.Column("mentorship_id", NUMBER, nullable=False),
        sa.Column("meeting_id", NUMBER, nullable=True),
        sa.Column("responsible_id", NUMBER, nullable=False),
        sa.Column("text", sa.String(500), nullable=False),
        sa.Column("due_on", sa.Date(), nullable=False),
        sa.Column("created_by_id", NUMBER, nullable=False),
        sa.Column("created_at", MOMENT, nullable=False),
        sa.Column("done_at", MOMENT, nullable=True),
        sa.Column("dropped_at", MOMENT, nullable=True),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_meeting_task")),
        _key("meeting_task", "mentorship_id", "mentorship"),
        _key("meeting_task", "meeting_id", "meeting"),
        _key("meeting_task", "responsible_id", "person"),
        _key("meeting_task", "created_by_id", "person"),
    )
    op.create_index(op.f("ix_meeting_task_meeting_id"), "meeting_task", ["meeting_id"])
    op.create_index(op.f("ix_meeting_task_mentorship_due"), "meeting_task", ["mentorship_id", "due_on"])
    op.create_index(op.f("ix_meeting_task_responsible_id"), "meeting_task", ["responsible_id"])


def _create_trial_answer() -> None:
    op.create_table(
        "trial_answer",
        sa.Column("id", NUMBER, nullable=False),
        sa.Column("meeting_id", NUMBER, nullable=False),
        sa.Column("person_id", NUMBER, nullable=False),
        sa.Column("word", sa.String(32), nullable=False),
        sa.Column("said_at", MOMENT, nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_trial_answer")),
        _key("trial_answer", "meeting_id", "meeting"),
        _key("trial_answer", "person_id", "person"),
        sa.UniqueConstraint("meeting_id", "person_id", name=op.f("uq_trial_answer_meeting_id_person_id")),
    )
    op.create_index(op.f("ix_trial_answer_person_id"), "trial_answer", ["person_id"])


def _create_diary_entry() -> None:
    op.create_table(
        "diary_entry",
        sa.Column("id", NUMBER, nullable=False),
        sa.Column("person_id", NUMBER, nullable=False),
        sa.Column("mentorship_id", NUMBER, nullable=True),
        sa.Column("meeting_id", NUMBER, nullable=True),
        sa.Column("text", sa.String(4000), nullable=False),
        sa.Column("written_at", MOMENT, nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_diary_entry")),
        _key("diary_entry", "person_id", "person"),
        _key("diary_entry", "mentorship_id", "mentorship"),
        _key("diary_entry", "meeting_id", "meeting"),
    )
    op.create_index(op.f("ix_diary_entry_person_id"), "diary_entry", ["person_id"])


def _create_convenient_time() -> None:
    op.create_table(
        "convenient_time",
        sa.Column("id", NUMBER, nullable=False),
        sa.Column("person_id", NUMBER, nullable=False),
        sa.Column("weekday", NUMBER, nullable=False),
        sa.Column("from_minute", NUMBER, nullable=False),
        sa.Column("until_minute", NUMBER, nullable=False),
        sa.Column("set_by_id", NUMBER, nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_convenient_time")),
        _key("convenient_time", "person_id", "person"),
        _key("convenient_time", "set_by_id", "person"),
        sa.UniqueConstraint(
            "person_id",
            "weekday",
            "from_minute",
            name=op.f("uq_convenient_time_person_id_weekday_from_minute"),
        ),
    )


def _create_lesson_bell() -> None:
    op.create_table(
        "lesson_bell",
        sa.Column("id", NUMBER, nullable=False),
        sa.Column("organization_id", NUMBER, nullable=False),
        sa.Column("number", NUMBER, nullable=False),
        sa.Column("from_minute", NUMBER, nullable=False),
        sa.Column("until_minute", NUMBER, nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_lesson_bell")),
        _key("lesson_bell", "organization_id", "organization"),
        sa.UniqueConstraint("organization_id", "number", name=op.f("uq_lesson_bell_organization_id_number")),
    )


def _create_lesson() -> None:
    op.create_table(
        "lesson",
        sa.Column("id", NUMBER, nullable=False),
        sa.Column("membership_id", NUMBER, nullable=False),
        sa.Column("weekday", NUMBER, nullable=False),
        sa.Column("number", NUMBER, nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_lesson")),
        _key("lesson", "membership_id", "membership"),
        sa.UniqueConstraint(
            "membership_id", "weekday", "number", name=op.f("uq_lesson_membership_id_weekday_number")
        ),
    )


def _create_school_break() -> None:
    op.create_table(
        "school_break",
        sa.Column("id", NUMBER, nullable=False),
        sa.Column("organization_id", NUMBER, nullable=False),
        sa.Column("title", sa.String(100), nullable=False),
        sa.Column("starts_on", sa.Date(), nullable=False),
        sa.Column("ends_on", sa.Date(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_school_break")),
        _key("school_break", "organization_id", "organization"),
    )
    op.create_index(op.f("ix_school_break_organization_id"), "school_break", ["organization_id"])


def _create_help_request() -> None:
    op.create_table(
        "help_request",
        sa.Column("id", NUMBER, nullable=False),
        sa.Column("organization_id", NUMBER, nullable=False),
        sa.Column("membership_id", NUMBER, nullable=False),
        sa.Column("mentorship_id", NUMBER, nullable=True),
        sa.Column("scope", sa.String(32), nullable=False),
        sa.Column("status", sa.String(32), nullable=False),
        sa.Column("topic", sa.String(64), nullable=False),
        sa.Column("text", sa.String(1000), nullable=False),
        sa.Column("asked_at", MOMENT, nullable=False),
        sa.Column("answered_at", MOMENT, nullable=True),
        sa.Column("closed_at", MOMENT, nullable=True),
        sa.Column("helped", sa.Boolean(), nullable=True),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_help_request")),
        _key("help_request", "organization_id", "organization"),
        _key("help_request", "membership_id", "membership"),
        _key("help_request", "mentorship_id", "mentorship"),
    )
    op.create_index(op.f("ix_help_request_membership_id"), "help_request", ["membership_id"])
    op.create_index(
        op.f("ix_help_request_organization_status"), "help_request", ["organization_id", "status"]
    )


def _create_help_answer() -> None:
    op.create_table(
        "help_answer",
        sa.Column("id", NUMBER, nullable=False),
        sa.Column("request_id", NUMBER, nullable=False),
        sa.Column("person_id", NUMBER, nullable=False),
        sa.Column("text", sa.String(1000), nullable=False),
        sa.Column("answered_at", MOMENT, nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_help_answer")),
        _key("help_answer", "request_id", "help_request"),
        _key("help_answer", "person_id", "person"),
    )
    op.create_index(op.f("ix_help_answer_person_id"), "help_answer", ["person_id"])
    op.create_index(op.f("ix_help_answer_request_id"), "help_answer", ["request_id"])


def _create_speed_session() -> None:
    op.create_table(
        "speed_session",
        sa.Column("id", NUMBER, nullable=False),
        sa.Column("organization_id", NUMBER, nullable=False),
        sa.Column("mentor_id", NUMBER, nullable=False),
        sa.Column("topic", sa.String(300), nullable=False),
        sa.Column("starts_at", MOMENT, nullable=False),
        sa.Column("slot_minutes", NUMBER, nullable=False),
        sa.Column("mode", sa.String(32), nullable=False),
        sa.Column("place", sa.String(500), nullable=False),
        sa.Column("link", sa.String(500), nullable=False),
        sa.Column("status", sa.String(32), nullable=False),
        sa.Column("announced_by_id", NUMBER, nullable=False),
        sa.Column("announced_at", MOMENT, nullable=False),
        sa.Column("ended_at", MOMENT, nullable=True),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_speed_session")),
        _key("speed_session", "organization_id", "organization"),
        _key("speed_session", "mentor_id", "membership"),
        _key("speed_session", "announced_by_id", "person"),
    )
    op.create_index(op.f("ix_speed_session_mentor_id"), "speed_session", ["mentor_id"])
    op.create_index(
        op.f("ix_speed_session_organization_starts_at"), "speed_session", ["organization_id", "starts_at"]
    )


def _create_speed_slot() -> None:
    op.create_table(
        "speed_slot",
        sa.Column("id", NUMBER, nullable=False),
        sa.Column("session_id", NUMBER, nullable=False),
        sa.Column("number", NUMBER, nullable=False),
        sa.Column("starts_at", MOMENT, nullable=False),
        sa.Column("membership_id", NUMBER, nullable=True),
        sa.Column("booked_at", MOMENT, nullable=True),
        sa.Column("held", sa.Boolean(), nullable=True),
        sa.Column("calendar_uid", sa.String(64), nullable=False),
        sa.Column("calendar_sequence", NUMBER, nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_speed_slot")),
        _key("speed_slot", "session_id", "speed_session"),
        _key("speed_slot", "membership_id", "membership"),
        sa.UniqueConstraint("session_id", "number", name=op.f("uq_speed_slot_session_id_number")),
    )
    op.create_index(op.f("ix_speed_slot_membership_id"), "speed_slot", ["membership_id"])


def _create_speed_queue_entry() -> None:
    op.create_table(
        "speed_queue_entry",
        sa.Column("id", NUMBER, nullable=False),
        sa.Column("session_id", NUMBER, nullable=False),
        sa.Column("membership_id", NUMBER, nullable=False),
        sa.Column("joined_at", MOMENT, nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_speed_queue_entry")),
        _key("speed_queue_entry", "session_id", "speed_session"),
        _key("speed_queue_entry", "membership_id", "membership"),
        sa.UniqueConstraint(
            "session_id", "membership_id", name=op.f("uq_speed_queue_entry_session_id_membership_id")
        ),
    )
    op.create_index(op.f("ix_speed_queue_entry_membership_id"), "speed_queue_entry", ["membership_id"])


def downgrade() -> None:
    for name in NEW_TABLES:
        op.drop_table(name)
    op.execute("DELETE FROM alert WHERE kind IN " + NEW_ALERTS)
    op.execute("UPDATE meeting SET kind = 'regular' WHERE kind = 'lesson_visit'")
    op.drop_index(op.f("ix_meeting_series_id"), "meeting")
    with op.batch_alter_table("meeting") as table:
        table.drop_constraint(op.f("fk_meeting_series_id"), type_="foreignkey")
        for column in (
            "minutes",
            "mode",
            "link",
            "series_id",
            "calendar_uid",
            "calendar_sequence",
            "is_after_the_fact",
        ):
            table.drop_column(column)
    op.drop_table("meeting_series")
    with op.batch_alter_table("mentorship") as table:
        table.drop_column("rhythm_days")
    with op.batch_alter_table("person") as table:
        table.drop_constraint(op.f("uq_person_calendar_token"), type_="unique")
        for column in ("reminder_minutes", "calendar_files", "calendar_token"):
            table.drop_column(column)
    with op.batch_alter_table("organization") as table:
        for column in THRESHOLDS:
            table.drop_column(column)
