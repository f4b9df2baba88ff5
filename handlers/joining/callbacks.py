"""Buttons of the way in. Ids and keys only: whoever taps is checked again."""

from __future__ import annotations

from enum import StrEnum

from aiogram.filters.callback_data import CallbackData

from models import Role


class LanguageChosen(CallbackData, prefix="jn_lang"):
    language: str


class ConsentAnswered(CallbackData, prefix="jn_cons"):
    consent_id: int
    agrees: bool


class ConsentReopened(CallbackData, prefix="jn_open"):
    """The person refused and changed their mind."""


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


class InvitationsOpened(CallbackData, prefix="jn_inv"):
    """The curator wants the links."""


class InvitationShown(CallbackData, prefix="jn_link"):
    organization_id: int
    role: Role


class InvitationRevoked(CallbackData, prefix="jn_revk"):
    organization_id: int
    role: Role
