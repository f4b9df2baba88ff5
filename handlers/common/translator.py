"""The bot's voice: Fluent texts of `locales/` in a person's language, with everything put into them
escaped.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime
from functools import cache
from html import escape
from pathlib import Path
from zoneinfo import ZoneInfo

from babel.dates import format_date, format_datetime, format_time
from fluent.runtime import FluentBundle, FluentResource
from fluent.syntax.ast import Message, Placeable, Resource, TextElement, VariableReference

from models import Role
from services.content import LANGUAGES, Content
from services.names import NamesInChat, PersonName, words_of_document
from services.text_limits import clip

Argument = str | int | float
Day = date
"""The translator has a method of that name."""
DEFAULT_LANGUAGE = "ru"
LONG_ARGUMENT = 1000


class MissingText(KeyError):
    """A text or one of its arguments is missing: a fault of ours that the checks find before a person
    does.
    """


class Html(str):
    """Markup made by us: the translator does not escape it again."""

    __slots__ = ()


class Texts:
    """All languages, read once when the program starts."""

    def __init__(self, root: Path, content: Content, names: NamesInChat = NamesInChat.PATRONYMIC) -> None:
        self._translators = {
            language: Translator(language, _resources(root / language), content, names)
            for language in LANGUAGES
        }

    def translator(self, language: str | None) -> Translator:
        return self._translators.get(language or DEFAULT_LANGUAGE, self._translators[DEFAULT_LANGUAGE])


def _resources(folder: Path) -> list[Resource]:
    return [_resource(path) for path in sorted(folder.glob("*.ftl"))]


def _bundle(language: str, resources: Iterable[Resource]) -> FluentBundle:
    bundle = FluentBundle([language], use_isolating=False)
    for resource in resources:
        bundle.add_resource(resource)
    return bundle


@dataclass(frozen=True, slots=True)
class _Gap:
    """Where an argument stands in a text."""

    name: str


def _with_gaps(resources: Iterable[Resource]) -> dict[str, list[str | _Gap]]:
    """The texts that are words with gaps and decide nothing by themselves: most of them. Filling the gaps
    gives what Fluent gives, ten times as fast.
    """
    entries = [entry for resource in resources for entry in resource.body]
    known = {one.id.name: one.value.elements for one in entries if isinstance(one, Message) and one.value}
    read = {key: [_part(element) for element in elements] for key, elements in known.items()}
    return {
        key: [one for one in parts if one is not None] for key, parts in read.items() if None not in parts
    }


def _part(element: TextElement | Placeable) -> str | _Gap | None:
    if isinstance(element, TextElement):
        return element.value
    if isinstance(element.expression, VariableReference):
        return _Gap(element.expression.id.name)
    return None


def _as_it_is(value: Argument) -> bool:
    """Words, and numbers too small to be grouped, look the same in every language."""
    return isinstance(value, str) or (type(value) is int and 0 <= value < 1000)


def _joined(parts: Iterable[str]) -> str:
    """A sentence that ends with a name and an initial has one full stop: the name brings it."""
    shown = ""
    for part in parts:
        is_second = shown.endswith(".") and part.startswith(".") and not part.startswith("..")
        shown += part[1:] if is_second else part
    return shown


@cache
def _resource(path: Path) -> Resource:
    """Parsing is what costs; the files do not change while the program runs."""
    return FluentResource(path.read_text(encoding="utf-8"))


class Translator:
    """`t("key", name=value)` gives HTML for a message; `t.plain(…)` gives text for a button, a toast or a
    file.
    """

    def __init__(
        self, language: str, resources: list[Resource], content: Content, names: NamesInChat
    ) -> None:
        self.language = language
        self._bundle, self._content, self._names = _bundle(language, resources), content, names
        self._with_gaps = _with_gaps(resources)

    def __call__(self, key: str, **arguments: Argument) -> str:
        return self._format(key, {name: _escaped(value) for name, value in arguments.items()})

    def plain(self, key: str, **arguments: Argument) -> str:
        return self._format(key, arguments)

    def _format(self, key: str, arguments: dict[str, Argument]) -> str:
        parts = self._with_gaps.get(key)
        if parts is None or not all(map(_as_it_is, arguments.values())):
            return self._worded(key, arguments)
        try:
            return _joined(one if isinstance(one, str) else str(arguments[one.name]) for one in parts)
        except KeyError as missing:
            raise MissingText(f"{key}: {missing}") from None

    def _worded(self, key: str, arguments: dict[str, Argument]) -> str:
        if not self._bundle.has_message(key):
            raise MissingText(key)
        pattern = self._bundle.get_message(key).value
        if pattern is None:
            raise MissingText(key)
        long = {name: str(value) for name, value in arguments.items() if _is_long(value)}
        text, errors = self._bundle.format_pattern(
            pattern, arguments | {name: _stand_in(name) for name in long}
        )
        if errors:
            raise MissingText(f"{key}: {errors[0]}")
        shown = str(text)
        for name, value in long.items():
            shown = shown.replace(_stand_in(name), value)
        return shown

    def has(self, key: str) -> bool:
        return bool(self._bundle.has_message(key))

    @property
    def content(self) -> Content:
        """The questionnaires and lists whose words the translator speaks."""
        return self._content

    def option(self, list_key: str, option_key: str) -> str:
        """The words for an option of a list in `content/`, as plain text."""
        return self._content.label(list_key, option_key, self.language)

    def name(self, name: PersonName) -> str:
        """A person as others see them under NAMES_IN_CHAT, as plain text."""
        shown = self._shown(name)
        return shown if name.has_telegram else self.plain("name-without-telegram", name=shown)

    def _shown(self, name: PersonName) -> str:
        if self._names == NamesInChat.CODE or not name.is_known:
            return self.code(name)
        return name.full if self._names == NamesInChat.FULL else name.courteous

    def of_document(self, text: str) -> str:
        """Words of a plan in which people may be named, under NAMES_IN_CHAT, as plain text."""
        return words_of_document(text, self._names)

    def code(self, name: PersonName) -> str:
        """«Н-017»: tells nothing to an outsider."""
        return self.plain(_CODES[name.role], code=name.code)

    def date(self, day: Day) -> str:
        """«среда, 25 ноября»."""
        return format_date(day, "EEEE, d MMMM", locale=self.language)

    def short_date(self, day: Day) -> str:
        """«25.11.2026»."""
        return format_date(day, "dd.MM.yyyy", locale=self.language)

    def short_day(self, moment: datetime, timezone: str) -> str:
        """The day of a moment where the reader is: «25.11.2026»."""
        return self.short_date(moment.astimezone(ZoneInfo(timezone)).date())

    def moment(self, moment: datetime, timezone: str) -> str:
        """«среда, 25 ноября, 15:30» in the person's own time zone."""
        return format_datetime(
            moment.astimezone(ZoneInfo(timezone)), "EEEE, d MMMM, HH:mm", locale=self.language
        )

    def time(self, moment: datetime, timezone: str) -> str:
        return format_time(moment.astimezone(ZoneInfo(timezone)), "HH:mm", locale=self.language)

    def cut(self, text: str, limit: int) -> str:
        """At most `limit` characters as Telegram counts them, with an ellipsis where something was cut."""
        return clip(text, limit)


_CODES = {role: f"name-code-{role.value}" for role in Role}


def _escaped(value: Argument) -> Argument:
    return escape(value, quote=False) if isinstance(value, str) and not isinstance(value, Html) else value


def _is_long(value: Argument) -> bool:
    """Fluent refuses arguments of more than 2,500 characters; several answers of one person are longer."""
    return isinstance(value, str) and len(value) > LONG_ARGUMENT


def _stand_in(name: str) -> str:
    return f"\ue000{name}\ue001"
