"""What the audit log contributes to the main menu: heads and coordinators read it."""

from __future__ import annotations

from handlers.audit.callbacks import AuditOpened
from handlers.common.menu import MenuEntry
from services import audit_log

ENTRIES = (MenuEntry("menu-audit", AuditOpened(), frozenset(audit_log.READERS), is_short=True),)
