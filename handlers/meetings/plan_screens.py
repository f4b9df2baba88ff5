"""The screen from which a meeting is planned in two taps, and what was sent, in words. Pure functions of what
was read; no rules here.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import datetime
from zoneinfo import ZoneInfo

from aiogram.filters.callback_data import CallbackData
from aiogram.types import InlineKeyboardButton
from babel.dates import format_datetime

from handlers.common.days import day_number
from handlers.common.keyboards import button, grid, inline, menu_button
from handlers.common.screen import Screen
from handlers.common.translator import Html, Translator
from handlers.meetings import words
from handlers.meetings.callbacks import (
    CancelConfirmed,
    FormCancelled,
    MeetingOpened,
    MeetingsOpened,
    MoveStarted,
)
from handlers.meetings.form import Form
from handlers.meetings.plan_callbacks import (
    CalendarAsked,
    KindAsked,
    MoveSlotChosen,
    PairAsked,
    PlaceAsked,
    PlanOpened,
    SlotChosen,
)
from handlers.meetings.series_callbacks import SeriesStarted
from handlers.meetings.words import kind_name, who
from models import MeetingKind
from services.meeting_planning import PlanView, Where
from services.meeting_slots import Slot, Suggestions
from services.meeting_views import MeetingAction, MeetingView

SLOT_COLUMNS = 2
PLACE_SHOWN = 120
SlotData = Callable[[int, int], CallbackData]


def where_words(t: Translator, where: Where) -> str:
    """«в школе, кабинет 12», «онлайн: https://…», short enough for a screen."""
    return t.cut(words.where(t, where.mode, where.place, where.link), PLACE_SHOWN)


def plan(t: Translator, form: Form, view: PlanView, offered: Suggestions, timezone: str) -> Screen:
    """What the next meeting is for, where it would be, and the times: a tap on one sends it."""
    lines = [
        _head(t, form, view),
        *([] if form.replaces_id else [_agenda(t, form, view)]),
        t("planning-where", where=where_words(t, form.where)),
    ]
    if view.planned_at is not None and not form.replaces_id:
        lines.append(t("planning-planned-already", when=t.moment(view.planned_at, timezone)))
    lines.extend(_invitation(t, form, view, offered))
    return Screen(
        "\n\n".join(lines), inline(*_slot_rows(t, form, offered, timezone), *_other_rows(t, form, view))
    )


def _head(t: Translator, form: Form, view: PlanView) -> str:
    key = "planning-head-move" if form.replaces_id else "planning-head"
    return t(key, kind=kind_name(t, form.chosen_kind()), who=who(t, view.others))


def _agenda(t: Translator, form: Form, view: PlanView) -> str:
    agenda = t.content.agenda(form.kind, view.form, t.language)
    parts = [t("planning-purpose", purpose=agenda.purpose)]
    if agenda.before:
        parts.append(_points(t, t("planning-agenda-before"), agenda.before))
    parts.append(_points(t, t("planning-agenda") if agenda.before else "", agenda.points))
    if agenda.after:
        parts.append(_points(t, t("planning-agenda-after"), agenda.after))
    return "\n".join(parts)


def _points(t: Translator, head: str, points: Sequence[str]) -> str:
    lines = [t("planning-agenda-point", point=one) for one in points]
    return "\n".join([head, *lines] if head else lines)


def _invitation(t: Translator, form: Form, view: PlanView, offered: Suggestions) -> list[str]:
    """What to do next, and who will see it."""
    if form.is_visit:
        return [t("planning-visit-next", who=who(t, view.others))]
    notes = []
    if offered.is_widened:
        notes.append(t("planning-widened"))
    if offered.is_later:
        notes.append(t("planning-later"))
    ask = t("planning-choose") if offered.slots else t("planning-nothing-free")
    return [*notes, f"{ask}\n{t('planning-seen-by', who=who(t, view.others))}"]


def _slot_rows(
    t: Translator, form: Form, offered: Suggestions, timezone: str
) -> list[list[InlineKeyboardButton]]:
    if form.is_visit:
        return []
    return slot_rows(t, offered.slots, timezone, lambda day, at: _slot_data(form, day, at))


def _slot_data(form: Form, day: int, minutes: int) -> CallbackData:
    if form.replaces_id:
        return MoveSlotChosen(meeting_id=form.replaces_id, day=day, minutes=minutes)
    return SlotChosen(mentorship_id=form.mentorship_id, kind=form.kind, day=day, minutes=minutes)


def slot_rows(
    t: Translator, slots: Sequence[Slot], timezone: str, data: SlotData
) -> list[list[InlineKeyboardButton]]:
    """The times as buttons: «вт 24.11, 15:30»."""
    buttons = []
    for slot in slots:
        local = slot.starts_at.astimezone(ZoneInfo(timezone))
        chosen = data(day_number(local.date()), local.hour * 60 + local.minute)
        buttons.append(button(slot_label(t, slot.starts_at, timezone), chosen))
    return grid(buttons, SLOT_COLUMNS)


def slot_label(t: Translator, starts_at: datetime, timezone: str) -> str:
    local = starts_at.astimezone(ZoneInfo(timezone))
    return format_datetime(local, "EEE dd.MM, HH:mm", locale=t.language)


def _other_rows(t: Translator, form: Form, view: PlanView) -> list[list[InlineKeyboardButton]]:
    calendar = button(
        t.plain("planning-visit-go" if form.is_visit else "planning-calendar"), CalendarAsked(form=form.id)
    )
    place = button(t.plain("planning-place"), PlaceAsked(form=form.id))
    others = []
    if not form.replaces_id:
        others.append(button(t.plain("planning-other-kind"), KindAsked(form=form.id)))
        if view.has_other_pairs:
            others.append(button(t.plain("planning-other-pair"), PairAsked(form=form.id)))
    return [[calendar, place], others, [_cancel(t, form)]]


def _cancel(t: Translator, form: Form) -> InlineKeyboardButton:
    return button(t.plain("planning-cancel"), FormCancelled(form=form.id))


def sent(t: Translator, view: MeetingView, timezone: str, events: Sequence[str] = ()) -> Screen:
    """What was sent, in words, with the way back. `events`: what else that day holds for the person."""
    lines = [
        t("planning-sent", when=t.moment(view.starts_at, timezone)),
        t(
            "planning-sent-what",
            kind=kind_name(t, view.kind),
            where=where_words(t, Where(view.mode, view.place, view.link)),
            who=who(t, view.others),
        ),
        *words.events(t, events),
        t("planning-sent-next"),
    ]
    changes = []
    if MeetingAction.CANCEL in view.actions:
        changes.append(button(t.plain("planning-take-back"), CancelConfirmed(meeting_id=view.id)))
    if MeetingAction.MOVE in view.actions:
        changes.append(button(t.plain("planning-change"), MoveStarted(meeting_id=view.id)))
    again = []
    if view.kind == MeetingKind.REGULAR and MeetingAction.MOVE in view.actions:
        again.append(button(t.plain("planning-repeat"), SeriesStarted(meeting_id=view.id)))
    opened = button(t.plain("planning-open"), MeetingOpened(meeting_id=view.id))
    return Screen("\n\n".join(lines), inline(changes, again, [opened, menu_button(t)]))


def no_pair(t: Translator) -> Screen:
    return Screen(t("planning-no-pair"), inline([menu_button(t)]))


def stopped(t: Translator) -> Screen:
    to_list = button(t.plain("planning-to-list"), MeetingsOpened())
    return Screen(t("planning-stopped"), inline([to_list, menu_button(t)]))


def offer(t: Translator, view: PlanView, offered: Suggestions, timezone: str, reason: str) -> Screen:
    """A reminder to plan, with what for and the times: one tap on a time sends it."""
    kind = view.kinds[0]
    agenda = t.content.agenda(kind.value, view.form, t.language)
    head = t(f"planning-offer-{reason}", who=who(t, view.others))
    lines = [
        head,
        t("planning-offer-what", kind=kind_name(t, kind), purpose=agenda.purpose),
        t("planning-offer-choose"),
    ]
    rows = slot_rows(
        t,
        offered.slots,
        timezone,
        lambda day, at: SlotChosen(mentorship_id=view.mentorship_id, kind=kind.value, day=day, minutes=at),
    )
    other = button(t.plain("planning-offer-other"), PlanOpened(mentorship_id=view.mentorship_id))
    return Screen(Html("\n\n".join(lines)), inline(*rows, [other], [menu_button(t)]))
