"""The three questions after a meeting, the whole way: who answers, who hears of it, and who never does."""

from __future__ import annotations

import json
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

import pytest
from sqlalchemy import select
from sqlalchemy.orm import Session

from models import (
    Alert,
    AlertKind,
    AlertStatus,
    AuditRecord,
    Feedback,
    Meeting,
    MeetingKind,
    MeetingStatus,
    Membership,
    MembershipStatus,
    Mentorship,
    MentorshipStatus,
    Role,
)
from models import Person as StoredPerson
from sandbox.chats import SentMessage
from sandbox.telegram import Person
from services import access, attendance, meetings
from tests.support.world import School, World, membership_of

START = datetime(2026, 9, 9, 12, 30, tzinfo=UTC)
TELLTALE = ("оцен", "балл", "из 10", "другого наставника", "Польза", "спокойно", "Низкие", "сигнал")
"""Words that would tell the mentor what was answered."""


@dataclass
class Cast:
    """A pair whose meeting is over and confirmed as held by the mentor."""

    world: World
    school: School
    mentor: Person
    mentee: Person
    pair_id: int
    meeting_id: int

    async def begin(self) -> None:
        """The mentee says that it took place and opens the questions."""
        await self.mentee.taps("Состоялась", shown_with(self.mentee, "Состоялась ли встреча?"))
        await self.mentee.taps("Ответить на три вопроса")

    async def answer(self, first: str, second: str, third: str) -> None:
        await self.begin()
        await self.mentee.taps(first, self.mentee.screen)
        await self.mentee.taps(second, self.mentee.screen)
        await self.mentee.taps(third, self.mentee.screen)

    async def alerts(self) -> list[Alert]:
        return await self.world.read(lambda session: list(session.scalars(select(Alert).order_by(Alert.id))))

    async def rows(self) -> list[Feedback]:
        return await self.world.read(lambda session: list(session.scalars(select(Feedback))))


@pytest.fixture
async def cast(world: World) -> Cast:
    school = await world.school()
    mentor = await world.member(
        school.id, Role.MENTOR, last="Каримова", first="Лилия", patronymic="Рашитовна"
    )
    mentee = await world.member(school.id, Role.MENTEE)
    pair_id = await world.pair(mentor, mentee)

    def agree(session: Session) -> int:
        one, two = (access.find_actor(session, person.id) for person in (mentor, mentee))
        assert one is not None and two is not None
        now = world.clock.now()
        plan = meetings.Plan(MeetingKind.TRIAL, START, place="Кабинет 12")
        view = meetings.propose(session, one, pair_id, plan, now=now)
        return meetings.confirm(session, two, view.id, now=now).id

    meeting_id = await world.write(agree)
    await world.advance_to(START + timedelta(minutes=61))

    def held(session: Session) -> None:
        actor = access.find_actor(session, mentor.id)
        assert actor is not None
        attendance.report(session, actor, meeting_id, True, now=world.clock.now())

    await world.write(held)
    return Cast(world, school, mentor, mentee, pair_id, meeting_id)


def shown_with(who: Person, text: str) -> SentMessage:
    found = [sent for sent in who.from_bot if text in sent.text]
    assert found, f"{who.first_name} was not told «{text}»: {who.texts(3)}"
    return found[-1]


def told(who: Person, text: str) -> bool:
    return any(text in sent.text for sent in who.from_bot)


def data_of(message: SentMessage, label: str) -> str:
    assert message.markup is not None
    for row in message.markup.inline_keyboard:
        for button in row:
            if button.text == label and button.callback_data:
                return button.callback_data
    raise AssertionError(f"no «{label}» in {message.buttons}")


def everything_sent_to(world: World, who: Person) -> str:
    """Every call of the Bot API that reached this chat, edits, toasts and buttons included."""
    calls = [call.payload for call in world.telegram.calls if str(call.payload.get("chat_id")) == str(who.id)]
    toasts = [toast.text for toast in who.toasts]
    return json.dumps([calls, toasts], ensure_ascii=False, default=str)


@pytest.mark.requirement("N-5.1-5")
async def test_a_low_answer_reaches_the_curator_and_never_the_mentor(cast: Cast) -> None:
    await cast.answer("4", "9", "Нет, всё устраивает")
    assert "Спасибо" in cast.mentee.screen.text
    await cast.world.advance(days=1)
    card = shown_with(cast.school.curator, "Польза встречи: 4 из 10")
    assert "при оценке 4 и ниже" in card.text
    assert "Анна Сергеевна П." in card.text and "Лилия Рашитовна К." in card.text

    # The mentor looks everywhere a mentor can look.
    for label in ("Мои пары", "Мои дела", "Мои данные", "Встречи"):
        await cast.mentor.sends("/menu")
        await cast.mentor.taps(label)
    await cast.mentor.taps("09.09 15:30")
    for command in ("/help", "/mydata"):
        await cast.mentor.sends(command)
    await cast.world.advance(days=20)
    everything = everything_sent_to(cast.world, cast.mentor)
    assert "Кабинет 12" in everything, "what the mentor may see was looked through"
    assert [word for word in TELLTALE if word in everything] == []


@pytest.mark.requirement("N-5.1-5")
class TestTheWishForAnotherMentor:
    async def test_reaches_the_curator_at_once_even_at_night(self, cast: Cast) -> None:
        await cast.world.advance_to(datetime(2026, 9, 9, 19, 0, tzinfo=UTC))  # ten in the evening
        await cast.answer("9", "9", "Да, хочу другого наставника")
        assert "Куратор узнает" in cast.mentee.screen.text
        assert told(cast.school.curator, "хотел бы другого наставника")

    async def test_is_granted_without_telling_the_mentor_why(self, cast: Cast) -> None:
        other = await cast.world.member(
            cast.school.id, Role.MENTOR, last="Новая", first="Ирина", patronymic="Львовна"
        )
        await cast.answer("2", "9", "Да, хочу другого наставника")
        curator = cast.school.curator
        await curator.taps("Подобрать другого наставника", shown_with(curator, "хотел бы другого"))
        assert "Завершить пару" in curator.screen.text
        assert (await self.pair(cast)).status == MentorshipStatus.ACTIVE, "asked once more first"
        await curator.taps("Да, завершить пару")
        assert "снова в очереди" in curator.screen.text
        assert (await self.pair(cast)).status == MentorshipStatus.CLOSED
        assert {one.status for one in await cast.alerts()} == {AlertStatus.RESOLVED}, "one act settles both"
        await curator.taps("Посмотреть наставников")
        assert "Ирина Львовна Н." in str(curator.buttons) + curator.screen.text
        await cast.world.advance(days=1)
        assert told(cast.mentor, "Работа вашей пары завершена")
        assert told(cast.mentee, "Работа вашей пары завершена")
        everything = everything_sent_to(cast.world, cast.mentor)
        assert [word for word in TELLTALE if word in everything] == []
        assert not told(other, "Каримова")

    async def test_granted_calls_off_what_the_pair_had_planned(self, cast: Cast) -> None:
        def plan(session: Session) -> int:
            actor = access.find_actor(session, cast.mentor.id)
            assert actor is not None
            later = START + timedelta(days=5)
            now = cast.world.clock.now()
            wanted = meetings.Plan(MeetingKind.PLANNING, later, place="Школа")
            return meetings.propose(session, actor, cast.pair_id, wanted, now=now).id

        planned = await cast.world.write(plan)
        await cast.answer("9", "9", "Да, хочу другого наставника")
        curator = cast.school.curator
        await curator.taps("Подобрать другого наставника", shown_with(curator, "хотел бы другого"))
        await curator.taps("Да, завершить пару")
        meeting = await cast.world.read(lambda session: session.get_one(Meeting, planned))
        assert meeting.status == MeetingStatus.CANCELLED

    async def test_decided_by_one_curator_is_decided_for_the_other(self, cast: Cast) -> None:
        second = await cast.world.member(cast.school.id, Role.CURATOR, last="Вторая")
        await cast.answer("9", "9", "Да, хочу другого наставника")
        cards = [shown_with(one, "хотел бы другого") for one in (cast.school.curator, second)]
        await cast.school.curator.taps("Поговорю с наставляемым", cards[0])
        assert "вы поговорите с наставляемым" in cast.school.curator.screen.text
        await second.taps("Подобрать другого наставника", cards[1])
        assert "Решение уже принято" in second.toasts[-1].text
        assert (await self.pair(cast)).status == MentorshipStatus.ACTIVE

    async def pair(self, cast: Cast) -> Mentorship:
        return await cast.world.read(lambda session: session.get_one(Mentorship, cast.pair_id))


class TestTheQuestions:
    async def test_say_who_will_see_the_answers_and_where_one_stands(self, cast: Cast) -> None:
        await cast.begin()
        for number, answer in ((1, "8"), (2, "9"), (3, "Пока не знаю")):
            screen = cast.mentee.screen
            assert f"{number} из 3" in screen.text
            assert (
                "увидят только куратор и руководитель" in screen.text
                and "Наставник ваших ответов не увидит" in screen.text
            )
            await cast.mentee.taps(answer, screen)
        assert "Спасибо" in cast.mentee.screen.text
        assert await cast.alerts() == []

    async def test_survive_a_restart_and_go_on_where_they_stopped(self, cast: Cast) -> None:
        await cast.begin()
        await cast.mentee.taps("8", cast.mentee.screen)
        await cast.world.restart()
        await cast.mentee.sends("/menu")
        await cast.mentee.taps("Встречи")
        await cast.mentee.taps("09.09 15:30")
        await cast.mentee.taps("Ответить на три вопроса")
        assert "2 из 3" in cast.mentee.screen.text

    async def test_can_be_gone_back_to_and_corrected(self, cast: Cast) -> None:
        await cast.begin()
        await cast.mentee.taps("2", cast.mentee.screen)
        await cast.mentee.taps("Назад")
        assert "1 из 3" in cast.mentee.screen.text and "✓ 2" in cast.mentee.buttons[0]
        await cast.mentee.taps("8", cast.mentee.screen)
        await cast.mentee.taps("9", cast.mentee.screen)
        await cast.mentee.taps("Нет, всё устраивает")
        assert await cast.alerts() == []

    async def test_tapped_twice_count_once(self, cast: Cast) -> None:
        await cast.begin()
        first = data_of(cast.mentee.screen, "3")
        for _ in range(2):
            await cast.mentee.taps_data(first)
        assert "2 из 3" in cast.mentee.screen.text
        await cast.mentee.taps("9", cast.mentee.screen)
        last = data_of(cast.mentee.screen, "Да, хочу другого наставника")
        for _ in range(2):
            await cast.mentee.taps_data(last)
        assert "Спасибо" in cast.mentee.screen.text
        assert len(await cast.rows()) == 1
        assert [one.kind for one in await cast.alerts()] == [
            AlertKind.LOW_ANSWER,
            AlertKind.ANOTHER_MENTOR_WANTED,
        ]

    async def test_once_complete_take_no_other_answer(self, cast: Cast) -> None:
        await cast.begin()
        low = data_of(cast.mentee.screen, "1")
        await cast.mentee.taps("8", cast.mentee.screen)
        await cast.mentee.taps("9", cast.mentee.screen)
        await cast.mentee.taps("Нет, всё устраивает")
        await cast.mentee.taps_data(low)
        assert "неактуальна" in cast.mentee.toasts[-1].text
        assert (await cast.rows())[0].answers["usefulness"] == 8
        assert await cast.alerts() == []

    async def test_are_nobody_elses(self, cast: Cast) -> None:
        await cast.begin()
        answer = data_of(cast.mentee.screen, "1")
        for person in (cast.mentor, cast.school.curator):
            await person.taps_data(answer)
            assert "недоступно" in person.toasts[-1].text
            await person.taps_data(f"fb_open:{cast.meeting_id}")
            assert "недоступно" in person.toasts[-1].text
        assert await cast.rows() == []
        acts = await cast.world.read(lambda session: list(session.scalars(select(AuditRecord.act))))
        assert "denied:fb_say" in acts

    @pytest.mark.parametrize("value", ["usefulness:11", "usefulness:x", "nonsense:5", "another_mentor:yes"])
    async def test_take_only_what_was_offered(self, cast: Cast, value: str) -> None:
        await cast.begin()
        await cast.mentee.taps_data(f"fb_say:{cast.meeting_id}:{value}")
        assert "неактуальна" in cast.mentee.toasts[-1].text
        assert await cast.rows() == []

    async def test_put_off_are_asked_once_more_and_not_after_the_answers(self, cast: Cast) -> None:
        await cast.begin()
        await cast.mentee.taps("Позже")
        assert await cast.rows() == []
        await cast.world.advance(days=1, hours=2)
        reminder = shown_with(cast.mentee, "Ответьте, пожалуйста, на три коротких вопроса")
        await cast.mentee.taps("Ответить", reminder)
        assert "1 из 3" in cast.mentee.screen.text

    async def test_reach_a_mentee_who_never_said_whether_it_took_place(self, cast: Cast) -> None:
        await cast.world.advance(days=3)
        await cast.mentee.taps("Ответить", shown_with(cast.mentee, "на три коротких вопроса"))
        assert "1 из 3" in cast.mentee.screen.text

    async def test_left_unfinished_still_raise_the_alarm(self, cast: Cast) -> None:
        await cast.begin()
        await cast.mentee.taps("1", cast.mentee.screen)
        await cast.world.advance(hours=20)
        assert await cast.alerts() == []
        await cast.world.advance(hours=8)
        assert [one.kind for one in await cast.alerts()] == [AlertKind.LOW_ANSWER]

    @pytest.mark.parametrize(
        ("language", "progress"), [("tt", "3 сорауның 1-нчесе"), ("en", "After the meeting · 1 of 3")]
    )
    async def test_are_asked_in_the_persons_language(self, cast: Cast, language: str, progress: str) -> None:
        def choose(session: Session) -> None:
            for person in session.scalars(select(StoredPerson)):
                person.language = language

        await cast.world.write(choose)
        await cast.mentee.taps_data(f"mt_held:{cast.meeting_id}:1")
        await cast.mentee.taps_data(f"fb_open:{cast.meeting_id}")
        assert progress in cast.mentee.screen.text
        for answer in ("usefulness:1", "trust:9", "another_mentor:yes"):
            await cast.mentee.taps_data(f"fb_say:{cast.meeting_id}:{answer}")
        await cast.world.advance(days=1)
        assert len(await cast.alerts()) == 2
        assert told(cast.school.curator, {"tt": "Остазланучы", "en": "Mentee: "}[language])


@pytest.mark.requirement("N-5.1-5")
async def test_a_curator_who_is_the_mentor_neither_sees_nor_settles_it(cast: Cast) -> None:
    def appoint(session: Session) -> None:
        mentor = membership_of(session, cast.mentor.id)
        session.add(
            Membership(
                person_id=mentor.person_id,
                organization_id=cast.school.id,
                role=Role.CURATOR,
                status=MembershipStatus.ACTIVE,
                created_at=cast.world.clock.now(),
            )
        )

    await cast.world.write(appoint)
    await cast.answer("1", "9", "Да, хочу другого наставника")
    await cast.world.advance(days=2)
    alerts = await cast.alerts()
    assert len(alerts) == 2
    for alert in alerts:
        for button in ("al_card:{}", "al_a:{}:s", "al_a:{}:a", "fb_talk:{}", "fb_other:{}", "fb_free:{}"):
            await cast.mentor.taps_data(button.format(alert.id))
            assert "недоступно" in cast.mentor.toasts[-1].text
    await cast.mentor.sends("/menu")
    await cast.mentor.taps("Входящие")
    assert {alert.status for alert in await cast.alerts()} == {AlertStatus.OPEN}
    # The digest of Monday has nothing for them either.
    await cast.world.advance_to(datetime(2026, 9, 14, 6, 0, tzinfo=UTC))
    everything = everything_sent_to(cast.world, cast.mentor)
    assert [word for word in (*TELLTALE, "Низк", "наставника ·", "Хочет") if word in everything] == []
    assert told(cast.school.curator, "Польза встречи: 1 из 10")
