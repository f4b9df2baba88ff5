"""What is done every week takes two taps: counted here from the main menu, and printed in the guides."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

import pytest
from sqlalchemy import func, select

from bot.settings import ROOT
from models import HelpRequest, HelpStatus, Meeting, MeetingStatus
from sandbox.telegram import Person
from tests.support.agreed import Pair, make_pair
from tests.support.world import World

WEDNESDAY = datetime(2026, 9, 9, 12, 30, tzinfo=UTC)
GUIDES = ("guide-mentor.md", "guide-mentee.md")
JOBS = {
    "предложить встречу": 2,
    "ответить на предложение": 1,
    "отметить встречу": 2,
    "ответить на просьбу о помощи": 2,
}
"""The four weekly jobs and how many taps each takes; so they stand in the guides."""


@dataclass
class Counted:
    """A person whose taps are counted from the main menu on."""

    person: Person
    taps: int = 0

    async def at_menu(self) -> Counted:
        await self.person.sends("/menu")
        self.taps = 0
        return self

    async def taps_on(self, label: str) -> None:
        self.taps += 1
        await self.person.taps(label)

    def first_time(self) -> str:
        """The first button with a suggested time: «вт 08.09, 15:30»."""
        labels = [label for row in self.person.buttons for label in row]
        return next(one for one in labels if re.search(r"\d\d\.\d\d, \d?\d:\d\d$", one))


@pytest.fixture
async def pair(world: World) -> Pair:
    return await make_pair(world)


async def status(world: World) -> MeetingStatus:
    newest = select(Meeting).order_by(Meeting.id.desc()).limit(1)
    return await world.read(lambda session: session.scalars(newest).one().status)


async def test_a_meeting_is_proposed(world: World, pair: Pair) -> None:
    mentor = await Counted(pair.mentor).at_menu()
    await mentor.taps_on("Запланировать")
    await mentor.taps_on(mentor.first_time())
    assert await status(world) == MeetingStatus.PROPOSED
    assert mentor.taps == JOBS["предложить встречу"]


async def test_a_proposal_is_answered(world: World, pair: Pair) -> None:
    await pair.propose(WEDNESDAY)
    mentee = Counted(pair.mentee)
    await mentee.taps_on("Подтвердить")
    assert await status(world) == MeetingStatus.CONFIRMED
    assert mentee.taps == JOBS["ответить на предложение"]


async def test_a_planned_meeting_is_logged(world: World, pair: Pair) -> None:
    await pair.agree(WEDNESDAY)
    await world.advance_to(WEDNESDAY + timedelta(hours=3))
    for who in (pair.mentor, pair.mentee):
        counted = await Counted(who).at_menu()
        await counted.taps_on("Отметить встречу")
        await counted.taps_on("Состоялась")
        assert counted.taps == JOBS["отметить встречу"]
    assert await status(world) == MeetingStatus.HELD


async def test_a_meeting_that_nobody_planned_is_logged(world: World, pair: Pair) -> None:
    mentor = await Counted(pair.mentor).at_menu()
    await mentor.taps_on("Отметить встречу")
    await mentor.taps_on("Вчера")
    assert mentor.taps == JOBS["отметить встречу"]
    assert await world.read(lambda session: session.scalar(select(func.count()).select_from(Meeting))) == 1
    await pair.mentee.taps("Да, встречались")
    assert await status(world) == MeetingStatus.HELD


async def test_a_request_for_help_is_answered(world: World, pair: Pair) -> None:
    await pair.mentee.sends("/menu")
    await pair.mentee.taps("Нужна помощь")
    await pair.mentee.taps("Спросить: ")
    await pair.mentee.taps("Без темы")
    await pair.mentee.sends("Как начать урок, если класс шумит?")
    mentor = Counted(pair.mentor)
    await mentor.at_menu()
    await mentor.taps_on("Просят помочь")
    await mentor.taps_on("Позвоню сегодня")
    assert mentor.taps == JOBS["ответить на просьбу о помощи"]
    asked = await world.read(lambda session: session.scalars(select(HelpRequest)).one())
    assert asked.status == HelpStatus.ANSWERED


@pytest.mark.parametrize("guide", GUIDES)
def test_the_guides_print_these_numbers(guide: str) -> None:
    text = (ROOT / "docs" / guide).read_text(encoding="utf-8")
    rows = dict(re.findall(r"^\| ([^|]+?) \| (\d) \|", text, flags=re.MULTILINE))
    printed = {name: int(taps) for name, taps in rows.items() if name in JOBS}
    assert printed == JOBS
