"""The main menu, and the screen on which a person stands now."""

from __future__ import annotations

from collections.abc import Sequence

from aiogram.types import InlineKeyboardButton

from handlers.applications.callbacks import ApplicationContinued
from handlers.common.keyboards import button, inline
from handlers.common.menu import MenuEntry
from handlers.common.screen import Screen
from handlers.common.translator import Translator
from services.access import Actor
from services.menu import MenuState

COUNT_SHOWN_UP_TO = 99


def main_menu(t: Translator, actor: Actor, entries: Sequence[MenuEntry], state: MenuState) -> Screen:
    """A greeting, what waits, and a button for everything this person can do."""
    name = t.cut(" ".join(part for part in (actor.first_name, actor.patronymic) if part), 60)
    lines = [t("menu-greeting", name=name) if name else t("menu-greeting-nameless")]
    if state.unfinished_application is not None:
        lines.append(t("menu-unfinished"))
    if state.awaits_decision:
        lines.append(t("menu-awaits-decision"))
    if entries:
        lines.append(t("menu-choose"))
    counted = zip(entries, state.counts, strict=True)
    rows = [[_entry(t, entry, count)] for entry, count in counted if count or not entry.hides_at_zero]
    return Screen("\n\n".join(lines), inline(_continuation(t, state), *rows))


def _continuation(t: Translator, state: MenuState) -> list[InlineKeyboardButton]:
    if state.unfinished_application is None:
        return []
    return [
        button(t.plain("button-continue"), ApplicationContinued(application_id=state.unfinished_application))
    ]


def _entry(t: Translator, entry: MenuEntry, count: int) -> InlineKeyboardButton:
    text = t.plain(entry.key)
    if count > 0:
        shown = str(count) if count <= COUNT_SHOWN_UP_TO else f"{COUNT_SHOWN_UP_TO}+"
        text = f"{text} · {shown}"
    return button(text, entry.data)
