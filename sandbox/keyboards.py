"""Keyboards as Telegram accepts them: parsed from JSON and checked button by button.

Stricter than Telegram in one thing: it silently drops buttons without a text and those beyond its limits,
the sandbox refuses them, because a bot that sends them is wrong.
"""

import json
from collections.abc import Sequence
from typing import Any, TypeVar

from aiogram.types import (
    ForceReply,
    InlineKeyboardButton,
    InlineKeyboardMarkup,
    KeyboardButton,
    ReplyKeyboardMarkup,
    ReplyKeyboardRemove,
)
from pydantic import ValidationError

from sandbox.errors import ApiError, bad_request
from sandbox.links import mentioned_user_id, problem_with, refused_url

M = TypeVar("M", InlineKeyboardMarkup, ReplyKeyboardMarkup)
Markup = InlineKeyboardMarkup | ReplyKeyboardMarkup | ReplyKeyboardRemove | ForceReply

BUTTONS_AT_MOST = 100
ROW_AT_MOST = 8
CALLBACK_DATA_BYTES = 64
PRIVATE_ONLY = {
    "request_contact": "Phone number",
    "request_location": "Location",
    "request_poll": "Poll",
    "request_users": "Users",
    "request_chat": "Chats",
}


def parse_markup(value: Any) -> Markup | None:
    """What a request carries as ``reply_markup``: JSON text, an object, or a model already."""
    if value is None or isinstance(value, Markup):
        return value
    plain = _decoded(value)
    if not isinstance(plain, dict):
        raise bad_request("object expected as reply markup")
    if "inline_keyboard" in plain:
        return _inline(plain)
    if "keyboard" in plain:
        return _reply(plain)
    if plain.get("remove_keyboard"):
        return ReplyKeyboardRemove.model_validate(plain)
    return ForceReply.model_validate(plain) if plain.get("force_reply") else None


def _decoded(value: Any) -> Any:
    if not isinstance(value, str):
        return value
    try:
        return json.loads(value)
    except (ValueError, RecursionError):
        raise bad_request("can't parse reply keyboard markup JSON object") from None


def _inline(plain: dict[str, Any]) -> InlineKeyboardMarkup | None:
    rows = _rows(plain["inline_keyboard"], 'field "inline_keyboard" of the InlineKeyboardMarkup')
    if not any(rows):
        return None
    for button in [button for row in rows for button in row]:
        _check_shape(button, "inline keyboard button", "InlineKeyboardButton must be an Object")
    return _model(InlineKeyboardMarkup, {**plain, "inline_keyboard": rows}, "inline keyboard button")


def _reply(plain: dict[str, Any]) -> ReplyKeyboardMarkup | None:
    given = _rows(plain["keyboard"], 'field "keyboard"')
    rows = [[{"text": button} if isinstance(button, str) else button for button in row] for row in given]
    if not any(rows):
        return None
    for button in [button for row in rows for button in row]:
        _check_shape(button, "keyboard button", "KeyboardButton must be a String or an Object")
    return _model(ReplyKeyboardMarkup, {**plain, "keyboard": rows}, "keyboard button")


def _rows(value: Any, what: str) -> list[list[Any]]:
    if not isinstance(value, list) or not all(isinstance(row, list) for row in value):
        raise bad_request(f"{what} must be an Array of Arrays")
    return value


def _check_shape(button: Any, what: str, shape: str) -> None:
    if not isinstance(button, dict):
        raise bad_request(f"can't parse {what}: {shape}")
    if "text" not in button:
        raise bad_request(f"can't parse {what}: Can't find field \"text\"")
    if not isinstance(button["text"], str):
        raise bad_request(f'can\'t parse {what}: Field "text" must be of type String')


def _model(model: type[M], plain: dict[str, Any], what: str) -> M:
    try:
        return model.model_validate(plain)
    except ValidationError as error:
        field = error.errors()[0]["loc"][-1]
        raise bad_request(f'can\'t parse {what}: Field "{field}" is of a wrong type') from None


def check_markup(markup: Markup | None, *, in_private: bool, in_channel: bool) -> None:
    """Refuse what Telegram refuses in a chat of this kind."""
    if isinstance(markup, InlineKeyboardMarkup):
        _check_size(markup.inline_keyboard)
        for inline_button in [button for row in markup.inline_keyboard for button in row]:
            _check_inline(inline_button, in_private=in_private)
    elif markup is not None and in_channel:
        raise bad_request("inline keyboard expected")
    elif isinstance(markup, ReplyKeyboardMarkup):
        _check_size(markup.keyboard)
        for button in [button for row in markup.keyboard for button in row]:
            _check_reply(button, in_private=in_private)


def _check_size(rows: Sequence[Sequence[object]]) -> None:
    if sum(len(row) for row in rows) > BUTTONS_AT_MOST or any(len(row) > ROW_AT_MOST for row in rows):
        raise bad_request("reply markup is too long")


def _check_inline(button: InlineKeyboardButton, *, in_private: bool) -> None:
    if not button.text.strip():
        raise bad_request("inline keyboard button text must be non-empty")
    if button.url:
        _check_url("inline keyboard button", button.url)
    elif button.callback_data:
        if len(button.callback_data.encode()) > CALLBACK_DATA_BYTES:
            raise bad_request("BUTTON_DATA_INVALID")
    elif button.web_app is not None:
        _check_web_app("inline keyboard button", button.web_app.url, in_private=in_private)
    elif not _has_other_type(button):
        reason = "Text buttons are unallowed in the inline keyboard"
        raise bad_request(f"can't parse inline keyboard button: {reason}")


def _has_other_type(button: InlineKeyboardButton) -> bool:
    others = (
        button.login_url,
        button.switch_inline_query,
        button.switch_inline_query_current_chat,
        button.switch_inline_query_chosen_chat,
        button.copy_text,
        button.callback_game,
        button.pay,
    )
    return any(other is not None for other in others)


def _check_reply(button: KeyboardButton, *, in_private: bool) -> None:
    if not button.text.strip():
        raise bad_request("keyboard button text must be non-empty")
    if button.web_app is not None:
        _check_web_app("keyboard button", button.web_app.url, in_private=in_private)
    for field, what in PRIVATE_ONLY.items():
        if getattr(button, field) and not in_private:
            raise bad_request(f"{what.lower()} can be requested in private chats only")


def _check_url(what: str, url: str) -> None:
    problem = None if mentioned_user_id(url) else problem_with(url)
    if problem:
        raise refused_url(what, url, problem)


def _check_web_app(what: str, url: str, *, in_private: bool) -> None:
    if not in_private:
        raise _web_app_elsewhere(what)
    problem = problem_with(url, https_only=True)
    if problem:
        raise refused_url(f"{what} Web App", url, problem)


def _web_app_elsewhere(what: str) -> ApiError:
    if what == "keyboard button":
        return bad_request("web App buttons can be used in private chats only")
    return bad_request("BUTTON_TYPE_INVALID")
