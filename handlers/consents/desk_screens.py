"""Screens of the curator's desk of consents, and the cards of its alerts."""

from __future__ import annotations

from collections.abc import Sequence

from aiogram.types import InlineKeyboardButton

from handlers.common.keyboards import button, inline, menu_button, pager
from handlers.common.screen import Screen
from handlers.common.translator import Translator
from handlers.consents import screens, words
from handlers.consents.callbacks import (
    ConsentDeskOpened,
    DeskAct,
    DeskActed,
    OrdersOpened,
    PaperToday,
    PaperWithoutNumber,
    PublicationsOpened,
)
from models import AlertKind, ConsentKind
from models.consent import ADMITTING
from services.consent_desk import Desk, DeskCard, DeskState
from services.consent_views import ConsentState, ConsentView

TABS = {
    DeskState.WAITING: "consents-desk-waiting",
    DeskState.REFUSED: "consents-desk-refused",
    DeskState.ORIGINAL: "consents-desk-original",
    DeskState.ALL: "consents-desk-all",
}


def desk(t: Translator, view: Desk) -> Screen:
    """Consents of one organisation in one state; the other states are one tap away."""
    here = view.organization_id
    head = t(
        "consents-desk",
        name=t.cut(view.organization_name, words.ORGANIZATION_SHOWN),
        state=t.plain(TABS[view.state]),
        count=view.counts[view.state],
    )
    parts = [head, "" if view.found.items else t("consents-desk-none")]
    if view.without_order:
        parts.append(t("consents-desk-without-order", count=view.without_order))
    rows = [[_entry(t, one)] for one in view.found.items]
    state = view.state.value
    turn = pager(
        t,
        view.found.page,
        view.found.pages,
        lambda page: ConsentDeskOpened(organization_id=here, state=state, page=page),
    )
    tabs = [_tab(t, view, one) for one in DeskState if one != view.state]
    orders = button(t.plain("consents-to-orders"), OrdersOpened(organization_id=here))
    published = button(t.plain("consents-to-publications"), PublicationsOpened(organization_id=here))
    others = [
        [button(name, ConsentDeskOpened(organization_id=one))] for one, name in view.places if one != here
    ]
    text = "\n\n".join(part for part in parts if part)
    return Screen(
        text, inline(*rows, turn, *([tab] for tab in tabs), [orders], [published], *others, [menu_button(t)])
    )


def _tab(t: Translator, view: Desk, state: DeskState) -> InlineKeyboardButton:
    text = t.plain("consents-desk-tab", state=t.plain(TABS[state]), count=view.counts[state])
    return button(text, ConsentDeskOpened(organization_id=view.organization_id, state=state.value))


def _entry(t: Translator, one: ConsentView) -> InlineKeyboardButton:
    text = t.plain(
        "consents-desk-entry",
        mark=screens.MARKS[one.state],
        name=words.name(t, one.about),
        kind=words.kind_name(t, one.kind),
    )
    return button(text, DeskActed(consent_id=one.id, act=DeskAct.OPEN))


def card(t: Translator, found: DeskCard) -> Screen:
    """One consent of somebody else, with what a curator may do about it."""
    view = found.view
    parts = [t("consents-desk-person", name=words.name(t, view.about)), *screens.card_lines(t, view)]
    if (blocked := _blocked(t, view)) is not None:
        parts.append(blocked)
    rows = []
    if found.may_receive:
        key = "consents-correct-original" if view.has_original else "consents-receive-original"
        rows.append([_acted(t.plain(key), view, DeskAct.PAPER)])
    if found.may_record:
        rows.append([_acted(t.plain("consents-record-paper"), view, DeskAct.PAPER)])
    if view.state in (ConsentState.WAITING, ConsentState.REFUSED, ConsentState.ORIGINAL):
        rows.append([_acted(t.plain("consents-form"), view, DeskAct.FORM)])
    if found.may_remind:
        rows.append([_acted(t.plain("consents-remind"), view, DeskAct.REMIND)])
    if found.may_undo:
        rows.append([_acted(t.plain("consents-undo"), view, DeskAct.UNDO_ASK)])
    return Screen("\n\n".join(parts), inline(*rows, _to_desk(t, view)))


def _to_desk(t: Translator, view: ConsentView) -> list[InlineKeyboardButton]:
    return [
        button(t.plain("consents-to-desk"), ConsentDeskOpened(organization_id=view.operator.id)),
        menu_button(t),
    ]


def _blocked(t: Translator, view: ConsentView) -> str | None:
    """What waits for this consent; None when nothing does."""
    if view.state in (ConsentState.GIVEN, ConsentState.OVER):
        return None
    if view.kind == ConsentKind.MENTOR:
        return t("consents-blocks-mentor")
    if view.kind == ConsentKind.EXTRA_DUTIES:
        return t("consents-blocks-duties")
    return t("consents-blocks-renewal") if view.kind in ADMITTING and view.is_renewal else None


def _acted(text: str, view: ConsentView, act: DeskAct) -> InlineKeyboardButton:
    return button(text, DeskActed(consent_id=view.id, act=act))


def _back_to_card(t: Translator, view: ConsentView) -> list[InlineKeyboardButton]:
    return [_acted(t.plain("button-back"), view, DeskAct.OPEN)]


# ---- the paper


def ask_number(t: Translator, found: DeskCard) -> Screen:
    view = found.view
    skip = button(t.plain("consents-paper-no-number"), PaperWithoutNumber())
    text = t("consents-ask-paper-number", name=words.name(t, view.about), title=words.title(t, view))
    return Screen(text, inline([skip], _back_to_card(t, view)))


def ask_date(t: Translator, found: DeskCard) -> Screen:
    today = button(t.plain("consents-today"), PaperToday())
    return Screen(t("consents-ask-paper-date"), inline([today], _back_to_card(t, found.view)))


def recorded(t: Translator, found: DeskCard) -> Screen:
    return card(t, found).under(t("consents-paper-recorded"))


def ask_undo(t: Translator, found: DeskCard) -> Screen:
    view = found.view
    yes = _acted(t.plain("consents-undo-yes"), view, DeskAct.UNDO)
    text = t("consents-undo-ask", name=words.name(t, view.about), title=words.title(t, view))
    return Screen(text, inline([yes], _back_to_card(t, view)))


def undone(t: Translator, found: DeskCard) -> Screen:
    return card(t, found).under(t("consents-undone"))


# ---- alerts


def alert(
    t: Translator, found: DeskCard, kind: AlertKind, last_row: Sequence[InlineKeyboardButton]
) -> Screen:
    """Who refused, did not answer, or has not brought the paper; and the way to the consent."""
    view = found.view
    text = t(
        _alert_key(view, kind),
        name=words.name(t, view.about),
        kind=words.kind_name(t, view.kind),
        since=t.short_day(view.withdrawn_at or view.answered_at or view.asked_at, view.operator.timezone),
    )
    blocked = _blocked(t, view)
    opened = _acted(t.plain("consents-open"), view, DeskAct.OPEN)
    return Screen("\n\n".join(one for one in (text, blocked) if one), inline([opened], list(last_row)))


def _alert_key(view: ConsentView, kind: AlertKind) -> str:
    if kind == AlertKind.ORIGINAL_MISSING:
        return "consents-alert-original"
    if kind == AlertKind.CONSENT_UNANSWERED:
        return "consents-alert-unanswered"
    return "consents-alert-withdrawn" if view.withdrawn_at is not None else "consents-alert-refused"
