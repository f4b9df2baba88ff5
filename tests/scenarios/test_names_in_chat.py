"""NAMES_IN_CHAT over every message that a walk through the whole bot brings forth, in each of its modes."""

from __future__ import annotations

import re
from collections.abc import AsyncIterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import pytest
from sqlalchemy import select
from sqlalchemy.orm import Session

from bot import demonstration_municipality
from models import Person, Role
from services.names import NamesInChat
from tests.support.walker import Shown, Walker, file_texts, shown_since
from tests.support.world import World

TAPS = 100
ENDS_THE_WALK = frozenset({"pv_drop", "fm_wok", "fm_wsu", "pe_gone"})
"""Buttons after which nothing would be left to walk through: withdrawals and leaving."""
DECIDING = frozenset({Role.CURATOR, Role.HEAD, Role.COORDINATOR, Role.OPERATOR})
HIDDEN = {
    NamesInChat.FULL: (),
    NamesInChat.PATRONYMIC: ("last_name",),
    NamesInChat.CODE: ("last_name", "first_name", "patronymic"),
}
"""Which parts of a name nobody else reads in the chat."""


@dataclass(frozen=True, slots=True)
class Reader:
    """Somebody who reads messages, and the words of other people's names that are not for them."""

    chat_id: int
    decides: bool
    not_for_them: frozenset[str]


@pytest.fixture(params=list(NamesInChat), ids=[mode.value for mode in NamesInChat])
async def demonstrated(tmp_path: Path, request: pytest.FixtureRequest) -> AsyncIterator[World]:
    world = World(tmp_path / "names.db", names=request.param)
    await world.open()
    try:
        await world.write(demonstration_municipality.build, world.app.content, now=world.clock.now())
        yield world
    finally:
        await world.close()


def readers(session: Session, mode: NamesInChat) -> list[Reader]:
    people = list(session.scalars(select(Person).where(Person.first_name != "").order_by(Person.id)))
    return [_reader(one, people, mode) for one in people if one.chat_id is not None]


def _reader(reader: Person, people: Sequence[Person], mode: NamesInChat) -> Reader:
    others = {getattr(one, part) for one in people if one is not reader for part in HIDDEN[mode]}
    words = {word for part in others for word in str(part).split() if len(word) > 3}
    decides = any(one.role in DECIDING for one in reader.memberships)
    return Reader(reader.chat_id or 0, decides, frozenset(words - set(reader.full_name.split())))


async def test_no_message_shows_more_of_a_name_than_the_setting_allows(demonstrated: World) -> None:
    """Everybody presses everything; then two weeks go by with all its reminders and alerts."""
    world = demonstrated
    mode = world.names
    found = await world.read(readers, mode)
    by_chat = {one.chat_id: one for one in found}
    shown: list[Shown] = []
    for reader in found:
        await world.telegram.add_person("Участник", id=reader.chat_id).starts()
    for reader in found:
        person = world.telegram.people[reader.chat_id]
        walk = await Walker(world, person, ENDS_THE_WALK).goes_everywhere(TAPS)
        shown += walk.shown
        if not reader.decides:
            shown += [Shown(person.id, text) for text in file_texts(world, person.from_bot)]
    mark = len(world.telegram.calls)
    await world.advance(days=16)
    shown += shown_since(world, mark)

    assert len(shown) > 500
    leaks = [
        (word, one.text)
        for one in shown
        if one.chat_id in by_chat
        for word in by_chat[one.chat_id].not_for_them
        if re.search(rf"\b{re.escape(word)}\b", one.text)
    ]
    assert leaks == []
    if mode == NamesInChat.FULL:
        assert any("Соколов Дмитрий Алексеевич" in one.text for one in shown)
