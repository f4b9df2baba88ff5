"""/mydata in conversation: what is stored is shown and taken away; a withdrawal leaves no trace of people."""

from __future__ import annotations

import json
import re
from collections.abc import AsyncIterator
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest
from sqlalchemy import select, text
from sqlalchemy.orm import Session

from models import (
    Base,
    Consent,
    ConsentStatus,
    ErasureCase,
    Membership,
    MembershipStatus,
    Occurrence,
    Role,
)
from models import Person as StoredPerson
from sandbox.telegram import Person
from tests.support.factories import make_duty
from tests.support.servers import PostgresServer
from tests.support.world import School, World, membership_of

NAME = ("Гилязетдинова", "Миляуша", "Рашитовна")
HOPES = "Хочу научиться держать дисциплину в седьмом классе"
COMMENT = "Собрала заявления, лежат у секретаря <b>тут</b>"
HALF_TYPED = "Почему в этой школе так холодно"
DUTY = "Собрать заявления молодых педагогов"


@pytest.fixture
async def school(world: World) -> School:
    return await world.school()


@pytest.fixture
async def mentee(world: World, school: School) -> Person:
    profile = {"subject": "history", "hopes": HOPES}
    last, first, patronymic = NAME
    return await world.member(
        school.id, Role.MENTEE, last=last, first=first, patronymic=patronymic, profile=profile
    )


async def give_duty(world: World, school: School, person: Person, due_on: date) -> int:
    def store(session: Session) -> int:
        whose = membership_of(session, person.id)
        return make_duty(session, whose, due_on=due_on, activity=DUTY, now=world.clock.now()).id

    return await world.write(store)


async def withdraws(person: Person) -> None:
    await person.sends("/mydata")
    await person.taps("Отозвать согласие")
    await person.taps("Понятно, продолжить")
    await person.taps("Да, отозвать и стереть")


async def stored_texts(world: World) -> str:
    """Everything that any text column of any table holds."""

    def read(session: Session) -> str:
        rows = (
            row
            for table in Base.metadata.sorted_tables
            for row in session.execute(text(f"SELECT * FROM {table.name}"))
        )
        return "\n".join(_readable(value) for row in rows for value in row)

    return await world.read(read)


def _readable(value: object) -> str:
    """JSON comes as an object from PostgreSQL, and as a text with escaped letters from SQLite."""
    shown = value if isinstance(value, str) else json.dumps(value, ensure_ascii=False, default=str)
    return shown.encode().decode("unicode_escape") if "\\u" in shown else shown


async def person_id_of(world: World, person: Person) -> int:
    return await world.read(lambda session: membership_of(session, person.id).person_id)


# ---- what is stored


async def test_a_person_sees_what_is_stored_about_them_and_takes_it_as_a_file(
    world: World, school: School, mentee: Person
) -> None:
    mentor = await world.member(school.id, Role.MENTOR)
    await world.pair(mentor, mentee)
    await mentee.sends("/mydata")
    for shown in ("Гилязетдинова Миляуша Рашитовна", "Школа № 1", "дано", HOPES, "Анна Сергеевна П.", "М-0"):
        assert shown in mentee.screen.text
    await mentee.taps("Скачать файлом")
    file = mentee.downloads().decode("utf-8-sig")
    for kept in ("Гилязетдинова Миляуша Рашитовна", str(mentee.id), HOPES, "Чего вы ждёте от наставника?"):
        assert kept in file
    assert "История" in file
    assert "history" not in file


async def test_markup_and_formulas_stay_what_they_are(world: World, school: School) -> None:
    bold = await world.member(
        school.id, Role.MENTEE, last="<b>Жирная</b>", first='=HYPERLINK("x")', patronymic="&"
    )
    await bold.sends("/menu")
    await bold.taps("Мои данные")
    assert '<b>Жирная</b> =HYPERLINK("x") &' in bold.screen.text
    await bold.taps("Скачать файлом")
    assert '<b>Жирная</b> =HYPERLINK("x") &' in bold.downloads().decode("utf-8-sig")


async def test_a_long_life_fits_into_the_message_and_wholly_into_the_file(
    world: World, school: School, mentee: Person
) -> None:
    for number in range(12):
        duty_id = await give_duty(world, school, mentee, date(2026, 10, 1))
        await mentee.taps_data(f"rm_act:{duty_id}:q")
        await mentee.sends(f"Комментарий {number} " + "🎉слово " * 110)
    await mentee.sends("/mydata")
    assert len(mentee.screen.text.encode("utf-16-le")) // 2 <= 4096
    assert "Полностью всё, что хранится, — в файле" in mentee.screen.text
    await mentee.taps("Скачать файлом")
    file = mentee.downloads().decode("utf-8-sig")
    assert all(f"Комментарий {number} " in file for number in range(12))


@pytest.mark.parametrize("language", ["Татарча", "English"])
async def test_my_data_speaks_every_language(world: World, mentee: Person, language: str) -> None:
    await mentee.sends("/language")
    await mentee.taps(language)
    await mentee.sends("/mydata")
    assert "Что о вас хранится" not in mentee.screen.text
    labels = [row[0] for row in mentee.buttons]
    file_button, withdraw_button = labels[0], labels[-2]
    await mentee.taps(file_button)
    own = "".join([*NAME, HOPES, "Школа № 1"])
    if language == "English":
        rest = mentee.downloads().decode("utf-8-sig")
        for word in (*NAME, HOPES, "Школа"):
            rest = rest.replace(word, "")
        assert not re.findall("[а-яё]{3,}", rest), own
    await mentee.taps(withdraw_button)
    await mentee.taps(mentee.buttons[0][0])
    await mentee.taps(mentee.buttons[0][0])
    assert await world.read(lambda session: session.scalar(select(ErasureCase.id))) == 1


# ---- withdrawing


async def test_a_withdrawal_explains_itself_and_asks_twice(
    world: World, school: School, mentee: Person
) -> None:
    mentor = await world.member(school.id, Role.MENTOR)
    await world.pair(mentor, mentee)
    await mentee.sends("/mydata")
    await mentee.taps("Отозвать согласие")
    assert "наставнические пары: 1" in mentee.screen.text
    assert "Останутся только числа" in mentee.screen.text
    await mentee.taps("Понятно, продолжить")
    await mentee.taps("Нет, оставить как есть")
    assert "Что о вас хранится" in mentee.screen.text
    consents = await world.read(lambda session: session.scalars(select(Consent.status)).all())
    assert set(consents) == {ConsentStatus.GIVEN}


async def test_after_a_withdrawal_nothing_tells_who_it_was(
    world: World, school: School, mentee: Person
) -> None:
    mentor = await world.member(school.id, Role.MENTOR)
    await world.pair(mentor, mentee)
    done = await give_duty(world, school, mentee, date(2026, 10, 1))
    await mentee.taps_data(f"rm_act:{done}:q")
    await mentee.sends(COMMENT)
    await mentee.sends(HALF_TYPED)
    before = await stored_texts(world)
    assert all(one in before for one in (*NAME, HOPES, COMMENT, str(mentee.id)))
    await withdraws(mentee)
    assert "Согласие отозвано" in mentee.screen.text
    assert mentee.buttons == []
    await world.advance(minutes=5)
    after = await stored_texts(world)
    assert [one for one in (*NAME, HOPES, COMMENT, HALF_TYPED, str(mentee.id)) if one in after] == []
    case = await world.read(lambda session: session.scalars(select(ErasureCase)).one())
    assert case.anonymised_at is not None
    assert case.due_at - case.opened_at == timedelta(days=30)


async def test_the_curator_hears_a_code_and_the_partner_no_reason(
    world: World, school: School, mentee: Person
) -> None:
    mentor = await world.member(school.id, Role.MENTOR)
    await world.pair(mentor, mentee)
    code = await world.read(lambda session: membership_of(session, mentee.id).code)
    await withdraws(mentee)
    alert = school.curator.screen.text
    assert "Отозвано согласие" in alert
    assert f"М-{code}" in alert
    assert "Второй участник — наставник: Анна Сергеевна П." in alert
    told = "\n".join(mentor.texts())
    assert NAME[0] not in told
    assert "соглас" not in told.lower()
    assert len(mentor.texts()) > 1


async def test_a_mentee_whose_mentor_withdraws_waits_for_another(
    world: World, school: School, mentee: Person
) -> None:
    mentor = await world.member(school.id, Role.MENTOR)
    await world.pair(mentor, mentee)
    await withdraws(mentor)
    waiting = await world.read(lambda session: membership_of(session, mentee.id).unpaired_since)
    assert waiting == world.clock.now()
    assert "Миляуша Рашитовна Г. (наставляемый) снова ждёт наставника" in school.curator.screen.text


async def test_duties_of_who_withdrew_fall_to_the_curators_and_one_takes_them_from_the_alert(
    world: World, school: School, mentee: Person
) -> None:
    second = await world.member(school.id, Role.CURATOR, last="Вторая", first="Вера")
    duty_id = await give_duty(world, school, mentee, date(2026, 10, 1))
    await withdraws(mentee)
    assert "перешло к кураторам: 1" in second.screen.text
    await school.curator.taps(f"Дело: {DUTY}")
    assert "Ответственные: вы, Вера" in school.curator.screen.text
    await school.curator.taps("Взять на себя")
    owners = await world.read(
        lambda session: [one.id for one in session.get_one(Occurrence, duty_id).responsible]
    )
    assert owners == [await person_id_of(world, school.curator)]


async def test_nothing_more_is_sent_to_who_has_withdrawn(
    world: World, school: School, mentee: Person
) -> None:
    await give_duty(world, school, mentee, date(2026, 9, 16))
    await withdraws(mentee)
    before = len(mentee.from_bot)
    await world.advance_to(datetime(2026, 9, 18, 7, 0, tzinfo=UTC))
    assert len(mentee.from_bot) == before
    assert DUTY in school.curator.screen.text


async def test_who_withdrew_is_a_stranger_and_old_buttons_do_nothing(world: World, mentee: Person) -> None:
    await mentee.sends("/mydata")
    old = mentee.screen
    await withdraws(mentee)
    await mentee.taps("Скачать файлом", old)
    assert mentee.toasts[-1].text
    await mentee.sends("/mydata")
    assert NAME[0] not in mentee.screen.text
    await mentee.sends("/start")
    assert NAME[1] not in mentee.screen.text
    known = select(StoredPerson.id).where(StoredPerson.chat_id == mentee.id)
    assert await world.read(lambda session: session.scalar(known)) is None


async def test_a_double_tap_on_the_last_step_withdraws_once(world: World, mentee: Person) -> None:
    await mentee.sends("/mydata")
    await mentee.taps("Отозвать согласие")
    await mentee.taps("Понятно, продолжить")
    last = mentee.screen
    data = last.markup.inline_keyboard[0][0].callback_data if last.markup else None
    assert data is not None
    await mentee.taps_data(data, last)
    await mentee.taps_data(data, last)
    cases = await world.read(lambda session: session.scalars(select(ErasureCase.id)).all())
    assert len(cases) == 1


async def test_somebody_elses_or_a_forged_button_withdraws_nothing(
    world: World, school: School, mentee: Person
) -> None:
    await mentee.sends("/mydata")
    await mentee.taps("Отозвать согласие")
    await mentee.taps("Понятно, продолжить")
    data = mentee.screen.markup.inline_keyboard[0][0].callback_data if mentee.screen.markup else ""
    other = await world.member(school.id, Role.MENTOR)
    for forged in (data or "", "pv_drop:999999", "pv_drop:" + "9" * 55, "pv_sure:-1"):
        await other.taps_data(forged)
    statuses = await world.read(lambda session: session.scalars(select(Membership.status)).all())
    assert set(statuses) == {MembershipStatus.ACTIVE}


async def test_a_withdrawal_begun_before_a_restart_is_finished_after_it(world: World, mentee: Person) -> None:
    await mentee.sends("/mydata")
    await mentee.taps("Отозвать согласие")
    await world.restart()
    await mentee.taps("Понятно, продолжить")
    await world.restart()
    await mentee.taps("Да, отозвать и стереть")
    assert "Согласие отозвано" in mentee.screen.text


async def test_who_comes_back_begins_anew(world: World, school: School, mentee: Person) -> None:
    await withdraws(mentee)
    old = [sent for sent in mentee.chat if sent.outgoing]
    await mentee.starts(await world.invitation(school.id, Role.MENTEE))
    assert len([sent for sent in mentee.chat if sent.outgoing]) > len(old)
    people = select(StoredPerson.first_name).where(StoredPerson.chat_id == mentee.id)
    assert await world.read(lambda session: session.scalars(people).all()) == [""]


# ---- on the other database


@pytest.fixture
async def other_world(postgres: PostgresServer, tmp_path: Path) -> AsyncIterator[World]:
    made = World(tmp_path / "world.db", database_url=postgres.url())
    await made.open()
    try:
        yield made
    finally:
        await made.close()


@pytest.mark.slow
async def test_postgresql_forgets_as_thoroughly(other_world: World) -> None:
    world = other_world
    school = await world.school()
    mentor = await world.member(school.id, Role.MENTOR)
    last, first, patronymic = NAME
    mentee = await world.member(
        school.id, Role.MENTEE, last=last, first=first, patronymic=patronymic, profile={"hopes": HOPES}
    )
    await world.pair(mentor, mentee)
    done = await give_duty(world, school, mentee, date(2026, 10, 1))
    await give_duty(world, school, mentee, date(2026, 9, 8))
    await mentee.taps_data(f"rm_act:{done}:q")
    await mentee.sends(COMMENT)
    before = await stored_texts(world)
    assert all(one in before for one in (*NAME, HOPES, COMMENT, str(mentee.id)))
    await withdraws(mentee)
    assert "Согласие отозвано" in mentee.screen.text
    await world.advance_to(datetime(2026, 9, 10, 7, 0, tzinfo=UTC))
    after = await stored_texts(world)
    assert [one for one in (*NAME, HOPES, COMMENT, str(mentee.id)) if one in after] == []
    assert "Просрочено мероприятие дорожной карты" in school.curator.screen.text
    assert "Ответственный: вы" in school.curator.screen.text
