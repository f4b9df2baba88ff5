"""Buttons of local acts. Ids and keys only: whoever taps is checked again."""

from __future__ import annotations

from enum import StrEnum

from aiogram.filters.callback_data import CallbackData


class ActsOpened(CallbackData, prefix="ac"):
    """The register. 0: of the person's first organisation."""

    organization_id: int = 0
    page: int = 0


class UnreadOpened(CallbackData, prefix="ac_u"):
    """What I am to read myself."""


class ActOpened(CallbackData, prefix="ac_o"):
    act_id: int


class ActAct(StrEnum):
    """What a tap does with an act. Those that ask lead to a question first."""

    FILE = "f"
    ATTACH_ASK = "aq"
    PUBLISHED = "p"
    UNPUBLISHED = "n"
    SEND_ASK = "sq"
    READERS = "r"
    NUDGE = "d"
    EXPORT = "x"
    REMOVE_ASK = "xq"
    REMOVE = "xx"
    ACKNOWLEDGE = "k"


class ActActed(CallbackData, prefix="ac_a"):
    act_id: int
    act: ActAct


class ReadersPaged(CallbackData, prefix="ac_r"):
    act_id: int
    page: int


class AudienceChosen(CallbackData, prefix="ac_w"):
    act_id: int
    audience: str


class DayChosen(CallbackData, prefix="ac_d"):
    """By when it is to be read: so many days from now; 0: without a day. `audience` is to whom it goes."""

    act_id: int
    audience: str
    days: int


class ActAdded(CallbackData, prefix="ac_n"):
    """A new act: its kind is asked for first."""

    organization_id: int


class KindChosen(CallbackData, prefix="ac_k"):
    organization_id: int
    kind: str


class FormAct(StrEnum):
    """The buttons below the questions about a new act."""

    NO_NUMBER = "n"
    TODAY = "t"
    YESTERDAY = "y"
    KIND_TITLE = "k"
    NO_FILE = "f"
    NO_CHANGE = "c"


class FormActed(CallbackData, prefix="ac_q"):
    act: FormAct


class ReplacedChosen(CallbackData, prefix="ac_p"):
    """The act that the new one amends."""

    act_id: int


class ChecklistOpened(CallbackData, prefix="ac_c"):
    """The mandatory acts of one organisation."""

    organization_id: int


class ActsMatrixOpened(CallbackData, prefix="ac_m"):
    """Which mandatory acts every school below has."""

    organization_id: int
    page: int = 0


class ActsMatrixTaken(CallbackData, prefix="ac_x"):
    organization_id: int
