"""One update in hand: its single transaction, and the state of its form, committed together.

The wrapper given to handlers as `db` marks the update as handled in the very transaction that does the work.
What the handler changed in the form (aiogram's FSM) before that goes into the same transaction, so that an
update replayed after a crash finds either everything or nothing done.
"""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Mapping
from typing import Any, Concatenate, ParamSpec, TypeVar

from aiogram.fsm.state import State
from aiogram.fsm.storage.base import BaseStorage, StateType, StorageKey
from sqlalchemy.orm import Session

from services import forms, inbox, outbox
from services.db import Db
from services.forms import FormRecord

P = ParamSpec("P")
T = TypeVar("T")
Keep = Callable[[FormRecord], Awaitable[None]]
"""Stores a form outside of the database (in Redis): after the transaction, for it can't be part of it."""


class AlreadyHandled(Exception):
    """The update took effect before; this attempt is undone."""


class OneTransactionOnly(RuntimeError):
    """A handler tried a second write: after a crash between the two nobody would know."""


class UpdateUnit:
    """The `db` of one update."""

    def __init__(
        self, db: Db, update_id: int, form_key: str, form: FormRecord | None, *, keep: Keep | None = None
    ) -> None:
        self._db, self._update_id, self._form_key = db, update_id, form_key
        self._stored = form or FormRecord(None, {})
        self._current = self._stored
        self._keep = keep
        self.has_effect = self.owes_now = False

    async def read(self, query: Callable[Concatenate[Session, P], T], *args: P.args, **kwargs: P.kwargs) -> T:
        return await self._db.read(query, *args, **kwargs)

    async def write(
        self, use_case: Callable[Concatenate[Session, P], T], *args: P.args, **kwargs: P.kwargs
    ) -> T:
        if self.has_effect:
            raise OneTransactionOnly(getattr(use_case, "__name__", "use case"))
        before, changed = self._current, self._changed_here()
        try:
            result, self.owes_now = await self._db.write(
                _marked, self._update_id, self._form_key, changed, use_case, args, kwargs
            )
        except Exception:
            self.revert()
            raise
        self.has_effect = True
        if self._keep is None:
            self._stored = before
        return result

    def revert(self) -> None:
        """What was refused must leave the form as it was: nothing typed is lost."""
        self._current = self._stored

    async def finish(self) -> None:
        """Commit what is left: the mark, when no use case ran, and the form, when it changed after one."""
        changed = self._changed_here()
        if not self.has_effect:
            await self._db.write(_marked, self._update_id, self._form_key, changed, _nothing, (), {})
        elif changed is not None:
            await self._db.write(forms.save, self._form_key, changed)
        if self._keep is not None and self._current != self._stored:
            await self._keep(self._current)
        self.has_effect, self._stored = True, self._current

    def _changed_here(self) -> FormRecord | None:
        """The form, when it changed and lives in the database."""
        return self._current if self._keep is None and self._current != self._stored else None

    @property
    def form(self) -> FormRecord:
        return self._current

    @form.setter
    def form(self, form: FormRecord) -> None:
        self._current = form


def _marked(
    session: Session,
    update_id: int,
    form_key: str,
    form: FormRecord | None,
    use_case: Callable[..., T],
    args: tuple[Any, ...],
    kwargs: dict[str, Any],
) -> tuple[T, bool]:
    """Returns what the use case returns, and whether somebody is owed a message now."""
    if not inbox.mark_effected(session, update_id):
        raise AlreadyHandled(update_id)
    result = use_case(session, *args, **kwargs)
    if form is not None:
        forms.save(session, form_key, form)
    return result, outbox.OWES_NOW in session.info


def _nothing(_: Session) -> None:
    return None


class UnitStorage(BaseStorage):
    """aiogram's storage over the unit in hand: reading costs nothing, writing waits for the transaction."""

    def __init__(self, unit: UpdateUnit) -> None:
        self._unit = unit

    async def set_state(self, key: StorageKey, state: StateType = None) -> None:  # noqa: ARG002
        name = state.state if isinstance(state, State) else state
        self._unit.form = FormRecord(name, self._unit.form.data)

    async def get_state(self, key: StorageKey) -> str | None:  # noqa: ARG002
        return self._unit.form.state

    async def set_data(self, key: StorageKey, data: Mapping[str, Any]) -> None:  # noqa: ARG002
        self._unit.form = FormRecord(self._unit.form.state, dict(data))

    async def get_data(self, key: StorageKey) -> dict[str, Any]:  # noqa: ARG002
        return dict(self._unit.form.data)

    async def close(self) -> None:
        return None
