"""What a methodist edits: lists, questionnaires and consent texts of `content/`, read and checked when the
program starts.

An error names the file and the line, because the person who made it edits YAML and not code.
"""

from __future__ import annotations

import hashlib
from enum import StrEnum
from pathlib import Path
from typing import Annotated, Any, TypeVar

import yaml
from pydantic import BaseModel, ConfigDict, Field, ValidationError, model_validator

LANGUAGES = ("ru", "tt", "en")

Key = Annotated[str, Field(pattern=r"^[a-z][a-z0-9_]*$", max_length=40)]


class ContentError(Exception):
    """A file of `content/` can't be used. Fields: file (relative), line (counted from 1), reason."""

    def __init__(self, file: str, line: int, reason: str) -> None:
        super().__init__(f"{file}:{line}: {reason}")
        self.file, self.line, self.reason = file, line, reason


class _Strict(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)


class Text(_Strict):
    """One text in all languages; none may be missing."""

    ru: str = Field(min_length=1)
    tt: str = Field(min_length=1)
    en: str = Field(min_length=1)

    def in_language(self, language: str) -> str:
        return str(getattr(self, language, self.ru))


class Option(_Strict):
    key: Key
    text: Text


class OptionList(_Strict):
    """A list that the field keeps changing: subjects, difficulties, convenient times."""

    key: Key
    options: list[Option] = Field(min_length=1)

    @model_validator(mode="after")
    def _keys_differ(self) -> OptionList:
        _refuse_repeats([option.key for option in self.options])
        return self

    def option(self, key: str) -> Option | None:
        return next((option for option in self.options if option.key == key), None)


class QuestionKind(StrEnum):
    NAME = "name"
    CHOICE = "choice"
    CHOICES = "choices"
    NUMBER = "number"
    TEXT = "text"
    SCALE = "scale"


class Question(_Strict):
    """One screen of a questionnaire. `options_from` names their list; `other` lets a person type their
    own.
    """

    key: Key
    kind: QuestionKind
    text: Text
    hint: Text | None = None
    options_from: Key | None = None
    options: list[Option] = Field(default_factory=list)
    other: bool = False
    optional: bool = False
    minimum: int = 0
    maximum: int = 100
    limit: int = Field(default=1000, ge=1, le=3000)

    @model_validator(mode="after")
    def _is_answerable(self) -> Question:
        chooses = self.kind in (QuestionKind.CHOICE, QuestionKind.CHOICES)
        if chooses and self.options_from is None and not self.options:
            raise ValueError("a question with choices needs `options_from` or `options`")
        if self.minimum > self.maximum:
            raise ValueError("`minimum` is above `maximum`")
        _refuse_repeats([option.key for option in self.options])
        return self


class Questionnaire(_Strict):
    """A form with its version: answers remember the version that they were given to."""

    key: Annotated[str, Field(pattern=r"^[a-z][a-z0-9-]*$")]
    version: int = Field(ge=1)
    questions: list[Question] = Field(min_length=1)

    @model_validator(mode="after")
    def _keys_differ(self) -> Questionnaire:
        _refuse_repeats([question.key for question in self.questions])
        return self

    def question(self, key: str) -> Question | None:
        return next((question for question in self.questions if question.key == key), None)

    def __len__(self) -> int:
        return len(self.questions)


class ConsentText(_Strict):
    """A consent as a document of its own. Its hash proves later which words the person agreed to."""

    kind: Key
    version: str = Field(pattern=r"^\d+(\.\d+)*$")
    title: Text
    body: Text

    def sha256(self, language: str) -> str:
        text = f"{self.title.in_language(language)}\n{self.body.in_language(language)}"
        return hashlib.sha256(text.encode()).hexdigest()


class Content:
    """All of `content/`, checked."""

    def __init__(
        self,
        lists: dict[str, OptionList],
        questionnaires: dict[str, Questionnaire],
        consents: dict[str, ConsentText],
    ) -> None:
        self._lists, self._questionnaires, self._consents = lists, questionnaires, consents

    def questionnaire(self, key: str) -> Questionnaire:
        return self._questionnaires[key]

    def consent(self, kind: str) -> ConsentText:
        return self._consents[kind]

    def options(self, question: Question) -> list[Option]:
        """What can be chosen: the question's own options, or those of its list."""
        return self._lists[question.options_from].options if question.options_from else question.options

    def label(self, list_key: str, option_key: str, language: str) -> str:
        """The words for an option. What is not in the list was typed by a person and is returned as it
        stands.
        """
        options = self._lists.get(list_key)
        option = options.option(option_key) if options else None
        return option.text.in_language(language) if option else option_key


def load(root: Path) -> Content:
    """Read and check everything under `root`. Raises ContentError."""
    lists = _read_all(root / "lists", root, OptionList)
    questionnaires = _read_all(root / "questionnaires", root, Questionnaire)
    consents = _read_all(root / "consents", root, ConsentText)
    for file, questionnaire in questionnaires.items():
        _check_lists(root / "questionnaires" / file, root, questionnaire, {one.key for one in lists.values()})
    return Content(
        {one.key: one for one in lists.values()},
        {one.key: one for one in questionnaires.values()},
        {one.kind: one for one in consents.values()},
    )


Model = TypeVar("Model", bound=BaseModel)


def _read_all(folder: Path, root: Path, model: type[Model]) -> dict[str, Model]:
    return {path.name: _read(path, root, model) for path in sorted(folder.glob("*.yaml"))}


def _read(path: Path, root: Path, model: type[Model]) -> Model:
    file = str(path.relative_to(root))
    text = path.read_text(encoding="utf-8")
    try:
        data = yaml.safe_load(text)
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark
        raise ContentError(file, mark.line + 1 if mark else 1, str(error.problem)) from error
    try:
        return model.model_validate(data)
    except ValidationError as error:
        first = error.errors()[0]
        raise ContentError(
            file, _line_of(text, first["loc"]), f"{_dotted(first['loc'])}: {first['msg']}"
        ) from error


def _check_lists(path: Path, root: Path, questionnaire: Questionnaire, known: set[str]) -> None:
    for number, question in enumerate(questionnaire.questions):
        if question.options_from is not None and question.options_from not in known:
            line = _line_of(path.read_text(encoding="utf-8"), ("questions", number, "options_from"))
            raise ContentError(
                str(path.relative_to(root)), line, f"there is no list «{question.options_from}»"
            )


def _line_of(text: str, location: tuple[int | str, ...]) -> int:
    """The line of the deepest node on the way to a faulty value."""
    node: Any = yaml.compose(text, Loader=yaml.SafeLoader)
    line = node.start_mark.line if node else 0
    for step in location:
        node = _child(node, step)
        if node is None:
            break
        line = node.start_mark.line
    return int(line) + 1


def _child(node: Any, step: int | str) -> Any:
    if isinstance(node, yaml.SequenceNode) and isinstance(step, int) and step < len(node.value):
        return node.value[step]
    if isinstance(node, yaml.MappingNode):
        return next((value for key, value in node.value if key.value == step), None)
    return None


def _dotted(location: tuple[int | str, ...]) -> str:
    return ".".join(str(step) for step in location) or "file"


def _refuse_repeats(keys: list[str]) -> None:
    repeated = sorted({key for key in keys if keys.count(key) > 1})
    if repeated:
        raise ValueError(f"repeated key: {', '.join(repeated)}")
