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


class Answered(CallbackData, prefix="jn_ans"):
    """A tap on a question: the key tells which one, so that a button of an earlier screen is recognised."""

    application_id: int
    step: Step
    question: str
    option: str = ""


class Submitted(CallbackData, prefix="jn_sub"):
    application_id: int


class ApplicationContinued(CallbackData, prefix="jn_cont"):
    application_id: int


class ApplicationDecided(CallbackData, prefix="jn_dec"):
    application_id: int
    approves: bool


class ApplicationSeen(CallbackData, prefix="jn_see"):
    application_id: int


class ReasonChosen(CallbackData, prefix="jn_why"):
    """One of the ready-made reasons."""

    application_id: int
    reason: str
