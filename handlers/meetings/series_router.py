"""Series of meetings: the list, cards and answers, and the form that repeats a meeting or moves all that
follow.

Every step is kept before the next is shown; a button of another form or step is no longer current.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import Any
from zoneinfo import ZoneInfo

from aiogram import Router
from aiogram.filters import StateFilter
from aiogram.fsm.context import FSMContext
from aiogram.types import CallbackQuery, Message

from handlers.common.days import day_of
from handlers.common.filters import TextMessage
from handlers.common.screen import Screen, show
from handlers.common.translator import Translator
from handlers.errors import key_of
from handlers.meetings import series_form as forms
from handlers.meetings import series_screens as screens
from handlers.meetings.filters import WithoutText
from handlers.meetings.series_callbacks import (
    DaySkipped,
    DaysPaged,
    DayToggled,
    FollowingMoved,
    MoveAsked,
    NewDayChosen,
    NewTimeChosen,
    RhythmChosen,
    SeriesBack,
    SeriesConfirmed,
    SeriesDeclined,
    SeriesEndAsked,
    SeriesEnded,
    SeriesListOpened,
    SeriesOpened,
    SeriesSent,
    SeriesStarted,
    SeriesStopped,
    SkipAsked,
    UntilChosen,
)
from handlers.meetings.series_form import Form, SeriesForm, Step
from handlers.meetings.words import who
from models import SeriesStatus
from services import meeting_series, meeting_views, series_views
from services.access import Actor
from services.clock import Clock
from services.db import Db
from services.errors import NoLongerCurrent, ServiceError
from services.meeting_series import SeriesAllTaken, SeriesDraft, SeriesEmpty, SeriesEndWrong
from services.meeting_times import parse_time
from services.meeting_views import MeetingAction, MeetingView
from services.meetings import MeetingTimePassed, Plan
from services.series_views import SeriesAction
from services.typed_dates import NotADate, read_day

router = Router(name="meetings.series")

WRONG_ANSWERS = (SeriesAllTaken, SeriesEmpty, SeriesEndWrong, MeetingTimePassed, NotADate)


@dataclass(frozen=True, slots=True)
class Desk:
    """What every step of the form needs."""

    actor: Actor
    db: Db
    t: Translator
    clock: Clock
    state: FSMContext

    async def go(self, event: Message | CallbackQuery, form: Form) -> None:
        """Keep the form and show the step it stands at."""
        screen = await self.screen(form)
        await forms.keep(self.state, form)
        await show(event, screen)

    async def again(self, event: Message | CallbackQuery, form: Form, error: ServiceError) -> None:
        """The same question once more, below what can't be taken; nothing is lost."""
        fields = {name: self._shown(value) for name, value in error.fields.items()}
        await show(event, (await self.screen(form)).under(self.t(key_of(error), **fields)))

    def _shown(self, value: Any) -> Any:
        """The days of an error are ISO."""
        try:
            return self.t.short_date(date.fromisoformat(str(value)))
        except ValueError:
            return value

    async def meeting(self, form: Form) -> MeetingView:
        return await self.db.read(meeting_views.see, self.actor, form.meeting_id, now=self.clock.now())

    async def draft(self, form: Form) -> SeriesDraft:
        now, zone = self.clock.now(), self.actor.timezone
        if form.following:
            starts_at = form.starts_at(zone)
            return await self.db.read(
                meeting_series.preview_following, self.actor, form.meeting_id, starts_at, now=now
            )
        return await self.db.read(
            meeting_series.preview,
            self.actor,
            form.meeting_id,
            form.chosen_rhythm(),
            form.last_day(),
            now=now,
        )

    async def screen(self, form: Form) -> Screen:
        t, zone = self.t, self.actor.timezone
        match Step(form.step):
            case Step.RHYTHM:
                return screens.rhythm_step(t, form, await self.meeting(form), zone)
            case Step.UNTIL:
                ends = await self.db.read(meeting_series.offer, self.actor, form.meeting_id)
                return screens.until_step(t, form, ends)
            case Step.DAY:
                return screens.day_step(t, form, self._days_near(await self.meeting(form)))
            case Step.TIME:
                view, day = await self.meeting(form), date.fromisoformat(form.day)
                times = await self.db.read(
                    meeting_views.times_on, self.actor, view.mentorship_id, day, now=self.clock.now()
                )
                return screens.time_step(t, form, times)
            case Step.DAYS:
                return screens.days_step(t, form, await self.draft(form), await self.meeting(form), zone)

    def _days_near(self, view: MeetingView) -> list[date]:
        """The days of the week of the meeting that are still to come."""
        zone = ZoneInfo(self.actor.timezone)
        day, today = view.starts_at.astimezone(zone).date(), self.clock.now().astimezone(zone).date()
        monday = day - timedelta(days=day.weekday())
        week = [monday + timedelta(days=number) for number in range(7)]
        return [one for one in week if one > today] or [day]


@router.callback_query(SeriesListOpened.filter())
async def show_list(
    query: CallbackQuery, callback_data: SeriesListOpened, actor: Actor, db: Db, t: Translator, clock: Clock
) -> None:
    page = await db.read(series_views.my_series, actor, page=callback_data.page, now=clock.now())
    await show(query, screens.my_series(t, page))


@router.callback_query(SeriesOpened.filter())
async def show_card(
    query: CallbackQuery, callback_data: SeriesOpened, actor: Actor, db: Db, t: Translator, clock: Clock
) -> None:
    view = await db.read(series_views.see, actor, callback_data.series_id, now=clock.now())
    await show(query, screens.card(t, view, actor.timezone))


@router.callback_query(SeriesConfirmed.filter())
async def confirm(
    query: CallbackQuery, callback_data: SeriesConfirmed, actor: Actor, db: Db, t: Translator, clock: Clock
) -> None:
    view = await db.write(meeting_series.confirm, actor, callback_data.series_id, now=clock.now())
    stands = view.status == SeriesStatus.CONFIRMED
    line = t("series-confirmed-by-you") if stands else t("meetings-yes-by-you")
    await show(query, screens.card(t, view, actor.timezone).under(line))


@router.callback_query(SeriesDeclined.filter())
async def decline(
    query: CallbackQuery, callback_data: SeriesDeclined, actor: Actor, db: Db, t: Translator, clock: Clock
) -> None:
    view = await db.write(meeting_series.decline, actor, callback_data.series_id, now=clock.now())
    await show(query, screens.card(t, view, actor.timezone).under(t("series-declined-by-you")))


@router.callback_query(SeriesEndAsked.filter())
async def ask_end(
    query: CallbackQuery, callback_data: SeriesEndAsked, actor: Actor, db: Db, t: Translator, clock: Clock
) -> None:
    view = await db.read(series_views.see, actor, callback_data.series_id, now=clock.now())
    if not view.actions & {SeriesAction.END, SeriesAction.LEAVE}:
        raise NoLongerCurrent
    await show(query, screens.end_question(t, view, actor.timezone))


@router.callback_query(SeriesEnded.filter())
async def end(
    query: CallbackQuery, callback_data: SeriesEnded, actor: Actor, db: Db, t: Translator, clock: Clock
) -> None:
    view = await db.write(meeting_series.end, actor, callback_data.series_id, now=clock.now())
    over = view.status == SeriesStatus.ENDED
    line = t("series-ended-by-you") if over else t("series-left-by-you")
    await show(query, screens.card(t, view, actor.timezone).under(line))


@router.callback_query(SkipAsked.filter())
async def ask_skip(
    query: CallbackQuery, callback_data: SkipAsked, actor: Actor, db: Db, t: Translator, clock: Clock
) -> None:
    view = await db.read(series_views.see, actor, callback_data.series_id, now=clock.now())
    if SeriesAction.SKIP not in view.actions:
        raise NoLongerCurrent
    await show(query, screens.skip_question(t, view, callback_data.page))


@router.callback_query(DaySkipped.filter())
async def skip(
    query: CallbackQuery, callback_data: DaySkipped, actor: Actor, db: Db, t: Translator, clock: Clock
) -> None:
    day = day_of(callback_data.day)
    view = await db.write(meeting_series.skip_day, actor, callback_data.series_id, day, now=clock.now())
    await show(
        query, screens.card(t, view, actor.timezone).under(t("series-skipped-by-you", day=t.date(day)))
    )


@router.callback_query(MoveAsked.filter())
async def ask_move(
    query: CallbackQuery, callback_data: MoveAsked, actor: Actor, db: Db, t: Translator, clock: Clock
) -> None:
    view = await db.read(meeting_views.see, actor, callback_data.meeting_id, now=clock.now())
    if MeetingAction.MOVE not in view.actions:
        raise NoLongerCurrent
    await show(query, screens.move_question(t, view, actor.timezone))


@router.callback_query(SeriesStarted.filter())
async def start(
    query: CallbackQuery,
    callback_data: SeriesStarted,
    actor: Actor,
    db: Db,
    t: Translator,
    clock: Clock,
    state: FSMContext,
) -> None:
    await db.read(meeting_series.offer, actor, callback_data.meeting_id)
    form = Form.new(callback_data.meeting_id, following=False)
    await Desk(actor, db, t, clock, state).go(query, form)


@router.callback_query(FollowingMoved.filter())
async def start_following(
    query: CallbackQuery,
    callback_data: FollowingMoved,
    actor: Actor,
    db: Db,
    t: Translator,
    clock: Clock,
    state: FSMContext,
) -> None:
    ends = await db.read(meeting_series.offer, actor, callback_data.meeting_id)
    if ends.rhythm is None:
        raise NoLongerCurrent
    form = Form.new(callback_data.meeting_id, following=True)
    await Desk(actor, db, t, clock, state).go(query, form)


@router.callback_query(RhythmChosen.filter())
async def choose_rhythm(
    query: CallbackQuery,
    callback_data: RhythmChosen,
    actor: Actor,
    db: Db,
    t: Translator,
    clock: Clock,
    state: FSMContext,
) -> None:
    form = await forms.require(state, callback_data.form, Step.RHYTHM)
    rhythm = forms.known_rhythm(callback_data.rhythm)
    await Desk(actor, db, t, clock, state).go(query, form.answered(rhythm=rhythm.value))


@router.callback_query(UntilChosen.filter())
async def choose_until(
    query: CallbackQuery,
    callback_data: UntilChosen,
    actor: Actor,
    db: Db,
    t: Translator,
    clock: Clock,
    state: FSMContext,
) -> None:
    form = await forms.require(state, callback_data.form, Step.UNTIL)
    day = day_of(callback_data.day)
    await _go_on(query, Desk(actor, db, t, clock, state), form, until=day.isoformat())


@router.callback_query(NewDayChosen.filter())
async def choose_day(
    query: CallbackQuery,
    callback_data: NewDayChosen,
    actor: Actor,
    db: Db,
    t: Translator,
    clock: Clock,
    state: FSMContext,
) -> None:
    form = await forms.require(state, callback_data.form, Step.DAY)
    day = day_of(callback_data.day)
    await Desk(actor, db, t, clock, state).go(query, form.answered(day=day.isoformat()))


@router.callback_query(NewTimeChosen.filter())
async def choose_time(
    query: CallbackQuery,
    callback_data: NewTimeChosen,
    actor: Actor,
    db: Db,
    t: Translator,
    clock: Clock,
    state: FSMContext,
) -> None:
    form = await forms.require(state, callback_data.form, Step.TIME)
    await _go_on(query, Desk(actor, db, t, clock, state), form, minutes=callback_data.minutes)


@router.callback_query(DayToggled.filter())
async def toggle_day(
    query: CallbackQuery,
    callback_data: DayToggled,
    actor: Actor,
    db: Db,
    t: Translator,
    clock: Clock,
    state: FSMContext,
) -> None:
    form = await forms.require(state, callback_data.form, Step.DAYS)
    await Desk(actor, db, t, clock, state).go(query, form.toggled(day_of(callback_data.day)))


@router.callback_query(DaysPaged.filter())
async def turn_days(
    query: CallbackQuery,
    callback_data: DaysPaged,
    actor: Actor,
    db: Db,
    t: Translator,
    clock: Clock,
    state: FSMContext,
) -> None:
    form = await forms.require(state, callback_data.form, Step.DAYS)
    await Desk(actor, db, t, clock, state).go(query, replace(form, page=callback_data.page))


@router.callback_query(SeriesBack.filter())
async def step_back(
    query: CallbackQuery,
    callback_data: SeriesBack,
    actor: Actor,
    db: Db,
    t: Translator,
    clock: Clock,
    state: FSMContext,
) -> None:
    form = await forms.require(state, callback_data.form)
    await Desk(actor, db, t, clock, state).go(query, form.back())


@router.callback_query(SeriesStopped.filter())
async def stop(query: CallbackQuery, callback_data: SeriesStopped, t: Translator, state: FSMContext) -> None:
    await forms.require(state, callback_data.form)
    await state.clear()
    await show(query, screens.stopped(t))


@router.callback_query(SeriesSent.filter())
async def send(
    query: CallbackQuery,
    callback_data: SeriesSent,
    actor: Actor,
    db: Db,
    t: Translator,
    clock: Clock,
    state: FSMContext,
) -> None:
    """Send the proposal: the form is emptied and the series is stored in one transaction."""
    desk = Desk(actor, db, t, clock, state)
    form = await forms.require(state, callback_data.form, Step.DAYS)
    skipped, now = form.skipped_days(), clock.now()
    try:
        if form.following:
            old = await desk.meeting(form)
            plan = Plan(old.kind, form.starts_at(actor.timezone), old.minutes, old.mode, old.place, old.link)
            view = await db.write(
                meeting_series.move_following, actor, form.meeting_id, plan, skipped, now=now
            )
        else:
            rhythm, last = form.chosen_rhythm(), form.last_day()
            view = await db.write(
                meeting_series.propose, actor, form.meeting_id, rhythm, last, skipped, now=now
            )
    except WRONG_ANSWERS as error:
        await desk.again(query, form, error)
        return
    await state.clear()
    await show(query, screens.card(t, view, actor.timezone).under(t("series-sent", who=who(t, view.others))))


async def _go_on(event: Message | CallbackQuery, desk: Desk, form: Form, **answers: Any) -> None:
    """To the days, unless they can't be: then the same question stands again, with why."""
    try:
        await desk.go(event, form.answered(**answers))
    except WRONG_ANSWERS as error:
        await desk.again(event, form, error)


@router.message(StateFilter(SeriesForm.until), TextMessage())
async def type_until(
    message: Message, actor: Actor, db: Db, t: Translator, clock: Clock, state: FSMContext
) -> None:
    desk, form = Desk(actor, db, t, clock, state), await forms.require(state)
    today = clock.now().astimezone(ZoneInfo(actor.timezone)).date()
    try:
        day = read_day(message.text or "", today)
    except NotADate as error:
        await desk.again(message, form, error)
        return
    await _go_on(message, desk, form, until=day.isoformat())


@router.message(StateFilter(SeriesForm.time), TextMessage())
async def type_time(
    message: Message, actor: Actor, db: Db, t: Translator, clock: Clock, state: FSMContext
) -> None:
    desk, form = Desk(actor, db, t, clock, state), await forms.require(state)
    at = parse_time(message.text or "")
    if at is None:
        await show(message, (await desk.screen(form)).under(t("series-hint-time")))
        return
    await _go_on(message, desk, form, minutes=at.hour * 60 + at.minute)


@router.message(StateFilter(SeriesForm.choosing), TextMessage())
async def type_choice(
    message: Message, actor: Actor, db: Db, t: Translator, clock: Clock, state: FSMContext
) -> None:
    desk, form = Desk(actor, db, t, clock, state), await forms.require(state)
    await show(message, (await desk.screen(form)).under(t("series-hint-buttons")))


@router.message(StateFilter(SeriesForm.choosing, SeriesForm.until, SeriesForm.time), WithoutText())
async def no_text(
    message: Message, actor: Actor, db: Db, t: Translator, clock: Clock, state: FSMContext
) -> None:
    desk, form = Desk(actor, db, t, clock, state), await forms.require(state)
    await show(message, (await desk.screen(form)).under(t("meetings-hint-text")))
