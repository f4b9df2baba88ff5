"""How the inbox looks: views in, screens out. Knows no database and no subject's own cards."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime
from math import ceil

from aiogram.types import InlineKeyboardButton

from handlers.alerts.callbacks import AlertOpened, AlertsOpened
from handlers.common.alerts import alert_buttons
from handlers.common.keyboards import button, inline, menu_button, pager
from handlers.common.screen import Screen
from handlers.common.translator import Html, Translator
from models import AlertKind, AlertStatus, Role
from services.alerts import AlertView, DigestLine

PAGE_SIZE = 8


def kind_title(t: Translator, kind: AlertKind) -> str:
    """What kind of thing happened, as plain text."""
    return t.plain("alerts-kind-" + kind.value.replace("_", "-"))


def days_since(since: datetime, now: datetime) -> int:
    return max((now - since).days, 0)


def inbox(t: Translator, found: Sequence[AlertView], total: int, page: int, now: datetime) -> Screen:
    """Open alerts, one a button: urgent first, then who waits longest."""
    if not total:
        return Screen(t("alerts-empty"), inline([menu_button(t)]))
    rows = [[_alert_button(t, alert, now)] for alert in found]
    turns = pager(t, page, ceil(total / PAGE_SIZE), lambda number: AlertsOpened(page=number))
    return Screen(t("alerts-title", total=total), inline(*rows, turns, [menu_button(t)]))


def _alert_button(t: Translator, alert: AlertView, now: datetime) -> InlineKeyboardButton:
    key = "alerts-button-urgent" if alert.urgent else "alerts-button"
    about = " · " + t.name(alert.about) if alert.about else ""
    title = kind_title(t, alert.kind) + about
    return button(
        t.plain(key, title=title, days=days_since(alert.since, now)), AlertOpened(alert_id=alert.id)
    )


def card(t: Translator, alert: AlertView, inner: Screen, now: datetime) -> Screen:
    """A subject's card with since when it waits above it, and the way back below it."""
    back = [button(t.plain("alerts-back"), AlertsOpened()), menu_button(t)]
    rows = inner.keyboard.inline_keyboard if inner.keyboard else []
    head = [
        t("alerts-waits", days=days_since(alert.since, now)),
        _climbed(t, alert) if alert.climbed else "",
        t("alerts-is-snoozed") if alert.status == AlertStatus.SNOOZED else "",
    ]
    top = "\n".join(line for line in head if line)
    return replace(inner, keyboard=inline(*rows, back)).under(top)


def _climbed(t: Translator, alert: AlertView) -> str:
    """Why it is here: within the school it went to the head, out of it to those above."""
    return t("alerts-climbed") if alert.level == Role.HEAD else t("alerts-climbed-out")


def plain_card(t: Translator, alert: AlertView) -> Screen:
    """For a kind that brings no card of its own: what it is, and about whom."""
    about = t.name(alert.about) if alert.about else t.plain("alerts-nobody-named")
    text = t("alerts-plain-card", title=kind_title(t, alert.kind), about=about)
    return Screen(text, inline(alert_buttons(t, alert)))


def person_card(t: Translator, alert: AlertView, key: str) -> Screen:
    """A card whose text names one person."""
    about = t.name(alert.about) if alert.about else t.plain("alerts-nobody-named")
    return Screen(t(key, name=about), inline(alert_buttons(t, alert)))


def digest(t: Translator, found: Sequence[DigestLine], now: datetime) -> Screen:
    """The Monday summary: how many of each kind, and how long the oldest waits."""
    entries = [
        t(
            "alerts-digest-line",
            title=kind_title(t, line.kind),
            count=line.count,
            days=days_since(line.since, now),
        )
        for line in found
    ]
    total = sum(line.count for line in found)
    text = Html("\n".join([t("alerts-digest-title", total=total), "", *entries]))
    return Screen(text, inline([button(t.plain("alerts-open-inbox"), AlertsOpened())]))
