"""Roadmaps read from documents: drafts, several responsible people, local acts, planned results."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None

# SQLite counts up only an INTEGER primary key; elsewhere numbers are as wide as Telegram's.
NUMBER = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
MOMENT = sa.DateTime(timezone=True)
TABLES = (
    "acknowledgement",
    "local_act",
    "indicator",
    "responsible_match",
    "occurrence_responsible",
    "roadmap_item_responsible",
)


def upgrade() -> None:
    _settings()
    _roadmap()
    _roadmap_item()
    _create_roadmap_item_responsible()
    _create_occurrence_responsible()
    _occurrence()
    _evidence()
    _create_responsible_match()
    _create_indicator()
    _create_local_act()
    _create_acknowledgement()


def _settings() -> None:
    with op.batch_alter_table("organization") as table:
        for name, default in (("duty_near_days", 3), ("year_end_month", 5), ("year_end_day", 31)):
            table.add_column(sa.Column(name, NUMBER, nullable=False, server_default=str(default)))
    _drop_defaults("organization", "duty_near_days", "year_end_month", "year_end_day")


def _drop_defaults(table_name: str, *columns: str, never_again: bool = False) -> None:
    """A default filled the rows that were there; new rows get theirs from the program. `never_again`: SQLite
    shall not give the number of a deleted row to another one.
    """
    on_sqlite = op.get_bind().dialect.name == "sqlite"
    kwargs = {"sqlite_autoincrement": True} if never_again and on_sqlite else {}
    with op.batch_alter_table(
        table_name, table_kwargs=kwargs, recreate="always" if kwargs else "auto"
    ) as table:
        for column in columns:
            table.alter_column(column, server_default=None)


def _roadmap() -> None:
    with op.batch_alter_table("roadmap") as table:
        table.add_column(sa.Column("by_calendar", sa.Boolean(), nullable=False, server_default=sa.false()))
        table.add_column(sa.Column("status", sa.String(32), nullable=False, server_default="submitted"))
        table.add_column(sa.Column("order_number", sa.String(64), nullable=False, server_default=""))
        table.add_column(sa.Column("order_date", sa.Date(), nullable=True))
        table.add_column(sa.Column("source_name", sa.String(200), nullable=False, server_default=""))
        table.add_column(sa.Column("source_digest", sa.String(64), nullable=False, server_default=""))
        table.add_column(sa.Column("problems", sa.JSON(), nullable=False, server_default="[]"))
        table.add_column(sa.Column("return_reason", sa.String(1000), nullable=False, server_default=""))
        for name, target in (
            ("previous_id", "roadmap"),
            ("origin_id", "roadmap"),
            ("created_by_id", "person"),
            ("approved_by_id", "person"),
            ("returned_by_id", "person"),
        ):
            table.add_column(sa.Column(name, NUMBER, nullable=True))
            table.create_foreign_key(op.f(f"fk_roadmap_{name}"), target, [name], ["id"])
        table.add_column(sa.Column("submitted_at", MOMENT, nullable=True))
        table.add_column(sa.Column("published_at", MOMENT, nullable=True))
        table.add_column(sa.Column("made_for", NUMBER, nullable=True))
    op.create_index(op.f("ix_roadmap_status_made_for"), "roadmap", ["status", "made_for"])
    op.create_index(op.f("ix_roadmap_origin_id"), "roadmap", ["origin_id"])
    op.create_index(op.f("ix_roadmap_organization_id_status"), "roadmap", ["organization_id", "status"])
    op.execute(
        "UPDATE roadmap SET status = 'approved', made_for = CAST(SUBSTR(school_year, 1, 4) AS INTEGER) "
        "WHERE approved_at IS NOT NULL"
    )
    _drop_defaults(
        "roadmap", "by_calendar", "status", "order_number", "source_name", "return_reason", never_again=True
    )
    _drop_defaults("roadmap", "source_digest", "problems", never_again=True)


def _roadmap_item() -> None:
    with op.batch_alter_table("roadmap_item") as table:
        table.alter_column("activity", type_=sa.String(2000), existing_type=sa.String(1000))
        table.alter_column("expected_result", type_=sa.String(2000), existing_type=sa.String(1000))
        table.add_column(sa.Column("corrected_phrase", sa.String(300), nullable=True))
        table.add_column(sa.Column("responsible_text", sa.String(500), nullable=False, server_default=""))
        table.add_column(sa.Column("controller_text", sa.String(300), nullable=False, server_default=""))
        table.add_column(sa.Column("remarks", sa.JSON(), nullable=False, server_default="[]"))
        for name in ("doubts_accepted", "for_schools"):
            table.add_column(sa.Column(name, sa.Boolean(), nullable=False, server_default=sa.false()))
        table.add_column(sa.Column("published_at", MOMENT, nullable=True))
        for name in ("previous_item_id", "origin_item_id"):
            table.add_column(sa.Column(name, NUMBER, nullable=True))
            table.create_foreign_key(op.f(f"fk_roadmap_item_{name}"), "roadmap_item", [name], ["id"])
    for name in ("previous_item_id", "origin_item_id"):
        op.create_index(op.f(f"ix_roadmap_item_{name}"), "roadmap_item", [name])
    _drop_defaults(
        "roadmap_item",
        "responsible_text",
        "controller_text",
        "doubts_accepted",
        "for_schools",
        never_again=True,
    )
    _drop_defaults("roadmap_item", "remarks", never_again=True)


def _create_roadmap_item_responsible() -> None:
    op.create_table(
        "roadmap_item_responsible",
        sa.Column("item_id", NUMBER, nullable=False),
        sa.Column("person_id", NUMBER, nullable=False),
        sa.PrimaryKeyConstraint("item_id", "person_id", name=op.f("pk_roadmap_item_responsible")),
        sa.ForeignKeyConstraint(
            ["item_id"], ["roadmap_item.id"], name=op.f("fk_roadmap_item_responsible_item_id")
        ),
        sa.ForeignKeyConstraint(
            ["person_id"], ["person.id"], name=op.f("fk_roadmap_item_responsible_person_id")
        ),
    )
    op.create_index(op.f("ix_roadmap_item_responsible_person_id"), "roadmap_item_responsible", ["person_id"])


def _create_occurrence_responsible() -> None:
    op.create_table(
        "occurrence_responsible",
        sa.Column("occurrence_id", NUMBER, nullable=False),
        sa.Column("person_id", NUMBER, nullable=False),
        sa.PrimaryKeyConstraint("occurrence_id", "person_id", name=op.f("pk_occurrence_responsible")),
        sa.ForeignKeyConstraint(
            ["occurrence_id"], ["occurrence.id"], name=op.f("fk_occurrence_responsible_occurrence_id")
        ),
        sa.ForeignKeyConstraint(
            ["person_id"], ["person.id"], name=op.f("fk_occurrence_responsible_person_id")
        ),
    )
    op.create_index(op.f("ix_occurrence_responsible_person_id"), "occurrence_responsible", ["person_id"])
    op.execute(
        "INSERT INTO occurrence_responsible (occurrence_id, person_id) "
        "SELECT id, responsible_id FROM occurrence"
    )


def _occurrence() -> None:
    op.drop_index(op.f("ix_occurrence_responsible_id"), "occurrence")
    with op.batch_alter_table("occurrence") as table:
        table.drop_constraint(op.f("fk_occurrence_responsible_id"), type_="foreignkey")
        table.drop_column("responsible_id")
        table.add_column(sa.Column("key", sa.String(40), nullable=False, server_default=""))
        table.add_column(sa.Column("is_check", sa.Boolean(), nullable=False, server_default=sa.false()))
        table.add_column(sa.Column("reminds", sa.Boolean(), nullable=False, server_default=sa.true()))
        table.add_column(sa.Column("near_told", sa.Boolean(), nullable=False, server_default=sa.false()))
        table.add_column(sa.Column("is_taken_over", sa.Boolean(), nullable=False, server_default=sa.false()))
        table.add_column(sa.Column("moved_from", sa.Date(), nullable=True))
        table.add_column(sa.Column("reason", sa.String(1000), nullable=False, server_default=""))
        for name in ("controller_id", "reason_by_id"):
            table.add_column(sa.Column(name, NUMBER, nullable=True))
            table.create_foreign_key(op.f(f"fk_occurrence_{name}"), "person", [name], ["id"])
    # Dates are kept as ISO text on SQLite; PostgreSQL writes them so when it is asked for text.
    op.execute("UPDATE occurrence SET key = CAST(due_on AS VARCHAR(40))")
    with op.batch_alter_table("occurrence") as table:
        table.create_unique_constraint(op.f("uq_occurrence_item_id_key"), ["item_id", "key"])
    op.create_index(op.f("ix_occurrence_status_starts_on"), "occurrence", ["status", "starts_on"])
    _drop_defaults(
        "occurrence", "key", "is_check", "reminds", "near_told", "is_taken_over", "reason", never_again=True
    )


def _evidence() -> None:
    with op.batch_alter_table("evidence") as table:
        table.add_column(sa.Column("kind", sa.String(32), nullable=False, server_default="comment"))
    op.execute("UPDATE evidence SET kind = 'file' WHERE file_id IS NOT NULL")
    _drop_defaults("evidence", "kind")


def _create_responsible_match() -> None:
    op.create_table(
        "responsible_match",
        sa.Column("id", NUMBER, nullable=False),
        sa.Column("organization_id", NUMBER, nullable=False),
        sa.Column("phrase", sa.String(300), nullable=False),
        sa.Column("role", sa.String(32), nullable=True),
        sa.Column("person_id", NUMBER, nullable=True),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_responsible_match")),
        sa.ForeignKeyConstraint(
            ["organization_id"], ["organization.id"], name=op.f("fk_responsible_match_organization_id")
        ),
        sa.ForeignKeyConstraint(["person_id"], ["person.id"], name=op.f("fk_responsible_match_person_id")),
        sa.UniqueConstraint(
            "organization_id",
            "phrase",
            "role",
            "person_id",
            name=op.f("uq_responsible_match_organization_id_phrase_role_person_id"),
        ),
    )
    op.create_index(op.f("ix_responsible_match_person_id"), "responsible_match", ["person_id"])


def _create_indicator() -> None:
    op.create_table(
        "indicator",
        sa.Column("id", NUMBER, nullable=False),
        sa.Column("roadmap_id", NUMBER, nullable=False),
        sa.Column("position", NUMBER, nullable=False),
        sa.Column("title", sa.String(500), nullable=False),
        sa.Column("unit", sa.String(32), nullable=False),
        sa.Column("planned", sa.Double(), nullable=False),
        sa.Column("actual", sa.Double(), nullable=True),
        sa.Column("measured_on", sa.Date(), nullable=True),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_indicator")),
        sa.ForeignKeyConstraint(["roadmap_id"], ["roadmap.id"], name=op.f("fk_indicator_roadmap_id")),
    )
    op.create_index(op.f("ix_indicator_roadmap_id"), "indicator", ["roadmap_id"])


def _create_local_act() -> None:
    op.create_table(
        "local_act",
        sa.Column("id", NUMBER, nullable=False),
        sa.Column("organization_id", NUMBER, nullable=False),
        sa.Column("kind", sa.String(64), nullable=False),
        sa.Column("number", sa.String(64), nullable=False),
        sa.Column("dated_on", sa.Date(), nullable=False),
        sa.Column("title", sa.String(500), nullable=False),
        sa.Column("file_id", sa.String(256), nullable=True),
        sa.Column("file_name", sa.String(256), nullable=True),
        sa.Column("link", sa.String(500), nullable=False),
        sa.Column("replaces_id", NUMBER, nullable=True),
        sa.Column("published_at", MOMENT, nullable=True),
        sa.Column("audience", sa.String(64), nullable=False),
        sa.Column("acknowledge_by", sa.Date(), nullable=True),
        sa.Column("created_by_id", NUMBER, nullable=True),
        sa.Column("created_at", MOMENT, nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_local_act")),
        sa.ForeignKeyConstraint(
            ["organization_id"], ["organization.id"], name=op.f("fk_local_act_organization_id")
        ),
        sa.ForeignKeyConstraint(["replaces_id"], ["local_act.id"], name=op.f("fk_local_act_replaces_id")),
        sa.ForeignKeyConstraint(["created_by_id"], ["person.id"], name=op.f("fk_local_act_created_by_id")),
    )
    op.create_index(op.f("ix_local_act_organization_id"), "local_act", ["organization_id"])


def _create_acknowledgement() -> None:
    op.create_table(
        "acknowledgement",
        sa.Column("id", NUMBER, nullable=False),
        sa.Column("act_id", NUMBER, nullable=False),
        sa.Column("person_id", NUMBER, nullable=False),
        sa.Column("asked_at", MOMENT, nullable=False),
        sa.Column("acknowledged_at", MOMENT, nullable=True),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_acknowledgement")),
        sa.ForeignKeyConstraint(["act_id"], ["local_act.id"], name=op.f("fk_acknowledgement_act_id")),
        sa.ForeignKeyConstraint(["person_id"], ["person.id"], name=op.f("fk_acknowledgement_person_id")),
        sa.UniqueConstraint("act_id", "person_id", name=op.f("uq_acknowledgement_act_id_person_id")),
    )
    op.create_index(op.f("ix_acknowledgement_person_id"), "acknowledgement", ["person_id"])


def downgrade() -> None:
    _evidence_back()
    _occurrence_back()
    for name in TABLES:
        op.drop_table(name)
    _roadmap_item_back()
    _roadmap_back()
    _number_as_before("occurrence", "roadmap_item", "roadmap")
    with op.batch_alter_table("organization") as table:
        for name in ("duty_near_days", "year_end_month", "year_end_day"):
            table.drop_column(name)


def _number_as_before(*tables: str) -> None:
    if op.get_bind().dialect.name != "sqlite":
        return
    for name in tables:
        with op.batch_alter_table(name, recreate="always") as table:
            table.create_primary_key(op.f(f"pk_{name}"), ["id"])


def _evidence_back() -> None:
    with op.batch_alter_table("evidence") as table:
        table.drop_column("kind")


def _occurrence_back() -> None:
    """The first of several responsible people stays; a duty of nobody can't be kept."""
    op.drop_index(op.f("ix_occurrence_status_starts_on"), "occurrence")
    with op.batch_alter_table("occurrence") as table:
        table.drop_constraint(op.f("uq_occurrence_item_id_key"), type_="unique")
        for name in ("controller_id", "reason_by_id"):
            table.drop_constraint(op.f(f"fk_occurrence_{name}"), type_="foreignkey")
            table.drop_column(name)
        for name in ("key", "is_check", "reminds", "near_told", "is_taken_over", "moved_from", "reason"):
            table.drop_column(name)
        table.add_column(sa.Column("responsible_id", NUMBER, nullable=True))
        table.create_foreign_key(op.f("fk_occurrence_responsible_id"), "person", ["responsible_id"], ["id"])
    op.execute(
        "UPDATE occurrence SET responsible_id = (SELECT MIN(person_id) FROM occurrence_responsible "
        "WHERE occurrence_id = occurrence.id)"
    )
    op.execute(
        "DELETE FROM evidence WHERE occurrence_id IN (SELECT id FROM occurrence WHERE responsible_id IS NULL)"
    )
    op.execute("DELETE FROM occurrence_responsible")
    op.execute("DELETE FROM occurrence WHERE responsible_id IS NULL")
    with op.batch_alter_table("occurrence") as table:
        table.alter_column("responsible_id", nullable=False, existing_type=NUMBER)
    op.create_index(op.f("ix_occurrence_responsible_id"), "occurrence", ["responsible_id"])


def _roadmap_item_back() -> None:
    for name in ("previous_item_id", "origin_item_id"):
        op.drop_index(op.f(f"ix_roadmap_item_{name}"), "roadmap_item")
    op.execute("UPDATE roadmap_item SET activity = SUBSTR(activity, 1, 1000)")
    op.execute("UPDATE roadmap_item SET expected_result = SUBSTR(expected_result, 1, 1000)")
    with op.batch_alter_table("roadmap_item") as table:
        for name in ("previous_item_id", "origin_item_id"):
            table.drop_constraint(op.f(f"fk_roadmap_item_{name}"), type_="foreignkey")
            table.drop_column(name)
        for name in (
            "corrected_phrase",
            "responsible_text",
            "controller_text",
            "remarks",
            "doubts_accepted",
            "for_schools",
            "published_at",
        ):
            table.drop_column(name)
        table.alter_column("activity", type_=sa.String(1000), existing_type=sa.String(2000))
        table.alter_column("expected_result", type_=sa.String(1000), existing_type=sa.String(2000))


def _roadmap_back() -> None:
    op.drop_index(op.f("ix_roadmap_status_made_for"), "roadmap")
    op.drop_index(op.f("ix_roadmap_organization_id_status"), "roadmap")
    op.drop_index(op.f("ix_roadmap_origin_id"), "roadmap")
    with op.batch_alter_table("roadmap") as table:
        for name in ("previous_id", "origin_id", "created_by_id", "approved_by_id", "returned_by_id"):
            table.drop_constraint(op.f(f"fk_roadmap_{name}"), type_="foreignkey")
            table.drop_column(name)
        for name in (
            "by_calendar",
            "status",
            "order_number",
            "order_date",
            "source_name",
            "source_digest",
            "problems",
            "return_reason",
            "submitted_at",
            "published_at",
            "made_for",
        ):
            table.drop_column(name)
