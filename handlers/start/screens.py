"""What is said to strangers, and help that names what this person can do now."""

from __future__ import annotations

from aiogram.types import KeyboardButton, ReplyKeyboardMarkup

from handlers.common.keyboards import button, inline, menu_button
from handlers.common.screen import Screen
from handlers.common.translator import Texts, Translator
from handlers.joining.callbacks import SearchStarted
from models import Role
from services.access import Actor
from services.content import LANGUAGES

HELP = {role: f"help-{role.value}" for role in Role}


def stranger(texts: Texts) -> Screen:
    """In all languages: which one the person reads is not known."""
    text = "\n\n".join(texts.translator(language)("start-stranger") for language in LANGUAGES)
    words = " · ".join(texts.translator(language).plain("start-find") for language in LANGUAGES)
    return Screen(text, inline([button(f"🔎 {words}", SearchStarted())]))


def help_(t: Translator, actor: Actor | None) -> Screen:
    if actor is None or not actor.has_consented:
        return Screen("\n\n".join((t("help-stranger"), t("help-common"))))
    parts = [t("help-title")]
    parts += [t(HELP[role]) for role in HELP if actor.sees_as(role)]
    return Screen("\n\n".join((*parts, t("help-common"))), inline([menu_button(t)]))


def reply_keyboard(t: Translator) -> ReplyKeyboardMarkup:
    """Two words that are always at hand."""
    row = [KeyboardButton(text=t.plain("button-menu")), KeyboardButton(text=t.plain("button-help"))]
    return ReplyKeyboardMarkup(keyboard=[row], resize_keyboard=True, is_persistent=True)
