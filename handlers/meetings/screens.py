"""Meetings in words: cards and the list. Pure functions of what was read; no rules here."""

from __future__ import annotations

from collections.abc import Iterable
from zoneinfo import ZoneInfo

from aiogram.types import InlineKeyboardButton

from handlers.common.callbacks import (
    AfterOpened,
    AttendanceTold,
    AvailabilityOpened,
    CalendarFileAsked,
    CalendarOpened,
    DiaryOpened,
    TasksOpened,
)
from handlers.common.keyboards import button, inline, menu_button, pager
from handlers.common.screen import Screen
from handlers.common.translator import Translator
from handlers.meetings.callbacks import (
    CancelAsked,
    CancelConfirmed,
    FeedbackOpened,
    MeetingConfirmed,
    MeetingDeclined,
    MeetingOpened,
    MeetingsOpened,
    MoveStarted,
    ReasonAsked,
    ReasonStopped,
)
from handlers.meetings.plan_callbacks import PlanOpened
from handlers.meetings.series_callbacks import MoveAsked, SeriesListOpened, SeriesOpened, SeriesStarted
from handlers.meetings.words import kind_name, where, who
from models import MeetingStatus
from services.meeting_views import Attendee, LessonView, MeetingAction, MeetingsPage, MeetingView
from services.meetings import REASON_LIMIT

AIM_SHOWN = 300


def what(t: Translator, view: MeetingView, timezone: str) -> str:
    """Kind, time, place and the other side, a line each; of a visit also whose lesson it is."""
    lines = [
        t(
            "meetings-what",
            kind=kind_name(t, view.kind),
            when=t.moment(view.starts_at, timezone),
            minutes=view.minutes,
            place=where(t, view.mode, view.place, view.link),
            who=who(t, view.others),
        )
    ]
    if view.lesson is not None:
        lines.extend(_lesson(t, view.lesson, timezone))
    return "\n".join(lines)


def _lesson(t: Translator, lesson: LessonView, timezone: str) -> Iterable[str]:
    teacher = t.name(lesson.teacher) if lesson.teacher else t.plain("meetings-lesson-own")
    yield t("meetings-lesson", lesson=lesson.lesson or t.plain("meetings-lesson-any"), who=teacher)
    if lesson.before_at is not None:
        yield t("meetings-lesson-before", at=t.moment(lesson.before_at, timezone))
    if lesson.after_at is not None:
        yield t("meetings-lesson-after", at=t.moment(lesson.after_at, timezone))
    if lesson.aim:
        yield t("meetings-lesson-aim", aim=t.cut(lesson.aim, AIM_SHOWN))


def card(t: Translator, view: MeetingView, timezone: str) -> Screen:
    parts = [what(t, view, timezone), _group(t, view.group)]
    if view.old_starts_at is not None:
        parts.append(t("meetings-instead", when=t.moment(view.old_starts_at, timezone)))
    if view.series_id is not None and view.status in (MeetingStatus.PROPOSED, MeetingStatus.CONFIRMED):
        parts.append(t("meetings-of-series"))
    parts.append(_state(t, view))
    if view.no_reason:
        parts.append(t("meetings-no-reason", reason=t.cut(view.no_reason, REASON_LIMIT)))
    if view.by_curator:
        parts.append(t("meetings-by-curator"))
    text = "\n\n".join(part for part in parts if part)
    return Screen(text, inline(*action_rows(t, view), *_more_rows(t, view), [_to_list(t), menu_button(t)]))


def _group(t: Translator, group: Iterable[Attendee]) -> str:
    """Who of the others comes, who does not, and who has not answered yet."""
    answers: dict[bool | None, list[str]] = {True: [], False: [], None: []}
    for one in group:
        answers[one.comes].append(t.name(one.name))
    keys = {
        True: "meetings-group-come",
        False: "meetings-group-absent",
        None: "meetings-group-silent",
    }
    return "\n".join(t(keys[said], who=", ".join(names)) for said, names in answers.items() if names)


def _state(t: Translator, view: MeetingView) -> str:
    if view.status == MeetingStatus.PROPOSED:
        asked = MeetingAction.DECLINE in view.actions
        return t("meetings-state-asked") if asked else t("meetings-state-waiting")
    if view.status == MeetingStatus.CONFIRMED:
        return _confirmed_state(t, view)
    return t(f"meetings-state-{view.status.value.replace('_', '-')}")


def _confirmed_state(t: Translator, view: MeetingView) -> str:
    if MeetingAction.REPORT in view.actions:
        return _attendance_state(t, view)
    if MeetingAction.DECLINE in view.actions:
        return t("meetings-state-join")
    return t("meetings-state-confirmed") if view.takes_part else t("meetings-state-absent")


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
        rows.append([button(t.plain("meetings-move"), _move(view))])
    if MeetingAction.DECLINE in view.actions:
        rows.append([button(t.plain("meetings-decline"), MeetingDeclined(meeting_id=view.id))])
        rows.append([button(t.plain("meetings-decline-why"), ReasonAsked(meeting_id=view.id))])
    if MeetingAction.CANCEL in view.actions:
        label = "meetings-take-back" if _is_own_proposal(view) else "meetings-call-off"
        rows.append([button(t.plain(label), CancelAsked(meeting_id=view.id))])
    if MeetingAction.LEAVE in view.actions:
        rows.append([button(t.plain("meetings-leave"), CancelAsked(meeting_id=view.id))])
    if MeetingAction.REPORT in view.actions:
        rows.append(_attendance_row(t, view))
    if MeetingAction.FEEDBACK in view.actions:
        rows.append([button(t.plain("meetings-feedback"), FeedbackOpened(meeting_id=view.id))])
    return rows


def _is_own_proposal(view: MeetingView) -> bool:
    return view.status == MeetingStatus.PROPOSED and view.is_proposer


def _move(view: MeetingView) -> MoveAsked | MoveStarted:
    """A meeting of a series is moved alone or with all that follow."""
    if view.series_id is not None and view.status == MeetingStatus.CONFIRMED:
        return MoveAsked(meeting_id=view.id)
    return MoveStarted(meeting_id=view.id)


def _more_rows(t: Translator, view: MeetingView) -> list[list[InlineKeyboardButton]]:
    """What a meeting leads to: its series, the file for the calendar, what was done and agreed."""
    rows: list[list[InlineKeyboardButton]] = []
    stands = MeetingAction.CANCEL in view.actions or MeetingAction.LEAVE in view.actions
    if view.series_id is not None:
        rows.append([button(t.plain("meetings-series"), SeriesOpened(series_id=view.series_id))])
    elif MeetingAction.CANCEL in view.actions:
        rows.append([button(t.plain("meetings-repeat"), SeriesStarted(meeting_id=view.id))])
    if stands and view.status == MeetingStatus.CONFIRMED:
        rows.append([button(t.plain("meetings-file"), CalendarFileAsked(meeting_id=view.id))])
    if view.status == MeetingStatus.HELD and view.takes_part:
        rows.append([button(t.plain("meetings-after"), AfterOpened(meeting_id=view.id))])
    return rows


def _attendance_row(t: Translator, view: MeetingView) -> list[InlineKeyboardButton]:
    return [
        button(t.plain("meetings-held"), AttendanceTold(meeting_id=view.id, held=True)),
        button(t.plain("meetings-not-held"), AttendanceTold(meeting_id=view.id, held=False)),
    ]


def cancel_question(t: Translator, view: MeetingView, timezone: str) -> Screen:
    """Calling it off, taking a proposal back, or not coming while the others of a group meet."""
    if MeetingAction.LEAVE in view.actions:
        question, yes = t("meetings-leave-sure"), t.plain("meetings-leave-yes")
    elif _is_own_proposal(view):
        question = t("meetings-take-back-sure", who=who(t, view.others))
        yes = t.plain("meetings-take-back-yes")
    else:
        question = t("meetings-call-off-sure", who=who(t, view.others))
        yes = t.plain("meetings-call-off-yes")
    return Screen(
        f"{what(t, view, timezone)}\n\n{question}",
        inline(
            [button(yes, CancelConfirmed(meeting_id=view.id))],
            [button(t.plain("button-back"), MeetingOpened(meeting_id=view.id))],
        ),
    )


def ask_reason(t: Translator, view: MeetingView, timezone: str) -> Screen:
    """Why it does not suit: typed, and read by the others of the pair."""
    readers = who(t, [one.name for one in view.group] or view.others)
    return Screen(
        f"{what(t, view, timezone)}\n\n{t('meetings-ask-reason', who=readers, limit=REASON_LIMIT)}",
        inline(
            [button(t.plain("meetings-decline-silently"), MeetingDeclined(meeting_id=view.id))],
            [button(t.plain("button-back"), ReasonStopped(meeting_id=view.id))],
        ),
    )


def declined(t: Translator, view: MeetingView, timezone: str, *, with_reason: bool) -> Screen:
    """What the no has done, with a way to another time."""
    if view.status == MeetingStatus.DECLINED:
        line = t("meetings-declined-with-reason") if with_reason else t("meetings-declined-by-you")
        again = [button(t.plain("meetings-propose-another"), PlanOpened(mentorship_id=view.mentorship_id))]
    else:
        line, again = t("meetings-absent-by-you"), []
    shown = card(t, view, timezone).under(line)
    rows = shown.keyboard.inline_keyboard if shown.keyboard else []
    return Screen(shown.text, inline(again, *rows))


def my_meetings(t: Translator, page: MeetingsPage, timezone: str) -> Screen:
    text = t("meetings-list") if page.meetings else t("meetings-list-empty")
    items = [[button(_item(t, view, timezone), MeetingOpened(meeting_id=view.id))] for view in page.meetings]
    turning = pager(t, page.page, page.pages, lambda number: MeetingsOpened(page=number))
    return Screen(text, inline(*items, turning, *_list_rows(t, page), [menu_button(t)]))


def _list_rows(t: Translator, page: MeetingsPage) -> list[list[InlineKeyboardButton]]:
    """What belongs to meetings and is reached from their list."""
    rows: list[list[InlineKeyboardButton]] = []
    if page.may_propose:
        rows.append([button(t.plain("meetings-propose"), PlanOpened())])
    if page.series:
        rows.append([button(t.plain("meetings-series-list", count=page.series), SeriesListOpened())])
    notes = [button(t.plain("meetings-tasks"), TasksOpened())]
    if page.keeps_diary:
        notes.append(button(t.plain("meetings-diary"), DiaryOpened()))
    rows.append(notes)
    rows.append([button(t.plain("meetings-times"), AvailabilityOpened())])
    rows.append([button(t.plain("meetings-calendar"), CalendarOpened())])
    return rows


def _item(t: Translator, view: MeetingView, timezone: str) -> str:
    """One line of the list; what waits for this person's word is marked."""
    local = view.starts_at.astimezone(ZoneInfo(timezone))
    needs_answer = MeetingAction.DECLINE in view.actions or (
        MeetingAction.REPORT in view.actions and view.my_report is None
    )
    mark = "waiting" if needs_answer else view.status.value.replace("_", "-")
    return t.plain(f"meetings-item-{mark}", when=f"{local:%d.%m %H:%M}", who=who(t, view.others))


def _to_list(t: Translator) -> InlineKeyboardButton:
    return button(t.plain("meetings-to-list"), MeetingsOpened())
