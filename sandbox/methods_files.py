"""Methods that send files, tell where they are, and exchange them in a message."""

from typing import Any

from aiogram.methods import EditMessageMedia, GetFile, SendDocument, SendPhoto
from aiogram.types import Document, File, InputMediaDocument, InputMediaPhoto, Message, PhotoSize

from sandbox.content import given, message_caption, writable_room
from sandbox.errors import bad_request
from sandbox.files import DOWNLOAD_LIMIT, StoredFile
from sandbox.images import image_size
from sandbox.methods_messages import change, editable, send
from sandbox.registry import Request, handles
from sandbox.world import World


def as_document(stored: StoredFile) -> Document:
    return Document(
        file_id=stored.file_id,
        file_unique_id=stored.unique_id,
        file_name=stored.name,
        mime_type=stored.mime,
        file_size=stored.size,
    )


def as_photo(stored: StoredFile) -> list[PhotoSize]:
    width, height = image_size(stored.content)
    size = PhotoSize(
        file_id=stored.file_id,
        file_unique_id=stored.unique_id,
        width=width,
        height=height,
        file_size=stored.size,
    )
    return [size]


@handles(SendDocument)
def send_document(world: World, request: Request[SendDocument]) -> Message:
    method = request.method
    room = writable_room(world, request.bot, method.chat_id)
    caption, entities = message_caption(method.caption, method.parse_mode, method.caption_entities)
    stored = _stored(world, request, "document", method.document)
    content = {"document": as_document(stored), "caption": caption, "caption_entities": entities or None}
    return send(world, request.bot, room, method, content)


@handles(SendPhoto)
def send_photo(world: World, request: Request[SendPhoto]) -> Message:
    method = request.method
    room = writable_room(world, request.bot, method.chat_id)
    caption, entities = message_caption(method.caption, method.parse_mode, method.caption_entities)
    stored = _stored(world, request, "photo", method.photo)
    content = {"photo": as_photo(stored), "caption": caption, "caption_entities": entities or None}
    return send(world, request.bot, room, method, content)


@handles(EditMessageMedia)
def edit_message_media(world: World, request: Request[EditMessageMedia]) -> Message:
    method = request.method
    sent = editable(world, request.bot, method)
    media = method.media
    caption, entities = message_caption(
        media.caption, given(media.parse_mode), media.caption_entities, editing=True
    )
    content: dict[str, Any] = {
        "caption": caption,
        "caption_entities": entities or None,
        "text": None,
        "entities": None,
    }
    if isinstance(media, InputMediaDocument):
        stored = _stored(world, request, "document", media.media)
        content |= {"document": as_document(stored), "photo": None}
    elif isinstance(media, InputMediaPhoto):
        stored = _stored(world, request, "photo", media.media)
        content |= {"photo": as_photo(stored), "document": None}
    else:
        raise NotImplementedError(f"the sandbox does not exchange media of type {media.type}")
    return change(world, sent, method.reply_markup, **content)


def _stored(world: World, request: Request[Any], kind: str, source: Any) -> StoredFile:
    stored = world.files.take(kind, str(source), request.uploads)
    if kind == "photo":
        image_size(stored.content)
    return stored


@handles(GetFile)
def get_file(world: World, request: Request[GetFile]) -> File:
    stored = world.files.find(request.method.file_id)
    if stored is None:
        raise bad_request("invalid file_id")
    if stored.size > DOWNLOAD_LIMIT:
        raise bad_request("file is too big")
    return File(
        file_id=stored.file_id, file_unique_id=stored.unique_id, file_size=stored.size, file_path=stored.path
    )
