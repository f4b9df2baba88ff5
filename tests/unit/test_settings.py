"""Settings: what is accepted, and the sentence for everything that is not."""

from __future__ import annotations

from pathlib import Path

import pytest

from bot.settings import ROOT, Settings, SettingsRefused, load
from handlers.common.translator import Texts
from services import content
from services.names import NamesInChat

TOKEN = "123456789:AAEexample_Token-1"
SECRET = "s3cret_of-sixteen"


@pytest.fixture(autouse=True)
def nothing_set(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Path:
    """No variable of this machine and no .env of this folder has a say."""
    for name in Settings.model_fields:
        monkeypatch.delenv(name.upper(), raising=False)
    monkeypatch.chdir(tmp_path)
    return tmp_path


def refused(monkeypatch: pytest.MonkeyPatch, **values: str) -> dict[str, str]:
    """The complaints about these variables: setting → key of the sentence."""
    for name, value in values.items():
        monkeypatch.setenv(name, value)
    with pytest.raises(SettingsRefused) as caught:
        load()
    return {name: key for name, key, _ in caught.value.problems}


def test_nothing_set_is_enough_for_the_sandbox() -> None:
    settings = load()
    assert settings.bot_token is None
    assert settings.names_in_chat == NamesInChat.PATRONYMIC
    assert settings.database_url.get_secret_value() == "sqlite+aiosqlite:///data/bot.db"
    assert (settings.timezone, settings.admin_ids, settings.webhook_url) == ("Europe/Moscow", (), None)


def test_everything_set_is_taken_over(monkeypatch: pytest.MonkeyPatch) -> None:
    for name, value in {
        "BOT_TOKEN": TOKEN,
        "BOT_API_URL": "http://127.0.0.1:8081/",
        "PROXY_URL": "socks5://user:secret@proxy.example:1080",
        "DATABASE_URL": "postgresql+asyncpg://bot:secret@localhost/mentoring",
        "REDIS_URL": "redis://localhost:6379/0",
        "WEBHOOK_URL": "https://bot.example/telegram",
        "WEBHOOK_SECRET": SECRET,
        "WEBHOOK_PORT": "8443",
        "TIMEZONE": "Asia/Yekaterinburg",
        "NAMES_IN_CHAT": "code",
        "ADMIN_IDS": " 1, 22 ,,333 ",
        "OUTBOX_LEASE_SECONDS": "5",
    }.items():
        monkeypatch.setenv(name, value)
    settings = load()
    assert settings.bot_api_url == "http://127.0.0.1:8081"
    assert settings.admin_ids == (1, 22, 333)
    assert (settings.webhook_port, settings.outbox_lease_seconds) == (8443, 5)
    assert settings.names_in_chat == NamesInChat.CODE
    assert "user:secret" not in repr(settings)
    assert SECRET not in repr(settings)


def test_an_empty_variable_counts_as_not_set(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("BOT_TOKEN", "")
    monkeypatch.setenv("ADMIN_IDS", "")
    assert load().bot_token is None


@pytest.mark.parametrize("mark", ["", "\ufeff"])
def test_the_env_file_is_read_however_an_editor_saved_it(nothing_set: Path, mark: str) -> None:
    (nothing_set / ".env").write_text(f"{mark}BOT_TOKEN={TOKEN}\r\nADMIN_IDS=7\r\n", encoding="utf-8")
    settings = load()
    assert settings.bot_token is not None
    assert settings.bot_token.get_secret_value() == TOKEN
    assert settings.admin_ids == (7,)


def test_an_env_file_that_is_not_utf8_is_refused_in_words(nothing_set: Path) -> None:
    (nothing_set / ".env").write_bytes("# Настройки\nBOT_TOKEN=1:A\n".encode("cp1251"))
    with pytest.raises(SettingsRefused) as caught:
        load()
    assert caught.value.problems == [(".env", "operator-env-not-utf8", {})]


def test_the_environment_outweighs_the_env_file(nothing_set: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (nothing_set / ".env").write_text("TIMEZONE=Asia/Omsk\n", encoding="utf-8")
    monkeypatch.setenv("TIMEZONE", "Europe/Samara")
    assert load().timezone == "Europe/Samara"


@pytest.mark.parametrize(
    ("name", "value", "key"),
    [
        ("BOT_TOKEN", "123456789", "operator-bot-token-wrong"),
        ("BOT_TOKEN", "123456789:", "operator-bot-token-wrong"),
        ("BOT_TOKEN", ":AAE", "operator-bot-token-wrong"),
        ("BOT_TOKEN", "123456789:AAE with a space", "operator-bot-token-wrong"),
        ("BOT_TOKEN", "١٢٣:AAE", "operator-bot-token-wrong"),
        ("BOT_API_URL", "api.telegram.org", "operator-address-wrong"),
        ("BOT_API_URL", "ftp://api.telegram.org", "operator-address-wrong"),
        ("BOT_API_URL", "http://[", "operator-address-wrong"),
        ("PROXY_URL", "proxy.example:1080", "operator-proxy-url-wrong"),
        ("PROXY_URL", "https://proxy.example:1080", "operator-proxy-url-wrong"),
        ("PROXY_URL", "socks5://proxy.example", "operator-proxy-url-wrong"),
        ("PROXY_URL", "socks5://proxy.example:many", "operator-proxy-url-wrong"),
        ("DATABASE_URL", "bot.db", "operator-database-url-wrong"),
        ("DATABASE_URL", "mysql://localhost/bot", "operator-database-url-wrong"),
        ("DATABASE_URL", "sqlite+aiosqlite://", "operator-database-url-wrong"),
        ("DATABASE_URL", "sqlite+aiosqlite:///:memory:", "operator-database-url-wrong"),
        ("DATABASE_URL", "postgresql://localhost:port/bot", "operator-database-url-wrong"),
        ("REDIS_URL", "localhost:6379", "operator-redis-url-wrong"),
        ("REDIS_URL", "http://localhost:6379", "operator-redis-url-wrong"),
        ("TIMEZONE", "Москва", "operator-timezone-wrong"),
        ("TIMEZONE", "../etc/passwd", "operator-timezone-wrong"),
        ("ADMIN_IDS", "operator", "operator-admin-ids-wrong"),
        ("ADMIN_IDS", "1;2", "operator-admin-ids-wrong"),
        ("ADMIN_IDS", "²", "operator-admin-ids-wrong"),
        ("ADMIN_IDS", "9" * 19, "operator-admin-ids-wrong"),
        ("NAMES_IN_CHAT", "nickname", "operator-names-wrong"),
        ("WEBHOOK_PORT", "65536", "operator-number-wrong"),
        ("WEBHOOK_PORT", "web", "operator-number-wrong"),
        ("OUTBOX_LEASE_SECONDS", "0", "operator-number-wrong"),
    ],
)
def test_a_wrong_setting_is_refused_by_its_name(
    monkeypatch: pytest.MonkeyPatch, name: str, value: str, key: str
) -> None:
    assert refused(monkeypatch, **{name: value}) == {name: key}


@pytest.mark.parametrize(
    "secret", [None, "too-short", "with spaces in it 123", "сто-букв-по-русски", "a" * 257]
)
def test_a_webhook_without_a_good_secret_is_refused(
    monkeypatch: pytest.MonkeyPatch, secret: str | None
) -> None:
    values = {"WEBHOOK_URL": "https://bot.example/telegram"} | ({"WEBHOOK_SECRET": secret} if secret else {})
    assert refused(monkeypatch, **values) == {"WEBHOOK_SECRET": "operator-webhook-secret-missing"}


def test_a_secret_without_a_webhook_is_nobodys_business(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("WEBHOOK_SECRET", "short")
    assert load().webhook_url is None


def test_everything_wrong_is_named_at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    assert refused(
        monkeypatch,
        BOT_TOKEN="nonsense",
        WEBHOOK_URL="https://bot.example/telegram",
        TIMEZONE="Nowhere/Atall",
        ADMIN_IDS="me",
        OUTBOX_LEASE_SECONDS="4000",
    ) == {
        "BOT_TOKEN": "operator-bot-token-wrong",
        "WEBHOOK_SECRET": "operator-webhook-secret-missing",
        "TIMEZONE": "operator-timezone-wrong",
        "ADMIN_IDS": "operator-admin-ids-wrong",
        "OUTBOX_LEASE_SECONDS": "operator-number-wrong",
    }


def test_every_refusal_can_be_read_and_none_shows_a_secret(monkeypatch: pytest.MonkeyPatch) -> None:
    secrets = {
        "BOT_TOKEN": "hidden-token",
        "PROXY_URL": "https://user:hidden-proxy@proxy.example",
        "DATABASE_URL": "mysql://user:hidden-database@localhost/bot",
        "REDIS_URL": "http://:hidden-redis@localhost",
        "WEBHOOK_URL": "https://bot.example",
        "WEBHOOK_SECRET": "hidden secret",
        "NAMES_IN_CHAT": "x",
        "WEBHOOK_PORT": "x",
    }
    for name, value in secrets.items():
        monkeypatch.setenv(name, value)
    with pytest.raises(SettingsRefused) as caught:
        load()
    texts = Texts(ROOT / "locales", content.load(ROOT / "content"))
    for language in ("ru", "tt", "en"):
        t = texts.translator(language)
        said = [t.plain(key, **fields) for _, key, fields in caught.value.problems]
        assert len(said) == 7
        assert all(said)
        assert "hidden" not in " ".join(said)
    assert "hidden" not in str(caught.value)
