"""From the queue to a pair, through the buttons: what the curator, the mentor and the mentee do and see."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime

import pytest
from sqlalchemy import func, select
from sqlalchemy.orm import Session

from models import AuditRecord, Mentorship, MentorshipStatus, Role
from sandbox.telegram import Person
from tests.support.world import World, membership_of

MENTEE_PROFILE = {
    "subject": "physics",
    "experience_years": 1,
    "difficulties": ["discipline", "parents"],
    "hopes": "Хочу увереннее вести урок",
}
MENTOR_PROFILE = {"subject": "physics", "strengths": ["discipline"], "times": ["saturday"]}
MENTEE, MENTOR, OTHER_MENTOR = "Ада Юрьевна К.", "Олег Ильич Л.", "Вера Павловна З."


@dataclass
class Cast:
    school_id: int
    curator: Person
    head: Person
    mentee: Person
    mentor: Person

    async def curator_proposes(self, mentor: str = MENTOR) -> None:
        await self.curator.sends("/menu")
        for label in ("Ждут наставника", MENTEE, "Подобрать наставника", mentor, "Предложить эту пару"):
            await self.curator.taps(label)


@pytest.fixture
async def cast(world: World) -> Cast:
    school = await world.school()
    mentee = await world.member(
        school.id, Role.MENTEE, last="Ким", first="Ада", patronymic="Юрьевна", profile=MENTEE_PROFILE
    )
    mentor = await world.member(
        school.id, Role.MENTOR, last="Лебедев", first="Олег", patronymic="Ильич", profile=MENTOR_PROFILE
    )
    return Cast(school.id, school.curator, school.head, mentee, mentor)


async def second_mentor(world: World, cast: Cast) -> Person:
    return await world.member(
        cast.school_id, Role.MENTOR, last="Зорина", first="Вера", patronymic="Павловна", profile={}
    )


async def statuses(world: World) -> list[MentorshipStatus]:
    return await world.read(lambda session: list(session.scalars(select(Mentorship.status).order_by("id"))))


def inbox_label(person: Person) -> str:
    return next(label for row in person.buttons for label in row if "Входящие" in label)


def callback(person: Person, label: str) -> str:
    """What the button under the screen carries."""
    markup = person.screen.markup
    assert markup is not None
    found = [one for row in markup.inline_keyboard for one in row if label in one.text]
    return str(found[0].callback_data)


@pytest.mark.requirement("N-6.2", "N-6.1-1", "L-4-1", "L-4-4")
async def test_from_the_queue_to_an_active_pair(world: World, cast: Cast) -> None:
    await world.advance(days=2)
    await cast.curator.sends("/menu")
    await cast.curator.taps("Ждут наставника · 1")
    assert "ждёт 2 дня" in cast.curator.screen.text
    await cast.curator.taps(MENTEE)
    assert "Хочу увереннее вести урок" in cast.curator.screen.text
    await cast.curator.taps("Подобрать наставника")
    for reason in ("тот же предмет", "поможет с: Дисциплина на уроке", "свободно мест: 2"):
        assert reason in cast.curator.screen.text
    await cast.curator.taps(MENTOR)
    await cast.curator.taps("Предложить эту пару")

    assert MENTOR in cast.mentee.screen.text
    await cast.mentee.taps("Согласиться")
    assert await statuses(world) == [MentorshipStatus.PROPOSED]
    await cast.mentor.taps("Согласиться")
    assert await statuses(world) == [MentorshipStatus.ACTIVE]
    for member, partner in ((cast.mentee, MENTOR), (cast.mentor, MENTEE)):
        assert partner in member.screen.text
        await member.taps("Предложить первую встречу")
        assert "встреч" in member.screen.text
    assert "Пара сложилась" in cast.curator.screen.text
    await cast.curator.sends("/menu")
    await cast.curator.taps("Ждут наставника")
    assert "никто не ждёт" in cast.curator.screen.text


@pytest.mark.requirement("N-6.2")
async def test_the_mentor_learns_the_name_only_when_both_have_accepted(world: World, cast: Cast) -> None:
    await cast.curator_proposes()
    assert "Физика" in cast.mentor.screen.text
    assert "Дисциплина на уроке" in cast.mentor.screen.text
    await cast.mentor.taps("Согласиться")
    assert not any("Ада" in text or "Ким" in text for text in cast.mentor.texts())
    await cast.mentee.taps("Согласиться")
    assert MENTEE in cast.mentor.screen.text


@pytest.mark.requirement("N-1.3-5", "N-6.2")
async def test_a_decline_needs_no_reason_and_comes_back_to_the_curator(world: World, cast: Cast) -> None:
    other = await second_mentor(world, cast)
    await cast.curator_proposes()
    await cast.mentee.taps("Согласиться")
    await cast.mentor.taps("Отказаться")
    await cast.mentor.taps("Да, отказаться")
    assert "Причину никто не спросит" in cast.mentor.screen.text

    told = cast.mentee.screen.text
    assert "не сложилась" in told
    assert "Олег" not in told
    assert "отказ" not in told.lower()

    assert "Отказ со стороны наставника" in cast.curator.screen.text
    await cast.curator.taps("Предложить другого")
    assert MENTOR not in cast.curator.screen.text
    await cast.curator.taps(OTHER_MENTOR)
    await cast.curator.taps("Предложить эту пару")
    await cast.mentee.taps("Согласиться")
    await other.taps("Согласиться")
    assert await statuses(world) == [MentorshipStatus.DECLINED, MentorshipStatus.ACTIVE]
    await cast.curator.sends("/menu")
    assert inbox_label(cast.curator) == "📥 Входящие"


async def test_a_decline_that_was_tapped_by_mistake_can_be_left(world: World, cast: Cast) -> None:
    await cast.curator_proposes()
    await cast.mentee.taps("Отказаться")
    await cast.mentee.taps("Нет, вернуться")
    assert MENTOR in cast.mentee.screen.text
    await cast.mentee.taps("Согласиться")
    assert await statuses(world) == [MentorshipStatus.PROPOSED]


async def test_a_double_tap_on_accept_has_one_effect(world: World, cast: Cast) -> None:
    await cast.curator_proposes()
    yes, question = callback(cast.mentee, "Согласиться"), cast.mentee.screen
    await cast.mentee.taps_data(yes, question)
    await cast.mentee.taps_data(yes, question)
    assert await statuses(world) == [MentorshipStatus.PROPOSED]
    await cast.mentor.taps("Согласиться")
    await cast.mentee.taps_data(yes, question)
    assert sum("У вас есть наставник" in text for text in cast.mentee.texts()) == 1
    assert sum("Пара сложилась" in text for text in cast.curator.texts()) == 1


async def test_somebody_elses_button_does_nothing_and_is_remembered(world: World, cast: Cast) -> None:
    stranger = await second_mentor(world, cast)
    await cast.curator_proposes()
    for label in ("Согласиться", "Отказаться"):
        await stranger.taps_data(callback(cast.mentor, label))
        assert stranger.toasts[-1].text
    await cast.mentee.taps_data(f"pr_new:{2**31}:1")
    assert await statuses(world) == [MentorshipStatus.PROPOSED]

    def denials(session: Session) -> int:
        return session.scalar(select(func.count()).where(AuditRecord.act.startswith("denied:"))) or 0

    assert await world.read(denials) == 2


async def test_forged_ids_are_refused_politely(world: World, cast: Cast) -> None:
    await cast.curator_proposes()
    for data in ("pr_yes:999999", "pr_mte:999999", "pr_cands:999999:0", "pr_card:999999", "pr_wait:-5"):
        await cast.curator.taps_data(data)
    await cast.mentee.taps_data(callback(cast.mentee, "Согласиться").replace("pr_yes", "pr_back"))
    assert await statuses(world) == [MentorshipStatus.PROPOSED]


async def test_of_two_curators_the_slower_hears_that_a_mentor_was_proposed(world: World, cast: Cast) -> None:
    await second_mentor(world, cast)
    slower = await world.member(cast.school_id, Role.CURATOR, last="Новик", first="Ирина")
    for label in ("Ждут наставника", MENTEE, "Подобрать наставника", OTHER_MENTOR):
        await slower.taps(label)
    await cast.curator_proposes()
    await slower.taps("Предложить эту пару")
    assert "только что предложили" in (slower.toasts[-1].text or "")
    assert await statuses(world) == [MentorshipStatus.PROPOSED]


async def test_a_mentor_who_became_full_meanwhile_cannot_be_proposed(world: World, cast: Cast) -> None:
    for label in ("Ждут наставника", MENTEE, "Подобрать наставника", MENTOR):
        await cast.curator.taps(label)

    def fill(session: Session) -> None:
        membership_of(session, cast.mentor.id).capacity = 0

    await world.write(fill)
    await cast.curator.taps("Предложить эту пару")
    assert "нет свободных мест" in (cast.curator.toasts[-1].text or "")
    assert await statuses(world) == []


async def test_a_proposal_taken_back_can_no_longer_be_accepted(world: World, cast: Cast) -> None:
    await cast.curator_proposes()
    yes, question = callback(cast.mentee, "Согласиться"), cast.mentee.screen
    await cast.curator.taps("Открыть предложение")
    await cast.curator.taps("Отозвать предложение")
    assert "отозвано" in cast.curator.screen.text
    assert "не сложилась" in cast.mentee.screen.text
    await cast.mentee.taps_data(yes, question)
    assert "больше не действует" in (cast.mentee.toasts[-1].text or "")
    assert await statuses(world) == [MentorshipStatus.CLOSED]


async def test_a_proposal_made_at_night_waits_for_the_morning(world: World, cast: Cast) -> None:
    await world.advance_to(datetime(2026, 9, 7, 19, 0, tzinfo=UTC))
    asked = len(cast.mentee.from_bot)
    await cast.curator_proposes()
    assert len(cast.mentee.from_bot) == asked
    await world.advance(hours=10, minutes=1)
    assert "предлагают наставника" in cast.mentee.screen.text


async def test_a_proposal_can_be_answered_from_ones_own_list(world: World, cast: Cast) -> None:
    await world.advance_to(datetime(2026, 9, 7, 19, 0, tzinfo=UTC))
    await cast.curator_proposes()
    await cast.mentee.sends("/menu")
    await cast.mentee.taps("Мои пары · 1")
    await cast.mentee.taps("ждём вашего ответа")
    await cast.mentee.taps("Согласиться")
    await world.advance(hours=11)
    assert not any("Вам предлагают наставника" in text for text in cast.mentee.texts()[-1:])
    assert await statuses(world) == [MentorshipStatus.PROPOSED]


async def test_a_mentee_without_a_mentor_for_a_week_reaches_the_curator_and_then_the_head(
    world: World, cast: Cast
) -> None:
    await world.advance(days=7, hours=3)
    assert "Долго без наставника" in cast.curator.screen.text
    assert not any("Долго без наставника" in text for text in cast.head.texts())
    await world.advance(days=3)
    assert "куратор не ответил" in cast.head.screen.text
    await cast.head.taps("Подобрать наставника")
    for label in ("Подобрать наставника", MENTOR, "Предложить эту пару"):
        await cast.head.taps(label)
    await cast.mentee.taps("Согласиться")
    await cast.mentor.taps("Согласиться")
    await cast.curator.sends("/menu")
    assert inbox_label(cast.curator) == "📥 Входящие"


async def test_the_curator_puts_an_alert_off_and_it_comes_back(world: World, cast: Cast) -> None:
    await world.advance(days=7, hours=6)
    await cast.curator.sends("/menu")
    await cast.curator.taps("📥 Входящие · 1")
    await cast.curator.taps("Долго без наставника")
    assert "Ждёт 7 дней" in cast.curator.screen.text
    await cast.curator.taps("Отложить на день")
    assert "Входящих нет" in cast.curator.screen.text
    await world.advance(days=1, hours=2)
    assert "Долго без наставника" in cast.curator.screen.text
    await cast.curator.taps("Принято к сведению")
    assert "вопрос закрыт" in cast.curator.screen.text
    await cast.curator.sends("/menu")
    assert inbox_label(cast.curator) == "📥 Входящие"


async def test_an_alert_settled_by_another_curator_says_so(world: World, cast: Cast) -> None:
    second = await world.member(cast.school_id, Role.CURATOR, last="Новик", first="Ирина")
    await world.advance(days=7, hours=6)
    note = callback(second, "Принято к сведению")
    await cast.curator.taps("Принято к сведению")
    before = await world.read(lambda session: session.scalar(select(func.count(AuditRecord.id))))
    await second.taps_data(note)
    assert second.toasts[-1].text
    assert await world.read(lambda session: session.scalar(select(func.count(AuditRecord.id)))) == before


async def test_on_monday_the_curator_gets_a_digest(world: World, cast: Cast) -> None:
    await world.advance_to(datetime(2026, 9, 21, 4, 59, tzinfo=UTC))
    assert not any("Сводка на неделю" in text for text in cast.curator.texts())
    await world.advance(minutes=2)
    assert "Сводка на неделю: 1 вопрос ждёт решения" in cast.curator.screen.text
    await world.advance(hours=3)
    assert sum("Сводка на неделю" in text for text in cast.curator.texts()) == 1
    await cast.curator.taps("Открыть входящие")
    assert "Входящие: 1" in cast.curator.screen.text


async def test_who_blocked_the_bot_is_named_to_the_curator(world: World, cast: Cast) -> None:
    cast.mentee.block()
    await world.settle()
    assert "Бот заблокирован: Ада Юрьевна К." in cast.curator.screen.text
    await cast.curator.taps("‹ Входящие")
    await cast.curator.taps("Бот заблокирован")
    await cast.curator_proposes()
    await cast.curator.taps("Открыть предложение")
    assert "Сообщения бота не доходят" in cast.curator.screen.text
    await cast.mentee.starts()
    await cast.curator.sends("/menu")
    assert inbox_label(cast.curator) == "📥 Входящие"


async def test_a_restart_between_the_two_answers_loses_nothing(world: World, cast: Cast) -> None:
    await cast.curator_proposes()
    await cast.mentee.taps("Согласиться")
    await world.restart()
    await cast.mentor.taps("Согласиться")
    assert await statuses(world) == [MentorshipStatus.ACTIVE]
    assert "У вас есть наставник" in cast.mentee.screen.text


async def test_markup_in_a_name_is_shown_as_it_was_typed(world: World, cast: Cast) -> None:
    await world.member(cast.school_id, Role.MENTEE, last="<b>", first="R&D 🙂", patronymic="", profile={})
    await cast.curator.sends("/menu")
    await cast.curator.taps("Ждут наставника · 2")
    assert "R&D 🙂 <." in cast.curator.screen.text
