"""What the time zones of the country are called."""

# keys: zone-*

from __future__ import annotations

from handlers.common.translator import Translator


def zone_name(t: Translator, timezone: str) -> str:
    """The city that people name it by; a zone that is not offered keeps its technical name."""
    key = "zone-" + timezone.rpartition("/")[2].lower()
    return t.plain(key) if t.has(key) else timezone
