"""Screens of choosing mentors for a programme: what it needs, who fits and why, the lists that are kept."""

from __future__ import annotations

from collections.abc import Sequence

from aiogram.types import InlineKeyboardButton

from handlers.common.keyboards import button, grid, inline, menu_button, pager
from handlers.common.screen import Screen
from handlers.common.translator import Html, Translator
from handlers.registries import screens, words
from handlers.registries.callbacks import (
    FittingPaged,
    FormWished,
    MentorTicked,
    RemovalAsked,
    ShortlistNamed,
    ShortlistOpened,
    ShortlistRemoved,
    ShortlistsOpened,
    SubjectWished,
    TopicsChosen,
    TopicTicked,
    WishStarted,
)
from handlers.registries.form import Form
from services.content import Option
from services.mentorship_views import Page
from services.registry.exporting import Place
from services.shortlists import Fitting, ShortlistLine, ShortlistView, Wish

TITLE_LISTED, TITLE_SHOWN = 40, 200
REASONS_SHOWN = 90
NAME_SHOWN, WISH_SHOWN = 80, 300
LISTED_OPTIONS = 40


def lists(t: Translator, place: Place, found: Page[ShortlistLine]) -> Screen:
    rows = [
        [
            button(
                t.plain("registries-list-line", title=t.cut(one.title, TITLE_LISTED), count=one.total),
                ShortlistOpened(shortlist_id=one.id),
            )
        ]
        for one in found.items
    ]
    turn = pager(
        t, found.page, found.pages, lambda page: ShortlistsOpened(organization_id=place.id, page=page)
    )
    new = [button(t.plain("registries-list-new"), WishStarted(organization_id=place.id))]
    key = "registries-lists" if found.items else "registries-lists-none"
    back = [screens.back_to_desk(t, place.id), menu_button(t)]
    return Screen(t(key, name=place.name), inline(*rows, turn, new, back))


def ask_subject(t: Translator, form: Form, options: list[Option]) -> Screen:
    chosen = [
        button(one.text.in_language(t.language), SubjectWished(form=form.id, key=one.key))
        for one in options[:LISTED_OPTIONS]
    ]
    any_ = [button(t.plain("registries-wish-any-subject"), SubjectWished(form=form.id))]
    return Screen(t("registries-wish-subject"), inline(*grid(chosen, 2), any_, [_back(t, form)]))


def ask_topics(t: Translator, form: Form, options: list[Option]) -> Screen:
    rows = [[_tick(t, one.text.in_language(t.language), form, one.key)] for one in options[:LISTED_OPTIONS]]
    done = [button(t.plain("registries-wish-next"), TopicsChosen(form=form.id))]
    return Screen(t("registries-wish-topics"), inline(*rows, done, [_back(t, form)]))


def _tick(t: Translator, label: str, form: Form, key: str) -> InlineKeyboardButton:
    is_ticked = key in form.topics.split()
    mark = "registries-ticked" if is_ticked else "registries-unticked"
    return button(t.plain(mark, name=label), TopicTicked(form=form.id, key=key, wanted=not is_ticked))


def ask_form(t: Translator, form: Form, keys: Sequence[str]) -> Screen:
    rows = [
        [button(t.option("form", key), FormWished(form=form.id, key=key))] for key in keys[:LISTED_OPTIONS]
    ]
    any_ = [button(t.plain("registries-wish-any-form"), FormWished(form=form.id))]
    return Screen(t("registries-wish-form"), inline(*rows, any_, [_back(t, form)]))


def _back(t: Translator, form: Form) -> InlineKeyboardButton:
    return button(t.plain("button-back"), ShortlistsOpened(organization_id=form.organization_id))


def fitting(t: Translator, form: Form, found: Page[Fitting]) -> Screen:
    """The ranked mentors, each with the reasons, to be ticked."""
    picked = set(form.mentors)
    parts = [t("registries-fitting", wish=wish_words(t, form.wish))]
    parts += [_mentor(t, form.wish, one, is_picked=one.mentor.membership_id in picked) for one in found.items]
    if not found.items:
        parts.append(t("registries-fitting-none"))
    rows = [[_mentor_tick(t, form, one, found.page)] for one in found.items]
    turn = pager(t, found.page, found.pages, lambda page: FittingPaged(form=form.id, page=page))
    named = [button(t.plain("registries-list-name", count=len(picked)), ShortlistNamed(form=form.id))]
    return Screen("\n\n".join(parts), inline(*rows, turn, named if picked else [], [_back(t, form)]))


def _mentor_tick(t: Translator, form: Form, one: Fitting, page: int) -> InlineKeyboardButton:
    number = one.mentor.membership_id
    is_ticked = number in form.mentors
    mark = "registries-ticked" if is_ticked else "registries-unticked"
    return button(
        t.plain(mark, name=t.name(one.mentor.name)),
        MentorTicked(form=form.id, membership_id=number, wanted=not is_ticked, page=page),
    )


def _mentor(t: Translator, wish: Wish, one: Fitting, *, is_picked: bool = False) -> str:
    name = t.cut(t.name(one.mentor.name), NAME_SHOWN)
    key = "registries-mentor-picked" if is_picked else "registries-mentor"
    return t(key, name=name, reasons=Html("\n".join(_reasons(t, wish, one))))


def _reasons(t: Translator, wish: Wish, one: Fitting) -> list[str]:
    """Why they fit, in things that can be said aloud."""
    lines = []
    if one.match.same_subject:
        subjects = ", ".join(t.option("subject", key) for key in one.mentor.subjects)
        lines.append(t("registries-reason-subject", subject=t.cut(subjects, REASONS_SHOWN)))
    if one.match.helps_with:
        topics = ", ".join(t.option(topics_of(wish), key) for key in one.match.helps_with)
        lines.append(t("registries-reason-topics", topics=t.cut(topics, REASONS_SHOWN)))
    if one.from_partner:
        lines.append(t("registries-reason-partner"))
    lines.append(t("registries-reason-places", count=max(one.match.free_places, 0)))
    if not one.mentor.is_reachable:
        lines.append(t("registries-reason-unreachable"))
    return lines


def topics_of(wish: Wish) -> str:
    """The list in `content/` of what is to be helped with: pupils help with other things than teachers."""
    return words.topic_list(wish.partition)


def wish_words(t: Translator, wish: Wish) -> str:
    """«Математика; дисциплина на уроке; учитель – ученик», as plain text."""
    parts = [t.option("subject", wish.subject)] if wish.subject else []
    parts += [t.option(topics_of(wish), key) for key in wish.difficulties]
    parts += [t.option("form", wish.form)] if wish.form else []
    return t.cut("; ".join(parts) or t.plain("registries-wish-anything"), WISH_SHOWN)


def ask_title(t: Translator, form: Form) -> Screen:
    text = t("registries-ask-title", count=len(form.mentors))
    return Screen(text, inline([_back(t, form)]))


def shortlist(t: Translator, one: ShortlistView) -> Screen:
    parts = [
        t("registries-shortlist", title=t.cut(one.title, TITLE_SHOWN), wish=wish_words(t, one.wish)),
        *_fitting_in(t, one),
    ]
    if one.absent:
        parts.append(t("registries-shortlist-absent", count=one.absent))
    rows = [
        [button(t.plain("registries-list-remove"), RemovalAsked(shortlist_id=one.id))],
        [
            button(t.plain("button-back"), ShortlistsOpened(organization_id=one.organization_id)),
            menu_button(t),
        ],
    ]
    return Screen("\n\n".join(parts), inline(*rows))


MENTORS_LENGTH = 2_800


def _fitting_in(t: Translator, one: ShortlistView) -> list[str]:
    """As many mentors as one message holds; how many more there are is said."""
    shown: list[str] = []
    for mentor in one.mentors:
        said = _mentor(t, one.wish, mentor)
        if sum(map(len, shown)) + len(said) > MENTORS_LENGTH:
            break
        shown.append(said)
    left = len(one.mentors) - len(shown)
    return [*shown, t("registries-shortlist-more", count=left)] if left else shown


def ask_removal(t: Translator, one: ShortlistView) -> Screen:
    return Screen(
        t("registries-list-remove-ask", title=t.cut(one.title, TITLE_SHOWN)),
        inline(
            [button(t.plain("registries-list-remove-yes"), ShortlistRemoved(shortlist_id=one.id))],
            [button(t.plain("button-back"), ShortlistOpened(shortlist_id=one.id))],
        ),
    )
