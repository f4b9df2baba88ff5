"""Screens of the living plan, for curators, heads and their peers in a municipality: how it stands, and the
views by month, by stage, by person, of what is late and of what has no day.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date

from aiogram.types import InlineKeyboardButton
from babel.dates import format_date

from handlers.common.calendar import month_keyboard
from handlers.common.callbacks import RoadmapOpened
from handlers.common.deadline_words import doubt_words, in_words
from handlers.common.keyboards import button, inline, menu_button, pager
from handlers.common.screen import Screen
from handlers.common.translator import Translator
from handlers.indicators.callbacks import IndicatorsOpened
from handlers.plans.callbacks import PlansOpened
from handlers.roadmap.callbacks import (
    DutyOpened,
    FileKind,
    ItemDateAsked,
    ItemDated,
    ItemDayChosen,
    PassedSettled,
    PersonNudged,
    View,
    ViewOpened,
    YearAsked,
)
from handlers.roadmap.screens import ACTIVITY_LISTED, NAME_SHOWN, TEXT_SHOWN, listed, mark_of, numbered
from services.duty_changes import AHEAD, DatedPreview, UndatedItem
from services.duty_views import DutyPage
from services.plan_views import (
    ItemLine,
    ItemPage,
    ItemView,
    MonthPage,
    Overview,
    PeoplePage,
    PersonLine,
    PersonPage,
    PlanHead,
    Progress,
    Stage,
    UndatedPage,
)

BAR = 10
STAGES_SHOWN = 10
PLANS_SHOWN = 6
TITLE_SHOWN = 250
UNDATED_MARK = "▫️"


def overview(t: Translator, shown: Overview) -> Screen:
    """How the plan stands, and the ways into it."""
    if not shown.plans:
        return Screen(t("roadmap-none"), inline([_plans(t)], [menu_button(t)]))
    heads = [_plan(t, one) for one in shown.plans if shown.chosen in (0, one.id)][:PLANS_SHOWN]
    lines = [*heads, _counts(t, shown), t("roadmap-seen-by")]
    return Screen("\n\n".join(lines), inline(*_ways(t, shown)))


def _plan(t: Translator, plan: PlanHead) -> str:
    lines = [t("roadmap-title", title=t.cut(plan.title, TITLE_SHOWN)), _authority(t, plan)]
    if plan.is_published:
        lines.append(t("roadmap-published"))
    return "\n".join([*lines, bar(t, plan.progress)])


def _authority(t: Translator, plan: PlanHead) -> str:
    """By which order it was approved, or at least when."""
    year = plan.school_year
    if plan.order_number and plan.order_date:
        return t("roadmap-order", year=year, number=plan.order_number, date=t.short_date(plan.order_date))
    if plan.order_date:
        return t("roadmap-order-date", year=year, date=t.short_date(plan.order_date))
    at = t.moment(plan.approved_at, plan.timezone) if plan.approved_at else "—"
    return t("roadmap-approved", year=year, approved=at)


def bar(t: Translator, progress: Progress) -> str:
    """«▓▓▓▓▓▓░░░░ 7 of 12»: full only when all is done, empty only when nothing is."""
    share = progress.done / progress.total if progress.total else 0.0
    filled = min(max(round(share * BAR), int(progress.done > 0)), BAR - int(share < 1))
    drawn = "▓" * filled + "░" * (BAR - filled)
    return t("roadmap-bar", bar=drawn, done=progress.done, total=progress.total)


def _counts(t: Translator, shown: Overview) -> str:
    late = t("roadmap-count-late", count=shown.late) if shown.late else t("roadmap-nothing-late")
    return f"{late}\n{t('roadmap-count-undated', count=shown.undated)}" if shown.undated else late


def _ways(t: Translator, shown: Overview) -> list[list[InlineKeyboardButton]]:
    def view(text: str, kind: View) -> InlineKeyboardButton:
        return button(text, ViewOpened(plan_id=shown.chosen, view=kind))

    late = [view(t.plain("roadmap-show-late", count=shown.late), View.LATE)] if shown.late else []
    undated = [view(t.plain("roadmap-show-undated", count=shown.undated), View.UNDATED)]
    picture = button(t.plain("roadmap-picture"), YearAsked(plan_id=shown.chosen, kind=FileKind.PICTURE))
    sheet = button(t.plain("roadmap-sheet"), YearAsked(plan_id=shown.chosen, kind=FileKind.SHEET))
    return [
        [view(t.plain("roadmap-show-month", count=shown.this_month), View.MONTH), *late],
        [view(t.plain("roadmap-stages"), View.STAGES), view(t.plain("roadmap-people"), View.PEOPLE)],
        [view(t.plain("roadmap-show-all"), View.EVERYTHING), *(undated if shown.undated else [])],
        [picture, sheet],
        *_choice(t, shown),
        [_plans(t), button(t.plain("menu-indicators"), IndicatorsOpened())],
        [menu_button(t)],
    ]


def _choice(t: Translator, shown: Overview) -> list[list[InlineKeyboardButton]]:
    """Which of several plans to look at."""
    if len(shown.plans) < 2:
        return []
    if shown.chosen:
        return [[button(t.plain("roadmap-every-plan"), RoadmapOpened())]]
    return [
        [button(t.plain("roadmap-one-plan", title=one.title), RoadmapOpened(plan_id=one.id))]
        for one in shown.plans[:PLANS_SHOWN]
    ]


def _plans(t: Translator) -> InlineKeyboardButton:
    return button(t.plain("roadmap-plans"), PlansOpened())


def _home(t: Translator, plan_id: int) -> InlineKeyboardButton:
    return button(t.plain("roadmap-to-plan"), RoadmapOpened(plan_id=plan_id))


def late(t: Translator, page: DutyPage, plan_id: int, passed: int) -> Screen:
    """What is late. `passed`: how many of these had been due before the plan was approved."""
    head = [t("roadmap-late-head", count=page.total)] if page.lines else [t("roadmap-nothing-late")]
    more = [[_home(t, plan_id)]]
    if passed:
        head.append(t("roadmap-passed", count=passed))
        settle = PassedSettled(plan_id=plan_id)
        more.insert(0, [button(t.plain("roadmap-passed-settle", count=passed), settle)])
    return listed(t, page, head, _turn(plan_id, View.LATE), more)


def ask_passed(t: Translator, plan_id: int, passed: int) -> Screen:
    """Once more before many duties are marked with one tap."""
    yes = button(t.plain("roadmap-passed-yes"), PassedSettled(plan_id=plan_id, is_sure=True))
    back = button(t.plain("button-back"), ViewOpened(plan_id=plan_id, view=View.LATE))
    return Screen(t("roadmap-passed-ask", count=passed), inline([yes], [back]))


def _turn(plan_id: int, view: View, key: int = 0) -> Callable[[int], ViewOpened]:
    return lambda number: ViewOpened(plan_id=plan_id, view=view, key=key, page=number)


def month(t: Translator, shown: MonthPage, plan_id: int) -> Screen:
    """What is due or begins in a month, with the ways to its neighbours."""
    index = shown.year * 12 + shown.month - 1
    head = [t("roadmap-month", month=_month_name(t, index), count=shown.duties.total)]
    if not shown.duties.lines:
        head.append(t("roadmap-month-empty"))
    neighbours = [_month_button(t, plan_id, index - 1, "‹"), _month_button(t, plan_id, index + 1, "›")]
    turn = _turn(plan_id, View.MONTH, index)
    return listed(t, shown.duties, head, turn, [neighbours, [_home(t, plan_id)]])


def _month_name(t: Translator, index: int) -> str:
    name = format_date(date(index // 12, index % 12 + 1, 1), "LLLL y", locale=t.language)
    return name[:1].upper() + name[1:]


def _month_button(t: Translator, plan_id: int, index: int, arrow: str) -> InlineKeyboardButton:
    name = _month_name(t, index)
    text = f"{arrow} {name}" if arrow == "‹" else f"{name} {arrow}"
    return button(text, ViewOpened(plan_id=plan_id, view=View.MONTH, key=index))


def stages(t: Translator, every: Sequence[Stage], plan_id: int, page: int) -> Screen:
    """Every stage with its progress; a tap leads to its items."""
    pages = max(1, -(-len(every) // STAGES_SHOWN))
    page = min(max(page, 0), pages - 1)
    shown = every[page * STAGES_SHOWN : (page + 1) * STAGES_SHOWN]
    lines = [t("roadmap-stages-head"), *(_stage(t, one) for one in shown)]
    buttons = [
        [button(_stage_title(t, one.title), ViewOpened(plan_id=plan_id, view=View.STAGE, key=one.number))]
        for one in shown
    ]
    turning = pager(t, page, pages, _turn(plan_id, View.STAGES))
    return Screen("\n\n".join(lines), inline(*buttons, turning, [_home(t, plan_id)], [menu_button(t)]))


def _stage_title(t: Translator, title: str) -> str:
    return title or t.plain("roadmap-no-section")


def _stage(t: Translator, one: Stage) -> str:
    title = t("roadmap-stage", title=t.cut(_stage_title(t, one.title), TEXT_SHOWN))
    more = [t("roadmap-count-late", count=one.progress.late)] if one.progress.late else []
    if one.progress.undated:
        more.append(t("roadmap-count-undated", count=one.progress.undated))
    return "\n".join([title, bar(t, one.progress), *more])


def items(t: Translator, page: ItemPage, plan_id: int, view: View, key: int = 0) -> Screen:
    """Rows of the plan: one stage, or all of them."""
    if view == View.STAGE:
        head = t("roadmap-stage", title=t.cut(_stage_title(t, page.title), TEXT_SHOWN))
    else:
        head = t("roadmap-all-head")
    lines = [head, bar(t, page.progress), "\n".join(_item(t, one) for one in page.lines)]
    buttons = [[_item_button(one)] for one in page.lines]
    above = [button(t.plain("roadmap-to-stages"), ViewOpened(plan_id=plan_id, view=View.STAGES))]
    rows = [
        *buttons,
        pager(t, page.page, page.pages, _turn(plan_id, view, key)),
        [*(above if view == View.STAGE else []), _home(t, plan_id)],
        [menu_button(t)],
    ]
    return Screen("\n\n".join(lines), inline(*rows))


def _item(t: Translator, one: ItemLine) -> str:
    activity = t.cut(numbered(one.number, one.activity), ACTIVITY_LISTED)
    if one.status is None or one.due_on is None:
        return t("roadmap-entry-undated", mark=UNDATED_MARK, activity=activity)
    mark, due = mark_of(one.status, is_late=one.is_late), t.short_date(one.due_on)
    if one.total > 1:
        return t(
            "roadmap-entry-several", mark=mark, activity=activity, due=due, done=one.done, total=one.total
        )
    return t("roadmap-entry", mark=mark, activity=activity, due=due)


def _item_button(one: ItemLine) -> InlineKeyboardButton:
    text = numbered(one.number, one.activity)
    if one.status is None:
        return button(f"{UNDATED_MARK} {text}", ItemDateAsked(item_id=one.id))
    text = f"{mark_of(one.status, is_late=one.is_late)} {text}"
    if one.next_id is not None:
        return button(text, DutyOpened(duty_id=one.next_id))
    return button(text, ViewOpened(plan_id=0, view=View.ITEM, key=one.id))


def item(t: Translator, shown: ItemView) -> Screen:
    """One row with all of its days."""
    head = [
        t("roadmap-title", title=t.cut(numbered(shown.number, shown.activity), TITLE_SHOWN)),
        t("roadmap-card-phrase", phrase=t.cut(shown.deadline_phrase, TEXT_SHOWN)),
    ]
    page = shown.duties
    buttons = [
        [
            button(
                f"{mark_of(one.status, is_late=one.is_late, is_check=one.is_check)} {t.date(one.due_on)}",
                DutyOpened(duty_id=one.id),
            )
        ]
        for one in page.lines
    ]
    turning = pager(t, page.page, page.pages, _turn(0, View.ITEM, shown.id))
    return Screen("\n\n".join(head), inline(*buttons, turning, [_home(t, 0)], [menu_button(t)]))


def people(t: Translator, page: PeoplePage, plan_id: int) -> Screen:
    """Who has how much on hand; a tap leads to it."""
    if not page.lines:
        return Screen(t("roadmap-people-empty"), inline([_home(t, plan_id)], [menu_button(t)]))
    lines = [t("roadmap-people-head"), "\n".join(_person(t, one) for one in page.lines)]
    buttons = [
        [button(_name(t, one), ViewOpened(plan_id=plan_id, view=View.PERSON, key=one.person_id))]
        for one in page.lines
    ]
    turning = pager(t, page.page, page.pages, _turn(plan_id, View.PEOPLE))
    return Screen("\n\n".join(lines), inline(*buttons, turning, [_home(t, plan_id)], [menu_button(t)]))


def _name(t: Translator, one: PersonLine) -> str:
    return t.cut(t.name(one.name), NAME_SHOWN)


def _person(t: Translator, one: PersonLine) -> str:
    name = _name(t, one) if one.is_reachable else t.plain("roadmap-gone", name=_name(t, one))
    return t("roadmap-person", name=name, undone=one.undone, late=one.late, done=one.done)


def person(t: Translator, shown: PersonPage, plan_id: int) -> Screen:
    """What one person has to do, and a way to remind them of all of it."""
    who = shown.person
    head = [t("roadmap-person-head", name=_name(t, who)), _person(t, who)]
    nudge = [button(t.plain("roadmap-nudge-person"), PersonNudged(person_id=who.person_id))]
    may = who.undone and who.is_reachable and not shown.is_viewer
    others = button(t.plain("roadmap-to-people"), ViewOpened(plan_id=plan_id, view=View.PEOPLE))
    extra = [nudge if may else [], [others, _home(t, plan_id)]]
    return listed(t, shown.duties, head, _turn(plan_id, View.PERSON, who.person_id), extra)


# ---- items without a day


def undated(t: Translator, page: UndatedPage, plan_id: int) -> Screen:
    """Nobody is reminded of these until somebody gives them a day."""
    if not page.lines:
        return Screen(t("roadmap-undated-empty"), inline([_home(t, plan_id)], [menu_button(t)]))
    entries = [
        t(
            "roadmap-undated-entry",
            mark=UNDATED_MARK,
            activity=t.cut(numbered(one.number, one.activity), ACTIVITY_LISTED),
            phrase=t.cut(one.deadline_phrase or "—", TEXT_SHOWN),
        )
        for one in page.lines
    ]
    buttons = [
        [button(f"{UNDATED_MARK} {numbered(one.number, one.activity)}", ItemDateAsked(item_id=one.id))]
        for one in page.lines
    ]
    turning = pager(t, page.page, page.pages, _turn(plan_id, View.UNDATED))
    text = "\n\n".join([t("roadmap-undated-head", count=page.total), *entries])
    return Screen(text, inline(*buttons, turning, [_home(t, plan_id)], [menu_button(t)]))


def ask_item_date(t: Translator, one: UndatedItem, shown: tuple[int, int] | None = None) -> Screen:
    """What the phrase says, why no day came of it, and how to give one."""
    lines = [
        t("roadmap-quoted", activity=t.cut(numbered(one.number, one.activity), TITLE_SHOWN)),
        "\n".join(_why_undated(t, one)),
        t("roadmap-ask-item-date"),
    ]
    first, last = one.today, one.today + AHEAD
    year, month_number = shown or (first.year, first.month)
    keyboard = month_keyboard(
        t,
        year,
        month_number,
        first=first,
        last=last,
        day=lambda day: ItemDayChosen(item_id=one.id, day=day.toordinal()),
        page=lambda year, month: ItemDateAsked(item_id=one.id, year=year, month=month),
        back=button(t.plain("roadmap-to-undated"), ViewOpened(plan_id=0, view=View.UNDATED)),
    )
    return Screen("\n\n".join(lines), keyboard)


def _why_undated(t: Translator, one: UndatedItem) -> list[str]:
    phrase = t.cut(one.deadline_phrase, TEXT_SHOWN)
    lines = [t("roadmap-card-phrase", phrase=phrase) if phrase else t("roadmap-phrase-empty")]
    if one.responsible_text:
        lines.append(
            t("roadmap-responsible-text", text=t.cut(t.of_document(one.responsible_text), TEXT_SHOWN))
        )
    if phrase:
        lines += [t("roadmap-doubt", text=doubt_words(t, doubt)) for doubt in one.reading.doubts[:3]]
    return lines


def preview_item_date(t: Translator, shown: DatedPreview) -> Screen:
    """How the phrase is read, before it counts."""
    first, last = shown.days[0], shown.days[-1]
    read = t("roadmap-read-as", phrase=t.cut(shown.phrase, TEXT_SHOWN), reading=in_words(t, shown.reading))
    if len(shown.days) == 1:
        days = t("roadmap-one-day", day=t.date(first), date=t.short_date(first))
    else:
        first_day, last_day = t.short_date(first), t.short_date(last)
        days = t("roadmap-several-days", count=len(shown.days), first=first_day, last=last_day)
    doubts = [t("roadmap-doubt", text=doubt_words(t, doubt)) for doubt in shown.reading.doubts[:3]]
    activity = t.cut(numbered(shown.item.number, shown.item.activity), TITLE_SHOWN)
    lines = [t("roadmap-quoted", activity=activity), read, *doubts, days]
    yes = button(t.plain("roadmap-item-date-yes"), ItemDated(item_id=shown.item.id))
    again = button(t.plain("roadmap-item-date-again"), ItemDateAsked(item_id=shown.item.id))
    return Screen("\n\n".join(lines), inline([yes], [again], [_home(t, 0)]))


def item_dated(t: Translator, duty_ids: Sequence[int]) -> Screen:
    """The days count from now on."""
    open_first = [button(t.plain("roadmap-more"), DutyOpened(duty_id=duty_ids[0]))] if duty_ids else []
    back = button(t.plain("roadmap-to-undated"), ViewOpened(plan_id=0, view=View.UNDATED))
    return Screen(
        t("roadmap-item-dated", count=len(duty_ids)),
        inline(open_first, [back], [_home(t, 0), menu_button(t)]),
    )


def after_file(t: Translator, plan_id: int) -> Screen:
    """Below the pictures: the way on, since pictures have no buttons of their own."""
    return Screen(t("roadmap-after-file"), inline([_home(t, plan_id), menu_button(t)]))
