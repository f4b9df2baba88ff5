"""What a methodist edits: lists, questionnaires, consent texts, templates of plans and agendas of meetings in
`content/`, read and checked when the program starts.

An error names the file and the line, because the person who made it edits YAML and not code.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from pathlib import Path
from typing import Annotated, Any, TypeVar

import yaml
from pydantic import BaseModel, ConfigDict, Field, ValidationError, field_validator, model_validator

from models.meeting import MeetingKind
from models.organization import OrganizationKind
from services import deadlines
from services.deadlines import Context
from services.text_limits import telegram_length

LANGUAGES = ("ru", "tt", "en")
CONSENTS = (
    "personal_data",
    "parental",
    "assent",
    "mentor",
    "extra_duties",
    "helper",
    "amendment",
    "publication",
)
LISTS = ("act_kind", "conclusion_source", "legal_ground", "relation")
QUESTIONNAIRES = ("meeting-feedback", "mentee", "mentee-pupil", "mentor", "mentor-pupil", "staff")
UNCONDITIONAL = ("meeting-feedback",)
"""Questionnaires that are no applications: each of their questions is asked of everybody."""
TEMPLATES = ("school", "municipal")
AGENDAS = tuple(kind.value for kind in MeetingKind)
"""What the program asks for by these names: without one of them it does not start."""
CONSENT_LIMIT = 3500
"""A consent is one message; Telegram's hold 4,096 characters, and the heading needs some."""
QUESTION_LIMIT = 1000
"""A question with its hint; the rest of the message holds what was answered and who will see it."""
OPTION_LIMIT = 60
"""The words of a button: longer ones no telephone shows."""
AGENDA_LIMIT = 900
"""All of an agenda: it stands on a screen with the times offered, and in a card with the meeting."""
LINE_LIMIT = 200
TEXT_LIMIT = 1000
BUTTON_KEYS_LIMIT = 40
"""Characters that the keys of a question and of one of its options have together: a button carries 64 bytes,
and the rest of them says which button it is.
"""

Key = Annotated[str, Field(pattern=r"^[a-z][a-z0-9_]*$", max_length=40)]


Model = TypeVar("Model", bound=BaseModel)

LOADER: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
"""Ten times as quick as the one in Python, where there is a wheel of PyYAML with it."""


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
    """A list that the field keeps changing: subjects, difficulties, convenient times.

    `also`: lists in which the words for other answers to the same question are found. Pupils are asked the
    same as teachers with options of their own.
    """

    key: Key
    also: list[Key] = Field(default_factory=list)
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
    LINE = "line"
    TEXT = "text"
    SCALE = "scale"
    DATE = "date"


CHOOSING = (QuestionKind.CHOICE, QuestionKind.CHOICES)


class Condition(_Strict):
    """`when: {question: category, is: [young]}`: asked only of those who answered an earlier question so."""

    question: Key
    answers: list[Annotated[str, Field(pattern=r"^[a-z0-9_]+$")]] = Field(alias="is", min_length=1)

    @field_validator("answers", mode="before")
    @classmethod
    def _numbers_are_words(cls, answers: Any) -> Any:
        """YAML reads the answers to a scale as numbers; `yes` without quotes stays a mistake."""
        if not isinstance(answers, list):
            return answers
        return [str(one) if type(one) is int else one for one in answers]

    def is_met(self, answer: Any) -> bool:
        given = answer if isinstance(answer, list) else [answer]
        return any(str(one) in self.answers for one in given)


class Question(_Strict):
    """One screen of a questionnaire. `options_from` names their list; `other` lets a person type their
    own. `earliest` and `latest` are the bounds of a date. `limit`: of typed text, in characters.
    """

    key: Key
    kind: QuestionKind
    text: Text
    hint: Text | None = None
    options_from: Key | None = None
    options: list[Option] = Field(default_factory=list)
    other: bool = False
    optional: bool = False
    when: Condition | None = None
    minimum: int = 0
    maximum: int = 100
    earliest: date = date(1900, 1, 1)
    latest: date = date(2100, 12, 31)
    limit: int = Field(default=TEXT_LIMIT, ge=1, le=3000)

    @model_validator(mode="before")
    @classmethod
    def _short_texts_are_short(cls, data: Any) -> Any:
        if isinstance(data, dict) and data.get("kind") == QuestionKind.LINE:
            return {"limit": LINE_LIMIT} | data
        return data

    @model_validator(mode="after")
    def _is_answerable(self) -> Question:
        for is_wrong, reason in self._faults():
            if is_wrong:
                raise ValueError(reason)
        _refuse_repeats([option.key for option in self.options])
        return self

    def _faults(self) -> tuple[tuple[bool, str], ...]:
        chooses, has_options = self.kind in CHOOSING, self.options_from is not None or bool(self.options)
        is_line, is_name = self.kind == QuestionKind.LINE, self.kind == QuestionKind.NAME
        return (
            (chooses and not has_options, "a question with choices needs `options_from` or `options`"),
            (not chooses and has_options, f"a question of the kind `{self.kind.value}` has no options"),
            (self.options_from is not None and bool(self.options), _EITHER),
            (self.minimum > self.maximum, "`minimum` is above `maximum`"),
            (self.earliest > self.latest, "`earliest` is after `latest`"),
            (is_line and self.limit > LINE_LIMIT, f"a line has {LINE_LIMIT} characters at most: take `text`"),
            (is_name != (self.key == "name"), "the question `name` is of the kind `name`, and no other one"),
        )

    @property
    def chooses(self) -> bool:
        return self.kind in CHOOSING

    def offers(self, key: str) -> bool:
        """Is this what a button of the question may say?"""
        if self.kind == QuestionKind.SCALE:
            return key in map(str, range(self.minimum, self.maximum + 1))
        return any(option.key == key for option in self.options)

    def keep(self, answer: Any) -> Any:
        """What is left of an answer given to another version: all of it, a part, or None."""
        if self.kind == QuestionKind.CHOICES:
            return [one for one in answer if self.offers(one)] if isinstance(answer, list) else None
        return answer if self._takes(answer) else None

    def _takes(self, answer: Any) -> bool:
        if answer == "":
            return self.optional
        match self.kind:
            case QuestionKind.NUMBER | QuestionKind.SCALE:
                return type(answer) is int and self.minimum <= answer <= self.maximum
            case QuestionKind.CHOICE:
                return isinstance(answer, str) and (self.other or self.offers(answer))
            case QuestionKind.DATE:
                return isinstance(answer, str) and self._is_day(answer)
            case _:
                return isinstance(answer, str) and telegram_length(answer) <= self.limit

    def _is_day(self, answer: str) -> bool:
        try:
            return self.earliest <= date.fromisoformat(answer) <= self.latest
        except ValueError:
            return False


_EITHER = "a question has either `options_from` or `options`"


class Questionnaire(_Strict):
    """A form with its version: answers remember the version that they were given to.

    Several versions of one key may lie side by side, each in a file of its own: the newest is asked, the
    others say what earlier answers meant.
    """

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

    def asked(self, answers: Mapping[str, Any]) -> list[int]:
        """The numbers, from 0, of the questions that are asked of somebody with these answers."""
        met: set[str] = set()
        asked = []
        for number, question in enumerate(self.questions):
            condition = question.when
            # What is not asked itself meets nobody's condition.
            if condition is None or (
                condition.question in met and condition.is_met(answers.get(condition.question))
            ):
                asked.append(number)
                met.add(question.key)
        return asked

    def questions_asked(self, answers: Mapping[str, Any]) -> list[Question]:
        return [self.questions[number] for number in self.asked(answers)]

    def without_idle(self, answers: Mapping[str, Any]) -> dict[str, Any]:
        """The answers without those to questions that are not asked of this person."""
        numbers = set(self.asked(answers))
        idle = {one.key for number, one in enumerate(self.questions) if number not in numbers}
        gone = idle | {f"{key}_other" for key in idle}
        return {key: value for key, value in answers.items() if key not in gone}

    def kept(self, answers: Mapping[str, Any]) -> dict[str, Any]:
        """What of the answers to another version, or of a profile, still answers the questions of this."""
        kept: dict[str, Any] = {}
        for question in self.questions:
            if question.key in answers and (left := question.keep(answers[question.key])) is not None:
                kept[question.key] = left
            other = f"{question.key}_other"
            if question.other and isinstance(answers.get(other), str):
                kept[other] = answers[other]
        return self.without_idle(kept)


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


class Agenda(_Strict):
    """What a meeting of this kind is for, and what to go through. `forms`: the forms of pairs that it is
    meant for; none: all that have no agenda of their own. `before` and `after`: the talks around a visit to
    a lesson.
    """

    key: MeetingKind
    forms: list[Key] = Field(default_factory=list)
    purpose: Text
    points: list[Text] = Field(min_length=1, max_length=6)
    before: list[Text] = Field(default_factory=list, max_length=4)
    after: list[Text] = Field(default_factory=list, max_length=4)

    @model_validator(mode="after")
    def _fits_a_screen(self) -> Agenda:
        every = (self.purpose, *self.points, *self.before, *self.after)
        for language in LANGUAGES:
            length = sum(telegram_length(one.in_language(language)) for one in every)
            if length > AGENDA_LIMIT:
                raise ValueError(f"{language}: {length} characters, an agenda has {AGENDA_LIMIT} at most")
        return self


@dataclass(frozen=True, slots=True)
class AgendaWords:
    """An agenda in one language."""

    purpose: str
    points: tuple[str, ...]
    before: tuple[str, ...]
    after: tuple[str, ...]


class Content:
    """All of `content/`, checked."""

    def __init__(
        self,
        lists: dict[str, OptionList],
        questionnaires: dict[str, dict[int, Questionnaire]],
        consents: dict[str, ConsentText],
        templates: dict[str, RoadmapTemplate],
        agendas: Mapping[tuple[str, str], Agenda] | None = None,
    ) -> None:
        self._lists, self._questionnaires, self._consents = lists, questionnaires, consents
        self._templates, self._agendas = templates, agendas or {}

    def agenda(self, kind: str, form: str, language: str) -> AgendaWords:
        """What a meeting of this kind is for in a pair of this form. Raises KeyError for an unknown kind."""
        # A pair keeps its form with a hyphen, the list of forms with an underscore.
        found = self._agendas.get((kind, form.replace("-", "_"))) or self._agendas[kind, ""]

        def words(texts: Sequence[Text]) -> tuple[str, ...]:
            return tuple(one.in_language(language) for one in texts)

        return AgendaWords(
            found.purpose.in_language(language),
            words(found.points),
            words(found.before),
            words(found.after),
        )

    def roadmap_templates(self, level: TemplateLevel) -> list[RoadmapTemplate]:
        """The plans that may be taken by an organisation of this level."""
        return [one for one in self._templates.values() if one.level == level]

    def roadmap_template(self, key: str) -> RoadmapTemplate | None:
        return self._templates.get(key)

    def questionnaire(self, key: str, version: int | None = None) -> Questionnaire:
        """The newest version, or the named one. One that is no longer there reads as the newest: keys of
        questions and options keep their meaning. Raises KeyError for an unknown key.
        """
        versions = self._questionnaires[key]
        return versions.get(version or 0) or versions[max(versions)]

    def has_version(self, key: str, version: int) -> bool:
        return version in self._questionnaires.get(key, {})

    def consent(self, kind: str) -> ConsentText:
        return self._consents[kind]

    def options(self, question: Question) -> list[Option]:
        """What can be chosen: the question's own options, or those of its list."""
        return question.options

    def list_keys(self, list_key: str) -> tuple[str, ...]:
        """The keys of a list, in its order; none when there is no such list."""
        known = self._lists.get(list_key)
        return tuple(one.key for one in known.options) if known else ()

    def keys(self, list_key: str) -> tuple[str, ...]:
        """The keys of a list, in its order."""
        return tuple(one.key for one in self._lists[list_key].options)

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
        for one in (list_key, *(options.also if options else ())):
            option = self._lists[one].option(option_key) if one in self._lists else None
            if option is not None:
                return option.text.in_language(language)
        return option_key


def load(root: Path) -> Content:
    """Read and check everything under `root`. Raises ContentError."""
    lists = _read_all(root / "lists", root, OptionList)
    forms = _read_all(root / "questionnaires", root, Questionnaire)
    consents = _read_all(root / "consents", root, ConsentText)
    templates = _read_all(root / "roadmaps", root, RoadmapTemplate)
    known = _by_key("lists", lists, lambda one: one.key, needed=LISTS)
    for file, options in lists.items():
        _refuse_unknown_lists(root / "lists" / file, root, options, known)
    for file, form in forms.items():
        forms[file] = _with_options(root / "questionnaires" / file, root, form, known)
    return Content(
        known,
        _versions(forms),
        _by_key("consents", consents, lambda one: one.kind, needed=CONSENTS),
        _by_key("roadmaps", templates, lambda one: one.key, needed=TEMPLATES),
        _agendas(root, known),
    )


def _agendas(root: Path, lists: Mapping[str, OptionList]) -> dict[tuple[str, str], Agenda]:
    """Every agenda by the kind of meeting and the form of pair, "" for all the others."""
    found = _read_all(root / "agendas", root, Agenda)
    agendas: dict[tuple[str, str], Agenda] = {}
    for file, agenda in found.items():
        for number, form in enumerate(agenda.forms):
            if (known := lists.get("form")) is None or known.option(form) is None:
                raise _agenda_fault(root, file, ("forms", number), f"there is no form «{form}»")
        for form in agenda.forms or ("",):
            if (agenda.key.value, form) in agendas:
                reason = f"«{agenda.key.value}» has an agenda for «{form or 'all forms'}» already"
                raise _agenda_fault(root, file, ("key",), reason)
            agendas[agenda.key.value, form] = agenda
    _refuse_missing("agendas", {kind: one for (kind, form), one in agendas.items() if not form}, AGENDAS)
    return agendas


def _agenda_fault(root: Path, file: str, where: tuple[str | int, ...], reason: str) -> ContentError:
    path = root / "agendas" / file
    return ContentError(
        str(path.relative_to(root)), _line_of(path.read_text(encoding="utf-8-sig"), where), reason
    )


def _refuse_unknown_lists(
    path: Path, root: Path, options: OptionList, known: Mapping[str, OptionList]
) -> None:
    for number, other in enumerate(options.also):
        if other not in known:
            line = _line_of(path.read_text(encoding="utf-8-sig"), ("also", number))
            raise ContentError(str(path.relative_to(root)), line, f"there is no list «{other}»")


def _versions(forms: dict[str, Questionnaire]) -> dict[str, dict[int, Questionnaire]]:
    """Every questionnaire by its key and version; neither may two files hold the same, nor may one be
    missing.
    """
    found = _by_key("questionnaires", forms, lambda one: f"{one.key} {one.version}")
    versions: dict[str, dict[int, Questionnaire]] = {}
    for form in found.values():
        versions.setdefault(form.key, {})[form.version] = form
    _refuse_missing("questionnaires", versions, QUESTIONNAIRES)
    return versions


def _refuse_missing(folder: str, found: Mapping[str, Any], needed: tuple[str, ...]) -> None:
    if missing := sorted(set(needed) - set(found)):
        raise ContentError(folder, 1, f"there is no file with the key «{missing[0]}»")


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
    _refuse_missing(folder, files, needed)
    return {key: found[file] for key, file in files.items()}


def _read_all(folder: Path, root: Path, model: type[Model]) -> dict[str, Model]:
    return {path.name: _read(path, root, model) for path in sorted(folder.glob("*.yaml"))}


def _read(path: Path, root: Path, model: type[Model]) -> Model:
    file = str(path.relative_to(root))
    text = _text(path, file)
    try:
        data = yaml.load(text, Loader=LOADER)  # noqa: S506 - both are safe loaders
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark
        raise ContentError(file, mark.line + 1 if mark else 1, str(error.problem)) from error
    except yaml.reader.ReaderError as error:
        # The quick loader counts bytes, and the text is Cyrillic: so the line is looked for by its words.
        line = _line_of_character(text)
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


def _line_of_character(text: str) -> int:
    """The line of the first character that YAML does not allow."""
    found = yaml.reader.Reader.NON_PRINTABLE.search(text)
    return text.count("\n", 0, found.start() if found else 0) + 1


class _Misplaced(ValueError):
    """A fault in a question, with the way to its line."""

    def __init__(self, reason: str, *where: str | int) -> None:
        super().__init__(reason)
        self.where = where


def _with_options(
    path: Path, root: Path, questionnaire: Questionnaire, lists: dict[str, OptionList]
) -> Questionnaire:
    """The questionnaire with the options of the lists that its questions name, and checked question by
    question.
    """
    questions: list[Question] = []
    for number, found in enumerate(questionnaire.questions):
        try:
            question = _complete(found, lists)
            _refuse_long_words(question)
            if question.when is not None:
                _refuse_idle_condition(question.when, questionnaire.key, questions)
            questions.append(question)
        except _Misplaced as fault:
            text = path.read_text(encoding="utf-8-sig")
            line = _line_of(text, ("questions", number, *fault.where))
            raise ContentError(str(path.relative_to(root)), line, str(fault)) from None
    return questionnaire.model_copy(update={"questions": questions})


def _complete(question: Question, lists: dict[str, OptionList]) -> Question:
    where = "options" if question.options_from is None else "options_from"
    if question.options_from is not None:
        if question.options_from not in lists:
            raise _Misplaced(f"there is no list «{question.options_from}»", where)
        question = question.model_copy(update={"options": lists[question.options_from].options})
    for option in question.options:
        if len(question.key) + len(option.key) > BUTTON_KEYS_LIMIT:
            reason = f"«{question.key}» and «{option.key}» are longer than {BUTTON_KEYS_LIMIT} together"
            raise _Misplaced(f"the keys {reason}", where)
    return question


def _refuse_long_words(question: Question) -> None:
    """What a screen or a button has no room for."""
    for language in LANGUAGES:
        hint = question.hint.in_language(language) if question.hint else ""
        length = telegram_length(question.text.in_language(language) + hint)
        if length > QUESTION_LIMIT:
            reason = f"{language}: {length} characters with the hint, a question has {QUESTION_LIMIT}"
            raise _Misplaced(reason, "text")
        for option in question.options:
            label = option.text.in_language(language)
            if telegram_length(label) > OPTION_LIMIT:
                where = "options_from" if question.options_from else "options"
                raise _Misplaced(f"«{label}» is longer than {OPTION_LIMIT} characters", where)


def _refuse_idle_condition(when: Condition, form: str, earlier: list[Question]) -> None:
    """A condition names an earlier question with buttons, and answers that those buttons give."""
    if form in UNCONDITIONAL:
        raise _Misplaced(f"«{form}» asks everybody the same: no `when` here", "when")
    question = next((one for one in earlier if one.key == when.question), None)
    if question is None:
        raise _Misplaced(f"there is no earlier question «{when.question}»", "when", "question")
    if not question.chooses and question.kind != QuestionKind.SCALE:
        raise _Misplaced(f"«{when.question}» has no buttons that `is` could name", "when", "question")
    for number, answer in enumerate(when.answers):
        if not question.offers(answer):
            raise _Misplaced(f"«{when.question}» does not offer «{answer}»", "when", "is", number)


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
