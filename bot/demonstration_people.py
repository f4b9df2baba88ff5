"""More people of the demonstration school: a psychologist, the site's editor, a colleague without Telegram, a
place for a pupil whose parent is awaited; and signed papers of the pair that works. All of it is invented.
"""

from __future__ import annotations

from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

from sqlalchemy import select
from sqlalchemy.orm import Session

from bot.demonstration import (
    BUSY_MENTOR,
    CURATOR,
    PAIRED_MENTEE,
    ZONE,
    Character,
    acting,
    join,
)
from models import ConsentKind, Membership, MentorshipMember, Role
from services import consent_records, minors, pairing_orders, people
from services.consent_records import Asking
from services.content import Content
from services.people import NewPerson

PSYCHOLOGIST = Character(
    "psychologist",
    5_100_000_021,
    "Мельникова",
    "Юлия",
    "Романовна",
    Role.PSYCHOLOGIST,
    "Педагог-психолог",
)
EDITOR = Character(
    "editor", 5_100_000_022, "Шарипов", "Тимур", "Айратович", Role.EDITOR, "Редактор школьного сайта"
)
ADMINISTRATOR = Character(
    "administrator",
    5_100_000_031,
    "Системный",
    "Администратор",
    "",
    Role.OPERATOR,
    "Администратор системы: команда /found",
)
"""Belongs to no organisation: the sandbox names this chat in ADMIN_IDS."""
WITHOUT_TELEGRAM = ("Фомина", "Вера", "Николаевна")
CAST = (PSYCHOLOGIST, EDITOR, ADMINISTRATOR)


def build(session: Session, content: Content, organization_id: int, *, now: datetime) -> str:
    """Returns the code of the link for a pupil's parent."""
    for character in (PSYCHOLOGIST, EDITOR):
        join(session, content, organization_id, character, now - timedelta(days=10))
    curator = acting(session, CURATOR)
    last, first, patronymic = WITHOUT_TELEGRAM
    entry = NewPerson(
        role=Role.MENTEE,
        last=last,
        first=first,
        patronymic=patronymic,
        consent_number="7",
        consent_dated_on=now.astimezone(ZoneInfo(ZONE)).date() - timedelta(days=6),
        profile={"subject": "music", "difficulties": ["paperwork"]},
    )
    text = content.consent(ConsentKind.PERSONAL_DATA.value)
    people.enter(session, curator, organization_id, entry, text, now=now - timedelta(days=5))
    _sign(session, content, organization_id, now)
    return minors.invite_parent(session, curator, organization_id, Role.MENTEE, now=now).code


def _sign(session: Session, content: Content, organization_id: int, now: datetime) -> None:
    """The papers of the pair that works: an order on it can be recorded."""
    mentor, mentee = (
        session.get_one(Membership, acting(session, one).participations[0].membership_id)
        for one in (BUSY_MENTOR, PAIRED_MENTEE)
    )
    number = session.scalars(
        select(MentorshipMember.mentorship_id).where(MentorshipMember.membership_id == mentor.id)
    ).one()
    papers = [
        Asking(mentor.person_id, organization_id, ConsentKind.MENTOR, role=Role.MENTOR),
        *(
            Asking(one.person_id, organization_id, ConsentKind.EXTRA_DUTIES, mentorship_id=number)
            for one in (mentor, mentee)
        ),
    ]
    signed = now - timedelta(days=12)
    for position, asking in enumerate(papers, 1):
        consent_records.record_paper(
            session,
            asking,
            content.consent(asking.kind.value),
            number=str(position),
            dated_on=signed.astimezone(ZoneInfo(ZONE)).date(),
            received_by_id=acting(session, CURATOR).person_id,
            now=signed,
        )
    # That an order can be recorded the curator and the head have heard on that day.
    pairing_orders.tick_ready(session, now=signed)
