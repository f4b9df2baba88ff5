"""Screens of a pair: its term and its changes, and the colleagues who help it.

# keys: consents-vote-*
# keys: consents-amendment-status-*
# keys: consents-helper-*
"""

from __future__ import annotations

from collections.abc import Sequence

from aiogram.types import InlineKeyboardButton

from handlers.common.keyboards import button, grid, inline, menu_button, pager
from handlers.common.screen import Screen
from handlers.common.translator import Translator
from handlers.consents import words
from handlers.consents.callbacks import (
    AmendmentBegun,
    AmendmentSkipped,
    AmendmentsOpened,
    AmendmentTakenBack,
    ConsentOpened,
    ConsentsOpened,
    EndChosen,
    HelperChosen,
    HelperEnded,
    HelpersOpened,
    HelperWanted,
)
from models import AmendmentKind, AmendmentStatus, ConsentStatus
from services.amendments import AmendmentView, PairTerm
from services.consent_views import Change
from services.helpers import Answer, Colleague, Helper, PairHelpers
from services.mentorship_views import Page
from services.names import PersonName
from services.pairing_orders import OrderLine

TERM, CONTENT = "t", "c"
REASON_SHOWN, TEXT_SHOWN, PAST_SHOWN = 300, 600, 250


# ---- the term and its changes


def pair(t: Translator, term: PairTerm, order: OrderLine | None) -> Screen:
    """The pair's term, its order, what is proposed and what was changed."""
    parts = [
        t(
            "consents-pair-title",
            mentor=words.name(t, term.mentor),
            mentees=words.several(t, term.mentees),
            began=t.short_date(term.began_on),
            ends=t.short_date(term.ends_on) if term.ends_on else t.plain("consents-term-open"),
            order=words.order(t, order),
        )
    ]
    parts += [_amendment(t, one, term.timezone) for one in term.amendments]
    return Screen("\n\n".join(parts), inline(*_pair_rows(t, term)))


def _pair_rows(t: Translator, term: PairTerm) -> list[list[InlineKeyboardButton]]:
    rows = []
    number = term.mentorship_id
    if (pending := term.pending) is not None:
        rows += _pending_rows(t, pending)
    elif term.is_member:
        rows.append(
            [button(t.plain("consents-change-term"), AmendmentBegun(mentorship_id=number, subject=TERM))]
        )
        rows.append(
            [
                button(
                    t.plain("consents-change-content"),
                    AmendmentBegun(mentorship_id=number, subject=CONTENT),
                )
            ]
        )
    rows.append([button(t.plain("consents-helpers"), HelpersOpened(mentorship_id=number))])
    if term.is_member:
        rows.append([button(t.plain("consents-to-list"), ConsentsOpened())])
    return [*rows, [menu_button(t)]]


def _pending_rows(t: Translator, pending: AmendmentView) -> list[list[InlineKeyboardButton]]:
    rows = []
    if pending.own_consent_id is not None:
        opened = ConsentOpened(consent_id=pending.own_consent_id)
        rows.append([button(t.plain("consents-read-and-answer"), opened)])
    if pending.is_proposer:
        taken = AmendmentTakenBack(amendment_id=pending.id)
        rows.append([button(t.plain("consents-take-back"), taken)])
    return rows


def _amendment(t: Translator, one: AmendmentView, zone: str) -> str:
    """What is thought about stands there in full; what is over, in short."""
    shown = TEXT_SHOWN if one.status == AmendmentStatus.PROPOSED else PAST_SHOWN
    lines = [
        t(
            "consents-amendment",
            change=t.cut(_change(t, one), shown),
            status=t.plain(f"consents-amendment-status-{one.status.value.replace('_', '-')}"),
            day=t.short_day(one.settled_at or one.proposed_at, zone),
        )
    ]
    if one.status == AmendmentStatus.PROPOSED:
        if one.reason:
            lines.append(t("consents-amendment-reason", reason=t.cut(one.reason, REASON_SHOWN)))
        lines += [
            t("consents-vote", name=words.name(t, vote.name), vote=_vote(t, vote.status))
            for vote in one.votes
        ]
    return "\n".join(lines)


def _vote(t: Translator, status: ConsentStatus) -> str:
    return t.plain("consents-vote-given" if status == ConsentStatus.GIVEN else "consents-vote-asked")


def _change(t: Translator, one: AmendmentView) -> str:
    return words.change_words(t, Change(one.kind, one.status, one.old_end, one.new_end, one.text, one.reason))


def ask_end(t: Translator, term: PairTerm) -> Screen:
    """The last day of the pair's work: so many months after its beginning, or typed."""
    months = [
        button(t.plain("consents-months", count=count, day=t.short_date(day)), EndChosen(months=count))
        for count, day in term.offers
    ]
    text = t("consents-ask-end", first=t.short_date(term.first_end), last=t.short_date(term.last_end))
    return Screen(text, inline(*grid(months, 2), _back(t, term.mentorship_id)))


def ask_text(t: Translator, term: PairTerm) -> Screen:
    return Screen(t("consents-ask-change"), inline(_back(t, term.mentorship_id)))


def ask_reason(t: Translator, mentorship_id: int) -> Screen:
    skip = button(t.plain("consents-skip-reason"), AmendmentSkipped())
    return Screen(t("consents-ask-reason"), inline([skip], _back(t, mentorship_id)))


def _back(t: Translator, mentorship_id: int) -> list[InlineKeyboardButton]:
    return [button(t.plain("button-back"), AmendmentsOpened(mentorship_id=mentorship_id))]


def settled(t: Translator, one: AmendmentView, mentor: PersonName, mentee: PersonName) -> Screen:
    """The message to the members: what became of the change."""
    key = {
        AmendmentStatus.AGREED: "consents-told-agreed",
        AmendmentStatus.REFUSED: "consents-told-refused",
    }.get(one.status, "consents-told-taken-back")
    text = t(
        key,
        change=t.cut(_change(t, one), TEXT_SHOWN),
        mentor=words.name(t, mentor),
        mentee=words.name(t, mentee),
    )
    opened = AmendmentsOpened(mentorship_id=one.mentorship_id)
    return Screen(text, inline([button(t.plain("consents-to-pair"), opened)], [menu_button(t)]))


def settled_alert(
    t: Translator,
    one: AmendmentView,
    mentor: PersonName,
    mentee: PersonName,
    last_row: Sequence[InlineKeyboardButton],
) -> Screen:
    """The card for the curator: the change, and that the order may have to follow it."""
    agreed = one.status == AmendmentStatus.AGREED
    text = t(
        "consents-alert-agreed" if agreed else "consents-alert-disagreed",
        change=t.cut(_change(t, one), TEXT_SHOWN),
        mentor=words.name(t, mentor),
        mentee=words.name(t, mentee),
    )
    if agreed and one.kind != AmendmentKind.CONTENT:
        text = "\n\n".join((text, t("consents-alert-order-follows")))
    opened = AmendmentsOpened(mentorship_id=one.mentorship_id)
    return Screen(text, inline([button(t.plain("consents-to-pair"), opened)], list(last_row)))


# ---- helpers


def helpers(t: Translator, view: PairHelpers) -> Screen:
    """Who helps the pair; the mentor asks others here."""
    number = view.mentorship_id
    head = t(
        "consents-helpers-title",
        mentor=words.name(t, view.mentor),
        mentees=words.several(t, view.mentees),
    )
    lines = [_helper(t, one) for one in view.helpers] or [t("consents-helpers-none")]
    rows = []
    if view.may_invite:
        rows += [[_end_button(t, one)] for one in view.helpers]
        rows.append([button(t.plain("consents-helper-ask"), HelperWanted(mentorship_id=number))])
    back = button(t.plain("consents-to-list"), ConsentsOpened())
    return Screen("\n\n".join((head, "\n".join(lines))), inline(*rows, [back, menu_button(t)]))


def _helper(t: Translator, one: Helper) -> str:
    return t(
        "consents-helper-line",
        name=words.name(t, one.name),
        state=t.plain(f"consents-helper-{one.status.value}"),
    )


def _end_button(t: Translator, one: Helper) -> InlineKeyboardButton:
    key = "consents-helper-end" if one.helps else "consents-helper-unask"
    return button(t.plain(key, name=words.name(t, one.name)), HelperEnded(consent_id=one.consent_id))


def colleagues(t: Translator, mentorship_id: int, found: Page[Colleague]) -> Screen:
    """Whom to ask."""
    rows = [
        [
            button(
                t.name(one.name),
                HelperChosen(mentorship_id=mentorship_id, membership_id=one.membership_id),
            )
        ]
        for one in found.items
    ]
    turn = pager(
        t, found.page, found.pages, lambda page: HelperWanted(mentorship_id=mentorship_id, page=page)
    )
    back = button(t.plain("button-back"), HelpersOpened(mentorship_id=mentorship_id))
    text = t("consents-helper-whom") if found.items else t("consents-helper-nobody")
    return Screen(text, inline(*rows, turn, [back]))


def helper_asked(t: Translator, view: PairHelpers) -> Screen:
    return helpers(t, view).under(t("consents-helper-asked"))


def ask_end_help(t: Translator, consent_id: int) -> Screen:
    yes = button(t.plain("consents-helper-end-yes"), HelperEnded(consent_id=consent_id, sure=True))
    back = button(t.plain("button-back"), ConsentsOpened())
    return Screen(t("consents-helper-end-ask"), inline([yes], [back]))


def helper_answered(t: Translator, answer: Answer) -> Screen:
    """The message to the mentor; why somebody declined is never told."""
    key = {
        ConsentStatus.GIVEN: "consents-helper-agreed",
        ConsentStatus.REFUSED: "consents-helper-declined",
    }.get(answer.status, "consents-helper-stopped")
    opened = button(t.plain("consents-helpers"), HelpersOpened(mentorship_id=answer.mentorship_id))
    return Screen(t(key, name=words.name(t, answer.helper)), inline([opened], [menu_button(t)]))


def helper_ended(t: Translator, mentor: PersonName) -> Screen:
    return Screen(t("consents-helper-over", mentor=words.name(t, mentor)), inline([menu_button(t)]))
