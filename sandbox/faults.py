"""Faults to order: what a Telegram that misbehaves answers, or fails to answer.

Knows kinds of failure and which call they are meant for; how a front lets one happen is its own business.
"""

from dataclasses import dataclass
from typing import Literal, get_args

from sandbox.errors import ApiError, bad_request, forbidden, too_many_requests, unauthorized

FaultKind = Literal[
    "retry_after",  # 429 with parameters.retry_after
    "flood_plain",  # 429 without parameters
    "server_error",  # JSON 500
    "html_502",  # a proxy's page instead of JSON
    "hang",  # no answer for `seconds`
    "drop",  # the connection is closed without an answer
    "truncated",  # the answer is cut off in the middle of its body
    "refused",  # no connection at all (over HTTP: use SandboxServer.refuse; here it closes without effect)
    "unauthorized",
    "bad_request",
    "forbidden",
]

HTML_502 = "<html>\r\n<head><title>502 Bad Gateway</title></head>\r\n<body>Bad Gateway</body>\r\n</html>\r\n"


@dataclass
class Fault:
    """``effect`` says, for ``hang`` and ``drop``, whether the method was carried out before the silence."""

    kind: FaultKind
    method: str = "*"
    times: int | None = 1
    chat_id: int | None = None
    after: int = 0
    effect: bool = True
    seconds: float = 60.0
    retry_after: int = 1
    description: str | None = None
    taken: int = 0

    def matches(self, method: str, chat_id: object) -> bool:
        """``*`` is every method but ``getUpdates``: a poller would use the fault up before anybody else."""
        named = (
            method.lower() != "getupdates" if self.method == "*" else self.method.lower() == method.lower()
        )
        return named and (self.chat_id is None or self.chat_id == chat_id)

    @property
    def is_spent(self) -> bool:
        return self.times is not None and self.taken >= self.times

    @property
    def takes_effect(self) -> bool:
        """Whether the method is carried out although its caller never hears of it."""
        return self.kind == "truncated" or (self.kind in ("hang", "drop") and self.effect)

    @property
    def is_transport(self) -> bool:
        return self.kind in ("hang", "drop", "truncated", "refused")

    def as_error(self) -> ApiError:
        """The Bot API's answer, for the kinds that have one."""
        match self.kind:
            case "retry_after":
                return too_many_requests(self.retry_after)
            case "flood_plain":
                return ApiError(429, self.description or "Too Many Requests")
            case "unauthorized":
                return unauthorized()
            case "bad_request":
                return bad_request(self.description or "something is wrong with the request")
            case "forbidden":
                return forbidden(self.description or "bot was blocked by the user")
            case "html_502":
                return ApiError(502, "Bad Gateway")
            case _:
                return ApiError(500, self.description or "Internal Server Error")


class Faults:
    """The faults that are still to happen, in the order in which they were asked for."""

    def __init__(self) -> None:
        self.waiting: list[Fault] = []

    def add(  # noqa: PLR0913 - a fault is described in one line where a test orders it
        self,
        method: str = "*",
        kind: FaultKind = "server_error",
        times: int | None = 1,
        chat_id: int | None = None,
        after: int = 0,
        *,
        effect: bool = True,
        seconds: float = 60.0,
        retry_after: int = 1,
        description: str | None = None,
    ) -> Fault:
        """Let the next ``times`` matching calls fail (None: all), after letting ``after`` of them through."""
        if kind not in get_args(FaultKind):
            raise ValueError(f"unknown kind of fault: {kind}")
        fault = Fault(kind, method, times, chat_id, after, effect, seconds, retry_after, description)
        self.waiting.append(fault)
        return fault

    def take(self, method: str, chat_id: object) -> Fault | None:
        """The fault that this call meets, if any."""
        for fault in self.waiting:
            if not fault.matches(method, chat_id):
                continue
            if fault.after > 0:
                fault.after -= 1
                continue
            fault.taken += 1
            if fault.is_spent:
                self.waiting.remove(fault)
            return fault
        return None

    def clear(self) -> None:
        self.waiting.clear()
