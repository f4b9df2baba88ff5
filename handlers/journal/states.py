"""What the next typed message means while something is written down after a meeting."""

from __future__ import annotations

from aiogram.fsm.state import State, StatesGroup


class JournalForm(StatesGroup):
    log_day = State()
    note = State()
    findings = State()
    task_text = State()
    task_who = State()
    task_due = State()
    task_move = State()
    diary_text = State()
    diary_edit = State()
