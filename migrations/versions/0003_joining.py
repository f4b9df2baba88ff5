"""Joining: more roles, minors and their parents, written consents, requests about data, registries; and an
audit log that is only added to.
"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None

# SQLite counts up only an INTEGER primary key; elsewhere numbers are as wide as Telegram's.
NUMBER = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
MOMENT = sa.DateTime(timezone=True)
NEW_TABLES = (
    "shortlist_entry",
    "shortlist",
    "registry_snapshot",
    "conclusion",
    "rights_request",
    "guardianship",
)
NEW_ROLES = "('council', 'psychologist', 'tutor', 'parent', 'editor')"
NEW_ALERTS = (
    "('consent_refused', 'consent_unanswered', 'original_missing', 'rights_request', 'review_unanswered', "
    "'person_left', 'amendment_settled')"
)
ONLY_ADDED = {
    "sqlite": (
        "CREATE TRIGGER audit_record_not_changed BEFORE UPDATE ON audit_record "
        "BEGIN SELECT RAISE(ABORT, 'the audit log is only added to'); END",
        "CREATE TRIGGER audit_record_not_deleted BEFORE DELETE ON audit_record "
        "BEGIN SELECT RAISE(ABORT, 'the audit log is only added to'); END",
    ),
    "postgresql": (
        "CREATE FUNCTION audit_record_only_added() RETURNS trigger LANGUAGE plpgsql AS "
        "$$ BEGIN RAISE EXCEPTION 'the audit log is only added to'; END $$",
        "CREATE TRIGGER audit_record_only_added BEFORE UPDATE OR DELETE ON audit_record "
        "FOR EACH ROW EXECUTE FUNCTION audit_record_only_added()",
    ),
}
NOT_ANY_MORE = {
    "sqlite": ("DROP TRIGGER audit_record_not_changed", "DROP TRIGGER audit_record_not_deleted"),
    "postgresql": (
        "DROP TRIGGER audit_record_only_added ON audit_record",
        "DROP FUNCTION audit_record_only_added()",
    ),
}


def upgrade() -> None:
    _organization()
    _person()
    _membership()
    _invitation()
    _local_act()
    _mentorship()
    _create_amendment()
    _consent()
    _erasure_case()
    _application()
    _create_guardianship()
    _create_rights_request()
    _create_conclusion()
    _create_registry_snapshot()
    _create_shortlist()
    for statement in ONLY_ADDED[op.get_bind().dialect.name]:
        op.execute(statement)


def _drop_defaults(table_name: str, *columns: str) -> None:
    """A default filled the rows that were there; new rows get theirs from the program."""
    with op.batch_alter_table(table_name) as table:
        for column in columns:
            table.alter_column(column, server_default=None)


def _organization() -> None:
    with op.batch_alter_table("organization") as table:
        table.add_column(sa.Column("tax_number", sa.String(12), nullable=False, server_default=""))
        table.add_column(sa.Column("state_number", sa.String(15), nullable=False, server_default=""))
        table.add_column(sa.Column("head_approves", sa.Boolean(), nullable=False, server_default=sa.false()))
        table.add_column(sa.Column("files_in_chat", sa.Boolean(), nullable=False, server_default=sa.true()))
        table.add_column(sa.Column("original_wait_days", NUMBER, nullable=False, server_default="14"))
        table.add_column(sa.Column("review_month", NUMBER, nullable=False, server_default="9"))
    _drop_defaults(
        "organization",
        "tax_number",
        "state_number",
        "head_approves",
        "files_in_chat",
        "original_wait_days",
        "review_month",
    )


def _person() -> None:
    with op.batch_alter_table("person") as table:
        table.add_column(sa.Column("born_on", sa.Date(), nullable=True))
        table.add_column(sa.Column("shown_organization_id", NUMBER, nullable=True))
        table.add_column(sa.Column("shown_role", sa.String(32), nullable=True))
        table.create_foreign_key(
            op.f("fk_person_shown_organization_id"), "organization", ["shown_organization_id"], ["id"]
        )


def _membership() -> None:
    with op.batch_alter_table("membership") as table:
        table.add_column(sa.Column("partition", sa.String(32), nullable=False, server_default="teacher"))
        for name in ("refreshed_at", "review_asked_at", "paused_at", "left_at"):
            table.add_column(sa.Column(name, MOMENT, nullable=True))
        for name, target in (("affiliation_id", "organization"), ("entered_by_id", "person")):
            table.add_column(sa.Column(name, NUMBER, nullable=True))
            table.create_foreign_key(op.f(f"fk_membership_{name}"), target, [name], ["id"])
    _drop_defaults("membership", "partition")


def _invitation() -> None:
    with op.batch_alter_table("invitation") as table:
        table.add_column(sa.Column("partition", sa.String(32), nullable=False, server_default="teacher"))
        for name, target in (
            ("person_id", "person"),
            ("child_id", "person"),
            ("affiliation_id", "organization"),
        ):
            table.add_column(sa.Column(name, NUMBER, nullable=True))
            table.create_foreign_key(op.f(f"fk_invitation_{name}"), target, [name], ["id"])
    _drop_defaults("invitation", "partition")
    for name in ("person_id", "child_id"):
        op.create_index(op.f(f"ix_invitation_{name}"), "invitation", [name])


def _local_act() -> None:
    with op.batch_alter_table("local_act") as table:
        table.add_column(sa.Column("partner_id", NUMBER, nullable=True))
        table.create_foreign_key(op.f("fk_local_act_partner_id"), "organization", ["partner_id"], ["id"])


def _mentorship() -> None:
    with op.batch_alter_table("mentorship") as table:
        table.add_column(sa.Column("ends_on", sa.Date(), nullable=True))
        table.add_column(sa.Column("order_id", NUMBER, nullable=True))
        table.create_foreign_key(op.f("fk_mentorship_order_id"), "local_act", ["order_id"], ["id"])
    op.create_index(op.f("ix_mentorship_order_id"), "mentorship", ["order_id"])


def _key(table: str, column: str, target: str) -> sa.ForeignKeyConstraint:
    return sa.ForeignKeyConstraint([column], [f"{target}.id"], name=op.f(f"fk_{table}_{column}"))


def _create_amendment() -> None:
    op.create_table(
        "amendment",
        sa.Column("id", NUMBER, nullable=False),
        sa.Column("mentorship_id", NUMBER, nullable=False),
        sa.Column("kind", sa.String(32), nullable=False),
        sa.Column("status", sa.String(32), nullable=False),
        sa.Column("old_end", sa.Date(), nullable=True),
        sa.Column("new_end", sa.Date(), nullable=True),
        sa.Column("text", sa.String(1000), nullable=False),
        sa.Column("reason", sa.String(1000), nullable=False),
        sa.Column("proposed_by_id", NUMBER, nullable=True),
        sa.Column("proposed_at", MOMENT, nullable=False),
        sa.Column("settled_at", MOMENT, nullable=True),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_amendment")),
        _key("amendment", "mentorship_id", "mentorship"),
        _key("amendment", "proposed_by_id", "person"),
    )
    op.create_index(op.f("ix_amendment_mentorship_id"), "amendment", ["mentorship_id"])


def _consent() -> None:
    with op.batch_alter_table("consent") as table:
        for name, target in (
            ("given_by_id", "person"),
            ("mentorship_id", "mentorship"),
            ("amendment_id", "amendment"),
            ("original_received_by_id", "person"),
        ):
            table.add_column(sa.Column(name, NUMBER, nullable=True))
            table.create_foreign_key(op.f(f"fk_consent_{name}"), target, [name], ["id"])
        table.add_column(sa.Column("role", sa.String(32), nullable=True))
        table.add_column(sa.Column("channel", sa.String(32), nullable=False, server_default="bot"))
        table.add_column(sa.Column("details", sa.JSON(), nullable=False, server_default="{}"))
        table.add_column(sa.Column("valid_until", sa.Date(), nullable=True))
        table.add_column(sa.Column("original_number", sa.String(64), nullable=False, server_default=""))
        table.add_column(sa.Column("original_dated_on", sa.Date(), nullable=True))
        table.add_column(sa.Column("original_received_at", MOMENT, nullable=True))
    _drop_defaults("consent", "channel", "details", "original_number")
    for name in ("given_by_id", "mentorship_id", "amendment_id"):
        op.create_index(op.f(f"ix_consent_{name}"), "consent", [name])
    op.execute(
        "UPDATE consent SET role = (SELECT role FROM invitation WHERE invitation.id = consent.invitation_id)"
    )


def _erasure_case() -> None:
    with op.batch_alter_table("erasure_case") as table:
        table.add_column(sa.Column("by_id", NUMBER, nullable=True))
        table.create_foreign_key(op.f("fk_erasure_case_by_id"), "person", ["by_id"], ["id"])


def _application() -> None:
    with op.batch_alter_table("application") as table:
        table.add_column(sa.Column("is_review", sa.Boolean(), nullable=False, server_default=sa.false()))
        table.add_column(sa.Column("endorsed_by_id", NUMBER, nullable=True))
        table.create_foreign_key(op.f("fk_application_endorsed_by_id"), "person", ["endorsed_by_id"], ["id"])
    _drop_defaults("application", "is_review")


def _create_guardianship() -> None:
    op.create_table(
        "guardianship",
        sa.Column("id", NUMBER, nullable=False),
        sa.Column("parent_id", NUMBER, nullable=False),
        sa.Column("child_id", NUMBER, nullable=False),
        sa.Column("organization_id", NUMBER, nullable=False),
        sa.Column("relation", sa.String(64), nullable=False),
        sa.Column("since", MOMENT, nullable=False),
        sa.Column("ended_at", MOMENT, nullable=True),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_guardianship")),
        sa.UniqueConstraint("parent_id", "child_id", name=op.f("uq_guardianship_parent_id_child_id")),
        _key("guardianship", "parent_id", "person"),
        _key("guardianship", "child_id", "person"),
        _key("guardianship", "organization_id", "organization"),
    )
    op.create_index(op.f("ix_guardianship_child_id"), "guardianship", ["child_id"])


def _create_rights_request() -> None:
    op.create_table(
        "rights_request",
        sa.Column("id", NUMBER, nullable=False),
        sa.Column("kind", sa.String(32), nullable=False),
        sa.Column("person_id", NUMBER, nullable=False),
        sa.Column("by_id", NUMBER, nullable=True),
        sa.Column("organization_id", NUMBER, nullable=False),
        sa.Column("text", sa.String(1000), nullable=False),
        sa.Column("opened_at", MOMENT, nullable=False),
        sa.Column("due_on", sa.Date(), nullable=False),
        sa.Column("extended_on", sa.Date(), nullable=True),
        sa.Column("reason", sa.String(1000), nullable=False),
        sa.Column("settled_at", MOMENT, nullable=True),
        sa.Column("settled_by_id", NUMBER, nullable=True),
        sa.Column("answer", sa.String(1000), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_rights_request")),
        _key("rights_request", "person_id", "person"),
        _key("rights_request", "by_id", "person"),
        _key("rights_request", "organization_id", "organization"),
        _key("rights_request", "settled_by_id", "person"),
    )
    op.create_index(op.f("ix_rights_request_person_id"), "rights_request", ["person_id"])
    op.create_index(
        "ix_rights_request_organization_settled", "rights_request", ["organization_id", "settled_at"]
    )


def _create_conclusion() -> None:
    op.create_table(
        "conclusion",
        sa.Column("id", NUMBER, nullable=False),
        sa.Column("membership_id", NUMBER, nullable=False),
        sa.Column("source", sa.String(64), nullable=False),
        sa.Column("ground", sa.String(64), nullable=False),
        sa.Column("text", sa.String(1000), nullable=False),
        sa.Column("is_sensitive", sa.Boolean(), nullable=False),
        sa.Column("entered_by_id", NUMBER, nullable=False),
        sa.Column("entered_at", MOMENT, nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_conclusion")),
        _key("conclusion", "membership_id", "membership"),
        _key("conclusion", "entered_by_id", "person"),
    )
    op.create_index(op.f("ix_conclusion_membership_id"), "conclusion", ["membership_id"])


def _create_registry_snapshot() -> None:
    op.create_table(
        "registry_snapshot",
        sa.Column("id", NUMBER, nullable=False),
        sa.Column("organization_id", NUMBER, nullable=False),
        sa.Column("role", sa.String(32), nullable=False),
        sa.Column("partition", sa.String(32), nullable=False),
        sa.Column("rows", sa.JSON(), nullable=False),
        sa.Column("sha256", sa.String(64), nullable=False),
        sa.Column("taken_by_id", NUMBER, nullable=True),
        sa.Column("taken_at", MOMENT, nullable=False),
        sa.Column("act_id", NUMBER, nullable=True),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_registry_snapshot")),
        _key("registry_snapshot", "organization_id", "organization"),
        _key("registry_snapshot", "taken_by_id", "person"),
        _key("registry_snapshot", "act_id", "local_act"),
    )
    op.create_index(op.f("ix_registry_snapshot_organization_id"), "registry_snapshot", ["organization_id"])


def _create_shortlist() -> None:
    op.create_table(
        "shortlist",
        sa.Column("id", NUMBER, nullable=False),
        sa.Column("organization_id", NUMBER, nullable=False),
        sa.Column("title", sa.String(300), nullable=False),
        sa.Column("criteria", sa.JSON(), nullable=False),
        sa.Column("created_by_id", NUMBER, nullable=True),
        sa.Column("created_at", MOMENT, nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_shortlist")),
        _key("shortlist", "organization_id", "organization"),
        _key("shortlist", "created_by_id", "person"),
    )
    op.create_index(op.f("ix_shortlist_organization_id"), "shortlist", ["organization_id"])
    op.create_table(
        "shortlist_entry",
        sa.Column("id", NUMBER, nullable=False),
        sa.Column("shortlist_id", NUMBER, nullable=False),
        sa.Column("membership_id", NUMBER, nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_shortlist_entry")),
        sa.UniqueConstraint(
            "shortlist_id", "membership_id", name=op.f("uq_shortlist_entry_shortlist_id_membership_id")
        ),
        _key("shortlist_entry", "shortlist_id", "shortlist"),
        _key("shortlist_entry", "membership_id", "membership"),
    )
    op.create_index(op.f("ix_shortlist_entry_membership_id"), "shortlist_entry", ["membership_id"])


def downgrade() -> None:
    for statement in NOT_ANY_MORE[op.get_bind().dialect.name]:
        op.execute(statement)
    for name in NEW_TABLES:
        op.drop_table(name)
    _application_back()
    _erasure_case_back()
    _consent_back()
    op.drop_table("amendment")
    _mentorship_back()
    _local_act_back()
    _invitation_back()
    _membership_back()
    _person_back()
    with op.batch_alter_table("organization") as table:
        for column in (
            "tax_number",
            "state_number",
            "head_approves",
            "files_in_chat",
            "original_wait_days",
            "review_month",
        ):
            table.drop_column(column)
    op.execute(f"DELETE FROM alert WHERE kind IN {NEW_ALERTS}")


def _application_back() -> None:
    of_new_roles = f"SELECT id FROM membership WHERE role IN {NEW_ROLES}"
    op.execute(f"DELETE FROM application WHERE is_review OR membership_id IN ({of_new_roles})")
    op.execute("UPDATE application SET status = 'submitted' WHERE status = 'with_head'")
    with op.batch_alter_table("application") as table:
        table.drop_constraint(op.f("fk_application_endorsed_by_id"), type_="foreignkey")
        table.drop_column("endorsed_by_id")
        table.drop_column("is_review")


def _erasure_case_back() -> None:
    with op.batch_alter_table("erasure_case") as table:
        table.drop_constraint(op.f("fk_erasure_case_by_id"), type_="foreignkey")
        table.drop_column("by_id")


def _consent_back() -> None:
    """The program before knew one kind of consent, given in the bot by an invitation."""
    op.execute("DELETE FROM consent WHERE kind <> 'personal_data' OR invitation_id IS NULL")
    op.execute("UPDATE consent SET status = 'withdrawn' WHERE status = 'superseded'")
    for name in ("given_by_id", "mentorship_id", "amendment_id"):
        op.drop_index(op.f(f"ix_consent_{name}"), "consent")
    with op.batch_alter_table("consent") as table:
        for name in ("given_by_id", "mentorship_id", "amendment_id", "original_received_by_id"):
            table.drop_constraint(op.f(f"fk_consent_{name}"), type_="foreignkey")
            table.drop_column(name)
        for name in (
            "role",
            "channel",
            "details",
            "valid_until",
            "original_number",
            "original_dated_on",
            "original_received_at",
        ):
            table.drop_column(name)


def _mentorship_back() -> None:
    op.drop_index(op.f("ix_mentorship_order_id"), "mentorship")
    with op.batch_alter_table("mentorship") as table:
        table.drop_constraint(op.f("fk_mentorship_order_id"), type_="foreignkey")
        table.drop_column("order_id")
        table.drop_column("ends_on")


def _local_act_back() -> None:
    with op.batch_alter_table("local_act") as table:
        table.drop_constraint(op.f("fk_local_act_partner_id"), type_="foreignkey")
        table.drop_column("partner_id")


def _invitation_back() -> None:
    op.execute(
        "UPDATE consent SET invitation_id = NULL WHERE invitation_id IN "
        f"(SELECT id FROM invitation WHERE role IN {NEW_ROLES})"
    )
    op.execute(f"DELETE FROM invitation WHERE role IN {NEW_ROLES}")
    for name in ("person_id", "child_id"):
        op.drop_index(op.f(f"ix_invitation_{name}"), "invitation")
    with op.batch_alter_table("invitation") as table:
        for name in ("person_id", "child_id", "affiliation_id"):
            table.drop_constraint(op.f(f"fk_invitation_{name}"), type_="foreignkey")
            table.drop_column(name)
        table.drop_column("partition")


def _membership_back() -> None:
    op.execute(f"DELETE FROM membership WHERE role IN {NEW_ROLES}")
    with op.batch_alter_table("membership") as table:
        for name in ("affiliation_id", "entered_by_id"):
            table.drop_constraint(op.f(f"fk_membership_{name}"), type_="foreignkey")
            table.drop_column(name)
        for name in ("partition", "refreshed_at", "review_asked_at", "paused_at", "left_at"):
            table.drop_column(name)


def _person_back() -> None:
    with op.batch_alter_table("person") as table:
        table.drop_constraint(op.f("fk_person_shown_organization_id"), type_="foreignkey")
        for name in ("born_on", "shown_organization_id", "shown_role"):
            table.drop_column(name)
