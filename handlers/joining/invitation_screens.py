"""Screens of those who invite: whom, the link, its picture and its sheet, the links that are live."""

# keys: joining-invite-*

from __future__ import annotations

from collections.abc import Sequence

from aiogram.types import BufferedInputFile, InlineKeyboardButton

from handlers.common.keyboards import button, grid, inline, menu_button, pager
from handlers.common.roles import ROLE_KEYS
from handlers.common.screen import Screen
from handlers.common.translator import Translator
from handlers.joining.callbacks import (
    AffiliationChosen,
    AnotherStarted,
    InvitationOpened,
    InvitationRevoked,
    InvitationShown,
    InvitationsOpened,
    LiveOpened,
    PlacesChosen,
    QrTaken,
    RevokeAsked,
    SheetTaken,
    TermChosen,
)
from models import Role
from services.invitation_sheet import SheetWords
from services.invitations import (
    MOST_PLACES,
    PAIRED_ROLES,
    TERMS,
    Desk,
    InvitationView,
    LiveInvitations,
)

PLACES = (1, 10, 50)
NAME_SHOWN, AFFILIATION_SHOWN = 120, 60
PLACES_LISTED = 6
"""More organisations than this nobody invites to in person."""


def desk(t: Translator, view: Desk, places: Sequence[tuple[int, str]]) -> Screen:
    """Whom to invite, and how many pairs one curator has (T-3.9-0)."""
    lines = [t("joining-invitations", organization=t.cut(view.organization_name, NAME_SHOWN))]
    if view.load is not None:
        load = view.load
        lines.append(t("joining-load", curators=load.curators, pairs=load.pairs, each=load.each))
    roles = [
        button(
            t.plain(f"joining-invite-{role.value}"),
            InvitationShown(organization_id=view.organization_id, role=role),
        )
        for role in view.roles
    ]
    live = LiveOpened(organization_id=view.organization_id)
    listed = [button(t.plain("joining-live-open", count=view.live), live)] if view.live else []
    others = [
        [
            button(
                t.plain("joining-elsewhere", organization=t.cut(name, 40)),
                InvitationsOpened(organization_id=number),
            )
        ]
        for number, name in places[:PLACES_LISTED]
        if number != view.organization_id
    ]
    return Screen("\n\n".join(lines), inline(*grid(roles, 2), listed, *others, [menu_button(t)]))


def invitation(t: Translator, view: InvitationView, url: str, timezone: str) -> Screen:
    # Pairs are approved by a curator; all others are admitted by the link itself.
    lines = [
        t(
            "joining-invitation-for-one" if view.is_for_one else "joining-invitation",
            role=t.plain(ROLE_KEYS[view.role]),
            organization=t.cut(view.organization_name, NAME_SHOWN),
            url=url,
            places=view.places_left,
            until=t.moment(view.expires_at, timezone),
        )
    ]
    if view.affiliation:
        lines.append(t("joining-affiliation", partner=t.cut(view.affiliation, NAME_SHOWN)))
    another = AnotherStarted(organization_id=view.organization_id, role=view.role)
    return Screen(
        "\n\n".join(lines),
        inline(
            [
                button(t.plain("joining-qr"), QrTaken(invitation_id=view.id)),
                button(t.plain("joining-sheet"), SheetTaken(invitation_id=view.id)),
            ],
            [button(t.plain("joining-another"), another)],
            [button(t.plain("button-revoke"), RevokeAsked(invitation_id=view.id))],
            [_back(t, view.organization_id)],
        ),
    )


def _back(t: Translator, organization_id: int) -> InlineKeyboardButton:
    return button(t.plain("button-back"), InvitationsOpened(organization_id=organization_id))


def ask_affiliation(
    t: Translator, organization_id: int, role: Role, partners: Sequence[tuple[int, str]]
) -> Screen:
    """One's own people, or those of a partner."""

    def choice(text: str, partner_id: int) -> InlineKeyboardButton:
        data = AffiliationChosen(organization_id=organization_id, role=role, partner_id=partner_id)
        return button(text, data)

    rows = [[choice(t.plain("joining-own-people"), 0)]]
    rows += [[choice(name, number)] for number, name in partners]
    return Screen(t("joining-ask-affiliation"), inline(*rows, [_back(t, organization_id)]))


def ask_places(t: Translator, organization_id: int, role: Role, partner_id: int) -> Screen:
    choices = [
        button(
            str(places),
            PlacesChosen(organization_id=organization_id, role=role, partner_id=partner_id, places=places),
        )
        for places in PLACES
    ]
    return Screen(
        t("joining-ask-places", limit=str(MOST_PLACES)), inline(choices, [_back(t, organization_id)])
    )


def ask_term(t: Translator, organization_id: int, role: Role, partner_id: int, places: int) -> Screen:
    choices = [
        button(
            t.plain("joining-days", count=days),
            TermChosen(
                organization_id=organization_id, role=role, partner_id=partner_id, places=places, days=days
            ),
        )
        for days in TERMS
    ]
    key = "joining-ask-term" if role in PAIRED_ROLES else "joining-ask-term-for-one"
    return Screen(t(key), inline(choices, [_back(t, organization_id)]))


def live(t: Translator, view: LiveInvitations, timezone: str) -> Screen:
    """The links that are still good, each a button."""
    number = view.organization_id
    rows = [
        [button(_live_line(t, one, timezone), InvitationOpened(invitation_id=one.id))] for one in view.lines
    ]
    turn = pager(t, view.page, view.pages, lambda page: LiveOpened(organization_id=number, page=page))
    name = t.cut(view.organization_name, NAME_SHOWN)
    text = t("joining-live", organization=name) if view.total else t("joining-live-none", organization=name)
    return Screen(text, inline(*rows, turn, [_back(t, number)]))


def _live_line(t: Translator, one: InvitationView, timezone: str) -> str:
    role = t.plain(ROLE_KEYS[one.role])
    if one.affiliation:
        role = t.plain("joining-live-of", role=role, partner=t.cut(one.affiliation, 16))
    until = t.short_day(one.expires_at, timezone)
    return t.plain("joining-live-line", role=role, places=one.places_left, until=until)


def ask_revoke(t: Translator, view: InvitationView) -> Screen:
    return Screen(
        t("joining-ask-revoke", role=t.plain(ROLE_KEYS[view.role])),
        inline(
            [button(t.plain("button-revoke"), InvitationRevoked(invitation_id=view.id))],
            [button(t.plain("button-back"), InvitationOpened(invitation_id=view.id))],
        ),
    )


def revoked(t: Translator, view: InvitationView) -> Screen:
    return Screen(t("joining-revoked"), inline([_back(t, view.organization_id)]))


def qr(t: Translator, view: InvitationView, png: bytes, timezone: str) -> Screen:
    caption = t(
        "joining-qr-caption",
        role=t.plain(ROLE_KEYS[view.role]),
        organization=t.cut(view.organization_name, NAME_SHOWN),
        until=t.short_day(view.expires_at, timezone),
    )
    back = button(t.plain("button-back"), InvitationOpened(invitation_id=view.id))
    return Screen(caption, inline([back]), photo=BufferedInputFile(png, "invitation.png"))


def sheet_words(t: Translator, view: InvitationView, url: str, bot_name: str, timezone: str) -> SheetWords:
    """What stands on the sheet for the staff room."""
    role, until = t.plain(ROLE_KEYS[view.role]), t.short_day(view.expires_at, timezone)
    return SheetWords(
        t.plain("joining-sheet-title"),
        (view.organization_name, t.plain("joining-sheet-about", role=role)),
        (
            url,
            t.plain("joining-sheet-step-open"),
            t.plain("joining-sheet-step-search", bot=bot_name),
            t.plain("joining-sheet-step-consent"),
            t.plain("joining-sheet-step-form"),
            t.plain("joining-sheet-until", places=view.places_left, until=until),
            t.plain("joining-sheet-paper"),
        ),
    )


def sheet(t: Translator, view: InvitationView, data: bytes) -> Screen:
    back = button(t.plain("button-back"), InvitationOpened(invitation_id=view.id))
    name = t.plain("joining-sheet-file") + ".docx"
    return Screen(t("joining-sheet-caption"), inline([back]), document=BufferedInputFile(data, name))
