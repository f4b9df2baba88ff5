"""Screens of the roadmap: from what is stored to what is seen."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from aiogram.filters.callback_data import CallbackData
from aiogram.types import InlineKeyboardButton

from handlers.common.keyboards import button, inline, menu_button, pager
from handlers.common.screen import Screen
from handlers.common.translator import Translator
from handlers.roadmap.callbacks import (
    DutyAct,
    DutyActed,
    DutyOpened,
    FileOpened,
    MyDutiesOpened,
    PlanApproved,
    RoadmapOpened,
)
from models import OccurrenceStatus
from services.duties import EVIDENCE_LIMIT
from services.duty_views import DutyCard, DutyLine, DutyPage, EvidenceView, PlanHeader

MARKS = {
    OccurrenceStatus.UPCOMING: "⏳",
    OccurrenceStatus.OPEN: "⏳",
    OccurrenceStatus.DONE: "✅",
    OccurrenceStatus.OVERDUE: "🔴",
    OccurrenceStatus.DONE_LATE: "✅",
    OccurrenceStatus.WAIVED: "➖",
}
LATE_MARK = "🔴"
ACTIVITY_LISTED = 110
ACTIVITY_SHOWN = 600
TEXT_SHOWN = 300
NAME_SHOWN = 80
COMMENTS_SHOWN = 2
"""Two comments of full length fit into one message beside the rest; the older ones are counted."""


def my_duties(t: Translator, page: DutyPage) -> Screen:
    """What the person has to do, what is late first."""
    if not page.lines:
        return Screen(t("roadmap-mine-empty"), inline([menu_button(t)]))
    head = t("roadmap-mine", count=page.total)
    return _list(t, page, [head], lambda number: MyDutiesOpened(page=number), [])


def roadmap(t: Translator, page: DutyPage, *, late_only: bool) -> Screen:
    """The whole plan with its marks, or only what is late."""
    head = [_plan_head(t, page.plan) if page.plan else t("roadmap-title-several")]
    if late_only:
        head.append(t("roadmap-late-only"))
    if not page.lines:
        head.append(t("roadmap-nothing-late") if late_only else t("roadmap-empty"))
    else:
        head.append(t("roadmap-counts", total=page.total, late=page.late))
    extra = [_switch(t, page, late_only)]
    if page.plan is not None and page.plan.may_approve:
        extra.append([button(t.plain("roadmap-approve"), PlanApproved(roadmap_id=page.plan.id))])
    return _list(t, page, head, lambda number: RoadmapOpened(page=number, late_only=late_only), extra)


def _plan_head(t: Translator, plan: PlanHeader) -> str:
    title = t.cut(plan.title, TEXT_SHOWN)
    if plan.approved_at is None:
        return t("roadmap-title-draft", title=title, year=plan.school_year)
    approved = t.moment(plan.approved_at, plan.timezone)
    return t("roadmap-title-approved", title=title, year=plan.school_year, approved=approved)


def _switch(t: Translator, page: DutyPage, late_only: bool) -> list[InlineKeyboardButton]:
    if late_only:
        return [button(t.plain("roadmap-show-all"), RoadmapOpened())]
    if page.late:
        return [button(t.plain("roadmap-show-late", count=page.late), RoadmapOpened(late_only=True))]
    return []


def _list(
    t: Translator,
    page: DutyPage,
    head: list[str],
    turn: Callable[[int], CallbackData],
    extra: list[list[InlineKeyboardButton]],
) -> Screen:
    entries = "\n".join(_entry(t, line) for line in page.lines)
    duties = [[_duty_button(line)] for line in page.lines]
    rows = [*duties, pager(t, page.page, page.pages, turn), *extra, [menu_button(t)]]
    return Screen("\n\n".join([*head, entries] if entries else head), inline(*rows))


def _entry(t: Translator, line: DutyLine) -> str:
    return t(
        "roadmap-entry",
        mark=_mark(line.status, line.is_late),
        activity=t.cut(_numbered(line.number, line.activity), ACTIVITY_LISTED),
        due=t.short_date(line.due_on),
    )


def _duty_button(line: DutyLine) -> InlineKeyboardButton:
    mark = _mark(line.status, line.is_late)
    return button(f"{mark} {_numbered(line.number, line.activity)}", DutyOpened(duty_id=line.id))


def _mark(status: OccurrenceStatus, is_late: bool) -> str:
    return LATE_MARK if is_late else MARKS[status]


def _numbered(number: str, activity: str) -> str:
    return f"{number}. {activity}" if number else activity


def card(t: Translator, duty: DutyCard) -> Screen:
    """All about one duty, with what this person may do about it."""
    lines = [
        t("roadmap-card-activity", mark=_mark(duty.status, duty.is_late), activity=_activity(t, duty)),
        "\n".join(_facts(t, duty)),
        *_evidence(t, duty),
        t("roadmap-card-seen-by"),
    ]
    return Screen("\n\n".join(lines), inline(*_acts(t, duty), *_files(t, duty.evidence), _ways_back(t, duty)))


def _activity(t: Translator, duty: DutyCard) -> str:
    return t.cut(_numbered(duty.number, duty.activity), ACTIVITY_SHOWN)


def _facts(t: Translator, duty: DutyCard) -> list[str]:
    facts = [t("roadmap-card-section", section=t.cut(duty.section, TEXT_SHOWN))] if duty.section else []
    facts.append(t("roadmap-card-due", due=t.date(duty.due_on)))
    if duty.deadline_phrase:
        facts.append(t("roadmap-card-phrase", phrase=t.cut(duty.deadline_phrase, TEXT_SHOWN)))
    if duty.expected_result:
        facts.append(t("roadmap-card-result", result=t.cut(duty.expected_result, TEXT_SHOWN)))
    facts.append(_responsible(t, duty))
    facts.append(_state(t, duty))
    return facts


def _responsible(t: Translator, duty: DutyCard) -> str:
    if duty.responsible_is_viewer:
        return t("roadmap-card-responsible-you")
    name = t.cut(t.name(duty.responsible), NAME_SHOWN)
    if duty.responsible_is_reachable:
        return t("roadmap-card-responsible", name=name)
    return t("roadmap-card-responsible-gone", name=name)


def _state(t: Translator, duty: DutyCard) -> str:
    if duty.done_at is not None and duty.done_by is not None:
        key = "roadmap-state-done-late" if duty.status == OccurrenceStatus.DONE_LATE else "roadmap-state-done"
        name = t.cut(t.name(duty.done_by), NAME_SHOWN)
        return t(key, name=name, at=t.moment(duty.done_at, duty.timezone))
    return t("roadmap-state-waived") if duty.is_settled else days_left(t, duty.days_left)


def days_left(t: Translator, days: int) -> str:
    """«3 days left», «today is the last day», «2 days late»."""
    if days < 0:
        return t("roadmap-days-late", days=-days)
    return t("roadmap-days-left", days=days) if days else t("roadmap-due-today")


def _evidence(t: Translator, duty: DutyCard) -> list[str]:
    told = [one for one in duty.evidence if one.comment]
    lines = [
        t("roadmap-comment", name=t.cut(t.name(one.author), NAME_SHOWN), comment=one.comment)
        for one in told[-COMMENTS_SHOWN:]
    ]
    if len(told) > COMMENTS_SHOWN:
        lines.insert(0, t("roadmap-comments-earlier", count=len(told) - COMMENTS_SHOWN))
    return lines


def _acts(t: Translator, duty: DutyCard) -> list[list[InlineKeyboardButton]]:
    if duty.is_settled:
        has_room = len(duty.evidence) < EVIDENCE_LIMIT
        return [[_act(t.plain("roadmap-add"), duty, DutyAct.ASK)]] if has_room else []
    return [[_act(t.plain("roadmap-done"), duty, DutyAct.ASK)], *_managing(t, duty)]


def _managing(t: Translator, duty: DutyCard) -> list[list[InlineKeyboardButton]]:
    if not duty.manages or duty.responsible_is_viewer:
        return []
    take_over = _act(t.plain("roadmap-take-over"), duty, DutyAct.TAKE_OVER)
    if not duty.responsible_is_reachable:
        return [[take_over]]
    return [[_act(t.plain("roadmap-nudge"), duty, DutyAct.NUDGE), take_over]]


def _act(text: str, duty: DutyCard, act: DutyAct) -> InlineKeyboardButton:
    return button(text, DutyActed(duty_id=duty.id, act=act))


def _files(t: Translator, evidence: Iterable[EvidenceView]) -> list[list[InlineKeyboardButton]]:
    return [
        [button(t.plain("roadmap-file", name=one.file_name or "—"), FileOpened(evidence_id=one.id))]
        for one in evidence
        if one.file_name is not None
    ]


def _ways_back(t: Translator, duty: DutyCard) -> list[InlineKeyboardButton]:
    back = [button(t.plain("roadmap-to-mine"), MyDutiesOpened())] if duty.responsible_is_viewer else []
    if duty.manages:
        back.append(button(t.plain("roadmap-to-plan"), RoadmapOpened()))
    return [*back, menu_button(t)]


def ask(t: Translator, duty: DutyCard) -> Screen:
    """Done with a comment, with a file, or simply done. Says who will see it, and what must not be sent."""
    question = t("roadmap-ask-add") if duty.is_settled else t("roadmap-ask-done")
    lines = [t("roadmap-quoted", activity=_activity(t, duty)), question, t("roadmap-ask-seen-by")]
    back = button(t.plain("button-back"), DutyOpened(duty_id=duty.id))
    without = [] if duty.is_settled else [_act(t.plain("roadmap-done-silently"), duty, DutyAct.DONE)]
    return Screen("\n\n".join(lines), inline(without, [back]))


def refusal(t: Translator, text: str, duty_id: int) -> Screen:
    """Why what was sent is no proof; the form stays open, and «back» leads to the duty."""
    return Screen(text, inline([button(t.plain("button-back"), DutyOpened(duty_id=duty_id))]))


def after_report(t: Translator, duty: DutyCard) -> Screen:
    """The card of a duty that has just been marked as done, or been added to."""
    return card(t, duty).under(t("roadmap-thanks"))


def overdue_card(t: Translator, duty: DutyCard, last_row: list[InlineKeyboardButton]) -> Screen:
    """The alert: what was to be done, by when, how late it is, whose it is, and the buttons to settle it."""
    lines = [
        t("roadmap-alert", activity=_activity(t, duty)),
        "\n".join(
            [
                t("roadmap-card-due", due=t.date(duty.due_on)),
                days_left(t, duty.days_left),
                _responsible(t, duty),
            ]
        ),
    ]
    done = _act(t.plain("roadmap-done"), duty, DutyAct.ASK)
    return Screen("\n\n".join(lines), inline([done], *_managing(t, duty), last_row))


def reminder(t: Translator, duty: DutyCard) -> Screen:
    return _message(t, duty, t("roadmap-reminder"))


def nudge(t: Translator, duty: DutyCard) -> Screen:
    return _message(t, duty, t("roadmap-nudge-received"))


def late(t: Translator, duty: DutyCard) -> Screen:
    return _message(t, duty, t("roadmap-late-received"))


def _message(t: Translator, duty: DutyCard, head: str) -> Screen:
    quoted = t("roadmap-quoted", activity=_activity(t, duty))
    when = f"{t('roadmap-card-due', due=t.date(duty.due_on))}\n{days_left(t, duty.days_left)}"
    done = _act(t.plain("roadmap-done"), duty, DutyAct.ASK)
    more = button(t.plain("roadmap-more"), DutyOpened(duty_id=duty.id))
    return Screen("\n\n".join([head, quoted, when]), inline([done], [more, menu_button(t)]))


def completed_for_you(t: Translator, duty: DutyCard) -> Screen:
    more = button(t.plain("roadmap-more"), DutyOpened(duty_id=duty.id))
    name = t.cut(t.name(duty.done_by), NAME_SHOWN) if duty.done_by else ""
    return Screen(
        t("roadmap-completed-for-you", name=name, activity=_activity(t, duty)), inline([more, menu_button(t)])
    )


def taken_over(t: Translator, duty: DutyCard) -> Screen:
    name = t.cut(t.name(duty.responsible), NAME_SHOWN)
    return Screen(t("roadmap-taken-over", name=name, activity=_activity(t, duty)), inline([menu_button(t)]))
