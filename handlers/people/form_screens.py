"""The questions of this subject's forms, one a screen, and their summaries."""
# keys: people-form-*

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from aiogram.types import InlineKeyboardButton

from handlers.common.callbacks import PersonOpened
from handlers.common.keyboards import button, grid, inline, menu_button
from handlers.common.screen import Screen
from handlers.common.translator import Translator
from handlers.people.callbacks import (
    ConclusionsOpened,
    EntryStarted,
    FormCancelled,
    OptionChosen,
    StepBack,
    StepDone,
)
from handlers.people.form import TICKED, Form, Purpose, Step
from handlers.people.screens import blocks, lines, role_name
from models import Role
from services.colleagues import ENTERED_ROLES, MOST_MENTEES
from services.conclusions import GROUNDS, SOURCES
from services.content import Content

LISTS = {
    Step.SUBJECT: "subject",
    Step.DIFFICULTIES: "difficulty",
    Step.STRENGTHS: "difficulty",
    Step.SOURCE: SOURCES,
    Step.GROUND: GROUNDS,
}
"""Whose options are offered at a step."""
YES, NO = "yes", "no"
LONG = 600


def options(content: Content, step: Step) -> tuple[str, ...]:
    """What a button of this step may say."""
    if step in LISTS:
        return content.list_keys(LISTS[step])
    fixed = {
        Step.ROLE: tuple(role.value for role in ENTERED_ROLES),
        Step.CAPACITY: tuple(str(number) for number in range(1, MOST_MENTEES + 1)),
        Step.SENSITIVE: (YES, NO),
    }
    return fixed.get(step, ())


def schools(t: Translator, found: Sequence[tuple[int, str]]) -> Screen:
    """Where to enter somebody, for those who are curators of several schools."""
    rows = [[button(name, EntryStarted(organization_id=number))] for number, name in found]
    return Screen(t("people-form-school"), inline(*rows, [menu_button(t)]))


def question(t: Translator, form: Form, content: Content) -> Screen:
    """The step that the form stands at."""
    if form.at == Step.SUMMARY:
        return _summary(t, form)
    head = t("people-form-step", title=_title(t, form), step=form.number, steps=len(form.steps))
    text = blocks(head, t(f"people-form-{form.step}"), _typed_beside(t, form))
    done = [button(t.plain("button-done"), StepDone(form=form.id))] if form.at in TICKED else []
    return Screen(text, inline(*_choices(t, form, content), done, _way_back(t, form)))


def _title(t: Translator, form: Form) -> str:
    return t.plain(f"people-form-title-{form.purpose}")


def _typed_beside(t: Translator, form: Form) -> str:
    own = form.answers.get(f"{form.step}_other") if form.at in TICKED else None
    return t("people-form-typed", text=own) if own else ""


def _choices(t: Translator, form: Form, content: Content) -> list[list[InlineKeyboardButton]]:
    ticked = form.ticked() if form.at in TICKED else []
    buttons = [
        button(_label(t, form.at, key, is_ticked=key in ticked), OptionChosen(form=form.id, key=key))
        for key in options(content, form.at)
    ]
    columns = {Step.CAPACITY: 5, Step.SUBJECT: 2}.get(form.at, 1)
    return grid(buttons, columns)


def _label(t: Translator, step: Step, key: str, *, is_ticked: bool) -> str:
    text = _word(t, step, key)
    return t.plain("people-form-ticked", text=text) if is_ticked else text


def _word(t: Translator, step: Step, key: str) -> str:
    if step in LISTS:
        return t.option(LISTS[step], key)
    if step == Step.ROLE:
        return role_name(t, Role(key))
    if step == Step.SENSITIVE:
        return t.plain("people-form-sensitive-yes" if key == YES else "people-form-sensitive-no")
    return key


def _way_back(t: Translator, form: Form) -> list[InlineKeyboardButton]:
    cancel = button(t.plain("people-form-cancel"), FormCancelled(form=form.id))
    return [button(t.plain("button-back"), StepBack(form=form.id)), cancel] if form.number > 1 else [cancel]


def _summary(t: Translator, form: Form) -> Screen:
    head = t("people-form-check", title=_title(t, form))
    told = {
        Purpose.ENTRY: _entry_summary,
        Purpose.PROFILE: _profile_summary,
        Purpose.CONCLUSION: _conclusion_summary,
    }[Purpose(form.purpose)](t, form)
    save = button(t.plain("people-form-save"), StepDone(form=form.id))
    return Screen(blocks(head, told), inline([save], _way_back(t, form)))


def _entry_summary(t: Translator, form: Form) -> str:
    role = _word(t, Step.ROLE, str(form.answer(Step.ROLE)))
    day = t.short_date(date.fromisoformat(str(form.answer(Step.DATE))))
    number = str(form.answer(Step.NUMBER))
    return lines(
        # The curator has just typed the name; with names switched off it need not stand here once more.
        t("people-form-summary-role", role=role),
        t("people-form-summary-name"),
        t("people-form-summary-consent", number=number, day=day),
    )


def _profile_summary(t: Translator, form: Form) -> str:
    subject = str(form.answer(Step.SUBJECT) or "")
    capacity = form.answer(Step.CAPACITY)
    return lines(
        t("people-subject", subject=_word(t, Step.SUBJECT, subject)) if subject else "",
        _ticked_line(t, form, Step.DIFFICULTIES),
        _ticked_line(t, form, Step.STRENGTHS),
        t("people-capacity", capacity=int(capacity)) if capacity else "",
    )


def _ticked_line(t: Translator, form: Form, step: Step) -> str:
    words = [_word(t, step, key) for key in form.answer(step) or []]
    own = form.answers.get(f"{step.value}_other")
    text = t.cut(", ".join([*words, own] if own else words), LONG)
    if not text:
        return ""
    if step == Step.STRENGTHS:
        return t("people-strengths", strengths=text)
    return t("people-difficulties", difficulties=text)


def _conclusion_summary(t: Translator, form: Form) -> str:
    is_sensitive = form.answer(Step.SENSITIVE) == YES
    text = t("people-conclusion-hidden") if is_sensitive else ""
    return lines(
        t("people-conclusion-source", source=_word(t, Step.SOURCE, str(form.answer(Step.SOURCE)))),
        t("people-conclusion-ground", ground=_word(t, Step.GROUND, str(form.answer(Step.GROUND)))),
        text or t("people-conclusion-text", text=str(form.answer(Step.TEXT))),
    )


def saved(t: Translator, form: Form, membership_id: int) -> Screen:
    """What was stored, and the way on."""
    card = button(t.plain("people-to-card"), PersonOpened(membership_id=membership_id))
    if form.purpose == Purpose.CONCLUSION:
        shown = button(t.plain("people-conclusions"), ConclusionsOpened(membership_id=membership_id))
        return Screen(t("people-form-saved-conclusion"), inline([shown], [card, menu_button(t)]))
    key = "people-form-saved-entry" if form.purpose == Purpose.ENTRY else "people-form-saved-profile"
    return Screen(t(key), inline([card], [menu_button(t)]))


def cancelled(t: Translator, form: Form) -> Screen:
    if form.purpose == Purpose.ENTRY:
        return Screen(t("people-form-cancelled"), inline([menu_button(t)]))
    card = button(t.plain("people-to-card"), PersonOpened(membership_id=form.target))
    return Screen(t("people-form-cancelled"), inline([card, menu_button(t)]))
