"""How messages about meetings read at the moment they are sent; what is no longer true is not sent at all."""

from __future__ import annotations

from handlers.common.keyboards import button, inline, menu_button
from handlers.common.notices import Notice, NoticeContext
from handlers.common.screen import Screen
from handlers.meetings import screens
from handlers.meetings.plan_callbacks import PlanOpened
from models import MeetingStatus
from services import meeting_views
from services.meeting_views import MeetingAction, MeetingView
from services.meetings import REASON_LIMIT


async def _view(context: NoticeContext) -> MeetingView | None:
    """The meeting as the reader sees it now, or None when there is nothing left to say."""
    if context.due.person_id is None:
        return None
    meeting_id = int(context.due.payload["meeting_id"])
    return await context.db.read(meeting_views.as_seen_by, context.due.person_id, meeting_id, now=context.now)


async def _proposed(context: NoticeContext) -> Screen | None:
    view = await _view(context)
    if view is None or MeetingAction.DECLINE not in view.actions:
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
    if view is None or view.status != MeetingStatus.CONFIRMED or not _comes(view):
        return None
    key = "meetings-notice-confirmed" if view.is_proposer else "meetings-notice-stands"
    return screens.card(context.t, view, context.due.timezone).under(context.t(key))


def _comes(view: MeetingView) -> bool:
    return bool(view.actions & {MeetingAction.CANCEL, MeetingAction.LEAVE})


async def _joined(context: NoticeContext) -> Screen | None:
    return await _answered(context, "meetings-notice-joined", comes=True)


async def _absent(context: NoticeContext) -> Screen | None:
    return await _answered(context, "meetings-notice-absent", comes=False)


async def _answered(context: NoticeContext, key: str, *, comes: bool) -> Screen | None:
    """What one member of a group answered, for the mentor; nothing when they have changed their mind."""
    view = await _view(context)
    if view is None or view.status not in meeting_views.OPEN_STATUSES:
        return None
    about = int(context.due.payload["about_id"])
    word = await context.db.read(meeting_views.word_of, view.id, about)
    if word is None or word.comes != comes:
        return None
    t = context.t
    lines = [t(key, who=t.name(word.name))]
    if word.reason:
        lines.append(t("meetings-no-reason", reason=t.cut(word.reason, REASON_LIMIT)))
    return screens.card(t, view, context.due.timezone).under("\n".join(lines))


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
    parts = [t(key), screens.what(t, view, context.due.timezone)]
    if view.no_reason:
        parts.append(t("meetings-no-reason", reason=t.cut(view.no_reason, REASON_LIMIT)))
    again = button(t.plain("meetings-propose-another"), PlanOpened(mentorship_id=view.mentorship_id))
    return Screen("\n\n".join(parts), inline([again], [menu_button(t)]))


NOTICES: tuple[Notice, ...] = (
    Notice("meetings.proposed", _proposed),
    Notice("meetings.confirmed", _confirmed),
    Notice("meetings.joined", _joined),
    Notice("meetings.absent", _absent),
    Notice("meetings.declined", _declined),
    Notice("meetings.cancelled", _cancelled),
    Notice("meetings.lapsed", _lapsed),
)
