"""The files of the sandbox: what bots and people have sent, found by file id or by path.

Knows Telegram's size limits; knows nothing of messages.
"""

import mimetypes
import secrets
from collections.abc import Mapping
from dataclasses import dataclass
from typing import cast

from aiogram import Bot
from aiogram.types import InputFile

from sandbox.errors import ApiError, bad_request

UPLOAD_LIMIT = 50 * 1024 * 1024
DOWNLOAD_LIMIT = 20 * 1024 * 1024
PHOTO_LIMIT = 10 * 1024 * 1024
FOLDERS = {"document": "documents", "photo": "photos", "voice": "voice", "sticker": "stickers"}


@dataclass(frozen=True)
class Upload:
    """A file part of a request."""

    name: str
    content: bytes
    mime: str | None = None


Uploads = Mapping[str, Upload]


async def read_upload(source: InputFile, bot: Bot | None = None) -> Upload:
    """A file that a bot's own code would upload. Only files fetched by URL need to know the bot."""
    content = b"".join([chunk async for chunk in source.read(cast(Bot, bot))])
    return Upload(source.filename or "file", content)


@dataclass(frozen=True)
class StoredFile:
    file_id: str
    unique_id: str
    kind: str
    name: str
    mime: str
    content: bytes
    path: str

    @property
    def size(self) -> int:
        return len(self.content)


class FileStore:
    def __init__(self) -> None:
        self._by_id: dict[str, StoredFile] = {}
        self._by_path: dict[str, StoredFile] = {}

    def add(self, kind: str, name: str, content: bytes, mime: str | None = None) -> StoredFile:
        number = len(self._by_id)
        suffix = name[name.rfind(".") :] if "." in name else ""
        stored = StoredFile(
            file_id=f"{kind[:3].upper()}{secrets.token_urlsafe(24)}",
            unique_id=secrets.token_urlsafe(9),
            kind=kind,
            name=name,
            mime=mime or mimetypes.guess_type(name)[0] or "application/octet-stream",
            content=content,
            path=f"{FOLDERS.get(kind, 'files')}/file_{number}{suffix if suffix.isascii() else ''}",
        )
        self._by_id[stored.file_id] = stored
        self._by_path[stored.path] = stored
        return stored

    def find(self, file_id: str) -> StoredFile | None:
        return self._by_id.get(file_id)

    def at_path(self, path: str) -> StoredFile | None:
        return self._by_path.get(path)

    def take(self, kind: str, source: str, uploads: Uploads) -> StoredFile:
        """What a bot sends: ``attach://`` a part of the request, or a file id it already has."""
        if not source:
            raise bad_request(f"there is no {kind} in the request")
        if source.startswith("attach://"):
            return self._store_upload(kind, uploads.get(source.removeprefix("attach://")))
        if source.startswith(("http://", "https://")):
            raise NotImplementedError("the sandbox fetches no files by URL")
        stored = self.find(source)
        if stored is None:
            raise bad_request("wrong file identifier/HTTP URL specified")
        if stored.kind != kind and kind == "photo":
            raise bad_request(f"can't use file of type {stored.kind.capitalize()} as Photo")
        return stored

    def _store_upload(self, kind: str, upload: Upload | None) -> StoredFile:
        if upload is None:
            raise bad_request(f"there is no {kind} in the request")
        if not upload.content:
            raise bad_request("file must be non-empty")
        if len(upload.content) > UPLOAD_LIMIT:
            raise ApiError(413, "Request Entity Too Large")
        if kind == "photo" and len(upload.content) > PHOTO_LIMIT:
            raise bad_request("PHOTO_INVALID_DIMENSIONS")
        return self.add(kind, upload.name, upload.content, upload.mime)
