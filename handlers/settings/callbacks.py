"""Buttons of the settings. Ids and keys only: whoever taps is checked again."""

from __future__ import annotations

from aiogram.filters.callback_data import CallbackData


class SettingsOpened(CallbackData, prefix="st"):
    """All settings. 0: of the first organisation of the person."""

    organization_id: int = 0
    page: int = 0


class SettingOpened(CallbackData, prefix="st_o"):
    organization_id: int
    key: str


class ValueChosen(CallbackData, prefix="st_v"):
    """One of what is offered."""

    organization_id: int
    key: str
    value: str


class PartnersOpened(CallbackData, prefix="pt"):
    organization_id: int
    page: int = 0


class PartnerOpened(CallbackData, prefix="pt_o"):
    partner_id: int


class PartnerStarted(CallbackData, prefix="pt_new"):
    """Make a partner: its name is typed next."""

    organization_id: int


class PartnerLinksTaken(CallbackData, prefix="pt_l"):
    partner_id: int


class PartnerLinksRenewed(CallbackData, prefix="pt_r"):
    """Another link; one that is not used leads nowhere any more."""

    partner_id: int


class AgreementStarted(CallbackData, prefix="pt_a"):
    """The agreement was signed: number and date are typed next."""

    partner_id: int


class AgreementBlankTaken(CallbackData, prefix="pt_b"):
    """The agreement as a document to be completed and signed."""

    partner_id: int
