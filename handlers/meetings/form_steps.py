"""Where a half-filled plan stands: read what its step needs, keep it, show it. Shared by the routers of
planning; knows no buttons.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from zoneinfo import ZoneInfo

from aiogram.fsm.context import FSMContext
from aiogram.types import CallbackQuery, Message

from handlers.common.screen import Screen, show
from handlers.common.translator import Translator
from handlers.meetings import form as forms
from handlers.meetings import form_screens, plan_screens
from handlers.meetings.form import NO_AIM, Form, Step
from models import MeetingMode
from services import meeting_planning, meeting_views, meetings
from services.access import Actor
from services.clock import Clock
from services.db import Db
from services.errors import ServiceError
from services.meeting_planning import PlanView, Where
from services.meeting_slots import Suggestions
from services.meetings import Lesson, MeetingOverlaps, MeetingTimePassed, MeetingTooFar, Plan

WRONG_TIME = (MeetingTimePassed, MeetingTooFar, MeetingOverlaps)


@dataclass(frozen=True, slots=True)
class Desk:
    """Everything that a step of a plan is read, kept and shown with."""

    actor: Actor
    db: Db
    t: Translator
    clock: Clock
    state: FSMContext

    @property
    def today(self) -> date:
        return self.clock.now().astimezone(ZoneInfo(self.actor.timezone)).date()

    async def go(self, event: Message | CallbackQuery, form: Form) -> None:
        """Keep the form and show the step it stands at."""
        screen = await self.screen(form)
        await forms.keep(self.state, form)
        await show(event, screen)

    async def again(self, event: Message | CallbackQuery, form: Form, line: str) -> None:
        """The same question once more, below what could not be taken; nothing is lost."""
        screen = await self.screen(form)
        await forms.keep(self.state, form)
        await show(event, screen.under(line))

    async def refused(self, event: Message | CallbackQuery, form: Form, error: ServiceError) -> None:
        await self.again(event, form, form_screens.refusal(self.t, error))

    # -- the root --------------------------------------------------------------------------------------------

    async def open(self, mentorship_id: int) -> Form:
        """A new plan for a pair, 0: for the one that needs it most. Raises NoLongerCurrent, NotAllowed,
        MemberPaused.
        """
        view = await self.view(mentorship_id)
        where = self._usual(view)
        return Form.new(
            view.mentorship_id,
            kind=view.kinds[0].value,
            mode=where.mode.value,
            place=where.place,
            link=where.link,
        )

    def _usual(self, view: PlanView) -> Where:
        if view.where is not None and view.where.mode == MeetingMode.IN_PERSON and not view.where.place:
            return Where(place=self.t.plain("planning-place-school"))
        return view.where or Where(place=self.t.plain("planning-place-school"))

    async def view(self, mentorship_id: int) -> PlanView:
        return await self.db.read(meeting_planning.plan_view, self.actor, mentorship_id, now=self.clock.now())

    async def _root(self, form: Form) -> Screen:
        view = await self.view(form.mentorship_id)
        offered = Suggestions(()) if form.is_visit else await self._offered(form)
        return plan_screens.plan(self.t, form, view, offered, self.actor.timezone)

    async def _offered(self, form: Form) -> Suggestions:
        return await self.db.read(
            meeting_planning.offered,
            self.actor,
            form.mentorship_id,
            minutes=form.minutes,
            except_id=form.replaces_id or None,
            now=self.clock.now(),
        )

    # -- the steps -------------------------------------------------------------------------------------------

    async def screen(self, form: Form) -> Screen:
        """The step that the form stands at."""
        t, step = self.t, form.step
        if step == Step.SLOTS:
            return await self._root(form)
        if step == Step.PAIR:
            return form_screens.pair_step(t, form, await self.db.read(meeting_views.pairs, self.actor))
        if step == Step.DAY:
            return form_screens.day_step(t, form, self.today)
        if step == Step.TIME:
            return await self._time(form)
        if step == Step.TEACHER:
            teachers = await self.db.read(meeting_planning.teachers, self.actor, form.mentorship_id)
            return form_screens.teacher_step(t, form, teachers)
        return await self._about_pair(form)

    async def _about_pair(self, form: Form) -> Screen:
        view = await self.view(form.mentorship_id)
        if form.step == Step.SUMMARY:
            return await self._summary(form, view)
        step = {
            Step.KIND: form_screens.kind_step,
            Step.PLACE: form_screens.place_step,
            Step.LESSON: form_screens.lesson_step,
            Step.AIM: form_screens.aim_step,
        }[form.step]
        return step(self.t, form, view)

    async def _time(self, form: Form) -> Screen:
        day = date.fromisoformat(form.day)
        if form.is_visit:
            lessons = await self.db.read(
                meeting_planning.lesson_day, self.actor, form.mentorship_id, form.teacher_id, day
            )
            return form_screens.bell_step(self.t, form, lessons, self.actor.timezone)
        times = await self.db.read(
            meeting_views.times_on, self.actor, form.mentorship_id, day, now=self.clock.now()
        )
        return form_screens.time_step(self.t, form, times)

    async def _summary(self, form: Form, view: PlanView) -> Screen:
        zone = self.actor.timezone
        starts_at = form.starts_at(zone)
        warned = await self.db.read(
            meeting_planning.warnings, self.actor, form.mentorship_id, starts_at, form.minutes
        )
        talks = await self._talks(form, starts_at)
        return form_screens.summary_step(self.t, form, view, starts_at, zone, warned, talks)

    async def _talks(self, form: Form, starts_at: datetime) -> meeting_planning.Talks | None:
        if not form.is_visit:
            return None
        return await self.db.read(
            meeting_planning.talks,
            self.actor,
            form.mentorship_id,
            form.teacher_id,
            starts_at,
            form.minutes,
        )

    # -- time and plan ---------------------------------------------------------------------------------------

    async def check(self, form: Form) -> None:
        """Whether the day, and the time when there is one, may be. Raises MeetingTimePassed, MeetingTooFar,
        MeetingOverlaps.
        """
        meetings.check_day(date.fromisoformat(form.day), self.today)
        if form.at < 0:
            return
        await self.db.read(
            meetings.check_time,
            self.actor,
            form.mentorship_id,
            form.starts_at(self.actor.timezone),
            form.minutes,
            form.replaces_id or None,
            now=self.clock.now(),
        )

    async def take(self, event: Message | CallbackQuery, form: Form, answered: Form) -> None:
        """Go on with a day or a time that was chosen, or say why it can't be."""
        try:
            if answered.day:
                await self.check(answered)
        except WRONG_TIME as error:
            await self.refused(event, form, error)
            return
        await self.go(event, answered.onward())

    async def plan(self, form: Form) -> Plan:
        starts_at = form.starts_at(self.actor.timezone)
        talks = await self._talks(form, starts_at)
        lesson = None
        if talks is not None:
            lesson = Lesson(
                form.teacher_id,
                form.lesson,
                talks.before_at if form.before else None,
                talks.after_at if form.after else None,
                "" if form.aim == NO_AIM else form.aim,
            )
        where = form.where
        return Plan(form.chosen_kind(), starts_at, form.minutes, where.mode, where.place, where.link, lesson)
