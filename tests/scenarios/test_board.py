"""The curator's board of pairs in conversation: look, understand the figure, remind, set a rhythm, take it
away.
"""

from __future__ import annotations

import io
from datetime import timedelta

import openpyxl
import pytest
from sqlalchemy import select
from sqlalchemy.orm import Session

from models import AuditRecord, Meeting, MeetingKind, MeetingStatus, Mentorship, Organization, Role
from sandbox.telegram import Person
from tests.support.world import School, World, membership_of


class Cast:
    """A school with a curator, a head, and one pair."""

    def __init__(self, school: School, mentor: Person, mentee: Person, pair_id: int) -> None:
        self.school, self.mentor, self.mentee, self.pair_id = school, mentor, mentee, pair_id

    @property
    def curator(self) -> Person:
        return self.school.curator


@pytest.fixture
async def cast(world: World) -> Cast:
    school = await world.school()
    mentor = await world.member(
        school.id, Role.MENTOR, last="Волков", first="Пётр", patronymic="Ильич", capacity=2
    )
    mentee = await world.member(school.id, Role.MENTEE, last="Лисина", first="Ада", patronymic="Юрьевна")
    return Cast(school, mentor, mentee, await world.pair(mentor, mentee))


async def a_meeting(
    world: World, cast: Cast, *, days: float, status: MeetingStatus = MeetingStatus.HELD
) -> None:
    """A meeting so many days from now."""

    def store(session: Session) -> None:
        now = world.clock.now()
        session.add(
            Meeting(
                mentorship_id=cast.pair_id,
                kind=MeetingKind.REGULAR,
                status=status,
                starts_at=now + timedelta(days=days),
                proposed_by_id=membership_of(session, cast.mentor.id).person_id,
                proposed_at=now,
                confirmed_at=now,
            )
        )

    await world.write(store)


async def opens_board(person: Person) -> None:
    await person.sends("/menu")
    await person.taps("Состояние пар")


def buttons(person: Person) -> list[str]:
    markup = person.screen.message.reply_markup
    assert markup is not None
    return [button.text for row in markup.inline_keyboard for button in row]


async def acts(world: World) -> list[str]:
    return list(await world.read(lambda session: session.scalars(select(AuditRecord.act)).all()))


async def test_the_board_tells_of_a_pair_and_its_card_explains_the_figure(world: World, cast: Cast) -> None:
    await a_meeting(world, cast, days=-3)
    await a_meeting(world, cast, days=2, status=MeetingStatus.CONFIRMED)
    await opens_board(cast.curator)
    text = cast.curator.screen.text
    assert "Всего: 1 · нужно внимание: 0" in text
    assert "🟢 100 · Пётр Ильич В. → Ада Юрьевна Л." in text
    assert "прошло дней: 3 из 14" in text
    assert "среда, 9 сентября" in text
    await cast.curator.taps("🟢 Пётр Ильич В.")
    card = cast.curator.screen.text
    assert "Ритм встреч: 100 (вес 30) — прошло дней: 3, можно до 14" in card
    assert "Следующая встреча: 100 (вес 15) — назначена и подтверждена" in card
    assert "Пока неизвестно и не считается: договорённости" in card
    assert {"pairs.board_seen", "pair.health_seen"} <= set(await acts(world))


async def test_only_those_who_need_attention(world: World, cast: Cast) -> None:
    await opens_board(cast.curator)
    await cast.curator.taps("Нужно внимание")
    assert "ни одной паре не нужно особое внимание" in cast.curator.screen.text
    await cast.curator.taps("Все пары (1)")
    await world.advance(days=11)
    await opens_board(cast.school.head)
    await cast.school.head.taps("Нужно внимание (1)")
    assert "ещё ни разу, прошло дней: 11 из 10" in cast.school.head.screen.text


async def test_a_reminder_reaches_both_once_a_day_and_leads_to_planning(world: World, cast: Cast) -> None:
    await opens_board(cast.curator)
    await cast.curator.taps("Пётр Ильич В.")
    card = cast.curator.screen
    await cast.curator.taps("Напомнить паре", card)
    assert "Напоминание отправлено: Пётр Ильич В., Ада Юрьевна Л." in cast.curator.screen.text
    await cast.curator.taps("Напомнить паре")
    assert "Сегодня вы уже напоминали" in cast.curator.screen.text
    for person, other in ((cast.mentor, "Ада Юрьевна Л."), (cast.mentee, "Пётр Ильич В.")):
        asked = [text for text in person.texts() if "Куратор просит вас договориться" in text]
        assert len(asked) == 1
        assert other in asked[0]
    await cast.mentor.taps("Выбрать время")
    assert "Куратор просит" not in cast.mentor.screen.text


async def test_a_reminder_that_came_too_late_is_not_sent(world: World, cast: Cast) -> None:
    # Ten at night in Moscow: the reminder waits for the morning.
    await world.advance(hours=12)
    await opens_board(cast.curator)
    await cast.curator.taps("Пётр Ильич В.")
    await cast.curator.taps("Напомнить паре")
    await a_meeting(world, cast, days=2, status=MeetingStatus.PROPOSED)
    await world.advance(days=1)
    assert not any("Куратор просит" in text for text in cast.mentor.texts())
    await cast.curator.taps("Напомнить паре")
    assert "Встреча уже назначена" in cast.curator.screen.text + str(cast.curator.toasts)


async def test_the_rhythm_of_a_pair_is_set_in_two_taps(world: World, cast: Cast) -> None:
    await opens_board(cast.curator)
    await cast.curator.taps("Пётр Ильич В.")
    await cast.curator.taps("Ритм встреч")
    await world.restart()
    await cast.curator.taps("21 дн.")
    assert "Ритм сохранён" in cast.curator.screen.text
    assert "не реже чем раз в 21 дн." in cast.curator.screen.text
    rhythm = await world.read(lambda session: session.get_one(Mentorship, cast.pair_id).rhythm_days)
    assert rhythm == 21
    for person in (cast.mentor, cast.mentee):
        told = [text for text in person.texts() if "Куратор изменил ритм встреч" in text]
        assert len(told) == 1 and "не реже чем раз в 21 дн." in told[0]
    await cast.curator.taps("Ритм встреч")
    assert "● 21 дн." in buttons(cast.curator)
    await cast.curator.taps("Как во всей школе")
    assert "Как во всей школе" in cast.curator.screen.text


async def test_forged_and_foreign_buttons_change_nothing(world: World, cast: Cast) -> None:
    stranger = (await world.school("Школа № 2")).curator
    for person in (stranger, cast.mentor, cast.mentee):
        for data in (
            f"bd_o:{cast.pair_id}",
            f"bd_s:{cast.pair_id}:7",
            f"bd_r:{cast.pair_id}:0",
            f"bd_q:{cast.pair_id}",
        ):
            before = len(person.from_bot)
            await person.taps_data(data)
            assert not any("Ритм встреч:" in sent.text for sent in person.from_bot[before:])
    for data in (f"bd_s:{cast.pair_id}:8", "bd_s:999999:7", "bd_m:2026:13", "bd_t:999999"):
        await cast.curator.taps_data(data)
    rhythm = await world.read(lambda session: session.get_one(Mentorship, cast.pair_id).rhythm_days)
    assert rhythm is None
    assert "pair.reminded" not in await acts(world)


async def test_an_old_card_of_a_pair_that_ended_is_not_current(world: World, cast: Cast) -> None:
    await opens_board(cast.curator)
    await cast.curator.taps("Пётр Ильич В.")
    await world.write(lambda session: session.get_one(Mentorship, cast.pair_id).close(world.clock.now()))
    await cast.curator.taps("Напомнить паре")
    assert not any("Куратор просит" in text for text in cast.mentor.texts())
    await opens_board(cast.curator)
    assert "Действующих пар пока нет" in cast.curator.screen.text
    await cast.curator.taps_data("bd_m:0:0")
    assert "Действующих пар пока нет" in cast.curator.screen.text


async def test_the_month_is_sent_as_a_picture_and_turned(world: World, cast: Cast) -> None:
    await a_meeting(world, cast, days=-3)
    await opens_board(cast.curator)
    await cast.curator.taps("🗓 Месяц")
    assert cast.curator.screen.message.photo
    assert "Встречи пар: сентябрь 2026" in cast.curator.screen.text
    await cast.curator.taps("›")
    assert "Встречи пар: октябрь 2026" in cast.curator.screen.text
    await cast.curator.taps("К доске")
    assert "Состояние пар" in cast.curator.screen.text
    assert "pairs.picture_taken" in await acts(world)


async def test_the_sheet_holds_the_pairs_and_stays_out_of_the_chat_where_files_do(
    world: World, cast: Cast
) -> None:
    await opens_board(cast.curator)
    await cast.curator.taps(".xlsx")
    document = cast.curator.screen.message.document
    assert document is not None
    data = world.telegram.file_content(document.file_id)
    sheet = openpyxl.load_workbook(io.BytesIO(data)).active
    assert sheet is not None
    assert [cell.value for cell in sheet[3]][1:3] == ["Пётр Ильич В.", "Ада Юрьевна Л."]

    def keep(session: Session) -> None:
        session.get_one(Organization, cast.school.id).files_in_chat = False

    await world.write(keep)
    await opens_board(cast.curator)
    sent = len(cast.curator.from_bot)
    await cast.curator.taps(".xlsx")
    assert not any(one.message.document for one in cast.curator.from_bot[sent:])


async def test_a_pair_without_telegram_is_on_the_board_and_its_reminder_says_so(
    world: World, cast: Cast
) -> None:
    def unplug(session: Session) -> None:
        membership_of(session, cast.mentee.id).person.chat_id = None

    await world.write(unplug)
    await opens_board(cast.curator)
    assert "Ада Юрьевна Л." in cast.curator.screen.text
    await cast.curator.taps("Пётр Ильич В.")
    await cast.curator.taps("Напомнить паре")
    assert "Бот не может написать: Ада Юрьевна Л." in cast.curator.screen.text
    assert "Напоминание отправлено: Пётр Ильич В." in cast.curator.screen.text
