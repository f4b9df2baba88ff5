"""The order in which routers are asked, in one place: commands, the way in, the gate, the subjects, and the
catch-all last.
"""

from __future__ import annotations

import copy
from typing import TypeGuard

from aiogram import Dispatcher, Router
from aiogram.filters.callback_data import CallbackQueryFilter

from handlers.acts import menu as acts_menu
from handlers.acts import notices as acts_notices
from handlers.acts import router as acts_router
from handlers.alerts import menu as alerts_menu
from handlers.alerts import notices as alerts_notices
from handlers.alerts import router as alerts_router
from handlers.applications import notices as applications_notices
from handlers.applications import review_router as applications_review_router
from handlers.applications import router as applications_router
from handlers.audit import menu as audit_menu
from handlers.audit import router as audit_router
from handlers.availability import menu as availability_menu
from handlers.availability import router as availability_router
from handlers.board import menu as board_menu
from handlers.board import notices as board_notices
from handlers.board import router as board_router
from handlers.calendar import notices as calendar_notices
from handlers.calendar import router as calendar_router
from handlers.common.alerts import install_cards
from handlers.common.filters import ButtonOf, PrivateChat
from handlers.common.notices import Notice
from handlers.consents import desk_router as consents_desk_router
from handlers.consents import menu as consents_menu
from handlers.consents import notices as consents_notices
from handlers.consents import orders_router as consents_orders_router
from handlers.consents import pair_router as consents_pair_router
from handlers.consents import publication_router as consents_publication_router
from handlers.consents import router as consents_router
from handlers.family import menu as family_menu
from handlers.family import notices as family_notices
from handlers.family import router as family_router
from handlers.feedback import notices as feedback_notices
from handlers.feedback import router as feedback_router
from handlers.founding import router as founding_router
from handlers.help import menu as help_menu
from handlers.help import notices as help_notices
from handlers.help import router as help_router
from handlers.indicators import menu as indicators_menu
from handlers.indicators import notices as indicators_notices
from handlers.indicators import router as indicators_router
from handlers.joining import finding_router as joining_finding_router
from handlers.joining import invitations_router as joining_invitations_router
from handlers.joining import menu as joining_menu
from handlers.joining import notices as joining_notices
from handlers.joining import router as joining_router
from handlers.journal import diary_router as journal_diary_router
from handlers.journal import form_router as journal_form_router
from handlers.journal import menu as journal_menu
from handlers.journal import notes_router as journal_notes_router
from handlers.journal import notices as journal_notices
from handlers.journal import router as journal_router
from handlers.journal import tasks_router as journal_tasks_router
from handlers.journal import trial_router as journal_trial_router
from handlers.meetings import answer_router as meetings_answer_router
from handlers.meetings import form_router as meetings_form_router
from handlers.meetings import menu as meetings_menu
from handlers.meetings import notices as meetings_notices
from handlers.meetings import plan_notices as meetings_plan_notices
from handlers.meetings import plan_router as meetings_plan_router
from handlers.meetings import router as meetings_router
from handlers.meetings import series_notices as meetings_series_notices
from handlers.meetings import series_router as meetings_series_router
from handlers.menu import notices as menu_notices
from handlers.menu import router as menu_router
from handlers.menu.current import Menu
from handlers.pairing import menu as pairing_menu
from handlers.pairing import notices as pairing_notices
from handlers.pairing import router as pairing_router
from handlers.people import acts_router as people_acts_router
from handlers.people import form_router as people_form_router
from handlers.people import menu as people_menu
from handlers.people import notices as people_notices
from handlers.people import router as people_router
from handlers.plans import form_router as plans_form_router
from handlers.plans import meaning_router as plans_meaning_router
from handlers.plans import menu as plans_menu
from handlers.plans import notices as plans_notices
from handlers.plans import router as plans_router
from handlers.plans import upload_router as plans_upload_router
from handlers.privacy import menu as privacy_menu
from handlers.privacy import notices as privacy_notices
from handlers.privacy import router as privacy_router
from handlers.registries import import_router as registries_import_router
from handlers.registries import menu as registries_menu
from handlers.registries import notices as registries_notices
from handlers.registries import router as registries_router
from handlers.registries import shortlist_router as registries_shortlist_router
from handlers.roadmap import form_router as roadmap_form_router
from handlers.roadmap import menu as roadmap_menu
from handlers.roadmap import notices as roadmap_notices
from handlers.roadmap import plan_router as roadmap_plan_router
from handlers.roadmap import router as roadmap_router
from handlers.settings import menu as settings_menu
from handlers.settings import partners_router as settings_partners_router
from handlers.settings import router as settings_router
from handlers.speed import form_router as speed_form_router
from handlers.speed import menu as speed_menu
from handlers.speed import notices as speed_notices
from handlers.speed import router as speed_router
from handlers.start import router as start_router
from handlers.territory import menu as territory_menu
from handlers.territory import notices as territory_notices
from handlers.territory import router as territory_router

SUBJECTS = (
    alerts_notices,
    joining_notices,
    applications_notices,
    consents_notices,
    pairing_notices,
    board_notices,
    people_notices,
    meetings_notices,
    meetings_series_notices,
    meetings_plan_notices,
    journal_notices,
    calendar_notices,
    feedback_notices,
    help_notices,
    speed_notices,
    roadmap_notices,
    plans_notices,
    territory_notices,
    acts_notices,
    indicators_notices,
    family_notices,
    registries_notices,
    privacy_notices,
)


def menu() -> Menu:
    """The main menu: what waits for a decision first, one's own data last."""
    return Menu(
        (
            *alerts_menu.ENTRIES,
            *consents_menu.ENTRIES,
            *pairing_menu.ENTRIES,
            *board_menu.ENTRIES,
            *people_menu.ENTRIES,
            *journal_menu.ENTRIES,
            *meetings_menu.ENTRIES,
            *help_menu.ENTRIES,
            *help_menu.DESK_ENTRIES,
            *speed_menu.ENTRIES,
            *roadmap_menu.ENTRIES,
            *plans_menu.ENTRIES,
            *indicators_menu.ENTRIES,
            *acts_menu.ENTRIES,
            *territory_menu.ENTRIES,
            *registries_menu.ENTRIES,
            *joining_menu.ENTRIES,
            *availability_menu.ENTRIES,
            *settings_menu.ENTRIES,
            *family_menu.ENTRIES,
            *audit_menu.ENTRIES,
            *people_menu.OWN_ENTRIES,
            *privacy_menu.ENTRIES,
        )
    )


ROUTERS = (
    start_router.entry,
    joining_router.entry,
    joining_finding_router.entry,
    founding_router.entry,
    start_router.gate,
    menu_router.router,
    joining_invitations_router.router,
    settings_partners_router.router,
    settings_router.router,
    applications_router.router,
    applications_review_router.router,
    consents_router.router,
    consents_desk_router.router,
    consents_orders_router.router,
    consents_pair_router.router,
    consents_publication_router.router,
    alerts_router.router,
    pairing_router.router,
    board_router.router,
    people_form_router.router,
    people_router.router,
    people_acts_router.router,
    meetings_plan_router.router,
    meetings_form_router.router,
    availability_router.router,
    meetings_answer_router.router,
    meetings_series_router.router,
    meetings_router.router,
    journal_form_router.router,
    journal_router.router,
    journal_notes_router.router,
    journal_tasks_router.router,
    journal_trial_router.router,
    journal_diary_router.router,
    calendar_router.router,
    feedback_router.router,
    help_router.router,
    speed_form_router.router,
    speed_router.router,
    roadmap_form_router.router,
    roadmap_router.router,
    plans_upload_router.router,
    plans_form_router.router,
    plans_meaning_router.router,
    plans_router.router,
    roadmap_plan_router.router,
    territory_router.router,
    acts_router.router,
    indicators_router.router,
    family_router.router,
    audit_router.router,
    registries_import_router.router,
    registries_shortlist_router.router,
    registries_router.router,
    privacy_router.router,
    menu_router.fallback,
)


def register(dispatcher: Dispatcher) -> None:
    """Attach every router, in this order. Whoever has not consented gets no further than the gate."""
    dispatcher.message.filter(PrivateChat())
    dispatcher.callback_query.filter(PrivateChat())
    # aiogram gives a router to one dispatcher for ever; each gets its own copies, so that there may be
    # several.
    dispatcher.include_routers(*(_spared(_copied(router)) for router in ROUTERS))
    for subject in SUBJECTS:
        install_cards(getattr(subject, "ALERT_CARDS", {}))


def _copied(router: Router) -> Router:
    """A router of its own with the same handlers: those never change, and copying them would take longer than
    all the rest of a start.
    """
    handlers = (one for observer in router.observers.values() for one in observer.handlers)
    return copy.deepcopy(router, {id(one): one for one in handlers})


def _spared(router: Router) -> Router:
    """A router that knows all its buttons is not asked about the buttons of others."""
    handlers = router.callback_query.handlers
    kinds = [
        next((one.callback.callback_data for one in handler.filters or () if _is_button(one.callback)), None)
        for handler in handlers
    ]
    if kinds and None not in kinds:
        router.callback_query.filter(ButtonOf(frozenset(kind.__prefix__ for kind in kinds if kind)))
    return router


def _is_button(known: object) -> TypeGuard[CallbackQueryFilter]:
    return isinstance(known, CallbackQueryFilter)


def notices(shown_menu: Menu) -> dict[str, Notice]:
    """Every kind of message that the outbox may hold."""
    known = [notice for subject in SUBJECTS for notice in subject.NOTICES]
    return {notice.kind: notice for notice in (*known, *menu_notices.notices(shown_menu))}
