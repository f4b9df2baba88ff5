"""What happens to messages when Telegram, the network or the program fails: rows 1, 3, 6, 15–24, 42, 43."""

from __future__ import annotations

import asyncio
from datetime import timedelta

import pytest
from sqlalchemy import select
from sqlalchemy.orm import Session

from models import Alert, AlertKind, AlertStatus, Notification, NotificationStatus, OutboxControl, Role
from models import Person as StoredPerson
from sandbox.faults import FaultKind
from services import claims, outbox
from tests.faults.support import (
    LATE,
    NOTE,
    PRECIOUS,
    REPEATED,
    member,
    notes,
    open_gate,
    owe,
    person_id_of,
    row,
    status,
)
from tests.support.world import ADMIN_ID, World

LEASE_OVER = {"seconds": 61}


async def killed_while_sending(world: World, row_id: int) -> None:
    """The worker ends between the sending and its confirmation, and the program starts anew."""
    world.telegram.faults.add("sendMessage", "hang", seconds=30)
    delivering = asyncio.create_task(world.app.delivery.deliver_due())
    while await status(world, row_id) != NotificationStatus.SENDING or not world.telegram.calls_of(
        "sendMessage"
    ):
        await asyncio.sleep(0.005)
    await asyncio.sleep(0.02)
    delivering.cancel()
    await asyncio.gather(delivering, return_exceptions=True)
    await world.restart()


async def test_row_01_killed_while_sending_is_unknown_and_sent_again_marked_as_a_repeat(world: World) -> None:
    person = await member(world)
    first = await owe(world, person, 1)
    await killed_while_sending(world, first)
    assert await status(world, first) == NotificationStatus.SENDING, (
        "until the lease is over it may be in work"
    )
    await world.advance(**LEASE_OVER)
    assert await status(world, first) == NotificationStatus.SENT
    once, again = notes(person)
    assert REPEATED not in once
    assert REPEATED in again


async def test_row_01_a_kind_that_may_not_be_said_twice_is_left_unknown_for_the_operator(
    world: World,
) -> None:
    person = await member(world)
    first = await owe(world, person, 1, kind=PRECIOUS)
    await killed_while_sending(world, first)
    await world.advance(**LEASE_OVER)
    assert await status(world, first) == NotificationStatus.UNKNOWN
    assert len(notes(person)) == 1


async def test_row_01_a_message_that_kills_its_worker_every_time_is_buried_in_the_end(world: World) -> None:
    person = await member(world)
    first = await owe(world, person, 1)

    def killed_so_often(session: Session) -> None:
        poison = session.get_one(Notification, first)
        poison.status, poison.owner = NotificationStatus.SENDING, "dead worker"
        poison.leased_until, poison.attempts = world.clock.now(), outbox.ATTEMPTS_MAXIMUM

    await world.write(killed_so_often)
    await world.advance(**LEASE_OVER)
    assert await status(world, first) == NotificationStatus.DEAD
    assert notes(person) == []


async def test_row_03_killed_between_claim_and_send_is_sent_once_when_the_lease_ends(world: World) -> None:
    person = await member(world)
    first = await owe(world, person, 1)
    assert len(await world.write(claims.claim, "dead worker", now=world.clock.now())) == 1
    await world.settle()
    assert notes(person) == [], "the row is leased"
    await world.advance(**LEASE_OVER)
    (only,) = notes(person)
    assert REPEATED not in only
    assert await status(world, first) == NotificationStatus.SENT


async def test_row_06_a_stale_worker_that_confirms_late_is_fenced(world: World) -> None:
    person = await member(world)
    first = await owe(world, person, 1, kind=PRECIOUS)
    await world.write(claims.claim, "stale", now=world.clock.now())
    assert await world.write(outbox.begin, first, "stale", now=world.clock.now())
    await world.advance(**LEASE_OVER)
    assert await status(world, first) == NotificationStatus.UNKNOWN
    assert not await world.write(outbox.confirm, first, "stale", 17, now=world.clock.now())
    assert await status(world, first) == NotificationStatus.UNKNOWN


async def test_row_12_while_sending_is_halted_nothing_leaves_until_an_operator_resumes(world: World) -> None:
    person = await member(world)
    first = await owe(world, person, 1)
    await world.write(outbox.halt, "restored from a backup")
    await world.advance(hours=2)
    assert notes(person) == []
    await world.write(outbox.resume)
    await world.settle()
    assert len(notes(person)) == 1
    assert await status(world, first) == NotificationStatus.SENT


async def test_row_15_after_three_hours_down_stale_messages_go_and_late_ones_say_so(world: World) -> None:
    person = await member(world)
    now = world.clock.now()
    stale = await owe(world, person, 1, due_in=timedelta(minutes=10), expires_at=now + timedelta(hours=1))
    late = await owe(world, person, 2, due_in=timedelta(minutes=20))
    told_by_the_last = [
        await owe(world, person, number, due_in=timedelta(minutes=10 * number), topic="count")
        for number in (3, 4, 5)
    ]
    fresh = await owe(world, person, 6, due_in=timedelta(hours=2, minutes=50))
    world.clock.jump(timedelta(hours=3))  # nobody is there meanwhile
    await world.restart()
    assert await status(world, stale) == NotificationStatus.DROPPED
    assert [await status(world, one) for one in told_by_the_last] == [
        NotificationStatus.SUPERSEDED,
        NotificationStatus.SUPERSEDED,
        NotificationStatus.SENT,
    ]
    assert await status(world, late) == await status(world, fresh) == NotificationStatus.SENT
    assert {text.rpartition("Заметка ")[2]: LATE in text for text in notes(person)} == {
        "2.": True,
        "5.": True,
        "6.": False,
    }


async def test_row_15_a_long_queue_of_stale_messages_does_not_hold_up_what_is_current(world: World) -> None:
    person = await member(world)
    now = world.clock.now()

    def pile_up(session: Session) -> None:
        reader = person_id_of(session, person)
        for number in range(300):
            outbox.notify(
                session,
                kind=NOTE,
                key=f"stale:{number}",
                person_id=reader,
                payload={"number": number},
                due_at=now - timedelta(hours=1),
                now=now,
                expires_at=now,
            )

    await world.write(pile_up)
    await owe(world, person, 1000)
    assert await world.app.delivery.deliver_due() == 1, "one claim clears the stale ones away"
    assert len(notes(person)) == 1


@pytest.mark.parametrize("kind", ["retry_after", "flood_plain"])
async def test_rows_16_and_17_a_429_silences_everybody_and_burns_no_attempt(
    world: World, kind: FaultKind
) -> None:
    school = await world.school()
    readers = [await world.member(school.id, Role.MENTEE, last=f"Читатель{number}") for number in range(5)]
    owed = [await owe(world, person, number) for number, person in enumerate(readers)]
    calls = len(world.telegram.calls_of("sendMessage"))
    world.telegram.faults.add("sendMessage", kind, retry_after=3)
    await world.settle()
    assert len(world.telegram.calls_of("sendMessage")) == calls + 1, "after the 429 nobody is written to"
    assert [await status(world, one) for one in owed] == [NotificationStatus.PENDING] * 5
    assert [(await row(world, one)).attempts for one in owed] == [0] * 5
    assert world.app.gate.remaining() > 2
    open_gate(world)
    await world.settle()
    assert not any(notes(person) for person in readers), "the pause is stored, a restart would not shorten it"
    await world.advance(seconds=6)
    assert all(len(notes(person)) == 1 for person in readers)
    assert REPEATED not in notes(readers[0])[0]


async def test_row_16_a_person_who_acts_during_the_pause_is_answered_after_it(world: World) -> None:
    person = await member(world)
    world.telegram.faults.add("sendMessage", "retry_after", retry_after=1)
    await person.sends("/help")
    assert "Что вы можете сделать" in person.texts()[-1]
    assert person.texts()[-1].count("Что вы можете") == 1


@pytest.mark.parametrize(("attempts", "pause"), [(0, 5), (1, 10), (2, 20)])
async def test_row_18_a_500_backs_off_further_with_every_attempt(
    world: World, attempts: int, pause: int
) -> None:
    person = await member(world)
    first = await owe(world, person, 1)
    world.telegram.faults.add("sendMessage", "server_error", times=attempts + 1)
    for waited in (5, 10, 20)[:attempts]:
        await world.settle()
        await world.advance(seconds=waited)
    await world.settle()
    refused = await row(world, first)
    assert refused.status == NotificationStatus.PENDING
    assert refused.attempts == attempts + 1
    assert refused.due_at == world.clock.now() + timedelta(seconds=pause)
    await world.advance(seconds=pause)
    assert notes(person) == ["Заметка 1."]


async def test_row_18_a_500_leaves_unknown_what_may_not_be_said_twice(world: World) -> None:
    person = await member(world)
    first = await owe(world, person, 1, kind=PRECIOUS)
    world.telegram.faults.add("sendMessage", "server_error")
    await world.settle()
    assert await status(world, first) == NotificationStatus.UNKNOWN


async def test_row_18_endless_500s_end_in_a_dead_letter_that_the_operator_sees(world: World) -> None:
    person = await member(world)
    operator = world.telegram.add_person("Оператор", id=ADMIN_ID)
    await operator.starts()
    first = await owe(world, person, 1)
    world.telegram.faults.add("sendMessage", "server_error", times=None, chat_id=person.id)
    await world.settle()
    await world.advance(hours=5)
    assert await status(world, first) == NotificationStatus.DEAD
    assert (await row(world, first)).attempts == outbox.ATTEMPTS_MAXIMUM
    assert f"№ {first}" in operator.texts()[-1]


async def test_row_19_an_html_502_is_unknown(world: World) -> None:
    person = await member(world)
    precious, note = await owe(world, person, 1, kind=PRECIOUS), await owe(world, person, 2)
    world.telegram.faults.add("sendMessage", "html_502", times=2)
    await world.settle()
    assert await status(world, precious) == NotificationStatus.UNKNOWN
    assert await status(world, note) == NotificationStatus.PENDING
    assert (await row(world, note)).is_repeat
    await world.advance(seconds=5)
    (only,) = notes(person)
    assert REPEATED in only


@pytest.mark.parametrize(
    ("kind", "cause"),
    [("drop", "ServerDisconnectedError"), ("truncated", "ClientPayloadError"), ("hang", "TimeoutError")],
)
async def test_row_20_a_broken_connection_is_unknown_and_its_cause_is_kept(
    world: World, kind: FaultKind, cause: str
) -> None:
    person = await member(world)
    precious = await owe(world, person, 1, kind=PRECIOUS)
    world.app.bot.session.timeout = 0.2
    world.telegram.faults.add("sendMessage", kind, seconds=5)
    await world.settle()
    doubted = await row(world, precious)
    assert doubted.status == NotificationStatus.UNKNOWN
    assert doubted.error == cause


async def test_row_21_a_refused_connection_is_safe_to_repeat_and_burns_no_attempt(world: World) -> None:
    person = await member(world)
    precious = await owe(world, person, 1, kind=PRECIOUS)
    world.telegram.faults.add("sendMessage", "refused")
    await world.settle()
    refused = await row(world, precious)
    assert (refused.status, refused.attempts) == (NotificationStatus.PENDING, 0)
    await world.advance(seconds=5)
    assert notes(person) == ["Заметка 1."]
    assert await status(world, precious) == NotificationStatus.SENT


async def open_block_alerts(world: World) -> int:
    query = select(Alert).where(Alert.kind == AlertKind.BOT_BLOCKED, Alert.status == AlertStatus.OPEN)
    return await world.read(lambda session: len(session.scalars(query).all()))


async def is_marked_as_blocked(world: World, chat_id: int) -> bool:
    query = select(StoredPerson.blocked_at).where(StoredPerson.chat_id == chat_id)
    return await world.read(lambda session: session.scalars(query).one() is not None)


async def test_row_22_a_403_marks_the_person_cancels_their_queue_and_alerts_the_curator(world: World) -> None:
    school = await world.school()
    person = await world.member(school.id, Role.MENTEE, last="Закиров", first="Тимур")
    now, later = await owe(world, person, 1), await owe(world, person, 2, due_in=timedelta(hours=3))
    world.telegram.faults.add("sendMessage", "forbidden", chat_id=person.id)
    await world.settle()
    assert await status(world, now) == NotificationStatus.DEAD
    assert await status(world, later) == NotificationStatus.CANCELLED
    assert await is_marked_as_blocked(world, person.id)
    assert await open_block_alerts(world) == 1
    assert "Тимур" in school.curator.texts()[-1]


async def test_row_22_a_person_who_blocks_the_bot_is_revived_by_start(world: World) -> None:
    person = await member(world)
    waiting = await owe(world, person, 1, due_in=timedelta(minutes=5))
    person.block()
    await world.settle()
    assert await status(world, waiting) == NotificationStatus.CANCELLED
    assert await open_block_alerts(world) == 1
    dropped = await owe(world, person, 2)
    await world.settle()
    assert await status(world, dropped) == NotificationStatus.DROPPED
    await person.starts()
    assert not await is_marked_as_blocked(world, person.id)
    assert await open_block_alerts(world) == 0
    await owe(world, person, 3)
    await world.settle()
    assert notes(person) == ["Заметка 3."]


async def test_row_22_an_answer_to_somebody_who_blocks_the_bot_meanwhile_is_no_incident(world: World) -> None:
    person = await member(world)
    world.telegram.faults.add("sendMessage", "forbidden", chat_id=person.id, times=None)
    await person.sends("/help")
    assert await world.read(lambda session: session.scalars(select(Alert.id)).all()) == []
    incidents = select(Notification.id).where(Notification.kind == "operator.incident")
    assert await world.read(lambda session: session.scalars(incidents).all()) == []


async def test_row_23_a_group_that_became_a_supergroup_is_written_to_once_at_its_new_number(
    world: World,
) -> None:
    person = world.newcomer("Ильдар")
    group = world.telegram.add_group("Учителя школы № 1", world.account, person)
    await world.settle()
    now = world.clock.now()

    def owe_both(session: Session) -> None:
        for number in (1, 2):
            outbox.notify(
                session,
                kind=NOTE,
                key=f"group:{number}",
                chat_id=group.id,
                payload={"number": number},
                due_at=now,
                now=now,
            )

    await world.write(owe_both)
    new_id = world.telegram.migrate_to_supergroup(group)
    await world.settle()
    sent = [one.text for one in world.telegram.rooms[new_id].visible if one.outgoing]
    assert sent == ["Заметка 1.", "Заметка 2."]
    query = select(Notification.chat_id, Notification.status).where(Notification.kind == NOTE)
    stored = await world.read(lambda session: session.execute(query).all())
    assert {tuple(one) for one in stored} == {(new_id, NotificationStatus.SENT)}


async def test_row_24_a_poison_message_is_buried_with_its_reason_and_the_rest_goes_on(world: World) -> None:
    person = await member(world)
    operator = world.telegram.add_person("Оператор", id=ADMIN_ID)
    await operator.starts()
    owed = [await owe(world, person, number) for number in (1, 2, 3)]
    world.telegram.faults.add("sendMessage", "bad_request", after=1, description="message text is poisonous")
    await world.settle()
    assert [await status(world, one) for one in owed] == [
        NotificationStatus.SENT,
        NotificationStatus.DEAD,
        NotificationStatus.SENT,
    ]
    assert "poisonous" in (await row(world, owed[1])).error
    assert notes(person) == ["Заметка 1.", "Заметка 3."]
    assert f"№ {owed[1]}" in operator.texts()[-1]


async def test_row_24_an_alert_that_can_not_be_delivered_is_no_cause_for_another_one(world: World) -> None:
    """A curator whose chat refuses everything, also the alert that says so: it must come to an end."""
    school = await world.school()
    mentor = await world.member(school.id, Role.MENTOR)
    owed = await owe(world, mentor, 1)
    world.telegram.faults.add("sendMessage", "bad_request", times=None, description="chat not found")
    await world.settle()
    assert await status(world, owed) == NotificationStatus.DEAD

    def undelivered(session: Session) -> list[int]:
        found = session.scalars(select(Alert).where(Alert.kind == AlertKind.UNDELIVERED))
        return [int(alert.subject["person_id"]) for alert in found]

    assert await world.read(undelivered) == [await world.read(person_id_of, mentor)]


async def test_row_24_a_kind_that_nobody_can_word_is_buried(world: World) -> None:
    person = await member(world)
    unknown, good = await owe(world, person, 1, kind="no.such.kind"), await owe(world, person, 2)
    await world.settle()
    assert await status(world, unknown) == NotificationStatus.DEAD
    assert await status(world, good) == NotificationStatus.SENT


async def test_row_42_what_is_due_to_somebody_whose_data_is_frozen_is_dropped(world: World) -> None:
    person = await member(world)
    first = await owe(world, person, 1, due_in=timedelta(minutes=1))

    def freeze(session: Session) -> None:
        session.scalars(select(StoredPerson).where(StoredPerson.chat_id == person.id)).one().anonymise(
            world.clock.now()
        )

    await world.write(freeze)
    await world.advance(minutes=5)
    assert await status(world, first) == NotificationStatus.DROPPED
    assert notes(person) == []


async def test_row_43_a_revoked_token_stops_sending_at_the_first_401_and_loses_nothing(world: World) -> None:
    person = await member(world)
    owed = [await owe(world, person, number) for number in range(3)]
    calls = len(world.telegram.calls_of("sendMessage"))
    world.telegram.faults.add("sendMessage", "unauthorized", times=None)
    await world.settle()
    await world.advance(hours=1)
    assert len(world.telegram.calls_of("sendMessage")) == calls + 1
    control = await world.read(lambda session: session.get_one(OutboxControl, 1))
    assert control.halted_reason == "unauthorized"
    assert [await status(world, one) for one in owed] == [NotificationStatus.PENDING] * 3
    world.telegram.faults.clear()
    async with world.app.running():
        while await status(world, owed[-1]) != NotificationStatus.SENT:
            await asyncio.sleep(0.01)
    assert len(notes(person)) == 3


async def test_a_message_taken_back_after_its_lease_began_is_not_sent(world: World) -> None:
    person = await member(world)
    first = await owe(world, person, 1, topic="meeting:1")
    await world.write(claims.claim, "worker", now=world.clock.now())
    assert await world.write(outbox.cancel_topic, "meeting:1", now=world.clock.now()) == 1
    assert not await world.write(outbox.begin, first, "worker", now=world.clock.now())
    assert await status(world, first) == NotificationStatus.CANCELLED
