"""How speed sessions look: views in, screens out."""

# keys: speed-mode-*, speed-meanwhile-*

from __future__ import annotations

from aiogram.types import InlineKeyboardButton

from handlers.common.keyboards import button, grid, inline, menu_button, pager
from handlers.common.screen import Screen
from handlers.common.translator import Html, Translator
from handlers.speed.callbacks import (
    AnnounceStarted,
    CancelAsked,
    CancelConfirmed,
    HeldTold,
    QueueJoined,
    QueueLeft,
    SessionOpened,
    SlotBooked,
    SlotReleased,
    SpeedOpened,
    VisitorsOpened,
)
from models import SpeedStatus
from services.speed_views import HostPage, SlotView, SpeedAction, SpeedLine, SpeedPage, SpeedView

TOPIC_IN_BUTTON = 30
NAME_IN_LINE = 80
"""Twelve of them stand below each other in one message."""
NAMED = {True: "speed-slot-came", False: "speed-slot-missed", None: "speed-slot-taken"}


def to_list(t: Translator) -> InlineKeyboardButton:
    return button(t.plain("speed-to-list"), SpeedOpened())


def listed(t: Translator, found: SpeedPage, timezone: str) -> Screen:
    rows = [[_line_button(t, one, timezone)] for one in found.lines]
    turns = pager(t, found.page, found.pages, lambda number: SpeedOpened(page=number))
    new = [button(t.plain("speed-announce"), AnnounceStarted())] if found.may_announce else []
    text = t("speed-list") if found.lines else t("speed-list-empty")
    return Screen(text, inline(*rows, turns, new, [menu_button(t)]))


def _line_button(t: Translator, one: SpeedLine, timezone: str) -> InlineKeyboardButton:
    when = f"{t.short_day(one.starts_at, timezone)} {t.time(one.starts_at, timezone)}"
    if one.to_tell:
        key = "speed-line-tell"
    elif one.is_over:
        key = "speed-line-over"
    elif one.is_mine:
        key = "speed-line-mine"
    else:
        key = "speed-line-free" if one.free else "speed-line-full"
    return button(
        t.plain(key, when=when, topic=t.cut(one.topic, TOPIC_IN_BUTTON), free=one.free),
        SessionOpened(session_id=one.id),
    )


# --- one session ---


def card(t: Translator, one: SpeedView, timezone: str) -> Screen:
    """A session with its slots, and what this reader may do."""
    return Screen(text_of(t, one, timezone), inline(*rows_of(t, one, timezone), [to_list(t), menu_button(t)]))


def text_of(t: Translator, one: SpeedView, timezone: str) -> str:
    lines = [what(t, one, timezone)]
    if one.is_keeper:
        lines.append("\n".join(_slot_line(t, slot, timezone) for slot in one.slots))
        lines.append(t("speed-queue-length", count=one.queue_length) if one.queue_length else "")
    lines.append(_standing(t, one, timezone))
    return Html("\n\n".join(line for line in lines if line))


def what(t: Translator, one: SpeedView, timezone: str) -> str:
    """The topic, when, where and with whom."""
    return t(
        "speed-what",
        topic=one.topic,
        who=t.name(one.mentor),
        when=t.moment(one.starts_at, timezone),
        until=t.time(one.ends_at, timezone),
        minutes=one.slot_minutes,
        count=len(one.slots),
        where=where(t, one.mode.value, one.place, one.link),
    )


def where(t: Translator, mode: str, place: str, link: str) -> str:
    """The place and the link, as plain text."""
    known = [part for part in (place, link) if part]
    return " · ".join([t.plain(f"speed-mode-{mode.replace('_', '-')}"), *known])


def _slot_line(t: Translator, slot: SlotView, timezone: str) -> str:
    at = t.time(slot.starts_at, timezone)
    if slot.who is None:
        return t("speed-slot-free" if slot.is_free else "speed-slot-unused", at=at)
    return t(NAMED[slot.held], at=at, who=t.cut(t.name(slot.who), NAME_IN_LINE))


def _standing(t: Translator, one: SpeedView, timezone: str) -> str:
    """Where the reader stands."""
    if one.status == SpeedStatus.CANCELLED:
        return t("speed-is-cancelled")
    if one.mine is not None:
        return _mine(t, one, one.mine, timezone)
    if one.place_in_queue:
        return t("speed-in-queue", number=one.place_in_queue)
    if one.is_over:
        return t("speed-is-over")
    if one.is_keeper:
        return t("speed-who-sees")
    return t("speed-choose") if one.free else t("speed-full")


def _mine(t: Translator, one: SpeedView, slot: SlotView, timezone: str) -> str:
    text = t("speed-mine", when=t.moment(slot.starts_at, timezone))
    said = [t("speed-meanwhile", what=t.plain(_meanwhile_key(word))) for word in one.meanwhile]
    return Html("\n".join([text, *said]))


def _meanwhile_key(word: str) -> str:
    return f"speed-meanwhile-{word.replace('_', '-')}"


def rows_of(t: Translator, one: SpeedView, timezone: str) -> list[list[InlineKeyboardButton]]:
    bookable = [
        button(t.plain("speed-book", at=t.time(slot.starts_at, timezone)), SlotBooked(slot_id=slot.id))
        for slot in one.slots
        if slot.is_bookable
    ]
    rows = grid(bookable, 3)
    if SpeedAction.RELEASE in one.actions and one.mine is not None:
        rows.append([button(t.plain("speed-release"), SlotReleased(slot_id=one.mine.id))])
    if SpeedAction.QUEUE in one.actions:
        rows.append([button(t.plain("speed-join-queue"), QueueJoined(session_id=one.id))])
    if SpeedAction.LEAVE_QUEUE in one.actions:
        rows.append([button(t.plain("speed-leave-queue"), QueueLeft(session_id=one.id))])
    if SpeedAction.TELL in one.actions:
        rows.append([button(t.plain("speed-tell"), VisitorsOpened(session_id=one.id))])
    if SpeedAction.CANCEL in one.actions:
        rows.append([button(t.plain("speed-cancel"), CancelAsked(session_id=one.id))])
    return rows


def visitors(t: Translator, one: SpeedView, timezone: str) -> Screen:
    """Who came and who did not: two buttons for every booked slot that has begun."""
    begun = [slot for slot in one.slots if slot.who is not None and slot.has_begun]
    rows = [_held_buttons(t, slot, timezone) for slot in begun]
    lines = [t("speed-ask-held", topic=one.topic)]
    lines.append("\n".join(_slot_line(t, slot, timezone) for slot in one.slots))
    back = button(t.plain("button-back"), SessionOpened(session_id=one.id))
    return Screen(Html("\n\n".join(lines)), inline(*rows, [back, menu_button(t)]))


def _held_buttons(t: Translator, slot: SlotView, timezone: str) -> list[InlineKeyboardButton]:
    at = t.time(slot.starts_at, timezone)
    return [
        button(t.plain("speed-came", at=at), HeldTold(slot_id=slot.id, held=True)),
        button(t.plain("speed-missed", at=at), HeldTold(slot_id=slot.id, held=False)),
    ]


def cancel_question(t: Translator, one: SpeedView, timezone: str) -> Screen:
    told = sum(slot.who is not None for slot in one.slots) + one.queue_length
    text = Html(f"{what(t, one, timezone)}\n\n{t('speed-cancel-sure', count=told)}")
    yes = button(t.plain("speed-cancel-yes"), CancelConfirmed(session_id=one.id))
    return Screen(text, inline([yes], [button(t.plain("button-back"), SessionOpened(session_id=one.id))]))


def hosts(t: Translator, found: HostPage) -> Screen:
    """For whom the curator announces."""
    rows = [
        [
            button(
                t.plain("speed-host-own") if one.is_own else t.name(one.name),
                AnnounceStarted(mentor_id=one.membership_id),
            )
        ]
        for one in found.hosts
    ]
    turns = pager(t, found.page, found.pages, lambda number: AnnounceStarted(page=number))
    return Screen(t("speed-ask-host"), inline(*rows, turns, [to_list(t), menu_button(t)]))
