"""How a reminder by the curator reads when it is sent, and the cards of the alerts about pairs that do not
meet, late tasks, mentors with too many and links that nobody follows.
"""

from __future__ import annotations

from collections.abc import Sequence

from aiogram.types import InlineKeyboardButton

from handlers.board import screens
from handlers.board.callbacks import PlacesGiven
from handlers.common.alerts import AlertCard, CardContext, alert_buttons
from handlers.common.callbacks import PersonOpened
from handlers.common.keyboards import button, inline, menu_button
from handlers.common.notices import Notice, NoticeContext
from handlers.common.screen import Screen
from handlers.common.translator import Translator
from handlers.family.callbacks import ParentLinkShown, PupilOpened
from handlers.journal.callbacks import TaskDone, TaskOpened
from handlers.meetings.plan_callbacks import PlanOpened
from handlers.pairing.callbacks import PairsOpened
from handlers.people.callbacks import LinkRenewed, LinkShown
from models import AlertKind
from services import access, meeting_concerns, meeting_places, pair_board, pair_reminders
from services.access import Actor
from services.alerts import AlertView
from services.meeting_concerns import Unopened
from services.names import PersonName

TASK_SHOWN = 300


async def _reader(context: NoticeContext) -> Actor | None:
    return await context.db.read(access.find_actor, context.due.chat_id)


async def _remind(context: NoticeContext) -> Screen | None:
    reader, payload, t = await _reader(context), context.due.payload, context.t
    if reader is None:
        return None
    where, final = int(payload["mentorship_id"]), bool(payload.get("final"))
    asked = await context.db.read(pair_reminders.meeting_asked, reader, where, final, now=context.now)
    if asked is None:
        return None
    names = _names(t, asked.others)
    text = t("board-please-plan", names=names)
    if final:
        day = t.short_date(asked.ends_on) if asked.ends_on else t.plain("board-no-end")
        text = t("board-please-plan-final", names=names, day=day)
    return Screen(text, inline([button(t.plain("board-plan"), PlanOpened(mentorship_id=where))]))


async def _task(context: NoticeContext) -> Screen | None:
    reader, t = await _reader(context), context.t
    if reader is None:
        return None
    asked = await context.db.read(pair_reminders.task_asked, reader, int(context.due.payload["task_id"]))
    if asked is None:
        return None
    text = t("board-please-do", task=t.cut(asked.text, TASK_SHOWN), day=t.short_date(asked.due_on))
    done = button(t.plain("board-task-done"), TaskDone(task_id=asked.task_id))
    opened = button(t.plain("board-to-task"), TaskOpened(task_id=asked.task_id))
    return Screen(text, inline([done, opened]))


async def _rhythm(context: NoticeContext) -> Screen | None:
    reader, t = await _reader(context), context.t
    if reader is None:
        return None
    where = int(context.due.payload["mentorship_id"])
    told = await context.db.read(pair_board.rhythm_told, reader, where)
    if told is None:
        return None
    names = _names(t, told.others)
    plan = button(t.plain("board-plan"), PlanOpened(mentorship_id=where))
    return Screen(t("board-rhythm-told", names=names, days=told.days), inline([plan], [menu_button(t)]))


async def _places(context: NoticeContext) -> Screen | None:
    reader, t = await _reader(context), context.t
    if reader is None:
        return None
    places = await context.db.read(meeting_places.told, reader, int(context.due.payload["membership_id"]))
    return Screen(t("board-places-told", places=places), inline([menu_button(t)])) if places else None


def _names(t: Translator, names: Sequence[PersonName]) -> str:
    return ", ".join(t.cut(t.name(one), screens.NAME_SHOWN) for one in names[: screens.MENTEES_SHOWN])


NOTICES: tuple[Notice, ...] = (
    Notice("board.remind", _remind),
    Notice("board.task", _task),
    Notice("board.rhythm", _rhythm),
    Notice("board.places", _places),
)


# ---- cards of alerts


async def _first_late(context: CardContext, alert: AlertView) -> Screen | None:
    return await _pair_card(context, alert, "board-alert-first-late")


async def _rhythm_broken(context: CardContext, alert: AlertView) -> Screen | None:
    return await _pair_card(context, alert, "board-alert-rhythm", rhythm=True)


async def _final_missing(context: CardContext, alert: AlertView) -> Screen | None:
    return await _pair_card(context, alert, "board-alert-final", final=True)


async def _pair_card(
    context: CardContext, alert: AlertView, key: str, *, final: bool = False, rhythm: bool = False
) -> Screen | None:
    t, where = context.t, int(alert.subject["mentorship_id"])
    line = await context.db.read(pair_board.see, context.actor, where, now=context.now)
    text = t(
        key,
        pair=screens.pair_name(t, line.mentor, line.mentees),
        days=line.days,
        limit=line.limit_days,
        last=screens.last_words(t, line, context.timezone),
        next=screens.next_words(t, line.next, context.timezone),
        day=t.short_date(line.ends_on) if line.ends_on else t.plain("board-no-end"),
    )
    rows = screens.pair_buttons(t, where, final=final, rhythm=rhythm)
    return Screen(text, inline(*rows, alert_buttons(t, alert)))


async def _task_overdue(context: CardContext, alert: AlertView) -> Screen | None:
    t, task_id = context.t, int(alert.subject["task_id"])
    late = await context.db.read(meeting_concerns.late_task, context.actor, task_id)
    text = t(
        "board-alert-task",
        name=t.cut(t.name(late.responsible), screens.NAME_SHOWN),
        task=t.cut(late.text, TASK_SHOWN),
        day=t.short_date(late.due_on),
    )
    rows = screens.pair_buttons(t, late.mentorship_id, task_id=late.task_id)
    return Screen(text, inline(*rows, alert_buttons(t, alert)))


async def _over_capacity(context: CardContext, alert: AlertView) -> Screen | None:
    t, where = context.t, int(alert.subject["membership_id"])
    found = await context.db.read(meeting_concerns.overload, context.actor, where)
    name = t.cut(t.name(found.name), screens.NAME_SHOWN)
    text = t("board-alert-capacity", name=name, taken=found.taken, capacity=found.capacity)
    person = button(t.plain("board-open-person"), PersonOpened(membership_id=where))
    pairs = button(t.plain("board-open-pairs"), PairsOpened())
    more = button(
        t.plain("board-give-places", places=found.taken),
        PlacesGiven(membership_id=where, places=found.taken),
    )
    return Screen(text, inline([more], [person, pairs], alert_buttons(t, alert)))


async def _never_opened(context: CardContext, alert: AlertView) -> Screen | None:
    t, subject = context.t, alert.subject
    found = await context.db.read(
        meeting_concerns.unopened,
        context.actor,
        int(subject["invitation_id"]),
        int(subject["membership_id"]),
        now=context.now,
    )
    key = "board-alert-unopened-parent" if found.for_parent else "board-alert-unopened"
    day = t.short_day(found.made_at, context.timezone)
    lines = [t(key, name=t.cut(t.name(found.name), screens.NAME_SHOWN), day=day)]
    if found.is_expired:
        lines.append(t("board-alert-link-expired"))
    return Screen("\n".join(lines), inline(*_link_buttons(t, found), alert_buttons(t, alert)))


def _link_buttons(t: Translator, found: Unopened) -> list[list[InlineKeyboardButton]]:
    where = found.membership_id
    if found.for_parent:
        shown = button(t.plain("board-parent-link"), ParentLinkShown(membership_id=where))
        return [[shown], [button(t.plain("board-open-pupil"), PupilOpened(membership_id=where))]]
    again = button(t.plain("board-link-anew"), LinkRenewed(membership_id=where))
    person = button(t.plain("board-open-person"), PersonOpened(membership_id=where))
    if found.is_expired:
        return [[again], [person]]
    return [[button(t.plain("board-link"), LinkShown(membership_id=where)), again], [person]]


ALERT_CARDS: dict[AlertKind, AlertCard] = {
    AlertKind.FIRST_MEETING_LATE: _first_late,
    AlertKind.RHYTHM_BROKEN: _rhythm_broken,
    AlertKind.FINAL_MEETING_MISSING: _final_missing,
    AlertKind.TASK_OVERDUE: _task_overdue,
    AlertKind.MENTOR_OVER_CAPACITY: _over_capacity,
    AlertKind.NEVER_OPENED: _never_opened,
}
