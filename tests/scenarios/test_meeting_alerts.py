"""Alerts about pairs, tasks, mentors and links as curators get them and resolve them, with moved clocks."""

from __future__ import annotations

from datetime import timedelta

from sqlalchemy import select
from sqlalchemy.orm import Session

from handlers.settings.callbacks import SettingOpened, ValueChosen
from models import (
    Alert,
    AlertKind,
    AlertStatus,
    Meeting,
    MeetingKind,
    MeetingStatus,
    MeetingTask,
    Mentorship,
    Organization,
    Role,
)
from sandbox.telegram import Person
from tests.scenarios.test_board import Cast, a_meeting, buttons, cast
from tests.support import factories
from tests.support.world import World, membership_of

__all__ = ["cast"]


async def open_kinds(world: World) -> list[AlertKind]:
    query = select(Alert.kind).where(Alert.status == AlertStatus.OPEN).order_by(Alert.id)
    return list(await world.read(lambda session: session.scalars(query).all()))


def heard(person: Person, words: str) -> int:
    return sum(words in text for text in person.texts())


async def opens_alert(person: Person, title: str) -> None:
    await person.sends("/menu")
    await person.taps("Входящие")
    await person.taps(title)


async def test_a_pair_that_has_not_met_is_told_after_ten_days_and_once(world: World, cast: Cast) -> None:
    await world.advance(days=10)
    assert heard(cast.curator, "Пара ещё ни разу не встретилась") == 0
    await world.advance(hours=1)
    assert heard(cast.curator, "Пара ещё ни разу не встретилась") == 1
    assert heard(cast.mentor, "ни разу не встретилась") == 0
    await world.advance(days=2)
    await world.restart()
    await world.advance(hours=3)
    assert heard(cast.curator, "Пара ещё ни разу не встретилась") == 1
    await opens_alert(cast.curator, "Нет первой встречи")
    await cast.curator.taps("Напомнить паре")
    assert heard(cast.mentor, "Куратор просит вас договориться") == 1
    await a_meeting(world, cast, days=-0.1)
    await world.advance(minutes=2)
    assert AlertKind.FIRST_MEETING_LATE not in await open_kinds(world)


async def test_the_rhythm_of_the_pair_decides_and_is_changed_from_the_card(world: World, cast: Cast) -> None:
    await a_meeting(world, cast, days=0)
    await world.advance(days=14, hours=1)
    # The fourteenth day is theirs to meet.
    assert await open_kinds(world) == []
    await world.advance(days=1)
    assert await open_kinds(world) == [AlertKind.RHYTHM_BROKEN]
    await opens_alert(cast.curator, "Давно не встречались")
    assert "прошло дней: 15" in cast.curator.screen.text
    await cast.curator.taps("Ритм встреч")
    await cast.curator.taps("30 дн.")
    await world.advance(minutes=2)
    assert await open_kinds(world) == []
    await world.advance(days=16, hours=1)
    assert await open_kinds(world) == [AlertKind.RHYTHM_BROKEN]


async def test_a_late_final_meeting_offers_another_term(world: World, cast: Cast) -> None:
    def set_end(session: Session) -> None:
        pair = session.get_one(Mentorship, cast.pair_id)
        pair.ends_on = (world.clock.now() + timedelta(days=33)).date()

    await world.write(set_end)
    await a_meeting(world, cast, days=0)
    await world.advance(days=4)
    assert await open_kinds(world) == [AlertKind.FINAL_MEETING_MISSING]
    await opens_alert(cast.curator, "Нет итоговой встречи")
    assert "Последний день: 10.10.2026" in cast.curator.screen.text
    assert {"🔔 Напомнить паре", "Открыть пару", "Изменить срок"} <= set(buttons(cast.curator))
    await cast.curator.taps("Напомнить паре")
    assert heard(cast.mentee, "Куратор просит назначить итоговую встречу") == 1


async def test_a_late_task_reminds_the_one_who_is_to_do_it(world: World, cast: Cast) -> None:
    def agree(session: Session) -> None:
        mentee = membership_of(session, cast.mentee.id)
        session.add(
            MeetingTask(
                mentorship_id=cast.pair_id,
                responsible_id=mentee.person_id,
                text="Показать <план> урока",
                due_on=world.clock.now().date(),
                created_by_id=mentee.person_id,
                created_at=world.clock.now(),
            )
        )

    await world.write(agree)
    await world.advance(days=3)
    assert await open_kinds(world) == [AlertKind.TASK_OVERDUE]
    await opens_alert(cast.curator, "Просрочена договорённость")
    assert "Показать <план> урока" in cast.curator.screen.text
    await cast.curator.taps("Напомнить о деле")
    assert heard(cast.mentee, "Куратор напоминает о том, о чём вы договорились") == 1
    assert heard(cast.mentor, "Куратор напоминает") == 0
    await cast.mentee.taps("✅ Сделано")
    await world.advance(minutes=2)
    assert await open_kinds(world) == []


async def test_a_mentor_with_too_many_is_told_with_their_card(world: World, cast: Cast) -> None:
    for last in ("Белова", "Чернова"):
        mentee = await world.member(cast.school.id, Role.MENTEE, last=last)
        await world.pair(cast.mentor, mentee)
    await world.advance(minutes=2)
    assert await open_kinds(world) == [AlertKind.MENTOR_OVER_CAPACITY]
    await opens_alert(cast.curator, "Наставник перегружен")
    assert "Сейчас 3, мест 2" in cast.curator.screen.text
    await cast.curator.taps("Сделать мест: 3")
    assert "Теперь мест: 3" in cast.curator.screen.text
    assert await open_kinds(world) == []
    assert any("мест для наставляемых: 3" in text for text in cast.mentor.texts())
    before = len(cast.mentor.texts())
    await cast.curator.taps_data(f"bd_c:{await mentor_id(world, cast)}:3")
    await cast.mentor.taps_data(f"bd_c:{await mentor_id(world, cast)}:9")
    assert len(cast.mentor.texts()) <= before + 1
    assert await capacity(world, cast) == 3


async def mentor_id(world: World, cast: Cast) -> int:
    return await world.read(lambda session: membership_of(session, cast.mentor.id).id)


async def capacity(world: World, cast: Cast) -> int:
    return await world.read(lambda session: membership_of(session, cast.mentor.id).capacity)


async def test_the_card_of_a_mentor_with_too_many_leads_to_them(world: World, cast: Cast) -> None:
    for last in ("Белова", "Чернова"):
        mentee = await world.member(cast.school.id, Role.MENTEE, last=last)
        await world.pair(cast.mentor, mentee)
    await world.advance(minutes=2)
    await opens_alert(cast.curator, "Наставник перегружен")
    await cast.curator.taps("Карточка участника")
    assert "Пётр Ильич В." in cast.curator.screen.text


async def test_a_link_that_nobody_opened_is_made_anew_from_its_card(world: World, cast: Cast) -> None:
    def enter(session: Session) -> int:
        organization = session.get_one(Organization, cast.school.id)
        made = factories.make_person(session, Role.MENTEE, organization, last="Тихая", first="Ева")
        made.person.chat_id = None
        return made.id

    membership_id = await world.write(enter)
    await cast.curator.taps_data(f"pe_lnk:{membership_id}")
    await world.advance(days=7, hours=1)
    assert await open_kinds(world) == [AlertKind.NEVER_OPENED]
    await opens_alert(cast.curator, "Так и не открыл")
    assert "Ева" in cast.curator.screen.text
    await cast.curator.taps("Новая ссылка")
    await world.advance(minutes=2)
    assert await open_kinds(world) == []


async def test_an_alert_of_a_pair_that_ended_meanwhile_says_so(world: World, cast: Cast) -> None:
    await world.advance(days=11)
    await cast.curator.sends("/menu")
    await cast.curator.taps("Входящие")
    await world.write(lambda session: session.get_one(Mentorship, cast.pair_id).close(world.clock.now()))
    await cast.curator.taps("Нет первой встречи")
    assert "🔔 Напомнить паре" not in buttons(cast.curator)
    await world.advance(minutes=2)
    assert await open_kinds(world) == []


async def test_the_digest_comes_when_the_school_wants_it(world: World, cast: Cast) -> None:
    data = [
        SettingOpened(organization_id=cast.school.id, key="digest_weekday"),
        ValueChosen(organization_id=cast.school.id, key="digest_weekday", value="3"),
        SettingOpened(organization_id=cast.school.id, key="digest_hour"),
    ]
    for one in data:
        await cast.curator.taps_data(one.pack())
    await cast.curator.sends("25")
    assert "от 0 до 23" in cast.curator.screen.text
    await cast.curator.taps_data(data[-1].pack())
    await cast.curator.sends("10:00")
    assert "Сейчас: 10:00" in cast.curator.screen.text
    await a_meeting(world, cast, days=-13)
    # Thursday 10 September, ten o'clock in Moscow.
    await world.advance_to(factories.NOW.replace(day=10, hour=6, minute=59))
    assert await open_kinds(world) == [AlertKind.RHYTHM_BROKEN]
    assert heard(cast.curator, "Сводка на неделю") == 0
    await world.advance(minutes=2)
    assert heard(cast.curator, "Сводка на неделю") == 1


async def test_a_meeting_of_another_kind_does_not_stand_for_the_final_one(world: World, cast: Cast) -> None:
    def set_end(session: Session) -> None:
        session.get_one(Mentorship, cast.pair_id).ends_on = world.clock.now().date() + timedelta(days=20)

    await world.write(set_end)
    await a_meeting(world, cast, days=5, status=MeetingStatus.CONFIRMED)
    await world.advance(minutes=2)
    assert await open_kinds(world) == [AlertKind.FINAL_MEETING_MISSING]

    def plan(session: Session) -> None:
        (meeting,) = session.scalars(select(Meeting))
        meeting.kind = MeetingKind.FINAL

    await world.write(plan)
    await world.advance(minutes=2)
    assert await open_kinds(world) == []
