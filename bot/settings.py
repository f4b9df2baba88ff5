"""Settings from the environment or `.env`. A wrong or missing one stops the program with a sentence that
says which and why.
"""

from __future__ import annotations

from pathlib import Path
from typing import Annotated, Any
from urllib.parse import urlsplit
from zoneinfo import ZoneInfo

from pydantic import Field, SecretStr, ValidationError, field_validator, model_validator
from pydantic_settings import BaseSettings, NoDecode, SettingsConfigDict
from sqlalchemy.engine import make_url
from sqlalchemy.exc import ArgumentError

from services.names import NamesInChat

ROOT = Path(__file__).resolve().parent.parent
DEFAULT_DATABASE = "sqlite+aiosqlite:///data/bot.db"


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
    """What the operator decides (product §7)."""

    model_config = SettingsConfigDict(
        env_file=".env", env_file_encoding="utf-8", extra="ignore", env_ignore_empty=True
    )

    bot_token: SecretStr | None = None
    bot_api_url: str | None = None
    proxy_url: SecretStr | None = None
    database_url: SecretStr = SecretStr(DEFAULT_DATABASE)
    redis_url: SecretStr | None = None
    webhook_url: str | None = None
    webhook_secret: SecretStr | None = None
    webhook_host: str = "127.0.0.1"
    webhook_port: Annotated[int, Field(ge=0, le=65535)] = 8080
    timezone: str = "Europe/Moscow"
    names_in_chat: NamesInChat = NamesInChat.PATRONYMIC
    admin_ids: Annotated[tuple[int, ...], NoDecode] = ()
    outbox_lease_seconds: Annotated[int, Field(ge=1, le=3600)] = 60

    @field_validator("admin_ids", mode="before")
    @classmethod
    def _split_ids(cls, value: Any) -> Any:
        if not isinstance(value, str):
            return value
        parts = [part.strip() for part in value.split(",") if part.strip()]
        if not all(part.isdigit() and len(part) <= 19 for part in parts):
            raise _Refusal("operator-admin-ids-wrong")
        return tuple(int(part) for part in parts)

    @field_validator("bot_token")
    @classmethod
    def _looks_like_a_token(cls, value: SecretStr | None) -> SecretStr | None:
        if value is None:
            return None
        number, _, secret = value.get_secret_value().partition(":")
        if not (number.isdigit() and secret):
            raise _Refusal("operator-bot-token-wrong")
        return value

    @field_validator("bot_api_url", "webhook_url")
    @classmethod
    def _is_an_address(cls, value: str | None) -> str | None:
        if value is None:
            return None
        parts = urlsplit(value)
        if parts.scheme not in ("http", "https") or not parts.netloc:
            raise _Refusal("operator-address-wrong", value=value)
        return value.rstrip("/")

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
            backend = make_url(value.get_secret_value()).get_backend_name()
        except ArgumentError as error:
            raise _Refusal("operator-database-url-wrong") from error
        if backend not in ("sqlite", "postgresql"):
            raise _Refusal("operator-database-url-wrong")
        return value

    @model_validator(mode="after")
    def _webhook_has_a_secret(self) -> Settings:
        if self.webhook_url is not None and not self._secret_is_good():
            raise _Refusal("operator-webhook-secret-missing")
        return self

    def _secret_is_good(self) -> bool:
        secret = self.webhook_secret.get_secret_value() if self.webhook_secret else ""
        allowed = all(sign.isascii() and (sign.isalnum() or sign in "_-") for sign in secret)
        return 16 <= len(secret) <= 256 and allowed


def load(**overrides: Any) -> Settings:
    """Read the settings. Raises SettingsRefused with everything that is wrong at once."""
    try:
        return Settings(**overrides)
    except ValidationError as error:
        raise SettingsRefused([_problem(dict(one)) for one in error.errors()]) from None


def _problem(error: dict[str, Any]) -> tuple[str, str, dict[str, str]]:
    name = str(error["loc"][0]).upper() if error["loc"] else "WEBHOOK_SECRET"
    cause = error.get("ctx", {}).get("error")
    if isinstance(cause, _Refusal):
        return name, cause.key, cause.arguments
    return name, "operator-setting-wrong", {"reason": str(error["msg"])}
