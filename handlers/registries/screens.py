"""Screens of the registries: the desk, one registry, a staff file and what would become of it, orders."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from aiogram.types import BufferedInputFile, InlineKeyboardButton

from handlers.acts.callbacks import ActOpened
from handlers.common.keyboards import button, inline, menu_button, pager
from handlers.common.screen import Screen
from handlers.common.translator import Html, Translator
from handlers.registries import words
from handlers.registries.callbacks import (
    ApprovalStarted,
    ImportConfirmed,
    ImportStarted,
    OrderedToday,
    RegistriesOpened,
    RegistryOpened,
    RegistryTaken,
    ShortlistsOpened,
    SnapshotOpened,
    SnapshotsOpened,
    SnapshotTaken,
    TemplateTaken,
    WrongRowsTaken,
)
from handlers.registries.form import Form
from models import Partition, Role
from services.mentorship_views import Page
from services.registry.columns import REGISTRY_ROLES, Grade
from services.registry.exporting import Place, Registry
from services.registry.importing import Imported, Preview
from services.registry.refusals import ROW_LIMIT
from services.snapshots import SnapshotLine

WRONG_SHOWN = 8
HEADS_SHOWN = 200
Counts = Mapping[tuple[Role, Partition], int]


def desk(t: Translator, place: Place, others: Sequence[Place], counts: Counts | None) -> Screen:
    """What this person may do with the registries of a place. `others`: where they may look, too."""
    key = "registries-desk-territory" if place.of_territory else "registries-desk"
    rows: list[list[InlineKeyboardButton]] = []
    if place.decides:
        rows.append([button(t.plain("registries-import"), ImportStarted(organization_id=place.id))])
    rows += [
        [_registry_button(t, place, role, part, counts)] for role in REGISTRY_ROLES for part in Partition
    ]
    if not place.of_territory:
        rows.append([button(t.plain("registries-snapshots"), SnapshotsOpened(organization_id=place.id))])
    if place.decides:
        rows.append([button(t.plain("registries-shortlists"), ShortlistsOpened(organization_id=place.id))])
    rows += [
        [button(t.plain("registries-elsewhere", name=one.name), RegistriesOpened(organization_id=one.id))]
        for one in others
        if one.id != place.id
    ]
    grades = "registries-grades-full" if place.decides else "registries-grades"
    text = "\n\n".join([t(key, name=place.name), t(grades)])
    return Screen(text, inline(*rows, [menu_button(t)]))


def _registry_button(
    t: Translator, place: Place, role: Role, partition: Partition, counts: Counts | None
) -> InlineKeyboardButton:
    name = words.short_name(t, role, partition)
    if counts is not None:
        name = t.plain("registries-counted", name=name, count=counts[role, partition])
    return button(name, RegistryOpened(organization_id=place.id, role=role, partition=partition))


def back_to_desk(t: Translator, organization_id: int) -> InlineKeyboardButton:
    return button(t.plain("registries-to-desk"), RegistriesOpened(organization_id=organization_id))


def registry(t: Translator, place: Place, role: Role, partition: Partition) -> Screen:
    """One registry: its files, and the order."""
    where: dict[str, Any] = {"organization_id": place.id, "role": role, "partition": partition}
    parts = [t("registries-one", name=words.registry_name(t, role, partition), place=place.name)]
    rows = []
    for grade in place.grades:
        if grade is Grade.FULL and not place.files_in_chat:
            parts.append(t("registries-full-on-server"))
            continue
        parts.append(t(f"registries-about-{grade.value}"))
        rows.append([button(t.plain(f"registries-take-{grade.value}"), RegistryTaken(**where, grade=grade))])
    if place.decides:
        rows.append([button(t.plain("registries-approve"), ApprovalStarted(**where))])
    return Screen("\n\n".join(parts), inline(*rows, [back_to_desk(t, place.id), menu_button(t)]))


def registry_sent(t: Translator, made: Registry, data: bytes) -> Screen:
    """The file of a registry."""
    key = "registries-sent-full" if made.grade is Grade.FULL else "registries-sent"
    text = t(
        key,
        name=words.registry_name(t, made.role, made.partition),
        grade=t.plain(f"registries-grade-{made.grade.value}"),
        day=t.short_date(made.made_on),
    )
    return Screen(text, document=_document(made, data))


def _document(made: Registry, data: bytes) -> BufferedInputFile:
    day = made.made_on.isoformat()
    return BufferedInputFile(data, words.file_name(made.role, made.partition, made.grade, day))


# ---- a staff file


def ask_file(t: Translator, organization_id: int) -> Screen:
    return Screen(
        t("registries-ask-file", rows=ROW_LIMIT),
        inline(
            [button(t.plain("registries-template"), TemplateTaken(organization_id=organization_id))],
            [back_to_desk(t, organization_id), menu_button(t)],
        ),
    )


def on_server_only(t: Translator, organization_id: int) -> Screen:
    return Screen(
        t("registries-import-on-server", id=str(organization_id)),
        inline([back_to_desk(t, organization_id), menu_button(t)]),
    )


def template(t: Translator, data: bytes) -> Screen:
    return Screen(t("registries-template-sent"), document=BufferedInputFile(data, "staff.xlsx"))


def progress(t: Translator, done: int, total: int) -> str:
    return t("registries-progress", done=done, total=total)


def refused(t: Translator, reason: str, organization_id: int) -> Screen:
    """Why the file was not read; another one may be sent at once."""
    text = "\n\n".join([reason, t("registries-refused-next")])
    return Screen(text, ask_file(t, organization_id).keyboard)


def preview(t: Translator, form: Form, seen: Preview) -> Screen:
    """What would become of the file, and the two buttons. Names are in the file only."""
    parts = [t("registries-preview", name=seen.organization_name, total=seen.total)]
    parts.append(t("registries-preview-entered", mentees=seen.mentees, mentors=seen.mentors))
    if seen.without_consent:
        parts.append(t("registries-preview-links", count=seen.without_consent))
    if seen.wrong:
        shown = [t.cut(words.row_words(t, one), 200) for one in seen.wrong[:WRONG_SHOWN]]
        lines = "\n".join(t("registries-preview-line", line=one) for one in shown)
        parts.append(t("registries-preview-wrong", count=len(seen.wrong), lines=Html(lines)))
        if len(seen.wrong) > WRONG_SHOWN:
            parts.append(t("registries-preview-more", count=len(seen.wrong) - WRONG_SHOWN))
    if seen.left_out:
        heads = t.cut(", ".join(f"«{one}»" for one in seen.left_out), HEADS_SHOWN)
        parts.append(t("registries-preview-left-out", heads=heads))
    parts.append(t("registries-preview-ask") if seen.taken else t("registries-preview-nothing"))
    return Screen("\n\n".join(parts), inline(*_preview_rows(t, form, seen)))


def _preview_rows(t: Translator, form: Form, seen: Preview) -> list[list[InlineKeyboardButton]]:
    rows = []
    if seen.taken:
        rows.append([button(t.plain("registries-confirm", count=seen.taken), ImportConfirmed(form=form.id))])
    if seen.wrong:
        rows.append([button(t.plain("registries-wrong-take"), WrongRowsTaken(form=form.id))])
    rows.append(
        [button(t.plain("registries-cancel"), RegistriesOpened(organization_id=form.organization_id))]
    )
    return rows


def wrong_sent(t: Translator, count: int, data: bytes) -> Screen:
    return Screen(
        t("registries-wrong-sent", count=count), document=BufferedInputFile(data, "wrong-rows.xlsx")
    )


def imported(t: Translator, done: Imported) -> Screen:
    parts = [t("registries-imported", name=done.organization_name, count=done.entered)]
    if done.links:
        parts.append(t("registries-imported-links", count=len(done.links)))
    if done.wrong:
        parts.append(t("registries-imported-wrong", count=len(done.wrong)))
    return Screen("\n\n".join(parts), inline([back_to_desk(t, done.organization_id), menu_button(t)]))


def links_sent(t: Translator, count: int, data: bytes) -> Screen:
    return Screen(t("registries-links-sent", count=count), document=BufferedInputFile(data, "links.xlsx"))


# ---- orders


def ask_order_number(t: Translator, form: Form, total: int) -> Screen:
    role, partition = Role(form.role), Partition(form.partition)
    text = t("registries-ask-number", name=words.registry_name(t, role, partition), count=total)
    return Screen(text, inline([_back_to_registry(t, form)]))


def ask_order_date(t: Translator, form: Form) -> Screen:
    today = button(t.plain("registries-today"), OrderedToday(form=form.id))
    return Screen(t("registries-ask-date", number=form.number), inline([today], [_back_to_registry(t, form)]))


def _back_to_registry(t: Translator, form: Form) -> InlineKeyboardButton:
    where = RegistryOpened(
        organization_id=form.organization_id, role=Role(form.role), partition=Partition(form.partition)
    )
    return button(t.plain("button-back"), where)


def snapshots(t: Translator, place: Place, found: Page[SnapshotLine]) -> Screen:
    if not found.items:
        key = "registries-no-snapshots-yet" if place.decides else "registries-no-snapshots"
        return Screen(t(key, name=place.name), inline([back_to_desk(t, place.id), menu_button(t)]))
    rows = [[button(_snapshot_line(t, one), SnapshotOpened(snapshot_id=one.id))] for one in found.items]
    turn = pager(
        t, found.page, found.pages, lambda page: SnapshotsOpened(organization_id=place.id, page=page)
    )
    return Screen(
        t("registries-snapshots-title", name=place.name),
        inline(*rows, turn, [back_to_desk(t, place.id), menu_button(t)]),
    )


def _snapshot_line(t: Translator, one: SnapshotLine) -> str:
    return t.plain(
        "registries-snapshot-line",
        name=words.short_name(t, one.role, one.partition),
        number=one.order_number or "—",
        day=t.short_date(one.order_dated_on) if one.order_dated_on is not None else "—",
    )


def snapshot(t: Translator, one: SnapshotLine, timezone: str, *, manages: bool) -> Screen:
    """An approved registry. `manages`: the viewer decides there, and may open the order."""
    text = t(
        "registries-snapshot",
        name=words.registry_name(t, one.role, one.partition),
        place=one.organization_name,
        number=one.order_number or "—",
        day=t.short_date(one.order_dated_on) if one.order_dated_on is not None else "—",
        taken=t.short_day(one.taken_at, timezone),
        count=one.total,
        digest=one.sha256,
    )
    rows = [[button(t.plain("registries-snapshot-take"), SnapshotTaken(snapshot_id=one.id))]]
    if manages and one.act_id is not None:
        rows.append([button(t.plain("registries-snapshot-act"), ActOpened(act_id=one.act_id))])
    back = button(t.plain("button-back"), SnapshotsOpened(organization_id=one.organization_id))
    return Screen(text, inline(*rows, [back, menu_button(t)]))


def snapshot_sent(t: Translator, one: SnapshotLine, made: Registry, data: bytes) -> Screen:
    text = t("registries-snapshot-sent", line=_snapshot_line(t, one))
    return Screen(text, document=_document(made, data))


def approved_file(t: Translator, one: SnapshotLine, made: Registry, data: bytes) -> Screen:
    """The full file that the order is about: it is kept with the order, and nowhere else."""
    text = t("registries-approved-file", line=_snapshot_line(t, one), digest=one.sha256)
    return Screen(text, document=_document(made, data))


def yearly(t: Translator, organization_id: int, name: str) -> Screen:
    return Screen(
        t("registries-yearly", name=name),
        inline(
            [button(t.plain("registries-yearly-open"), RegistriesOpened(organization_id=organization_id))],
            [menu_button(t)],
        ),
    )
