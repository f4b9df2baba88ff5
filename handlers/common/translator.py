"""The bot's voice: Fluent texts of `locales/` in a person's language, with everything put into them
escaped.
"""

from __future__ import annotations

from datetime import date, datetime
from functools import cache
from html import escape
from pathlib import Path
from zoneinfo import ZoneInfo

from babel.dates import format_date, format_datetime, format_time
from fluent.runtime import FluentBundle, FluentResource
from fluent.syntax.ast import Resource

from models import Role
from services.content import LANGUAGES, Content
from services.names import NamesInChat, PersonName
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
            language: Translator(language, _bundle(root / language, language), content, names)
            for language in LANGUAGES
        }

    def translator(self, language: str | None) -> Translator:
        return self._translators.get(language or DEFAULT_LANGUAGE, self._translators[DEFAULT_LANGUAGE])


def _bundle(folder: Path, language: str) -> FluentBundle:
    bundle = FluentBundle([language], use_isolating=False)
    for path in sorted(folder.glob("*.ftl")):
        bundle.add_resource(_resource(path))
    return bundle


@cache
def _resource(path: Path) -> Resource:
    """Parsing is what costs; the files do not change while the program runs."""
    return FluentResource(path.read_text(encoding="utf-8"))


class Translator:
    """`t("key", name=value)` gives HTML for a message; `t.plain(…)` gives text for a button, a toast or a
    file.
    """

    def __init__(self, language: str, bundle: FluentBundle, content: Content, names: NamesInChat) -> None:
        self.language = language
        self._bundle, self._content, self._names = bundle, content, names

    def __call__(self, key: str, **arguments: Argument) -> str:
        return self._format(key, {name: _escaped(value) for name, value in arguments.items()})

    def plain(self, key: str, **arguments: Argument) -> str:
        return self._format(key, arguments)

    def _format(self, key: str, arguments: dict[str, Argument]) -> str:
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
        if self._names == NamesInChat.CODE or not name.is_known:
            return self.code(name)
        return name.full if self._names == NamesInChat.FULL else name.courteous

    def code(self, name: PersonName) -> str:
        """«Н-017»: tells nothing to an outsider."""
        return self.plain(_CODES[name.role], code=name.code)

    def date(self, day: Day) -> str:
        """«среда, 25 ноября»."""
        return format_date(day, "EEEE, d MMMM", locale=self.language)

    def short_date(self, day: Day) -> str:
        """«25.11.2026»."""
        return format_date(day, "dd.MM.yyyy", locale=self.language)

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


_CODES = {
    Role.MENTEE: "name-code-mentee",
    Role.MENTOR: "name-code-mentor",
    Role.CURATOR: "name-code-curator",
    Role.HEAD: "name-code-head",
}


def _escaped(value: Argument) -> Argument:
    return escape(value, quote=False) if isinstance(value, str) and not isinstance(value, Html) else value


def _is_long(value: Argument) -> bool:
    """Fluent refuses arguments of more than 2,500 characters; several answers of one person are longer."""
    return isinstance(value, str) and len(value) > LONG_ARGUMENT


def _stand_in(name: str) -> str:
    return f"\ue000{name}\ue001"
