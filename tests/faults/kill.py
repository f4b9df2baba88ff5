"""The kill test: `python -m tests.faults.kill --kills 100`.

A real process, a real HTTP front, `kill -9` at random moments. Meanwhile people go on tapping and typing, and
messages go on falling due. Afterwards the program is started once more and comes to rest. Then is counted:

- an update is lost when an act of a person has left no trace in the database;
- an effect is doubled when it has left more than one (every act here writes one record, or sets one tick);
- a message is lost when nobody received it and no row says that it is in doubt or was refused;
- a message is doubled when it was received more than once without the mark «maybe you have this already»;
- a message is flagged when it was repeated with that mark, or is in doubt.
"""

from __future__ import annotations

import argparse
import asyncio
import json
import random
import sys
import tempfile
import time
from collections import Counter
from dataclasses import asdict, dataclass, field
from datetime import UTC, datetime, timedelta
from functools import partial
from pathlib import Path
from typing import Any

from aiogram.methods import SendMessage
from sqlalchemy.orm import Session

from bot import schema
from handlers.applications.states import Applying
from models import Application, ApplicationStatus, Form, MembershipStatus, Organization, Role
from sandbox.people import Person
from sandbox.telegram import Telegram
from services import outbox
from tests.faults.process import Stage
from tests.faults.support import REPEATED
from tests.support import factories

CURATORS, APPLICANTS = 4, 4
OPTIONS = (
    "discipline",
    "lesson_planning",
    "motivation",
    "assessment",
    "parents",
    "paperwork",
    "digital",
    "gifted",
)
QUESTION, POSITION = "difficulties", 3
BACKLOG = 25
"""People stop for a moment when so many of their updates wait: the program is to be busy, not buried."""
REST_SECONDS = 120.0
FLAGGED = ("unknown", "dead")


@dataclass
class Figures:
    """What was done, and what became of it. The first five are to be nought."""

    updates_lost: int = 0
    effects_doubled: int = 0
    answers_wrong: int = 0
    messages_lost: int = 0
    messages_doubled: int = 0
    messages_flagged: int = 0
    messages_in_doubt: int = 0
    kills: int = 0
    acts: int = 0
    messages: int = 0
    resumed: int = 0
    seconds: float = 0.0
    details: list[str] = field(default_factory=list)

    @property
    def is_good(self) -> bool:
        return not any(
            (
                self.updates_lost,
                self.effects_doubled,
                self.answers_wrong,
                self.messages_lost,
                self.messages_doubled,
            )
        )


@dataclass
class Cast:
    """Who is there, and what each has done."""

    curators: list[Person]
    applicants: list[Person]
    applications: dict[int, int]
    looks: Counter[int] = field(default_factory=Counter)
    denials: Counter[int] = field(default_factory=Counter)
    ticks: dict[int, Counter[str]] = field(default_factory=dict)
    typed: dict[int, str] = field(default_factory=dict)
    codes: list[tuple[str, int]] = field(default_factory=list)
    update_ids: list[int] = field(default_factory=list)


class KillTest:
    """One run."""

    def __init__(self, folder: Path, *, kills: int, seconds: float, seed: int) -> None:
        self._stage = Stage(folder)
        self._kills, self._seconds = kills, seconds
        self._random = random.Random(seed)
        self._figures = Figures()
        self._is_over = False

    async def run(self) -> Figures:
        began = time.monotonic()
        await schema.migrate(f"sqlite+aiosqlite:///{self._stage.path}")
        async with self._stage:
            cast = await self._set_scene()
            self._slow_down(self._stage.telegram)
            acting = [asyncio.create_task(self._act(cast)), asyncio.create_task(self._owe(cast))]
            while self._figures.kills < self._kills and time.monotonic() - began < self._seconds:
                await self._kill_once()
            self._is_over = True
            await asyncio.gather(*acting)
            await self._come_to_rest()
            self._count(cast)
        self._figures.seconds = round(time.monotonic() - began, 1)
        return self._figures

    # -- \1 --

    async def _set_scene(self) -> Cast:
        telegram, account = self._stage.telegram, self._stage.account
        curators = [telegram.add_person(f"Куратор{number}") for number in range(CURATORS)]
        applicants = [telegram.add_person(f"Заявитель{number}") for number in range(APPLICANTS)]
        applications = self._stage.write(lambda session: store_people(session, curators, applicants))
        for person in (*curators, *applicants):
            await person.starts()
            await self._show_something(telegram, person)
        account.updates.clear()
        cast = Cast(curators, applicants, applications)
        push = account.updates.inject

        def noted(update: dict[str, Any]) -> None:
            cast.update_ids.append(update["update_id"])
            push(update)

        account.updates.inject = noted  # type: ignore[method-assign]
        return cast

    @staticmethod
    def _slow_down(telegram: Telegram) -> None:
        """Before and after it does what is asked, Telegram takes its time: that is when a kill hurts."""
        telegram.latency = 0.02
        telegram.faults.add("*", "hang", times=None, seconds=0.05)

    async def _show_something(self, telegram: Telegram, person: Person) -> None:
        """A message of the bot with room for buttons, such as people have on their screens."""
        await telegram.call(self._stage.account.token, SendMessage(chat_id=person.id, text="Начнём"))

    # -- \1 --

    async def _act(self, cast: Cast) -> None:
        number = 0
        while not self._is_over:
            if len(self._stage.account.updates.pending()) < BACKLOG:
                number += 1
                await self._act_once(cast, number)
            await asyncio.sleep(self._random.uniform(0.0, 0.25))

    async def _act_once(self, cast: Cast, number: int) -> None:
        self._figures.acts += 1
        if self._random.random() < 0.5:
            await self._look(cast, self._random.choice(cast.curators))
        elif self._random.random() < 0.5:
            await self._tick(cast, self._random.choice(cast.applicants))
        else:
            person = self._random.choice(cast.applicants)
            cast.typed[person.id] = f"своё затруднение {number}"
            await person.sends(cast.typed[person.id])

    async def _look(self, cast: Cast, curator: Person) -> None:
        """A curator opens an application (one record), or tries what is not theirs (another)."""
        if self._random.random() < 0.7:
            cast.looks[curator.id] += 1
            application = self._random.choice(list(cast.applications.values()))
            await curator.taps_data(f"jn_see:{application}:0", curator.chat[-1])
        else:
            cast.denials[curator.id] += 1
            await curator.taps_data("jn_link:999:mentee", curator.chat[-1])

    async def _tick(self, cast: Cast, applicant: Person) -> None:
        option = self._random.choice(OPTIONS)
        taps = cast.ticks.setdefault(applicant.id, Counter())
        taps[option] += 1
        step = "t" if taps[option] % 2 else "u"
        data = f"jn_ans:{cast.applications[applicant.id]}:{step}:{QUESTION}:{option}"
        await applicant.taps_data(data, applicant.chat[-1])

    async def _owe(self, cast: Cast) -> None:
        while not self._is_over:
            await asyncio.sleep(self._random.uniform(0.0, 0.5))
            if self._owed() > BACKLOG:
                continue
            batch = self._random.randint(1, 4)
            codes = [
                (f"K{len(cast.codes) + one:05d}Z", self._random.choice(cast.curators).id)
                for one in range(batch)
            ]
            await asyncio.to_thread(self._stage.write, partial(owe, codes=codes))
            cast.codes += codes

    def _owed(self) -> int:
        waiting = "SELECT count(*) FROM notification WHERE status IN ('pending', 'claimed', 'sending')"
        ((count,),) = self._stage.query(waiting)
        return int(count)

    async def _kill_once(self) -> None:
        """Most kills fall into work, some into the start."""
        at_work = self._random.random() < 0.85
        await self._stage.start(until_polling=at_work)
        await asyncio.sleep(self._random.uniform(0.0, 3.0))
        await self._stage.kill()
        self._figures.kills += 1

    # -- \1 --

    async def _come_to_rest(self) -> None:
        await self._stage.start()
        await self._stage.until(self._rests, REST_SECONDS)
        code, _ = await self._stage.terminate()
        if code != 0:
            self._note("answers_wrong", f"exit code {code}")

    def _rests(self) -> bool:
        if self._stage.account.updates.pending():
            return False
        waiting = "SELECT count(*) FROM inbox_update WHERE status = 'stored'"
        return self._stage.query(waiting) == [(0,)] and self._owed() == 0

    def _count(self, cast: Cast) -> None:
        self._count_updates(cast)
        self._count_effects(cast)
        self._count_messages(cast)
        resumed = "SELECT count(*) FROM notification WHERE kind = 'common.resume'"
        ((self._figures.resumed,),) = self._stage.query(resumed)

    def _count_updates(self, cast: Cast) -> None:
        statuses = dict(self._stage.query("SELECT id, status FROM inbox_update"))
        for update_id in cast.update_ids:
            if statuses.get(update_id) != "settled":
                self._note("updates_lost", f"update {update_id} is {statuses.get(update_id)}")

    def _count_effects(self, cast: Cast) -> None:
        for act, expected in (("application.seen", cast.looks), ("denied:jn_link", cast.denials)):
            counted = dict(
                self._stage.query(
                    "SELECT chat_id, count(*) FROM audit_record JOIN person ON person.id = actor_id "
                    f"WHERE act = '{act}' GROUP BY chat_id"
                )
            )
            for chat_id, times in expected.items():
                self._compare(f"{act} of {chat_id}", times, counted.get(chat_id, 0))
        self._count_answers(cast)

    def _compare(self, what: str, done: int, found: int) -> None:
        if found < done:
            self._note("updates_lost", f"{what}: {found} of {done}", by=done - found)
        elif found > done:
            self._note("effects_doubled", f"{what}: {found} for {done}", by=found - done)

    def _count_answers(self, cast: Cast) -> None:
        """Ticks are there when tapped an odd number of times; of what was typed the last stands."""
        rows = self._stage.query(
            "SELECT chat_id, answers FROM application JOIN membership ON membership.id = membership_id "
            "JOIN person ON person.id = person_id"
        )
        for chat_id, text in rows:
            answers = json.loads(text)
            taps = cast.ticks.get(chat_id, Counter())
            for option in OPTIONS:
                if (taps[option] % 2 == 1) != (option in answers.get(QUESTION, [])):
                    self._note("answers_wrong", f"{chat_id}: {option} after {taps[option]} taps")
            if answers.get(f"{QUESTION}_other") != cast.typed.get(chat_id):
                self._note(
                    "answers_wrong", f"{chat_id}: {answers.get(f'{QUESTION}_other')!r} is not the last text"
                )

    def _count_messages(self, cast: Cast) -> None:
        self._figures.messages = len(cast.codes)
        statuses = dict(self._stage.query("SELECT key, status FROM notification"))
        received = [
            call.payload.get("text", "") for call in self._stage.telegram.calls_of("sendMessage") if call.ok
        ]
        self._figures.messages_flagged = sum(REPEATED in text for text in received)
        for code, _ in cast.codes:
            texts = [text for text in received if code in text]
            plain = [text for text in texts if REPEATED not in text]
            is_flagged = statuses.get(f"kill:{code}") in FLAGGED
            self._figures.messages_in_doubt += is_flagged
            if not texts and not is_flagged:
                self._note("messages_lost", f"{code} is {statuses.get(f'kill:{code}')}")
            if len(plain) > 1:
                self._note("messages_doubled", f"{code}: {len(plain)} times")

    def _note(self, figure: str, detail: str, *, by: int = 1) -> None:
        setattr(self._figures, figure, getattr(self._figures, figure) + by)
        self._figures.details.append(f"{figure}: {detail}")


def store_people(session: Session, curators: list[Person], applicants: list[Person]) -> dict[int, int]:
    """A school with curators and applicants in the middle of their applications: {chat: application}."""
    school = factories.make_organization(session, quiet_from_hour=0, quiet_until_hour=0)
    for person in curators:
        factories.make_person(session, Role.CURATOR, school, chat_id=person.id, first=person.first_name)
    return {person.id: begin(session, school, person) for person in applicants}


def begin(session: Session, school: Organization, person: Person) -> int:
    invited = MembershipStatus.INVITED
    membership = factories.make_person(
        session, Role.MENTEE, school, chat_id=person.id, first=person.first_name, status=invited
    )
    application = Application(
        membership_id=membership.id,
        questionnaire="mentee",
        questionnaire_version=1,
        # Returned to be corrected: the applicant may answer, and the curators may look.
        status=ApplicationStatus.RETURNED,
        answers={},
        position=POSITION,
        started_at=factories.NOW,
    )
    session.add(application)
    session.flush()
    await_text(session, person)
    return application.id


def await_text(session: Session, person: Person) -> None:
    """What the person types next is an answer."""
    state = Applying.answering.state
    session.add(Form(key=f"42:{person.id}:{person.id}", state=state, data={}))


def owe(session: Session, codes: list[tuple[str, int]]) -> None:
    now = datetime.now(UTC)
    for code, chat_id in codes:
        outbox.notify(
            session,
            kind="operator.incident",
            key=f"kill:{code}",
            chat_id=chat_id,
            payload={"code": code},
            due_at=now + timedelta(seconds=random.uniform(0.0, 1.0)),
            now=now,
        )


def run(kills: int, seconds: float, seed: int) -> Figures:
    with tempfile.TemporaryDirectory() as folder:
        return asyncio.run(KillTest(Path(folder), kills=kills, seconds=seconds, seed=seed).run())


def main() -> int:
    parser = argparse.ArgumentParser(
        prog="python -m tests.faults.kill", description="kill -9 at random moments"
    )
    parser.add_argument("--kills", type=int, default=100)
    parser.add_argument("--seconds", type=float, default=900.0, help="no further kill after so many seconds")
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args()
    figures = run(options.kills, options.seconds, options.seed)
    for name, value in asdict(figures).items():
        if name != "details":
            sys.stdout.write(f"{name.replace('_', ' '):<20} {value}\n")
    for detail in figures.details:
        sys.stdout.write(f"! {detail}\n")
    return 0 if figures.is_good else 1


if __name__ == "__main__":
    sys.exit(main())
