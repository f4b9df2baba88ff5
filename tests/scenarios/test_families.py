"""Pupils come in through their parents: both age groups, every «no», and the eighteenth birthday."""

from __future__ import annotations

from datetime import UTC, date, datetime

import pytest
from sqlalchemy import select
from sqlalchemy.orm import Session

from models import (
    Alert,
    AlertKind,
    AlertStatus,
    Consent,
    ConsentKind,
    ConsentStatus,
    ErasureCase,
    Guardianship,
    Invitation,
    Membership,
    MembershipStatus,
    Notification,
    Partition,
    Role,
)
from models import Person as StoredPerson
from sandbox.telegram import Person
from tests.support.world import School, World

YOUNG = "12.03.2015"
OLDER = "12.03.2011"
CHILD = "Петров Илья Сергеевич"


@pytest.fixture
async def school(world: World) -> School:
    return await world.school()


async def invite(school: School, role: str = "наставляемый") -> str:
    """The curator makes a pupil's place; returns the code of the parent's link."""
    await school.curator.taps_data("fm_pup:0")
    await school.curator.taps("Пригласить родителя")
    await school.curator.taps(role)
    return code_in(school.curator)


def code_in(person: Person) -> str:
    """The code of the link that the person has just been shown."""
    return person.screen.text.split("start=")[1].split()[0]


async def come_as_parent(world: World, code: str, name: str = "Петрова Ольга Николаевна") -> Person:
    parent = world.newcomer(name.split()[1])
    await parent.starts(code)
    await parent.taps("Русский")
    await parent.taps("Даю согласие")
    await parent.sends(name)
    await parent.taps("Отправить")
    return parent


async def consent(parent: Person) -> None:
    await parent.taps_data("fm_all")
    await parent.taps("Мать")
    await parent.taps("Прочитать согласие")
    await parent.taps("Даю согласие")


async def name_child(parent: Person, born: str, name: str = CHILD) -> None:
    await parent.taps("Назвать ребёнка")
    await parent.sends(name)
    await parent.sends(born)
    await parent.taps("Всё верно")


async def fill_in(human: Person) -> None:
    """A pupil's application from the grade on; the name stands there already or is typed."""
    for _ in range(12):
        text = human.screen.text
        if "Проверьте" in text:
            break
        labels = [label for row in human.buttons for label in row]
        if "фамилия, имя" in text:
            await human.sends(CHILD)
        elif "класс" in text and "Напишите число" in text:
            await human.sends("5")
        elif any("Пропустить" in label for label in labels):
            await human.taps("Пропустить")
        else:
            await human.taps(labels[0])
            if any("Готово" in label for row in human.buttons for label in row):
                await human.taps("Готово")
    await human.taps("Отправить")


async def pupil_of(world: World) -> Membership:
    return await world.read(
        lambda session: session.scalars(
            select(Membership).where(Membership.partition == Partition.PUPIL)
        ).one()
    )


async def consents_of(world: World, kind: ConsentKind) -> list[ConsentStatus]:
    query = select(Consent.status).where(Consent.kind == kind).order_by(Consent.id)
    return await world.read(lambda session: list(session.scalars(query)))


async def open_alerts(world: World, kind: AlertKind) -> int:
    query = select(Alert.id).where(Alert.kind == kind, Alert.status != AlertStatus.RESOLVED)
    return await world.read(lambda session: len(session.scalars(query).all()))


# ---- both age groups


@pytest.mark.requirement("L-1-2", "L-2-4")
async def test_a_parent_brings_a_young_child_from_the_link_to_the_approval(
    world: World, school: School
) -> None:
    parent = await come_as_parent(world, await invite(school))
    before = await pupil_of(world)
    assert "Мои дети" in str(parent.buttons)
    await consent(parent)
    assert "назовите ребёнка" in parent.screen.text
    await name_child(parent, YOUNG)
    assert "Заполните её сами" in parent.screen.text
    await parent.taps("Заполнить анкету")
    await fill_in(parent)
    assert "отправлена" in parent.screen.text
    await school.curator.taps("Одобрить")
    pupil = await pupil_of(world)
    assert (pupil.id, pupil.status) == (before.id, MembershipStatus.ACTIVE)
    assert pupil.unpaired_since == world.clock.now()
    await parent.taps_data("fm_all")
    assert "участвует в программе" in parent.screen.text
    assert await consents_of(world, ConsentKind.PARENTAL) == [ConsentStatus.GIVEN]
    assert await consents_of(world, ConsentKind.ASSENT) == []


@pytest.mark.requirement("L-1-2", "L-2-4")
async def test_an_older_pupil_answers_beside_the_parent_and_becomes_a_mentor(
    world: World, school: School
) -> None:
    parent = await come_as_parent(world, await invite(school, "наставник"))
    await consent(parent)
    await name_child(parent, OLDER)
    assert "нужно и его согласие" in parent.screen.text
    assert "Заполнить анкету" not in str(parent.buttons)
    await parent.taps("Личная ссылка для ребёнка")
    pupil = world.newcomer("Илья")
    await pupil.starts(code_in(parent))
    await pupil.taps("Русский")
    assert "Вам есть 14 лет" in pupil.screen.text
    await pupil.taps("Даю согласие")
    await fill_in(pupil)
    await school.curator.taps("Одобрить")
    membership = await pupil_of(world)
    assert (membership.role, membership.status) == (Role.MENTOR, MembershipStatus.ACTIVE)
    person = await world.read(lambda session: session.get_one(StoredPerson, membership.person_id))
    assert (person.chat_id, person.born_on) == (pupil.id, date(2011, 3, 12))
    assert await consents_of(world, ConsentKind.ASSENT) == [ConsentStatus.GIVEN]


async def test_a_young_child_comes_by_the_personal_link_without_a_consent_of_its_own(
    world: World, school: School
) -> None:
    parent = await come_as_parent(world, await invite(school))
    await consent(parent)
    await name_child(parent, YOUNG)
    await parent.taps("Личная ссылка для ребёнка")
    child = world.newcomer("Илья")
    await child.starts(code_in(parent))
    await child.taps("Русский")
    await child.taps("Начать")
    await fill_in(child)
    await school.curator.taps("Одобрить")
    assert (await pupil_of(world)).status == MembershipStatus.ACTIVE
    assert ConsentStatus.GIVEN not in await consents_of(world, ConsentKind.ASSENT)


@pytest.mark.requirement("L-1-2")
async def test_nothing_is_stored_of_a_child_and_nothing_sent_to_it_before_the_parent_consents(
    world: World, school: School
) -> None:
    parent = await come_as_parent(world, await invite(school))
    await parent.taps_data("fm_all")
    await parent.taps("Мать")
    await parent.taps("Прочитать согласие")
    await parent.sends(f"{CHILD}, {YOUNG}")
    place = await pupil_of(world)
    await parent.taps_data(f"fm_det:{place.person_id}")
    await parent.sends(CHILD)

    def known(session: Session) -> tuple[str, object, object, int]:
        person = session.get_one(StoredPerson, place.person_id)
        owed = session.scalars(select(Notification.id).where(Notification.person_id == person.id)).all()
        return person.full_name, person.born_on, person.chat_id, len(owed)

    assert await world.read(known) == ("", None, None, 0)
    await parent.taps_data(f"fm_own:{place.person_id}")
    links = select(Invitation.id).where(Invitation.person_id == place.person_id)
    assert await world.read(lambda session: session.scalars(links).all()) == []


# ---- every «no»


async def test_a_parent_who_refuses_loses_nothing_and_the_curator_hears(world: World, school: School) -> None:
    parent = await come_as_parent(world, await invite(school))
    await parent.taps_data("fm_all")
    await parent.taps("Мать")
    await parent.taps("Прочитать согласие")
    await parent.taps("Не даю согласия")
    assert "на бумаге" in parent.screen.text
    assert await open_alerts(world, AlertKind.CONSENT_REFUSED) == 1
    assert "Родитель не дал согласия: М-0" in school.curator.screen.text
    await school.curator.taps("Открыть карточку")
    assert "родитель не согласен" in school.curator.screen.text
    await parent.taps("Прочитать ещё раз")
    await parent.taps("Даю согласие")
    assert "назовите ребёнка" in parent.screen.text
    assert await open_alerts(world, AlertKind.CONSENT_REFUSED) == 0


async def test_a_pupil_who_refuses_stops_it_until_they_change_their_mind(
    world: World, school: School
) -> None:
    parent = await come_as_parent(world, await invite(school))
    await consent(parent)
    await name_child(parent, OLDER)
    await parent.taps("Личная ссылка для ребёнка")
    code = code_in(parent)
    pupil = world.newcomer("Илья")
    await pupil.starts(code)
    await pupil.taps("Русский")
    await pupil.taps("Не даю согласия")
    await world.advance(minutes=2)
    assert "ребёнок не дал согласия" in parent.screen.text
    assert "Ученик не дал согласия: Илья" in school.curator.screen.text
    assert await open_alerts(world, AlertKind.CONSENT_REFUSED) == 1
    assert (await pupil_of(world)).status == MembershipStatus.INVITED
    await parent.taps("Открыть")
    assert "Ребёнок отказался" in parent.screen.text
    await pupil.taps("Прочитать ещё раз")
    await pupil.taps("Даю согласие")
    await fill_in(pupil)
    await world.advance(minutes=2)
    assert await open_alerts(world, AlertKind.CONSENT_REFUSED) == 0


# ---- the form


async def test_a_wrong_birthday_is_said_to_be_wrong_and_the_name_is_kept(
    world: World, school: School
) -> None:
    parent = await come_as_parent(world, await invite(school))
    await consent(parent)
    await parent.taps("Назвать ребёнка")
    await parent.sends("Петров")
    assert "фамилия и имя" in parent.screen.text
    await parent.sends(CHILD)
    for wrong in ("весной 2015", "31.02.2015", "12.03.1990", "12.03.2024"):
        await parent.sends(wrong)
        assert "12.03.2014" in parent.screen.text or "полных лет" in parent.screen.text
    await world.restart()
    await parent.sends(YOUNG)
    assert "11" in parent.screen.text
    await world.restart()
    await parent.taps("Всё верно")
    await parent.taps_data("fm_bok")
    pupil = await pupil_of(world)
    person = await world.read(lambda session: session.get_one(StoredPerson, pupil.person_id))
    assert (person.full_name, person.born_on) == (CHILD, date(2015, 3, 12))


async def test_a_double_tap_on_the_consent_gives_it_once(world: World, school: School) -> None:
    parent = await come_as_parent(world, await invite(school))
    await parent.taps_data("fm_all")
    await parent.taps("Мать")
    await parent.taps("Прочитать согласие")
    document = parent.screen
    await parent.taps("Даю согласие", document)
    await parent.taps("Даю согласие", document)
    assert await consents_of(world, ConsentKind.PARENTAL) == [ConsentStatus.GIVEN]


# ---- others


async def test_nobody_else_may_see_or_decide_about_a_child(world: World, school: School) -> None:
    parent = await come_as_parent(world, await invite(school))
    await consent(parent)
    await name_child(parent, YOUNG)
    pupil = await pupil_of(world)
    number = await world.read(
        lambda session: session.scalars(select(Consent.id).where(Consent.kind == ConsentKind.PARENTAL)).one()
    )
    other_school = await world.school("Школа № 2")
    other_parent = await come_as_parent(world, await invite(other_school), "Чужая Анна Ивановна")
    forged = (
        f"fm_kid:{pupil.person_id}",
        f"fm_dat:{pupil.person_id}",
        f"fm_fil:{pupil.person_id}",
        f"fm_own:{pupil.person_id}",
        f"fm_app:{pupil.person_id}",
        f"fm_lnk:{pupil.id}",
        f"fm_one:{pupil.id}",
        f"fm_pwq:{pupil.id}",
        f"fm_plk:{pupil.id}",
        f"fm_pap:{pupil.id}",
        f"fm_ans:{number}:1",
        f"fm_wok:{number}",
        f"fm_wex:{pupil.person_id}",
        f"fm_maj:{number}:1",
        f"pv_rqs:{pupil.person_id}",
        "fm_kid:" + "9" * 50,
    )
    for stranger in (other_parent, other_school.curator):
        for data in forged:
            await stranger.taps_data(data)
            assert "Илья" not in stranger.screen.text, data
    assert (await world.read(lambda session: session.get_one(Consent, number))).status == ConsentStatus.GIVEN


async def test_a_second_parent_comes_by_the_first_ones_link_and_both_see_the_child(
    world: World, school: School
) -> None:
    mother = await come_as_parent(world, await invite(school))
    await consent(mother)
    await name_child(mother, YOUNG)
    await mother.taps("Пригласить второго родителя")
    father = await come_as_parent(world, code_in(mother), "Петров Сергей Ильич")
    await father.taps_data("fm_all")
    await father.taps("Отец")
    assert "Илья" in father.screen.text
    await father.taps("Дать и своё согласие")
    await father.taps("Даю согласие")
    assert await consents_of(world, ConsentKind.PARENTAL) == [ConsentStatus.GIVEN] * 2


async def test_a_parent_has_several_children(world: World, school: School) -> None:
    parent = await come_as_parent(world, await invite(school))
    await consent(parent)
    await name_child(parent, YOUNG)
    second = await invite(school, "наставник")
    await parent.starts(second)
    if "Даю согласие" in str(parent.buttons):
        await parent.taps("Даю согласие")
    await parent.taps_data("fm_all")
    assert "Ваши дети" in parent.screen.text
    assert len(parent.buttons) == 3
    links = select(Guardianship.child_id).where(Guardianship.ended_at.is_(None))
    assert len(set(await world.read(lambda session: session.scalars(links).all()))) == 2


async def test_a_consent_on_paper_is_recorded_with_the_child(world: World, school: School) -> None:
    await invite(school)
    pupil = await pupil_of(world)
    curator = school.curator
    await record_on_paper(curator, pupil.id, YOUNG)
    assert "Согласие записано" in curator.screen.text
    assert "Ссылка для ученика" in str(curator.buttons)
    stored = await world.read(
        lambda session: session.scalars(select(Consent).where(Consent.kind == ConsentKind.PARENTAL)).one()
    )
    assert (stored.status, stored.original_number) == (ConsentStatus.GIVEN, "17/2026")


async def record_on_paper(curator: Person, membership_id: int, born: str) -> None:
    await curator.taps_data(f"fm_one:{membership_id}")
    await curator.taps("Согласие на бумаге получено")
    await curator.sends("17/2026")
    await curator.sends("завтра")
    await curator.sends("01.09.2026")
    await curator.sends(CHILD)
    await curator.sends(born)
    await curator.taps("Всё верно")


# ---- withdrawing


async def test_a_parent_withdraws_and_nothing_of_the_child_is_left(world: World, school: School) -> None:
    mother = await come_as_parent(world, await invite(school))
    await consent(mother)
    await name_child(mother, YOUNG)
    await mother.taps("Пригласить второго родителя")
    father = await come_as_parent(world, code_in(mother), "Петров Сергей Ильич")
    await mother.taps_data("fm_all")
    await mother.taps("Отозвать согласие")
    assert "Илья" in mother.screen.text
    await mother.taps("Понятно, продолжить")
    given = select(Consent.id).where(Consent.kind == ConsentKind.PARENTAL)
    number = await world.read(lambda session: session.scalars(given).one())
    await mother.taps("Да, отозвать и стереть")
    await mother.taps_data(f"fm_wok:{number}")
    pupil = await pupil_of(world)
    person = await world.read(lambda session: session.get_one(StoredPerson, pupil.person_id))
    assert (person.full_name, person.born_on, pupil.status) == ("", None, MembershipStatus.LEFT)
    assert person.is_frozen
    case = await world.read(lambda session: session.scalars(select(ErasureCase)).one())
    assert case.by_id is not None
    assert "отозвано" in father.screen.text
    assert "Илья" not in father.screen.text
    assert "Отозвал не сам участник" in school.curator.screen.text
    await school.curator.taps("Акт об уничтожении")
    assert school.curator.downloads()


async def test_a_parent_who_leaves_takes_along_the_child_for_whom_nobody_else_consented(
    world: World, school: School
) -> None:
    parent = await come_as_parent(world, await invite(school))
    await consent(parent)
    await name_child(parent, YOUNG)
    await parent.sends("/mydata")
    await parent.taps("Отозвать согласие")
    assert "Дети: 1" in parent.screen.text
    await parent.taps("Понятно, продолжить")
    await parent.taps("Да, отозвать и стереть")
    pupil = await pupil_of(world)
    person = await world.read(lambda session: session.get_one(StoredPerson, pupil.person_id))
    assert person.is_frozen
    assert person.full_name == ""
    cases = await world.read(lambda session: session.scalars(select(ErasureCase.person_id)).all())
    assert len(set(cases)) == 2


async def test_a_child_stays_when_the_other_parent_has_consented_too(world: World, school: School) -> None:
    mother = await come_as_parent(world, await invite(school))
    await consent(mother)
    await name_child(mother, YOUNG)
    await mother.taps("Пригласить второго родителя")
    father = await come_as_parent(world, code_in(mother), "Петров Сергей Ильич")
    await father.taps_data("fm_all")
    await father.taps("Отец")
    await father.taps("Дать и своё согласие")
    await father.taps("Даю согласие")
    await mother.sends("/mydata")
    await mother.taps("Отозвать согласие")
    assert "Дети:" not in mother.screen.text
    await mother.taps("Понятно, продолжить")
    await mother.taps("Да, отозвать и стереть")
    await father.taps_data("fm_all")
    assert "Илья" in father.screen.text


async def test_a_withdrawal_on_paper_is_carried_out_by_the_curator(world: World, school: School) -> None:
    await test_a_consent_on_paper_is_recorded_with_the_child(world, school)
    pupil, curator = await pupil_of(world), school.curator
    await curator.taps_data(f"fm_pwq:{pupil.id}")
    await curator.sends("01.01.2020")
    assert "могло поступить" in curator.screen.text
    await curator.sends("04.09.2026")
    assert "Отзыв записан" in str(curator.texts())
    case = await world.read(lambda session: session.scalars(select(ErasureCase)).one())
    assert case.opened_at == datetime(2026, 9, 3, 21, 0, tzinfo=UTC)
    assert case.due_at == datetime(2026, 10, 3, 21, 0, tzinfo=UTC)


# ---- the fourteenth birthday


async def test_who_turns_14_in_the_bot_is_asked_for_their_own_assent(world: World, school: School) -> None:
    parent = await come_as_parent(world, await invite(school))
    await consent(parent)
    await name_child(parent, "10.09.2012")
    await parent.taps("Личная ссылка")
    pupil = world.newcomer("Илья")
    await pupil.starts(code_in(parent))
    await pupil.taps("Русский")
    await pupil.taps("Начать")
    await fill_in(pupil)
    await school.curator.taps("Одобрить")
    await world.advance_to(datetime(2026, 9, 9, 9, 0, tzinfo=UTC))
    assert await consents_of(world, ConsentKind.ASSENT) == [ConsentStatus.SUPERSEDED]

    await world.advance_to(datetime(2026, 9, 10, 9, 0, tzinfo=UTC))
    statuses = await consents_of(world, ConsentKind.ASSENT)
    assert statuses == [ConsentStatus.SUPERSEDED, ConsentStatus.ASKED]
    await pupil.taps("Даю согласие")
    await world.advance(days=20)
    statuses = await consents_of(world, ConsentKind.ASSENT)
    assert statuses == [ConsentStatus.SUPERSEDED, ConsentStatus.GIVEN]
    assert await consents_of(world, ConsentKind.PARENTAL) == [ConsentStatus.GIVEN]


# ---- the eighteenth birthday


async def grown_pupil(world: World, school: School) -> tuple[Person, Person]:
    """A parent, and a pupil who turns 18 on 10 September 2026."""
    parent = await come_as_parent(world, await invite(school))
    await consent(parent)
    await name_child(parent, "10.09.2008")
    await parent.taps("Личная ссылка для ребёнка")
    pupil = world.newcomer("Илья")
    await pupil.starts(code_in(parent))
    await pupil.taps("Русский")
    await pupil.taps("Даю согласие")
    await fill_in(pupil)
    await school.curator.taps("Одобрить")
    return parent, pupil


async def test_who_turns_18_answers_for_themselves_and_goes_on(world: World, school: School) -> None:
    parent, pupil = await grown_pupil(world, school)
    await world.advance_to(datetime(2026, 9, 9, 20, 0, tzinfo=UTC))
    assert "18" not in pupil.screen.text
    await world.advance_to(datetime(2026, 9, 10, 7, 0, tzinfo=UTC))
    assert "Вам исполнилось 18" in pupil.screen.text
    assert "исполнилось 18" in parent.screen.text
    child_id = (await pupil_of(world)).person_id
    await parent.taps_data(f"fm_dat:{child_id}")
    assert "Что хранится о ребёнке" not in parent.screen.text
    document = pupil.screen
    await pupil.taps("Даю согласие", document)
    assert "Всё продолжается" in pupil.screen.text
    await pupil.taps("Даю согласие", document)
    await world.advance(days=32)
    membership = await pupil_of(world)
    assert membership.status == MembershipStatus.ACTIVE
    assert await consents_of(world, ConsentKind.PARENTAL) == [ConsentStatus.SUPERSEDED]
    assert await open_alerts(world, AlertKind.CONSENT_UNANSWERED) == 0


async def test_who_turns_18_and_does_not_answer_rests_after_thirty_days(world: World, school: School) -> None:
    _, pupil = await grown_pupil(world, school)
    await world.advance_to(datetime(2026, 9, 10, 7, 0, tzinfo=UTC))
    document = pupil.screen
    await world.advance_to(datetime(2026, 10, 9, 7, 0, tzinfo=UTC))
    assert (await pupil_of(world)).status == MembershipStatus.ACTIVE
    await world.advance_to(datetime(2026, 10, 10, 7, 0, tzinfo=UTC))
    assert (await pupil_of(world)).status == MembershipStatus.PAUSED
    assert await open_alerts(world, AlertKind.CONSENT_UNANSWERED) == 1
    assert any("ответа о согласии нет: Илья" in text for text in school.curator.texts()[-3:])
    await pupil.taps("Даю согласие", document)
    assert (await pupil_of(world)).status == MembershipStatus.ACTIVE
    assert await open_alerts(world, AlertKind.CONSENT_UNANSWERED) == 0


async def test_who_says_no_at_18_rests_at_once(world: World, school: School) -> None:
    _, pupil = await grown_pupil(world, school)
    await world.advance_to(datetime(2026, 9, 10, 7, 0, tzinfo=UTC))
    await pupil.taps("Не даю согласия")
    assert "участие приостановлено" in pupil.screen.text
    assert (await pupil_of(world)).status == MembershipStatus.PAUSED
    assert await open_alerts(world, AlertKind.CONSENT_REFUSED) == 1
    await pupil.taps("Даю согласие")
    assert (await pupil_of(world)).status == MembershipStatus.ACTIVE


async def test_the_own_consent_of_somebody_without_telegram_is_recorded_on_paper(
    world: World, school: School
) -> None:
    await invite(school)
    pupil, curator = await pupil_of(world), school.curator
    await record_on_paper(curator, pupil.id, "10.09.2008")
    await world.advance_to(datetime(2026, 9, 10, 7, 0, tzinfo=UTC))
    assert "Исполнилось 18" in curator.screen.text
    await curator.taps("Согласие на бумаге получено")
    await curator.sends("18/2026")
    await curator.sends("10.09.2026")
    assert "Согласие записано" in curator.screen.text
    assert await consents_of(world, ConsentKind.PERSONAL_DATA) == [ConsentStatus.GIVEN] * 3
    assert await open_alerts(world, AlertKind.CONSENT_UNANSWERED) == 0
    person = await world.read(lambda session: session.get_one(StoredPerson, pupil.person_id))
    assert person.born_on is None
