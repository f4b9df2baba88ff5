"""How pupils' parents and young people who come of age are told what concerns them."""

from __future__ import annotations

from handlers.common.alerts import AlertCard, CardContext, alert_buttons
from handlers.common.notices import Notice, NoticeContext
from handlers.common.screen import Screen
from handlers.consents import notices as consents_notices
from handlers.family import screens
from models import AlertKind
from services import families, minors
from services.alerts import AlertView
from services.names import PersonName


async def assent_refused(context: NoticeContext) -> Screen | None:
    child_id = int(context.due.payload["child_id"])
    if context.due.person_id not in await context.db.read(minors.guardians, child_id):
        return None
    name = await _name(context)
    return screens.assent_refused_notice(context.t, name, child_id) if name else None


async def child_withdrawn(context: NoticeContext) -> Screen | None:
    name = await _name(context)
    return screens.child_withdrawn_notice(context.t, name) if name else None


async def came_of_age(context: NoticeContext) -> Screen | None:
    name = await _name(context)
    return screens.came_of_age_notice(context.t, name) if name else None


async def _name(context: NoticeContext) -> PersonName | None:
    return await context.db.read(families.code_of, int(context.due.payload["child_id"]))


async def majority(context: NoticeContext) -> Screen | None:
    number, person_id = int(context.due.payload["consent_id"]), context.due.person_id or 0
    asked = await context.db.read(minors.asked_of, person_id, number)
    return screens.majority(context.t, context.content, asked) if asked else None


async def consent_card(context: CardContext, alert: AlertView) -> Screen | None:
    """Of a pupil, or of somebody who came of age; all others have the card of consents."""
    if minors.FAMILY not in alert.subject:
        return await consents_notices.consent_card(context, alert)
    one = await context.db.read(families.alert_card, context.actor, alert)
    return screens.alert(context.t, one, alert_buttons(context.t, alert)) if one else None


NOTICES = (
    Notice("family.assent_refused", assent_refused),
    Notice("family.child_withdrawn", child_withdrawn),
    Notice("family.came_of_age", came_of_age),
    Notice("family.majority", majority),
)
ALERT_CARDS: dict[AlertKind, AlertCard] = {
    AlertKind.CONSENT_REFUSED: consent_card,
    AlertKind.CONSENT_UNANSWERED: consent_card,
}
"""They take the place of the cards of consents, and hand over to them: this subject stands after that one."""
