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


# ---- without a link


class SearchStarted(CallbackData, prefix="jn_find"):
    """Somebody looks for their school, or a member for one more."""


class FoundShown(CallbackData, prefix="jn_fp"):
    """A page of what was found. What was typed stands in the button, and nowhere else."""

    page: int
    query: str


class SchoolChosen(CallbackData, prefix="jn_sch"):
    organization_id: int


class JoiningAsked(CallbackData, prefix="jn_ask"):
    organization_id: int
    role: Role


class FamilyTold(CallbackData, prefix="jn_fam"):
    """A pupil or a parent: they come by a personal link."""

    organization_id: int


# ---- links for others


class InvitationsOpened(CallbackData, prefix="jn_inv"):
    """Whom to invite. 0: the first organisation of the person."""

    organization_id: int = 0


class InvitationShown(CallbackData, prefix="jn_link"):
    """The current link for a role, or a new one."""

    organization_id: int
    role: Role


class InvitationOpened(CallbackData, prefix="jn_one"):
    invitation_id: int


class LiveOpened(CallbackData, prefix="jn_live"):
    """The links that are still good."""

    organization_id: int
    page: int = 0


class AnotherStarted(CallbackData, prefix="jn_new"):
    """One more link, with places and a term of one's own choice."""

    organization_id: int
    role: Role


class AffiliationChosen(CallbackData, prefix="jn_aff"):
    """Whose people the link is for. 0: those of the organisation itself."""

    organization_id: int
    role: Role
    partner_id: int


class PlacesChosen(CallbackData, prefix="jn_pl"):
    organization_id: int
    role: Role
    partner_id: int
    places: int


class TermChosen(CallbackData, prefix="jn_mk"):
    """The last answer: the link is made."""

    organization_id: int
    role: Role
    partner_id: int
    places: int
    days: int


class QrTaken(CallbackData, prefix="jn_qr"):
    invitation_id: int


class SheetTaken(CallbackData, prefix="jn_sht"):
    """A page for the staff room, to be printed."""

    invitation_id: int


class RevokeAsked(CallbackData, prefix="jn_rask"):
    invitation_id: int


class InvitationRevoked(CallbackData, prefix="jn_revk"):
    invitation_id: int
