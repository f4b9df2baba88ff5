"""When to meet, in words as people type them: «вторник 15:30», «завтра после 6 урока», «12.11 в 14».

Pure: nothing here knows the database. Russian, Tatar and English in one grammar, because people mix them.
What is read is always said back in words before anything is sent.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from datetime import date, timedelta
from enum import StrEnum

from services.text_limits import clean

LONGEST = 120
NOON, DAY_MINUTES = 12 * 60, 24 * 60
LIKELY_AFTERNOON = range(1, 7)
"""«в 5» at a school is five in the afternoon."""


class Problem(StrEnum):
    """Why a phrase gives no time though its words are known."""

    NO_BELLS = "no-bells"
    NO_SUCH_LESSON = "no-such-lesson"
    NO_LESSONS = "no-lessons"


@dataclass(frozen=True, slots=True)
class Timetable:
    """What «after the 6th lesson» needs: the end of each lesson by its number, in minutes after midnight,
    and the number of the person's last lesson by weekday.
    """

    ends: Mapping[int, int]
    last: Mapping[int, int]


NO_TIMETABLE = Timetable({}, {})


@dataclass(frozen=True, slots=True)
class Reading:
    """What was understood: a day, a time in minutes after midnight, or both; what is missing is None.

    `after_lesson`: the number of a lesson whose end is meant. `problem`: what stands in the way of a time.
    """

    day: date | None = None
    minutes: int | None = None
    after_lesson: int | None = None
    after_lessons: bool = False
    problem: Problem | None = None

    @property
    def is_whole(self) -> bool:
        return self.day is not None and self.minutes is not None

    @property
    def is_empty(self) -> bool:
        return self.day is None and self.minutes is None and self.problem is None


def read(typed: str, today: date, timetable: Timetable = NO_TIMETABLE) -> Reading | None:
    """What the words say, or None when a part of them is not understood. The day is today or later unless
    a year was typed; a weekday is the next such day after today.
    """
    text = _normal(typed)
    if not text or len(text) > LONGEST:
        return None
    found = Reading()
    for rule in _RULES:
        match = rule.pattern.search(text)
        if match is None:
            continue
        read_so_far = rule.take(match, found, today)
        if read_so_far is None:
            continue
        found = read_so_far
        text = f"{text[: match.start()]} {text[match.end() :]}"
    if _FILLERS.sub(" ", text).strip(" ,.!;") or found == Reading():
        return None
    return _with_bells(found, timetable)


def complete(reading: Reading, day: date, timetable: Timetable) -> Reading:
    """A reading without a day, on this day: «after lessons» depends on it."""
    return _with_bells(replace(reading, day=reading.day or day, problem=None), timetable)


def _with_bells(found: Reading, timetable: Timetable) -> Reading:
    number = found.after_lesson
    if found.after_lessons:
        if found.day is None:
            return found
        number = timetable.last.get(found.day.weekday())
        if number is None:
            return replace(found, problem=Problem.NO_LESSONS)
    if number is None:
        return found
    if not timetable.ends:
        return replace(found, problem=Problem.NO_BELLS)
    if number not in timetable.ends:
        return replace(found, problem=Problem.NO_SUCH_LESSON)
    return replace(found, minutes=timetable.ends[number])


def _normal(typed: str) -> str:
    text = clean(typed).lower().replace("ё", "е").replace("–", "-").replace("—", "-").replace("−", "-")
    return f" {' '.join(text.split())} "


@dataclass(frozen=True, slots=True)
class _Rule:
    pattern: re.Pattern[str]
    take: Callable[[re.Match[str], Reading, date], Reading | None]


_WEEKDAYS: tuple[str, ...] = (
    r"понедельник\w*|пн|дүшәмбе\w*|monday|mon",
    r"вторник\w*|вт|сишәмбе\w*|tuesday|tues?",
    r"сред[ауые]|ср|чәршәмбе\w*|wednesday|wed",
    r"четверг\w*|чт|пән[җж]ешәмбе\w*|thursday|thurs?|thu",
    r"пятниц[ауые]|пт|[җж]омга\w*|friday|fri",
    r"суббот[ауые]|сб|шимбә\w*|saturday|sat",
    r"воскресень[еюя]|вс|якшәмбе\w*|sunday|sun",
)
_MONTHS: tuple[str, ...] = (
    r"январ[ья]|янв|гыйнвар\w*|january|jan",
    r"феврал[ья]|фев|february|feb",
    r"марта?|march|mar",
    r"апрел[ья]|апр|april|apr",
    r"ма[йя]|may",
    r"июн[ья]|june|jun",
    r"июл[ья]|july|jul",
    r"августа?|авг|august|aug",
    r"сентябр[ья]|сент?|september|sept?",
    r"октябр[ья]|окт|october|oct",
    r"ноябр[ья]|нояб?|november|nov",
    r"декабр[ья]|дек|december|dec",
)
_MONTH = "(?:" + "|".join(f"(?P<m{number}>{words})" for number, words in enumerate(_MONTHS, 1)) + ")"
_SUFFIX = r"(?:\s*(?:нче|енче|ынчы|ендә|ында|дә|да|тә|та))?"
_START, _END = r"(?<![\w.:/-])", r"(?![\w:/-])"
_ORDINALS = {
    "перв": 1,
    "втор": 2,
    "трет": 3,
    "четверт": 4,
    "пят": 5,
    "шест": 6,
    "седьм": 7,
    "восьм": 8,
}
_NUMBERS = {"два": 2, "две": 2, "три": 3, "четыре": 4, "пять": 5, "ике": 2, "өч": 3, "two": 2, "three": 3}
_NUMBER = "|".join(("[0-9]{1,2}", *_NUMBERS))


def _count(word: str | None) -> int:
    if not word:
        return 1
    return _NUMBERS[word] if word in _NUMBERS else int(word)


def _date(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None


def _next_date(month: int, day: int, today: date) -> date | None:
    """This year's or the next; the 29th of February: when there is one."""
    for year in range(today.year, today.year + 5):
        found = _date(year, month, day)
        if found is not None and found >= today:
            return found
    return None


def _on(found: Reading, day: date | None) -> Reading | None:
    """With the day, when none was understood before."""
    return None if day is None or found.day is not None else replace(found, day=day)


def _at(found: Reading, minutes: int | None) -> Reading | None:
    if minutes is None or not 0 <= minutes < DAY_MINUTES or _has_time(found):
        return None
    return replace(found, minutes=minutes)


def _has_time(found: Reading) -> bool:
    return found.minutes is not None or found.after_lesson is not None or found.after_lessons


def _iso(match: re.Match[str], found: Reading, _: date) -> Reading | None:
    return _on(found, _date(int(match["y"]), int(match["m"]), int(match["d"])))


def _numbers(match: re.Match[str], found: Reading, today: date) -> Reading | None:
    day, month, year = int(match["d"]), int(match["m"]), match["y"]
    if not year:
        return _on(found, _next_date(month, day, today))
    return _on(found, _date(int(year) if len(year) == 4 else 2000 + int(year), month, day))


def _words(match: re.Match[str], found: Reading, today: date) -> Reading | None:
    month = next(number for number in range(1, 13) if match[f"m{number}"])
    day, year = int(match["d"]), match["y"]
    return _on(found, _date(int(year), month, day) if year else _next_date(month, day, today))


def _relative(days: int) -> Callable[[re.Match[str], Reading, date], Reading | None]:
    return lambda _, found, today: _on(found, today + timedelta(days=days))


def _in_days(match: re.Match[str], found: Reading, today: date) -> Reading | None:
    return _on(found, today + timedelta(days=_count(match["n"])))


def _in_weeks(match: re.Match[str], found: Reading, today: date) -> Reading | None:
    return _on(found, today + timedelta(weeks=_count(match["n"])))


def _weekday(match: re.Match[str], found: Reading, today: date) -> Reading | None:
    weekday = next(number for number in range(7) if match[f"w{number}"])
    if match["next"]:
        # «На следующей неделе»: the one of the week after this, counted from Monday.
        monday = today + timedelta(days=7 - today.weekday())
        return _on(found, monday + timedelta(days=weekday))
    ahead = (weekday - today.weekday()) % 7 or 7
    if match["week"]:
        return _on(found, today + timedelta(days=ahead + 7))
    return _on(found, today + timedelta(days=ahead))


def _day_of_month(match: re.Match[str], found: Reading, today: date) -> Reading | None:
    number = int(match["d"])
    year, month = today.year, today.month
    for _ in range(12):
        day = _date(year, month, number)
        if day is not None and day >= today:
            return _on(found, day)
        year, month = (year + 1, 1) if month == 12 else (year, month + 1)
    return None


def _after_lesson(match: re.Match[str], found: Reading, _: date) -> Reading | None:
    if _has_time(found):
        return None
    word = match["n"]
    number = int(word) if word.isdigit() else next(n for w, n in _ORDINALS.items() if word.startswith(w))
    return replace(found, after_lesson=number)


def _after_lessons(_: re.Match[str], found: Reading, __: date) -> Reading | None:
    return None if _has_time(found) else replace(found, after_lessons=True)


def _clock(match: re.Match[str], found: Reading, _: date) -> Reading | None:
    said = match.groupdict()
    hour, minute, part = int(match["h"]), int(said.get("min") or 0), said.get("part") or said.get("before")
    if hour > 23 or minute > 59:
        return None
    half = _half(part)
    if half is None:
        likely = not match["h"].startswith("0") and hour in LIKELY_AFTERNOON
        return _at(found, (hour + 12 if likely else hour) * 60 + minute)
    if hour > 12:
        return _at(found, hour * 60 + minute) if half else None
    if part and part.startswith(("ноч", "төн")):
        hour = hour % 12 if hour in (12, 1, 2, 3, 4, 5) else hour + 12
        return _at(found, hour * 60 + minute)
    return _at(found, (hour % 12 + (12 if half else 0)) * 60 + minute)


def _half(word: str | None) -> bool | None:
    """Whether the afternoon is meant, the morning, or nobody said."""
    if not word:
        return None
    return not word.startswith(("утр", "иртә", "иртән", "am", "a.m"))


def _half_past(match: re.Match[str], found: Reading, _: date) -> Reading | None:
    """«полпятого» is half past four."""
    hour = next(number for stem, number in _HALVES.items() if match["h"].startswith(stem)) - 1
    return _at(found, ((hour or 12) + (12 if hour in LIKELY_AFTERNOON else 0)) * 60 + 30)


def _noon(_: re.Match[str], found: Reading, __: date) -> Reading | None:
    return _at(found, NOON)


def _one_oclock(_: re.Match[str], found: Reading, __: date) -> Reading | None:
    return _at(found, 13 * 60)


_HALVES = _ORDINALS | {"девят": 9, "десят": 10, "одиннадцат": 11, "двенадцат": 12}
_PART = r"утра|дня|вечера|ночи|a\.?m\.?|p\.?m\.?"
_BEFORE = r"иртәнге|иртән|көндезге|көндез|кичке|кичен|төнге|утром|днем|вечером"
_SEPARATED = r"[:.\-]|\s(?=[0-9]{2}\b)"


def _rule(pattern: str, take: Callable[[re.Match[str], Reading, date], Reading | None]) -> _Rule:
    return _Rule(re.compile(f"{_START}(?:{pattern}){_END}"), take)


_WEEKDAY = "|".join(f"(?P<w{number}>{words})" for number, words in enumerate(_WEEKDAYS))
_RULES: tuple[_Rule, ...] = (
    _rule(r"(?P<y>20[0-9]{2})-(?P<m>[0-9]{1,2})-(?P<d>[0-9]{1,2})", _iso),
    _rule(r"после\s+(?P<n>[0-9]{1,2})(?:\s*-?\s*(?:го|ого|его))?\s+урока", _after_lesson),
    _rule(r"после\s+(?P<n>(?:" + "|".join(_ORDINALS) + r")\w+)\s+урока", _after_lesson),
    _rule(r"(?P<n>[0-9]{1,2})\s*-?\s*(?:нче|нчы|енче|ынчы)?\s*дәрестән\s+соң", _after_lesson),
    _rule(r"after\s+(?:the\s+)?(?:lesson\s+)?(?P<n>[0-9]{1,2})(?:st|nd|rd|th)?(?:\s+lesson)?", _after_lesson),
    _rule(
        r"после\s+(?:всех\s+|моих\s+)?уроков|дәресләрдән\s+соң|after\s+(?:all\s+|my\s+)?lessons",
        _after_lessons,
    ),
    _rule(r"послезавтра|берсекөнгә|(?:the\s+)?day\s+after\s+tomorrow", _relative(2)),
    _rule(r"завтра|иртәгә|tomorrow", _relative(1)),
    _rule(r"сегодня|бүген|today", _relative(0)),
    _rule(rf"через\s+(?:(?P<n>{_NUMBER})\s+)?(?:неделю|недели|недель)", _in_weeks),
    _rule(rf"in\s+(?:a|one|(?P<n>{_NUMBER}))\s+weeks?", _in_weeks),
    _rule(rf"(?:бер|(?P<n>{_NUMBER}))\s+атнадан(?:\s+соң)?", _in_weeks),
    _rule(rf"через\s+(?P<n>{_NUMBER})\s+(?:дня|дней|день)", _in_days),
    _rule(rf"in\s+(?:a|one|(?P<n>{_NUMBER}))\s+days?", _in_days),
    _rule(rf"(?P<n>{_NUMBER})\s+көннән(?:\s+соң)?", _in_days),
    _rule(
        rf"(?:(?P<next>следующ\w+|next|киләсе)\s+)?(?:{_WEEKDAY})(?:\s+көнне)?"
        r"(?P<week>\s+через\s+неделю)?",
        _weekday,
    ),
    _rule(
        rf"(?P<d>[0-9]{{1,2}})(?:\s*-?\s*(?:го|е|нче|нчы|st|nd|rd|th|of))?\s+{_MONTH}"
        r"(?:дә|да|тә|та)?(?:\s+(?P<y>20[0-9]{2})(?:\s*(?:года?|г\.?|ел))?)?",
        _words,
    ),
    _rule(rf"{_MONTH}\s+(?P<d>[0-9]{{1,2}})(?:st|nd|rd|th)?(?:,?\s+(?P<y>20[0-9]{{2}}))?", _words),
    _rule(r"(?P<d>[0-9]{1,2})(?:\s*-?\s*го)?\s+числа", _day_of_month),
    _rule(r"(?P<d>[0-9]{1,2})-го", _day_of_month),
    _rule(r"(?P<d>[0-9]{1,2})[./](?P<m>0?[1-9]|1[0-2])(?:[./](?P<y>(?:20)?[0-9]{2}))?\.?", _numbers),
    _rule(
        rf"(?:(?P<before>{_BEFORE})\s+)?(?:сәгать\s+)?(?P<h>[0-9]{{1,2}})(?:{_SEPARATED})(?P<min>[0-9]{{2}})"
        rf"(?:\s*(?P<part>{_PART}))?{_SUFFIX}",
        _clock,
    ),
    _rule(
        rf"(?:(?P<before>{_BEFORE})\s+)(?:в\s+|сәгать\s+)?(?P<h>[0-9]{{1,2}}){_SUFFIX}",
        _clock,
    ),
    _rule(
        rf"(?:(?:в|к|на|at|сәгать)\s+)?(?P<h>[0-9]{{1,2}})(?P<min>[0-9]{{2}})?"
        rf"\s*(?:час(?:а|ов|ам)?|ч\.?|o'clock|h)?\s*(?P<part>{_PART})?{_SUFFIX}",
        _clock,
    ),
    _rule(r"пол-?\s?(?P<h>(?:" + "|".join(_HALVES) + r")\w+)", _half_past),
    _rule(r"(?:в\s+)?полдень|at\s+noon|noon", _noon),
    _rule(r"(?:в\s+)?час(?:\s+дня)?", _one_oclock),
)
_FILLERS = re.compile(
    r"(?<!\w)(?:в|во|на|к|около|примерно|давайте|можно|встретимся|встреча|часов|часа|час|ч|at|on|the|by|let's|meet|"
    r"сәгать|көнне|очрашабыз|очрашыйк)(?!\w)"
)
