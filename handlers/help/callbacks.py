"""What the buttons about help carry: ids, keys of lists and pages. Every tap is checked again."""

from __future__ import annotations

from aiogram.filters.callback_data import CallbackData


class HelpOpened(CallbackData, prefix="he_all"):
    """What waits for an answer, whom one may ask."""

    page: int = 0


class HelpListOpened(CallbackData, prefix="he_list"):
    """Everything that one asked or was asked."""

    page: int = 0


class RequestOpened(CallbackData, prefix="he_one"):
    request_id: int


class AskStarted(CallbackData, prefix="he_ask"):
    """`mentorship_id=0`: all mentors of the school are asked."""

    membership_id: int
    mentorship_id: int


class TopicChosen(CallbackData, prefix="he_topic"):
    """A key of the list `difficulty`; empty: without a topic."""

    form: str
    key: str


class FormStopped(CallbackData, prefix="he_stop"):
    form: str


class QuickAnswered(CallbackData, prefix="he_quick"):
    """One of the answers of the list `quick_answer`. `seen`: how many answers the reader saw above it."""

    request_id: int
    key: str
    seen: int


class AnswerStarted(CallbackData, prefix="he_answer"):
    """Answer in one's own words; the asker asks further."""

    request_id: int


class Helped(CallbackData, prefix="he_helped"):
    request_id: int


class TakenBack(CallbackData, prefix="he_back"):
    request_id: int


class AllAsked(CallbackData, prefix="he_every"):
    """Pass the request on to all mentors of the school."""

    request_id: int


class Reminded(CallbackData, prefix="he_remind"):
    request_id: int


class HelpDeskOpened(CallbackData, prefix="he_desk"):
    """How help works at the school: for curators and the head."""

    page: int = 0
