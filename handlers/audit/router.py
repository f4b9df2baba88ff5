"""Handlers of the audit log: a page, its filters, the file."""

from __future__ import annotations

from aiogram import Router
from aiogram.types import CallbackQuery

from handlers.audit import screens
from handlers.audit.callbacks import AuditFileAsked, AuditFileTaken, AuditOpened, AuditPeopleOpened
from handlers.common.heavy import Heavy
from handlers.common.screen import show, show_new
from handlers.common.translator import Translator
from models import Role
from services import audit_log
from services.access import Actor
from services.audit_sheet import audit_sheet
from services.clock import Clock
from services.db import Db
from services.errors import NoLongerCurrent, NotAllowed

router = Router(name="audit")


@router.callback_query(AuditOpened.filter())
async def show_log(
    query: CallbackQuery, callback_data: AuditOpened, actor: Actor, db: Db, t: Translator, clock: Clock
) -> None:
    places = await db.read(audit_log.places, actor)
    wanted = callback_data.organization_id or (places[0][0] if places else 0)
    if not wanted:
        raise NotAllowed
    view = await db.write(
        audit_log.look,
        actor,
        wanted,
        part=callback_data.part,
        person_id=callback_data.person_id,
        page=callback_data.page,
        now=clock.now(),
    )
    is_head = actor.participation(Role.HEAD, organization_id=wanted) is not None
    await show(query, screens.log(t, view, places, is_head=is_head))


@router.callback_query(AuditPeopleOpened.filter())
async def show_people(
    query: CallbackQuery, callback_data: AuditPeopleOpened, actor: Actor, db: Db, t: Translator
) -> None:
    number = callback_data.organization_id
    await show(query, screens.people(t, await db.read(audit_log.people, actor, number), number))


@router.callback_query(AuditFileAsked.filter())
async def ask_period(query: CallbackQuery, callback_data: AuditFileAsked, t: Translator) -> None:
    await show(query, screens.periods(t, callback_data.organization_id))


@router.callback_query(AuditFileTaken.filter())
async def take_file(
    query: CallbackQuery,
    callback_data: AuditFileTaken,
    actor: Actor,
    db: Db,
    t: Translator,
    clock: Clock,
    heavy: Heavy,
) -> None:
    number, days = callback_data.organization_id, callback_data.days
    if days not in screens.PERIODS:
        raise NoLongerCurrent
    taken = await db.write(audit_log.take, actor, number, days or None, now=clock.now())
    data = await heavy.run(audit_sheet, screens.sheet(t, taken))
    await show_new(query, screens.file(t, taken, data))
