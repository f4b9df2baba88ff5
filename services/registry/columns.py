"""The columns of the registries of mentors and mentees, and which grade of privacy shows which (N-3.4-5,
L-1-5, L-1-6, L-2-4).

Contacts and the year of birth stand in no registry: the first are not stored at all, the second is kept of
pupils only, to know who consents for them. A pupil's class is given instead.
"""

from __future__ import annotations

from enum import StrEnum

from models import Partition, Role

REGISTRY_ROLES = (Role.MENTOR, Role.MENTEE)


class Grade(StrEnum):
    """Full: for those who decide at the school. Anonymous: codes instead of names, nothing that a group of
    fewer than five shares. Numbers: no rows at all.
    """

    FULL = "full"
    ANONYMOUS = "anonymous"
    NUMBERS = "numbers"


class Column(StrEnum):
    NUMBER = "number"
    SCHOOL = "school"
    NAME = "name"
    CODE = "code"
    STATUS = "status"
    WORKPLACE = "workplace"
    CLASS = "class"
    SUBJECT = "subject"
    CATEGORY = "category"
    EXPERIENCE = "experience"
    DIFFICULTIES = "difficulties"
    STRENGTHS = "strengths"
    ACHIEVEMENTS = "achievements"
    INTERESTS = "interests"
    DESIRED = "desired"
    TIMES = "times"
    CAPACITY = "capacity"
    ENTERED = "entered"
    MENTORS = "mentors"
    MENTEES = "mentees"
    FORM = "form"
    THEIR_WORKPLACE = "their_workplace"
    ORDER = "order"
    COMPLETED = "completed"
    RESULT = "result"
    CONSENTS = "consents"
    WAITING = "waiting"


_FULL = {
    Role.MENTEE: (
        Column.NUMBER,
        Column.NAME,
        Column.CODE,
        Column.STATUS,
        Column.CLASS,
        Column.SUBJECT,
        Column.CATEGORY,
        Column.EXPERIENCE,
        Column.DIFFICULTIES,
        Column.ENTERED,
        Column.MENTORS,
        Column.FORM,
        Column.THEIR_WORKPLACE,
        Column.ORDER,
        Column.COMPLETED,
        Column.RESULT,
        Column.CONSENTS,
        Column.WAITING,
    ),
    Role.MENTOR: (
        Column.NUMBER,
        Column.NAME,
        Column.CODE,
        Column.STATUS,
        Column.WORKPLACE,
        Column.CLASS,
        Column.SUBJECT,
        Column.CATEGORY,
        Column.EXPERIENCE,
        Column.STRENGTHS,
        Column.ACHIEVEMENTS,
        Column.INTERESTS,
        Column.DESIRED,
        Column.TIMES,
        Column.CAPACITY,
        Column.ENTERED,
        Column.MENTEES,
        Column.FORM,
        Column.THEIR_WORKPLACE,
        Column.ORDER,
        Column.COMPLETED,
        Column.RESULT,
        Column.CONSENTS,
    ),
}
_NOT_ANONYMOUS = frozenset(
    (
        Column.NAME,
        Column.WORKPLACE,
        Column.THEIR_WORKPLACE,
        Column.ACHIEVEMENTS,
        Column.INTERESTS,
        Column.DESIRED,
        Column.TIMES,
        Column.ORDER,
        Column.COMPLETED,
        Column.CONSENTS,
    )
)
"""What names somebody, was typed freely, or leads to a document that names them."""
_OF_TEACHERS = frozenset(
    (
        Column.CATEGORY,
        Column.EXPERIENCE,
        Column.WORKPLACE,
        Column.ACHIEVEMENTS,
        Column.DESIRED,
        Column.THEIR_WORKPLACE,
    )
)
_OF_PUPILS = frozenset((Column.CLASS,))


def columns_of(
    role: Role, partition: Partition, grade: Grade, *, of_territory: bool = False
) -> tuple[Column, ...]:
    """The columns of a registry, from left to right. `of_territory`: it has the rows of several schools.

    A registry of numbers has none.
    """
    if grade is Grade.NUMBERS:
        return ()
    left_out = _OF_PUPILS if partition == Partition.TEACHER else _OF_TEACHERS
    hidden = _NOT_ANONYMOUS if grade is Grade.ANONYMOUS else frozenset()
    kept = [one for one in _FULL[role] if one not in left_out and one not in hidden]
    if of_territory:
        kept.insert(1, Column.SCHOOL)
    return tuple(kept)
