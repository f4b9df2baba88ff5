"""Screens of one's duties: lists, the card of one, the questions about it, and what the bot says by itself.

The plan as a whole is in `plan_screens`.
"""

# keys: roadmap-evidence-*, roadmap-kind-*
from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import date

from aiogram.filters.callback_data import CallbackData
from aiogram.types import InlineKeyboardButton

from handlers.common.calendar import month_keyboard
from handlers.common.callbacks import RoadmapOpened
from handlers.common.keyboards import button, inline, menu_button, pager
from handlers.common.screen import Screen
from handlers.common.translator import Translator
from handlers.roadmap.callbacks import (
    DayChosen,
    DutyAct,
    DutyActed,
    DutyOpened,
    FileOpened,
    MonthShown,
    MyDutiesOpened,
)
from models import OccurrenceStatus
from services.duty_views import DutyCard, DutyLine, DutyPage, EvidenceView, MyDuties
from services.evidence import EVIDENCE_LIMIT
from services.names import PersonName

MARKS = {
    OccurrenceStatus.UPCOMING: "⏳",
    OccurrenceStatus.OPEN: "⏳",
    OccurrenceStatus.DONE: "✅",
    OccurrenceStatus.OVERDUE: "🔴",
    OccurrenceStatus.DONE_LATE: "✅",
    OccurrenceStatus.WAIVED: "➖",
}
LATE_MARK, CHECK_MARK = "🔴", "🔁"
ACTIVITY_LISTED = 110
ACTIVITY_SHOWN = 500
TEXT_SHOWN = 200
REASON_SHOWN = 250
NAME_SHOWN = 60
NAMES_SHOWN = 4
EARLIER_SHOWN = 300
"""The last comment is shown whole, the one before it shortened: a message holds 4,096 characters."""


def my_duties(t: Translator, shown: MyDuties) -> Screen:
    """What the person has to do, or controls; what is late first."""
    page, extra = shown.duties, [_other_list(t, shown)]
    if not page.lines:
        empty = t("roadmap-controlled-empty") if shown.controlled else t("roadmap-mine-empty")
        return Screen(empty, inline(*extra, [menu_button(t)]))
    head = t("roadmap-controlled" if shown.controlled else "roadmap-mine", count=page.total)
    note = t("roadmap-controlled-note") if shown.controlled else t("roadmap-mine-note")
    controlled = shown.controlled
    return listed(
        t, page, [head, note], lambda number: MyDutiesOpened(page=number, controlled=controlled), extra
    )


def _other_list(t: Translator, shown: MyDuties) -> list[InlineKeyboardButton]:
    if shown.controlled:
        return [button(t.plain("roadmap-to-mine"), MyDutiesOpened())]
    if not shown.other:
        return []
    return [button(t.plain("roadmap-show-controlled", count=shown.other), MyDutiesOpened(controlled=True))]


def listed(
    t: Translator,
    page: DutyPage,
    head: list[str],
    turn: Callable[[int], CallbackData],
    extra: list[list[InlineKeyboardButton]],
) -> Screen:
    """A page of duties, each a line and a button, below the head and above the other buttons."""
    entries = "\n".join(_entry(t, line) for line in page.lines)
    buttons = [[_duty_button(line)] for line in page.lines]
    rows = [*buttons, pager(t, page.page, page.pages, turn), *extra, [menu_button(t)]]
    return Screen("\n\n".join([*head, entries] if entries else head), inline(*rows))


def _entry(t: Translator, line: DutyLine) -> str:
    mark = mark_of(line.status, is_late=line.is_late, is_check=line.is_check)
    activity = t.cut(numbered(line.number, line.activity), ACTIVITY_LISTED)
    entry = t("roadmap-entry", mark=mark, activity=activity, due=t.short_date(line.due_on))
    return f"{entry} · {names(t, line.people)}" if line.people else entry


def names(t: Translator, people: Iterable[PersonName]) -> str:
    """The first few names, and how many more there are; ready to stand in a message."""
    every = list(people)
    shown = ", ".join(t.cut(t.name(one), NAME_SHOWN) for one in every[:NAMES_SHOWN])
    if len(every) > NAMES_SHOWN:
        return t("roadmap-names-more", names=shown, count=len(every) - NAMES_SHOWN)
    return t("roadmap-names", names=shown)


def _duty_button(line: DutyLine) -> InlineKeyboardButton:
    mark = mark_of(line.status, is_late=line.is_late, is_check=line.is_check)
    return button(f"{mark} {numbered(line.number, line.activity)}", DutyOpened(duty_id=line.id))


def mark_of(status: OccurrenceStatus, *, is_late: bool, is_check: bool = False) -> str:
    if is_late:
        return LATE_MARK
    undone = status in (OccurrenceStatus.UPCOMING, OccurrenceStatus.OPEN, OccurrenceStatus.OVERDUE)
    return CHECK_MARK if is_check and undone else MARKS[status]


def numbered(number: str, activity: str) -> str:
    return f"{number.rstrip('.')}. {activity}" if number else activity


# ---- the card of a duty


def card(t: Translator, duty: DutyCard) -> Screen:
    """All about one duty, with what this person may do about it."""
    mark = mark_of(duty.status, is_late=duty.is_late, is_check=duty.is_check)
    lines = [
        t("roadmap-card-activity", mark=mark, activity=_activity(t, duty)),
        "\n".join(_facts(t, duty)),
        *_evidence(t, duty),
        t("roadmap-card-seen-by-coordinator") if duty.oversees else t("roadmap-card-seen-by"),
    ]
    return Screen("\n\n".join(lines), inline(*_acts(t, duty), *_files(t, duty), _ways_back(t, duty)))


def _activity(t: Translator, duty: DutyCard) -> str:
    return t.cut(numbered(duty.number, duty.activity), ACTIVITY_SHOWN)


def _facts(t: Translator, duty: DutyCard) -> list[str]:
    facts = [t("roadmap-card-school", name=t.cut(duty.organization_name, 100))] if duty.oversees else []
    if duty.section:
        facts.append(t("roadmap-card-section", section=t.cut(duty.section, TEXT_SHOWN)))
    facts.append(_due(t, duty))
    if duty.moved_from is not None:
        facts.append(_moved(t, duty, duty.moved_from))
    if duty.deadline_phrase:
        facts.append(t("roadmap-card-phrase", phrase=t.cut(duty.deadline_phrase, TEXT_SHOWN)))
    if duty.expected_result:
        facts.append(t("roadmap-card-result", result=t.cut(duty.expected_result, TEXT_SHOWN)))
    facts.append(_responsible(t, duty))
    if duty.controller is not None and not duty.oversees:
        facts.append(_controller(t, duty))
    facts.append(_state(t, duty))
    return facts


def _due(t: Translator, duty: DutyCard) -> str:
    if duty.is_check:
        return t("roadmap-card-check", due=t.date(duty.due_on))
    if duty.starts_on is not None and duty.starts_on < duty.due_on:
        return t("roadmap-card-period", start=t.date(duty.starts_on), due=t.date(duty.due_on))
    return t("roadmap-card-due", due=t.date(duty.due_on))


def _moved(t: Translator, duty: DutyCard, before: date) -> str:
    """Its history. The reason that is kept is the latest: that of the waiver, once it is waived."""
    was = t.short_date(before)
    if duty.reason and not duty.is_waived:
        return t("roadmap-card-moved", was=was, reason=t.cut(duty.reason, REASON_SHOWN))
    return t("roadmap-card-moved-plain", was=was)


def _controller(t: Translator, duty: DutyCard) -> str:
    if duty.controls:
        return t("roadmap-card-controller-you")
    name = t.cut(t.name(duty.controller), NAME_SHOWN) if duty.controller else ""
    return t("roadmap-card-controller", name=name)


def _responsible(t: Translator, duty: DutyCard) -> str:
    if duty.oversees:
        return t("roadmap-card-responsible-school")
    if not duty.responsible:
        return t("roadmap-card-responsible-nobody")
    people = sorted(duty.responsible, key=lambda one: not one.is_viewer)
    said = [_one_of(t, one.name, one.is_viewer, one.is_reachable) for one in people[:NAMES_SHOWN]]
    shown = ", ".join(said)
    if len(people) > NAMES_SHOWN:
        shown = t.plain("roadmap-names-more", names=shown, count=len(people) - NAMES_SHOWN)
    return t("roadmap-card-responsible", names=shown, count=len(people))


def _one_of(t: Translator, name: PersonName, is_viewer: bool, is_reachable: bool) -> str:
    if is_viewer:
        return t.plain("roadmap-you")
    shown = t.cut(t.name(name), NAME_SHOWN)
    return shown if is_reachable else t.plain("roadmap-gone", name=shown)


def _state(t: Translator, duty: DutyCard) -> str:
    if duty.is_waived:
        return _waived(t, duty)
    if duty.done_at is not None:
        return _done(t, duty)
    if duty.is_check:
        return t("roadmap-check-open")
    return days_left(t, duty.days_left)


def _waived(t: Translator, duty: DutyCard) -> str:
    if not duty.reason:
        return t("roadmap-state-waived")
    return t("roadmap-state-waived-because", reason=t.cut(duty.reason, REASON_SHOWN))


def _done(t: Translator, duty: DutyCard) -> str:
    at = t.moment(duty.done_at, duty.timezone) if duty.done_at else ""
    if duty.oversees or duty.done_by is None:
        late = duty.status == OccurrenceStatus.DONE_LATE
        return t("roadmap-state-done-late-at" if late else "roadmap-state-done-at", at=at)
    key = "roadmap-state-done-late" if duty.status == OccurrenceStatus.DONE_LATE else "roadmap-state-done"
    return t(key, name=t.cut(t.name(duty.done_by), NAME_SHOWN), at=at)


def days_left(t: Translator, days: int) -> str:
    """«3 days left», «today is the last day», «2 days late»."""
    if days < 0:
        return t("roadmap-days-late", days=-days)
    return t("roadmap-days-left", days=days) if days else t("roadmap-due-today")


def _evidence(t: Translator, duty: DutyCard) -> list[str]:
    """What was said, each as what it is. Who oversees the school learns the kinds and no words."""
    if duty.oversees:
        kinds = sorted({t.plain(f"roadmap-kind-{one.kind.value}") for one in duty.evidence})
        return [t("roadmap-evidence-kinds", kinds=", ".join(kinds))] if kinds else []
    told = [one for one in duty.evidence if one.comment]
    lines = [_told(t, one, EARLIER_SHOWN) for one in told[-2:-1]] + [_told(t, one) for one in told[-1:]]
    if len(told) > len(lines):
        lines.insert(0, t("roadmap-comments-earlier", count=len(told) - len(lines)))
    return lines


def _told(t: Translator, one: EvidenceView, limit: int | None = None) -> str:
    comment = one.comment if limit is None else t.cut(one.comment, limit)
    author = t.cut(t.name(one.author), NAME_SHOWN)
    return t(f"roadmap-evidence-{one.kind.value}", name=author, comment=comment)


def _acts(t: Translator, duty: DutyCard) -> list[list[InlineKeyboardButton]]:
    if duty.oversees or not (duty.manages or duty.responsible_is_viewer):
        return _nudging(t, duty)
    if duty.is_waived:
        return [[_act(t.plain("roadmap-resume"), duty, DutyAct.RESUME)]] if _may_change(duty) else []
    if duty.is_settled:
        has_room = len(duty.evidence) < EVIDENCE_LIMIT
        return [[_act(t.plain("roadmap-add"), duty, DutyAct.ASK)]] if has_room else []
    if not duty.is_live:
        return []
    return [*_reporting(t, duty), *_managing(t, duty), *_changing(t, duty)]


def _may_change(duty: DutyCard) -> bool:
    return duty.manages and duty.is_live


def _reporting(t: Translator, duty: DutyCard) -> list[list[InlineKeyboardButton]]:
    if not duty.is_check:
        return [[_act(t.plain("roadmap-done"), duty, DutyAct.ASK)]]
    goes_on = _act(t.plain("roadmap-goes-on"), duty, DutyAct.DONE)
    comment = _act(t.plain("roadmap-goes-on-comment"), duty, DutyAct.ASK)
    trouble = _act(t.plain("roadmap-trouble"), duty, DutyAct.TROUBLE_ASK)
    return [[goes_on], [comment, trouble] if duty.responsible_is_viewer else [comment]]


def _managing(t: Translator, duty: DutyCard) -> list[list[InlineKeyboardButton]]:
    """Reminding the others and taking it over, where there are others."""
    if not duty.manages or (duty.responsible_is_viewer and len(duty.responsible) == 1):
        return []
    take_over = _act(t.plain("roadmap-take-over"), duty, DutyAct.TAKE_OVER)
    return [[*(row for rows in _nudging(t, duty) for row in rows), take_over]]


def _nudging(t: Translator, duty: DutyCard) -> list[list[InlineKeyboardButton]]:
    """For those who manage, control or oversee it, when somebody else can hear it."""
    others = [one for one in duty.responsible if not one.is_viewer]
    may = duty.manages or duty.controls or duty.oversees
    if duty.is_settled or not may or not any(one.is_reachable for one in others):
        return []
    text = t.plain("roadmap-nudge-school") if duty.oversees else t.plain("roadmap-nudge")
    return [[_act(text, duty, DutyAct.NUDGE)]]


def _changing(t: Translator, duty: DutyCard) -> list[list[InlineKeyboardButton]]:
    if not _may_change(duty):
        return []
    move = _act(t.plain("roadmap-move"), duty, DutyAct.MOVE_ASK)
    return [[move, _act(t.plain("roadmap-waive"), duty, DutyAct.WAIVE_ASK)]]


def _act(text: str, duty: DutyCard, act: DutyAct) -> InlineKeyboardButton:
    return button(text, DutyActed(duty_id=duty.id, act=act))


def _files(t: Translator, duty: DutyCard) -> list[list[InlineKeyboardButton]]:
    return [
        [button(_file_name(t, one, duty), FileOpened(evidence_id=one.id))]
        for one in duty.evidence
        if one.file_name is not None
    ]


def _file_name(t: Translator, one: EvidenceView, duty: DutyCard) -> str:
    # The name of a file may tell whose it is.
    name = t.plain("roadmap-kind-file") if duty.oversees or not one.file_name else one.file_name
    return t.plain("roadmap-file", name=name)


def _ways_back(t: Translator, duty: DutyCard) -> list[InlineKeyboardButton]:
    back = [button(t.plain("roadmap-to-mine"), MyDutiesOpened())] if duty.responsible_is_viewer else []
    if duty.manages:
        back.append(button(t.plain("roadmap-to-plan"), RoadmapOpened()))
    return [*back, menu_button(t)]


# ---- questions


def ask(t: Translator, duty: DutyCard) -> Screen:
    """Done with a comment, a file, a link, the number of an act, or simply done. Says who will see it, and
    what must not be sent.
    """
    if duty.is_settled:
        question, without = t("roadmap-ask-add"), []
    elif duty.is_check:
        question, without = t("roadmap-ask-check"), [_act(t.plain("roadmap-goes-on"), duty, DutyAct.DONE)]
    else:
        question = t("roadmap-ask-done")
        without = [_act(t.plain("roadmap-done-silently"), duty, DutyAct.DONE)]
    return _question(t, duty, question, t("roadmap-ask-seen-by"), without)


def ask_reason_to_waive(t: Translator, duty: DutyCard) -> Screen:
    return _question(t, duty, t("roadmap-ask-waive"), t("roadmap-reason-seen-by"), [])


def ask_trouble(t: Translator, duty: DutyCard) -> Screen:
    """What the difficulty is; it may also be left unsaid."""
    without = [_act(t.plain("roadmap-trouble-silently"), duty, DutyAct.TROUBLE)]
    return _question(t, duty, t("roadmap-ask-trouble"), t("roadmap-trouble-seen-by"), without)


def _question(
    t: Translator, duty: DutyCard, question: str, seen_by: str, without: list[InlineKeyboardButton]
) -> Screen:
    lines = [t("roadmap-quoted", activity=_activity(t, duty)), question, seen_by]
    return Screen("\n\n".join(lines), inline(without, [_back(t, duty.id)]))


def _back(t: Translator, duty_id: int) -> InlineKeyboardButton:
    return button(t.plain("button-back"), DutyOpened(duty_id=duty_id))


def ask_day(
    t: Translator, duty: DutyCard, days: tuple[date, date], shown: tuple[int, int] | None = None
) -> Screen:
    """To which day: from the calendar, or typed."""
    first, last = days
    start = max(duty.due_on, first)
    year, month = shown or (start.year, start.month)
    keyboard = month_keyboard(
        t,
        year,
        month,
        first=first,
        last=last,
        day=lambda day: DayChosen(duty_id=duty.id, day=day.toordinal()),
        page=lambda year, month: MonthShown(duty_id=duty.id, year=year, month=month),
        back=_back(t, duty.id),
    )
    lines = [
        t("roadmap-quoted", activity=_activity(t, duty)),
        t("roadmap-card-due", due=t.date(duty.due_on)),
        t("roadmap-ask-day"),
    ]
    return Screen("\n\n".join(lines), keyboard)


def ask_reason_to_move(t: Translator, duty: DutyCard, day: date) -> Screen:
    """The chosen day with its weekday, and why."""
    lines = [
        t("roadmap-quoted", activity=_activity(t, duty)),
        t("roadmap-move-shown", was=t.date(duty.due_on), day=t.date(day), date=t.short_date(day)),
        t("roadmap-ask-move-reason"),
        t("roadmap-reason-seen-by"),
    ]
    other_day = button(t.plain("roadmap-other-day"), DutyActed(duty_id=duty.id, act=DutyAct.MOVE_ASK))
    return Screen("\n\n".join(lines), inline([other_day], [_back(t, duty.id)]))


def refusal(t: Translator, text: str, duty_id: int) -> Screen:
    """Why what was sent is no answer; the form stays open, and «back» leads to the duty."""
    return Screen(text, inline([_back(t, duty_id)]))


def after(t: Translator, duty: DutyCard, said: str) -> Screen:
    """The card of a duty below what has just become of it."""
    return card(t, duty).under(said)


def after_report(t: Translator, duty: DutyCard) -> Screen:
    return after(t, duty, t("roadmap-thanks"))


def after_move(t: Translator, duty: DutyCard) -> Screen:
    return after(t, duty, t("roadmap-moved-done", due=t.date(duty.due_on)))


# ---- what the bot says by itself


def overdue_card(t: Translator, duty: DutyCard, last_row: list[InlineKeyboardButton]) -> Screen:
    """The alert: what was to be done, by when, how late it is, whose it is, and the buttons to settle it."""
    head = t("roadmap-alert-check") if duty.is_check else t("roadmap-alert")
    return _alert(t, duty, head, last_row)


def near_card(t: Translator, duty: DutyCard, last_row: list[InlineKeyboardButton]) -> Screen:
    """The day comes and it is still undone."""
    return _alert(t, duty, t("roadmap-alert-near"), last_row)


def _alert(t: Translator, duty: DutyCard, head: str, last_row: list[InlineKeyboardButton]) -> Screen:
    facts = [t("roadmap-card-school", name=t.cut(duty.organization_name, 100))] if duty.oversees else []
    facts += [_due(t, duty), _responsible(t, duty)]
    if not duty.is_check:
        facts.insert(-1, days_left(t, duty.days_left))
    lines = [head, t("roadmap-quoted", activity=_activity(t, duty)), "\n".join(facts)]
    more = button(t.plain("roadmap-more"), DutyOpened(duty_id=duty.id))
    if duty.oversees:
        return Screen("\n\n".join(lines), inline(*_nudging(t, duty), [more], last_row))
    rows = [*_reporting(t, duty), *_managing(t, duty), [more], last_row]
    return Screen("\n\n".join(lines), inline(*rows))


def reminder(t: Translator, duty: DutyCard) -> Screen:
    return _message(t, duty, t("roadmap-reminder"))


def nudge(t: Translator, duty: DutyCard) -> Screen:
    return _message(t, duty, t("roadmap-nudge-received"))


def late(t: Translator, duty: DutyCard) -> Screen:
    """Of continuous work nobody says that it is late: it is asked about once more."""
    if duty.is_check:
        return check(t, duty)
    return _message(t, duty, t("roadmap-late-received"))


def moved(t: Translator, duty: DutyCard) -> Screen:
    was = t.short_date(duty.moved_from) if duty.moved_from else ""
    reason = t.cut(duty.reason, REASON_SHOWN)
    return _message(t, duty, t("roadmap-moved-received", was=was, reason=reason))


def resumed(t: Translator, duty: DutyCard) -> Screen:
    return _message(t, duty, t("roadmap-resumed-received"))


def _message(t: Translator, duty: DutyCard, head: str) -> Screen:
    quoted = t("roadmap-quoted", activity=_activity(t, duty))
    when = _due(t, duty) if duty.is_check else f"{_due(t, duty)}\n{days_left(t, duty.days_left)}"
    more = button(t.plain("roadmap-more"), DutyOpened(duty_id=duty.id))
    return Screen("\n\n".join([head, quoted, when]), inline(*_reporting(t, duty), [more, menu_button(t)]))


def check(t: Translator, duty: DutyCard) -> Screen:
    """Once a term: does the work go on? A question, not a reproach."""
    lines = [t("roadmap-check"), t("roadmap-quoted", activity=_activity(t, duty)), t("roadmap-check-hint")]
    more = button(t.plain("roadmap-more"), DutyOpened(duty_id=duty.id))
    return Screen("\n\n".join(lines), inline(*_reporting(t, duty), [more, menu_button(t)]))


def waived(t: Translator, duty: DutyCard) -> Screen:
    reason = t.cut(duty.reason, REASON_SHOWN)
    return _told_only(t, duty, t("roadmap-waived-received", activity=_activity(t, duty), reason=reason))


def completed_for_you(t: Translator, duty: DutyCard) -> Screen:
    name = t.cut(t.name(duty.done_by), NAME_SHOWN) if duty.done_by else ""
    return _told_only(t, duty, t("roadmap-completed-for-you", name=name, activity=_activity(t, duty)))


def trouble(t: Translator, duty: DutyCard, person_id: int, evidence_id: int) -> Screen:
    """To the curators: who meets difficulties with what, in the words that were typed now."""
    name = next((t.name(one.name) for one in duty.responsible if one.person_id == person_id), "")
    said = t("roadmap-trouble-received", name=t.cut(name, NAME_SHOWN), activity=_activity(t, duty))
    comments = [t("roadmap-said", comment=one.comment) for one in duty.evidence if one.id == evidence_id]
    return _told_only(t, duty, "\n\n".join([said, *comments]))


def _told_only(t: Translator, duty: DutyCard, text: str) -> Screen:
    more = button(t.plain("roadmap-more"), DutyOpened(duty_id=duty.id))
    return Screen(text, inline([more, menu_button(t)]))


def taken_over(t: Translator, duty: DutyCard) -> Screen:
    said = ", ".join(t.cut(t.name(one.name), NAME_SHOWN) for one in duty.responsible[:NAMES_SHOWN])
    return Screen(t("roadmap-taken-over", name=said, activity=_activity(t, duty)), inline([menu_button(t)]))


def person_nudge(t: Translator, page: DutyPage) -> Screen:
    """All that the person has on hand, because somebody asked them to look at it."""
    head = t("roadmap-person-nudge-received", count=page.total)
    return listed(t, page, [head], lambda number: MyDutiesOpened(page=number), [])
