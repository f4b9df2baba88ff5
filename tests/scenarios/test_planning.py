"""Planning a meeting through the whole bot: in two taps, in words, in a calendar; visits to lessons, another
time, and what people do wrong.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

import pytest
from sqlalchemy import select
from sqlalchemy.orm import Session, joinedload

from models import (
    LessonVisit,
    Meeting,
    MeetingMode,
    MeetingStatus,
    MentorshipMember,
    Notification,
    Role,
)
from sandbox.telegram import Person
from services import availability
from services.access import find_actor
from services.meeting_slots import suggest
from tests.support.factories import make_item, make_plan
from tests.support.world import School, World, membership_of

TUESDAY = datetime(2026, 9, 8, 12, 30, tzinfo=UTC)
"""The day after the first school Monday, half past three in Moscow."""


@dataclass
class Cast:
    world: World
    school: School
    mentor: Person
    mentee: Person
    pair_id: int

    async def meetings(self) -> list[Meeting]:
        query = select(Meeting).order_by(Meeting.id).options(joinedload(Meeting.lesson_visit))
        return await self.world.read(lambda session: list(session.scalars(query)))

    async def last(self) -> Meeting:
        return (await self.meetings())[-1]


@pytest.fixture
async def cast(world: World) -> Cast:
    school = await world.school()
    mentor = await world.member(
        school.id, Role.MENTOR, last="Каримова", first="Лилия", patronymic="Рашитовна"
    )
    mentee = await world.member(school.id, Role.MENTEE)
    return Cast(world, school, mentor, mentee, await world.pair(mentor, mentee))


def times_on(who: Person) -> list[str]:
    """The labels of the buttons with times: «вт 08.09, 15:30»."""
    return [label for row in who.buttons for label in row if ", " in label and label[-3] == ":"]


async def open_plan(who: Person) -> None:
    await who.sends("/menu")
    await who.taps("Запланировать")


async def set_bells(cast: Cast) -> None:
    def change(session: Session) -> None:
        actor = find_actor(session, cast.school.curator.id)
        assert actor is not None
        availability.set_usual_bells(session, actor, cast.school.id, now=cast.world.clock.now())

    await cast.world.write(change)


@pytest.mark.requirement("L-5-1", "T-4.8")
async def test_two_taps_from_the_menu_plan_a_meeting(cast: Cast) -> None:
    await cast.mentor.sends("/menu")
    await cast.mentor.taps("Запланировать")  # the first tap
    screen = cast.mentor.screen
    assert "Организационная встреча" in screen.text and "Анна Сергеевна П." in screen.text
    assert "Зачем: Познакомиться" in screen.text and "•" in screen.text
    assert "Где: В школе" in screen.text
    offered = times_on(cast.mentor)
    assert 4 <= len(offered) <= 6
    await cast.mentor.taps(offered[0])  # the second one
    assert "Предложение отправлено" in cast.mentor.screen.text
    meeting = await cast.last()
    assert meeting.status == MeetingStatus.PROPOSED and meeting.place == "В школе"
    asked = cast.mentee.screen
    assert "Вам предлагают встречу" in asked.text and "Лилия Рашитовна К." in asked.text
    await cast.mentee.taps("Подтвердить")
    assert (await cast.last()).status == MeetingStatus.CONFIRMED


async def test_what_was_sent_is_said_in_words_and_can_be_taken_back(cast: Cast) -> None:
    await open_plan(cast.mentor)
    await cast.mentor.sends("вторник 15:30")
    assert "вторник, 8 сентября, 15:30" in cast.mentor.screen.text
    await cast.mentor.taps("Отправить предложение")
    assert "вторник, 8 сентября, 15:30" in cast.mentor.screen.text
    await cast.mentor.taps("Отозвать")
    assert (await cast.last()).status == MeetingStatus.CANCELLED


async def test_what_else_that_day_holds_is_said(cast: Cast) -> None:
    def plan(session: Session) -> None:
        mentor = membership_of(session, cast.mentor.id)
        item = make_item("8 сентября 2026 года", mentor, activity="Педагогический совет")
        make_plan(session, mentor.organization, item, now=cast.world.clock.now())

    await cast.world.write(plan)
    await open_plan(cast.mentor)
    await cast.mentor.taps_data(slot_data(cast, TUESDAY))
    assert "Предложение отправлено" in cast.mentor.screen.text
    assert "В этот день у вас в плане: Педагогический совет" in cast.mentor.screen.text
    await cast.mentee.taps("Предложить другое время")
    await cast.mentee.sends("вторник 17:00")
    assert "Педагогический совет" not in cast.mentee.screen.text  # it is the mentor's


async def test_another_time_may_be_typed_at_the_summary(cast: Cast) -> None:
    await open_plan(cast.mentor)
    await cast.mentor.sends("вторник 15:30")
    await cast.mentor.sends("вчера в 10")
    assert "вторник, 8 сентября, 15:30" in cast.mentor.screen.text
    await cast.mentor.sends("четверг")
    assert "четверг, 10 сентября, 15:30" in cast.mentor.screen.text
    await cast.mentor.sends("в 16:20")
    assert "четверг, 10 сентября, 16:20" in cast.mentor.screen.text
    await cast.mentor.taps("Отправить предложение")
    assert (await cast.last()).starts_at == datetime(2026, 9, 10, 13, 20, tzinfo=UTC)


async def test_a_sent_proposal_is_changed_from_its_result(cast: Cast) -> None:
    await open_plan(cast.mentor)
    await cast.mentor.taps(times_on(cast.mentor)[0])
    await cast.mentor.taps("Изменить")
    assert "Другое время" in cast.mentor.screen.text
    await cast.mentor.taps(times_on(cast.mentor)[1])
    first, second = await cast.meetings()
    assert (first.status, second.status) == (MeetingStatus.MOVED, MeetingStatus.PROPOSED)
    assert second.replaces_id == first.id and second.place == first.place == "В школе"


async def test_the_next_kind_is_offered_by_itself(cast: Cast) -> None:
    await open_plan(cast.mentor)
    await cast.mentor.taps(times_on(cast.mentor)[0])
    await cast.mentee.taps("Подтвердить")
    await open_plan(cast.mentor)
    assert "Пробная рабочая встреча" in cast.mentor.screen.text
    assert "У вас уже есть встреча" in cast.mentor.screen.text
    await cast.mentor.taps("Другая встреча")
    await cast.mentor.taps("Итоговая встреча")
    assert "Итоговая встреча" in cast.mentor.screen.text and "Подвести итоги" in cast.mentor.screen.text


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ("вторник 15:30", "вторник, 8 сентября, 15:30"),
        ("завтра после 6 урока", "вторник, 8 сентября, 13:40"),
        ("12.09 в 14", "суббота, 12 сентября, 14:00"),
        ("сишәмбе 15:30", "вторник, 8 сентября, 15:30"),
        ("tomorrow at 3:30 pm", "вторник, 8 сентября, 15:30"),
        ("через неделю в 5 вечера", "понедельник, 14 сентября, 17:00"),
    ],
)
async def test_typed_words_are_said_back_before_anything_is_sent(cast: Cast, typed: str, said: str) -> None:
    await set_bells(cast)
    await open_plan(cast.mentee)
    await cast.mentee.sends(typed)
    assert said in cast.mentee.screen.text and "Всё верно?" in cast.mentee.screen.text
    assert await cast.meetings() == []
    await cast.mentee.taps("Отправить предложение")
    assert said in cast.mentee.screen.text
    assert len(await cast.meetings()) == 1


async def test_half_of_a_time_asks_for_the_other_half(cast: Cast) -> None:
    await open_plan(cast.mentor)
    await cast.mentor.sends("15:30")
    assert "Выберите день" in cast.mentor.screen.text
    await cast.mentor.sends("в пятницу")
    assert "пятница, 11 сентября, 15:30" in cast.mentor.screen.text
    await open_plan(cast.mentor)
    await cast.mentor.sends("в пятницу")
    assert "Во сколько?" in cast.mentor.screen.text
    await cast.mentor.sends("в полчетвёртого")
    assert "пятница, 11 сентября, 15:30" in cast.mentor.screen.text


async def test_what_is_not_understood_loses_nothing(cast: Cast) -> None:
    await open_plan(cast.mentor)
    await cast.mentor.sends("как-нибудь потом")
    assert "Не удалось понять" in cast.mentor.screen.text
    await cast.mentor.sends("завтра после 6 урока")
    assert "Звонки вашей школы пока не указаны" in cast.mentor.screen.text
    await cast.mentor.sends("сегодня в 9:00")
    assert "уже прошло" in cast.mentor.screen.text
    await cast.mentor.sends("завтра 15:30")
    assert "Всё верно?" in cast.mentor.screen.text


async def test_the_calendar_leads_to_a_summary(cast: Cast) -> None:
    await open_plan(cast.mentor)
    await cast.mentor.taps("Календарь")
    await cast.mentor.taps("9", cast.mentor.screen)
    await cast.mentor.taps("15:30", cast.mentor.screen)
    assert "среда, 9 сентября, 15:30" in cast.mentor.screen.text
    await cast.mentor.taps("Назад")
    await cast.mentor.taps("16:00", cast.mentor.screen)
    assert "среда, 9 сентября, 16:00" in cast.mentor.screen.text
    await cast.mentor.taps("Отмена")
    assert "Ничего не отправлено" in cast.mentor.screen.text
    assert await cast.meetings() == []


@pytest.mark.requirement("T-4.8")
async def test_place_mode_and_link_are_kept_for_the_next_time(cast: Cast) -> None:
    await open_plan(cast.mentor)
    await cast.mentor.taps("Место")
    await cast.mentor.sends("https://call.example/room")
    assert "онлайн, https://call.example/room" in cast.mentor.screen.text
    await cast.mentor.taps(times_on(cast.mentor)[0])
    meeting = await cast.last()
    assert (meeting.mode, meeting.link) == (MeetingMode.ONLINE, "https://call.example/room")
    await open_plan(cast.mentee)
    assert "онлайн, https://call.example/room" in cast.mentee.screen.text
    await cast.mentee.taps("Место")
    await cast.mentee.taps("Очно и онлайн")
    await cast.mentee.taps("Место")
    await cast.mentee.sends("Кабинет <12>")
    await cast.mentee.sends("завтра 10:00")
    assert "Кабинет <12>" in cast.mentee.screen.text
    await cast.mentee.taps("Отправить предложение")
    meeting = await cast.last()
    assert (meeting.mode, meeting.place) == (MeetingMode.MIXED, "Кабинет <12>")


async def test_a_visit_to_a_lesson_is_planned_with_its_talks(cast: Cast) -> None:
    await set_bells(cast)

    def teach(session: Session) -> None:
        mentee = membership_of(session, cast.mentee.id)
        actor = find_actor(session, cast.mentee.id)
        assert actor is not None
        for number in (3, 5):
            availability.set_lesson(session, actor, mentee.id, 1, number, on=True, now=cast.world.clock.now())

    await cast.world.write(teach)
    mentor = cast.mentor
    await open_plan(mentor)
    await mentor.taps("Другая встреча")
    await mentor.taps("Посещение урока")
    assert "До урока" in mentor.screen.text and times_on(mentor) == []
    await mentor.taps("Выбрать урок")
    await mentor.taps("Анна Сергеевна")
    await mentor.sends("завтра")
    await mentor.taps("✓ 3-й урок")
    await mentor.sends("7Б, физика")
    await cast.world.restart()
    await mentor.sends("Как задаются вопросы")
    summary = mentor.screen.text
    assert "вторник, 8 сентября, 10:20" in summary and "40 минут" in summary
    assert "Разговор до урока: в 10:00" in summary and "Разговор после урока: в 12:50" in summary
    await mentor.taps("Поговорить до урока")
    await mentor.taps("Отправить предложение")
    visit = (await cast.last()).lesson_visit
    assert isinstance(visit, LessonVisit)
    assert (visit.lesson, visit.aim) == ("7Б, физика", "Как задаются вопросы")
    assert visit.before_at is None
    assert visit.after_at == datetime(2026, 9, 8, 9, 50, tzinfo=UTC)
    assert (await cast.last()).minutes == 40


async def test_a_mentor_of_several_sees_the_pair_that_needs_it_most(cast: Cast) -> None:
    other = await cast.world.member(
        cast.school.id, Role.MENTEE, last="Юсупов", first="Рамиль", patronymic="Ильдарович"
    )
    other_pair = await cast.world.pair(cast.mentor, other)
    await open_plan(cast.mentor)
    assert "Анна Сергеевна П." in cast.mentor.screen.text
    await cast.mentor.taps(times_on(cast.mentor)[0])
    await open_plan(cast.mentor)
    assert "Рамиль Ильдарович Ю." in cast.mentor.screen.text
    await cast.mentor.taps("Другая пара")
    await cast.mentor.taps("Анна Сергеевна")
    await cast.mentor.taps("Другая пара")
    await cast.mentor.taps("Рамиль")
    await cast.mentor.taps(times_on(cast.mentor)[0])
    assert (await cast.last()).mentorship_id == other_pair


async def test_a_group_is_offered_what_suits_everybody_in_it(cast: Cast) -> None:
    other = await cast.world.member(
        cast.school.id, Role.MENTEE, last="Юсупов", first="Рамиль", patronymic="Ильдарович"
    )

    def join(session: Session) -> None:
        now = cast.world.clock.now()
        member = membership_of(session, other.id)
        session.add(
            MentorshipMember(
                mentorship_id=cast.pair_id, membership_id=member.id, role=Role.MENTEE, accepted_at=now
            )
        )
        session.flush()
        actor = find_actor(session, other.id)
        assert actor is not None
        availability.set_part(session, actor, 0, 2, "afternoon", on=True, now=now)

    await cast.world.write(join)
    await open_plan(cast.mentor)
    assert times_on(cast.mentor) and all(one.startswith("ср ") for one in times_on(cast.mentor))
    await cast.mentor.taps(times_on(cast.mentor)[0])
    for mentee in (cast.mentee, other):
        assert "Вам предлагают встречу" in mentee.screen.text


class TestFaults:
    async def test_a_double_tap_sends_once(self, cast: Cast) -> None:
        await open_plan(cast.mentor)
        screen, slot = cast.mentor.screen, times_on(cast.mentor)[0]
        await cast.mentor.taps(slot, screen)
        data = (await cast.meetings())[0].starts_at
        await cast.mentor.taps_data(slot_data(cast, data))
        assert len(await cast.meetings()) == 1
        assert "Предложение отправлено" in cast.mentor.screen.text

    async def test_a_time_that_was_taken_meanwhile_is_said_and_others_are_offered(self, cast: Cast) -> None:
        await open_plan(cast.mentor)
        slot = times_on(cast.mentor)[0]
        await open_plan(cast.mentee)
        assert times_on(cast.mentee)[0] == slot
        await cast.mentee.taps(slot)
        await cast.mentor.taps("Подтвердить")
        taken = (await cast.last()).starts_at
        await cast.mentor.taps_data(slot_data(cast, taken, kind="regular"))
        assert "уже есть встреча" in cast.mentor.screen.text
        assert times_on(cast.mentor) and slot not in times_on(cast.mentor)
        assert len(await cast.meetings()) == 1

    async def test_somebody_elses_pair_is_refused(self, cast: Cast) -> None:
        stranger = await cast.world.member(cast.school.id, Role.MENTOR, last="Иванов", first="Олег")
        await stranger.sends("/menu")
        assert "Запланировать" not in str(stranger.buttons)  # nobody to meet yet
        await stranger.taps_data("mt_plan:0")
        assert "действующая наставническая пара" in stranger.screen.text
        for data in (slot_data(cast, TUESDAY), f"mt_plan:{cast.pair_id}", "mt_mslot:1:20260908:930"):
            await stranger.taps_data(data)
        assert await cast.meetings() == []

    async def test_a_garbled_button_changes_nothing(self, cast: Cast) -> None:
        for data in (
            f"mt_slot:{cast.pair_id}:party:20260908:930",
            f"mt_slot:{cast.pair_id}:regular:20261399:930",
            f"mt_slot:{cast.pair_id}:regular:20260908:9999",
            f"mt_slot:{cast.pair_id}:lesson_visit:20260908:930",
        ):
            await cast.mentor.taps_data(data)
        assert await cast.meetings() == []

    async def test_a_restart_in_the_middle_keeps_everything(self, cast: Cast) -> None:
        await open_plan(cast.mentor)
        await cast.mentor.taps("Место")
        await cast.world.restart()
        await cast.mentor.sends("Кабинет 5")
        await cast.world.restart()
        await cast.mentor.sends("завтра 15:30")
        await cast.world.restart()
        await cast.mentor.taps("Отправить предложение")
        meeting = await cast.last()
        assert (meeting.place, meeting.starts_at) == ("Кабинет 5", TUESDAY)

    async def test_buttons_of_an_earlier_plan_are_no_longer_current(self, cast: Cast) -> None:
        await open_plan(cast.mentor)
        await cast.mentor.sends("завтра 15:30")
        old = cast.mentor.screen
        await open_plan(cast.mentor)
        await cast.mentor.sends("завтра 16:30")
        await cast.mentor.taps("Отправить предложение", old)
        assert await cast.meetings() == []

    async def test_a_half_filled_plan_is_gone_on_with(self, cast: Cast) -> None:
        await open_plan(cast.mentor)
        await cast.mentor.sends("завтра 15:30")
        await cast.mentor.taps_data("mt_plan:0")
        assert "Продолжим с этого места" in cast.mentor.screen.text
        assert "вторник, 8 сентября, 15:30" in cast.mentor.screen.text
        await cast.mentor.taps("Начать заново")
        assert times_on(cast.mentor)

    async def test_a_photo_is_asked_to_be_words(self, cast: Cast) -> None:
        await open_plan(cast.mentor)
        await cast.mentor.sends_photo()
        assert "Здесь нужен ответ текстом или кнопкой" in cast.mentor.screen.text


def slot_data(cast: Cast, moment: datetime, kind: str = "organisational") -> str:
    local = moment + timedelta(hours=3)
    return f"mt_slot:{cast.pair_id}:{kind}:{local:%Y%m%d}:{local.hour * 60 + local.minute}"


class TestOffers:
    """Whoever has nothing planned is offered times, once per gap."""

    async def test_a_new_pair_is_offered_times_and_a_tap_plans(self, cast: Cast) -> None:
        await cast.world.advance(days=1, hours=1)
        offer = cast.mentor.screen
        assert "Пора договориться о первой встрече" in offer.text
        assert "Пора договориться" not in cast.mentee.screen.text
        await cast.mentor.taps(times_on(cast.mentor)[0])
        assert "Предложение отправлено" in cast.mentor.screen.text
        assert "Вам предлагают встречу" in cast.mentee.screen.text

    async def test_it_is_said_once(self, cast: Cast) -> None:
        await cast.world.advance(days=4)
        assert sum("Пора договориться" in sent.text for sent in cast.mentor.from_bot) == 1

    async def test_a_pair_with_plans_is_left_alone(self, cast: Cast) -> None:
        await open_plan(cast.mentor)
        await cast.mentor.sends("через неделю в 15:30")
        await cast.mentor.taps("Отправить предложение")
        await cast.mentee.taps("Подтвердить")
        await cast.world.advance(days=4)
        owed = await cast.world.read(
            lambda session: list(
                session.scalars(select(Notification.id).where(Notification.kind == "meetings.offer"))
            )
        )
        assert owed == []

    async def test_after_a_meeting_and_before_the_rhythm_breaks(self, cast: Cast) -> None:
        await open_plan(cast.mentor)
        await cast.mentor.sends("завтра 15:30")
        await cast.mentor.taps("Отправить предложение")
        await cast.mentee.taps("Подтвердить")
        await cast.world.advance_to(TUESDAY + timedelta(hours=2))
        for person in (cast.mentor, cast.mentee):
            await person.taps("Состоялась")
        await cast.world.advance_to(TUESDAY + timedelta(days=1, hours=20))
        assert not any("ещё не назначена" in sent.text for sent in cast.mentor.from_bot)
        await cast.world.advance(days=1)
        assert sum("ещё не назначена" in sent.text for sent in cast.mentor.from_bot) == 1
        await cast.world.advance_to(TUESDAY + timedelta(days=11, hours=2))
        assert sum("Скоро пора встретиться" in sent.text for sent in cast.mentor.from_bot) == 1


async def test_a_suggested_time_is_one_that_the_service_suggests(cast: Cast) -> None:
    def slots(session: Session) -> list[datetime]:
        actor = find_actor(session, cast.mentor.id)
        assert actor is not None
        return [one.starts_at for one in suggest(session, actor, cast.pair_id, now=cast.world.clock.now())]

    found = await cast.world.read(slots)
    await open_plan(cast.mentor)
    labels = [f"{(one + timedelta(hours=3)):%d.%m, %H:%M}" for one in found]
    assert [one.split(" ", 1)[1] for one in times_on(cast.mentor)] == labels
