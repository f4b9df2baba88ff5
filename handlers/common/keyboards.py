"""Rows of buttons."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from itertools import islice

from aiogram.filters.callback_data import CallbackData
from aiogram.types import InlineKeyboardButton, InlineKeyboardMarkup

from handlers.common.callbacks import MenuOpened, Nothing
from handlers.common.translator import Translator
from services.text_limits import clip

BUTTON_LIMIT = 60


def button(text: str, data: CallbackData | str) -> InlineKeyboardButton:
    packed = data if isinstance(data, str) else data.pack()
    return InlineKeyboardButton(text=clip(text, BUTTON_LIMIT), callback_data=packed)


def link(text: str, url: str) -> InlineKeyboardButton:
    return InlineKeyboardButton(text=clip(text, BUTTON_LIMIT), url=url)


def inline(*rows: Sequence[InlineKeyboardButton]) -> InlineKeyboardMarkup:
    """A keyboard of the rows that are not empty."""
    return InlineKeyboardMarkup(inline_keyboard=[list(row) for row in rows if row])


def grid(buttons: Sequence[InlineKeyboardButton], columns: int) -> list[list[InlineKeyboardButton]]:
    """The buttons in rows of so many columns."""
    iterator = iter(buttons)
    return list(iter(lambda: list(islice(iterator, columns)), []))


def pager(
    t: Translator, page: int, pages: int, make: Callable[[int], CallbackData]
) -> list[InlineKeyboardButton]:
    """«‹ 2 / 5 ›», or nothing when there is one page. Pages are counted from 0."""
    if pages <= 1:
        return []
    earlier = button("‹", make(page - 1) if page > 0 else Nothing())
    later = button("›", make(page + 1) if page + 1 < pages else Nothing())
    return [earlier, button(t.plain("page-of", page=page + 1, pages=pages), Nothing()), later]


def menu_button(t: Translator) -> InlineKeyboardButton:
    return button(t.plain("button-menu"), MenuOpened())
