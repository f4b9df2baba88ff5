"""The main menu, and the screen on which a person stands now."""

# keys: menu-role-status-*

from __future__ import annotations

from collections.abc import Sequence

from aiogram.types import InlineKeyboardButton

from handlers.applications.callbacks import ApplicationContinued
from handlers.common.keyboards import button, inline, menu_button
from handlers.common.menu import MenuEntry
from handlers.common.roles import ROLE_KEYS
from handlers.common.screen import Screen
from handlers.common.translator import Html, Translator
from handlers.joining.callbacks import SearchStarted
from handlers.menu.callbacks import RoleShown, RolesOpened
from models import MembershipStatus
from services import role_choice
from services.access import Actor, Participation
from services.menu import MenuState

COUNT_SHOWN_UP_TO = 99
ROLES_LISTED = 20
"""So many fit into one message; nobody has more."""


def main_menu(t: Translator, actor: Actor, entries: Sequence[MenuEntry], state: MenuState) -> Screen:
    """A greeting, what waits, and a button for everything this person can do."""
    lines = [_greeting(t, actor)]
    if state.unfinished_application is not None:
        lines.append(t("menu-unfinished"))
    if state.awaits_decision:
        is_with_head = state.waiting is not None and state.waiting.is_with_head
        lines.append(t("menu-awaits-head" if is_with_head else "menu-awaits-decision"))
    if entries:
        lines.append(t("menu-choose"))
    rows = [_continuation(t, state), _waiting(t, state), *_rows(t, actor, entries, state)]
    return Screen("\n\n".join(lines), inline(*rows))


def _rows(
    t: Translator, actor: Actor, entries: Sequence[MenuEntry], state: MenuState
) -> list[list[InlineKeyboardButton]]:
    """A button for each entry; of short ones two in a row, so that the menu stays on one screen."""
    counted = zip(entries, state.counts, strict=True)
    shown = [(entry, count) for entry, count in counted if count or not entry.hides_at_zero]
    buttons = [(_entry(t, entry, count), entry.is_short) for entry, count in shown]
    has_choice = len(role_choice.choices(actor)) > 1
    buttons += [(one, not has_choice) for one in _roles(t, actor)]
    rows: list[list[InlineKeyboardButton]] = []
    has_room = False
    for one, is_short in buttons:
        if is_short and has_room:
            rows[-1].append(one)
        else:
            rows.append([one])
        has_room = is_short and not has_room
    return rows


def _greeting(t: Translator, actor: Actor) -> str:
    """Who is greeted, and as whom, when one of several participations is shown."""
    name = t.cut(" ".join(part for part in (actor.first_name, actor.patronymic) if part), 60)
    greeting = t("menu-greeting", name=name) if name else t("menu-greeting-nameless")
    if actor.shown is None:
        return greeting
    shown = t("menu-shown", role=t.plain(ROLE_KEYS[actor.shown.role]), organization=_place(t, actor.shown))
    return Html(f"{greeting}\n{shown}")


def _place(t: Translator, one: Participation, limit: int = 120) -> str:
    return t.cut(one.organization_name, limit)


def _roles(t: Translator, actor: Actor) -> list[InlineKeyboardButton]:
    """The way to one's own roles; who has several sees at once which are shown."""
    if not actor.participations:
        return []
    if len(role_choice.choices(actor)) < 2:
        return [button(t.plain("menu-roles"), RolesOpened())]
    if actor.shown is None:
        return [button(t.plain("menu-showing-all"), RolesOpened())]
    role = t.plain(ROLE_KEYS[actor.shown.role])
    return [
        button(t.plain("menu-showing", role=role, organization=_place(t, actor.shown, 30)), RolesOpened())
    ]


def roles(t: Translator, actor: Actor) -> Screen:
    """The roles of a person, one of which may be shown alone; and the way to one more."""
    listed = [_role_line(t, one) for one in actor.participations if one.status != MembershipStatus.LEFT]
    lines = [t("menu-roles-title"), "\n".join(listed[:ROLES_LISTED]) or t("menu-roles-none")]
    choices = role_choice.choices(actor)
    rows = [[_choice(t, one, actor)] for one in choices[:ROLES_LISTED]] if len(choices) > 1 else []
    if rows:
        lines.append(t("menu-roles-hint"))
        key = "menu-roles-all-chosen" if actor.shown is None else "menu-roles-all"
        rows.append([button(t.plain(key), RoleShown(membership_id=0))])
    more = [button(t.plain("menu-roles-more"), SearchStarted())]
    return Screen("\n\n".join(lines), inline(*rows, more, [menu_button(t)]))


def _role_line(t: Translator, one: Participation) -> str:
    return t(
        "menu-role-line",
        role=t.plain(ROLE_KEYS[one.role]),
        organization=_place(t, one),
        status=t.plain(f"menu-role-status-{one.status.value}"),
    )


def _choice(t: Translator, one: Participation, actor: Actor) -> InlineKeyboardButton:
    key = "menu-role-chosen" if one == actor.shown else "menu-role-choice"
    text = t.plain(key, role=t.plain(ROLE_KEYS[one.role]), organization=_place(t, one, 40))
    return button(text, RoleShown(membership_id=one.membership_id))


def _continuation(t: Translator, state: MenuState) -> list[InlineKeyboardButton]:
    if state.unfinished_application is None:
        return []
    return [
        button(t.plain("button-continue"), ApplicationContinued(application_id=state.unfinished_application))
    ]


def _waiting(t: Translator, state: MenuState) -> list[InlineKeyboardButton]:
    if state.waiting is None:
        return []
    return [button(t.plain("button-my-application"), ApplicationContinued(application_id=state.waiting.id))]


def _entry(t: Translator, entry: MenuEntry, count: int) -> InlineKeyboardButton:
    text = t.plain(entry.key)
    if count > 0:
        shown = str(count) if count <= COUNT_SHOWN_UP_TO else f"{COUNT_SHOWN_UP_TO}+"
        text = f"{text} · {shown}"
    return button(text, entry.data)
