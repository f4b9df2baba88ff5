"""After the trial meeting, through the whole bot: both answer in confidence, only the curator hears."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta

import pytest
from sqlalchemy import select
from sqlalchemy.orm import Session

from models import Alert, AlertStatus, MeetingKind, Mentorship, MentorshipStatus, Role, TrialAnswer
from sandbox.telegram import Person
from tests.scenarios.test_journal import data_of, shown_with
from tests.support.factories import NOW, make_confirmed_meeting
from tests.support.world import School, World

MORNING = NOW - timedelta(hours=2)
TELLTALE = ("сомнева", "другую пару", "Сомнения", "не уверен", "Хочу", "сигнал", "по секрету")
"""Words that would tell one side what the other answered."""


@dataclass
class Cast:
    """A pair whose trial meeting both have called held."""

    world: World
    school: School
    mentor: Person
    mentee: Person
    pair_id: int
    meeting_id: int

    async def say(self, who: Person, word: str) -> None:
        await who.taps("Продолжаем работать вместе?", shown_with(who, "Пробная рабочая встреча"))
        await who.taps(word)

    async def words(self) -> dict[int, str]:
        def read(session: Session) -> dict[int, str]:
            return {one.person_id: one.word.value for one in session.scalars(select(TrialAnswer))}

        return await self.world.read(read)

    async def pair(self) -> Mentorship:
        return await self.world.read(lambda session: session.get_one(Mentorship, self.pair_id))

    async def alerts(self) -> list[Alert]:
        return await self.world.read(lambda session: list(session.scalars(select(Alert))))


@pytest.fixture
async def cast(world: World) -> Cast:
    school = await world.school()
    mentor = await world.member(
        school.id, Role.MENTOR, last="Каримова", first="Лилия", patronymic="Рашитовна"
    )
    mentee = await world.member(school.id, Role.MENTEE)
    pair_id = await world.pair(mentor, mentee)

    def make(session: Session) -> int:
        pair = session.get_one(Mentorship, pair_id)
        return make_confirmed_meeting(session, pair, MORNING, MeetingKind.TRIAL).id

    meeting_id = await world.write(make)
    for person in (mentor, mentee):
        await person.sends("/menu")
        await person.taps("Отметить встречу")
        await person.taps("✅ Состоялась")
    return Cast(world, school, mentor, mentee, pair_id, meeting_id)


@pytest.mark.requirement("L-5-2")
async def test_both_want_to_go_on(cast: Cast) -> None:
    for person in (cast.mentor, cast.mentee):
        await cast.say(person, "Продолжаем")
        assert "Ваш ответ: продолжаем" in person.screen.text
    assert set((await cast.words()).values()) == {"continue"}
    assert await cast.alerts() == []


@pytest.mark.requirement("L-5-2")
async def test_a_doubt_reaches_the_curator_and_never_the_other_side(cast: Cast) -> None:
    seen = len(cast.mentor.from_bot)
    await cast.say(cast.mentee, "Сомневаюсь")
    assert "увидят только куратор и руководитель" in cast.mentee.screen.text
    card = shown_with(cast.school.curator, "Сомнения после пробной встречи")
    assert "Анна Сергеевна П.: сомневается" in card.text
    await cast.school.curator.taps("Поговорили, продолжают", card)
    assert "пара продолжает работу" in cast.school.curator.screen.text
    assert [one.status for one in await cast.alerts()] == [AlertStatus.RESOLVED]
    await cast.world.advance(days=20)
    for sent in cast.mentor.from_bot[seen:]:
        assert not any(word in sent.text for word in TELLTALE), sent.text

    await cast.mentee.taps_data(f"jr_trs:{cast.meeting_id}:change", cast.mentee.screen)
    assert "Куратор уже занимается" in cast.mentee.toasts[-1].text
    assert set((await cast.words()).values()) == {"not_sure"}


@pytest.mark.requirement("L-5-2")
async def test_the_curator_looks_for_another_mentor(cast: Cast) -> None:
    await cast.say(cast.mentor, "Хочу другую пару")
    curator = cast.school.curator
    card = shown_with(curator, "Сомнения после пробной встречи")
    stale = data_of(curator, "Поговорили", card)
    await curator.taps("Подобрать другого наставника", card)
    assert "без причины" in curator.screen.text
    await curator.taps("Да, завершить пару")
    assert (await cast.pair()).status == MentorshipStatus.CLOSED
    assert "Посмотреть наставников" in str(curator.buttons)
    await curator.taps_data(stale, card)
    assert "неактуальна" in curator.toasts[-1].text
    assert not any(word in sent.text for sent in cast.mentee.from_bot for word in ("сомнева", "Хочу другую"))


async def test_a_word_is_changed_by_a_tap_and_a_double_tap_is_one(cast: Cast) -> None:
    await cast.say(cast.mentee, "Хочу другую пару")
    screen, doubt = cast.mentee.screen, data_of(cast.mentee, "Сомневаюсь")
    for _ in range(2):
        await cast.mentee.taps_data(doubt, screen)
    assert set((await cast.words()).values()) == {"not_sure"}
    assert len(await cast.alerts()) == 1
    await cast.mentee.taps("Продолжаем")
    assert [one.status for one in await cast.alerts()] == [AlertStatus.RESOLVED]


async def test_whoever_forgets_is_reminded_once_and_buttons_of_others_do_nothing(cast: Cast) -> None:
    await cast.say(cast.mentor, "Продолжаем")
    await cast.world.advance(days=3)
    asked = [one for one in cast.mentee.from_bot if "Продолжаете работать вместе?" in one.text]
    assert len(asked) == 1
    stranger = await cast.world.member(cast.school.id, Role.MENTEE, last="Ким", first="Олег")
    for data in (f"jr_trs:{cast.meeting_id}:change", f"jr_tre:{cast.meeting_id}"):
        await stranger.taps_data(data, stranger.screen)
        assert "недоступно" in stranger.toasts[-1].text
    await cast.mentor.taps_data(f"jr_tre:{cast.meeting_id}", cast.mentor.screen)
    assert "недоступно" in cast.mentor.toasts[-1].text
