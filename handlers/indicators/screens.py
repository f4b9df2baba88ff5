"""Screens of planned results: plan beside fact."""

from __future__ import annotations

from collections.abc import Sequence

from aiogram.types import InlineKeyboardButton
from babel.numbers import format_decimal

from handlers.common.keyboards import button, inline, menu_button
from handlers.common.screen import Screen
from handlers.common.translator import Translator
from handlers.indicators.callbacks import (
    ActualAsked,
    IndicatorAdded,
    IndicatorOpened,
    IndicatorRemoved,
    IndicatorsOpened,
    MeasuredToday,
    RemovalAsked,
    ResultsOpened,
)
from handlers.plans.callbacks import PlansOpened
from services.indicators import IndicatorView, PlanBrief, Results

TITLE_LISTED, TITLE_SHOWN = 70, 400


def amount(t: Translator, value: float, unit: str) -> str:
    """«1 200 участников», «85 %», as plain text."""
    number: str = format_decimal(value, locale=t.language)
    return f"{number} {unit}".strip()


def plans(t: Translator, found: Sequence[PlanBrief]) -> Screen:
    if not found:
        return Screen(
            t("indicators-no-plan"),
            inline([button(t.plain("indicators-to-plans"), PlansOpened())], [menu_button(t)]),
        )
    rows = [
        [
            button(
                t.plain("indicators-plan", title=t.cut(one.title, 40), count=one.indicators),
                ResultsOpened(roadmap_id=one.id),
            )
        ]
        for one in found
    ]
    return Screen(t("indicators-choose-plan"), inline(*rows, [menu_button(t)]))


def results(t: Translator, view: Results) -> Screen:
    """Plan and fact of one roadmap."""
    parts = [t("indicators-title", title=t.cut(view.title, TITLE_SHOWN), year=view.school_year)]
    if view.order_number and view.order_date:
        day = t.short_date(view.order_date)
        parts.append(t("indicators-order", number=view.order_number, day=day))
    parts.append("\n\n".join(_line(t, one) for one in view.indicators) or t("indicators-none"))
    if view.short:
        parts.append(t("indicators-short", count=view.short))
    rows = [[button(one.title, IndicatorOpened(indicator_id=one.id))] for one in view.indicators]
    add = [button(t.plain("indicators-add"), IndicatorAdded(roadmap_id=view.roadmap_id))]
    return Screen("\n\n".join(parts), inline(*rows, add, [_to_plans(t), menu_button(t)]))


def _to_plans(t: Translator) -> InlineKeyboardButton:
    return button(t.plain("button-back"), IndicatorsOpened())


def _line(t: Translator, one: IndicatorView) -> str:
    title, planned = t.cut(one.title, TITLE_LISTED), amount(t, one.planned, one.unit)
    if one.actual is None or one.measured_on is None:
        return t("indicators-line-open", title=title, planned=planned)
    return t(
        "indicators-line",
        mark="🔴" if one.falls_short else "✅",
        title=title,
        planned=planned,
        actual=amount(t, one.actual, one.unit),
        day=t.short_date(one.measured_on),
    )


def card(t: Translator, one: IndicatorView, roadmap_id: int) -> Screen:
    rows = [
        [button(t.plain("indicators-enter"), ActualAsked(indicator_id=one.id))],
        [button(t.plain("indicators-remove"), RemovalAsked(indicator_id=one.id))],
        [button(t.plain("button-back"), ResultsOpened(roadmap_id=roadmap_id)), menu_button(t)],
    ]
    return Screen(_line(t, one), inline(*rows))


def ask_removal(t: Translator, one: IndicatorView) -> Screen:
    return Screen(
        t("indicators-remove-ask", title=t.cut(one.title, TITLE_SHOWN)),
        inline(
            [button(t.plain("indicators-remove-yes"), IndicatorRemoved(indicator_id=one.id))],
            [button(t.plain("button-back"), IndicatorOpened(indicator_id=one.id))],
        ),
    )


def ask_title(t: Translator, roadmap_id: int) -> Screen:
    back = button(t.plain("button-back"), ResultsOpened(roadmap_id=roadmap_id))
    return Screen(t("indicators-ask-title"), inline([back]))


def ask_planned(t: Translator, title: str, roadmap_id: int) -> Screen:
    back = button(t.plain("button-back"), ResultsOpened(roadmap_id=roadmap_id))
    return Screen(t("indicators-ask-planned", title=t.cut(title, TITLE_SHOWN)), inline([back]))


def ask_actual(t: Translator, one: IndicatorView) -> Screen:
    back = button(t.plain("button-back"), IndicatorOpened(indicator_id=one.id))
    planned = amount(t, one.planned, one.unit)
    return Screen(
        t("indicators-ask-actual", title=t.cut(one.title, TITLE_SHOWN), planned=planned), inline([back])
    )


def ask_day(t: Translator, one: IndicatorView, typed: float) -> Screen:
    today = button(t.plain("indicators-today"), MeasuredToday())
    back = button(t.plain("button-back"), ActualAsked(indicator_id=one.id))
    return Screen(t("indicators-ask-day", actual=amount(t, typed, one.unit)), inline([today], [back]))


def short_card(
    t: Translator,
    one: IndicatorView,
    title: str,
    roadmap_id: int,
    organization_id: int,
    note: InlineKeyboardButton,
) -> Screen:
    """The alert: a planned result was not reached, the plan should be revised (P-mon-bad)."""
    actual = one.actual if one.actual is not None else 0.0
    text = t(
        "indicators-alert",
        title=t.cut(one.title, TITLE_SHOWN),
        planned=amount(t, one.planned, one.unit),
        actual=amount(t, actual, one.unit),
        plan=t.cut(title, TITLE_LISTED),
    )
    return Screen(
        text,
        inline(
            [button(t.plain("indicators-revise"), PlansOpened(organization_id=organization_id))],
            [button(t.plain("indicators-see"), ResultsOpened(roadmap_id=roadmap_id))],
            [note],
        ),
    )
