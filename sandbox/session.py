"""Front one: an aiogram session without a network. aiogram itself serialises requests and parses answers.

A broken connection is raised as aiogram's own HTTP session raises it, with the same ``__cause__``.
"""

import asyncio
import errno
from collections.abc import AsyncGenerator
from typing import Any, cast
from urllib.parse import unquote, urlsplit

from aiogram import Bot
from aiogram.client.session.base import BaseSession
from aiogram.exceptions import TelegramNetworkError
from aiogram.methods import TelegramMethod
from aiogram.methods.base import TelegramType
from aiogram.types import InputFile
from aiohttp import (
    ClientConnectorError,
    ClientPayloadError,
    ClientResponseError,
    RequestInfo,
    ServerDisconnectedError,
)
from aiohttp.client_reqrep import ConnectionKey
from multidict import CIMultiDict, CIMultiDictProxy
from yarl import URL

from sandbox.faults import Fault
from sandbox.files import Upload, read_upload
from sandbox.telegram import Telegram
from sandbox.wire import Reply


class SandboxSession(BaseSession):
    """``Bot(token, session=SandboxSession(telegram))``."""

    def __init__(self, telegram: Telegram, **options: Any) -> None:
        super().__init__(**options)
        self._telegram = telegram

    async def close(self) -> None:
        """There is nothing to close."""

    async def make_request(
        self, bot: Bot, method: TelegramMethod[TelegramType], timeout: int | None = None
    ) -> TelegramType:
        params, uploads = await self._serialise(bot, method)
        asked = self._telegram.serve(bot.token, method.__api_method__, params, uploads)
        try:
            reply = await asyncio.wait_for(asked, self.timeout if timeout is None else timeout)
        except TimeoutError as error:
            raise TelegramNetworkError(method=method, message="Request timeout error") from error
        self._raise_broken(method, reply)
        response = self.check_response(bot=bot, method=method, status_code=reply.status, content=reply.text)
        return cast(TelegramType, response.result)

    async def stream_content(
        self,
        url: str,
        headers: dict[str, Any] | None = None,  # noqa: ARG002 - the signature is aiogram's
        timeout: int = 30,  # noqa: ARG002
        chunk_size: int = 65536,
        raise_for_status: bool = True,  # noqa: ARG002
    ) -> AsyncGenerator[bytes, None]:
        token, _, path = unquote(urlsplit(url).path).removeprefix("/file/bot").partition("/")
        stored = self._telegram.file_at(token, path)
        if stored is None:
            raise _not_found(url)
        for start in range(0, stored.size, chunk_size):
            yield stored.content[start : start + chunk_size]

    async def _serialise(
        self, bot: Bot, method: TelegramMethod[TelegramType]
    ) -> tuple[dict[str, str], dict[str, Upload]]:
        """As ``AiohttpSession.build_form_data`` does it."""
        files: dict[str, InputFile] = {}
        params: dict[str, str] = {}
        for key, value in method.model_dump(warnings=False).items():
            prepared = self.prepare_value(value, bot=bot, files=files)
            if prepared:
                params[key] = prepared
        return params, {key: await read_upload(source, bot) for key, source in files.items()}

    @staticmethod
    def _raise_broken(method: TelegramMethod[TelegramType], reply: Reply) -> None:
        if reply.fault is None:
            return
        cause = broken_connection(reply.fault)
        message = f"{type(cause).__name__}: {cause}"
        raise TelegramNetworkError(method=method, message=message) from cause


def broken_connection(fault: Fault) -> Exception:
    """What aiohttp raises when this happens to a connection."""
    match fault.kind:
        case "refused":
            key = ConnectionKey("api.telegram.org", 443, True, True, None, None, None)
            return ClientConnectorError(key, OSError(errno.ECONNREFUSED, "Connect call failed"))
        case "truncated":
            return ClientPayloadError("Response payload is not completed")
        case _:
            return ServerDisconnectedError()


def _not_found(url: str) -> ClientResponseError:
    headers: CIMultiDictProxy[str] = CIMultiDictProxy(CIMultiDict())
    return ClientResponseError(RequestInfo(URL(url), "GET", headers), (), status=404, message="Not Found")
