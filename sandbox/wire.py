"""Between the wire and aiogram's method models: parameters in, JSON out.

Knows how the Bot API takes parameters: text, JSON inside text, file parts; not what a method does.
"""

import json
import types
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cache
from typing import Annotated, Any, Union, get_args, get_origin

import aiogram.methods
from aiogram.client.default import Default
from aiogram.methods import TelegramMethod
from aiogram.types import InputFile
from pydantic import BaseModel, ValidationError

from sandbox.errors import ApiError, bad_request, not_found
from sandbox.events import to_plain
from sandbox.faults import HTML_502, Fault
from sandbox.files import Uploads
from sandbox.keyboards import parse_markup

METHODS: dict[str, type[TelegramMethod[Any]]] = {
    method.__api_method__.lower(): method
    for method in vars(aiogram.methods).values()
    if isinstance(method, type) and issubclass(method, TelegramMethod) and method is not TelegramMethod
}
TRUE_WORDS = {"true", "yes", "1"}


@dataclass(frozen=True)
class Reply:
    """An answer as a front sends it. ``fault`` is set where the answer must not arrive as it is."""

    status: int
    text: str
    fault: Fault | None = None
    content_type: str = field(default="application/json")


def reply_ok(result: Any) -> Reply:
    return Reply(200, json.dumps({"ok": True, "result": to_plain(result)}, ensure_ascii=False))


def reply_error(error: ApiError) -> Reply:
    return Reply(error.code, json.dumps(error.as_json(), ensure_ascii=False))


def reply_fault(fault: Fault) -> Reply:
    if fault.kind == "html_502":
        return Reply(502, HTML_502, content_type="text/html")
    return reply_error(fault.as_error())


def method_named(name: str) -> type[TelegramMethod[Any]]:
    method = METHODS.get(name.lower())
    if method is None:
        raise not_found("method not found")
    return method


def build_method(
    method: type[TelegramMethod[Any]], params: Mapping[str, Any], uploads: Uploads
) -> TelegramMethod[Any]:
    """The method model of a request; what Telegram would read as absent is absent."""
    values: dict[str, Any] = {}
    for name, shape in shapes(method).items():
        given = f"attach://{name}" if name not in params and name in uploads else params.get(name)
        if given is None or given == "":
            given = shape.when_absent
        if given is not None:
            values[name] = shape.read(name, given)
    try:
        return method.model_validate(values)
    except ValidationError as error:
        raise _refused(error) from None


def _refused(error: ValidationError) -> ApiError:
    first = error.errors()[0]
    path = [str(part) for part in first["loc"] if isinstance(part, str) and part.isidentifier()]
    return bad_request(f"can't parse {path[0] if path else 'request'}: {first['msg']}")


@dataclass(frozen=True)
class Shape:
    """How one parameter of a method is read."""

    is_json: bool
    is_number: bool
    is_bool: bool
    when_absent: Any

    def read(self, name: str, given: Any) -> Any:
        if name == "reply_markup":
            return parse_markup(given)
        if not isinstance(given, str):
            return given
        if self.is_json:
            return self._decode(name, given)
        if self.is_number and given.lstrip("-").isdigit():
            return int(given)
        if self.is_bool:
            return given.lower() in TRUE_WORDS
        return given

    @staticmethod
    def _decode(name: str, given: str) -> Any:
        try:
            return json.loads(given)
        except (ValueError, RecursionError):
            raise bad_request(f"can't parse {name} JSON object") from None


@cache
def shapes(method: type[TelegramMethod[Any]]) -> dict[str, Shape]:
    found = {}
    for name, info in method.model_fields.items():
        kinds = set(_leaves(info.annotation))
        models = any(issubclass(kind, BaseModel | list | dict) for kind in kinds)
        is_bool = bool in kinds and str not in kinds
        absent = _empty(kinds) if info.is_required() else None
        found[name] = Shape(models, int in kinds, is_bool, absent)
    return found


def _empty(kinds: set[type]) -> Any:
    """Telegram does not tell a missing parameter from an empty one; the method itself complains."""
    if str in kinds:
        return ""
    if int in kinds:
        return 0
    return [] if list in kinds else None


def _leaves(annotation: Any) -> list[type]:
    origin = get_origin(annotation)
    if origin is Annotated:
        return _leaves(get_args(annotation)[0])
    if origin in (Union, types.UnionType):
        return [leaf for part in get_args(annotation) for leaf in _leaves(part)]
    if origin in (list, dict):
        return [origin]
    if not isinstance(annotation, type) or issubclass(annotation, Default | InputFile | types.NoneType):
        return []
    return [annotation]


def payload_of(method: TelegramMethod[Any]) -> dict[str, Any]:
    """What a call said, for the record."""
    plain: dict[str, Any] = to_plain(method)
    return plain
