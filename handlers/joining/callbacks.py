"""Buttons of the way in. Ids and keys only: whoever taps is checked again."""

from __future__ import annotations

from aiogram.filters.callback_data import CallbackData

from models import Role


class LanguageChosen(CallbackData, prefix="jn_lang"):
    language: str


class ConsentAnswered(CallbackData, prefix="jn_cons"):
    consent_id: int
    agrees: bool


class ConsentReopened(CallbackData, prefix="jn_open"):
    """The person refused and changed their mind."""


class InvitationsOpened(CallbackData, prefix="jn_inv"):
    """The curator wants the links."""


class InvitationShown(CallbackData, prefix="jn_link"):
    organization_id: int
    role: Role


class InvitationRevoked(CallbackData, prefix="jn_revk"):
    organization_id: int
    role: Role
