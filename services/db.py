"""The one object that knows how a use case is run: `await db.write(use_case, …)`, `await db.read(query, …)`.

A use case is synchronous, so it can't await Telegram inside a transaction. On SQLite the whole use case runs
in one hop in the thread of an aiosqlite connection (see docs/decisions/one-hop-database.md); on PostgreSQL
through asyncpg and `AsyncSession.run_sync`, at SERIALIZABLE, repeated when the database asks for it, for as
long as a write waits on SQLite: a use case has no effect but its rows, so a repeat is harmless.
"""

from __future__ import annotations

import asyncio
import random
import sqlite3
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Any, Concatenate, ParamSpec, Protocol, TypeVar

import aiosqlite
from sqlalchemy import Connection, create_engine, event
from sqlalchemy.engine import make_url
from sqlalchemy.exc import DBAPIError, OperationalError
from sqlalchemy.ext.asyncio import AsyncEngine, AsyncSession, create_async_engine
from sqlalchemy.orm import Session
from sqlalchemy.pool import StaticPool

from services.errors import DatabaseBusy

P = ParamSpec("P")
T = TypeVar("T")

BUSY_TIMEOUT_MS = 10_000
CONFLICT_SECONDS = 10.0
LONGEST_CONFLICT_PAUSE = 0.1
_RETRIED_STATES = {"40001", "40P01"}
_PASSING_TROUBLES = ("locked", "busy", "full", "disk i/o error", "unable to open")
"""Words of SQLite about the machine it runs on: the same step works when they are over (faults 7, 8)."""


class Db(Protocol):
    """What handlers see of the database."""

    async def read(
        self, query: Callable[Concatenate[Session, P], T], *args: P.args, **kwargs: P.kwargs
    ) -> T: ...

    async def write(
        self, use_case: Callable[Concatenate[Session, P], T], *args: P.args, **kwargs: P.kwargs
    ) -> T: ...


class Database(Protocol):
    """A database that can be opened and closed."""

    async def open(self) -> None: ...

    async def close(self) -> None: ...

    async def read(
        self, query: Callable[Concatenate[Session, P], T], *args: P.args, **kwargs: P.kwargs
    ) -> T: ...

    async def write(
        self, use_case: Callable[Concatenate[Session, P], T], *args: P.args, **kwargs: P.kwargs
    ) -> T: ...


def database(url: str, *, durable: bool = True) -> Database:
    """Make the database that the URL names. `durable=False` gives up safety against power loss (tests
    only).
    """
    parsed = make_url(url)
    if parsed.get_backend_name() == "sqlite":
        return SqliteDatabase(Path(parsed.database or ""), durable=durable)
    return PostgresDatabase(url)


class SqliteDatabase:
    """One writer and a few readers, each a connection with a thread of its own; WAL lets them work at
    once.
    """

    def __init__(self, path: Path, *, durable: bool = True, readers: int = 2) -> None:
        self._path = path
        self._writer = _SqliteLane(path, begin="BEGIN IMMEDIATE", durable=durable)
        self._readers = [
            _SqliteLane(path, begin="BEGIN", durable=durable, query_only=True) for _ in range(readers)
        ]
        self._turn = 0

    async def open(self) -> None:
        self._path.parent.mkdir(parents=True, exist_ok=True)
        opened: list[_SqliteLane] = []
        try:
            for lane in (self._writer, *self._readers):
                await lane.open()
                opened.append(lane)
        except sqlite3.Error:
            for lane in opened:
                await lane.close()
            raise

    async def close(self) -> None:
        for lane in (*self._readers, self._writer):
            await lane.close()

    async def read(self, query: Callable[Concatenate[Session, P], T], *args: P.args, **kwargs: P.kwargs) -> T:
        self._turn = (self._turn + 1) % len(self._readers)
        return await self._readers[self._turn].run(query, *args, **kwargs)

    async def write(
        self, use_case: Callable[Concatenate[Session, P], T], *args: P.args, **kwargs: P.kwargs
    ) -> T:
        return await self._writer.run(use_case, *args, **kwargs)


class _SqliteLane:
    """A connection, its thread, and an engine bound to it: a use case crosses to the thread once and comes
    back once.
    """

    def __init__(self, path: Path, *, begin: str, durable: bool, query_only: bool = False) -> None:
        self._path = path
        self._begin = begin
        self._pragmas = {
            "journal_mode": "WAL",
            "busy_timeout": BUSY_TIMEOUT_MS,
            "foreign_keys": "ON",
            "synchronous": "FULL" if durable else "OFF",
            "query_only": "ON" if query_only else "OFF",
            "cache_size": -16_000,
        }

    async def open(self) -> None:
        self._connection = await aiosqlite.connect(self._path, isolation_level=None)
        try:
            for name, value in self._pragmas.items():
                await self._connection.execute(f"PRAGMA {name} = {value}")
        except sqlite3.Error:
            # The thread of a connection that nobody closes keeps the program from ending.
            await self._connection.close()
            raise
        # The raw connection belongs to the thread of aiosqlite, and everything below runs there.
        raw = self._connection._conn
        # Parameters are what people typed: an error must not carry them into a log.
        self._engine = create_engine(
            "sqlite+pysqlite://", creator=lambda: raw, poolclass=StaticPool, hide_parameters=True
        )
        event.listen(self._engine, "begin", self._start_transaction)
        # One for good: the pool would undo and check it between any two use cases.
        self._bind = await self._in_thread(self._engine.connect)

    def _start_transaction(self, _: Connection) -> None:
        self._connection._conn.execute(self._begin)

    async def run(self, work: Callable[Concatenate[Session, P], T], *args: P.args, **kwargs: P.kwargs) -> T:
        # Shielded: a cancelled caller must not be told that nothing happened while the thread commits.
        return await asyncio.shield(self._in_thread(self._transaction, work, args, kwargs))

    def _transaction(self, work: Callable[..., T], args: tuple[Any, ...], kwargs: dict[str, Any]) -> T:
        try:
            with Session(self._bind, expire_on_commit=False) as session, session.begin():
                return work(session, *args, **kwargs)
        except (OperationalError, sqlite3.OperationalError) as error:
            if any(trouble in str(getattr(error, "orig", error)).lower() for trouble in _PASSING_TROUBLES):
                raise DatabaseBusy from error
            raise

    def _in_thread(self, work: Callable[..., T], *args: Any) -> asyncio.Future[T]:
        # What `Connection._execute` does, without a task of its own for every use case.
        if not self._connection._running:
            raise ValueError("the database is closed")
        future: asyncio.Future[T] = asyncio.get_running_loop().create_future()
        self._connection._tx.put_nowait((future, partial(work, *args)))
        return future

    async def close(self) -> None:
        await self._in_thread(self._bind.close)
        await self._connection.close()


class PostgresDatabase:
    """A pool of asyncpg connections.

    Writers of one program wait for one another, as they do on SQLite: at SERIALIZABLE they would otherwise
    undo each other's work again and again. Conflicts come from other programs then, and are repeated.
    """

    def __init__(self, url: str) -> None:
        self._engine: AsyncEngine = create_async_engine(
            make_url(url).set(drivername="postgresql+asyncpg"),
            pool_pre_ping=True,
            isolation_level="SERIALIZABLE",
            hide_parameters=True,
        )
        self._writing = asyncio.Lock()

    async def open(self) -> None:
        return None

    async def close(self) -> None:
        await self._engine.dispose()

    async def read(self, query: Callable[Concatenate[Session, P], T], *args: P.args, **kwargs: P.kwargs) -> T:
        return await self._repeated(query, args, kwargs)

    async def write(
        self, use_case: Callable[Concatenate[Session, P], T], *args: P.args, **kwargs: P.kwargs
    ) -> T:
        async with self._writing:
            return await self._repeated(use_case, args, kwargs)

    async def _repeated(self, work: Callable[..., T], args: tuple[Any, ...], kwargs: dict[str, Any]) -> T:
        loop = asyncio.get_running_loop()
        deadline, pause = loop.time() + CONFLICT_SECONDS, 0.005
        while True:
            try:
                return await self._transaction(work, args, kwargs)
            except (DBAPIError, OSError) as error:
                if _is_unreachable(error):
                    raise DatabaseBusy from error
                if not _is_conflict(error):
                    raise
                if loop.time() > deadline:
                    raise DatabaseBusy from error
            await asyncio.sleep(pause * random.random())
            pause = min(pause * 2, LONGEST_CONFLICT_PAUSE)

    async def _transaction(self, work: Callable[..., T], args: tuple[Any, ...], kwargs: dict[str, Any]) -> T:
        async with AsyncSession(self._engine, expire_on_commit=False) as session, session.begin():
            return await session.run_sync(work, *args, **kwargs)


def _is_conflict(error: DBAPIError | OSError) -> bool:
    return isinstance(error, DBAPIError) and _state(error) in _RETRIED_STATES


def _is_unreachable(error: DBAPIError | OSError) -> bool:
    """Nobody listens; the connection is lost (08), the server stops or starts (57P) or is full (53): fault
    9.
    """
    if isinstance(error, OSError):
        return True
    return error.connection_invalidated or _state(error).startswith(("08", "57P", "53"))


def _state(error: DBAPIError) -> str:
    return str(getattr(error.orig, "sqlstate", None) or "")
