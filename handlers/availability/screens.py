"""Convenient times, lessons, bells and breaks in words. Pure functions of what was read; no rules here."""
# keys: availability-part-*, availability-break-*

from __future__ import annotations

from aiogram.types import InlineKeyboardButton

from handlers.availability.callbacks import (
    BellAsked,
    BellRemoved,
    BreakAsked,
    BreakRemoved,
    BreaksOpened,
    LessonsOpened,
    LessonToggled,
    MembersOpened,
    PartsCleared,
    PartToggled,
    SchoolTimesOpened,
    UsualBellsChosen,
)
from handlers.common.callbacks import AvailabilityOpened, Nothing
from handlers.common.keyboards import button, inline, menu_button, pager
from handlers.common.screen import Screen
from handlers.common.translator import Translator
from handlers.errors import key_of
from handlers.meetings.callbacks import MeetingsOpened
from services.availability import (
    MOST_LESSONS,
    WEEKDAYS,
    BreakView,
    LessonsView,
    MembersPage,
    SchoolTimes,
    TimesView,
)
from services.errors import ServiceError
from services.member_times import PARTS, Bell

BREAKS = ("autumn", "winter", "spring", "summer", "other")
LESSONS_SHOWN = 8
"""So many rows when there are no bells."""
BREAKS_SHOWN = 12


def clock(minute: int) -> str:
    return f"{minute // 60}:{minute % 60:02}"


def _weekdays(t: Translator) -> list[str]:
    return t.plain("calendar-weekdays").split()


def _head_row(t: Translator) -> list[InlineKeyboardButton]:
    names = _weekdays(t)
    # Telegram wants some text on every button.
    return [button("·", Nothing()), *(button(names[weekday], Nothing()) for weekday in WEEKDAYS)]


def _whose(t: Translator, view: TimesView | LessonsView) -> str:
    return "" if view.is_own else t("availability-whose", who=t.name(view.name)) + "\n"


def times(t: Translator, view: TimesView) -> Screen:
    """The week as parts of days: a tap on one turns it on or off."""
    rows = [_head_row(t)]
    for part in PARTS:
        cells = [button(t.plain(f"availability-part-{part}"), Nothing())]
        for weekday in WEEKDAYS:
            is_on = (weekday, part) in view.parts
            data = PartToggled(member=view.membership_id, weekday=weekday, part=part, on=not is_on)
            cells.append(button("✅" if is_on else "·", data))
        rows.append(cells)
    return Screen(_times_text(t, view), inline(*rows, *_times_rows(t, view)))


def _times_text(t: Translator, view: TimesView) -> str:
    lines = [f"{t('availability-times')}\n{_whose(t, view)}".rstrip()]
    if view.is_from_profile:
        lines.append(t("availability-from-profile"))
    elif view.is_unknown:
        lines.append(t("availability-unknown"))
    hours = ", ".join(
        f"{t.plain(f'availability-part-{part}')} {clock(start)}–{clock(end)}"
        for part, (start, end) in PARTS.items()
    )
    lines.append(t("availability-hours", hours=hours))
    lines.append(t("availability-seen"))
    return "\n\n".join(lines)


def _times_rows(t: Translator, view: TimesView) -> list[list[InlineKeyboardButton]]:
    own = 0 if view.is_own else view.membership_id
    label = t.plain("availability-lessons-button", count=view.lesson_count)
    rows = [[button(label, LessonsOpened(member=view.membership_id))]]
    if not view.is_from_profile and not view.is_unknown:
        rows.append([button(t.plain("availability-clear"), PartsCleared(member=view.membership_id))])
    back = (
        button(t.plain("availability-to-meetings"), MeetingsOpened())
        if not own
        else button(t.plain("button-back"), MembersOpened(organization_id=0))
    )
    return [*rows, [back, menu_button(t)]]


def lessons(t: Translator, view: LessonsView) -> Screen:
    """Weekdays by numbers of lessons: a tap says that there is one, or none."""
    bells = {bell.number: bell for bell in view.bells}
    numbers = sorted(set(bells) | {number for _, number in view.lessons}) or list(range(1, LESSONS_SHOWN + 1))
    rows = [_head_row(t)]
    for number in numbers[:MOST_LESSONS]:
        cells = [button(str(number), Nothing())]
        for weekday in WEEKDAYS:
            is_on = (weekday, number) in view.lessons
            data = LessonToggled(member=view.membership_id, weekday=weekday, number=number, on=not is_on)
            cells.append(button("✅" if is_on else "·", data))
        rows.append(cells)
    lines = [f"{t('availability-lessons')}\n{_whose(t, view)}".rstrip()]
    lines.append(_bells_text(t, view.bells) if view.bells else t("availability-no-bells"))
    lines.append(t("availability-lessons-use"))
    back = button(t.plain("button-back"), AvailabilityOpened(member=0 if view.is_own else view.membership_id))
    return Screen("\n\n".join(lines), inline(*rows, [back, menu_button(t)]))


def _bells_text(t: Translator, bells: tuple[Bell, ...]) -> str:
    return "\n".join(_bell_line(t, bell) for bell in bells)


def _bell_line(t: Translator, bell: Bell) -> str:
    return t(
        "availability-bell", number=bell.number, since=clock(bell.from_minute), until=clock(bell.until_minute)
    )


def school(t: Translator, view: SchoolTimes) -> Screen:
    """The bells, with the ways to set them, and to the breaks and the people."""
    place = view.organization_id
    bells = _bells_text(t, view.bells) if view.bells else t("availability-bells-none")
    rows = [
        [
            button(
                f"{bell.number} · {clock(bell.from_minute)}–{clock(bell.until_minute)}",
                BellAsked(organization_id=place, number=bell.number),
            )
            for bell in pair
        ]
        for pair in _pairs(view.bells)
    ]
    following = max((bell.number for bell in view.bells), default=0) + 1
    if following <= MOST_LESSONS:
        label = t.plain("availability-bell-add", number=following)
        rows.append([button(label, BellAsked(organization_id=place, number=following))])
    if not view.bells:
        rows.append([button(t.plain("availability-bells-usual"), UsualBellsChosen(organization_id=place))])
    rows.append(
        [
            button(
                t.plain("availability-breaks-button", count=len(view.breaks)),
                BreaksOpened(organization_id=place),
            )
        ]
    )
    rows.append([button(t.plain("availability-members-button"), MembersOpened(organization_id=place))])
    text = f"{t('availability-school', name=t.cut(view.organization_name, 200))}\n\n{bells}"
    return Screen(text, inline(*rows, [menu_button(t)]))


def _pairs(bells: tuple[Bell, ...]) -> list[tuple[Bell, ...]]:
    return [bells[start : start + 2] for start in range(0, len(bells), 2)]


def bell_asked(t: Translator, view: SchoolTimes, number: int) -> Screen:
    rows = []
    if any(bell.number == number for bell in view.bells):
        data = BellRemoved(organization_id=view.organization_id, number=number)
        rows.append([button(t.plain("availability-bell-remove"), data)])
    back = button(t.plain("button-back"), SchoolTimesOpened(organization_id=view.organization_id))
    return Screen(t("availability-bell-ask", number=number), inline(*rows, [back]))


def bell_waiting(t: Translator, organization_id: int, number: int) -> Screen:
    """The question once more, when something else than words came."""
    back = button(t.plain("button-back"), SchoolTimesOpened(organization_id=organization_id))
    return Screen(t("availability-bell-ask", number=number), inline([back]))


def breaks(t: Translator, view: SchoolTimes) -> Screen:
    place = view.organization_id
    rows = [
        [
            button(
                t.plain("availability-break-remove", title=one.title),
                BreakRemoved(break_id=one.id),
            )
        ]
        for one in view.breaks[:BREAKS_SHOWN]
    ]
    kinds = [
        button(t.plain(f"availability-break-{title}"), BreakAsked(organization_id=place, title=title))
        for title in BREAKS
    ]
    lines = [_break_line(t, one) for one in view.breaks[:BREAKS_SHOWN]]
    listed = "\n".join(lines) if lines else t("availability-breaks-none")
    text = f"{t('availability-breaks')}\n\n{listed}\n\n{t('availability-breaks-add')}"
    back = button(t.plain("button-back"), SchoolTimesOpened(organization_id=place))
    return Screen(text, inline(*rows, kinds[:2], kinds[2:4], kinds[4:], [back, menu_button(t)]))


def _break_line(t: Translator, one: BreakView) -> str:
    return t(
        "availability-break-line",
        title=one.title,
        first=t.short_date(one.starts_on),
        last=t.short_date(one.ends_on),
    )


def break_asked(t: Translator, organization_id: int, title: str) -> Screen:
    back = button(t.plain("button-back"), BreaksOpened(organization_id=organization_id))
    name = t.plain(f"availability-break-{title}")
    return Screen(t("availability-break-ask", title=name), inline([back]))


def members(t: Translator, page: MembersPage) -> Screen:
    """Whose times to enter; a tick: somebody has set them."""
    rows = [
        [button(f"✓ {t.name(name)}" if is_set else t.name(name), AvailabilityOpened(member=membership_id))]
        for membership_id, name, is_set in page.members
    ]
    turning = pager(
        t,
        page.page,
        page.pages,
        lambda number: MembersOpened(organization_id=page.organization_id, page=number),
    )
    back = button(t.plain("button-back"), SchoolTimesOpened(organization_id=page.organization_id))
    text = t("availability-members") if rows else t("availability-members-none")
    return Screen(text, inline(*rows, turning, [back, menu_button(t)]))


def refusal(t: Translator, error: ServiceError) -> str:
    return t(key_of(error), **error.fields)
