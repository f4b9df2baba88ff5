"""Buttons of the registries. Ids and keys only: whoever taps is checked again."""

from __future__ import annotations

from aiogram.filters.callback_data import CallbackData

from models import Partition, Role
from services.registry.columns import Grade


class RegistriesOpened(CallbackData, prefix="rg"):
    """The desk. 0: the first organisation of the person."""

    organization_id: int = 0


class RegistryOpened(CallbackData, prefix="rg_r"):
    """One registry: what can be taken of it, and by what it can be approved."""

    organization_id: int
    role: Role
    partition: Partition


class RegistryTaken(CallbackData, prefix="rg_x"):
    """The file of one grade."""

    organization_id: int
    role: Role
    partition: Partition
    grade: Grade


# ---- a staff file


class ImportStarted(CallbackData, prefix="rg_i"):
    organization_id: int


class TemplateTaken(CallbackData, prefix="rg_t"):
    organization_id: int


class ImportConfirmed(CallbackData, prefix="rg_ok"):
    """`form` is the file that was shown: a button under another one does nothing."""

    form: str


class WrongRowsTaken(CallbackData, prefix="rg_w"):
    form: str


# ---- approving by an order


class ApprovalStarted(CallbackData, prefix="rg_a"):
    organization_id: int
    role: Role
    partition: Partition


class OrderedToday(CallbackData, prefix="rg_ad"):
    form: str


class SnapshotsOpened(CallbackData, prefix="rg_s"):
    organization_id: int
    page: int = 0


class SnapshotOpened(CallbackData, prefix="rg_so"):
    snapshot_id: int


class SnapshotTaken(CallbackData, prefix="rg_sx"):
    snapshot_id: int


# ---- mentors for a programme


class ShortlistsOpened(CallbackData, prefix="rg_l"):
    organization_id: int
    page: int = 0


class ShortlistOpened(CallbackData, prefix="rg_lo"):
    shortlist_id: int


class RemovalAsked(CallbackData, prefix="rg_ld"):
    shortlist_id: int


class ShortlistRemoved(CallbackData, prefix="rg_lr"):
    shortlist_id: int


class WishStarted(CallbackData, prefix="rg_n"):
    organization_id: int


class SubjectWished(CallbackData, prefix="rg_ns"):
    """An empty key: any."""

    form: str
    key: str = ""


class TopicTicked(CallbackData, prefix="rg_nt"):
    """The button says what it will do, and does no more when it is tapped twice."""

    form: str
    key: str
    wanted: bool


class TopicsChosen(CallbackData, prefix="rg_nd"):
    form: str


class FormWished(CallbackData, prefix="rg_nf"):
    """An empty key: any."""

    form: str
    key: str = ""


class FittingPaged(CallbackData, prefix="rg_np"):
    form: str
    page: int


class MentorTicked(CallbackData, prefix="rg_nm"):
    form: str
    membership_id: int
    wanted: bool
    page: int = 0


class ShortlistNamed(CallbackData, prefix="rg_ng"):
    """The mentors are chosen: the title is typed next."""

    form: str
