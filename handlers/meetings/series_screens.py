"""Series of meetings in words: the list, the card, the steps of the form. Pure functions of what was read; no
rules here.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from datetime import date, datetime, time, timedelta

from aiogram.types import InlineKeyboardButton
from babel.dates import format_date

from handlers.common.days import day_number
from handlers.common.keyboards import button, grid, inline, menu_button, pager
from handlers.common.screen import Screen
from handlers.common.translator import Translator
from handlers.meetings.callbacks import MeetingOpened, MeetingsOpened, MoveStarted
from handlers.meetings.plan_callbacks import PlanOpened
from handlers.meetings.series_callbacks import (
    DaySkipped,
    DaysPaged,
    DayToggled,
    FollowingMoved,
    NewDayChosen,
    NewTimeChosen,
    RhythmChosen,
    SeriesBack,
    SeriesConfirmed,
    SeriesDeclined,
    SeriesEndAsked,
    SeriesEnded,
    SeriesListOpened,
    SeriesOpened,
    SeriesSent,
    SeriesStopped,
    SkipAsked,
    UntilChosen,
)
from handlers.meetings.series_form import Form
from handlers.meetings.words import kind_name, where, who
from models import Rhythm, SeriesStatus
from services.meeting_series import SeriesDraft, SeriesEnds
from services.meeting_views import MeetingView
from services.series_views import SeriesAction, SeriesDay, SeriesPage, SeriesView

DAYS_A_PAGE = 8
DAYS_SHOWN = 10
TIME_COLUMNS = 4


def rhythm_name(t: Translator, rhythm: Rhythm) -> str:
    return t.plain(f"series-rhythm-{rhythm.value}")


def _weekday(t: Translator, day: date) -> str:
    """«вт 24.11»."""
    return format_date(day, "EEE dd.MM", locale=t.language)


def _list_of_days(t: Translator, days: Sequence[SeriesDay]) -> str:
    shown = ", ".join(_weekday(t, one.day) for one in days[:DAYS_SHOWN])
    more = len(days) - DAYS_SHOWN
    return t.plain("series-days-more", days=shown, count=more) if more > 0 else shown


def _left_lines(t: Translator, days: Iterable[SeriesDay], skipped: Collection[date] = ()) -> list[str]:
    """Which days are left out, by why."""
    by_reason: dict[str, list[SeriesDay]] = {}
    for one in days:
        reason = one.left or ("skipped" if one.day in skipped else "")
        if reason:
            by_reason.setdefault(reason, []).append(one)
    return [
        t(f"series-left-{reason.replace('_', '-')}", days=_list_of_days(t, left))
        for reason, left in by_reason.items()
    ]


def what(t: Translator, view: SeriesView, timezone: str) -> str:
    """Kind, rhythm, time, place, the other side and the days, a line each."""
    lines = [
        t(
            "series-what",
            kind=kind_name(t, view.kind),
            rhythm=rhythm_name(t, view.rhythm),
            until=t.date(view.ends_on),
            minutes=view.minutes,
            place=where(t, view.mode, view.place, view.link),
            who=who(t, view.others),
        )
    ]
    if view.meetings:
        lines.append(t("series-next", when=t.moment(view.meetings[0].starts_at, timezone)))
        lines.append(t("series-days", count=len(view.meetings), days=_list_of_days(t, view.meetings)))
    lines.extend(_left_lines(t, view.days))
    return "\n".join(lines)


def card(t: Translator, view: SeriesView, timezone: str) -> Screen:
    parts = [what(t, view, timezone), _state(t, view)]
    if view.by_curator:
        parts.append(t("meetings-by-curator"))
    to_list = button(t.plain("series-to-list"), SeriesListOpened())
    return Screen("\n\n".join(parts), inline(*action_rows(t, view), [to_list, menu_button(t)]))


def _state(t: Translator, view: SeriesView) -> str:
    if SeriesAction.DECLINE in view.actions:
        running = view.status == SeriesStatus.CONFIRMED
        return t("series-state-join") if running else t("series-state-asked")
    if view.status == SeriesStatus.CONFIRMED and not view.comes:
        return t("series-state-absent")
    return t(f"series-state-{view.status.value}")


def action_rows(t: Translator, view: SeriesView) -> list[list[InlineKeyboardButton]]:
    """The buttons for what this person may do with the series now."""
    rows: list[list[InlineKeyboardButton]] = []
    if SeriesAction.CONFIRM in view.actions:
        rows.append([button(t.plain("series-confirm"), SeriesConfirmed(series_id=view.id))])
    if SeriesAction.DECLINE in view.actions:
        rows.append([button(t.plain("series-decline"), SeriesDeclined(series_id=view.id))])
    if SeriesAction.SKIP in view.actions and view.meetings:
        rows.append([button(t.plain("series-skip"), SkipAsked(series_id=view.id))])
    if SeriesAction.END in view.actions:
        own = view.status == SeriesStatus.PROPOSED
        label = "series-take-back" if own else "series-end"
        rows.append([button(t.plain(label), SeriesEndAsked(series_id=view.id))])
    if SeriesAction.LEAVE in view.actions:
        rows.append([button(t.plain("series-leave"), SeriesEndAsked(series_id=view.id))])
    if view.status in (SeriesStatus.DECLINED, SeriesStatus.ENDED):
        plan = PlanOpened(mentorship_id=view.mentorship_id)
        rows.append([button(t.plain("meetings-propose-another"), plan)])
    return rows


def my_series(t: Translator, page: SeriesPage) -> Screen:
    text = t("series-list") if page.series else t("series-list-empty")
    items = [[button(_item(t, one), SeriesOpened(series_id=one.id))] for one in page.series]
    turning = pager(t, page.page, page.pages, lambda number: SeriesListOpened(page=number))
    back = button(t.plain("meetings-to-list"), MeetingsOpened())
    return Screen(text, inline(*items, turning, [back, menu_button(t)]))


def _item(t: Translator, view: SeriesView) -> str:
    mark = "waiting" if SeriesAction.DECLINE in view.actions else view.status.value
    return t.plain(f"series-item-{mark}", rhythm=rhythm_name(t, view.rhythm), who=who(t, view.others))


def end_question(t: Translator, view: SeriesView, timezone: str) -> Screen:
    if SeriesAction.LEAVE in view.actions:
        question, yes = t("series-leave-sure"), t.plain("series-leave-yes")
    elif view.status == SeriesStatus.PROPOSED:
        question, yes = t("series-take-back-sure"), t.plain("series-take-back-yes")
    else:
        question = t("series-end-sure", who=who(t, view.others))
        yes = t.plain("series-end-yes")
    return Screen(
        f"{what(t, view, timezone)}\n\n{question}",
        inline(
            [button(yes, SeriesEnded(series_id=view.id))],
            [button(t.plain("button-back"), SeriesOpened(series_id=view.id))],
        ),
    )


def skip_question(t: Translator, view: SeriesView, page: int) -> Screen:
    """Which day is left out; the others are told at once."""
    pages = max(1, -(-len(view.meetings) // DAYS_A_PAGE))
    page = min(max(page, 0), pages - 1)
    shown = view.meetings[page * DAYS_A_PAGE : (page + 1) * DAYS_A_PAGE]
    days = [
        button(_weekday(t, one.day), DaySkipped(series_id=view.id, day=day_number(one.day))) for one in shown
    ]
    turning = pager(t, page, pages, lambda number: SkipAsked(series_id=view.id, page=number))
    back = button(t.plain("button-back"), SeriesOpened(series_id=view.id))
    return Screen(
        t("series-ask-skip", who=who(t, view.others)), inline(*grid(days, 2), turning, [back, menu_button(t)])
    )


def move_question(t: Translator, view: MeetingView, timezone: str) -> Screen:
    return Screen(
        t("series-ask-move", when=t.moment(view.starts_at, timezone), who=who(t, view.others)),
        inline(
            [button(t.plain("series-move-one"), MoveStarted(meeting_id=view.id))],
            [button(t.plain("series-move-following"), FollowingMoved(meeting_id=view.id))],
            [button(t.plain("button-back"), MeetingOpened(meeting_id=view.id))],
        ),
    )


def _head(t: Translator, form: Form) -> str:
    key = "series-form-move" if form.following else "series-form-new"
    return t(key, step=form.number, steps=len(form.steps))


def _last_row(t: Translator, form: Form) -> list[InlineKeyboardButton]:
    stop = button(t.plain("series-form-stop"), SeriesStopped(form=form.id))
    if form.number == 1:
        return [button(t.plain("button-back"), MeetingOpened(meeting_id=form.meeting_id))]
    return [button(t.plain("button-back"), SeriesBack(form=form.id)), stop]


def rhythm_step(t: Translator, form: Form, view: MeetingView, timezone: str) -> Screen:
    choices = [[button(rhythm_name(t, one), RhythmChosen(form=form.id, rhythm=one.value))] for one in Rhythm]
    question = t("series-ask-rhythm", when=t.moment(view.starts_at, timezone), who=who(t, view.others))
    return Screen(f"{_head(t, form)}\n\n{question}", inline(*choices, _last_row(t, form)))


def until_step(t: Translator, form: Form, ends: SeriesEnds) -> Screen:
    offered = {"new-year": ends.new_year, "year-end": ends.year_end}
    choices = [
        [
            button(
                t.plain(f"series-until-{name}", day=t.short_date(day)),
                UntilChosen(form=form.id, day=day_number(day)),
            )
        ]
        for name, day in offered.items()
        if ends.day + timedelta(days=7) <= day <= ends.latest
    ]
    return Screen(f"{_head(t, form)}\n\n{t('series-ask-until')}", inline(*choices, _last_row(t, form)))


def day_step(t: Translator, form: Form, days: Sequence[date]) -> Screen:
    buttons = [button(_weekday(t, day), NewDayChosen(form=form.id, day=day_number(day))) for day in days]
    return Screen(f"{_head(t, form)}\n\n{t('series-ask-day')}", inline(*grid(buttons, 2), _last_row(t, form)))


def time_step(t: Translator, form: Form, times: Sequence[time]) -> Screen:
    buttons = [
        button(f"{at:%H:%M}", NewTimeChosen(form=form.id, minutes=at.hour * 60 + at.minute)) for at in times
    ]
    return Screen(
        f"{_head(t, form)}\n\n{t('series-ask-time', day=t.date(date.fromisoformat(form.day)))}",
        inline(*grid(buttons, TIME_COLUMNS), _last_row(t, form)),
    )


def days_step(t: Translator, form: Form, draft: SeriesDraft, view: MeetingView, timezone: str) -> Screen:
    """All days in words; a tap strikes one out or takes it in again."""
    skipped = form.skipped_days()
    met = [one for one in draft.days if not one.left and one.day not in skipped]
    lines = [_head(t, form), _summary(t, draft, met, view, timezone)]
    if left := _left_lines(t, draft.days, skipped):
        lines.append("\n".join(left))
    lines.append(t("series-ask-days", who=who(t, view.others)))
    pages = max(1, -(-len(draft.days) // DAYS_A_PAGE))
    page = min(max(form.page, 0), pages - 1)
    shown = draft.days[page * DAYS_A_PAGE : (page + 1) * DAYS_A_PAGE]
    taps = [_day_button(t, form, one, skipped) for one in shown if not one.left]
    turning = pager(t, page, pages, lambda number: DaysPaged(form=form.id, page=number))
    send = [button(t.plain("series-form-send"), SeriesSent(form=form.id))] if met else []
    return Screen("\n\n".join(lines), inline(*grid(taps, 2), turning, send, _last_row(t, form)))


def _summary(
    t: Translator, draft: SeriesDraft, met: Sequence[SeriesDay], view: MeetingView, timezone: str
) -> str:
    first: datetime = (met or draft.days)[0].starts_at
    return t(
        "series-summary",
        rhythm=rhythm_name(t, draft.rhythm),
        first=t.moment(first, timezone),
        until=t.date(draft.ends_on),
        count=len(met),
        days=_list_of_days(t, met),
        place=where(t, view.mode, view.place, view.link),
    )


def _day_button(t: Translator, form: Form, one: SeriesDay, skipped: Collection[date]) -> InlineKeyboardButton:
    key = "series-day-out" if one.day in skipped else "series-day-in"
    return button(t.plain(key, day=_weekday(t, one.day)), DayToggled(form=form.id, day=day_number(one.day)))


def stopped(t: Translator) -> Screen:
    back = button(t.plain("meetings-to-list"), MeetingsOpened())
    return Screen(t("series-form-stopped"), inline([back, menu_button(t)]))
