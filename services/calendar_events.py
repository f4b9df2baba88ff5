"""Calendar files as other programs read them (iCalendar, RFC 5545): events in, bytes out.

Pure: knows neither the database nor the words people speak.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from enum import StrEnum

from icalendar import Calendar, Event

from services.text_limits import clean

MAKER = "-//Mentoring//Meetings//EN"
READ_AGAIN_AFTER = timedelta(hours=1)


class EventStatus(StrEnum):
    CONFIRMED = "CONFIRMED"
    TENTATIVE = "TENTATIVE"
    CANCELLED = "CANCELLED"


class Method(StrEnum):
    """What the reader of the file is to do with its events."""

    PUBLISH = "PUBLISH"
    CANCEL = "CANCEL"


@dataclass(frozen=True, slots=True)
class CalendarEvent:
    """One event. The same `uid` is the same event for ever; a higher `sequence` replaces a lower one, and of
    the same a later `changed_at`. `url` is empty or an address with http(s). Times are aware.
    """

    uid: str
    sequence: int
    status: EventStatus
    starts_at: datetime
    ends_at: datetime
    changed_at: datetime
    summary: str
    location: str = ""
    url: str = ""
    description: str = ""


def method_of(events: Iterable[CalendarEvent]) -> Method:
    """A file of nothing but events that will not be takes them away."""
    gone = all(event.status == EventStatus.CANCELLED for event in events)
    return Method.CANCEL if gone else Method.PUBLISH


def file(events: Iterable[CalendarEvent]) -> bytes:
    """A file to be opened once: the events as they are now."""
    listed = tuple(events)
    return bytes(_calendar(listed, method_of(listed)).to_ical())


def feed(events: Iterable[CalendarEvent], name: str) -> bytes:
    """What a calendar reads again and again at an address; `name` is how the calendar is called there."""
    made = _calendar(events, Method.PUBLISH)
    made.add("name", _seen(name))
    made.add("x-wr-calname", _seen(name))
    made.add("refresh-interval", READ_AGAIN_AFTER, parameters={"VALUE": "DURATION"})
    made.add("x-published-ttl", "PT1H")
    return bytes(made.to_ical())


def _calendar(events: Iterable[CalendarEvent], method: Method) -> Calendar:
    made = Calendar()
    made.add("prodid", MAKER)
    made.add("version", "2.0")
    made.add("calscale", "GREGORIAN")
    made.add("method", method.value)
    for event in events:
        made.add_component(_event(event))
    return made


def _event(event: CalendarEvent) -> Event:
    made = Event()
    made.add("uid", f"{event.uid}@mentoring")
    made.add("sequence", event.sequence)
    made.add("status", event.status.value)
    made.add("dtstamp", _utc(event.changed_at))
    made.add("last-modified", _utc(event.changed_at))
    made.add("dtstart", _utc(event.starts_at))
    made.add("dtend", _utc(event.ends_at))
    made.add("summary", _seen(event.summary))
    made.add("transp", "TRANSPARENT" if event.status == EventStatus.CANCELLED else "OPAQUE")
    made.add("class", "PRIVATE")
    for name, value in (("location", event.location), ("description", event.description)):
        if shown := _seen(value):
            made.add(name, shown)
    if event.url:
        made.add("url", event.url)
    return made


def _utc(moment: datetime) -> datetime:
    return moment.astimezone(UTC).replace(microsecond=0)


def _seen(text: str) -> str:
    """Without signs that no calendar takes: a line of the file must not be broken from inside."""
    return clean(text)
