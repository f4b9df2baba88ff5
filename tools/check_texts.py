"""Are the texts complete? Compares locales/ with the code and the languages with each other.

Refused, with file and line, are: broken Fluent; a key that stands twice, is missing in a language, needs
other variables there, or is used by nobody; a `t("key", …)` whose key is unknown or whose arguments do not
suffice; a service error without a message; Cyrillic text in code.

Keys that code puts together at run time are declared at the head of a text or code file by `# keys: alert-*`;
a line that must hold Cyrillic letters says `# text-check: allow`.
"""

from __future__ import annotations

import argparse
import importlib
import pkgutil
import re
import sys
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from fnmatch import fnmatchcase
from pathlib import Path

import yaml

from tools.code_texts import Call, CodeFacts, read_code
from tools.fluent_texts import Language, Place, Problem, read_language

PROJECT = Path(__file__).resolve().parent.parent
MAIN_LANGUAGE = "ru"
OTHER_LANGUAGES = ("tt", "en")
CODE = ("bot", "handlers", "services", "models")
MAY_HOLD_TEXT = (
    "bot/demonstration",  # invented people with Russian names: data that is made, not text that is said
    "services/deadlines/",  # what reads the texts of others has to know their words
    "services/plans/",
    "services/meeting_phrases.py",
    "services/responsible_words.py",
)


def compare(main: Language, other: Language) -> Iterator[Problem]:
    """Yield what one language has and the other has not, and texts that need different variables."""
    ours, theirs = _public_names(main), _public_names(other)
    for name in sorted(ours - theirs):
        yield Problem(main.texts[name].place, f"“{name}” is missing in {other.code}")
    for name in sorted(theirs - ours):
        yield Problem(other.texts[name].place, f"“{name}” is missing in {main.code}")
    for name in sorted(ours & theirs):
        expected, found = main.variables(name), other.variables(name)
        if expected != found:
            needs = f"needs {_variables(found)}, in {main.code} {_variables(expected)}"
            yield Problem(other.texts[name].place, f"“{name}” {needs}")


def unused(
    main: Language, strings: Collection[str], patterns: Iterable[str], errors: Iterable[str]
) -> Iterator[Problem]:
    """Yield the texts that no code names, no text quotes, no pattern declares and no error stands for."""
    quoted = {reference for text in main.texts.values() for reference in text.references}
    used = {name.partition(".")[0] for name in (*strings, *errors, *quoted)}
    patterns = tuple(patterns)
    for text in main.texts.values():
        declared = any(fnmatchcase(text.key, pattern) for pattern in patterns)
        if text.key not in used and not declared:
            yield Problem(text.place, f"“{text.name}” is used nowhere")


def idle_patterns(main: Language, declared: Iterable[tuple[str, Place]]) -> Iterator[Problem]:
    """Yield declarations that match no text, or so much that they would hide everything."""
    for pattern, place in declared:
        if pattern.startswith("*"):
            yield Problem(place, f"“{pattern}” must begin with a prefix")
        elif not any(fnmatchcase(text.key, pattern) for text in main.texts.values()):
            yield Problem(place, f"“{pattern}” matches no text")


def bad_translations(main: Language, translations: Iterable[Call]) -> Iterator[Problem]:
    """Yield the calls of `t` that name an unknown text, or do not give what the text needs."""
    for call in translations:
        if call.name not in main.texts:
            yield Problem(call.place, f"there is no text “{call.name}”")
        elif lacking := _lacking(main, call.name, call):
            yield Problem(call.place, f"“{call.name}” needs {_variables(lacking)} as well")


def bad_errors(main: Language, errors: Mapping[str, str], calls: Iterable[Call]) -> Iterator[Problem]:
    """Yield the service errors without a message, and those raised without the fields that it needs.

    `errors` has the key of the message by the name of the class.
    """
    for name, key in errors.items():
        if key not in main.texts:
            yield Problem(Place(f"locales/{main.code}", 1), f"{name} has no message “{key}”")
    for call in calls:
        if call.name in errors and (lacking := _lacking(main, errors[call.name], call)):
            yield Problem(call.place, f"“{errors[call.name]}” needs {_variables(lacking)} from {call.name}")


def text_in_code(facts: CodeFacts) -> Iterator[Problem]:
    """Yield the strings with Cyrillic letters."""
    for place, string in facts.cyrillic:
        if not place.path.startswith(MAY_HOLD_TEXT):
            beginning = " ".join(string.split())[:40]
            yield Problem(place, f"text in code belongs in locales/: “{beginning}”")


def error_key(class_name: str) -> str:
    """Return the key of an error's message: `NoFreePlace` reads `error-no-free-place`."""
    words = re.sub(r"(?<=[a-z0-9])(?=[A-Z])|(?<=[A-Z])(?=[A-Z][a-z])", "-", class_name)
    return f"error-{words.lower()}"


def subclasses(base: type) -> Iterator[type]:
    """Yield every class below the base, however deep."""
    children: list[type] = base.__subclasses__()
    for child in children:
        yield child
        yield from subclasses(child)


def service_errors() -> dict[str, str]:
    """Import all of services and return the key of the message by the name of every service error."""
    services = importlib.import_module("services")
    for module in pkgutil.walk_packages(services.__path__, "services."):
        importlib.import_module(module.name)
    base = importlib.import_module("services.errors").ServiceError
    return {child.__name__: error_key(child.__name__) for child in subclasses(base)}


def content_strings(folder: Path) -> set[str]:
    """Return every scalar of the YAML files that methodists edit: some of them name texts."""
    found: set[str] = set()
    for path in sorted((*folder.rglob("*.yaml"), *folder.rglob("*.yml"))):
        events = yaml.parse(path.read_text(encoding="utf-8"), Loader=yaml.SafeLoader)
        found.update(event.value for event in events if isinstance(event, yaml.ScalarEvent))
    return found


def check(root: Path, errors: Mapping[str, str]) -> list[Problem]:
    """Return all that is wrong with the texts of a tree, in the order of files and lines."""
    main, *others = (
        read_language(root / "locales" / code, root) for code in (MAIN_LANGUAGE, *OTHER_LANGUAGES)
    )
    facts = read_code([root / name for name in CODE], root)
    declared = [*main.declared, *facts.declared]
    strings = facts.strings | content_strings(root / "content")
    problems = [problem for language in (main, *others) for problem in language.problems]
    for other in others:
        problems += compare(main, other)
    problems += unused(main, strings, [pattern for pattern, _ in declared], errors.values())
    problems += idle_patterns(main, declared)
    problems += bad_translations(main, facts.translations)
    problems += bad_errors(main, errors, facts.calls)
    problems += text_in_code(facts)
    return sorted(problems)


def main(arguments: Sequence[str] | None = None) -> int:
    """Print what is wrong. Return 1 if anything is."""
    argparse.ArgumentParser(prog="python -m tools.check_texts", description=__doc__).parse_args(arguments)
    problems = check(PROJECT, service_errors())
    for problem in problems:
        print(problem)
    print(f"Texts: {len(problems)} problems." if problems else "Texts: complete in every language.")
    return 1 if problems else 0


def _public_names(language: Language) -> set[str]:
    return {name for name, text in language.texts.items() if not text.is_term}


def _lacking(main: Language, name: str, call: Call) -> frozenset[str]:
    return frozenset() if call.arguments is None else main.variables(name) - call.arguments


def _variables(names: Collection[str]) -> str:
    return ", ".join(f"${name}" for name in sorted(names)) or "none"


if __name__ == "__main__":
    sys.exit(main())
