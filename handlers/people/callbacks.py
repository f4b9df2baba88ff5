"""What the buttons about people carry: ids, pages and words of ours. Every tap is checked again by the use
case.
"""

from __future__ import annotations

from aiogram.filters.callback_data import CallbackData


class PeopleOpened(CallbackData, prefix="pe_all"):
    """«People»: of curators and heads the list, of others what their role may see."""

    page: int = 0
    chosen: str = "all"


class FiltersOpened(CallbackData, prefix="pe_flt"):
    """Which people to show."""


class SearchStarted(CallbackData, prefix="pe_find"):
    """Ask for a part of a surname."""


class FoundOpened(CallbackData, prefix="pe_fnd"):
    """A page of what was found; the typed words stay in the form."""

    page: int = 0


class NeedsOpened(CallbackData, prefix="pe_need"):
    """What a psychologist, a tutor or a council member may see."""

    page: int = 0
    role: str = ""


class ChangeAsked(CallbackData, prefix="pe_ask"):
    """Pausing, leaving, coming back: asked once more before it is done. `change` is a `Change`."""

    membership_id: int
    change: str


class ChangeMade(CallbackData, prefix="pe_do"):
    membership_id: int
    change: str


class MoveStarted(CallbackData, prefix="pe_mv"):
    """To which school? A page of the others."""

    membership_id: int
    page: int = 0


class MoveAsked(CallbackData, prefix="pe_mvq"):
    membership_id: int
    organization_id: int


class MoveProposed(CallbackData, prefix="pe_mvy"):
    membership_id: int
    organization_id: int


class MoveOpened(CallbackData, prefix="pe_go"):
    """The person reads the consent of the school to which they may move."""

    membership_id: int
    organization_id: int


class MoveAnswered(CallbackData, prefix="pe_goa"):
    membership_id: int
    consent_id: int
    agrees: bool


class LinkShown(CallbackData, prefix="pe_lnk"):
    """The personal link of somebody without Telegram."""

    membership_id: int


class LinkRenewed(CallbackData, prefix="pe_lnew"):
    """Another link in place of the one that got into wrong hands."""

    membership_id: int


class EntryStarted(CallbackData, prefix="pe_add"):
    """Enter a colleague without Telegram. 0: the only school, or let them choose."""

    organization_id: int = 0


class ProfileStarted(CallbackData, prefix="pe_prf"):
    """Fill in the profile of somebody without Telegram."""

    membership_id: int


class OptionChosen(CallbackData, prefix="pe_f_opt"):
    """An answer of a form of this subject. `form` is its id: a button of an earlier one is not current."""

    form: str
    key: str


class StepDone(CallbackData, prefix="pe_f_ok"):
    """Ticking is done, the question is skipped, or the summary is right."""

    form: str


class StepBack(CallbackData, prefix="pe_f_back"):
    form: str


class FormCancelled(CallbackData, prefix="pe_f_stop"):
    form: str


class OnBehalfOpened(CallbackData, prefix="pe_for"):
    """What waits for an answer of somebody without Telegram."""

    page: int = 0


class OnBehalfShown(CallbackData, prefix="pe_f1"):
    """One of these. `kind` is a `Kind`, `id` of the proposal or the meeting."""

    kind: str
    id: int
    membership_id: int


class OnBehalfAnswered(CallbackData, prefix="pe_fa"):
    kind: str
    id: int
    membership_id: int
    yes: bool


class ConclusionsOpened(CallbackData, prefix="pe_con"):
    membership_id: int
    page: int = 0


class ConclusionStarted(CallbackData, prefix="pe_cnew"):
    membership_id: int


class ConclusionOpened(CallbackData, prefix="pe_c1"):
    """Read one; of a sensitive one this tap alone shows the text."""

    conclusion_id: int


class ConclusionRemovalAsked(CallbackData, prefix="pe_cdel"):
    conclusion_id: int


class ConclusionRemoved(CallbackData, prefix="pe_cgone"):
    conclusion_id: int


class OwnParticipationOpened(CallbackData, prefix="pe_own"):
    """«My participation»."""


class OwnChangeAsked(CallbackData, prefix="pe_oask"):
    membership_id: int
    change: str


class OwnChangeMade(CallbackData, prefix="pe_odo"):
    membership_id: int
    change: str
