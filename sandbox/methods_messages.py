"""Methods that send, edit and delete messages, show «typing» and answer pressed buttons."""

from datetime import timedelta
from typing import Any

from aiogram.enums import ChatAction
from aiogram.methods import (
    AnswerCallbackQuery,
    DeleteMessage,
    DeleteMessages,
    EditMessageCaption,
    EditMessageReplyMarkup,
    EditMessageText,
    SendChatAction,
    SendMessage,
)
from aiogram.types import InlineKeyboardMarkup, Message, ReplyParameters

from sandbox.chats import BotAccount, Room, SentMessage
from sandbox.content import checked_markup, given, inline_only, message_caption, message_text, writable_room
from sandbox.entities import utf16_length
from sandbox.errors import bad_request
from sandbox.events import to_plain
from sandbox.keyboards import Markup
from sandbox.registry import Request, handles
from sandbox.world import Toast, World

NOT_MODIFIED = (
    "message is not modified: specified new message content and reply markup are exactly the same "
    "as a current content and reply markup of the message"
)
TOO_OLD_QUERY = "query is too old and response timeout expired or query ID is invalid"
ANSWER_LIMIT = 200
DELETABLE_FOR = timedelta(hours=48)


@handles(SendMessage)
def send_message(world: World, request: Request[SendMessage]) -> Message:
    method = request.method
    room = writable_room(world, request.bot, method.chat_id)
    text, entities = message_text(method.text, method.parse_mode, method.entities)
    content = {
        "text": text,
        "entities": entities or None,
        "link_preview_options": given(method.link_preview_options),
    }
    return send(world, request.bot, room, method, content)


def send(world: World, bot: BotAccount, room: Room, method: Any, content: dict[str, Any]) -> Message:
    """What all sending methods have in common."""
    markup = checked_markup(room, method.reply_markup)
    reply_to = _replied_message(room, method.reply_parameters)
    if world.flood_limit:
        world.flood.check(bot.id, room.id)
    sent = world.post(
        room,
        bot.user,
        keyboard=None if isinstance(markup, InlineKeyboardMarkup) else markup,
        reply_markup=inline_only(markup),
        reply_to_message=reply_to,
        has_protected_content=given(method.protect_content) or None,
        **content,
    )
    return sent.message


def _replied_message(room: Room, parameters: ReplyParameters | None) -> Message | None:
    if parameters is None:
        return None
    replied = room.find(parameters.message_id)
    if replied is None and not given(parameters.allow_sending_without_reply):
        raise bad_request("message to be replied not found")
    return None if replied is None else replied.message.model_copy(update={"reply_to_message": None})


@handles(EditMessageText)
def edit_message_text(world: World, request: Request[EditMessageText]) -> Message:
    method = request.method
    if method.rich_message is not None:
        raise NotImplementedError("the sandbox does not show rich messages")
    sent = editable(world, request.bot, method)
    text, entities = message_text(method.text or "", method.parse_mode, method.entities, editing=True)
    if sent.message.text is None:
        raise bad_request("there is no text in the message to edit")
    preview = given(method.link_preview_options)
    return change(
        world, sent, method.reply_markup, text=text, entities=entities or None, link_preview_options=preview
    )


@handles(EditMessageCaption)
def edit_message_caption(world: World, request: Request[EditMessageCaption]) -> Message:
    method = request.method
    sent = editable(world, request.bot, method)
    if sent.message.text is not None:
        raise bad_request("there is no caption in the message to edit")
    caption, entities = message_caption(
        method.caption, method.parse_mode, method.caption_entities, editing=True
    )
    return change(world, sent, method.reply_markup, caption=caption, caption_entities=entities or None)


@handles(EditMessageReplyMarkup)
def edit_message_reply_markup(world: World, request: Request[EditMessageReplyMarkup]) -> Message:
    sent = editable(world, request.bot, request.method)
    return change(world, sent, request.method.reply_markup)


def editable(world: World, bot: BotAccount, method: Any) -> SentMessage:
    """The message that a bot wants to edit, if it may."""
    if method.inline_message_id:
        raise bad_request("MESSAGE_ID_INVALID")
    room = writable_room(world, bot, method.chat_id)
    sent = room.find(method.message_id)
    if sent is None:
        raise bad_request("message to edit not found")
    if sent.sender_id != bot.id or sent.keyboard is not None:
        raise bad_request("message can't be edited")
    return sent


def change(world: World, sent: SentMessage, markup: InlineKeyboardMarkup | None, **content: Any) -> Message:
    """Apply an edit, unless nothing would change."""
    checked = inline_only(checked_markup(sent.room, markup))
    if _reads_as(sent, checked, content):
        raise bad_request(NOT_MODIFIED)
    world.edit(sent, reply_markup=checked, **content)
    return sent.message


def _reads_as(sent: SentMessage, markup: Markup | None, content: dict[str, Any]) -> bool:
    wanted = {**content, "reply_markup": markup}
    return all(
        to_plain(getattr(sent.message, name) or None) == to_plain(value or None)
        for name, value in wanted.items()
    )


@handles(DeleteMessage)
def delete_message(world: World, request: Request[DeleteMessage]) -> bool:
    method = request.method
    room = _readable_room(world, request.bot, method.chat_id)
    if not method.message_id:
        raise bad_request("message identifier is not specified")
    sent = room.find(method.message_id)
    if sent is None:
        raise bad_request("message to delete not found")
    _check_deletable(world, request.bot, sent)
    world.delete(sent)
    return True


@handles(DeleteMessages)
def delete_messages(world: World, request: Request[DeleteMessages]) -> bool:
    method = request.method
    room = _readable_room(world, request.bot, method.chat_id)
    if not method.message_ids:
        raise bad_request("message identifiers are not specified")
    if len(method.message_ids) > 100:
        raise bad_request("too many message identifiers specified")
    for sent in [found for found in map(room.find, method.message_ids) if found is not None]:
        _check_deletable(world, request.bot, sent)
        world.delete(sent)
    return True


def _readable_room(world: World, bot: BotAccount, chat_id: int | str) -> Room:
    """Deleting needs the chat to be known, not the person to listen."""
    room = world.room(bot, chat_id)
    if room.is_private and not room.started:
        raise bad_request("chat not found")
    return room


def _check_deletable(world: World, bot: BotAccount, sent: SentMessage) -> None:
    mine = sent.sender_id == bot.id
    if not (mine or sent.room.is_private or bot.id in sent.room.admins):
        raise bad_request("message can't be deleted")
    if world.clock.now() - sent.message.date > DELETABLE_FOR:
        raise bad_request("message can't be deleted for everyone")


@handles(SendChatAction)
def send_chat_action(world: World, request: Request[SendChatAction]) -> bool:
    room = writable_room(world, request.bot, request.method.chat_id)
    if request.method.action not in list(ChatAction):
        raise bad_request("wrong parameter action in request")
    world.emit("typing", room, action=str(request.method.action))
    return True


@handles(AnswerCallbackQuery)
def answer_callback_query(world: World, request: Request[AnswerCallbackQuery]) -> bool:
    method = request.method
    pressed = world.pressed.get(method.callback_query_id)
    text = method.text or ""
    if pressed is None or pressed.bot_id != request.bot.id:
        raise bad_request(TOO_OLD_QUERY)
    if world.clock.now() - pressed.pressed_at > world.callback_lifetime:
        del world.pressed[method.callback_query_id]
        raise bad_request(TOO_OLD_QUERY)
    if utf16_length(text) > ANSWER_LIMIT:
        raise bad_request("MESSAGE_TOO_LONG")
    del world.pressed[method.callback_query_id]
    toast = Toast(text, bool(method.show_alert), method.url, world.clock.now())
    world.toasts.setdefault(pressed.person_id, []).append(toast)
    room = world.private_room(request.bot, pressed.person_id)
    world.emit(
        "callback_answer",
        room,
        text=text,
        show_alert=toast.show_alert,
        url=method.url,
        person_id=pressed.person_id,
    )
    return True
