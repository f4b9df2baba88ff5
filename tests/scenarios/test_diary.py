"""A mentor's diary through the whole bot: the author alone, whatever others tap."""

from __future__ import annotations

from dataclasses import dataclass

import pytest
from sqlalchemy import select

from models import DiaryEntry, Role
from sandbox.telegram import Person
from tests.support.world import School, World


@dataclass
class Cast:
    world: World
    school: School
    mentor: Person
    mentee: Person

    async def entries(self) -> list[DiaryEntry]:
        return await self.world.read(
            lambda session: list(session.scalars(select(DiaryEntry).order_by(DiaryEntry.id)))
        )

    async def open(self) -> None:
        await self.mentor.sends("/menu")
        await self.mentor.taps_data("jr_dry:0", self.mentor.screen)


@pytest.fixture
async def cast(world: World) -> Cast:
    school = await world.school()
    mentor = await world.member(school.id, Role.MENTOR, last="Каримова", first="Лилия")
    mentee = await world.member(school.id, Role.MENTEE)
    await world.pair(mentor, mentee)
    return Cast(world, school, mentor, mentee)


@pytest.mark.requirement("P-mon-4")
async def test_an_entry_is_written_read_changed_and_deleted(cast: Cast) -> None:
    await cast.open()
    assert "Читаете их только вы" in cast.mentor.screen.text
    await cast.mentor.taps("Новая запись")
    await cast.world.restart()
    await cast.mentor.sends("Больше слушать")
    assert "Записано в дневник" in cast.mentor.screen.text
    await cast.mentor.taps("Прочитать")
    assert "Больше слушать" in cast.mentor.screen.text
    await cast.mentor.taps("Изменить")
    await cast.mentor.sends("Больше слушать, меньше советовать")
    await cast.mentor.taps("К дневнику")
    assert "меньше советовать" in str(cast.mentor.buttons)
    await cast.mentor.taps("меньше советовать")
    await cast.mentor.taps("Удалить")
    assert "Вернуть её будет нельзя" in cast.mentor.screen.text
    await cast.mentor.taps("Да, удалить")
    assert await cast.entries() == []


async def test_one_about_the_pair_names_whom(cast: Cast) -> None:
    await cast.open()
    await cast.mentor.taps("Запись о паре")
    await cast.mentor.taps("О паре: Анна Сергеевна П.")
    await cast.mentor.sends_photo()
    assert "нужен ответ текстом" in cast.mentor.screen.text
    await cast.mentor.sends("О паре")
    await cast.mentor.taps("Прочитать")
    assert "Анна Сергеевна П." in cast.mentor.screen.text


@pytest.mark.requirement("P-mon-4")
async def test_others_are_refused_whatever_they_tap(cast: Cast) -> None:
    await cast.open()
    await cast.mentor.taps("Новая запись")
    await cast.mentor.sends("Никому не скажу")
    (entry,) = await cast.entries()
    for person in (cast.mentee, cast.school.curator, cast.school.head):
        for data in (
            "jr_dry:0",
            f"jr_d_card:{entry.id}:0",
            f"jr_d_edit:{entry.id}",
            f"jr_d_del:{entry.id}",
            f"jr_d_gone:{entry.id}",
            "jr_d_new:0:0",
        ):
            await person.sends("/menu")
            await person.taps_data(data, person.screen)
            assert "недоступно" in person.toasts[-1].text, data
        assert not any("Никому не скажу" in sent.text for sent in person.from_bot)
    assert [one.text for one in await cast.entries()] == ["Никому не скажу"]


async def test_a_text_that_is_too_long_leaves_the_question_open(cast: Cast) -> None:
    await cast.open()
    await cast.mentor.taps("Новая запись")
    await cast.mentor.sends("😀" * 2040)
    assert "Слишком длинно" in cast.mentor.screen.text
    await cast.world.advance(minutes=1)
    await cast.mentor.sends("я" * 4000)
    await cast.mentor.taps("Прочитать")
    assert "я" * 4000 in cast.mentor.screen.text
