"""«Reminders and calendar» in words. Pure functions of what was read; no rules here."""

from __future__ import annotations

from aiogram.types import InlineKeyboardButton

from handlers.calendar.callbacks import (
    FeedActed,
    FeedTurnedOn,
    FilesSwitched,
    ReminderSwitched,
    ZoneChosen,
    ZonesOpened,
)
from handlers.common.callbacks import CalendarOpened
from handlers.common.keyboards import button, grid, inline, menu_button
from handlers.common.screen import Screen
from handlers.common.timezones import zone_name
from handlers.common.translator import Translator
from handlers.meetings.callbacks import MeetingsOpened
from services.calendar_settings import CalendarSettings
from services.founding import TIMEZONES

COLUMNS = 2


def settings(t: Translator, view: CalendarSettings, *, has_web: bool) -> Screen:
    lines = [
        t("calendar-settings"),
        _reminders_line(t, view),
        _files_line(t, view),
        _feed_line(t, view, has_web),
    ]
    choices = [_reminder(t, minutes, wanted=wanted) for minutes, wanted in view.reminders]
    files = t.plain("calendar-files-off") if view.sends_files else t.plain("calendar-files-on")
    return Screen(
        "\n\n".join(lines),
        inline(
            *grid(choices, COLUMNS),
            [button(files, FilesSwitched(wanted=not view.sends_files))],
            *_feed_rows(t, view, has_web),
            [button(t.plain("calendar-zone", zone=_zone(t, view)), ZonesOpened())],
            [button(t.plain("meetings-to-list"), MeetingsOpened()), menu_button(t)],
        ),
    )


def _zone(t: Translator, view: CalendarSettings) -> str:
    return zone_name(t, view.timezone) if view.timezone else t.plain("calendar-zone-school")


def zones(t: Translator, view: CalendarSettings) -> Screen:
    """The time zones from west to east, and the school's above them."""
    names = [(t.plain("calendar-zone-school"), -1, view.timezone is None)]
    names += [(zone_name(t, one), place, one == view.timezone) for place, one in enumerate(TIMEZONES)]
    choices = [
        button(t.plain("calendar-chosen", words=words) if is_chosen else words, ZoneChosen(place=place))
        for words, place, is_chosen in names
    ]
    return Screen(
        t("calendar-ask-zone"),
        inline(*([one] for one in choices), [button(t.plain("button-back"), CalendarOpened())]),
    )


def _reminder(t: Translator, minutes: int, *, wanted: bool) -> InlineKeyboardButton:
    words = t.plain(f"calendar-before-{minutes}")
    label = t.plain("calendar-chosen", words=words) if wanted else words
    return button(label, ReminderSwitched(minutes=minutes, wanted=not wanted))


def _reminders_line(t: Translator, view: CalendarSettings) -> str:
    wanted = [t.plain(f"calendar-before-{minutes}") for minutes, is_wanted in view.reminders if is_wanted]
    return t("calendar-reminders", when=", ".join(wanted)) if wanted else t("calendar-reminders-none")


def _files_line(t: Translator, view: CalendarSettings) -> str:
    return t("calendar-files-are-on") if view.sends_files else t("calendar-files-are-off")


def _feed_line(t: Translator, view: CalendarSettings, has_web: bool) -> str:
    if not has_web:
        return t("calendar-feed-without-web")
    return t("calendar-feed-is-on") if view.feed_mark else t("calendar-feed-is-off")


def _feed_rows(t: Translator, view: CalendarSettings, has_web: bool) -> list[list[InlineKeyboardButton]]:
    if view.feed_mark:
        off = button(t.plain("calendar-feed-off"), FeedActed(act="off", mark=view.feed_mark))
        renew = button(t.plain("calendar-feed-renew"), FeedActed(act="ask", mark=view.feed_mark))
        return [[renew], [off]] if has_web else [[off]]
    return [[button(t.plain("calendar-feed-on"), FeedTurnedOn())]] if has_web else []


def renew_question(t: Translator, mark: str) -> Screen:
    return Screen(
        t("calendar-feed-renew-sure"),
        inline(
            [button(t.plain("calendar-feed-renew-yes"), FeedActed(act="renew", mark=mark))],
            [button(t.plain("button-back"), CalendarOpened())],
        ),
    )


def address(t: Translator, url: str) -> Screen:
    """Without buttons, so that no tap replaces it: the address is told once."""
    return Screen(t("calendar-feed-address", url=url))
