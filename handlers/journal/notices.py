"""How messages after a meeting read at the moment they are sent, and the cards of the alerts about it."""

from __future__ import annotations

from handlers.common.alerts import AlertCard, CardContext, alert_buttons
from handlers.common.callbacks import AfterOpened, AttendanceTold, PairReminded
from handlers.common.keyboards import button, inline, menu_button
from handlers.common.notices import Notice, NoticeContext
from handlers.common.screen import Screen
from handlers.journal import screens, task_screens, trial_screens
from handlers.journal.callbacks import (
    DisputeSettled,
    FindingsAsked,
    HeldAskedAgain,
    SilenceSettled,
    TrialSettled,
)
from handlers.meetings.screens import what
from handlers.meetings.words import kind_name
from handlers.pairing.callbacks import PairOpened
from models import AlertKind, MeetingStatus
from services import access, attendance, meeting_notes, meeting_tasks, meeting_views, trial
from services.access import Actor
from services.alerts import AlertView
from services.errors import ServiceError
from services.local_time import today_in
from services.meeting_tasks import TaskView
from services.meeting_views import MeetingAction, MeetingView


async def _reader(context: NoticeContext) -> Actor | None:
    return await context.db.read(access.find_actor, context.due.chat_id)


async def _view(context: NoticeContext) -> MeetingView | None:
    """The meeting as the reader sees it now, or None when there is nothing left to say."""
    if context.due.person_id is None:
        return None
    meeting_id = int(context.due.payload["meeting_id"])
    return await context.db.read(meeting_views.as_seen_by, context.due.person_id, meeting_id, now=context.now)


async def _ask_held(context: NoticeContext) -> Screen | None:
    view = await _view(context)
    if view is None or MeetingAction.REPORT not in view.actions or view.my_report is not None:
        return None
    t, zone = context.t, context.due.timezone
    if view.is_after_the_fact:
        text = t(
            "journal-notice-noted",
            who=t.name(view.proposed_by),
            kind=kind_name(t, view.kind),
            when=t.moment(view.starts_at, zone),
        )
        yes, no = "journal-notice-noted-yes", "journal-notice-noted-no"
    else:
        text = f"{t('meetings-notice-ask-held')}\n\n{what(t, view, zone)}"
        yes, no = "meetings-held", "meetings-not-held"
    answers = [
        button(t.plain(yes), AttendanceTold(meeting_id=view.id, held=True)),
        button(t.plain(no), AttendanceTold(meeting_id=view.id, held=False)),
    ]
    return Screen(text, inline(answers, [menu_button(t)]))


async def _settled(context: NoticeContext) -> Screen | None:
    view = await _view(context)
    if view is None or view.status not in (MeetingStatus.HELD, MeetingStatus.NOT_HELD):
        return None
    t, held = context.t, view.status == MeetingStatus.HELD
    head = t("meetings-notice-held") if held else t("meetings-notice-not-held")
    after = [button(t.plain("journal-to-meeting"), AfterOpened(meeting_id=view.id))] if held else []
    return Screen(f"{head}\n\n{what(t, view, context.due.timezone)}", inline(after, [menu_button(t)]))


async def _trial(context: NoticeContext) -> Screen | None:
    reader = await _reader(context)
    if reader is None:
        return None
    meeting_id = int(context.due.payload["meeting_id"])
    try:
        view = await context.db.read(trial.see, reader, meeting_id, now=context.now)
    except ServiceError:
        return None
    if view.word is not None or not view.is_open:
        return None
    return trial_screens.ask(context.t, view, context.due.timezone)


async def _findings(context: NoticeContext) -> Screen | None:
    """The talk about a lesson that was visited is over: what did it show?"""
    reader = await _reader(context)
    if reader is None:
        return None
    meeting_id = int(context.due.payload["meeting_id"])
    try:
        view = await context.db.read(meeting_notes.after, reader, meeting_id, now=context.now)
    except ServiceError:
        return None
    if not view.may_find or view.findings:
        return None
    t = context.t
    when = t.moment(view.starts_at, context.due.timezone)
    write = button(t.plain("journal-findings-write"), FindingsAsked(meeting_id=meeting_id))
    return Screen(
        t("journal-notice-findings", when=when, who=screens.who(t, view.others)),
        inline([write], [menu_button(t)]),
    )


async def _task(context: NoticeContext) -> TaskView | None:
    reader = await _reader(context)
    if reader is None:
        return None
    try:
        task_id = int(context.due.payload["task_id"])
        one = await context.db.read(meeting_tasks.see, reader, task_id, now=context.now)
    except ServiceError:
        return None
    return one if one.may_finish and not one.is_done else None


async def _task_set(context: NoticeContext) -> Screen | None:
    one = await _task(context)
    return task_screens.card(context.t, one).under(context.t("journal-notice-task")) if one else None


async def _task_due(context: NoticeContext) -> Screen | None:
    one = await _task(context)
    if one is None:
        return None
    days = (one.due_on - today_in(context.due.timezone, context.now)).days
    if days not in (0, 1):
        return None
    key = "journal-notice-task-today" if days == 0 else "journal-notice-task-tomorrow"
    return task_screens.card(context.t, one).under(context.t(key))


NOTICES: tuple[Notice, ...] = (
    Notice("meetings.ask_held", _ask_held),
    Notice("meetings.settled", _settled),
    Notice("journal.trial", _trial),
    Notice("journal.findings", _findings),
    Notice("journal.task_set", _task_set),
    Notice("journal.task_due", _task_due),
)


# ---- alerts


async def _disputed_card(context: CardContext, alert: AlertView) -> Screen | None:
    t = context.t
    view = await context.db.read(attendance.dispute, context.actor, int(alert.subject["meeting_id"]))
    if view.status != MeetingStatus.DISPUTED:
        return None
    held, not_held = (DisputeSettled(meeting_id=view.meeting_id, held=one) for one in (True, False))
    return Screen(
        screens.dispute(t, view, context.timezone),
        inline(
            [button(t.plain("meetings-judge-held"), held)],
            [button(t.plain("meetings-judge-not-held"), not_held)],
            alert_buttons(t, alert),
        ),
    )


async def _silent_card(context: CardContext, alert: AlertView) -> Screen | None:
    t = context.t
    view = await context.db.read(attendance.dispute, context.actor, int(alert.subject["meeting_id"]))
    if view.status != MeetingStatus.CONFIRMED or view.says:
        return None
    held, not_held = (SilenceSettled(meeting_id=view.meeting_id, held=one) for one in (True, False))
    again = HeldAskedAgain(meeting_id=view.meeting_id)
    return Screen(
        screens.silent(t, view, context.timezone),
        inline(
            [button(t.plain("meetings-judge-held"), held)],
            [button(t.plain("meetings-judge-not-held"), not_held)],
            [button(t.plain("journal-ask-again"), again)],
            alert_buttons(t, alert),
        ),
    )


async def _missed_card(context: CardContext, alert: AlertView) -> Screen | None:
    t = context.t
    pair_id = int(alert.subject["mentorship_id"])
    view = await context.db.read(attendance.missed, context.actor, pair_id)
    if not view.missed:
        return None
    return Screen(
        screens.missed(t, view, context.timezone),
        inline(
            [button(t.plain("board-remind"), PairReminded(mentorship_id=pair_id))],
            [button(t.plain("journal-to-pair"), PairOpened(mentorship_id=pair_id))],
            alert_buttons(t, alert),
        ),
    )


async def _trial_card(context: CardContext, alert: AlertView) -> Screen | None:
    t = context.t
    view = await context.db.read(trial.words, context.actor, int(alert.subject["meeting_id"]))
    if not view.has_doubt:
        return None
    several = len(view.mentees) > 1
    replacing = [
        [
            button(
                t.plain("journal-trial-replace-one", name=t.name(name))
                if several
                else t.plain("feedback-find-another"),
                trial_screens.replace_button(view, mentee_id),
            )
        ]
        for mentee_id, name in view.mentees
    ]
    talked = button(t.plain("journal-trial-talked"), TrialSettled(meeting_id=view.meeting_id))
    return Screen(
        trial_screens.words(t, view, context.timezone), inline([talked], *replacing, alert_buttons(t, alert))
    )


ALERT_CARDS: dict[AlertKind, AlertCard] = {
    AlertKind.MEETING_DISPUTED: _disputed_card,
    AlertKind.MEETING_SILENT: _silent_card,
    AlertKind.MEETINGS_MISSED: _missed_card,
    AlertKind.TRIAL_DOUBT: _trial_card,
}
