"""Screens of requests about data: what may be asked, the desk that answers, and withdrawals with their acts.

# keys: privacy-request-*
# keys: privacy-erased-*
"""

from __future__ import annotations

from collections.abc import Sequence

from aiogram.types import BufferedInputFile, InlineKeyboardButton

from handlers.common.callbacks import ChildOpened, PersonOpened
from handlers.common.keyboards import button, inline, menu_button, pager
from handlers.common.screen import Screen
from handlers.common.translator import Translator
from handlers.privacy.callbacks import (
    CasesOpened,
    DestructionActTaken,
    MyDataDownloaded,
    MyDataOpened,
    PaperKindChosen,
    PaperReceivedToday,
    PaperRequestBegun,
    RequestAct,
    RequestActed,
    RequestAsked,
    RequestDeskOpened,
    RequestOpened,
    RequestsOpened,
)
from handlers.privacy.sections import at
from models import RequestKind
from services.destruction_act import CaseLine, DestructionAct
from services.documents import Field, Paper, Table
from services.names import PersonName
from services.rights_requests import EXTENSION, TERM, Place, RequestView

TEXT_SHOWN = 700
LINE_SHOWN = 120
ASKED_IN_WORDS = (RequestKind.CORRECTION, RequestKind.ERASURE, RequestKind.STOP_PUBLICATION)
Rows = list[list[InlineKeyboardButton]]


def kind_words(t: Translator, kind: RequestKind) -> str:
    return t.plain(f"privacy-request-{kind.value.replace('_', '-')}")


def _back(t: Translator, child_id: int) -> InlineKeyboardButton:
    data = ChildOpened(child_id=child_id) if child_id else MyDataOpened()
    return button(t.plain("button-back"), data)


# ---- asking


def requests(t: Translator, own: Sequence[RequestView], child_id: int, timezone: str) -> Screen:
    """What may be asked, and what became of what was."""
    lines = [t("privacy-requests-head")]
    lines += [_own_line(t, one, timezone) for one in own]
    rows: Rows = []
    if not child_id:
        rows.append([button(kind_words(t, RequestKind.ACCESS), MyDataDownloaded())])
    rows += [
        [button(kind_words(t, kind), RequestAsked(kind=kind, child_id=child_id))] for kind in ASKED_IN_WORDS
    ]
    return Screen("\n\n".join(lines), inline(*rows, [_back(t, child_id)]))


def _own_line(t: Translator, one: RequestView, timezone: str) -> str:
    kind, opened = kind_words(t, one.kind), at(t, one.opened_at, timezone)
    if one.settled_at is None:
        return t("privacy-own-open", kind=kind, at=opened, due=t.short_date(one.due_on))
    answer = t.cut(one.answer, LINE_SHOWN) or "—"
    return t("privacy-own-settled", kind=kind, at=opened, answer=answer)


def choose_place(t: Translator, kind: RequestKind, places: Sequence[Place], child_id: int) -> Screen:
    rows = [
        [
            button(
                one.name,
                RequestAsked(kind=kind, child_id=child_id, organization_id=one.organization_id),
            )
        ]
        for one in places[:20]
    ]
    return Screen(t("privacy-ask-place"), inline(*rows, [_back(t, child_id)]))


def ask_text(t: Translator, kind: RequestKind, place: Place, child_id: int) -> Screen:
    """One question; who will read it, and by when an answer comes."""
    hint = t(f"privacy-request-hint-{kind.value.replace('_', '-')}")
    who = t("privacy-ask-seen-by", organization=place.name, days=TERM[kind])
    back = button(t.plain("button-back"), RequestsOpened(child_id=child_id))
    return Screen(
        f"<b>{t('privacy-quoted', text=kind_words(t, kind))}</b>\n\n{hint}\n\n{who}", inline([back])
    )


def asked(t: Translator, view: RequestView, child_id: int) -> Screen:
    text = t(
        "privacy-asked",
        kind=kind_words(t, view.kind),
        number=str(view.id),
        organization=view.organization,
        due=t.short_date(view.due_on),
    )
    return Screen(text, inline([_back(t, child_id)], [menu_button(t)]))


def ask_name(t: Translator, child_id: int) -> Screen:
    key = "privacy-ask-child-name" if child_id else "privacy-ask-name"
    return Screen(t(key), inline([_back(t, child_id)]))


def name_corrected(t: Translator, name: str, child_id: int) -> Screen:
    return Screen(t("privacy-name-corrected", name=name), inline([_back(t, child_id)], [menu_button(t)]))


def answered_notice(t: Translator, view: RequestView, timezone: str) -> Screen:
    text = t(
        "privacy-answered-notice",
        kind=kind_words(t, view.kind),
        at=at(t, view.opened_at, timezone),
        organization=view.organization,
        answer=t.cut(view.answer, TEXT_SHOWN),
    )
    return Screen(text, inline([menu_button(t)]))


def extended_notice(t: Translator, view: RequestView) -> Screen:
    text = t(
        "privacy-extended-notice",
        kind=kind_words(t, view.kind),
        due=t.short_date(view.due_on),
        reason=t.cut(view.reason, TEXT_SHOWN),
    )
    return Screen(text, inline([menu_button(t)]))


# ---- answering


def desk(t: Translator, found: Sequence[RequestView], page: int, pages: int) -> Screen:
    """Those that wait first; the words of a request are read on its own screen."""
    rows: Rows = [[button(_desk_line(t, one), RequestOpened(request_id=one.id))] for one in found]
    rows.append(pager(t, page, pages, lambda number: RequestDeskOpened(page=number)))
    rows.append([button(t.plain("privacy-cases-open"), CasesOpened())])
    key = "privacy-desk" if found else "privacy-desk-empty"
    return Screen(t(key), inline(*rows, [menu_button(t)]))


def _desk_line(t: Translator, one: RequestView) -> str:
    if one.settled_at is not None:
        return t.plain("privacy-desk-settled", kind=kind_words(t, one.kind), who=t.code(one.who))
    key = "privacy-desk-late" if one.days_left < 0 else "privacy-desk-line"
    due = t.short_date(one.due_on)
    return t.plain(key, kind=kind_words(t, one.kind), who=t.code(one.who), due=due)


def card(
    t: Translator, view: RequestView, timezone: str, last_row: Sequence[InlineKeyboardButton] = ()
) -> Screen:
    """A request as it is answered: what is asked, until when, and what may be done."""
    lines = [
        t(
            "privacy-card",
            kind=kind_words(t, view.kind),
            who=t.name(view.who),
            at=at(t, view.opened_at, timezone),
        )
    ]
    if view.by_parent:
        lines.append(t("privacy-card-by-parent"))
    if view.text:
        lines.append(t("privacy-card-text", text=t.cut(view.text, TEXT_SHOWN)))
    lines.append(_term(t, view))
    if view.settled_at is None:
        lines.append(t(f"privacy-request-todo-{view.kind.value.replace('_', '-')}"))
        if view.by_hand:
            lines.append(t("privacy-card-by-hand"))
    else:
        lines.append(t("privacy-card-answer", answer=t.cut(view.answer, TEXT_SHOWN) or "—"))
    return Screen("\n\n".join(lines), inline(*_card_acts(t, view), last_row or _to_desk(t)))


def _term(t: Translator, view: RequestView) -> str:
    due = t.short_date(view.due_on)
    if view.settled_at is not None:
        return t("privacy-card-settled", due=due)
    if view.days_left < 0:
        return t("privacy-card-late", due=due)
    put_off = t("privacy-card-put-off", reason=t.cut(view.reason, TEXT_SHOWN)) if view.reason else ""
    left = t("privacy-card-due", due=due, days=view.days_left)
    return "\n".join(one for one in (left, put_off) if one)


def _card_acts(t: Translator, view: RequestView) -> Rows:
    if view.settled_at is not None:
        return []
    rows = [[button(t.plain("privacy-answer-it"), RequestActed(request_id=view.id, act=RequestAct.ANSWER))]]
    if view.may_extend:
        extend = RequestActed(request_id=view.id, act=RequestAct.EXTEND)
        rows.append([button(t.plain("privacy-extend-it", days=EXTENSION), extend)])
    return rows


def _to_desk(t: Translator) -> list[InlineKeyboardButton]:
    return [button(t.plain("button-back"), RequestDeskOpened())]


def ask_answer(t: Translator, view: RequestView, act: RequestAct) -> Screen:
    key = "privacy-ask-answer" if act is RequestAct.ANSWER else "privacy-ask-reason"
    back = button(t.plain("button-back"), RequestOpened(request_id=view.id))
    text = t(key, kind=kind_words(t, view.kind), who=t.name(view.who), days=EXTENSION)
    return Screen(text, inline([back]))


def settled(t: Translator, view: RequestView) -> Screen:
    key = "privacy-answer-by-hand" if view.by_hand else "privacy-answer-sent"
    return Screen(t(key), inline(_to_desk(t), [menu_button(t)]))


def put_off(t: Translator, view: RequestView) -> Screen:
    key = "privacy-put-off-by-hand" if view.by_hand else "privacy-was-put-off"
    text = t(key, due=t.short_date(view.due_on))
    return Screen(text, inline(_to_desk(t), [menu_button(t)]))


# ---- brought on paper


def paper_kinds(t: Translator, name: PersonName, membership_id: int) -> Screen:
    rows: Rows = [
        [button(kind_words(t, kind), PaperKindChosen(membership_id=membership_id, kind=kind))]
        for kind in RequestKind
    ]
    back = button(t.plain("button-back"), PersonOpened(membership_id=membership_id))
    return Screen(t("privacy-paper-kind", who=t.name(name)), inline(*rows, [back], [menu_button(t)]))


def ask_paper_text(t: Translator, name: PersonName, kind: RequestKind, membership_id: int) -> Screen:
    text = t("privacy-paper-text", kind=kind_words(t, kind), who=t.name(name), days=TERM[kind])
    return Screen(text, inline([_to_kinds(t, membership_id)]))


def ask_paper_day(t: Translator, membership_id: int) -> Screen:
    today = button(t.plain("privacy-paper-today"), PaperReceivedToday())
    return Screen(t("privacy-paper-day"), inline([today], [_to_kinds(t, membership_id)]))


def _to_kinds(t: Translator, membership_id: int) -> InlineKeyboardButton:
    return button(t.plain("button-back"), PaperRequestBegun(membership_id=membership_id))


def paper_entered(t: Translator, view: RequestView, timezone: str) -> Screen:
    return card(t, view, timezone).under(t("privacy-paper-entered", number=str(view.id)))


# ---- withdrawals


def cases(t: Translator, found: Sequence[CaseLine], page: int, pages: int, timezone: str) -> Screen:
    """The withdrawals of the school. Those that were carried out have an act."""
    rows: Rows = [
        [
            button(
                t.plain(
                    "privacy-case",
                    number=str(one.id),
                    who=_codes(t, one.who),
                    at=at(t, one.opened_at, timezone),
                ),
                DestructionActTaken(case_id=one.id),
            )
        ]
        for one in found
        if one.anonymised_at is not None
    ]
    rows.append(pager(t, page, pages, lambda number: CasesOpened(page=number)))
    key = "privacy-cases" if found else "privacy-cases-empty"
    return Screen(t(key), inline(*rows, _to_desk(t)))


def _codes(t: Translator, who: Sequence[PersonName]) -> str:
    return ", ".join(t.code(one) for one in who)


def destruction_act(t: Translator, act: DestructionAct) -> Paper:
    """The paper itself, in the words of the order: no name stands in it."""
    rows = [(t.plain(f"privacy-erased-{kind}"), str(count)) for kind, count in act.destroyed]
    return Paper(
        title=t.plain("privacy-act-title", number=str(act.case_id)),
        heading=(act.operator, act.address) if act.address else (act.operator,),
        parts=(
            Field(
                t.plain("privacy-act-operator"), ", ".join(one for one in (act.operator, act.address) if one)
            ),
            Field(t.plain("privacy-act-who"), _codes(t, act.who)),
            Field(t.plain("privacy-act-reason"), t.plain(_reason_key(act))),
            Field(t.plain("privacy-act-received"), at(t, act.received_at, act.timezone)),
            Field(t.plain("privacy-act-term"), t.short_day(act.due_at, act.timezone)),
            t.plain("privacy-act-categories"),
            Table((t.plain("privacy-act-category"), t.plain("privacy-act-count")), rows),
            Field(t.plain("privacy-act-way-label"), t.plain("privacy-act-way")),
            Field(t.plain("privacy-act-where-label"), t.plain("privacy-act-where")),
            Field(t.plain("privacy-act-when"), at(t, act.destroyed_at, act.timezone)),
            t.plain("privacy-act-kept"),
        ),
        signatures=(t.plain("privacy-act-responsible"), t.plain("privacy-act-head")),
    )


def _reason_key(act: DestructionAct) -> str:
    return "privacy-act-by-another" if act.by_another else "privacy-act-by-subject"


def destruction_file(t: Translator, act: DestructionAct, data: bytes) -> Screen:
    name = f"destruction-act-{act.case_id}.docx"
    return Screen(t("privacy-act-file"), document=BufferedInputFile(data, name))
