"""What acts of the audit log are called.

# keys: audit-act-*
"""

from __future__ import annotations

from handlers.common.translator import Translator


def act_words(t: Translator, act: str) -> str:
    """The words for an act; the act itself where there are none yet: nothing in the log may be left out."""
    for key in (act.replace(".", "-"), act.replace(".", "-").replace("_", "-")):
        if t.has(f"audit-act-{key}"):
            return t.plain(f"audit-act-{key}")
    return act
