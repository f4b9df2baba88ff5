"""Buttons of /mydata, and of the desk that answers for it. A withdrawal names its consent, so that a button
of an earlier day does nothing.
"""

from __future__ import annotations

from enum import StrEnum

from aiogram.filters.callback_data import CallbackData

from models import RequestKind


class MyDataOpened(CallbackData, prefix="pv_data"):
    """What is stored about me."""


class MyDataDownloaded(CallbackData, prefix="pv_file"):
    """The same as a file."""


class WithdrawalExplained(CallbackData, prefix="pv_why"):
    """The first step: what a withdrawal does. Changes nothing."""


class WithdrawalAsked(CallbackData, prefix="pv_sure"):
    """The second step: are you sure? Changes nothing."""

    consent_id: int


class WithdrawalConfirmed(CallbackData, prefix="pv_drop"):
    consent_id: int


class NameCorrectionAsked(CallbackData, prefix="pv_name"):
    """Mend one's own name, or a child's."""

    child_id: int = 0


class RequestsOpened(CallbackData, prefix="pv_rqs"):
    """What one may ask about one's data, or about a child's."""

    child_id: int = 0


class RequestAsked(CallbackData, prefix="pv_ask"):
    """A request of this kind: where to, then which words. 0: the place is still to be chosen."""

    kind: RequestKind
    child_id: int = 0
    organization_id: int = 0


class RequestDeskOpened(CallbackData, prefix="pv_desk"):
    """The requests of the school's people, for curators and heads."""

    page: int = 0


class RequestOpened(CallbackData, prefix="pv_req"):
    request_id: int


class RequestAct(StrEnum):
    ANSWER = "a"
    EXTEND = "e"


class RequestActed(CallbackData, prefix="pv_ract"):
    """A curator is about to write the answer, or why the term is put off."""

    request_id: int
    act: RequestAct


class PaperRequestBegun(CallbackData, prefix="pv_pap"):
    """Somebody brought a request on paper: the curator is about to enter it."""

    membership_id: int


class PaperKindChosen(CallbackData, prefix="pv_pkn"):
    membership_id: int
    kind: RequestKind


class PaperReceivedToday(CallbackData, prefix="pv_ptd"):
    """The day of receipt; what was typed stays in the form."""


class CasesOpened(CallbackData, prefix="pv_case"):
    """The withdrawals of the school, with their acts of destruction."""

    page: int = 0


class DestructionActTaken(CallbackData, prefix="pv_doc"):
    case_id: int
