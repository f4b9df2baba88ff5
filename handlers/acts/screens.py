"""Screens of local acts: from what is stored to what is seen."""

# keys: acts-audience-*

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from aiogram.types import BufferedInputFile, InlineKeyboardButton

from handlers.acts.callbacks import (
    ActAct,
    ActActed,
    ActAdded,
    ActOpened,
    ActsMatrixOpened,
    ActsMatrixTaken,
    ActsOpened,
    AudienceChosen,
    ChecklistOpened,
    DayChosen,
    FormAct,
    FormActed,
    KindChosen,
    ReadersPaged,
    ReplacedChosen,
    UnreadOpened,
)
from handlers.common.keyboards import button, grid, inline, menu_button, pager
from handlers.common.screen import Screen
from handlers.common.translator import Translator
from handlers.consents.callbacks import OrdersOpened
from services.acknowledgements import Audience, Reader, ReadersList, ReadersPage
from services.local_acts import (
    ActCard,
    ActLine,
    ActsMatrix,
    Register,
    Requirement,
    SchoolActs,
    doubtful_programme,
)
from services.territory_sheet import ActsWords

TITLE_LISTED, TITLE_SHOWN, NAME_SHOWN = 90, 500, 80
MATRIX_PAGE = 8
TERMS = (3, 7, 14)
"""Days until which an act is to be read, offered as buttons; another day can be typed."""


def kind_of(t: Translator, kind: str) -> str:
    """The words for a kind of act, as plain text."""
    return t.option("act_kind", kind)


def _named(t: Translator, one: ActLine | ActCard) -> str:
    """«№ 12 от 01.09.2026», as plain text."""
    day = t.short_date(one.dated_on)
    return (
        t.plain("acts-number", number=one.number, day=day) if one.number else t.plain("acts-dated", day=day)
    )


# ---- the register


def register(t: Translator, view: Register) -> Screen:
    """The acts of one organisation, the newest first, and what is mandatory and lacks."""
    parts = [t("acts-register", name=view.organization_name, total=view.total)]
    if view.missing:
        kinds = ", ".join(kind_of(t, one) for one in view.missing)
        parts.append(t("acts-missing", kinds=kinds))
    parts.append("\n".join(_line(t, one) for one in view.lines) if view.lines else t("acts-none"))
    number = view.organization_id
    rows = [[_act_button(t, one)] for one in view.lines]
    turn = pager(t, view.page, view.pages, lambda page: ActsOpened(organization_id=number, page=page))
    rows += [turn, [button(t.plain("acts-add"), ActAdded(organization_id=number))]]
    rows.append([button(t.plain("acts-checklist"), ChecklistOpened(organization_id=number))])
    if view.oversees:
        rows.append([button(t.plain("acts-matrix"), ActsMatrixOpened(organization_id=number))])
    rows.append([button(t.plain("acts-unread"), UnreadOpened())])
    rows += [[button(name, ActsOpened(organization_id=one))] for one, name in view.places if one != number]
    return Screen("\n\n".join(parts), inline(*rows, [menu_button(t)]))


def _line(t: Translator, one: ActLine) -> str:
    marks = "".join(mark for mark, holds in (("🌐", one.is_published), ("↪️", one.is_replaced)) if holds)
    return t(
        "acts-line",
        kind=kind_of(t, one.kind),
        named=_named(t, one),
        title=t.cut(one.title, TITLE_LISTED),
        marks=f" {marks}" if marks else "",
        readers=f" · {t.plain('acts-readers-short', read=one.read, asked=one.asked)}" if one.asked else "",
    )


def _act_button(t: Translator, one: ActLine) -> InlineKeyboardButton:
    return button(f"{kind_of(t, one.kind)}, {_named(t, one)}", ActOpened(act_id=one.id))


def card(t: Translator, view: ActCard) -> Screen:
    """One act, with what this reader may do with it."""
    rows = _reader_rows(t, view)
    if view.manages:
        rows += _manager_rows(t, view)
        rows.append([button(t.plain("acts-to-register"), ActsOpened(organization_id=view.organization_id))])
    return Screen(_card_text(t, view), inline(*rows, [menu_button(t)]))


def _card_text(t: Translator, view: ActCard) -> str:
    parts = [
        t(
            "acts-card",
            kind=kind_of(t, view.kind),
            named=_named(t, view),
            title=t.cut(view.title, TITLE_SHOWN),
            organization=view.organization_name,
        )
    ]
    if view.link:
        # As text: one address that Telegram does not like on a button would cost the whole screen.
        parts.append(t("acts-link", url=view.link))
    if view.replaces:
        parts.append(t("acts-replaces", named=_named(t, view.replaces)))
    if view.replaced_by:
        parts.append(t("acts-replaced-by", named=_named(t, view.replaced_by)))
    if view.manages:
        parts += _manager_lines(t, view)
    if view.is_asked:
        parts.append(_own_line(t, view))
    return "\n\n".join(parts)


def _manager_lines(t: Translator, view: ActCard) -> list[str]:
    lines = [
        t("acts-published", at=t.short_day(view.published_at, view.timezone))
        if view.published_at
        else t("acts-not-published")
    ]
    if view.asked:
        lines.append(t("acts-readers", read=view.read, asked=view.asked))
        audience = ", ".join(t.plain(f"acts-audience-{one.replace('_', '-')}") for one in view.audience)
        lines.append(t("acts-sent-to", audience=audience))
        if view.acknowledge_by:
            lines.append(t("acts-by", day=t.date(view.acknowledge_by)))
    return lines


def _own_line(t: Translator, view: ActCard) -> str:
    if view.acknowledged_at is not None:
        return t("acts-you-read", at=t.moment(view.acknowledged_at, view.timezone))
    if view.acknowledge_by is not None:
        return t("acts-please-read-by", day=t.date(view.acknowledge_by))
    return t("acts-please-read")


def _reader_rows(t: Translator, view: ActCard) -> list[list[InlineKeyboardButton]]:
    rows = []
    if view.file_name is not None:
        rows.append([_acted(t.plain("acts-open-file", name=view.file_name), view, ActAct.FILE)])
    if view.is_asked and view.acknowledged_at is None:
        rows.append([_acted(t.plain("acts-acknowledge"), view, ActAct.ACKNOWLEDGE)])
    return rows


def _manager_rows(t: Translator, view: ActCard) -> list[list[InlineKeyboardButton]]:
    publish = (
        _acted(t.plain("acts-unpublish"), view, ActAct.UNPUBLISHED)
        if view.published_at
        else _acted(t.plain("acts-publish"), view, ActAct.PUBLISHED)
    )
    rows = [[_acted(t.plain("acts-send"), view, ActAct.SEND_ASK)]]
    if view.asked:
        rows.append([_acted(t.plain("acts-show-readers"), view, ActAct.READERS)])
    rows.append([publish])
    rows.append([_acted(t.plain("acts-attach"), view, ActAct.ATTACH_ASK)])
    if not view.asked and view.replaced_by is None:
        rows.append([_acted(t.plain("acts-remove"), view, ActAct.REMOVE_ASK)])
    return rows


def _acted(text: str, view: ActCard, act: ActAct) -> InlineKeyboardButton:
    return button(text, ActActed(act_id=view.id, act=act))


def ask_remove(t: Translator, view: ActCard) -> Screen:
    return Screen(
        t("acts-remove-ask", kind=kind_of(t, view.kind), named=_named(t, view)),
        inline(
            [_acted(t.plain("acts-remove-yes"), view, ActAct.REMOVE)],
            [button(t.plain("button-back"), ActOpened(act_id=view.id))],
        ),
    )


def unread(t: Translator, found: Sequence[ActCard]) -> Screen:
    """What the person is to read themself."""
    if not found:
        return Screen(t("acts-unread-none"), inline([menu_button(t)]))
    rows = [[button(f"{kind_of(t, one.kind)}, {_named(t, one)}", ActOpened(act_id=one.id))] for one in found]
    return Screen(t("acts-unread-title", count=len(found)), inline(*rows, [menu_button(t)]))


# ---- entering an act


def _cancel(t: Translator, organization_id: int) -> list[InlineKeyboardButton]:
    return [button(t.plain("acts-to-register"), ActsOpened(organization_id=organization_id))]


def ask_kind(t: Translator, organization_id: int, kinds: Sequence[str]) -> Screen:
    rows = [[button(kind_of(t, one), KindChosen(organization_id=organization_id, kind=one))] for one in kinds]
    return Screen(t("acts-ask-kind"), inline(*rows, _cancel(t, organization_id)))


def ask_number(t: Translator, organization_id: int, kind: str) -> Screen:
    skip = button(t.plain("acts-no-number"), FormActed(act=FormAct.NO_NUMBER))
    return Screen(t("acts-ask-number", kind=kind_of(t, kind)), inline([skip], _cancel(t, organization_id)))


def ask_date(t: Translator, organization_id: int) -> Screen:
    today = button(t.plain("acts-today"), FormActed(act=FormAct.TODAY))
    yesterday = button(t.plain("acts-yesterday"), FormActed(act=FormAct.YESTERDAY))
    return Screen(t("acts-ask-date"), inline([today, yesterday], _cancel(t, organization_id)))


def ask_title(t: Translator, organization_id: int, kind: str, day: date) -> Screen:
    same = button(kind_of(t, kind), FormActed(act=FormAct.KIND_TITLE))
    return Screen(t("acts-ask-title", day=t.date(day)), inline([same], _cancel(t, organization_id)))


def ask_file(t: Translator, organization_id: int) -> Screen:
    skip = button(t.plain("button-skip"), FormActed(act=FormAct.NO_FILE))
    return Screen(t("acts-ask-file"), inline([skip], _cancel(t, organization_id)))


def ask_replaced(t: Translator, organization_id: int, found: Sequence[ActLine]) -> Screen:
    rows = [[button(_named(t, one), ReplacedChosen(act_id=one.id))] for one in found]
    none = button(t.plain("acts-replaces-none"), FormActed(act=FormAct.NO_CHANGE))
    return Screen(t("acts-ask-replaced"), inline(*rows, [none], _cancel(t, organization_id)))


def ask_attachment(t: Translator, act_id: int) -> Screen:
    return Screen(t("acts-ask-file"), inline([button(t.plain("button-back"), ActOpened(act_id=act_id))]))


# ---- acknowledgement


def ask_audience(t: Translator, view: ActCard, offered: Sequence[Audience]) -> Screen:
    rows = [
        [
            button(
                t.plain(f"acts-audience-{one.value.replace('_', '-')}"),
                AudienceChosen(act_id=view.id, audience=one.value),
            )
        ]
        for one in offered
    ]
    back = button(t.plain("button-back"), ActOpened(act_id=view.id))
    return Screen(
        t("acts-ask-audience", kind=kind_of(t, view.kind), named=_named(t, view)), inline(*rows, [back])
    )


def ask_day(t: Translator, act_id: int, audience: Audience) -> Screen:
    buttons = [
        button(
            t.plain("acts-in-days", days=days), DayChosen(act_id=act_id, audience=audience.value, days=days)
        )
        for days in TERMS
    ]
    without = button(t.plain("acts-without-day"), DayChosen(act_id=act_id, audience=audience.value, days=0))
    back = button(t.plain("button-back"), ActOpened(act_id=act_id))
    whom = t.plain(f"acts-audience-{audience.value.replace('_', '-')}")
    return Screen(t("acts-ask-day", audience=whom), inline(*grid(buttons, 3), [without], [back]))


def sent(t: Translator, view: ActCard, asked: int) -> Screen:
    return card(t, view).under(t("acts-sent", count=asked))


def readers(t: Translator, view: ReadersPage) -> Screen:
    """Who has read the act and who has not yet."""
    act = view.act
    lines = "\n".join(_reader_line(t, one, act.timezone) for one in view.readers)
    head = t(
        "acts-readers-title",
        kind=kind_of(t, act.kind),
        named=_named(t, act),
        read=view.read,
        asked=view.asked,
    )
    turn = pager(t, view.page, view.pages, lambda page: ReadersPaged(act_id=act.id, page=page))
    rows = [turn]
    if view.read < view.asked:
        rows.append([_acted(t.plain("acts-nudge"), act, ActAct.NUDGE)])
    rows.append([_acted(t.plain("acts-export"), act, ActAct.EXPORT)])
    back = [button(t.plain("button-back"), ActOpened(act_id=act.id)), menu_button(t)]
    return Screen(f"{head}\n\n{lines}", inline(*rows, back))


def _reader_line(t: Translator, one: Reader, timezone: str) -> str:
    who = t.cut(_who(t, one), NAME_SHOWN)
    if one.acknowledged_at is None:
        return t("acts-reader-not-yet", who=who)
    return t("acts-reader", who=who, at=t.short_day(one.acknowledged_at, timezone))


def _who(t: Translator, one: Reader) -> str:
    return f"{one.organization}: {t.name(one.name)}" if one.organization else t.name(one.name)


def list_rows(t: Translator, view: ReadersList) -> list[list[str]]:
    """The rows of the acknowledgement list: number, organisation, name, date."""
    return [
        [
            str(number),
            one.organization or view.act.organization_name,
            one.name.full if view.full_names and one.name.is_known else t.name(one.name),
            t.short_day(one.acknowledged_at, view.act.timezone)
            if one.acknowledged_at
            else t.plain("acts-list-not-yet"),
        ]
        for number, one in enumerate(view.readers, 1)
    ]


def list_title(t: Translator, view: ReadersList) -> list[str]:
    act = view.act
    return [
        t.plain("acts-list-title", kind=kind_of(t, act.kind), named=_named(t, act)),
        act.title,
        act.organization_name,
    ]


def list_heads(t: Translator) -> list[str]:
    return [t.plain(key) for key in _HEADS]


_HEADS = ("acts-list-number", "acts-list-organization", "acts-list-name", "acts-list-date")


def list_file(t: Translator, view: ReadersList, data: bytes) -> Screen:
    name = t.plain("acts-list-file", day=view.made_at.date().isoformat())
    caption = t("acts-list-caption", kind=kind_of(t, view.act.kind), named=_named(t, view.act))
    return Screen(caption, document=BufferedInputFile(data, f"{name}.xlsx"))


def to_read(t: Translator, view: ActCard, *, again: bool) -> Screen:
    """The message to somebody who is to read an act."""
    head = t("acts-notice-again" if again else "acts-notice", organization=view.organization_name)
    body = Screen(_card_text(t, view), inline(*_reader_rows(t, view)))
    return body.under(head)


def unread_card(t: Translator, view: ReadersPage, buttons: Sequence[InlineKeyboardButton]) -> Screen:
    """The alert after the day is over: who has not read it. Those above a school see numbers."""
    act = view.act
    text = t(
        "acts-unread-alert",
        kind=kind_of(t, act.kind),
        named=_named(t, act),
        organization=act.organization_name,
        left=view.asked - view.read,
        asked=view.asked,
    )
    waiting = [_reader_line(t, one, act.timezone) for one in view.readers if one.acknowledged_at is None]
    rows = []
    if act.manages:
        rows.append([_acted(t.plain("acts-nudge"), act, ActAct.NUDGE)])
        rows.append([_acted(t.plain("acts-show-readers"), act, ActAct.READERS)])
    return Screen("\n".join((text, *waiting)), inline(*rows, buttons))


# ---- the mandatory ones


def checklist(
    t: Translator,
    name: str,
    found: Sequence[Requirement],
    organization_id: int,
    *,
    own: bool,
    without_order: int = 0,
) -> Screen:
    """Every mandatory act, there or not (P-doc-1); a programme that is older than the regulation (P-doc-2);
    and how many pairs no order has fixed yet.
    """
    lines = [_requirement(t, one) for one in found] or [t("acts-nothing-mandatory")]
    lacking = sum(one.act is None for one in found)
    head = t("acts-checklist-title", name=name, present=len(found) - lacking, total=len(found))
    rows = []
    if (doubt := doubtful_programme(found)) is not None:
        programme, regulation = doubt
        named = {"programme": _named(t, programme), "regulation": _named(t, regulation)}
        lines.append("\n" + t("acts-programme-older", **named))
        rows += [[_act_button(t, one)] for one in doubt] if own else []
    if without_order:
        lines.append("\n" + t("consents-desk-without-order", count=without_order))
        rows.append([button(t.plain("consents-to-orders"), OrdersOpened(organization_id=organization_id))])
    rows += (
        [
            [button(t.plain("acts-add"), ActAdded(organization_id=organization_id))],
            [button(t.plain("acts-to-register"), ActsOpened(organization_id=organization_id))],
        ]
        if own
        else []
    )
    return Screen(f"{head}\n\n" + "\n".join(lines), inline(*rows, [menu_button(t)]))


def _requirement(t: Translator, one: Requirement) -> str:
    kind = kind_of(t, one.kind)
    if one.act is None:
        return t("acts-absent", kind=kind)
    key = "acts-present-published" if one.act.is_published else "acts-present"
    return t(key, kind=kind, named=_named(t, one.act))


def matrix(t: Translator, view: ActsMatrix, organization_id: int, page: int) -> Screen:
    """School by school: which mandatory acts lack."""
    pages = max(1, -(-len(view.schools) // MATRIX_PAGE))
    page = min(max(page, 0), pages - 1)
    in_order = sorted(view.schools, key=lambda one: (len(one.acts) - len(view.kinds), one.name))
    shown = in_order[page * MATRIX_PAGE : (page + 1) * MATRIX_PAGE]
    totals = "\n".join(
        t(
            "acts-matrix-total",
            kind=kind_of(t, kind),
            present=len(view.schools) - view.lacking(kind),
            total=len(view.schools),
        )
        for kind in view.kinds
    )
    lines = "\n".join(_school_line(t, one, view.kinds) for one in shown) or t("acts-matrix-empty")
    rows = [[button(one.name, ChecklistOpened(organization_id=one.id))] for one in shown]
    turn = pager(
        t, page, pages, lambda number: ActsMatrixOpened(organization_id=organization_id, page=number)
    )
    take = [button(t.plain("acts-matrix-take"), ActsMatrixTaken(organization_id=organization_id))]
    back = [button(t.plain("acts-to-register"), ActsOpened(organization_id=organization_id))]
    text = "\n\n".join((t("acts-matrix-title", name=view.organization_name), totals, lines))
    return Screen(text, inline(*rows, turn, take, back, [menu_button(t)]))


def _school_line(t: Translator, one: SchoolActs, kinds: Sequence[str]) -> str:
    missing = [kind_of(t, kind) for kind in kinds if kind not in one.acts]
    name = t.cut(one.name, NAME_SHOWN)
    if not missing:
        return t("acts-school-complete", name=name)
    return t("acts-school-lacks", name=name, kinds=", ".join(missing))


def matrix_words(t: Translator, view: ActsMatrix) -> ActsWords:
    """The words of the spreadsheet."""
    return ActsWords(
        sheet=t.plain("acts-sheet-name"),
        title=t.plain("acts-sheet-title", name=view.organization_name, day=t.short_date(view.made_on)),
        school=t.plain("territory-sheet-school"),
        absent=t.plain("acts-sheet-absent"),
        lacking=t.plain("acts-sheet-lacking"),
        kinds={kind: kind_of(t, kind) for kind in view.kinds},
        cells={
            (school.id, kind): _cell(t, number, day, published)
            for school in view.schools
            for kind, (number, day, published) in school.acts.items()
        },
    )


def _cell(t: Translator, number: str, day: date, published: bool) -> str:
    shown = t.short_date(day)
    named = t.plain("acts-number", number=number, day=shown) if number else t.plain("acts-dated", day=shown)
    return f"{named}, {t.plain('acts-sheet-on-site')}" if published else named


def matrix_file(t: Translator, view: ActsMatrix, data: bytes) -> Screen:
    name = t.plain("acts-sheet-file", day=view.made_on.isoformat())
    return Screen(
        t("acts-sheet-caption", name=view.organization_name),
        document=BufferedInputFile(data, f"{name}.xlsx"),
    )
