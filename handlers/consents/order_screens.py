"""Screens of orders about pairs: what is ready, what is not and why, the order question by question."""

from __future__ import annotations

from collections.abc import Collection

from aiogram.types import InlineKeyboardButton

from handlers.common.keyboards import button, inline, menu_button, pager
from handlers.common.screen import Screen
from handlers.common.translator import Translator
from handlers.consents import words
from handlers.consents.callbacks import (
    ConsentDeskOpened,
    OrderCleared,
    OrderedOpened,
    OrderGoesOn,
    OrdersOpened,
    OrderTicked,
    OrderToday,
)
from services.mentorship_views import Page
from services.pairing_orders import OrderDesk, OrderLine, PairLine

ALL_READY = 0
"""In the button that ticks every pair that is ready."""
PAIR_SHOWN, LACKING_SHOWN, LACKING_LENGTH = 130, 4, 380


def desk(t: Translator, view: OrderDesk, chosen: Collection[int]) -> Screen:
    """Pairs without an order: the ready ones with a box to tick, of the others what they wait for."""
    here = view.organization_id
    head = t("consents-orders", name=t.cut(view.organization_name, words.ORGANIZATION_SHOWN))
    count = t("consents-orders-count", ready=len(view.ready), total=view.found.total)
    parts = [head, count if view.found.total else t("consents-orders-none")]
    parts += [_waiting(t, one) for one in view.found.items if not one.is_ready]
    rows = [[_tick(t, one, chosen)] for one in view.found.items if one.is_ready]
    if len(view.ready) > 1:
        rows.append([button(t.plain("consents-orders-all"), OrderTicked(mentorship_id=ALL_READY))])
    rows.append(
        pager(
            t,
            view.found.page,
            view.found.pages,
            lambda page: OrdersOpened(organization_id=here, page=page),
        )
    )
    if chosen:
        rows.append([button(t.plain("consents-orders-go-on", count=len(chosen)), OrderGoesOn())])
    if view.ordered:
        text = t.plain("consents-orders-done", count=view.ordered)
        rows.append([button(text, OrderedOpened(organization_id=here))])
    rows += [[button(name, OrdersOpened(organization_id=one))] for one, name in view.places if one != here]
    back = button(t.plain("consents-to-desk"), ConsentDeskOpened(organization_id=here))
    return Screen("\n\n".join(parts), inline(*rows, [back, menu_button(t)]))


def pair_name(t: Translator, one: PairLine) -> str:
    mentor, mentees = words.name(t, one.mentor), words.several(t, one.mentees)
    return t.cut(t.plain("consents-pair-name", mentor=mentor, mentees=mentees), PAIR_SHOWN)


def _tick(t: Translator, one: PairLine, chosen: Collection[int]) -> InlineKeyboardButton:
    mark = "☑️" if one.mentorship_id in chosen else "⬜"
    return button(f"{mark} {pair_name(t, one)}", OrderTicked(mentorship_id=one.mentorship_id))


def _waiting(t: Translator, one: PairLine) -> str:
    """Whose consents a pair waits for; the rest of a long list is counted."""
    lacking = t.cut(words.lacking(t, one.missing[:LACKING_SHOWN]), LACKING_LENGTH)
    if (more := len(one.missing) - LACKING_SHOWN) > 0:
        lacking = "\n".join((lacking, t.plain("consents-lacking-more", count=more)))
    return t("consents-orders-waiting", pair=pair_name(t, one), lacking=lacking)


def ask_number(t: Translator, organization_id: int, count: int) -> Screen:
    return Screen(t("consents-orders-ask-number", count=count), inline(_back(t, organization_id)))


def ask_date(t: Translator, organization_id: int, number: str) -> Screen:
    today = button(t.plain("consents-today"), OrderToday())
    return Screen(t("consents-orders-ask-date", number=number), inline([today], _back(t, organization_id)))


def _back(t: Translator, organization_id: int) -> list[InlineKeyboardButton]:
    return [button(t.plain("button-back"), OrdersOpened(organization_id=organization_id))]


def recorded(t: Translator, organization_id: int, order: OrderLine, count: int) -> Screen:
    text = t("consents-orders-recorded", order=words.order(t, order), count=count)
    return Screen(text, inline(_back(t, organization_id), [menu_button(t)]))


def ordered(t: Translator, organization_id: int, found: Page[PairLine]) -> Screen:
    """The pairs that have their order; a wrong one is taken off here."""
    lines = [
        t("consents-orders-line", pair=pair_name(t, one), order=words.order(t, one.order))
        for one in found.items
    ]
    rows = [
        [
            button(
                t.plain("consents-orders-clear", pair=pair_name(t, one)),
                OrderCleared(mentorship_id=one.mentorship_id),
            )
        ]
        for one in found.items
    ]
    turn = pager(
        t,
        found.page,
        found.pages,
        lambda page: OrderedOpened(organization_id=organization_id, page=page),
    )
    text = "\n\n".join((t("consents-orders-done-title", count=found.total), *lines))
    return Screen(text, inline(*rows, turn, _back(t, organization_id), [menu_button(t)]))


def ask_clear(t: Translator, organization_id: int, mentorship_id: int, order: OrderLine | None) -> Screen:
    yes = button(t.plain("consents-orders-clear-yes"), OrderCleared(mentorship_id=mentorship_id, sure=True))
    back = button(t.plain("button-back"), OrderedOpened(organization_id=organization_id))
    return Screen(t("consents-orders-clear-ask", order=words.order(t, order)), inline([yes], [back]))


def ready(t: Translator, organization_id: int, count: int) -> Screen:
    """The message that pairs have become ready for an order."""
    opened = button(t.plain("consents-to-orders"), OrdersOpened(organization_id=organization_id))
    return Screen(t("consents-orders-ready", count=count), inline([opened], [menu_button(t)]))


def told(t: Translator, order: OrderLine, other: str) -> Screen:
    """The message to a member of a pair that an order has fixed it."""
    text = t("consents-ordered", order=words.order(t, order), name=other)
    return Screen(text, inline([menu_button(t)]))
