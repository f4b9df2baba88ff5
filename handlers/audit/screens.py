"""Screens of the audit log: a page of it, its filters, and the file.

# keys: audit-part-*
# keys: audit-subject-*
# keys: audit-days-*
"""

from __future__ import annotations

from collections.abc import Sequence

from aiogram.types import BufferedInputFile, InlineKeyboardButton

from handlers.audit.callbacks import AuditFileAsked, AuditFileTaken, AuditOpened, AuditPeopleOpened
from handlers.common.act_words import act_words
from handlers.common.keyboards import button, grid, inline, menu_button, pager
from handlers.common.screen import Screen
from handlers.common.translator import Translator
from handlers.privacy.callbacks import CasesOpened
from services.audit_log import AuditFile, AuditLine, AuditPage, AuditPerson, Part
from services.audit_sheet import AuditSheet

NAME_SHOWN = 60
ABOUT_SHOWN = 3
PARTS = {Part.ALL: "all", Part.LOOKS: "looks", Part.DECISIONS: "decisions", Part.DENIALS: "denials"}
PERIODS = (31, 120, 366, 0)
FILE_NAME = "audit.xlsx"


def log(t: Translator, view: AuditPage, places: Sequence[tuple[int, str]], *, is_head: bool) -> Screen:
    """A page of the log, the newest first: when, who, what, whom."""
    part = t.plain(f"audit-part-{PARTS[view.part]}")
    head = t("audit-head", organization=view.organization, total=view.total, part=part)
    if view.person is not None:
        head += "\n" + t("audit-of-person", name=t.cut(t.name(view.person), NAME_SHOWN))
    lines = [_line(t, one, view.timezone) for one in view.lines] or [t("audit-empty")]
    return Screen("\n\n".join([head, *lines]), inline(*_filters(t, view, places, is_head)))


def _line(t: Translator, one: AuditLine, timezone: str) -> str:
    who = t.cut(t.name(one.who), NAME_SHOWN) if one.who else t.plain("audit-by-itself")
    return t(
        "audit-denied-line" if one.is_denial else "audit-line",
        at=f"{t.short_day(one.at, timezone)}, {t.time(one.at, timezone)}",
        who=who,
        act=_act(t, one),
        about=_about(t, one),
    )


def _act(t: Translator, one: AuditLine) -> str:
    """What was refused is the mark of a button: it has no words, and needs none."""
    return one.act if one.is_denial else act_words(t, one.act)


def _about(t: Translator, one: AuditLine) -> str:
    """Codes, never names: the log itself must not tell more than needed."""
    if one.about:
        codes = [t.code(name) for name in one.about[:ABOUT_SHOWN]]
        return ", ".join([*codes, "…"] if len(one.about) > ABOUT_SHOWN else codes)
    key = f"audit-subject-{one.subject_kind.replace('_', '-')}"
    return t.plain(key) if one.subject_kind and t.has(key) else "—"


def _filters(
    t: Translator, view: AuditPage, places: Sequence[tuple[int, str]], is_head: bool
) -> list[list[InlineKeyboardButton]]:
    here = view.organization_id

    def page(number: int) -> AuditOpened:
        return AuditOpened(organization_id=here, part=view.part, person_id=view.person_id, page=number)

    parts = [
        button(
            t.plain(
                "audit-chosen" if part is view.part else "audit-not-chosen", part=t.plain(f"audit-part-{key}")
            ),
            AuditOpened(organization_id=here, part=part, person_id=view.person_id),
        )
        for part, key in PARTS.items()
    ]
    rows = [pager(t, view.page, view.pages, page), *grid(parts, 2)]
    if view.person_id:
        rows.append([button(t.plain("audit-everybody"), AuditOpened(organization_id=here, part=view.part))])
    else:
        rows.append([button(t.plain("audit-one-person"), AuditPeopleOpened(organization_id=here))])
    rows.append([button(t.plain("audit-file"), AuditFileAsked(organization_id=here))])
    if is_head:
        rows.append([button(t.plain("privacy-cases-open"), CasesOpened())])
    rows += [[button(name, AuditOpened(organization_id=number))] for number, name in places if number != here]
    return [*rows, [menu_button(t)]]


def people(t: Translator, found: Sequence[AuditPerson], organization_id: int) -> Screen:
    rows = [
        [
            button(
                t.plain("audit-person", name=t.cut(t.name(one.name), 40), acts=one.acts),
                AuditOpened(organization_id=organization_id, person_id=one.person_id),
            )
        ]
        for one in found
    ]
    back = button(t.plain("button-back"), AuditOpened(organization_id=organization_id))
    return Screen(t("audit-choose-person"), inline(*rows, [back]))


def periods(t: Translator, organization_id: int) -> Screen:
    rows = [
        [button(t.plain(f"audit-days-{days}"), AuditFileTaken(organization_id=organization_id, days=days))]
        for days in PERIODS
    ]
    back = button(t.plain("button-back"), AuditOpened(organization_id=organization_id))
    return Screen(t("audit-choose-period"), inline(*rows, [back]))


def sheet(t: Translator, taken: AuditFile) -> AuditSheet:
    """The words of the file: the same as on the screen, row by row."""
    rows = tuple(
        (
            f"{t.short_day(one.at, taken.timezone)} {t.time(one.at, taken.timezone)}",
            t.name(one.who) if one.who else t.plain("audit-by-itself"),
            t.plain("audit-denied", act=one.act) if one.is_denial else _act(t, one),
            _about(t, one),
        )
        for one in taken.lines
    )
    heads = (
        t.plain("audit-column-at"),
        t.plain("audit-column-who"),
        t.plain("audit-column-act"),
        t.plain("audit-column-about"),
    )
    return AuditSheet(
        t.plain("audit-sheet"), t.plain("audit-title", organization=taken.organization), heads, rows
    )


def file(t: Translator, taken: AuditFile, data: bytes) -> Screen:
    return Screen(t("audit-file-ready", rows=len(taken.lines)), document=BufferedInputFile(data, FILE_NAME))
