"""How a notification is worded: at the moment of sending, from what is true then, in the recipient's
language.
"""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from datetime import datetime

from handlers.common.screen import Screen
from handlers.common.translator import Translator
from services.claims import Due
from services.content import Content
from services.db import Db


@dataclass(frozen=True, slots=True)
class NoticeContext:
    """What a notice may look at. `due.payload` holds the ids of what it is about."""

    db: Db
    t: Translator
    due: Due
    now: datetime
    content: Content


@dataclass(frozen=True, slots=True)
class Notice:
    """A kind of message. `render` returns None when it is no longer true: the row is dropped.

    `resend`: whether to send again when nobody knows whether it arrived. Most messages may be said twice.
    """

    kind: str
    render: Callable[[NoticeContext], Awaitable[Screen | None]]
    resend: bool = True
