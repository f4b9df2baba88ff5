"""XML from outside, read with care: no entities, no network, no document types, no bottomless nesting.

Knows nothing of what the elements mean. Names of elements are compared without their namespace, because
Office writes the same names in two of them.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from lxml import etree

from services.plans.containers import MEGABYTE, UNPACKED_LIMIT
from services.plans.refusals import PlanFileBomb, PlanFileDamaged

_MARKS_LIMIT = 3_000_000
"""Tags and attributes. Each costs a hundred bytes of memory, however few it takes in the file."""

Element = Any
"""An element of lxml; its own type is private to that library."""


def name_of(element: Element) -> str:
    """The name of an element without its namespace; empty for comments and the like."""
    tag = element.tag
    return tag.rpartition("}")[2] if isinstance(tag, str) else ""


def attribute(element: Element, name: str) -> str | None:
    """An attribute by its name, in whatever namespace."""
    value = element.get(name)
    if value is not None:
        return str(value)
    return next((str(value) for key, value in element.items() if key.endswith("}" + name)), None)


def number(text: str | None, default: int, *, most: int) -> int:
    """A whole number that somebody wrote into a file, within bounds."""
    if text is None or not text.isascii() or not text.isdigit() or len(text) > 9:
        return default
    return min(int(text), most)


def parse(xml: bytes, extension: str) -> Element:
    """The root of a part. Raises PlanFileDamaged, PlanFileBomb."""
    if xml.count(b"<") + xml.count(b'="') + xml.count(b"='") > _MARKS_LIMIT:
        raise PlanFileBomb(limit=UNPACKED_LIMIT // MEGABYTE)
    parser = etree.XMLParser(
        resolve_entities=False,
        no_network=True,
        load_dtd=False,
        huge_tree=False,
        remove_comments=True,
        remove_pis=True,
    )
    try:
        root = etree.fromstring(xml, parser=parser)
    except (etree.LxmlError, ValueError, LookupError):
        raise PlanFileDamaged(extension=extension) from None
    if getattr(root.getroottree().docinfo, "doctype", ""):
        raise PlanFileDamaged(extension=extension)
    return root


def each(root: Element, *names: str) -> Iterator[Element]:
    """The elements with these names, in the order of the file, however deep they stand."""
    found: Iterator[Element] = root.iter(*(f"{{*}}{name}" for name in names))
    return found
