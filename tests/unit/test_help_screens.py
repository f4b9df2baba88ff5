"""Every window of help and of speed sessions renders in every language and fits into Telegram."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest

from bot.settings import ROOT
from handlers.common.translator import Texts, Translator
from handlers.help import screens as help_screens
from handlers.help.form import Form as HelpForm
from handlers.speed import form_screens
from handlers.speed import screens as speed_screens
from handlers.speed.form import Form as SpeedForm
from handlers.speed.form import Step
from models import HelpScope, HelpStatus, MeetingMode, Role, SpeedStatus
from services import content
from services.content import LANGUAGES
from services.help_views import (
    AnswerView,
    AskOption,
    Climbed,
    HelpAction,
    HelpDesk,
    HelpHome,
    Part,
    Reason,
    RequestLine,
    RequestPage,
    RequestView,
)
from services.names import PersonName
from services.speed_views import Host, HostPage, SlotView, SpeedAction, SpeedLine, SpeedPage, SpeedView
from tests.support.factories import NOW
from tests.unit.test_screens import LARGEST_ID, SCHOOL, check

LOADED = content.load(ROOT / "content")
TEXTS = Texts(ROOT / "locales", LOADED)
ZONE = "Europe/Moscow"
NAME = PersonName("С" * 100, "<b>" + "В" * 97, "&" * 100, Role.MENTEE, "017")
ANSWER = AnswerView(NAME, False, False, "<" * 1000, NOW)
REQUEST = RequestView(
    LARGEST_ID,
    Part.MENTOR,
    NAME,
    NAME,
    HelpScope.OWN_MENTOR,
    HelpStatus.OPEN,
    "discipline",
    "<" * 1000,
    NOW,
    None,
    (ANSWER, replace(ANSWER, text="meet"), replace(ANSWER, is_by_asker=True)) * 3,
    LARGEST_ID,
    NOW + timedelta(hours=9),
    720,
    frozenset(HelpAction),
)
OPTION = AskOption(LARGEST_ID, LARGEST_ID, NAME, True, SCHOOL, 720, False)
LINES = tuple(
    RequestLine(LARGEST_ID, NAME, scope, status, topic, NOW, is_own, True)
    for scope in HelpScope
    for status in HelpStatus
    for topic in ("", "discipline")
    for is_own in (True, False)
)[:6]
SLOT = SlotView(LARGEST_ID, 12, NOW, True, True, True, True, NAME, None)
SPEED = SpeedView(
    LARGEST_ID,
    LARGEST_ID,
    NAME,
    "<" * 300,
    NOW,
    NOW + timedelta(hours=6),
    30,
    MeetingMode.MIXED,
    "<" * 500,
    "https://" + "a" * 490,
    SpeedStatus.ANNOUNCED,
    False,
    True,
    True,
    tuple(replace(SLOT, held=held) for held in (None, True, False, None) * 3),
    3,
    500,
    0,
    ("meeting", "proposed", "speed_slot", "speed_session"),
    frozenset(SpeedAction),
)


@pytest.fixture(params=LANGUAGES)
def t(request: pytest.FixtureRequest) -> Translator:
    return TEXTS.translator(str(request.param))


@pytest.mark.parametrize("part", list(Part))
@pytest.mark.parametrize("status", list(HelpStatus))
@pytest.mark.parametrize("hours", [None, -1, 9])
def test_a_request_in_every_state(t: Translator, part: Part, status: HelpStatus, hours: int | None) -> None:
    reaches_at = None if hours is None else NOW + timedelta(hours=hours)
    one = replace(REQUEST, part=part, status=status, reaches_at=reaches_at)
    check(help_screens.card(t, one, ZONE, NOW).under(t("assist-sent")))
    check(help_screens.answered(t, one, ZONE, NOW))
    check(help_screens.too_late(t, one, ZONE, NOW))
    check(help_screens.ask_answer(t, HelpForm.new(request_id=LARGEST_ID), one, ZONE, NOW))
    check(help_screens.passed(t, one, "assist-reminded", ZONE, NOW))


def test_the_way_into_help(t: Translator) -> None:
    options = (OPTION, replace(OPTION, mentor=None), replace(OPTION, membership_id=1))
    for waiting, offered in ((REQUEST, options), (None, options), (None, ())):
        for is_mentee in (True, False):
            found = HelpHome(waiting, 1, 9, offered, LINES, is_mentee, True)
            check(help_screens.home(t, found, ZONE, NOW))
    for lines in (LINES, ()):
        check(help_screens.listed(t, RequestPage(lines, 0, 3), ZONE))
    check(help_screens.stopped(t))


@pytest.mark.parametrize("is_pupil", [True, False])
def test_asking(t: Translator, is_pupil: bool) -> None:
    for option in (OPTION, replace(OPTION, mentor=None), replace(OPTION, has_telegram=False)):
        form = HelpForm.new(membership_id=LARGEST_ID, mentorship_id=LARGEST_ID)
        check(help_screens.ask_question(t, form, replace(option, is_pupil=is_pupil)))
        chosen = replace(form, topic="discipline", is_topic_open=False)
        check(help_screens.ask_question(t, chosen, option))


@pytest.mark.parametrize("reason", list(Reason))
def test_what_curators_see(t: Translator, reason: Reason) -> None:
    climbed = Climbed(LARGEST_ID, NAME, NAME, "discipline", NOW, reason, frozenset(HelpAction))
    check(help_screens.climbed(t, climbed, []))
    desk = HelpDesk(90, 1000, 900, timedelta(minutes=5), 800, 6, LINES, 0, 2)
    for found in (
        desk,
        replace(desk, asked=0),
        replace(desk, median_time=None),
        replace(desk, median_time=timedelta(days=9)),
    ):
        check(help_screens.desk(t, replace(found, open_count=6), NOW + timedelta(days=3)))
        check(help_screens.desk(t, replace(found, open_count=0, lines=()), NOW))


@pytest.mark.parametrize("status", list(SpeedStatus))
def test_a_speed_session_for_everybody(t: Translator, status: SpeedStatus) -> None:
    other = tuple(replace(slot, is_mine=False) for slot in SPEED.slots)
    for one in (
        SPEED,
        replace(SPEED, slots=other),
        replace(SPEED, slots=other, place_in_queue=3),
        replace(SPEED, slots=other, is_over=True),
        replace(SPEED, slots=other, is_keeper=False),
        replace(SPEED, slots=other, is_keeper=False, free=0),
    ):
        shown = replace(one, status=status)
        check(speed_screens.card(t, shown, ZONE).under(t("speed-booked")))
        check(speed_screens.visitors(t, shown, ZONE))
        check(speed_screens.cancel_question(t, shown, ZONE))


def test_lists_of_speed_sessions(t: Translator) -> None:
    line = SpeedLine(LARGEST_ID, "<" * 300, NAME, NOW, SpeedStatus.ANNOUNCED, 3, False, False, 0)
    lines = (
        line,
        replace(line, free=0),
        replace(line, is_mine=True),
        replace(line, is_over=True),
        replace(line, to_tell=2),
    )
    check(speed_screens.listed(t, SpeedPage(lines, 1, 3, True), ZONE))
    check(speed_screens.listed(t, SpeedPage((), 0, 1, False), ZONE))
    hosts = (Host(LARGEST_ID, LARGEST_ID, NAME, True), Host(LARGEST_ID, LARGEST_ID, NAME, False))
    check(speed_screens.hosts(t, HostPage(hosts, 0, 2)))


@pytest.mark.parametrize("mode", list(MeetingMode))
def test_every_step_of_the_announcement(t: Translator, mode: MeetingMode) -> None:
    form = replace(
        SpeedForm.new(LARGEST_ID),
        topic="<" * 300,
        day="2026-09-09",
        minutes=930,
        length=30,
        count=12,
        mode=mode.value,
        place="<" * 500,
        link="https://" + "a" * 490,
    )
    for step in form.steps:
        at = replace(form, step=step.value)
        if step == Step.SUMMARY:
            engaged = [(NOW, "meeting"), (NOW, "speed_session")]
            check(form_screens.summary(t, at, NAME, engaged, ZONE))
        else:
            check(form_screens.question(t, at, NOW.date()))
    check(form_screens.stopped(t))
