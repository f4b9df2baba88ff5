"""What is stored of meetings, help and times, in words: a part of handlers/privacy/sections.py."""

# keys: privacy-series-*
# keys: privacy-trial-*
# keys: privacy-help-is-*
# keys: privacy-speed-*

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from zoneinfo import ZoneInfo

from handlers.common.translator import Translator
from services.meeting_data import MeetingData, StoredHelp, StoredNote, StoredSeries, StoredSpeed, StoredTask

Moment = Callable[[datetime], str]


def about_meetings(t: Translator, data: MeetingData, timezone: str) -> list[tuple[str, list[str]]]:
    """Keys of titles, and the lines below them."""

    def at(moment: datetime) -> str:
        day = moment.astimezone(ZoneInfo(timezone)).date()
        return f"{t.short_date(day)}, {t.time(moment, timezone)}"

    return [
        ("privacy-section-answers", _answers(t, data, at)),
        ("privacy-section-journal", _journal(t, data, at)),
        ("privacy-section-diary", _diary(t, data, at)),
        ("privacy-section-help", _help(t, data, at)),
        ("privacy-section-speed", [_speed(t, one, at) for one in data.speed]),
        ("privacy-section-times", _times(t, data)),
    ]


def _answers(t: Translator, data: MeetingData, at: Moment) -> list[str]:
    lines = [
        t.plain(
            "privacy-answer-yes" if one.agrees else "privacy-answer-no",
            at=at(one.meeting_at),
            reason=one.reason or "—",
        )
        for one in data.answers
    ]
    lines += [_series(t, one) for one in data.series]
    said = {one.meeting_at: t.plain(f"privacy-trial-{_dashed(one.word.value)}") for one in data.trial}
    lines += [t.plain("privacy-trial", at=at(moment), word=word) for moment, word in said.items()]
    return lines


def _series(t: Translator, one: StoredSeries) -> str:
    return t.plain(
        "privacy-series",
        rhythm=t.plain(f"privacy-series-{one.rhythm.value}"),
        status=t.plain(f"privacy-series-is-{one.status.value}"),
        since=t.short_date(one.starts_on),
        until=t.short_date(one.ends_on),
        time=_clock(one.at_minutes),
        place=one.place or "—",
    )


def _journal(t: Translator, data: MeetingData, at: Moment) -> list[str]:
    visits = [
        t.plain(
            "privacy-visit",
            at=at(one.meeting_at),
            lesson=one.lesson or "—",
            aim=one.aim or "—",
            findings=one.findings or "—",
        )
        for one in data.visits
    ]
    return [
        *(_note(t, one, at) for one in data.notes),
        *visits,
        *(_task(t, one, at) for one in data.tasks),
    ]


def _note(t: Translator, one: StoredNote, at: Moment) -> str:
    worked_on = ", ".join(t.option("difficulty", key) for key in one.difficulties)
    return t.plain("privacy-note", at=at(one.meeting_at), done=one.done or "—", difficulties=worked_on or "—")


def _task(t: Translator, one: StoredTask, at: Moment) -> str:
    if one.done_at is not None:
        state = t.plain("privacy-task-done", at=at(one.done_at))
    else:
        state = t.plain("privacy-task-dropped" if one.is_dropped else "privacy-task-open")
    key = "privacy-task-own" if one.own else "privacy-task-others"
    return t.plain(key, text=one.text or "—", due=t.short_date(one.due_on), state=state)


def _diary(t: Translator, data: MeetingData, at: Moment) -> list[str]:
    return [t.plain("privacy-diary", at=at(one.written_at), text=one.text) for one in data.diary]


def _help(t: Translator, data: MeetingData, at: Moment) -> list[str]:
    return [
        *(_help_request(t, one, at) for one in data.help_requests),
        *(
            t.plain(
                "privacy-help-answer",
                at=at(one.answered_at),
                text=t.option("quick_answer", one.text) or "—",
            )
            for one in data.help_answers
        ),
    ]


def _help_request(t: Translator, one: StoredHelp, at: Moment) -> str:
    line = t.plain(
        "privacy-help",
        at=at(one.asked_at),
        topic=t.option("difficulty", one.topic) if one.topic else "—",
        text=one.text or "—",
        status=t.plain(f"privacy-help-is-{_dashed(one.status.value)}"),
    )
    if one.helped is None:
        return line
    return f"{line} {t.plain('privacy-help-helped' if one.helped else 'privacy-help-not-helped')}"


def _speed(t: Translator, one: StoredSpeed, at: Moment) -> str:
    line = t.plain(f"privacy-speed-{one.part.value}", at=at(one.starts_at), topic=one.topic or "—")
    if one.held is None:
        return line
    return f"{line} {t.plain('privacy-speed-held' if one.held else 'privacy-speed-not-held')}"


def _times(t: Translator, data: MeetingData) -> list[str]:
    weekdays = t.plain("calendar-weekdays").split()
    lines = [
        t.plain(
            "privacy-time",
            weekday=weekdays[one.weekday],
            since=_clock(one.from_minute),
            until=_clock(one.until_minute),
        )
        for one in data.times
    ]
    lines += [
        t.plain(
            "privacy-lesson",
            weekday=weekdays[one.weekday],
            number=str(one.number),
            organization=one.organization,
        )
        for one in data.lessons
    ]
    if data.reminder_minutes is not None:
        chosen = ", ".join(str(minutes) for minutes in data.reminder_minutes)
        lines.append(t.plain("privacy-reminders", minutes=chosen or "—"))
    if not data.calendar_files:
        lines.append(t.plain("privacy-no-files"))
    if data.has_feed:
        lines.append(t.plain("privacy-feed"))
    return lines


def _clock(minutes: int) -> str:
    return "{:02d}:{:02d}".format(*divmod(minutes, 60))


def _dashed(word: str) -> str:
    return word.replace("_", "-")
