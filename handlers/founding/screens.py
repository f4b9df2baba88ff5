"""Screens of the administrators of the system."""

# keys: founding-kind-*
# keys: founding-make-*
# keys: founding-link-*

from __future__ import annotations

from collections.abc import Mapping

from handlers.common.keyboards import button, grid, inline, pager
from handlers.common.screen import Screen
from handlers.common.timezones import zone_name
from handlers.common.translator import Translator
from handlers.founding.callbacks import (
    DeskOpened,
    KindChosen,
    LinksRenewed,
    LinksTaken,
    ParentChosen,
    TreeOpened,
    ZoneChosen,
)
from models import Role
from models.organization import OrganizationKind
from services.founding import NAME_LIMIT, TIMEZONES, Branch, Founded, TreePage
from services.text_limits import clip

KINDS = (
    OrganizationKind.REGION,
    OrganizationKind.MUNICIPALITY,
    OrganizationKind.SCHOOL,
    OrganizationKind.PARTNER,
)
MARKS = {
    OrganizationKind.REGION: "🗺",
    OrganizationKind.MUNICIPALITY: "🏛",
    OrganizationKind.SCHOOL: "🏫",
    OrganizationKind.PARTNER: "🤝",
}
NAME_SHOWN = 120


def desk(t: Translator) -> Screen:
    """What can be made, and what there is."""
    rows = [[button(t.plain(f"founding-make-{kind.value}"), KindChosen(kind=kind))] for kind in KINDS]
    return Screen(t("founding-desk"), inline(*rows, [button(t.plain("founding-tree-open"), TreeOpened())]))


def tree(t: Translator, view: TreePage) -> Screen:
    """All organisations: a tap gives the links."""
    rows = [[button(_branch(one), LinksTaken(organization_id=one.id))] for one in view.lines]
    turn = pager(t, view.page, view.pages, lambda page: TreeOpened(page=page))
    text = t("founding-tree", total=view.total) if view.total else t("founding-tree-none")
    return Screen(text, inline(*rows, turn, [button(t.plain("button-back"), DeskOpened())]))


def _branch(one: Branch) -> str:
    return f"{'· ' * min(one.depth, 4)}{MARKS[one.kind]} {clip(one.name, 44)}"


def ask_parent(t: Translator, kind: OrganizationKind, view: TreePage) -> Screen:
    """Under what the new one stands."""
    rows = [[button(_branch(one), ParentChosen(kind=kind, parent_id=one.id))] for one in view.lines]
    turn = pager(t, view.page, view.pages, lambda page: KindChosen(kind=kind, page=page))
    alone = [button(t.plain("founding-alone"), ParentChosen(kind=kind, parent_id=0))]
    back = [button(t.plain("button-back"), DeskOpened())]
    return Screen(t("founding-ask-parent", kind=_kind(t, kind)), inline(*rows, turn, alone, back))


def _kind(t: Translator, kind: OrganizationKind) -> str:
    return t.plain(f"founding-kind-{kind.value}")


def ask_zone(t: Translator, kind: OrganizationKind, parent_id: int) -> Screen:
    choices = [
        button(zone_name(t, one), ZoneChosen(kind=kind, parent_id=parent_id, zone=number))
        for number, one in enumerate(TIMEZONES)
    ]
    back = [button(t.plain("button-back"), KindChosen(kind=kind))]
    return Screen(t("founding-ask-zone"), inline(*grid(choices, 2), back))


def ask_name(t: Translator, kind: OrganizationKind) -> Screen:
    text = t("founding-ask-name", kind=_kind(t, kind), limit=NAME_LIMIT)
    return Screen(text, inline([button(t.plain("button-back"), DeskOpened())]))


def links(
    t: Translator, made: Founded, urls: Mapping[Role, str], *, is_new: bool, anew: bool = False
) -> Screen:
    """The links for those who run an organisation, each for one person."""
    name = t.cut(made.name, NAME_SHOWN)
    lines = [t("founding-made" if is_new else "founding-links", name=name)]
    lines += [t(f"founding-link-{role.value}", url=url) for role, url in urls.items()]
    lines.append(t("founding-links-renewed" if anew else "founding-links-note"))
    return Screen(
        "\n\n".join(lines),
        inline(
            [button(t.plain("founding-links-renew"), LinksRenewed(organization_id=made.id))],
            [button(t.plain("founding-tree-open"), TreeOpened())],
            [button(t.plain("button-back"), DeskOpened())],
        ),
    )
