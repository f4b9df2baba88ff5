"""How messages about meetings read at the moment they are sent; what is no longer true is not sent at all."""

from __future__ import annotations

from collections.abc import Callable
from zoneinfo import ZoneInfo

from handlers.common.alerts import AlertCard, CardContext, alert_buttons
from handlers.common.keyboards import button, inline, menu_button
from handlers.common.notices import Notice, NoticeContext
from handlers.common.screen import Screen
from handlers.common.translator import Translator
from handlers.meetings import screens
from handlers.meetings.callbacks import DisputeSettled, MeetingOpened, ProposeStarted
from models import AlertKind, MeetingStatus
from services import attendance, meeting_views
from services.alerts import AlertView
from services.meeting_views import MeetingAction, MeetingView

Wording = Callable[[NoticeContext, MeetingView], str | None]


async def _view(context: NoticeContext) -> MeetingView | None:
    """The meeting as the reader sees it now, or None when there is nothing left to say."""
    if context.due.person_id is None:
        return None
    meeting_id = int(context.due.payload["meeting_id"])
    return await context.db.read(meeting_views.as_seen_by, context.due.person_id, meeting_id, now=context.now)


async def _proposed(context: NoticeContext) -> Screen | None:
    view = await _view(context)
    if view is None or MeetingAction.CONFIRM not in view.actions:
        return None
    t = context.t
    proposer = t.name(view.proposed_by)
    head = (
        t("meetings-notice-moved", who=proposer)
        if view.old_starts_at
        else t("meetings-notice-proposed", who=proposer)
    )
    return screens.card(t, view, context.due.timezone).under(head)


async def _confirmed(context: NoticeContext) -> Screen | None:
    view = await _view(context)
    if view is None or view.status != MeetingStatus.CONFIRMED or MeetingAction.CANCEL not in view.actions:
        return None
    return screens.card(context.t, view, context.due.timezone).under(context.t("meetings-notice-confirmed"))


async def _declined(context: NoticeContext) -> Screen | None:
    return await _ended(context, MeetingStatus.DECLINED, "meetings-notice-declined")


async def _cancelled(context: NoticeContext) -> Screen | None:
    return await _ended(context, MeetingStatus.CANCELLED, "meetings-notice-cancelled")


async def _lapsed(context: NoticeContext) -> Screen | None:
    return await _ended(context, MeetingStatus.CANCELLED, "meetings-notice-lapsed")


async def _ended(context: NoticeContext, status: MeetingStatus, key: str) -> Screen | None:
    """A meeting that will not be, with a way to propose another."""
    view = await _view(context)
    if view is None or view.status != status:
        return None
    t = context.t
    text = f"{t(key)}\n\n{screens.what(t, view, context.due.timezone)}"
    again = button(t.plain("meetings-propose-another"), ProposeStarted(mentorship_id=view.mentorship_id))
    return Screen(text, inline([again], [menu_button(t)]))


async def _reminder(context: NoticeContext) -> Screen | None:
    view = await _view(context)
    # What can't be moved any more has begun, was called off, or belongs to a pair that has ended.
    if view is None or view.status != MeetingStatus.CONFIRMED or MeetingAction.MOVE not in view.actions:
        return None
    t, zone = context.t, context.due.timezone
    text = f"{_reminder_head(t, view, context)}\n\n{screens.what(t, view, zone)}"
    opened = button(t.plain("meetings-open"), MeetingOpened(meeting_id=view.id))
    return Screen(text, inline([opened], [menu_button(t)]))


def _reminder_head(t: Translator, view: MeetingView, context: NoticeContext) -> str:
    """Worded by the days that are left when it is sent: the night or a stop may have delayed it."""
    zone = ZoneInfo(context.due.timezone)
    days = (view.starts_at.astimezone(zone).date() - context.now.astimezone(zone).date()).days
    at = t.time(view.starts_at, context.due.timezone)
    if days == 0:
        return t("meetings-remind-today", at=at)
    return t("meetings-remind-tomorrow", at=at) if days == 1 else t("meetings-remind")


async def _ask_held(context: NoticeContext) -> Screen | None:
    view = await _view(context)
    if view is None or MeetingAction.REPORT not in view.actions or view.my_report is not None:
        return None
    t = context.t
    text = f"{t('meetings-notice-ask-held')}\n\n{screens.what(t, view, context.due.timezone)}"
    return Screen(text, inline(*screens.action_rows(t, view), [menu_button(t)]))


async def _settled(context: NoticeContext) -> Screen | None:
    view = await _view(context)
    if view is None or view.status not in (MeetingStatus.HELD, MeetingStatus.NOT_HELD):
        return None
    t = context.t
    head = t("meetings-notice-held") if view.status == MeetingStatus.HELD else t("meetings-notice-not-held")
    return Screen(f"{head}\n\n{screens.what(t, view, context.due.timezone)}", inline([menu_button(t)]))


NOTICES: tuple[Notice, ...] = (
    Notice("meetings.proposed", _proposed),
    Notice("meetings.confirmed", _confirmed),
    Notice("meetings.declined", _declined),
    Notice("meetings.cancelled", _cancelled),
    Notice("meetings.lapsed", _lapsed),
    Notice("meetings.reminder", _reminder),
    Notice("meetings.ask_held", _ask_held),
    Notice("meetings.settled", _settled),
)


async def _disputed_card(context: CardContext, alert: AlertView) -> Screen | None:
    t = context.t
    view = await context.db.read(attendance.dispute, context.actor, int(alert.subject["meeting_id"]))
    if view.status != MeetingStatus.DISPUTED:
        return None
    return Screen(
        screens.dispute(t, view, context.timezone),
        inline(
            [button(t.plain("meetings-judge-held"), DisputeSettled(meeting_id=view.meeting_id, held=True))],
            [
                button(
                    t.plain("meetings-judge-not-held"),
                    DisputeSettled(meeting_id=view.meeting_id, held=False),
                )
            ],
            alert_buttons(t, alert),
        ),
    )


ALERT_CARDS: dict[AlertKind, AlertCard] = {AlertKind.MEETING_DISPUTED: _disputed_card}
