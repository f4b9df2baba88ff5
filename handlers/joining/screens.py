"""Screens of the way in: from what is stored to what is seen."""

from __future__ import annotations

from collections.abc import Iterable

from handlers.common.keyboards import button, inline, menu_button
from handlers.common.roles import ROLE_KEYS
from handlers.common.screen import Screen
from handlers.common.translator import Translator
from handlers.joining.callbacks import (
    ConsentAnswered,
    ConsentReopened,
    InvitationRevoked,
    InvitationShown,
    LanguageChosen,
)
from models import Role
from services.content import ConsentText
from services.joining import PAIRED_ROLES, ConsentAsked, InvitationView

LANGUAGE_NAMES = {"ru": "language-ru", "tt": "language-tt", "en": "language-en"}


def languages(t: Translator) -> Screen:
    """Every language is offered in itself."""
    buttons = [
        button(t.plain(key), LanguageChosen(language=language)) for language, key in LANGUAGE_NAMES.items()
    ]
    return Screen(t("joining-language"), inline(*[[one] for one in buttons]))


def consent(t: Translator, asked: ConsentAsked, text: ConsentText) -> Screen:
    """The consent as a document of its own, with nothing else on the screen but the two answers."""
    body = text.body.in_language(t.language).replace("{organization}", asked.organization_name).strip()
    return Screen(
        t(
            "joining-consent",
            title=text.title.in_language(t.language),
            role=t.plain(ROLE_KEYS[asked.role]),
            body=body,
            version=text.version,
        ),
        inline(
            [button(t.plain("button-agree"), ConsentAnswered(consent_id=asked.consent_id, agrees=True))],
            [button(t.plain("button-disagree"), ConsentAnswered(consent_id=asked.consent_id, agrees=False))],
        ),
    )


def refused(t: Translator, asked: ConsentAsked) -> Screen:
    return Screen(
        t("joining-refused", organization=asked.organization_name),
        inline([button(t.plain("button-read-again"), ConsentReopened())]),
    )


def invitations(t: Translator, choices: Iterable[tuple[int, str, Role]]) -> Screen:
    rows = [
        [
            button(
                t.plain(f"joining-invite-{role.value}", organization=name),
                InvitationShown(organization_id=organization_id, role=role),
            )
        ]
        for organization_id, name, role in choices
    ]
    return Screen(t("joining-invitations"), inline(*rows, [menu_button(t)]))


def invitation(t: Translator, view: InvitationView, organization_id: int, url: str, timezone: str) -> Screen:
    # Pairs are approved by a curator; all others are admitted by the link itself.
    key = "joining-invitation" if view.role in PAIRED_ROLES else "joining-invitation-for-one"
    return Screen(
        t(
            key,
            role=t.plain(ROLE_KEYS[view.role]),
            organization=view.organization_name,
            url=url,
            places=view.places_left,
            until=t.moment(view.expires_at, timezone),
        ),
        inline(
            [
                button(
                    t.plain("button-revoke"),
                    InvitationRevoked(organization_id=organization_id, role=view.role),
                )
            ],
            [menu_button(t)],
        ),
    )


def revoked(t: Translator) -> Screen:
    return Screen(t("joining-revoked"), inline([menu_button(t)]))
