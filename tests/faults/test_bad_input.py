"""What people type, attach and open: rows 32 and 34, deep links, a restart in the middle of a form."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from datetime import timedelta
from functools import partial

import pytest
from sqlalchemy import select, update

from models import ApplicationStatus, Consent, Invitation, Membership, Role
from models import Person as StoredPerson
from sandbox.entities import utf16_length
from sandbox.people import Person
from tests.faults.support import answers, applicant, application_of, fill_in, member
from tests.support.world import World

RLO, RLM, PDF = "\u202e", "\u200f", "\u202c"
NASTY = [
    ("<b>Петрова</b>", "&amp;Анна", "<script>"),
    ("Петрова", "😀Анна👩‍👩‍👧‍👦", "Иван🇷🇺овна"),
    (f"{RLO}Петрова{PDF}", f"А{RLM}нна", "Сергеевна"),
    ("Ж" * 98, "Ы" * 100, ""),
    ("{organization}", "{$name}", "%s"),
    ("Петрова'; DROP TABLE person; --", '"Анна"', "\\u0000"),
]


@pytest.mark.parametrize(
    "name", NASTY, ids=["markup", "emoji", "right-to-left", "200-signs", "placeholders", "quotes"]
)
async def test_row_32_a_name_is_shown_literally_everywhere_and_cut_where_needed(
    world: World, name: tuple[str, str, str]
) -> None:
    person = await applicant(world)
    typed = " ".join(name).strip()
    assert utf16_length(typed) <= 200
    await person.sends(typed)
    await person.taps("Математика")
    await person.sends("0")
    await person.taps("Молодой специалист")
    await person.taps("Дисциплина")
    await person.taps("Готово")
    await person.taps("Пропустить")
    await person.taps("Этого достаточно")
    shown = typed
    for mark in (RLO, RLM, PDF):
        shown = shown.replace(mark, "")
    assert shown in person.screen.text, "the summary says what was typed, sign for sign"
    assert RLO not in person.screen.text
    await person.taps("Отправить")
    query = select(Membership.organization_id).where(Membership.role == Role.MENTEE)
    school_id = await world.read(lambda session: session.scalars(query).one())
    curator = next(one for one in world.telegram.people.values() if one.last_name == "Орлова")
    card = curator.screen.text
    assert "Новая анкета" in card
    first_name = shown.split()[1]
    assert first_name[:50] in card
    assert RLO not in card
    await curator.taps("Одобрить")
    assert "Одобрено" in curator.screen.text
    await person.starts()
    assert first_name[:30] in person.texts()[-1]
    assert school_id


async def test_row_32_a_name_of_invisible_marks_alone_is_no_name(world: World) -> None:
    person = await applicant(world)
    await person.sends(f"{RLM}\u200b \u2060")
    assert await answers(world, person) == {}
    await person.sends("Петрова")
    assert "фамилия и имя" in person.texts()[-1]
    assert (await application_of(world, person)).position == 0


async def test_row_34_an_answer_of_5000_signs_is_refused_with_both_numbers_and_nothing_is_lost(
    world: World,
) -> None:
    person = await applicant(world)
    await fill_in(person)
    application = await application_of(world, person)
    await person.taps("✎ 6")
    await person.sends("ы" * 5000)
    refusals = [text for text in person.texts() if "Слишком длинно" in text]
    assert len(refusals) == 1, "Telegram's clients send 5,000 signs as two messages: told once"
    assert "4096 знаков, а помещается 1000" in refusals[0].replace("\u00a0", "")
    after = await application_of(world, person)
    assert after.answers == application.answers, "the end of the answer is not taken for the answer"
    assert after.position == 6
    assert "Слишком" not in person.texts()[-1]
    world.clock.jump(timedelta(seconds=5))
    await person.sends("Короче")
    assert (await answers(world, person))["hopes"] == "Короче"


async def test_row_34_emoji_count_twice_as_telegram_counts_them(world: World) -> None:
    person = await applicant(world)
    await fill_in(person)
    await person.taps("✎ 6")
    await person.sends("😀" * 501)
    assert "1002" in person.texts()[-1].replace("\u00a0", "")
    world.clock.jump(timedelta(seconds=5))
    await person.sends("😀" * 500)
    assert (await answers(world, person))["hopes"] == "😀" * 500
    assert "Проверьте анкету" in person.screen.text


async def test_row_34_the_longest_answers_everywhere_still_fit_on_the_screens(world: World) -> None:
    person = await applicant(world)
    await person.sends(("<" * 99 + " " + "&" * 99)[:200])
    await person.sends("😀" * 100)
    await person.sends("60")
    await person.taps("Опытный педагог")
    for option in ("Дисциплина", "Планирование", "Интерес", "Оценивание", "Общение"):
        await person.taps(option)
    await person.sends("&" * 200)
    await person.taps("Готово")
    await person.sends("<" * 1000)
    await person.taps("Этого достаточно")
    assert "Проверьте анкету" in person.screen.text
    assert utf16_length(person.screen.text) <= 4096
    await person.taps("Отправить")
    curator = next(one for one in world.telegram.people.values() if one.last_name == "Орлова")
    assert "Новая анкета" in curator.screen.text
    assert ["Одобрить"] in curator.buttons


async def test_a_photo_where_text_is_expected_gets_a_hint_and_the_answer_is_still_awaited(
    world: World,
) -> None:
    person = await applicant(world)
    for send in (
        person.sends_photo("моё фото"),
        person.sends_sticker(),
        person.sends_voice(),
        person.sends_location(),
        person.sends_contact(),
        person.sends_document("паспорт.pdf", b"%PDF-1.4"),
    ):
        before = len(person.texts())
        await send
        (hint,) = person.texts()[before:]
        assert "нужен ответ текстом" in hint
    assert await answers(world, person) == {}
    await person.sends("Каримова Алсу Рустемовна")
    assert (await application_of(world, person)).position == 1


async def test_a_command_in_the_middle_of_the_application_loses_nothing(world: World) -> None:
    person = await applicant(world)
    await person.sends("Каримова Алсу Рустемовна")
    await person.sends("/help")
    await person.sends("/nonsense")
    await person.starts()
    assert ["Продолжить анкету"] in person.buttons
    await person.taps("Продолжить анкету")
    await person.sends("Астрономия")
    assert await answers(world, person) == {"name": "Каримова Алсу Рустемовна", "subject": "Астрономия"}


Step = Callable[[], Awaitable[object]]


def steps_of(person: Person) -> tuple[Step, ...]:
    return (
        partial(person.sends, "Каримова Алсу Рустемовна"),
        partial(person.taps, "Математика"),
        partial(person.sends, "0"),
        partial(person.taps, "Молодой специалист"),
        partial(person.taps, "Дисциплина"),
        partial(person.taps, "Готово"),
        partial(person.sends, "Советов"),
        partial(person.taps, "Этого достаточно"),
        partial(person.taps, "Отправить"),
    )


async def test_a_restart_at_any_step_of_the_application_loses_nothing(world: World) -> None:
    people = [await applicant(world) for _ in range(9)]
    for number in range(9):
        for place, person in enumerate(people):
            if place == number:
                await world.restart()  # before this person's step of this number
            await steps_of(person)[number]()
    for person in people:
        application = await application_of(world, person)
        assert application.status == ApplicationStatus.SUBMITTED
        assert application.answers == {
            "name": "Каримова Алсу Рустемовна",
            "subject": "mathematics",
            "experience_years": 0,
            "category": "young",
            "difficulties": ["discipline"],
            "hopes": "Советов",
            "more": "enough",
        }


async def test_a_restart_while_a_curator_types_the_reason_loses_nothing(world: World) -> None:
    person = await applicant(world)
    await fill_in(person)
    await person.taps("Отправить")
    curator = next(one for one in world.telegram.people.values() if one.last_name == "Орлова")
    await curator.taps("Вернуть")
    await world.restart()
    await curator.sends("Напишите, пожалуйста, стаж")
    application = await application_of(world, person)
    assert application.status == ApplicationStatus.RETURNED
    assert application.return_reason == "Напишите, пожалуйста, стаж"
    assert "Напишите, пожалуйста, стаж" in person.texts()[-1]


# -- deep links --


async def stored_people(world: World, chat_id: int) -> int:
    query = select(StoredPerson.id).where(StoredPerson.chat_id == chat_id)
    return await world.read(lambda session: len(session.scalars(query).all()))


async def test_a_link_that_is_unknown_says_so_and_stores_nothing(world: World) -> None:
    stranger = world.newcomer("Чужой")
    for code in ("nosuchcode", "x" * 64, "-", "0", "select_1"):
        said = len(stranger.texts())
        await stranger.starts(code)
        (answer,) = stranger.texts()[said:]
        assert "Такого приглашения нет" in answer
    assert await stored_people(world, stranger.id) == 0


async def test_a_spent_link_says_so(world: World) -> None:
    school = await world.school()
    code = await world.invitation(school.id, Role.MENTEE, places=1)
    first, second = world.newcomer("Первая"), world.newcomer("Вторая")
    await first.starts(code)
    await first.taps("Русский")
    await second.starts(code)
    await second.taps("Русский")
    await first.taps("Даю согласие")
    await second.taps("Даю согласие")
    assert "уже вошли все" in second.toasts[-1].text, "the last place was taken while the consent was read"
    third = world.newcomer("Третья")
    await third.starts(code)
    assert "уже вошли все" in third.texts()[-1]
    assert await stored_people(world, third.id) == 0
    assert await world.read(lambda session: session.scalars(select(Invitation.used)).one()) == 1


async def test_a_link_for_another_role_asks_first_and_changes_nothing_by_itself(world: World) -> None:
    school = await world.school()
    mentee = await world.member(school.id, Role.MENTEE)
    await mentee.starts(await world.invitation(school.id, Role.MENTOR))
    assert "роль: наставник" in mentee.texts()[-1]
    await mentee.taps("Не даю согласия")
    await school.curator.starts(await world.invitation(school.id, Role.MENTEE))
    assert await world.read(lambda session: len(session.scalars(select(Membership.id)).all())) == 3


async def test_a_link_into_a_role_that_one_has_already_says_so(world: World) -> None:
    school = await world.school()
    mentee = await world.member(school.id, Role.MENTEE)
    await mentee.starts(await world.invitation(school.id, Role.MENTEE))
    assert "уже участвуете" in mentee.texts()[-1]


async def test_an_expired_link_says_so_even_when_the_consent_is_already_on_the_screen(world: World) -> None:
    school = await world.school()
    code = await world.invitation(school.id, Role.MENTEE)
    early, late = world.newcomer("Ранняя"), world.newcomer("Поздняя")
    await early.starts(code)
    await early.taps("Русский")
    world.clock.jump(timedelta(days=31))
    await late.starts(code)
    assert "Срок этого приглашения истёк" in late.texts()[-1]
    await early.taps("Даю согласие")
    assert "Срок этого приглашения истёк" in early.toasts[-1].text
    given = select(Consent.status).join(StoredPerson, StoredPerson.id == Consent.person_id)
    query = given.where(StoredPerson.chat_id == early.id)
    assert await world.read(lambda session: session.scalars(query).one()) != "given"


async def test_a_revoked_link_says_so(world: World) -> None:
    school = await world.school()
    code = await world.invitation(school.id, Role.MENTEE)
    now = world.clock.now()
    await world.write(lambda session: session.execute(update(Invitation).values(revoked_at=now)))
    person = world.newcomer("Алсу")
    await person.starts(code)
    assert "Эту ссылку отозвали. Попросите у куратора новую" in person.texts()[-1]
    assert await stored_people(world, person.id) == 0


async def test_a_bad_link_in_the_middle_of_an_application_leaves_the_form_as_it_was(world: World) -> None:
    person = await applicant(world)
    await person.starts("nosuchcode")
    assert "Такого приглашения нет" in person.texts()[-1]
    await person.sends("Каримова Алсу Рустемовна")
    assert await answers(world, person) == {"name": "Каримова Алсу Рустемовна"}


async def test_what_a_member_types_out_of_the_blue_gets_a_hint(world: World) -> None:
    person = await member(world)
    await person.sends("Здравствуйте, а что делать?")
    assert "Не понял вас" in person.texts()[-1]
    await person.sends_photo()
    assert "не использую и не храню" in person.texts()[-1]
