"""The roadmap in conversation: reminders, marking as done, what is late climbing to the head."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from datetime import UTC, date, datetime

import pytest
from sqlalchemy import func, select
from sqlalchemy.orm import Session

from models import AuditRecord, Evidence, Occurrence, OccurrenceStatus, Role
from sandbox.telegram import Person
from services import roadmaps
from services.roadmaps import NewItem
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
def plan(world: World, school: School) -> Plan:
    """Store a plan with one duty of this person. Returns the duty's id."""

    async def make(responsible: Person, *, due_on: date = DUE, activity: str = ACTIVITY) -> int:
        def store(session: Session) -> int:
            person_id = membership_of(session, responsible.id).person_id
            item = NewItem("2", "Основной этап", activity, "до 25 сентября", "Заявления", due_on, person_id)
            now = world.clock.now()
            roadmaps.create_roadmap(session, school.id, "Дорожная карта", "2026-2027", [item], now=now)
            return session.scalars(select(Occurrence.id).order_by(Occurrence.id.desc()).limit(1)).one()

        return await world.write(store)

    return make


async def status_of(world: World, duty_id: int) -> OccurrenceStatus:
    return await world.read(lambda session: session.get_one(Occurrence, duty_id).status)


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
    assert "Это увидят кураторы и руководитель" in mentor.screen.text
    assert "персональными данными" in mentor.screen.text
    typed = "<b>12</b> заявлений & одно «устно» 🎉 {name} </i>"
    await mentor.sends(typed)
    assert "Записано" in mentor.screen.text
    await school.curator.sends("/menu")
    await school.curator.taps("Дорожная карта")
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
    await school.head.sends("/menu")
    await school.head.taps("Дорожная карта")
    await school.head.taps(ACTIVITY)
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
    await school.curator.sends("/menu")
    await school.curator.taps("Дорожная карта")
    await school.curator.taps(ACTIVITY)
    await school.curator.taps("Взять на себя")
    assert "Ответственный: вы" in school.curator.screen.text
    assert "Вам делать ничего не нужно" in mentor.screen.text
    await world.advance_to(datetime(2026, 9, 11, 7, 0, tzinfo=UTC))
    assert heard(school.curator, "Напоминаю о мероприятии")
    assert not heard(mentor, "Напоминаю о мероприятии")


# ---- lists


async def test_the_roadmap_shows_what_is_late_and_the_curator_narrows_it(
    world: World, school: School, mentor: Person, plan: Plan
) -> None:
    await plan(mentor, due_on=date(2026, 9, 8), activity="Раннее дело")
    await plan(mentor, due_on=date(2026, 12, 20), activity="Позднее дело")
    await world.advance_to(datetime(2026, 9, 9, 7, 0, tzinfo=UTC))
    await school.curator.sends("/menu")
    await school.curator.taps("Дорожная карта · 1")
    assert "🔴" in school.curator.screen.text
    assert "⏳" in school.curator.screen.text
    await school.curator.taps("Только просроченные")
    assert "Раннее дело" in school.curator.screen.text
    assert "Позднее дело" not in school.curator.screen.text


@pytest.mark.requirement("N-3.3-4")
async def test_the_head_approves_the_roadmap_and_the_curator_sees_when(
    school: School, mentor: Person, plan: Plan
) -> None:
    await plan(mentor)
    await school.curator.sends("/menu")
    await school.curator.taps("Дорожная карта")
    assert "ещё не утверждена" in school.curator.screen.text
    assert "Утвердить" not in str(school.curator.buttons)
    await school.head.sends("/menu")
    await school.head.taps("Дорожная карта")
    await school.head.taps("Утвердить дорожную карту")
    assert "утверждена: понедельник, 7 сентября" in school.head.screen.text
    await school.curator.sends("/menu")
    await school.curator.taps("Дорожная карта")
    assert "утверждена: понедельник, 7 сентября" in school.curator.screen.text


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
