"""How people, kinds and places of meetings are called, for every screen that names them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from handlers.common.translator import Translator
from models import MeetingKind, MeetingMode
from services.names import PersonName

EVENT_SHOWN, EVENTS_SHOWN = 120, 3


def who(t: Translator, names: Iterable[PersonName]) -> str:
    return ", ".join(t.name(name) for name in names)


def kind_name(t: Translator, kind: MeetingKind) -> str:
    return t.plain(f"meetings-kind-{kind.value.replace('_', '-')}")


def where(t: Translator, mode: MeetingMode, place: str, link: str) -> str:
    """«Кабинет 12», «онлайн, https://…», «очно и онлайн, Кабинет 12, https://…»; how they meet where no place
    is known.
    """
    how = t.plain(f"meetings-mode-{mode.value.replace('_', '-')}")
    details = [one for one in (place, link) if one and one.casefold() != how.casefold()]
    if mode == MeetingMode.IN_PERSON:
        return ", ".join(details) or how
    return ", ".join([how, *details])


def events(t: Translator, titles: Sequence[str]) -> list[str]:
    """What else that day holds for the person: said, not refused."""
    return [
        t("planning-warn-event", event=t.cut(t.of_document(title), EVENT_SHOWN))
        for title in titles[:EVENTS_SHOWN]
    ]
