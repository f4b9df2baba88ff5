"""How the way in is worded in notifications and alerts."""

from __future__ import annotations

from handlers.common.notices import Notice

NOTICES: tuple[Notice, ...] = ()
