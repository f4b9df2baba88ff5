"""A person's calendar in their own words: meetings and slots as events of a file."""

from __future__ import annotations

from collections.abc import Iterable

from handlers.common.translator import Translator
from models import MeetingMode
from services import calendar_events
from services.calendar_events import CalendarEvent, EventStatus
from services.calendar_feed import FeedContents
from services.calendar_items import CalendarItem

SUMMARY_LIMIT = 200


def title(t: Translator, item: CalendarItem) -> str:
    """«Рабочая встреча · Анна Сергеевна П.»: no more of a name than is shown in chats."""
    who = ", ".join(t.name(name) for name in item.others)
    if item.kind is None:
        what = t.plain("calendar-speed", topic=t.cut(item.topic, SUMMARY_LIMIT // 2))
    else:
        what = t.plain(f"meetings-kind-{item.kind.value.replace('_', '-')}")
    named = t.plain("calendar-event", what=what, who=who) if who else what
    if item.status == EventStatus.TENTATIVE:
        named = t.plain("calendar-event-proposed", event=named)
    return t.cut(named, SUMMARY_LIMIT)


def event(t: Translator, item: CalendarItem, timezone: str) -> CalendarEvent:
    return CalendarEvent(
        uid=item.uid,
        sequence=item.sequence,
        status=item.status,
        starts_at=item.starts_at,
        ends_at=item.ends_at,
        changed_at=item.changed_at,
        summary=title(t, item),
        location=item.place or item.link or _mode(t, item.mode),
        url=item.link if item.link.startswith(("http://", "https://")) else "",
        description=_description(t, item, timezone),
    )


def _description(t: Translator, item: CalendarItem, timezone: str) -> str:
    lines = [_mode(t, item.mode)]
    if item.link:
        lines.append(item.link)
    before, after = item.talks
    if before is not None:
        lines.append(t.plain("calendar-talk-before", at=t.time(before, timezone)))
    if after is not None:
        lines.append(t.plain("calendar-talk-after", at=t.time(after, timezone)))
    if item.status == EventStatus.TENTATIVE:
        lines.append(t.plain("calendar-not-confirmed"))
    return "\n".join(lines)


def _mode(t: Translator, mode: MeetingMode) -> str:
    return t.plain(f"calendar-mode-{mode.value.replace('_', '-')}")


def file(t: Translator, items: Iterable[CalendarItem], timezone: str) -> bytes:
    """The bytes of a file with these events."""
    return calendar_events.file(event(t, item, timezone) for item in items)


def feed(t: Translator, contents: FeedContents) -> bytes:
    """What the calendar at a person's address is given."""
    events = [event(t, item, contents.timezone) for item in contents.items]
    return calendar_events.feed(events, t.plain("calendar-feed-name"))
