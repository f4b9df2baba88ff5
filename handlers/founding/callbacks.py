"""Buttons of the administrators. Whoever taps is checked again."""

from __future__ import annotations

from aiogram.filters.callback_data import CallbackData

from models.organization import OrganizationKind


class DeskOpened(CallbackData, prefix="fo"):
    """What an administrator can do."""


class TreeOpened(CallbackData, prefix="fo_t"):
    """All organisations, page by page."""

    page: int = 0


class LinksTaken(CallbackData, prefix="fo_l"):
    """Links for those who run an organisation."""

    organization_id: int


class LinksRenewed(CallbackData, prefix="fo_r"):
    """Other links; those that are not used lead nowhere any more."""

    organization_id: int


class KindChosen(CallbackData, prefix="fo_k"):
    """What is made; then under what it stands."""

    kind: OrganizationKind
    page: int = 0


class ParentChosen(CallbackData, prefix="fo_p"):
    """0: it stands alone."""

    kind: OrganizationKind
    parent_id: int


class ZoneChosen(CallbackData, prefix="fo_z"):
    """The time zone by its place in the list; then the name is typed."""

    kind: OrganizationKind
    parent_id: int
    zone: int
