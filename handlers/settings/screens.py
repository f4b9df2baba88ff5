"""Screens of the settings: the list, one setting, the partners."""

# keys: setting-name-*
# keys: setting-ask-*

from __future__ import annotations

from collections.abc import Mapping, Sequence

from aiogram.types import BufferedInputFile, InlineKeyboardButton, InlineKeyboardMarkup
from babel.dates import get_day_names, get_month_names

from handlers.common.keyboards import button, grid, inline, menu_button, pager
from handlers.common.screen import Screen
from handlers.common.timezones import zone_name
from handlers.common.translator import Translator
from handlers.settings.callbacks import (
    AgreementBlankTaken,
    AgreementStarted,
    PartnerLinksRenewed,
    PartnerLinksTaken,
    PartnerOpened,
    PartnersOpened,
    PartnerStarted,
    SettingOpened,
    SettingsOpened,
    ValueChosen,
)
from models import Role
from services.founding import NAME_LIMIT, Founded
from services.organization_settings import EMPTY, Kind, OneSetting, Setting, SettingsPage, Value
from services.partners import AgreementForm, AgreementWords, PartnerCard, Partners

NAME_SHOWN, VALUE_SHOWN, VALUE_LISTED = 120, 400, 24
PLACES_LISTED = 6
COLUMNS = {Kind.MONTH: 3, Kind.HOUR: 3, Kind.ZONE: 2, Kind.TEXT: 1, Kind.TAX_NUMBER: 1, Kind.STATE_NUMBER: 1}


def settings(t: Translator, view: SettingsPage) -> Screen:
    """Every setting with what it holds, each a button."""
    number = view.organization_id
    rows = [
        [button(_line(t, one), SettingOpened(organization_id=number, key=one.setting.key))]
        for one in view.lines
    ]
    turn = pager(t, view.page, view.pages, lambda page: SettingsOpened(organization_id=number, page=page))
    partners = [button(t.plain("settings-partners"), PartnersOpened(organization_id=number))]
    others = [
        [
            button(
                t.plain("settings-elsewhere", organization=t.cut(name, 40)),
                SettingsOpened(organization_id=place),
            )
        ]
        for place, name in view.places[:PLACES_LISTED]
        if place != number
    ]
    return Screen(
        t("settings-title", organization=t.cut(view.organization_name, NAME_SHOWN)),
        inline(*rows, turn, partners if view.has_partners else [], *others, [menu_button(t)]),
    )


def _line(t: Translator, one: Value) -> str:
    name = t.plain(f"setting-name-{one.setting.key}")
    return t.plain("setting-line", name=name, value=t.cut(worded(t, one.setting, one.value), VALUE_LISTED))


def worded(t: Translator, setting: Setting, value: str) -> str:
    """What a setting holds, in words."""
    match setting.kind:
        case Kind.FLAG:
            return t.plain("setting-yes" if value == "1" else "setting-no")
        case Kind.MONTH | Kind.WEEKDAY:
            return _named(t, setting.kind, int(value))
        case Kind.HOUR:
            return f"{int(value)}:00"
        case Kind.ZONE:
            return zone_name(t, value)
        case Kind.HOURS:
            return _hours(t, value)
        case Kind.DAY:
            day, _, month = value.partition(".")
            return f"{int(day):02d}.{int(month):02d}"
        case _:
            return value or t.plain("setting-empty")


def _named(t: Translator, kind: Kind, number: int) -> str:
    names = get_month_names if kind is Kind.MONTH else get_day_names
    return str(names("wide", "stand-alone", locale=t.language)[number])


def _hours(t: Translator, value: str) -> str:
    since, _, until = value.partition("-")
    if since == until:
        return t.plain("setting-no-quiet")
    return t.plain("setting-hours", since=since, until=until)


def setting(t: Translator, view: OneSetting, *, changed: bool = False) -> Screen:
    """One setting: what it holds, what it is for, what is offered."""
    one = view.value.setting
    lines = [
        t(
            "setting-one",
            organization=t.cut(view.organization_name, NAME_SHOWN),
            name=t.plain(f"setting-name-{one.key}"),
            value=t.cut(worded(t, one, view.value.value), VALUE_SHOWN),
        ),
        t(f"setting-ask-{one.key}"),
    ]
    if changed:
        lines.insert(0, t("setting-changed"))
    choices = [_choice(t, view, value) for value in one.offered if value != EMPTY or view.value.value]
    back = SettingsOpened(organization_id=view.organization_id, page=view.page)
    columns = COLUMNS.get(one.kind, 4 if one.kind == Kind.NUMBER else 2)
    return Screen("\n\n".join(lines), inline(*grid(choices, columns), [button(t.plain("button-back"), back)]))


def _choice(t: Translator, view: OneSetting, value: str) -> InlineKeyboardButton:
    one = view.value.setting
    words = t.plain("setting-clear") if value == EMPTY else worded(t, one, value)
    if value == view.value.value:
        words = t.plain("setting-chosen", value=words)
    data = ValueChosen(organization_id=view.organization_id, key=one.key, value=value)
    return button(words, data)


# ---- partners


def partners(t: Translator, view: Partners) -> Screen:
    number = view.organization_id
    rows = [
        [
            button(
                t.plain("partner-line", name=t.cut(one.name, 44), people=one.people),
                PartnerOpened(partner_id=one.id),
            )
        ]
        for one in view.lines
    ]
    turn = pager(t, view.page, view.pages, lambda page: PartnersOpened(organization_id=number, page=page))
    name = t.cut(view.organization_name, NAME_SHOWN)
    text = t("partners-title", organization=name) if view.total else t("partners-none", organization=name)
    return Screen(
        text,
        inline(
            *rows,
            turn,
            [button(t.plain("partner-add"), PartnerStarted(organization_id=number))],
            [button(t.plain("button-back"), SettingsOpened(organization_id=number))],
        ),
    )


def ask_partner_name(t: Translator, organization_id: int) -> Screen:
    back = PartnersOpened(organization_id=organization_id)
    return Screen(t("partner-ask-name", limit=NAME_LIMIT), inline([button(t.plain("button-back"), back)]))


def partner(t: Translator, view: PartnerCard) -> Screen:
    lines = [
        t(
            "partner-card",
            name=t.cut(view.name, NAME_SHOWN),
            organization=t.cut(view.organization_name, NAME_SHOWN),
            people=view.people,
        ),
        _agreement(t, view),
        t("partner-hint"),
    ]
    return Screen(
        "\n\n".join(lines),
        inline(
            [button(t.plain("partner-links"), PartnerLinksTaken(partner_id=view.id))],
            [button(t.plain("partner-agreement-blank"), AgreementBlankTaken(partner_id=view.id))],
            [button(t.plain("partner-agreement-record"), AgreementStarted(partner_id=view.id))],
            [button(t.plain("button-back"), PartnersOpened(organization_id=view.organization_id))],
        ),
    )


def _agreement(t: Translator, view: PartnerCard) -> str:
    if view.agreement is None:
        return t("partner-no-agreement")
    agreement = view.agreement
    return t("partner-agreement", number=agreement.number, date=t.short_date(agreement.dated_on))


def partner_links(
    t: Translator, made: Founded, urls: Mapping[Role, str], *, is_new: bool, anew: bool = False
) -> Screen:
    """The link for a curator of the partner, as long as there is none."""
    lines = [t("partner-made" if is_new else "partner-links-title", name=t.cut(made.name, NAME_SHOWN))]
    lines += [t("partner-link", url=url) for url in urls.values()] or [t("partner-link-held")]
    if anew:
        lines.append(t("founding-links-renewed"))
    renew = [button(t.plain("founding-links-renew"), PartnerLinksRenewed(partner_id=made.id))]
    back = button(t.plain("partner-to-card"), PartnerOpened(partner_id=made.id))
    return Screen("\n\n".join(lines), inline(renew if urls else [], [back]))


def ask_agreement_number(t: Translator, view: PartnerCard) -> Screen:
    return Screen(t("partner-ask-number", name=t.cut(view.name, NAME_SHOWN)), _to_card(t, view.id))


def ask_agreement_date(t: Translator, partner_id: int) -> Screen:
    return Screen(t("partner-ask-date"), _to_card(t, partner_id))


def _to_card(t: Translator, partner_id: int) -> InlineKeyboardMarkup:
    return inline([button(t.plain("button-back"), PartnerOpened(partner_id=partner_id))])


def agreement_words(t: Translator, form: AgreementForm) -> AgreementWords:
    """The blank of an agreement with a partner who gives mentors (P-doc-3)."""
    clauses: Sequence[str] = (
        t.plain("agreement-subject", organization=form.organization, partner=form.partner),
        t.plain("agreement-partner-duties"),
        t.plain("agreement-school-duties"),
        t.plain("agreement-consents"),
        t.plain("agreement-free"),
        t.plain("agreement-term"),
    )
    requisites = (
        (t.plain("agreement-organization"), form.organization),
        (t.plain("agreement-address"), form.address),
        (t.plain("agreement-tax-number"), form.tax_number),
        (t.plain("agreement-state-number"), form.state_number),
        (t.plain("agreement-partner"), form.partner),
        (t.plain("agreement-partner-address"), ""),
        (t.plain("agreement-partner-numbers"), ""),
        (t.plain("agreement-mentors"), ""),
    )
    return AgreementWords(
        t.plain("agreement-title"),
        (t.plain("agreement-place-and-date"),),
        clauses,
        requisites,
        (t.plain("agreement-sign-organization"), t.plain("agreement-sign-partner")),
    )


def agreement_file(t: Translator, partner_id: int, data: bytes) -> Screen:
    name = t.plain("agreement-file") + ".docx"
    back = _to_card(t, partner_id)
    return Screen(t("agreement-caption"), back, document=BufferedInputFile(data, name))
