"""Settings from the environment or `.env`. A wrong or missing one stops the program with a sentence that
says which and why.
"""

from __future__ import annotations

import re
from pathlib import Path
from typing import Annotated, Any
from urllib.parse import urlsplit
from zoneinfo import ZoneInfo

from pydantic import Field, SecretStr, ValidationError, ValidationInfo, field_validator
from pydantic_settings import BaseSettings, NoDecode, SettingsConfigDict
from sqlalchemy.engine import make_url
from sqlalchemy.exc import ArgumentError

from services.names import NamesInChat

ROOT = Path(__file__).resolve().parent.parent
DEFAULT_DATABASE = "sqlite+aiosqlite:///data/bot.db"
ENV_FILE = ".env"
PROXY_SCHEMES = ("http", "socks4", "socks5")
REDIS_SCHEMES = ("redis", "rediss", "unix")
CALENDAR_PATH = "/calendar"


BOUNDS = {"webhook_port": (0, 65535), "outbox_lease_seconds": (1, 3600)}
TOKEN = re.compile(r"[0-9]+:[A-Za-z0-9_-]+")
SECRET = re.compile(r"[A-Za-z0-9_-]{16,256}")


def _between(name: str) -> Any:
    lowest, highest = BOUNDS[name]
    return Field(ge=lowest, le=highest)


class SettingsRefused(Exception):
    """The settings can't be used. `problems` are (setting, key of the text in operator.ftl, arguments)."""

    def __init__(self, problems: list[tuple[str, str, dict[str, str]]]) -> None:
        super().__init__(", ".join(name for name, _, _ in problems))
        self.problems = problems


class _Refusal(ValueError):
    """Raised by a validator: the key of the sentence to print."""

    def __init__(self, key: str, **arguments: str) -> None:
        super().__init__(key)
        self.key, self.arguments = key, arguments


class Settings(BaseSettings):
    """What the operator decides."""

    model_config = SettingsConfigDict(
        env_file=ENV_FILE,
        env_file_encoding="utf-8-sig",  # as Windows' own editor saves it
        extra="ignore",
        env_ignore_empty=True,
        validate_default=True,
    )

    bot_token: SecretStr | None = None
    bot_api_url: str | None = None
    proxy_url: SecretStr | None = None
    database_url: SecretStr = SecretStr(DEFAULT_DATABASE)
    redis_url: SecretStr | None = None
    webhook_url: str | None = None
    webhook_secret: SecretStr | None = None
    webhook_host: str = "127.0.0.1"
    webhook_port: Annotated[int, _between("webhook_port")] = 8080
    timezone: str = "Europe/Moscow"
    names_in_chat: NamesInChat = NamesInChat.PATRONYMIC
    admin_ids: Annotated[tuple[int, ...], NoDecode] = ()
    outbox_lease_seconds: Annotated[int, _between("outbox_lease_seconds")] = 60

    @property
    def calendar_address(self) -> str | None:
        """Under which address outside the calendars of people are read; None without a web part."""
        if self.webhook_url is None:
            return None
        parts = urlsplit(self.webhook_url)
        return f"{parts.scheme}://{parts.netloc}{CALENDAR_PATH}"

    @field_validator("admin_ids", mode="before")
    @classmethod
    def _split_ids(cls, value: Any) -> Any:
        if not isinstance(value, str):
            return value
        parts = [part.strip() for part in value.split(",") if part.strip()]
        if not all(part.isascii() and part.isdigit() and len(part) <= 18 for part in parts):
            raise _Refusal("operator-admin-ids-wrong")
        return tuple(int(part) for part in parts)

    @field_validator("bot_token")
    @classmethod
    def _looks_like_a_token(cls, value: SecretStr | None) -> SecretStr | None:
        if value is None:
            return None
        if not TOKEN.fullmatch(value.get_secret_value()):
            raise _Refusal("operator-bot-token-wrong")
        return value

    @field_validator("bot_api_url", "webhook_url")
    @classmethod
    def _is_an_address(cls, value: str | None) -> str | None:
        if value is None:
            return None
        if not _is_address(value, ("http", "https")):
            raise _Refusal("operator-address-wrong", value=value)
        return value.rstrip("/")

    @field_validator("proxy_url")
    @classmethod
    def _is_a_proxy(cls, value: SecretStr | None) -> SecretStr | None:
        if value is not None and not _is_address(value.get_secret_value(), PROXY_SCHEMES, port_needed=True):
            raise _Refusal("operator-proxy-url-wrong")
        return value

    @field_validator("redis_url")
    @classmethod
    def _is_a_redis(cls, value: SecretStr | None) -> SecretStr | None:
        address = value.get_secret_value() if value else ""
        # A socket of this machine has a path and no host.
        if value is not None and not (address.startswith("unix:///") or _is_address(address, REDIS_SCHEMES)):
            raise _Refusal("operator-redis-url-wrong")
        return value

    @field_validator("timezone")
    @classmethod
    def _zone_exists(cls, value: str) -> str:
        try:
            ZoneInfo(value)
        except (KeyError, ValueError, OSError) as error:
            raise _Refusal("operator-timezone-wrong", value=value) from error
        return value

    @field_validator("database_url")
    @classmethod
    def _database_is_known(cls, value: SecretStr) -> SecretStr:
        try:
            url = make_url(value.get_secret_value())
        except (ArgumentError, ValueError) as error:
            raise _Refusal("operator-database-url-wrong") from error
        is_file = url.get_backend_name() == "sqlite" and url.database not in (None, "", ":memory:")
        if not (is_file or url.get_backend_name() == "postgresql"):
            raise _Refusal("operator-database-url-wrong")
        return value

    @field_validator("webhook_secret")
    @classmethod
    def _webhook_has_a_secret(cls, value: SecretStr | None, info: ValidationInfo) -> SecretStr | None:
        secret = value.get_secret_value() if value else ""
        if info.data.get("webhook_url") is not None and not SECRET.fullmatch(secret):
            raise _Refusal("operator-webhook-secret-missing")
        return value


def _is_address(value: str, schemes: tuple[str, ...], *, port_needed: bool = False) -> bool:
    try:
        parts = urlsplit(value)
        return parts.scheme in schemes and bool(parts.hostname) and not (port_needed and not parts.port)
    except ValueError:
        return False


def load(**overrides: Any) -> Settings:
    """Read the settings. Raises SettingsRefused with everything that is wrong at once."""
    try:
        return Settings(**overrides)
    except ValidationError as error:
        raise SettingsRefused([_problem(dict(one)) for one in error.errors()]) from None
    except UnicodeDecodeError:
        raise SettingsRefused([(ENV_FILE, "operator-env-not-utf8", {})]) from None


def _problem(error: dict[str, Any]) -> tuple[str, str, dict[str, str]]:
    field = str(error["loc"][0])
    cause = error.get("ctx", {}).get("error")
    if isinstance(cause, _Refusal):
        return field.upper(), cause.key, cause.arguments
    if field in BOUNDS:
        lowest, highest = BOUNDS[field]
        return field.upper(), "operator-number-wrong", {"minimum": str(lowest), "maximum": str(highest)}
    if field == "names_in_chat":
        return field.upper(), "operator-names-wrong", {"values": ", ".join(NamesInChat)}
    return field.upper(), "operator-setting-wrong", {"reason": str(error["msg"])}
