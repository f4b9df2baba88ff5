"""The first schema."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None

# SQLite counts up only an INTEGER primary key; elsewhere numbers are as wide as Telegram's.
NUMBER = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
MOMENT = sa.DateTime(timezone=True)

TABLES = (
    "form",
    "inbox_update",
    "organization",
    "outbox_control",
    "person",
    "alert",
    "audit_record",
    "erasure_case",
    "invitation",
    "membership",
    "mentorship",
    "notification",
    "roadmap",
    "application",
    "consent",
    "meeting",
    "mentorship_member",
    "roadmap_item",
    "attendance_report",
    "feedback",
    "occurrence",
    "evidence",
)
"""A table stands behind those that it refers to."""


def upgrade() -> None:
    _create_form()
    _create_inbox_update()
    _create_organization()
    _create_outbox_control()
    _create_person()
    _create_alert()
    _create_audit_record()
    _create_erasure_case()
    _create_invitation()
    _create_membership()
    _create_mentorship()
    _create_notification()
    _create_roadmap()
    _create_application()
    _create_consent()
    _create_meeting()
    _create_mentorship_member()
    _create_roadmap_item()
    _create_attendance_report()
    _create_feedback()
    _create_occurrence()
    _create_evidence()


def downgrade() -> None:
    for table in reversed(TABLES):
        op.drop_table(table)


def _create_form() -> None:
    op.create_table(
        "form",
        sa.Column("key", sa.String(120), nullable=False),
        sa.Column("state", sa.String(120), nullable=True),
        sa.Column("data", sa.JSON(), nullable=False),
        sa.PrimaryKeyConstraint("key", name=op.f("pk_form")),
    )


def _create_inbox_update() -> None:
    op.create_table(
        "inbox_update",
        sa.Column("id", NUMBER, nullable=False, autoincrement=False),
        sa.Column("chat_id", NUMBER, nullable=True),
        sa.Column("kind", sa.String(32), nullable=False),
        sa.Column("status", sa.String(32), nullable=False),
        sa.Column("body", sa.Text(), nullable=True),
        sa.Column("attempts", sa.SmallInteger(), nullable=False),
        sa.Column("incident", sa.String(16), nullable=True),
        sa.Column("error", sa.String(200), nullable=False),
        sa.Column("received_at", MOMENT, nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_inbox_update")),
    )
    op.create_index(
        op.f("ix_inbox_update_open"),
        "inbox_update",
        ["id"],
        sqlite_where=sa.text("status IN ('stored', 'effected')"),
        postgresql_where=sa.text("status IN ('stored', 'effected')"),
    )
    op.create_index(op.f("ix_inbox_update_received_at"), "inbox_update", ["received_at"])


def _create_organization() -> None:
    op.create_table(
        "organization",
        sa.Column("id", NUMBER, nullable=False),
        sa.Column("parent_id", NUMBER, nullable=True),
        sa.Column("kind", sa.String(32), nullable=False),
        sa.Column("name", sa.String(300), nullable=False),
        sa.Column("address", sa.String(500), nullable=False),
        sa.Column("timezone", sa.String(64), nullable=False),
        sa.Column("is_demonstration", sa.Boolean(), nullable=False),
        sa.Column("quiet_from_hour", NUMBER, nullable=False),
        sa.Column("quiet_until_hour", NUMBER, nullable=False),
        sa.Column("application_wait_days", NUMBER, nullable=False),
        sa.Column("unpaired_wait_days", NUMBER, nullable=False),
        sa.Column("low_answer_threshold", NUMBER, nullable=False),
        sa.Column("alert_escalation_days", NUMBER, nullable=False),
        sa.Column("created_at", MOMENT, nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_organization")),
        sa.ForeignKeyConstraint(["parent_id"], ["organization.id"], name=op.f("fk_organization_parent_id")),
    )
    op.create_index(op.f("ix_organization_parent_id"), "organization", ["parent_id"])


def _create_outbox_control() -> None:
    op.create_table(
        "outbox_control",
        sa.Column("id", NUMBER, nullable=False),
        sa.Column("paused_until", MOMENT, nullable=True),
        sa.Column("halted_reason", sa.String(100), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_outbox_control")),
    )


def _create_person() -> None:
    op.create_table(
        "person",
        sa.Column("id", NUMBER, nullable=False),
        sa.Column("chat_id", NUMBER, nullable=True),
        sa.Column("language", sa.String(8), nullable=True),
        sa.Column("timezone", sa.String(64), nullable=True),
        sa.Column("last_name", sa.String(100), nullable=False),
        sa.Column("first_name", sa.String(100), nullable=False),
        sa.Column("patronymic", sa.String(100), nullable=False),
        sa.Column("pseudonym", sa.String(32), nullable=False),
        sa.Column("blocked_at", MOMENT, nullable=True),
        sa.Column("frozen_at", MOMENT, nullable=True),
        sa.Column("created_at", MOMENT, nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_person")),
        sa.UniqueConstraint("chat_id", name=op.f("uq_person_chat_id")),
        sa.UniqueConstraint("pseudonym", name=op.f("uq_person_pseudonym")),
    )


def _create_alert() -> None:
    op.create_table(
        "alert",
        sa.Column("id", NUMBER, nullable=False),
        sa.Column("organization_id", NUMBER, nullable=False),
        sa.Column("kind", sa.String(32), nullable=False),
        sa.Column("cause", sa.String(200), nullable=False),
        sa.Column("subject", sa.JSON(), nullable=False),
        sa.Column("urgent", sa.Boolean(), nullable=False),
        sa.Column("status", sa.String(32), nullable=False),
        sa.Column("level", sa.String(32), nullable=False),
        sa.Column("since", MOMENT, nullable=False),
        sa.Column("raised_at", MOMENT, nullable=False),
        sa.Column("climbs_at", MOMENT, nullable=True),
        sa.Column("snoozed_until", MOMENT, nullable=True),
        sa.Column("resolved_at", MOMENT, nullable=True),
        sa.Column("resolved_by_id", NUMBER, nullable=True),
        sa.Column("resolution", sa.String(64), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_alert")),
        sa.ForeignKeyConstraint(
            ["organization_id"], ["organization.id"], name=op.f("fk_alert_organization_id")
        ),
        sa.ForeignKeyConstraint(["resolved_by_id"], ["person.id"], name=op.f("fk_alert_resolved_by_id")),
        sa.UniqueConstraint("cause", name=op.f("uq_alert_cause")),
    )
    op.create_index(op.f("ix_alert_organization_status"), "alert", ["organization_id", "status"])
    op.create_index(op.f("ix_alert_status_climbs_at"), "alert", ["status", "climbs_at"])


def _create_audit_record() -> None:
    op.create_table(
        "audit_record",
        sa.Column("id", NUMBER, nullable=False),
        sa.Column("organization_id", NUMBER, nullable=True),
        sa.Column("actor_id", NUMBER, nullable=True),
        sa.Column("act", sa.String(64), nullable=False),
        sa.Column("subject_kind", sa.String(32), nullable=False),
        sa.Column("subject_id", NUMBER, nullable=True),
        sa.Column("at", MOMENT, nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_audit_record")),
        sa.ForeignKeyConstraint(["actor_id"], ["person.id"], name=op.f("fk_audit_record_actor_id")),
        sa.ForeignKeyConstraint(
            ["organization_id"], ["organization.id"], name=op.f("fk_audit_record_organization_id")
        ),
    )
    op.create_index(op.f("ix_audit_record_organization_id_at"), "audit_record", ["organization_id", "at"])


def _create_erasure_case() -> None:
    op.create_table(
        "erasure_case",
        sa.Column("id", NUMBER, nullable=False),
        sa.Column("person_id", NUMBER, nullable=False),
        sa.Column("organization_id", NUMBER, nullable=False),
        sa.Column("opened_at", MOMENT, nullable=False),
        sa.Column("due_at", MOMENT, nullable=False),
        sa.Column("anonymised_at", MOMENT, nullable=True),
        sa.Column("erased", sa.String(1000), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_erasure_case")),
        sa.ForeignKeyConstraint(
            ["organization_id"], ["organization.id"], name=op.f("fk_erasure_case_organization_id")
        ),
        sa.ForeignKeyConstraint(["person_id"], ["person.id"], name=op.f("fk_erasure_case_person_id")),
    )
    op.create_index(op.f("ix_erasure_case_person_id"), "erasure_case", ["person_id"])


def _create_invitation() -> None:
    op.create_table(
        "invitation",
        sa.Column("id", NUMBER, nullable=False),
        sa.Column("code", sa.String(64), nullable=False),
        sa.Column("organization_id", NUMBER, nullable=False),
        sa.Column("role", sa.String(32), nullable=False),
        sa.Column("places", NUMBER, nullable=False),
        sa.Column("used", NUMBER, nullable=False),
        sa.Column("expires_at", MOMENT, nullable=False),
        sa.Column("revoked_at", MOMENT, nullable=True),
        sa.Column("created_by_id", NUMBER, nullable=True),
        sa.Column("created_at", MOMENT, nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_invitation")),
        sa.ForeignKeyConstraint(["created_by_id"], ["person.id"], name=op.f("fk_invitation_created_by_id")),
        sa.ForeignKeyConstraint(
            ["organization_id"], ["organization.id"], name=op.f("fk_invitation_organization_id")
        ),
        sa.UniqueConstraint("code", name=op.f("uq_invitation_code")),
    )
    op.create_index(op.f("ix_invitation_organization_id"), "invitation", ["organization_id"])


def _create_membership() -> None:
    op.create_table(
        "membership",
        sa.Column("id", NUMBER, nullable=False),
        sa.Column("person_id", NUMBER, nullable=False),
        sa.Column("organization_id", NUMBER, nullable=False),
        sa.Column("role", sa.String(32), nullable=False),
        sa.Column("status", sa.String(32), nullable=False),
        sa.Column("profile", sa.JSON(), nullable=False),
        sa.Column("capacity", NUMBER, nullable=False),
        sa.Column("unpaired_since", MOMENT, nullable=True),
        sa.Column("approved_at", MOMENT, nullable=True),
        sa.Column("created_at", MOMENT, nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_membership")),
        sa.ForeignKeyConstraint(
            ["organization_id"], ["organization.id"], name=op.f("fk_membership_organization_id")
        ),
        sa.ForeignKeyConstraint(["person_id"], ["person.id"], name=op.f("fk_membership_person_id")),
        sa.UniqueConstraint(
            "person_id", "organization_id", "role", name=op.f("uq_membership_person_id_organization_id_role")
        ),
    )
    op.create_index(
        op.f("ix_membership_organization_role_status"), "membership", ["organization_id", "role", "status"]
    )
    op.create_index(op.f("ix_membership_person_id"), "membership", ["person_id"])
    op.create_index(
        op.f("ix_membership_unpaired"),
        "membership",
        ["organization_id", "unpaired_since"],
        sqlite_where=sa.text("unpaired_since IS NOT NULL"),
        postgresql_where=sa.text("unpaired_since IS NOT NULL"),
    )


def _create_mentorship() -> None:
    op.create_table(
        "mentorship",
        sa.Column("id", NUMBER, nullable=False),
        sa.Column("organization_id", NUMBER, nullable=False),
        sa.Column("status", sa.String(32), nullable=False),
        sa.Column("form", sa.String(64), nullable=False),
        sa.Column("proposed_by_id", NUMBER, nullable=True),
        sa.Column("proposed_at", MOMENT, nullable=False),
        sa.Column("activated_at", MOMENT, nullable=True),
        sa.Column("ended_at", MOMENT, nullable=True),
        sa.Column("version", NUMBER, nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_mentorship")),
        sa.ForeignKeyConstraint(
            ["organization_id"], ["organization.id"], name=op.f("fk_mentorship_organization_id")
        ),
        sa.ForeignKeyConstraint(["proposed_by_id"], ["person.id"], name=op.f("fk_mentorship_proposed_by_id")),
    )
    op.create_index(
        op.f("ix_mentorship_active"),
        "mentorship",
        ["organization_id"],
        sqlite_where=sa.text("status = 'active'"),
        postgresql_where=sa.text("status = 'active'"),
    )
    op.create_index(op.f("ix_mentorship_organization_status"), "mentorship", ["organization_id", "status"])


def _create_notification() -> None:
    op.create_table(
        "notification",
        sa.Column("id", NUMBER, nullable=False),
        sa.Column("key", sa.String(200), nullable=False),
        sa.Column("kind", sa.String(64), nullable=False),
        sa.Column("person_id", NUMBER, nullable=True),
        sa.Column("chat_id", NUMBER, nullable=True),
        sa.Column("payload", sa.JSON(), nullable=False),
        sa.Column("topic", sa.String(100), nullable=True),
        sa.Column("urgency", sa.SmallInteger(), nullable=False),
        sa.Column("status", sa.String(32), nullable=False),
        sa.Column("due_at", MOMENT, nullable=False),
        sa.Column("expires_at", MOMENT, nullable=True),
        sa.Column("owner", sa.String(36), nullable=True),
        sa.Column("leased_until", MOMENT, nullable=True),
        sa.Column("attempts", sa.SmallInteger(), nullable=False),
        sa.Column("is_repeat", sa.Boolean(), nullable=False),
        sa.Column("error", sa.String(300), nullable=False),
        sa.Column("message_id", NUMBER, nullable=True),
        sa.Column("created_at", MOMENT, nullable=False),
        sa.Column("settled_at", MOMENT, nullable=True),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_notification")),
        sa.ForeignKeyConstraint(["person_id"], ["person.id"], name=op.f("fk_notification_person_id")),
        sa.UniqueConstraint("key", name=op.f("uq_notification_key")),
    )
    op.create_index(
        op.f("ix_notification_dead"),
        "notification",
        ["settled_at"],
        sqlite_where=sa.text("status = 'dead'"),
        postgresql_where=sa.text("status = 'dead'"),
    )
    op.create_index(
        op.f("ix_notification_in_flight"),
        "notification",
        ["leased_until"],
        sqlite_where=sa.text("status IN ('claimed', 'sending')"),
        postgresql_where=sa.text("status IN ('claimed', 'sending')"),
    )
    op.create_index(
        op.f("ix_notification_pending"),
        "notification",
        ["urgency", "due_at"],
        sqlite_where=sa.text("status = 'pending'"),
        postgresql_where=sa.text("status = 'pending'"),
    )
    op.create_index(
        op.f("ix_notification_person_pending"),
        "notification",
        ["person_id", "topic"],
        sqlite_where=sa.text("status = 'pending'"),
        postgresql_where=sa.text("status = 'pending'"),
    )
    op.create_index(
        op.f("ix_notification_topic_pending"),
        "notification",
        ["topic"],
        sqlite_where=sa.text("status = 'pending'"),
        postgresql_where=sa.text("status = 'pending'"),
    )


def _create_roadmap() -> None:
    op.create_table(
        "roadmap",
        sa.Column("id", NUMBER, nullable=False),
        sa.Column("organization_id", NUMBER, nullable=False),
        sa.Column("title", sa.String(500), nullable=False),
        sa.Column("school_year", sa.String(9), nullable=False),
        sa.Column("approved_at", MOMENT, nullable=True),
        sa.Column("created_at", MOMENT, nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_roadmap")),
        sa.ForeignKeyConstraint(
            ["organization_id"], ["organization.id"], name=op.f("fk_roadmap_organization_id")
        ),
    )
    op.create_index(op.f("ix_roadmap_organization_id"), "roadmap", ["organization_id"])


def _create_application() -> None:
    op.create_table(
        "application",
        sa.Column("id", NUMBER, nullable=False),
        sa.Column("membership_id", NUMBER, nullable=False),
        sa.Column("questionnaire", sa.String(64), nullable=False),
        sa.Column("questionnaire_version", NUMBER, nullable=False),
        sa.Column("status", sa.String(32), nullable=False),
        sa.Column("position", NUMBER, nullable=False),
        sa.Column("correcting", sa.Boolean(), nullable=False),
        sa.Column("answers", sa.JSON(), nullable=False),
        sa.Column("return_reason", sa.String(1000), nullable=False),
        sa.Column("decided_by_id", NUMBER, nullable=True),
        sa.Column("submissions", NUMBER, nullable=False),
        sa.Column("started_at", MOMENT, nullable=False),
        sa.Column("submitted_at", MOMENT, nullable=True),
        sa.Column("decided_at", MOMENT, nullable=True),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_application")),
        sa.ForeignKeyConstraint(["decided_by_id"], ["person.id"], name=op.f("fk_application_decided_by_id")),
        sa.ForeignKeyConstraint(
            ["membership_id"], ["membership.id"], name=op.f("fk_application_membership_id")
        ),
    )
    op.create_index(op.f("ix_application_membership_id"), "application", ["membership_id"])
    op.create_index(op.f("ix_application_status_submitted_at"), "application", ["status", "submitted_at"])


def _create_consent() -> None:
    op.create_table(
        "consent",
        sa.Column("id", NUMBER, nullable=False),
        sa.Column("person_id", NUMBER, nullable=False),
        sa.Column("organization_id", NUMBER, nullable=False),
        sa.Column("invitation_id", NUMBER, nullable=True),
        sa.Column("kind", sa.String(32), nullable=False),
        sa.Column("status", sa.String(32), nullable=False),
        sa.Column("text_version", sa.String(32), nullable=False),
        sa.Column("text_sha256", sa.String(64), nullable=False),
        sa.Column("language", sa.String(8), nullable=False),
        sa.Column("asked_at", MOMENT, nullable=False),
        sa.Column("answered_at", MOMENT, nullable=True),
        sa.Column("withdrawn_at", MOMENT, nullable=True),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_consent")),
        sa.ForeignKeyConstraint(["invitation_id"], ["invitation.id"], name=op.f("fk_consent_invitation_id")),
        sa.ForeignKeyConstraint(
            ["organization_id"], ["organization.id"], name=op.f("fk_consent_organization_id")
        ),
        sa.ForeignKeyConstraint(["person_id"], ["person.id"], name=op.f("fk_consent_person_id")),
    )
    op.create_index(op.f("ix_consent_person_kind"), "consent", ["person_id", "kind"])


def _create_meeting() -> None:
    op.create_table(
        "meeting",
        sa.Column("id", NUMBER, nullable=False),
        sa.Column("mentorship_id", NUMBER, nullable=False),
        sa.Column("kind", sa.String(32), nullable=False),
        sa.Column("status", sa.String(32), nullable=False),
        sa.Column("starts_at", MOMENT, nullable=False),
        sa.Column("place", sa.String(500), nullable=False),
        sa.Column("proposed_by_id", NUMBER, nullable=False),
        sa.Column("replaces_id", NUMBER, nullable=True),
        sa.Column("proposed_at", MOMENT, nullable=False),
        sa.Column("confirmed_at", MOMENT, nullable=True),
        sa.Column("ended_at", MOMENT, nullable=True),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_meeting")),
        sa.ForeignKeyConstraint(["mentorship_id"], ["mentorship.id"], name=op.f("fk_meeting_mentorship_id")),
        sa.ForeignKeyConstraint(["proposed_by_id"], ["person.id"], name=op.f("fk_meeting_proposed_by_id")),
        sa.ForeignKeyConstraint(["replaces_id"], ["meeting.id"], name=op.f("fk_meeting_replaces_id")),
    )
    op.create_index(op.f("ix_meeting_mentorship_id"), "meeting", ["mentorship_id"])
    op.create_index(op.f("ix_meeting_status_starts_at"), "meeting", ["status", "starts_at"])


def _create_mentorship_member() -> None:
    op.create_table(
        "mentorship_member",
        sa.Column("id", NUMBER, nullable=False),
        sa.Column("mentorship_id", NUMBER, nullable=False),
        sa.Column("membership_id", NUMBER, nullable=False),
        sa.Column("role", sa.String(32), nullable=False),
        sa.Column("accepted_at", MOMENT, nullable=True),
        sa.Column("declined_at", MOMENT, nullable=True),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_mentorship_member")),
        sa.ForeignKeyConstraint(
            ["membership_id"], ["membership.id"], name=op.f("fk_mentorship_member_membership_id")
        ),
        sa.ForeignKeyConstraint(
            ["mentorship_id"], ["mentorship.id"], name=op.f("fk_mentorship_member_mentorship_id")
        ),
        sa.UniqueConstraint(
            "mentorship_id", "membership_id", name=op.f("uq_mentorship_member_mentorship_id_membership_id")
        ),
    )
    op.create_index(op.f("ix_mentorship_member_membership_id"), "mentorship_member", ["membership_id"])


def _create_roadmap_item() -> None:
    op.create_table(
        "roadmap_item",
        sa.Column("id", NUMBER, nullable=False),
        sa.Column("roadmap_id", NUMBER, nullable=False),
        sa.Column("position", NUMBER, nullable=False),
        sa.Column("number", sa.String(16), nullable=False),
        sa.Column("section", sa.String(300), nullable=False),
        sa.Column("activity", sa.String(1000), nullable=False),
        sa.Column("deadline_phrase", sa.String(300), nullable=False),
        sa.Column("expected_result", sa.String(1000), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_roadmap_item")),
        sa.ForeignKeyConstraint(["roadmap_id"], ["roadmap.id"], name=op.f("fk_roadmap_item_roadmap_id")),
    )
    op.create_index(op.f("ix_roadmap_item_roadmap_id"), "roadmap_item", ["roadmap_id"])


def _create_attendance_report() -> None:
    op.create_table(
        "attendance_report",
        sa.Column("id", NUMBER, nullable=False),
        sa.Column("meeting_id", NUMBER, nullable=False),
        sa.Column("person_id", NUMBER, nullable=False),
        sa.Column("held", sa.Boolean(), nullable=False),
        sa.Column("reported_at", MOMENT, nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_attendance_report")),
        sa.ForeignKeyConstraint(["meeting_id"], ["meeting.id"], name=op.f("fk_attendance_report_meeting_id")),
        sa.ForeignKeyConstraint(["person_id"], ["person.id"], name=op.f("fk_attendance_report_person_id")),
        sa.UniqueConstraint(
            "meeting_id", "person_id", name=op.f("uq_attendance_report_meeting_id_person_id")
        ),
    )


def _create_feedback() -> None:
    op.create_table(
        "feedback",
        sa.Column("id", NUMBER, nullable=False),
        sa.Column("meeting_id", NUMBER, nullable=False),
        sa.Column("pseudonym", sa.String(64), nullable=False),
        sa.Column("questionnaire", sa.String(64), nullable=False),
        sa.Column("questionnaire_version", NUMBER, nullable=False),
        sa.Column("answers", sa.JSON(), nullable=False),
        sa.Column("started_at", MOMENT, nullable=False),
        sa.Column("completed_at", MOMENT, nullable=True),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_feedback")),
        sa.ForeignKeyConstraint(["meeting_id"], ["meeting.id"], name=op.f("fk_feedback_meeting_id")),
        sa.UniqueConstraint("meeting_id", "pseudonym", name=op.f("uq_feedback_meeting_id_pseudonym")),
    )
    op.create_index(op.f("ix_feedback_meeting_id"), "feedback", ["meeting_id"])
    op.create_index(op.f("ix_feedback_pseudonym"), "feedback", ["pseudonym"])


def _create_occurrence() -> None:
    op.create_table(
        "occurrence",
        sa.Column("id", NUMBER, nullable=False),
        sa.Column("item_id", NUMBER, nullable=False),
        sa.Column("organization_id", NUMBER, nullable=False),
        sa.Column("responsible_id", NUMBER, nullable=False),
        sa.Column("status", sa.String(32), nullable=False),
        sa.Column("starts_on", sa.Date(), nullable=True),
        sa.Column("due_on", sa.Date(), nullable=False),
        sa.Column("done_at", MOMENT, nullable=True),
        sa.Column("done_by_id", NUMBER, nullable=True),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_occurrence")),
        sa.ForeignKeyConstraint(["done_by_id"], ["person.id"], name=op.f("fk_occurrence_done_by_id")),
        sa.ForeignKeyConstraint(["item_id"], ["roadmap_item.id"], name=op.f("fk_occurrence_item_id")),
        sa.ForeignKeyConstraint(
            ["organization_id"], ["organization.id"], name=op.f("fk_occurrence_organization_id")
        ),
        sa.ForeignKeyConstraint(["responsible_id"], ["person.id"], name=op.f("fk_occurrence_responsible_id")),
    )
    op.create_index(op.f("ix_occurrence_item_id"), "occurrence", ["item_id"])
    op.create_index(op.f("ix_occurrence_organization_id"), "occurrence", ["organization_id"])
    op.create_index(op.f("ix_occurrence_responsible_id"), "occurrence", ["responsible_id"])
    op.create_index(op.f("ix_occurrence_status_due_on"), "occurrence", ["status", "due_on"])


def _create_evidence() -> None:
    op.create_table(
        "evidence",
        sa.Column("id", NUMBER, nullable=False),
        sa.Column("occurrence_id", NUMBER, nullable=False),
        sa.Column("author_id", NUMBER, nullable=False),
        sa.Column("comment", sa.String(4000), nullable=False),
        sa.Column("file_id", sa.String(256), nullable=True),
        sa.Column("file_name", sa.String(256), nullable=True),
        sa.Column("added_at", MOMENT, nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_evidence")),
        sa.ForeignKeyConstraint(["author_id"], ["person.id"], name=op.f("fk_evidence_author_id")),
        sa.ForeignKeyConstraint(["occurrence_id"], ["occurrence.id"], name=op.f("fk_evidence_occurrence_id")),
    )
    op.create_index(op.f("ix_evidence_occurrence_id"), "evidence", ["occurrence_id"])
