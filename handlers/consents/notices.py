"""How people hear about consents, and the cards of the alerts about them."""

from __future__ import annotations

from collections.abc import Awaitable, Callable

from handlers.common.alerts import AlertCard, CardContext, alert_buttons
from handlers.common.notices import Notice, NoticeContext
from handlers.common.screen import Screen
from handlers.consents import (
    desk_screens,
    order_screens,
    pair_screens,
    publication_screens,
    screens,
    words,
)
from models import AlertKind, ConsentStatus
from services import (
    access,
    amendments,
    consent_desk,
    consents,
    helpers,
    pairing_orders,
    publication_consents,
)
from services.access import Actor
from services.alerts import AlertView
from services.consent_views import ConsentState
from services.consents import OwnConsent
from services.errors import ServiceError

Render = Callable[[NoticeContext], Awaitable[Screen | None]]


async def _reader(context: NoticeContext) -> Actor | None:
    return await context.db.read(access.find_actor, context.due.chat_id)


async def _own(context: NoticeContext) -> OwnConsent | None:
    """The consent as its answerer sees it, or None when it is not theirs any more."""
    reader = await _reader(context)
    if reader is None:
        return None
    try:
        number = int(context.due.payload["consent_id"])
        return await context.db.read(consents.see, reader, number, now=context.now)
    except ServiceError:
        return None


async def _unanswered(context: NoticeContext) -> OwnConsent | None:
    own = await _own(context)
    if own is None or not own.may_answer or own.view.state != ConsentState.WAITING:
        return None
    return own


async def asked(context: NoticeContext) -> Screen | None:
    own = await _unanswered(context)
    return screens.document(context.t, own) if own else None


async def reminder(context: NoticeContext) -> Screen | None:
    own = await _unanswered(context)
    return screens.reminder(context.t, own.view) if own else None


async def publication_ending(context: NoticeContext) -> Screen | None:
    own = await _own(context)
    if own is None or own.view.state != ConsentState.GIVEN:
        return None
    return screens.publication_ending(context.t, own.view)


async def helper_answered(context: NoticeContext) -> Screen | None:
    reader = await _reader(context)
    if reader is None:
        return None
    number = int(context.due.payload["consent_id"])
    answer = await context.db.read(helpers.see_answer, reader, number)
    return pair_screens.helper_answered(context.t, answer) if answer else None


async def helper_ended(context: NoticeContext) -> Screen | None:
    reader = await _reader(context)
    if reader is None:
        return None
    number = int(context.due.payload["consent_id"])
    mentor = await context.db.read(helpers.see_ending, reader, number)
    return pair_screens.helper_ended(context.t, mentor) if mentor else None


async def amendment_settled(context: NoticeContext) -> Screen | None:
    reader = await _reader(context)
    if reader is None:
        return None
    try:
        number = int(context.due.payload["amendment_id"])
        shown, mentor, mentee = await context.db.read(amendments.see, reader, number)
    except ServiceError:
        return None
    return pair_screens.settled(context.t, shown, mentor, mentee)


async def ordered(context: NoticeContext) -> Screen | None:
    reader = await _reader(context)
    if reader is None:
        return None
    number = int(context.due.payload["mentorship_id"])
    found = await context.db.read(pairing_orders.see_order, reader, number)
    if found is None:
        return None
    order, other = found
    return order_screens.told(context.t, order, words.name(context.t, other))


async def orders_ready(context: NoticeContext) -> Screen | None:
    reader, number = await _reader(context), int(context.due.payload["organization_id"])
    count = await context.db.read(pairing_orders.count_ready, reader, number) if reader else 0
    return order_screens.ready(context.t, number, count) if count else None


def _published(key: str, *statuses: ConsentStatus) -> Render:
    """A message to those who keep the site, as long as it is true."""

    async def render(context: NoticeContext) -> Screen | None:
        reader = await _reader(context)
        if reader is None:
            return None
        number = int(context.due.payload["consent_id"])
        view = await context.db.read(
            publication_consents.see_for_notice, reader, number, statuses, now=context.now
        )
        return publication_screens.told(context.t, view, key) if view else None

    return render


async def publication_over(context: NoticeContext) -> Screen | None:
    reader = await _reader(context)
    if reader is None:
        return None
    number, given = int(context.due.payload["consent_id"]), (ConsentStatus.GIVEN,)
    view = await context.db.read(publication_consents.see_for_notice, reader, number, given, now=context.now)
    if view is None or view.state != ConsentState.EXPIRED:
        return None
    return publication_screens.told(context.t, view, "consents-publication-over")


NOTICES = (
    Notice("consents.asked", asked),
    Notice("consents.reminder", reminder),
    Notice("consents.publication_ending", publication_ending),
    Notice("consents.helper_answered", helper_answered),
    Notice("consents.helper_ended", helper_ended),
    Notice("consents.amendment_settled", amendment_settled),
    Notice("consents.ordered", ordered),
    Notice("consents.orders_ready", orders_ready),
    Notice("consents.publication_over", publication_over),
    Notice("consents.publication_given", _published("consents-publication-given", ConsentStatus.GIVEN)),
    Notice("consents.publication_refused", _published("consents-publication-refused", ConsentStatus.REFUSED)),
    Notice(
        "consents.publication_withdrawn",
        _published("consents-publication-withdrawn", ConsentStatus.WITHDRAWN),
    ),
)


async def consent_card(context: CardContext, alert: AlertView) -> Screen | None:
    number = int(alert.subject["consent_id"])
    found = await context.db.read(consent_desk.peek, context.actor, number, now=context.now)
    return desk_screens.alert(context.t, found, alert.kind, alert_buttons(context.t, alert))


async def amendment_card(context: CardContext, alert: AlertView) -> Screen | None:
    number = int(alert.subject["amendment_id"])
    shown, mentor, mentee = await context.db.read(amendments.see, context.actor, number)
    buttons = alert_buttons(context.t, alert)
    return pair_screens.settled_alert(context.t, shown, mentor, mentee, buttons)


ALERT_CARDS: dict[AlertKind, AlertCard] = {
    AlertKind.CONSENT_REFUSED: consent_card,
    AlertKind.CONSENT_UNANSWERED: consent_card,
    AlertKind.ORIGINAL_MISSING: consent_card,
    AlertKind.AMENDMENT_SETTLED: amendment_card,
}
