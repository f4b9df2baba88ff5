"""After meetings, through the whole bot: two taps to log one, the note, what was agreed, who is asked."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

import pytest
from sqlalchemy import select
from sqlalchemy.orm import Session

from models import (
    Alert,
    AlertKind,
    AlertStatus,
    LessonVisit,
    Meeting,
    MeetingKind,
    MeetingNote,
    MeetingStatus,
    MeetingTask,
    Mentorship,
    MentorshipMember,
    Role,
)
from sandbox.chats import SentMessage
from sandbox.telegram import Person
from tests.support.factories import NOW, make_confirmed_meeting
from tests.support.world import School, World, membership_of

MORNING = NOW - timedelta(hours=2)
"""Monday, eight o'clock in Moscow: over when the world begins."""


@dataclass
class Cast:
    """A school with one pair, on Monday morning."""

    world: World
    school: School
    mentor: Person
    mentee: Person
    pair_id: int

    async def meeting(
        self, at: datetime = MORNING, kind: MeetingKind = MeetingKind.REGULAR, pair_id: int = 0
    ) -> int:
        """A meeting that both had agreed on."""

        def make(session: Session) -> int:
            pair = session.get_one(Mentorship, pair_id or self.pair_id)
            return make_confirmed_meeting(session, pair, at, kind).id

        return await self.world.write(make)

    async def meetings(self) -> list[Meeting]:
        return await self.world.read(
            lambda session: list(session.scalars(select(Meeting).order_by(Meeting.id)))
        )

    async def tasks(self) -> list[MeetingTask]:
        return await self.world.read(
            lambda session: list(session.scalars(select(MeetingTask).order_by(MeetingTask.id)))
        )

    async def note(self) -> MeetingNote | None:
        return await self.world.read(lambda session: session.scalars(select(MeetingNote)).first())

    async def alerts(self, kind: AlertKind) -> list[Alert]:
        return await self.world.read(
            lambda session: list(session.scalars(select(Alert).where(Alert.kind == kind)))
        )

    async def log(self, who: Person) -> None:
        await who.sends("/menu")
        await who.taps("Отметить встречу")

    async def held(self) -> None:
        """A regular meeting that both called held."""
        await self.meeting()
        for person in (self.mentor, self.mentee):
            await self.log(person)
            await person.taps("✅ Состоялась")


@pytest.fixture
async def cast(world: World) -> Cast:
    school = await world.school()
    mentor = await world.member(
        school.id, Role.MENTOR, last="Каримова", first="Лилия", patronymic="Рашитовна"
    )
    mentee = await world.member(school.id, Role.MENTEE, profile={"difficulties": ["parents"]})
    pair_id = await world.pair(mentor, mentee)
    return Cast(world, school, mentor, mentee, pair_id)


def shown_with(who: Person, text: str) -> SentMessage:
    """The newest message of the bot that holds the text."""
    found = [sent for sent in who.from_bot if text in sent.text]
    assert found, f"{who.first_name} was not told «{text}»: {who.texts(3)}"
    return found[-1]


def data_of(who: Person, label: str, screen: SentMessage | None = None) -> str:
    """What the button of the screen carries."""
    markup = (screen or who.screen).markup
    assert markup is not None
    for row in markup.inline_keyboard:
        for one in row:
            if label in one.text:
                return one.callback_data or ""
    raise AssertionError(f"no «{label}»")


class TestLogging:
    async def test_takes_two_taps_and_one_to_confirm(self, cast: Cast) -> None:
        await cast.mentor.sends("/menu")
        before = cast.mentor.screen
        await cast.mentor.taps("Отметить встречу", before)
        await cast.mentor.taps("Сегодня")
        assert "Записано: встреча была" in cast.mentor.screen.text
        asked = shown_with(cast.mentee, "отмечает, что вы встречались")
        assert "Лилия Рашитовна К." in asked.text
        await cast.mentee.taps("Да, встречались", asked)
        (meeting,) = await cast.meetings()
        assert (meeting.status, meeting.is_after_the_fact) == (MeetingStatus.HELD, True)
        assert "Ответить на три вопроса" in str(cast.mentee.buttons)

    async def test_of_what_was_planned_takes_two_taps_too(self, cast: Cast) -> None:
        await cast.meeting()
        await cast.mentor.sends("/menu")
        await cast.mentor.taps("Отметить встречу")
        assert "понедельник, 7 сентября, 08:00" in cast.mentor.screen.text
        await cast.mentor.taps("✅ Состоялась")
        assert "Ждём ответа второй стороны" in cast.mentor.screen.text
        await cast.log(cast.mentee)
        await cast.mentee.taps("✅ Состоялась")
        assert [one.status for one in await cast.meetings()] == [MeetingStatus.HELD]

    async def test_a_no_of_the_other_side_comes_to_the_curator(self, cast: Cast) -> None:
        await cast.log(cast.mentee)
        await cast.mentee.taps("Вчера")
        await cast.mentor.taps("Нет", shown_with(cast.mentor, "отмечает, что вы встречались"))
        card = shown_with(cast.school.curator, "Ответы о встрече разошлись")
        await cast.school.curator.taps("Считать несостоявшейся", card)
        assert [one.status for one in await cast.meetings()] == [MeetingStatus.NOT_HELD]
        assert "несостоявшуюся" in cast.mentee.screen.text

    async def test_a_double_tap_makes_one_meeting(self, cast: Cast) -> None:
        await cast.log(cast.mentor)
        screen, today = cast.mentor.screen, data_of(cast.mentor, "Сегодня")
        await cast.mentor.taps_data(today, screen)
        await cast.mentor.taps_data(today, screen)
        assert len(await cast.meetings()) == 1
        assert "уже записана" in cast.mentor.screen.text
        await cast.mentor.taps("записать ещё одну")
        assert len(await cast.meetings()) == 2

    async def test_the_same_day_is_noticed(self, cast: Cast) -> None:
        await cast.meeting()
        await cast.log(cast.mentor)
        await cast.mentor.taps("Сегодня")
        assert "Это та же встреча?" in cast.mentor.screen.text
        await cast.mentor.taps("Да, это она")
        (meeting,) = await cast.meetings()
        assert not meeting.is_after_the_fact
        assert "Ждём ответа второй стороны" in cast.mentor.screen.text

    async def test_another_day_is_typed_and_survives_a_restart(self, cast: Cast) -> None:
        await cast.log(cast.mentor)
        await cast.mentor.taps("Другой день")
        await cast.mentor.sends("когда-то")
        assert (
            "Не понял дату" in cast.mentor.screen.text and "Когда вы встретились?" in cast.mentor.screen.text
        )
        await cast.mentor.sends("12.11.2026")
        assert "ещё не наступили" in cast.mentor.screen.text
        await cast.mentor.sends("01.05")
        assert "не старше 60 дней" in cast.mentor.screen.text
        await cast.mentor.sends_photo()
        assert "нужен ответ текстом" in cast.mentor.screen.text
        await cast.world.restart()
        await cast.mentor.sends("в пятницу в 14:15")
        (meeting,) = await cast.meetings()
        assert meeting.starts_at == datetime(2026, 9, 4, 11, 15, tzinfo=UTC)
        assert "пятница, 4 сентября, 14:15" in cast.mentor.screen.text

    async def test_a_slip_is_undone_and_the_kind_is_changed(self, cast: Cast) -> None:
        await cast.log(cast.mentor)
        await cast.mentor.taps("Сегодня")
        await cast.mentor.taps("Это была другая встреча")
        await cast.mentor.taps("Итоговая встреча")
        assert "Итоговая встреча" in cast.mentor.screen.text
        await cast.mentor.taps("Отменить запись")
        assert [one.status for one in await cast.meetings()] == [MeetingStatus.CANCELLED]
        asked = shown_with(cast.mentee, "отмечает, что вы встречались")
        await cast.mentee.taps("Да, встречались", asked)
        assert "неактуальна" in cast.mentee.toasts[-1].text

    async def test_the_buttons_of_others_have_no_effect(self, cast: Cast) -> None:
        stranger = await cast.world.member(cast.school.id, Role.MENTOR, last="Ким", first="Олег")
        await cast.log(cast.mentor)
        today = data_of(cast.mentor, "Сегодня")
        await stranger.sends("/menu")
        await stranger.taps_data(today, stranger.screen)
        assert "недоступно" in stranger.toasts[-1].text
        assert await cast.meetings() == []


class TestManyPairs:
    async def test_the_sixth_pair_is_on_the_next_page(self, cast: Cast) -> None:
        last = cast.pair_id
        for number in range(5):
            other = await cast.world.member(cast.school.id, Role.MENTEE, last=f"Петрова{number}", first="Ия")
            last = await cast.world.pair(cast.mentor, other)
        await cast.log(cast.mentor)
        assert f"jr_now:{last}:" not in str(cast.mentor.screen.markup)
        await cast.mentor.taps_data("jr_log:0:1", cast.mentor.screen)
        assert f"jr_now:{last}:" in str(cast.mentor.screen.markup)
        await cast.mentor.taps("Вчера")
        assert [one.mentorship_id for one in await cast.meetings()] == [last]


class TestVisits:
    async def test_after_the_talk_the_mentor_is_asked_what_the_lesson_showed(self, cast: Cast) -> None:
        meeting_id = await cast.meeting(kind=MeetingKind.LESSON_VISIT)

        def visited(session: Session) -> None:
            meeting = session.get_one(Meeting, meeting_id)
            teacher = meeting.mentorship.mentees[0].membership.person_id
            talk = NOW + timedelta(hours=2)
            meeting.lesson_visit = LessonVisit(teacher_id=teacher, after_at=talk)

        await cast.world.write(visited)
        await cast.log(cast.mentor)
        await cast.mentor.taps("✅ Состоялась")
        await cast.world.advance(hours=1)
        assert not any("Разговор после урока" in sent.text for sent in cast.mentor.from_bot)
        await cast.world.advance(hours=1, minutes=1)
        await cast.mentor.taps("Выводы по уроку", shown_with(cast.mentor, "Разговор после урока"))
        await cast.mentor.sends("Опрос в начале урока занимает треть времени")
        assert "занимает треть" in cast.mentor.screen.text


class TestGroups:
    async def test_a_mentee_who_was_not_there_is_told_no_lie(self, cast: Cast) -> None:
        other = await cast.world.member(cast.school.id, Role.MENTEE, last="Галиева", first="Алсу")

        def join(session: Session) -> None:
            pair = session.get_one(Mentorship, cast.pair_id)
            membership = membership_of(session, other.id)
            pair.members.append(MentorshipMember(membership=membership, role=Role.MENTEE, accepted_at=NOW))

        await cast.world.write(join)
        await cast.log(cast.mentor)
        await cast.mentor.taps("Сегодня")
        await cast.mentee.taps("Да, встречались", shown_with(cast.mentee, "отмечает, что вы встречались"))
        await other.taps("Нет", shown_with(other, "отмечает, что вы встречались"))
        assert "без вас" in other.screen.text
        assert "не состоялась" not in other.screen.text
        assert [one.status for one in await cast.meetings()] == [MeetingStatus.HELD]


class TestNotes:
    @pytest.mark.requirement("L-5-1", "L-5-4")
    async def test_the_mentor_notes_what_was_done_and_the_curator_reads_it(self, cast: Cast) -> None:
        await cast.meeting(kind=MeetingKind.ORGANISATIONAL)
        await cast.log(cast.mentor)
        await cast.mentor.taps("✅ Состоялась")
        await cast.mentor.taps("Что сделали")
        assert "Анна Сергеевна П., а также куратор и руководитель" in cast.mentor.screen.text
        await cast.mentor.sends("👍" * 1001)
        assert "Слишком длинно" in cast.mentor.screen.text
        await cast.world.restart()
        await cast.world.advance(minutes=1)
        await cast.mentor.sends("Познакомились, составили график <b>до мая</b>")
        assert "Запись сохранена" in cast.mentor.screen.text
        assert "&lt;b&gt;до мая" in cast.mentor.screen.text or "<b>до мая" in cast.mentor.screen.text
        await cast.mentor.taps("затруднениями работали")
        assert "родителями" in cast.mentor.buttons[0][0]
        await cast.mentor.taps("родителями")
        assert "☑" in cast.mentor.buttons[0][0]
        await cast.mentor.taps("Готово")
        assert "Над чем работали" in cast.mentor.screen.text

        await cast.log(cast.mentee)
        await cast.mentee.taps("✅ Состоялась")
        await cast.mentee.taps("Ход встреч")
        assert "составили график" in cast.mentee.screen.text
        note = await cast.note()
        assert note is not None and note.difficulties == ["parents"]

        curator = cast.school.curator
        await curator.sends("/menu")
        await curator.taps_data(f"jr_hist:{cast.pair_id}:0", curator.screen)
        assert "составили график" in curator.screen.text
        outsider = await cast.world.member(cast.school.id, Role.MENTOR, last="Ким", first="Олег")
        await outsider.taps_data(f"jr_hist:{cast.pair_id}:0", outsider.screen)
        assert "недоступно" in outsider.toasts[-1].text

    async def test_the_mentee_gets_no_form_of_the_mentors(self, cast: Cast) -> None:
        await cast.held()
        assert "Что сделали" not in str(cast.mentee.buttons)
        (meeting,) = await cast.meetings()
        await cast.mentee.taps_data(f"jr_note:{meeting.id}", cast.mentee.screen)
        assert "неактуальна" in cast.mentee.toasts[-1].text
        assert await cast.note() is None


class TestTasks:
    async def add(self, cast: Cast) -> None:
        """The mentor agrees with the mentee on something until next Monday."""
        await cast.mentor.taps("Добавить договорённость")
        await cast.mentor.sends("Составить план урока")
        await cast.mentor.taps("Анна Сергеевна П.")
        await cast.mentor.taps("Через неделю")

    @pytest.mark.requirement("N-2.3-3")
    async def test_is_agreed_told_reminded_of_and_done(self, cast: Cast) -> None:
        await cast.held()
        await self.add(cast)
        assert "Договорённость записана" in cast.mentor.screen.text
        told = shown_with(cast.mentee, "Новая договорённость")
        assert "Составить план урока" in told.text and "понедельник, 14 сентября" in told.text
        await cast.world.advance_to(datetime(2026, 9, 13, 6, 1, tzinfo=UTC))
        assert "Завтра срок" in shown_with(cast.mentee, "Составить план урока").text
        await cast.world.advance_to(datetime(2026, 9, 14, 6, 1, tzinfo=UTC))
        due = shown_with(cast.mentee, "Сегодня срок")
        await cast.mentee.taps("Сделано", due)
        (task,) = await cast.tasks()
        assert task.done_at is not None
        await cast.mentee.taps("К договорённостям")
        assert "невыполненных договорённостей нет" in cast.mentee.screen.text

    async def test_one_that_is_done_or_overdue_is_shown_as_such(self, cast: Cast) -> None:
        await cast.held()
        await self.add(cast)
        await cast.world.advance(days=9)
        await cast.mentor.sends("/menu")
        await cast.mentor.taps_data("jr_tsk:0:1", cast.mentor.screen)
        assert "срок прошёл 14.09.2026" in cast.mentor.screen.text
        await cast.mentor.taps("Составить план урока")
        await cast.mentor.taps("Изменить срок")
        await cast.mentor.sends("вчера")
        assert "Не понял дату" in cast.mentor.screen.text
        await cast.mentor.sends("01.10")
        assert "четверг, 1 октября" in cast.mentor.screen.text

    async def test_a_half_filled_one_survives_a_restart_and_old_buttons_do_nothing(self, cast: Cast) -> None:
        await cast.held()
        await cast.mentor.taps("Добавить договорённость")
        await cast.mentor.sends("Первое")
        old, choice = cast.mentor.screen, data_of(cast.mentor, "Анна Сергеевна П.")
        await cast.world.restart()
        await cast.mentor.sends("не кнопка")
        assert "кнопкой" in cast.mentor.screen.text
        await cast.mentor.taps("Анна Сергеевна П.")
        await cast.mentor.taps("Через неделю")
        await cast.mentor.taps_data(choice, old)
        assert "неактуальна" in cast.mentor.toasts[-1].text
        assert [one.text for one in await cast.tasks()] == ["Первое"]


class TestSilence:
    async def test_of_both_comes_to_the_curator_who_reminds_them(self, cast: Cast) -> None:
        meeting_id = await cast.meeting()
        await cast.world.advance(days=4)
        curator = cast.school.curator
        card = shown_with(curator, "Никто не сказал, была ли встреча")
        await curator.taps("Напомнить участникам", card)
        for person in (cast.mentor, cast.mentee):
            await person.taps("Состоялась", shown_with(person, "Состоялась ли встреча?"))
        (alert,) = await cast.alerts(AlertKind.MEETING_SILENT)
        assert (alert.status, alert.resolution) == (AlertStatus.RESOLVED, "told")
        assert [one.status for one in await cast.meetings() if one.id == meeting_id] == [MeetingStatus.HELD]

    async def test_is_ended_by_the_curators_word(self, cast: Cast) -> None:
        await cast.meeting()
        await cast.world.advance(days=4)
        curator = cast.school.curator
        card = shown_with(curator, "Никто не сказал, была ли встреча")
        data = data_of(curator, "Считать несостоявшейся", card)
        await curator.taps_data(data, card)
        await curator.taps_data(data, card)
        assert [one.status for one in await cast.meetings()] == [MeetingStatus.NOT_HELD]
        await cast.mentor.taps_data(data, cast.mentor.screen)
        assert "недоступно" in cast.mentor.toasts[-1].text

    async def test_two_misses_in_a_row_are_an_alert_with_a_way_to_plan(self, cast: Cast) -> None:
        for days in (7, 0):
            await cast.meeting(MORNING - timedelta(days=days))
        for person in (cast.mentor, cast.mentee):
            for _ in range(2):
                await cast.log(person)
                await person.taps("Не состоялась")
        curator = cast.school.curator
        card = shown_with(curator, "Не состоялись 2 встречи подряд")
        await curator.taps("Напомнить паре", card)
        for person in (cast.mentor, cast.mentee):
            notice = shown_with(person, "договориться о следующей встрече")
            assert "mt_plan" in str(notice.markup)
