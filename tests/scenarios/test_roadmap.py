"""The roadmap in conversation: reminders, done, moved, waived, what is late climbing to the head,
the views of the plan, and two school years in a row.
"""

from __future__ import annotations

import re
from collections.abc import Awaitable, Callable
from datetime import UTC, date, datetime, time, timedelta
from io import BytesIO
from typing import Any

import openpyxl
import pytest
from sqlalchemy import func, select
from sqlalchemy.orm import Session

from models import AuditRecord, Evidence, EvidenceKind, Occurrence, OccurrenceStatus, Organization, Role
from models.organization import OrganizationKind
from sandbox.telegram import Person
from services import outbox
from tests.support.factories import duties_of, make_duty, make_item, make_organization, make_plan
from tests.support.world import School, World, membership_of

ACTIVITY = "Собрать заявления молодых педагогов"
DUE = date(2026, 9, 25)
LATE = date(2026, 9, 8)
MORNING_AFTER = datetime(2026, 9, 9, 6, 1, tzinfo=UTC)

Plan = Callable[..., Awaitable[int]]


@pytest.fixture
async def school(world: World) -> School:
    return await world.school()


@pytest.fixture
async def mentor(world: World, school: School) -> Person:
    return await world.member(school.id, Role.MENTOR)


@pytest.fixture
def plan(world: World) -> Plan:
    """Store a live plan with one duty of these people. Returns the duty's id."""

    async def make(*responsible: Person, due_on: date = DUE, activity: str = ACTIVITY, **fields: Any) -> int:
        def store(session: Session) -> int:
            people = [membership_of(session, one.id) for one in responsible]
            values = {"activity": activity, "number": "2", "section": "Основной этап"} | fields
            return make_duty(session, *people, due_on=due_on, now=world.clock.now(), **values).id

        return await world.write(store)

    return make


async def live_plan(world: World, school: School, *rows: tuple[str, str, Person], **fields: Any) -> list[int]:
    """A live plan with these rows (activity, deadline phrase, who). Returns its duties' ids, by date."""

    def store(session: Session) -> list[int]:
        items = [
            make_item(phrase, membership_of(session, who.id), activity=activity, number=str(number))
            for number, (activity, phrase, who) in enumerate(rows, start=1)
        ]
        organization = session.get_one(Organization, school.id)
        made = make_plan(session, organization, *items, now=world.clock.now(), **fields)
        return [one.id for one in duties_of(made)]

    return await world.write(store)


async def live_until(world: World, moment: datetime) -> None:
    """Years in steps of a day: every morning a tick, and each message at its own moment."""
    while (now := world.clock.now()) < moment:
        morning = datetime.combine(now.date(), time(6, 1), UTC)
        stops = [moment, morning if morning > now else morning + timedelta(days=1)]
        due = await world.read(outbox.next_due)
        stops += [due] if due is not None and due > now else []
        world.clock.jump(min(stops) - now)
        await world.app.tick()
        await world.settle()


async def status_of(world: World, duty_id: int) -> OccurrenceStatus:
    return await world.read(lambda session: session.get_one(Occurrence, duty_id).status)


async def opens_plan(person: Person, *taps: str) -> None:
    """From the menu to the roadmap, and further by these buttons."""
    await person.sends("/menu")
    await person.taps("Дорожная карта")
    for label in taps:
        await person.taps(label)


async def count(world: World, table: type[Evidence] | type[AuditRecord]) -> int:
    return await world.read(lambda session: session.scalar(select(func.count()).select_from(table)) or 0)


def heard(person: Person, words: str) -> list[datetime]:
    """When the bot said this to the person."""
    return [sent.message.date.astimezone(UTC) for sent in person.from_bot if words in sent.text]


async def opens(person: Person) -> None:
    """From the menu to the question «a comment or a file?»."""
    await person.sends("/menu")
    await person.taps("Мои дела")
    await person.taps(ACTIVITY)
    await person.taps("Отметить выполненным")


# ---- reminders


async def test_the_responsible_person_is_reminded_14_7_and_1_days_before(
    world: World, mentor: Person, plan: Plan
) -> None:
    await plan(mentor)
    await world.advance_to(datetime(2026, 9, 25, 20, 0, tzinfo=UTC))
    assert [(at.month, at.day, at.hour) for at in heard(mentor, "Напоминаю о мероприятии")] == [
        (9, 11, 6),
        (9, 18, 6),
        (9, 24, 6),
    ]
    assert "Остался 1 день" in mentor.screen.text
    assert ACTIVITY in mentor.screen.text


async def test_a_duty_is_marked_as_done_from_its_reminder_in_two_taps(
    world: World, mentor: Person, plan: Plan
) -> None:
    duty_id = await plan(mentor)
    await world.advance_to(datetime(2026, 9, 11, 7, 0, tzinfo=UTC))
    await mentor.taps("Отметить выполненным")
    await mentor.taps("Выполнено, без комментария")
    assert await status_of(world, duty_id) == OccurrenceStatus.DONE
    before = len(mentor.from_bot)
    await world.advance_to(datetime(2026, 9, 26, 7, 0, tzinfo=UTC))
    assert len(mentor.from_bot) == before


# ---- marking as done


async def test_a_comment_with_markup_and_emoji_is_shown_to_the_curator_as_typed(
    world: World, school: School, mentor: Person, plan: Plan
) -> None:
    duty_id = await plan(mentor)
    await opens(mentor)
    assert "Это увидят кураторы, руководитель и другие ответственные" in mentor.screen.text
    assert "персональными данными" in mentor.screen.text
    typed = "<b>12</b> заявлений & одно «устно» 🎉 {name} </i>"
    await mentor.sends(typed)
    assert "Записано" in mentor.screen.text
    await opens_plan(school.curator, "Весь план")
    assert "✅" in school.curator.screen.text
    await school.curator.taps(ACTIVITY)
    assert typed in school.curator.screen.text
    assert await status_of(world, duty_id) == OccurrenceStatus.DONE


async def test_a_file_is_kept_and_can_be_downloaded_by_the_head(
    world: World, school: School, mentor: Person, plan: Plan
) -> None:
    duty_id = await plan(mentor)
    await opens(mentor)
    await mentor.sends_document("отчёт <1>.docx", b"content", caption="Вот отчёт")
    assert await status_of(world, duty_id) == OccurrenceStatus.DONE
    await opens_plan(school.head, "Весь план", ACTIVITY)
    assert "Вот отчёт" in school.head.screen.text
    await school.head.taps("отчёт <1>.docx")
    assert school.head.downloads() == b"content"


async def test_a_done_duty_takes_one_more_comment(world: World, mentor: Person, plan: Plan) -> None:
    await plan(mentor)
    await opens(mentor)
    await mentor.taps("Выполнено, без комментария")
    await mentor.taps("Добавить комментарий или файл")
    await mentor.sends("Ещё два заявления")
    assert "Ещё два заявления" in mentor.screen.text
    assert await count(world, Evidence) == 1


async def test_a_double_tap_on_done_counts_once(world: World, mentor: Person, plan: Plan) -> None:
    duty_id = await plan(mentor)
    await opens(mentor)
    question = mentor.screen
    data = question.markup.inline_keyboard[0][0].callback_data if question.markup else None
    assert data is not None
    await mentor.taps_data(data, question)
    acts = await count(world, AuditRecord)
    await mentor.taps_data(data, question)
    assert await status_of(world, duty_id) == OccurrenceStatus.DONE
    assert await count(world, AuditRecord) == acts
    assert "уже отмечено" in mentor.toasts[-1].text


async def test_somebody_elses_button_is_refused_and_remembered(
    world: World, school: School, mentor: Person, plan: Plan
) -> None:
    duty_id = await plan(mentor)
    await opens(mentor)
    question = mentor.screen
    data = question.markup.inline_keyboard[0][0].callback_data if question.markup else ""
    stranger = await world.member(school.id, Role.MENTOR, last="Чужая")
    await stranger.taps_data(data or "")
    assert await status_of(world, duty_id) != OccurrenceStatus.DONE
    assert "недоступно" in stranger.toasts[-1].text
    denied = select(func.count()).select_from(AuditRecord).where(AuditRecord.act.startswith("denied:"))
    assert await world.read(lambda session: session.scalar(denied)) == 1


async def test_a_button_of_a_duty_that_is_gone_changes_nothing(mentor: Person, plan: Plan) -> None:
    await plan(mentor)
    for forged in ("rm_act:999999:d", "rm_see:" + "9" * 57, "rm_act:x:d", "rm_file:-1"):
        await mentor.taps_data(forged)
        assert mentor.toasts[-1].text
    assert "Мои дела" in str(mentor.buttons)


async def test_a_photo_is_refused_and_removed_and_a_sticker_is_answered(
    world: World, mentor: Person, plan: Plan
) -> None:
    duty_id = await plan(mentor)
    await opens(mentor)
    photo = await mentor.sends_photo("справка")
    assert photo.deleted
    assert "Фотографии здесь не принимаются" in mentor.screen.text
    picture = await mentor.sends_document("паспорт.jpg", b"x", mime="image/jpeg")
    assert picture.deleted
    await mentor.sends_sticker()
    assert "нужен комментарий текстом или файл" in mentor.screen.text
    assert await count(world, Evidence) == 0
    await mentor.sends("Словами")
    assert await status_of(world, duty_id) == OccurrenceStatus.DONE


async def test_a_comment_of_5000_characters_is_refused_whole_and_the_form_waits(
    world: World, mentor: Person, plan: Plan
) -> None:
    duty_id = await plan(mentor)
    await opens(mentor)
    await mentor.sends("слово " * 833)
    assert "Слишком длинно" in mentor.texts(2)[0]
    assert "продолжение слишком длинного" in mentor.texts(2)[1]
    assert await status_of(world, duty_id) != OccurrenceStatus.DONE
    await world.advance(minutes=1)
    await mentor.sends("Короче: готово")
    assert await status_of(world, duty_id) == OccurrenceStatus.DONE
    assert await count(world, Evidence) == 1


async def test_a_restart_in_the_middle_of_the_form_loses_nothing(
    world: World, mentor: Person, plan: Plan
) -> None:
    duty_id = await plan(mentor)
    await opens(mentor)
    await world.restart()
    await mentor.sends("Сделано до перезапуска")
    assert "Сделано до перезапуска" in mentor.screen.text
    assert await status_of(world, duty_id) == OccurrenceStatus.DONE


async def test_leaving_the_form_means_that_typed_text_is_no_comment(
    world: World, mentor: Person, plan: Plan
) -> None:
    duty_id = await plan(mentor)
    await opens(mentor)
    await mentor.taps("Назад")
    await mentor.sends("Просто так")
    assert await status_of(world, duty_id) != OccurrenceStatus.DONE
    assert await count(world, Evidence) == 0


# ---- what is late


async def test_what_is_late_reaches_the_curator_and_after_three_days_the_head(
    world: World, school: School, mentor: Person, plan: Plan
) -> None:
    await plan(mentor, due_on=LATE)
    await world.advance_to(MORNING_AFTER)
    assert "Срок мероприятия прошёл" in mentor.screen.text
    alert = school.curator.screen.text
    assert "Просрочено мероприятие дорожной карты" in alert
    assert ACTIVITY in alert
    assert "вторник, 8 сентября" in alert
    assert "Просрочено на 1 день" in alert
    assert "Анна Сергеевна П." in alert
    assert not heard(school.head, "Просрочено мероприятие")
    await world.advance(days=3, hours=1)
    assert "Просрочено на 4 дня" in school.head.screen.text


@pytest.mark.requirement("L-O-3a")
async def test_each_of_two_curators_hears_of_the_delay_and_may_settle_it(
    world: World, school: School, mentor: Person, plan: Plan
) -> None:
    duty_id = await plan(mentor, due_on=LATE)
    second = await world.member(school.id, Role.CURATOR, last="Вторая", first="Вера")
    await world.advance_to(MORNING_AFTER)
    for curator in (school.curator, second):
        assert "Просрочено мероприятие дорожной карты" in curator.screen.text
    await second.taps("Отметить выполненным")
    await second.sends("Сдано на бумаге")
    assert await status_of(world, duty_id) == OccurrenceStatus.DONE_LATE
    assert "отмечает выполненным ваше мероприятие" in mentor.screen.text
    await school.curator.taps("Отметить выполненным")
    assert "Выполнено, без комментария" not in str(school.curator.buttons)


async def test_a_curator_reminds_by_hand_once_a_day(
    world: World, school: School, mentor: Person, plan: Plan
) -> None:
    await plan(mentor, due_on=LATE)
    await world.advance_to(MORNING_AFTER)
    await school.curator.taps("Напомнить")
    assert "Напоминание отправлено" in school.curator.toasts[-1].text
    assert "Вас просят обратить внимание" in mentor.screen.text
    await school.curator.taps("Напомнить")
    assert "уже напоминали" in school.curator.toasts[-1].text
    assert len(heard(mentor, "Вас просят обратить внимание")) == 1


async def test_done_late_takes_the_alert_off_the_list(
    world: World, school: School, mentor: Person, plan: Plan
) -> None:
    duty_id = await plan(mentor, due_on=LATE)
    await world.advance_to(MORNING_AFTER)
    await mentor.taps("Отметить выполненным")
    await mentor.taps("Выполнено, без комментария")
    assert await status_of(world, duty_id) == OccurrenceStatus.DONE_LATE
    await world.advance(days=4)
    assert not heard(school.head, "Просрочено мероприятие")


async def test_a_curator_takes_a_duty_over(world: World, school: School, mentor: Person, plan: Plan) -> None:
    await plan(mentor)
    await opens_plan(school.curator, "Весь план", ACTIVITY, "Взять на себя")
    assert "Ответственный: вы" in school.curator.screen.text
    assert "Вам делать ничего не нужно" in mentor.screen.text
    await world.advance_to(datetime(2026, 9, 11, 7, 0, tzinfo=UTC))
    assert heard(school.curator, "Напоминаю о мероприятии")
    assert not heard(mentor, "Напоминаю о мероприятии")


async def test_a_delay_that_nobody_answers_for_reaches_the_coordinator_without_names(
    world: World, school: School, mentor: Person, plan: Plan
) -> None:
    def above(session: Session) -> int:
        district = make_organization(session, name="Район", kind=OrganizationKind.MUNICIPALITY)
        session.get_one(Organization, school.id).parent_id = district.id
        return district.id

    coordinator = await world.member(await world.write(above), Role.COORDINATOR, last="Районова")
    duty_id = await plan(mentor, due_on=LATE)
    await live_until(world, datetime(2026, 9, 20, 12, 0, tzinfo=UTC))
    assert heard(school.head, "Просрочено мероприятие")
    alert = coordinator.screen.text
    assert "Просрочено мероприятие дорожной карты" in alert
    assert "Отвечает: школа" in alert
    assert "Организация: Школа № 1" in alert
    assert "Анна" not in alert
    await coordinator.taps("Напомнить школе")
    assert "Вас просят обратить внимание" in mentor.screen.text
    await coordinator.taps("Подробнее")
    assert "Анна" not in coordinator.screen.text
    await coordinator.taps_data(f"rm_act:{duty_id}:d")
    assert "недоступно" in coordinator.toasts[-1].text


# ---- lists


async def test_the_roadmap_shows_what_is_late_and_the_curator_narrows_it(
    world: World, school: School, mentor: Person, plan: Plan
) -> None:
    await plan(mentor, due_on=date(2026, 9, 8), activity="Раннее дело")
    await plan(mentor, due_on=date(2026, 12, 20), activity="Позднее дело")
    await world.advance_to(datetime(2026, 9, 9, 7, 0, tzinfo=UTC))
    await school.curator.sends("/menu")
    await school.curator.taps("Дорожная карта · 1")
    assert "🔴 Просрочено: 1" in school.curator.screen.text
    await school.curator.taps("Весь план")
    assert "🔴" in school.curator.screen.text
    assert "⏳" in school.curator.screen.text
    await opens_plan(school.curator, "Просрочено · 1")
    assert "Раннее дело" in school.curator.screen.text
    assert "Позднее дело" not in school.curator.screen.text


@pytest.mark.parametrize(
    ("language", "mine", "activity"), [("tt", "Минем эшләрем", "Юл картасы"), ("en", "My duties", "Roadmap")]
)
async def test_every_screen_speaks_the_readers_language(
    world: World, school: School, plan: Plan, language: str, mine: str, activity: str
) -> None:
    curator = school.curator
    await plan(curator)
    await curator.sends("/language")
    await curator.taps({"tt": "Татарча", "en": "English"}[language])
    await curator.sends("/menu")
    await curator.taps(mine)
    await curator.taps(ACTIVITY)
    await curator.taps("✅")
    await curator.sends("ok")
    await curator.taps(activity)
    shown = curator.screen.text.replace(ACTIVITY, "").replace("Дорожная карта", "")
    assert "просрочено" not in shown.lower()
    assert language != "en" or not any("а" <= letter <= "я" for letter in shown)


# ---- the ways of being done


@pytest.mark.parametrize(
    ("typed", "kind", "shown"),
    [
        ("https://school.example/plan", EvidenceKind.LINK, "🔗 Ссылка"),
        ("приказ № 12 от 01.09.2026", EvidenceKind.ACT, "📄 Документ"),
        ("Собрано 12 заявлений", EvidenceKind.COMMENT, "💬"),
    ],
)
async def test_a_link_and_the_number_of_an_act_are_shown_as_such(
    world: World, school: School, mentor: Person, plan: Plan, typed: str, kind: EvidenceKind, shown: str
) -> None:
    await plan(mentor)
    await opens(mentor)
    assert "номер приказа" in mentor.screen.text
    await mentor.sends(typed)
    assert await world.read(lambda session: session.scalars(select(Evidence.kind)).all()) == [kind]
    await opens_plan(school.curator, "Весь план", ACTIVITY)
    assert shown in school.curator.screen.text
    assert typed in school.curator.screen.text


async def test_what_one_reports_the_other_hears_and_both_see(
    world: World, school: School, mentor: Person, plan: Plan
) -> None:
    second = await world.member(school.id, Role.MENTOR, last="Сомова", first="Вера")
    duty_id = await plan(mentor, second)
    await opens(mentor)
    await mentor.sends("Сдано за двоих")
    assert await status_of(world, duty_id) == OccurrenceStatus.DONE
    assert "отмечает выполненным ваше мероприятие" in second.screen.text
    await second.taps("Подробнее")
    assert "Ответственные: вы, Анна Сергеевна П." in second.screen.text
    assert "Сдано за двоих" in second.screen.text
    await live_until(world, datetime(2026, 9, 26, 7, 0, tzinfo=UTC))
    assert not heard(second, "Напоминаю о мероприятии")


# ---- moving and waiving


async def test_a_curator_moves_a_duty_by_the_calendar_and_the_reminders_follow(
    world: World, school: School, mentor: Person, plan: Plan
) -> None:
    await plan(mentor)
    await world.advance(minutes=5)
    await opens_plan(school.curator, "Весь план", ACTIVITY, "Перенести")
    assert "На какой день перенести?" in school.curator.screen.text
    await school.curator.taps("›")
    await school.curator.taps("15")
    assert "четверг, 15 октября" in school.curator.screen.text
    await school.curator.sends("Ждём приказ района")
    assert "Перенесено с 25.09.2026: Ждём приказ района" in school.curator.screen.text
    assert "Срок мероприятия перенесён" in mentor.screen.text
    assert "Ждём приказ района" in mentor.screen.text
    await live_until(world, datetime(2026, 10, 16, 5, 0, tzinfo=UTC))
    assert [(at.month, at.day) for at in heard(mentor, "Напоминаю о мероприятии")] == [
        (10, 1),
        (10, 8),
        (10, 14),
    ]


async def test_a_day_may_be_typed_in_words_and_nonsense_leaves_the_form_open(
    world: World, school: School, mentor: Person, plan: Plan
) -> None:
    duty_id = await plan(mentor)
    await opens_plan(school.head, "Весь план", ACTIVITY, "Перенести")
    await school.head.sends("когда-нибудь потом")
    assert "Не понимаю, какой это день" in school.head.screen.text
    await school.head.sends("01.09.2026")
    assert "уже прошёл" in school.head.screen.text
    await school.head.sends_sticker()
    assert "нужен ответ текстом" in school.head.screen.text
    photo = await school.head.sends_photo("приказ")
    assert photo.deleted
    await school.head.sends("до 16 октября")
    assert "пятница, 16 октября" in school.head.screen.text
    await world.restart()
    await school.head.sends("Карантин")
    assert "Перенесено с 25.09.2026: Карантин" in school.head.screen.text
    due_on = await world.read(lambda session: session.get_one(Occurrence, duty_id).due_on)
    assert due_on == date(2026, 10, 16)


async def test_a_waived_duty_is_told_with_its_reason_and_can_be_taken_back(
    world: World, school: School, mentor: Person, plan: Plan
) -> None:
    duty_id = await plan(mentor)
    await opens_plan(school.curator, "Весь план", ACTIVITY, "Снять с контроля")
    await school.curator.sends("Отменено приказом района")
    assert "Снято с контроля: Отменено приказом района" in school.curator.screen.text
    assert "делать его не нужно" in mentor.screen.text
    old = mentor.screen
    await live_until(world, datetime(2026, 9, 12, 7, 0, tzinfo=UTC))
    assert not heard(mentor, "Напоминаю о мероприятии")
    await mentor.taps_data(f"rm_act:{duty_id}:d", old)
    assert "снято с контроля" in mentor.toasts[-1].text
    await opens_plan(school.curator, "Весь план", ACTIVITY, "Вернуть в работу")
    assert "снова в работе" in mentor.screen.text
    await live_until(world, datetime(2026, 9, 19, 7, 0, tzinfo=UTC))
    assert len(heard(mentor, "Напоминаю о мероприятии")) == 1


async def test_a_mentor_neither_moves_nor_waives_and_the_attempt_is_remembered(
    world: World, school: School, mentor: Person, plan: Plan
) -> None:
    duty_id = await plan(mentor)
    await mentor.sends("/menu")
    await mentor.taps("Мои дела")
    await mentor.taps(ACTIVITY)
    assert "Перенести" not in str(mentor.buttons)
    for forged in ("m", "w", "r", "n", "t"):
        await mentor.taps_data(f"rm_act:{duty_id}:{forged}")
        assert "недоступно" in mentor.toasts[-1].text
    day = date(2026, 10, 1).toordinal()
    await mentor.taps_data(f"rm_day:{duty_id}:{day}")
    assert "недоступно" in mentor.toasts[-1].text
    await mentor.sends("просто текст")
    due_on = await world.read(lambda session: session.get_one(Occurrence, duty_id).due_on)
    assert due_on == DUE
    denied = select(func.count()).select_from(AuditRecord).where(AuditRecord.act.startswith("denied:"))
    assert await world.read(lambda session: session.scalar(denied)) == 6


# ---- work that goes on all the time


async def test_continuous_work_is_asked_about_once_a_term_and_answered_with_one_tap(
    world: World, school: School, mentor: Person
) -> None:
    await live_plan(world, school, ("Вести дневник наставника", "постоянно", mentor))
    await live_until(world, datetime(2026, 10, 21, 12, 0, tzinfo=UTC))
    assert len(heard(mentor, "Ведётся ли эта работа?")) == 1
    assert not heard(mentor, "Напоминаю о мероприятии")
    await mentor.taps("Да, ведётся")
    assert "Записано" in mentor.screen.text
    before = len(mentor.from_bot)
    await live_until(world, datetime(2026, 12, 31, 12, 0, tzinfo=UTC))
    asked = [sent.text for sent in mentor.from_bot[before:]]
    assert ["Ведётся ли эта работа?" in text for text in asked] == [True, True]
    # The second question of the term comes when its days are over; nobody is told that they are late.
    assert not any("просроч" in text.lower() or "прошёл" in text for text in asked)
    alert = heard(school.curator, "Никто не ответил, ведётся ли постоянная работа")
    assert len(alert) == 1


async def test_difficulties_with_continuous_work_reach_the_curator(
    world: World, school: School, mentor: Person
) -> None:
    await live_plan(world, school, ("Вести дневник наставника", "постоянно", mentor))
    await live_until(world, datetime(2026, 10, 31, 12, 0, tzinfo=UTC))
    await mentor.taps("Есть трудности")
    await mentor.sends("Не хватает часов")
    assert "Куратор узнает о трудностях" in mentor.screen.text
    assert "сообщает о трудностях" in school.curator.screen.text
    assert "Не хватает часов" in school.curator.screen.text
    await mentor.taps("Да, ведётся")
    assert "Записано" in mentor.screen.text


# ---- the views of the plan


@pytest.fixture
async def whole_plan(world: World, school: School, mentor: Person) -> list[int]:
    """Three dated duties, one period, one item without a day."""
    return await live_plan(
        world,
        school,
        ("Издать приказ", "до 15.09.2026", school.head),
        ("Собрать заявления", "до 20.09.2026", mentor),
        ("Составить пары", "октябрь 2026", mentor),
        ("Посетить клуб", "по отдельному плану", mentor),
        title="Дорожная карта школы",
        order_number="12",
        order_date=date(2026, 9, 1),
    )


async def test_the_curator_walks_through_all_views(
    world: World, school: School, mentor: Person, whole_plan: list[int]
) -> None:
    curator = school.curator
    await opens_plan(curator)
    for words in ("Дорожная карта школы", "приказ № 12 от 01.09.2026", "0 из 4", "Без срока: 1"):
        assert words in curator.screen.text
    await curator.taps("Этот месяц · 2")
    assert "Сентябрь 2026" in curator.screen.text
    assert "Анна Сергеевна П." in curator.screen.text
    await curator.taps("Октябрь 2026 ›")
    assert "Составить пары" in curator.screen.text
    await opens_plan(curator, "По этапам")
    assert "▓" not in curator.screen.text
    await curator.taps("Подготовительный этап")
    assert "Посетить клуб" in curator.screen.text
    await opens_plan(curator, "По ответственным", "Анна Сергеевна П.")
    assert "в работе: 2" in curator.screen.text
    await curator.taps("Напомнить обо всём")
    assert "Вас просят посмотреть на дела дорожной карты" in mentor.screen.text
    await curator.taps("Напомнить обо всём")
    assert "уже напоминали" in curator.toasts[-1].text


async def test_an_item_without_a_day_gets_one_by_typed_words(
    world: World, school: School, mentor: Person, whole_plan: list[int]
) -> None:
    curator = school.curator
    await opens_plan(curator, "Без срока · 1", "Посетить клуб")
    assert "по отдельному плану" in curator.screen.text
    await curator.sends("как-нибудь")
    assert "не нахожу дня" in curator.screen.text
    await curator.sends("до 12.10.2026")
    assert "понедельник, 12 октября" in curator.screen.text
    markup = curator.screen.markup
    yes = markup.inline_keyboard[0][0].callback_data if markup else None
    await curator.taps("Верно, назначить")
    assert "Срок назначен" in curator.screen.text
    toasts = len(curator.toasts)
    await curator.taps_data(yes or "")
    assert len(curator.toasts) > toasts
    assert await world.read(lambda session: session.scalar(select(func.count()).select_from(Occurrence))) == 4
    await live_until(world, datetime(2026, 9, 28, 7, 0, tzinfo=UTC))
    (reminded,) = heard(mentor, "Посетить клуб")
    # The clock jumps here: the tick that opens the duty at night and the morning may be one stop.
    assert reminded.replace(minute=0) == datetime(2026, 9, 28, 6, 0, tzinfo=UTC)


async def test_an_item_without_a_day_gets_one_from_the_calendar(
    world: World, school: School, mentor: Person, whole_plan: list[int]
) -> None:
    await opens_plan(school.curator, "Без срока · 1", "Посетить клуб", "›")
    await school.curator.taps("14")
    assert "среда, 14 октября" in school.curator.screen.text
    await school.curator.taps("Верно, назначить")
    await opens_plan(school.curator)
    assert "Без срока" not in school.curator.screen.text


async def test_the_year_comes_as_a_picture_and_as_a_table(
    world: World, school: School, mentor: Person, whole_plan: list[int]
) -> None:
    curator = school.curator
    await opens_plan(curator, "Год на рисунке")
    picture = next(sent for sent in reversed(curator.from_bot) if sent.message.photo)
    assert "рисунок 1 из 1" in picture.text
    assert curator.downloads(picture).startswith(b"\x89PNG")
    await opens_plan(curator, "Таблица .xlsx")
    table = next(sent for sent in reversed(curator.from_bot) if sent.message.document)
    sheet = openpyxl.load_workbook(BytesIO(curator.downloads(table))).active
    assert sheet is not None
    assert [row[1].value for row in sheet.iter_rows(min_row=3)] == [
        "Издать приказ",
        "Собрать заявления",
        "Составить пары",
        "Посетить клуб",
    ]
    acts = await world.read(lambda session: session.scalars(select(AuditRecord.act)).all())
    assert {"roadmap.picture_taken", "roadmap.sheet_taken"} <= set(acts)


async def test_a_mentor_sees_their_own_duties_and_nothing_of_the_plan(
    world: World, school: School, mentor: Person, whole_plan: list[int]
) -> None:
    await mentor.sends("/menu")
    assert "Дорожная карта" not in str(mentor.buttons)
    await mentor.taps("Мои дела")
    assert "Собрать заявления" in mentor.screen.text
    assert "Издать приказ" not in mentor.screen.text
    for forged in ("rm_all:0", "rm_v:0:l:0:0", "rm_v:0:w:0:0", "rm_y:0:x", "rm_pn:1", "rm_id:1:0:0"):
        await mentor.taps_data(forged)
        assert mentor.toasts[-1].text
    assert not [sent for sent in mentor.from_bot if sent.message.document]


async def test_buttons_of_views_that_are_gone_or_forged_change_nothing(
    world: World, school: School, whole_plan: list[int]
) -> None:
    curator = school.curator
    await opens_plan(curator)
    forged = ("rm_all:999", "rm_v:0:g:77:0", "rm_v:0:m:99999999:0", "rm_v:0:p:999:0", "rm_v:0:i:999:0")
    for data in (
        *forged,
        "rm_v:0:z:0:0",
        "rm_id:999:0:0",
        "rm_ids:1",
        "rm_idd:4:0",
        f"rm_day:{whole_plan[0]}:-5",
    ):
        toasts = len(curator.toasts)
        await curator.taps_data(data)
        assert len(curator.toasts) > toasts, data


# ---- two school years


async def test_a_duty_lives_through_two_school_years(world: World, school: School, mentor: Person) -> None:
    """Reminded on working days, late, climbing to the head, done; and the next year again by itself."""
    (first,) = await live_plan(world, school, ("Мониторинг программ", "ежегодно до 10 ноября", mentor))
    await live_until(world, datetime(2026, 11, 10, 12, 0, tzinfo=UTC))
    reminders = heard(mentor, "Напоминаю о мероприятии")
    assert [(at.month, at.day) for at in reminders] == [(10, 27), (11, 3), (11, 9)]
    assert len(heard(school.curator, "Срок мероприятия близко")) == 1
    await live_until(world, datetime(2026, 11, 15, 12, 0, tzinfo=UTC))
    assert len(heard(mentor, "Срок мероприятия прошёл")) == 1
    assert len(heard(school.curator, "Просрочено мероприятие")) == 1
    assert len(heard(school.head, "Просрочено мероприятие")) == 1
    await school.head.taps("Отметить выполненным")
    await school.head.sends("справка № 3 от 14.11.2026")
    assert await status_of(world, first) == OccurrenceStatus.DONE_LATE

    await live_until(world, datetime(2027, 9, 2, 12, 0, tzinfo=UTC))
    again = select(Occurrence).where(Occurrence.id != first)
    (duty,) = await world.read(lambda session: session.scalars(again).all())
    assert duty.due_on == date(2027, 11, 10)
    await live_until(world, datetime(2027, 10, 27, 12, 0, tzinfo=UTC))
    assert len(heard(mentor, "Напоминаю о мероприятии")) == 4
    await mentor.taps("Отметить выполненным")
    await mentor.taps("Выполнено, без комментария")
    said = len(mentor.from_bot)
    await live_until(world, datetime(2028, 7, 31, 12, 0, tzinfo=UTC))
    assert await status_of(world, duty.id) == OccurrenceStatus.DONE
    assert not [sent for sent in mentor.from_bot[said:] if re.search("Мониторинг", sent.text)]
    assert not heard(school.head, "Просрочено мероприятие")
