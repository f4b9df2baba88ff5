"""Buttons of /mydata. A withdrawal names its consent, so that a button of an earlier day does nothing."""

from __future__ import annotations

from aiogram.filters.callback_data import CallbackData


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
