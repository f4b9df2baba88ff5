"""Logs hold ids and words of ours, never texts or names."""

from __future__ import annotations

import logging
import sys

import structlog


def configure(*, as_json: bool | None = None, level: int = logging.INFO) -> None:
    """JSON lines for machines, readable lines at a terminal."""
    machine = not sys.stderr.isatty() if as_json is None else as_json
    renderer = (
        structlog.processors.JSONRenderer(ensure_ascii=False) if machine else structlog.dev.ConsoleRenderer()
    )
    structlog.configure(
        processors=[
            structlog.contextvars.merge_contextvars,
            structlog.processors.add_log_level,
            structlog.processors.TimeStamper(fmt="iso", utc=True),
            renderer,
        ],
        wrapper_class=structlog.make_filtering_bound_logger(level),
        # Looked up with every line: whoever redirects the stream may close it later.
        logger_factory=lambda *_: structlog.PrintLogger(sys.stderr),
        cache_logger_on_first_use=False,
    )
    # Libraries: warnings only. aiogram and aiohttp would print addresses that hold the token.
    logging.basicConfig(level=logging.WARNING, format="%(levelname)s %(name)s %(message)s")
    for name in ("aiogram", "aiohttp", "apscheduler", "sqlalchemy"):
        logging.getLogger(name).setLevel(logging.ERROR)
