"""How people, channels and messages read on the chat page: plain JSON, made from what the sandbox keeps.

Knows the Bot API's objects; knows nothing of HTTP and changes nothing.
"""

from collections.abc import Callable, Iterable
from datetime import UTC, datetime
from typing import Any

from sandbox.chats import BotAccount, Room
from sandbox.people import Person
from sandbox.telegram import Telegram

Json = dict[str, Any]
Describe = Callable[[Person], str]

# What the page can show of a message only by its kind.
OTHER_KINDS = {
    "sticker": "Стикер",
    "voice": "Голосовое сообщение",
    "location": "Геопозиция",
    "video": "Видео",
    "audio": "Аудио",
    "poll": "Опрос",
}
BUTTON_KINDS = {"callback_data": "callback", "url": "url", "copy_text": "copy_text", "web_app": "web_app"}


def full_name(person: Person) -> str:
    return " ".join(part for part in (person.first_name, person.last_name) if part)


def file_url(file_id: str) -> str:
    return f"/control/files/{file_id}"


def iso(moment: datetime) -> str:
    return moment.astimezone(UTC).isoformat()


def message_view(message: Json, *, private: bool) -> Json:
    """``message`` is what ``SentMessage.as_json()`` gives."""
    view = {
        "id": message["message_id"],
        "mine": private and not message["outgoing"],
        "date": iso(datetime.fromtimestamp(message["date"], UTC)),
        "edited": message["edits"] > 0,
        "text": message.get("text") or message.get("caption") or "",
        "entities": message.get("entities") or message.get("caption_entities") or [],
        "inline_keyboard": _inline_keyboard(message),
        "reply_to": (message.get("reply_to_message") or {}).get("message_id"),
        "document": _document(message.get("document")),
        "photo": _photo(message.get("photo")),
        "contact": message.get("contact"),
        "other": _other(message),
    }
    return {name: value for name, value in view.items() if value is not None}


def _inline_keyboard(message: Json) -> list[list[Json]] | None:
    markup = message.get("reply_markup") or {}
    rows: list[list[Json]] = markup.get("inline_keyboard") or []
    return [[_inline_button(button) for button in row] for row in rows] or None


def _inline_button(button: Json) -> Json:
    kind = next((kind for field, kind in BUTTON_KINDS.items() if field in button), "unsupported")
    described: Json = {"text": button["text"], "kind": kind, "style": button.get("style")}
    if kind == "callback":
        described["value"] = button["callback_data"]
    elif kind == "url":
        described["url"] = button["url"]
    elif kind == "copy_text":
        described["value"] = button["copy_text"]["text"]
    return described


def _document(document: Json | None) -> Json | None:
    if document is None:
        return None
    return {
        "name": document.get("file_name") or "файл",
        "size": document.get("file_size"),
        "url": file_url(document["file_id"]),
    }


def _photo(sizes: list[Json] | None) -> Json | None:
    if not sizes:
        return None
    largest = sizes[-1]
    return {"url": file_url(largest["file_id"]), "width": largest["width"], "height": largest["height"]}


def _other(message: Json) -> str | None:
    return next((name for kind, name in OTHER_KINDS.items() if message.get(kind)), None)


def reply_keyboard_view(keyboard: Json | None) -> Json | None:
    """The keyboard under the input field, or None when there is none."""
    if not keyboard or not keyboard.get("keyboard"):
        return None
    return {
        "rows": [[_reply_button(button) for button in row] for row in keyboard["keyboard"]],
        "placeholder": keyboard.get("input_field_placeholder"),
        "one_time": bool(keyboard.get("one_time_keyboard")),
    }


def _reply_button(button: Json) -> Json:
    asks_for = {field for field, value in button.items() if field.startswith("request_") and value}
    if "request_contact" in asks_for:
        kind = "contact"
    else:
        kind = "unsupported" if asks_for or "web_app" in button else "text"
    return {"text": button["text"], "kind": kind}


class Viewer:
    """Reads one bot's conversations out of the sandbox."""

    def __init__(self, telegram: Telegram, bot: BotAccount, describe: Describe | None) -> None:
        self._telegram = telegram
        self._bot = bot
        self._describe = describe

    def bot(self) -> Json:
        return {"id": self._bot.id, "name": self._bot.user.full_name, "username": self._bot.username}

    def hint(self, person: Person) -> str:
        return self._describe(person) if self._describe else ""

    def hints(self) -> dict[str, str]:
        return {str(person.id): self.hint(person) for person in self._telegram.people.values()}

    def person(self, person: Person) -> Json:
        """A person without their messages."""
        return self._person(person, self._telegram.snapshot_chat(person, self._bot))

    def _person(self, person: Person, snapshot: Json) -> Json:
        return {
            "id": person.id,
            "name": full_name(person),
            "username": person.username,
            "hint": self.hint(person),
            "blocked": snapshot["blocked"],
            "reply_keyboard": reply_keyboard_view(snapshot["keyboard"]),
            "commands": snapshot["commands"],
        }

    def people(self) -> list[Json]:
        return [self._conversation(person) for person in self._telegram.people.values()]

    def _conversation(self, person: Person) -> Json:
        snapshot = self._telegram.snapshot_chat(person, self._bot)
        return {**self._person(person, snapshot), "messages": _views(snapshot["messages"], private=True)}

    def room(self, room: Room) -> Json:
        """A channel or a group without its messages."""
        hint = "канал" if room.chat.type == "channel" else "группа"
        return {"id": room.id, "title": room.chat.title or hint, "hint": hint}

    def rooms(self) -> list[Json]:
        # A migrated group is empty and closed: its people read on in the supergroup.
        open_rooms = [room for room in self._telegram.rooms.values() if room.migrated_to is None]
        return [{**self.room(room), "messages": self._posts(room)} for room in open_rooms]

    def _posts(self, room: Room) -> list[Json]:
        return _views((sent.as_json() for sent in room.visible), private=False)


def _views(messages: Iterable[Json], *, private: bool) -> list[Json]:
    return [message_view(message, private=private) for message in messages if not message["deleted"]]
