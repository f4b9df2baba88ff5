"""Reads what a request to the Bot API, or a webhook's answer, carries: JSON, a form, or parts with files."""

import json
from typing import Any
from urllib.parse import parse_qsl

from aiohttp import BodyPartReader, ClientResponse, MultipartReader, web

from sandbox.errors import ApiError, bad_request
from sandbox.files import UPLOAD_LIMIT, Upload

BODY_LIMIT = UPLOAD_LIMIT + 1024 * 1024
Body = tuple[dict[str, Any], dict[str, Upload]]


async def read_request(request: web.Request) -> Body:
    """Parameters may come in the query, in the body, or in both."""
    params: dict[str, Any] = dict(request.query)
    if not request.can_read_body:
        return params, {}
    if request.content_type.startswith("multipart/"):
        found, uploads = await _parts_of(request)
    else:
        found, uploads = parse_body(request.content_type, await _text_of(request)), {}
    return {**params, **found}, uploads


async def read_response(response: ClientResponse) -> Body:
    """A webhook may answer with a method to carry out."""
    if response.content_type.startswith("multipart/"):
        return await read_parts(MultipartReader.from_response(response).stream)
    return parse_body(response.content_type, await response.text()), {}


async def _parts_of(request: web.Request) -> Body:
    try:
        return await read_parts(await request.multipart())
    except ValueError:
        raise bad_request("can't parse multipart body") from None


async def _text_of(request: web.Request) -> str:
    try:
        return await request.text()
    except web.HTTPRequestEntityTooLarge:
        raise ApiError(413, "Request Entity Too Large") from None


def parse_body(content_type: str, text: str) -> dict[str, Any]:
    if content_type == "application/x-www-form-urlencoded":
        return dict(parse_qsl(text, keep_blank_values=True))
    if content_type == "application/json" and text.strip():
        return _parse_json(text)
    return {}


def _parse_json(text: str) -> dict[str, Any]:
    try:
        plain = json.loads(text)
    except (ValueError, RecursionError):
        raise bad_request("can't parse JSON object") from None
    if not isinstance(plain, dict):
        raise bad_request("object expected")
    return plain


async def read_parts(parts: MultipartReader) -> Body:
    params: dict[str, Any] = {}
    uploads: dict[str, Upload] = {}
    room_left = BODY_LIMIT
    async for part in parts:
        if not isinstance(part, BodyPartReader) or part.name is None:
            continue
        content = await _content_of(part, room_left)
        room_left -= len(content)
        if part.filename is None:
            params[part.name] = content.decode(errors="replace")
        else:
            mime = part.headers.get("Content-Type")
            uploads[part.name] = Upload(part.filename, content, _known_mime(mime))
    return params, uploads


async def _content_of(part: BodyPartReader, room_left: int) -> bytes:
    content = bytearray()
    while chunk := await part.read_chunk(256 * 1024):
        content += chunk
        if len(content) > room_left:
            raise ApiError(413, "Request Entity Too Large")
    return bytes(part.decode(bytes(content)))


def _known_mime(mime: str | None) -> str | None:
    """Clients that do not know a file's type say «octet-stream»; then its name tells more."""
    return None if mime == "application/octet-stream" else mime
