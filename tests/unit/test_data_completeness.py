"""Nothing that is stored of a person may be forgotten, neither when they ask for it nor when it is erased."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest
from sqlalchemy import select, text
from sqlalchemy.orm import Session

from bot.settings import ROOT
from handlers.common.translator import Texts
from handlers.privacy.sections import sections
from models import (
    Amendment,
    AmendmentKind,
    AmendmentStatus,
    Base,
    Conclusion,
    Consent,
    ConsentKind,
    ConsentStatus,
    ConvenientTime,
    DiaryEntry,
    Guardianship,
    HelpAnswer,
    HelpRequest,
    HelpScope,
    HelpStatus,
    Lesson,
    LessonVisit,
    Meeting,
    MeetingAnswer,
    MeetingKind,
    MeetingNote,
    MeetingSeries,
    MeetingTask,
    Membership,
    MembershipStatus,
    Organization,
    Partition,
    Person,
    RequestKind,
    Rhythm,
    RightsRequest,
    Role,
    Shortlist,
    ShortlistEntry,
    SpeedQueueEntry,
    SpeedSession,
    SpeedSlot,
    TrialAnswer,
    TrialWord,
)
from services import content, erasure, personal_data, rights_requests
from services.content import LANGUAGES
from tests.support.factories import NOW, actor_of, make_organization, make_pair, make_person

TEXTS = Texts(ROOT / "locales", content.load(ROOT / "content"))
BY_ACTS = "an act of the person: shown among the records of the audit log"
SHOWN = {
    "acknowledgement.person_id",
    "application.membership_id",
    "amendment.proposed_by_id",
    "attendance_report.person_id",
    "audit_record.actor_id",
    "conclusion.membership_id",
    "consent.given_by_id",
    "consent.person_id",
    "evidence.author_id",
    "guardianship.child_id",
    "guardianship.parent_id",
    "convenient_time.person_id",
    "diary_entry.person_id",
    "help_answer.person_id",
    "help_request.membership_id",
    "lesson.membership_id",
    "lesson_visit.teacher_id",
    "meeting_answer.person_id",
    "meeting_note.author_id",
    "meeting_task.responsible_id",
    "speed_queue_entry.membership_id",
    "speed_session.mentor_id",
    "speed_slot.membership_id",
    "trial_answer.person_id",
    "membership.entered_by_id",
    "membership.person_id",
    "mentorship_member.membership_id",
    "notification.person_id",
    "occurrence.controller_id",
    "occurrence.done_by_id",
    "occurrence.reason_by_id",
    "occurrence_responsible.person_id",
    "responsible_match.person_id",
    "rights_request.by_id",
    "rights_request.person_id",
    "roadmap.returned_by_id",
    "roadmap_item_responsible.person_id",
    "shortlist_entry.membership_id",
}
"""What /mydata tells of, by the column that points to the person."""
EXEMPT = {
    "alert.resolved_by_id": BY_ACTS,
    "application.decided_by_id": BY_ACTS,
    "application.endorsed_by_id": BY_ACTS,
    "conclusion.entered_by_id": BY_ACTS,
    "consent.original_received_by_id": BY_ACTS,
    "erasure_case.by_id": BY_ACTS,
    "erasure_case.person_id": "made when nothing of the person is left; who comes back is another row",
    "invitation.child_id": "a link for a parent: a code of ours, no data of the person",
    "invitation.created_by_id": BY_ACTS,
    "invitation.person_id": "the personal link: a code of ours, no data of the person",
    "local_act.created_by_id": BY_ACTS,
    "meeting.proposed_by_id": "the meeting itself is shown with all that is stored of it",
    "convenient_time.set_by_id": BY_ACTS,
    "meeting_series.proposed_by_id": "the series itself is shown with all that is stored of it",
    "meeting_task.created_by_id": "the task itself is shown with all that is stored of it",
    "speed_session.announced_by_id": BY_ACTS,
    "mentorship.proposed_by_id": BY_ACTS,
    "registry_snapshot.taken_by_id": BY_ACTS,
    "rights_request.settled_by_id": BY_ACTS,
    "roadmap.approved_by_id": BY_ACTS,
    "roadmap.created_by_id": BY_ACTS,
    "shortlist.created_by_id": BY_ACTS,
}
"""What is not shown by itself, and why."""
MARKS = (
    "Заключение-метка",
    "Текст-запроса-метка",
    "Ответ-метка",
    "Причина-продления-метка",
    "Изменение-метка",
    "Причина-изменения-метка",
    "https://school.example/nastavniki",
    "Условие-метка",
    "Почему-нет-метка",
    "Что-сделали-метка",
    "Договорились-метка",
    "Дневник-метка",
    "Класс-метка",
    "На-что-смотреть-метка",
    "Выводы-метка",
    "Просьба-метка",
    "Ответ-наставника-метка",
    "Комната-метка",
    "https://call.example/metka",
)
"""Words of others and of the person; each must be shown, and be gone after the withdrawal."""


def test_every_column_that_points_to_a_person_is_shown_or_named_as_an_exemption() -> None:
    pointing = {
        f"{table.name}.{key.parent.name}"
        for table in Base.metadata.sorted_tables
        for key in table.foreign_keys
        if key.column.table.name in ("person", "membership")
    }
    assert pointing - SHOWN - set(EXEMPT) == set(), "show it in services/personal_data.py, or say why not"
    assert (SHOWN | set(EXEMPT)) - pointing == set()
    assert not SHOWN & set(EXEMPT)


@pytest.fixture
def mentee(session: Session) -> Membership:
    """A pupil about whom every new table knows something."""
    school = make_organization(session)
    curator = make_person(session, Role.CURATOR, school, last="Иванова")
    mentor = make_person(session, Role.MENTOR, school, last="Орлова")
    made = make_person(
        session,
        Role.MENTEE,
        school,
        last="Гилязетдинова",
        first="Миляуша",
        partition=Partition.PUPIL,
        entered_by_id=curator.person_id,
        affiliation_id=make_organization(session, name="Завод-партнёр").id,
        refreshed_at=NOW,
        review_asked_at=NOW,
        paused_at=NOW,
    )
    made.person.born_on = NOW.date().replace(year=2012)
    parent = make_person(session, Role.PARENT, school, last="Гилязетдинов", first="Ильдар")
    pair = make_pair(session, mentor, made)
    session.add_all(_rows(made, curator, parent, pair.id, school))
    _meet(session, made, mentor, pair.id)
    session.flush()
    return made


def _rows(
    made: Membership, curator: Membership, parent: Membership, pair_id: int, school: Organization
) -> list[Base]:
    common: dict[str, Any] = {"text_version": "1", "text_sha256": "0" * 64, "language": "ru"}
    return [
        Guardianship(
            parent_id=parent.person_id,
            child_id=made.person_id,
            organization_id=school.id,
            relation="father",
            since=NOW,
        ),
        Conclusion(
            membership_id=made.id,
            source="psychologist",
            ground="consent",
            text=MARKS[0],
            is_sensitive=True,
            entered_by_id=curator.person_id,
            entered_at=NOW,
        ),
        RightsRequest(
            kind=RequestKind.ERASURE,
            person_id=made.person_id,
            by_id=parent.person_id,
            organization_id=school.id,
            text=MARKS[1],
            answer=MARKS[2],
            reason=MARKS[3],
            opened_at=NOW,
            due_on=NOW.date(),
            settled_at=NOW,
        ),
        Amendment(
            mentorship_id=pair_id,
            kind=AmendmentKind.CONTENT,
            status=AmendmentStatus.AGREED,
            text=MARKS[4],
            reason=MARKS[5],
            proposed_by_id=made.person_id,
            proposed_at=NOW,
        ),
        Consent(
            person_id=made.person_id,
            given_by_id=parent.person_id,
            organization_id=school.id,
            kind=ConsentKind.PUBLICATION,
            status=ConsentStatus.GIVEN,
            details={"resources": [MARKS[6]], "data_items": ["name"], "conditions": MARKS[7]},
            valid_until=NOW.date() + timedelta(days=365),
            original_number="17-а",
            original_dated_on=NOW.date(),
            original_received_at=NOW,
            asked_at=NOW,
            answered_at=NOW,
            **common,
        ),
        Consent(
            person_id=made.person_id,
            given_by_id=parent.person_id,
            organization_id=school.id,
            kind=ConsentKind.PARENTAL,
            status=ConsentStatus.GIVEN,
            asked_at=NOW,
            answered_at=NOW,
            **common,
        ),
        Shortlist(
            organization_id=school.id,
            title="Подборка-метка",
            criteria={},
            created_at=NOW,
            entries=[ShortlistEntry(membership_id=made.id)],
        ),
    ]


def _meet(session: Session, made: Membership, mentor: Membership, pair_id: int) -> None:
    """Everything that meetings, requests for help and speed sessions keep of the person."""
    person_id, later = made.person_id, NOW + timedelta(days=5)
    series = MeetingSeries(
        mentorship_id=pair_id,
        rhythm=Rhythm.WEEKLY,
        starts_on=NOW.date(),
        ends_on=later.date(),
        at_minutes=930,
        timezone="Europe/Moscow",
        place=MARKS[17],
        proposed_by_id=person_id,
        proposed_at=NOW,
    )
    meeting = Meeting.propose(pair_id, MeetingKind.LESSON_VISIT, later, MARKS[17], person_id, now=NOW)
    meeting.link, meeting.series = MARKS[18], series
    session.add_all([series, meeting])
    session.flush()
    asked = HelpRequest(
        organization_id=made.organization_id,
        membership_id=made.id,
        scope=HelpScope.OWN_MENTOR,
        text=MARKS[15],
        asked_at=NOW,
    )
    speed = SpeedSession(
        organization_id=made.organization_id,
        mentor_id=mentor.id,
        topic="Блиц-тема",
        starts_at=later,
        slot_minutes=15,
        announced_by_id=mentor.person_id,
        announced_at=NOW,
        slots=[SpeedSlot(number=1, starts_at=later, membership_id=made.id, booked_at=NOW)],
        queue=[SpeedQueueEntry(membership_id=made.id, joined_at=NOW)],
    )
    asked.answers = [HelpAnswer(person_id=mentor.person_id, text=MARKS[16], answered_at=NOW)]
    asked.answers += [HelpAnswer(person_id=person_id, text=MARKS[16], answered_at=NOW)]
    session.add_all(
        [
            MeetingAnswer(
                meeting_id=meeting.id, person_id=person_id, agrees=False, reason=MARKS[8], answered_at=NOW
            ),
            MeetingNote(
                meeting_id=meeting.id,
                author_id=mentor.person_id,
                done=MARKS[9],
                difficulties=["discipline"],
                written_at=NOW,
            ),
            MeetingTask(
                mentorship_id=pair_id,
                meeting_id=meeting.id,
                responsible_id=person_id,
                text=MARKS[10],
                due_on=later.date(),
                created_by_id=mentor.person_id,
                created_at=NOW,
            ),
            DiaryEntry(person_id=person_id, mentorship_id=pair_id, text=MARKS[11], written_at=NOW),
            LessonVisit(
                meeting_id=meeting.id,
                teacher_id=person_id,
                lesson=MARKS[12],
                aim=MARKS[13],
                findings=MARKS[14],
            ),
            TrialAnswer(meeting_id=meeting.id, person_id=person_id, word=TrialWord.NOT_SURE, said_at=NOW),
            ConvenientTime(
                person_id=person_id, weekday=1, from_minute=840, until_minute=990, set_by_id=person_id
            ),
            Lesson(membership_id=made.id, weekday=2, number=6),
            asked,
            speed,
        ]
    )
    session.flush()


@pytest.mark.parametrize("language", LANGUAGES)
def test_what_is_kept_of_a_person_is_shown_in_every_language(
    session: Session, mentee: Membership, language: str
) -> None:
    data = personal_data.my_data(session, actor_of(session, mentee), now=NOW)
    shown = "\n".join(
        line
        for one in sections(TEXTS.translator(language), data, "Europe/Moscow")
        for line in (one.title, *one.lines)
    )
    for word in (
        *MARKS,
        "Подборка-метка",
        "Завод-партнёр",
        "17-а",
        "07.09.2012",
        "Ильдар",
        "Анна",
        "14:00",
        "Блиц-тема",
    ):
        assert word in shown, word
    assert "psychologist" not in shown


def test_a_withdrawal_leaves_nothing_of_it(session: Session, mentee: Membership) -> None:
    actor = actor_of(session, mentee)
    preview = erasure.preview(session, actor, now=NOW)
    erasure.withdraw(session, actor, preview.consent_id, now=NOW)
    session.flush()
    cells = [
        str(cell)
        for table in Base.metadata.sorted_tables
        for row in session.execute(text(f"SELECT * FROM {table.name}"))
        for cell in row
    ]
    left = "\n".join(one.encode().decode("unicode_escape") if "\\u" in one else one for one in cells)
    for word in (*MARKS, "Гилязетдинова", "Миляуша", "2012-09-07"):
        # The address stays until the page was taken down: that is the business of people.
        assert left.count(word) == (1 if word == MARKS[6] else 0), word
    (request,) = session.scalars(select(RightsRequest).where(RightsRequest.settled_at.is_(None))).all()
    assert (request.kind, request.text) == (RequestKind.STOP_PUBLICATION, MARKS[6])
    ended = session.scalars(select(Guardianship)).one()
    assert (ended.relation, ended.ended_at) == ("", NOW)
    for model in (ShortlistEntry, DiaryEntry, TrialAnswer, ConvenientTime, Lesson, SpeedQueueEntry):
        assert session.scalars(select(model)).all() == [], model
    assert session.scalars(select(SpeedSlot)).one().membership_id is None
    assert session.scalars(select(HelpRequest)).one().status == HelpStatus.TAKEN_BACK
    assert session.get_one(Person, mentee.person_id).born_on is None
    assert mentee.status == MembershipStatus.LEFT


def test_the_address_of_a_page_is_forgotten_when_it_was_taken_down(
    session: Session, mentee: Membership
) -> None:
    actor = actor_of(session, mentee)
    erasure.withdraw(session, actor, erasure.preview(session, actor, now=NOW).consent_id, now=NOW)
    request = session.scalars(select(RightsRequest).where(RightsRequest.settled_at.is_(None))).one()
    curator = session.scalars(select(Membership).where(Membership.role == Role.CURATOR)).one()
    rights_requests.answer(session, actor_of(session, curator), request.id, "Снято", now=NOW)
    assert (request.text, request.answer, request.settled_at) == ("", "", NOW)
