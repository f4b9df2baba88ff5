"""A real plan, in a file as schools have it, turned into rows with their deadlines read.

`read_plan` takes the bytes and gives a `Plan`, or raises a subclass of `PlanRefused`; it is pure, stores
nothing and takes bounded time. What is uncertain is a doubt or a problem, never a guess kept silent.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from datetime import date

from services.deadlines import Context, Doubt, Reading, Term, read
from services.deadlines.reading import DEFAULT_YEAR_END
from services.plans import containers
from services.plans.csv_files import read_csv
from services.plans.document import ROW_LIMIT, Document
from services.plans.docx_files import read_docx
from services.plans.items import gather, is_part_of_month
from services.plans.lists import find_list
from services.plans.pairing import Draft, drafts_of
from services.plans.plan import Plan, PlanRow, Problem
from services.plans.refusals import PlanNotFound, PlanRefused, PlanTooLong
from services.plans.tables import find, recognised
from services.plans.text_files import read_text
from services.plans.titles import context_of, given_context, heading_of, years_in_words
from services.plans.xlsx_files import read_xlsx

__all__ = ["Plan", "PlanNotFound", "PlanRefused", "PlanRow", "Problem", "read_plan"]

PHRASE_LIMIT = 400
ASKED_LIMIT = 15_000
"""Looking for deadlines where there are none must come to an end."""
_READERS: dict[str, Callable[[bytes], Document]] = {
    ".docx": read_docx,
    ".xlsx": read_xlsx,
    ".csv": read_csv,
    ".txt": read_text,
}


def read_plan(
    data: bytes,
    file_name: str,
    *,
    today: date,
    school_year: int | None = None,
    year_end: tuple[int, int] = DEFAULT_YEAR_END,
    terms: Sequence[Term] = (),
) -> Plan:
    """The plan that a file holds. Raises subclasses of PlanRefused."""
    extension = containers.extension_of(file_name)
    containers.check_size(len(data))
    containers.check_kind(data, extension)
    document = _READERS[extension](data)
    return _plan_of(document, given_context(today, school_year, year_end, tuple(terms)))


def _plan_of(document: Document, given: Context) -> Plan:
    is_deadline = _Recogniser(given)
    drafts, before, problems = _drafts(document, is_deadline)
    heading = heading_of(before)
    phrases = [draft.deadline for draft in drafts]
    context, doubtful = context_of(heading, before, phrases, given)
    rows = tuple(_rows(drafts, context))
    return Plan(
        title=heading.title,
        school_year=years_in_words(context),
        years=context.years,
        order_number=heading.order_number,
        order_date=heading.order_date,
        context=context,
        rows=rows,
        problems=(*document.problems, *doubtful, *problems, *_problems_of(rows)),
    )


class _Recogniser:
    """Says whether a text as a whole is a deadline. The same text is looked at once."""

    def __init__(self, context: Context) -> None:
        self._context = context
        self._known: dict[str, bool] = {}

    def __call__(self, text: str) -> bool:
        if not text or len(text) > PHRASE_LIMIT:
            return False
        if text not in self._known:
            if len(self._known) >= ASKED_LIMIT:
                return False
            self._known[text] = read(text, self._context).is_understood
        return self._known[text]


def _drafts(document: Document, is_deadline: _Recogniser) -> tuple[list[Draft], list[str], list[Problem]]:
    found = find(document, is_deadline)
    gathered = gather(found.parts, is_deadline)
    drafts = [draft for item in gathered.items for draft in drafts_of(item, is_deadline)]
    if len(drafts) > ROW_LIMIT:
        raise PlanTooLong(what="rows", limit=ROW_LIMIT)
    if drafts:
        problems = list(
            _problems_of_tables(found.plans, gathered.joined, found.unread, gathered.empty_sections)
        )
        return _with_repeated(drafts), found.before, problems
    drafts, before = find_list([one for one in document.blocks if isinstance(one, str)], is_deadline)
    if not drafts:
        raise PlanNotFound(**recognised(document))
    return _with_repeated(drafts), before, [Problem("read-from-list", {"count": len(drafts)})]


def _problems_of_tables(
    plans: int, joined: int, unread: Sequence[str], empty_sections: Sequence[str]
) -> Iterator[Problem]:
    if plans > 1:
        yield Problem("several-tables", {"count": plans})
    if joined:
        yield Problem("rows-joined", {"count": joined})
    if unread:
        yield Problem(
            "columns-left-out", {"heads": ", ".join(f"«{one}»" for one in dict.fromkeys(unread))[:300]}
        )
    for title in empty_sections:
        yield Problem("empty-section", {"title": title[:200]})


def _problems_of(rows: Sequence[PlanRow]) -> Iterator[Problem]:
    unread = sum(not row.reading.is_understood for row in rows)
    if unread:
        yield Problem("rows-not-understood", {"count": unread})


def _with_repeated(drafts: list[Draft]) -> list[Draft]:
    """A number that stands before two items of one section, or a dotted one anywhere, is doubtful."""
    places: dict[tuple[str, str], set[str]] = {}
    for draft in drafts:
        if draft.no and draft.number_of:
            places.setdefault(_key(draft), set()).add(draft.number_of)
    repeated = {key for key, where in places.items() if len(where) > 1}
    return [_doubtful(draft) if draft.number_of and _key(draft) in repeated else draft for draft in drafts]


def _doubtful(draft: Draft) -> Draft:
    return replace(draft, doubts=(*draft.doubts, Doubt("repeated-number", {"number": draft.no})))


def _key(draft: Draft) -> tuple[str, str]:
    return ("" if "." in draft.no else draft.section), draft.no


def _rows(drafts: Sequence[Draft], context: Context) -> Iterator[PlanRow]:
    readings: dict[str, Reading] = {}
    for draft in drafts:
        reading, doubts = _reading(draft, context, readings)
        yield PlanRow(
            no=draft.no,
            section=draft.section,
            activity=draft.activity,
            deadline=draft.deadline or draft.month,
            responsible=draft.responsible,
            result=draft.result,
            controller=draft.controller,
            reading=reading,
            doubts=(*reading.doubts, *doubts, *draft.doubts),
            source=draft.source,
        )


def _reading(draft: Draft, context: Context, known: dict[str, Reading]) -> tuple[Reading, tuple[Doubt, ...]]:
    """The deadline read; a day or a week without a month («до 15») is read with the month over the items."""
    phrase = draft.deadline or draft.month
    alone = _read(phrase, context, known)
    if not draft.deadline or not draft.month or (alone.is_understood and not is_part_of_month(phrase)):
        return alone, ()
    with_month = _read(f"{draft.deadline} {draft.month}", context, known)
    if not with_month.is_understood:
        return alone, ()
    return replace(with_month, phrase=phrase), (Doubt("month-from-heading", {"month": draft.month}),)


def _read(phrase: str, context: Context, known: dict[str, Reading]) -> Reading:
    if phrase not in known:
        known[phrase] = read(phrase, context)
    return known[phrase]
