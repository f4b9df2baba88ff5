"""A mentor's diary: written, changed and deleted by its author, and read by nobody else."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

import pytest
from sqlalchemy import func, select
from sqlalchemy.orm import Session

from models import DiaryEntry, Membership, Mentorship, Role
from services import diary
from services.access import Actor
from services.errors import AnswerEmpty, AnswerTooLong, NoLongerCurrent, NotAllowed
from tests.support.factories import (
    actor_of,
    make_confirmed_meeting,
    make_organization,
    make_pair,
    make_person,
)

NOON = datetime(2026, 9, 9, 9, 0, tzinfo=UTC)


@dataclass
class School:
    """A mentor with a mentee, and everybody who might be curious."""

    session: Session
    pair: Mentorship
    people: dict[str, Membership]

    def who(self, key: str) -> Actor:
        return actor_of(self.session, self.people[key])

    def count(self) -> int:
        return self.session.scalar(select(func.count()).select_from(DiaryEntry)) or 0


@pytest.fixture
def school(session: Session) -> School:
    place = make_organization(session)
    people = {
        role.value: make_person(session, role, place)
        for role in (Role.MENTOR, Role.MENTEE, Role.CURATOR, Role.HEAD, Role.PSYCHOLOGIST)
    }
    people["other_mentor"] = make_person(session, Role.MENTOR, place)
    return School(session, make_pair(session, people["mentor"], people["mentee"]), people)


@pytest.mark.requirement("P-mon-4")
def test_the_author_writes_reads_changes_and_deletes(school: School) -> None:
    mentor = school.who("mentor")
    first = diary.write(school.session, mentor, " Сегодня слушала больше, чем говорила ", now=NOON)
    diary.write(school.session, mentor, "Второе", now=NOON + timedelta(days=1))
    page = diary.mine(school.session, mentor)
    assert [one.text for one in page.entries] == ["Второе", "Сегодня слушала больше, чем говорила"]
    diary.edit(school.session, mentor, first.id, "Другими словами")
    assert diary.see(school.session, mentor, first.id).text == "Другими словами"
    diary.delete(school.session, mentor, first.id)
    assert school.count() == 1
    with pytest.raises(NoLongerCurrent):
        diary.see(school.session, mentor, first.id)


@pytest.mark.requirement("P-mon-4")
@pytest.mark.parametrize("who", ["mentee", "curator", "head", "psychologist", "other_mentor"])
def test_nobody_else_reads_or_touches_an_entry(school: School, who: str) -> None:
    entry = diary.write(school.session, school.who("mentor"), "Моё", mentorship_id=school.pair.id, now=NOON)
    curious = school.who(who)
    for attempt in (
        lambda: diary.see(school.session, curious, entry.id),
        lambda: diary.edit(school.session, curious, entry.id, "Чужое"),
        lambda: diary.delete(school.session, curious, entry.id),
    ):
        with pytest.raises(NotAllowed):
            attempt()
    if who == "other_mentor":
        assert diary.mine(school.session, curious).entries == ()
    else:
        with pytest.raises(NotAllowed):
            diary.mine(school.session, curious)
        with pytest.raises(NotAllowed):
            diary.write(school.session, curious, "Тоже хочу", now=NOON)
    assert school.session.get_one(DiaryEntry, entry.id).text == "Моё"


def test_an_entry_is_about_a_pair_or_meeting_of_ones_own(school: School) -> None:
    mentor, other = school.who("mentor"), school.who("other_mentor")
    meeting = make_confirmed_meeting(school.session, school.pair, NOON)
    entry = diary.write(school.session, mentor, "О встрече", meeting_id=meeting.id, now=NOON)
    assert entry.met_at == NOON and [name.role for name in entry.about] == [Role.MENTEE]
    assert [one.mentorship_id for one in diary.subjects(school.session, mentor)] == [school.pair.id]
    for subject in ({"meeting_id": meeting.id}, {"mentorship_id": school.pair.id}, {"meeting_id": 10**9}):
        with pytest.raises(NotAllowed):
            diary.write(school.session, other, "Чужая встреча", now=NOON, **subject)


def test_a_double_tap_makes_one_entry(school: School) -> None:
    for _ in range(2):
        diary.write(school.session, school.who("mentor"), "Одно", now=NOON)
    assert school.count() == 1


def test_words_that_are_empty_or_too_long_are_refused(school: School) -> None:
    mentor = school.who("mentor")
    with pytest.raises(AnswerEmpty):
        diary.write(school.session, mentor, "\u200b", now=NOON)
    with pytest.raises(AnswerTooLong):
        diary.write(school.session, mentor, "я" * 4001, now=NOON)
    assert diary.write(school.session, mentor, "я" * 4000, now=NOON).text == "я" * 4000


def test_many_entries_are_paged(school: School) -> None:
    for number in range(8):
        diary.write(school.session, school.who("mentor"), f"Запись {number}", now=NOON)
    page = diary.mine(school.session, school.who("mentor"), page=9)
    assert (page.page, page.pages, len(page.entries)) == (1, 2, 2)
