"""The steps of a plan in words: pair, kind, day, time, place, the lesson that is visited, the summary. Pure
functions of what was read; no rules here.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from aiogram.types import InlineKeyboardButton

from handlers.common.calendar import month_keyboard
from handlers.common.days import day_number
from handlers.common.keyboards import button, grid, inline
from handlers.common.screen import Screen
from handlers.common.translator import Translator
from handlers.errors import key_of
from handlers.meetings import words
from handlers.meetings.callbacks import (
    DayChosen,
    FormCancelled,
    FormConfirmed,
    FormRestarted,
    KindChosen,
    MonthShown,
    PairChosen,
    PlaceChosen,
    StepBack,
    TimeChosen,
)
from handlers.meetings.form import NO_AIM, Form, at_minutes
from handlers.meetings.plan_callbacks import (
    AimSkipped,
    LessonChosen,
    PlaceAsked,
    TalkToggled,
    TeacherChosen,
)
from handlers.meetings.plan_screens import where_words
from handlers.meetings.words import kind_name, who
from models import MeetingMode
from services.errors import ServiceError
from services.meeting_phrases import Problem
from services.meeting_planning import LessonDay, PlanView, Talks, TeacherView, Warnings
from services.meeting_times import DAYS_AHEAD
from services.meeting_views import PairView

PLACES = {
    "school": MeetingMode.IN_PERSON,
    "online": MeetingMode.ONLINE,
    "mixed": MeetingMode.MIXED,
}
TIME_COLUMNS = 4
AIM_SHOWN = 600


def _head(t: Translator, form: Form) -> str:
    return t("planning-form-move") if form.replaces_id else t("planning-form-new")


def _asking(t: Translator, form: Form, question: str) -> str:
    return f"{_head(t, form)}\n\n{question}"


def _back_row(t: Translator, form: Form) -> list[InlineKeyboardButton]:
    back = button(t.plain("button-back"), StepBack(form=form.id))
    cancel = button(t.plain("planning-cancel"), FormCancelled(form=form.id))
    return [back, cancel] if form.is_begun else [cancel]


def pair_step(t: Translator, form: Form, pairs: Sequence[PairView]) -> Screen:
    choices = [
        [button(who(t, pair.others), PairChosen(form=form.id, mentorship_id=pair.mentorship_id))]
        for pair in pairs
    ]
    return Screen(_asking(t, form, t("planning-ask-pair")), inline(*choices, _back_row(t, form)))


def kind_step(t: Translator, form: Form, view: PlanView) -> Screen:
    choices = []
    for kind in view.kinds:
        name = kind_name(t, kind)
        label = t.plain("planning-kind-likely", kind=name) if kind == view.kinds[0] else name
        choices.append([button(label, KindChosen(form=form.id, kind=kind.value))])
    return Screen(_asking(t, form, t("planning-ask-kind")), inline(*choices, _back_row(t, form)))


def day_step(t: Translator, form: Form, today: date, month: tuple[int, int] | None = None) -> Screen:
    calendar = month_keyboard(
        t,
        *(month or (today.year, today.month)),
        first=today,
        last=today + timedelta(days=DAYS_AHEAD),
        day=lambda day: DayChosen(form=form.id, day=day_number(day)),
        page=lambda year, number: MonthShown(form=form.id, year=year, month=number),
        back=button(t.plain("button-back"), StepBack(form=form.id)),
    )
    soon = [
        button(t.plain("planning-today"), DayChosen(form=form.id, day=day_number(today))),
        button(
            t.plain("planning-tomorrow"),
            DayChosen(form=form.id, day=day_number(today + timedelta(days=1))),
        ),
    ]
    cancel = button(t.plain("planning-cancel"), FormCancelled(form=form.id))
    return Screen(_asking(t, form, t("planning-ask-day")), inline(soon, *calendar.inline_keyboard, [cancel]))


def time_step(t: Translator, form: Form, times: Sequence[time]) -> Screen:
    day = t.date(date.fromisoformat(form.day))
    question = t("planning-ask-time", day=day) if times else t("planning-ask-time-typed", day=day)
    buttons = [
        button(f"{at:%H:%M}", TimeChosen(form=form.id, minutes=at.hour * 60 + at.minute)) for at in times
    ]
    return Screen(_asking(t, form, question), inline(*grid(buttons, TIME_COLUMNS), _back_row(t, form)))


def bell_step(t: Translator, form: Form, lessons: LessonDay, timezone: str) -> Screen:
    """Which lesson of the day: those that the teacher has are marked."""
    day = t.date(date.fromisoformat(form.day))
    rows = []
    for number, starts_at, ends_at, is_own in lessons.lessons:
        key = "planning-bell-own" if is_own else "planning-bell"
        label = t.plain(
            key, number=number, since=t.time(starts_at, timezone), until=t.time(ends_at, timezone)
        )
        rows.append([button(label, LessonChosen(form=form.id, number=number))])
    question = t("planning-ask-bell", day=day) if rows else t("planning-ask-bell-typed", day=day)
    return Screen(_asking(t, form, question), inline(*rows, _back_row(t, form)))


def place_step(t: Translator, form: Form, view: PlanView) -> Screen:
    choices = [
        [button(t.plain(f"planning-place-{place}"), PlaceChosen(form=form.id, place=place))]
        for place in PLACES
    ]
    question = t("planning-ask-place", where=where_words(t, form.where), who=who(t, view.others))
    return Screen(_asking(t, form, question), inline(*choices, _back_row(t, form)))


def teacher_step(t: Translator, form: Form, teachers: Sequence[TeacherView]) -> Screen:
    rows = [
        [
            button(
                t.plain("planning-own-lesson") if one.name is None else t.name(one.name),
                TeacherChosen(form=form.id, person_id=one.person_id),
            )
        ]
        for one in teachers
    ]
    return Screen(_asking(t, form, t("planning-ask-teacher")), inline(*rows, _back_row(t, form)))


def lesson_step(t: Translator, form: Form, view: PlanView) -> Screen:
    question = t("planning-ask-lesson", who=who(t, view.others))
    return Screen(_asking(t, form, question), inline(_back_row(t, form)))


def aim_step(t: Translator, form: Form, view: PlanView) -> Screen:
    skip = button(t.plain("planning-skip"), AimSkipped(form=form.id))
    question = t("planning-ask-aim", who=who(t, view.others))
    return Screen(_asking(t, form, question), inline([skip], _back_row(t, form)))


def summary_step(
    t: Translator,
    form: Form,
    view: PlanView,
    starts_at: datetime,
    timezone: str,
    warned: Warnings,
    talks: Talks | None,
) -> Screen:
    """Everything once more before it is sent, with the weekday and the date in words."""
    lines = [
        _head(t, form),
        t(
            "planning-summary",
            kind=kind_name(t, form.chosen_kind()),
            when=t.moment(starts_at, timezone),
            minutes=form.minutes,
            where=where_words(t, form.where),
            who=who(t, view.others),
        ),
    ]
    if talks is not None:
        lines.append(_visit(t, form, talks, timezone))
    if starts_at.astimezone(ZoneInfo(timezone)).time().replace(tzinfo=None) != at_minutes(form.at):
        lines.append(t("planning-warn-shifted"))
    lines.extend(_warnings(t, form, warned))
    lines.append(t("planning-summary-ask", who=who(t, view.others)))
    send = button(t.plain("planning-send"), FormConfirmed(form=form.id))
    place = button(t.plain("planning-place"), PlaceAsked(form=form.id))
    toggles = _talk_rows(t, form) if talks is not None else []
    return Screen("\n\n".join(lines), inline([send], *toggles, [place], _back_row(t, form)))


def _visit(t: Translator, form: Form, talks: Talks, timezone: str) -> str:
    lines = [t("planning-visit-lesson", lesson=form.lesson)]
    if form.aim != NO_AIM:
        lines.append(t("planning-visit-aim", aim=t.cut(form.aim, AIM_SHOWN)))
    if form.before:
        lines.append(t("planning-visit-before", at=t.time(talks.before_at, timezone)))
    if form.after:
        lines.append(t("planning-visit-after", at=t.time(talks.after_at, timezone)))
    return "\n".join(lines)


def _talk_rows(t: Translator, form: Form) -> list[list[InlineKeyboardButton]]:
    before = t.plain("planning-talk-before-on" if form.before else "planning-talk-before-off")
    after = t.plain("planning-talk-after-on" if form.after else "planning-talk-after-off")
    return [
        [button(before, TalkToggled(form=form.id, before=True, on=not form.before))],
        [button(after, TalkToggled(form=form.id, before=False, on=not form.after))],
    ]


def _warnings(t: Translator, form: Form, warned: Warnings) -> list[str]:
    lines = []
    if warned.is_night:
        lines.append(t("planning-warn-night"))
    if warned.is_lesson and not form.is_visit:
        lines.append(t("planning-warn-lesson"))
    if warned.is_day_off:
        lines.append(t("planning-warn-day-off"))
    lines += words.events(t, warned.events)
    return lines


def refusal(t: Translator, error: ServiceError) -> str:
    """Why a typed answer can't be taken; the same question stands below it."""
    return t(key_of(error), **error.fields)


def problem(t: Translator, found: Problem) -> str:
    return t(f"planning-problem-{found.value}")


def resumed(t: Translator, form: Form, screen: Screen) -> Screen:
    """The screen of a plan that was left half-filled, with a way to begin anew."""
    anew = button(t.plain("planning-anew"), FormRestarted(form=form.id))
    rows = screen.keyboard.inline_keyboard if screen.keyboard else []
    return Screen(f"{t('planning-resumed')}\n\n{screen.text}", inline(*rows, [anew]))
