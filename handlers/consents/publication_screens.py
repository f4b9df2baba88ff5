"""Screens of publications: what may stand on the site, and a consent put together question by question."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from aiogram.types import InlineKeyboardButton

from handlers.common.keyboards import button, inline, menu_button, pager
from handlers.common.screen import Screen
from handlers.common.translator import Translator
from handlers.consents import words
from handlers.consents.callbacks import (
    ConsentsOpened,
    PublicationBegun,
    PublicationItem,
    PublicationOpened,
    PublicationPeople,
    PublicationsOpened,
    PublicationStep,
    PublicationStepped,
)
from services.consent_views import ConsentView
from services.mentorship_views import Page
from services.publication_consents import ITEMS, RESOURCES_LIMIT, Board, Candidate, Place

LISTED = 160


def board(t: Translator, view: Board) -> Screen:
    """What may be published today; anything else may not."""
    here, found = view.organization_id, view.items
    head = t(
        "consents-board",
        name=t.cut(view.organization_name, words.ORGANIZATION_SHOWN),
        count=found.total,
    )
    rows = [
        [
            button(
                t.plain("consents-board-entry", name=words.name(t, one.about), until=_until(t, one)),
                PublicationOpened(consent_id=one.id),
            )
        ]
        for one in found.items
    ]
    turn = pager(t, found.page, found.pages, lambda page: PublicationsOpened(organization_id=here, page=page))
    ask = button(t.plain("consents-board-ask"), PublicationPeople(organization_id=here))
    others = [
        [button(name, PublicationsOpened(organization_id=one))] for one, name in view.places if one != here
    ]
    text = head if found.items else "\n\n".join((head, t("consents-board-none")))
    return Screen(text, inline(*rows, turn, [ask], *others, [menu_button(t)]))


def _until(t: Translator, view: ConsentView) -> str:
    return t.short_date(view.valid_until) if view.valid_until else "—"


def one(t: Translator, view: ConsentView) -> Screen:
    """A consent in force: exactly what may be published, where, on which conditions, until when."""
    back = button(t.plain("button-back"), PublicationsOpened(organization_id=view.operator.id))
    return Screen(_publication(t, view), inline([back, menu_button(t)]))


def _publication(t: Translator, view: ConsentView) -> str:
    details = view.details
    return t(
        "consents-publication",
        name=words.name(t, view.about),
        items=words.items(t, details),
        resources=words.resources(t, details),
        recipients=str(details.get("recipients") or view.operator.name),
        conditions=str(details.get("conditions") or t.plain("consents-no-conditions")),
        until=_until(t, view),
    )


def people(t: Translator, organization_id: int, found: Page[Candidate]) -> Screen:
    """Whom to ask for a consent to publication."""
    rows = [
        [
            button(
                t.name(candidate.name),
                PublicationBegun(organization_id=organization_id, membership_id=candidate.membership_id),
            )
        ]
        for candidate in found.items
    ]
    turn = pager(
        t,
        found.page,
        found.pages,
        lambda page: PublicationPeople(organization_id=organization_id, page=page),
    )
    back = button(t.plain("button-back"), PublicationsOpened(organization_id=organization_id))
    text = t("consents-publication-whom") if found.items else t("consents-publication-nobody")
    return Screen(text, inline(*rows, turn, [back]))


# ---- the questions


def _cancel(t: Translator, membership_id: int, organization_id: int) -> list[InlineKeyboardButton]:
    if membership_id:
        return [button(t.plain("button-back"), PublicationPeople(organization_id=organization_id))]
    return [button(t.plain("consents-to-list"), ConsentsOpened())]


def ask_items(t: Translator, organization_id: int, membership_id: int, chosen: Collection[str]) -> Screen:
    boxes = [
        [
            button(
                f"{'☑️' if item in chosen else '⬜'} {t.plain(f'consents-item-{item}')}",
                PublicationItem(item=item),
            )
        ]
        for item in ITEMS
    ]
    done = button(t.plain("consents-next"), PublicationStepped(step=PublicationStep.ITEMS_DONE))
    key = "consents-ask-items-other" if membership_id else "consents-ask-items"
    return Screen(
        t(key), inline(*boxes, [done] if chosen else [], _cancel(t, membership_id, organization_id))
    )


def ask_resources(t: Translator, organization_id: int, membership_id: int) -> Screen:
    return Screen(
        t("consents-ask-resources", limit=RESOURCES_LIMIT),
        inline(_cancel(t, membership_id, organization_id)),
    )


def ask_recipients(
    t: Translator, organization_id: int, membership_id: int, resources: Sequence[str]
) -> Screen:
    own = button(t.plain("consents-own-site"), PublicationStepped(step=PublicationStep.OWN_SITE))
    listed = "\n".join(t.cut(address, LISTED) for address in resources)
    return Screen(
        t("consents-ask-recipients", resources=listed),
        inline([own], _cancel(t, membership_id, organization_id)),
    )


def ask_conditions(t: Translator, organization_id: int, membership_id: int) -> Screen:
    none = button(
        t.plain("consents-without-conditions"), PublicationStepped(step=PublicationStep.NO_CONDITIONS)
    )
    return Screen(t("consents-ask-conditions"), inline([none], _cancel(t, membership_id, organization_id)))


def ask_term(t: Translator, place: Place, membership_id: int) -> Screen:
    year = button(t.plain("consents-one-year"), PublicationStepped(step=PublicationStep.ONE_YEAR))
    school = button(
        t.plain("consents-school-year", day=t.short_date(place.school_year_end)),
        PublicationStepped(step=PublicationStep.SCHOOL_YEAR),
    )
    return Screen(t("consents-ask-term"), inline([year], [school], _cancel(t, membership_id, place.id)))


def asked(t: Translator, organization_id: int) -> Screen:
    """Somebody else was asked."""
    back = button(t.plain("consents-to-publications"), PublicationsOpened(organization_id=organization_id))
    return Screen(t("consents-publication-asked"), inline([back], [menu_button(t)]))


# ---- messages to those who keep the site


def told(t: Translator, view: ConsentView, key: str) -> Screen:
    """A consent was given, refused or withdrawn."""
    opened = button(t.plain("consents-to-publications"), PublicationsOpened(organization_id=view.operator.id))
    return Screen("\n\n".join((t(key), _publication(t, view))), inline([opened], [menu_button(t)]))
