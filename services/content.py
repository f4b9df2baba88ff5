"""What a methodist edits: lists, questionnaires, consent texts and templates of plans in `content/`, read and
checked when the program starts.

An error names the file and the line, because the person who made it edits YAML and not code.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from datetime import date
from enum import StrEnum
from pathlib import Path
from typing import Annotated, Any, TypeVar

import yaml
from pydantic import BaseModel, ConfigDict, Field, ValidationError, field_validator, model_validator

from models.organization import OrganizationKind
from services import deadlines
from services.deadlines import Context
from services.text_limits import telegram_length

LANGUAGES = ("ru", "tt", "en")
CONSENTS = ("personal_data",)
LISTS = ("act_kind",)
QUESTIONNAIRES = ("meeting-feedback", "mentee", "mentor", "staff")
TEMPLATES = ("school", "municipal")
"""What the program asks for by these names: without one of them it does not start."""
CONSENT_LIMIT = 3500
"""A consent is one message; Telegram's hold 4,096 characters, and the heading needs some."""
BUTTON_KEYS_LIMIT = 40
"""Characters that the keys of a question and of one of its options have together: a button carries 64 bytes,
and the rest of them says which button it is.
"""

Key = Annotated[str, Field(pattern=r"^[a-z][a-z0-9_]*$", max_length=40)]


Model = TypeVar("Model", bound=BaseModel)


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
    """`mandatory_for`: of kinds of local acts, which organisations must have one."""

    key: Key
    text: Text
    mandatory_for: list[OrganizationKind] = Field(default_factory=list)


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
        if self.options_from is not None and self.options:
            raise ValueError("a question has either `options_from` or `options`")
        if self.minimum > self.maximum:
            raise ValueError("`minimum` is above `maximum`")
        _refuse_repeats([option.key for option in self.options])
        return self

    def offers(self, key: str) -> bool:
        """Is this what a button of the question may say?"""
        if self.kind == QuestionKind.SCALE:
            return key in map(str, range(self.minimum, self.maximum + 1))
        return any(option.key == key for option in self.options)


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
    """A consent as a document of its own. Its hash proves later which words the person agreed to.

    `written`: the law wants a signature on paper, a button is only the intention. `substantial_since`: the
    version from which on the text says something else; who agreed to an earlier one is asked again.
    """

    kind: Key
    version: str = Field(pattern=r"^\d+(\.\d+)*$")
    substantial_since: str = Field(default="1", pattern=r"^\d+(\.\d+)*$")
    written: bool = False
    title: Text
    body: Text

    @model_validator(mode="after")
    def _fits_a_message(self) -> ConsentText:
        for language in LANGUAGES:
            length = telegram_length(self.title.in_language(language) + self.body.in_language(language))
            if length > CONSENT_LIMIT:
                raise ValueError(f"{language}: {length} characters, one message holds {CONSENT_LIMIT}")
        return self

    def filled(self, language: str, **values: str) -> str:
        """The body with what stands in its braces: `{organization}`, `{mentor}`. Unknown braces stay."""
        body = self.body.in_language(language)
        for name, value in values.items():
            body = body.replace("{" + name + "}", value)
        return body.strip()

    def is_outdated(self, version: str) -> bool:
        """Must whoever agreed to this version be asked again?"""
        return _numbers(version) < _numbers(self.substantial_since)

    def sha256(self, language: str) -> str:
        text = f"{self.title.in_language(language)}\n{self.body.in_language(language)}"
        return hashlib.sha256(text.encode()).hexdigest()


def _numbers(version: str) -> tuple[int, ...]:
    return tuple(int(part) for part in version.split("."))


class TemplateLevel(StrEnum):
    """For whom a template of a plan is: municipalities and regions, or schools and their like."""

    SCHOOL = "school"
    MUNICIPALITY = "municipality"


TRIED_YEARS = (2026, 2027, 2028)
"""A phrase without a year is good for any; three in a row hold a leap year and each kind of beginning."""
YEAR_PLACE = "{year}"


class TemplateItem(_Strict):
    """A row of a plan. Its deadline names no year and is understood without any doubt, whatever the year."""

    activity: str = Field(min_length=1, max_length=2000)
    deadline: str = Field(min_length=1, max_length=300)
    responsible: str = Field(default="", max_length=500)
    result: str = Field(default="", max_length=2000)
    controller: str = Field(default="", max_length=300)
    for_schools: bool = False

    @field_validator("deadline")
    @classmethod
    def _is_understood(cls, phrase: str) -> str:
        for year in TRIED_YEARS:
            reading = deadlines.read(phrase, Context(today=date(year, 8, 20), school_year=year))
            doubts = [doubt.code for one in (reading, *reading.parts) for doubt in one.doubts]
            if doubts or not reading.is_understood:
                raise ValueError(f"«{phrase}» is not clear in {year}-{year + 1}: {', '.join(doubts)}")
        return phrase


class TemplateSection(_Strict):
    title: str = Field(min_length=1, max_length=300)
    items: list[TemplateItem] = Field(min_length=1)


class RoadmapTemplate(_Strict):
    """A plan for those who have none. `name` and `about` present it in the bot; `title` with `{year}` and the
    items become the plan, which is a document in Russian.
    """

    key: Key
    version: int = Field(ge=1)
    level: TemplateLevel
    name: Text
    about: Text
    title: str = Field(min_length=1, max_length=400)
    sections: list[TemplateSection] = Field(min_length=1)

    @field_validator("title")
    @classmethod
    def _has_a_place_for_the_year(cls, title: str) -> str:
        if YEAR_PLACE not in title:
            raise ValueError(f"the title needs {YEAR_PLACE} where the school year stands")
        return title

    def title_for(self, school_year: str) -> str:
        return self.title.replace(YEAR_PLACE, school_year)

    def __len__(self) -> int:
        return sum(len(section.items) for section in self.sections)


class Content:
    """All of `content/`, checked."""

    def __init__(
        self,
        lists: dict[str, OptionList],
        questionnaires: dict[str, Questionnaire],
        consents: dict[str, ConsentText],
        templates: dict[str, RoadmapTemplate],
    ) -> None:
        self._lists, self._questionnaires, self._consents = lists, questionnaires, consents
        self._templates = templates

    def roadmap_templates(self, level: TemplateLevel) -> list[RoadmapTemplate]:
        """The plans that may be taken by an organisation of this level."""
        return [one for one in self._templates.values() if one.level == level]

    def roadmap_template(self, key: str) -> RoadmapTemplate | None:
        return self._templates.get(key)

    def questionnaire(self, key: str) -> Questionnaire:
        return self._questionnaires[key]

    def consent(self, kind: str) -> ConsentText:
        return self._consents[kind]

    def options(self, question: Question) -> list[Option]:
        """What can be chosen: the question's own options, or those of its list."""
        return question.options

    def act_kinds(self) -> tuple[str, ...]:
        """The kinds of local acts, in the order of their list."""
        return tuple(one.key for one in self._lists["act_kind"].options)

    def mandatory_acts(self, organization: OrganizationKind) -> tuple[str, ...]:
        """The kinds of local acts that every such organisation must have (P-doc-1, G-1.1)."""
        return tuple(one.key for one in self._lists["act_kind"].options if organization in one.mandatory_for)

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
    templates = _read_all(root / "roadmaps", root, RoadmapTemplate)
    known = _by_key("lists", lists, lambda one: one.key, needed=LISTS)
    for file, questionnaire in questionnaires.items():
        questionnaires[file] = _with_options(root / "questionnaires" / file, root, questionnaire, known)
    return Content(
        known,
        _by_key("questionnaires", questionnaires, lambda one: one.key, needed=QUESTIONNAIRES),
        _by_key("consents", consents, lambda one: one.kind, needed=CONSENTS),
        _by_key("roadmaps", templates, lambda one: one.key, needed=TEMPLATES),
    )


def _by_key(
    folder: str, found: dict[str, Model], key_of: Callable[[Model], str], needed: tuple[str, ...] = ()
) -> dict[str, Model]:
    """What was read, by its key instead of its file. No key may stand in two files, none may be missing."""
    files: dict[str, str] = {}
    for file, one in found.items():
        key = key_of(one)
        if key in files:
            raise ContentError(f"{folder}/{file}", 1, f"«{key}» stands in {folder}/{files[key]} already")
        files[key] = file
    if missing := sorted(set(needed) - set(files)):
        raise ContentError(folder, 1, f"there is no file with the key «{missing[0]}»")
    return {key: found[file] for key, file in files.items()}


def _read_all(folder: Path, root: Path, model: type[Model]) -> dict[str, Model]:
    return {path.name: _read(path, root, model) for path in sorted(folder.glob("*.yaml"))}


def _read(path: Path, root: Path, model: type[Model]) -> Model:
    file = str(path.relative_to(root))
    text = _text(path, file)
    try:
        data = yaml.safe_load(text)
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark
        raise ContentError(file, mark.line + 1 if mark else 1, str(error.problem)) from error
    except yaml.reader.ReaderError as error:
        line = text.count("\n", 0, error.position) + 1
        raise ContentError(file, line, f"a character that YAML does not allow: {error.reason}") from error
    try:
        return model.model_validate(data)
    except ValidationError as error:
        first = error.errors()[0]
        raise ContentError(
            file, _line_of(text, first["loc"]), f"{_dotted(first['loc'])}: {first['msg']}"
        ) from error


def _text(path: Path, file: str) -> str:
    raw = path.read_bytes()
    try:
        return raw.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = raw.count(b"\n", 0, error.start) + 1
        raise ContentError(file, line, "the file is not saved as UTF-8") from error


def _with_options(
    path: Path, root: Path, questionnaire: Questionnaire, lists: dict[str, OptionList]
) -> Questionnaire:
    """The questionnaire with the options of the lists that its questions name."""
    questions: list[Question] = []
    for number, question in enumerate(questionnaire.questions):
        try:
            questions.append(_complete(question, lists))
        except ValueError as error:
            text = path.read_text(encoding="utf-8-sig")
            where = "options_from" if question.options_from else "options"
            line = _line_of(text, ("questions", number, where))
            raise ContentError(str(path.relative_to(root)), line, str(error)) from None
    return questionnaire.model_copy(update={"questions": questions})


def _complete(question: Question, lists: dict[str, OptionList]) -> Question:
    if question.options_from is not None:
        if question.options_from not in lists:
            raise ValueError(f"there is no list «{question.options_from}»")
        question = question.model_copy(update={"options": lists[question.options_from].options})
    for option in question.options:
        if len(question.key) + len(option.key) > BUTTON_KEYS_LIMIT:
            raise ValueError(
                f"the keys «{question.key}» and «{option.key}» are longer than {BUTTON_KEYS_LIMIT} together"
            )
    return question


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
