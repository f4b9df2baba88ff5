"""Meetings in words: cards, the list, the screens of the form. Pure functions of what was read; no rules
here.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from aiogram.types import InlineKeyboardButton

from handlers.common.calendar import month_keyboard
from handlers.common.keyboards import button, grid, inline, menu_button, pager
from handlers.common.screen import Screen
from handlers.common.translator import Translator
from handlers.errors import key_of
from handlers.meetings.callbacks import (
    AttendanceTold,
    CancelAsked,
    CancelConfirmed,
    DayChosen,
    FeedbackOpened,
    FormCancelled,
    FormConfirmed,
    FormRestarted,
    KindChosen,
    MeetingConfirmed,
    MeetingDeclined,
    MeetingOpened,
    MeetingsOpened,
    MonthShown,
    MoveStarted,
    PairChosen,
    PlaceChosen,
    ProposeStarted,
    StepBack,
    TimeChosen,
)
from handlers.meetings.form import Form, at_minutes
from models import MeetingKind, MeetingStatus
from services.attendance import DisputeView
from services.errors import ServiceError
from services.meeting_times import DAYS_AHEAD
from services.meeting_views import MeetingAction, MeetingsPage, MeetingView, PairView
from services.names import PersonName

PLACES = ("school", "online")
TIME_COLUMNS = 4


def who(t: Translator, names: Sequence[PersonName]) -> str:
    return ", ".join(t.name(name) for name in names)


def kind_name(t: Translator, kind: MeetingKind) -> str:
    return t.plain(f"meetings-kind-{kind.value.replace('_', '-')}")


def what(t: Translator, view: MeetingView, timezone: str) -> str:
    """Kind, time, place and the other side, a line each."""
    return t(
        "meetings-what",
        kind=kind_name(t, view.kind),
        when=t.moment(view.starts_at, timezone),
        place=view.place,
        who=who(t, view.others),
    )


def card(t: Translator, view: MeetingView, timezone: str) -> Screen:
    lines = [what(t, view, timezone)]
    if view.old_starts_at is not None:
        lines.append(t("meetings-instead", when=t.moment(view.old_starts_at, timezone)))
    lines.append(_state(t, view))
    if view.by_curator:
        lines.append(t("meetings-by-curator"))
    return Screen("\n\n".join(lines), inline(*action_rows(t, view), [_to_list(t), menu_button(t)]))


def _state(t: Translator, view: MeetingView) -> str:
    if view.status == MeetingStatus.PROPOSED:
        asked = MeetingAction.CONFIRM in view.actions
        return t("meetings-state-asked") if asked else t("meetings-state-waiting")
    if view.status == MeetingStatus.CONFIRMED and MeetingAction.REPORT in view.actions:
        return _attendance_state(t, view)
    return t(f"meetings-state-{view.status.value.replace('_', '-')}")


def _attendance_state(t: Translator, view: MeetingView) -> str:
    if view.my_report is None:
        return t("meetings-state-tell")
    return t("meetings-state-you-said-held") if view.my_report else t("meetings-state-you-said-not-held")


def action_rows(t: Translator, view: MeetingView) -> list[list[InlineKeyboardButton]]:
    """The buttons for what this person may do with the meeting now."""
    rows: list[list[InlineKeyboardButton]] = []
    if MeetingAction.CONFIRM in view.actions:
        rows.append([button(t.plain("meetings-confirm"), MeetingConfirmed(meeting_id=view.id))])
    if MeetingAction.MOVE in view.actions:
        rows.append([button(t.plain("meetings-move"), MoveStarted(meeting_id=view.id))])
    if MeetingAction.DECLINE in view.actions:
        rows.append([button(t.plain("meetings-decline"), MeetingDeclined(meeting_id=view.id))])
    if MeetingAction.CANCEL in view.actions:
        rows.append([button(t.plain("meetings-call-off"), CancelAsked(meeting_id=view.id))])
    if MeetingAction.REPORT in view.actions:
        rows.append(_attendance_row(t, view))
    if MeetingAction.FEEDBACK in view.actions:
        rows.append([button(t.plain("meetings-feedback"), FeedbackOpened(meeting_id=view.id))])
    return rows


def _attendance_row(t: Translator, view: MeetingView) -> list[InlineKeyboardButton]:
    return [
        button(t.plain("meetings-held"), AttendanceTold(meeting_id=view.id, held=True)),
        button(t.plain("meetings-not-held"), AttendanceTold(meeting_id=view.id, held=False)),
    ]


def cancel_question(t: Translator, view: MeetingView, timezone: str) -> Screen:
    text = f"{what(t, view, timezone)}\n\n{t('meetings-call-off-sure', who=who(t, view.others))}"
    return Screen(
        text,
        inline(
            [button(t.plain("meetings-call-off-yes"), CancelConfirmed(meeting_id=view.id))],
            [button(t.plain("button-back"), MeetingOpened(meeting_id=view.id))],
        ),
    )


def my_meetings(t: Translator, page: MeetingsPage, timezone: str) -> Screen:
    text = t("meetings-list") if page.meetings else t("meetings-list-empty")
    items = [[button(_item(t, view, timezone), MeetingOpened(meeting_id=view.id))] for view in page.meetings]
    turning = pager(t, page.page, page.pages, lambda number: MeetingsOpened(page=number))
    return Screen(text, inline(*items, turning, _propose_row(t, page.may_propose), [menu_button(t)]))


def _item(t: Translator, view: MeetingView, timezone: str) -> str:
    """One line of the list; what waits for this person's word is marked."""
    local = view.starts_at.astimezone(ZoneInfo(timezone))
    needs_answer = MeetingAction.CONFIRM in view.actions or (
        MeetingAction.REPORT in view.actions and view.my_report is None
    )
    mark = "waiting" if needs_answer else view.status.value.replace("_", "-")
    return t.plain(f"meetings-item-{mark}", when=f"{local:%d.%m %H:%M}", who=who(t, view.others))


def _propose_row(t: Translator, may_propose: bool) -> list[InlineKeyboardButton]:
    return [button(t.plain("meetings-propose"), ProposeStarted(mentorship_id=0))] if may_propose else []


def _to_list(t: Translator) -> InlineKeyboardButton:
    return button(t.plain("meetings-to-list"), MeetingsOpened())


def no_pair(t: Translator) -> Screen:
    return Screen(t("meetings-no-pair"), inline([menu_button(t)]))


def _head(t: Translator, form: Form) -> str:
    step, steps = form.number, len(form.steps)
    if form.replaces_id:
        return t("meetings-form-move", step=step, steps=steps)
    return t("meetings-form-new", step=step, steps=steps)


def _back_row(t: Translator, form: Form) -> list[InlineKeyboardButton]:
    return [_back(t, form), _cancel(t, form)] if form.is_begun else [_cancel(t, form)]


def _back(t: Translator, form: Form) -> InlineKeyboardButton:
    return button(t.plain("button-back"), StepBack(form=form.id))


def _cancel(t: Translator, form: Form) -> InlineKeyboardButton:
    return button(t.plain("meetings-form-cancel"), FormCancelled(form=form.id))


def pair_step(t: Translator, form: Form, pairs: Sequence[PairView]) -> Screen:
    choices = [
        [button(who(t, pair.others), PairChosen(form=form.id, mentorship_id=pair.mentorship_id))]
        for pair in pairs
    ]
    return Screen(f"{_head(t, form)}\n\n{t('meetings-ask-pair')}", inline(*choices, _back_row(t, form)))


def kind_step(t: Translator, form: Form, pair: PairView) -> Screen:
    likely = pair.kinds[0]
    labels = {
        kind: t.plain("meetings-kind-likely", kind=kind_name(t, kind))
        if kind == likely
        else kind_name(t, kind)
        for kind in pair.kinds
    }
    choices = [[button(label, KindChosen(form=form.id, kind=kind.value))] for kind, label in labels.items()]
    question = t("meetings-ask-kind", who=who(t, pair.others))
    return Screen(f"{_head(t, form)}\n\n{question}", inline(*choices, _back_row(t, form)))


def day_step(t: Translator, form: Form, today: date, month: tuple[int, int] | None = None) -> Screen:
    calendar = month_keyboard(
        t,
        *(month or (today.year, today.month)),
        first=today,
        last=today + timedelta(days=DAYS_AHEAD),
        day=lambda day: _day_data(form, day),
        page=lambda year, number: MonthShown(form=form.id, year=year, month=number),
        back=_back(t, form) if form.is_begun else _cancel(t, form),
    )
    soon = [
        button(t.plain("meetings-today"), _day_data(form, today)),
        button(t.plain("meetings-tomorrow"), _day_data(form, today + timedelta(days=1))),
    ]
    last_row = [_cancel(t, form)] if form.is_begun else []
    rows = inline(soon, *calendar.inline_keyboard, last_row)
    return Screen(f"{_head(t, form)}\n\n{t('meetings-ask-day')}", rows)


def _day_data(form: Form, day: date) -> DayChosen:
    return DayChosen(form=form.id, day=int(f"{day:%Y%m%d}"))


def time_step(t: Translator, form: Form, times: Sequence[time]) -> Screen:
    day = t.date(date.fromisoformat(form.day))
    question = t("meetings-ask-time", day=day) if times else t("meetings-ask-time-typed", day=day)
    buttons = [
        button(f"{at:%H:%M}", TimeChosen(form=form.id, minutes=at.hour * 60 + at.minute)) for at in times
    ]
    return Screen(f"{_head(t, form)}\n\n{question}", inline(*grid(buttons, TIME_COLUMNS), _back_row(t, form)))


def place_step(t: Translator, form: Form, pair: PairView) -> Screen:
    choices = [
        [button(place_name(t, place), PlaceChosen(form=form.id, place=place)) for place in PLACES],
    ]
    if form.place:
        same = t.plain("meetings-place-same", place=form.place)
        choices.append([button(same, PlaceChosen(form=form.id, place="same"))])
    question = t("meetings-ask-place", who=who(t, pair.others))
    return Screen(f"{_head(t, form)}\n\n{question}", inline(*choices, _back_row(t, form)))


def place_name(t: Translator, place: str) -> str:
    return t.plain(f"meetings-place-{place}")


def summary_step(
    t: Translator, form: Form, pair: PairView, starts_at: datetime, timezone: str, *, in_quiet_hours: bool
) -> Screen:
    """Everything once more before it is sent, with the weekday and the date in words."""
    lines = [
        _head(t, form),
        t(
            "meetings-what",
            kind=kind_name(t, form.chosen_kind()),
            when=t.moment(starts_at, timezone),
            place=form.place,
            who=who(t, pair.others),
        ),
    ]
    if starts_at.astimezone(ZoneInfo(timezone)).time().replace(tzinfo=None) != at_minutes(form.minutes):
        lines.append(t("meetings-summary-shifted"))
    if in_quiet_hours:
        lines.append(t("meetings-summary-quiet"))
    lines.append(t("meetings-summary-ask", who=who(t, pair.others)))
    send = button(t.plain("meetings-form-send"), FormConfirmed(form=form.id))
    return Screen("\n\n".join(lines), inline([send], _back_row(t, form)))


def refusal(t: Translator, error: ServiceError) -> str:
    """Why a typed answer can't be taken; the same question stands below it."""
    return t(key_of(error), **error.fields)


def resumed(t: Translator, form: Form, screen: Screen) -> Screen:
    """The screen of a form that was left half-filled, with a way to begin anew."""
    anew = button(t.plain("meetings-form-anew"), FormRestarted(form=form.id))
    rows = screen.keyboard.inline_keyboard if screen.keyboard else []
    return Screen(f"{t('meetings-form-resumed')}\n\n{screen.text}", inline(*rows, [anew]))


def stopped(t: Translator) -> Screen:
    return Screen(t("meetings-form-stopped"), inline([_to_list(t), menu_button(t)]))


def dispute(t: Translator, view: DisputeView, timezone: str) -> str:
    """Who says what; the buttons are the business of the alert's card."""
    says = [
        t("meetings-says-held", who=t.name(name)) if held else t("meetings-says-not-held", who=t.name(name))
        for name, held in view.says
    ]
    head = t("meetings-disputed", kind=kind_name(t, view.kind), when=t.moment(view.starts_at, timezone))
    return "\n".join([head, "", *says])


def dispute_settled(t: Translator, view: DisputeView, timezone: str) -> Screen:
    decided = (
        t("meetings-judged-held") if view.status == MeetingStatus.HELD else t("meetings-judged-not-held")
    )
    return Screen(f"{dispute(t, view, timezone)}\n\n{decided}", inline([menu_button(t)]))
