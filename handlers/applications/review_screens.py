"""Screens of the yearly review: the question, the answer, the curator's view of who has not answered."""

from __future__ import annotations

from collections.abc import Sequence

from aiogram.types import InlineKeyboardButton

from handlers.applications import screens
from handlers.applications.callbacks import ReviewAnswered, ReviewOpened, ReviewsOpened, ReviewsReminded
from handlers.common.keyboards import button, inline, menu_button, pager
from handlers.common.roles import ROLE_KEYS
from handlers.common.screen import Screen
from handlers.common.translator import Html, Translator
from models import ApplicationStatus
from services.annual_review import ReviewOverview, ReviewView, Unconfirmed
from services.application_views import ApplicationView
from services.content import Content
from services.names import PersonName

NAMES_LISTED = 20
NAME_SHOWN = 60


def question(t: Translator, content: Content, view: ReviewView) -> Screen:
    """What the school knows, and the two answers."""
    lines = [
        t("review-asked", organization=view.organization_name, role=t.plain(ROLE_KEYS[view.role])),
        screens.answers(t, content, _as_application(view)),
        t("review-asked-hint"),
    ]
    if not view.is_own:
        lines.insert(1, t("review-about", name=t.cut(t.name(view.name), NAME_SHOWN)))
    return Screen(Html("\n\n".join(line for line in lines if line)), inline(*_answers(t, view.membership_id)))


def _answers(t: Translator, membership_id: int) -> list[list[InlineKeyboardButton]]:
    return [
        [button(t.plain("review-right"), ReviewAnswered(membership_id=membership_id, is_right=True))],
        [button(t.plain("review-renew"), ReviewAnswered(membership_id=membership_id, is_right=False))],
    ]


def _as_application(view: ReviewView) -> ApplicationView:
    """The profile, worded as answers are."""
    return ApplicationView(
        id=0,
        role=view.role,
        status=ApplicationStatus.APPROVED,
        questionnaire=view.questionnaire,
        position=0,
        total=0,
        correcting=False,
        answers=view.answers,
        return_reason="",
        name=view.name,
        organization_id=0,
        organization_name=view.organization_name,
        submitted_at=None,
        version=view.version,
        partition=view.partition,
    )


def confirmed(t: Translator, view: ReviewView) -> Screen:
    key = "review-thanks" if view.is_own else "review-confirmed-for"
    return Screen(t(key, name=t.cut(t.name(view.name), NAME_SHOWN)), inline([menu_button(t)]))


def card(
    t: Translator,
    organization_id: int,
    names: Sequence[PersonName],
    is_offline: bool,
    buttons: list[InlineKeyboardButton],
) -> Screen:
    """Who has not confirmed: those who keep silent, or those whom only the curator can ask."""
    listed = [t("review-name", name=t.cut(t.name(one), NAME_SHOWN)) for one in names[:NAMES_LISTED]]
    if len(names) > NAMES_LISTED:
        listed.append(t("review-more", count=len(names) - NAMES_LISTED))
    key = "review-card-offline" if is_offline else "review-card-silent"
    remind = button(t.plain("review-remind"), ReviewsReminded(organization_id=organization_id))
    look = button(t.plain("review-open"), ReviewsOpened(organization_id=organization_id))
    return Screen(
        t(key, count=len(names), names=Html("\n".join(listed))),
        inline([] if is_offline else [remind], [look], buttons),
    )


def overview(t: Translator, view: ReviewOverview) -> Screen:
    """How many have confirmed, and who has not; for those without Telegram the curator answers."""
    lines = [
        t("review-overview", organization=view.organization_name, confirmed=view.confirmed, total=view.total)
    ]
    if view.waiting:
        lines.append("\n".join(_waiting_line(t, one) for one in view.waiting))
    rows = [[_ask_for(t, one)] for one in view.waiting if not one.is_reachable and not one.is_at_curator]
    turns = pager(
        t, view.page, view.pages, lambda page: ReviewsOpened(organization_id=view.organization_id, page=page)
    )
    remind = [button(t.plain("review-remind"), ReviewsReminded(organization_id=view.organization_id))]
    can_remind = any(one.is_reachable and not one.is_at_curator for one in view.waiting)
    return Screen("\n\n".join(lines), inline(*rows, turns, remind if can_remind else [], [menu_button(t)]))


def _waiting_line(t: Translator, one: Unconfirmed) -> str:
    name = t.cut(t.name(one.name), NAME_SHOWN)
    return t("review-at-curator" if one.is_at_curator else "review-name", name=name)


def _ask_for(t: Translator, one: Unconfirmed) -> InlineKeyboardButton:
    label = t.plain("review-answer-for", name=t.cut(t.name(one.name), NAME_SHOWN))
    return button(label, ReviewOpened(membership_id=one.membership_id))


def reminded(t: Translator, count: int) -> str:
    return t("review-reminded", count=count) if count else t("review-reminded-before")
