"""«For colleagues without Telegram»: what waits, and what is to be told to them before they decide."""
# keys: people-pending-*
# keys: people-behalf-*

from __future__ import annotations

from handlers.common.keyboards import button, inline, menu_button, pager
from handlers.common.screen import Screen
from handlers.common.translator import Translator
from handlers.meetings.series_screens import rhythm_name
from handlers.meetings.words import kind_name, where
from handlers.people.callbacks import OnBehalfAnswered, OnBehalfOpened, OnBehalfShown, PeopleOpened
from handlers.people.screens import LONG, blocks, lines
from services.mentorship_views import Counterpart, Page
from services.on_behalf import Kind, Pending, PendingCard


def waiting(t: Translator, found: Page[Pending], timezone: str) -> Screen:
    to_people = button(t.plain("people-to-list"), PeopleOpened())
    if not found.items:
        return Screen(t("people-behalf-empty"), inline([to_people, menu_button(t)]))
    rows = [[button(_line(t, one, timezone), _shown(one))] for one in found.items]
    turns = pager(t, found.page, found.pages, lambda page: OnBehalfOpened(page=page))
    text = t("people-behalf-title", total=found.total)
    return Screen(text, inline(*rows, turns, [to_people, menu_button(t)]))


def _line(t: Translator, one: Pending, timezone: str) -> str:
    return t.plain(
        f"people-pending-{one.kind.value}", name=t.name(one.name), day=t.short_day(one.since, timezone)
    )


def _shown(one: Pending) -> OnBehalfShown:
    return OnBehalfShown(kind=one.kind.value, id=one.id, membership_id=one.membership_id)


def card(t: Translator, one: PendingCard, timezone: str) -> Screen:
    """What to ask the colleague, and the two answers."""
    kind = one.pending.kind.value
    return Screen(
        blocks(
            t(f"people-behalf-ask-{kind}", name=t.name(one.pending.name)),
            _about(t, one, timezone),
            t("people-behalf-mark"),
        ),
        inline(
            [button(t.plain(f"people-behalf-{kind}-yes"), _answer(one.pending, yes=True))],
            [button(t.plain(f"people-behalf-{kind}-no"), _answer(one.pending, yes=False))],
            [button(t.plain("people-behalf-back"), OnBehalfOpened()), menu_button(t)],
        ),
    )


def _answer(one: Pending, *, yes: bool) -> OnBehalfAnswered:
    return OnBehalfAnswered(kind=one.kind.value, id=one.id, membership_id=one.membership_id, yes=yes)


def _about(t: Translator, one: PendingCard, timezone: str) -> str:
    other = one.other
    if one.pending.kind == Kind.PAIR:
        return _profile(t, other)
    return lines(
        t("people-behalf-with", name=t.name(other.name)) if other.name else "",
        t(
            "people-behalf-meeting",
            kind=kind_name(t, one.meeting_kind) if one.meeting_kind else "",
            when=t.moment(one.pending.since, timezone),
            place=where(t, one.mode, one.place, one.link),
        ),
        t("people-behalf-repeats", rhythm=rhythm_name(t, one.rhythm), until=t.short_date(one.ends_on))
        if one.rhythm and one.ends_on
        else "",
    )


def _profile(t: Translator, other: Counterpart) -> str:
    """What the person themselves would be shown: no name of a mentee before the pair begins."""
    subject = ", ".join(t.option("subject", key) for key in other.subjects)
    strengths = ", ".join(t.option("difficulty", key) for key in other.strengths)
    difficulties = [t.option("difficulty", key) for key in other.difficulties]
    wanted = ", ".join(one for one in (*difficulties, other.difficulties_other) if one)
    return lines(
        t("people-behalf-with", name=t.name(other.name)) if other.name else "",
        t("people-subject", subject=t.cut(subject, LONG)) if subject else "",
        t("people-strengths", strengths=t.cut(strengths, LONG)) if strengths else "",
        t("people-difficulties", difficulties=t.cut(wanted, LONG)) if wanted else "",
    )


def answered(t: Translator, kind: Kind, *, yes: bool) -> Screen:
    word = "yes" if yes else "no"
    return Screen(
        t(f"people-behalf-done-{kind.value}-{word}"),
        inline([button(t.plain("people-behalf-back"), OnBehalfOpened()), menu_button(t)]),
    )
