"""Calendar files, read back by two other programs' eyes: icalendar's parser and vobject."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import Any

import icalendar
import pytest
import vobject  # type: ignore[import-untyped]
from hypothesis import given
from hypothesis import strategies as st

from services import calendar_events
from services.calendar_events import CalendarEvent, EventStatus
from services.text_limits import clean

START = datetime(2026, 11, 25, 12, 30, tzinfo=UTC)
EVENT = CalendarEvent(
    uid="0123456789abcdef",
    sequence=3,
    status=EventStatus.CONFIRMED,
    starts_at=START,
    ends_at=START + timedelta(minutes=90),
    changed_at=datetime(2026, 11, 20, 8, 0, 0, 123456, tzinfo=UTC),
    summary="Рабочая встреча · Анна Сергеевна П.",
    location="Каб. 12",
    url="https://meet.example/room?a=1&b=2;c,d",
    description="Онлайн\nhttps://meet.example/room",
)
HARD = [
    "Каб. 12; второй этаж, налево\\направо",
    "строка\nещё строка",
    "🏫👩🏽‍🏫 школа 🎉" * 20,
    "مدرسة רחוב 12",
    "я" * 500,
    "🎓" * 250,
    "BEGIN:VEVENT\r\nUID:чужой\r\nEND:VEVENT",
    'кавычки "x" и : двоеточие = %0A ^n',
]


def parsed(data: bytes) -> Any:
    made = icalendar.Calendar.from_ical(data)
    assert isinstance(made, icalendar.Calendar)
    return made


def only(data: bytes) -> Any:
    (event,) = parsed(data).walk("VEVENT")
    assert isinstance(event, icalendar.Event)
    return event


def other_view(data: bytes) -> dict[str, object]:
    event = vobject.readOne(data.decode()).vevent
    return {name: event.contents[name][0].value for name in event.contents}


def test_a_file_holds_what_two_readers_understand_alike() -> None:
    data = calendar_events.file([EVENT])
    event, seen = only(data), other_view(data)
    assert parsed(data)["METHOD"] == "PUBLISH" and parsed(data)["VERSION"] == "2.0"
    assert str(event["UID"]) == seen["uid"] == "0123456789abcdef@mentoring"
    assert event["SEQUENCE"] == 3 and seen["sequence"] == "3"
    assert event["DTSTART"].dt == seen["dtstart"] == START
    assert event["DTEND"].dt == seen["dtend"] == START + timedelta(minutes=90)
    assert event["DTSTAMP"].dt == datetime(2026, 11, 20, 8, 0, tzinfo=UTC)
    assert str(event["SUMMARY"]) == seen["summary"] == EVENT.summary
    assert str(event["URL"]) == seen["url"] == EVENT.url
    assert str(event["DESCRIPTION"]) == seen["description"] == EVENT.description
    assert (str(event["STATUS"]), seen["status"]) == ("CONFIRMED", "CONFIRMED")
    assert event.alarms.times == []


def test_lines_end_and_are_folded_as_the_format_wants() -> None:
    data = calendar_events.file([replace(EVENT, location="Ж" * 500)])
    assert data.endswith(b"END:VCALENDAR\r\n")
    assert b"\n" not in data.replace(b"\r\n", b"")
    lines = data.split(b"\r\n")
    assert max(map(len, lines)) <= 75
    assert b"DTSTART:20261125T123000Z" in lines
    for line in lines:
        line.decode()


@pytest.mark.parametrize("text", HARD)
def test_hard_words_come_back_whole_and_break_nothing(text: str) -> None:
    data = calendar_events.file([replace(EVENT, summary=text, location=text, description=text)])
    event, seen = only(data), other_view(data)
    for name in ("SUMMARY", "LOCATION", "DESCRIPTION"):
        assert str(event[name]) == seen[name.lower()] == clean(text)
    assert str(event["UID"]) == "0123456789abcdef@mentoring"


@given(st.text(max_size=300))
def test_no_words_can_break_out_of_their_field(text: str) -> None:
    data = calendar_events.file([replace(EVENT, summary="x", location=text, description=text)])
    event = only(data)
    assert str(event.get("LOCATION", "")) == clean(text)
    assert str(event["UID"]) == "0123456789abcdef@mentoring"
    assert max(map(len, data.split(b"\r\n"))) <= 75


def test_what_is_called_off_takes_itself_out_and_leaves_no_time_taken() -> None:
    data = calendar_events.file([replace(EVENT, status=EventStatus.CANCELLED, sequence=4)])
    assert parsed(data)["METHOD"] == "CANCEL"
    event = only(data)
    assert (str(event["STATUS"]), str(event["TRANSP"]), event["SEQUENCE"]) == ("CANCELLED", "TRANSPARENT", 4)


def test_a_file_of_several_holds_each_under_its_own_name() -> None:
    series = [replace(EVENT, uid=f"uid{week}", starts_at=START + timedelta(weeks=week)) for week in range(9)]
    series[3] = replace(series[3], status=EventStatus.CANCELLED)
    data = calendar_events.file(series)
    assert parsed(data)["METHOD"] == "PUBLISH"
    events = vobject.readOne(data.decode()).vevent_list
    assert [event.uid.value for event in events] == [f"uid{week}@mentoring" for week in range(9)]
    assert [event.status.value for event in events].count("CANCELLED") == 1


def test_a_feed_has_a_name_and_says_how_often_to_read_it() -> None:
    data = calendar_events.feed([EVENT], "Наставничество: встречи")
    made = parsed(data)
    assert str(made["X-WR-CALNAME"]) == "Наставничество: встречи"
    assert b"REFRESH-INTERVAL;VALUE=DURATION:PT1H" in data
    assert b"VEVENT" not in calendar_events.feed([], "Пусто")
    assert calendar_events.feed([EVENT], "x") == calendar_events.feed([EVENT], "x"), "the same, byte for byte"
