"""Buttons of consents. Ids and keys only: whoever taps is checked again."""

from __future__ import annotations

from enum import StrEnum

from aiogram.filters.callback_data import CallbackData

# ---- one's own


class ConsentsOpened(CallbackData, prefix="cs"):
    """My consents: what waits for my answer first."""

    page: int = 0


class ConsentOpened(CallbackData, prefix="cs_o"):
    consent_id: int


class ConsentGiven(CallbackData, prefix="cs_a"):
    """An answer below a document. `version` and `language` are those of the words that stood above it."""

    consent_id: int
    agrees: bool
    version: str
    language: str


class ConsentAct(StrEnum):
    """What a tap does with one's own consent. Those that ask lead to a question first."""

    READ = "r"
    FORM = "f"
    WITHDRAW_ASK = "wq"
    WITHDRAW = "w"
    AGAIN = "n"


class ConsentActed(CallbackData, prefix="cs_x"):
    consent_id: int
    act: ConsentAct


# ---- the curator's desk


class ConsentDeskOpened(CallbackData, prefix="cd"):
    """The desk. 0: of the person's first organisation."""

    organization_id: int = 0
    state: str = "a"
    page: int = 0


class DeskAct(StrEnum):
    """What a curator does with a consent of another person."""

    OPEN = "o"
    FORM = "f"
    PAPER = "p"
    UNDO_ASK = "uq"
    UNDO = "u"
    REMIND = "d"


class DeskActed(CallbackData, prefix="cd_x"):
    consent_id: int
    act: DeskAct


class PaperToday(CallbackData, prefix="cd_t"):
    """The paper is dated today: a button below the question about its date."""


class PaperWithoutNumber(CallbackData, prefix="cd_n"):
    """The paper has no number of its own."""


# ---- orders about pairs


class OrdersOpened(CallbackData, prefix="po"):
    """Pairs without an order. 0: of the person's first organisation."""

    organization_id: int = 0
    page: int = 0


class OrderTicked(CallbackData, prefix="po_t"):
    """One more pair for the order, or one less. 0: all that are ready."""

    mentorship_id: int


class OrderGoesOn(CallbackData, prefix="po_g"):
    """The pairs are chosen: number and date come next."""


class OrderToday(CallbackData, prefix="po_d"):
    """The order is dated today."""


class OrderedOpened(CallbackData, prefix="po_l"):
    """The pairs that have their order."""

    organization_id: int
    page: int = 0


class OrderCleared(CallbackData, prefix="po_x"):
    """The order was recorded by mistake. `sure`: asked once more, and confirmed."""

    mentorship_id: int
    sure: bool = False


# ---- helpers


class HelpersOpened(CallbackData, prefix="hp"):
    """Those who help a pair."""

    mentorship_id: int


class HelperWanted(CallbackData, prefix="hp_n"):
    """Whom to ask for help."""

    mentorship_id: int
    page: int = 0


class HelperChosen(CallbackData, prefix="hp_c"):
    mentorship_id: int
    membership_id: int


class HelperEnded(CallbackData, prefix="hp_x"):
    consent_id: int
    sure: bool = False


# ---- amendments


class AmendmentsOpened(CallbackData, prefix="am"):
    """The term of a pair and what was changed about it."""

    mentorship_id: int


class AmendmentBegun(CallbackData, prefix="am_n"):
    """«t»: another term; «c»: another content."""

    mentorship_id: int
    subject: str


class EndChosen(CallbackData, prefix="am_e"):
    """The new last day: so many months after the pair began."""

    months: int


class AmendmentSkipped(CallbackData, prefix="am_s"):
    """No reason is given."""


class AmendmentTakenBack(CallbackData, prefix="am_x"):
    amendment_id: int


# ---- publications


class PublicationsOpened(CallbackData, prefix="pb"):
    """What may be published, for those who keep the site. 0: of the person's first organisation."""

    organization_id: int = 0
    page: int = 0


class PublicationOpened(CallbackData, prefix="pb_o"):
    consent_id: int


class PublicationBegun(CallbackData, prefix="pb_n"):
    """A consent to publication about oneself (`membership_id` 0), or the request for one."""

    organization_id: int
    membership_id: int = 0


class PublicationPeople(CallbackData, prefix="pb_p"):
    """Whom to ask."""

    organization_id: int
    page: int = 0


class PublicationItem(CallbackData, prefix="pb_i"):
    """One item of data more, or less."""

    item: str


class PublicationStep(StrEnum):
    """The buttons below the questions about a publication."""

    ITEMS_DONE = "i"
    OWN_SITE = "o"
    NO_CONDITIONS = "c"
    ONE_YEAR = "y"
    SCHOOL_YEAR = "s"


class PublicationStepped(CallbackData, prefix="pb_s"):
    step: PublicationStep
