"""What the tests of faults share: messages of a kind made for them, and looks into the tables."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Any, cast

from sqlalchemy import select
from sqlalchemy.orm import Session

from bot.app import Application
from handlers.common.notices import Notice, NoticeContext
from handlers.common.screen import Screen
from models import (
    Application as StoredApplication,
)
from models import (
    AuditRecord,
    InboxStatus,
    InboxUpdate,
    Membership,
    Notification,
    NotificationStatus,
    Role,
)
from models import Person as StoredPerson
from models.delivery import Urgency
from sandbox.people import Person
from services import outbox
from tests.support.world import World

NOTE, PRECIOUS = "faults.note", "faults.precious"
"""A message that may be said twice, and one that may not."""
REPEATED = "Возможно, вы уже получили это сообщение"
LATE = "Сообщение пришло с опозданием"
INCIDENT = "Что-то сломалось"


async def _note(context: NoticeContext) -> Screen:
    return Screen(f"Заметка {context.due.payload['number']}.")


def teach(application: Application) -> None:
    """Make the two kinds known to this run of the program."""
    notices = cast("dict[str, Notice]", application.delivery._voice.notices)
    notices[NOTE] = Notice(NOTE, _note)
    notices[PRECIOUS] = Notice(PRECIOUS, _note, resend=False)


async def owe(
    world: World,
    person: Person,
    number: int,
    *,
    kind: str = NOTE,
    due_in: timedelta = timedelta(0),
    topic: str | None = None,
    expires_at: datetime | None = None,
) -> int:
    """Owe a note to a member. Returns the row's id."""
    now = world.clock.now()

    def add(session: Session) -> int:
        outbox.notify(
            session,
            kind=kind,
            key=f"note:{person.id}:{number}",
            person_id=person_id_of(session, person),
            payload={"number": number},
            due_at=now + due_in,
            now=now,
            urgency=Urgency.NORMAL,
            topic=topic,
            expires_at=expires_at,
        )
        return session.scalars(
            select(Notification.id).where(Notification.key == f"note:{person.id}:{number}")
        ).one()

    return await world.write(add)


def person_id_of(session: Session, person: Person) -> int:
    return session.scalars(select(StoredPerson.id).where(StoredPerson.chat_id == person.id)).one()


async def row(world: World, row_id: int) -> Notification:
    return await world.read(lambda session: session.get_one(Notification, row_id))


async def status(world: World, row_id: int) -> NotificationStatus:
    return (await row(world, row_id)).status


def notes(person: Person) -> list[str]:
    """The notes that reached a person."""
    return [text for text in person.texts() if "Заметка" in text]


async def member(world: World) -> Person:
    """A mentee of a fresh school, with the main menu open."""
    school = await world.school()
    return await world.member(school.id, Role.MENTEE)


async def application_of(world: World, person: Person) -> StoredApplication:
    query = (
        select(StoredApplication)
        .join(Membership)
        .join(Membership.person)
        .where(StoredPerson.chat_id == person.id)
    )
    return await world.read(lambda session: session.scalars(query).one())


async def answers(world: World, person: Person) -> dict[str, Any]:
    return (await application_of(world, person)).answers


async def acts(world: World, act: str) -> int:
    """How many times the audit log holds an act."""
    query = select(AuditRecord.id).where(AuditRecord.act == act)
    return await world.read(lambda session: len(session.scalars(query).all()))


async def updates(world: World, *statuses: InboxStatus) -> list[InboxUpdate]:
    query = select(InboxUpdate).where(InboxUpdate.status.in_(statuses or tuple(InboxStatus)))
    return await world.read(lambda session: list(session.scalars(query.order_by(InboxUpdate.id))))


async def applicant(world: World, first_name: str = "Алсу", *, role: Role = Role.MENTEE) -> Person:
    """Somebody who has given the consent and stands at the first question of a new school's application."""
    school = await world.school()
    person = world.newcomer(first_name)
    await person.starts(await world.invitation(school.id, role))
    await person.taps("Русский")
    await person.taps("Даю согласие")
    return person


async def fill_in(person: Person) -> None:
    """From the first question of a mentee's application to the summary."""
    await person.sends("Каримова Алсу Рустемовна")
    await person.taps("Математика")
    await person.sends("0")
    await person.taps("Молодой специалист")
    await person.taps("Дисциплина")
    await person.taps("Готово")
    await person.sends("Советов по планированию уроков")
    await person.taps("Этого достаточно")


def open_gate(world: World) -> None:
    """The seconds of silence that Telegram asked for are over."""
    world.app.gate._opens_at = 0.0
