"""How messages about series of meetings read at the moment they are sent; what is no longer true is not sent
at all.
"""

from __future__ import annotations

from datetime import date

from handlers.common.keyboards import button, inline, menu_button
from handlers.common.notices import Notice, NoticeContext
from handlers.common.screen import Screen
from handlers.meetings import series_screens as screens
from handlers.meetings.plan_callbacks import PlanOpened
from models import SeriesStatus
from services import series_views
from services.series_views import SeriesAction, SeriesView


async def _view(context: NoticeContext) -> SeriesView | None:
    """The series as the reader sees it now, or None when there is nothing left to say."""
    if context.due.person_id is None:
        return None
    series_id = int(context.due.payload["series_id"])
    return await context.db.read(series_views.as_seen_by, context.due.person_id, series_id, now=context.now)


async def _card(context: NoticeContext, view: SeriesView, key: str) -> Screen:
    shown = screens.card(context.t, view, context.due.timezone)
    return shown.under(context.t(key, who=context.t.name(view.proposed_by)))


async def _proposed(context: NoticeContext) -> Screen | None:
    view = await _view(context)
    if view is None or SeriesAction.DECLINE not in view.actions:
        return None
    return await _card(context, view, "series-notice-moved" if view.replaces else "series-notice-proposed")


async def _confirmed(context: NoticeContext) -> Screen | None:
    view = await _view(context)
    if view is None or view.status != SeriesStatus.CONFIRMED or not view.comes:
        return None
    return await _card(context, view, "series-notice-confirmed")


async def _declined(context: NoticeContext) -> Screen | None:
    return await _over(context, SeriesStatus.DECLINED, "series-notice-declined")


async def _ended(context: NoticeContext) -> Screen | None:
    return await _over(context, SeriesStatus.ENDED, "series-notice-ended")


async def _taken_back(context: NoticeContext) -> Screen | None:
    return await _over(context, SeriesStatus.ENDED, "series-notice-taken-back")


async def _lapsed(context: NoticeContext) -> Screen | None:
    return await _over(context, SeriesStatus.ENDED, "series-notice-lapsed")


async def _over(context: NoticeContext, status: SeriesStatus, key: str) -> Screen | None:
    """A series that will not be, with a way to propose a meeting."""
    view = await _view(context)
    if view is None or view.status != status:
        return None
    t = context.t
    again = button(t.plain("meetings-propose-another"), PlanOpened(mentorship_id=view.mentorship_id))
    text = f"{t(key)}\n\n{screens.what(t, view, context.due.timezone)}"
    return Screen(text, inline([again], [menu_button(t)]))


async def _joined(context: NoticeContext) -> Screen | None:
    return await _answered(context, "series-notice-joined", comes=True)


async def _left(context: NoticeContext) -> Screen | None:
    return await _answered(context, "series-notice-left", comes=False)


async def _answered(context: NoticeContext, key: str, *, comes: bool) -> Screen | None:
    """What one member of a group answered, for the mentor."""
    view = await _view(context)
    if view is None or view.status not in series_views.RUNNING:
        return None
    word = await context.db.read(series_views.word_of, view.id, int(context.due.payload["about_id"]))
    if word is None or word[1] != comes:
        return None
    shown = screens.card(context.t, view, context.due.timezone)
    return shown.under(context.t(key, who=context.t.name(word[0])))


async def _skipped(context: NoticeContext) -> Screen | None:
    return await _about_day(context, "series-notice-skipped")


async def _left_out(context: NoticeContext) -> Screen | None:
    return await _about_day(context, "series-notice-left-out")


async def _about_day(context: NoticeContext, key: str) -> Screen | None:
    view = await _view(context)
    if view is None or view.status != SeriesStatus.CONFIRMED or view.comes is False:
        return None
    day = date.fromisoformat(str(context.due.payload["day"]))
    shown = screens.card(context.t, view, context.due.timezone)
    return shown.under(context.t(key, day=context.t.date(day)))


NOTICES: tuple[Notice, ...] = (
    Notice("series.proposed", _proposed),
    Notice("series.confirmed", _confirmed),
    Notice("series.declined", _declined),
    Notice("series.ended", _ended),
    Notice("series.taken_back", _taken_back),
    Notice("series.lapsed", _lapsed),
    Notice("series.joined", _joined),
    Notice("series.left", _left),
    Notice("series.skipped", _skipped),
    Notice("series.left_out", _left_out),
)
