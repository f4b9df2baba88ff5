"""Reminders and files for the calendar, worded at the moment they are sent; what is no longer true is not
sent.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

from aiogram.types import BufferedInputFile

from handlers.calendar import words
from handlers.common.callbacks import CalendarOpened
from handlers.common.keyboards import button, inline, menu_button
from handlers.common.notices import Notice, NoticeContext
from handlers.common.screen import Screen
from handlers.common.translator import Translator
from handlers.meetings import screens as meeting_screens
from handlers.meetings.callbacks import MeetingOpened
from models import MeetingStatus
from services import calendar_files, meeting_reminders, meeting_views
from services.calendar_events import EventStatus
from services.calendar_items import CalendarItem
from services.meeting_views import MeetingAction, MeetingView

LISTED = 10
"""So many dates of a series are named below its file."""


async def _reminder(context: NoticeContext) -> Screen | None:
    if context.due.person_id is None:
        return None
    meeting_id = int(context.due.payload["meeting_id"])
    view = await context.db.read(meeting_views.as_seen_by, context.due.person_id, meeting_id, now=context.now)
    if view is None or view.status != MeetingStatus.CONFIRMED or not view.takes_part:
        return None
    # What can't be moved any more has begun, was called off, or its pair has ended. In a group only the
    # mentor moves it; the mentees may stay away as long as it is to come.
    stays = {MeetingAction.CANCEL, MeetingAction.LEAVE} if view.group else {MeetingAction.MOVE}
    if not view.actions & stays:
        return None
    t = context.t
    text = f"{_head(t, view, context)}\n\n{meeting_screens.what(t, view, context.due.timezone)}"
    opened = button(t.plain("meetings-open"), MeetingOpened(meeting_id=view.id))
    return Screen(text, inline([opened], [menu_button(t)]))


def _head(t: Translator, view: MeetingView, context: NoticeContext) -> str:
    """Worded by the time that is left when it is sent: the night or a stop may have delayed it."""
    zone = ZoneInfo(context.due.timezone)
    begins_at = _begins_at(view, context)
    days = (begins_at.astimezone(zone).date() - context.now.astimezone(zone).date()).days
    at = t.time(begins_at, context.due.timezone)
    left = begins_at - context.now
    if left <= timedelta(minutes=20):
        return t("calendar-remind-soon", minutes=max(1, round(left / timedelta(minutes=1))), at=at)
    if days == 0:
        return t("calendar-remind-today", at=at)
    if days == 1:
        return t("calendar-remind-tomorrow", at=at)
    return t("calendar-remind", when=t.moment(begins_at, context.due.timezone))


def _begins_at(view: MeetingView, context: NoticeContext) -> datetime:
    """With the talk before a lesson, as long as it is to come."""
    talk = view.lesson.before_at if view.lesson else None
    return talk if talk is not None and context.now < talk else view.starts_at


async def _file(context: NoticeContext) -> Screen | None:
    items = await _items(context)
    if not items:
        return None
    t, zone = context.t, context.due.timezone
    document = BufferedInputFile(words.file(t, items, zone), _file_name(items, zone))
    settings = button(t.plain("calendar-settings-short"), CalendarOpened())
    return Screen(_caption(t, items, zone), inline([settings], [menu_button(t)]), document=document)


async def _items(context: NoticeContext) -> Sequence[CalendarItem]:
    person_id, payload = context.due.person_id, context.due.payload
    if person_id is None:
        return ()
    if "slot_id" in payload:
        slot_id = int(payload["slot_id"])
        item = await context.db.read(calendar_files.slot_item, person_id, slot_id, now=context.now)
        return (item,) if item else ()
    meeting_ids = [int(one) for one in payload["meeting_ids"]]
    return await context.db.read(calendar_files.meeting_items, person_id, meeting_ids, now=context.now)


def _file_name(items: Sequence[CalendarItem], timezone: str) -> str:
    """Only the date: the name of a file is seen by whoever looks at the screen."""
    return f"{items[0].starts_at.astimezone(ZoneInfo(timezone)):%Y-%m-%d}.ics"


def _caption(t: Translator, items: Sequence[CalendarItem], timezone: str) -> str:
    head = t(f"calendar-file-{_state(items)}")
    dates = [t.moment(item.starts_at, timezone) for item in items[:LISTED]]
    if len(items) > LISTED:
        dates.append(t("calendar-file-more", count=len(items) - LISTED))
    return "\n".join([head, *dates])


def _state(items: Sequence[CalendarItem]) -> str:
    states = {item.status for item in items}
    if states == {EventStatus.CANCELLED}:
        return "cancelled"
    if states == {EventStatus.TENTATIVE}:
        return "proposed"
    return "confirmed" if len(items) == 1 else "several"


NOTICES: tuple[Notice, ...] = (
    Notice(meeting_reminders.KIND, _reminder),
    Notice(calendar_files.KIND, _file),
)
