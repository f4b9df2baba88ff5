"""Words that several screens of plans share: years, orders, marks, short forms of rows.

# keys: plan-problem-*
"""

from __future__ import annotations

from handlers.common.deadline_words import doubt_words, in_words
from handlers.common.translator import Translator
from services.deadlines import Doubt, Reading
from services.plan_desk import PlanHead, PlanLine, Row

TITLE_SHOWN, ACTIVITY_LISTED, ACTIVITY_SHOWN, TEXT_SHOWN, PHRASE_SHOWN = 200, 90, 600, 200, 60
DOUBTS_SHOWN, PROBLEMS_SHOWN, NAMES_SHOWN = 4, 4, 8
LEFT_OVER, UNDATED, DOUBTFUL, UNKNOWN, FINE = "🔁", "❓", "⚠️", "👤", "▫️"


def year_words(t: Translator, plan: PlanHead | PlanLine) -> str:
    """«2026-2027 school year», or the calendar years of a plan that follows those."""
    first, _, last = plan.school_year.partition("-")
    if not plan.by_calendar:
        return t.plain("plans-school-year", year=plan.school_year)
    if first == last:
        return t.plain("plans-calendar-year", year=first)
    return t.plain("plans-calendar-years", first=first, last=last)


def order_words(t: Translator, plan: PlanHead | PlanLine) -> str:
    """«order № 12 of 1 September 2026», as far as it is known; empty when nothing is."""
    day = t.short_date(plan.order_date) if plan.order_date else ""
    if plan.order_number and day:
        return t.plain("plans-order", number=plan.order_number, day=day)
    if plan.order_number:
        return t.plain("plans-order-undated", number=plan.order_number)
    return t.plain("plans-order-unnumbered", day=day) if day else ""


def numbered(number: str, activity: str) -> str:
    return f"{number.rstrip('.')}. {activity}" if number else activity


def mark(row: Row) -> str:
    """One sign that says what to look at first."""
    if row.left_over:
        return LEFT_OVER
    if row.is_doubtful:
        return DOUBTFUL if row.is_dated else UNDATED
    return UNKNOWN if row.unknown else FINE


def reading_words(t: Translator, reading: Reading) -> str:
    """How a phrase is understood; that it is not, when it is not."""
    return in_words(t, reading) if reading.is_understood else t.plain("plans-undated")


def doubts_words(t: Translator, doubts: tuple[Doubt, ...]) -> list[str]:
    return [doubt_words(t, one) for one in doubts]


def problem_words(t: Translator, problem: Doubt) -> str:
    """What was remarked about the whole file."""
    values = {key: value for key, value in problem.values.items() if isinstance(value, str | int | float)}
    return t.plain(f"plan-problem-{problem.code}", **values)


def people_words(t: Translator, row: Row) -> str:
    """Who answers for the row, by name."""
    names = [t.name(one) for one in row.people]
    shown = ", ".join(names[:NAMES_SHOWN])
    more = len(names) - NAMES_SHOWN
    return t.plain("plans-people-more", names=shown, count=more) if more > 0 else shown
