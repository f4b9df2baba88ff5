"""Help asked for and given in the chat: two taps to answer, who reads what, and what nobody answers."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta

import pytest
from sqlalchemy import select
from sqlalchemy.orm import Session

from handlers.help.callbacks import (
    AllAsked,
    AnswerStarted,
    AskStarted,
    Helped,
    QuickAnswered,
    Reminded,
    RequestOpened,
    TakenBack,
)
from models import AuditRecord, HelpAnswer, HelpRequest, HelpStatus, MembershipStatus, Role
from sandbox.telegram import Person
from tests.support.world import School, World, membership_of

QUESTION = "Класс шумит, что делать?"


@dataclass
class Cast:
    """A school with a pair, a second mentor, and what its people do most often."""

    world: World
    school: School
    mentor: Person
    other: Person
    mentee: Person
    pair_id: int

    async def ask(self, whom: str = "Спросить: Лилия", topic: str = "Дисциплина на уроке") -> None:
        await self.mentee.sends("/menu")
        await self.mentee.taps("🆘 Нужна помощь")
        await self.mentee.taps(whom)
        await self.mentee.taps(topic)
        await self.mentee.sends(QUESTION)

    async def request(self) -> HelpRequest:
        query = select(HelpRequest).order_by(HelpRequest.id.desc()).limit(1)
        return await self.world.read(lambda session: session.scalars(query).one())

    async def answers(self) -> list[str]:
        query = select(HelpAnswer.text).order_by(HelpAnswer.id)
        return await self.world.read(lambda session: list(session.scalars(query)))

    async def acts(self) -> list[str]:
        query = select(AuditRecord.act).where(AuditRecord.act.startswith("help."))
        return await self.world.read(lambda session: list(session.scalars(query.order_by(AuditRecord.id))))


@pytest.fixture
async def cast(world: World) -> Cast:
    school = await world.school()
    mentor = await world.member(
        school.id, Role.MENTOR, last="Каримова", first="Лилия", patronymic="Рашитовна"
    )
    other = await world.member(school.id, Role.MENTOR, last="Белов", first="Олег", patronymic="Юрьевич")
    mentee = await world.member(school.id, Role.MENTEE)
    return Cast(world, school, mentor, other, mentee, await world.pair(mentor, mentee))


def count_of(who: Person, text: str) -> int:
    return sum(text in sent.text for sent in who.from_bot)


@pytest.mark.requirement("N-2.3-5")
async def test_help_is_asked_answered_with_one_tap_and_judged(cast: Cast) -> None:
    await cast.mentee.sends("/menu")
    await cast.mentee.taps("🆘 Нужна помощь")
    await cast.mentee.taps("Спросить: Лилия Рашитовна К.")
    assert "Прочитает Лилия Рашитовна К." in cast.mentee.screen.text
    assert "смогут прочитать куратор и руководитель" in cast.mentee.screen.text
    await cast.mentee.taps("Дисциплина на уроке")
    await cast.mentee.sends(QUESTION)
    assert "Просьба отправлена" in cast.mentee.screen.text

    asked = cast.mentor.screen
    assert "Вас просят о помощи" in asked.text and QUESTION in asked.text
    assert "Анна Сергеевна П." in asked.text and "Тема: Дисциплина на уроке" in asked.text
    assert count_of(cast.other, QUESTION) == count_of(cast.school.curator, QUESTION) == 0
    await cast.world.advance(minutes=20)
    await cast.mentor.taps("Зайдите после уроков", asked)
    assert "Ответ отправлен" in cast.mentor.screen.text

    assert "Вам ответили" in cast.mentee.screen.text and "Зайдите после уроков" in cast.mentee.screen.text
    await cast.mentee.taps("Помогло")
    assert "Ваш ответ помог" in cast.mentor.screen.text
    request = await cast.request()
    assert (request.status, request.helped) == (HelpStatus.CLOSED, True)
    assert request.answered_at is not None
    assert request.answered_at - request.asked_at == timedelta(minutes=20)


@pytest.mark.requirement("N-2.3-5")
async def test_from_the_menu_an_answer_takes_two_taps(cast: Cast) -> None:
    await cast.ask()
    await cast.mentor.sends("/menu")
    assert "🆘 Просят помочь · 1" in str(cast.mentor.buttons)
    await cast.mentor.taps("🆘 Просят помочь")
    assert QUESTION in cast.mentor.screen.text
    await cast.mentor.taps("Позвоню сегодня", cast.mentor.screen)
    assert await cast.answers() == ["call_today"]
    await cast.mentor.sends("/menu")
    assert "🆘 Просят помочь ·" not in str(cast.mentor.buttons)
    await cast.mentee.sends("/menu")
    # An answer waits to be judged.
    assert "🆘 Нужна помощь · 1" in str(cast.mentee.buttons)


async def test_the_question_may_be_typed_without_a_topic_and_answered_in_ones_own_words(cast: Cast) -> None:
    await cast.mentee.sends("/menu")
    await cast.mentee.taps("🆘 Нужна помощь")
    await cast.mentee.taps("Спросить: Лилия")
    await cast.mentee.sends(QUESTION)
    assert "Просьба отправлена" in cast.mentee.screen.text
    await cast.mentor.taps("Ответить своими словами")
    assert "Его прочитают Анна Сергеевна П." in cast.mentor.screen.text
    await cast.world.restart()
    await cast.mentor.sends("Начните с <правил> и договоритесь о знаке")
    assert "Начните с <правил>" in cast.mentee.screen.text


async def test_the_asker_needs_more_and_those_who_answered_hear_it(cast: Cast) -> None:
    await cast.ask("Спросить всех наставников")
    assert QUESTION in cast.mentor.screen.text and QUESTION in cast.other.screen.text
    await cast.other.taps("Приду к вам на урок")
    told = len(cast.mentor.from_bot)
    await cast.mentee.taps("Нужно ещё")
    assert "получат те, кто вам ответил" in cast.mentee.screen.text
    await cast.mentee.sends("А если это 9 «Б»?")
    assert "Отправлено тем, кто вам ответил" in cast.mentee.screen.text
    assert "Вас спрашивают ещё раз" in cast.other.screen.text and "9 «Б»" in cast.other.screen.text
    assert len(cast.mentor.from_bot) == told
    assert (await cast.request()).status == HelpStatus.OPEN
    await cast.other.taps("Отвечу подробно завтра")
    assert "Отвечу подробно завтра" in cast.mentee.screen.text
    answered = await cast.request()
    assert answered.answered_at == answered.asked_at


class TestAllMentors:
    async def test_a_late_quick_answer_is_not_sent_but_may_be_added(self, cast: Cast) -> None:
        await cast.ask("Спросить всех наставников")
        late = cast.mentor.screen
        await cast.other.taps("Позвоню сегодня")
        await cast.mentor.taps("Зайдите после уроков", late)
        assert "уже ответили" in cast.mentor.screen.text and "Позвоню сегодня" in cast.mentor.screen.text
        assert await cast.answers() == ["call_today"]
        await cast.mentor.taps("Дополнить ответ")
        await cast.mentor.sends("И я зайду")
        assert await cast.answers() == ["call_today", "И я зайду"]
        assert "И я зайду" in cast.mentee.screen.text

    async def test_a_second_tap_on_an_answer_is_one_answer(self, cast: Cast) -> None:
        await cast.ask()
        asked = cast.mentor.screen
        data = QuickAnswered(request_id=(await cast.request()).id, key="call_today", seen=0).pack()
        await cast.mentor.taps_data(data, asked)
        await cast.mentor.taps_data(data, asked)
        assert "Ответ отправлен" in cast.mentor.screen.text
        assert await cast.answers() == ["call_today"]
        assert count_of(cast.mentee, "Вам ответили") == 1

    async def test_whoever_was_to_hear_in_the_morning_does_not_when_it_was_answered(self, cast: Cast) -> None:
        await cast.world.advance(hours=11)
        await cast.ask("Спросить всех наставников")
        assert "тихие часы" in cast.mentee.screen.text
        assert "вторник, 8 сентября, 08:00" in cast.mentee.screen.text
        assert count_of(cast.mentor, QUESTION) == 0
        await cast.other.sends("/menu")
        await cast.other.taps("🆘 Просят помочь")
        await cast.other.taps("Позвоню сегодня")
        await cast.world.advance(hours=12)
        assert count_of(cast.mentor, QUESTION) == 0
        assert "Вам ответили" in cast.mentee.screen.text


async def test_let_us_meet_leads_to_planning_on_both_sides(cast: Cast) -> None:
    await cast.ask()
    await cast.mentor.taps("Давайте встретимся")
    assert "Запланировать встречу" in str(cast.mentor.buttons)
    assert "Запланировать встречу" in str(cast.mentee.buttons)


async def test_what_was_taken_back_nobody_reads(cast: Cast) -> None:
    await cast.ask()
    asked = cast.mentor.screen
    await cast.mentee.taps("Забрать просьбу")
    assert "забрали" in cast.mentee.screen.text
    await cast.mentor.taps("Позвоню сегодня", asked)
    assert "неактуальна" in cast.mentor.toasts[-1].text
    assert await cast.answers() == []
    await cast.mentor.sends("/menu")
    assert "🆘 Просят помочь ·" not in str(cast.mentor.buttons)


async def test_phones_and_documents_are_refused_and_what_was_typed_may_be_mended(cast: Cast) -> None:
    await cast.mentee.sends("/menu")
    await cast.mentee.taps("🆘 Нужна помощь")
    await cast.mentee.taps("Спросить: Лилия")
    await cast.mentee.taps("Без темы")
    await cast.mentee.sends("Позвоните мне: +7 917 123-45-67")
    assert "телефон" in cast.mentee.screen.text
    await cast.mentee.sends("я" * 1001)
    assert "Слишком длинно" in cast.mentee.screen.text
    await cast.mentee.sends_sticker()
    await cast.world.advance(minutes=1)
    assert count_of(cast.mentor, "просят о помощи") == 0
    await cast.mentee.sends(QUESTION)
    assert QUESTION in cast.mentor.screen.text


class TestUnanswered:
    @pytest.mark.requirement("N-2.3-5")
    async def test_it_climbs_without_its_text_and_a_reminder_settles_it(self, cast: Cast) -> None:
        curator = cast.school.curator
        await cast.ask()
        await cast.world.advance(hours=23)
        assert count_of(curator, "ждёт ответа") == 0
        await cast.world.advance(hours=2)
        assert "Просьба о помощи ждёт ответа" in curator.screen.text
        assert QUESTION not in curator.screen.text
        await curator.taps("Напомнить наставнику")
        assert "Напомнили" in curator.screen.text
        assert count_of(cast.mentor, QUESTION) == 2
        await cast.mentor.taps("Позвоню сегодня")
        await cast.world.advance(days=3)
        # The card became the word that it was done, and no other came.
        assert count_of(curator, "ждёт ответа") == 0
        assert await cast.acts() == ["help.reminded"]

    async def test_it_comes_back_when_the_reminder_did_not_help(self, cast: Cast) -> None:
        curator = cast.school.curator
        await cast.ask()
        await cast.world.advance(hours=25)
        await curator.taps("Напомнить наставнику")
        await cast.world.advance(hours=25)
        assert "ждёт ответа" in curator.screen.text
        stale = Reminded(request_id=(await cast.request()).id).pack()
        await curator.taps("Прочитать и ответить")
        assert QUESTION in curator.screen.text
        await curator.taps("Написать ответ")
        await curator.sends("Зайдите ко мне после пятого урока")
        assert "Зайдите ко мне" in cast.mentee.screen.text and "Мария Ивановна О." in cast.mentee.screen.text
        await curator.taps_data(stale)
        assert "неактуальна" in curator.toasts[-1].text
        assert await cast.acts() == ["help.reminded", "help.seen", "help.seen", "help.answered"]

    async def test_the_curator_passes_it_on_to_all_mentors_and_the_asker_hears_it(self, cast: Cast) -> None:
        await cast.ask()
        await cast.world.advance(hours=25)
        await cast.school.curator.taps("Передать всем наставникам")
        assert "передана всем наставникам" in cast.school.curator.screen.text
        assert QUESTION in cast.other.screen.text
        assert "Куратор передал вашу просьбу" in cast.mentee.screen.text
        await cast.other.taps("Позвоню сегодня")
        assert "Вам ответили" in cast.mentee.screen.text

    async def test_a_mentor_who_paused_sends_it_up_at_once(self, cast: Cast) -> None:
        await cast.ask()
        await cast.world.write(_pause, cast.mentor.id)
        await cast.world.advance(minutes=2)
        assert count_of(cast.school.curator, "приостановил") == 1
        await cast.mentee.sends("/menu")
        await cast.mentee.taps("🆘 Нужна помощь")
        assert "Лилия" not in str(cast.mentee.buttons)

    async def test_of_a_mentor_without_telegram_the_curator_hears_at_once(self, cast: Cast) -> None:
        await cast.world.write(_without_telegram, cast.mentor.id)
        await cast.ask()
        assert "Просьбу получит куратор" in cast.mentee.screen.text
        assert "Написать наставнику в Телеграм нельзя" in cast.school.curator.screen.text
        assert "Напомнить" not in str(cast.school.curator.buttons)

    async def test_a_mentee_without_a_mentor_asks_all_and_the_curator_hears_who(self, cast: Cast) -> None:
        alone = await cast.world.member(cast.school.id, Role.MENTEE, last="Сова", first="Ева", patronymic="")
        await alone.taps("🆘 Нужна помощь")
        assert "Спросить: " not in str(alone.buttons)
        await alone.taps("Спросить всех наставников")
        await alone.sends(QUESTION)
        assert QUESTION in cast.mentor.screen.text and QUESTION in cast.other.screen.text
        assert "без наставника: Ева С." in cast.school.curator.screen.text
        assert QUESTION not in cast.school.curator.screen.text


@pytest.mark.requirement("N-2.3-5")
async def test_the_desk_shows_how_quickly_answers_come_and_no_texts(cast: Cast) -> None:
    await cast.ask()
    await cast.world.advance(minutes=90)
    await cast.mentor.taps("Позвоню сегодня")
    await cast.ask("Спросить всех наставников")
    await cast.world.advance(hours=2)
    for person in (cast.school.curator, cast.school.head):
        await person.sends("/menu")
        assert "🆘 Просьбы о помощи · 1" in str(person.buttons)
        await person.taps("🆘 Просьбы о помощи")
        text = person.screen.text
        assert "Просьб: 2, с ответом: 1." in text and "1 ч. 30 мин." in text
        assert "Анна Сергеевна П. → все наставники, ждёт 2 ч. 0 мин." in text
        assert QUESTION not in text
    assert await cast.acts() == ["help.desk_seen", "help.desk_seen"]


async def test_other_peoples_buttons_do_nothing(cast: Cast) -> None:
    await cast.ask()
    number = (await cast.request()).id
    stranger = await cast.world.member(cast.school.id, Role.MENTEE, last="Чужая", first="Нина")
    other_school = await cast.world.school("Школа № 2")
    far = await cast.world.member(other_school.id, Role.MENTOR, last="Дальний", first="Пётр")
    mentee_id = await cast.world.read(lambda session: membership_of(session, cast.mentee.id).id)
    forged = (
        RequestOpened(request_id=number),
        QuickAnswered(request_id=number, key="call_today", seen=0),
        AnswerStarted(request_id=number),
        Helped(request_id=number),
        TakenBack(request_id=number),
        AllAsked(request_id=number),
        Reminded(request_id=number),
    )
    # The curator, too, reads nothing before it has climbed; nor another mentor what was not sent to them.
    for person in (stranger, far, other_school.curator, cast.school.curator, cast.other):
        for button in forged:
            await person.taps_data(button.pack())
            assert "недоступно" in person.toasts[-1].text
        await person.taps_data(AskStarted(membership_id=mentee_id, mentorship_id=cast.pair_id).pack())
        assert "неактуальна" in person.toasts[-1].text
        assert count_of(person, QUESTION) == 0
    assert (await cast.request()).status == HelpStatus.OPEN
    assert await cast.answers() == []


async def test_a_question_half_typed_survives_a_restart_and_can_be_dropped(cast: Cast) -> None:
    await cast.mentee.sends("/menu")
    await cast.mentee.taps("🆘 Нужна помощь")
    await cast.mentee.taps("Спросить: Лилия")
    stale = _data(cast.mentee)
    await cast.world.restart()
    await cast.mentee.taps("Дисциплина на уроке")
    await cast.mentee.taps("Отмена")
    assert "ничего не отправлено" in cast.mentee.screen.text
    await cast.mentee.taps_data(stale)
    assert "неактуальна" in cast.mentee.toasts[-1].text
    await cast.mentee.sends(QUESTION)
    assert count_of(cast.mentor, QUESTION) == 0


async def test_five_open_questions_are_enough(cast: Cast) -> None:
    for _ in range(5):
        await cast.ask()
    await cast.ask()
    assert "уже 5 просьб" in cast.mentee.screen.text
    assert count_of(cast.mentor, "Вас просят") == 5


def _pause(session: Session, chat_id: int) -> None:
    membership_of(session, chat_id).status = MembershipStatus.PAUSED


def _without_telegram(session: Session, chat_id: int) -> None:
    membership_of(session, chat_id).person.chat_id = None


def _data(person: Person) -> str:
    """What the first button in view carries."""
    markup = person.screen.markup
    assert markup is not None
    return markup.inline_keyboard[0][0].callback_data or ""
