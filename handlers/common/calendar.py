"""A month as buttons, Monday first, in the person's language. Days that can't be chosen are dots."""

from __future__ import annotations

from calendar import Calendar
from collections.abc import Callable
from datetime import date

from aiogram.filters.callback_data import CallbackData
from aiogram.types import InlineKeyboardButton, InlineKeyboardMarkup
from babel.dates import format_date

from handlers.common.callbacks import Nothing
from handlers.common.keyboards import button, inline
from handlers.common.translator import Translator

Month = tuple[int, int]
DayData = Callable[[date], CallbackData]
MonthData = Callable[[int, int], CallbackData]


def month_keyboard(
    t: Translator,
    year: int,
    month: int,
    *,
    first: date,
    last: date,
    day: DayData,
    page: MonthData,
    back: InlineKeyboardButton,
) -> InlineKeyboardMarkup:
    """The month between `first` and `last`, both inclusive; a month outside of them becomes the nearest
    one.
    """
    year, month = min(max((year, month), (first.year, first.month)), (last.year, last.month))
    weeks = Calendar().monthdatescalendar(year, month)
    return inline(
        _head(t, (year, month), (first.year, first.month), (last.year, last.month), page),
        [button(name, Nothing()) for name in t.plain("calendar-weekdays").split()],
        *(
            [_cell(one, month, first, last, day) for one in week]
            for week in weeks
            if _reaches(week, first, last)
        ),
        [back],
    )


def _head(
    t: Translator, shown: Month, first: Month, last: Month, page: MonthData
) -> list[InlineKeyboardButton]:
    earlier = button("‹", page(*_shifted(shown, -1))) if shown > first else _blank()
    later = button("›", page(*_shifted(shown, 1))) if shown < last else _blank()
    title = format_date(date(*shown, 1), "LLLL y", locale=t.language)
    return [earlier, button(title[:1].upper() + title[1:], Nothing()), later]


def _shifted(month: Month, by: int) -> Month:
    count = month[0] * 12 + month[1] - 1 + by
    return count // 12, count % 12 + 1


def _reaches(week: list[date], first: date, last: date) -> bool:
    """Weeks in which nothing can be chosen only push the others down."""
    return week[0] <= last and week[-1] >= first


def _cell(one: date, month: int, first: date, last: date, day: DayData) -> InlineKeyboardButton:
    offered = one.month == month and first <= one <= last
    return button(str(one.day), day(one)) if offered else _blank()


def _blank() -> InlineKeyboardButton:
    # Telegram wants some text on every button.
    return button("·", Nothing())
