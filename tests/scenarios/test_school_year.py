"""A pair through a whole school year: the sequence from the organisational to the final meeting, a series
over holidays and two changes of the clocks, two time zones, and not one reminder missed or doubled.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest
from sqlalchemy import select
from sqlalchemy.orm import Session

from models import (
    Alert,
    AlertKind,
    Meeting,
    MeetingKind,
    MeetingStatus,
    Notification,
    NotificationStatus,
    SchoolBreak,
)
from sandbox.telegram import Person
from services import working_days
from tests.support.agreed import Pair, make_pair, stored_person
from tests.support.world import World

BERLIN, MOSCOW = ZoneInfo("Europe/Berlin"), ZoneInfo("Europe/Moscow")
AUTUMN_BREAK = (date(2026, 10, 26), date(2026, 11, 1))
SELDOM = timedelta(days=2)
"""Time is looked at wherever a message is due, and no oftener than that: it is a long year."""
REMINDED = ("meetings.reminder",)


@pytest.fixture
async def pair(world: World) -> Pair:
    """The mentor lives where the clocks change on 25 October and 28 March; in Moscow they never do."""
    made = await make_pair(world)
    await made.lives_in(made.mentor, "Europe/Berlin")
    starts, ends = AUTUMN_BREAK

    def holidays(session: Session) -> None:
        school = stored_person(session, made.mentor).memberships[0].organization_id
        session.add(
            SchoolBreak(organization_id=school, title="Осенние каникулы", starts_on=starts, ends_on=ends)
        )

    await world.write(holidays)
    return made


async def meetings(world: World, *statuses: MeetingStatus) -> Sequence[Meeting]:
    query = select(Meeting).where(Meeting.status.in_(statuses)).order_by(Meeting.starts_at, Meeting.id)
    return await world.read(lambda session: session.scalars(query).all())


async def meet(world: World, pair: Pair, phrase: str, kind: str) -> Meeting:
    """Planned by the mentor in words, confirmed by the mentee, held, told by both."""
    await pair.mentor.sends("/menu")
    await pair.mentor.taps("Запланировать")
    assert kind in pair.mentor.screen.text
    await pair.mentor.sends(phrase)
    await pair.mentor.taps("Отправить предложение")
    await pair.mentee.taps("Подтвердить")
    (meeting,) = await meetings(world, MeetingStatus.CONFIRMED)
    await world.advance_to(meeting.starts_at + timedelta(hours=3), SELDOM)
    for who in (pair.mentor, pair.mentee):
        await tell_held(who)
    return meeting


async def next_noon(world: World) -> None:
    """Nobody is told anything at night."""
    tomorrow = world.clock.now().date() + timedelta(days=1)
    await world.advance_to(datetime.combine(tomorrow, time(9), UTC), SELDOM)


async def tell_held(who: Person) -> None:
    await who.sends("/menu")
    await who.taps("Отметить встречу")
    await who.taps("Состоялась")


def local(moment: datetime, zone: ZoneInfo) -> tuple[int, int]:
    at = moment.astimezone(zone)
    return at.hour, at.minute


@pytest.mark.requirement("L-5-1", "L-5-2", "L-5-3", "L-5-4", "L-5-5", "N-1.4", "N-2.3-3")
async def test_a_year_of_meetings(world: World, pair: Pair) -> None:
    first = await meet(world, pair, "завтра 17:00", "Организационная встреча")
    assert local(first.starts_at, BERLIN) == (17, 0)  # typed by somebody who lives there

    await next_noon(world)

    await meet(world, pair, "понедельник 16:00", "Пробная рабочая встреча")
    for who in (pair.mentor, pair.mentee):
        await who.taps("Продолжаем работать вместе?")
        await who.taps("Продолжаем")
    await next_noon(world)

    planning = await meet(world, pair, "понедельник 16:00", "Встреча по планированию")
    assert planning.kind == MeetingKind.PLANNING
    await next_noon(world)

    await repeat_until_the_end_of_the_year(world, pair)
    await live_through_the_series(world, pair)

    await next_noon(world)
    last = await meet(world, pair, "через неделю в 16", "Рабочая встреча")
    assert last.kind == MeetingKind.REGULAR
    await next_noon(world)
    await plan_the_final_one(world, pair)

    held = await meetings(world, MeetingStatus.HELD)
    kinds = [one.kind for one in held]
    assert kinds[:3] == [MeetingKind.ORGANISATIONAL, MeetingKind.TRIAL, MeetingKind.PLANNING]
    assert kinds[-1] == MeetingKind.FINAL
    assert set(kinds[3:-1]) == {MeetingKind.REGULAR} and len(kinds) > 15
    await nobody_was_reminded_twice_or_not_at_all(world, pair, held)
    await no_alert_was_raised_about_a_pair_that_meets(world)


async def repeat_until_the_end_of_the_year(world: World, pair: Pair) -> None:
    """A regular meeting becomes a series of every two weeks."""
    await pair.mentor.sends("/menu")
    await pair.mentor.taps("Запланировать")
    await pair.mentor.sends("понедельник 15:00")
    await pair.mentor.taps("Отправить предложение")
    await pair.mentee.taps("Подтвердить")
    await pair.mentor.taps("Повторять")
    await pair.mentor.taps("Раз в две недели")
    await pair.mentor.taps("До конца учебного года")
    assert "Каникулы" in pair.mentor.screen.text  # the autumn break is left out by itself
    await pair.mentor.taps("Отправить")
    await pair.mentee.taps("Подтвердить все дни")


async def live_through_the_series(world: World, pair: Pair) -> None:
    """Each meeting of it is held and told of, until none is left."""
    while coming := await meetings(world, MeetingStatus.CONFIRMED):
        await world.advance_to(coming[0].starts_at + timedelta(hours=3), SELDOM)
        for who in (pair.mentor, pair.mentee):
            await tell_held(who)
    of_series = [one for one in await meetings(world, MeetingStatus.HELD) if one.series_id is not None]
    assert {local(one.starts_at, BERLIN) for one in of_series} == {(15, 0)}
    # An hour later in Moscow when the clocks in Berlin are put back.
    assert {local(one.starts_at, MOSCOW) for one in of_series} == {(16, 0), (17, 0)}
    days = [one.starts_at.astimezone(BERLIN).date() for one in of_series]
    assert all(working_days.is_working_day(day) for day in days)
    assert not any(AUTUMN_BREAK[0] <= day <= AUTUMN_BREAK[1] for day in days)
    assert days[-1] > date(2027, 5, 1)


async def plan_the_final_one(world: World, pair: Pair) -> None:
    await pair.mentor.sends("/menu")
    await pair.mentor.taps("Запланировать")
    await pair.mentor.taps("Другая встреча")
    await pair.mentor.taps("Итоговая встреча")
    await pair.mentor.sends("завтра 16:00")
    await pair.mentor.taps("Отправить предложение")
    await pair.mentee.taps("Подтвердить")
    (meeting,) = await meetings(world, MeetingStatus.CONFIRMED)
    await world.advance_to(meeting.starts_at + timedelta(hours=3), SELDOM)
    for who in (pair.mentor, pair.mentee):
        await tell_held(who)


async def nobody_was_reminded_twice_or_not_at_all(world: World, pair: Pair, held: Sequence[Meeting]) -> None:
    """Of each meeting both are reminded, each at most once a day and once an hour before."""

    def sent(session: Session) -> list[tuple[int, int, int]]:
        query = select(Notification).where(
            Notification.kind.in_(REMINDED), Notification.status == NotificationStatus.SENT
        )
        rows = session.scalars(query)
        return [
            (int(row.payload["meeting_id"]), row.person_id or 0, int(row.payload["minutes"])) for row in rows
        ]

    reminded = Counter(await world.read(sent))
    assert set(reminded.values()) == {1}
    both = (pair.mentor, pair.mentee)
    people = await world.read(lambda session: [stored_person(session, who).id for who in both])
    for meeting in held:
        for person_id in people:
            assert (meeting.id, person_id, 60) in reminded, (meeting.starts_at, person_id)
            planned_early = meeting.confirmed_at and meeting.starts_at - meeting.confirmed_at > timedelta(
                days=1, hours=14
            )
            assert ((meeting.id, person_id, 1440) in reminded) or not planned_early


async def no_alert_was_raised_about_a_pair_that_meets(world: World) -> None:
    about_meetings = (
        AlertKind.RHYTHM_BROKEN,
        AlertKind.FIRST_MEETING_LATE,
        AlertKind.MEETING_SILENT,
        AlertKind.MEETINGS_MISSED,
        AlertKind.MEETING_DISPUTED,
        AlertKind.TRIAL_DOUBT,
    )
    query = select(Alert.kind).where(Alert.kind.in_(about_meetings))
    raised = Counter(await world.read(lambda session: session.scalars(query).all()))
    # New Year's holidays stretch two weeks to four: of that, and of nothing else, it is told.
    assert set(raised) <= {AlertKind.RHYTHM_BROKEN}
