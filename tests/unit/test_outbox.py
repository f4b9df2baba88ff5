"""The outbox on both databases: claim, intent, sending, settlement, and what follows if one is cut short."""

from __future__ import annotations

import asyncio
from datetime import datetime, timedelta
from typing import Any

import pytest
from sqlalchemy import select, text
from sqlalchemy.orm import Session

from models import Notification, NotificationStatus, Person, Role
from models.delivery import Urgency
from services import claims, outbox
from services.claims import Due
from services.db import Database
from tests.support.factories import NOW, make_organization, make_person

NIGHT = datetime.fromisoformat("2026-09-07T22:30:00+03:00")
MORNING = datetime.fromisoformat("2026-09-08T08:00:00+03:00")
FIRST, SECOND = "worker-1", "worker-2"


async def reader(db: Database, **fields: Any) -> int:
    """Somebody who reads messages, with the quiet hours of a school in Moscow (20–8)."""

    def make(session: Session) -> int:
        person = make_person(session, Role.MENTEE, make_organization(session)).person
        for name, value in fields.items():
            setattr(person, name, value)
        return person.id

    return await db.write(make)


async def owe(
    db: Database, key: str, person_id: int | None, *, due_at: datetime = NOW, **fields: Any
) -> bool:
    values: dict[str, Any] = {"kind": "meetings.reminder", "payload": {"id": 1}} | fields
    return await db.write(outbox.notify, key=key, person_id=person_id, due_at=due_at, now=NOW, **values)


async def claim(db: Database, owner: str = FIRST, *, now: datetime = NOW, limit: int = 100) -> list[Due]:
    return await db.write(claims.claim, owner, now=now, limit=limit)


async def stored(db: Database, key: str) -> Notification:
    return await db.read(lambda session: session.scalars(select(Notification).filter_by(key=key)).one())


async def status(db: Database, key: str) -> NotificationStatus:
    return (await stored(db, key)).status


async def keys(db: Database, due: list[Due]) -> list[str]:
    """By what key each was owed, in the order of the claim."""

    def look(session: Session) -> list[str]:
        return [session.get_one(Notification, one.id).key for one in due]

    return await db.read(look)


async def sending(db: Database, key: str = "one", owner: str = FIRST, **fields: Any) -> Due:
    """A row whose sending has begun."""
    await owe(db, key, await reader(db), **fields)
    (due,) = await claim(db, owner)
    assert await db.write(outbox.begin, due.id, owner, now=NOW)
    return due


async def test_the_same_fact_is_owed_once(db: Database) -> None:
    person_id = await reader(db)
    assert await owe(db, "meeting:1", person_id) is True
    assert await owe(db, "meeting:1", person_id) is False
    assert len(await claim(db)) == 1


async def test_the_same_fact_owed_by_many_at_once_is_owed_once(db: Database) -> None:
    person_id = await reader(db)
    assert sum(await asyncio.gather(*(owe(db, "meeting:1", person_id) for _ in range(8)))) == 1


async def test_a_message_is_given_with_what_is_needed_to_word_it(db: Database) -> None:
    person_id = await reader(db, timezone="Asia/Yekaterinburg", language="tt", chat_id=7_000_000_000)
    await owe(db, "one", person_id, due_at=NOW - timedelta(minutes=5), payload={"meeting_id": 17})
    (due,) = await claim(db)
    assert (due.kind, due.payload, due.chat_id) == ("meetings.reminder", {"meeting_id": 17}, 7_000_000_000)
    assert (due.person_id, due.language, due.timezone) == (person_id, "tt", "Asia/Yekaterinburg")
    assert (due.due_at, due.lateness) == (NOW - timedelta(minutes=5), timedelta(0))
    assert (due.attempts, due.is_repeat) == (1, False)


async def test_a_message_is_late_by_the_time_since_it_was_due_and_owed(db: Database) -> None:
    person_id = await reader(db)
    await owe(db, "found out late", person_id, due_at=NOW - timedelta(hours=2))
    await owe(db, "held up", person_id, due_at=NOW + timedelta(hours=1))
    found_out, held_up = await claim(db, now=NOW + timedelta(hours=2))
    assert (found_out.lateness, held_up.lateness) == (timedelta(hours=2), timedelta(hours=1))


async def test_what_is_not_due_waits(db: Database) -> None:
    await owe(db, "later", await reader(db), due_at=NOW + timedelta(seconds=1))
    assert await claim(db) == []
    assert await db.read(outbox.next_due) == NOW + timedelta(seconds=1)
    assert len(await claim(db, now=NOW + timedelta(seconds=1))) == 1
    assert await db.read(outbox.next_due) is None


async def test_urgent_goes_before_bulk_and_older_before_newer(db: Database) -> None:
    person_id = await reader(db)
    await owe(db, "bulk", person_id, urgency=Urgency.BULK, due_at=NOW - timedelta(hours=3))
    await owe(db, "normal", person_id, due_at=NOW - timedelta(hours=1))
    await owe(db, "normal, older", person_id, due_at=NOW - timedelta(hours=2))
    await owe(db, "urgent", person_id, urgency=Urgency.URGENT, due_at=NOW)
    assert await keys(db, await claim(db)) == ["urgent", "normal, older", "normal", "bulk"]


async def test_a_full_batch_leaves_bulk_for_later(db: Database) -> None:
    person_id = await reader(db)
    for number in range(5):
        await owe(db, f"bulk {number}", person_id, urgency=Urgency.BULK)
        await owe(db, f"urgent {number}", person_id, urgency=Urgency.URGENT)
    first = await keys(db, await claim(db, limit=5))
    assert sorted(first) == [f"urgent {number}" for number in range(5)]
    assert len(await claim(db, limit=5)) == 5
    assert await claim(db, limit=5) == []


async def test_of_a_topic_only_the_latest_is_told(db: Database) -> None:
    person_id = await reader(db)
    await owe(db, "moved once", person_id, topic="meeting:1", due_at=NOW - timedelta(hours=2))
    await owe(db, "moved twice", person_id, topic="meeting:1", due_at=NOW - timedelta(hours=1))
    await owe(db, "another", person_id, topic="meeting:2", due_at=NOW - timedelta(hours=3))
    assert await keys(db, await claim(db)) == ["another", "moved twice"]
    assert await status(db, "moved once") == NotificationStatus.SUPERSEDED


async def test_a_topic_is_of_one_person(db: Database) -> None:
    await owe(db, "to mentor", await reader(db), topic="meeting:1")
    await owe(db, "to mentee", await reader(db), topic="meeting:1")
    assert len(await claim(db)) == 2


async def test_what_is_not_due_yet_supersedes_nothing(db: Database) -> None:
    person_id = await reader(db)
    await owe(db, "now", person_id, topic="meeting:1")
    await owe(db, "tomorrow", person_id, topic="meeting:1", due_at=NOW + timedelta(days=1))
    assert await keys(db, await claim(db)) == ["now"]


async def test_quiet_hours_put_off_until_the_morning(db: Database) -> None:
    await owe(db, "one", await reader(db), due_at=NIGHT)
    assert await claim(db, now=NIGHT) == []
    assert (await stored(db, "one")).due_at == MORNING
    assert await claim(db, now=MORNING - timedelta(seconds=1)) == []
    assert len(await claim(db, now=MORNING)) == 1


async def test_quiet_hours_are_those_of_the_reader(db: Database) -> None:
    await owe(db, "in Moscow", await reader(db), due_at=NIGHT)
    await owe(db, "in New York", await reader(db, timezone="America/New_York"), due_at=NIGHT)
    assert await keys(db, await claim(db, now=NIGHT)) == ["in New York"]


async def test_urgent_breaks_quiet_hours(db: Database) -> None:
    await owe(db, "one", await reader(db), due_at=NIGHT, urgency=Urgency.URGENT)
    assert len(await claim(db, now=NIGHT)) == 1


async def test_a_bare_chat_has_no_quiet_hours(db: Database) -> None:
    await owe(db, "one", None, chat_id=900, due_at=NIGHT)
    (due,) = await claim(db, now=NIGHT)
    assert (due.chat_id, due.person_id, due.language) == (900, None, None)


async def test_what_is_past_its_time_is_dropped(db: Database) -> None:
    person_id = await reader(db)
    await owe(db, "too late", person_id, expires_at=NOW + timedelta(hours=1))
    await owe(db, "in time", person_id, expires_at=NOW + timedelta(hours=2))
    assert await keys(db, await claim(db, now=NOW + timedelta(hours=1))) == ["in time"]
    assert await status(db, "too late") == NotificationStatus.DROPPED


@pytest.mark.parametrize("mark", ["blocked_at", "frozen_at"])
async def test_nothing_goes_to_who_blocked_the_bot_or_withdrew_consent(db: Database, mark: str) -> None:
    await owe(db, "one", await reader(db, **{mark: NOW}))
    assert await claim(db) == []
    assert await status(db, "one") == NotificationStatus.DROPPED


async def test_what_is_taken_back_is_not_sent(db: Database) -> None:
    one, two = await reader(db), await reader(db)
    await owe(db, "of the topic", one, topic="meeting:1")
    await owe(db, "of the person", one)
    await owe(db, "of another", two)
    assert await db.write(outbox.cancel_topic, "meeting:1", now=NOW) == 1
    assert await status(db, "of the topic") == NotificationStatus.CANCELLED
    assert await db.write(outbox.cancel_person, one, now=NOW) == 1
    assert await keys(db, await claim(db)) == ["of another"]


async def test_what_is_leased_is_given_to_nobody_else(db: Database) -> None:
    await owe(db, "one", await reader(db))
    assert len(await claim(db, FIRST)) == 1
    assert await claim(db, SECOND) == []


async def test_two_workers_at_once_share_without_doubles(db: Database) -> None:
    person_id = await reader(db)
    for number in range(40):
        await owe(db, f"one {number}", person_id)
    batches = await asyncio.gather(*(claim(db, f"worker-{number % 2}", limit=10) for number in range(8)))
    claimed = [due.id for batch in batches for due in batch]
    assert len(claimed) == len(set(claimed)) == 40


async def test_sent_is_settled_with_the_number_of_the_message(db: Database) -> None:
    due = await sending(db)
    assert await db.write(outbox.confirm, due.id, FIRST, 4711, now=NOW)
    sent = await stored(db, "one")
    assert (sent.status, sent.message_id, sent.settled_at, sent.attempts) == (
        NotificationStatus.SENT,
        4711,
        NOW,
        1,
    )
    assert await claim(db, now=NOW + timedelta(days=365)) == []


async def test_confirming_and_the_next_intent_are_one_step(db: Database) -> None:
    person_id = await reader(db)
    for key in ("one", "two"):
        await owe(db, key, person_id)
    one, two = await claim(db)
    assert await db.write(outbox.confirm_and_begin, None, one.id, FIRST, now=NOW)
    assert await db.write(outbox.confirm_and_begin, (one.id, 1), two.id, FIRST, now=NOW)
    assert (await status(db, "one"), await status(db, "two")) == (
        NotificationStatus.SENT,
        NotificationStatus.SENDING,
    )


async def test_what_is_taken_back_after_the_claim_is_not_begun(db: Database) -> None:
    await owe(db, "one", await reader(db))
    (due,) = await claim(db)

    def cancel(session: Session) -> None:
        session.get_one(Notification, due.id).status = NotificationStatus.CANCELLED

    await db.write(cancel)
    assert not await db.write(outbox.begin, due.id, FIRST, now=NOW)


async def test_a_stale_worker_changes_nothing(db: Database) -> None:
    """Fault 6: its lease ended, another worker sends the row; what the first says comes too late."""
    due = await sending(db)
    later = NOW + outbox.LEASE
    await db.write(outbox.recover, ["meetings.reminder"], now=later)
    (again,) = await claim(db, SECOND, now=later)
    assert again.id == due.id
    assert not await db.write(outbox.confirm, due.id, FIRST, 1, now=later)
    assert not await db.write(outbox.begin, due.id, FIRST, now=later)
    assert not await db.write(outbox.bury, due.id, FIRST, "gone", now=later)
    assert not await db.write(outbox.doubt, due.id, FIRST, "time-out", resend=True, now=later)
    assert not await db.write(outbox.postpone, due.id, FIRST, later, burn_attempt=True)
    assert await status(db, "one") == NotificationStatus.CLAIMED
    assert await db.write(outbox.begin, due.id, SECOND, now=later)
    assert await db.write(outbox.confirm, due.id, SECOND, 2, now=later)
    assert (await stored(db, "one")).message_id == 2


async def test_a_lease_that_lasts_is_not_taken_over(db: Database) -> None:
    await sending(db)
    almost = NOW + outbox.LEASE - timedelta(seconds=1)
    assert await db.write(outbox.recover, ["meetings.reminder"], now=almost) == (0, 0)
    assert await status(db, "one") == NotificationStatus.SENDING


async def test_what_a_dead_worker_had_not_begun_is_sent_as_if_nothing_was(db: Database) -> None:
    await owe(db, "one", await reader(db))
    await claim(db)
    assert await db.write(outbox.recover, [], now=NOW + outbox.LEASE) == (1, 0)
    (again,) = await claim(db, SECOND, now=NOW + outbox.LEASE)
    assert (again.is_repeat, again.attempts) == (False, 1)


async def test_what_a_dead_worker_had_begun_is_repeated_and_says_so(db: Database) -> None:
    await sending(db)
    assert await db.write(outbox.recover, ["meetings.reminder"], now=NOW + outbox.LEASE) == (0, 1)
    (again,) = await claim(db, SECOND, now=NOW + outbox.LEASE)
    assert (again.is_repeat, again.attempts) == (True, 2)


async def test_what_must_not_be_said_twice_is_left_unknown(db: Database) -> None:
    await sending(db, kind="documents.order")
    assert await db.write(outbox.recover, ["meetings.reminder"], now=NOW + outbox.LEASE) == (0, 1)
    assert await status(db, "one") == NotificationStatus.UNKNOWN
    assert await claim(db, SECOND, now=NOW + timedelta(days=1)) == []


async def test_a_stopping_worker_gives_back_what_it_has_not_begun(db: Database) -> None:
    person_id = await reader(db)
    for key in ("begun", "not begun"):
        await owe(db, key, person_id)
    begun, _ = await claim(db)
    await db.write(outbox.begin, begun.id, FIRST, now=NOW)
    assert await db.write(outbox.release, SECOND) == 0
    assert await db.write(outbox.release, FIRST) == 1
    assert await keys(db, await claim(db, SECOND)) == ["not begun"]
    assert await status(db, "begun") == NotificationStatus.SENDING


async def test_a_refusal_of_the_network_costs_no_attempt(db: Database) -> None:
    due = await sending(db)
    until = NOW + timedelta(seconds=5)
    assert await db.write(outbox.postpone, due.id, FIRST, until, burn_attempt=False, error="refused")
    assert await claim(db) == []
    (again,) = await claim(db, SECOND, now=until)
    assert (again.attempts, again.is_repeat) == (1, False)


async def test_an_error_of_the_server_costs_an_attempt(db: Database) -> None:
    due = await sending(db)
    await db.write(
        outbox.postpone, due.id, FIRST, NOW + timedelta(seconds=5), burn_attempt=True, error="server"
    )
    (again,) = await claim(db, SECOND, now=NOW + timedelta(seconds=5))
    assert again.attempts == 2


async def test_pauses_grow_to_half_an_hour(db: Database) -> None:
    pauses = [outbox.backoff(attempts) for attempts in range(1, 40)]
    assert pauses[:3] == [timedelta(seconds=5), timedelta(seconds=10), timedelta(seconds=20)]
    assert pauses == sorted(pauses)
    assert pauses[-1] == timedelta(minutes=30)


async def test_a_time_out_is_repeated_once_more_and_marked(db: Database) -> None:
    due = await sending(db)
    assert await db.write(outbox.doubt, due.id, FIRST, "TimeoutError", resend=True, now=NOW)
    assert await claim(db) == []
    (again,) = await claim(db, now=NOW + outbox.BACKOFF_FIRST)
    assert again.is_repeat


async def test_a_time_out_of_what_must_not_be_said_twice_is_left_unknown(db: Database) -> None:
    due = await sending(db)
    assert await db.write(outbox.doubt, due.id, FIRST, "TimeoutError", resend=False, now=NOW)
    unknown = await stored(db, "one")
    assert (unknown.status, unknown.error, unknown.settled_at) == (
        NotificationStatus.UNKNOWN,
        "TimeoutError",
        NOW,
    )


async def test_what_telegram_rejects_for_good_is_a_dead_letter(db: Database) -> None:
    due = await sending(db)
    assert await db.write(outbox.bury, due.id, FIRST, "Bad Request: chat not found" * 50, now=NOW)
    dead = await stored(db, "one")
    assert (dead.status, len(dead.error)) == (NotificationStatus.DEAD, 300)
    assert await claim(db, now=NOW + timedelta(days=1)) == []
    assert await db.read(outbox.count_by_status) == {"dead": 1}


async def test_what_is_no_longer_true_is_dropped(db: Database) -> None:
    due = await sending(db)
    assert await db.write(outbox.drop, due.id, FIRST, now=NOW)
    assert await status(db, "one") == NotificationStatus.DROPPED


async def test_a_pause_that_telegram_asked_for_holds_for_everybody(db: Database) -> None:
    await owe(db, "one", await reader(db))
    until = NOW + timedelta(seconds=30)
    await db.write(outbox.pause_everyone, until)
    await db.write(outbox.pause_everyone, NOW + timedelta(seconds=3))
    assert await claim(db, now=until - timedelta(seconds=1)) == []
    assert len(await claim(db, now=until)) == 1


async def test_a_halt_lasts_until_somebody_ends_it(db: Database) -> None:
    await owe(db, "one", await reader(db))
    await db.write(outbox.halt, "unauthorized")
    assert await claim(db, now=NOW + timedelta(days=30)) == []
    await db.write(outbox.resume)
    assert len(await claim(db, now=NOW + timedelta(hours=1))) == 1


async def test_a_group_that_became_a_supergroup_is_found_under_its_new_number(db: Database) -> None:
    person_id = await reader(db, chat_id=-100)
    await owe(db, "to the chat", None, chat_id=-100)
    await owe(db, "to the person", person_id)
    await db.write(outbox.move_chat, -100, -1_001_234_567_890)
    assert {due.chat_id for due in await claim(db)} == {-1_001_234_567_890}
    assert await db.read(lambda session: session.get_one(Person, person_id).chat_id) == -1_001_234_567_890


async def test_a_claim_reads_only_what_waits(db: Database) -> None:
    """The partial index is used: a claim costs the same however many messages were sent before."""

    def plan(session: Session) -> str:
        query = select(Notification).where(
            outbox.PENDING, Notification.urgency == 1, Notification.due_at <= NOW
        )
        connection = session.connection()
        bound = query.order_by(Notification.due_at).limit(50)
        if connection.dialect.name == "sqlite":
            return str(connection.execute(_explained(bound, connection, "EXPLAIN QUERY PLAN")).all())
        connection.execute(text("SET LOCAL enable_seqscan = off"))
        return str(connection.execute(_explained(bound, connection, "EXPLAIN")).all())

    assert "ix_notification_pending" in await db.read(plan)


def _explained(query: Any, connection: Any, word: str) -> Any:
    dialect = connection.dialect
    compiled = query.compile(
        dialect=dialect, compile_kwargs={"render_postcompile": True, "literal_binds": True}
    )
    return text(f"{word} {compiled}".replace(":", r"\:"))
