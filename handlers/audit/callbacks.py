"""Buttons of the audit log."""

from __future__ import annotations

from aiogram.filters.callback_data import CallbackData

from services.audit_log import Part


class AuditOpened(CallbackData, prefix="au"):
    """The log. 0: of the first organisation that the actor may read."""

    organization_id: int = 0
    part: Part = Part.ALL
    person_id: int = 0
    page: int = 0


class AuditPeopleOpened(CallbackData, prefix="au_who"):
    """Whose acts alone should be shown?"""

    organization_id: int


class AuditFileAsked(CallbackData, prefix="au_per"):
    """For which time is the file?"""

    organization_id: int


class AuditFileTaken(CallbackData, prefix="au_file"):
    """0 days: all that is kept."""

    organization_id: int
    days: int
