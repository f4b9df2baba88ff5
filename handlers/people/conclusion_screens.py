"""Conclusions about needs: the list, in which a sensitive one is only said to be there, and one that was
opened.
"""

from __future__ import annotations

from handlers.common.callbacks import PersonOpened
from handlers.common.keyboards import button, inline, menu_button, pager
from handlers.common.screen import Screen
from handlers.common.translator import Translator
from handlers.people.callbacks import (
    ConclusionOpened,
    ConclusionRemovalAsked,
    ConclusionRemoved,
    ConclusionsOpened,
    ConclusionStarted,
)
from handlers.people.screens import blocks, lines
from services.conclusions import GROUNDS, SOURCES, ConclusionLine, Conclusions, ConclusionView

PREVIEW = 150


def listed(t: Translator, shown: Conclusions, timezone: str) -> Screen:
    number = shown.membership_id
    entries = [_entry(t, one, timezone) for one in shown.lines]
    rows = [[button(_label(t, one, timezone), ConclusionOpened(conclusion_id=one.id))] for one in shown.lines]
    turns = pager(t, shown.page, shown.pages, lambda page: ConclusionsOpened(membership_id=number, page=page))
    add = button(t.plain("people-conclusion-add"), ConclusionStarted(membership_id=number))
    back = button(t.plain("people-to-card"), PersonOpened(membership_id=number))
    head = t("people-conclusions-title", name=t.name(shown.name))
    return Screen(
        blocks(head, *(entries or [t("people-conclusions-none")])),
        inline(*rows, turns, [add] if shown.may_add else [], [back, menu_button(t)]),
    )


def _entry(t: Translator, one: ConclusionLine, timezone: str) -> str:
    head = t(
        "people-conclusion-entry",
        source=t.option(SOURCES, one.source),
        day=t.short_day(one.entered_at, timezone),
    )
    if one.is_sensitive:
        return lines(head, t("people-conclusion-hidden"))
    return lines(head, t("people-conclusion-text", text=t.cut(one.text, PREVIEW)))


def _label(t: Translator, one: ConclusionLine, timezone: str) -> str:
    key = "people-conclusion-open-hidden" if one.is_sensitive else "people-conclusion-open"
    return t.plain(key, source=t.option(SOURCES, one.source), day=t.short_day(one.entered_at, timezone))


def opened(t: Translator, one: ConclusionView, timezone: str, *, may_remove: bool) -> Screen:
    remove = button(t.plain("people-conclusion-remove"), ConclusionRemovalAsked(conclusion_id=one.id))
    back = button(t.plain("button-back"), ConclusionsOpened(membership_id=one.membership_id))
    return Screen(
        blocks(
            lines(
                t("people-conclusion-about", name=t.name(one.name)),
                t("people-conclusion-source", source=t.option(SOURCES, one.source)),
                t("people-conclusion-ground", ground=t.option(GROUNDS, one.ground)),
                t("people-conclusion-day", day=t.short_day(one.entered_at, timezone)),
            ),
            t("people-conclusion-text", text=one.text),
            t("people-conclusion-is-sensitive") if one.is_sensitive else "",
        ),
        inline([remove] if may_remove else [], [back, menu_button(t)]),
    )


def ask_removal(t: Translator, one: ConclusionLine, timezone: str) -> Screen:
    return Screen(
        t(
            "people-conclusion-removal",
            source=t.option(SOURCES, one.source),
            day=t.short_day(one.entered_at, timezone),
        ),
        inline(
            [button(t.plain("people-conclusion-remove-yes"), ConclusionRemoved(conclusion_id=one.id))],
            [button(t.plain("button-back"), ConclusionOpened(conclusion_id=one.id))],
        ),
    )


def removed(t: Translator, membership_id: int) -> Screen:
    back = button(t.plain("people-conclusions"), ConclusionsOpened(membership_id=membership_id))
    return Screen(t("people-conclusion-gone"), inline([back], [menu_button(t)]))
