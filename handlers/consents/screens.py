"""Screens of one's own consents: the list, the document with its two answers, what follows."""

from __future__ import annotations

from aiogram.types import InlineKeyboardButton

from handlers.common.keyboards import button, inline, menu_button, pager
from handlers.common.screen import Screen
from handlers.common.translator import Translator
from handlers.consents import words
from handlers.consents.callbacks import (
    AmendmentsOpened,
    ConsentAct,
    ConsentActed,
    ConsentGiven,
    ConsentOpened,
    ConsentsOpened,
    HelpersOpened,
    PublicationBegun,
)
from models import AmendmentStatus, ConsentKind
from services.consent_views import ConsentState, ConsentView
from services.consents import OwnConsent, OwnConsents

MARKS = {
    ConsentState.WAITING: "🔸",
    ConsentState.ORIGINAL: "🖊",
    ConsentState.GIVEN: "✅",
    ConsentState.EXPIRED: "⌛",
    ConsentState.REFUSED: "✖️",
    ConsentState.WITHDRAWN: "↩️",
    ConsentState.OVER: "▫️",
}
PLACES_SHOWN = 3


def back_to_list(t: Translator) -> list[InlineKeyboardButton]:
    return [button(t.plain("consents-to-list"), ConsentsOpened()), menu_button(t)]


def mine(t: Translator, shown: OwnConsents) -> Screen:
    """All that I was asked, what waits for my answer first."""
    found = shown.found
    head = t("consents-mine", waiting=shown.waiting) if found.total else t("consents-mine-none")
    rows = [[_entry(t, one)] for one in found.items]
    rows.append(pager(t, found.page, found.pages, lambda page: ConsentsOpened(page=page)))
    for pair in shown.pairs:
        text = t.plain("consents-pair", name=words.name(t, pair.other))
        rows.append([button(text, AmendmentsOpened(mentorship_id=pair.mentorship_id))])
    for number, name in shown.places[:PLACES_SHOWN]:
        text = t.plain("consents-publish-own", organization=name)
        rows.append([button(text, PublicationBegun(organization_id=number))])
    return Screen(head, inline(*rows, [menu_button(t)]))


def _entry(t: Translator, view: ConsentView) -> InlineKeyboardButton:
    kind = words.kind_name(t, view.kind)
    if view.on_behalf:
        kind = t.plain("consents-entry-for", kind=kind, name=words.name(t, view.about))
    text = f"{MARKS[view.state]} {kind}: {words.state_name(t, view.state)}"
    return button(text, ConsentOpened(consent_id=view.id))


def consent(t: Translator, shown: OwnConsent) -> Screen:
    """The document to be answered, or the card of an answered one."""
    unanswered = shown.may_answer and shown.view.state == ConsentState.WAITING
    return document(t, shown) if unanswered else card(t, shown)


def document(t: Translator, shown: OwnConsent) -> Screen:
    """The words, and below them the two answers; both carry which words these are."""
    view = shown.view
    rows = _answers(t, view) if shown.may_answer else []
    if shown.is_answerer:
        rows.append([_acted(t.plain("consents-form"), view, ConsentAct.FORM)])
    return Screen(_document(t, view), inline(*rows, back_to_list(t)))


def _document(t: Translator, view: ConsentView) -> str:
    parts = []
    if view.is_renewal and view.state == ConsentState.WAITING:
        parts.append(t("consents-renewed"))
    if view.on_behalf:
        parts.append(t("consents-on-behalf", name=words.name(t, view.about)))
    parts.append(
        t(
            "consents-document",
            title=words.title(t, view),
            body=words.body(t, view, words.names_in_chat(t, view)),
            version=words.text_of(t, view).version,
        )
    )
    return "\n\n".join(parts)


def _answers(t: Translator, view: ConsentView) -> list[list[InlineKeyboardButton]]:
    version = words.text_of(t, view).version

    def given(*, agrees: bool) -> ConsentGiven:
        return ConsentGiven(consent_id=view.id, agrees=agrees, version=version, language=t.language)

    yes = button(t.plain("consents-agree"), given(agrees=True))
    no = button(t.plain("consents-disagree"), given(agrees=False))
    return [[yes], [no]]


def card(t: Translator, shown: OwnConsent) -> Screen:
    """What became of a consent, and what may be done about it."""
    view = shown.view
    rows = [[_acted(t.plain("consents-read"), view, ConsentAct.READ)]]
    if shown.is_answerer and view.state in (ConsentState.ORIGINAL, ConsentState.REFUSED):
        rows.append([_acted(t.plain("consents-form"), view, ConsentAct.FORM)])
    if view.kind == ConsentKind.HELPER and view.state == ConsentState.GIVEN and view.mentorship_id:
        rows.append([button(t.plain("consents-helpers"), HelpersOpened(mentorship_id=view.mentorship_id))])
    if shown.may_ask_anew:
        rows.append([_acted(t.plain("consents-ask-anew"), view, ConsentAct.AGAIN)])
    if shown.may_withdraw:
        rows.append([_acted(t.plain("consents-withdraw"), view, ConsentAct.WITHDRAW_ASK)])
    return Screen("\n\n".join(card_lines(t, view)), inline(*rows, back_to_list(t)))


def card_lines(t: Translator, view: ConsentView) -> list[str]:
    """Title, whom and what it is about, state, dates: the same for the person and for the desk."""
    parts = [
        t(
            "consents-card",
            title=words.title(t, view),
            organization=t.cut(view.operator.name, words.ORGANIZATION_SHOWN),
            state=words.state_name(t, view.state),
        )
    ]
    if view.on_behalf:
        parts.append(t("consents-on-behalf", name=words.name(t, view.about)))
    if view.mentor is not None and view.kind != ConsentKind.HELPER:
        mentees = words.several(t, view.mentees)
        parts.append(t("consents-about-pair", mentor=words.name(t, view.mentor), mentees=mentees))
    elif view.mentor is not None:
        parts.append(t("consents-about-mentor", mentor=words.name(t, view.mentor)))
    if view.change is not None:
        parts.append(t("consents-about-change", change=words.change_words(t, view.change)))
    parts.append("\n".join(_dates(t, view)))
    return parts


def _dates(t: Translator, view: ConsentView) -> list[str]:
    zone = view.operator.timezone
    lines = [t("consents-asked-at", day=t.short_day(view.asked_at, zone))]
    if view.answered_at is not None:
        lines.append(t("consents-answered-at", day=t.short_day(view.answered_at, zone), version=view.version))
    if view.withdrawn_at is not None:
        lines.append(t("consents-withdrawn-at", day=t.short_day(view.withdrawn_at, zone)))
    if view.valid_until is not None:
        lines.append(t("consents-valid-until", day=t.short_date(view.valid_until)))
    if view.original_dated_on is not None:
        number = view.original_number or t.plain("consents-without-number")
        lines.append(t("consents-original", number=number, day=t.short_date(view.original_dated_on)))
        if view.received_by is not None and view.original_received_at is not None:
            received = t.short_day(view.original_received_at, zone)
            lines.append(t("consents-recorded-by", name=words.name(t, view.received_by), day=received))
    elif view.state == ConsentState.ORIGINAL:
        lines.append(t("consents-original-awaited"))
    return lines


def _acted(text: str, view: ConsentView, act: ConsentAct) -> InlineKeyboardButton:
    return button(text, ConsentActed(consent_id=view.id, act=act))


def answered(t: Translator, shown: OwnConsent) -> Screen:
    """What the answer means, and what comes next."""
    view = shown.view
    rows = []
    if view.state in (ConsentState.ORIGINAL, ConsentState.REFUSED):
        rows.append([_acted(t.plain("consents-form"), view, ConsentAct.FORM)])
    if view.state == ConsentState.REFUSED and shown.may_answer:
        rows.append([_acted(t.plain("button-read-again"), view, ConsentAct.READ)])
    if view.kind == ConsentKind.AMENDMENT and view.mentorship_id:
        opened = AmendmentsOpened(mentorship_id=view.mentorship_id)
        rows.append([button(t.plain("consents-to-pair"), opened)])
    return Screen(_outcome(t, view), inline(*rows, back_to_list(t)))


def _outcome(t: Translator, view: ConsentView) -> str:
    if view.change is not None:
        return t(_AMENDMENT_OUTCOMES[view.change.status])
    if view.state == ConsentState.REFUSED:
        return t("consents-refused", organization=t.cut(view.operator.name, words.ORGANIZATION_SHOWN))
    if view.state == ConsentState.ORIGINAL:
        return t("consents-intention")
    if view.kind == ConsentKind.HELPER:
        mentees = words.several(t, view.mentees)
        return t("consents-helping", mentor=words.name(t, view.mentor), mentees=mentees)
    return t("consents-given", title=words.title(t, view))


_AMENDMENT_OUTCOMES = {
    AmendmentStatus.PROPOSED: "consents-amendment-waits",
    AmendmentStatus.AGREED: "consents-amendment-agreed",
    AmendmentStatus.REFUSED: "consents-amendment-refused",
    AmendmentStatus.TAKEN_BACK: "consents-amendment-taken-back",
}


def ask_withdraw(t: Translator, shown: OwnConsent) -> Screen:
    """What stops, before it is done."""
    view = shown.view
    key = _STOPS.get(view.kind, "consents-stops-other")
    yes = _acted(t.plain("consents-withdraw-yes"), view, ConsentAct.WITHDRAW)
    back = button(t.plain("button-back"), ConsentOpened(consent_id=view.id))
    return Screen(
        "\n\n".join((t("consents-withdraw-ask", title=words.title(t, view)), t(key))), inline([yes], [back])
    )


_STOPS = {
    ConsentKind.MENTOR: "consents-stops-mentor",
    ConsentKind.EXTRA_DUTIES: "consents-stops-duties",
    ConsentKind.HELPER: "consents-stops-helper",
    ConsentKind.PUBLICATION: "consents-stops-publication",
    ConsentKind.AMENDMENT: "consents-stops-amendment",
}


def withdrawn(t: Translator, shown: OwnConsent) -> Screen:
    return card(t, shown).under(t("consents-withdrawn"))


# ---- messages


def reminder(t: Translator, view: ConsentView) -> Screen:
    read = button(t.plain("consents-read-and-answer"), ConsentOpened(consent_id=view.id))
    return Screen(t("consents-reminder", title=words.title(t, view)), inline([read], [menu_button(t)]))


def publication_ending(t: Translator, view: ConsentView) -> Screen:
    """Two weeks before the term of a publication ends."""
    until = t.short_date(view.valid_until) if view.valid_until else "—"
    opened = button(t.plain("consents-open"), ConsentOpened(consent_id=view.id))
    text = t("consents-publication-ending", until=until, resources=words.resources(t, view.details))
    return Screen(text, inline([opened], [menu_button(t)]))
