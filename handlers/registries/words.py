"""Registries in a person's language: cells of files, names of registries, what is wrong with a row.

The functions that make whole files are slow, and are called in `heavy`.

# keys: registries-about-*
# keys: registries-take-*
# keys: registries-name-*
# keys: registries-short-*
# keys: registries-column-*
# keys: registries-status-*
# keys: registries-grade-*
# keys: registries-flaw-*
# keys: registries-field-*
# keys: registries-what-*
# keys: registries-pairing-*
# keys: registries-consent-*
# keys: registries-numbers-*
# keys: registries-wrong-*
# keys: registries-links-*
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from datetime import date
from functools import cache
from typing import TypeVar

from handlers.common.roles import ROLE_KEYS
from handlers.common.translator import Translator
from models import Partition, Role
from services.names import PersonName
from services.registry.columns import Column, Grade, columns_of
from services.registry.exporting import ConsentNumber, Counterpart, Entry, Registry
from services.registry.heads import Field
from services.registry.importing import Imported
from services.registry.privacy import HIDDEN, AnonymousEntry, Breakdown
from services.registry.reading import Flaw, WrongRow
from services.registry.sheets import Sheet, workbook
from services.registry.template import FIELDS, TemplateWords, template

_WIDTHS = {
    Column.NUMBER: 6,
    Column.SCHOOL: 32,
    Column.NAME: 34,
    Column.CODE: 10,
    Column.CAPACITY: 14,
    Column.CLASS: 8,
    Column.EXPERIENCE: 12,
    Column.DIFFICULTIES: 44,
    Column.STRENGTHS: 44,
    Column.ACHIEVEMENTS: 40,
    Column.MENTORS: 34,
    Column.MENTEES: 34,
    Column.ORDER: 24,
}
_USUAL_WIDTH = 20
_BETWEEN = "; "
T = TypeVar("T")


def registry_name(t: Translator, role: Role, partition: Partition) -> str:
    """«Реестр наставников: педагоги»."""
    return t.plain(f"registries-name-{role.value}-{partition.value}")


def short_name(t: Translator, role: Role, partition: Partition) -> str:
    return t.plain(f"registries-short-{role.value}-{partition.value}")


def file_name(role: Role, partition: Partition, grade: Grade, day: str) -> str:
    """A name that every computer takes: Latin letters only."""
    return f"{role.value}s-{partition.value}s-{grade.value}-{day}.xlsx"


# ---- a registry as a file


def registry_file(t: Translator, registry: Registry) -> bytes:
    """The `.xlsx` of a registry in its grade. Slow: for `heavy`."""
    return workbook(_numbers(t, registry) if registry.numbers is not None else _rows(t, registry))


def _rows(t: Translator, registry: Registry) -> Sheet:
    columns = columns_of(
        registry.role, registry.partition, registry.grade, of_territory=registry.of_territory
    )
    words = _Words(t, registry.role, registry.partition)
    rows: Iterator[list[str]]
    if registry.grade is Grade.FULL:
        rows = _cells(columns, registry.entries, words.of_entries())
    else:
        rows = _cells(columns, registry.anonymous, words.of_anonymous())
    return Sheet(
        name=short_name(t, registry.role, registry.partition),
        title=_title(t, registry),
        heads=[t.plain(f"registries-column-{one.value.replace('_', '-')}") for one in columns],
        rows=rows,
        widths=[_WIDTHS.get(one, _USUAL_WIDTH) for one in columns],
        made_on=registry.made_on,
    )


def _cells(
    columns: Sequence[Column], entries: Sequence[T], words: Mapping[Column, Callable[[T], str]]
) -> Iterator[list[str]]:
    wording = [words.get(one) for one in columns]
    for number, entry in enumerate(entries, 1):
        yield [str(number) if word is None else word(entry) for word in wording]


def _title(t: Translator, registry: Registry) -> list[str]:
    lines = [
        registry_name(t, registry.role, registry.partition),
        registry.organization_name,
        t.plain(
            "registries-file-made",
            day=t.short_date(registry.made_on),
            grade=t.plain(f"registries-grade-{registry.grade.value}"),
        ),
    ]
    return lines if registry.grade is Grade.FULL else [*lines, t.plain("registries-file-hidden")]


class _Words:
    """The cells of one file. What is asked for again and again is worded once."""

    def __init__(self, t: Translator, role: Role, partition: Partition) -> None:
        self._t, self._role = t, role
        self._plain, self._day = cache(t.plain), cache(t.short_date)
        self._option = cache(t.option)
        self._topics = topic_list(partition)

    def of_entries(self) -> dict[Column, Callable[[Entry], str]]:
        """Of a full registry. The number of the row is not among them."""
        option = self._option
        return {
            Column.NAME: lambda one: self._name(one.name),
            Column.CODE: lambda one: self._t.code(one.name),
            Column.STATUS: self._status,
            Column.WORKPLACE: lambda one: one.workplace,
            Column.CLASS: lambda one: one.school_class,
            Column.SUBJECT: lambda one: self._options("subject", one.subject),
            Column.CATEGORY: lambda one: option("mentee_category", one.category),
            Column.EXPERIENCE: lambda one: "" if one.experience_years is None else str(one.experience_years),
            Column.DIFFICULTIES: lambda one: _joined(
                [self._options(self._topics, one.difficulties), one.own_words]
            ),
            Column.STRENGTHS: lambda one: _joined(
                [
                    self._options(self._topics, one.strengths),
                    self._options("competence", one.competences),
                    one.own_words,
                ]
            ),
            Column.ACHIEVEMENTS: lambda one: one.achievements,
            Column.INTERESTS: lambda one: self._options("pupil_interest", one.interests),
            Column.DESIRED: lambda one: self._options("mentee_category", one.desired),
            Column.TIMES: lambda one: _joined(
                [option("weekly_time", one.weekly_time), self._options("time", one.times)]
            ),
            Column.CAPACITY: lambda one: str(one.capacity),
            Column.ENTERED: lambda one: self._day(one.entered_on),
            Column.MENTORS: self._counterparts,
            Column.MENTEES: self._counterparts,
            Column.FORM: lambda one: self._forms([pair.form for pair in one.counterparts]),
            Column.THEIR_WORKPLACE: lambda one: _joined(pair.workplace for pair in one.counterparts),
            Column.ORDER: lambda one: _joined(map(self._order, one.counterparts)),
            Column.COMPLETED: lambda one: _joined(
                self._day(pair.ended_on) for pair in one.counterparts if pair.ended_on is not None
            ),
            Column.RESULT: lambda one: self._result(
                has_active=any(pair.is_active for pair in one.counterparts),
                was_completed=any(not pair.is_active for pair in one.counterparts),
            ),
            Column.CONSENTS: lambda one: _joined(map(self._consent, one.consents)),
            Column.WAITING: lambda one: self._day(one.waits_since) if one.waits_since is not None else "",
        }

    def of_anonymous(self) -> dict[Column, Callable[[AnonymousEntry], str]]:
        """Of a registry by codes."""
        return {
            Column.SCHOOL: lambda one: one.school,
            Column.CODE: lambda one: self._code(self._role, one.code),
            Column.STATUS: lambda one: self._plain(f"registries-status-{one.status}"),
            Column.CLASS: lambda one: self._open(one.school_class),
            Column.SUBJECT: lambda one: _joined(
                self._open(part, "subject") for part in one.subject.split(_BETWEEN)
            ),
            Column.CATEGORY: lambda one: self._open(one.category, "mentee_category"),
            Column.EXPERIENCE: lambda one: self._open(one.experience),
            Column.DIFFICULTIES: self._open_topics,
            Column.STRENGTHS: self._open_topics,
            Column.CAPACITY: lambda one: str(one.capacity),
            Column.ENTERED: lambda one: one.entered,
            Column.MENTORS: lambda one: _joined(self._code(Role.MENTOR, code) for code in one.counterparts),
            Column.MENTEES: lambda one: _joined(self._code(Role.MENTEE, code) for code in one.counterparts),
            Column.FORM: lambda one: self._forms(one.forms),
            Column.RESULT: lambda one: self._result(
                has_active=one.has_active, was_completed=one.was_completed
            ),
            Column.WAITING: lambda one: self._plain("registries-waits") if one.waits else "",
        }

    def _name(self, name: PersonName) -> str:
        return name.full or self._t.code(name)

    def _code(self, role: Role, code: str) -> str:
        return self._t.code(PersonName("", "", "", role, code))

    def _status(self, one: Entry) -> str:
        status = self._plain(f"registries-status-{one.status.value}")
        return status if one.name.has_telegram else f"{status}; {self._plain('registries-without-telegram')}"

    def _options(self, list_key: str, keys: Iterable[str]) -> str:
        return _joined(self._option(list_key, key) for key in keys)

    def _open(self, value: str, list_key: str = "") -> str:
        """What may be shown, or the word for what may not."""
        if value == HIDDEN:
            return self._plain("registries-hidden")
        return self._option(list_key, value)

    def _open_topics(self, one: AnonymousEntry) -> str:
        return _joined(self._open(topic, self._topics) for topic in one.topics)

    def _forms(self, forms: Iterable[str]) -> str:
        return _joined(self._option("form", form.replace("-", "_")) for form in forms)

    def _counterparts(self, one: Entry) -> str:
        return _joined(self._name(pair.name) for pair in one.counterparts)

    def _order(self, pair: Counterpart) -> str:
        if pair.order is None:
            return ""
        number, day = pair.order
        return self._t.plain("registries-order", number=number or "—", day=self._day(day))

    def _result(self, *, has_active: bool, was_completed: bool) -> str:
        if has_active:
            return self._plain("registries-pairing-paired")
        return self._plain("registries-pairing-completed") if was_completed else ""

    def _consent(self, consent: ConsentNumber) -> str:
        kind = self._plain(f"registries-consent-{consent.kind.value.replace('_', '-')}")
        if consent.original:
            return self._t.plain(
                "registries-consent-paper",
                kind=kind,
                record=str(consent.record),
                original=consent.original,
            )
        return self._t.plain("registries-consent", kind=kind, record=str(consent.record))


def topic_list(partition: Partition) -> str:
    """The list in `content/` of a mentee's difficulties and a mentor's strengths."""
    return "difficulty" if partition == Partition.TEACHER else "pupil_goal"


def _joined(parts: Iterable[str]) -> str:
    """What is not empty, each once."""
    return _BETWEEN.join(dict.fromkeys(part for part in parts if part))


# ---- numbers


def _numbers(t: Translator, registry: Registry) -> Sheet:
    return Sheet(
        name=short_name(t, registry.role, registry.partition),
        title=_title(t, registry),
        heads=[t.plain(f"registries-numbers-{one}") for one in ("what", "value", "count")],
        rows=list(_number_rows(t, registry)),
        widths=[30, 46, 18],
        made_on=registry.made_on,
    )


def _number_rows(t: Translator, registry: Registry) -> Iterator[list[str]]:
    few, found = t.plain("registries-few"), registry.numbers
    if found is None or found.total is None:
        yield [t.plain("registries-numbers-total"), "", few if registry.total else "0"]
        return
    yield [t.plain("registries-numbers-total"), "", str(found.total)]
    for one in found.breakdowns:
        what = _what(t, one, registry.role)
        for value, count in one.shown:
            yield [what, _value(t, one.what, value, registry), str(count)]
        for value in one.small:
            yield [what, _value(t, one.what, value, registry), few]


def _what(t: Translator, one: Breakdown, role: Role) -> str:
    key = one.what if one.what != "topics" else ("difficulties" if role == Role.MENTEE else "strengths")
    return t.plain(f"registries-what-{key}")


def _value(t: Translator, what: str, value: str, registry: Registry) -> str:
    match what:
        case "status":
            return t.plain(f"registries-status-{value}")
        case "pairing":
            return t.plain(f"registries-pairing-{value}")
        case "category":
            return t.option("mentee_category", value)
        case "subject":
            return t.option("subject", value)
        case "form":
            return t.option("form", value.replace("-", "_"))
        case "topics":
            return t.option(topic_list(registry.partition), value)
        case _:
            return value


# ---- a staff file


def flaw_words(t: Translator, flaw: Flaw) -> str:
    """What is wrong with a row, as plain text."""
    return t.plain(f"registries-flaw-{flaw.code}", value=flaw.value, limit=flaw.limit, other=str(flaw.other))


def row_words(t: Translator, row: WrongRow) -> str:
    """«Строка 12: …» — with the sheet, where there are several."""
    flaws = _BETWEEN.join(flaw_words(t, one) for one in row.flaws)
    if row.sheet:
        return t.plain("registries-wrong-row-of-sheet", sheet=row.sheet, number=str(row.number), flaws=flaws)
    return t.plain("registries-wrong-row", number=str(row.number), flaws=flaws)


def wrong_file(t: Translator, organization_name: str, wrong: Sequence[WrongRow], today: date) -> bytes:
    """All wrong rows with the reasons. Slow: for `heavy`."""
    return workbook(
        Sheet(
            name=t.plain("registries-wrong-sheet"),
            title=[t.plain("registries-wrong-title", count=len(wrong)), organization_name],
            heads=[t.plain(f"registries-wrong-{one}") for one in ("sheet-head", "number", "reason")],
            rows=[
                [one.sheet, str(one.number), "\n".join(flaw_words(t, flaw) for flaw in one.flaws)]
                for one in wrong
            ],
            widths=[22, 12, 90],
            made_on=today,
        )
    )


def links_file(t: Translator, imported: Imported, url: Callable[[str], str], today: date) -> bytes:
    """The links for one person each, with their names: for whoever imports, and nobody else. Slow: for
    `heavy`.
    """
    heads = ("number", "last", "first", "patronymic", "role", "link")
    return workbook(
        Sheet(
            name=t.plain("registries-links-sheet"),
            title=[t.plain("registries-links-title"), imported.organization_name],
            heads=[t.plain(f"registries-links-{one}") for one in heads],
            rows=[
                [
                    str(one.row.number),
                    one.row.last,
                    one.row.first,
                    one.row.patronymic,
                    t.plain(ROLE_KEYS[one.row.role]),
                    url(one.code),
                ]
                for one in imported.links
            ],
            widths=[10, 22, 18, 22, 18, 70],
            made_on=today,
        )
    )


def template_file(t: Translator) -> bytes:
    """The staff file to be filled in. Slow: for `heavy`."""
    subjects, topics = _labels(t, "mentee", "subject"), _labels(t, "mentee", "difficulties")
    roles = [t.plain(ROLE_KEYS[role]) for role in (Role.MENTEE, Role.MENTOR)]
    categories = _labels(t, "mentee", "category")
    example = {
        Field.NUMBER: t.plain("registries-example"),
        Field.LAST: t.plain("registries-example-last"),
        Field.FIRST: t.plain("registries-example-first"),
        Field.PATRONYMIC: t.plain("registries-example-patronymic"),
        Field.ROLE: roles[0],
        Field.SUBJECT: subjects[0],
        Field.EXPERIENCE: "1",
        Field.CATEGORY: categories[0] if categories else "",
        Field.DIFFICULTIES: _BETWEEN.join(topics[:2]),
        Field.CONSENT_NUMBER: t.plain("registries-example-consent"),
        Field.CONSENT_DATE: "01.09.2026",
    }
    return template(
        TemplateWords(
            sheet=t.plain("registries-template-sheet"),
            help_sheet=t.plain("registries-template-help-sheet"),
            heads={field: t.plain(f"registries-field-{field.value.replace('_', '-')}") for field in FIELDS},
            example=example,
            choices={Field.ROLE: roles, Field.SUBJECT: subjects, Field.CATEGORY: categories},
            lines=t.plain("registries-template-help", topics="\n".join(f"• {one}" for one in topics)).split(
                "\n"
            ),
        )
    )


def _labels(t: Translator, form: str, question: str) -> list[str]:
    found = t.content.questionnaire(form).question(question)
    return [one.text.in_language(t.language) for one in t.content.options(found)] if found else []
