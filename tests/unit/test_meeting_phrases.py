"""Words about when to meet: what is understood in three languages, and what is refused."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from services import break_days
from services.meeting_phrases import Problem, Timetable, complete, read

TODAY = date(2026, 11, 18)
"""A Wednesday."""
TIMETABLE = Timetable({number: 510 + number * 50 for number in range(1, 9)}, {3: 5, 4: 6})
DAYS = ("понедельник", "вторник", "среда", "четверг", "пятница", "суббота", "воскресенье")
TATAR = ("дүшәмбе", "сишәмбе", "чәршәмбе", "пәнҗешәмбе", "җомга", "шимбә", "якшәмбе")
ENGLISH = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")


@pytest.mark.parametrize(
    ("typed", "day", "clock"),
    [
        ("вторник 15:30", "24.11", "15:30"),
        ("во вторник в 15.30", "24.11", "15:30"),
        ("в среду в 15", "25.11", "15:00"),
        ("завтра после 6 урока", "19.11", "13:30"),
        ("завтра после шестого урока", "19.11", "13:30"),
        ("12.12 в 14", "12.12", "14:00"),
        ("сегодня в 5 вечера", "18.11", "17:00"),
        ("сегодня в 5", "18.11", "17:00"),
        ("сегодня в 05:30", "18.11", "05:30"),
        ("в пятницу", "20.11", None),
        ("через неделю в 16", "25.11", "16:00"),
        ("через 2 недели", "02.12", None),
        ("через три дня в 9 утра", "21.11", "09:00"),
        ("послезавтра 10-30", "20.11", "10:30"),
        ("1530", None, "15:30"),
        ("30 ноября 14:00", "30.11", "14:00"),
        ("24-го в 15", "24.11", "15:00"),
        ("в следующий вторник 15:00", "24.11", "15:00"),
        ("завтра полпятого", "19.11", "16:30"),
        ("в час дня во вторник", "24.11", "13:00"),
        ("завтра после уроков", "19.11", "12:40"),
        ("сишәмбе 15:30", "24.11", "15:30"),
        ("пәнҗешәмбе көнне 14:00дә", "19.11", "14:00"),
        ("иртәгә 6 дәрестән соң", "19.11", "13:30"),
        ("бүген кичке 5", "18.11", "17:00"),
        ("берсекөнгә 10:00", "20.11", "10:00"),
        ("бер атнадан 16:00", "25.11", "16:00"),
        ("tuesday 3:30 pm", "24.11", "15:30"),
        ("tomorrow at 5pm", "19.11", "17:00"),
        ("day after tomorrow at 10 am", "20.11", "10:00"),
        ("after lesson 7 tomorrow", "19.11", "14:20"),
        ("in a week at 16", "25.11", "16:00"),
        ("  ВТОРНИК,   15:30 ", "24.11", "15:30"),
    ],
)
def test_is_understood(typed: str, day: str | None, clock: str | None) -> None:
    found = read(typed, TODAY, TIMETABLE)
    assert found is not None
    assert (found.day and f"{found.day:%d.%m}") == day
    said = None if found.minutes is None else f"{found.minutes // 60:02}:{found.minutes % 60:02}"
    assert said == clock


@pytest.mark.parametrize(
    "typed",
    ["", "привет", "вторник среда", "15:30 16:30", "31.02", "25:70", "завтра в кабинете", "x" * 500, "1" * 9],
)
def test_is_not_guessed_at(typed: str) -> None:
    assert read(typed, TODAY, TIMETABLE) is None


def test_a_lesson_without_bells_is_said_to_be_so() -> None:
    no_bells, unknown = read("завтра после 6 урока", TODAY), read("завтра после 11 урока", TODAY, TIMETABLE)
    assert no_bells is not None and no_bells.problem == Problem.NO_BELLS
    assert unknown is not None and unknown.problem == Problem.NO_SUCH_LESSON
    nothing_on = read("в понедельник после уроков", TODAY, TIMETABLE)
    assert nothing_on is not None and nothing_on.problem == Problem.NO_LESSONS


def test_after_lessons_waits_for_its_day() -> None:
    found = read("после уроков", TODAY, TIMETABLE)
    assert found is not None and found.minutes is None and found.problem is None
    assert complete(found, date(2026, 11, 20), TIMETABLE).minutes == TIMETABLE.ends[6]


@given(
    today=st.dates(date(2020, 1, 1), date(2030, 12, 31)),
    weekday=st.integers(0, 6),
    minutes=st.integers(7 * 60, 24 * 60 - 1),
    names=st.sampled_from((DAYS, TATAR, ENGLISH)),
)
def test_a_weekday_is_the_next_one(today: date, weekday: int, minutes: int, names: tuple[str, ...]) -> None:
    found = read(f"{names[weekday]} {minutes // 60}:{minutes % 60:02}", today)
    assert found is not None and found.day is not None and found.minutes == minutes
    assert found.day.weekday() == weekday
    assert timedelta(0) < found.day - today <= timedelta(days=7)


@given(today=st.dates(date(2020, 1, 1), date(2030, 12, 31)), ahead=st.integers(0, 364))
def test_a_date_is_the_next_one(today: date, ahead: int) -> None:
    day = today + timedelta(days=ahead)
    found = read(f"{day:%d.%m} в 14:00", today)
    assert found is not None and found.day == day and found.minutes == 14 * 60


@given(st.text(max_size=130))
def test_nothing_that_is_typed_breaks_it(typed: str) -> None:
    found = read(typed, TODAY, TIMETABLE)
    if found is not None:
        assert found.minutes is None or 0 <= found.minutes < 24 * 60
        assert found.day is not None or found.minutes is not None or found.problem or found.after_lessons


@pytest.mark.parametrize(
    ("typed", "first", "last"),
    [
        ("26.12 – 08.01", date(2026, 12, 26), date(2027, 1, 8)),
        ("26.12-08.01", date(2026, 12, 26), date(2027, 1, 8)),
        ("с 28 декабря по 8 января", date(2026, 12, 28), date(2027, 1, 8)),
        ("from 28 December to 8 January", date(2026, 12, 28), date(2027, 1, 8)),
        ("01.12.2026 - 05.12.2026", date(2026, 12, 1), date(2026, 12, 5)),
    ],
)
def test_holidays_are_two_days(typed: str, first: date, last: date) -> None:
    assert break_days.read(typed, TODAY) == (first, last)


@pytest.mark.parametrize("typed", ["", "26.12", "когда-нибудь", "26.12 - потом", "31.02 - 03.03"])
def test_holidays_are_not_guessed(typed: str) -> None:
    assert break_days.read(typed, TODAY) is None
