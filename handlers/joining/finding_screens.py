"""Screens for people without a link: find a school, say as whom one comes."""

from __future__ import annotations

from aiogram.types import InlineKeyboardButton

from handlers.common.keyboards import button, inline, menu_button, pager
from handlers.common.screen import Screen
from handlers.common.translator import Translator
from handlers.joining.callbacks import FamilyTold, FoundShown, JoiningAsked, SchoolChosen, SearchStarted
from models import Role
from services.finding import Found, FoundPage
from services.text_limits import clip

NAME_SHOWN = 120
QUERY_SHOWN = 60


def ask_name(t: Translator, *, is_member: bool) -> Screen:
    return Screen(t("joining-find-ask"), inline([menu_button(t)]) if is_member else None)


def found(t: Translator, page: FoundPage, *, is_member: bool) -> Screen:
    """What fits, each school a button."""
    query = page.query

    def turned(number: int) -> FoundShown:
        return FoundShown(page=number, query=query)

    rows = [[button(_line(t, one), SchoolChosen(organization_id=one.id))] for one in page.lines]
    again = [button(t.plain("joining-find-again"), SearchStarted())]
    back = [menu_button(t)] if is_member else []
    if not page.total:
        text = t("joining-find-none", query=t.cut(query, QUERY_SHOWN))
    else:
        text = t("joining-find-found", query=t.cut(query, QUERY_SHOWN), total=page.total)
    return Screen(text, inline(*rows, pager(t, page.page, page.pages, turned), again, back))


def _line(t: Translator, one: Found) -> str:
    if not one.above:
        return one.name
    return t.plain("joining-find-line", name=clip(one.name, 36), above=clip(one.above, 20))


def roles(t: Translator, organization_id: int, name: str) -> Screen:
    """As whom one comes. Pupils and their parents come by a link of their own."""
    return Screen(
        t("joining-find-roles", organization=t.cut(name, NAME_SHOWN)),
        inline(
            [_asking(t, "joining-find-mentee", organization_id, Role.MENTEE)],
            [_asking(t, "joining-find-mentor", organization_id, Role.MENTOR)],
            [button(t.plain("joining-find-pupil"), FamilyTold(organization_id=organization_id))],
            [button(t.plain("joining-find-parent"), FamilyTold(organization_id=organization_id))],
            [button(t.plain("button-back"), SearchStarted())],
        ),
    )


def _asking(t: Translator, key: str, organization_id: int, role: Role) -> InlineKeyboardButton:
    return button(t.plain(key), JoiningAsked(organization_id=organization_id, role=role))


def family(t: Translator, organization_id: int, name: str) -> Screen:
    back = button(t.plain("button-back"), SchoolChosen(organization_id=organization_id))
    return Screen(t("joining-find-family", organization=t.cut(name, NAME_SHOWN)), inline([back]))
