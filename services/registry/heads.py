"""What the columns of a staff file are called, in any order and wording, and the words for roles.

A lexicon: add a piece of a word, in small letters and without punctuation. Knows nothing of files.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping, Sequence
from enum import StrEnum

from models import Role

HEAD_LIMIT = 160
_NOT_WORDS = re.compile(r"[^\w№#]+|_+")


class Field(StrEnum):
    """What a column of a staff file holds."""

    NUMBER = "number"
    NAME = "name"
    LAST = "last"
    FIRST = "first"
    PATRONYMIC = "patronymic"
    ROLE = "role"
    SUBJECT = "subject"
    EXPERIENCE = "experience"
    CATEGORY = "category"
    DIFFICULTIES = "difficulties"
    STRENGTHS = "strengths"
    CAPACITY = "capacity"
    CONSENT_NUMBER = "consent_number"
    CONSENT_DATE = "consent_date"


_LEXICON: tuple[tuple[Field, re.Pattern[str]], ...] = tuple(
    (field, re.compile(pattern))
    for field, pattern in (
        (
            Field.NUMBER,
            r"^(?:№|n|no|#|номер)?(?: ?п ?п)?$"  # text-check: allow
            r"|^(?:№|номер) (?:по порядку|строки)$",  # text-check: allow
        ),
        (
            Field.CONSENT_DATE,
            r"(?=.*(?:соглас|ризалык|consent))"  # text-check: allow
            r"(?=.*(?:\bдат|\bкогда|көне|вакыт|\bdate|\bday))",  # text-check: allow
        ),
        (
            # The numbers of our own records, in a registry that was given out, are those of no paper.
            Field.CONSENT_NUMBER,
            r"^(?!.*(?:запис|язма|record)).*(?:соглас|ризалык|consent)",  # text-check: allow
        ),
        (
            Field.CAPACITY,
            r"(?:сколько|кол во|количеств|число|ничә|саны|how many|number of|max\w*)"  # text-check: allow
            r".*(?:наставляем|подопечн|мест|остазлан|mentee|place)"  # text-check: allow
            r"|^нагрузка наставника|^вместимость|^capacity",  # text-check: allow
        ),
        (
            Field.STRENGTHS,
            r"компетен|сильн|достоинств|(?:может|готов\w*) помо"  # text-check: allow
            r"|чем помо|помога|чему (?:может|готов)|көчле|ярдәм"  # text-check: allow
            r"|strength|competen|can help|good at",
        ),
        (
            Field.DIFFICULTIES,
            r"затрудн|дефицит|трудност|проблем|запрос|потребност|нуж(?:на|ен|но|дает)"  # text-check: allow
            r"|кыенлык|авырлык|ихтыяҗ|difficult|need|request|deficit",  # text-check: allow
        ),
        (
            Field.ROLE,
            r"\bроль|\bроли\b|\bкого\b|\bкем\b|^кто\b|^статус|участвует"  # text-check: allow
            r"|вид участия|категория участник"  # text-check: allow
            r"|наставни.*наставляем|наставляем.*наставни|\brole\b|\bstatus\b|takes part",  # text-check: allow
        ),
        (Field.CATEGORY, r"категори|category|квалификац|qualification"),  # text-check: allow
        (Field.EXPERIENCE, r"стаж|опыт|\bлет\b|тәҗрибә|experience|years"),  # text-check: allow
        (
            Field.SUBJECT,
            r"предмет|дисциплин|преподает|что ведет|специальност|\bфән|subject|teaches",  # text-check: allow
        ),
        (
            Field.LAST,
            r"^(?!.*имя)(?!.*отчеств).*фамили"  # text-check: allow
            r"|^surname|^last name|^family name",
        ),
        (
            Field.PATRONYMIC,
            r"^(?!.*имя)(?!.*фамили).*отчеств|^атасы"  # text-check: allow
            r"|^patronymic|^middle name",
        ),
        (Field.FIRST, r"^имя(?!.*фамили)|^исем[еи]?$|^first name|^given name"),  # text-check: allow
        (
            Field.NAME,
            r"\bфио\b|\bф и о\b|фамили.*имя|имя.*фамили|^исем фамили|^фамилия исем"  # text-check: allow
            r"|^(?:сотрудник|работник|педагог|учител|участник|наставник|наставляем)"  # text-check: allow
            r"|full name|^name|^employee|^teacher|^mentors? name|^mentees? name|^mentors?$|^mentees?$",
        ),
    )
)
_NOT_A_ROLE = re.compile(
    r"наставни.*наставляем|наставляем.*наставни"  # text-check: allow
    r"|mentor.*mentee|mentee.*mentor"
)
_ROLES: tuple[tuple[Role, re.Pattern[str]], ...] = tuple(
    (role, re.compile(pattern))
    for role, pattern in (
        (
            Role.MENTEE,
            r"наставляем|подопечн|стажер|стажирующ"  # text-check: allow
            r"|молод\w+ (?:специалист|педагог|учител|коллег)|начинающ|остазлан"  # text-check: allow
            r"|\bmentees?\b|\btrainee|beginner",
        ),
        (Role.MENTOR, r"наставни(?!че)|остаз(?!лык)|\bmentors?\b"),  # text-check: allow
    )
)
_OTHER_ROLES = re.compile(
    r"куратор|директор|завуч|заместител|психолог|тьютор|методист|родител|ученик|совет"  # text-check: allow
    r"|curator|head|psycholog|tutor|parent|pupil|editor|council",
)
_EXAMPLES = frozenset(("пример", "образец", "example", "үрнәк", "мисал"))  # text-check: allow
_TOTALS = re.compile(r"^(?:итого|всего|всег|барлыгы|total)\b")  # text-check: allow
_LESS = re.compile(r"менее|меньше|молод|нет|кимрәк|юк|less|none")  # text-check: allow


def folded(text: str) -> str:
    """Small letters, single blanks, no punctuation, and one letter for two that people mix."""
    lowered = unicodedata.normalize("NFC", text).casefold().replace("ё", "е")  # text-check: allow
    return _NOT_WORDS.sub(" ", lowered).strip()


def field_of(head: str) -> Field | None:
    """What a column with this head holds, or None when it is nothing that is taken over."""
    if not head or len(head) > HEAD_LIMIT:
        return None
    words = folded(head)
    return next((field for field, pattern in _LEXICON if pattern.search(words)), None)


def fields_of(heads: Sequence[str]) -> Mapping[Field, int]:
    """The column of each field. Of two with the same meaning the left one counts: to the right of a mentee
    stands their mentor.
    """
    found: dict[Field, int] = {}
    for column, head in enumerate(heads):
        field = field_of(head)
        if field is not None and field not in found:
            found[field] = column
    return found


def role_in(text: str) -> Role | None:
    """The role that a text names; None when it names none, or both."""
    words = folded(text)
    if _NOT_A_ROLE.search(words):
        return None
    return next((role for role, pattern in _ROLES if pattern.search(words)), None)


def names_other_role(text: str) -> bool:
    """A role of the programme into which people come by a link of their own."""
    return bool(_OTHER_ROLES.search(folded(text)))


def is_example(text: str) -> bool:
    """Is this the mark of the template's example row?"""
    return folded(text) in _EXAMPLES


def is_total(text: str) -> bool:
    return bool(_TOTALS.search(folded(text)))


def says_less_than_a_year(text: str) -> bool:
    return bool(_LESS.search(folded(text)))
