"""The demonstration's municipality: above the invented school, with a second one below it. All of it is
invented, and says so.

A municipal plan has come to both schools; the second is late with one item. An order waits to be read.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

from sqlalchemy import func, select, text, update
from sqlalchemy.orm import Session

from bot import demonstration, demonstration_people
from bot.demonstration import HEAD, HISTORY, SCHOOL, ZONE, Character, acting, join, on_day
from models import (
    Notification,
    NotificationStatus,
    Occurrence,
    Organization,
    Roadmap,
    RoadmapItem,
    Role,
)
from models.organization import OrganizationKind
from services import acknowledgements, duties, duty_ticks, founding, local_acts, publication, roadmaps
from services.acknowledgements import Audience
from services.content import Content
from services.local_acts import NewAct
from services.roadmaps import NewItem, NewPlan

MUNICIPALITY = "Демонстрационный отдел образования (вымышленный)"
SECOND_SCHOOL = "Вторая демонстрационная школа (вымышленная)"
LATE_DAYS = 4

COORDINATOR = Character(
    "coordinator",
    5_100_000_011,
    "Зотова",
    "Нина",
    "Петровна",
    Role.COORDINATOR,
    "Муниципальный координатор",
)
SECOND_HEAD = Character(
    "second_head",
    5_100_000_012,
    "Гарипов",
    "Марат",
    "Рөстәм улы",
    Role.HEAD,
    "Руководитель второй школы",
)
SECOND_CURATOR = Character(
    "second_curator",
    5_100_000_013,
    "Лебедева",
    "Светлана",
    "Юрьевна",
    Role.CURATOR,
    "Куратор второй школы, школа опаздывает",
)
CAST = (*demonstration.CAST, COORDINATOR, SECOND_HEAD, SECOND_CURATOR, *demonstration_people.CAST)


def build(session: Session, content: Content, *, now: datetime) -> dict[Role, str]:
    """Make the demonstration school and the municipality above it. Returns the codes of invitations: for
    mentees, for mentors, for a pupil's parent.
    """
    codes = demonstration.build(session, content, now=now)
    last = session.scalar(select(func.max(Notification.id))) or 0
    schools = _found(session, content, now - HISTORY)
    codes[Role.PARENT] = demonstration_people.build(session, content, schools[0].id, now=now)
    _plan(session, schools, now)
    _forget_what_was_told(session, last, now - timedelta(minutes=1))
    _order(session, content, now)
    return codes


def _found(session: Session, content: Content, began: datetime) -> Sequence[Organization]:
    """The municipality, and both schools below it."""
    municipality = founding.found(
        session,
        MUNICIPALITY,
        OrganizationKind.MUNICIPALITY,
        timezone=ZONE,
        is_demonstration=True,
        now=began,
    )
    first = session.scalars(select(Organization).where(Organization.name == SCHOOL)).one()
    first.parent_id = municipality.id
    second = founding.found(
        session,
        SECOND_SCHOOL,
        OrganizationKind.SCHOOL,
        under=municipality.id,
        timezone=ZONE,
        is_demonstration=True,
        now=began,
    )
    join(session, content, municipality.id, COORDINATOR, began)
    for character in (SECOND_CURATOR, SECOND_HEAD):
        join(session, content, second.id, character, began)
    return first, session.get_one(Organization, second.id)


def _plan(session: Session, schools: Sequence[Organization], now: datetime) -> None:
    """Approved and published three weeks ago; the first school has done what was due, the second has not."""
    began, coordinator = now - HISTORY, acting(session, COORDINATOR)
    late_day = _days_ago(now, LATE_DAYS)
    plan = NewPlan(
        title="Муниципальный план наставничества (демонстрационный)",
        school_year=_school_year(now),
        items=_items(now, late_day),
    )
    place = coordinator.participations[0].organization_id
    draft = roadmaps.create_draft(session, place, plan, by_id=coordinator.person_id, now=began)
    roadmaps.approve(session, coordinator, draft.id, "312-р", began.date(), now=began)
    publication.publish(session, coordinator, draft.id, now=began + timedelta(hours=1))
    first = _duty(session, schools[0], late_day)
    head = acting(session, HEAD)
    done = datetime.combine(late_day, now.timetz()) - timedelta(days=2)
    duties.report(session, head, first, comment="Приказ № 27-н (вымышленный)", now=done)
    duty_ticks.tick_overdue(session, now=datetime.combine(late_day, now.timetz()) + timedelta(days=1))


def _items(now: datetime, late_day: date) -> tuple[NewItem, ...]:
    rows = (
        ("1", "Условия", "Назначить приказом куратора наставничества", late_day, "Руководители ОО", True),
        ("2", "Работа школ", "Провести открытые уроки наставников", _ahead(now, 20), "Кураторы ОО", True),
        ("3", "Работа школ", "Представить отчёт о работе пар", _ahead(now, 45), "Руководители ОО", True),
        (
            "4",
            "Работа отдела",
            "Провести семинар кураторов школ",
            _ahead(now, 10),
            "Муниципальный координатор",
            False,
        ),
    )
    return tuple(
        NewItem(
            number=number,
            section=section,
            activity=activity,
            deadline_phrase=f"до {due:%d.%m.%Y}",
            responsible_text=responsible,
            for_schools=for_schools,
        )
        for number, section, activity, due, responsible, for_schools in rows
    )


def _duty(session: Session, school: Organization, due_on: date) -> int:
    query = (
        select(Occurrence.id)
        .join(RoadmapItem, RoadmapItem.id == Occurrence.item_id)
        .join(Roadmap, Roadmap.id == RoadmapItem.roadmap_id)
        .where(
            Roadmap.organization_id == school.id,
            Roadmap.origin_id.is_not(None),
            Occurrence.due_on == due_on,
        )
    )
    return session.scalars(query).one()


def _order(session: Session, content: Content, now: datetime) -> None:
    """An order for the heads of both schools; the one of the second school has read it."""
    coordinator, kinds = acting(session, COORDINATOR), content.act_kinds()
    place = coordinator.participations[0].organization_id
    order = NewAct(
        kind="order",
        number="315-р",
        dated_on=_days_ago(now, 1),
        title="О семинаре кураторов наставничества (вымышленный приказ)",
        link="https://example.org/prikaz-315",
    )
    act = local_acts.add(session, coordinator, place, order, kinds, now=now - timedelta(minutes=6))
    audience, by = Audience.SCHOOL_HEADS, _ahead(now, 5)
    acknowledgements.ask(session, coordinator, act.id, audience, by, now=now - timedelta(minutes=5))
    reader = acting(session, SECOND_HEAD)
    acknowledgements.acknowledge(session, reader, act.id, now=now - timedelta(minutes=2))


def _school_year(now: datetime) -> str:
    today = now.astimezone(ZoneInfo(ZONE)).date()
    year = today.year if today.month >= 8 else today.year - 1
    return f"{year}-{year + 1}"


def _ahead(now: datetime, days: int) -> date:
    return on_day(now, days, 18).date()


def _days_ago(now: datetime, days: int) -> date:
    return now.astimezone(ZoneInfo(ZONE)).date() - timedelta(days=days)


def _forget_what_was_told(session: Session, after: int, now: datetime) -> None:
    """Of what this file has made only: what waits in the first school must still be told."""
    session.flush()
    session.execute(
        update(Notification)
        .where(text("notification.status = 'pending'"), Notification.id > after, Notification.due_at <= now)
        .values(status=NotificationStatus.SENT, settled_at=now)
    )
