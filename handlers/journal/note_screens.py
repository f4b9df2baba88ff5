"""The mentor's line on a meeting, the difficulties worked on, and how the meetings of a pair went."""

from __future__ import annotations

from collections.abc import Sequence

from handlers.common.callbacks import AfterOpened, HistoryOpened
from handlers.common.keyboards import button, inline, menu_button, pager
from handlers.common.screen import Screen
from handlers.common.translator import Html, Translator
from handlers.journal.callbacks import (
    DifficultiesOpened,
    DifficultyToggled,
    LogOpened,
)
from handlers.journal.screens import blocks, difficulty_list, who
from handlers.meetings.words import kind_name
from handlers.pairing.callbacks import PairOpened
from models import MeetingStatus
from services.meeting_notes import AfterView, DifficultiesView, HistoryLine, HistoryPage
from services.names import PersonName

NOTE_SHOWN = 500
FINDINGS_SHOWN = 200
PROMPT_SHOWN = 2100
DIFFICULTIES_SHOWN = 250
PAGE_SIZE = 8


def ask_note(t: Translator, view: AfterView, timezone: str) -> Screen:
    """The line on what was done, with the one that stands there now."""
    return Screen(
        blocks(
            t("journal-ask-note", when=t.moment(view.starts_at, timezone)),
            t("journal-now", text=t.cut(view.done, PROMPT_SHOWN)) if view.done else "",
            t("journal-note-readers", who=who(t, view.others)),
        ),
        inline([button(t.plain("button-back"), AfterOpened(meeting_id=view.meeting_id))]),
    )


def ask_findings(t: Translator, view: AfterView, timezone: str) -> Screen:
    return Screen(
        blocks(
            t("journal-ask-findings", when=t.moment(view.starts_at, timezone)),
            t("journal-now", text=t.cut(view.findings, PROMPT_SHOWN)) if view.findings else "",
            t("journal-note-readers", who=who(t, view.others)),
        ),
        inline([button(t.plain("button-back"), AfterOpened(meeting_id=view.meeting_id))]),
    )


def difficulties(t: Translator, view: DifficultiesView, page: int) -> Screen:
    """Ticks; what the mentee was found to have comes first."""
    pages = max(1, -(-len(view.keys) // PAGE_SIZE))
    page = min(max(page, 0), pages - 1)
    rows = [
        [button(_ticked(t, view, key), _toggled(view, key, page))]
        for key in view.keys[page * PAGE_SIZE : (page + 1) * PAGE_SIZE]
    ]
    turns = pager(t, page, pages, lambda number: DifficultiesOpened(meeting_id=view.meeting_id, page=number))
    done = button(t.plain("journal-ready"), AfterOpened(meeting_id=view.meeting_id))
    text = t("journal-difficulties-found") if view.found else t("journal-difficulties-ask")
    return Screen(text, inline(*rows, turns, [done]))


def _ticked(t: Translator, view: DifficultiesView, key: str) -> str:
    mark = "☑" if key in view.chosen else "☐"
    return f"{mark} {t.option('difficulty', key)}"


def _toggled(view: DifficultiesView, key: str, page: int) -> DifficultyToggled:
    return DifficultyToggled(meeting_id=view.meeting_id, key=key, worked_on=key not in view.chosen, page=page)


def pairs(t: Translator, own: Sequence[tuple[int, tuple[PersonName, ...]]]) -> Screen:
    """Whose meetings?"""
    rows = [[button(who(t, names), HistoryOpened(mentorship_id=number))] for number, names in own]
    text = t("journal-history-whose") if own else t("journal-log-no-pair")
    return Screen(text, inline(*rows, [menu_button(t)]))


def history(t: Translator, page: HistoryPage, timezone: str) -> Screen:
    head = t("journal-history-title", who=who(t, page.members), total=page.total)
    lines = [_line(t, one, timezone) for one in page.lines]
    opened = [
        [button(_opened(t, one, timezone), AfterOpened(meeting_id=one.meeting_id))]
        for one in page.lines
        if page.is_own and one.status == MeetingStatus.HELD
    ]
    turns = pager(
        t, page.page, page.pages, lambda number: HistoryOpened(mentorship_id=page.mentorship_id, page=number)
    )
    if page.is_own:
        back = button(t.plain("journal-to-log"), LogOpened())
    else:
        back = button(t.plain("journal-to-pair"), PairOpened(mentorship_id=page.mentorship_id))
    empty = "" if lines else t("journal-history-empty")
    return Screen(blocks(head, *lines, empty), inline(*opened, turns, [back, menu_button(t)]))


def _opened(t: Translator, one: HistoryLine, timezone: str) -> str:
    return t.plain("journal-history-open", day=t.short_day(one.starts_at, timezone))


def _line(t: Translator, one: HistoryLine, timezone: str) -> Html:
    done, total = one.tasks
    parts = [
        t(
            f"journal-history-{one.status.value.replace('_', '-')}",
            when=t.moment(one.starts_at, timezone),
            kind=kind_name(t, one.kind),
        ),
        t("journal-history-done", text=t.cut(one.done, NOTE_SHOWN)) if one.done else "",
        t("journal-difficulties", list=_worked_on(t, one)) if one.difficulties else "",
        t("journal-findings", text=t.cut(one.findings, FINDINGS_SHOWN)) if one.findings else "",
        t("journal-history-tasks", done=done, total=total) if total else "",
    ]
    return Html("\n".join(one for one in parts if one))


def _worked_on(t: Translator, one: HistoryLine) -> str:
    return t.cut(difficulty_list(t, one.difficulties), DIFFICULTIES_SHOWN)
