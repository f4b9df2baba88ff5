"""Text and its entities: HTML parsed as strictly as Telegram does, links and commands found.

Lengths are in UTF-16 units, as Telegram counts. Knows nothing of messages or chats.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from aiogram.types import MessageEntity, User

from sandbox.errors import ApiError, bad_request
from sandbox.links import checked_url, mentioned_user_id

PLAIN_TAGS = {
    "b": "bold",
    "strong": "bold",
    "i": "italic",
    "em": "italic",
    "u": "underline",
    "ins": "underline",
    "s": "strikethrough",
    "strike": "strikethrough",
    "del": "strikethrough",
    "tg-spoiler": "spoiler",
    "span": "spoiler",
}
TAGS = {*PLAIN_TAGS, "a", "code", "pre", "blockquote", "tg-emoji", "tg-time"}
NAMED = {"lt": "<", "gt": ">", "amp": "&", "quot": '"'}
REFERENCE = re.compile(r"&(?:#x([0-9a-fA-F]{1,6})|#([0-9]{1,7})|([A-Za-z]+));?")
ATTRIBUTE = re.compile(
    r"""\s*([^\s=>/"']*)(?:\s*=\s*(?:"([^"]*)(?:"|\Z)|'([^']*)(?:'|\Z)|([A-Za-z0-9.-]+)(?=[\s>])))?"""
)
RAW_LIMIT = 1 << 15

FOUND = (
    ("bot_command", re.compile(r"(?<![\w/<>])/[A-Za-z0-9_]{1,64}(?:@[A-Za-z]\w{2,31})?(?![\w/])")),
    ("url", re.compile(r"(?<![\w@])https?://[^\s<>\"']+[^\s<>\"'.,;:!?)\]»]")),
    ("email", re.compile(r"(?<![\w.])[\w.+-]+@[\w-]+(?:\.[\w-]+)+")),
    ("mention", re.compile(r"(?<![\w/@])@[A-Za-z]\w{3,31}")),
    ("hashtag", re.compile(r"(?<![\w/])#\w*[^\W\d]\w*")),
)


def utf16_length(text: str) -> int:
    """How long Telegram says a text is."""
    return len(text) + sum(1 for character in text if character > "\uffff")


@dataclass
class OpenTag:
    name: str
    argument: str
    offset: int
    begins_at: int


class HtmlParser:
    """One pass over one text."""

    def __init__(self, source: str) -> None:
        self._source = source
        self._at = 0
        self._plain: list[str] = []
        self._length = 0
        self._open: list[OpenTag] = []
        self._entities: list[MessageEntity] = []

    def parse(self) -> tuple[str, list[MessageEntity]]:
        while self._at < len(self._source):
            character = self._source[self._at]
            if character == "<":
                self._read_tag()
            elif character == "&":
                self._read_reference()
            else:
                self._append(character)
                self._at += 1
        if self._open:
            raise self._refuse(f'Can\'t find end tag corresponding to start tag "{self._open[-1].name}"')
        return "".join(self._plain), self._entities

    def _append(self, text: str) -> None:
        self._plain.append(text)
        self._length += utf16_length(text)

    def _read_reference(self) -> None:
        found = REFERENCE.match(self._source, self._at)
        decoded = decode_reference(found) if found else None
        if found is None or decoded is None:
            self._append("&")
            self._at += 1
            return
        self._append(decoded)
        self._at = found.end()

    def _read_tag(self) -> None:
        if self._source.startswith("</", self._at):
            self._read_end_tag()
        else:
            self._read_start_tag()

    def _read_start_tag(self) -> None:
        begin = self._at
        name_end = re.compile(r"[\s>]").search(self._source, begin)
        if name_end is None:
            raise self._refuse(f"Unclosed start tag at byte offset {self._offset(begin)}")
        name = self._source[begin + 1 : name_end.start()].lower()
        if name not in TAGS:
            raise self._refuse(f'Unsupported start tag "{name}" at byte offset {self._offset(begin)}')
        self._at = name_end.start()
        argument = self._read_attributes(name, begin)
        if name == "span" and argument != "spoiler":
            raise self._refuse(
                f'Tag "span" must have class "tg-spoiler" at byte offset {self._offset(begin)}'
            )
        self._open.append(OpenTag(name, argument, self._length, len(self._plain)))

    def _read_attributes(self, tag: str, begin: int) -> str:
        argument = ""
        while True:
            while self._at < len(self._source) and self._source[self._at].isspace():
                self._at += 1
            if self._at >= len(self._source):
                raise self._refuse(f"Unclosed start tag at byte offset {self._offset(begin)}")
            if self._source[self._at] == ">":
                self._at += 1
                return argument
            found = ATTRIBUTE.match(self._source, self._at)
            if found is None or not found[1]:
                raise self._refuse(
                    f'Empty attribute name in the tag "{tag}" at byte offset {self._offset(begin)}'
                )
            self._at = found.end()
            if self._source.startswith("=", self._at):
                raise self._refuse(f"Unexpected end of name token at byte offset {self._offset(self._at)}")
            value = next((part for part in found.groups()[1:] if part is not None), "")
            argument = self._argument(tag, found[1].lower(), decode_references(value)) or argument

    @staticmethod
    def _argument(tag: str, name: str, value: str) -> str:
        match tag, name:
            case ("a", "href") | ("tg-emoji", "emoji-id") | ("tg-time", "unix"):
                return value
            case "code", "class":
                return value.removeprefix("language-") if value.startswith("language-") else ""
            case "span", "class":
                return value.removeprefix("tg-") if value.startswith("tg-") else ""
            case "blockquote", "expandable":
                return "1"
            case _:
                return ""

    def _read_end_tag(self) -> None:
        begin = self._at
        if not self._open:
            raise self._refuse(f"Unexpected end tag at byte offset {self._offset(begin)}")
        found = re.compile(r"</([^\s>]*)\s*(>?)").match(self._source, begin)
        if found is None or not found[2]:
            raise self._refuse(f"Unclosed end tag at byte offset {self._offset(begin)}")
        expected, name = self._open[-1].name, found[1].lower()
        if name and name != expected:
            where = self._offset(begin)
            raise self._refuse(
                f'Unmatched end tag at byte offset {where}, expected "</{expected}>", found "</{name}>"'
            )
        self._at = found.end()
        self._close(self._open.pop())

    def _close(self, tag: OpenTag) -> None:
        length = self._length - tag.offset
        if length == 0:
            return
        entity = self._entity(tag, length)
        if entity is not None:
            self._entities.append(entity)

    def _entity(self, tag: OpenTag, length: int) -> MessageEntity | None:
        if tag.name in PLAIN_TAGS:
            return MessageEntity(type=PLAIN_TAGS[tag.name], offset=tag.offset, length=length)
        match tag.name:
            case "a":
                return self._link(tag, length)
            case "tg-emoji":
                return self._custom_emoji(tag, length)
            case "blockquote":
                kind = "expandable_blockquote" if tag.argument else "blockquote"
                return MessageEntity(type=kind, offset=tag.offset, length=length)
            case "pre":
                return self._preformatted(tag, length)
            case "code":
                return MessageEntity(
                    type="code", offset=tag.offset, length=length, language=tag.argument or None
                )
            case _:
                raise NotImplementedError("the sandbox does not parse <tg-time>")

    def _link(self, tag: OpenTag, length: int) -> MessageEntity | None:
        target = tag.argument or "".join(self._plain[tag.begins_at :])
        user_id = mentioned_user_id(target)
        if user_id is not None:
            user = User(id=user_id, is_bot=False, first_name="")
            return MessageEntity(type="text_mention", offset=tag.offset, length=length, user=user)
        url = checked_url(target)
        return (
            None
            if url is None
            else MessageEntity(type="text_link", offset=tag.offset, length=length, url=url)
        )

    def _custom_emoji(self, tag: OpenTag, length: int) -> MessageEntity:
        if not tag.argument.isdigit() or int(tag.argument) == 0:
            raise self._refuse("Invalid custom emoji identifier specified")
        return MessageEntity(
            type="custom_emoji", offset=tag.offset, length=length, custom_emoji_id=tag.argument
        )

    def _preformatted(self, tag: OpenTag, length: int) -> MessageEntity:
        """``<pre><code class="language-x">`` is one entity with a language."""
        inner = self._entities[-1] if self._entities else None
        language = None
        if inner is not None and (inner.type, inner.offset, inner.length) == ("code", tag.offset, length):
            language = inner.language
            self._entities.pop()
        return MessageEntity(type="pre", offset=tag.offset, length=length, language=language)

    def _offset(self, position: int) -> int:
        return len(self._source[:position].encode())

    @staticmethod
    def _refuse(reason: str) -> ApiError:
        return bad_request(f"can't parse entities: {reason}")


def decode_reference(found: re.Match[str]) -> str | None:
    hexadecimal, decimal, name = found.groups()
    if name is not None:
        return NAMED.get(name)
    code = int(hexadecimal, 16) if hexadecimal else int(decimal)
    return chr(code) if 0 < code < 0x10FFFF and not 0xD800 <= code <= 0xDFFF else None


def decode_references(text: str) -> str:
    return REFERENCE.sub(lambda found: decode_reference(found) or found[0], text)


def formatted(
    text: str, parse_mode: str | None, given: Sequence[MessageEntity] | None
) -> tuple[str, list[MessageEntity]]:
    """The text people will see and its entities, parsed or given, with links and commands found."""
    if len(text.encode(errors="replace")) > RAW_LIMIT:
        raise bad_request("text is too long")
    mode = (parse_mode or "none").lower()
    if mode == "html":
        plain, entities = HtmlParser(text).parse()
    elif mode in ("markdown", "markdownv2"):
        raise NotImplementedError(f"the sandbox does not parse {parse_mode}; use HTML")
    elif mode == "none":
        plain, entities = text, checked_entities(text, given or ())
    else:
        raise bad_request("unsupported parse_mode")
    plain, entities = trimmed(plain, entities)
    return plain, sorted_entities([*entities, *detected(plain, entities)])


def checked_entities(text: str, given: Sequence[MessageEntity]) -> list[MessageEntity]:
    length = utf16_length(text)
    for entity in given:
        if entity.offset < 0 or entity.length < 0 or entity.offset + entity.length > length:
            where, end = entity.offset, entity.offset + entity.length
            raise bad_request(
                f"entity beginning at UTF-16 offset {where} ends after the end of the text at {end}"
            )
    return [entity for entity in given if entity.length > 0]


def trimmed(text: str, entities: Sequence[MessageEntity]) -> tuple[str, list[MessageEntity]]:
    """Telegram cuts white space off both ends and moves the entities along."""
    shift = utf16_length(text) - utf16_length(text.lstrip())
    bare = text.strip()
    end = utf16_length(bare)
    moved = []
    for entity in entities:
        begin, stop = max(0, entity.offset - shift), min(end, entity.offset + entity.length - shift)
        if stop > begin:
            moved.append(entity.model_copy(update={"offset": begin, "length": stop - begin}))
    return bare, moved


def detected(text: str, taken: Sequence[MessageEntity]) -> list[MessageEntity]:
    """Commands, links, addresses, mentions and hashtags that nobody marked up."""
    closed = [entity for entity in taken if entity.type in ("text_link", "code", "pre", "text_mention")]
    found: list[MessageEntity] = []
    for kind, pattern in FOUND:
        for match in pattern.finditer(text):
            entity = MessageEntity(
                type=kind, offset=utf16_length(text[: match.start()]), length=utf16_length(match.group())
            )
            if not any(overlaps(entity, other) for other in [*closed, *found]):
                found.append(entity)
    return found


def overlaps(one: MessageEntity, other: MessageEntity) -> bool:
    return one.offset < other.offset + other.length and other.offset < one.offset + one.length


def sorted_entities(entities: Sequence[MessageEntity]) -> list[MessageEntity]:
    return sorted(entities, key=lambda entity: (entity.offset, -entity.length, entity.type))
