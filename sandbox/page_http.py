"""How the chat page is spoken to over HTTP: who may ask, what a request holds, how an answer or a refusal
looks.

Knows nothing of people and messages; refuses everything that does not come from the sandbox's own page on
this machine.
"""

import ipaddress
import re
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final
from urllib.parse import urlsplit

from aiohttp import BodyPartReader, web

from sandbox.errors import ApiError

STATIC: Final = Path(__file__).parent / "static"
CONTENT_TYPES: Final = {
    ".html": "text/html",
    ".css": "text/css",
    ".js": "text/javascript",
    ".svg": "image/svg+xml",
}
SECURITY_HEADERS: Final = {
    "Content-Security-Policy": (
        "default-src 'self'; object-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'"
    ),
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "no-referrer",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Cache-Control": "no-cache",
}

# As Telegram cleans what is typed: control characters but line feeds become spaces.
CONTROL_CHARACTERS: Final = re.compile(r"[\x00-\x09\x0b\x0c\x0e-\x1f\x7f]")
NOT_UNDERSTOOD: Final = "Запрос не разобрать"
LARGEST_UPLOAD: Final = 50 * 1024 * 1024

Handler = Callable[[web.Request], Awaitable[web.StreamResponse]]


class Refusal(Exception):
    """A request that the page has to show as a sentence."""

    def __init__(self, sentence: str, status: int = 400) -> None:
        super().__init__(sentence)
        self.sentence = sentence
        self.status = status


@dataclass(frozen=True)
class Uploaded:
    """A file that a person attached, with what they wrote under it."""

    name: str
    mime: str | None
    content: bytes
    caption: str | None


def guarded(handler: Handler) -> Handler:
    """Only this machine under a loopback name, nothing from other web pages; refusals become sentences."""

    async def checked(request: web.Request) -> web.StreamResponse:
        if not _is_local(request):
            return _refused("Песочница открыта только этому компьютеру", 403)
        if request.method != "GET" and request.headers.get("X-Sandbox") != "1":
            return _refused("Запрос не от страницы песочницы", 403)
        try:
            response = await handler(request)
        except Refusal as refusal:
            return _refused(refusal.sentence, refusal.status)
        except ApiError as refused:
            return _refused(f"Telegram отказал: {refused.description}", 400)
        if not response.prepared:
            response.headers.update(SECURITY_HEADERS)
        return response

    return checked


def _is_local(request: web.Request) -> bool:
    return _is_loopback(request.remote or "") and _is_loopback_name(request.host)


def _is_loopback_name(host: str) -> bool:
    try:
        name = urlsplit(f"//{host}").hostname or ""
    except ValueError:
        return False
    return name == "localhost" or _is_loopback(name)


def _is_loopback(address: str) -> bool:
    try:
        return ipaddress.ip_address(address).is_loopback
    except ValueError:
        return False


def static_file(name: str) -> web.StreamResponse:
    path = _path_in_static(name)
    if path is None:
        raise Refusal("Такой страницы нет", 404)
    kind = CONTENT_TYPES.get(path.suffix, "application/octet-stream")
    return web.Response(body=path.read_bytes(), content_type=kind, charset="utf-8")


def _path_in_static(name: str) -> Path | None:
    try:
        path = (STATIC / name).resolve()
        return path if path.is_relative_to(STATIC.resolve()) and path.is_file() else None
    except (ValueError, OSError):  # a NUL in the name, or a name longer than a file's can be
        return None


def answer(body: dict[str, Any], status: int = 200) -> web.Response:
    return web.json_response(body, status=status, headers=SECURITY_HEADERS)


def _refused(sentence: str, status: int) -> web.Response:
    return answer({"error": sentence}, status)


async def json_body(request: web.Request) -> dict[str, Any]:
    try:
        body = await request.json()
    except (ValueError, LookupError, RecursionError):  # no JSON, no such encoding, nested without end
        raise Refusal(NOT_UNDERSTOOD) from None
    if not isinstance(body, dict):
        raise Refusal(NOT_UNDERSTOOD)
    return body


def text_field(body: dict[str, Any], field: str) -> str:
    value = body.get(field, "")
    if not isinstance(value, str):
        raise Refusal(NOT_UNDERSTOOD)
    return cleaned(value)


def cleaned(text: str) -> str:
    """Text that can be stored and sent on: halves of characters cannot, and would break every open page."""
    whole = text.encode("utf-16", "surrogatepass").decode("utf-16", "replace")
    return CONTROL_CHARACTERS.sub(" ", whole.replace("\r", ""))


async def uploaded(request: web.Request) -> Uploaded:
    """The file in a form; its caption is expected before it."""
    if not request.content_type.startswith("multipart/"):
        raise Refusal("Файл не пришёл")
    try:
        return await _file_in_form(request)
    except (ValueError, LookupError):
        raise Refusal(NOT_UNDERSTOOD) from None


async def _file_in_form(request: web.Request) -> Uploaded:
    caption = None
    async for part in await request.multipart():
        if not isinstance(part, BodyPartReader):
            continue
        if part.name == "caption":
            caption = cleaned(await part.text()) or None
        elif part.name == "file":
            mime = part.headers.get("Content-Type")
            return Uploaded(cleaned(part.filename or "файл"), mime, await _content(part), caption)
    raise Refusal("Файл не пришёл")


async def _content(part: BodyPartReader) -> bytes:
    content = bytearray()
    while chunk := await part.read_chunk(1 << 16):
        content += chunk
        if len(content) > LARGEST_UPLOAD:
            raise Refusal("Файл больше 50 МБ", 413)
    if not content:
        raise Refusal("Файл пуст")
    return bytes(content)
