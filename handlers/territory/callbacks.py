"""Buttons of those above the schools. Ids only: whoever taps is checked again."""

from __future__ import annotations

from aiogram.filters.callback_data import CallbackData

from models.organization import OrganizationKind


class TerritoryOpened(CallbackData, prefix="tr"):
    """The first screen. 0: the first organisation of the person."""

    organization_id: int = 0


class PlanItemsOpened(CallbackData, prefix="tr_i"):
    """A published plan, item by item over all schools."""

    plan_id: int
    page: int = 0


class PlanSchoolsOpened(CallbackData, prefix="tr_s"):
    """A published plan, school by school over all items."""

    plan_id: int
    page: int = 0


class ItemOpened(CallbackData, prefix="tr_io"):
    plan_id: int
    item_id: int
    page: int = 0


class SchoolOpened(CallbackData, prefix="tr_so"):
    plan_id: int
    school_id: int
    page: int = 0


class CellOpened(CallbackData, prefix="tr_c"):
    """One school and one item."""

    school_id: int
    item_id: int


class EvidenceOpened(CallbackData, prefix="tr_e"):
    """What a school has put forward for a duty: the look leaves a trace."""

    duty_id: int


class EvidenceFileOpened(CallbackData, prefix="tr_f"):
    evidence_id: int


class LateNudged(CallbackData, prefix="tr_n"):
    """Remind every school that is late with something of the plan."""

    plan_id: int


class SchoolNudged(CallbackData, prefix="tr_ns"):
    school_id: int


class MatrixTaken(CallbackData, prefix="tr_x"):
    plan_id: int


class PublicationOpened(CallbackData, prefix="tr_p"):
    """An approved plan and which of its items go to the schools."""

    roadmap_id: int
    page: int = 0


class ItemTicked(CallbackData, prefix="tr_t"):
    """The button says what it will do, and does no more when it is tapped twice."""

    item_id: int
    wanted: bool
    page: int = 0


class SuggestedTicked(CallbackData, prefix="tr_ts"):
    roadmap_id: int


class PlanPublished(CallbackData, prefix="tr_go"):
    roadmap_id: int


class OrganizationsOpened(CallbackData, prefix="tr_o"):
    """What stands below, with the links."""

    organization_id: int
    page: int = 0


class LinksShown(CallbackData, prefix="tr_l"):
    organization_id: int


class LinksRenewed(CallbackData, prefix="tr_lr"):
    """Other links; those that are not used lead nowhere any more."""

    organization_id: int


class FoundingStarted(CallbackData, prefix="tr_new"):
    """Make a school or a municipality: its name is typed next."""

    organization_id: int
    kind: OrganizationKind
