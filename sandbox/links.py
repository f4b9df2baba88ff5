"""Which links Telegram accepts in buttons and texts, and how it refuses. Knows nothing of keyboards."""

import re

from sandbox.errors import ApiError, bad_request

START_PAYLOAD = re.compile(r"[A-Za-z0-9_-]{1,64}")
OWN_SCHEMES = re.compile(r"(tg|ton|tonsite):(?://)?([A-Za-z0-9_.-]+)(.*)", re.IGNORECASE | re.DOTALL)
HTTP = re.compile(
    r"(?:(https?)://)?(?:[^/?#@\s]*@)?(\[[0-9a-fA-F:.]+\]|[^/?#:@\s]*)(?::(\d{1,5}))?([/?#].*)?",
    re.IGNORECASE,
)
OTHER_SCHEME = re.compile(r"(?!https?:)[A-Za-z][A-Za-z0-9+.-]*://", re.IGNORECASE)
USER_LINK = re.compile(r"tg://user\?id=(\d{1,15})", re.IGNORECASE)
DEEP_LINK = re.compile(
    r"(?:https?://)?t\.me/([A-Za-z]\w{2,31})/?(?:\?start(?:=([^&#]*))?)?|tg://resolve\?domain=(\w+)(?:&start=([^&#]*))?"
)


def mentioned_user_id(url: str) -> int | None:
    found = USER_LINK.fullmatch(url.strip())
    return int(found[1]) if found else None


def problem_with(url: str, *, https_only: bool = False) -> str | None:
    """Why Telegram refuses this link, in its words; None when it does not."""
    own = OWN_SCHEMES.fullmatch(url)
    if own:
        return "Only HTTPS links are allowed" if https_only else None
    if OTHER_SCHEME.match(url):
        return "Unsupported URL protocol"
    found = HTTP.fullmatch(url)
    if found is None:
        return "Wrong HTTP URL"
    scheme, host = (found[1] or "http").lower(), found[2]
    if not host:
        return "URL host is empty"
    if https_only and scheme != "https":
        return "Only HTTPS links are allowed"
    if "." not in host and not host.startswith("["):
        return "Wrong HTTP URL"
    return None


def checked_url(url: str) -> str | None:
    """The link as Telegram keeps it, or None where it would drop it."""
    stripped = url.strip()
    if not stripped or problem_with(stripped):
        return None
    if OWN_SCHEMES.fullmatch(stripped) or "://" in stripped:
        return stripped
    return f"http://{stripped}"


def refused_url(what: str, url: str, problem: str) -> ApiError:
    return bad_request(f"{what} URL '{url}' is invalid: {problem}")


def parse_deep_link(url: str) -> tuple[str, str] | None:
    """The bot's username and the payload of a ``t.me`` link."""
    found = DEEP_LINK.fullmatch(url.strip())
    if found is None:
        return None
    return (found[1] or found[3], found[2] or found[4] or "")
