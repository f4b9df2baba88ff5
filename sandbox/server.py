"""Front two: the Bot API over HTTP on loopback, with files, long polling and webhooks.

Knows how requests travel; every answer comes from the core. A chat page adds its routes through ``extra``.
"""

import asyncio
import re
from collections.abc import AsyncIterator, Callable, Iterable, Sequence
from contextlib import asynccontextmanager
from urllib.parse import quote

from aiohttp import web

from sandbox.errors import ApiError, not_found
from sandbox.faults import Fault
from sandbox.http_body import BODY_LIMIT, read_request
from sandbox.telegram import Telegram
from sandbox.webhooks import PAUSES, WebhookSender
from sandbox.wire import Reply, reply_error

TOKEN = re.compile(r"\d{1,20}:[A-Za-z0-9_-]+")
Extra = Callable[[web.Application], None]


class SandboxServer:
    """``port=0`` takes any free port; ``url`` says which."""

    def __init__(
        self,
        telegram: Telegram,
        host: str = "127.0.0.1",
        port: int = 0,
        *,
        extra: Iterable[Extra] = (),
        webhook_pauses: Sequence[float] = PAUSES,
        webhook_timeout: float = 60.0,
    ) -> None:
        self.telegram = telegram
        self.host = host
        self.port = port
        self.app = web.Application(client_max_size=BODY_LIMIT)
        self.app.router.add_route("*", "/bot{token:[^/]+}/{method:[^/]*}", self._answer)
        self.app.router.add_get("/file/bot{token:[^/]+}/{path:.+}", self._send_file)
        for add_routes in extra:
            add_routes(self.app)
        self._webhooks = WebhookSender(telegram, webhook_pauses, webhook_timeout)
        self._runner = web.AppRunner(self.app, access_log=None, shutdown_timeout=0.2)
        self._site: web.TCPSite | None = None

    @property
    def url(self) -> str:
        return f"http://{self.host}:{self.port}"

    async def start(self) -> None:
        await self._runner.setup()
        await self._listen()
        await self._webhooks.start()

    async def stop(self) -> None:
        await self._webhooks.stop()
        await self._runner.cleanup()

    @asynccontextmanager
    async def refuse(self) -> AsyncIterator[None]:
        """Nobody listens: open connections are closed, new ones refused; afterwards it is as before."""
        await self._hang_up()
        try:
            yield
        finally:
            await self._listen()

    async def _listen(self) -> None:
        self._site = web.TCPSite(self._runner, self.host, self.port, reuse_address=True)
        await self._site.start()
        self.port = self._runner.addresses[-1][1]

    async def _hang_up(self) -> None:
        if self._site is not None:
            await self._site.stop()
        if self._runner.server is not None:
            await self._runner.server.shutdown(0.05)
        await asyncio.sleep(0.02)  # a client in this process must notice that its kept connections are gone

    async def _answer(self, request: web.Request) -> web.StreamResponse:
        reply = await self._reply(request)
        if reply.fault is not None:
            return await break_off(request, reply, reply.fault)
        return web.Response(status=reply.status, text=reply.text, content_type=reply.content_type)

    async def _reply(self, request: web.Request) -> Reply:
        token, method = request.match_info["token"], request.match_info["method"]
        if not TOKEN.fullmatch(token):
            return reply_error(not_found())
        try:
            params, uploads = await read_request(request)
            return await self.telegram.serve(token, method, params, uploads)
        except ApiError as error:
            return reply_error(error)
        except NotImplementedError as error:
            return reply_error(ApiError(501, f"Not Implemented: {error}"))

    async def _send_file(self, request: web.Request) -> web.Response:
        stored = self.telegram.file_at(request.match_info["token"], request.match_info["path"])
        if stored is None:
            return web.json_response(not_found().as_json(), status=404)
        disposition = f"attachment; filename*=UTF-8''{quote(stored.name)}"
        headers = {"Content-Disposition": disposition, "Content-Type": "application/octet-stream"}
        return web.Response(body=stored.content, headers=headers)


async def break_off(request: web.Request, reply: Reply, fault: Fault) -> web.StreamResponse:
    """Close the connection: before the answer, or in the middle of it."""
    response = web.StreamResponse(status=reply.status)
    if fault.kind == "truncated":
        body = reply.text.encode()
        response.content_length = len(body)
        response.content_type = reply.content_type
        await response.prepare(request)
        await response.write(body[: len(body) // 2])
        await response.write(b"")
    if request.transport is not None:
        request.transport.close() if fault.kind == "truncated" else request.transport.abort()
    response.force_close()
    return response
