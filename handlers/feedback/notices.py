"""The invitation to answer three questions, and the curator's cards about alarming answers."""

from __future__ import annotations

from aiogram.types import InlineKeyboardMarkup

from handlers.common.alerts import AlertCard, CardContext, alert_buttons
from handlers.common.keyboards import button, inline, menu_button
from handlers.common.notices import Notice, NoticeContext
from handlers.common.screen import Screen
from handlers.feedback import screens
from handlers.feedback.callbacks import AnotherSought, TalkPromised
from handlers.meetings.callbacks import FeedbackOpened
from models import AlertKind
from services import feedback, meeting_views
from services.alerts import AlertView
from services.feedback import FeedbackConcern
from services.meeting_views import MeetingAction


async def _offered(context: NoticeContext) -> Screen | None:
    t, due = context.t, context.due
    if due.person_id is None:
        return None
    meeting_id = int(due.payload["meeting_id"])
    view = await context.db.read(meeting_views.as_seen_by, due.person_id, meeting_id, now=context.now)
    if view is None or MeetingAction.FEEDBACK not in view.actions:
        return None
    text = f"{t('feedback-offered', when=t.moment(view.starts_at, due.timezone))}\n\n{t('feedback-who-sees')}"
    begin = button(t.plain("feedback-begin"), FeedbackOpened(meeting_id=meeting_id))
    return Screen(text, inline([begin], [menu_button(t)]))


NOTICES: tuple[Notice, ...] = (Notice("feedback.offered", _offered),)


async def _low_answer_card(context: CardContext, alert: AlertView) -> Screen | None:
    concern = await context.db.read(feedback.concern, context.actor, alert)
    text = screens.low_answer(context.t, concern, context.timezone)
    return Screen(text, _keyboard(context, concern, alert))


async def _another_mentor_card(context: CardContext, alert: AlertView) -> Screen | None:
    concern = await context.db.read(feedback.concern, context.actor, alert)
    text = screens.another_mentor(context.t, concern, context.timezone)
    return Screen(text, _keyboard(context, concern, alert))


def _keyboard(context: CardContext, concern: FeedbackConcern, alert: AlertView) -> InlineKeyboardMarkup:
    t = context.t
    talk = [button(t.plain("feedback-talk"), TalkPromised(alert_id=alert.id))]
    another = []
    if concern.mentee_membership_id is not None:
        another = [button(t.plain("feedback-find-another"), AnotherSought(alert_id=alert.id))]
    return inline(talk, another, alert_buttons(t, alert))


ALERT_CARDS: dict[AlertKind, AlertCard] = {
    AlertKind.LOW_ANSWER: _low_answer_card,
    AlertKind.ANOTHER_MENTOR_WANTED: _another_mentor_card,
}
