"""What becomes of acts when updates repeat, come in disorder or can't be handled: rows 2, 25–31, 44."""

from __future__ import annotations

import asyncio
from collections.abc import Iterator
from enum import Enum
from itertools import chain
from typing import Any, get_args

import pytest
from aiogram.filters.callback_data import CallbackData
from sqlalchemy import func, select
from sqlalchemy.orm import Session

from handlers import registry
from models import (
    Alert,
    ApplicationStatus,
    AuditRecord,
    Consent,
    InboxStatus,
    Membership,
    MembershipStatus,
    Role,
)
from models import Application as StoredApplication
from sandbox.people import Person
from services import inbox
from tests.faults.support import (
    INCIDENT,
    acts,
    answers,
    applicant,
    application_of,
    fill_in,
    member,
    updates,
)
from tests.support.world import ADMIN_ID, World

RESUMED = "Связь прерывалась"
STALE = "Эта кнопка уже неактуальна"


def last_update(world: World) -> dict[str, Any]:
    """What Telegram would give next, taken out of its queue."""
    update: dict[str, Any] = world.account.updates.pending()[-1]
    return update


async def does_without_the_bot(world: World, act: Any) -> dict[str, Any]:
    """A person acts while nobody polls. Returns the update."""
    after, world.telegram.after_action = world.telegram.after_action, None
    await act
    world.telegram.after_action = after
    return last_update(world)


async def test_row_02_killed_before_the_commit_an_update_is_replayed_with_one_effect(world: World) -> None:
    person = await applicant(world)
    raw = await does_without_the_bot(world, person.sends("Каримова Алсу Рустемовна"))
    await world.write(
        inbox.store, [stored(raw)], now=world.clock.now()
    )  # stored, and then the program was killed
    assert [one.id for one in await updates(world, InboxStatus.STORED)] == [raw["update_id"]]
    await world.restart()
    assert await answers(world, person) == {"name": "Каримова Алсу Рустемовна"}
    assert (await application_of(world, person)).position == 1
    assert await updates(world, InboxStatus.STORED, InboxStatus.EFFECTED) == []


def stored(raw: dict[str, Any]) -> inbox.StoredUpdate:
    from bot.worker import incoming

    return incoming(raw)


async def test_row_02_killed_after_the_commit_the_effect_stays_one_and_the_person_is_shown_where_they_stand(
    world: World,
) -> None:
    person = await applicant(world)
    await world.restart()
    seen = len(person.texts())
    world.telegram.faults.add("sendMessage", "hang", seconds=30, effect=False)
    raw = await does_without_the_bot(world, person.sends("Каримова Алсу Рустемовна"))
    await world.app.worker.accept([raw])
    while not await updates(world, InboxStatus.EFFECTED):
        await asyncio.sleep(0.005)
    for task in world.app.worker._tasks:  # killed while the answer is on its way
        task.cancel()
    await world.restart()
    assert await answers(world, person) == {"name": "Каримова Алсу Рустемовна"}
    assert (await application_of(world, person)).position == 1
    (only,) = person.texts()[seen:]
    assert RESUMED in only
    assert ["Продолжить анкету"] in person.buttons
    await person.taps("Продолжить анкету")
    assert "Какой предмет" in person.texts()[-1]


async def test_row_02_killed_during_the_consent_the_stranger_is_shown_the_consent_again(world: World) -> None:
    school = await world.school()
    person = world.newcomer("Алсу")
    code = await world.invitation(school.id, Role.MENTEE)
    await person.starts(code)
    world.telegram.faults.add("editMessageText", "hang", seconds=30, effect=False)
    raw = await does_without_the_bot(world, person.taps("Русский"))
    await world.app.worker.accept([raw])
    while not await updates(world, InboxStatus.EFFECTED):
        await asyncio.sleep(0.005)
    for task in world.app.worker._tasks:
        task.cancel()
    await world.restart()
    await person.taps("Русский")
    assert ["Даю согласие"] in person.buttons


async def test_row_25_the_same_update_twice_has_one_effect(world: World) -> None:
    person = await applicant(world)
    await person.sends("Каримова Алсу Рустемовна")
    await person.taps("Математика")
    raw = await does_without_the_bot(world, person.sends("7"))
    await world.app.worker.accept([raw, raw])
    await world.app.worker.accept([raw])
    await world.app.worker.idle()
    await world.app.worker.accept([raw])
    await world.settle()
    assert (await answers(world, person))["experience_years"] == 7
    assert (await application_of(world, person)).position == 3
    await world.restart()
    await world.app.worker.accept([raw])
    await world.settle()
    assert (await application_of(world, person)).position == 3


async def test_row_26_updates_out_of_order_corrupt_nothing(world: World) -> None:
    person = await applicant(world)
    await person.sends("Каримова Алсу Рустемовна")
    application = await application_of(world, person)
    done = await does_without_the_bot(world, person.taps_data(f"jn_ans:{application.id}:d:difficulties:"))
    tick = await does_without_the_bot(
        world, person.taps_data(f"jn_ans:{application.id}:t:difficulties:discipline")
    )
    subject = await does_without_the_bot(world, person.taps("Математика"))
    submit = await does_without_the_bot(world, person.taps_data(f"jn_sub:{application.id}"))
    for raw in (submit, done, tick, subject):
        await world.app.worker.accept([raw])
    await world.settle()
    current = await application_of(world, person)
    assert current.answers == {"name": "Каримова Алсу Рустемовна", "subject": "mathematics"}
    assert (current.position, current.status) == (2, ApplicationStatus.DRAFT)
    assert await updates(world, InboxStatus.STORED, InboxStatus.DEAD) == []


async def test_row_27_a_handler_that_raises_is_tried_again_and_then_laid_aside_with_an_apology(
    world: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    person = await applicant(world)
    operator = world.telegram.add_person("Оператор", id=ADMIN_ID)
    await operator.starts()
    tried = []

    def broken(*_: Any, **__: Any) -> None:
        tried.append(1)
        raise ZeroDivisionError("Каримова Алсу")

    monkeypatch.setattr("services.applications.answer_typed", broken)
    await person.sends("Каримова Алсу Рустемовна")
    monkeypatch.undo()
    assert len(tried) == 3
    (dead,) = await updates(world, InboxStatus.DEAD)
    assert (dead.body, dead.error) == (None, "ZeroDivisionError")
    assert INCIDENT in person.texts()[-1]
    assert str(dead.incident) in person.texts()[-1]
    assert str(dead.incident) in operator.texts()[-1]
    await person.sends("Каримова Алсу Рустемовна")
    assert (await application_of(world, person)).position == 1, "the form stands where it stood"


async def test_row_27_a_handler_that_raises_once_is_no_trouble_to_anybody(
    world: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    from services import applications

    person = await applicant(world)
    works = applications.answer_typed
    failures = iter([ZeroDivisionError()])

    def shaky(*given: Any, **named: Any) -> Any:
        for failure in failures:
            raise failure
        return works(*given, **named)

    monkeypatch.setattr("services.applications.answer_typed", shaky)
    await person.sends("Каримова Алсу Рустемовна")
    assert (await application_of(world, person)).position == 1
    assert INCIDENT not in person.texts()[-1]


async def test_row_27_one_persons_trouble_does_not_hold_up_their_next_message_or_others(
    world: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    one, other = await applicant(world), await member(world)

    def broken(*_: Any, **__: Any) -> None:
        raise ZeroDivisionError

    monkeypatch.setattr("services.applications.answer_typed", broken)
    await does_without_the_bot(world, one.sends("Каримова Алсу Рустемовна"))
    await does_without_the_bot(world, other.sends("/help"))
    await one.sends("/help")
    assert "Что вы можете сделать" in other.texts()[-1]
    assert INCIDENT in one.texts()[-2]
    assert "Что вы можете сделать" in one.texts()[-1]


@pytest.mark.parametrize(
    "body",
    [
        {"message_from_the_future": {"id": 1}},
        {"message": {"message_id": 1}},
        {"message": "not an object"},
        {},
        {"message": {"message_id": 1, "date": 0, "chat": {"id": 10**30, "type": "private"}, "text": "x"}},
        {"message": {"message_id": 1, "date": 0, "chat": {"id": 7, "type": "private"}, "text": "\ud83d"}},
    ],
    ids=["unknown", "incomplete", "no-object", "empty", "huge-number", "half-an-emoji"],
)
async def test_row_28_an_update_that_nobody_understands_is_laid_aside_and_the_next_is_handled(
    world: World, body: dict[str, Any]
) -> None:
    person = await member(world)
    raw = await does_without_the_bot(world, person.sends("/help"))
    strange = {"update_id": raw["update_id"] - 1_000_000} | body
    await world.app.worker.accept([strange, raw])
    await world.settle()
    assert "Что вы можете сделать" in person.texts()[-1]
    laid_aside = await updates(world, InboxStatus.DEAD)
    assert [(one.id, one.body) for one in laid_aside] == [(strange["update_id"], None)]
    assert laid_aside[0].incident


async def test_row_28_an_update_of_a_kind_that_the_bot_does_not_use_is_handled_by_nobody(
    world: World,
) -> None:
    person = await member(world)
    (sent,) = await person.sends("/help")
    await person.edits(sent, "/menu")
    chat = {"id": -100, "type": "channel", "title": "Канал"}
    post = {"update_id": 17, "channel_post": {"message_id": 1, "date": 0, "chat": chat, "text": "Новость"}}
    await world.app.worker.accept([post])
    await world.settle()
    assert await updates(world, InboxStatus.DEAD, InboxStatus.STORED) == []


# -- buttons --


def buttons() -> Iterator[type[CallbackData]]:
    """Every kind of button that the program knows."""
    assert registry.ROUTERS
    waiting = list(CallbackData.__subclasses__())
    while waiting:
        kind = waiting.pop()
        waiting += kind.__subclasses__()
        if kind.__module__.startswith("handlers."):
            yield kind


def values_of(annotation: Any) -> list[Any]:
    """Values that no button of ours carries, and some that it may."""
    if get_args(annotation):
        return list(chain.from_iterable(values_of(one) for one in get_args(annotation)))
    if annotation is bool:
        return [True, False]
    if annotation is int:
        return [0, 1, -1, 99, 10**17, 10**60]
    if isinstance(annotation, type) and issubclass(annotation, Enum):
        return list(annotation)
    if annotation is str:
        return ["", "x", "name", "2026-99-99"]
    return [None]


def forgeries(kind: type[CallbackData]) -> Iterator[str]:
    """Odd values in every field at once, a huge number in each field alone, and a field too many."""
    prefix = kind.__prefix__
    columns = [values_of(field.annotation) for field in kind.model_fields.values()]
    for number in range(max(map(len, columns), default=1)):
        yield packed(prefix, [column[number % len(column)] for column in columns])
    for place in range(len(columns)):
        plain = [values[1 % len(values)] for values in columns]
        yield packed(prefix, [*plain[:place], 10**17, *plain[place + 1 :]])
    yield packed(prefix, [*["1"] * len(columns), "one too many"])


def packed(prefix: str, values: list[Any]) -> str:
    texts = [
        "" if one is None else str(int(one) if isinstance(one, bool) else getattr(one, "value", one))
        for one in values
    ]
    return ":".join([prefix, *texts])[:64]


RUBBISH = [
    "",
    ":",
    "::::",
    "jn_ans",
    "jn_ans:1",
    "no_such_button:1",
    "x" * 64,
    "jn_sub:" + "9" * 57,
    "jn_sub:0x10",
    "\x00",
    "😀" * 16,
]


PARTS = 4
"""There are thousands of forgeries: each test taps a part of them."""


@pytest.mark.parametrize("part", range(PARTS))
@pytest.mark.parametrize("role", [Role.MENTEE, Role.CURATOR, None], ids=["mentee", "curator", "stranger"])
async def test_row_29_malformed_buttons_are_answered_and_break_nothing(
    world: World, role: Role | None, part: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("bot.worker.PAUSES", (0.0, 0.0))
    school = await world.school()
    if role is None:
        person = world.newcomer("Чужой")
        await person.starts()
    else:
        person = await world.member(school.id, role)
    place = person.screen
    forged = list(
        dict.fromkeys(
            [one for one in RUBBISH if one] + [one for kind in buttons() for one in forgeries(kind)]
        )
    )
    assert len(forged) > 300
    forged = forged[part :: PARTS if role else 4 * PARTS]  # strangers do not get further than the gate
    sent = {}
    world.telegram.after_action = None
    for data in forged:
        await person.taps_data(data, place)
        sent[last_update(world)["update_id"]] = data
    await world.settle()
    broken = {sent[one.id]: one.error for one in await updates(world, InboxStatus.DEAD, InboxStatus.STORED)}
    assert broken == {}
    assert not any(INCIDENT in text for text in person.texts())
    answered = {call.payload["callback_query_id"] for call in world.telegram.calls_of("answerCallbackQuery")}
    assert len(answered) >= len(forged), "no button is left with a spinner"


async def test_row_29_an_option_that_is_not_offered_is_no_answer(world: World) -> None:
    person = await applicant(world)
    await person.sends("Каримова Алсу Рустемовна")
    application = await application_of(world, person)
    await person.taps_data(f"jn_ans:{application.id}:c:subject:alchemy")
    assert STALE in person.toasts[-1].text
    assert "subject" not in await answers(world, person)
    await person.taps_data(f"jn_ans:{application.id}:c:subject:physics")
    await person.sends("0")
    await person.taps_data(f"jn_ans:{application.id}:c:category:young")
    await person.taps_data(f"jn_ans:{application.id}:t:difficulties:<b>")
    assert "difficulties" not in await answers(world, person)
    await person.taps_data(f"jn_ans:{application.id}:c:difficulties:discipline")
    assert "difficulties" not in await answers(world, person), (
        "one of several is no answer to a list of ticks"
    )


@pytest.mark.parametrize(
    "data",
    [
        "jn_ans:{id}:b:subject:",
        "jn_ans:{id}:c:subject:physics",
        "jn_sub:{id}",
        "jn_cont:{id}",
        "jn_sum:{id}:0",
        "jn_wdq:{id}",
        "jn_wd:{id}",
        "jn_see:{id}:0",
        "jn_up:{id}",
        "jn_dec:{id}:1",
        "jn_why:{id}:unclear",
    ],
)
async def test_row_30_a_button_on_somebody_elses_application_is_denied_and_audited(
    world: World, data: str
) -> None:
    owner, forger = await applicant(world), await member(world)
    await owner.sends("Каримова Алсу Рустемовна")
    application = await application_of(world, owner)
    await forger.taps_data(data.format(id=application.id))
    assert "недоступно" in forger.toasts[-1].text
    assert not any("Каримова" in text for text in forger.texts())
    after = await application_of(world, owner)
    assert (after.answers, after.position, after.status) == (application.answers, 1, ApplicationStatus.DRAFT)
    query = select(AuditRecord.act, AuditRecord.actor_id).where(AuditRecord.act.startswith("denied:"))
    (denial,) = await world.read(lambda session: session.execute(query).all())
    assert denial.act == f"denied:{data.partition(':')[0]}"
    assert denial.actor_id is not None


async def test_row_30_a_curator_of_another_school_may_not_decide(world: World) -> None:
    person = await applicant(world)
    await fill_in(person)
    await person.taps("Отправить")
    application = await application_of(world, person)
    elsewhere = await world.school("Школа № 2")
    await elsewhere.curator.taps_data(f"jn_dec:{application.id}:1")
    assert "недоступно" in elsewhere.curator.toasts[-1].text
    assert (await application_of(world, person)).status == ApplicationStatus.SUBMITTED
    assert await acts(world, "denied:jn_dec") == 1


async def test_row_30_somebody_elses_consent_cannot_be_given(world: World) -> None:
    school = await world.school()
    one, forger = world.newcomer("Алсу"), world.newcomer("Чужой")
    for person in (one, forger):
        await person.starts(await world.invitation(school.id, Role.MENTEE))
        await person.taps("Русский")
    consent_id = await world.read(first_consent_of, one)
    await forger.taps_data(f"jn_cons:{consent_id}:1")
    assert STALE in forger.toasts[-1].text
    assert (
        await world.read(
            lambda session: session.scalar(
                select(func.count(Membership.id)).where(Membership.role == Role.MENTEE)
            )
        )
        == 0
    )


def first_consent_of(session: Session, person: Person) -> int:
    from models import Person as StoredPerson

    return session.scalars(
        select(Consent.id)
        .join(StoredPerson, StoredPerson.id == Consent.person_id)
        .where(StoredPerson.chat_id == person.id)
    ).one()


async def test_row_30_a_tap_in_a_chat_of_others_is_nobodys(world: World) -> None:
    school = await world.school()
    curator, forger = school.curator, world.newcomer("Чужой")
    await forger.starts()
    await forger.taps_data("jn_inv", curator.screen)
    assert "участникам программы" in forger.toasts[-1].text
    assert not any("ссылку" in text for text in curator.texts(1))


async def test_row_31_an_old_button_is_no_longer_current_and_the_current_screen_is_offered(
    world: World,
) -> None:
    person = await applicant(world)
    await person.sends("Каримова Алсу Рустемовна")
    old = person.screen
    await person.sends("Астрономия")
    assert (await application_of(world, person)).position == 2
    await person.taps("Физика", old)
    assert STALE in person.toasts[-1].text
    assert (await answers(world, person))["subject"] == "Астрономия"
    assert ["Продолжить анкету"] in person.buttons
    await person.taps("Продолжить анкету")
    assert "Сколько лет" in person.texts()[-1]


async def test_row_31_the_buttons_of_a_decided_application_change_nothing(world: World) -> None:
    person = await applicant(world)
    await fill_in(person)
    summary = person.screen
    await person.taps("Отправить")
    application = await application_of(world, person)
    await person.taps_data(f"jn_ans:{application.id}:e:subject:", summary)
    assert STALE in person.toasts[-1].text
    assert (await application_of(world, person)).status == ApplicationStatus.SUBMITTED


async def test_row_44_a_double_tap_on_send_makes_one_record(world: World) -> None:
    person = await applicant(world)
    await fill_in(person)
    application = await application_of(world, person)
    place = person.screen
    data = f"jn_sub:{application.id}"
    first = await does_without_the_bot(world, person.taps_data(data, place))
    second = await does_without_the_bot(world, person.taps_data(data, place))
    assert first["update_id"] != second["update_id"]
    await world.settle()
    assert await world.read(lambda session: len(session.scalars(select(Alert.id)).all())) == 1
    assert await world.read(lambda session: len(session.scalars(select(StoredApplication.id)).all())) == 1
    assert len(person.toasts) >= 2, "both taps were answered"
    assert any("Анкета отправлена" in text for text in person.texts())


async def test_row_44_a_double_tap_on_consent_takes_one_place(world: World) -> None:
    school = await world.school()
    person = world.newcomer("Алсу")
    await person.starts(await world.invitation(school.id, Role.MENTEE, places=2))
    await person.taps("Русский")
    consent = person.screen
    await does_without_the_bot(world, person.taps("Даю согласие", consent))
    await person.taps("Даю согласие", consent)
    assert (await application_of(world, person)).position == 0
    assert await acts(world, "consent.given") == 1
    await person.sends("Каримова Алсу Рустемовна")
    assert "Какой предмет" in person.texts()[-1], "the question on the screen still waits for its answer"


async def test_two_curators_approve_at_once_and_one_decision_is_made(world: World) -> None:
    person = await applicant(world)
    query = select(Membership.organization_id).where(Membership.role == Role.MENTEE)
    school_id = await world.read(lambda session: session.scalars(query).one())
    second = await world.member(school_id, Role.CURATOR, last="Вторая", first="Куратор")
    curators = [second, next(one for one in world.telegram.people.values() if one.last_name == "Орлова")]
    await fill_in(person)
    await person.taps("Отправить")
    taps = [await does_without_the_bot(world, one.taps("Одобрить")) for one in curators]
    assert len({raw["update_id"] for raw in taps}) == 2
    await world.settle()
    assert await acts(world, "application.approved") == 1
    told = [text for one in curators for text in [*one.texts(), *(toast.text for toast in one.toasts)]]
    assert sum("Одобрено" in text for text in told) == 1
    assert sum("Решение уже принято" in text for text in told) == 1
    assert sum("Ваша анкета одобрена" in text for text in person.texts()) == 1
    status = select(Membership.status).where(Membership.role == Role.MENTEE)
    assert await world.read(lambda session: session.scalars(status).one()) == MembershipStatus.ACTIVE
