"""The rows of the plans that the requirements name: each is a dated duty that is opened, reported with what
shows it, and comes again when it recurs. What else a row asks for stands in docs/requirements.tsv as lacking.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta

import pytest
from sqlalchemy import select
from sqlalchemy.orm import Session

from models import EvidenceKind, Notification, OccurrenceStatus, RoadmapStatus, Role
from models.organization import OrganizationKind
from services import duties, duty_changes, duty_ticks, plan_items, roadmaps
from services.roadmaps import NewItem, NewPlan
from tests.support.factories import actor_of, make_organization, make_person


@dataclass(frozen=True)
class Row:
    """A row of a plan: its requirement, its phrase, and the days on which it falls due."""

    id: str
    phrase: str
    due: tuple[str, ...]
    proof: str = "Справка готова"
    corrected: str | None = None


MUNICIPAL = (
    Row("N-RM-1.1", "до 1.09.2022", ("2022-09-01",), "приказ № 12 от 30.08.2022"),
    Row("N-RM-1.3", "Сентябрь, 2022", ("2022-09-30",), "соглашение № 4 от 20.09.2022"),
    Row("N-RM-1.4", "Сентябрь, 2022", ("2022-09-30",)),
    Row("N-RM-1.5", "Сентябрь, 2022", ("2022-09-30",)),
    Row("N-RM-2.1", "Сентябрь, 2022", ("2022-09-30",)),
    Row("N-RM-3.1", "В течение года", ("2023-05-31",)),
    Row("N-RM-3.2", "Октябрь-ноябрь, 2022", ("2022-11-30",)),
    Row("N-RM-3.3", "В течение года (по отдельному плану)", ("2023-05-31",), "https://example.org/protokol"),
    Row("N-RM-3.4", "В течение года (по отдельному плану)", ("2023-05-31",), "https://example.org/protokol"),
    Row("N-RM-3.5", "В течение года", ("2023-05-31",), "https://example.org/materialy"),
    Row("N-RM-4.1", "Май, 2022", ("2023-05-31",), corrected="май 2023"),
)
_SEPTEMBERS = ("2023-01-27", "2023-09-30", "2024-09-30")
_YEARS = ("2024-05-31", "2025-05-31")
SCHOOL = (
    Row("G-1.2", "27.01.2023, далее – ежегодно сентябрь", _SEPTEMBERS, "https://example.org/programmy"),
    Row("G-2.1", "27.01.2023, далее – ежегодно сентябрь", _SEPTEMBERS, "приказ № 8 от 27.01.2023"),
    Row("G-2.2", "30.01.2023, далее – ежегодно октябрь", ("2023-01-30", "2023-10-31", "2024-10-31")),
    Row("G-2.3", "31.01.2023, далее - постоянно", ("2023-01-31",), "https://example.org/nastavnichestvo"),
    Row("G-2.4", "31.01.2023, далее - постоянно", ("2023-01-31",), "https://example.org/nastavnichestvo"),
    Row("G-3.1", "Ежегодно- сентябрь - май", _YEARS),
    Row("G-3.1-3", "Ежегодно- сентябрь - май", _YEARS),
    Row("G-3.2", "Ежегодно сентябрь-май", _YEARS),
    Row("G-3.3", "Ежегодно Сентябрь-май", _YEARS),
    Row("G-3.4", "Ежегодно Сентябрь-май", _YEARS),
    Row("G-3.5", "Март-май 2023", ("2023-05-31",)),
    Row("G-3.6", "Сентябрь 2023 г. – май 2024 г.", ("2024-05-31",)),
    Row("G-3.7", "Ноябрь 2023 г.- апрель 2024 г.", ("2024-04-30",)),
    Row("G-3.8", "Апрель-май 2023 г", ("2023-05-31",)),
    Row("G-4.1", "30.01.2023", ("2023-01-30",)),
    Row("G-4.3", "До 28.02.2023, далее – ежегодно до 10 ноября", ("2023-02-28", "2023-11-10", "2024-11-10")),
    Row("G-4.4", "Ежегодно до 10 июня", ("2023-06-10", "2024-06-10")),
    Row("G-4.4bis", "Ежегодно до 15 июня", ("2023-06-15", "2024-06-15")),
    Row("G-4.5", "Ежегодно до 30 июня", ("2023-06-30", "2024-06-30")),
    Row("G-4.6", "Ежегодно до 10 июля", ("2023-07-10", "2024-07-10"), "приказ № 90 от 08.07.2023"),
)
KINDS = {"http": EvidenceKind.LINK, "приказ": EvidenceKind.ACT}


def cases() -> list[object]:
    plans = ((MUNICIPAL, "2022-2023", False), (SCHOOL, "2023-2024", True))
    return [
        pytest.param(row, year, by_calendar, id=row.id, marks=pytest.mark.requirement(row.id))
        for rows, year, by_calendar in plans
        for row in rows
    ]


@pytest.mark.parametrize(("row", "school_year", "by_calendar"), cases())
def test_a_row_of_the_plan_is_a_dated_duty_that_is_reported(
    session: Session, row: Row, school_year: str, by_calendar: bool
) -> None:
    school = make_organization(session)
    curator = actor_of(session, make_person(session, Role.CURATOR, school))
    head = actor_of(session, make_person(session, Role.HEAD, school))
    first = date.fromisoformat(row.due[0])
    approved = datetime.combine(first - timedelta(days=30), time(9), UTC)
    item = NewItem(number="1", section="Этап", activity="Мероприятие", deadline_phrase=row.phrase)
    plan = NewPlan(title="План", school_year=school_year, by_calendar=by_calendar, items=(item,))
    draft = roadmaps.create_draft(session, school.id, plan, by_id=curator.person_id, now=approved)
    if row.corrected is not None:
        plan_items.correct_phrase(session, curator, draft.items[0].id, row.corrected, now=approved)
    roadmaps.approve(session, head, draft.id, "5", approved.date(), now=approved)
    assert draft.status is RoadmapStatus.APPROVED

    made = draft.items[0].occurrences
    assert tuple(one.due_on.isoformat() for one in made if not one.is_check) == row.due
    duty = made[0]
    assert [person.id for person in duty.responsible] == [curator.person_id]

    near = datetime.combine(first - timedelta(days=5), time(9), UTC)
    duty_ticks.tick_opening(session, now=near)
    assert duty.status.value == OccurrenceStatus.OPEN
    duties.report(session, curator, duty.id, comment=row.proof, now=near)
    assert duty.status.value == OccurrenceStatus.DONE
    expected = next((kind for start, kind in KINDS.items() if row.proof.startswith(start)), None)
    assert expected is None or duty.evidence[0].kind is expected
    assert duty.evidence[0].comment == row.proof


@pytest.mark.requirement("G-2.3", "G-2.4")
def test_what_goes_on_for_ever_is_asked_about_every_term(session: Session) -> None:
    school = make_organization(session)
    curator = actor_of(session, make_person(session, Role.CURATOR, school))
    head = actor_of(session, make_person(session, Role.HEAD, school))
    item = NewItem(
        number="2.4", section="", activity="Раздел сайта", deadline_phrase="31.01.2023, далее - постоянно"
    )
    plan = NewPlan(title="План", school_year="2023-2024", by_calendar=True, items=(item,))
    now = datetime(2023, 1, 10, 9, tzinfo=UTC)
    draft = roadmaps.create_draft(session, school.id, plan, by_id=curator.person_id, now=now)
    roadmaps.approve(session, head, draft.id, "5", now.date(), now=now)
    asked = [one.due_on for one in draft.items[0].occurrences if one.is_check]
    assert len(asked) >= 6
    assert asked == sorted(asked)
    for day in asked:
        duty_ticks.tick_opening(session, now=datetime.combine(day - timedelta(days=14), time(9), UTC))
    questions = select(Notification).where(Notification.kind == "roadmap.check")
    owed = session.scalars(questions.order_by(Notification.due_at)).all()
    assert [one.person_id for one in owed] == [curator.person_id] * len(asked)
    early = [day - one.due_at.date() for day, one in zip(asked, owed, strict=True)]
    assert all(timedelta(days=7) <= one <= timedelta(days=14) for one in early)


@pytest.mark.requirement("N-O-2.2/3.1")
def test_what_an_order_of_others_dates_waits_until_somebody_gives_the_day(session: Session) -> None:
    school = make_organization(session)
    curator = actor_of(session, make_person(session, Role.CURATOR, school))
    head = actor_of(session, make_person(session, Role.HEAD, school))
    phrase = "в сроки, утверждённые приказами Департамента образования"
    item = NewItem(number="3.1", section="", activity="Курсы по наставничеству", deadline_phrase=phrase)
    plan = NewPlan(title="План", school_year="2022-2023", items=(item,))
    now = datetime(2022, 9, 5, 9, tzinfo=UTC)
    draft = roadmaps.create_draft(session, school.id, plan, by_id=curator.person_id, now=now)
    roadmaps.approve(session, head, draft.id, "5", now.date(), now=now)
    assert draft.items[0].occurrences == []
    duty_changes.give_date(session, curator, draft.items[0].id, "с 10 по 21 октября", now=now)
    assert [one.due_on for one in draft.items[0].occurrences] == [date(2022, 10, 21)]
    assert draft.items[0].deadline_phrase == phrase


@pytest.mark.requirement("N-O-2.1")
def test_a_permanent_seminar_is_due_every_month_with_its_responsible_person(session: Session) -> None:
    office = make_organization(session, kind=OrganizationKind.MUNICIPALITY)
    coordinator = make_person(session, Role.COORDINATOR, office, last="Лебедева", first="Елена")
    item = NewItem(
        number="1",
        section="",
        activity="Постоянно действующий семинар методистов",
        deadline_phrase="ежемесячно",
        responsible_text="Лебедева Е.С., заместитель директора",
    )
    plan = NewPlan(title="План", school_year="2022-2023", items=(item,))
    now = datetime(2022, 8, 29, 9, tzinfo=UTC)
    actor = actor_of(session, coordinator)
    draft = roadmaps.create_draft(session, office.id, plan, by_id=actor.person_id, now=now)
    roadmaps.approve(session, actor, draft.id, "749-О", now.date(), now=now)
    made = draft.items[0].occurrences
    assert len(made) == 9
    assert {person.id for one in made for person in one.responsible} == {coordinator.person_id}
