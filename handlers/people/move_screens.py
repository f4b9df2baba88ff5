"""Changing schools, as the curator offers it and as the person decides."""

from __future__ import annotations

from handlers.applications.callbacks import ApplicationContinued
from handlers.common.callbacks import PersonOpened
from handlers.common.keyboards import button, inline, menu_button, pager
from handlers.common.screen import Screen
from handlers.common.translator import Translator
from handlers.people.callbacks import (
    MoveAnswered,
    MoveAsked,
    MoveOpened,
    MoveProposed,
    MoveStarted,
)
from handlers.people.screens import role_name
from services.content import ConsentText
from services.mentorship_views import Page
from services.transfers import Place, Transfer, TransferAsked


def schools(t: Translator, membership_id: int, found: Page[Place]) -> Screen:
    back = button(t.plain("people-to-card"), PersonOpened(membership_id=membership_id))
    rows = [
        [button(one.name, MoveAsked(membership_id=membership_id, organization_id=one.organization_id))]
        for one in found.items
    ]
    turns = pager(
        t, found.page, found.pages, lambda page: MoveStarted(membership_id=membership_id, page=page)
    )
    text = t("people-move-where") if found.items else t("people-move-nowhere")
    return Screen(text, inline(*rows, turns, [back, menu_button(t)]))


def ask(t: Translator, one: Transfer) -> Screen:
    ids = {"membership_id": one.membership_id, "organization_id": one.there.organization_id}
    return Screen(
        t("people-move-sure", name=t.name(one.name), school=one.there.name),
        inline(
            [button(t.plain("people-move-offer"), MoveProposed(**ids))],
            [button(t.plain("button-back"), MoveStarted(membership_id=one.membership_id))],
        ),
    )


def offered(t: Translator, one: Transfer) -> Screen:
    back = button(t.plain("people-to-card"), PersonOpened(membership_id=one.membership_id))
    text = t("people-move-offered", name=t.name(one.name), school=one.there.name)
    return Screen(text, inline([back, menu_button(t)]))


def notice(t: Translator, one: Transfer) -> Screen:
    """The question to the person."""
    go = MoveOpened(membership_id=one.membership_id, organization_id=one.there.organization_id)
    text = t("people-move-notice", here=one.here.name, there=one.there.name)
    return Screen(
        text,
        inline([button(t.plain("people-move-go", school=one.there.name), go)], [menu_button(t)]),
    )


def consent(t: Translator, asked: TransferAsked, text: ConsentText) -> Screen:
    """The new school's consent as a document of its own, with nothing else on the screen but the two
    answers.
    """
    transfer = asked.transfer
    body = text.filled(t.language, organization=transfer.there.name)
    ids = {"membership_id": transfer.membership_id, "consent_id": asked.consent_id}
    return Screen(
        t(
            "joining-consent",
            title=text.title.in_language(t.language),
            role=role_name(t, transfer.role),
            body=body,
            version=text.version,
        ),
        inline(
            [button(t.plain("button-agree"), MoveAnswered(**ids, agrees=True))],
            [button(t.plain("button-disagree"), MoveAnswered(**ids, agrees=False))],
        ),
    )


def stayed(t: Translator, one: Transfer) -> Screen:
    return Screen(t("people-move-stayed", here=one.here.name, there=one.there.name), inline([menu_button(t)]))


def moved(t: Translator, application_id: int) -> Screen:
    go_on = button(t.plain("people-move-check"), ApplicationContinued(application_id=application_id))
    return Screen(t("people-move-done"), inline([go_on], [menu_button(t)]))
