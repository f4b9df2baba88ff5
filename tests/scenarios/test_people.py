"""People of a school: who sees whom, pausing, leaving, coming back, changing schools."""

from __future__ import annotations

from dataclasses import dataclass

import pytest
from sqlalchemy import select
from sqlalchemy.orm import Session

from models import (
    Alert,
    AlertKind,
    AlertStatus,
    AuditRecord,
    Meeting,
    MeetingStatus,
    Membership,
    MembershipStatus,
    Mentorship,
    MentorshipStatus,
    Role,
)
from models import Person as StoredPerson
from sandbox.telegram import Person
from services.people import Filter, people
from tests.support.factories import actor_of
from tests.support.world import World, membership_of

MENTEE, MENTOR = "Ада Юрьевна К.", "Олег Ильич Л."
MENTEE_PROFILE = {
    "subject": "physics",
    "experience_years": 1,
    "difficulties": ["discipline"],
    "difficulties_other": "олимпиады",
}
MENTOR_PROFILE = {
    "subject": "physics",
    "experience_years": 12,
    "strengths": ["discipline"],
    "weekly_time": "one_to_two",
    "times": ["saturday"],
    "more": "enough",
}


@dataclass
class Cast:
    school_id: int
    curator: Person
    head: Person
    mentee: Person
    mentor: Person
    pair_id: int


@pytest.fixture
async def cast(world: World) -> Cast:
    school = await world.school()
    mentee = await world.member(
        school.id,
        Role.MENTEE,
        last="Ким",
        first="Ада",
        patronymic="Юрьевна",
        profile=MENTEE_PROFILE,
        approved_at=world.clock.now(),
    )
    mentor = await world.member(
        school.id,
        Role.MENTOR,
        last="Лебедев",
        first="Олег",
        patronymic="Ильич",
        profile=MENTOR_PROFILE,
        approved_at=world.clock.now(),
    )
    pair_id = await world.pair(mentor, mentee)
    return Cast(school.id, school.curator, school.head, mentee, mentor, pair_id)


async def membership(world: World, person: Person) -> Membership:
    return await world.read(membership_of, person.id)


async def pair_status(world: World, pair_id: int) -> MentorshipStatus:
    return await world.read(lambda session: session.get_one(Mentorship, pair_id).status)


async def acts(world: World) -> list[str]:
    return await world.read(
        lambda session: list(session.scalars(select(AuditRecord.act).order_by(AuditRecord.id)))
    )


async def open_card(curator: Person, name: str) -> None:
    await curator.sends("/menu")
    await curator.taps("Люди")
    await curator.taps(name)


def data_of(person: Person, label: str) -> str:
    """What the button under the screen carries."""
    markup = person.screen.markup
    assert markup is not None
    found = [one for row in markup.inline_keyboard for one in row if label in one.text]
    return str(found[0].callback_data)


async def propose_meeting(person: Person) -> None:
    await person.sends("/menu")
    await person.taps("Встречи")
    await person.taps("Предложить встречу")
    await person.sends("09.09.2026 в 15:30")
    await person.taps("Место")
    await person.sends("Кабинет 12")
    await person.taps("Отправить предложение")


@pytest.mark.requirement("N-1.2-1", "N-1.2-2", "N-1.3-7")
async def test_a_curator_finds_somebody_and_the_look_is_written_down(world: World, cast: Cast) -> None:
    await cast.curator.sends("/menu")
    await cast.curator.taps("Люди")
    assert MENTEE in str(cast.curator.buttons)
    await cast.curator.taps("Найти")
    await cast.curator.sends("ебед")
    assert "Нашлось: 1" in cast.curator.screen.text
    assert "ебед" not in cast.curator.screen.text
    await cast.curator.taps(MENTOR)
    assert f"В паре: {MENTEE}" in cast.curator.screen.text
    await open_card(cast.curator, MENTEE)
    assert "Молодой специалист" in cast.curator.screen.text
    assert "Дисциплина на уроке, олимпиады" in cast.curator.screen.text
    assert "персональные данные — дано" in cast.curator.screen.text
    assert (await acts(world)).count("person.seen") == 2


async def test_the_list_is_narrowed_and_turned(world: World, cast: Cast) -> None:
    for number in range(9):
        await world.member(cast.school_id, Role.MENTEE, last=f"Яковлева{number}", first="Ия")
    await cast.curator.sends("/menu")
    await cast.curator.taps("Люди")
    await cast.curator.taps("›")
    assert "2 / 2" in str(cast.curator.buttons)
    await cast.curator.taps("Кого показать")
    await cast.curator.taps("ждут наставника")
    assert "ждут наставника</b> · 9" in cast.curator.screen.text or "· 9" in cast.curator.screen.text
    await cast.curator.taps("Кого показать")
    await cast.curator.taps("на паузе")
    assert "Здесь пока никого нет" in cast.curator.screen.text


async def test_nobody_of_another_school_is_found_or_opened(world: World, cast: Cast) -> None:
    other = await world.school("Школа № 2")
    number = (await membership(world, cast.mentee)).id
    await other.curator.sends("/menu")
    await other.curator.taps("Люди")
    assert MENTEE not in str(other.curator.buttons)
    for data in (
        f"pe_card:{number}",
        f"pe_do:{number}:leave",
        f"pe_lnk:{number}",
        f"pe_con:{number}:0",
        f"pe_mv:{number}:0",
        f"pe_add:{cast.school_id}",
    ):
        await other.curator.taps_data(data)
        assert "недоступно" in other.curator.toasts[-1].text, data
    assert (await membership(world, cast.mentee)).status == MembershipStatus.ACTIVE


async def test_a_coordinator_sees_no_people_of_a_school(world: World, cast: Cast) -> None:
    coordinator = await world.member(cast.school_id, Role.COORDINATOR, last="Юсупова", first="Лия")

    def seen(session: Session) -> int:
        reader = actor_of(session, membership_of(session, coordinator.id))
        return people(session, reader, Filter.ALL, now=world.clock.now()).total

    assert await world.write(seen) == 0
    await coordinator.sends("/menu")
    assert "Люди" not in str(coordinator.buttons)


@pytest.mark.requirement("T-3.9-0")
async def test_a_head_sees_how_many_pairs_a_curator_has(world: World, cast: Cast) -> None:
    await cast.head.sends("/menu")
    await cast.head.taps("Люди")
    assert "Кураторов: 1, действующих пар: 1" in cast.head.screen.text


async def test_a_psychologist_sees_only_those_who_wait(world: World, cast: Cast) -> None:
    psychologist = await world.member(cast.school_id, Role.PSYCHOLOGIST, last="Юсупова", first="Лия")
    await world.member(
        cast.school_id, Role.MENTEE, last="Ветрова", first="Эля", patronymic="", profile=MENTEE_PROFILE
    )
    await psychologist.sends("/menu")
    await psychologist.taps("Люди")
    assert "Ждут наставника: 1" in psychologist.screen.text
    assert "Эля В." in psychologist.screen.text
    assert "Дисциплина на уроке" in psychologist.screen.text
    assert MENTEE not in psychologist.screen.text
    assert "needs.seen_by_psychologist" in await acts(world)


async def test_a_tutor_and_the_council_see_what_is_theirs(world: World, cast: Cast) -> None:
    tutor = await world.member(cast.school_id, Role.TUTOR, last="Юсупова", first="Лия")
    council = await world.member(cast.school_id, Role.COUNCIL, last="Носова", first="Рита")
    await tutor.sends("/menu")
    await tutor.taps("Люди")
    assert MENTEE in tutor.screen.text
    assert "Трудности" in tutor.screen.text
    assert MENTOR not in tutor.screen.text
    await council.sends("/menu")
    await council.taps("Люди")
    assert MENTEE in council.screen.text
    assert MENTOR in council.screen.text
    assert "Трудности" not in council.screen.text


async def test_a_mentor_who_leaves_sends_the_mentee_back_to_the_queue(world: World, cast: Cast) -> None:
    await propose_meeting(cast.mentor)
    await cast.mentee.taps("Подтвердить")
    second = await world.member(cast.school_id, Role.CURATOR, last="Иванова", first="Нина")
    await open_card(cast.curator, MENTOR)
    await cast.curator.taps("Больше не участвует")
    assert "вернётся в очередь" in cast.curator.screen.text
    yes = data_of(cast.curator, "Больше не участвует")
    shown = cast.curator.screen
    await cast.curator.taps("Больше не участвует")
    assert "История сохранена" in cast.curator.screen.text

    assert await pair_status(world, cast.pair_id) == MentorshipStatus.CLOSED
    mentee, mentor = await membership(world, cast.mentee), await membership(world, cast.mentor)
    assert mentee.unpaired_since == world.clock.now()
    assert (mentor.status, mentor.left_at) == (MembershipStatus.LEFT, world.clock.now())
    assert any("снова в очереди" in sent.text for sent in cast.mentee.from_bot)
    assert "больше не участвуете" in cast.mentor.screen.text
    status = await world.read(lambda session: session.scalars(select(Meeting.status)).one())
    assert status == MeetingStatus.CANCELLED
    # The other curator learns what is left to do; the one who marked it knows.
    assert "Больше не участвует" in second.screen.text
    assert "Без наставника остался 1 наставляемый" in second.screen.text
    assert "Без наставника" not in cast.curator.screen.text

    told = len(cast.mentor.from_bot)
    await cast.curator.taps_data(yes, shown)
    assert len(cast.mentor.from_bot) == told
    causes = await world.read(
        lambda session: session.scalars(select(Alert).where(Alert.kind == AlertKind.PERSON_LEFT)).all()
    )
    assert len(causes) == 1


async def test_a_mentee_leaves_by_their_own_hand_asks_back_and_is_taken_back(
    world: World, cast: Cast
) -> None:
    await cast.mentee.sends("/menu")
    await cast.mentee.taps("Моё участие")
    await cast.mentee.taps("Выйти из программы")
    assert "не почему" in cast.mentee.screen.text
    await cast.mentee.taps("Выйти из программы")
    assert "Спасибо" in cast.mentee.screen.text
    assert "Больше не участвует" in cast.curator.screen.text
    assert "Работа вашей пары завершена" in cast.mentor.screen.text
    assert await pair_status(world, cast.pair_id) == MentorshipStatus.CLOSED

    await cast.mentee.sends("/menu")
    assert "Мои пары" not in str(cast.mentee.buttons)
    await cast.mentee.taps("Моё участие")
    await cast.mentee.taps("Попросить вернуть меня")
    await cast.mentee.taps("Попросить вернуть меня")
    assert "отправлена кураторам" in cast.mentee.screen.text
    assert (await membership(world, cast.mentee)).status == MembershipStatus.LEFT
    assert "просит вернуться" in cast.curator.screen.text

    await cast.curator.taps("К карточке")
    await cast.curator.taps("Вернуть в программу")
    await cast.curator.taps("Вернуть в программу")
    again = await membership(world, cast.mentee)
    assert again.status == MembershipStatus.ACTIVE
    assert again.profile == MENTEE_PROFILE
    assert again.unpaired_since == world.clock.now()
    assert "Куратор вернул вас" in cast.mentee.screen.text
    open_alerts = await world.read(
        lambda session: session.scalars(
            select(Alert.id).where(Alert.kind == AlertKind.PERSON_LEFT, Alert.status != AlertStatus.RESOLVED)
        ).all()
    )
    assert not open_alerts


async def test_a_paused_mentor_keeps_the_pair_and_is_proposed_to_nobody(world: World, cast: Cast) -> None:
    await world.member(cast.school_id, Role.MENTEE, last="Ветрова", first="Эля", patronymic="")
    await cast.mentor.sends("/menu")
    await cast.mentor.taps("Моё участие")
    await cast.mentor.taps("Взять паузу")
    await cast.mentor.taps("Взять паузу")
    assert "Вы на паузе" in cast.mentor.screen.text
    assert "на паузе" in cast.curator.screen.text
    assert await pair_status(world, cast.pair_id) == MentorshipStatus.ACTIVE

    await cast.curator.sends("/menu")
    await cast.curator.taps("Ждут наставника")
    await cast.curator.taps("Эля В.")
    await cast.curator.taps("Подобрать наставника")
    assert "нет наставника со свободным местом" in cast.curator.screen.text
    await cast.mentee.sends("/menu")
    await cast.mentee.taps("Встречи")
    await cast.mentee.taps("Предложить встречу")
    assert "на паузе" in cast.mentee.toasts[-1].text

    await world.restart()
    await cast.mentor.sends("/menu")
    await cast.mentor.taps("Моё участие")
    await cast.mentor.taps("Продолжить")
    await cast.mentor.taps("Продолжить")
    assert (await membership(world, cast.mentor)).status == MembershipStatus.ACTIVE
    assert await pair_status(world, cast.pair_id) == MentorshipStatus.ACTIVE


async def test_a_pause_takes_back_what_was_only_proposed(world: World, cast: Cast) -> None:
    waiting = await world.member(cast.school_id, Role.MENTEE, last="Ветрова", first="Эля", patronymic="")
    await cast.curator.sends("/menu")
    for label in ("Ждут наставника", "Эля В.", "Подобрать наставника", MENTOR, "Предложить эту пару"):
        await cast.curator.taps(label)
    await open_card(cast.curator, MENTOR)
    await cast.curator.taps("Пауза")
    await cast.curator.taps("Пауза")
    assert "не сложилась" in waiting.screen.text
    assert (await membership(world, waiting)).unpaired_since is not None
    assert "поставил ваше участие на паузу" in cast.mentor.screen.text


async def test_a_head_marks_that_a_curator_has_left_and_a_curator_can_not(world: World, cast: Cast) -> None:
    second = await world.member(
        cast.school_id,
        Role.CURATOR,
        last="Иванова",
        first="Нина",
        patronymic="",
        approved_at=world.clock.now(),
    )
    await open_card(cast.curator, "Нина И.")
    assert "Больше не участвует" not in str(cast.curator.buttons)
    await open_card(cast.head, "Нина И.")
    await cast.head.taps("Больше не участвует")
    await cast.head.taps("Больше не участвует")
    assert (await membership(world, second)).status == MembershipStatus.LEFT
    await second.sends("/menu")
    assert "Люди" not in str(second.buttons)


async def test_a_mentor_moves_to_another_school_and_the_history_stays(world: World, cast: Cast) -> None:
    other = await world.school("Гимназия № 7")
    await open_card(cast.curator, MENTOR)
    await cast.curator.taps("Перевод в другую школу")
    await cast.curator.taps("Гимназия № 7")
    await cast.curator.taps("Спросить человека")
    assert (await membership(world, cast.mentor)).status == MembershipStatus.ACTIVE
    assert "предлагает вам перейти" in cast.mentor.screen.text

    await cast.mentor.taps("Перейти в")
    assert "Гимназия № 7" in cast.mentor.screen.text
    agree, shown = data_of(cast.mentor, "Даю согласие"), cast.mentor.screen
    await cast.mentor.taps("Даю согласие")
    assert "перенесена" in cast.mentor.screen.text
    await cast.mentor.taps_data(agree, shown)
    await cast.mentor.sends("/menu")
    await cast.mentor.taps("Продолжить анкету")
    assert "Дисциплина на уроке" in cast.mentor.screen.text
    await cast.mentor.taps("Отправить")
    assert "Новая анкета" in other.curator.screen.text
    await other.curator.taps("Одобрить")

    def stored(session: Session) -> list[tuple[int, MembershipStatus]]:
        person = select(StoredPerson.id).where(StoredPerson.chat_id == cast.mentor.id).scalar_subquery()
        rows = session.scalars(
            select(Membership).where(Membership.person_id == person).order_by(Membership.id)
        )
        return [(one.organization_id, one.status) for one in rows]

    assert await world.read(stored) == [
        (cast.school_id, MembershipStatus.LEFT),
        (other.id, MembershipStatus.ACTIVE),
    ]
    kept = await world.read(lambda session: session.get_one(Mentorship, cast.pair_id).organization_id)
    assert kept == cast.school_id
    assert await pair_status(world, cast.pair_id) == MentorshipStatus.CLOSED
    assert "снова в очереди" in cast.mentee.screen.text


async def test_who_does_not_want_to_move_stays(world: World, cast: Cast) -> None:
    await world.school("Гимназия № 7")
    await open_card(cast.curator, MENTEE)
    for label in ("Перевод в другую школу", "Гимназия № 7", "Спросить человека"):
        await cast.curator.taps(label)
    await cast.mentee.taps("Перейти в")
    await cast.mentee.taps("Не даю согласия")
    assert "вы остаётесь" in cast.mentee.screen.text
    assert (await membership(world, cast.mentee)).status == MembershipStatus.ACTIVE
    assert await pair_status(world, cast.pair_id) == MentorshipStatus.ACTIVE
