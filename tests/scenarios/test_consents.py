"""Consents as people meet them: asked, given, refused, withdrawn, on paper; orders, helpers, changes."""

from __future__ import annotations

import io
from dataclasses import dataclass
from datetime import date

import pytest
from docx import Document
from sqlalchemy import select
from sqlalchemy.orm import Session

from handlers.acts.callbacks import ChecklistOpened
from handlers.consents.callbacks import (
    AmendmentsOpened,
    ConsentDeskOpened,
    ConsentGiven,
    ConsentsOpened,
    DeskAct,
    DeskActed,
    HelpersOpened,
    OrdersOpened,
    PublicationsOpened,
)
from models import (
    Alert,
    AlertKind,
    AlertStatus,
    Amendment,
    AmendmentStatus,
    AuditRecord,
    Consent,
    ConsentChannel,
    ConsentKind,
    ConsentStatus,
    Guardianship,
    LocalAct,
    Mentorship,
    Organization,
    Partition,
    RequestKind,
    RightsRequest,
    Role,
)
from sandbox.telegram import Person
from tests.support import factories
from tests.support.factories import NOW
from tests.support.world import School, World, membership_of


@dataclass(frozen=True, slots=True)
class Pair:
    """A pair of which nobody has consented to anything but the processing of their data."""

    id: int
    mentor: Person
    mentee: Person


@pytest.fixture
async def school(world: World) -> School:
    return await world.school()


async def make_pair(world: World, school: School) -> Pair:
    mentor = await world.member(
        school.id, Role.MENTOR, last="Лебедева", first="Ольга", patronymic="Петровна", mentor_consent=False
    )
    mentee = await world.member(school.id, Role.MENTEE, last="Соколова", first="Вера", patronymic="Павловна")

    def join(session: Session) -> int:
        one, two = (membership_of(session, person.id) for person in (mentor, mentee))
        two.unpaired_since = None
        return factories.make_pair(session, one, two, consents=False).id

    return Pair(await world.write(join), mentor, mentee)


@pytest.fixture
async def pair(world: World, school: School) -> Pair:
    return await make_pair(world, school)


async def consents_of(world: World, person: Person, kind: ConsentKind) -> list[Consent]:
    def find(session: Session) -> list[Consent]:
        owner = membership_of(session, person.id).person_id
        query = select(Consent).where(Consent.person_id == owner, Consent.kind == kind).order_by(Consent.id)
        return list(session.scalars(query))

    return await world.read(find)


async def consent_of(world: World, person: Person, kind: ConsentKind) -> Consent:
    return (await consents_of(world, person, kind))[-1]


async def alerts_of(world: World, kind: AlertKind, *statuses: AlertStatus) -> list[Alert]:
    wanted = statuses or tuple(AlertStatus)
    query = select(Alert).where(Alert.kind == kind, Alert.status.in_(wanted)).order_by(Alert.id)
    return await world.read(lambda session: list(session.scalars(query)))


def heard(person: Person, words: str) -> list[str]:
    return [sent.text for sent in person.from_bot if words in sent.text]


async def opens(person: Person, data: object) -> None:
    """Tap a button of this kind, wherever it stands."""
    await person.taps_data(data.pack(), person.from_bot[-1])  # type: ignore[attr-defined]


async def answers_all(*people: Person, answer: str = "Даю согласие") -> None:
    """Answer every document that has come."""
    for person in people:
        for sent in list(person.from_bot):
            if any(answer in label for row in sent.buttons for label in row):
                await person.taps(answer, sent)


async def records_paper(curator: Person, consent: Consent, number: str = "12") -> None:
    await opens(curator, DeskActed(consent_id=consent.id, act=DeskAct.OPEN))
    await curator.taps("оригинал получен")
    await curator.sends(number)
    await curator.taps("Сегодня")


async def all_papers(world: World, curator: Person, pair: Pair) -> None:
    for person, kind in (
        (pair.mentor, ConsentKind.MENTOR),
        (pair.mentor, ConsentKind.EXTRA_DUTIES),
        (pair.mentee, ConsentKind.EXTRA_DUTIES),
    ):
        await records_paper(curator, await consent_of(world, person, kind))


# ---- asked, given, refused


@pytest.mark.requirement("N-3.2", "N-3.3-5")
async def test_a_mentor_and_both_of_a_pair_are_asked_each_by_a_document_of_its_own(
    world: World, pair: Pair
) -> None:
    await world.advance(minutes=2)
    assert len(heard(pair.mentor, "Согласие быть наставником")) == 1
    assert len(heard(pair.mentor, "Согласие на дополнительные обязанности")) == 1
    assert len(heard(pair.mentee, "Согласие на дополнительные обязанности")) == 1
    assert not heard(pair.mentee, "Согласие быть наставником")
    document = heard(pair.mentee, "Согласие на дополнительные обязанности")[0]
    assert "Ольга Петровна Л." in document
    assert "Лебедева" not in document
    before = len(pair.mentor.from_bot)
    await world.advance(hours=1)
    assert len(pair.mentor.from_bot) == before
    given = await consent_of(world, pair.mentor, ConsentKind.MENTOR)
    assert (given.status, given.answered_at) == (ConsentStatus.ASKED, None)


@pytest.mark.requirement("N-3.2")
async def test_a_tick_is_an_intention_until_the_signed_paper_is_received(
    world: World, school: School, pair: Pair
) -> None:
    await world.advance(minutes=2)
    question = next(one for one in pair.mentor.from_bot if "Согласие быть наставником" in one.text)
    await pair.mentor.taps("Даю согласие", question)
    assert "нужна подпись на бумаге" in question.text
    given = await consent_of(world, pair.mentor, ConsentKind.MENTOR)
    text = world.app.content.consent("mentor")
    assert (given.status, given.awaits_original) == (ConsentStatus.GIVEN, True)
    assert (given.text_version, given.text_sha256) == (text.version, text.sha256("ru"))
    await opens(school.curator, ConsentDeskOpened(state="o"))
    assert "Ждём оригинал: 1" in school.curator.screen.text
    await school.curator.taps("Ольга Петровна Л.")
    assert "приказ о парах этого наставника издать нельзя" in school.curator.screen.text
    await school.curator.taps("Подписанный оригинал получен")
    await school.curator.sends("№ 17-н")
    await school.curator.sends("01.09.2126")
    assert "Дата документа должна быть" in school.curator.screen.text
    await school.curator.sends("05.09.2026")
    assert "подписанный документ у вас" in school.curator.screen.text
    given = await consent_of(world, pair.mentor, ConsentKind.MENTOR)
    assert (given.original_number, given.original_dated_on) == ("17-н", date(2026, 9, 5))
    assert given.is_effective(date(2026, 9, 7))
    acts = await world.read(lambda session: set(session.scalars(select(AuditRecord.act))))
    assert {"consents.seen", "consent.seen", "consent.given", "consent.original_received"} <= acts


async def test_refusing_offers_the_paper_and_loses_nothing(world: World, school: School, pair: Pair) -> None:
    await world.advance(minutes=2)
    await answers_all(pair.mentee, answer="Не даю согласия")
    assert "вы ничего не теряете" in pair.mentee.screen.text
    refused = await consent_of(world, pair.mentee, ConsentKind.EXTRA_DUTIES)
    assert refused.status == ConsentStatus.REFUSED
    assert len(heard(school.curator, "не даёт согласия: обязанности в паре")) == 1
    await pair.mentee.taps("Форма для подписи")
    assert pair.mentee.downloads()[:2] == b"PK"
    await pair.mentee.taps("Прочитать ещё раз", pair.mentee.from_bot[-2])
    await pair.mentee.taps("Даю согласие", pair.mentee.from_bot[-2])
    given = await consent_of(world, pair.mentee, ConsentKind.EXTRA_DUTIES)
    assert given.status == ConsentStatus.GIVEN
    (alert,) = await alerts_of(world, AlertKind.CONSENT_REFUSED)
    assert alert.status == AlertStatus.RESOLVED


async def test_a_second_tap_changes_nothing_and_a_stale_one_says_so(world: World, pair: Pair) -> None:
    await world.advance(minutes=2)
    question = next(one for one in pair.mentee.from_bot if "дополнительные обязанности" in one.text)
    asked = await consent_of(world, pair.mentee, ConsentKind.EXTRA_DUTIES)
    yes = ConsentGiven(consent_id=asked.id, agrees=True, version="1", language="ru").pack()
    no = ConsentGiven(consent_id=asked.id, agrees=False, version="1", language="ru").pack()
    await pair.mentee.taps_data(yes, question)
    first = await consent_of(world, pair.mentee, ConsentKind.EXTRA_DUTIES)
    await world.advance(minutes=5)
    await pair.mentee.taps_data(yes, question)
    second = await consent_of(world, pair.mentee, ConsentKind.EXTRA_DUTIES)
    assert first.answered_at == second.answered_at
    await pair.mentee.taps_data(no, question)
    assert "неактуальна" in pair.mentee.toasts[-1].text
    assert (await consent_of(world, pair.mentee, ConsentKind.EXTRA_DUTIES)).status == ConsentStatus.GIVEN


async def test_nobody_answers_or_sees_the_consent_of_another(
    world: World, school: School, pair: Pair
) -> None:
    await world.advance(minutes=2)
    asked = await consent_of(world, pair.mentor, ConsentKind.MENTOR)
    for stranger in (pair.mentee, school.curator):
        await opens(stranger, ConsentGiven(consent_id=asked.id, agrees=True, version="1", language="ru"))
        assert "недоступно" in stranger.toasts[-1].text
    await opens(pair.mentee, DeskActed(consent_id=asked.id, act=DeskAct.OPEN))
    assert "недоступно" in pair.mentee.toasts[-1].text
    other = await world.school("Школа № 2")
    for data in (
        DeskActed(consent_id=asked.id, act=DeskAct.OPEN),
        DeskActed(consent_id=asked.id, act=DeskAct.FORM),
        ConsentDeskOpened(organization_id=school.id),
        OrdersOpened(organization_id=school.id),
        PublicationsOpened(organization_id=school.id),
        AmendmentsOpened(mentorship_id=pair.id),
        HelpersOpened(mentorship_id=pair.id),
    ):
        await opens(other.curator, data)
        assert "недоступно" in other.curator.toasts[-1].text
    assert (await consent_of(world, pair.mentor, ConsentKind.MENTOR)).status == ConsentStatus.ASKED


async def test_the_first_question_of_a_newcomer_is_no_business_of_the_desk(
    world: World, school: School
) -> None:
    stranger = world.newcomer("Вера")
    await stranger.starts(await world.invitation(school.id, Role.MENTEE))
    await stranger.taps("Русский")
    asked = await world.read(
        lambda session: session.scalars(select(Consent).order_by(Consent.id.desc())).first()
    )
    assert asked is not None
    assert asked.status == ConsentStatus.ASKED
    for state in "arz":
        await opens(school.curator, ConsentDeskOpened(state=state))
        assert all(
            "обработка персональных" not in str(row) or "✅" in str(row) for row in school.curator.buttons
        )
    await opens(school.curator, DeskActed(consent_id=asked.id, act=DeskAct.PAPER))
    assert "неактуальна" in school.curator.toasts[-1].text


async def test_a_question_beside_the_way_in_does_not_disturb_it(world: World, pair: Pair) -> None:
    await world.advance(minutes=2)
    await pair.mentor.starts()
    assert "Здравствуйте" in pair.mentor.screen.text
    assert "Согласия ждут ответа · 2" in str(pair.mentor.buttons)
    await pair.mentor.taps("Согласия ждут ответа")
    await pair.mentor.taps("быть наставником")
    await pair.mentor.taps("Даю согласие", pair.mentor.from_bot[-1])
    assert (await consent_of(world, pair.mentor, ConsentKind.MENTOR)).status == ConsentStatus.GIVEN


async def test_silence_is_reminded_of_once_and_then_told(world: World, school: School, pair: Pair) -> None:
    await world.advance(minutes=2)
    await answers_all(pair.mentor)
    await world.advance(days=3, hours=1)
    assert len(heard(pair.mentee, "ждёт вашего ответа")) == 1
    assert not heard(school.curator, "не отвечает на документ")
    await world.advance(days=3)
    assert len(heard(pair.mentee, "ждёт вашего ответа")) == 1
    assert len(heard(school.curator, "Вера Павловна С. не отвечает на документ: обязанности в паре")) == 1
    await answers_all(pair.mentee)
    (alert,) = await alerts_of(world, AlertKind.CONSENT_UNANSWERED)
    assert alert.status == AlertStatus.RESOLVED


async def test_a_paper_that_does_not_come_is_asked_for(world: World, school: School, pair: Pair) -> None:
    await world.advance(minutes=2)
    await answers_all(pair.mentor)
    await world.advance(days=13)
    assert not heard(school.curator, "Нет подписанного оригинала")
    await world.advance(days=1, hours=1)
    cards = [one for one in heard(school.curator, "Нет подписанного оригинала") if "Сводка" not in one]
    assert len(cards) == 2
    await records_paper(school.curator, await consent_of(world, pair.mentor, ConsentKind.MENTOR))
    assert len(await alerts_of(world, AlertKind.ORIGINAL_MISSING, AlertStatus.OPEN)) == 1


# ---- paper


@pytest.mark.requirement("N-3.2", "N-3.3-5")
async def test_the_form_holds_the_text_and_only_ones_own_name_and_no_passport_data(
    world: World, school: School, pair: Pair
) -> None:
    await world.advance(minutes=2)
    question = next(one for one in pair.mentor.from_bot if "дополнительные обязанности" in one.text)
    await pair.mentor.taps("Форма для подписи", question)
    own = printed(pair.mentor.downloads())
    assert "Согласие на дополнительные обязанности в наставнической паре" in own
    assert "составить вместе персональную программу" in own
    assert "Лебедева Ольга Петровна" in own
    assert "Соколова" not in own
    assert "Вера" not in own
    assert "Документ, удостоверяющий личность (серия, номер, кем и когда выдан): ____" in own
    asked = await consent_of(world, pair.mentor, ConsentKind.EXTRA_DUTIES)
    await opens(school.curator, DeskActed(consent_id=asked.id, act=DeskAct.FORM))
    whole = printed(school.curator.downloads())
    assert "Соколова Вера Павловна" in whole
    await world.write(lambda session: _keep_files_out(session, school.id))
    await opens(school.curator, DeskActed(consent_id=asked.id, act=DeskAct.FORM))
    bare = printed(school.curator.downloads())
    assert "Лебедева" not in bare
    assert "Соколова" not in bare


def printed(data: bytes) -> str:
    return "\n".join(paragraph.text for paragraph in Document(io.BytesIO(data)).paragraphs)


def _keep_files_out(session: Session, organization_id: int) -> None:
    session.get_one(Organization, organization_id).files_in_chat = False


async def test_a_consent_on_paper_stands_in_place_of_a_tick_and_a_wrong_record_is_taken_back(
    world: World, school: School, pair: Pair
) -> None:
    await world.advance(minutes=2)
    await answers_all(pair.mentee, answer="Не даю согласия")
    refused = await consent_of(world, pair.mentee, ConsentKind.EXTRA_DUTIES)
    curator = school.curator
    await opens(curator, ConsentDeskOpened(state="r"))
    await curator.taps("Вера Павловна С.")
    await curator.taps("Согласие дано на бумаге")
    await world.restart()
    await curator.taps("Без номера", curator.from_bot[-1])
    await world.restart()
    await curator.taps("Сегодня", curator.from_bot[-1])
    given = await consent_of(world, pair.mentee, ConsentKind.EXTRA_DUTIES)
    assert (given.id, given.status, given.channel) == (refused.id, ConsentStatus.GIVEN, ConsentChannel.PAPER)
    assert given.is_effective(NOW.date())
    await curator.taps("Исправить номер или дату")
    await curator.sends("44")
    await curator.taps("Сегодня")
    assert (await consent_of(world, pair.mentee, ConsentKind.EXTRA_DUTIES)).original_number == "44"
    await curator.taps("Бумага записана по ошибке")
    await curator.taps("Да, убрать запись")
    undone = await consent_of(world, pair.mentee, ConsentKind.EXTRA_DUTIES)
    assert (undone.status, undone.original_received_at) == (ConsentStatus.ASKED, None)


async def test_somebody_without_telegram_consents_on_paper(world: World, school: School, pair: Pair) -> None:
    def leave_telegram(session: Session) -> None:
        membership_of(session, pair.mentee.id).person.chat_id = None

    await world.write(leave_telegram)
    await world.advance(minutes=2)
    await opens(school.curator, ConsentDeskOpened())
    await school.curator.taps("Вера Павловна С.")
    assert "Напомнить" not in str(school.curator.buttons)
    await school.curator.taps("Согласие дано на бумаге")
    await school.curator.sends("3")
    await school.curator.taps("Сегодня")
    query = select(Consent).where(Consent.channel == ConsentChannel.PAPER)
    given = await world.read(lambda session: session.scalars(query).one())
    assert given.is_effective(NOW.date())


# ---- withdrawal


async def test_withdrawing_one_consent_stops_what_rests_on_it_and_nothing_else(
    world: World, school: School, pair: Pair
) -> None:
    await world.advance(minutes=2)
    await answers_all(pair.mentor, pair.mentee)
    await all_papers(world, school.curator, pair)
    await opens(pair.mentor, ConsentsOpened())
    await pair.mentor.taps("быть наставником")
    await pair.mentor.taps("Отозвать")
    assert "не менее чем за три рабочих дня" in pair.mentor.screen.text
    await pair.mentor.taps("Да, отозвать")
    assert "Согласие отозвано" in pair.mentor.screen.text
    assert len(heard(school.curator, "Ольга Петровна Л. отзывает согласие: быть наставником")) == 1
    await opens(school.curator, OrdersOpened())
    assert "быть наставником — отозвано" in school.curator.screen.text
    member = await world.read(lambda session: membership_of(session, pair.mentor.id))
    assert member.is_active
    await world.advance(days=1)
    assert len(await consents_of(world, pair.mentor, ConsentKind.MENTOR)) == 1
    await opens(pair.mentor, ConsentsOpened())
    await pair.mentor.taps("быть наставником")
    await pair.mentor.taps("Дать согласие снова")
    await pair.mentor.taps("Даю согласие", pair.mentor.from_bot[-1])
    anew = await consents_of(world, pair.mentor, ConsentKind.MENTOR)
    assert [one.status for one in anew] == [ConsentStatus.WITHDRAWN, ConsentStatus.GIVEN]


# ---- orders


@pytest.mark.requirement("N-3.2", "N-3.3-5", "P-doc-1", "G-1.1-1…4")
async def test_no_order_before_every_original_and_then_one_for_several_pairs(
    world: World, school: School, pair: Pair
) -> None:
    curator = school.curator
    await world.advance(minutes=2)
    await answers_all(pair.mentor, pair.mentee)
    await opens(curator, OrdersOpened())
    assert "Без приказа: 1. Из них готовы: 0" in curator.screen.text
    assert "Ольга Петровна Л.: быть наставником — нет подписанного оригинала" in curator.screen.text
    assert "Вера Павловна С.: обязанности в паре — нет подписанного оригинала" in curator.screen.text
    await all_papers(world, curator, pair)
    await world.advance(minutes=2)
    assert len(heard(curator, "1 пара готова к приказу")) == 1
    await opens(curator, OrdersOpened())
    await curator.taps("⬜ Ольга Петровна Л.")
    await world.restart()
    await curator.taps("Дальше: номер приказа (1)")
    await curator.sends("№ 51-о")
    await curator.sends("01.09.2026")
    assert "последнее подписано 07.09.2026" in curator.screen.text
    await curator.taps("Сегодня")
    assert "приказ № 51-о от 07.09.2026, закреплена 1 пара" in curator.screen.text
    assert "приказ № 51-о" in pair.mentee.screen.text
    act = await world.read(lambda session: session.scalars(select(LocalAct)).one())
    assert (act.kind, act.number) == ("pairing_order", "51-о")
    stored = await world.read(lambda session: session.get_one(Mentorship, pair.id).order_id)
    assert stored == act.id
    given = await consent_of(world, pair.mentor, ConsentKind.MENTOR)
    await opens(curator, DeskActed(consent_id=given.id, act=DeskAct.UNDO))
    assert "уже издан приказ" in curator.toasts[-1].text
    await opens(curator, OrdersOpened())
    await curator.taps("Закреплённые пары · 1")
    await curator.taps("Убрать приказ")
    await curator.taps("Да, убрать")
    assert await world.read(lambda session: session.get_one(Mentorship, pair.id).order_id) is None


async def test_two_curators_record_an_order_at_once(world: World, school: School, pair: Pair) -> None:
    await world.advance(minutes=2)
    await answers_all(pair.mentor, pair.mentee)
    await all_papers(world, school.curator, pair)
    for person in (school.curator, school.head):
        await opens(person, OrdersOpened())
        await person.taps("⬜ Ольга Петровна Л.")
        await person.taps("Дальше: номер приказа (1)")
        await person.sends("5")
    await school.head.taps("Сегодня")
    await school.curator.taps("Сегодня")
    assert "приказ уже есть" in school.curator.toasts[-1].text
    acts = await world.read(lambda session: list(session.scalars(select(LocalAct))))
    assert len(acts) == 1


# ---- a new version of a text


def _renew(world: World, kind: str, *, substantial: bool) -> None:
    """A methodist has changed the text."""
    text = world.app.content.consent(kind)
    changes = {"version": "9", "substantial_since": "9" if substantial else text.substantial_since}
    world.app.content._consents[kind] = text.model_copy(update=changes)


async def test_a_substantial_change_asks_again_and_the_old_consent_counts_until_then(
    world: World, school: School
) -> None:
    mentee = await world.member(school.id, Role.MENTEE)
    _renew(world, "personal_data", substantial=False)
    await world.advance(minutes=2)
    assert not heard(mentee, "Согласие на обработку")
    _renew(world, "personal_data", substantial=True)
    await world.advance(minutes=2)
    assert len(heard(mentee, "Этот документ изменился")) == 1
    await mentee.sends("/menu")
    assert "Здравствуйте" in mentee.screen.text
    await world.advance(days=31)
    assert "не отвечает на документ: обработка персональных данных" in str(
        [sent.text for sent in school.curator.from_bot]
    )
    await answers_all(mentee)
    old, new = await consents_of(world, mentee, ConsentKind.PERSONAL_DATA)
    assert (old.status, new.status, new.text_version) == (
        ConsentStatus.SUPERSEDED,
        ConsentStatus.GIVEN,
        "9",
    )
    before = len(heard(mentee, "Этот документ изменился"))
    await world.advance(days=1)
    assert len(heard(mentee, "Этот документ изменился")) == before


async def test_a_button_below_an_older_text_shows_the_new_one_first(world: World, pair: Pair) -> None:
    await world.advance(minutes=2)
    question = next(one for one in pair.mentor.from_bot if "Согласие быть наставником" in one.text)
    _renew(world, "mentor", substantial=True)
    await pair.mentor.taps("Даю согласие", question)
    assert "Документ обновился" in question.text
    assert (await consent_of(world, pair.mentor, ConsentKind.MENTOR)).status == ConsentStatus.ASKED
    await pair.mentor.taps("Даю согласие", question)
    given = await consent_of(world, pair.mentor, ConsentKind.MENTOR)
    assert (given.status, given.text_version) == (ConsentStatus.GIVEN, "9")


# ---- helpers


@pytest.mark.requirement("N-4.1-1")
async def test_a_colleague_helps_with_their_consent_and_stops_when_they_wish(
    world: World, school: School, pair: Pair
) -> None:
    colleague = await world.member(
        school.id, Role.MENTOR, last="Юсупова", first="Алсу", patronymic="Маратовна"
    )
    await opens(pair.mentor, HelpersOpened(mentorship_id=pair.id))
    await pair.mentor.taps("Попросить коллегу о помощи")
    assert "Вера Павловна" not in str(pair.mentor.buttons)
    await pair.mentor.taps("Алсу Маратовна Ю.")
    assert "Просьба отправлена" in pair.mentor.screen.text
    assert "Вас просит помочь наставник: Ольга Петровна Л." in colleague.screen.text
    assert "Вера" not in colleague.screen.text
    await colleague.taps("Даю согласие")
    assert "Вера Павловна С." in colleague.screen.text
    assert "Алсу Маратовна Ю. согласен(на) помогать" in pair.mentor.screen.text
    await pair.mentor.taps("Кто помогает паре")
    assert "Алсу Маратовна Ю. — помогает" in pair.mentor.screen.text
    await opens(colleague, ConsentsOpened())
    await colleague.taps("помогать паре")
    await colleague.taps("Отозвать")
    await colleague.taps("Да, отозвать")
    assert "больше не помогает" in pair.mentor.screen.text
    assert len(await consents_of(world, colleague, ConsentKind.HELPER)) == 1


async def test_a_colleague_declines_without_a_reason_and_the_mentor_ends_help(
    world: World, school: School, pair: Pair
) -> None:
    alsu = await world.member(school.id, Role.MENTEE, last="Юсупова", first="Алсу", patronymic="Маратовна")
    await opens(pair.mentor, HelpersOpened(mentorship_id=pair.id))
    await pair.mentor.taps("Попросить коллегу о помощи")
    listed = pair.mentor.screen
    (chosen,) = [
        one.callback_data
        for row in listed.markup.inline_keyboard  # type: ignore[union-attr]
        for one in row
        if "Алсу" in one.text
    ]
    await pair.mentor.taps_data(str(chosen), listed)
    await pair.mentor.taps_data(str(chosen), listed)
    assert "уже спрашивали" in pair.mentor.toasts[-1].text
    await alsu.taps("Не даю согласия")
    assert "сейчас не может помочь" in pair.mentor.screen.text
    assert not await alerts_of(world, AlertKind.CONSENT_REFUSED)
    await alsu.taps("Прочитать ещё раз")
    await alsu.taps("Даю согласие")
    await opens(pair.mentor, HelpersOpened(mentorship_id=pair.id))
    await pair.mentor.taps("Помощь больше не нужна: Алсу")
    await pair.mentor.taps("Да, больше не нужна")
    assert "Пока никто" in pair.mentor.screen.text
    assert "помощь паре больше не нужна" in alsu.screen.text
    await opens(pair.mentee, HelpersOpened(mentorship_id=pair.id))
    assert "Попросить коллегу" not in str(pair.mentee.buttons)


# ---- changes


async def proposes_term(person: Person, mentorship_id: int, label: str) -> None:
    await opens(person, AmendmentsOpened(mentorship_id=mentorship_id))
    await person.taps("Изменить срок")
    await person.taps(label)
    await person.taps("Без объяснения")


@pytest.mark.requirement("N-7.2-1", "N-7.2-2", "T-4.10")
async def test_a_term_is_set_when_everybody_agrees(world: World, school: School, pair: Pair) -> None:
    await opens(pair.mentor, AmendmentsOpened(mentorship_id=pair.id))
    assert "Срок: не назначен" in pair.mentor.screen.text
    assert "без приказа" in pair.mentor.screen.text
    await pair.mentor.taps("Изменить срок")
    await pair.mentor.sends("01.10.2027")
    assert "Нужен день с 07.12.2026 по 07.09.2027" in pair.mentor.screen.text
    await pair.mentor.sends("когда-нибудь")
    assert "Не понял дату" in pair.mentor.screen.text
    await world.restart()
    await pair.mentor.sends("25.12.2026")
    await pair.mentor.sends("Тема освоена <быстрее> & лучше")
    assert "Теперь ответьте сами" in pair.mentor.screen.text
    assert "Тема освоена <быстрее> & лучше" in pair.mentee.screen.text
    assert "срок работы пары — по 25.12.2026" in pair.mentee.screen.text
    await pair.mentee.taps("Даю согласие")
    assert "когда согласятся все" in pair.mentee.screen.text
    assert await world.read(lambda session: session.get_one(Mentorship, pair.id).ends_on) is None
    await pair.mentor.taps("Даю согласие", pair.mentor.from_bot[-1])
    assert "изменение действует" in pair.mentor.from_bot[-1].text
    ends = await world.read(lambda session: session.get_one(Mentorship, pair.id).ends_on)
    assert ends == date(2026, 12, 25)
    assert "согласовали все и оно действует" in pair.mentee.screen.text
    assert len(heard(school.curator, "согласовала изменение")) == 1
    await proposes_term(pair.mentee, pair.id, "12 мес. · 07.09.2027")
    assert "продлевается: не по 25.12.2026, а по 07.09.2027" in pair.mentor.screen.text


async def test_one_refusal_ends_a_change_and_all_stays_as_it_was(
    world: World, school: School, pair: Pair
) -> None:
    await proposes_term(pair.mentee, pair.id, "6 мес.")
    await pair.mentor.taps("Не даю согласия")
    assert "изменения не будет" in pair.mentor.screen.text
    assert "не согласовано, всё остаётся как было" in pair.mentee.screen.text
    assert len(heard(school.curator, "не согласовала изменение")) == 1
    question = next(one for one in pair.mentee.from_bot if "Теперь ответьте сами" in one.text)
    await pair.mentee.taps("Даю согласие", question)
    assert "неактуальна" in pair.mentee.toasts[-1].text
    amendment = await world.read(lambda session: session.scalars(select(Amendment)).one())
    assert amendment.status == AmendmentStatus.REFUSED
    assert await world.read(lambda session: session.get_one(Mentorship, pair.id).ends_on) is None


async def test_the_content_changes_and_a_proposal_is_taken_back(world: World, pair: Pair) -> None:
    await opens(pair.mentor, AmendmentsOpened(mentorship_id=pair.id))
    await pair.mentor.taps("Изменить содержание")
    await pair.mentor.sends("ы" * 601)
    assert "Слишком длинно" in pair.mentor.screen.text
    # A moment later: nobody types that fast, and the tail of a long text is no answer.
    await world.advance(minutes=1)
    await pair.mentor.sends("Добавляем уроки в 7 классе")
    await pair.mentor.taps("Без объяснения")
    assert "Что меняется: Добавляем уроки в 7 классе" in pair.mentee.from_bot[-1].text
    await opens(pair.mentee, AmendmentsOpened(mentorship_id=pair.id))
    assert "Изменить срок" not in str(pair.mentee.buttons)
    await opens(pair.mentor, AmendmentsOpened(mentorship_id=pair.id))
    await pair.mentor.taps("Забрать предложение")
    assert "отвечать на него не нужно" in pair.mentee.screen.text
    amendment = await world.read(lambda session: session.scalars(select(Amendment)).one())
    assert amendment.status == AmendmentStatus.TAKEN_BACK
    await opens(pair.mentee, ConsentsOpened())
    assert "больше не требуется" in str(pair.mentee.buttons)


# ---- publications


async def composes(person: Person) -> None:
    """From «what» to the term, for oneself or for another."""
    await person.taps("фамилия, имя, отчество")
    await person.taps("результаты участия")
    await person.taps("Дальше")
    await person.sends("школа.рф")
    assert "Нужна ссылка целиком" in person.screen.text
    await person.sends("https://school.example/mentors")
    await person.taps("Наша организация", person.from_bot[-1])
    await person.sends("без указания класса")
    await person.taps("На год")


@pytest.mark.requirement("N-8.1-1")
async def test_a_publication_is_agreed_to_page_by_page_and_ends_by_withdrawal(
    world: World, school: School, pair: Pair
) -> None:
    editor = await world.member(school.id, Role.EDITOR, last="Гусева", first="Инна", patronymic="Львовна")
    await editor.taps("Публикации")
    assert "Разрешено сейчас: 0" in editor.screen.text
    await opens(pair.mentor, ConsentsOpened())
    await pair.mentor.taps("Разрешить публикацию")
    await composes(pair.mentor)
    document = pair.mentor.from_bot[-1].text
    assert "https://school.example/mentors" in document
    assert "фамилия, имя, отчество, результаты участия" in document
    assert "по 07.09.2027 включительно" in document
    assert not heard(editor, "Дано согласие на публикацию")
    await pair.mentor.taps("Даю согласие", pair.mentor.from_bot[-1])
    assert "Условия: без указания класса" in editor.screen.text
    await editor.taps("Публикации")
    assert "Разрешено сейчас: 1" in editor.screen.text
    await editor.taps("Ольга Петровна Л.")
    assert "Что: фамилия, имя, отчество, результаты участия" in editor.screen.text
    seen = editor.screen
    await opens(pair.mentor, ConsentsOpened())
    await pair.mentor.taps("публикация")
    await pair.mentor.taps("Отозвать")
    await pair.mentor.taps("Да, отозвать")
    assert "Уберите данные" in editor.screen.text
    request = await world.read(lambda session: session.scalars(select(RightsRequest)).one())
    assert (request.kind, request.due_on) == (RequestKind.STOP_PUBLICATION, date(2026, 9, 10))
    given = await consent_of(world, pair.mentor, ConsentKind.PUBLICATION)
    await editor.taps_data(f"pb_o:{given.id}", seen)
    assert "неактуальна" in editor.toasts[-1].text


async def test_an_editor_asks_silence_is_no_consent_and_a_term_ends_by_itself(
    world: World, school: School, pair: Pair
) -> None:
    editor = await world.member(school.id, Role.EDITOR, last="Гусева", first="Инна", patronymic="Львовна")
    await editor.taps("Публикации")
    await editor.taps("Спросить согласие")
    await editor.taps("Вера Павловна С.")
    await composes(editor)
    assert "Документ отправлен" in editor.from_bot[-1].text
    assert "Согласие на публикацию персональных данных" in pair.mentee.screen.text
    await world.advance(days=7)
    assert not await alerts_of(world, AlertKind.CONSENT_UNANSWERED) or all(
        "Вера" not in text for text in heard(school.curator, "публикация")
    )
    await opens(editor, PublicationsOpened())
    assert "Разрешено сейчас: 0" in editor.screen.text
    asked = await consent_of(world, pair.mentee, ConsentKind.PUBLICATION)
    question = next(one for one in pair.mentee.from_bot if "публикацию персональных" in one.text)
    await pair.mentee.taps("Даю согласие", question)
    await world.write(lambda session: _ends_soon(session, asked.id))
    await world.advance(days=1)
    assert len(heard(pair.mentee, "Срок согласия на публикацию кончается")) == 1
    await world.advance(days=9)
    assert len(heard(pair.mentee, "Срок согласия на публикацию кончается")) == 1
    await opens(editor, PublicationsOpened())
    assert "Разрешено сейчас: 0" in editor.screen.text


def _ends_soon(session: Session, consent_id: int) -> None:
    session.get_one(Consent, consent_id).valid_until = date(2026, 9, 20)


# ---- minors


async def test_a_parent_answers_for_a_pupil(world: World, school: School) -> None:
    parent = await world.member(school.id, Role.PARENT, last="Ким", first="Елена", patronymic="Юрьевна")
    pupil = await world.member(
        school.id,
        Role.MENTOR,
        last="Ким",
        first="Денис",
        patronymic="Олегович",
        partition=Partition.PUPIL,
        mentor_consent=False,
    )

    def relate(session: Session) -> None:
        child = membership_of(session, pupil.id).person
        child.born_on = date(2011, 3, 1)
        session.add(
            Guardianship(
                parent_id=membership_of(session, parent.id).person_id,
                child_id=child.id,
                organization_id=school.id,
                since=NOW,
            )
        )

    await world.write(relate)
    await world.advance(minutes=2)
    assert not heard(pupil, "Согласие быть наставником")
    assert "За кого: Денис Олегович К." in parent.screen.text
    asked = await consent_of(world, pupil, ConsentKind.MENTOR)
    await opens(pupil, ConsentGiven(consent_id=asked.id, agrees=True, version="1", language="ru"))
    assert "недоступно" in pupil.toasts[-1].text
    await parent.taps("Даю согласие")
    given = await consent_of(world, pupil, ConsentKind.MENTOR)
    owner = await world.read(lambda session: membership_of(session, parent.id).person_id)
    assert (given.status, given.given_by_id) == (ConsentStatus.GIVEN, owner)
    await parent.taps("Форма для подписи")
    form = printed(parent.downloads())
    assert "от Ким Елена Юрьевна" in form
    assert "за Ким Денис Олегович" in form


async def test_what_a_closed_pair_was_asked_is_asked_no_longer(
    world: World, school: School, pair: Pair
) -> None:
    await world.advance(minutes=2)
    question = next(one for one in pair.mentee.from_bot if "дополнительные обязанности" in one.text)

    def close(session: Session) -> None:
        session.get_one(Mentorship, pair.id).close(NOW)

    await world.write(close)
    await world.advance(days=7)
    assert not heard(pair.mentee, "ждёт вашего ответа")
    assert not heard(school.curator, "Вера Павловна С. не отвечает")
    await pair.mentee.taps("Даю согласие", question)
    assert "неактуальна" in pair.mentee.toasts[-1].text
    lapsed = await consent_of(world, pair.mentee, ConsentKind.EXTRA_DUTIES)
    assert lapsed.status == ConsentStatus.SUPERSEDED


@pytest.mark.requirement("P-doc-1", "P-doc-2", "P-doc-4", "N-9")
async def test_the_mandatory_documents_say_what_lacks_and_forms_refer_to_the_act_on_incentives(
    world: World, school: School, pair: Pair
) -> None:
    def enter(session: Session) -> None:
        for kind, day in (
            ("programme", date(2026, 8, 1)),
            ("regulation", date(2026, 9, 1)),
            ("incentives", date(2026, 9, 2)),
        ):
            session.add(
                LocalAct(
                    organization_id=school.id, kind=kind, number="4", dated_on=day, title=kind, created_at=NOW
                )
            )

    await world.write(enter)
    await opens(school.curator, ChecklistOpened(organization_id=school.id))
    text = school.curator.screen.text
    assert "Программа (№ 4 от 01.08.2026) принята раньше действующего Положения (№ 4 от 01.09.2026)" in text
    assert "1 пара работает без приказа" in text
    assert "✅ Локальный акт о стимулировании № 4 от 02.09.2026" in text
    await school.curator.taps("Приказы о парах")
    assert "приказ издать нельзя" in school.curator.screen.text
    await world.advance(minutes=2)
    question = next(one for one in pair.mentor.from_bot if "Согласие быть наставником" in one.text)
    await pair.mentor.taps("Форма для подписи", question)
    assert "по локальному акту № 4 от 02.09.2026" in printed(pair.mentor.downloads())
