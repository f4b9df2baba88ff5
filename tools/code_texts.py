"""Reads Python files for what concerns texts: keys asked for, arguments given, and text left in code.

Works on the syntax tree and never imports what it reads.
"""

from __future__ import annotations

import ast
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

from tools.fluent_texts import Place, declared_patterns

CYRILLIC = re.compile(r"[\u0400-\u04FF]")
ALLOWED = re.compile(r"#\s*text-check:\s*allow\b")


@dataclass(frozen=True)
class Call:
    """A call that names a text or an error; `arguments` is None where `**` hides what is given."""

    name: str
    arguments: frozenset[str] | None
    place: Place


@dataclass
class CodeFacts:
    """What the files said, all together."""

    strings: set[str] = field(default_factory=set)
    translations: list[Call] = field(default_factory=list)
    calls: list[Call] = field(default_factory=list)
    cyrillic: list[tuple[Place, str]] = field(default_factory=list)
    declared: list[tuple[str, Place]] = field(default_factory=list)


def read_code(folders: Iterable[Path], root: Path) -> CodeFacts:
    """Read every .py file under the folders; paths in the answer are relative to the root."""
    facts = CodeFacts()
    for folder in folders:
        for path in sorted(folder.rglob("*.py")):
            _read_file(facts, path.read_text(encoding="utf-8"), path.relative_to(root).as_posix())
    return facts


def _read_file(facts: CodeFacts, source: str, path: str) -> None:
    tree = ast.parse(source, filename=path)
    lines = source.splitlines()
    remarks = _remarks(tree)
    facts.declared += declared_patterns(source, path)
    for node in ast.walk(tree):
        if isinstance(node, ast.Call):
            _note_call(facts, node, path)
        elif isinstance(node, ast.Constant) and isinstance(node.value, str) and node not in remarks:
            facts.strings.add(node.value)
            if CYRILLIC.search(node.value) and not _is_allowed(node, lines):
                facts.cyrillic.append((Place(path, node.lineno), node.value))


def _remarks(tree: ast.AST) -> set[ast.expr]:
    """Return the strings that stand as statements of their own: docstrings and the like."""
    return {node.value for node in ast.walk(tree) if isinstance(node, ast.Expr)}


def _is_allowed(node: ast.Constant, lines: list[str]) -> bool:
    covered = lines[node.lineno - 1 : node.end_lineno or node.lineno]
    return any(ALLOWED.search(line) for line in covered)


def _note_call(facts: CodeFacts, node: ast.Call, path: str) -> None:
    name = _called_name(node.func)
    if name is None:
        return
    place, arguments = Place(path, node.lineno), _keywords(node)
    facts.calls.append(Call(name, arguments, place))
    if name == "t" and node.args:
        facts.translations += [Call(key, arguments, place) for key in _literal_keys(node.args[0])]


def _called_name(function: ast.expr) -> str | None:
    if isinstance(function, ast.Name):
        return function.id
    return function.attr if isinstance(function, ast.Attribute) else None


def _keywords(node: ast.Call) -> frozenset[str] | None:
    names = [keyword.arg for keyword in node.keywords]
    return None if None in names else frozenset(name for name in names if name is not None)


def _literal_keys(argument: ast.expr) -> Iterator[str]:
    if isinstance(argument, ast.Constant) and isinstance(argument.value, str):
        yield argument.value
    elif isinstance(argument, ast.IfExp):
        yield from _literal_keys(argument.body)
        yield from _literal_keys(argument.orelse)
