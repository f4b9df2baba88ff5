"""What a pair agreed to do, in words: the list, a card, the questions of a new one."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta

from aiogram.types import InlineKeyboardButton

from handlers.common.callbacks import AfterOpened, TasksOpened
from handlers.common.days import day_number
from handlers.common.keyboards import button, inline, menu_button, pager
from handlers.common.screen import Screen
from handlers.common.translator import Html, Translator
from handlers.journal.callbacks import (
    TaskDone,
    TaskDropped,
    TaskDueAsked,
    TaskDueChanged,
    TaskDueChosen,
    TaskForChosen,
    TaskFormBack,
    TaskOpened,
    TaskStarted,
)
from handlers.journal.form import Form
from handlers.journal.screens import blocks, task_line, who
from handlers.meetings.callbacks import MeetingsOpened
from services.meeting_tasks import TaskChoices, TasksPage, TaskView
from services.names import PersonName

WEEK = timedelta(days=7)


def tasks(t: Translator, page: TasksPage) -> Screen:
    key = "open" if page.is_open else "finished"
    lines = [task_line(t, one) for one in page.tasks]
    rows = [[button(_item(t, one), TaskOpened(task_id=one.id))] for one in page.tasks]
    turns = pager(t, page.page, page.pages, lambda number: TasksOpened(page=number, is_open=page.is_open))
    add = [button(t.plain("journal-task-add"), TaskStarted())] if page.may_add and page.is_open else []
    other = TasksOpened(is_open=not page.is_open)
    switch = button(t.plain("journal-tasks-finished" if page.is_open else "journal-tasks-open"), other)
    body = Html("\n".join(lines)) if lines else t(f"journal-tasks-{key}-empty")
    back = button(t.plain("journal-to-meetings"), MeetingsOpened())
    return Screen(
        blocks(t(f"journal-tasks-{key}-title"), body),
        inline(*rows, turns, add, [switch], [back, menu_button(t)]),
    )


def _item(t: Translator, one: TaskView) -> str:
    mark = "done" if one.is_done else "overdue" if one.is_overdue else "open"
    return t.plain(f"journal-task-item-{mark}", text=one.text)


def card(t: Translator, one: TaskView) -> Screen:
    return Screen(
        blocks(
            t(
                "journal-task-card",
                text=one.text,
                who=t.plain("journal-you") if one.is_mine else t.name(one.responsible),
                day=t.date(one.due_on),
            ),
            _state(t, one),
            t("journal-task-seen-by", who=who(t, one.others)),
        ),
        inline(*_rows(one, t), *_back_rows(t, one)),
    )


def _state(t: Translator, one: TaskView) -> str:
    if one.is_dropped:
        return t("journal-task-dropped")
    if one.is_done:
        return t("journal-task-done")
    return t("journal-task-overdue") if one.is_overdue else ""


def _rows(one: TaskView, t: Translator) -> list[list[InlineKeyboardButton]]:
    rows = []
    if one.may_finish and not one.is_done:
        rows.append([button(t.plain("journal-task-finish"), TaskDone(task_id=one.id))])
    elif one.may_finish:
        rows.append([button(t.plain("journal-task-reopen"), TaskDone(task_id=one.id, done=False))])
    if one.may_change:
        rows.append([button(t.plain("journal-task-move"), TaskDueAsked(task_id=one.id))])
        rows.append([button(t.plain("journal-task-drop"), TaskDropped(task_id=one.id))])
    return rows


def _back_rows(t: Translator, one: TaskView) -> list[list[InlineKeyboardButton]]:
    meeting = []
    if one.meeting_id is not None:
        meeting = [button(t.plain("journal-to-meeting"), AfterOpened(meeting_id=one.meeting_id))]
    return [meeting, [button(t.plain("journal-to-tasks"), TasksOpened()), menu_button(t)]]


def pairs(t: Translator, own: Sequence[tuple[int, tuple[PersonName, ...]]]) -> Screen:
    """With whom was it agreed?"""
    rows = [[button(who(t, names), TaskStarted(mentorship_id=number))] for number, names in own]
    text = t("journal-task-whose") if own else t("journal-log-no-pair")
    return Screen(text, inline(*rows, [button(t.plain("journal-to-tasks"), TasksOpened()), menu_button(t)]))


def ask_text(t: Translator, form: Form, choices: TaskChoices) -> Screen:
    back = AfterOpened(meeting_id=form.meeting_id) if form.meeting_id else TasksOpened()
    return Screen(
        t("journal-task-ask", who=who(t, choices.others)), inline([button(t.plain("button-back"), back)])
    )


def ask_who(t: Translator, form: Form, choices: TaskChoices) -> Screen:
    rows = [
        [
            button(
                t.plain("journal-task-me") if is_me else t.name(name),
                TaskForChosen(form=form.id, person_id=person_id),
            )
        ]
        for person_id, name, is_me in choices.people
    ]
    if choices.mentees > 1:
        rows.append([button(t.plain("journal-task-all"), TaskForChosen(form=form.id, person_id=0))])
    back = button(t.plain("button-back"), TaskFormBack(form=form.id))
    return Screen(t("journal-task-ask-who", text=form.text), inline(*rows, [back]))


def ask_due(t: Translator, form: Form, choices: TaskChoices) -> Screen:
    rows = [[button(label, _due(form, day))] for label, day in _days(t, choices)]
    back = button(t.plain("button-back"), TaskFormBack(form=form.id))
    return Screen(t("journal-task-ask-due", text=form.text), inline(*rows, [back]))


def _due(form: Form, day: date) -> TaskDueChosen:
    return TaskDueChosen(form=form.id, day=day_number(day))


def _days(t: Translator, choices: TaskChoices) -> list[tuple[str, date]]:
    days: list[tuple[str, date]] = []
    if choices.next_meeting is not None:
        label = t.plain("journal-due-meeting", day=t.date(choices.next_meeting))
        days.append((label, choices.next_meeting))
    for key, day in (
        ("journal-due-week", choices.today + WEEK),
        ("journal-due-two-weeks", choices.today + 2 * WEEK),
    ):
        days.append((t.plain(key, day=t.date(day)), day))
    return days


def ask_move(t: Translator, one: TaskView, choices: TaskChoices) -> Screen:
    rows = [
        [button(label, TaskDueChanged(task_id=one.id, day=day_number(day)))]
        for label, day in _days(t, choices)
    ]
    back = button(t.plain("button-back"), TaskOpened(task_id=one.id))
    return Screen(t("journal-task-ask-move", text=one.text, day=t.date(one.due_on)), inline(*rows, [back]))


def added(t: Translator, made: Sequence[TaskView]) -> Screen:
    """What was agreed, in words, and a way to agree on more."""
    one = made[0]
    body = Html("\n".join(task_line(t, task) for task in made))
    more = TaskStarted(mentorship_id=one.mentorship_id, meeting_id=one.meeting_id or 0)
    return Screen(
        blocks(t("journal-task-added"), body, t("journal-task-seen-by", who=who(t, one.others))),
        inline([button(t.plain("journal-task-more"), more)], *_back_rows(t, one)),
    )
