"""Convenient times, lessons, bells and holidays through the whole bot: by people for themselves and by the
curator for others; and what that does to suggestions and to messages.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, date, datetime

import pytest
from sqlalchemy import select

from models import AuditRecord, ConvenientTime, Lesson, LessonBell, Notification, Role, SchoolBreak
from sandbox.telegram import Person
from services import outbox
from tests.support.world import School, World, membership_of


@dataclass
class Cast:
    world: World
    school: School
    mentor: Person
    mentee: Person
    pair_id: int

    async def membership_id(self, who: Person) -> int:
        return await self.world.read(lambda session: membership_of(session, who.id).id)

    async def stored(self, what: type) -> list[object]:
        return await self.world.read(lambda session: list(session.scalars(select(what))))

    async def acts(self) -> list[str]:
        return await self.world.read(lambda session: list(session.scalars(select(AuditRecord.act))))


@pytest.fixture
async def cast(world: World) -> Cast:
    school = await world.school()
    mentor = await world.member(
        school.id, Role.MENTOR, last="Каримова", first="Лилия", patronymic="Рашитовна"
    )
    mentee = await world.member(school.id, Role.MENTEE, profile={"times": ["weekday_evening"]})
    return Cast(world, school, mentor, mentee, await world.pair(mentor, mentee))


async def toggle(who: Person, row: str, weekday: int) -> None:
    """The cell of the grid in this row under this weekday, 0: Monday."""
    keyboard = who.screen.markup
    assert keyboard is not None
    (cells,) = [one for one in keyboard.inline_keyboard if one[0].text == row]
    await who.taps_data(str(cells[weekday + 1].callback_data), who.screen)


def ticks(who: Person) -> set[tuple[str, int]]:
    keyboard = who.screen.markup
    assert keyboard is not None
    return {
        (row[0].text, number - 1)
        for row in keyboard.inline_keyboard
        for number, cell in enumerate(row)
        if cell.text == "✅"
    }


def times_on(who: Person) -> list[str]:
    return [label for row in who.buttons for label in row if ", " in label and label[-3] == ":"]


async def open_plan(who: Person) -> None:
    await who.sends("/menu")
    await who.taps("Запланировать")


@pytest.mark.requirement("T-4.8")
async def test_convenient_times_are_tapped_and_suggestions_follow(cast: Cast) -> None:
    await cast.mentor.taps_data("av_opn:0")
    assert "Пока ничего не указано" in cast.mentor.screen.text
    await toggle(cast.mentor, "🌙", 2)
    assert ticks(cast.mentor) == {("🌙", 2)}
    await open_plan(cast.mentor)
    assert times_on(cast.mentor) and all(one.startswith("ср ") for one in times_on(cast.mentor))
    assert all("17:00" <= one[-5:] <= "19:00" for one in times_on(cast.mentor))


async def test_the_answers_of_the_profile_are_the_beginning(cast: Cast) -> None:
    await cast.mentee.taps_data("av_opn:0")
    assert ticks(cast.mentee) == {("🌙", weekday) for weekday in range(5)}
    assert "из анкеты" in cast.mentee.screen.text
    await toggle(cast.mentee, "🌙", 0)
    await toggle(cast.mentee, "🌅", 5)
    assert ticks(cast.mentee) == {("🌙", weekday) for weekday in range(1, 5)} | {("🌅", 5)}
    await cast.mentee.taps("взять из анкеты")
    assert ("🌙", 0) in ticks(cast.mentee)
    assert await cast.stored(ConvenientTime) == []


async def test_times_that_do_not_meet_are_widened_and_that_is_said(cast: Cast) -> None:
    await cast.mentor.taps_data("av_opn:0")
    await toggle(cast.mentor, "🌅", 0)
    await open_plan(cast.mentor)
    assert "Времени, удобного всем" in cast.mentor.screen.text
    assert times_on(cast.mentor)


async def test_the_curator_sets_bells_in_one_tap_and_corrects_them(cast: Cast) -> None:
    curator = cast.school.curator
    await curator.sends("/menu")
    await curator.taps("Звонки и каникулы")
    await curator.taps("Взять обычные звонки")
    assert len(await cast.stored(LessonBell)) == 8
    await curator.taps("1 · 8:30–9:10")
    await curator.sends("что-то")
    assert "Не удалось понять" in curator.screen.text
    await curator.sends("8:00 – 9:30")
    assert "не пересекается" in curator.screen.text
    await cast.world.restart()
    await curator.sends("8:00–8:45")
    assert "Сохранено" in curator.screen.text and "1 · 8:00–8:45" in str(curator.buttons)
    await curator.taps("8 · ")
    await curator.taps("Убрать этот урок")
    assert len(await cast.stored(LessonBell)) == 7
    assert "school.bells_set" in await cast.acts()


async def test_holidays_are_typed_and_no_time_is_offered_in_them(cast: Cast) -> None:
    curator = cast.school.curator
    await curator.sends("/menu")
    await curator.taps("Звонки и каникулы")
    await curator.taps("Каникулы")
    await curator.taps("Осенние")
    await curator.sends_photo()
    assert "Здесь нужен ответ текстом" in curator.screen.text
    await curator.sends("когда-нибудь")
    assert "Не удалось понять дни" in curator.screen.text
    await curator.sends("с 8 сентября по 18 сентября")
    assert "Осенние: 08.09.2026 – 18.09.2026" in curator.screen.text
    (kept,) = await cast.stored(SchoolBreak)
    assert isinstance(kept, SchoolBreak)
    assert (kept.starts_on, kept.ends_on) == (date(2026, 9, 8), date(2026, 9, 18))
    await open_plan(cast.mentor)
    days = {one.split(" ")[1].rstrip(",") for one in times_on(cast.mentor)}
    assert days and days.isdisjoint({f"{day:02}.09" for day in range(8, 19)})
    await cast.mentor.sends("завтра 18:00")
    assert "выходной или каникулы" in cast.mentor.screen.text
    await curator.taps("Убрать: Осенние")
    assert await cast.stored(SchoolBreak) == []


@pytest.mark.requirement("N-1.4")
async def test_the_curator_enters_for_others_and_it_is_recorded(cast: Cast) -> None:
    curator = cast.school.curator
    await curator.sends("/menu")
    await curator.taps("Звонки и каникулы")
    await curator.taps("Взять обычные звонки")
    await curator.taps("Время и уроки каждого")
    await curator.taps("Лилия Рашитовна")
    assert "Кто: Лилия Рашитовна К." in curator.screen.text
    await toggle(curator, "☀️", 1)
    await curator.taps("уроки")
    await toggle(curator, "5", 1)
    await toggle(curator, "5", 1)
    await toggle(curator, "6", 1)
    kept = [(one.weekday, one.number) for one in await cast.stored(Lesson) if isinstance(one, Lesson)]
    assert kept == [(1, 6)]
    assert {"person.times_seen", "person.times_set", "person.lessons_set"} <= set(await cast.acts())
    await cast.mentor.taps_data("av_opn:0")
    assert ticks(cast.mentor) == {("☀️", 1)}


@pytest.mark.requirement("N-1.4")
async def test_what_can_wait_comes_after_the_lesson(cast: Cast) -> None:
    curator = cast.school.curator
    await curator.sends("/menu")
    await curator.taps("Звонки и каникулы")
    await curator.taps("Взять обычные звонки")
    await cast.mentor.taps_data("av_les:0")
    await toggle(cast.mentor, "3", 0)
    # Ten past half past ten in Moscow: the third lesson, 10:20 to 11:00.
    await cast.world.advance_to(datetime(2026, 9, 7, 7, 40, tzinfo=UTC))
    await open_plan(cast.mentee)
    await cast.mentee.taps(times_on(cast.mentee)[0])
    assert not any("Вам предлагают встречу" in sent.text for sent in cast.mentor.from_bot)
    await cast.world.advance_to(datetime(2026, 9, 7, 8, 1, tzinfo=UTC))
    assert any("Вам предлагают встречу" in sent.text for sent in cast.mentor.from_bot)


async def test_a_lesson_does_not_swallow_what_would_be_too_late(cast: Cast) -> None:
    curator = cast.school.curator
    await curator.sends("/menu")
    await curator.taps("Звонки и каникулы")
    await curator.taps("Взять обычные звонки")
    await cast.mentor.taps_data("av_les:0")
    await toggle(cast.mentor, "3", 0)
    now = datetime(2026, 9, 7, 7, 40, tzinfo=UTC)
    await cast.world.advance_to(now)

    await cast.world.write(
        lambda session: outbox.notify(
            session,
            kind="meetings.offer",
            key="soon",
            person_id=membership_of(session, cast.mentor.id).person_id,
            payload={"mentorship_id": cast.pair_id, "reason": "begin"},
            due_at=now,
            expires_at=datetime(2026, 9, 7, 7, 55, tzinfo=UTC),
            now=now,
        )
    )
    await cast.world.settle()
    assert "Пора договориться" in cast.mentor.screen.text
    sent = await cast.world.read(
        lambda session: session.scalars(select(Notification).where(Notification.key == "soon")).one()
    )
    assert sent.status.value == "sent"


class TestRights:
    async def test_nobody_sets_the_times_of_others(self, cast: Cast) -> None:
        other = await cast.membership_id(cast.mentee)
        for data in (
            f"av_opn:{other}",
            f"av_prt:{other}:0:evening:1",
            f"av_lst:{other}:0:3:1",
            f"av_clr:{other}",
            f"av_sch:{cast.school.id}",
            f"av_ubl:{cast.school.id}",
            f"av_brm:{cast.school.id}:1",
            f"av_mem:{cast.school.id}:0",
        ):
            await cast.mentor.taps_data(data)
        assert await cast.stored(ConvenientTime) == [] == await cast.stored(Lesson)
        assert await cast.stored(LessonBell) == []

    async def test_a_curator_of_another_school_sees_nothing(self, cast: Cast) -> None:
        elsewhere = await cast.world.school("Школа № 2")
        member = await cast.membership_id(cast.mentor)
        for data in (f"av_opn:{member}", f"av_les:{member}", f"av_sch:{cast.school.id}"):
            await elsewhere.curator.taps_data(data)
            assert "Лилия" not in elsewhere.curator.screen.text
            assert "Школа № 1" not in elsewhere.curator.screen.text

    async def test_garbled_buttons_change_nothing(self, cast: Cast) -> None:
        for data in ("av_prt:0:6:evening:1", "av_prt:0:0:night:1", "av_lst:0:0:99:1", "av_lst:0:9:1:1"):
            await cast.mentor.taps_data(data)
        assert await cast.stored(ConvenientTime) == [] == await cast.stored(Lesson)

    async def test_a_second_tap_changes_nothing(self, cast: Cast) -> None:
        for _ in range(2):
            await cast.mentor.taps_data("av_prt:0:0:evening:1")
            await cast.mentor.taps_data("av_lst:0:0:3:1")
        assert len(await cast.stored(ConvenientTime)) == len(await cast.stored(Lesson)) == 1
