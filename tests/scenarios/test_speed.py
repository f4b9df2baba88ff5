"""Speed mentoring in the chat: announced, booked, queued for, called off; and what people do wrong."""

from __future__ import annotations

import asyncio
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

import pytest
from sqlalchemy import select
from sqlalchemy.orm import Session

from handlers.speed.callbacks import (
    AnnounceStarted,
    CancelConfirmed,
    FormSent,
    HeldTold,
    QueueJoined,
    SessionOpened,
    SlotBooked,
    SlotReleased,
    VisitorsOpened,
)
from models import AuditRecord, MembershipStatus, Mentorship, Role, SpeedSession, SpeedSlot, SpeedStatus
from sandbox.chats import SentMessage
from sandbox.telegram import Person
from tests.support.world import School, World, membership_of

STARTS_AT = datetime(2026, 9, 9, 12, 30, tzinfo=UTC)
"""Wednesday, half past three in Moscow."""


@dataclass
class Cast:
    """A school with a mentor and three mentees without a pair, and what they do most often."""

    world: World
    school: School
    mentor: Person
    vera: Person
    ivan: Person
    lena: Person

    async def fill(self, who: Person, *, slots: str = "2") -> None:
        """From the menu to the summary."""
        await who.sends("/menu")
        await who.taps("Блиц-наставничество")
        await who.taps("Объявить блиц-встречи")
        if "За кого" in who.screen.text:
            await who.taps("Лилия")
        await who.sends("Как начать урок")
        await tap_exactly(who, "9")
        await tap_exactly(who, "15:30")
        await who.taps("15 минут")
        await tap_exactly(who, slots)
        await tap_exactly(who, "очно")
        await who.taps("В школе")

    async def announce(self, *, slots: str = "2") -> None:
        await self.fill(self.mentor, slots=slots)
        await self.mentor.taps("Объявить")

    async def book(self, who: Person, at: str) -> None:
        """From the message about the session."""
        await who.taps(at, shown_with(who, "записаться на короткую"))

    async def session(self) -> SpeedSession:
        query = select(SpeedSession).order_by(SpeedSession.id.desc()).limit(1)
        return await self.world.read(lambda session: session.scalars(query).one())

    async def slots(self) -> list[SpeedSlot]:
        query = select(SpeedSlot).order_by(SpeedSlot.number)
        return await self.world.read(lambda session: list(session.scalars(query)))

    async def booked(self) -> list[int | None]:
        return [one.membership_id for one in await self.slots()]

    async def id_of(self, who: Person) -> int:
        return await self.world.read(lambda session: membership_of(session, who.id).id)


async def tap_exactly(who: Person, label: str) -> None:
    assert any(label in row for row in who.buttons), f"no «{label}» in {who.buttons}"
    await who.taps(label, who.screen)


@pytest.fixture
async def cast(world: World) -> Cast:
    school = await world.school()
    mentor = await world.member(
        school.id, Role.MENTOR, last="Каримова", first="Лилия", patronymic="Рашитовна"
    )
    vera = await world.member(school.id, Role.MENTEE, last="Сова", first="Вера", patronymic="Ильинична")
    ivan = await world.member(school.id, Role.MENTEE, last="Лосев", first="Иван", patronymic="Ильич")
    lena = await world.member(school.id, Role.MENTEE, last="Котова", first="Елена", patronymic="Ильинична")
    return Cast(world, school, mentor, vera, ivan, lena)


def shown_with(who: Person, text: str) -> SentMessage:
    found = [sent for sent in who.from_bot if text in sent.text]
    assert found, f"{who.first_name} was not told «{text}»: {who.texts(3)}"
    return found[-1]


def count_of(who: Person, text: str) -> int:
    return sum(text in sent.text for sent in who.from_bot)


@pytest.mark.requirement("N-2.3-6")
async def test_one_mentor_a_slot_each_and_no_pair(cast: Cast) -> None:
    await cast.fill(cast.mentor)
    summary = cast.mentor.screen.text
    assert "среда, 9 сентября, 15:30 – 16:00" in summary and "По 15 мин. на человека, мест: 2" in summary
    assert "узнают все наставляемые" in summary
    assert count_of(cast.vera, "Как начать урок") == 0
    await cast.mentor.taps("Объявить")
    assert "Объявлено" in cast.mentor.screen.text

    for person in (cast.vera, cast.ivan, cast.lena):
        assert "Можно записаться" in person.screen.text and "Лилия Рашитовна К." in person.screen.text
    await cast.vera.taps("15:30")
    assert count_of(cast.vera, "Вы записаны: среда, 9 сентября, 15:30") == 1
    assert "Файл для вашего календаря" in cast.vera.screen.text
    assert await cast.booked() == [await cast.id_of(cast.vera), None]

    await cast.world.advance_to(STARTS_AT - timedelta(minutes=59))
    assert count_of(cast.vera, "блиц-встреча в 15:30") == 1
    assert count_of(cast.ivan, "блиц-встреча в") == 0
    assert count_of(cast.mentor, "начнутся в 15:30. Записано: 1") == 1
    await cast.world.advance_to(STARTS_AT + timedelta(minutes=31))
    assert "Кто был на встрече?" in cast.mentor.screen.text
    assert "Вера Ильинична С." in cast.mentor.screen.text
    await cast.mentor.taps("15:30 · был(а)")
    assert "✓ Вера Ильинична С." in cast.mentor.screen.text
    assert [one.held for one in await cast.slots()] == [True, None]
    await cast.mentor.taps("15:30 · не был(а)")
    assert [one.held for one in await cast.slots()] == [False, None]
    pairs = await cast.world.read(lambda session: list(session.scalars(select(Mentorship.id))))
    assert pairs == []


@pytest.mark.requirement("N-2.3-6")
async def test_whoever_comes_late_queues_and_a_freed_slot_goes_to_the_first(cast: Cast) -> None:
    await cast.announce()
    await cast.book(cast.vera, "15:30")
    await cast.book(cast.ivan, "15:45")
    late = await cast.world.member(cast.school.id, Role.MENTEE, last="Рысь", first="Олег", patronymic="П.")
    for number, person in enumerate((cast.lena, late), start=1):
        await person.sends("/menu")
        await person.taps("Записаться на блиц · 1")
        await person.taps("мест нет")
        await person.taps("Встать в очередь")
        assert f"ваш номер — {number}" in person.screen.text
    await cast.ivan.sends("/menu")
    await cast.ivan.taps("Записаться на блиц")
    await cast.ivan.taps("★")
    await cast.ivan.taps("Отказаться от записи")
    assert count_of(cast.ivan, "Запись снята") == 1
    assert "15:45" in shown_with(cast.lena, "Место освободилось").text
    assert count_of(late, "Место освободилось") == 0
    assert await cast.booked() == [await cast.id_of(cast.vera), await cast.id_of(cast.lena)]
    await cast.lena.taps("Отказаться от записи")
    assert count_of(late, "Место освободилось") == 1
    await cast.world.advance_to(STARTS_AT)
    # Reminded is whoever has the slot by then.
    told = {person: count_of(person, "Напоминаем") for person in (cast.vera, cast.ivan, cast.lena, late)}
    assert list(told.values()) == [1, 0, 0, 1]


class TestRaces:
    async def test_two_tap_the_last_slot_at_once_and_one_has_it(self, cast: Cast) -> None:
        await cast.announce()
        await cast.book(cast.vera, "15:30")
        second = (await cast.slots())[1].id
        data = SlotBooked(slot_id=second).pack()
        await asyncio.gather(cast.ivan.taps_data(data), cast.lena.taps_data(data))
        await cast.world.settle()
        has_it = (await cast.booked())[1]
        assert has_it in (await cast.id_of(cast.ivan), await cast.id_of(cast.lena))
        told = [person for person in (cast.ivan, cast.lena) if "только что заняли" in str(person.toasts)]
        assert len(told) == 1

    async def test_a_double_tap_books_once_and_releases_once(self, cast: Cast) -> None:
        await cast.announce()
        first, second = await cast.slots()
        for _ in range(2):
            await cast.vera.taps_data(SlotBooked(slot_id=first.id).pack())
        assert await cast.booked() == [await cast.id_of(cast.vera), None]
        await cast.vera.taps_data(SlotBooked(slot_id=second.id).pack())
        assert "уже записаны" in cast.vera.toasts[-1].text
        for _ in range(2):
            await cast.vera.taps_data(SlotReleased(slot_id=first.id).pack())
        assert await cast.booked() == [None, None]
        await cast.vera.taps_data(SlotBooked(slot_id=first.id).pack())
        await cast.world.advance_to(STARTS_AT)
        assert count_of(cast.vera, "Напоминаем") == 1

    async def test_a_queue_is_joined_once_and_not_while_there_is_room(self, cast: Cast) -> None:
        await cast.announce()
        number = (await cast.session()).id
        join = QueueJoined(session_id=number).pack()
        await cast.lena.taps_data(join)
        assert "неактуальна" in cast.lena.toasts[-1].text
        await cast.book(cast.vera, "15:30")
        await cast.book(cast.ivan, "15:45")
        for _ in range(2):
            await cast.lena.taps_data(join)
        assert "ваш номер — 1" in cast.lena.screen.text
        await cast.lena.taps("Выйти из очереди")
        await cast.vera.taps_data(SlotReleased(slot_id=(await cast.slots())[0].id).pack())
        assert (await cast.booked())[0] is None


class TestCallingOff:
    async def test_is_asked_once_more_and_told_to_all_who_wait(self, cast: Cast) -> None:
        await cast.announce()
        await cast.book(cast.vera, "15:30")
        await cast.book(cast.ivan, "15:45")
        await cast.lena.taps_data(QueueJoined(session_id=(await cast.session()).id).pack())
        await cast.mentor.taps("Отменить все встречи")
        assert "3" in cast.mentor.screen.text and "узнают все" in cast.mentor.screen.text
        await cast.mentor.taps("Да, отменить")
        for person in (cast.vera, cast.ivan, cast.lena):
            assert count_of(person, "Блиц-встречи отменены") >= 1
        assert (await cast.session()).status == SpeedStatus.CANCELLED
        stale = SlotBooked(slot_id=(await cast.slots())[0].id).pack()
        await cast.lena.taps_data(stale)
        assert "неактуальна" in cast.lena.toasts[-1].text
        await cast.world.advance_to(STARTS_AT + timedelta(hours=1))
        for person in (cast.mentor, cast.vera, cast.ivan):
            assert count_of(person, "Напоминаем") == count_of(person, "Кто был") == 0

    async def test_a_mentor_who_left_holds_no_session(self, cast: Cast) -> None:
        await cast.announce()
        await cast.book(cast.vera, "15:30")
        await cast.world.write(_leave, cast.mentor.id)
        await cast.world.advance(minutes=2)
        assert count_of(cast.vera, "Блиц-встречи отменены") == 1
        assert (await cast.session()).status == SpeedStatus.CANCELLED

    async def test_the_slot_of_a_mentee_who_left_goes_to_the_queue(self, cast: Cast) -> None:
        await cast.announce()
        await cast.book(cast.vera, "15:30")
        await cast.book(cast.ivan, "15:45")
        await cast.lena.taps_data(QueueJoined(session_id=(await cast.session()).id).pack())
        await cast.world.write(_leave, cast.vera.id)
        await cast.world.advance(minutes=2)
        assert (await cast.booked())[0] == await cast.id_of(cast.lena)
        assert count_of(cast.lena, "Место освободилось") == 1


async def test_the_curator_announces_for_a_mentor_who_hears_of_it(cast: Cast) -> None:
    await cast.fill(cast.school.curator)
    await cast.school.curator.taps("Объявить")
    assert "Куратор объявил ваши блиц-встречи" in cast.mentor.screen.text
    await cast.book(cast.vera, "15:30")
    await cast.school.curator.taps("Блиц-встречи")
    await cast.school.curator.taps("Как начать урок")
    assert "15:30 — Вера Ильинична С." in cast.school.curator.screen.text
    query = select(AuditRecord.act).where(AuditRecord.act.startswith("speed."))
    acts = await cast.world.read(lambda session: list(session.scalars(query.order_by(AuditRecord.id))))
    assert acts == ["speed.announced", "speed.seen"]


async def test_mentees_see_no_names_of_others_and_no_entry_without_sessions(cast: Cast) -> None:
    await cast.vera.sends("/menu")
    assert "Блиц" not in str(cast.vera.buttons)
    await cast.announce()
    await cast.book(cast.vera, "15:30")
    await cast.ivan.sends("/menu")
    await cast.ivan.taps("Записаться на блиц · 1")
    await cast.ivan.taps("Как начать")
    assert "Вера" not in cast.ivan.screen.text
    assert "15:30" not in str(cast.ivan.buttons) and "15:45" in str(cast.ivan.buttons)


async def test_what_else_is_at_that_time_is_said(cast: Cast) -> None:
    await cast.announce()
    await cast.fill(cast.mentor)
    assert "В 15:30 у наставника уже есть свои блиц-встречи" in cast.mentor.screen.text
    await cast.mentor.taps("Объявить")
    first = await cast.session()
    slots = [one for one in await cast.slots() if one.number == 1]
    assert first.id == 2
    for slot in slots:
        await cast.vera.taps_data(SlotBooked(slot_id=slot.id).pack())
    assert count_of(cast.vera, "В это же время у вас другая блиц-встреча") == 1


async def test_other_peoples_slots_and_sessions_are_refused(cast: Cast) -> None:
    await cast.announce()
    await cast.book(cast.vera, "15:30")
    number, (first, second) = (await cast.session()).id, await cast.slots()
    other_school = await cast.world.school("Школа № 2")
    far = await cast.world.member(other_school.id, Role.MENTEE, last="Дальняя", first="Юлия")
    for button in (
        SessionOpened(session_id=number),
        SlotBooked(slot_id=second.id),
        QueueJoined(session_id=number),
        CancelConfirmed(session_id=number),
        HeldTold(slot_id=first.id, held=True),
        VisitorsOpened(session_id=number),
    ):
        for person in (far, other_school.curator):
            await person.taps_data(button.pack())
            assert "недоступно" in person.toasts[-1].text
    await cast.ivan.taps_data(SlotReleased(slot_id=first.id).pack())
    assert "неактуальна" in cast.ivan.toasts[-1].text
    for button in (CancelConfirmed(session_id=number), HeldTold(slot_id=first.id, held=True)):
        await cast.ivan.taps_data(button.pack())
        assert "недоступно" in cast.ivan.toasts[-1].text
    mentor_id = await cast.id_of(cast.mentor)
    for person in (cast.ivan, other_school.curator):
        await person.taps_data(AnnounceStarted(mentor_id=mentor_id).pack())
        assert "недоступно" in person.toasts[-1].text
    await cast.mentor.taps_data(HeldTold(slot_id=first.id, held=True).pack())
    assert "неактуальна" in cast.mentor.toasts[-1].text
    assert await cast.booked() == [await cast.id_of(cast.vera), None]


async def test_a_restart_in_the_middle_keeps_the_form_and_a_second_send_is_stale(cast: Cast) -> None:
    await cast.mentor.sends("/menu")
    await cast.mentor.taps("Блиц-наставничество")
    await cast.mentor.taps("Объявить блиц-встречи")
    await cast.mentor.sends("Как начать <урок>")
    await cast.world.restart()
    await cast.mentor.sends("позавчера вечером")
    await cast.mentor.sends("09.09")
    await cast.mentor.sends("25:99")
    assert "Выберите вариант" in cast.mentor.screen.text or "Во сколько" in cast.mentor.screen.text
    await cast.mentor.sends("1530")
    await cast.mentor.sends("полчаса")
    assert "Выберите вариант кнопкой" in cast.mentor.screen.text
    await cast.mentor.taps("20 минут")
    await cast.mentor.taps("Назад")
    await cast.mentor.taps("30 минут")
    await tap_exactly(cast.mentor, "3")
    await tap_exactly(cast.mentor, "очно или онлайн")
    await cast.mentor.sends("Кабинет 12")
    await cast.mentor.sends("не ссылка")
    await cast.mentor.sends("https://example.org/call")
    text = cast.mentor.screen.text
    assert "Как начать <урок>" in text and "15:30 – 17:00" in text
    assert "Кабинет 12 · https://example.org/call" in text
    markup = cast.mentor.screen.markup
    assert markup is not None
    send = markup.inline_keyboard[0][0].callback_data or ""
    assert send.startswith(FormSent.__prefix__)
    await cast.mentor.taps_data(send)
    await cast.mentor.taps_data(send)
    assert "неактуальна" in cast.mentor.toasts[-1].text
    assert (await cast.session()).id == 1
    assert count_of(cast.vera, "Можно записаться") == 1


async def test_by_night_nobody_is_told_and_after_the_start_nobody_books(cast: Cast) -> None:
    await cast.world.advance(hours=11)
    await cast.announce()
    assert count_of(cast.vera, "Можно записаться") == 0
    await cast.world.advance(hours=12)
    assert count_of(cast.vera, "Можно записаться") == 1
    first = (await cast.slots())[0].id
    await cast.world.advance_to(STARTS_AT + timedelta(minutes=1))
    await cast.vera.taps_data(SlotBooked(slot_id=first).pack())
    assert "уже прошло" in cast.vera.toasts[-1].text
    await cast.vera.taps("15:45", shown_with(cast.vera, "Можно записаться"))
    assert count_of(cast.vera, "Вы записаны") == 1


def _leave(session: Session, chat_id: int) -> None:
    membership_of(session, chat_id).status = MembershipStatus.LEFT
