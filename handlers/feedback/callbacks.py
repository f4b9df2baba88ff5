"""What the buttons of the questions after a meeting carry. Every tap is checked again by the use case."""

from __future__ import annotations

from aiogram.filters.callback_data import CallbackData


class FeedbackStep(CallbackData, prefix="fb_step"):
    """Show one question again, to correct the answer."""

    meeting_id: int
    number: int


class FeedbackAnswered(CallbackData, prefix="fb_say"):
    """`question` and `value` are keys of the questionnaire in content/."""

    meeting_id: int
    question: str
    value: str


class TalkPromised(CallbackData, prefix="fb_talk"):
    """The curator takes it upon themselves to talk to the mentee."""

    alert_id: int


class AnotherSought(CallbackData, prefix="fb_other"):
    """The curator wants to end the pair and look for another mentor: asked once more, because it can't be
    undone.
    """

    alert_id: int


class PairReleased(CallbackData, prefix="fb_free"):
    alert_id: int
