"""The delivery loop: claims what is due, words it at that moment, sends it, and settles every row by what
happened.
"""

from __future__ import annotations

import asyncio
import uuid
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import timedelta

import structlog
from aiogram import Bot
from aiogram.exceptions import (
    TelegramAPIError,
    TelegramBadRequest,
    TelegramEntityTooLarge,
    TelegramForbiddenError,
    TelegramMigrateToChat,
    TelegramNetworkError,
    TelegramServerError,
    TelegramUnauthorizedError,
)

from bot.sending import Gate, flood_pause, was_refused
from handlers.common.notices import Notice, NoticeContext
from handlers.common.screen import Screen, send_to
from handlers.common.translator import Texts
from services import claims, outbox, recovery
from services.claims import Due
from services.clock import Clock
from services.content import Content
from services.db import Db
from services.errors import DatabaseBusy

log = structlog.get_logger(__name__)

IDLE_SECONDS = 1.0
REFUSED_PAUSE = timedelta(seconds=5)
SAID_TO_BE_LATE_AFTER = timedelta(minutes=30)


@dataclass(frozen=True, slots=True)
class Voice:
    """What is needed to word a notice."""

    texts: Texts
    content: Content
    notices: Mapping[str, Notice]

    @property
    def resend_kinds(self) -> frozenset[str]:
        return frozenset(kind for kind, notice in self.notices.items() if notice.resend)


class Delivery:
    """One worker of the outbox. Its name fences its rows against those of a worker that died."""

    def __init__(
        self,
        bot: Bot,
        db: Db,
        clock: Clock,
        voice: Voice,
        gate: Gate,
        *,
        batch: int = 50,
        lease: timedelta = outbox.LEASE,
        admin_ids: tuple[int, ...] = (),
    ) -> None:
        self._bot, self._db, self._clock, self._voice, self._gate = bot, db, clock, voice, gate
        self._batch, self._lease, self._admin_ids = batch, lease, admin_ids
        self.owner = str(uuid.uuid4())
        self._woken = asyncio.Event()
        self._stopping = self._halted = False
        self._in_flight: int | None = None
        # Telegram has it and the database does not know yet: kept, lest it be sent again (fault 7).
        self._sent: tuple[int, int | None] | None = None
        self._recovers_at = 0.0

    def wake(self) -> None:
        """Something may have become due."""
        self._woken.set()

    async def run(self) -> None:
        """Deliver until stopped. Trouble with the database or the network does not end it."""
        while not self._stopping:
            self._woken.clear()
            try:
                await self._recover_from_time_to_time()
                delivered = await self.deliver_due()
            except Exception as error:
                log.error("delivery.failed", error=type(error).__name__)
                delivered = 0
            if not delivered:
                await self._rest()

    async def _recover_from_time_to_time(self) -> None:
        """As often as leases end: what a killed worker held must not wait for the next tick."""
        now = asyncio.get_running_loop().time()
        if now >= self._recovers_at:
            await self.recover()
            self._recovers_at = now + self._lease.total_seconds()

    async def _rest(self) -> None:
        try:
            await asyncio.wait_for(self._woken.wait(), timeout=max(IDLE_SECONDS, self._gate.remaining()))
        except TimeoutError:
            return

    async def stop(self) -> None:
        """Settle the row in flight and give back the rest (fault 4)."""
        self._stopping = True
        self.wake()

    async def release(self) -> None:
        await self._db.write(outbox.release, self.owner)

    async def recover(self) -> None:
        """Take over what a worker that died left behind."""
        alive = {self._in_flight, self._sent[0] if self._sent else None} - {None}
        await self._db.write(
            outbox.recover,
            self._voice.resend_kinds,
            now=self._clock.now(),
            alive=[one for one in alive if one],
        )

    async def deliver_due(self) -> int:
        """One batch. Returns how many rows were claimed."""
        await self._confirm_sent()
        if self._gate.remaining() > 0:
            return 0
        self._halted = False
        claimed = await self._db.write(
            claims.claim, self.owner, now=self._clock.now(), limit=self._batch, lease=self._lease
        )
        for due in claimed:
            if self._is_to_pause():
                break
            if await self._begin(due):
                await self._send(due)
        await self._confirm_sent()
        if claimed and self._is_to_pause():
            await self.release()
        return len(claimed)

    def _is_to_pause(self) -> bool:
        return self._stopping or self._halted or self._gate.remaining() > 0

    async def _begin(self, due: Due) -> bool:
        begun = await self._db.write(
            outbox.confirm_and_begin, self._sent, due.id, self.owner, now=self._clock.now(), lease=self._lease
        )
        self._sent = None
        return begun

    async def _confirm_sent(self) -> None:
        if self._sent is not None:
            row, message = self._sent
            await self._db.write(outbox.confirm, row, self.owner, message, now=self._clock.now())
            self._sent = None

    async def _send(self, due: Due) -> None:
        """Word and send one row; what did not arrive is settled at once, what did with the next step."""
        self._in_flight = due.id
        try:
            screen = await self._worded(due)
            if screen is not None:
                await self._send_screen(due, screen)
        finally:
            self._in_flight = None

    async def _send_screen(self, due: Due, screen: Screen) -> None:
        if (pause := self._gate.remaining()) > 0:
            # Closed by another call since the row was begun. Nothing was sent, and no lease outlasts a pause.
            await self._postpone(due, timedelta(seconds=pause), burn=False, error="flood")
            return
        try:
            message = await send_to(self._bot, due.chat_id, screen)
        except Exception as error:
            await self._settle_failure(due, error)
            return
        self._sent = due.id, message.message_id

    async def _worded(self, due: Due) -> Screen | None:
        """The screen of a row; None when the row is settled without one."""
        try:
            screen = await self._word(due)
        except DatabaseBusy:
            await self._postpone(due, REFUSED_PAUSE, burn=False, error="database")
            return None
        except Exception as error:
            log.error("notice.failed", notification_id=due.id, kind=due.kind, error=type(error).__name__)
            await self._bury(due, f"wording: {type(error).__name__}")
            return None
        if screen is None:
            await self._db.write(outbox.drop, due.id, self.owner, now=self._clock.now())
        return screen

    async def _word(self, due: Due) -> Screen | None:
        notice = self._voice.notices[due.kind]
        t = self._voice.texts.translator(due.language)
        screen = await notice.render(NoticeContext(self._db, t, due, self._clock.now(), self._voice.content))
        if screen is None:
            return None
        if due.lateness > SAID_TO_BE_LATE_AFTER:
            screen = screen.under(t("notice-late"))
        return screen.under(t("notice-repeat")) if due.is_repeat else screen

    async def _settle_failure(self, due: Due, error: Exception) -> None:
        now = self._clock.now()
        log.warning("delivery.refused", notification_id=due.id, kind=due.kind, error=type(error).__name__)
        if (pause := flood_pause(error)) is not None:
            self._gate.close_for(pause)
            await self._postpone(due, timedelta(seconds=pause), burn=False, error="flood")
        elif isinstance(error, TelegramMigrateToChat):
            await self._db.write(recovery.chat_moved, due, self.owner, error.migrate_to_chat_id, now=now)
        elif isinstance(error, TelegramForbiddenError):
            await self._db.write(recovery.reader_blocked, due, self.owner, str(error.message), now=now)
        elif isinstance(error, TelegramUnauthorizedError):
            self._halted = True
            await self._db.write(recovery.token_revoked, due, self.owner, now=now)
            log.critical("delivery.halted", reason="unauthorized")
        elif isinstance(error, TelegramBadRequest | TelegramEntityTooLarge):
            await self._bury(due, str(error.message))
        elif was_refused(error):
            await self._postpone(due, REFUSED_PAUSE, burn=False, error="refused")
        elif isinstance(error, TelegramServerError):
            await self._server_error(due, error)
        elif isinstance(error, TelegramAPIError) and not isinstance(error, TelegramNetworkError):
            await self._bury(due, str(error.message))
        else:
            await self._doubt(due, error)

    async def _server_error(self, due: Due, error: TelegramServerError) -> None:
        if due.attempts >= outbox.ATTEMPTS_MAXIMUM:
            await self._bury(due, str(error.message))
        elif self._resends(due):
            await self._postpone(due, outbox.backoff(due.attempts), burn=True, error="server error")
        else:
            await self._doubt(due, error)

    async def _doubt(self, due: Due, error: Exception) -> None:
        resend = self._resends(due) and due.attempts < outbox.ATTEMPTS_MAXIMUM
        name = type(error.__cause__ or error).__name__
        await self._db.write(outbox.doubt, due.id, self.owner, name, resend=resend, now=self._clock.now())

    def _resends(self, due: Due) -> bool:
        return due.kind in self._voice.resend_kinds

    async def _postpone(self, due: Due, pause: timedelta, *, burn: bool, error: str) -> None:
        until = self._clock.now() + pause
        if not burn and error == "flood":
            await self._db.write(recovery.flooded, due, self.owner, until)
            return
        await self._db.write(outbox.postpone, due.id, self.owner, until, burn_attempt=burn, error=error)

    async def _bury(self, due: Due, reason: str) -> None:
        await self._db.write(recovery.buried, due, self.owner, reason, self._admin_ids, now=self._clock.now())
