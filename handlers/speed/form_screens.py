"""The questions with which a speed session is announced: one a screen, the summary in words at the end."""

# keys: speed-mode-*, speed-step-*, speed-meanwhile-*

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime, timedelta

from aiogram.types import InlineKeyboardButton, InlineKeyboardMarkup

from handlers.common.calendar import Month, month_keyboard
from handlers.common.days import day_number
from handlers.common.keyboards import button, grid, inline, menu_button
from handlers.common.screen import Screen
from handlers.common.translator import Html, Translator
from handlers.speed.callbacks import DayChosen, FormSent, FormStopped, MonthShown, OptionChosen, StepBack
from handlers.speed.form import Form, Step
from handlers.speed.screens import to_list, where
from models import MeetingMode
from services.meeting_times import DAYS_AHEAD, USUAL_TIMES
from services.names import PersonName
from services.speed_sessions import FEWEST_SLOTS, LENGTHS, MOST_SLOTS

AT_SCHOOL = "school"
NO_LINK = "later"


def question(t: Translator, form: Form, today: date, month: Month | None = None) -> Screen:
    """The step that the form stands at, all but the summary."""
    text = Html(f"{_head(t, form)}\n\n{_asked(t, form)}")
    if form.at == Step.DAY:
        return Screen(text, _calendar(t, form, today, month))
    return Screen(text, inline(*_options(t, form), _last(t, form)))


def _head(t: Translator, form: Form) -> str:
    return t("speed-form", step=form.number, steps=len(form.steps))


def _asked(t: Translator, form: Form) -> str:
    if form.at == Step.TIME:
        return t("speed-step-time", day=t.date(date.fromisoformat(form.day)))
    return t(f"speed-step-{form.step}")


def _calendar(t: Translator, form: Form, today: date, month: Month | None) -> InlineKeyboardMarkup:
    year, number = month or (today.year, today.month)
    return month_keyboard(
        t,
        year,
        number,
        first=today,
        last=today + timedelta(days=DAYS_AHEAD),
        day=lambda one: DayChosen(form=form.id, day=day_number(one)),
        page=lambda year, month: MonthShown(form=form.id, year=year, month=month),
        back=button(t.plain("button-back"), StepBack(form=form.id)),
    )


def _options(t: Translator, form: Form) -> list[list[InlineKeyboardButton]]:
    match form.at:
        case Step.TIME:
            values = [(f"{at:%H:%M}", str(at.hour * 60 + at.minute)) for at in USUAL_TIMES]
            return _grid(form, values, 4)
        case Step.LENGTH:
            return _grid(form, [(t.plain("speed-minutes", count=one), str(one)) for one in LENGTHS], 2)
        case Step.COUNT:
            return _grid(form, [(str(one), str(one)) for one in range(FEWEST_SLOTS, MOST_SLOTS + 1)], 4)
        case Step.MODE:
            return _grid(form, [(_mode(t, one), one.value) for one in MeetingMode], 1)
        case Step.PLACE:
            return _grid(form, [(t.plain("speed-at-school"), AT_SCHOOL)], 1)
        case Step.LINK:
            return _grid(form, [(t.plain("speed-link-later"), NO_LINK)], 1)
    return []


def _mode(t: Translator, mode: MeetingMode) -> str:
    return t.plain(f"speed-mode-{mode.value.replace('_', '-')}")


def _grid(form: Form, values: Sequence[tuple[str, str]], columns: int) -> list[list[InlineKeyboardButton]]:
    buttons = [button(text, OptionChosen(form=form.id, value=value)) for text, value in values]
    return grid(buttons, columns)


def _last(t: Translator, form: Form) -> list[InlineKeyboardButton]:
    stop = button(t.plain("speed-stop"), FormStopped(form=form.id))
    if form.number == 1:
        return [stop]
    return [button(t.plain("button-back"), StepBack(form=form.id)), stop]


def summary(
    t: Translator,
    form: Form,
    mentor: PersonName,
    meanwhile: Sequence[tuple[datetime, str]],
    timezone: str,
) -> Screen:
    """All in words, with weekday and date, what else is at that time, and who will hear of it."""
    new = form.announced(timezone)
    what = t(
        "speed-what",
        topic=new.topic,
        who=t.name(mentor),
        when=t.moment(new.starts_at, timezone),
        until=t.time(new.ends_at, timezone),
        minutes=new.slot_minutes,
        count=new.slots,
        where=where(t, new.mode.value, new.place, new.link),
    )
    said = [
        t(
            "speed-overlap",
            at=t.time(begins, timezone),
            what=t.plain(f"speed-meanwhile-{word.replace('_', '-')}"),
        )
        for begins, word in meanwhile
    ]
    lines = [_head(t, form), what, *said, t("speed-who-hears")]
    send = [button(t.plain("speed-send"), FormSent(form=form.id))]
    return Screen(Html("\n\n".join(lines)), inline(send, _last(t, form)))


def stopped(t: Translator) -> Screen:
    return Screen(t("speed-stopped"), inline([to_list(t), menu_button(t)]))
