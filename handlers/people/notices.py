"""How messages about people read when they are sent, and the card of the alert that somebody has left."""

from __future__ import annotations

from handlers.common.alerts import AlertCard, CardContext, alert_buttons
from handlers.common.callbacks import PersonOpened
from handlers.common.keyboards import button, inline, menu_button
from handlers.common.notices import Notice, NoticeContext
from handlers.common.screen import Screen
from handlers.pairing.callbacks import WaitingOpened
from handlers.people import behalf_screens, move_screens
from handlers.people.callbacks import OwnParticipationOpened
from handlers.people.screens import lines, role_name
from models import AlertKind
from services import access, linking, on_behalf, participation, transfers
from services.alerts import AlertView
from services.errors import ServiceError
from services.on_behalf import Kind
from services.participation import Change

# keys: people-told-*


def _reader_id(context: NoticeContext) -> int:
    return context.due.person_id or 0


def _membership_id(context: NoticeContext) -> int:
    return int(context.due.payload["membership_id"])


async def _on_behalf(context: NoticeContext) -> Screen | None:
    """Something waits for an answer of somebody without Telegram."""
    reader = await context.db.read(access.find_actor, context.due.chat_id)
    if reader is None:
        return None
    kind, number = Kind(context.due.payload["kind"]), int(context.due.payload["id"])
    try:
        one = await context.db.read(on_behalf.peek, reader, kind, number, _membership_id(context))
    except ServiceError:
        return None
    return behalf_screens.card(context.t, one, context.due.timezone)


async def _changed(context: NoticeContext) -> Screen | None:
    change = Change(context.due.payload["change"])
    told = await context.db.read(participation.as_told, _reader_id(context), _membership_id(context), change)
    if told is None:
        return None
    t, (one, is_own) = context.t, told
    if is_own:
        text = t(f"people-told-own-{change.value}", organization=one.organization_name)
        opened = button(t.plain("menu-own-participation"), OwnParticipationOpened())
    else:
        text = t(f"people-told-{change.value}", name=t.name(one.name), role=role_name(t, one.role))
        opened = button(t.plain("people-to-card"), PersonOpened(membership_id=one.membership_id))
    return Screen(text, inline([opened], [menu_button(t)]))


async def _asks_back(context: NoticeContext) -> Screen | None:
    one = await context.db.read(participation.asks_back, _reader_id(context), _membership_id(context))
    if one is None:
        return None
    t = context.t
    text = t("people-asks-back", name=t.name(one.name), role=role_name(t, one.role))
    opened = button(t.plain("people-to-card"), PersonOpened(membership_id=one.membership_id))
    return Screen(text, inline([opened], [menu_button(t)]))


async def _move(context: NoticeContext) -> Screen | None:
    organization_id = int(context.due.payload["organization_id"])
    ids = _reader_id(context), _membership_id(context), organization_id
    one = await context.db.read(transfers.see_offer, *ids)
    return move_screens.notice(context.t, one) if one is not None else None


async def _linked(context: NoticeContext) -> Screen | None:
    name = await context.db.read(linking.linked, _reader_id(context), _membership_id(context))
    if name is None:
        return None
    t = context.t
    opened = button(t.plain("people-to-card"), PersonOpened(membership_id=_membership_id(context)))
    return Screen(t("people-linked", name=t.name(name)), inline([opened], [menu_button(t)]))


NOTICES: tuple[Notice, ...] = (
    Notice("people.on_behalf", _on_behalf),
    Notice("people.changed", _changed),
    Notice("people.asks_back", _asks_back),
    Notice("people.move", _move),
    Notice("people.linked", _linked),
)


async def _left_card(context: CardContext, alert: AlertView) -> Screen | None:
    """Who has left, and what now needs somebody's hand."""
    t, pairs = context.t, [int(one) for one in alert.subject.get("pairs", [])]
    number = int(alert.subject["membership_id"])
    one = await context.db.read(participation.leaver, context.actor, number, pairs)
    if one is None or one.has_returned:
        return None
    text = lines(
        t(
            "people-alert-left",
            name=t.name(one.name),
            role=role_name(t, one.role),
            day=t.short_day(one.left_at, context.timezone),
        ),
        t("people-alert-left-mentees", count=one.waiting_again) if one.waiting_again else "",
        t("people-alert-left-duties", count=one.duties) if one.duties else "",
    )
    card = button(t.plain("people-to-card"), PersonOpened(membership_id=number))
    queue = button(t.plain("menu-pairing-waiting"), WaitingOpened())
    return Screen(text, inline([card], [queue] if one.waiting_again else [], alert_buttons(t, alert)))


ALERT_CARDS: dict[AlertKind, AlertCard] = {AlertKind.PERSON_LEFT: _left_card}
