"""A screen: what a person sees after a step. Edited in place after a tap, sent anew after a typed message."""

from __future__ import annotations

from dataclasses import dataclass, replace

from aiogram import Bot
from aiogram.exceptions import TelegramBadRequest
from aiogram.types import (
    BufferedInputFile,
    CallbackQuery,
    InlineKeyboardMarkup,
    Message,
    ReplyKeyboardMarkup,
    ReplyKeyboardRemove,
)

from handlers.common.translator import Html
from services.text_limits import clip

TOAST_LIMIT = 200


@dataclass(frozen=True, slots=True)
class Screen:
    """Text in Telegram's HTML with the buttons below it, or a document or a picture with the text as its
    caption.
    """

    text: str
    keyboard: InlineKeyboardMarkup | None = None
    reply_keyboard: ReplyKeyboardMarkup | ReplyKeyboardRemove | None = None
    document: BufferedInputFile | str | None = None
    photo: BufferedInputFile | None = None

    def under(self, line: str) -> Screen:
        """The same screen with a line above it."""
        return replace(self, text=Html(f"{line}\n\n{self.text}"))


async def show(event: Message | CallbackQuery, screen: Screen) -> None:
    """Show the screen where the person is looking: in the message they tapped, or below what they typed."""
    if isinstance(event, Message):
        await send(event, screen)
        return
    # The spinner on the button stops first: the tap was received, whatever becomes of the edit.
    await _answer(event)
    message = event.message
    if not isinstance(message, Message) or not _editable(screen) or not await _edit(message, screen):
        await show_new(event, screen)


async def show_new(event: Message | CallbackQuery, screen: Screen) -> None:
    """Send the screen as a new message and leave the old one as it is."""
    if isinstance(event, CallbackQuery):
        await _answer(event)
        if event.message is not None and event.bot is not None:
            await send_to(event.bot, event.message.chat.id, screen)
        return
    await send(event, screen)


async def send(message: Message, screen: Screen) -> Message:
    if message.bot is None:
        raise RuntimeError("a message that belongs to no bot")
    return await send_to(message.bot, message.chat.id, screen)


async def send_to(bot: Bot, chat_id: int, screen: Screen) -> Message:
    """Send the screen to a chat, outside of any conversation: a notice, a file."""
    markup = screen.keyboard or screen.reply_keyboard
    if screen.document is not None:
        return await bot.send_document(chat_id, screen.document, caption=screen.text, reply_markup=markup)
    if screen.photo is not None:
        return await bot.send_photo(chat_id, screen.photo, caption=screen.text, reply_markup=markup)
    return await bot.send_message(chat_id, screen.text, reply_markup=markup)


async def toast(query: CallbackQuery, text: str, *, alert: bool = False) -> None:
    """A short plain text over the chat; a tap too old to be answered is no fault."""
    await _answer(query, clip(text, TOAST_LIMIT), alert=alert)


async def _answer(query: CallbackQuery, text: str | None = None, *, alert: bool = False) -> None:
    try:
        await query.answer(text, show_alert=alert)
    except TelegramBadRequest as error:
        if "query is too old" not in error.message:
            raise


async def _edit(message: Message, screen: Screen) -> bool:
    try:
        await message.edit_text(screen.text, reply_markup=screen.keyboard)
    except TelegramBadRequest as error:
        # An identical screen is where the person wants to be; one that can't be edited is sent anew.
        return "message is not modified" in error.message
    return True


def _editable(screen: Screen) -> bool:
    return screen.document is None and screen.photo is None and screen.reply_keyboard is None
