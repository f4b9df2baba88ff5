"""Where a person stands in a form that is being typed: kept in the database, it survives a restart."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from sqlalchemy import bindparam, select
from sqlalchemy.orm import Session

from models import Form


@dataclass(frozen=True, slots=True)
class FormRecord:
    """The state of aiogram's FSM and its data, as JSON."""

    state: str | None
    data: dict[str, Any]

    @property
    def is_empty(self) -> bool:
        return self.state is None and not self.data


_FORM = select(Form.state, Form.data).where(Form.key == bindparam("key"))


def load(session: Session, key: str) -> FormRecord | None:
    session.flush()
    row = session.connection().execute(_FORM, {"key": key}).one_or_none()
    return FormRecord(row.state, row.data) if row else None


def save(session: Session, key: str, record: FormRecord | None) -> None:
    """Keep the form; an empty one is deleted."""
    form = session.get(Form, key)
    if record is None or record.is_empty:
        if form is not None:
            session.delete(form)
        return
    if form is None:
        session.add(Form(key=key, state=record.state, data=record.data))
    else:
        form.state, form.data = record.state, record.data
