"""Applications as people fill them in and decide about them: every kind of question, conditions, pages, the
head's approval, taking back, coming back, pupils and their parents, and a form that changes meanwhile.
"""

from __future__ import annotations

import shutil
from collections.abc import AsyncIterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import select
from sqlalchemy.orm import Session

from bot.settings import ROOT
from models import (
    Application,
    ApplicationStatus,
    AuditRecord,
    Guardianship,
    Membership,
    MembershipStatus,
    Organization,
    Partition,
    Role,
)
from models import Person as StoredPerson
from sandbox.telegram import Person as Human
from services import applications, content
from services.content import Content
from tests.scenarios.test_joining import answer_as_mentee, begin
from tests.support import factories
from tests.support.world import School, World, membership_of

STALE = "неактуальна"
ALL_KINDS = """
key: mentee
version: {version}
questions:
  - key: name
    kind: name
    limit: 200
    text: {{ru: "Как вас зовут?", tt: "Исемегез ничек?", en: "Your name?"}}
  - key: began_on
    kind: date
    earliest: 2000-01-01
    latest: 2026-12-31
    text: {{ru: "Когда вы пришли в школу{mark}?", tt: "Мәктәпкә кайчан килдегез?", en: "When did you come?"}}
  - key: ease
    kind: scale
    minimum: 1
    maximum: 5
    text: {{ru: "Насколько легко на уроках?", tt: "Дәресләрдә җиңелме?", en: "How easy are lessons?"}}
  - key: why
    kind: line
    when: {{question: ease, is: [1, 2]}}
    text: {{ru: "Что мешает больше всего?", tt: "Иң нык нәрсә комачаулый?", en: "What is in the way?"}}
  - key: difficulties
    kind: choices
    options_from: difficulty
    other: true
    text: {{ru: "В чём нужна помощь?", tt: "Нәрсәдә ярдәм кирәк?", en: "What do you need help with?"}}
{more}"""


async def application_of(world: World, human: Human) -> Application:
    query = (
        select(Application)
        .join(Application.membership)
        .join(Membership.person)
        .where(StoredPerson.chat_id == human.id)
        .order_by(Application.id.desc())
    )
    found = await world.read(lambda session: session.scalars(query).first())
    assert found is not None
    return found


async def change(world: World, organization_id: int, **fields: Any) -> None:
    def write(session: Session) -> None:
        organization = session.get_one(Organization, organization_id)
        for key, value in fields.items():
            setattr(organization, key, value)

    await world.write(write)


# -- the whole form of teachers


@pytest.mark.requirement("L-1-1", "N-1.2-2", "N-1.2-6b")
async def test_a_mentee_who_changed_subject_tells_more(world: World) -> None:
    school = await world.school()
    vera = await begin(world, school.id, "Вера")
    await vera.sends("Соколова Вера Павловна")
    await vera.taps("Математика")
    await vera.sends("12")
    assert "4 из 7" in vera.screen.text
    await vera.taps("Новый предмет или должность")
    assert "5 из 8" in vera.screen.text
    assert "С какого года" in vera.screen.text
    await vera.sends("2025")
    await vera.taps("›")
    await vera.taps("›", vera.screen)
    await vera.taps("Аттестация и портфолио")
    await vera.taps("Готово")
    await vera.taps("Пропустить")
    await vera.taps("Рассказать подробнее")
    assert "9 из 13" in vera.screen.text
    await vera.taps("Цифровая грамотность")
    await vera.sends("Чувство юмора")
    await vera.taps("Готово")
    await vera.taps("Общение и поддержка")
    await vera.taps("Готово")
    await vera.taps("В группе")
    await vera.taps("Готово")
    await vera.taps("По видеосвязи")
    await vera.taps("Готово")
    await vera.taps("Пропустить")
    assert "Проверьте анкету" in vera.screen.text
    await vera.taps("Отправить")
    await school.curator.taps("Одобрить")
    profile = (await world.read(membership_of, vera.id)).profile
    assert profile == {
        "subject": "mathematics",
        "experience_years": 12,
        "category": "changed_subject",
        "since_year": 2025,
        "difficulties": ["attestation"],
        "hopes": "",
        "more": "details",
        "wishes": ["digital_skills"],
        "wishes_other": "Чувство юмора",
        "own_strengths": ["communication"],
        "kinds": ["group"],
        "meeting_format": ["video"],
        "times": [],
    }


@pytest.mark.requirement("L-2-1")
async def test_a_mentor_tells_of_competences_achievements_and_time(world: World) -> None:
    school = await world.school()
    igor = await begin(world, school.id, "Игорь", Role.MENTOR)
    await igor.sends("Кузнецов Игорь Андреевич")
    await igor.taps("Физика")
    await igor.sends("20")
    await igor.taps("Дисциплина на уроке")
    await igor.taps("Готово")
    await igor.sends("2")
    await igor.taps("1–2 часа")
    await igor.taps("Суббота")
    await igor.taps("Готово")
    assert "8 из 8" in igor.screen.text
    await igor.taps("Рассказать подробнее")
    await igor.taps("Знание предмета")
    await igor.taps("Готово")
    await igor.sends("Победитель конкурса «Учитель года»")
    await igor.sends("Шахматы,\nпоходы")
    await igor.taps("Молодой специалист")
    await igor.taps("Готово")
    await igor.taps("Вдвоём, регулярно")
    await igor.taps("Готово")
    await igor.taps("Равный – равному")
    await igor.taps("Готово")
    await igor.taps("Отправить")
    card = school.curator.screen
    assert "Победитель конкурса" in card.text
    await school.curator.taps("Одобрить")
    profile = (await world.read(membership_of, igor.id)).profile
    assert (profile["weekly_time"], profile["competences"]) == ("one_to_two", ["subject_knowledge"])
    assert (profile["interests"], profile["role_models"]) == ("Шахматы, походы", ["equal_equal"])
    assert (profile["desired_mentees"], profile["kinds"]) == (["young"], ["traditional"])


async def test_changing_the_category_brings_the_year_up_and_takes_it_away(world: World) -> None:
    school = await world.school()
    vera = await begin(world, school.id, "Вера")
    await answer_as_mentee(vera)
    await vera.taps("✎ 4")
    await vera.taps("Недавно в этой школе")
    assert "С какого года" in vera.screen.text
    await vera.sends("2026")
    assert "Проверьте анкету" in vera.screen.text
    assert "2026" in vera.screen.text
    await vera.taps("✎ 4")
    await vera.taps("Опытный педагог")
    assert "С какого года" not in vera.screen.text
    assert "since_year" not in (await application_of(world, vera)).answers


async def test_back_passes_over_what_was_not_asked(world: World) -> None:
    school = await world.school()
    vera = await begin(world, school.id, "Вера")
    await vera.sends("Соколова Вера Павловна")
    await vera.taps("Математика")
    await vera.sends("1")
    await vera.taps("Молодой специалист")
    assert "труднее всего" in vera.screen.text
    await vera.taps("Назад")
    assert "● Молодой специалист" in str(vera.buttons)


async def test_ticks_leave_the_reader_on_the_page_and_pages_do_not_tick(world: World) -> None:
    school = await world.school()
    vera = await begin(world, school.id, "Вера")
    await vera.sends("Соколова Вера Павловна")
    await vera.taps("Математика")
    await vera.sends("1")
    await vera.taps("Молодой специалист")
    assert "1 / 3" in str(vera.buttons)
    await vera.taps("›")
    await vera.taps("Функциональная грамотность")
    assert "2 / 3" in str(vera.buttons)
    assert "☑ Функциональная грамотность" in str(vera.buttons)
    await vera.taps("‹", vera.screen)
    assert "1 / 3" in str(vera.buttons)
    await vera.sends("Свой вариант")
    await vera.taps("☑ Свой вариант")
    assert "Свой вариант" not in str(vera.buttons)
    assert (await application_of(world, vera)).answers["difficulties"] == ["literacy"]


# -- every kind of question


@dataclass
class Methodist:
    """Edits the questionnaire of mentees; what was edited counts from the next start."""

    world: World
    folder: Path

    def writes(self, version: int, mark: str = "", more: str = "") -> None:
        text = ALL_KINDS.format(version=version, mark=mark, more=more)
        (self.folder / "mentee.yaml").write_text(text, encoding="utf-8")

    def keeps(self, version: int) -> None:
        shutil.copy(self.folder / "mentee.yaml", self.folder / f"mentee.v{version}.yaml")


@pytest.fixture
async def methodist(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> AsyncIterator[Methodist]:
    """A world whose mentees answer every kind of question."""
    root = tmp_path / "content"
    shutil.copytree(ROOT / "content", root)
    load = content.load

    def loaded(_: Path) -> Content:
        return load(root)

    monkeypatch.setattr("services.content.load", loaded)
    made = Methodist(World(tmp_path / "all_kinds.db"), root / "questionnaires")
    made.writes(3)
    await made.world.open()
    try:
        yield made
    finally:
        await made.world.close()


async def test_a_day_is_read_back_in_words_and_a_scale_has_a_button_for_each_number(
    methodist: Methodist,
) -> None:
    world = methodist.world
    school = await world.school()
    vera = await begin(world, school.id, "Вера")
    await vera.sends("Соколова Вера Павловна")
    assert "25.11.2026" in vera.screen.text
    assert "Верно" not in str(vera.buttons)
    for wrong in ("вчера", "31.02.2025", "1.9.25", "01.09.2031"):
        await vera.sends(wrong)
        assert "Не получилось прочитать дату" in vera.screen.text
        assert "с 01.01.2000 по 31.12.2026" in vera.screen.text
    await vera.sends("1.9.2024")
    assert "воскресенье, 1 сентября 2024 года" in vera.screen.text
    await vera.sends("2.9.2024")
    await world.restart()
    await vera.taps("Верно")
    assert vera.buttons[:1] == [["1", "2", "3", "4", "5"]]
    await vera.taps("2")
    assert "Что мешает" in vera.screen.text
    await vera.sends("Нехватка времени")
    await vera.taps("Дисциплина на уроке")
    await vera.taps("Готово")
    assert "понедельник, 2 сентября 2024 года" in vera.screen.text
    await vera.taps("✎ 3")
    await vera.taps("5")
    assert "Что мешает" not in vera.screen.text
    given = (await application_of(world, vera)).answers
    assert (given["began_on"], given["ease"], "why" in given) == ("2024-09-02", 5, False)


async def test_a_form_that_was_replaced_meanwhile_goes_on_where_an_answer_is_missing(
    methodist: Methodist,
) -> None:
    world = methodist.world
    school = await world.school()
    vera = await begin(world, school.id, "Вера")
    await vera.sends("Соколова Вера Павловна")
    await vera.sends("1.9.2025")
    await vera.taps("Верно")
    await vera.taps("4")
    await vera.taps("Дисциплина на уроке")
    words = '{ru: "Какой город?", tt: "Кайсы шәһәр?", en: "Which town?"}'
    methodist.writes(4, more=f"  - {{key: city, kind: line, text: {words}}}\n")
    await world.restart()
    await vera.taps("Готово")
    assert "Анкета обновилась" in vera.screen.text
    assert "Какой город?" in vera.screen.text
    await vera.sends("Казань")
    assert "Анкета обновилась" not in vera.screen.text
    await vera.taps("Отправить")
    handed_in = await application_of(world, vera)
    assert (handed_in.questionnaire_version, handed_in.answers["difficulties"]) == (4, ["discipline"])


async def test_what_was_handed_in_is_decided_in_the_words_that_were_answered(
    methodist: Methodist,
) -> None:
    """As long as the old version lies beside the new one."""
    world = methodist.world
    school = await world.school()
    vera = await begin(world, school.id, "Вера")
    await vera.sends("Соколова Вера Павловна")
    await vera.sends("1.9.2025")
    await vera.taps("Верно")
    await vera.taps("4")
    await vera.taps("Дисциплина на уроке")
    await vera.taps("Готово")
    await vera.taps("Отправить")
    methodist.keeps(3)
    methodist.writes(4, mark=" впервые")
    await world.restart()
    number = (await application_of(world, vera)).id
    await school.curator.taps_data(f"jn_see:{number}:0")
    assert "Когда вы пришли в школу?" in school.curator.screen.text
    assert "впервые" not in school.curator.screen.text


# -- the head approves


@pytest.mark.requirement("N-3.3-3", "T-3.8-1…6")
async def test_the_curator_passes_it_on_and_the_head_returns_and_then_approves(world: World) -> None:
    school = await world.school(head_approves=True)
    vera = await begin(world, school.id, "Вера")
    await answer_as_mentee(vera)
    await vera.taps("Отправить")
    assert "Одобрить" not in str(school.curator.buttons)
    assert "Новая анкета" not in school.head.screen.text
    card = school.curator.screen
    await school.curator.taps("Передать руководителю")
    assert "передана руководителю" in school.curator.screen.text
    assert "Новая анкета" in school.head.screen.text
    assert "Передал(а) руководителю: Мария Ивановна О." in school.head.screen.text
    assert "куратор не ответил" not in school.head.screen.text
    await vera.sends("/menu")
    assert "у руководителя школы" in vera.screen.text

    await school.curator.taps_data(f"jn_dec:{(await application_of(world, vera)).id}:1", card)
    assert "одобряет руководитель" in school.curator.toasts[-1].text

    await school.head.taps("Вернуть с причиной")
    await school.head.sends("Назовите класс")
    assert "Назовите класс" in vera.screen.text
    assert "Назовите класс" in school.curator.screen.text
    await vera.taps("Исправить анкету")
    await vera.taps("✎ 6")
    await vera.sends("Спокойнее вести урок в 8 классе")
    await vera.taps("Отправить")
    await school.curator.taps("Передать руководителю", school.curator.from_bot[-1])
    await school.head.taps("Одобрить")
    assert "анкета одобрена" in vera.screen.text
    assert "Руководитель одобрил" in school.curator.screen.text

    number = (await application_of(world, vera)).id
    await school.curator.taps_data(f"jn_see:{number}:0")
    assert "Одобрил(а): Павел Олегович С." in school.curator.screen.text
    query = select(AuditRecord.act).where(AuditRecord.subject_kind == "application").order_by(AuditRecord.id)
    acts = await world.read(lambda session: list(session.scalars(query)))
    assert [act.removeprefix("application.") for act in acts if act != "application.seen"] == [
        "endorsed",
        "returned",
        "endorsed",
        "approved",
    ]


async def test_a_school_without_a_head_leaves_it_to_the_curator(world: World) -> None:
    school = await world.school(head_approves=True)
    vera = await begin(world, school.id, "Вера")
    await answer_as_mentee(vera)
    await vera.taps("Отправить")
    await school.curator.taps("Передать руководителю")

    def leave(session: Session) -> None:
        membership_of(session, school.head.id).status = MembershipStatus.LEFT

    await world.write(leave)
    await world.advance(minutes=2)
    assert "Новая анкета" in school.curator.screen.text
    await school.curator.taps("Одобрить")
    assert "анкета одобрена" in vera.screen.text


async def test_a_double_tap_passes_it_on_once(world: World) -> None:
    school = await world.school(head_approves=True)
    vera = await begin(world, school.id, "Вера")
    await answer_as_mentee(vera)
    await vera.taps("Отправить")
    card = school.curator.screen
    number = (await application_of(world, vera)).id
    for _ in range(2):
        await school.curator.taps_data(f"jn_up:{number}", card)
    assert sum("Новая анкета" in text for text in school.head.texts()) == 1
    assert STALE in school.curator.toasts[-1].text


async def test_somebody_elses_application_can_be_neither_read_nor_decided(world: World) -> None:
    school, other = await world.school(), await world.school("Школа № 2")
    vera = await begin(world, school.id, "Вера")
    await answer_as_mentee(vera)
    await vera.taps("Отправить")
    number = (await application_of(world, vera)).id
    stranger = await world.member(school.id, Role.MENTOR, last="Чужой", first="Иван")
    for person in (other.curator, other.head, stranger):
        for data in (
            f"jn_see:{number}:0",
            f"jn_dec:{number}:1",
            f"jn_up:{number}",
            f"jn_why:{number}:unclear",
            f"jn_cont:{number}",
            f"jn_sum:{number}:0",
            f"jn_wdq:{number}",
            f"jn_wd:{number}",
            f"jn_sub:{number}",
            f"jn_ans:{number}:e:name:",
        ):
            before = len(person.from_bot)
            await person.taps_data(data)
            shown = " ".join(person.texts()[before:])
            assert "Соколова" not in shown
            assert "Вера Павловна" not in shown
    assert (await application_of(world, vera)).status == ApplicationStatus.SUBMITTED


# -- taking back and coming back


async def test_an_application_is_taken_back_and_found_again(world: World) -> None:
    school = await world.school()
    vera = await begin(world, school.id, "Вера")
    await answer_as_mentee(vera)
    await vera.taps("Отправить")
    card = school.curator.screen
    await vera.sends("/menu")
    await vera.taps("Моя анкета")
    await vera.taps("Отозвать анкету")
    assert "Отозвать анкету" in vera.screen.text
    await vera.taps("Назад")
    assert (await application_of(world, vera)).status == ApplicationStatus.SUBMITTED
    await vera.taps("Отозвать анкету", vera.screen)
    asked = vera.screen
    await vera.taps("Да, отозвать")
    assert "Анкета отозвана" in vera.screen.text
    await vera.taps_data(f"jn_wd:{(await application_of(world, vera)).id}", asked)
    assert STALE in vera.toasts[-1].text
    await school.curator.taps("Одобрить", card)
    assert "Решение уже принято" in school.curator.toasts[-1].text
    assert (await world.read(membership_of, vera.id)).status == MembershipStatus.LEFT

    await vera.starts(await world.invitation(school.id, Role.MENTEE))
    await vera.taps("Даю согласие")
    assert "С возвращением" in vera.screen.text
    assert "Хочу спокойно вести урок" in vera.screen.text
    await vera.taps("Отправить")
    await school.curator.taps("Одобрить")
    assert (await world.read(membership_of, vera.id)).status == MembershipStatus.ACTIVE


async def test_somebody_who_left_comes_back_to_a_filled_application(world: World) -> None:
    school = await world.school()
    vera = await begin(world, school.id, "Вера")
    await answer_as_mentee(vera)
    await vera.taps("Отправить")
    await school.curator.taps("Одобрить")

    def leave(session: Session) -> None:
        membership_of(session, vera.id).status = MembershipStatus.LEFT

    await world.write(leave)
    await vera.starts(await world.invitation(school.id, Role.MENTEE))
    await vera.taps("Даю согласие")
    assert "С возвращением" in vera.screen.text
    await vera.taps("✎ 3")
    await vera.sends("2")
    assert "Проверьте анкету" in vera.screen.text
    await vera.taps("Отправить")
    await school.curator.taps("Одобрить")
    membership = await world.read(membership_of, vera.id)
    assert (membership.status, membership.profile["experience_years"]) == (MembershipStatus.ACTIVE, 2)


async def test_a_double_tap_on_send_after_a_restart_sends_once(world: World) -> None:
    school = await world.school()
    vera = await begin(world, school.id, "Вера")
    await answer_as_mentee(vera)
    summary = vera.screen
    await world.restart()
    number = (await application_of(world, vera)).id
    for _ in range(2):
        await vera.taps_data(f"jn_sub:{number}", summary)
    assert (await application_of(world, vera)).submissions == 1
    assert sum("Новая анкета" in text for text in school.curator.texts()) == 1


# -- pupils


async def pupil_of(world: World, school: School, role: Role, *, chat: bool) -> tuple[Human, Human, int]:
    """A pupil with a begun application, the parent, and the application's id. Without a chat of its own the
    first is the parent, too.
    """
    parent = await world.member(school.id, Role.PARENT, last="Петрова", first="Ольга", patronymic="Юрьевна")
    child = await world.member(
        school.id,
        role,
        last="",
        first="",
        patronymic="",
        status=MembershipStatus.INVITED,
        partition=Partition.PUPIL,
        **({"unpaired_since": None} if role == Role.MENTEE else {}),
    )

    def tie(session: Session) -> int:
        membership = membership_of(session, child.id)
        adult = membership_of(session, parent.id)
        session.add(
            Guardianship(
                parent_id=adult.person_id,
                child_id=membership.person_id,
                organization_id=school.id,
                since=factories.NOW,
            )
        )
        if not chat:
            membership.person.chat_id = None
        session.flush()
        form = world.app.content.questionnaire(applications.form_key(role, Partition.PUPIL))
        return applications.begin(session, membership, form, now=world.clock.now()).id

    return child if chat else parent, parent, await world.write(tie)


@pytest.mark.requirement("L-1-5/6")
async def test_a_pupil_of_fourteen_fills_in_a_form_of_their_own(world: World) -> None:
    school = await world.school()
    pupil, parent, number = await pupil_of(world, school, Role.MENTEE, chat=True)
    await pupil.sends("/menu")
    await pupil.taps("Продолжить анкету")
    assert "1 из 6" in pupil.screen.text
    assert "родитель" in pupil.screen.text
    await pupil.sends("Петров Илья Сергеевич")
    await pupil.sends("12")
    assert "от 1 до 11" in pupil.screen.text
    await pupil.sends("8")
    await pupil.taps("Подготовиться к экзамену")
    await pupil.taps("Готово")
    await pupil.taps("Математика")
    await pupil.taps("Пропустить")
    await pupil.taps("Пропустить")
    await pupil.taps("Отправить")
    assert "Это ученик" in school.curator.screen.text
    assert "Подготовиться к экзамену" in school.curator.screen.text
    await school.curator.taps("Одобрить")
    assert "анкета одобрена" in pupil.screen.text
    assert "Анкета одобрена: Илья Сергеевич П." in parent.screen.text
    membership = await world.read(membership_of, pupil.id)
    assert (membership.profile["grade"], membership.profile["difficulties"]) == (8, ["exam"])
    assert number


@pytest.mark.requirement("L-2-4")
async def test_a_parent_fills_in_for_a_young_mentor(world: World) -> None:
    school = await world.school()
    parent, _, number = await pupil_of(world, school, Role.MENTOR, chat=False)
    await parent.sends("/menu")
    await parent.taps("Продолжить анкету")
    await parent.sends("Петров Илья Сергеевич")
    await parent.sends("5")
    await world.restart()
    await parent.taps("Научиться планировать время")
    await parent.sends("Помогает с гитарой")
    await parent.taps("Готово")
    for _ in range(3):
        await parent.taps("Пропустить", parent.screen)
    await parent.taps("Отправить")
    await school.curator.taps("Вернуть с причиной")
    await school.curator.sends("Уточните класс")
    assert "Анкета вашего ребёнка: Илья Сергеевич П." in parent.screen.text
    await parent.taps("Исправить анкету")
    await parent.taps("✎ 2")
    await parent.sends("6")
    await parent.taps("Отправить")
    await school.curator.taps("Одобрить", school.curator.from_bot[-1])
    assert "Анкета одобрена: Илья Сергеевич П." in parent.screen.text
    application = await world.read(lambda session: session.get_one(Application, number))
    assert (application.status, application.answers["grade"]) == (ApplicationStatus.APPROVED, 6)
    mine = await world.read(membership_of, parent.id)
    assert mine.role == Role.PARENT
