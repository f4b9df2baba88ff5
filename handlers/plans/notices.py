"""How messages and alerts about plans read at the moment of sending."""

from __future__ import annotations

from collections.abc import Awaitable, Callable

from handlers.common.alerts import AlertCard, CardContext, alert_buttons
from handlers.common.keyboards import button, inline, menu_button
from handlers.common.notices import Notice, NoticeContext
from handlers.common.screen import Screen
from handlers.common.translator import Translator
from handlers.plans import words
from handlers.plans.callbacks import PlanAct, PlanActed, PlanOpened, UnknownOpened
from handlers.plans.words import TEXT_SHOWN, TITLE_SHOWN
from models import AlertKind, RoadmapStatus
from services import access, plan_desk
from services.alerts import AlertView
from services.errors import ServiceError
from services.plan_desk import PlanHead

UNKNOWN_SHOWN = 5
Worded = Callable[[Translator, PlanHead], Screen]


def _while(status: RoadmapStatus, worded: Worded) -> Callable[[NoticeContext], Awaitable[Screen | None]]:
    """Said only while the plan stands so, and only to whom it still concerns."""

    async def render(context: NoticeContext) -> Screen | None:
        head = await _head(context)
        return worded(context.t, head) if head is not None and head.status == status else None

    return render


async def _head(context: NoticeContext) -> PlanHead | None:
    actor = await context.db.read(access.find_actor, context.due.chat_id)
    if actor is None:
        return None
    plan_id = int(context.due.payload["roadmap_id"])
    try:
        return await context.db.read(plan_desk.head_of, actor, plan_id, now=context.now)
    except ServiceError:
        return None


def _opened(t: Translator, head: PlanHead, text: str) -> Screen:
    look = button(t.plain("plans-open"), PlanOpened(roadmap_id=head.id))
    return Screen(text, inline([look], [menu_button(t)]))


def submitted(t: Translator, head: PlanHead) -> Screen:
    text = t(
        "plans-notice-submitted",
        title=t.cut(head.title, TITLE_SHOWN),
        year=words.year_words(t, head),
        items=head.items,
        doubtful=head.doubtful,
    )
    return _opened(t, head, text)


def returned(t: Translator, head: PlanHead) -> Screen:
    title, reason = t.cut(head.title, TITLE_SHOWN), t.cut(head.return_reason, TEXT_SHOWN * 5)
    return _opened(t, head, t("plans-notice-returned", title=title, reason=reason))


def approved(t: Translator, head: PlanHead) -> Screen:
    title, order = t.cut(head.title, TITLE_SHOWN), words.order_words(t, head)
    return _opened(t, head, t("plans-notice-approved", title=title, order=order))


async def unknown_card(context: CardContext, alert: AlertView) -> Screen | None:
    """Words of a live plan that nobody has explained: the curators answer for these rows meanwhile."""
    plan_id = int(alert.subject["roadmap_id"])
    head = await context.db.read(plan_desk.head_of, context.actor, plan_id, now=context.now)
    if not head.unknown:
        return None
    t = context.t
    listed = "\n".join(
        t("plans-alert-word", words=t.cut(one, TITLE_SHOWN)) for one in head.unknown[:UNKNOWN_SHOWN]
    )
    text = t("plans-alert-unknown", title=t.cut(head.title, TITLE_SHOWN), count=len(head.unknown))
    answer = button(t.plain("plans-who", count=len(head.unknown)), UnknownOpened(roadmap_id=plan_id))
    return Screen(f"{text}\n{listed}", inline([answer], alert_buttons(t, alert)))


async def next_year_card(context: CardContext, alert: AlertView) -> Screen | None:
    """The year ends in a month: the next plan can be proposed with one tap."""
    plan_id = int(alert.subject["roadmap_id"])
    head = await context.db.read(plan_desk.head_of, context.actor, plan_id, now=context.now)
    t = context.t
    text = t("plans-alert-next-year", title=t.cut(head.title, TITLE_SHOWN), year=words.year_words(t, head))
    propose = button(t.plain("plans-next-year"), PlanActed(roadmap_id=plan_id, act=PlanAct.NEXT_YEAR))
    rows = [[propose]] if head.status == RoadmapStatus.APPROVED else []
    return Screen(text, inline(*rows, alert_buttons(t, alert)))


NOTICES = (
    Notice("plans.submitted", _while(RoadmapStatus.SUBMITTED, submitted)),
    Notice("plans.returned", _while(RoadmapStatus.DRAFT, returned)),
    Notice("plans.approved", _while(RoadmapStatus.APPROVED, approved)),
)
ALERT_CARDS: dict[AlertKind, AlertCard] = {
    AlertKind.RESPONSIBLE_UNKNOWN: unknown_card,
    AlertKind.PLAN_NEXT_YEAR: next_year_card,
}
