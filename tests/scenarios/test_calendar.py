"""Files for the calendar and the private address, as people and their calendars use them."""

from __future__ import annotations

import re
from collections.abc import AsyncIterator
from datetime import UTC, datetime, timedelta
from typing import Any

import icalendar
import pytest
import vobject  # type: ignore[import-untyped]
from aiohttp import ClientSession, web
from multidict import CIMultiDictProxy
from sqlalchemy.orm import Session

from bot import calendar_route
from bot.webhook import webhook_app
from handlers.calendar.callbacks import FeedActed, FeedTurnedOn
from handlers.common.callbacks import CalendarFileAsked, CalendarOpened
from models import MeetingMode, MembershipStatus, Notification, NotificationStatus
from sandbox.telegram import Person
from services import meetings, speed_sessions
from services.access import Actor, find_actor
from services.names import NamesInChat
from services.speed_sessions import NewSession
from tests.support.agreed import Pair, files, make_pair, owed, stored_person
from tests.support.world import World, membership_of

WEDNESDAY = datetime(2026, 9, 9, 12, 30, tzinfo=UTC)
"""Half past three in Moscow."""
OUTSIDE = "https://bot.school.example/calendar"


@pytest.fixture
async def pair(world: World) -> Pair:
    return await make_pair(world)


async def opens_settings(person: Person) -> None:
    await person.sends("/menu")
    await person.taps("Встречи")
    await person.taps_data(CalendarOpened().pack())


def events(data: bytes) -> list[Any]:
    """What a file holds, when both readers agree that it is one."""
    vobject.readOne(data.decode())
    found = icalendar.Calendar.from_ical(data).walk("VEVENT")
    return list(found)


def newest(person: Person) -> Any:
    (event,) = events(person.downloads(files(person)[-1]))
    return event


# ---- files


@pytest.mark.requirement("L-5-4")
async def test_a_confirmed_meeting_comes_with_a_file(world: World, pair: Pair) -> None:
    await pair.agree(WEDNESDAY, mode=MeetingMode.MIXED, link="https://meet.example/room", minutes=45)
    for person, other in ((pair.mentor, "Анна Сергеевна П."), (pair.mentee, "Лилия Рашитовна К.")):
        (sent,) = files(person)
        assert "среда, 9 сентября, 15:30" in sent.text
        assert sent.message.document is not None and sent.message.document.file_name == "2026-09-09.ics"
        event = newest(person)
        assert (event["DTSTART"].dt, event["DTEND"].dt) == (WEDNESDAY, WEDNESDAY + timedelta(minutes=45))
        assert str(event["SUMMARY"]) == f"Рабочая встреча · {other}"
        assert (str(event["LOCATION"]), str(event["URL"])) == ("Каб. 12", "https://meet.example/room")
        assert (str(event["STATUS"]), event["SEQUENCE"]) == ("CONFIRMED", 0)


async def test_moved_and_called_off_the_event_stays_the_same_and_its_number_rises(
    world: World, pair: Pair
) -> None:
    meeting_id = await pair.agree(WEDNESDAY)
    seen = [newest(pair.mentee)]
    moved = await pair.move(meeting_id, WEDNESDAY + timedelta(days=1))
    seen.append(newest(pair.mentee))
    await pair.mentee.taps("Подтвердить")
    seen.append(newest(pair.mentee))
    await pair.cancel(moved)
    seen.append(newest(pair.mentee))
    assert len(files(pair.mentee)) == 4
    assert len({str(event["UID"]) for event in seen}) == 1
    assert [str(event["STATUS"]) for event in seen] == ["CONFIRMED", "TENTATIVE", "CONFIRMED", "CANCELLED"]
    assert [event["SEQUENCE"] for event in seen] == [0, 1, 1, 2]
    assert [event["DTSTART"].dt for event in seen[1:]] == [WEDNESDAY + timedelta(days=1)] * 3
    assert b"METHOD:CANCEL" in pair.mentee.downloads(files(pair.mentee)[-1])
    assert files(pair.mentor) and str(newest(pair.mentor)["STATUS"]) == "CANCELLED"


async def test_a_new_time_that_is_declined_takes_the_event_out(world: World, pair: Pair) -> None:
    meeting_id = await pair.agree(WEDNESDAY)
    await pair.move(meeting_id, WEDNESDAY + timedelta(days=1))
    await pair.mentee.taps("Отклонить")
    for person in (pair.mentor, pair.mentee):
        assert str(newest(person)["STATUS"]) == "CANCELLED"


async def test_what_was_never_confirmed_fills_nobodys_chat_with_files(world: World, pair: Pair) -> None:
    meeting_id = await pair.propose(WEDNESDAY)
    await pair.cancel(meeting_id)
    assert files(pair.mentor) == files(pair.mentee) == []


async def test_called_off_before_the_file_could_be_sent_nothing_comes(world: World, pair: Pair) -> None:
    await world.advance(hours=12)  # ten in the evening: files wait for the morning
    meeting_id = await pair.propose(WEDNESDAY + timedelta(days=1))
    await world.advance(hours=11)
    world.telegram.after_action = None
    await pair.world.write(_confirm, pair.mentee, meeting_id, world.clock.now())
    await pair.cancel(meeting_id)
    world.telegram.after_action = world.settle
    await world.settle()
    assert files(pair.mentor) == files(pair.mentee) == []


def _confirm(session: Session, person: Person, meeting_id: int, now: datetime) -> None:
    from services import meetings
    from services.access import find_actor

    actor = find_actor(session, person.id)
    assert actor is not None
    meetings.confirm(session, actor, meeting_id, now=now)


async def test_whoever_wants_no_files_gets_none_and_may_still_ask_for_one(world: World, pair: Pair) -> None:
    await opens_settings(pair.mentee)
    await pair.mentee.taps("Не присылать файлы")
    assert "не присылаем" in pair.mentee.screen.text
    meeting_id = await pair.agree(WEDNESDAY)
    assert (len(files(pair.mentor)), len(files(pair.mentee))) == (1, 0)
    await world.restart()
    await pair.mentee.taps_data(CalendarFileAsked(meeting_id=meeting_id).pack())
    assert len(files(pair.mentee)) == 1
    await opens_settings(pair.mentee)
    await pair.mentee.taps("Присылать файлы")
    await pair.cancel(meeting_id)
    assert str(newest(pair.mentee)["STATUS"]) == "CANCELLED"


async def test_the_file_of_other_peoples_meeting_is_for_nobody_else(world: World, pair: Pair) -> None:
    meeting_id = await pair.agree(WEDNESDAY)
    stranger = await make_pair(world)
    await stranger.mentor.taps_data(CalendarFileAsked(meeting_id=meeting_id).pack())
    assert files(stranger.mentor) == []
    assert stranger.mentor.toasts[-1].text
    await pair.mentee.taps_data(CalendarFileAsked(meeting_id=999_999).pack())
    assert len(files(pair.mentee)) == 1
    await world.advance_to(WEDNESDAY + timedelta(minutes=1))
    await pair.mentee.taps_data(CalendarFileAsked(meeting_id=meeting_id).pack())
    assert len(files(pair.mentee)) == 1, "what has begun needs no entry any more"


async def test_the_button_below_a_file_opens_the_settings_and_the_file_stays(
    world: World, pair: Pair
) -> None:
    await pair.agree(WEDNESDAY)
    await pair.mentee.taps("Напоминания и календарь", files(pair.mentee)[-1])
    assert "Личного адреса календаря здесь нет" in pair.mentee.screen.text
    assert len(files(pair.mentee)) == 1


# ---- the address


class Web:
    """The web part over loopback, as a calendar reaches it."""

    def __init__(self, base: str) -> None:
        self.base = base

    async def get(self, path: str, **headers: str) -> tuple[int, bytes, CIMultiDictProxy[str]]:
        async with ClientSession() as client, client.get(f"{self.base}{path}", headers=headers) as answer:
            return answer.status, await answer.read(), answer.headers


@pytest.fixture
async def web_part(world: World) -> AsyncIterator[Web]:
    world.app.dispatcher["calendar_address"] = OUTSIDE
    app = webhook_app(world.app.worker, "/telegram", "invented-secret_0123456789")
    calendar_route.add_to(app, world.app)
    runner = web.AppRunner(app, access_log=None)
    await runner.setup()
    await web.TCPSite(runner, "127.0.0.1", 0).start()
    yield Web(f"http://127.0.0.1:{runner.addresses[0][1]}")
    await runner.cleanup()


def address_of(person: Person) -> str:
    """The path of the newest address that the person was told."""
    found = [re.search(rf"{OUTSIDE}/([\w-]+)\.ics", sent.text) for sent in person.from_bot]
    return f"/calendar/{[one for one in found if one][-1][1]}.ics"


async def turns_on(person: Person) -> str:
    await opens_settings(person)
    await person.taps("Включить адрес календаря")
    return address_of(person)


async def test_an_address_shows_the_meetings_and_follows_them(
    world: World, pair: Pair, web_part: Web
) -> None:
    path = await turns_on(pair.mentee)
    assert "включён" in pair.mentee.screen.text
    status, body, headers = await web_part.get(path)
    assert (status, events(body)) == (200, [])
    assert headers["Content-Type"] == "text/calendar; charset=utf-8"
    assert "private" in headers["Cache-Control"] and headers["Referrer-Policy"] == "no-referrer"

    meeting_id = await pair.agree(WEDNESDAY)
    _, body, _ = await web_part.get(path)
    (event,) = events(body)
    assert event["UID"] == newest(pair.mentee)["UID"] and str(event["STATUS"]) == "CONFIRMED"
    moved = await pair.move(meeting_id, WEDNESDAY + timedelta(days=1))
    (event,) = events((await web_part.get(path))[1])
    assert (str(event["STATUS"]), event["DTSTART"].dt) == ("TENTATIVE", WEDNESDAY + timedelta(days=1))
    assert str(event["SUMMARY"]).startswith("Предложено: ")
    await pair.cancel(moved)
    (event,) = events((await web_part.get(path))[1])
    assert (str(event["STATUS"]), event["SEQUENCE"]) == ("CANCELLED", 2)
    await world.advance(days=31)
    assert events((await web_part.get(path))[1]) == []


async def test_what_has_been_stays_sixty_days(world: World, pair: Pair, web_part: Web) -> None:
    path = await turns_on(pair.mentor)
    await pair.agree(WEDNESDAY)
    await world.advance_to(WEDNESDAY + timedelta(days=59))
    assert len(events((await web_part.get(path))[1])) == 1
    await world.advance(days=2)
    assert events((await web_part.get(path))[1]) == []


async def test_what_did_not_change_is_not_sent_twice(world: World, pair: Pair, web_part: Web) -> None:
    path = await turns_on(pair.mentee)
    await pair.agree(WEDNESDAY)
    _, body, headers = await web_part.get(path)
    assert headers["Last-Modified"]
    status, again, second = await web_part.get(path, **{"If-None-Match": headers["ETag"]})
    assert (status, again, second["ETag"]) == (304, b"", headers["ETag"])
    status, whole, _ = await web_part.get(path, **{"If-None-Match": '"another"'})
    assert (status, whole) == (200, body)


async def test_a_new_address_kills_the_old_one_and_a_second_tap_does_not_kill_the_new(
    world: World, pair: Pair, web_part: Web
) -> None:
    first = await turns_on(pair.mentee)
    await pair.mentee.taps_data(FeedTurnedOn().pack())
    assert "неактуальна" in pair.mentee.toasts[-1].text and address_of(pair.mentee) == first
    await pair.mentee.taps("Создать новый адрес")
    question = pair.mentee.screen
    sure = next(
        button.callback_data
        for row in question.markup.inline_keyboard  # type: ignore[union-attr]
        for button in row
        if button.text == "Да, создать новый"
    )
    await pair.mentee.taps_data(sure or "", question)
    second = address_of(pair.mentee)
    await pair.mentee.taps_data(sure or "", question)
    assert "неактуальна" in pair.mentee.toasts[-1].text
    assert first != second == address_of(pair.mentee)
    assert [(await web_part.get(path))[0] for path in (first, second)] == [404, 200]


async def test_turned_off_withdrawn_left_or_unknown_nothing_is_there(
    world: World, pair: Pair, web_part: Web
) -> None:
    path = await turns_on(pair.mentee)
    other = await turns_on(pair.mentor)
    await pair.mentee.taps("Выключить адрес")
    assert "выключен" in pair.mentee.screen.text
    assert (await web_part.get(path))[0] == 404
    assert (await web_part.get(other))[0] == 200

    def leave(session: Session) -> None:
        membership_of(session, pair.mentor.id).status = MembershipStatus.LEFT

    await world.write(leave)
    assert (await web_part.get(other))[0] == 404
    for wrong in (
        "/calendar/x.ics",
        f"/calendar/{'A' * 43}.ics",
        "/calendar/%00.ics",
        f"{other}x",
        "/calendar/",
    ):
        assert (await web_part.get(wrong))[0] == 404


async def test_whoever_is_frozen_has_no_address(world: World, pair: Pair, web_part: Web) -> None:
    path = await turns_on(pair.mentee)

    def freeze(session: Session) -> None:
        stored_person(session, pair.mentee).frozen_at = world.clock.now()

    await world.write(freeze)
    assert (await web_part.get(path))[0] == 404


async def test_somebody_elses_button_does_nothing_to_my_address(
    world: World, pair: Pair, web_part: Web
) -> None:
    path = await turns_on(pair.mentee)
    mark = await world.read(lambda session: (stored_person(session, pair.mentee).calendar_token or "")[:8])
    for act in ("off", "renew", "nonsense"):
        await pair.mentor.taps_data(FeedActed(act=act, mark=mark).pack())
    await pair.mentee.taps_data(FeedActed(act="off", mark="").pack())
    assert (await web_part.get(path))[0] == 200


async def test_the_secret_is_neither_stored_nor_logged(
    world: World, pair: Pair, web_part: Web, capfd: pytest.CaptureFixture[str]
) -> None:
    path = await turns_on(pair.mentee)
    secret = path.removeprefix("/calendar/").removesuffix(".ics")
    await web_part.get(path)
    await web_part.get(path.upper())
    out, err = capfd.readouterr()
    assert secret not in out + err
    stored = await world.read(lambda session: stored_person(session, pair.mentee).calendar_token)
    assert stored and secret not in stored


async def test_a_calendar_gone_wild_is_told_to_wait_and_others_are_served(
    world: World, pair: Pair, web_part: Web
) -> None:
    path, other = await turns_on(pair.mentee), await turns_on(pair.mentor)
    answers = [await web_part.get(path) for _ in range(calendar_route.ONE_ADDRESS_A_MINUTE + 1)]
    assert [status for status, _, _ in answers].count(200) == calendar_route.ONE_ADDRESS_A_MINUTE
    status, _, headers = answers[-1]
    assert status == 429 and 0 < int(headers["Retry-After"]) <= 61
    assert (await web_part.get(other))[0] == 200


async def test_without_a_web_part_there_is_no_address_and_the_screen_says_why(
    world: World, pair: Pair
) -> None:
    await opens_settings(pair.mentee)
    assert "Личного адреса календаря здесь нет" in pair.mentee.screen.text
    await pair.mentee.taps_data(FeedTurnedOn().pack())
    assert "неактуальна" in pair.mentee.toasts[-1].text


async def test_names_in_calendars_are_those_of_chats(tmp_path_factory: pytest.TempPathFactory) -> None:
    world = World(tmp_path_factory.mktemp("codes") / "world.db", names=NamesInChat.CODE)
    await world.open()
    try:
        pair = await make_pair(world)
        await pair.agree(WEDNESDAY)
        data = pair.mentee.downloads(files(pair.mentee)[-1]).decode()
        assert "Лилия" not in data and "Каримова" not in data
    finally:
        await world.close()


# ---- slots of speed mentoring


def _slots(session: Session, mentor: Person, starts_at: datetime, now: datetime) -> list[int]:
    new = NewSession("Начало урока", starts_at, 15, 2, MeetingMode.IN_PERSON, "Каб. 9", "")
    actor = find_actor(session, mentor.id)
    assert actor is not None
    made = speed_sessions.announce(session, actor, membership_of(session, mentor.id).id, new, now=now)
    return [slot.id for slot in made.slots]


async def _with_slot(world: World, person: Person, use_case: Any, slot_id: int) -> None:
    now = world.clock.now()

    def act(session: Session) -> Any:
        return use_case(session, find_actor(session, person.id), slot_id, now=now)

    await world.write(act)
    await world.settle()


@pytest.mark.requirement("N-2.3-6")
async def test_a_booked_slot_comes_with_a_file_and_leaves_the_calendar_with_another(
    world: World, pair: Pair
) -> None:
    now = world.clock.now()
    first, _ = await world.write(lambda session: _slots(session, pair.mentor, WEDNESDAY, now))
    await _with_slot(world, pair.mentee, speed_sessions.book, first)
    booked = newest(pair.mentee)
    assert (booked["DTSTART"].dt, booked["DTEND"].dt) == (WEDNESDAY, WEDNESDAY + timedelta(minutes=15))
    assert "Начало урока" in str(booked["SUMMARY"]) and str(booked["STATUS"]) == "CONFIRMED"
    await _with_slot(world, pair.mentee, speed_sessions.release, first)
    gone = newest(pair.mentee)
    assert (str(gone["UID"]), str(gone["STATUS"])) == (str(booked["UID"]), "CANCELLED")
    assert gone["SEQUENCE"] > booked["SEQUENCE"]
    await _with_slot(world, pair.mentee, speed_sessions.book, first)
    again = newest(pair.mentee)
    assert (str(again["UID"]), str(again["STATUS"])) == (str(booked["UID"]), "CONFIRMED")
    assert again["SEQUENCE"] > gone["SEQUENCE"]
    assert len(files(pair.mentee)) == 3
    assert files(pair.mentor) == [], "the mentor's slots are in the feed"


async def test_slots_stand_in_the_address_of_the_mentor_and_of_who_booked(
    world: World, pair: Pair, web_part: Web
) -> None:
    mentor, mentee = await turns_on(pair.mentor), await turns_on(pair.mentee)
    now = world.clock.now()
    first, _ = await world.write(lambda session: _slots(session, pair.mentor, WEDNESDAY, now))
    assert events((await web_part.get(mentor))[1]) == [], "nobody booked yet"
    await _with_slot(world, pair.mentee, speed_sessions.book, first)
    for path, other in ((mentor, "Анна Сергеевна П."), (mentee, "Лилия Рашитовна К.")):
        (event,) = events((await web_part.get(path))[1])
        assert other in str(event["SUMMARY"]) and str(event["STATUS"]) == "CONFIRMED"
    await _with_slot(world, pair.mentee, speed_sessions.release, first)
    for path in (mentor, mentee):
        assert events((await web_part.get(path))[1]) == []


# ---- while a file is on its way


async def test_called_off_while_the_file_is_being_sent_it_is_taken_out_again(
    world: World, pair: Pair
) -> None:
    """The file can't be taken back any more, and nobody knows yet that it has arrived."""
    meeting_id = await pair.agree(WEDNESDAY)
    (row,) = await owed(world, pair.mentee, "calendar.file", NotificationStatus.SENT)

    def is_in_flight(session: Session) -> None:
        session.get_one(Notification, row.id).status = NotificationStatus.SENDING

    def has_arrived(session: Session) -> None:
        session.get_one(Notification, row.id).status = NotificationStatus.SENT

    world.telegram.after_action = None
    await world.write(is_in_flight)
    now = world.clock.now()
    await world.write(
        lambda session: meetings.cancel(session, _actor(session, pair.mentor), meeting_id, now=now)
    )
    await world.write(has_arrived)
    world.telegram.after_action = world.settle
    await world.settle()
    assert str(newest(pair.mentee)["STATUS"]) == "CANCELLED"


def _actor(session: Session, person: Person) -> Actor:
    actor = find_actor(session, person.id)
    assert actor is not None
    return actor
