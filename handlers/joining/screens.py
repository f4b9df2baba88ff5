"""Screens of the way in: the language, the consent, and what follows from a refusal."""

from __future__ import annotations

from handlers.common.keyboards import button, inline
from handlers.common.roles import ROLE_KEYS
from handlers.common.screen import Screen
from handlers.common.translator import Translator
from handlers.joining.callbacks import ConsentAnswered, ConsentReopened, LanguageChosen, SearchStarted
from services.content import ConsentText
from services.joining import ConsentAsked

LANGUAGE_NAMES = {"ru": "language-ru", "tt": "language-tt", "en": "language-en"}


def languages(t: Translator) -> Screen:
    """Every language is offered in itself."""
    buttons = [
        button(t.plain(key), LanguageChosen(language=language)) for language, key in LANGUAGE_NAMES.items()
    ]
    return Screen(t("joining-language"), inline(*[[one] for one in buttons]))


def consent(t: Translator, asked: ConsentAsked, text: ConsentText) -> Screen:
    """The consent as a document of its own, with nothing else on the screen but the two answers."""
    return Screen(
        t(
            "joining-consent" if asked.is_invited else "joining-consent-own-wish",
            title=text.title.in_language(t.language),
            role=t.plain(ROLE_KEYS[asked.role]),
            body=text.filled(t.language, organization=asked.organization_name),
            version=text.version,
        ),
        inline(
            [button(t.plain("button-agree"), ConsentAnswered(consent_id=asked.consent_id, agrees=True))],
            [button(t.plain("button-disagree"), ConsentAnswered(consent_id=asked.consent_id, agrees=False))],
        ),
    )


def start_young(t: Translator, asked: ConsentAsked) -> Screen:
    """A pupil below 14: the parent has consented, and there is nothing to agree to but the beginning."""
    answer = ConsentAnswered(consent_id=asked.consent_id, agrees=True)
    return Screen(
        t("joining-start-young", organization=asked.organization_name),
        inline([button(t.plain("button-begin"), answer)]),
    )


def refused(t: Translator, asked: ConsentAsked) -> Screen:
    return Screen(
        t("joining-refused", organization=asked.organization_name),
        inline(
            [button(t.plain("button-read-again"), ConsentReopened())],
            [button(t.plain("joining-find-other"), SearchStarted())],
        ),
    )
