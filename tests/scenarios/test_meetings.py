"""Meetings through the whole bot: proposed, answered, moved, reminded of; and what people do wrong."""

from __future__ import annotations

from collections.abc import AsyncIterator
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from sqlalchemy import select
from sqlalchemy.orm import Session

from models import (
    AttendanceReport,
    AuditRecord,
    Meeting,
    MeetingKind,
    MeetingMode,
    MeetingStatus,
    Mentorship,
    Role,
)
from models import Person as StoredPerson
from sandbox.chats import SentMessage
from sandbox.telegram import Person
from services.names import NamesInChat
from tests.support.world import School, World, membership_of

WEDNESDAY = datetime(2026, 9, 9, 12, 30, tzinfo=UTC)
"""Half past three in Moscow."""


@dataclass
class Cast:
    """A school with one pair, and what its people do most often."""

    world: World
    school: School
    mentor: Person
    mentee: Person
    pair_id: int

    async def fill_form(self, who: Person, *, day: str = "9", at: str = "15:30") -> None:
        """From the menu to the summary, with the buttons of the calendar."""
        await who.sends("/menu")
        await who.taps("Запланировать")
        await self.fill_time(who, day=day, at=at)

    async def fill_time(self, who: Person, *, day: str, at: str) -> None:
        await who.taps("Календарь", who.screen)
        await tap_exactly(who, day)
        await tap_exactly(who, at)

    async def propose(self, who: Person, *, day: str = "9", at: str = "15:30") -> None:
        await self.fill_form(who, day=day, at=at)
        await who.taps("Отправить предложение")

    async def agree(self) -> None:
        """The mentor proposes Wednesday, half past three; the mentee confirms."""
        await self.propose(self.mentor)
        await self.mentee.taps("Подтвердить")

    async def meetings(self) -> list[Meeting]:
        return await self.world.read(
            lambda session: list(session.scalars(select(Meeting).order_by(Meeting.id)))
        )

    async def last(self) -> Meeting:
        return (await self.meetings())[-1]

    async def reports(self) -> list[bool]:
        return await self.world.read(lambda session: list(session.scalars(select(AttendanceReport.held))))


async def tap_exactly(who: Person, label: str) -> None:
    """A button of the screen in view, by its whole label: a day is also a part of another day."""
    assert any(label in row for row in who.buttons), f"no «{label}» in {who.buttons}"
    await who.taps(label, who.screen)


@pytest.fixture
async def cast(world: World) -> Cast:
    school = await world.school()
    mentor = await world.member(
        school.id, Role.MENTOR, last="Каримова", first="Лилия", patronymic="Рашитовна"
    )
    mentee = await world.member(school.id, Role.MENTEE)
    return Cast(world, school, mentor, mentee, await world.pair(mentor, mentee))


def shown_with(who: Person, text: str) -> SentMessage:
    """The newest message of the bot that holds the text."""
    found = [sent for sent in who.from_bot if text in sent.text]
    assert found, f"{who.first_name} was not told «{text}»: {who.texts(3)}"
    return found[-1]


def count_of(who: Person, text: str) -> int:
    return sum(text in sent.text for sent in who.from_bot)


@pytest.mark.requirement("L-5-1", "N-1.4")
async def test_a_meeting_goes_from_the_proposal_to_held(cast: Cast) -> None:
    await cast.propose(cast.mentor)
    assert "Предложение отправлено" in cast.mentor.screen.text
    asked = cast.mentee.screen
    assert "Вам предлагают встречу" in asked.text and "Лилия Рашитовна К." in asked.text
    assert "среда, 9 сентября, 15:30" in asked.text and "Организационная встреча" in asked.text
    await cast.mentee.taps("Подтвердить")
    assert "Ваше предложение принято" in cast.mentor.screen.text

    await cast.world.advance_to(WEDNESDAY - timedelta(days=1, minutes=1))
    assert count_of(cast.mentee, "Напоминаем") == 0
    await cast.world.advance(minutes=2)
    for person in (cast.mentor, cast.mentee):
        assert "завтра в 15:30" in person.screen.text
    await cast.world.advance_to(WEDNESDAY - timedelta(minutes=59))
    for person in (cast.mentor, cast.mentee):
        assert "сегодня в 15:30" in person.screen.text
        assert count_of(person, "Напоминаем") == 2

    await cast.world.advance_to(WEDNESDAY + timedelta(minutes=61))
    for person in (cast.mentor, cast.mentee):
        assert "Состоялась ли встреча?" in person.screen.text
        await person.taps("Состоялась", person.screen)
    assert (await cast.last()).status == MeetingStatus.HELD
    assert await cast.reports() == [True, True]
    await cast.mentor.sends("/menu")
    await cast.mentor.taps("Встречи")
    assert any("✓ 09.09 15:30 · Анна Сергеевна П." in row for row in cast.mentor.buttons)


@pytest.mark.requirement("L-5-1", "L-5-2", "L-5-3", "L-5-4", "L-5-5")
async def test_the_next_kind_in_the_sequence_is_suggested(cast: Cast) -> None:
    for day, kind in (
        ("9", "Организационная"),
        ("10", "Пробная"),
        ("11", "по планированию"),
        ("14", "Рабочая"),
    ):
        await cast.mentor.sends("/menu")
        await cast.mentor.taps("Запланировать")
        assert kind in cast.mentor.screen.text
        await cast.fill_time(cast.mentor, day=day, at="15:30")
        await cast.mentor.taps("Отправить предложение")
    assert [meeting.kind for meeting in await cast.meetings()] == list(MeetingKind)[:4]
    await cast.mentor.sends("/menu")
    await cast.mentor.taps("Запланировать")
    await cast.mentor.taps("Другая встреча")
    assert "Рабочая" in cast.mentor.buttons[0][0] and "Итоговая" in cast.mentor.buttons[1][0]
    assert "советуем" in cast.mentor.buttons[0][0]


class TestAnotherTime:
    async def test_is_offered_back_and_the_old_button_has_no_effect(self, cast: Cast) -> None:
        await cast.propose(cast.mentor)
        old, confirm_old = cast.mentee.screen, _data(cast.mentee, 0, 0)
        await cast.mentee.taps("Предложить другое время")
        assert "Другое время" in cast.mentee.screen.text
        await cast.fill_time(cast.mentee, day="10", at="16:00")
        await cast.mentee.taps("Отправить предложение")
        first, second = await cast.meetings()
        assert (first.status, second.status) == (MeetingStatus.MOVED, MeetingStatus.PROPOSED)
        assert (second.replaces_id, second.place) == (first.id, "В школе")
        assert "Вам предлагают другое время" in cast.mentor.screen.text
        assert "Вместо прежнего времени: среда, 9 сентября, 15:30" in cast.mentor.screen.text

        await cast.mentee.taps_data(confirm_old, old)
        assert "неактуальна" in cast.mentee.toasts[-1].text
        assert [one.status for one in await cast.meetings()] == [MeetingStatus.MOVED, MeetingStatus.PROPOSED]
        await cast.mentor.taps("Подтвердить")
        assert (await cast.last()).status == MeetingStatus.CONFIRMED

    async def test_of_a_confirmed_meeting_sends_no_reminder_of_the_old(self, cast: Cast) -> None:
        await cast.agree()
        await cast.mentor.taps("Предложить другое время")
        await cast.fill_time(cast.mentor, day="14", at="17:00")
        await cast.mentor.taps("Отправить предложение")
        await cast.mentee.taps("Подтвердить")
        await cast.world.advance_to(WEDNESDAY + timedelta(hours=3))
        for person in (cast.mentor, cast.mentee):
            assert count_of(person, "Напоминаем") == 0
            assert count_of(person, "Состоялась ли") == 0
        await cast.world.advance_to(datetime(2026, 9, 14, 13, 30, tzinfo=UTC))
        for person in (cast.mentor, cast.mentee):
            assert count_of(person, "Напоминаем") == 2


class TestCallingOff:
    async def test_is_asked_once_more_told_and_stops_the_reminders(self, cast: Cast) -> None:
        await cast.agree()
        await cast.mentee.taps("Отменить встречу")
        assert "Об отмене узнает: Лилия Рашитовна К." in cast.mentee.screen.text
        await cast.mentee.taps("Назад")
        await cast.mentee.taps("Отменить встречу")
        await cast.mentee.taps("Да, отменить")
        assert "Встреча отменена." in cast.mentor.screen.text
        await cast.world.advance(days=4)
        for person in (cast.mentor, cast.mentee):
            assert count_of(person, "Напоминаем") == count_of(person, "Состоялась ли") == 0

    async def test_a_no_needs_no_reason_and_leaves_a_way_on(self, cast: Cast) -> None:
        await cast.propose(cast.mentor)
        await cast.mentee.taps("Отклонить")
        assert "Причину объяснять не нужно" in cast.mentee.screen.text
        assert "не подошло" in cast.mentor.screen.text
        await cast.mentor.taps("Предложить другую встречу")
        assert "Нажмите на время" in cast.mentor.screen.text

    async def test_of_the_pair_itself_silences_its_meetings(self, cast: Cast) -> None:
        await cast.agree()

        def close(session: Session) -> None:
            session.get_one(Mentorship, cast.pair_id).close(cast.world.clock.now())

        await cast.world.write(close)
        await cast.world.advance_to(WEDNESDAY)
        assert count_of(cast.mentee, "Напоминаем") == count_of(cast.mentor, "Напоминаем") == 0

    async def test_a_proposal_without_an_answer_lapses(self, cast: Cast) -> None:
        await cast.propose(cast.mentor)
        await cast.world.advance_to(WEDNESDAY + timedelta(hours=2))
        assert any("не успели ответить" in sent.text for sent in cast.mentor.from_bot)
        await cast.mentee.taps("Подтвердить")
        assert "неактуальна" in cast.mentee.toasts[-1].text
        assert (await cast.last()).status == MeetingStatus.CANCELLED


class TestTwice:
    async def test_tapping_send_makes_one_meeting(self, cast: Cast) -> None:
        await cast.fill_form(cast.mentor)
        summary, send = cast.mentor.screen, _data(cast.mentor, 0, 0)
        for _ in range(2):
            await cast.mentor.taps_data(send, summary)
        assert len(await cast.meetings()) == 1
        assert count_of(cast.mentee, "Вам предлагают встречу") == 1

    async def test_tapping_confirm_owes_each_reminder_once(self, cast: Cast) -> None:
        await cast.propose(cast.mentor)
        asked, confirm = cast.mentee.screen, _data(cast.mentee, 0, 0)
        for _ in range(2):
            await cast.mentee.taps_data(confirm, asked)
        assert count_of(cast.mentor, "Ваше предложение принято") == 1
        await cast.world.advance_to(WEDNESDAY)
        assert count_of(cast.mentee, "Напоминаем") == 2

    async def test_telling_that_it_took_place_is_one_record(self, cast: Cast) -> None:
        await cast.agree()
        await cast.world.advance_to(WEDNESDAY + timedelta(minutes=61))
        for _ in range(2):
            await cast.mentor.taps_data(f"mt_held:{(await cast.last()).id}:1")
        assert await cast.reports() == [True]


class TestSomebodyElse:
    async def test_cannot_answer_for_the_pair_and_is_remembered(self, cast: Cast) -> None:
        stranger = await cast.world.member(cast.school.id, Role.MENTOR, last="Чужая")
        await cast.propose(cast.mentor)
        meeting = await cast.last()
        for data in ("mt_yes", "mt_no", "mt_card", "mt_move", "mt_dropped"):
            await stranger.taps_data(f"{data}:{meeting.id}")
            assert "недоступно" in stranger.toasts[-1].text
        await stranger.taps_data(f"mt_held:{meeting.id}:1")
        await stranger.taps_data(f"mt_judge:{meeting.id}:1")
        await stranger.taps_data(f"mt_new:{cast.pair_id}")
        assert "недоступно" in stranger.toasts[-1].text
        acts = await cast.world.read(lambda session: list(session.scalars(select(AuditRecord.act))))
        assert {"denied:mt_yes", "denied:mt_judge", "denied:mt_new"} <= set(acts)
        assert (await cast.last()).status == MeetingStatus.PROPOSED
        assert all("Кабинет" not in text and "В школе" not in text for text in stranger.texts())

    async def test_the_proposer_cannot_confirm_for_the_other(self, cast: Cast) -> None:
        await cast.propose(cast.mentor)
        await cast.mentor.taps_data(f"mt_yes:{(await cast.last()).id}")
        assert (await cast.last()).status == MeetingStatus.PROPOSED

    @pytest.mark.parametrize(
        "data", ["mt_card:999999", "mt_yes:" + "9" * 50, "mt_f_day:abc:20261399", "mt_held:x:y"]
    )
    async def test_forged_buttons_are_answered_and_change_nothing(self, cast: Cast, data: str) -> None:
        await cast.propose(cast.mentor)
        toasts = len(cast.mentee.toasts)
        await cast.mentee.taps_data(data)
        assert len(cast.mentee.toasts) == toasts + 1 and cast.mentee.toasts[-1].text
        assert [one.status for one in await cast.meetings()] == [MeetingStatus.PROPOSED]


class TestTheForm:
    async def to_time(self, cast: Cast) -> None:
        await cast.mentor.sends("/menu")
        await cast.mentor.taps("Запланировать")
        await cast.mentor.taps("Календарь", cast.mentor.screen)
        await tap_exactly(cast.mentor, "9")

    async def test_takes_typed_days_times_and_places(self, cast: Cast) -> None:
        await cast.mentor.sends("/menu")
        await cast.mentor.taps("Запланировать")
        await cast.mentor.taps("Другая встреча")
        await cast.mentor.taps("Пробная")
        await cast.mentor.sends("9.9")
        await cast.mentor.sends("1545")
        await cast.mentor.taps("Место", cast.mentor.screen)
        await cast.mentor.sends("Кабинет <b>12</b> & библиотека 📚")
        assert "Всё верно?" in cast.mentor.screen.text
        await cast.mentor.taps("Отправить предложение")
        meeting = await cast.last()
        assert meeting.starts_at == WEDNESDAY + timedelta(minutes=15)
        assert meeting.kind == MeetingKind.TRIAL
        assert "Где: Кабинет <b>12</b> & библиотека 📚" in cast.mentee.screen.text

    async def test_explains_a_time_that_it_does_not_understand(self, cast: Cast) -> None:
        await self.to_time(cast)
        for typed in ("после обеда", "25:00"):
            await cast.mentor.sends(typed)
            assert "например «15:30»" in cast.mentor.screen.text and "Во сколько?" in cast.mentor.screen.text
        await cast.mentor.sends("15.30")
        assert "Всё верно?" in cast.mentor.screen.text

    async def test_refuses_a_time_that_is_over(self, cast: Cast) -> None:
        await cast.mentor.sends("/menu")
        await cast.mentor.taps("Запланировать")
        await cast.mentor.taps("Календарь", cast.mentor.screen)
        await cast.mentor.taps("Сегодня")
        await cast.mentor.sends("9:30")
        assert "уже прошло" in cast.mentor.screen.text and "Во сколько?" in cast.mentor.screen.text
        await cast.mentor.sends("14:00")
        assert "Всё верно?" in cast.mentor.screen.text

    async def test_offers_no_day_in_the_past_and_none_beyond_ninety(self, cast: Cast) -> None:
        await cast.mentor.sends("/menu")
        await cast.mentor.taps("Запланировать")
        await cast.mentor.taps("Календарь", cast.mentor.screen)
        labels = [label for row in cast.mentor.buttons for label in row]
        assert (
            "6" not in labels
            and "7" in labels
            and ["Пн", "Вт", "Ср", "Чт", "Пт", "Сб", "Вс"] in cast.mentor.buttons
        )
        for typed, answer in (
            ("6.9.2026", "уже прошло"),
            ("7.12.2026", "не дальше чем на 90 дней"),
            ("ага", "Не удалось понять"),
        ):
            await cast.mentor.sends(typed)
            assert answer in cast.mentor.screen.text and "Выберите день" in cast.mentor.screen.text
        for _ in range(3):
            await tap_exactly(cast.mentor, "›")
        labels = [label for row in cast.mentor.buttons for label in row]
        assert "Декабрь 2026" in labels and "6" in labels and "7" not in labels and "›" not in labels
        await tap_exactly(cast.mentor, "6")
        assert "воскресенье, 6 декабря" in cast.mentor.screen.text

    async def test_loses_nothing_to_a_photo_or_five_thousand_characters(self, cast: Cast) -> None:
        await self.to_time(cast)
        await cast.mentor.sends_photo()
        assert "сохранено" in cast.mentor.screen.text and "Во сколько?" in cast.mentor.screen.text
        await cast.mentor.sends("15:30")
        await cast.mentor.taps("Место", cast.mentor.screen)
        await cast.mentor.sends("я" * 5000)
        assert "Слишком длинно" in cast.mentor.screen.text and "Где встретитесь?" in cast.mentor.screen.text
        await cast.mentor.sends_voice()
        await cast.mentor.sends("Кабинет 5")
        await cast.mentor.taps("Отправить предложение")
        assert (await cast.last()).place == "Кабинет 5"

    async def test_survives_a_restart(self, cast: Cast) -> None:
        await self.to_time(cast)
        await cast.world.restart()
        await cast.mentor.sends("15:30")
        await cast.world.restart()
        await cast.mentor.taps("Место", cast.mentor.screen)
        await cast.world.restart()
        await tap_exactly(cast.mentor, "Онлайн")
        await cast.world.restart()
        await cast.mentor.taps("Отправить предложение")
        meeting = await cast.last()
        assert (meeting.starts_at, meeting.mode) == (WEDNESDAY, MeetingMode.ONLINE)

    async def test_left_half_filled_is_offered_again(self, cast: Cast) -> None:
        await self.to_time(cast)
        await cast.mentor.taps_data("mt_new:0")
        assert "Продолжим с этого места" in cast.mentor.screen.text
        assert "Во сколько?" in cast.mentor.screen.text
        await cast.mentor.taps("Начать заново")
        assert "Нажмите на время" in cast.mentor.screen.text

    async def test_goes_back_and_can_be_cancelled(self, cast: Cast) -> None:
        await cast.fill_form(cast.mentor)
        for asked in ("Во сколько?", "Выберите день", "Нажмите на время"):
            await cast.mentor.taps("Назад", cast.mentor.screen)
            assert asked in cast.mentor.screen.text
        assert "Назад" not in str(cast.mentor.buttons)
        await cast.mentor.taps("Отмена")
        assert "Ничего не отправлено" in cast.mentor.screen.text
        await cast.mentor.sends("15:30")
        assert await cast.meetings() == []

    async def test_steps_of_an_earlier_form_are_no_longer_current(self, cast: Cast) -> None:
        await self.to_time(cast)
        old_time = _data(cast.mentor, 0, 0)
        await cast.mentor.taps("Отмена")
        await self.to_time(cast)
        await cast.mentor.taps_data(old_time)
        assert "неактуальна" in cast.mentor.toasts[-1].text

    async def test_asks_with_whom_when_there_are_two_pairs(self, cast: Cast) -> None:
        second = await cast.world.member(
            cast.school.id, Role.MENTEE, last="Ким", first="Олег", patronymic="Иванович"
        )
        await cast.world.pair(cast.mentor, second)
        await cast.mentor.sends("/menu")
        await cast.mentor.taps("Запланировать")
        await cast.mentor.taps("Другая пара")
        await cast.mentor.taps("Олег Иванович К.")
        await cast.fill_time(cast.mentor, day="9", at="15:30")
        await cast.mentor.taps("Отправить предложение")
        assert count_of(second, "Вам предлагают встречу") == 1
        assert count_of(cast.mentee, "Вам предлагают встречу") == 0

    async def test_without_a_pair_says_why(self, cast: Cast) -> None:
        alone = await cast.world.member(cast.school.id, Role.MENTOR, last="Один")
        await alone.taps("Встречи")
        assert "Предложить встречу" not in str(alone.buttons)
        await alone.taps_data("mt_new:0")
        assert "действующая наставническая пара" in alone.screen.text

    async def test_refuses_an_overlap_and_keeps_the_form(self, cast: Cast) -> None:
        await cast.agree()
        await cast.mentee.sends("/menu")
        await cast.mentee.taps("Запланировать")
        await cast.mentee.taps("Календарь", cast.mentee.screen)
        await tap_exactly(cast.mentee, "9")
        await tap_exactly(cast.mentee, "16:00")
        assert "У вас уже есть встреча рядом с этим временем: 09.09, 15:30" in cast.mentee.screen.text
        await cast.mentee.sends("15:00")
        assert "уже есть встреча" in cast.mentee.screen.text and "Во сколько?" in cast.mentee.screen.text
        await tap_exactly(cast.mentee, "16:30")
        assert "Всё верно?" in cast.mentee.screen.text


@pytest.mark.requirement("N-1.4")
class TestQuietHours:
    async def test_hold_the_invitation_until_the_morning(self, cast: Cast) -> None:
        await cast.world.advance_to(datetime(2026, 9, 7, 18, 0, tzinfo=UTC))  # nine in the evening
        await cast.propose(cast.mentor)
        assert count_of(cast.mentee, "Вам предлагают встречу") == 0
        await cast.world.advance_to(datetime(2026, 9, 8, 4, 59, tzinfo=UTC))
        assert count_of(cast.mentee, "Вам предлагают встречу") == 0
        await cast.world.advance(minutes=1)
        assert count_of(cast.mentee, "Вам предлагают встречу") == 1

    async def test_are_those_of_each_persons_own_zone(self, cast: Cast) -> None:
        def move_east(session: Session) -> None:
            membership_of(session, cast.mentee.id).person.timezone = "Asia/Yekaterinburg"

        await cast.world.write(move_east)
        await cast.fill_form(cast.mentor, at="17:30")
        assert "18:00" not in str(cast.mentor.from_bot[-1].buttons)
        await cast.mentor.taps("Отправить предложение")
        assert "среда, 9 сентября, 19:30" in cast.mentee.screen.text
        await cast.mentee.taps("Подтвердить")
        await cast.world.advance_to(datetime(2026, 9, 9, 14, 31, tzinfo=UTC))
        assert "сегодня в 19:30" in cast.mentee.screen.text
        assert "сегодня в 17:30" in cast.mentor.screen.text
        # The question is due at half past eight in the evening in Yekaterinburg, half past six in Moscow.
        await cast.world.advance_to(datetime(2026, 9, 9, 16, 0, tzinfo=UTC))
        assert count_of(cast.mentor, "Состоялась ли") == 1 and count_of(cast.mentee, "Состоялась ли") == 0
        await cast.world.advance_to(datetime(2026, 9, 10, 3, 0, tzinfo=UTC))
        assert count_of(cast.mentee, "Состоялась ли") == 1

    async def test_yield_to_the_reminder_of_a_very_early_meeting(self, cast: Cast) -> None:
        await cast.mentor.sends("/menu")
        await cast.mentor.taps("Запланировать")
        await cast.mentor.sends("9.09 в 7:30 утра")
        assert "раннее утреннее" in cast.mentor.screen.text
        await cast.mentor.taps("Отправить предложение")
        await cast.mentee.taps("Подтвердить")
        await cast.world.advance_to(datetime(2026, 9, 9, 3, 31, tzinfo=UTC))
        assert "сегодня в 07:30" in cast.mentee.screen.text


class TestDisagreement:
    async def disagree(self, cast: Cast) -> None:
        await cast.agree()
        await cast.world.advance_to(WEDNESDAY + timedelta(minutes=61))
        await cast.mentor.taps("Состоялась", shown_with(cast.mentor, "Состоялась ли встреча?"))
        await cast.mentee.taps("Не состоялась", shown_with(cast.mentee, "Состоялась ли встреча?"))

    async def test_reaches_the_curator_who_decides(self, cast: Cast) -> None:
        await self.disagree(cast)
        await cast.world.advance(days=1)
        card = shown_with(cast.school.curator, "Ответы о встрече разошлись")
        assert "Лилия Рашитовна К.: состоялась" in card.text
        assert "Анна Сергеевна П.: не состоялась" in card.text
        await cast.school.curator.taps("Считать состоявшейся", card)
        assert "Решено: встреча состоялась" in cast.school.curator.screen.text
        assert (await cast.last()).status == MeetingStatus.HELD
        await cast.world.advance(days=1)
        for person in (cast.mentor, cast.mentee):
            assert count_of(person, "Куратор отметил встречу как состоявшуюся") == 1

    async def test_decided_by_one_curator_is_decided_for_the_other(self, cast: Cast) -> None:
        second = await cast.world.member(cast.school.id, Role.CURATOR, last="Вторая")
        await self.disagree(cast)
        await cast.world.advance(days=1)
        cards = [shown_with(one, "Ответы о встрече разошлись") for one in (cast.school.curator, second)]
        await cast.school.curator.taps("Считать несостоявшейся", cards[0])
        await second.taps("Считать состоявшейся", cards[1])
        assert "Уже отмечено, что встреча не состоялась" in second.toasts[-1].text
        assert (await cast.last()).status == MeetingStatus.NOT_HELD

    async def test_cannot_be_undone_by_a_change_of_mind(self, cast: Cast) -> None:
        await self.disagree(cast)
        await cast.mentee.taps_data(f"mt_held:{(await cast.last()).id}:1")
        assert "куратор уже уточняет" in cast.mentee.toasts[-1].text
        assert await cast.reports() == [True, False]

    async def test_is_none_when_only_one_side_answers(self, cast: Cast) -> None:
        await cast.agree()
        await cast.world.advance_to(WEDNESDAY + timedelta(minutes=61))
        await cast.mentor.taps("Состоялась")
        await cast.world.advance(days=1)
        assert (await cast.last()).status == MeetingStatus.CONFIRMED
        await cast.world.advance(days=1, hours=3)
        assert (await cast.last()).status == MeetingStatus.HELD


@pytest.fixture
async def coded(tmp_path: Path) -> AsyncIterator[World]:
    made = World(tmp_path / "coded.db", names=NamesInChat.CODE)
    await made.open()
    yield made
    await made.close()


async def test_names_are_codes_where_the_setting_says_so(coded: World) -> None:
    school = await coded.school()
    mentor = await coded.member(school.id, Role.MENTOR, last="Каримова", first="Лилия")
    mentee = await coded.member(school.id, Role.MENTEE)
    cast = Cast(coded, school, mentor, mentee, await coded.pair(mentor, mentee))
    await cast.propose(mentor)
    assert "Лилия" not in mentee.screen.text and "Н-" in mentee.screen.text


@pytest.mark.parametrize(
    ("language", "plan", "send", "asked"),
    [
        ("tt", "Планлаштыру", "Тәкъдимне җибәрү", "очрашу тәкъдим ителә"),
        ("en", "Plan a meeting", "Send the proposal", "A meeting is proposed"),
    ],
)
async def test_everything_is_said_in_the_persons_language(
    cast: Cast, language: str, plan: str, send: str, asked: str
) -> None:
    def choose(session: Session) -> None:
        for person in session.scalars(select(StoredPerson)):
            person.language = language

    await cast.world.write(choose)
    await cast.mentor.sends("/menu")
    await cast.mentor.taps(plan)
    await cast.mentor.sends("9.09 15:30")
    await cast.mentor.taps(send)
    assert asked in cast.mentee.screen.text
    await cast.mentee.taps_data(_data(cast.mentee, 0, 0))
    assert (await cast.last()).status == MeetingStatus.CONFIRMED
    await cast.world.advance_to(WEDNESDAY + timedelta(minutes=61))
    await cast.mentor.taps_data(_data(cast.mentor, 0, 0))
    await cast.mentee.taps_data(_data(cast.mentee, 0, 1))
    await cast.world.advance(days=1)
    assert (await cast.last()).status == MeetingStatus.DISPUTED


def _data(who: Person, row: int, column: int) -> str:
    markup = who.screen.markup
    assert markup is not None
    data = markup.inline_keyboard[row][column].callback_data
    assert data is not None
    return data
