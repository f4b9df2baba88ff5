"""Bringing a file that somebody sent: never more of it than is allowed, and nothing of it on the disk."""

from __future__ import annotations

from io import BytesIO

from aiogram import Bot

from services.plans.refusals import PlanFileTooLarge

MEGABYTE = 1024 * 1024
LIMIT_MEGABYTES = 5
LIMIT = LIMIT_MEGABYTES * MEGABYTE


class _Bounded(BytesIO):
    """Takes no more than the limit, whatever Telegram said about the size."""

    def write(self, data: bytes) -> int:  # type: ignore[override]
        if self.tell() + len(data) > LIMIT:
            raise _too_large(self.tell() + len(data))
        return super().write(data)


def refuse_large(size: int | None) -> None:
    """Raises PlanFileTooLarge for what need not be brought at all."""
    if size is not None and size > LIMIT:
        raise _too_large(size)


def _too_large(size: int) -> PlanFileTooLarge:
    return PlanFileTooLarge(limit=LIMIT_MEGABYTES, size=-(-size // MEGABYTE))


async def bring(bot: Bot, file_id: str) -> bytes:
    """The contents of a file. Raises PlanFileTooLarge."""
    known = await bot.get_file(file_id)
    refuse_large(known.file_size)
    if known.file_path is None:
        raise RuntimeError("Telegram does not say where the file is")
    buffer = _Bounded()
    await bot.download_file(known.file_path, destination=buffer)
    return buffer.getvalue()
