"""Who looked at or decided what: ids and words of ours, never a text about a person."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import DDL, ForeignKey, Index, String, event
from sqlalchemy.orm import Mapped, mapped_column

from models.base import Base


class AuditRecord(Base):
    """One act. Rows are only ever added (N-1.3-7): the database itself refuses to change or delete them."""

    __tablename__ = "audit_record"
    __table_args__ = (Index("ix_audit_record_organization_id_at", "organization_id", "at"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    organization_id: Mapped[int | None] = mapped_column(ForeignKey("organization.id"))
    actor_id: Mapped[int | None] = mapped_column(ForeignKey("person.id"))
    act: Mapped[str] = mapped_column(String(64))
    subject_kind: Mapped[str] = mapped_column(String(32), default="")
    subject_id: Mapped[int | None]
    at: Mapped[datetime]


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
"""What keeps the log as it is, for each database. Migrations make the same."""

for _dialect, _statements in ONLY_ADDED.items():
    for _statement in _statements:
        event.listen(
            AuditRecord.__table__,
            "after_create",
            DDL(_statement).execute_if(dialect=_dialect),  # type: ignore[no-untyped-call]
        )
event.listen(
    AuditRecord.__table__,
    "after_drop",
    DDL("DROP FUNCTION IF EXISTS audit_record_only_added()").execute_if(  # type: ignore[no-untyped-call]
        dialect="postgresql"
    ),
)
