"""The demonstration school: everybody and everything in it is invented, and says so.

Built by the same use cases that people use, so that it holds nothing that the program would not allow.
Everything that was due while its invented history passed is taken as told.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, time, timedelta
from typing import TypeVar
from zoneinfo import ZoneInfo

from sqlalchemy import select, text, update
from sqlalchemy.orm import Session

from bot import demonstration_meetings
from models import Application, Membership, Notification, NotificationStatus, Organization, Role
from models.meeting import MeetingKind
from services import (
    applications,
    approvals,
    attendance,
    invitations,
    joining,
    meetings,
    mentorships,
    roadmaps,
)
from services.access import Actor, find_actor
from services.content import Content, Questionnaire
from services.roadmaps import NewItem, NewPlan

T = TypeVar("T")

ZONE = "Europe/Moscow"
SCHOOL = "Демонстрационная школа (вымышленная)"
HISTORY = timedelta(days=24)
"""How long ago the invented programme began."""


@dataclass(frozen=True, slots=True)
class Character:
    """Somebody invented: who they are in Telegram and what they answered."""

    key: str
    chat_id: int
    last: str
    first: str
    patronymic: str
    role: Role
    hint: str
    answers: tuple[tuple[str, object], ...] = ()

    @property
    def full_name(self) -> str:
        return f"{self.last} {self.first} {self.patronymic}"


CURATOR = Character("curator", 5_100_000_001, "Орлова", "Мария", "Ивановна", Role.CURATOR, "Куратор")
HEAD = Character("head", 5_100_000_002, "Смирнов", "Павел", "Олегович", Role.HEAD, "Руководитель")
BUSY_MENTOR = Character(
    "busy_mentor",
    5_100_000_003,
    "Петрова",
    "Анна",
    "Сергеевна",
    Role.MENTOR,
    "Наставник, пара уже есть",
    (
        ("subject", "mathematics"),
        ("experience_years", 24),
        ("strengths", ["lesson_planning", "assessment", "discipline"]),
        ("capacity", 1),
        ("weekly_time", "one_to_two"),
        ("times", ["weekday_afternoon"]),
        ("more", "enough"),
    ),
)
FREE_MENTOR = Character(
    "free_mentor",
    5_100_000_004,
    "Вәлиева",
    "Алсу",
    "Рөстәм кызы",
    Role.MENTOR,
    "Наставник, есть место",
    (
        ("subject", "russian"),
        ("experience_years", 18),
        ("strengths", ["motivation", "parents", "class_teacher"]),
        ("capacity", 2),
        ("weekly_time", "three_to_four"),
        ("times", ["weekday_afternoon", "online"]),
        ("more", "enough"),
    ),
)
SECOND_MENTOR = Character(
    "second_mentor",
    5_100_000_005,
    "Кузнецов",
    "Игорь",
    "Андреевич",
    Role.MENTOR,
    "Наставник, есть место",
    (
        ("subject", "informatics"),
        ("experience_years", 9),
        ("strengths", ["digital", "paperwork"]),
        ("capacity", 1),
        ("weekly_time", "one_to_two"),
        ("times", ["saturday"]),
        ("more", "enough"),
    ),
)
THIRD_MENTOR = Character(
    "third_mentor",
    5_100_000_006,
    "Белова",
    "Ольга",
    "Петровна",
    Role.MENTOR,
    "Наставник, есть место",
    (
        ("subject", "primary"),
        ("experience_years", 15),
        ("strengths", ["discipline", "parents", "special_needs"]),
        ("capacity", 2),
        ("weekly_time", "three_to_four"),
        ("times", ["weekday_morning"]),
        ("more", "enough"),
    ),
)
PAIRED_MENTEE = Character(
    "paired_mentee",
    5_100_000_007,
    "Соколов",
    "Дмитрий",
    "Алексеевич",
    Role.MENTEE,
    "Наставляемый, пара работает",
    (
        ("subject", "mathematics"),
        ("experience_years", 1),
        ("category", "young"),
        ("difficulties", ["discipline", "assessment"]),
        ("hopes", "Хочу увереннее вести урок и спокойно ставить отметки."),
        ("more", "enough"),
    ),
)
WAITING_MENTEE = Character(
    "waiting_mentee",
    5_100_000_008,
    "Григорьева",
    "Елена",
    "Викторовна",
    Role.MENTEE,
    "Наставляемая, ждёт наставника",
    (
        ("subject", "russian"),
        ("experience_years", 0),
        ("category", "young"),
        ("difficulties", ["parents", "motivation"]),
        ("hopes", "Нужен совет, как говорить с родителями."),
        ("more", "enough"),
    ),
)
APPLIED_MENTEE = Character(
    "applied_mentee",
    5_100_000_009,
    "Фёдоров",
    "Артём",
    "Ильич",
    Role.MENTEE,
    "Наставляемый, анкета у куратора",
    (
        ("subject", "informatics"),
        ("experience_years", 2),
        ("category", "young"),
        ("difficulties", ["paperwork"]),
        ("hopes", ""),
        ("more", "enough"),
    ),
)
STARTED_MENTEE = Character(
    "started_mentee",
    5_100_000_010,
    "Николаева",
    "Ирина",
    "Павловна",
    Role.MENTEE,
    "Наставляемая, заполняет анкету",
    (("subject", "biology"), ("experience_years", 1)),
)
CAST = (
    CURATOR,
    HEAD,
    PAIRED_MENTEE,
    BUSY_MENTOR,
    WAITING_MENTEE,
    FREE_MENTOR,
    SECOND_MENTOR,
    THIRD_MENTOR,
    APPLIED_MENTEE,
    STARTED_MENTEE,
)


def opening_moment(real_now: datetime) -> datetime:
    """Ten in the morning of the last working day: by night the bot would keep silent, as it should."""
    local = real_now.astimezone(ZoneInfo(ZONE))
    day = local.date()
    while day.weekday() >= 5:
        day -= timedelta(days=1)
    return datetime.combine(day, time(10), ZoneInfo(ZONE))


def build(session: Session, content: Content, *, now: datetime) -> dict[Role, str]:
    """Make the school with its history. Returns the codes of two invitations: for mentees and for mentors."""
    began = now - HISTORY
    organization = Organization(
        name=SCHOOL, address="", timezone=ZONE, is_demonstration=True, created_at=began
    )
    session.add(organization)
    session.flush()
    codes = {
        role: invitations.create_invitation(
            session, organization.id, role, places=50, now=now - timedelta(days=1)
        ).code
        for role in (Role.MENTEE, Role.MENTOR)
    }
    for character in (CURATOR, HEAD):
        join(session, content, organization.id, character, began)
    curator = acting(session, CURATOR)
    for character in (BUSY_MENTOR, FREE_MENTOR, SECOND_MENTOR, THIRD_MENTOR, PAIRED_MENTEE):
        _approve(session, content, organization.id, character, curator, began + timedelta(days=1))
    _approve(session, content, organization.id, WAITING_MENTEE, curator, now - timedelta(days=3))
    _pair(session, curator, now)
    _roadmap(session, organization.id, now)
    _forget_what_was_told(session, now - timedelta(minutes=1))
    join(session, content, organization.id, APPLIED_MENTEE, now - timedelta(minutes=20))
    _begin(session, content, organization.id, STARTED_MENTEE, now - timedelta(minutes=10))
    return codes


def _begin(
    session: Session, content: Content, organization_id: int, character: Character, now: datetime
) -> None:
    """Open an invitation, consent, and give the answers in their order."""
    code = invitations.create_invitation(session, organization_id, character.role, now=now).code
    joining.open_invitation(session, character.chat_id, code, content, now=now)
    asked = _found(joining.choose_language(session, character.chat_id, "ru"))
    view = _found(joining.give_consent(session, character.chat_id, asked.consent_id, "ru", content, now=now))
    actor, form = acting(session, character), _form(content, character.role)
    applications.answer_text(session, actor, view.id, "name", character.full_name, form)
    for key, value in character.answers:
        _answer(session, actor, view.id, key, value, form)


def _answer(
    session: Session, actor: Actor, number: int, key: str, value: object, form: Questionnaire
) -> None:
    question = _found(form.question(key))
    if isinstance(value, list):
        for option in value:
            applications.tick(session, actor, number, key, option, form)
        applications.finish_choices(session, actor, number, key, form)
    elif question.chooses:
        applications.choose(session, actor, number, key, str(value), form)
    elif value == "":
        applications.skip(session, actor, number, key, form)
    else:
        applications.answer_text(session, actor, number, key, str(value), form)


def _form(content: Content, role: Role) -> Questionnaire:
    return content.questionnaire(role.value if role in (Role.MENTEE, Role.MENTOR) else "staff")


def join(
    session: Session, content: Content, organization_id: int, character: Character, now: datetime
) -> int:
    """Come in and hand in the application. Returns its id."""
    _begin(session, content, organization_id, character, now)
    number = session.scalars(
        select(Application.id).where(Application.membership_id == _membership(session, character).id)
    ).one()
    applications.submit(session, acting(session, character), number, _form(content, character.role), now=now)
    return number


def _approve(
    session: Session,
    content: Content,
    organization_id: int,
    character: Character,
    curator: Actor,
    now: datetime,
) -> None:
    number = join(session, content, organization_id, character, now)
    form = _form(content, character.role)
    approvals.approve(session, curator, number, len(form), now=now + timedelta(hours=2))


def _pair(session: Session, curator: Actor, now: datetime) -> None:
    """A pair that has met once and meets again tomorrow."""
    mentor, mentee = _membership(session, BUSY_MENTOR), _membership(session, PAIRED_MENTEE)
    formed = now - timedelta(days=18)
    number = mentorships.propose(session, curator, mentee.id, mentor.id, now=formed).id
    for character in (BUSY_MENTOR, PAIRED_MENTEE):
        mentorships.accept(session, acting(session, character), number, now=formed + timedelta(hours=3))
    held = _meeting(session, number, MeetingKind.ORGANISATIONAL, on_day(now, -7, 15), held=True)
    cast = demonstration_meetings.Cast(
        curator, *(acting(session, one) for one in (BUSY_MENTOR, PAIRED_MENTEE, FREE_MENTOR))
    )
    demonstration_meetings.build(
        session, cast, held, speed_at=on_day(now, 6, 15), due_at=on_day(now, 4, 12), now=now
    )
    _meeting(session, number, MeetingKind.TRIAL, on_day(now, 1, 15, 30), held=False)


def _meeting(session: Session, number: int, kind: MeetingKind, starts_at: datetime, *, held: bool) -> int:
    """Proposed by the mentor and confirmed; `held`: by both accounts. Returns its id."""
    asked = starts_at - timedelta(days=4)
    mentor, mentee = acting(session, BUSY_MENTOR), acting(session, PAIRED_MENTEE)
    plan = meetings.Plan(kind, starts_at, place="Кабинет 214")
    meeting = meetings.propose(session, mentor, number, plan, now=asked)
    meetings.confirm(session, mentee, meeting.id, now=asked + timedelta(hours=1))
    if held:
        for actor in (mentor, mentee):
            attendance.report(session, actor, meeting.id, True, now=starts_at + timedelta(hours=2))
    return meeting.id


def _roadmap(session: Session, organization_id: int, now: datetime) -> None:
    """A plan approved by an order: dated duties near and far, and some that last the whole year."""
    rows = (
        (
            "1",
            "Подготовка",
            "Обновить список педагогов, которым нужен наставник",
            2,
            CURATOR,
            "Список утверждён",
        ),
        ("2", "Пары", "Издать приказ о закреплении наставнических пар", 8, HEAD, "Приказ с номером и датой"),
        (
            "3",
            "Работа пар",
            "Провести круглый стол наставников",
            15,
            CURATOR,
            "Программа и список участников",
        ),
        (
            "4",
            "Итоги",
            "Собрать промежуточные анкеты и обсудить результаты",
            40,
            CURATOR,
            "Справка по итогам",
        ),
    )
    lasting = (
        (
            "5",
            "Работа пар",
            "Вести раздел «Наставничество» на сайте школы",
            "постоянно",
            "Раздел обновляется",
        ),
        ("6", "Итоги", "Провести мониторинг эффективности наставничества", "ежегодно до 30 июня", "Справка"),
    )
    dated = [
        _item(session, number, section, activity, f"до {on_day(now, days, 18):%d.%m.%Y}", result, who)
        for number, section, activity, days, who, result in rows
    ]
    others = [
        _item(session, number, section, activity, phrase, result, CURATOR)
        for number, section, activity, phrase, result in lasting
    ]
    today = now.astimezone(ZoneInfo(ZONE)).date()
    year = today.year if today.month >= 8 else today.year - 1
    plan = NewPlan(
        title="Дорожная карта наставничества (демонстрационная)",
        school_year=f"{year}-{year + 1}",
        items=(*dated, *others),
    )
    began = now - HISTORY
    roadmap = roadmaps.create_draft(
        session, organization_id, plan, by_id=_person(session, CURATOR), now=began
    )
    head = acting(session, HEAD)
    roadmaps.approve(session, head, roadmap.id, "14-н", (began + timedelta(days=1)).date(), now=now)


def _item(
    session: Session, number: str, section: str, activity: str, phrase: str, result: str, who: Character
) -> NewItem:
    return NewItem(
        number=number,
        section=section,
        activity=activity,
        deadline_phrase=phrase,
        expected_result=result,
        responsible_text=f"{who.last} {who.first[0]}.{who.patronymic[0]}.",
        named_ids=(_person(session, who),),
    )


def _person(session: Session, character: Character) -> int:
    return _membership(session, character).person_id


def _forget_what_was_told(session: Session, now: datetime) -> None:
    session.flush()
    session.execute(
        update(Notification)
        .where(text("notification.status = 'pending'"), Notification.due_at <= now)
        .values(status=NotificationStatus.SENT, settled_at=now)
    )


def on_day(now: datetime, days: int, hour: int, minute: int = 0) -> datetime:
    """So many working days from now, at a local time."""
    day = now.astimezone(ZoneInfo(ZONE)).date() + timedelta(days=days)
    while day.weekday() >= 5:
        day += timedelta(days=1)
    return datetime.combine(day, time(hour, minute), ZoneInfo(ZONE))


def _membership(session: Session, character: Character) -> Membership:
    actor = acting(session, character)
    return session.get_one(Membership, actor.participations[0].membership_id)


def acting(session: Session, character: Character) -> Actor:
    """The character as the use cases know them."""
    session.flush()
    return _found(find_actor(session, character.chat_id))


def _found(thing: T | None) -> T:
    if thing is None:
        raise LookupError("the demonstration refers to something that it has not made")
    return thing
