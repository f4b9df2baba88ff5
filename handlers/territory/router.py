"""Handlers of those above the schools: what is done and what is late, giving a plan to the schools, making
organisations.
"""

from __future__ import annotations

from aiogram import Bot, Router
from aiogram.filters import StateFilter
from aiogram.fsm.context import FSMContext
from aiogram.types import CallbackQuery, Message
from aiogram.utils.deep_linking import create_start_link

from handlers.common.filters import NotCommand, TextMessage
from handlers.common.heavy import Heavy
from handlers.common.screen import Screen, show, show_new, toast
from handlers.common.translator import Translator
from handlers.territory import screens
from handlers.territory.callbacks import (
    CellOpened,
    EvidenceFileOpened,
    EvidenceOpened,
    FoundingStarted,
    ItemOpened,
    ItemTicked,
    LateNudged,
    LinksRenewed,
    LinksShown,
    MatrixTaken,
    OrganizationsOpened,
    PlanItemsOpened,
    PlanPublished,
    PlanSchoolsOpened,
    PublicationOpened,
    SchoolNudged,
    SchoolOpened,
    SuggestedTicked,
    TerritoryOpened,
)
from handlers.territory.states import FoundingForm
from models import Role
from models.organization import OrganizationKind
from services import founding, publication, territory
from services.access import TERRITORY_ROLES, Actor
from services.clock import Clock
from services.db import Db
from services.errors import NoLongerCurrent
from services.founding import Founded
from services.territory_sheet import matrix_sheet

router = Router(name="territory")


async def _leave_form(state: FSMContext) -> None:
    """A form of ours ends when the person goes elsewhere; those of other subjects are not ours to end."""
    if await state.get_state() == FoundingForm.naming.state:
        await state.clear()


def _places(actor: Actor) -> list[tuple[int, str]]:
    reach = actor.within_reach(*TERRITORY_ROLES)
    active = (one for one in actor.participations if one.organization_id in reach)
    return [(one.organization_id, one.organization_name) for one in active if one.role in TERRITORY_ROLES]


def _roles(actor: Actor, organization_id: int) -> frozenset[Role]:
    return frozenset(
        role for role in TERRITORY_ROLES if actor.participation(role, organization_id=organization_id)
    )


@router.callback_query(TerritoryOpened.filter())
async def show_home(
    query: CallbackQuery,
    callback_data: TerritoryOpened,
    actor: Actor,
    db: Db,
    t: Translator,
    clock: Clock,
    state: FSMContext,
) -> None:
    await _leave_form(state)
    view = await db.read(territory.home, actor, callback_data.organization_id or None, now=clock.now())
    await show(query, screens.home(t, view, _places(actor), _roles(actor, view.organization_id)))


@router.callback_query(PlanItemsOpened.filter())
async def show_items(
    query: CallbackQuery, callback_data: PlanItemsOpened, actor: Actor, db: Db, t: Translator, clock: Clock
) -> None:
    plan_id, page = callback_data.plan_id, callback_data.page
    view = await db.read(territory.by_item, actor, plan_id, page=page, now=clock.now())
    await show(query, screens.items(t, view))


@router.callback_query(PlanSchoolsOpened.filter())
async def show_schools(
    query: CallbackQuery, callback_data: PlanSchoolsOpened, actor: Actor, db: Db, t: Translator, clock: Clock
) -> None:
    plan_id, page = callback_data.plan_id, callback_data.page
    view = await db.read(territory.by_school, actor, plan_id, page=page, now=clock.now())
    await show(query, screens.schools(t, view))


@router.callback_query(ItemOpened.filter())
async def show_item(
    query: CallbackQuery, callback_data: ItemOpened, actor: Actor, db: Db, t: Translator, clock: Clock
) -> None:
    where = (callback_data.plan_id, callback_data.item_id)
    view = await db.read(territory.item, actor, *where, page=callback_data.page, now=clock.now())
    await show(query, screens.item(t, view))


@router.callback_query(SchoolOpened.filter())
async def show_school(
    query: CallbackQuery, callback_data: SchoolOpened, actor: Actor, db: Db, t: Translator, clock: Clock
) -> None:
    where = (callback_data.plan_id, callback_data.school_id)
    view = await db.read(territory.school, actor, *where, page=callback_data.page, now=clock.now())
    await show(query, screens.school(t, view))


@router.callback_query(CellOpened.filter())
async def show_cell(
    query: CallbackQuery, callback_data: CellOpened, actor: Actor, db: Db, t: Translator, clock: Clock
) -> None:
    where = (callback_data.school_id, callback_data.item_id)
    view = await db.read(territory.cell, actor, *where, now=clock.now())
    await show(query, screens.cell(t, view))


@router.callback_query(EvidenceOpened.filter())
async def show_evidence(
    query: CallbackQuery, callback_data: EvidenceOpened, actor: Actor, db: Db, t: Translator, clock: Clock
) -> None:
    back = await db.read(territory.cell_of, callback_data.duty_id)
    if back is None:
        raise NoLongerCurrent
    # Written, not only read: the look leaves a trace.
    found = await db.write(territory.open_evidence, actor, callback_data.duty_id, now=clock.now())
    await show(query, screens.evidence(t, found, back, actor.timezone))


@router.callback_query(EvidenceFileOpened.filter())
async def send_evidence_file(
    query: CallbackQuery,
    callback_data: EvidenceFileOpened,
    actor: Actor,
    db: Db,
    t: Translator,
    clock: Clock,
) -> None:
    shown = await db.write(territory.open_file, actor, callback_data.evidence_id, now=clock.now())
    await show_new(query, Screen(t("territory-file-sent"), document=shown.file_id))


@router.callback_query(LateNudged.filter())
async def nudge_late(
    query: CallbackQuery, callback_data: LateNudged, actor: Actor, db: Db, t: Translator, clock: Clock
) -> None:
    outcome = await db.write(territory.nudge_late, actor, callback_data.plan_id, now=clock.now())
    await toast(query, screens.reminded(t, outcome), alert=True)


@router.callback_query(SchoolNudged.filter())
async def nudge_school(
    query: CallbackQuery, callback_data: SchoolNudged, actor: Actor, db: Db, t: Translator, clock: Clock
) -> None:
    name = await db.write(territory.nudge_school, actor, callback_data.school_id, now=clock.now())
    await toast(query, t.plain("territory-school-reminded", name=t.cut(name, 100)), alert=True)


@router.callback_query(MatrixTaken.filter())
async def send_matrix(
    query: CallbackQuery,
    callback_data: MatrixTaken,
    actor: Actor,
    db: Db,
    t: Translator,
    clock: Clock,
    heavy: Heavy,
) -> None:
    view = await db.read(territory.matrix, actor, callback_data.plan_id, now=clock.now())
    data = await heavy.run(matrix_sheet, view, screens.matrix_words(t, view))
    await show_new(query, screens.matrix_file(t, view, data))


@router.callback_query(PublicationOpened.filter())
async def show_publication(
    query: CallbackQuery, callback_data: PublicationOpened, actor: Actor, db: Db, t: Translator
) -> None:
    view = await db.read(publication.look, actor, callback_data.roadmap_id, page=callback_data.page)
    await show(query, screens.publication(t, view))


@router.callback_query(ItemTicked.filter())
async def tick_item(
    query: CallbackQuery, callback_data: ItemTicked, actor: Actor, db: Db, t: Translator
) -> None:
    wanted = callback_data.wanted
    roadmap_id = await db.write(publication.tick, actor, callback_data.item_id, wanted=wanted)
    view = await db.read(publication.look, actor, roadmap_id, page=callback_data.page)
    await show(query, screens.publication(t, view))


@router.callback_query(SuggestedTicked.filter())
async def tick_suggested(
    query: CallbackQuery, callback_data: SuggestedTicked, actor: Actor, db: Db, t: Translator
) -> None:
    await db.write(publication.tick_suggested, actor, callback_data.roadmap_id)
    view = await db.read(publication.look, actor, callback_data.roadmap_id)
    await show(query, screens.publication(t, view))


@router.callback_query(PlanPublished.filter())
async def publish_plan(
    query: CallbackQuery, callback_data: PlanPublished, actor: Actor, db: Db, t: Translator, clock: Clock
) -> None:
    outcome = await db.write(publication.publish, actor, callback_data.roadmap_id, now=clock.now())
    await show(query, screens.published(t, outcome, callback_data.roadmap_id))


@router.callback_query(OrganizationsOpened.filter())
async def show_organizations(
    query: CallbackQuery, callback_data: OrganizationsOpened, actor: Actor, db: Db, t: Translator
) -> None:
    number = callback_data.organization_id
    view = await db.read(founding.organizations_below, actor, number, page=callback_data.page)
    await show(query, screens.organizations(t, view, _roles(actor, number)))


@router.callback_query(LinksShown.filter())
async def show_links(
    query: CallbackQuery,
    callback_data: LinksShown,
    actor: Actor,
    db: Db,
    t: Translator,
    clock: Clock,
    bot: Bot,
) -> None:
    made = await db.write(founding.links, actor, callback_data.organization_id, now=clock.now())
    await show(query, screens.links(t, made, await _urls(bot, made), is_new=False))


@router.callback_query(LinksRenewed.filter())
async def renew_links(
    query: CallbackQuery,
    callback_data: LinksRenewed,
    actor: Actor,
    db: Db,
    t: Translator,
    clock: Clock,
    bot: Bot,
) -> None:
    number, now = callback_data.organization_id, clock.now()
    made = await db.write(founding.links, actor, number, anew=True, now=now)
    await show(query, screens.links(t, made, await _urls(bot, made), is_new=False, anew=True))


async def _urls(bot: Bot, made: Founded) -> dict[Role, str]:
    return {role: await create_start_link(bot, code) for role, code in made.codes.items()}


@router.callback_query(FoundingStarted.filter())
async def ask_name(
    query: CallbackQuery, callback_data: FoundingStarted, actor: Actor, t: Translator, state: FSMContext
) -> None:
    number, kind = callback_data.organization_id, callback_data.kind
    founding.check_maker(actor, number, kind)
    await state.set_state(FoundingForm.naming)
    await state.set_data({"organization_id": number, "kind": kind.value})
    await show(query, screens.ask_name(t, number, kind))


@router.message(StateFilter(FoundingForm.naming), TextMessage())
async def found(
    message: Message, actor: Actor, db: Db, t: Translator, clock: Clock, state: FSMContext, bot: Bot
) -> None:
    data = await state.get_data()
    number, kind = int(data.get("organization_id", 0)), OrganizationKind(data.get("kind", "school"))
    await state.clear()
    typed = message.text or ""
    made = await db.write(founding.found_below, actor, number, kind, typed, now=clock.now())
    await show(message, screens.links(t, made, await _urls(bot, made), is_new=True))


@router.message(StateFilter(FoundingForm.naming), NotCommand())
async def expect_text(message: Message, t: Translator) -> None:
    await show(message, Screen(t("hint-text-expected")))
