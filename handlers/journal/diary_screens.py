"""A mentor's diary in words: the list, an entry, the questions. Shown to the author only."""

from __future__ import annotations

from collections.abc import Sequence

from handlers.common.callbacks import AfterOpened, DiaryOpened
from handlers.common.keyboards import button, inline, menu_button, pager
from handlers.common.screen import Screen
from handlers.common.translator import Html, Translator
from handlers.journal.callbacks import (
    DiaryAboutAsked,
    DiaryDeleteAsked,
    DiaryDeleted,
    DiaryEditStarted,
    DiaryEntryOpened,
    DiaryStarted,
)
from handlers.journal.form import Form
from handlers.journal.screens import blocks, who
from handlers.meetings.callbacks import MeetingsOpened
from services.diary import About, DiaryPage, EntryView
from services.names import PersonName

ABOUT_SHOWN = 50


def diary(t: Translator, page: DiaryPage, timezone: str) -> Screen:
    rows = [
        [button(_item(t, one, timezone), DiaryEntryOpened(entry_id=one.id, page=page.page))]
        for one in page.entries
    ]
    turns = pager(t, page.page, page.pages, lambda number: DiaryOpened(page=number))
    write = []
    if page.may_write:
        write = [
            [button(t.plain("journal-diary-write"), DiaryStarted())],
            [button(t.plain("journal-diary-write-about"), DiaryAboutAsked())],
        ]
    back = [button(t.plain("journal-to-meetings"), MeetingsOpened()), menu_button(t)]
    empty = "" if page.entries else t("journal-diary-empty")
    return Screen(blocks(t("journal-diary"), empty), inline(*rows, turns, *write, back))


def _item(t: Translator, one: EntryView, timezone: str) -> str:
    text = " ".join(one.text.split())
    return t.plain("journal-diary-item", day=t.short_day(one.written_at, timezone), text=text)


def entry(t: Translator, one: EntryView, timezone: str, page: int = 0) -> Screen:
    """An entry as long as a message may be: whatever stands above it is short."""
    about = t.cut(", ".join(t.name(name) for name in one.about), ABOUT_SHOWN)
    day = t.short_day(one.written_at, timezone)
    head = t("journal-diary-about-whom", day=day, who=about) if about else t("journal-diary-day", day=day)
    return Screen(
        Html(f"{head}\n{t('journal-diary-text', text=one.text)}"),
        inline(
            [button(t.plain("journal-diary-edit"), DiaryEditStarted(entry_id=one.id))],
            [button(t.plain("journal-diary-delete"), DiaryDeleteAsked(entry_id=one.id))],
            [button(t.plain("journal-to-diary"), DiaryOpened(page=page)), menu_button(t)],
        ),
    )


def ask_text(t: Translator, form: Form, about: Sequence[PersonName]) -> Screen:
    back = AfterOpened(meeting_id=form.meeting_id) if form.meeting_id else DiaryOpened()
    subject = t("journal-diary-ask-about", who=who(t, about)) if about else t("journal-diary-ask")
    return Screen(blocks(subject, t("journal-diary-secret")), inline([button(t.plain("button-back"), back)]))


def ask_about(t: Translator, subjects: Sequence[About], timezone: str) -> Screen:
    """A pair, or its last meeting?"""
    rows = []
    for one in subjects[:8]:
        pair = DiaryStarted(mentorship_id=one.mentorship_id)
        rows.append([button(t.plain("journal-diary-pair", who=who(t, one.others)), pair)])
        if one.meeting_id is not None and one.met_at is not None:
            day = t.short_day(one.met_at, timezone)
            label = t.plain("journal-diary-meeting", day=day, who=who(t, one.others))
            rows.append([button(label, DiaryStarted(meeting_id=one.meeting_id))])
    back = button(t.plain("button-back"), DiaryOpened())
    text = t("journal-diary-about-what") if rows else t("journal-diary-no-pairs")
    return Screen(text, inline(*rows, [back]))


def ask_edit(t: Translator, one: EntryView) -> Screen:
    """The entry itself stands above, in the message that was open."""
    back = button(t.plain("button-back"), DiaryEntryOpened(entry_id=one.id))
    return Screen(blocks(t("journal-diary-ask-edit"), t("journal-diary-secret")), inline([back]))


def delete_question(t: Translator, one: EntryView, timezone: str) -> Screen:
    yes = button(t.plain("journal-diary-delete-yes"), DiaryDeleted(entry_id=one.id))
    back = button(t.plain("button-back"), DiaryEntryOpened(entry_id=one.id))
    text = t("journal-diary-delete-sure", day=t.short_day(one.written_at, timezone))
    return Screen(text, inline([yes], [back]))


def kept(t: Translator, one: EntryView, timezone: str) -> Screen:
    """Said in few words: the entry itself stands above, as it was typed."""
    day = t.short_day(one.written_at, timezone)
    return Screen(
        t("journal-diary-kept", day=day),
        inline(
            [button(t.plain("journal-diary-open"), DiaryEntryOpened(entry_id=one.id))],
            [button(t.plain("journal-to-diary"), DiaryOpened()), menu_button(t)],
        ),
    )
