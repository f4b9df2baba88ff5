"""A staff sent as a file: brought, read beside the event loop, shown, and taken in when it is confirmed.

Between the two nothing of what was read is kept but Telegram's id of the file: it is brought and read again.
"""

from __future__ import annotations

import contextlib
import hashlib
from datetime import date, datetime
from pathlib import PurePath

from aiogram import Bot, Router
from aiogram.exceptions import TelegramAPIError
from aiogram.filters import StateFilter
from aiogram.fsm.context import FSMContext
from aiogram.types import CallbackQuery, Message
from aiogram.utils.deep_linking import create_start_link

from handlers.common.filters import DocumentMessage, NotCommand
from handlers.common.heavy import Heavy
from handlers.common.screen import Screen, send_to, show, show_new
from handlers.common.translator import Translator
from handlers.errors import key_of
from handlers.plans import files
from handlers.registries import form as forms
from handlers.registries import screens, words
from handlers.registries.callbacks import ImportConfirmed, ImportStarted, TemplateTaken, WrongRowsTaken
from handlers.registries.form import Form, Step
from handlers.registries.states import RegistryForm
from models import Organization
from services.access import Actor
from services.clock import Clock
from services.content import Content
from services.db import Db
from services.errors import NoLongerCurrent
from services.local_time import today_in
from services.plans.refusals import PlanRefused
from services.registry import exporting, importing
from services.registry.reading import EXTENSION, Staff, StaffReader, Vocabulary
from services.registry.refusals import RegistryFileRefused, RegistryOnServerOnly, refused

router = Router(name="registries.import")

LONG = 500
"""Rows from which on a file tells how far it has been read."""
PIECE = 500
PLACEHOLDER = "0"
"""Stands for the code when the address of a link is made: codes have no such beginning."""


@router.callback_query(ImportStarted.filter())
async def start(
    query: CallbackQuery, callback_data: ImportStarted, actor: Actor, db: Db, t: Translator, state: FSMContext
) -> None:
    place = callback_data.organization_id
    try:
        await db.read(importing.check, actor, place)
    except RegistryOnServerOnly:
        await show(query, screens.on_server_only(t, place))
        return
    await forms.keep(state, Form.new(Step.FILE, organization_id=place))
    await show(query, screens.ask_file(t, place))


@router.callback_query(TemplateTaken.filter())
async def take_template(
    query: CallbackQuery, callback_data: TemplateTaken, actor: Actor, db: Db, t: Translator, heavy: Heavy
) -> None:
    await db.read(exporting.require_decider, actor, callback_data.organization_id)
    await show_new(query, screens.template(t, await heavy.run(words.template_file, t)))


@router.message(StateFilter(RegistryForm.file), DocumentMessage())
async def receive(
    message: Message,
    actor: Actor,
    db: Db,
    t: Translator,
    clock: Clock,
    state: FSMContext,
    heavy: Heavy,
) -> None:
    form = await forms.require(state, Step.FILE, Step.PREVIEW)
    document = message.document
    if document is None:
        raise NoLongerCurrent
    school = await db.read(importing.check, actor, form.organization_id)
    extension = PurePath(document.file_name or "").suffix.lower()
    progress = _Progress(bot := _bot(message), message.chat.id, t)
    try:
        files.refuse_large(document.file_size)
        if extension != EXTENSION:
            raise RegistryFileRefused(reason="kind", limit=0)
        data = await files.bring(bot, document.file_id)
        staff = await _read(data, t.content, _today(school, clock.now()), heavy, progress)
    except (PlanRefused, RegistryFileRefused) as error:
        refusal = refused(error) if isinstance(error, PlanRefused) else error
        reason = t(key_of(refusal), **refusal.fields)
        await show(message, screens.refused(t, reason, form.organization_id))
        return
    seen = await db.read(importing.preview, actor, form.organization_id, staff)
    digest = hashlib.sha256(data).hexdigest()
    # A new id: the buttons below an earlier file are not about this one.
    form = Form.new(
        Step.PREVIEW, organization_id=form.organization_id, file_id=document.file_id, digest=digest
    )
    await forms.keep(state, form)
    await progress.become(message, screens.preview(t, form, seen))


def _bot(event: Message | CallbackQuery) -> Bot:
    if event.bot is None:
        raise RuntimeError("an update that belongs to no bot")
    return event.bot


def _today(school: Organization, now: datetime) -> date:
    return today_in(school.timezone, now)


class _Progress:
    """«Read 500 of 3,000 rows»: one message that changes, and becomes the preview in the end."""

    def __init__(self, bot: Bot, chat_id: int, t: Translator) -> None:
        self._bot, self._chat_id, self._t = bot, chat_id, t
        self._message_id: int | None = None

    async def tell(self, done: int, total: int) -> None:
        text = screens.progress(self._t, done, total)
        # Not to know how far it has come is no reason to stop.
        with contextlib.suppress(TelegramAPIError):
            if self._message_id is None:
                self._message_id = (await send_to(self._bot, self._chat_id, Screen(text))).message_id
            else:
                await self._bot.edit_message_text(text, chat_id=self._chat_id, message_id=self._message_id)

    async def become(self, message: Message, screen: Screen) -> None:
        if self._message_id is not None:
            with contextlib.suppress(TelegramAPIError):
                await self._bot.edit_message_text(
                    screen.text,
                    chat_id=self._chat_id,
                    message_id=self._message_id,
                    reply_markup=screen.keyboard,
                )
                return
        await show(message, screen)


async def _read(
    data: bytes, content: Content, today: date, heavy: Heavy, progress: _Progress | None = None
) -> Staff:
    reader = await heavy.run(StaffReader, data, EXTENSION_NAME, Vocabulary.of(content), today)
    is_told = progress is not None and reader.total > LONG
    left = reader.total
    while left:
        if progress is not None and is_told:
            await progress.tell(reader.done, reader.total)
        left = await heavy.run(reader.take, PIECE)
    return reader.staff()


EXTENSION_NAME = f"staff{EXTENSION}"
"""The name that a file is read under: its own may name somebody, and is not kept."""


async def _again(form: Form, bot: Bot, content: Content, today: date, heavy: Heavy) -> Staff:
    """The file that was shown, read once more. Raises NoLongerCurrent when Telegram has another one now."""
    data = await files.bring(bot, form.file_id)
    if hashlib.sha256(data).hexdigest() != form.digest:
        raise NoLongerCurrent
    return await _read(data, content, today, heavy)


@router.callback_query(WrongRowsTaken.filter())
async def take_wrong_rows(
    query: CallbackQuery,
    callback_data: WrongRowsTaken,
    actor: Actor,
    db: Db,
    t: Translator,
    clock: Clock,
    state: FSMContext,
    heavy: Heavy,
) -> None:
    form = await forms.require(state, Step.PREVIEW, form_id=callback_data.form)
    school = await db.read(importing.check, actor, form.organization_id)
    today = _today(school, clock.now())
    staff = await _again(form, _bot(query), t.content, today, heavy)
    seen = await db.read(importing.preview, actor, form.organization_id, staff)
    data = await heavy.run(words.wrong_file, t, seen.organization_name, seen.wrong, today)
    await show_new(query, screens.wrong_sent(t, len(seen.wrong), data))


@router.callback_query(ImportConfirmed.filter())
async def confirm(
    query: CallbackQuery,
    callback_data: ImportConfirmed,
    actor: Actor,
    db: Db,
    t: Translator,
    clock: Clock,
    state: FSMContext,
    heavy: Heavy,
) -> None:
    form = await forms.require(state, Step.PREVIEW, form_id=callback_data.form)
    now = clock.now()
    school = await db.read(importing.check, actor, form.organization_id)
    today = _today(school, now)
    staff = await _again(form, _bot(query), t.content, today, heavy)
    # Before the transaction: the address needs Telegram, and the links are handed out only once.
    address = await create_start_link(_bot(query), PLACEHOLDER)
    # The form ends in the same transaction: a second tap finds nothing to confirm.
    await state.clear()
    text = t.content.consent("personal_data")
    done = await db.write(importing.store, actor, form.organization_id, staff, text, now=now)
    if done.links:
        base = address.removesuffix(PLACEHOLDER)
        data = await heavy.run(words.links_file, t, done, lambda code: base + code, today)
        await show_new(query, screens.links_sent(t, len(done.links), data))
    await show(query, screens.imported(t, done))


@router.message(StateFilter(RegistryForm.file), NotCommand())
async def not_a_file(message: Message, t: Translator, state: FSMContext) -> None:
    form = await forms.require(state, Step.FILE, Step.PREVIEW)
    await show(message, screens.ask_file(t, form.organization_id).under(t("registries-hint-file")))
