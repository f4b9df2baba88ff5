"""Buttons of an application and of the decision about it: ids and keys only, whoever taps is checked anew."""

from __future__ import annotations

from enum import StrEnum

from aiogram.filters.callback_data import CallbackData


class Step(StrEnum):
    CHOOSE = "c"
    TICK = "t"
    UNTICK = "u"
    DONE = "d"
    SKIP = "s"
    BACK = "b"
    CORRECT = "e"
    PAGE = "p"


class Answered(CallbackData, prefix="jn_ans"):
    """A tap on a question: the key tells which one, so that a button of an earlier screen is recognised."""

    application_id: int
    step: Step
    question: str
    option: str = ""


class SummaryPaged(CallbackData, prefix="jn_sum"):
    """Another page of the summary."""

    application_id: int
    page: int


class Submitted(CallbackData, prefix="jn_sub"):
    application_id: int


class ApplicationContinued(CallbackData, prefix="jn_cont"):
    application_id: int


class WithdrawalAsked(CallbackData, prefix="jn_wdq"):
    """Take the application back? Changes nothing."""

    application_id: int


class ApplicationWithdrawn(CallbackData, prefix="jn_wd"):
    application_id: int


class ApplicationDecided(CallbackData, prefix="jn_dec"):
    application_id: int
    approves: bool


class ApplicationHandedUp(CallbackData, prefix="jn_up"):
    """The curator passes it on to the head."""

    application_id: int


class ApplicationSeen(CallbackData, prefix="jn_see"):
    application_id: int
    page: int = 0


class ReasonChosen(CallbackData, prefix="jn_why"):
    """One of the ready-made reasons."""

    application_id: int
    reason: str


class ReviewAnswered(CallbackData, prefix="jn_rev"):
    """The yearly question: is the profile right still, or has something changed?"""

    membership_id: int
    is_right: bool


class ReviewOpened(CallbackData, prefix="jn_rvo"):
    """The profile of somebody without Telegram, for whom the curator answers."""

    membership_id: int


class ReviewsOpened(CallbackData, prefix="jn_rvs"):
    """How many have confirmed this year, and who has not."""

    organization_id: int
    page: int = 0


class ReviewsReminded(CallbackData, prefix="jn_rvr"):
    """Ask all who keep silent once more."""

    organization_id: int
