"""What is stored about a person and shown to them; and that nothing of it is left after a withdrawal."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, date, datetime, timedelta
from typing import Any

import pytest
from sqlalchemy import select, text
from sqlalchemy.orm import Session

from bot.settings import ROOT
from handlers.common.translator import Texts
from handlers.privacy.sections import sections
from models import (
    Alert,
    AlertKind,
    AlertStatus,
    Application,
    ApplicationStatus,
    AuditRecord,
    Base,
    Consent,
    ConsentKind,
    ConsentStatus,
    ErasureCase,
    Evidence,
    Feedback,
    Form,
    InboxStatus,
    InboxUpdate,
    Meeting,
    MeetingKind,
    MeetingStatus,
    Membership,
    MembershipStatus,
    Mentorship,
    MentorshipStatus,
    Notification,
    NotificationStatus,
    Occurrence,
    OccurrenceStatus,
    ResponsibleMatch,
    RoadmapItem,
    Role,
)
from services import (
    alerts,
    claims,
    content,
    duties,
    duty_changes,
    duty_ticks,
    duty_views,
    erasure,
    outbox,
    personal_data,
    plan_drafts,
    responsible_words,
    responsibles,
    roadmaps,
)
from services.access import Actor, find_actor
from services.content import LANGUAGES
from services.errors import NoLongerCurrent, NotAllowed
from services.evidence import AttachedFile
from tests.support.factories import (
    NOW,
    actor_of,
    duties_of,
    make_duty,
    make_item,
    make_organization,
    make_pair,
    make_person,
    make_plan,
)

TEXTS = Texts(ROOT / "locales", content.load(ROOT / "content"))
NAME = ("Гилязетдинова", "Миляуша", "Рашитовна")
HOPES = "Хочу научиться держать дисциплину в седьмом классе"
COMMENT = "Собрала все заявления, лежат у секретаря"
FILE_NAME = "заявления-октябрь.docx"
PLACE = "кабинет 317, второй этаж"
HALF_TYPED = "Недописанная мысль про урок"
TYPED = (*NAME, HOPES, COMMENT, FILE_NAME, PLACE, HALF_TYPED)


class School:
    """A mentee about whom every table knows something, and the people around."""

    def __init__(self, session: Session) -> None:
        self.session = session
        self.organization = make_organization(session)
        self.curator = make_person(session, Role.CURATOR, self.organization, last="Иванова")
        self.mentor = make_person(session, Role.MENTOR, self.organization, last="Орлова")
        last, first, patronymic = NAME
        self.mentee = make_person(
            session,
            Role.MENTEE,
            self.organization,
            last=last,
            first=first,
            patronymic=patronymic,
            profile={"subject": "history", "hopes": HOPES},
        )
        self.pair = make_pair(session, self.mentor, self.mentee)
        self.chat_id = self.mentee.person.chat_id or 0
        self.application = self._application()
        self.held = self._meeting(MeetingStatus.HELD, NOW - timedelta(days=3))
        self.coming = self._meeting(MeetingStatus.CONFIRMED, NOW + timedelta(days=3))
        self._feedback()
        self.done, self.undone = self._duty(NOW.date()), self._duty(date(2026, 12, 1))
        self._evidence()
        self._traces_of_the_chat()
        session.flush()

    def _application(self) -> Application:
        application = Application(
            membership_id=self.mentee.id,
            questionnaire="mentee",
            questionnaire_version=1,
            status=ApplicationStatus.APPROVED,
            answers={"name": " ".join(NAME), "hopes": HOPES, "difficulties": ["discipline"]},
            started_at=NOW,
        )
        self.session.add(application)
        self.session.flush()
        return application

    def _meeting(self, status: MeetingStatus, starts_at: Any) -> Meeting:
        meeting = Meeting(
            mentorship_id=self.pair.id,
            kind=MeetingKind.TRIAL,
            status=status,
            starts_at=starts_at,
            place=PLACE,
            proposed_by_id=self.mentee.person_id,
            proposed_at=NOW,
        )
        self.session.add(meeting)
        self.session.flush()
        return meeting

    def _feedback(self) -> None:
        self.session.add(
            Feedback(
                meeting_id=self.held.id,
                pseudonym=self.mentee.person.pseudonym,
                questionnaire="meeting-feedback",
                questionnaire_version=1,
                answers={"usefulness": 3, "trust": 9, "another_mentor": "yes"},
                started_at=NOW,
            )
        )
        alerts.raise_alert(
            self.session,
            organization_id=self.organization.id,
            kind=AlertKind.LOW_ANSWER,
            cause="feedback:1:low_answer",
            subject={"feedback_id": 1, "meeting_id": self.held.id},
            since=NOW,
            now=NOW,
        )

    def _duty(self, due_on: date) -> Occurrence:
        return make_duty(self.session, self.mentee, due_on=due_on, activity="Собрать заявления")

    def _evidence(self) -> None:
        actor = actor_of(self.session, self.mentee)
        duties.report(self.session, actor, self.done.id, comment=COMMENT, now=NOW)
        duties.report(self.session, actor, self.done.id, file=AttachedFile("F-17", FILE_NAME), now=NOW)

    def _traces_of_the_chat(self) -> None:
        key = f"1:{self.chat_id}:{self.chat_id}::default"
        self.session.add(Form(key=key, state="Joining:answering", data={"typed": HALF_TYPED}))
        self.session.add(Form(key=f"1:{self.chat_id}0:{self.chat_id}0::default", state="other", data={}))
        self.session.add(
            InboxUpdate(
                id=1, chat_id=self.chat_id, kind="message", status=InboxStatus.SETTLED, received_at=NOW
            )
        )

    @property
    def actor(self) -> Actor:
        return actor_of(self.session, self.mentee)

    def withdraw(self) -> erasure.Withdrawal:
        shown = erasure.preview(self.session, self.actor, now=NOW)
        return erasure.withdraw(self.session, self.actor, shown.consent_id, now=NOW)


@pytest.fixture
def school(session: Session) -> School:
    return School(session)


def stored_texts(session: Session) -> str:
    """Everything that any text column of any table holds."""
    session.flush()
    found: list[str] = []
    for table in Base.metadata.sorted_tables:
        for row in session.execute(text(f"SELECT * FROM {table.name}")):
            found += [str(value) for value in row if isinstance(value, str)]
    # JSON columns hold Cyrillic letters as escapes.
    return "\n".join(one.encode().decode("unicode_escape") if "\\u" in one else one for one in found)


def the_alert(session: Session) -> Alert:
    return session.scalars(select(Alert).where(Alert.kind == AlertKind.CONSENT_WITHDRAWN)).one()


# ---- what is stored


def test_a_person_sees_all_that_is_stored_about_them(session: Session, school: School) -> None:
    duty_ticks.tick_opening(session, now=datetime(2026, 11, 16, 21, 30, tzinfo=UTC))
    data = personal_data.my_data(session, school.actor, now=NOW)
    assert data.full_name == " ".join(NAME)
    assert data.chat_id == school.chat_id
    assert [(one.role, one.status) for one in data.participations] == [(Role.MENTEE, MembershipStatus.ACTIVE)]
    assert data.applications[0].answers["hopes"] == HOPES
    assert [partner.last for pair in data.pairs for partner in pair.partners] == ["Орлова"]
    assert [meeting.place for meeting in data.meetings] == [PLACE, PLACE]
    assert data.next_meeting is not None
    assert data.next_meeting.starts_at == school.coming.starts_at
    assert data.feedback[0].answers["usefulness"] == 3
    assert [duty.activity for duty in data.duties] == ["Собрать заявления"] * 2
    assert [(one.comment, one.file_name) for one in data.evidence] == [(COMMENT, None), ("", FILE_NAME)]
    assert data.notifications_waiting == 3
    assert {one.act for one in data.acts} == {"duty.completed", "duty.evidence_added"}
    assert data.may_withdraw


def test_nobody_sees_what_is_stored_about_others(session: Session, school: School) -> None:
    data = personal_data.my_data(session, actor_of(session, school.mentor), now=NOW)
    assert HOPES not in repr(data)
    assert COMMENT not in repr(data)
    assert data.feedback == ()
    assert data.applications == ()


def test_a_pair_that_never_began_tells_no_names(session: Session, school: School) -> None:
    other = make_person(session, Role.MENTOR, school.organization, last="Секретная")
    make_pair(session, other, school.mentee, MentorshipStatus.PROPOSED)
    for one in (other, school.mentee):
        pairs = personal_data.my_data(session, actor_of(session, one), now=NOW).pairs
        assert pairs[-1].partners == ()


# ---- what a withdrawal leaves


def test_after_a_withdrawal_no_table_holds_a_name_or_a_typed_text(session: Session, school: School) -> None:
    before = stored_texts(session)
    assert all(typed in before for typed in TYPED)
    school.withdraw()
    after = stored_texts(session)
    assert [typed for typed in TYPED if typed in after] == []
    assert str(school.chat_id) not in after.replace(f"{school.chat_id}0", "")
    assert "Орлова" in after


def test_the_chat_becomes_a_strangers(session: Session, school: School) -> None:
    school.withdraw()
    session.expire_all()
    assert find_actor(session, school.chat_id) is None
    assert session.scalars(select(InboxUpdate.chat_id)).all() == [None]
    assert session.scalars(select(Form.key)).all() == [f"1:{school.chat_id}0:{school.chat_id}0::default"]


def test_everything_stops_at_once(session: Session, school: School) -> None:
    outbox.notify(
        session,
        kind="feedback.offered",
        key="feedback:1",
        person_id=school.mentee.person_id,
        payload={},
        due_at=NOW,
        now=NOW,
    )
    school.withdraw()
    assert school.mentee.status == MembershipStatus.LEFT
    assert school.pair.status == MentorshipStatus.CLOSED
    assert (school.coming.status, school.held.status) == (MeetingStatus.CANCELLED, MeetingStatus.HELD)
    waiting = (
        Notification.person_id == school.mentee.person_id,
        Notification.status == NotificationStatus.PENDING,
    )
    assert session.scalars(select(Notification).where(*waiting)).all() == []
    own = (Consent.person_id == school.mentee.person_id, Consent.kind == ConsentKind.PERSONAL_DATA)
    consent = session.scalars(select(Consent).where(*own)).one()
    assert (consent.status, consent.withdrawn_at) == (ConsentStatus.WITHDRAWN, NOW)


def test_numbers_stay_and_nobody_can_tell_whose_they_are(session: Session, school: School) -> None:
    old_pseudonym = school.mentee.person.pseudonym
    school.withdraw()
    feedback = session.scalars(select(Feedback)).one()
    assert feedback.answers == {"usefulness": 3, "trust": 9}
    assert school.mentee.person.pseudonym != old_pseudonym
    assert [one.file_id for one in session.scalars(select(Evidence))] == [None, None]


def test_an_open_application_is_withdrawn_and_emptied(session: Session, school: School) -> None:
    school.application.status = ApplicationStatus.SUBMITTED
    alerts.raise_alert(
        session,
        organization_id=school.organization.id,
        kind=AlertKind.APPLICATION_WAITING,
        cause="application:1",
        subject={"application_id": school.application.id},
        since=NOW,
        now=NOW,
    )
    school.withdraw()
    assert (school.application.status, school.application.answers) == (ApplicationStatus.WITHDRAWN, {})
    settled = session.scalars(select(Alert).where(Alert.cause == "application:1")).one()
    assert settled.status == AlertStatus.RESOLVED


def test_the_case_is_on_its_legal_clock_and_holds_no_data(session: Session, school: School) -> None:
    withdrawal = school.withdraw()
    case = session.scalars(select(ErasureCase)).one()
    assert case.due_at - case.opened_at == timedelta(days=30)
    assert (case.anonymised_at, case.erased) == (NOW, withdrawal.erased)
    assert "names: 1" in case.erased
    assert "evidence: 2" in case.erased
    query = select(AuditRecord.subject_id).where(AuditRecord.act == "consent.withdrawn")
    assert session.scalars(query).all() == [school.mentee.person_id]


# ---- who hears of it


def test_the_curator_learns_a_code_and_what_needs_a_hand(session: Session, school: School) -> None:
    school.withdraw()
    alert = the_alert(session)
    report = erasure.report(session, actor_of(session, school.curator), alert.id)
    assert [(one.code, one.is_known, one.role) for one in report.who] == [
        (school.mentee.code, False, Role.MENTEE)
    ]
    assert [(one.partner.last, one.role, one.waits_again) for one in report.pairs] == [
        ("Орлова", Role.MENTOR, False)
    ]
    assert report.meetings == 1
    assert [duty.id for duty in report.duties] == [school.undone.id]
    told = select(Notification.person_id).where(
        Notification.kind == "alerts.raised", Notification.topic == f"alert:{alert.id}"
    )
    assert session.scalars(told).all() == [school.curator.person_id]
    with pytest.raises(NotAllowed):
        erasure.report(session, actor_of(session, school.mentor), alert.id)


def test_duties_of_who_left_fall_to_the_curators_and_leave_their_list_when_one_takes_them(
    session: Session, school: School
) -> None:
    second = make_person(session, Role.CURATOR, school.organization, last="Вторая")
    school.withdraw()
    curator = actor_of(session, school.curator)
    shown = duty_views.see(session, curator, school.undone.id, now=NOW)
    assert [one.person_id for one in shown.responsible] == [school.curator.person_id, second.person_id]
    duties.take_over(session, curator, school.undone.id, now=NOW)
    assert erasure.report(session, curator, the_alert(session).id).duties == ()


def test_a_duty_with_several_people_stays_with_the_others(session: Session, school: School) -> None:
    shared = make_duty(session, school.mentee, school.mentor, due_on=date(2026, 12, 1))
    school.withdraw()
    assert [one.id for one in shared.responsible] == [school.mentor.person_id]
    report = erasure.report(session, actor_of(session, school.curator), the_alert(session).id)
    assert [duty.id for duty in report.duties] == [school.undone.id]


def test_nothing_in_a_plan_means_who_left_any_more(session: Session, school: School) -> None:
    controlled = make_duty(session, school.mentor, due_on=date(2026, 12, 1))
    controlled.controller_id = school.mentee.person_id
    meant = ResponsibleMatch(
        organization_id=school.organization.id, phrase="ответственный", person_id=school.mentee.person_id
    )
    session.add(meant)
    session.flush()
    assert len(personal_data.my_data(session, school.actor, now=NOW).duties) == 3
    school.withdraw()
    session.expire_all()
    assert session.scalars(select(Occurrence.controller_id).where(Occurrence.id == controlled.id)).all() == [
        None
    ]
    assert session.scalars(select(ResponsibleMatch)).all() == []
    assert all(school.mentee.person_id not in {one.id for one in item.named} for item in _items(session))


def _items(session: Session) -> Sequence[RoadmapItem]:
    return session.scalars(select(RoadmapItem)).all()


def test_why_somebody_moved_waived_or_returned_is_shown_to_them_and_goes_with_them(
    session: Session, school: School
) -> None:
    head = make_person(session, Role.HEAD, school.organization, last="Смирнов")
    curator, director = actor_of(session, school.curator), actor_of(session, head)
    draft = make_plan(session, school.organization, make_item("до 10 октября"), live=False)
    plan_drafts.submit(session, curator, draft.id, now=NOW)
    plan_drafts.send_back(session, director, draft.id, "Вернула Смирнова", now=NOW)
    moved, waived = (make_duty(session, school.mentor, due_on=date(2026, 12, day)) for day in (1, 2))
    duty_changes.move(session, curator, moved.id, date(2026, 12, 10), "Иванова на курсах", now=NOW)
    duty_changes.waive(session, director, waived.id, "Смирнова на больничном", now=NOW)
    reasons = {
        one.person_id: personal_data.my_data(session, one, now=NOW).reasons for one in (curator, director)
    }
    assert [one.reason for one in reasons[curator.person_id]] == ["Иванова на курсах"]
    assert [(one.about, one.reason, one.is_plan) for one in reasons[director.person_id]] == [
        ("Составить базу", "Смирнова на больничном", False),
        ("Дорожная карта", "Вернула Смирнова", True),
    ]
    shown = erasure.preview(session, director, now=NOW)
    withdrawal = erasure.withdraw(session, director, shown.consent_id, now=NOW)
    assert "reasons: 2" in withdrawal.erased
    after = stored_texts(session)
    assert "Смирнова" not in after
    assert "Иванова на курсах" in after
    session.expire_all()
    assert (waived.status, waived.reason, draft.return_reason) == (OccurrenceStatus.WAIVED, "", "")


def test_a_reason_that_no_longer_holds_is_nobodys(session: Session, school: School) -> None:
    head = make_person(session, Role.HEAD, school.organization, last="Смирнов")
    curator, director = actor_of(session, school.curator), actor_of(session, head)
    duty_changes.waive(session, director, school.undone.id, "Ошибка", now=NOW)
    duty_changes.resume(session, director, school.undone.id, now=NOW)
    draft = make_plan(session, school.organization, make_item("до 10 октября"), live=False)
    plan_drafts.submit(session, curator, draft.id, now=NOW)
    plan_drafts.send_back(session, director, draft.id, "Нет сроков", now=NOW)
    plan_drafts.submit(session, curator, draft.id, now=NOW)
    assert personal_data.my_data(session, director, now=NOW).reasons == ()


def test_a_person_sees_where_the_plans_mean_them(session: Session, school: School) -> None:
    make_plan(session, school.organization, make_item("по мере необходимости", school.mentor))
    curator, mentor = actor_of(session, school.curator), actor_of(session, school.mentor)
    phrase, place = "зам. директора по УВР", school.organization.id
    responsibles.remember(session, curator, place, phrase, [], [mentor.person_id], now=NOW)
    data = personal_data.my_data(session, mentor, now=NOW)
    assert [(one.organization, one.plan, one.activity) for one in data.namings] == [
        ("Школа № 1", "Дорожная карта", "Составить базу")
    ]
    assert [(one.organization, one.phrase) for one in data.meanings] == [
        ("Школа № 1", responsible_words.key_of(phrase))
    ]
    others = personal_data.my_data(session, curator, now=NOW)
    assert (others.namings, others.meanings) == ((), ())


@pytest.mark.parametrize("language", LANGUAGES)
def test_what_a_person_typed_and_where_they_are_meant_is_in_their_file(
    session: Session, school: School, language: str
) -> None:
    curator = actor_of(session, school.curator)
    phrase, place = "Совет наставников", school.organization.id
    responsibles.remember(session, curator, place, phrase, [], [curator.person_id], now=NOW)
    plan = make_plan(session, school.organization, make_item("до 10 октября", school.curator), title="Карта")
    duty_changes.move(session, curator, duties_of(plan)[0].id, date(2026, 12, 10), "Карантин", now=NOW)
    plan.return_reason, plan.returned_by_id = "Нет сроков", curator.person_id
    session.flush()
    data = personal_data.my_data(session, curator, now=NOW)
    lines = [
        line for one in sections(TEXTS.translator(language), data, "Europe/Moscow") for line in one.lines
    ]
    for words in (("Составить базу", "Карантин"), ("Карта", "Нет сроков"), ("Карта", "Составить базу")):
        assert any(all(word in line for word in words) for line in lines), words
    assert any(responsible_words.key_of(phrase) in line and "Школа № 1" in line for line in lines)


def test_what_an_archived_plan_left_undone_falls_to_nobody(session: Session, school: School) -> None:
    late = make_duty(session, school.mentee, due_on=date(2026, 9, 1))
    assert erasure.preview(session, school.actor, now=NOW).duties == 2
    roadmaps.retire(session, late.item.roadmap, now=NOW)
    session.flush()
    assert erasure.preview(session, school.actor, now=NOW).duties == 1
    school.withdraw()
    curator = actor_of(session, school.curator)
    alert = the_alert(session)
    assert [one.id for one in erasure.report(session, curator, alert.id).duties] == [school.undone.id]
    assert school.curator.person_id not in {one.id for one in late.responsible}
    school.undone.status = OccurrenceStatus.OVERDUE
    roadmaps.retire(session, school.undone.item.roadmap, now=NOW)
    session.flush()
    assert school.undone.responsible
    assert erasure.report(session, curator, alert.id).duties == ()


def test_the_partner_is_told_that_the_pair_and_the_meeting_ended(session: Session, school: School) -> None:
    school.withdraw()
    mentors = (
        Notification.person_id == school.mentor.person_id,
        Notification.status == NotificationStatus.PENDING,
    )
    kinds = session.scalars(select(Notification.kind).where(*mentors).order_by(Notification.kind)).all()
    assert kinds == ["pairing.ended", "privacy.meeting_cancelled"]
    person_id = school.mentor.person_id
    assert erasure.cancelled_meeting(session, person_id, school.coming.id) == school.coming.starts_at
    assert erasure.cancelled_meeting(session, school.curator.person_id, school.coming.id) is None


def test_a_mentee_whose_mentor_withdrew_waits_again(session: Session, school: School) -> None:
    mentor = actor_of(session, school.mentor)
    erasure.withdraw(session, mentor, erasure.preview(session, mentor, now=NOW).consent_id, now=NOW)
    assert school.mentee.unpaired_since == NOW
    assert school.mentee.status == MembershipStatus.ACTIVE
    report = erasure.report(session, actor_of(session, school.curator), the_alert(session).id)
    assert [(one.role, one.waits_again) for one in report.pairs] == [(Role.MENTEE, True)]


def test_alerts_about_the_pair_need_no_decision_any_more(session: Session, school: School) -> None:
    school.withdraw()
    low = session.scalars(select(Alert).where(Alert.kind == AlertKind.LOW_ANSWER)).one()
    assert (low.status, low.resolution) == (AlertStatus.RESOLVED, "consent_withdrawn")


def test_when_the_only_curator_withdraws_the_head_is_told(session: Session, school: School) -> None:
    head = make_person(session, Role.HEAD, school.organization, last="Директорова")
    curator = actor_of(session, school.curator)
    erasure.withdraw(session, curator, erasure.preview(session, curator, now=NOW).consent_id, now=NOW)
    alert = the_alert(session)
    assert alert.level == Role.HEAD
    assert erasure.report(session, actor_of(session, head), alert.id).who[0].role == Role.CURATOR


def test_people_of_two_schools_leave_both(session: Session, school: School) -> None:
    second = make_organization(session, name="Школа № 2")
    person = school.mentee.person
    session.add(
        Membership(
            person=person,
            organization=second,
            role=Role.MENTOR,
            status=MembershipStatus.ACTIVE,
            profile={"hopes": HOPES},
            created_at=NOW,
        )
    )
    session.add(
        Consent(
            person_id=person.id,
            organization_id=second.id,
            kind="personal_data",
            status=ConsentStatus.GIVEN,
            text_version="1",
            text_sha256="0" * 64,
            language="ru",
            asked_at=NOW,
        )
    )
    session.flush()
    assert len(school.withdraw().case_ids) == 2
    assert HOPES not in stored_texts(session)
    places = session.scalars(select(Alert.organization_id).where(Alert.kind == AlertKind.CONSENT_WITHDRAWN))
    assert sorted(places) == sorted([school.organization.id, second.id])


# ---- buttons of an earlier day, and the tick


def test_an_old_button_cannot_withdraw_a_later_consent(session: Session, school: School) -> None:
    with pytest.raises(NoLongerCurrent):
        erasure.withdraw(session, school.actor, 10**6, now=NOW)
    of_the_mentor = erasure.preview(session, actor_of(session, school.mentor), now=NOW).consent_id
    with pytest.raises(NoLongerCurrent):
        erasure.withdraw(session, school.actor, of_the_mentor, now=NOW)
    assert school.mentee.status == MembershipStatus.ACTIVE


def test_without_a_consent_there_is_nothing_to_withdraw(session: Session, school: School) -> None:
    newcomer = make_person(session, Role.MENTEE, school.organization, consent=False)
    with pytest.raises(erasure.NothingToWithdraw):
        erasure.preview(session, actor_of(session, newcomer), now=NOW)
    assert not personal_data.my_data(session, actor_of(session, newcomer), now=NOW).may_withdraw


def test_a_case_opened_on_paper_is_settled_by_the_tick_once(session: Session, school: School) -> None:
    session.add(ErasureCase.open(school.mentee.person_id, school.organization.id, NOW))
    session.flush()
    assert erasure.tick_erasure(session, now=NOW) == 1
    assert [typed for typed in TYPED if typed in stored_texts(session)] == []
    assert erasure.tick_erasure(session, now=NOW + timedelta(minutes=1)) == 0
    assert session.scalars(select(Mentorship.status)).all() == [MentorshipStatus.CLOSED]
    assert the_alert(session).status == AlertStatus.OPEN


def test_the_update_that_withdrew_is_forgotten_by_the_next_tick(session: Session, school: School) -> None:
    mentor_chat = school.mentor.person.chat_id
    for number, chat_id in ((2, school.chat_id), (3, mentor_chat)):
        session.add(
            InboxUpdate(
                id=number,
                chat_id=chat_id,
                kind="callback_query",
                status=InboxStatus.EFFECTED,
                received_at=NOW,
            )
        )
    school.withdraw()
    for row in session.scalars(select(InboxUpdate).where(InboxUpdate.id > 1)):
        row.status = InboxStatus.SETTLED
    erasure.tick_erasure(session, now=NOW + timedelta(minutes=1))
    chats = select(InboxUpdate.id, InboxUpdate.chat_id).execution_options(populate_existing=True)
    assert dict(session.execute(chats).all()) == {1: None, 2: None, 3: mentor_chat}


def test_nothing_more_is_sent_to_who_has_withdrawn(session: Session, school: School) -> None:
    school.withdraw()
    outbox.notify(
        session,
        kind="meetings.reminder",
        key="late",
        person_id=school.mentee.person_id,
        payload={},
        due_at=NOW,
        now=NOW,
    )
    due = claims.claim(session, "worker", now=NOW)
    assert school.mentee.person_id not in {one.person_id for one in due}
