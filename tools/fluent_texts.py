"""Reads the Fluent files of one language into plain facts: which texts there are, where, and what they need.

Knows nothing of code and of other languages: comparing is the business of tools/check_texts.py.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Set
from dataclasses import dataclass, field
from pathlib import Path

from fluent.syntax import FluentParser, ast
from fluent.syntax.visitor import Visitor

DECLARATION = re.compile(r"^\s*#{1,3}\s*keys:\s*(?P<patterns>.+)$")


@dataclass(frozen=True, order=True)
class Place:
    """A line of a file, as an editor opens it."""

    path: str
    line: int

    def __str__(self) -> str:
        return f"{self.path}:{self.line}"


@dataclass(frozen=True, order=True)
class Problem:
    """What is wrong, and where."""

    place: Place
    message: str

    def __str__(self) -> str:
        return f"{self.place}: {self.message}"


@dataclass(frozen=True)
class Text:
    """A message (`key`), an attribute of one (`key.attribute`) or a term (`-term`), with what it asks for."""

    name: str
    place: Place
    variables: frozenset[str]
    references: frozenset[str]

    @property
    def key(self) -> str:
        """The message this text belongs to."""
        return self.name.partition(".")[0]

    @property
    def is_term(self) -> bool:
        """Terms are for other texts of the same language; code cannot ask for them."""
        return self.name.startswith("-")


@dataclass
class Language:
    """All texts of one folder, and what was wrong on the way."""

    code: str
    texts: dict[str, Text] = field(default_factory=dict)
    problems: list[Problem] = field(default_factory=list)
    declared: list[tuple[str, Place]] = field(default_factory=list)

    def variables(self, name: str, seen: Set[str] = frozenset()) -> frozenset[str]:
        """Return what a text and the messages it quotes ask for; terms take nothing from outside."""
        text = self.texts.get(name)
        if text is None or name in seen:
            return frozenset()
        quoted = [
            self.variables(reference, {*seen, name})
            for reference in text.references
            if not reference.startswith("-")
        ]
        return text.variables.union(*quoted)

    def add(self, text: Text) -> None:
        """Take a text in; one of the same name before it is a problem of the later."""
        if earlier := self.texts.get(text.name):
            self.problems.append(Problem(text.place, f"“{text.name}” stands at {earlier.place} already"))
        else:
            self.texts[text.name] = text


class _Needs(Visitor):
    """Gathers the variables and references of a pattern."""

    def __init__(self) -> None:
        self.variables: set[str] = set()
        self.references: set[str] = set()

    def visit_VariableReference(self, node: ast.VariableReference) -> None:  # noqa: N802 — the parser's own naming
        self.variables.add(node.id.name)

    def visit_MessageReference(self, node: ast.MessageReference) -> None:  # noqa: N802
        self.references.add(f"{node.id.name}.{node.attribute.name}" if node.attribute else node.id.name)

    def visit_TermReference(self, node: ast.TermReference) -> None:  # noqa: N802
        self.references.add(f"-{node.id.name}")
        self.generic_visit(node)


def declared_patterns(source: str, path: str) -> Iterator[tuple[str, Place]]:
    """Yield the patterns of comments like `# keys: alert-*, notice-*`: keys put together at run time."""
    for number, line in enumerate(source.splitlines(), start=1):
        if declaration := DECLARATION.match(line):
            for pattern in re.split(r"[,\s]+", declaration["patterns"].strip()):
                yield pattern, Place(path, number)


def read_language(folder: Path, root: Path) -> Language:
    """Read every .ftl file of a folder, subfolders too. Paths in the answer are relative to the root."""
    language = Language(folder.name)
    for path in sorted(folder.rglob("*.ftl")):
        _read_file(language, path.read_text(encoding="utf-8"), path.relative_to(root).as_posix())
    for text in language.texts.values():
        missing = sorted(text.references - language.texts.keys())
        language.problems += [
            Problem(text.place, f"“{text.name}” quotes “{name}”, which is missing") for name in missing
        ]
    return language


def _read_file(language: Language, source: str, path: str) -> None:
    language.declared += declared_patterns(source, path)
    for entry in FluentParser().parse(source).body:
        if isinstance(entry, ast.Junk):
            language.problems.append(_syntax_error(entry, source, path))
        elif isinstance(entry, ast.Message | ast.Term):
            for text in _texts(entry, source, path):
                language.add(text)


def _texts(entry: ast.Message | ast.Term, source: str, path: str) -> Iterator[Text]:
    name = f"-{entry.id.name}" if isinstance(entry, ast.Term) else entry.id.name
    if entry.value is not None:
        yield _text(name, entry, entry.value, source, path)
    for attribute in entry.attributes:
        yield _text(f"{name}.{attribute.id.name}", attribute, attribute.value, source, path)


def _text(name: str, node: ast.SyntaxNode, pattern: ast.Pattern, source: str, path: str) -> Text:
    needs = _Needs()
    needs.visit(pattern)
    place = Place(path, _line(node, source))
    return Text(name, place, frozenset(needs.variables), frozenset(needs.references))


def _syntax_error(junk: ast.Junk, source: str, path: str) -> Problem:
    annotation = junk.annotations[0] if junk.annotations else None
    message = annotation.message if annotation else "not Fluent"
    return Problem(Place(path, _line(annotation or junk, source)), f"syntax error: {message}")


def _line(node: ast.SyntaxNode, source: str) -> int:
    # A message's own span begins with the comment above it; the identifier is where the eye should land.
    span = node.id.span if isinstance(node, ast.Message | ast.Term) else node.span
    return source.count("\n", 0, span.start) + 1 if span else 1
