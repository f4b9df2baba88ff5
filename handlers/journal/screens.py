"""After a meeting in words: what waits for a word, what took place, what the curator is to say. Pure
functions of what was read; no rules here.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta

from aiogram.types import InlineKeyboardButton

from handlers.common.callbacks import AfterOpened, AttendanceTold, HistoryOpened, Nothing
from handlers.common.days import day_number
from handlers.common.keyboards import button, inline, menu_button, pager
from handlers.common.screen import Screen
from handlers.common.translator import Html, Translator
from handlers.journal.callbacks import (
    AnotherMeetingSaid,
    DiaryStarted,
    DifficultiesOpened,
    FindingsAsked,
    LogDayAsked,
    LoggedKindAsked,
    LoggedKindChosen,
    LogOpened,
    LogTakenBack,
    MeetingLogged,
    NoteAsked,
    SameMeetingSaid,
    TaskOpened,
    TaskStarted,
    TrialOpened,
)
from handlers.meetings.callbacks import FeedbackOpened
from handlers.meetings.plan_callbacks import PlanOpened
from handlers.meetings.words import kind_name
from models import MeetingKind, MeetingStatus
from services.attendance import DisputeView, MissedView
from services.meeting_log import Logged, LogView
from services.meeting_notes import AfterView
from services.meeting_tasks import TaskView
from services.meeting_views import MeetingView, PairView
from services.names import PersonName

NOTE_SHOWN = 900
FINDINGS_SHOWN = 600
TASK_SHOWN = 120
TASKS_SHOWN = 5
DIFFICULTIES_SHOWN = 400
WHO_SHOWN = 200
MISSED_SHOWN = 5


def blocks(*several: str) -> Html:
    """Blocks of markup with an empty line between them; empty ones are left out."""
    return Html("\n\n".join(one for one in several if one))


def who(t: Translator, names: Sequence[PersonName]) -> str:
    return t.cut(", ".join(t.name(name) for name in names), WHO_SHOWN)


# ---- the log


def log(t: Translator, view: LogView, timezone: str) -> Screen:
    """What waits for a word comes first; below it a row of days for every pair."""
    lines = [
        t("journal-log-line", number=number, when=t.moment(one.starts_at, timezone), who=who(t, one.others))
        for number, one in enumerate(view.waiting, start=1)
    ]
    rows = []
    for number, one in enumerate(view.waiting, start=1):
        mark = f"{number} · " if len(view.waiting) > 1 else ""
        rows.append(
            [
                button(mark + t.plain("journal-held"), AttendanceTold(meeting_id=one.meeting_id, held=True)),
                button(
                    mark + t.plain("journal-not-held"), AttendanceTold(meeting_id=one.meeting_id, held=False)
                ),
            ]
        )
    waiting = blocks(t("journal-log-waiting"), Html("\n".join(lines))) if lines else ""
    unplanned = t("journal-log-unplanned") if view.pairs else t("journal-log-no-pair")
    turns = pager(t, view.page, view.pages, lambda page: LogOpened(page=page, pairs=view.pairs_page))
    days = [row for pair in view.pairs for row in _day_rows(t, pair, view)]
    days.append(
        pager(t, view.pairs_page, view.pairs_pages, lambda page: LogOpened(page=view.page, pairs=page))
    )
    past = [button(t.plain("journal-history"), HistoryOpened())] if view.pairs else []
    return Screen(
        blocks(t("journal-log"), waiting, unplanned), inline(*rows, turns, *days, past, [menu_button(t)])
    )


def _day_rows(t: Translator, pair: PairView, view: LogView) -> list[list[InlineKeyboardButton]]:
    has_several = len(view.pairs) > 1 or view.pairs_pages > 1
    names = [[button(who(t, pair.others), Nothing())]] if has_several else []
    today, yesterday = view.today, view.today - timedelta(days=1)
    return [
        *names,
        [
            button(t.plain("journal-today"), _logged_on(pair, today)),
            button(t.plain("journal-yesterday"), _logged_on(pair, yesterday)),
            button(t.plain("journal-other-day"), LogDayAsked(mentorship_id=pair.mentorship_id)),
        ],
    ]


def _logged_on(pair: PairView, day: date) -> MeetingLogged:
    return MeetingLogged(mentorship_id=pair.mentorship_id, day=day_number(day))


def ask_day(t: Translator, pair: PairView) -> Screen:
    return Screen(
        t("journal-ask-day", who=who(t, pair.others)), inline([button(t.plain("button-back"), LogOpened())])
    )


def maybe_same(t: Translator, one: Logged, timezone: str) -> Screen:
    """The pair has a meeting of that day already: is it the one that is meant?"""
    key = "journal-noted-already" if one.is_mine else "journal-maybe-same"
    text = t(
        key,
        kind=kind_name(t, one.kind),
        when=t.moment(one.starts_at, timezone),
        who=who(t, one.others),
    )
    apart = AnotherMeetingSaid(
        mentorship_id=one.mentorship_id, day=day_number(one.day), minutes=one.at_minutes
    )
    if one.is_mine:
        same = button(t.plain("journal-open-noted"), AfterOpened(meeting_id=one.meeting_id))
    else:
        same = button(t.plain("journal-same-yes"), SameMeetingSaid(meeting_id=one.meeting_id))
    return Screen(
        text,
        inline(
            [same],
            [button(t.plain("journal-same-no"), apart)],
            [button(t.plain("button-back"), LogOpened()), menu_button(t)],
        ),
    )


def kinds(t: Translator, meeting_id: int, offered: Sequence[MeetingKind]) -> Screen:
    rows = [
        [button(kind_name(t, kind), LoggedKindChosen(meeting_id=meeting_id, kind=kind.value))]
        for kind in offered
    ]
    back = button(t.plain("button-back"), AfterOpened(meeting_id=meeting_id))
    return Screen(t("journal-ask-kind"), inline(*rows, [back]))


def taken_back(t: Translator) -> Screen:
    again = button(t.plain("journal-to-log"), LogOpened())
    return Screen(t("journal-taken-back"), inline([again], [menu_button(t)]))


# ---- after a meeting


def after(t: Translator, view: AfterView, timezone: str) -> Screen:
    """What was written down of a meeting that took place, and what may be added."""
    return Screen(
        blocks(
            t(
                "journal-after",
                kind=kind_name(t, view.kind),
                when=t.moment(view.starts_at, timezone),
                who=who(t, view.others),
            ),
            _state(t, view),
            *_written(t, view),
            t("journal-agreed", tasks=Html(_task_lines(t, view.tasks))) if view.tasks else "",
        ),
        inline(*_after_rows(t, view), [button(t.plain("journal-history"), _history(view)), menu_button(t)]),
    )


def _history(view: AfterView) -> HistoryOpened:
    return HistoryOpened(mentorship_id=view.mentorship_id)


def _state(t: Translator, view: AfterView) -> str:
    if view.status == MeetingStatus.CONFIRMED:
        return t("meetings-state-you-said-held")
    return t(f"meetings-state-{view.status.value.replace('_', '-')}")


def _written(t: Translator, view: AfterView) -> list[str]:
    return [
        t("journal-done", text=t.cut(view.done, NOTE_SHOWN)) if view.done else "",
        t("journal-difficulties", list=difficulty_list(t, view.difficulties)) if view.difficulties else "",
        t("journal-findings", text=t.cut(view.findings, FINDINGS_SHOWN)) if view.findings else "",
    ]


def difficulty_list(t: Translator, keys: Sequence[str]) -> str:
    return t.cut(", ".join(t.option("difficulty", key) for key in keys), DIFFICULTIES_SHOWN)


def _task_lines(t: Translator, tasks: Sequence[TaskView]) -> str:
    lines = [task_line(t, one) for one in tasks[:TASKS_SHOWN]]
    left = len(tasks) - len(lines)
    return "\n".join([*lines, t("journal-agreed-more", count=left)] if left else lines)


def task_line(t: Translator, one: TaskView) -> str:
    """«• 25.11.2026 · Anna P.: bring the plan», marked when done or overdue."""
    mark = "done" if one.is_done else "overdue" if one.is_overdue else "open"
    return t(
        f"journal-task-line-{mark}",
        day=t.short_date(one.due_on),
        who=t.plain("journal-you") if one.is_mine else t.name(one.responsible),
        text=t.cut(one.text, TASK_SHOWN),
    )


def _after_rows(t: Translator, view: AfterView) -> list[list[InlineKeyboardButton]]:
    number = view.meeting_id
    rows: list[list[InlineKeyboardButton]] = []
    if view.may_say_trial:
        key = "journal-trial-change-mind" if view.trial else "journal-trial-say"
        rows.append([button(t.plain(key), TrialOpened(meeting_id=number))])
    if view.may_note:
        key = "journal-note-edit" if view.done else "journal-note-write"
        rows.append([button(t.plain(key), NoteAsked(meeting_id=number))])
        rows.append([button(t.plain("journal-difficulties-tick"), DifficultiesOpened(meeting_id=number))])
    if view.may_find:
        rows.append([button(t.plain("journal-findings-write"), FindingsAsked(meeting_id=number))])
    if view.may_answer:
        rows.append([button(t.plain("meetings-feedback"), FeedbackOpened(meeting_id=number))])
    if view.may_add_task:
        add = TaskStarted(mentorship_id=view.mentorship_id, meeting_id=number)
        rows.append([button(t.plain("journal-task-add"), add)])
        rows.append([button(t.plain("journal-plan-next"), PlanOpened(mentorship_id=view.mentorship_id))])
    rows += [
        [button(t.plain("journal-task-open", text=one.text), TaskOpened(task_id=one.id))]
        for one in view.tasks[:TASKS_SHOWN]
        if one.may_finish and not one.is_done
    ]
    if view.is_mentor:
        rows.append([button(t.plain("journal-diary-about"), DiaryStarted(meeting_id=number))])
    if view.may_rename:
        rows.append([button(t.plain("journal-rename"), LoggedKindAsked(meeting_id=number))])
    if view.may_take_back:
        rows.append([button(t.plain("journal-take-back"), LogTakenBack(meeting_id=number))])
    return rows


def not_held(t: Translator, view: MeetingView, timezone: str, *, may_plan: bool) -> Screen:
    """The person said that there was no meeting: what that means, and the way to the next one."""
    key = "meetings-state-not-held"
    if view.status == MeetingStatus.DISPUTED:
        key = "meetings-state-disputed"
    elif view.status == MeetingStatus.HELD:
        key = "journal-held-without-you"
    elif view.status == MeetingStatus.CONFIRMED:
        key = "meetings-state-you-said-not-held"
    plan = [button(t.plain("journal-plan-again"), PlanOpened(mentorship_id=view.mentorship_id))]
    correct = [button(t.plain("journal-correct-held"), AttendanceTold(meeting_id=view.id, held=True))]
    waits = view.status == MeetingStatus.CONFIRMED
    return Screen(
        blocks(
            t("meetings-thanks"),
            t(
                "journal-after",
                kind=kind_name(t, view.kind),
                when=t.moment(view.starts_at, timezone),
                who=who(t, view.others),
            ),
            t(key),
        ),
        inline(plan if may_plan else [], correct if waits else [], [menu_button(t)]),
    )


# ---- for the curator


def dispute(t: Translator, view: DisputeView, timezone: str) -> Html:
    """Who says what; the buttons are the business of the alert's card."""
    says = [
        t("meetings-says-held", who=t.name(name)) if held else t("meetings-says-not-held", who=t.name(name))
        for name, held in view.says
    ]
    head = t("meetings-disputed", kind=kind_name(t, view.kind), when=t.moment(view.starts_at, timezone))
    return blocks(head, Html("\n".join(says)))


def silent(t: Translator, view: DisputeView, timezone: str) -> str:
    return t(
        "journal-silent",
        kind=kind_name(t, view.kind),
        when=t.moment(view.starts_at, timezone),
        who=who(t, view.members),
    )


def missed(t: Translator, view: MissedView, timezone: str) -> str:
    days = ", ".join(t.short_day(at, timezone) for at in view.missed[:MISSED_SHOWN])
    return t("journal-missed", count=len(view.missed), who=who(t, view.members), days=days)


def judged(t: Translator, view: DisputeView, timezone: str) -> Screen:
    """What the curator has decided."""
    decided = (
        t("meetings-judged-held") if view.status == MeetingStatus.HELD else t("meetings-judged-not-held")
    )
    head = dispute(t, view, timezone) if view.says else Html(silent(t, view, timezone))
    return Screen(blocks(head, decided), inline([menu_button(t)]))


def reminded(t: Translator) -> Screen:
    return Screen(t("journal-reminded"), inline([menu_button(t)]))
