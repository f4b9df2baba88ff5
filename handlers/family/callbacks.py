"""Buttons of pupils' places (curators) and of a parent's children. Ids only: who taps is checked again."""

from __future__ import annotations

from aiogram.filters.callback_data import CallbackData

from models import Role


class PupilsOpened(CallbackData, prefix="fm_pup"):
    """The pupils' places of the curator's schools, a page of them."""

    page: int = 0


class PupilOpened(CallbackData, prefix="fm_one"):
    """One pupil's place, as curators see it."""

    membership_id: int


class ParentInvitationAsked(CallbackData, prefix="fm_ask"):
    """A new pupil: where, and in which role?"""


class ParentInvited(CallbackData, prefix="fm_inv"):
    """A new pupil's place and the link for a parent. `after`: the newest place when the button was made."""

    organization_id: int
    role: Role
    after: int = 0


class ParentLinkShown(CallbackData, prefix="fm_lnk"):
    """The link for a (second) parent of a pupil who is there already: by a curator or by a parent."""

    membership_id: int


class PaperConsentBegun(CallbackData, prefix="fm_pap"):
    """A parent consented on paper: the curator is about to record it."""

    membership_id: int


class OwnPaperBegun(CallbackData, prefix="fm_own18"):
    """Somebody who came of age consented on paper."""

    consent_id: int


class PaperConfirmed(CallbackData, prefix="fm_pok"):
    """What was typed about the paper and the child is right."""


class PupilLinkShown(CallbackData, prefix="fm_plk"):
    """The link by which the pupil opens the bot, for the curator."""

    membership_id: int


class PaperWithdrawalAsked(CallbackData, prefix="fm_pwq"):
    """A curator received a withdrawal on paper, of anybody: what will stop, and when did it come?"""

    membership_id: int


class ReceivedToday(CallbackData, prefix="fm_prt"):
    """The withdrawal came today."""


class RelationChosen(CallbackData, prefix="fm_rel"):
    child_id: int
    relation: str


class ParentalAsked(CallbackData, prefix="fm_cns"):
    """Show the text of the parental consent (again)."""

    child_id: int


class ParentalAnswered(CallbackData, prefix="fm_ans"):
    consent_id: int
    agrees: bool


class BirthdayConfirmed(CallbackData, prefix="fm_bok"):
    """The date that was typed is right."""


class DetailsBegun(CallbackData, prefix="fm_det"):
    """Type the child's name and birthday, anew or again."""

    child_id: int


class ChildApplicationBegun(CallbackData, prefix="fm_app"):
    """The parent fills the application of a younger child in."""

    child_id: int


class ChildLinkShown(CallbackData, prefix="fm_own"):
    """The link by which the child opens the bot."""

    child_id: int


class ChildDataOpened(CallbackData, prefix="fm_dat"):
    """What is stored about the child."""

    child_id: int


class ChildDataDownloaded(CallbackData, prefix="fm_fil"):
    child_id: int


class ChildWithdrawalExplained(CallbackData, prefix="fm_wex"):
    child_id: int


class ChildWithdrawalAsked(CallbackData, prefix="fm_wsu"):
    consent_id: int


class ChildWithdrawalConfirmed(CallbackData, prefix="fm_wok"):
    consent_id: int


class MajorityAnswered(CallbackData, prefix="fm_maj"):
    """The young person's own answer when they have come of age."""

    consent_id: int
    agrees: bool
