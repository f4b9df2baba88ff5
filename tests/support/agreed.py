"""Meetings agreed on, for tests of what follows: proposed by the use case, confirmed by a tap."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from models import Meeting, MeetingKind, Notification, NotificationStatus, Role
from models import Person as StoredPerson
from sandbox.chats import SentMessage
from sandbox.telegram import Person
from services import meetings
from services.access import find_actor
from services.meetings import Plan
from tests.support.world import World


@dataclass
class Pair:
    """A mentor and a mentee of one school, and what stands between them."""

    world: World
    mentor: Person
    mentee: Person
    id: int

    async def propose(self, starts_at: datetime, **plan: Any) -> int:
        """The mentor proposes. Returns the meeting's id."""
        made = await self._as_mentor(
            meetings.propose, self.id, Plan(MeetingKind.REGULAR, starts_at, **({"place": "Каб. 12"} | plan))
        )
        await self.world.settle()
        return int(made.id)

    async def agree(self, starts_at: datetime, **plan: Any) -> int:
        """Proposed by the mentor, confirmed by the mentee's tap."""
        meeting_id = await self.propose(starts_at, **plan)
        await self.mentee.taps("Подтвердить")
        return meeting_id

    async def move(self, meeting_id: int, starts_at: datetime) -> int:
        made = await self._as_mentor(
            meetings.move, meeting_id, Plan(MeetingKind.REGULAR, starts_at, place="Каб. 14")
        )
        await self.world.settle()
        return int(made.id)

    async def cancel(self, meeting_id: int) -> None:
        await self._as_mentor(meetings.cancel, meeting_id)
        await self.world.settle()

    async def _as_mentor(self, use_case: Any, *args: Any) -> Any:
        now = self.world.clock.now()

        def act(session: Session) -> Any:
            return use_case(session, find_actor(session, self.mentor.id), *args, now=now)

        return await self.world.write(act)

    async def lives_in(self, person: Person, timezone: str) -> None:
        def set_zone(session: Session) -> None:
            stored_person(session, person).timezone = timezone

        await self.world.write(set_zone)

    async def meeting(self, meeting_id: int) -> Meeting:
        return await self.world.read(lambda session: session.get_one(Meeting, meeting_id))


async def make_pair(world: World, **school: Any) -> Pair:
    made = await world.school(**school)
    mentor = await world.member(made.id, Role.MENTOR, last="Каримова", first="Лилия", patronymic="Рашитовна")
    mentee = await world.member(made.id, Role.MENTEE)
    return Pair(world, mentor, mentee, await world.pair(mentor, mentee))


def stored_person(session: Session, person: Person) -> StoredPerson:
    return session.scalars(select(StoredPerson).where(StoredPerson.chat_id == person.id)).one()


async def owed(world: World, person: Person, kind: str, *statuses: NotificationStatus) -> list[Notification]:
    """The messages of a kind that a person is owed: waiting, or of these statuses."""

    def read(session: Session) -> list[Notification]:
        query = select(Notification).where(
            Notification.person_id == stored_person(session, person).id,
            Notification.kind == kind,
            Notification.status.in_(statuses or (NotificationStatus.PENDING,)),
        )
        return list(session.scalars(query.order_by(Notification.due_at, Notification.id)))

    return await world.read(read)


def reminders(person: Person) -> list[SentMessage]:
    return [sent for sent in person.from_bot if "Напоминаем:" in sent.text]


def files(person: Person) -> list[SentMessage]:
    return [sent for sent in person.from_bot if sent.message.document is not None]
