"""Two schools of one municipality in one installation: nothing of one is visible from the other.

Nothing here is listed by hand: the buttons are those that the people of the first school see when they press
everything, and those that the routers know at all; the forms are those that come up on the way; what must not
be seen is everything that stands in the tables. A new command, button, form or table is tried by itself.
"""

from __future__ import annotations

import asyncio
import re
from collections.abc import AsyncIterator, Iterator
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from typing import Any, get_args

import pytest
from aiogram.filters.callback_data import CallbackData, CallbackQueryFilter
from aiogram.fsm.storage.base import StorageKey
from sqlalchemy import select, update
from sqlalchemy.orm import Session

from bot import demonstration_municipality
from bot.middlewares import name_of_form
from handlers import registry
from models import Consent, Membership, Organization, Role
from models import Person as StoredPerson
from models.organization import OrganizationKind
from sandbox.telegram import Person
from services import forms
from services.forms import FormRecord
from tests.support import strangers, walker
from tests.support.factories import make_organization
from tests.support.strangers import Rows
from tests.support.walker import Shown, Walker
from tests.support.world import World, membership_of

TAKING_PART = (Role.MENTEE, Role.MENTOR, Role.PARENT)
STAFF = tuple(role for role in Role if role not in (*TAKING_PART, Role.COORDINATOR, Role.OPERATOR))
"""Whoever has several roles sees what any of them may see: two people try what nine would."""
TAPS = 80
IDS = range(1, 5)
"""Numbers that rows of the first school have; those of the second are higher."""
OF_ONE_KIND = 8
"""So many buttons of one kind, as they were seen with different numbers in them."""
TYPED = ("Проба пера", "12", "15.10.2026")


@dataclass(frozen=True, slots=True)
class Reach:
    """All that can be pressed and typed into, as the people of the first school meet it."""

    buttons: tuple[str, ...]
    forms: tuple[tuple[str, dict[str, Any]], ...]


@dataclass(slots=True)
class Neighbours:
    """The first school with its history, and one person of the second."""

    world: World
    stranger: Person
    rows: Rows
    secrets: frozenset[str]
    own: Rows


async def first_school(path: Path) -> tuple[World, Rows]:
    world = World(path)
    await world.open()
    await world.write(demonstration_municipality.build, world.app.content, now=world.clock.now())

    def complete(session: Session) -> Rows:
        organization = session.scalars(select(Organization).where(Organization.is_demonstration)).first()
        assert organization is not None
        person = session.scalars(
            select(Membership).where(
                Membership.organization_id == organization.id, Membership.role == Role.MENTEE
            )
        ).first()
        assert person is not None
        strangers.fill_empty_tables(session, organization.id, person.person_id)
        return strangers.every_row(session)

    rows = await world.write(complete)
    for (table, _), row in rows.items():
        if table == "person" and row["chat_id"] is not None:
            await world.telegram.add_person("Участник", id=row["chat_id"]).starts()
    return world, await world.read(strangers.every_row)


def known_buttons() -> Iterator[str]:
    """Every button that some router knows, with numbers of the first school's rows in its fields."""
    classes = {
        one.callback.callback_data
        for router in registry.ROUTERS
        for handler in router.callback_query.handlers
        for one in handler.filters or ()
        if isinstance(one.callback, CallbackQueryFilter)
    }
    for kind in sorted(classes, key=lambda one: str(one.__prefix__)):
        yield from dict.fromkeys(_packed(kind, number) for number in IDS)


def _packed(kind: type[CallbackData], number: int) -> str:
    values = {name: _field(field.annotation, number) for name, field in kind.model_fields.items()}
    return kind(**values).pack()


def _field(annotation: Any, number: int) -> Any:
    kind = next((one for one in get_args(annotation) if one is not type(None)), annotation)
    if isinstance(kind, type) and issubclass(kind, StrEnum):
        return list(kind)[number % len(kind)]
    return {int: number, bool: True, str: "x"}.get(kind, number)


@pytest.fixture(scope="module")
def reach(tmp_path_factory: pytest.TempPathFactory) -> Reach:
    """What everybody of the first school meets, in a world of their own. Once for all roles, hence a loop of
    its own as well.
    """
    return asyncio.run(_walked(tmp_path_factory.mktemp("reach") / "reach.db"))


async def _walked(path: Path) -> Reach:
    world, _ = await first_school(path)
    seen: dict[str, list[str]] = {}
    met: dict[str, tuple[str, dict[str, Any]]] = {}
    try:
        for person in list(world.telegram.people.values()):
            walk = await Walker(world, person).goes_everywhere(TAPS)
            for data in walk.buttons:
                seen.setdefault(data.partition(":")[0], []).append(data)
            for state, remembered in walk.forms:
                met.setdefault(f"{state}:{sorted(remembered)}", (state, remembered))
    finally:
        await world.close()
    some = (data for kind in seen.values() for data in list(dict.fromkeys(kind))[:OF_ONE_KIND])
    return Reach(tuple(dict.fromkeys((*some, *known_buttons()))), tuple(met.values()))


@pytest.fixture(params=[TAKING_PART, STAFF], ids=["taking-part", "staff"])
async def neighbours(tmp_path: Path, request: pytest.FixtureRequest) -> AsyncIterator[Neighbours]:
    world, rows = await first_school(tmp_path / "two.db")

    first_role, *other_roles = request.param

    def second(session: Session) -> int:
        above = session.scalars(
            select(Organization.id).where(Organization.kind == OrganizationKind.MUNICIPALITY)
        ).first()
        return make_organization(session, name="Школа напротив", parent_id=above).id

    organization_id = await world.write(second)
    stranger = await world.member(
        organization_id, first_role, last="Дальняя", first="Инга", patronymic="Львовна"
    )

    def add_roles(session: Session) -> None:
        own = membership_of(session, stranger.id)
        session.add_all(
            Membership(
                person_id=own.person_id,
                organization_id=organization_id,
                role=role,
                status=own.status,
                profile={},
                capacity=2,
                created_at=own.created_at,
            )
            for role in other_roles
        )

    await world.write(add_roles)
    after = await world.read(strangers.every_row)
    own = {key: row for key, row in after.items() if key not in rows}
    common = strangers.words_of(own) | _said_anyway()
    secrets = frozenset(
        word for word in strangers.words_of(rows) if not any(word in known for known in common)
    )
    assert len(secrets) > 50
    try:
        yield Neighbours(world, stranger, rows, secrets, own)
    finally:
        await world.close()


def _said_anyway() -> frozenset[str]:
    """Words that the program and its content say to everybody."""
    root = Path(registry.__file__).parent.parent
    texts = [path.read_text(encoding="utf-8") for path in sorted((root / "locales").rglob("*.ftl"))]
    texts += [path.read_text(encoding="utf-8") for path in sorted((root / "content").rglob("*.yaml"))]
    return frozenset(texts)


@pytest.mark.requirement("N-1.3-7")
async def test_nothing_of_one_school_is_seen_or_touched_from_the_other(
    neighbours: Neighbours, reach: Reach
) -> None:
    world, stranger = neighbours.world, neighbours.stranger
    shown: list[Shown] = []
    for command in walker.commands():
        shown += await _shown_by(world, stranger.sends(command))
    for data in reach.buttons:
        shown += await _shown_by(world, stranger.taps_data(data, stranger.from_bot[0]))
        await _restore(neighbours)
    form_key = name_of_form(StorageKey(world.app.bot.id, stranger.id, stranger.id))
    for state, remembered in reach.forms:
        for text in TYPED:
            await world.write(_put_into, form_key, state, remembered)
            shown += await _shown_by(world, stranger.sends(text))
            await _restore(neighbours)

    assert len(reach.buttons) > 400
    assert _leaks(neighbours, shown) == []
    files = [Shown(None, text) for text in walker.file_texts(world, stranger.from_bot)]
    assert _leaks(neighbours, files) == []
    now_stored = await world.read(strangers.every_row)
    touched = {
        key: {name: (value, now_stored.get(key, {}).get(name)) for name, value in row.items()}
        for key, row in neighbours.rows.items()
        if now_stored.get(key) != row
    }
    assert touched == {}


async def _shown_by(world: World, act: Any) -> list[Shown]:
    mark = len(world.telegram.calls)
    await act
    return list(walker.shown_since(world, mark))


def _leaks(neighbours: Neighbours, shown: list[Shown]) -> list[tuple[str, str]]:
    pattern = re.compile("|".join(re.escape(word) for word in sorted(neighbours.secrets, key=len)[::-1]))
    return [
        (found.group(), one.text)
        for one in shown
        if one.chat_id in (None, neighbours.stranger.id) and (found := pattern.search(one.text))
    ]


async def _restore(neighbours: Neighbours) -> None:
    """Whatever the person has just done to themselves is undone: they must stay somebody who may act."""

    kept = {
        model: {key[0]: row for (name, key), row in neighbours.own.items() if name == model.__tablename__}
        for model in (StoredPerson, Membership, Consent)
    }

    def is_changed(session: Session) -> bool:
        return any(
            dict(session.execute(select(model.__table__).where(model.id == key)).mappings().one()) != row
            for model, rows in kept.items()
            for key, row in rows.items()
        )

    def put_back(session: Session) -> None:
        for model, rows in kept.items():
            for key, row in rows.items():
                session.execute(update(model).where(model.id == key).values(row))

    if await neighbours.world.read(is_changed):
        await neighbours.world.write(put_back)


def _put_into(session: Session, form_key: str, state: str, data: dict[str, Any]) -> None:
    """The person's next text belongs to this form, with what it remembered of the first school."""
    forms.save(session, form_key, FormRecord(state, data))
