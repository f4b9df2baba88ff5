"""How messages about pairs read when they are sent, and the cards of the alerts that pairing raises."""

from __future__ import annotations

from typing import Any

from handlers.common.alerts import AlertCard, CardContext, alert_buttons
from handlers.common.keyboards import button, inline
from handlers.common.notices import Notice, NoticeContext
from handlers.common.screen import Screen
from handlers.pairing import screens
from handlers.pairing.callbacks import CandidatesOpened, MenteeOpened, PairOpened
from models import AlertKind, MentorshipStatus, Role
from services import access, mentorships
from services.access import Actor
from services.alerts import AlertView
from services.errors import ServiceError
from services.mentorship_views import PairView, SideView


async def _reader(context: NoticeContext) -> Actor | None:
    return await context.db.read(access.find_actor, context.due.chat_id)


async def _side(context: NoticeContext) -> SideView | None:
    """The recipient's own view of the pair, or None when there is nothing to say about it any more."""
    reader = await _reader(context)
    if reader is None:
        return None
    try:
        return await context.db.read(mentorships.see_proposal, reader, _mentorship_id(context.due.payload))
    except ServiceError:
        return None


async def _pair(context: NoticeContext) -> PairView | None:
    reader = await _reader(context)
    if reader is None:
        return None
    try:
        return await context.db.read(mentorships.see_pair, reader, _mentorship_id(context.due.payload))
    except ServiceError:
        return None


def _mentorship_id(payload: dict[str, Any]) -> int:
    return int(payload["mentorship_id"])


async def _proposed(context: NoticeContext) -> Screen | None:
    side = await _side(context)
    return screens.proposal(context.t, side) if side is not None and side.awaits_answer else None


async def _active(context: NoticeContext) -> Screen | None:
    side = await _side(context)
    if side is None or side.status != MentorshipStatus.ACTIVE:
        return None
    return screens.active(context.t, side)


async def _ended(context: NoticeContext) -> Screen | None:
    reader = await _reader(context)
    if reader is None:
        return None
    ending = await context.db.read(mentorships.see_ending, reader, _mentorship_id(context.due.payload))
    return screens.ended(context.t, ending) if ending is not None else None


async def _formed(context: NoticeContext) -> Screen | None:
    pair = await _pair(context)
    if pair is None or pair.status != MentorshipStatus.ACTIVE:
        return None
    t = context.t
    text = t("pairing-formed", mentor=t.name(pair.mentor.name), mentee=t.name(pair.mentee.name))
    return Screen(text, inline([button(t.plain("pairing-see-pair"), PairOpened(mentorship_id=pair.id))]))


NOTICES: tuple[Notice, ...] = (
    Notice("pairing.proposed", _proposed),
    Notice("pairing.active", _active),
    Notice("pairing.ended", _ended),
    Notice("pairing.formed", _formed),
)


async def _declined_card(context: CardContext, alert: AlertView) -> Screen | None:
    t = context.t
    pair = await context.db.read(mentorships.see_pair, context.actor, int(alert.subject["mentorship_id"]))
    key = (
        "pairing-alert-mentor-declined"
        if pair.declined_by == Role.MENTOR
        else "pairing-alert-mentee-declined"
    )
    text = t(key, mentor=t.name(pair.mentor.name), mentee=t.name(pair.mentee.name))
    another = CandidatesOpened(membership_id=pair.mentee.membership_id)
    return Screen(
        text, inline([button(t.plain("pairing-propose-another"), another)], alert_buttons(t, alert))
    )


async def _unpaired_card(context: CardContext, alert: AlertView) -> Screen | None:
    t = context.t
    mentee = await context.db.read(
        mentorships.find_mentee, context.actor, int(alert.subject["membership_id"])
    )
    if mentee.unpaired_since is None:
        return None
    text = t(
        "pairing-alert-unpaired",
        name=t.name(mentee.name),
        days=screens.days_since(mentee.unpaired_since, context.now),
        subject=screens.options(t, "subject", mentee.subjects),
        difficulties=t.cut(screens.difficulties(t, mentee), screens.LONG),
    )
    opened = MenteeOpened(membership_id=mentee.membership_id)
    return Screen(text, inline([button(t.plain("pairing-find-mentor"), opened)], alert_buttons(t, alert)))


ALERT_CARDS: dict[AlertKind, AlertCard] = {
    AlertKind.PAIR_DECLINED: _declined_card,
    AlertKind.MENTEE_UNPAIRED: _unpaired_card,
}
