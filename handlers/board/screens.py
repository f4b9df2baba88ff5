"""How the board looks: views in, screens out. Knows no database and decides nothing.

# keys: board-part-*
# keys: board-reason-*
# keys: board-trial-*
"""

from __future__ import annotations

from collections.abc import Sequence

from aiogram.types import InlineKeyboardButton

from handlers.board.callbacks import (
    BoardOpened,
    MonthAsked,
    PairHealthOpened,
    RhythmAsked,
    RhythmSet,
    SheetAsked,
    TaskReminded,
)
from handlers.common.callbacks import HistoryOpened, PairReminded, PersonOpened
from handlers.common.keyboards import button, grid, inline, menu_button, pager
from handlers.common.screen import Screen
from handlers.common.translator import Translator
from handlers.consents.callbacks import AmendmentsOpened
from handlers.pairing.callbacks import PairOpened
from models import MeetingStatus
from services.meeting_concerns import Overload
from services.names import PersonName
from services.pair_board import AS_THE_SCHOOL, RHYTHMS, Board, BoardLine
from services.pair_facts import Met
from services.pair_health import Part, Score
from services.pair_reminders import Reminded

NAME_SHOWN = 60
SCHOOL_SHOWN = 60
MENTEES_SHOWN = 3
GOOD = 80


def pair_name(t: Translator, mentor: PersonName, mentees: Sequence[PersonName]) -> str:
    """«mentor → mentees», as plain text: of a large group the first of them."""
    names = [t.cut(t.name(one), NAME_SHOWN) for one in mentees[:MENTEES_SHOWN]]
    others = ", ".join([*names, "…"] if len(mentees) > MENTEES_SHOWN else names)
    return t.plain("board-pair", mentor=t.cut(t.name(mentor), NAME_SHOWN), mentees=others)


def number(value: float) -> str:
    """«7» and «7.5», with as many digits as mean something."""
    return f"{value:.1f}".removesuffix(".0")


# ---- the list


def board(t: Translator, view: Board, timezone: str) -> Screen:
    """A page of pairs, the neediest first."""
    head = t("board-title", total=view.total, attention=view.attention)
    if not view.total:
        return Screen(t("board-empty"), inline([menu_button(t)]))
    entries = [_entry(t, line, view.several, timezone) for line in view.lines] or [t("board-all-well")]
    rows = [[_line_button(t, line)] for line in view.lines]
    turns = pager(t, view.page, view.pages, lambda page: BoardOpened(only=view.only_attention, page=page))
    return Screen("\n\n".join([head, *entries]), inline(*rows, turns, _filters(t, view), _files(t)))


def _filters(t: Translator, view: Board) -> list[InlineKeyboardButton]:
    if view.only_attention:
        return [button(t.plain("board-show-all", total=view.total), BoardOpened())]
    return [button(t.plain("board-show-needy", count=view.attention), BoardOpened(only=True))]


def _files(t: Translator) -> list[InlineKeyboardButton]:
    return [
        button(t.plain("board-picture"), MonthAsked()),
        button(t.plain("board-sheet"), SheetAsked()),
        menu_button(t),
    ]


def _line_button(t: Translator, line: BoardLine) -> InlineKeyboardButton:
    mentee = t.name(line.mentees[0]) if line.mentees else ""
    words = t.plain("board-line-button", mark=mark(line), mentor=t.name(line.mentor), mentee=mentee)
    return button(words, PairHealthOpened(mentorship_id=line.mentorship_id))


def mark(line: BoardLine) -> str:
    """A coloured sign for the figure; the figure itself stands beside it in the text."""
    if line.is_paused:
        return "⏸"
    if line.needs_attention:
        return "🔴"
    return "🟢" if line.health.value is None or line.health.value >= GOOD else "🟡"


def _entry(t: Translator, line: BoardLine, several: bool, timezone: str) -> str:
    """Four short lines."""
    head = t(
        "board-entry",
        mark=mark(line),
        health=figure(t, line),
        pair=pair_name(t, line.mentor, line.mentees),
    )
    return "\n".join(
        one
        for one in (
            head,
            t("board-entry-school", school=t.cut(line.organization_name, SCHOOL_SHOWN)) if several else "",
            meetings_words(t, line, timezone),
            known_words(t, line),
        )
        if one
    )


def figure(t: Translator, line: BoardLine) -> str:
    return t.plain("board-unknown") if line.health.value is None else str(line.health.value)


def meetings_words(t: Translator, line: BoardLine, timezone: str) -> str:
    if line.is_paused:
        return t("board-entry-paused")
    return t(
        "board-entry-meetings",
        last=last_words(t, line, timezone),
        next=next_words(t, line.next, timezone),
    )


def last_words(t: Translator, line: BoardLine, timezone: str) -> str:
    """When the last meeting was, and how many days have passed of how many, as plain text."""
    if line.last is None:
        return t.plain("board-last-none", days=line.days, limit=line.limit_days)
    day = t.short_day(line.last.at, timezone)
    key = "board-last-late" if line.days > line.limit_days else "board-last"
    return t.plain(key, day=day, days=line.days, limit=line.limit_days)


def next_words(t: Translator, met: Met | None, timezone: str) -> str:
    if met is None:
        return t.plain("board-next-none")
    key = "board-next" if met.status is MeetingStatus.CONFIRMED else "board-next-proposed"
    return t.plain(key, when=t.moment(met.at, timezone))


def known_words(t: Translator, line: BoardLine) -> str:
    """Tasks, mood and the words after the trial meeting, as far as there are any."""
    parts = [
        tasks_words(t, line),
        t.plain("board-entry-mood", mood=number(line.mood)) if line.mood is not None else "",
        t.plain("board-entry-trial", words=trial_words(t, line)) if line.trial else "",
    ]
    return t("board-entry-known", words=" · ".join(one for one in parts if one)) if any(parts) else ""


def tasks_words(t: Translator, line: BoardLine) -> str:
    tasks = line.tasks
    if not tasks.total:
        return ""
    key = "board-entry-tasks-late" if tasks.overdue else "board-entry-tasks"
    return t.plain(key, done=tasks.done, total=tasks.total, overdue=tasks.overdue)


def trial_words(t: Translator, line: BoardLine) -> str:
    """Every different word once: who of the two said which is not told here."""
    return ", ".join(
        t.plain(f"board-trial-{word.value.replace('_', '-')}") for word in dict.fromkeys(line.trial)
    )


# ---- one pair


def pair(t: Translator, line: BoardLine, timezone: str) -> Screen:
    """The figure explained part by part, and what can be done."""
    head = t(
        "board-card",
        mark=mark(line),
        health=figure(t, line),
        pair=pair_name(t, line.mentor, line.mentees),
        school=t.cut(line.organization_name, SCHOOL_SHOWN),
    )
    scores = [_score(t, score, line) for score in line.health.scores]
    blocks = [
        head,
        meetings_words(t, line, timezone),
        "\n".join([t("board-parts"), *scores]) if scores else "",
        _unknown(t, line.health.unknown),
        t("board-own") if line.is_own else "",
        t("board-rhythm-own", days=line.rhythm_days)
        if line.own_rhythm
        else t("board-rhythm-school", days=line.rhythm_days),
        t("board-ends-on", day=t.short_date(line.ends_on)) if line.ends_on else "",
    ]
    return Screen("\n\n".join(one for one in blocks if one), inline(*_acts(t, line)))


def _acts(t: Translator, line: BoardLine) -> list[list[InlineKeyboardButton]]:
    where = line.mentorship_id
    remind = button(t.plain("board-remind"), PairReminded(mentorship_id=where))
    return [
        [] if line.is_paused or line.next else [remind],
        [
            button(t.plain("board-rhythm"), RhythmAsked(mentorship_id=where)),
            button(t.plain("board-open-pair"), PairOpened(mentorship_id=where)),
        ],
        [button(t.plain("journal-history"), HistoryOpened(mentorship_id=where))],
        [button(t.plain("board-back"), BoardOpened()), menu_button(t)],
    ]


def _score(t: Translator, score: Score, line: BoardLine) -> str:
    return t(
        "board-score",
        part=t.plain(f"board-part-{score.part.value}"),
        value=score.value,
        weight=score.weight,
        reason=_reason(t, score, line),
    )


def _reason(t: Translator, score: Score, line: BoardLine) -> str:
    return t.plain(
        f"board-reason-{score.reason.value}",
        days=line.days,
        limit=line.limit_days,
        total=line.tasks.total,
        overdue=line.tasks.overdue,
        mood=number(line.mood or 0),
    )


def explained(t: Translator, score: Score, line: BoardLine) -> str:
    """One part in one line of a file, as plain text."""
    part = t.plain(f"board-part-{score.part.value}")
    return t.plain("board-score-plain", part=part, value=score.value, reason=_reason(t, score, line))


def _unknown(t: Translator, parts: Sequence[Part]) -> str:
    names = ", ".join(t.plain(f"board-part-{part.value}").lower() for part in parts)
    return t("board-parts-unknown", parts=names) if parts else ""


def ask_rhythm(t: Translator, line: BoardLine) -> Screen:
    """One question: how often."""
    where = line.mentorship_id
    choices = [
        button(
            _chosen(t, t.plain("board-rhythm-days", days=days), line.own_rhythm == days),
            RhythmSet(mentorship_id=where, days=days),
        )
        for days in RHYTHMS
    ]
    school = button(
        _chosen(t, t.plain("board-rhythm-as-school"), line.own_rhythm is None),
        RhythmSet(mentorship_id=where, days=AS_THE_SCHOOL),
    )
    text = t("board-ask-rhythm", pair=pair_name(t, line.mentor, line.mentees))
    back = button(t.plain("button-back"), PairHealthOpened(mentorship_id=where))
    return Screen(text, inline(*grid(choices, 2), [school], [back]))


def _chosen(t: Translator, words: str, is_chosen: bool) -> str:
    return t.plain("board-chosen", words=words) if is_chosen else words


def reminded(t: Translator, done: Reminded) -> str:
    """What came of a reminder, to be put above a screen."""
    lines = [t("board-reminded", names=_names(t, done.told))] if done.told else []
    if done.unreachable:
        lines.append(t("board-unreachable", names=_names(t, done.unreachable)))
    return "\n".join(lines or [t("board-reminded-already")])


def _names(t: Translator, names: Sequence[PersonName]) -> str:
    shown = [t.cut(t.name(one), NAME_SHOWN) for one in names[:MENTEES_SHOWN]]
    return ", ".join([*shown, "…"] if len(names) > MENTEES_SHOWN else shown)


def places_given(t: Translator, given: Overload) -> Screen:
    """The mentor has as many places as mentees."""
    name = t.cut(t.name(given.name), NAME_SHOWN)
    person = button(t.plain("board-open-person"), PersonOpened(membership_id=given.membership_id))
    return Screen(
        t("board-places-given", name=name, places=given.capacity), inline([person], [menu_button(t)])
    )


# ---- buttons of the cards of alerts


def pair_buttons(
    t: Translator, mentorship_id: int, *, final: bool = False, task_id: int = 0, rhythm: bool = False
) -> list[list[InlineKeyboardButton]]:
    """What resolves an alert about a pair."""
    remind = PairReminded(mentorship_id=mentorship_id, final=final)
    first = button(t.plain("board-remind"), remind)
    if task_id:
        first = button(t.plain("board-remind-task"), TaskReminded(task_id=task_id))
    second = [button(t.plain("board-open-health"), PairHealthOpened(mentorship_id=mentorship_id))]
    if rhythm:
        second.append(button(t.plain("board-rhythm"), RhythmAsked(mentorship_id=mentorship_id)))
    if final:
        second.append(button(t.plain("board-extend"), AmendmentsOpened(mentorship_id=mentorship_id)))
    return [[first], second]
