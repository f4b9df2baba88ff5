"""Series and groups through the whole bot: repeated, confirmed in one tap, skipped, moved; each of a group
answers for themselves; and what people do wrong.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

import pytest
from sqlalchemy import select
from sqlalchemy.orm import Session

from models import (
    ConsentKind,
    Meeting,
    MeetingKind,
    MeetingMode,
    MeetingSeries,
    MeetingStatus,
    Mentorship,
    MentorshipMember,
    Role,
    SeriesStatus,
)
from sandbox.chats import SentMessage
from sandbox.telegram import Person
from services import access, meetings
from services.meetings import Lesson, Plan
from tests.support.factories import NOW, written_consent
from tests.support.world import School, World, membership_of

WEDNESDAY = datetime(2026, 9, 9, 12, 30, tzinfo=UTC)
"""Half past three in Moscow."""
WEEK = timedelta(weeks=1)


@dataclass
class Cast:
    world: World
    school: School
    mentor: Person
    mentees: list[Person]
    pair_id: int

    @property
    def mentee(self) -> Person:
        return self.mentees[0]

    async def proposed(self, who: Person, plan: Plan | None = None) -> int:
        """Somebody of the pair proposes a meeting; how it is planned has scenarios of its own."""
        wanted = plan or Plan(MeetingKind.REGULAR, WEDNESDAY, place="Кабинет 12")

        def propose(session: Session) -> int:
            actor = access.find_actor(session, who.id)
            assert actor is not None
            now = self.world.clock.now()
            return meetings.propose(session, actor, self.pair_id, wanted, now=now).id

        number = await self.world.write(propose)
        await self.world.advance(seconds=1)
        return number

    async def agreed(self) -> None:
        await self.proposed(self.mentor)
        await self.mentee.taps("Подтвердить")

    async def open_meeting(self, who: Person, label: str = "09.09 15:30") -> None:
        await who.sends("/menu")
        await who.taps("Встречи")
        await who.taps(label, who.screen)

    async def repeated(self, until: str = "30.10") -> None:
        """The mentor makes a weekly series out of the meeting."""
        await self.open_meeting(self.mentor)
        await self.mentor.taps("Повторять")
        await self.mentor.taps("Каждую неделю")
        await self.mentor.sends(until)
        await self.mentor.taps("Отправить")

    async def meetings(self) -> list[Meeting]:
        return await self.world.read(
            lambda session: list(session.scalars(select(Meeting).order_by(Meeting.starts_at, Meeting.id)))
        )

    async def series(self) -> list[MeetingSeries]:
        return await self.world.read(
            lambda session: list(session.scalars(select(MeetingSeries).order_by(MeetingSeries.id)))
        )

    async def standing(self) -> list[datetime]:
        return [one.starts_at for one in await self.meetings() if one.status == MeetingStatus.CONFIRMED]


async def _cast(world: World, mentees: int) -> Cast:
    school = await world.school()
    mentor = await world.member(school.id, Role.MENTOR, last="Каримова", first="Лилия")
    names = ("Анна", "Белла", "Вера")[:mentees]
    members = [await world.member(school.id, Role.MENTEE, first=name) for name in names]
    pair_id = await world.pair(mentor, members[0])

    def join(session: Session) -> None:
        pair = session.get_one(Mentorship, pair_id)
        for one in members[1:]:
            membership = membership_of(session, one.id)
            membership.unpaired_since = None
            pair.members.append(MentorshipMember(membership=membership, role=Role.MENTEE, accepted_at=NOW))
            session.add(written_consent(membership, ConsentKind.EXTRA_DUTIES, pair))

    await world.write(join)
    return Cast(world, school, mentor, members, pair_id)


@pytest.fixture
async def cast(world: World) -> Cast:
    return await _cast(world, 1)


@pytest.fixture
async def group(world: World) -> Cast:
    return await _cast(world, 3)


def shown_with(who: Person, text: str) -> SentMessage:
    """The newest message of the bot that holds the text."""
    found = [sent for sent in who.from_bot if text in sent.text]
    assert found, f"{who.first_name} was not told «{text}»: {who.texts(3)}"
    return found[-1]


def data_of(who: Person, label: str) -> str:
    """What a button of the screen in view carries."""
    markup = who.screen.markup
    assert markup is not None
    found = (one for row in markup.inline_keyboard for one in row if label in one.text)
    return str(next(found).callback_data)


def count_of(who: Person, text: str) -> int:
    return sum(text in sent.text for sent in who.from_bot)


@pytest.mark.requirement("L-5-4")
class TestSeries:
    async def test_one_tap_confirms_all_days(self, cast: Cast) -> None:
        await cast.agreed()
        await cast.repeated()
        assert "Предложение отправлено" in cast.mentor.screen.text
        asked = shown_with(cast.mentee, "предлагают встречаться регулярно")
        assert "Каждую неделю" in asked.text and "среда, 16 сентября, 15:30" in asked.text
        await cast.mentee.taps("Подтвердить все дни", asked)
        assert await cast.standing() == [WEDNESDAY + number * WEEK for number in range(8)]
        assert count_of(cast.mentor, "Серия встреч подтверждена") == 1
        assert count_of(cast.mentor, "Ваше предложение принято") == 1, "no message for every day"

    async def test_a_day_is_struck_out_before_it_is_sent_and_taken_in_again(self, cast: Cast) -> None:
        await cast.agreed()
        await cast.open_meeting(cast.mentor)
        await cast.mentor.taps("Повторять")
        await cast.mentor.taps("Раз в две недели")
        await cast.mentor.sends("30.10")
        for label in ("23.09", "07.10"):
            await cast.mentor.taps(label, cast.mentor.screen)
        assert "Пропускаем" in cast.mentor.screen.text
        await cast.world.restart()
        await cast.mentor.taps("07.10", cast.mentor.screen)
        await cast.mentor.taps("Отправить")
        await cast.mentee.taps("Подтвердить все дни", shown_with(cast.mentee, "встречаться регулярно"))
        assert await cast.standing() == [WEDNESDAY, WEDNESDAY + 4 * WEEK, WEDNESDAY + 6 * WEEK]

    async def test_wrong_dates_are_explained_and_nothing_is_lost(self, cast: Cast) -> None:
        await cast.agreed()
        await cast.open_meeting(cast.mentor)
        await cast.mentor.taps("Повторять")
        await cast.mentor.taps("Каждую неделю")
        await cast.mentor.sends("когда-нибудь")
        assert "До какого дня повторять?" in cast.mentor.screen.text
        await cast.mentor.sends("10.09")
        assert "не раньше 16.09.2026" in cast.mentor.screen.text
        await cast.mentor.sends("x" * 5000)
        await cast.mentor.sends("25.09")
        assert "Встреч: 2" in cast.mentor.screen.text

    async def test_a_tap_too_many_changes_nothing(self, cast: Cast) -> None:
        await cast.agreed()
        await cast.open_meeting(cast.mentor)
        await cast.mentor.taps("Повторять")
        await cast.mentor.taps("Каждую неделю")
        await cast.mentor.sends("30.10")
        days, send = cast.mentor.screen, data_of(cast.mentor, "Отправить")
        for _ in range(2):
            await cast.mentor.taps_data(send, days)
        assert len(await cast.series()) == 1
        asked = shown_with(cast.mentee, "встречаться регулярно")
        for _ in range(2):
            await cast.mentee.taps_data(f"ms_yes:{(await cast.series())[0].id}", asked)
        assert len(await cast.standing()) == 8
        assert count_of(cast.mentor, "Серия встреч подтверждена") == 1

    async def test_a_step_of_an_earlier_form_is_no_longer_current(self, cast: Cast) -> None:
        await cast.agreed()
        await cast.open_meeting(cast.mentor)
        await cast.mentor.taps("Повторять")
        old, weekly = cast.mentor.screen, data_of(cast.mentor, "Каждую неделю")
        await cast.open_meeting(cast.mentor)
        await cast.mentor.taps("Повторять")
        toasts = len(cast.mentor.toasts)
        await cast.mentor.taps_data(weekly, old)
        assert cast.mentor.toasts[toasts].text
        await cast.mentor.sends("/menu")
        assert await cast.series() == []

    async def test_somebody_elses_button_has_no_effect(self, cast: Cast) -> None:
        await cast.agreed()
        await cast.repeated()
        stranger = await cast.world.member(cast.school.id, Role.MENTEE, first="Чужая")
        number = (await cast.series())[0].id
        for prefix in ("ms_yes", "ms_no", "ms_ended", "ms_card"):
            await stranger.taps_data(f"{prefix}:{number}")
            assert "недоступно" in stranger.toasts[-1].text
        for data in ("ms_card:999999", "ms_skday:1:20261399", "ms_f_tog:abc:1", "ms_yes:" + "9" * 50):
            toasts = len(stranger.toasts)
            await stranger.taps_data(data)
            assert len(stranger.toasts) == toasts + 1
        assert (await cast.series())[0].status == SeriesStatus.PROPOSED

    async def test_is_declined_in_one_tap_and_the_meeting_stays(self, cast: Cast) -> None:
        await cast.agreed()
        await cast.repeated()
        await cast.mentee.taps("Отклонить серию", shown_with(cast.mentee, "встречаться регулярно"))
        assert count_of(cast.mentor, "Серия встреч не подошла") == 1
        assert await cast.standing() == [WEDNESDAY]

    async def test_a_day_is_skipped_from_the_list_of_series(self, cast: Cast) -> None:
        await cast.agreed()
        await cast.repeated()
        await cast.mentee.taps("Подтвердить все дни", shown_with(cast.mentee, "встречаться регулярно"))
        await cast.mentor.sends("/menu")
        await cast.mentor.taps("Встречи")
        await cast.mentor.taps("Серии встреч")
        await cast.mentor.taps("Каждую неделю")
        await cast.mentor.taps("Пропустить день")
        await cast.mentor.taps("16.09", cast.mentor.screen)
        assert WEDNESDAY + WEEK not in await cast.standing()
        assert "Встречи серии не будет" in shown_with(cast.mentee, "16 сентября").text
        await cast.world.advance_to(WEDNESDAY + WEEK - timedelta(minutes=30))
        assert count_of(cast.mentee, "Напоминаем") == 2, "of the first meeting only"

    async def test_is_ended_with_one_message(self, cast: Cast) -> None:
        await cast.agreed()
        await cast.repeated()
        await cast.mentee.taps("Подтвердить все дни", shown_with(cast.mentee, "встречаться регулярно"))
        await cast.mentee.taps("Прекратить серию")
        await cast.mentee.taps("Да, прекратить")
        assert await cast.standing() == []
        assert count_of(cast.mentor, "Серия встреч прекращена") == 1
        assert count_of(cast.mentor, "Встреча отменена") == 0

    async def test_this_and_all_that_follow_are_moved(self, cast: Cast) -> None:
        await cast.agreed()
        await cast.repeated()
        await cast.mentee.taps("Подтвердить все дни", shown_with(cast.mentee, "встречаться регулярно"))
        await cast.open_meeting(cast.mentor, "23.09 15:30")
        await cast.mentor.taps("Предложить другое время")
        await cast.mentor.taps("Эту и все следующие")
        await cast.mentor.taps("24.09", cast.mentor.screen)
        await cast.mentor.sends("16:00")
        await cast.mentor.taps("Отправить")
        asked = shown_with(cast.mentee, "предлагают перенести серию")
        await cast.mentee.taps("Подтвердить все дни", asked)
        thursday = WEDNESDAY + 2 * WEEK + timedelta(days=1, minutes=30)
        assert (await cast.standing())[:4] == [
            WEDNESDAY,
            WEDNESDAY + WEEK,
            thursday,
            thursday + WEEK,
        ]

    async def test_goes_on_by_itself_for_months(self, cast: Cast) -> None:
        await cast.agreed()
        await cast.repeated("31.12")
        await cast.mentee.taps("Подтвердить все дни", shown_with(cast.mentee, "встречаться регулярно"))
        before = len(await cast.standing())
        await cast.world.advance_to(WEDNESDAY + timedelta(days=40))
        later = [one.starts_at for one in await cast.meetings() if one.series_id is not None]
        assert len(later) > before
        assert len(later) == len(set(later))


@pytest.mark.requirement("N-2.3-2")
class TestGroup:
    async def test_stands_with_the_first_yes_and_the_card_says_who_comes(self, group: Cast) -> None:
        await group.proposed(group.mentor)
        anna, bella, vera = group.mentees
        await anna.taps("Подтвердить")
        assert "Ваше предложение принято" in group.mentor.screen.text
        assert "Ещё не ответили" in group.mentor.screen.text
        await bella.taps("Подтвердить")
        await vera.taps("Отклонить", vera.screen)
        await group.open_meeting(group.mentor)
        card = group.mentor.screen.text
        assert "Придут: Анна" in card and "Белла" in card and "Не придут: Вера" in card
        assert count_of(group.mentor, "Придёт на встречу") == 1
        assert count_of(group.mentor, "Не придёт на встречу") == 1

    async def test_only_those_who_come_are_reminded(self, group: Cast) -> None:
        await group.proposed(group.mentor)
        anna, bella, vera = group.mentees
        await anna.taps("Подтвердить")
        await bella.taps("Отклонить", bella.screen)
        await group.world.advance_to(WEDNESDAY - timedelta(minutes=30))
        assert count_of(anna, "Напоминаем") == 2
        assert count_of(bella, "Напоминаем") == count_of(vera, "Напоминаем") == 0
        await group.world.advance_to(WEDNESDAY + timedelta(minutes=65))
        assert count_of(anna, "Состоялась ли встреча?") == 1
        assert count_of(bella, "Состоялась ли встреча?") == count_of(vera, "Состоялась ли встреча?") == 0

    async def test_is_declined_when_nobody_comes(self, group: Cast) -> None:
        await group.proposed(group.mentor)
        for mentee in group.mentees:
            await mentee.taps("Отклонить", mentee.screen)
        assert (await group.meetings())[0].status == MeetingStatus.DECLINED
        assert "не подошло" in group.mentor.screen.text

    async def test_of_a_mentee_needs_the_mentor(self, group: Cast) -> None:
        anna, bella, _ = group.mentees
        await group.proposed(anna)
        await bella.taps("Подтвердить")
        assert (await group.meetings())[0].status == MeetingStatus.PROPOSED
        await group.mentor.taps("Подтвердить")
        assert (await group.meetings())[0].status == MeetingStatus.CONFIRMED
        assert "Встреча состоится" in shown_with(bella, "Встреча состоится").text

    async def test_who_cannot_come_after_all_says_so_and_the_last_one_ends_it(self, group: Cast) -> None:
        await group.proposed(group.mentor)
        anna, bella, _ = group.mentees
        for one in (anna, bella):
            await one.taps("Подтвердить")
        for _ in range(2):
            await group.open_meeting(anna)
            if any("Не смогу прийти" in row for row in anna.buttons):
                await anna.taps("Не смогу прийти")
                await anna.taps("Да, не приду")
        assert (await group.meetings())[0].status == MeetingStatus.CONFIRMED
        assert count_of(group.mentor, "Не придёт на встречу") == 1
        await group.open_meeting(bella)
        await bella.taps("Отменить встречу")
        await bella.taps("Да, отменить")
        assert (await group.meetings())[0].status == MeetingStatus.CANCELLED

    async def test_who_said_no_may_still_come(self, group: Cast) -> None:
        await group.proposed(group.mentor)
        anna, bella, _ = group.mentees
        await anna.taps("Подтвердить")
        await bella.taps("Отклонить", bella.screen)
        await group.open_meeting(bella)
        await bella.taps("Подтвердить")
        await group.world.advance_to(WEDNESDAY - timedelta(minutes=30))
        assert count_of(bella, "Напоминаем") == 2


class TestDecliningWithAReason:
    async def test_the_other_side_reads_it(self, cast: Cast) -> None:
        await cast.proposed(cast.mentor)
        await cast.mentee.taps("Отклонить и написать почему")
        assert "Ваши слова прочитает: Лилия" in cast.mentee.screen.text
        await cast.world.restart()
        await cast.mentee.sends("В среду педсовет & <совещание>")
        assert "Причину передадим" in cast.mentee.screen.text
        assert "педсовет & <совещание>" in cast.mentor.screen.text
        assert (await cast.meetings())[0].status == MeetingStatus.DECLINED

    async def test_what_is_too_long_or_no_text_is_asked_again(self, cast: Cast) -> None:
        await cast.proposed(cast.mentor)
        await cast.mentee.taps("Отклонить и написать почему")
        await cast.mentee.sends("ы" * 5000)
        assert "Почему встреча не подходит?" in cast.mentee.screen.text
        assert (await cast.meetings())[0].status == MeetingStatus.PROPOSED
        await cast.mentee.taps("Отклонить без причины")
        assert (await cast.meetings())[0].status == MeetingStatus.DECLINED

    async def test_after_the_meeting_was_taken_back_it_has_no_effect(self, cast: Cast) -> None:
        await cast.proposed(cast.mentor)
        await cast.mentee.taps("Отклонить и написать почему")
        await cast.open_meeting(cast.mentor)
        await cast.mentor.taps("Отозвать предложение")
        await cast.mentor.taps("Да, отозвать")
        await cast.mentee.sends("Не могу")
        assert (await cast.meetings())[0].status == MeetingStatus.CANCELLED
        assert count_of(cast.mentor, "Причина") == 0


async def test_a_visit_to_a_lesson_says_whose_lesson_and_when_they_talk(cast: Cast) -> None:
    teacher = await cast.world.read(lambda session: membership_of(session, cast.mentee.id).person_id)
    lesson = Lesson(
        teacher, "7Б, алгебра", WEDNESDAY - timedelta(minutes=20), WEDNESDAY + timedelta(hours=1), "Начало"
    )
    plan = Plan(MeetingKind.LESSON_VISIT, WEDNESDAY, 45, MeetingMode.IN_PERSON, "Кабинет 7", lesson=lesson)
    await cast.proposed(cast.mentor, plan)
    asked = cast.mentee.screen.text
    assert "Посещение урока" in asked and "7Б, алгебра" in asked and "45 мин" in asked
    assert "Разговор до урока: среда, 9 сентября, 15:10" in asked
    assert "Разговор после урока: среда, 9 сентября, 16:30" in asked
    assert "На что смотрим: Начало" in asked
