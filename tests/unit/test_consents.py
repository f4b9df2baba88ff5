"""The rules of consents: what counts, what blocks an order, how a term is checked, who is asked again."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta
from functools import partial
from typing import Any

import pytest
from sqlalchemy import select
from sqlalchemy.orm import Session

from bot.settings import ROOT
from models import (
    Alert,
    AlertKind,
    AlertStatus,
    AmendmentKind,
    AuditRecord,
    Consent,
    ConsentKind,
    ConsentStatus,
    Guardianship,
    Membership,
    MembershipStatus,
    Mentorship,
    MentorshipStatus,
    Notification,
    Organization,
    Partition,
    RightsRequest,
    Role,
)
from services import (
    amendments,
    consent_asking,
    consent_desk,
    consent_standing,
    consent_ticks,
    consents,
    content,
    helpers,
    local_acts,
    pairing_orders,
    publication_consents,
    written_consents,
)
from services.access import Actor
from services.amendments import AmendmentPending, TermIsTheSame, TermOutOfRange
from services.consent_desk import DeskState, OrderDependsOnIt, OwnPaper
from services.consent_records import Asking
from services.consent_standing import Lack
from services.consent_views import ConsentState
from services.consents import WordsChanged
from services.content import LANGUAGES, Content
from services.errors import NoLongerCurrent, NotAllowed, NothingChosen
from services.local_acts import NotALink
from services.pairing_orders import AlreadyOrdered, OrderBeforeConsent, OrderBlocked
from services.publication_consents import Publication, PublicationTermUnfit, TooManyResources
from services.text_limits import telegram_length
from tests.support.factories import (
    NOW,
    actor_of,
    make_organization,
    make_pair,
    make_person,
    written_consent,
)

TODAY = NOW.date()


@pytest.fixture
def loaded() -> Content:
    return content.load(ROOT / "content")


@pytest.fixture
def school(session: Session) -> Organization:
    return make_organization(session)


@pytest.fixture
def curator(session: Session, school: Organization) -> Actor:
    return actor_of(session, make_person(session, Role.CURATOR, school, last="Орлова"))


@pytest.fixture
def mentor(session: Session, school: Organization) -> Membership:
    return make_person(session, Role.MENTOR, school, last="Лебедева", mentor_consent=False)


@pytest.fixture
def mentee(session: Session, school: Organization) -> Membership:
    return make_person(session, Role.MENTEE, school, last="Соколова")


@pytest.fixture
def pair(session: Session, mentor: Membership, mentee: Membership) -> Mentorship:
    return make_pair(session, mentor, mentee, consents=False)


def of_kind(session: Session, kind: ConsentKind, owner: Membership | None = None) -> list[Consent]:
    query = select(Consent).where(Consent.kind == kind).order_by(Consent.id)
    if owner is not None:
        query = query.where(Consent.person_id == owner.person_id)
    return list(session.scalars(query))


def reply(
    session: Session,
    who: Membership,
    consent: Consent,
    loaded: Content,
    *,
    agrees: bool = True,
    **fields: Any,
) -> consents.OwnConsent:
    values: dict[str, Any] = {
        "version": loaded.consent(consent.kind.value).version,
        "language": "ru",
        "now": NOW,
    } | fields
    actor = actor_of(session, who)
    return consents.answer(session, actor, consent.id, agrees=agrees, content=loaded, **values)


# ---- the texts


@pytest.mark.requirement("L-1-2", "L-2-2")
@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("kind", list(ConsentKind))
def test_every_kind_has_a_document_of_its_own(loaded: Content, kind: ConsentKind, language: str) -> None:
    text = loaded.consent(kind.value)
    body = text.body.in_language(language)
    assert telegram_length(body) > 500
    assert "{organization}" in body
    withdrawal, voluntary = {
        "ru": (("отозвать", "Отказаться можно"), "добровольно"),
        "tt": (("кире алырга", "баш тартырга мөмкин"), "ирекле"),
        "en": (("withdraw", "may refuse"), "voluntary"),
    }[language]
    assert any(words in body for words in withdrawal)
    assert voluntary in body
    assert text.written == (kind in (ConsentKind.MENTOR, ConsentKind.EXTRA_DUTIES))


# ---- what lacks


@pytest.mark.requirement("N-3.2", "N-3.3-5")
def test_what_lacks_is_said_of_every_member_and_every_kind(
    session: Session, loaded: Content, mentor: Membership, mentee: Membership, pair: Mentorship
) -> None:
    def lacks() -> list[tuple[ConsentKind, str, Lack]]:
        found = consent_standing.of_pair(session, pair, TODAY).missing
        return [(one.kind, one.name.last, one.why) for one in found]

    assert lacks() == [
        (ConsentKind.MENTOR, "Лебедева", Lack.NOT_ASKED),
        (ConsentKind.EXTRA_DUTIES, "Лебедева", Lack.NOT_ASKED),
        (ConsentKind.EXTRA_DUTIES, "Соколова", Lack.NOT_ASKED),
    ]
    assert consent_ticks.tick_ask(session, loaded, now=NOW) == 3
    assert consent_ticks.tick_ask(session, loaded, now=NOW) == 0
    (own,) = of_kind(session, ConsentKind.MENTOR)
    reply(session, mentor, own, loaded)
    (first, second) = of_kind(session, ConsentKind.EXTRA_DUTIES)
    reply(session, mentor, first, loaded, agrees=False)
    assert [why for _, _, why in lacks()] == [Lack.ORIGINAL, Lack.REFUSED, Lack.UNANSWERED]
    own.receive_original("1", TODAY, mentor.person_id, NOW)
    second.give(NOW)
    second.withdraw(NOW)
    assert [why for _, _, why in lacks()] == [Lack.REFUSED, Lack.WITHDRAWN]


def test_a_consent_counts_only_for_its_school_and_its_pair(
    session: Session, mentor: Membership, mentee: Membership, pair: Mentorship
) -> None:
    other = make_organization(session, name="Школа № 2")
    elsewhere = written_consent(mentor, ConsentKind.MENTOR)
    elsewhere.organization_id = other.id
    another_pair = make_pair(session, mentor, make_person(session, Role.MENTEE, mentor.organization))
    session.add(elsewhere)
    session.add(written_consent(mentee, ConsentKind.EXTRA_DUTIES, another_pair))
    session.flush()
    missing = consent_standing.of_pair(session, pair, TODAY).missing
    assert {one.kind for one in missing} == {ConsentKind.MENTOR, ConsentKind.EXTRA_DUTIES}
    assert len(missing) == 3


def test_whoever_refused_or_withdrew_is_not_asked_again_by_itself(
    session: Session, loaded: Content, mentor: Membership
) -> None:
    consent_ticks.tick_ask(session, loaded, now=NOW)
    (own,) = of_kind(session, ConsentKind.MENTOR)
    reply(session, mentor, own, loaded, agrees=False)
    assert consent_ticks.tick_ask(session, loaded, now=NOW + timedelta(days=9)) == 0


# ---- answering


def test_an_answer_belongs_to_the_words_that_were_shown(
    session: Session, loaded: Content, mentor: Membership
) -> None:
    consent_ticks.tick_ask(session, loaded, now=NOW)
    (own,) = of_kind(session, ConsentKind.MENTOR)
    with pytest.raises(WordsChanged):
        reply(session, mentor, own, loaded, version="0")
    with pytest.raises(WordsChanged):
        reply(session, mentor, own, loaded, language="xx")
    assert own.status == ConsentStatus.ASKED
    reply(session, mentor, own, loaded, language="tt")
    assert (own.language, own.text_sha256) == ("tt", loaded.consent("mentor").sha256("tt"))


def test_the_first_consent_of_a_newcomer_is_not_answered_here(
    session: Session, loaded: Content, mentee: Membership
) -> None:
    asking = Asking(mentee.person_id, mentee.organization_id, ConsentKind.PERSONAL_DATA, role=Role.MENTOR)
    asked = consent_asking.ask(session, asking, loaded, now=NOW, tell=False)
    actor = actor_of(session, mentee)
    assert consents.waiting(session, actor, now=NOW) == ()
    with pytest.raises(NoLongerCurrent):
        reply(session, mentee, asked, loaded)


def test_an_admitting_consent_is_withdrawn_another_way(
    session: Session, loaded: Content, mentee: Membership
) -> None:
    (own,) = of_kind(session, ConsentKind.PERSONAL_DATA, mentee)
    with pytest.raises(NoLongerCurrent):
        consents.withdraw_one(session, actor_of(session, mentee), own.id, now=NOW)
    assert own.status == ConsentStatus.GIVEN


def test_a_second_withdrawal_changes_nothing(session: Session, mentor: Membership) -> None:
    given = written_consent(mentor, ConsentKind.MENTOR)
    session.add(given)
    session.flush()
    actor = actor_of(session, mentor)
    for later in (timedelta(0), timedelta(hours=1)):
        shown = consents.withdraw_one(session, actor, given.id, now=NOW + later)
        assert shown.view.state == ConsentState.WITHDRAWN
    assert given.withdrawn_at == NOW
    found = session.scalars(select(Alert).where(Alert.kind == AlertKind.CONSENT_REFUSED)).all()
    assert len(found) == 1


def test_a_representative_answers_for_a_minor_and_for_nobody_of_age(
    session: Session, loaded: Content, school: Organization
) -> None:
    pupil = make_person(session, Role.MENTOR, school, partition=Partition.PUPIL, mentor_consent=False)
    parents = [make_person(session, Role.PARENT, school) for _ in range(2)]
    pupil.person.born_on = date(2010, 5, 5)
    for parent in parents:
        session.add(
            Guardianship(
                parent_id=parent.person_id, child_id=pupil.person_id, organization_id=school.id, since=NOW
            )
        )
    session.flush()
    consent_ticks.tick_ask(session, loaded, now=NOW)
    (asked,) = of_kind(session, ConsentKind.MENTOR)
    with pytest.raises(NotAllowed):
        reply(session, pupil, asked, loaded)
    reply(session, parents[0], asked, loaded)
    assert asked.given_by_id == parents[0].person_id
    assert consent_asking.answerer(session, pupil.person, date(2028, 5, 5)) is None


# ---- a new version


def renewed(loaded: Content, kind: str, *, substantial: bool) -> Content:
    text = loaded.consent(kind)
    changes = {"version": "7", "substantial_since": "7" if substantial else "1"}
    loaded._consents[kind] = text.model_copy(update=changes)
    return loaded


def test_a_written_renewal_replaces_the_old_one_only_with_its_paper(
    session: Session, loaded: Content, curator: Actor, mentor: Membership
) -> None:
    old = written_consent(mentor, ConsentKind.MENTOR)
    session.add(old)
    session.flush()
    assert consent_ticks.tick_reask(session, renewed(loaded, "mentor", substantial=False), now=NOW) == 0
    changed = renewed(loaded, "mentor", substantial=True)
    assert consent_ticks.tick_reask(session, changed, now=NOW) == 1
    assert consent_ticks.tick_reask(session, changed, now=NOW) == 0
    new = of_kind(session, ConsentKind.MENTOR)[-1]
    reply(session, mentor, new, changed)
    assert (old.status, new.status) == (ConsentStatus.GIVEN, ConsentStatus.GIVEN)
    assert consent_standing.of_mentor(session, mentor, TODAY) is None
    consent_desk.record_paper(session, curator, changed, new.id, "2", TODAY, now=NOW)
    assert old.status == ConsentStatus.SUPERSEDED
    assert consent_standing.of_mentor(session, mentor, TODAY) is None


def test_refusing_a_new_version_leaves_the_old_consent_in_force(
    session: Session, loaded: Content, mentee: Membership
) -> None:
    changed = renewed(loaded, "personal_data", substantial=True)
    consent_ticks.tick_reask(session, changed, now=NOW)
    old, new = of_kind(session, ConsentKind.PERSONAL_DATA, mentee)
    reply(session, mentee, new, changed, agrees=False)
    assert (old.status, new.status) == (ConsentStatus.GIVEN, ConsentStatus.REFUSED)
    alert = session.scalars(select(Alert)).one()
    assert alert.kind == AlertKind.CONSENT_REFUSED
    consent_ticks.tick_reask(session, changed, now=NOW + timedelta(days=1))
    assert len(of_kind(session, ConsentKind.PERSONAL_DATA, mentee)) == 2


# ---- the desk


def test_the_desk_counts_by_state_and_hides_whoever_withdrew_everything(
    session: Session, loaded: Content, curator: Actor, mentor: Membership, pair: Mentorship
) -> None:
    consent_ticks.tick_ask(session, loaded, now=NOW)
    view = consent_desk.desk(session, curator, None, DeskState.WAITING, now=NOW)
    assert (view.counts[DeskState.WAITING], view.without_order, len(view.found.items)) == (3, 1, 3)
    mentor.person.frozen_at = NOW
    session.flush()
    view = consent_desk.desk(session, curator, None, DeskState.WAITING, now=NOW)
    assert view.counts[DeskState.WAITING] == 1
    (own,) = of_kind(session, ConsentKind.MENTOR)
    with pytest.raises(NoLongerCurrent):
        consent_desk.see(session, curator, own.id, now=NOW)


def test_a_paper_is_not_taken_back_below_an_order(
    session: Session, loaded: Content, curator: Actor, school: Organization
) -> None:
    one, two = make_person(session, Role.MENTOR, school), make_person(session, Role.MENTEE, school)
    ordered = make_pair(session, one, two)
    pairing_orders.record(session, curator, [ordered.id], "3", TODAY, "О парах", loaded.act_kinds(), now=NOW)
    for given in (*of_kind(session, ConsentKind.MENTOR), *of_kind(session, ConsentKind.EXTRA_DUTIES)):
        with pytest.raises(OrderDependsOnIt):
            consent_desk.undo_paper(session, curator, given.id, now=NOW)


def test_nobody_records_their_own_paper(
    session: Session, loaded: Content, school: Organization, mentor: Membership
) -> None:
    curator = Membership(
        person=mentor.person,
        organization=school,
        role=Role.CURATOR,
        status=MembershipStatus.ACTIVE,
        profile={},
        created_at=NOW,
    )
    session.add(curator)
    consent_ticks.tick_ask(session, loaded, now=NOW)
    (own,) = of_kind(session, ConsentKind.MENTOR)
    with pytest.raises(OwnPaper):
        consent_desk.record_paper(session, actor_of(session, mentor), loaded, own.id, "1", TODAY, now=NOW)
    assert own.status == ConsentStatus.ASKED


def test_nothing_is_asked_or_reported_of_whoever_withdrew_everything(
    session: Session, loaded: Content, mentor: Membership
) -> None:
    consent_ticks.tick_ask(session, loaded, now=NOW)
    mentor.person.frozen_at = NOW
    session.flush()
    assert consent_ticks.tick_unanswered(session, now=NOW + timedelta(days=40)) == 0
    assert consent_ticks.tick_lapse(session, now=NOW) == 1
    assert consent_ticks.tick_ask(session, loaded, now=NOW) == 0


# ---- orders


@pytest.mark.requirement("N-3.3-5", "N-3.2")
def test_an_order_is_blocked_by_each_consent_that_lacks(
    session: Session, loaded: Content, curator: Actor, school: Organization
) -> None:
    one, two = make_person(session, Role.MENTOR, school), make_person(session, Role.MENTEE, school)
    fresh = make_pair(session, one, two)
    kinds = loaded.act_kinds()
    for given in (*of_kind(session, ConsentKind.MENTOR), *of_kind(session, ConsentKind.EXTRA_DUTIES)):
        received, given.original_received_at = given.original_received_at, None
        session.flush()
        with pytest.raises(OrderBlocked):
            pairing_orders.record(session, curator, [fresh.id], "3", TODAY, "О парах", kinds, now=NOW)
        assert pairing_orders.tick_ready(session, now=NOW) == 0
        given.original_received_at = received
    session.flush()
    with pytest.raises(OrderBeforeConsent):
        pairing_orders.record(
            session, curator, [fresh.id], "3", TODAY - timedelta(days=1), "О парах", kinds, now=NOW
        )
    assert pairing_orders.tick_ready(session, now=NOW) == 1
    assert pairing_orders.tick_ready(session, now=NOW) == 0
    line = pairing_orders.record(session, curator, [fresh.id], "№ 3", TODAY, "О парах", kinds, now=NOW)
    assert (line.number, fresh.order_id) == ("3", line.act_id)
    assert pairing_orders.line(session, fresh.id) == line
    with pytest.raises(AlreadyOrdered):
        pairing_orders.record(session, curator, [fresh.id], "4", TODAY, "О парах", kinds, now=NOW)


def test_an_order_that_stands_in_the_register_is_taken_and_not_entered_twice(
    session: Session, loaded: Content, curator: Actor, school: Organization
) -> None:
    new = local_acts.NewAct(kind="pairing_order", number="8", dated_on=TODAY, title="О парах")
    act = local_acts.add(session, curator, school.id, new, loaded.act_kinds(), now=NOW)
    fresh = make_pair(
        session, make_person(session, Role.MENTOR, school), make_person(session, Role.MENTEE, school)
    )
    line = pairing_orders.record(
        session, curator, [fresh.id], "8", TODAY, "О парах", loaded.act_kinds(), now=NOW
    )
    assert line.act_id == act.id


def test_an_order_is_for_pairs_of_ones_own_school(
    session: Session, loaded: Content, curator: Actor, school: Organization
) -> None:
    other = make_organization(session, name="Школа № 2")
    foreign = make_pair(
        session, make_person(session, Role.MENTOR, other), make_person(session, Role.MENTEE, other)
    )
    own = make_pair(
        session, make_person(session, Role.MENTOR, school), make_person(session, Role.MENTEE, school)
    )
    for ids, error in (
        ([foreign.id], NotAllowed),
        ([own.id, foreign.id], NoLongerCurrent),
        ([], NothingChosen),
        ([own.id, 9999], NoLongerCurrent),
    ):
        with pytest.raises(error):
            pairing_orders.record(session, curator, ids, "1", TODAY, "О парах", loaded.act_kinds(), now=NOW)


# ---- changes of the term


@pytest.mark.requirement("N-7.2-1", "N-1.2-6")
@pytest.mark.parametrize(
    ("day", "error"),
    [
        (date(2026, 12, 6), TermOutOfRange),
        (date(2026, 12, 7), None),
        (date(2027, 9, 7), None),
        (date(2027, 9, 8), TermOutOfRange),
        (date(2027, 3, 1), TermIsTheSame),
    ],
)
def test_a_pair_works_three_months_to_a_year_from_its_beginning(
    session: Session, mentor: Membership, pair: Mentorship, day: date, error: type[Exception] | None
) -> None:
    pair.ends_on = date(2027, 3, 1)
    session.flush()
    term = amendments.may_propose(session, actor_of(session, mentor), pair.id, now=NOW)
    if error is None:
        assert amendments.check_end(term, day) == day
    else:
        with pytest.raises(error):
            amendments.check_end(term, day)


def test_months_end_on_the_last_day_of_a_shorter_month() -> None:
    assert amendments.months_after(date(2026, 11, 30), 3) == date(2027, 2, 28)
    assert amendments.months_after(date(2027, 11, 30), 3) == date(2028, 2, 29)
    assert amendments.months_after(date(2026, 9, 7), 12) == date(2027, 9, 7)


@pytest.mark.parametrize(
    ("old", "new", "kind"),
    [
        (None, date(2027, 1, 1), AmendmentKind.EXTENSION),
        (date(2027, 3, 1), date(2027, 1, 1), AmendmentKind.SHORTENING),
        (date(2027, 1, 1), date(2027, 3, 1), AmendmentKind.EXTENSION),
    ],
)
@pytest.mark.requirement("T-4.10")
def test_a_change_takes_effect_with_the_last_yes(
    session: Session,
    loaded: Content,
    mentor: Membership,
    mentee: Membership,
    pair: Mentorship,
    old: date | None,
    new: date,
    kind: AmendmentKind,
) -> None:
    pair.ends_on = old
    session.flush()
    amendments.propose(session, actor_of(session, mentor), loaded, pair.id, new_end=new, now=NOW)
    first, second = of_kind(session, ConsentKind.AMENDMENT)
    with pytest.raises(AmendmentPending):
        amendments.propose(session, actor_of(session, mentee), loaded, pair.id, text="Иное", now=NOW)
    reply(session, mentor, first, loaded)
    assert pair.ends_on == old
    reply(session, mentee, second, loaded)
    assert pair.ends_on == new
    term = amendments.of_pair(session, actor_of(session, mentor), pair.id, now=NOW)
    assert term.amendments[0].kind == kind
    with pytest.raises(NoLongerCurrent):
        consents.withdraw_one(session, actor_of(session, mentor), first.id, now=NOW)


def test_a_yes_becomes_a_no_before_everybody_has_answered(
    session: Session, loaded: Content, mentor: Membership, mentee: Membership, pair: Mentorship
) -> None:
    amendments.propose(session, actor_of(session, mentor), loaded, pair.id, text="Иное", now=NOW)
    first, second = of_kind(session, ConsentKind.AMENDMENT)
    reply(session, mentor, first, loaded)
    consents.withdraw_one(session, actor_of(session, mentor), first.id, now=NOW)
    with pytest.raises(NoLongerCurrent):
        reply(session, mentee, second, loaded)
    assert second.status == ConsentStatus.SUPERSEDED


def test_only_members_propose_and_only_the_proposer_takes_back(
    session: Session,
    loaded: Content,
    curator: Actor,
    mentor: Membership,
    mentee: Membership,
    pair: Mentorship,
) -> None:
    with pytest.raises(NotAllowed):
        amendments.propose(session, curator, loaded, pair.id, text="Иное", now=NOW)
    amendments.propose(session, actor_of(session, mentor), loaded, pair.id, text="Иное", now=NOW)
    pending = amendments.of_pair(session, curator, pair.id, now=NOW).pending
    assert pending is not None
    with pytest.raises(NotAllowed):
        amendments.take_back(session, actor_of(session, mentee), pending.id, now=NOW)
    for _ in range(2):
        term = amendments.take_back(session, actor_of(session, mentor), pending.id, now=NOW)
        assert term.pending is None


# ---- helpers


@pytest.mark.requirement("N-4.1-1")
def test_only_active_teachers_of_the_school_are_asked_to_help(
    session: Session, loaded: Content, school: Organization, mentor: Membership, pair: Mentorship
) -> None:
    free = make_person(session, Role.MENTEE, school, last="Аверина")
    make_person(session, Role.MENTOR, school, last="Былина", status=MembershipStatus.PAUSED)
    make_person(session, Role.MENTEE, school, last="Ветров", partition=Partition.PUPIL)
    make_person(session, Role.PARENT, school, last="Громова")
    foreign = make_person(session, Role.MENTEE, make_organization(session, name="Школа № 2"))
    actor = actor_of(session, mentor)
    found = helpers.colleagues(session, actor, pair.id)
    assert [one.membership_id for one in found.items] == [free.id]
    with pytest.raises(NoLongerCurrent):
        helpers.invite(session, actor, loaded, pair.id, foreign.id, now=NOW)
    with pytest.raises(NotAllowed):
        helpers.colleagues(session, actor_of(session, pair.mentees[0].membership), pair.id)


# ---- publications


def wanted(**fields: Any) -> Publication:
    values: dict[str, Any] = {
        "items": ("name",),
        "resources": ("https://school.example/a",),
        "recipients": "Школа",
        "conditions": "",
        "valid_until": TODAY + timedelta(days=30),
    }
    return Publication(**values | fields)


def test_what_may_be_published_is_what_is_in_force_today(
    session: Session, loaded: Content, curator: Actor, school: Organization, mentor: Membership
) -> None:
    actor = actor_of(session, mentor)
    number = publication_consents.ask(session, actor, loaded, school.id, 0, wanted(), now=NOW)
    given = session.get_one(Consent, number)

    def shown(now: Any = NOW) -> int:
        return publication_consents.board(session, curator, None, now=now).items.total

    assert shown() == 0
    reply(session, mentor, given, loaded)
    assert shown() == 1
    assert shown(NOW + timedelta(days=30)) == 1
    assert shown(NOW + timedelta(days=31)) == 0
    another = publication_consents.ask(
        session, actor, loaded, school.id, 0, wanted(items=("results",)), now=NOW
    )
    assert another != number
    reply(session, mentor, session.get_one(Consent, another), loaded)
    assert shown() == 2
    consents.withdraw_one(session, actor, given.id, now=NOW)
    assert shown() == 1
    assert session.scalars(select(RightsRequest)).one().person_id == mentor.person_id


@pytest.mark.parametrize(
    ("fields", "error"),
    [
        ({"items": ()}, NothingChosen),
        ({"items": ("passport",)}, NothingChosen),
        ({"resources": ("школа",)}, NotALink),
        ({"resources": ("javascript:alert(1)",)}, NotALink),
        ({"resources": tuple(f"https://a.example/{one}" for one in range(4))}, TooManyResources),
        ({"valid_until": TODAY}, PublicationTermUnfit),
        ({"valid_until": TODAY + timedelta(days=1100)}, PublicationTermUnfit),
    ],
)
def test_a_publication_names_data_pages_and_a_term(
    session: Session,
    loaded: Content,
    school: Organization,
    mentor: Membership,
    fields: dict[str, Any],
    error: type[Exception],
) -> None:
    actor = actor_of(session, mentor)
    with pytest.raises(error):
        publication_consents.ask(session, actor, loaded, school.id, 0, wanted(**fields), now=NOW)


def test_nobody_asks_about_others_but_those_who_keep_the_site(
    session: Session, loaded: Content, school: Organization, mentor: Membership, mentee: Membership
) -> None:
    with pytest.raises(NotAllowed):
        publication_consents.ask(
            session, actor_of(session, mentor), loaded, school.id, mentee.id, wanted(), now=NOW
        )
    editor = make_person(session, Role.EDITOR, school)
    assert (
        publication_consents.ask(
            session, actor_of(session, editor), loaded, school.id, mentee.id, wanted(), now=NOW
        )
        is None
    )
    told = session.scalars(select(Notification).where(Notification.kind == "consents.asked")).one()
    assert told.person_id == mentee.person_id


# ---- forms and clocks


def test_a_form_names_nobody_but_the_person_who_takes_it(
    session: Session, loaded: Content, mentor: Membership, mentee: Membership, pair: Mentorship
) -> None:
    consent_ticks.tick_ask(session, loaded, now=NOW)
    _, second = of_kind(session, ConsentKind.EXTRA_DUTIES)
    form = written_consents.own_form(session, actor_of(session, mentee), second.id, now=NOW)
    assert (form.signer, form.child, form.shows_pair) == (mentee.person.full_name, "", False)
    with pytest.raises(NotAllowed):
        written_consents.own_form(session, actor_of(session, mentor), second.id, now=NOW)
    mentee.organization.files_in_chat = False
    session.flush()
    form = written_consents.own_form(session, actor_of(session, mentee), second.id, now=NOW)
    assert form.signer == ""


def test_the_clock_of_originals_is_the_organisations(
    session: Session, loaded: Content, school: Organization, mentor: Membership
) -> None:
    school.original_wait_days = 5
    consent_ticks.tick_ask(session, loaded, now=NOW)
    (own,) = of_kind(session, ConsentKind.MENTOR)
    reply(session, mentor, own, loaded)
    assert consent_ticks.tick_originals(session, now=NOW + timedelta(days=4, hours=23)) == 0
    assert consent_ticks.tick_originals(session, now=NOW + timedelta(days=5)) == 1
    assert consent_ticks.tick_originals(session, now=NOW + timedelta(days=6)) == 0


def test_a_mentor_who_left_is_asked_no_longer(session: Session, loaded: Content, mentor: Membership) -> None:
    consent_ticks.tick_ask(session, loaded, now=NOW)
    mentor.status = MembershipStatus.PAUSED
    session.flush()
    assert consent_ticks.tick_lapse(session, now=NOW) == 0
    mentor.status = MembershipStatus.LEFT
    session.flush()
    assert consent_ticks.tick_lapse(session, now=NOW) == 1


def test_a_pair_that_has_ended_blocks_and_orders_nothing(
    session: Session, loaded: Content, curator: Actor, pair: Mentorship
) -> None:
    pair.status = MentorshipStatus.CLOSED
    session.flush()
    assert pairing_orders.count_without_order(session, pair.organization_id) == 0
    with pytest.raises(NoLongerCurrent):
        pairing_orders.record(session, curator, [pair.id], "1", TODAY, "О парах", loaded.act_kinds(), now=NOW)
    with pytest.raises(NoLongerCurrent):
        amendments.of_pair(session, curator, pair.id, now=NOW)


# ---- minors, and those who were


def make_pupil(session: Session, school: Organization, born_on: date, *parents: Membership) -> Membership:
    pupil = make_person(session, Role.MENTOR, school, partition=Partition.PUPIL, mentor_consent=False)
    pupil.person.born_on = born_on
    for parent in parents:
        session.add(
            Guardianship(
                parent_id=parent.person_id, child_id=pupil.person_id, organization_id=school.id, since=NOW
            )
        )
    session.flush()
    return pupil


def give_as_before(
    session: Session, owner: Membership, kind: ConsentKind, given_by: Membership | None = None
) -> Consent:
    """As it was given to the first version of the text."""
    consent = written_consent(owner, kind)
    consent.given_by_id = given_by.person_id if given_by else None
    session.add(consent)
    session.flush()
    return consent


def looks(session: Session, act: str) -> int:
    return len(session.scalars(select(AuditRecord).where(AuditRecord.act == act)).all())


def asked_messages(session: Session) -> list[int | None]:
    query = select(Notification.person_id).where(Notification.kind == "consents.asked")
    return list(session.scalars(query.order_by(Notification.id)))


def test_a_pupils_own_assent_is_renewed_by_the_pupil(
    session: Session, loaded: Content, school: Organization
) -> None:
    parent = make_person(session, Role.PARENT, school)
    pupil = make_pupil(session, school, date(2010, 5, 5), parent)
    give_as_before(session, pupil, ConsentKind.ASSENT)
    changed = renewed(loaded, "assent", substantial=True)
    assert consent_ticks.tick_reask(session, changed, now=NOW) == 1
    asked = of_kind(session, ConsentKind.ASSENT)[-1]
    assert (asked.given_by_id, asked_messages(session)) == (None, [pupil.person_id])
    with pytest.raises(NotAllowed):
        reply(session, parent, asked, changed)
    reply(session, pupil, asked, changed)


def test_consents_of_two_parents_are_renewed_once(
    session: Session, loaded: Content, school: Organization
) -> None:
    parents = [make_person(session, Role.PARENT, school) for _ in range(2)]
    pupil = make_pupil(session, school, date(2010, 5, 5), *parents)
    for parent in parents:
        give_as_before(session, pupil, ConsentKind.PARENTAL, parent)
    changed = renewed(loaded, "parental", substantial=True)
    for minute in range(4):
        consent_ticks.tick_reask(session, changed, now=NOW + timedelta(minutes=minute))
    assert len(asked_messages(session)) == 1


def test_nobody_is_asked_to_renew_a_parents_consent_after_coming_of_age(
    session: Session, loaded: Content, school: Organization
) -> None:
    parent = make_person(session, Role.PARENT, school)
    pupil = make_pupil(session, school, date(2008, 9, 1), parent)
    give_as_before(session, pupil, ConsentKind.PARENTAL, parent)
    session.scalars(select(Guardianship)).one().ended_at = NOW
    session.flush()
    changed = renewed(loaded, "parental", substantial=True)
    assert consent_ticks.tick_reask(session, changed, now=NOW) == 0


def test_whoever_came_of_age_answers_and_withdraws_what_a_parent_did_before(
    session: Session, loaded: Content, curator: Actor, school: Organization
) -> None:
    parent = make_person(session, Role.PARENT, school)
    pupil = make_pupil(session, school, date(2008, 9, 9), parent)
    given = give_as_before(session, pupil, ConsentKind.EXTRA_DUTIES, parent)
    consent_ticks.tick_ask(session, loaded, now=NOW)
    (asked,) = of_kind(session, ConsentKind.MENTOR)
    with pytest.raises(NotAllowed):
        consents.withdraw_one(session, actor_of(session, pupil), given.id, now=NOW)
    session.scalars(select(Guardianship)).one().ended_at = NOW
    session.flush()
    later = NOW + timedelta(days=4)
    assert consent_ticks.tick_remind(session, now=later) == 1
    reminded = session.scalars(select(Notification).where(Notification.kind == "consents.reminder")).one()
    assert reminded.person_id == pupil.person_id
    shown = consents.see(session, actor_of(session, pupil), asked.id, now=later)
    assert (shown.may_answer, shown.view.on_behalf) == (True, False)
    reply(session, pupil, asked, loaded)
    assert asked.given_by_id is None
    consents.withdraw_one(session, actor_of(session, pupil), given.id, now=later)
    assert given.status == ConsentStatus.WITHDRAWN
    with pytest.raises(NotAllowed):
        consents.see(session, actor_of(session, parent), given.id, now=later)


# ---- what was done by mistake, and what is over


def test_a_paper_is_not_taken_back_below_a_change_that_was_agreed_on(
    session: Session, loaded: Content, curator: Actor, pair: Mentorship, mentor: Membership
) -> None:
    end = amendments.months_after(TODAY, 6)
    number = amendments.propose(session, actor_of(session, mentor), loaded, pair.id, new_end=end, now=NOW)
    reply(session, mentor, session.get_one(Consent, number), loaded)
    other = of_kind(session, ConsentKind.AMENDMENT)[-1]
    found = consent_desk.record_paper(session, curator, loaded, other.id, "1", TODAY, now=NOW)
    assert (pair.ends_on, found.may_undo) == (end, False)
    with pytest.raises(NoLongerCurrent):
        consent_desk.undo_paper(session, curator, other.id, now=NOW)
    assert other.status == ConsentStatus.GIVEN


def test_a_paper_recorded_by_mistake_gives_back_the_consent_that_it_replaced(
    session: Session, loaded: Content, curator: Actor, mentor: Membership
) -> None:
    old = give_as_before(session, mentor, ConsentKind.MENTOR)
    changed = renewed(loaded, "mentor", substantial=True)
    consent_ticks.tick_reask(session, changed, now=NOW)
    new = of_kind(session, ConsentKind.MENTOR)[-1]
    consent_desk.record_paper(session, curator, changed, new.id, "2", TODAY, now=NOW)
    assert old.status == ConsentStatus.SUPERSEDED
    consent_desk.undo_paper(session, curator, new.id, now=NOW)
    assert (old.status, new.status) == (ConsentStatus.GIVEN, ConsentStatus.ASKED)
    assert consent_standing.of_mentor(session, mentor, TODAY) is None


def test_a_publication_whose_term_is_over_is_neither_asked_again_nor_answered(
    session: Session, loaded: Content, curator: Actor, school: Organization, mentor: Membership
) -> None:
    actor = actor_of(session, mentor)
    ids = [
        publication_consents.ask(session, actor, loaded, school.id, 0, wanted(items=(one,)), now=NOW)
        for one in ("name", "results")
    ]
    given, unanswered = (session.get_one(Consent, one) for one in ids)
    reply(session, mentor, given, loaded)
    later = NOW + timedelta(days=31)
    changed = renewed(loaded, "publication", substantial=True)
    assert consent_ticks.tick_reask(session, changed, now=later) == 0
    assert not consents.see(session, actor, unanswered.id, now=later).may_answer
    assert not consent_desk.peek(session, curator, unanswered.id, now=later).may_record
    with pytest.raises(NoLongerCurrent):
        reply(session, mentor, unanswered, changed, now=later)
    assert consent_ticks.tick_lapse(session, now=later + timedelta(days=1)) == 1
    assert consents.count_waiting(session, actor) == 0


def test_what_was_given_anew_is_not_asked_for_once_more(
    session: Session, loaded: Content, mentor: Membership
) -> None:
    old = give_as_before(session, mentor, ConsentKind.MENTOR)
    actor = actor_of(session, mentor)
    consents.withdraw_one(session, actor, old.id, now=NOW)
    first = consents.ask_anew(session, actor, loaded, old.id, now=NOW)
    again = consents.ask_anew(session, actor, loaded, old.id, now=NOW)
    assert first.view.id == again.view.id
    reply(session, mentor, session.get_one(Consent, first.view.id), loaded)
    assert not consents.see(session, actor, old.id, now=NOW).may_ask_anew
    with pytest.raises(NoLongerCurrent):
        consents.ask_anew(session, actor, loaded, old.id, now=NOW)


def test_a_helper_who_left_the_school_sees_the_pair_no_longer(
    session: Session, loaded: Content, school: Organization, mentor: Membership, pair: Mentorship
) -> None:
    helper = make_person(session, Role.MENTEE, school, last="Аверина")
    helpers.invite(session, actor_of(session, mentor), loaded, pair.id, helper.id, now=NOW)
    (asked,) = of_kind(session, ConsentKind.HELPER)
    reply(session, helper, asked, loaded)
    assert helpers.of_pair(session, actor_of(session, helper), pair.id, now=NOW).helpers
    helper.status = MembershipStatus.LEFT
    session.flush()
    with pytest.raises(NotAllowed):
        helpers.of_pair(session, actor_of(session, helper), pair.id, now=NOW)
    assert helpers.of_pair(session, actor_of(session, mentor), pair.id, now=NOW).helpers == ()


def test_looks_of_those_who_decide_are_recorded_and_those_of_a_member_are_not(
    session: Session, curator: Actor, school: Organization, mentor: Membership, pair: Mentorship
) -> None:
    own = actor_of(session, mentor)
    amendments.of_pair(session, own, pair.id, now=NOW)
    helpers.of_pair(session, own, pair.id, now=NOW)
    assert (looks(session, "pair.term_seen"), looks(session, "pair.helpers_seen")) == (0, 0)
    for _ in range(2):
        amendments.of_pair(session, curator, pair.id, now=NOW)
        helpers.of_pair(session, curator, pair.id, now=NOW)
        publication_consents.people(session, curator, school.id, now=NOW)
    acts = ("pair.term_seen", "pair.helpers_seen", "publication.people_seen")
    assert [looks(session, one) for one in acts] == [1, 1, 1]
    stranger = actor_of(session, make_person(session, Role.CURATOR, make_organization(session, name="№ 2")))
    for look in (amendments.of_pair, helpers.of_pair):
        with pytest.raises(NotAllowed):
            look(session, stranger, pair.id, now=NOW)


def test_those_who_keep_the_site_hear_once_that_a_term_is_over(
    session: Session, loaded: Content, school: Organization, mentor: Membership
) -> None:
    editor = make_person(session, Role.EDITOR, school)
    actor = actor_of(session, mentor)
    number = publication_consents.ask(session, actor, loaded, school.id, 0, wanted(), now=NOW)
    reply(session, mentor, session.get_one(Consent, number), loaded)
    last_day = NOW + timedelta(days=30)
    assert publication_consents.tick_over(session, now=last_day) == 0
    assert publication_consents.tick_over(session, now=last_day + timedelta(days=1)) == 1
    assert publication_consents.tick_over(session, now=last_day + timedelta(days=2)) == 0
    told = session.scalars(select(Notification).where(Notification.kind == "consents.publication_over")).all()
    assert [one.person_id for one in told] == [editor.person_id]
    assert publication_consents.tick_over(session, now=last_day + timedelta(days=60)) == 0


def test_nobody_runs_after_the_papers_of_a_pair_that_has_ended(
    session: Session, loaded: Content, curator: Actor, mentee: Membership, pair: Mentorship
) -> None:
    consent_ticks.tick_ask(session, loaded, now=NOW)
    (duties,) = of_kind(session, ConsentKind.EXTRA_DUTIES, mentee)
    (mentor,) = of_kind(session, ConsentKind.MENTOR)
    reply(session, mentee, duties, loaded)
    reply(session, pair.mentor.membership, mentor, loaded)
    later = NOW + timedelta(days=60)
    assert consent_ticks.tick_originals(session, now=later) == 2
    pair.status, pair.mentor.membership.status = MentorshipStatus.CLOSED, MembershipStatus.LEFT
    session.flush()
    consent_ticks.tick_lapse(session, now=later)
    unsettled = select(Alert).where(Alert.status != AlertStatus.RESOLVED)
    assert session.scalars(unsettled).all() == []
    assert consent_ticks.tick_lapse(session, now=later) == 0
    session.delete(session.scalars(select(Alert)).first())
    session.flush()
    assert consent_ticks.tick_originals(session, now=later) == 0
    view = consent_desk.desk(session, curator, None, DeskState.ORIGINAL, now=later)
    assert view.counts[DeskState.ORIGINAL] == 1


def test_nothing_of_a_school_is_open_to_those_who_decide_at_another(
    session: Session, loaded: Content, school: Organization, mentor: Membership, pair: Mentorship
) -> None:
    other = make_organization(session, name="Школа № 2")
    strangers = [make_person(session, role, other) for role in (Role.CURATOR, Role.HEAD, Role.EDITOR)]
    own = make_person(session, Role.EDITOR, school)
    consent_ticks.tick_ask(session, loaded, now=NOW)
    (asked,) = of_kind(session, ConsentKind.MENTOR)
    ask = publication_consents.ask
    published = ask(session, actor_of(session, mentor), loaded, school.id, 0, wanted(), now=NOW) or 0
    reply(session, mentor, session.get_one(Consent, published), loaded)
    # An editor of the same school has nothing to do with the desk and with orders.
    for stranger in (*strangers, own):
        actor = actor_of(session, stranger)
        tries: list[Callable[[], object]] = [
            partial(consent_desk.desk, session, actor, school.id, DeskState.ALL, now=NOW),
            partial(consent_desk.see, session, actor, asked.id, now=NOW),
            partial(consent_desk.peek, session, actor, asked.id, now=NOW),
            partial(consent_desk.may_record, session, actor, asked.id, now=NOW),
            partial(consent_desk.record_paper, session, actor, loaded, asked.id, "1", TODAY, now=NOW),
            partial(consent_desk.undo_paper, session, actor, asked.id, now=NOW),
            partial(consent_desk.remind, session, actor, asked.id, now=NOW),
            partial(written_consents.form_for_curator, session, actor, asked.id, now=NOW),
            partial(pairing_orders.look, session, actor, school.id, now=NOW),
            partial(pairing_orders.ordered, session, actor, school.id, now=NOW),
            partial(pairing_orders.may_order, session, actor, [pair.id], now=NOW),
            partial(pairing_orders.may_clear, session, actor, pair.id),
            partial(pairing_orders.clear, session, actor, pair.id, now=NOW),
        ]
        if stranger is not own:
            tries += [
                partial(publication_consents.board, session, actor, school.id, now=NOW),
                partial(publication_consents.see, session, actor, published, now=NOW),
                partial(publication_consents.people, session, actor, school.id, now=NOW),
            ]
        for attempt in tries:
            with pytest.raises(NotAllowed):
                attempt()
    assert asked.status == ConsentStatus.ASKED
