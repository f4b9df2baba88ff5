"""How people look: views in, screens out. Knows no database and decides nothing."""
# keys: people-filter-*
# keys: people-state-*
# keys: people-ask-*
# keys: people-done-*
# keys: people-change-*
# keys: people-own-*
# keys: people-consent-*

from __future__ import annotations

from aiogram.types import InlineKeyboardButton

from handlers.applications.callbacks import ApplicationSeen, ReviewsOpened
from handlers.common.callbacks import PersonOpened
from handlers.common.keyboards import button, grid, inline, menu_button, pager
from handlers.common.roles import ROLE_KEYS
from handlers.common.screen import Screen
from handlers.common.translator import Translator
from handlers.consents.callbacks import ConsentDeskOpened
from handlers.family.callbacks import PaperWithdrawalAsked, PupilsOpened
from handlers.pairing.callbacks import PairOpened
from handlers.people.callbacks import (
    ChangeAsked,
    ChangeMade,
    ConclusionsOpened,
    EntryStarted,
    FiltersOpened,
    FoundOpened,
    LinkRenewed,
    LinkShown,
    MoveStarted,
    NeedsOpened,
    OnBehalfOpened,
    OwnChangeAsked,
    OwnChangeMade,
    OwnParticipationOpened,
    PeopleOpened,
    ProfileStarted,
    SearchStarted,
)
from handlers.privacy.callbacks import PaperRequestBegun, RequestDeskOpened
from handlers.registries.callbacks import RegistriesOpened
from models import MembershipStatus, MentorshipStatus, Partition, Role
from services.linking import PersonalLink
from services.mentorship_views import Page, listed
from services.needs import Need
from services.participation import Change, ParticipationView
from services.people import ConsentLine, Filter, Load, PairLine, PersonCard, PersonLine

LONG = 300
PAIRS_SHOWN = 5


def role_name(t: Translator, role: Role, partition: Partition = Partition.TEACHER) -> str:
    """«наставник», and of a pupil that it is one."""
    name = t.plain(ROLE_KEYS[role])
    return t.plain("people-pupil-role", role=name) if partition == Partition.PUPIL else name


def blocks(*several: str) -> str:
    """With an empty line between them; empty ones are left out."""
    return "\n\n".join(one for one in several if one)


def lines(*several: str) -> str:
    return "\n".join(one for one in several if one)


# --- the list ---


def people(t: Translator, found: Page[PersonLine], chosen: Filter, load: Load | None) -> Screen:
    """The people of the school, and what can be done from here."""
    rows = [[_person_button(t, one)] for one in found.items]
    turns = pager(t, found.page, found.pages, lambda page: PeopleOpened(page=page, chosen=chosen.value))
    title = t("people-title", filter=t.plain(f"people-filter-{chosen.value}"), total=found.total)
    text = blocks(title, "" if found.items else t("people-none"), _load(t, load) if load else "")
    chosen_button = button(t.plain("people-choose-filter"), FiltersOpened())
    search_button = button(t.plain("people-search"), SearchStarted())
    return Screen(text, inline(*rows, turns, [chosen_button, search_button], *_doors(t), [menu_button(t)]))


def _doors(t: Translator) -> list[list[InlineKeyboardButton]]:
    """Everything else about people."""
    return [
        [button(t.plain("people-add"), EntryStarted())],
        [
            button(t.plain("people-pupils"), PupilsOpened()),
            button(t.plain("people-registries"), RegistriesOpened()),
        ],
        [
            button(t.plain("people-consents"), ConsentDeskOpened()),
            button(t.plain("people-on-behalf"), OnBehalfOpened()),
        ],
        [button(t.plain("privacy-desk-door"), RequestDeskOpened())],
    ]


def _person_button(t: Translator, one: PersonLine) -> InlineKeyboardButton:
    role = role_name(t, one.role, one.partition)
    state = _short_state(t, one)
    key = "people-line-state" if state else "people-line"
    arguments = {"name": t.name(one.name), "role": role} | ({"state": state} if state else {})
    return button(t.plain(key, **arguments), PersonOpened(membership_id=one.membership_id))


def _short_state(t: Translator, one: PersonLine) -> str:
    if one.status == MembershipStatus.ACTIVE:
        return t.plain("people-state-waits") if one.waits else ""
    return t.plain(f"people-state-{one.status.value}")


def _load(t: Translator, load: Load) -> str:
    """The number of curators depends on the number of pairs (T-3.9)."""
    if not load.curators:
        return t("people-load-nobody", pairs=load.pairs)
    average = -(-load.pairs // load.curators)
    return t("people-load", curators=load.curators, pairs=load.pairs, average=average)


def filters(t: Translator) -> Screen:
    buttons = [
        button(t.plain(f"people-filter-{one.value}"), PeopleOpened(chosen=one.value)) for one in Filter
    ]
    back = button(t.plain("button-back"), PeopleOpened())
    return Screen(t("people-which"), inline(*grid(buttons, 2), [back, menu_button(t)]))


def ask_search(t: Translator) -> Screen:
    return Screen(t("people-ask-surname"), inline([_to_people(t)]))


def found(t: Translator, people: Page[PersonLine]) -> Screen:
    """What was typed is not repeated: with names switched off it must not stand here."""
    rows = [[_person_button(t, one)] for one in people.items]
    turns = pager(t, people.page, people.pages, lambda page: FoundOpened(page=page))
    text = t("people-found", total=people.total) if people.items else t("people-found-nobody")
    again = button(t.plain("people-search-again"), SearchStarted())
    return Screen(text, inline(*rows, turns, [again], [_to_people(t), menu_button(t)]))


def _to_people(t: Translator) -> InlineKeyboardButton:
    return button(t.plain("people-to-list"), PeopleOpened())


# --- psychologist, tutor, council ---


def needs(t: Translator, found: Page[Need], role: Role, roles: tuple[Role, ...], timezone: str) -> Screen:
    """What this role may see; with several roles a button for each of the others."""
    head = {
        Role.PSYCHOLOGIST: t("people-needs-psychologist", total=found.total),
        Role.TUTOR: t("people-needs-tutor", total=found.total),
        Role.COUNCIL: t("people-needs-council", total=found.total),
    }[role]
    entries = [_need(t, one, role, timezone) for one in found.items]
    turns = pager(t, found.page, found.pages, lambda page: NeedsOpened(page=page, role=role.value))
    others = [
        [button(t.plain("people-as-role", role=role_name(t, one)), NeedsOpened(role=one.value))]
        for one in roles
        if one != role
    ]
    body = entries or [t("people-needs-nobody")]
    return Screen(blocks(head, *body), inline(turns, *others, [menu_button(t)]))


def _need(t: Translator, one: Need, role: Role, timezone: str) -> str:
    if one.unpaired_since is not None:
        state = t("people-waits-since", day=t.short_day(one.unpaired_since, timezone))
    else:
        state = t("people-is-paired") if one.is_paired else t("people-is-unpaired")
    labels = [t.option("difficulty", key) for key in one.difficulties]
    difficulties = ", ".join(part for part in (*labels, one.difficulties_other) if part)
    return lines(
        t("people-need", name=t.name(one.name), role=role_name(t, one.role))
        if role == Role.COUNCIL
        else t("people-need-name", name=t.name(one.name)),
        state,
        t("people-difficulties", difficulties=t.cut(difficulties, LONG)) if difficulties else "",
    )


# --- the card ---


def card(t: Translator, one: PersonCard, timezone: str) -> Screen:
    """Somebody of the school, with what may be done about their participation."""
    return Screen(
        blocks(_head(t, one, timezone), _profile(t, one), _pairs(t, one), _papers(t, one)),
        inline(
            *_pair_rows(t, one), *_about_rows(t, one), *_change_rows(t, one), [_to_people(t), menu_button(t)]
        ),
    )


def _head(t: Translator, one: PersonCard, timezone: str) -> str:
    role = role_name(t, one.role, one.partition)
    return lines(
        t("people-card-head", name=t.name(one.name), role=role, organization=one.organization_name),
        _state(t, one, timezone),
        t("people-works-at", organization=one.works_at) if one.works_at else "",
        t("people-was-entered") if one.was_entered else "",
        "" if one.is_reachable else t("pairing-unreachable"),
    )


def _state(t: Translator, one: PersonCard, timezone: str) -> str:
    if one.status == MembershipStatus.PAUSED and one.paused_at:
        return t("people-paused-since", day=t.short_day(one.paused_at, timezone))
    if one.status == MembershipStatus.LEFT and one.left_at:
        return t("people-left-since", day=t.short_day(one.left_at, timezone))
    if one.status == MembershipStatus.ACTIVE:
        return t("people-takes-part", day=t.short_day(one.since, timezone))
    return t("people-state-line", state=t.plain(f"people-state-{one.status.value}"))


def _profile(t: Translator, one: PersonCard) -> str:
    """Shortly: what pairs are made by."""
    profile = one.profile
    difficulties = _options(t, "difficulty", profile, "difficulties")
    strengths = _options(t, "difficulty", profile, "strengths")
    subject = _options(t, "subject", profile, "subject")
    years = profile.get("experience_years")
    category = t.option("mentee_category", one.category) if one.category else ""
    shows_mentor = one.role == Role.MENTOR
    return lines(
        t("people-category", category=category) if category else "",
        t("people-subject", subject=t.cut(subject, LONG)) if subject else "",
        t("people-experience", years=years) if isinstance(years, int) else "",
        t("people-difficulties", difficulties=t.cut(difficulties, LONG)) if difficulties else "",
        t("people-strengths", strengths=t.cut(strengths, LONG)) if strengths else "",
        t("people-capacity", capacity=one.capacity) if shows_mentor and one.capacity else "",
    )


def _options(t: Translator, list_key: str, profile: dict[str, object], key: str) -> str:
    """Labels of what was chosen and the person's own words beside them, as plain text."""
    chosen = [t.option(list_key, word) for word in listed(profile.get(key))]
    own = listed(profile.get(f"{key}_other"))
    return ", ".join((*chosen, *own))


def _pairs(t: Translator, one: PersonCard) -> str:
    waits = one.status == MembershipStatus.ACTIVE and one.unpaired_since is not None
    return lines(
        *(_pair(t, pair) for pair in one.pairs[:PAIRS_SHOWN]),
        t("people-waits") if waits else "",
        t("people-former-pairs", count=one.former_pairs) if one.former_pairs else "",
    )


def _pair(t: Translator, pair: PairLine) -> str:
    key = "people-pair-active" if pair.status == MentorshipStatus.ACTIVE else "people-pair-proposed"
    return t(key, name=t.name(pair.other))


def _papers(t: Translator, one: PersonCard) -> str:
    if not one.consents:
        return ""
    said = "; ".join(_consent(t, consent) for consent in one.consents)
    return t("people-consent-line", consents=said)


def _consent(t: Translator, consent: ConsentLine) -> str:
    what = t.plain(f"people-consent-{consent.kind.value.replace('_', '-')}")
    if consent.awaits_original:
        return t.plain("people-consent-no-original", what=what)
    return t.plain(f"people-consent-is-{consent.status.value}", what=what)


def _pair_rows(t: Translator, one: PersonCard) -> list[list[InlineKeyboardButton]]:
    return [
        [
            button(
                t.plain("people-open-pair", name=t.name(pair.other)),
                PairOpened(mentorship_id=pair.mentorship_id),
            )
        ]
        for pair in one.pairs[:PAIRS_SHOWN]
    ]


def _about_rows(t: Translator, one: PersonCard) -> list[list[InlineKeyboardButton]]:
    number = one.membership_id
    withdrawal = PaperWithdrawalAsked(membership_id=number)
    request = PaperRequestBegun(membership_id=number)
    answers = ApplicationSeen(application_id=one.application_id or 0)
    reviews = ReviewsOpened(organization_id=one.organization_id)
    may: list[tuple[bool, InlineKeyboardButton]] = [
        (one.application_id is not None, button(t.plain("people-application"), answers)),
        (one.application_id is not None, button(t.plain("people-reviews"), reviews)),
        (one.may_fill, button(t.plain("people-fill-profile"), ProfileStarted(membership_id=number))),
        (one.may_link, button(t.plain("people-show-link"), LinkShown(membership_id=number))),
        (one.may_conclude, button(t.plain("people-conclusions"), ConclusionsOpened(membership_id=number))),
        (one.may_withdraw, button(t.plain("family-paper-withdrawal"), withdrawal)),
        (one.may_withdraw, button(t.plain("privacy-paper-request"), request)),
    ]
    return [[one_button] for allowed, one_button in may if allowed]


def _change_rows(t: Translator, one: PersonCard) -> list[list[InlineKeyboardButton]]:
    changes = [
        button(
            t.plain(f"people-change-{change.value}"),
            ChangeAsked(membership_id=one.membership_id, change=change.value),
        )
        for change in one.changes
    ]
    move = button(t.plain("people-move"), MoveStarted(membership_id=one.membership_id))
    return [*grid(changes, 2), [move] if one.may_move else []]


def _to_card(t: Translator, membership_id: int) -> InlineKeyboardButton:
    return button(t.plain("people-to-card"), PersonOpened(membership_id=membership_id))


# --- pausing, leaving, coming back ---


def ask_change(t: Translator, one: ParticipationView, change: Change) -> Screen:
    """What will happen, before it does."""
    yes = ChangeMade(membership_id=one.membership_id, change=change.value)
    return Screen(
        t(f"people-ask-{change.value}", name=t.name(one.name), role=role_name(t, one.role)),
        inline(
            [button(t.plain(f"people-change-{change.value}"), yes)],
            [button(t.plain("button-back"), PersonOpened(membership_id=one.membership_id))],
        ),
    )


def changed(t: Translator, one: ParticipationView, change: Change) -> Screen:
    text = t(f"people-done-{change.value}", name=t.name(one.name))
    return Screen(text, inline([_to_card(t, one.membership_id)], [_to_people(t), menu_button(t)]))


def own(t: Translator, found: tuple[ParticipationView, ...], timezone: str) -> Screen:
    """«My participation»: a paragraph for each, the buttons below."""
    if not found:
        return Screen(t("people-own-none"), inline([menu_button(t)]))
    entries = [_own_entry(t, one, timezone) for one in found]
    rows = [
        [_own_button(t, one, change, with_role=len(found) > 1)] for one in found for change in one.changes
    ]
    return Screen(blocks(t("people-own-title"), *entries), inline(*rows, [menu_button(t)]))


def _own_entry(t: Translator, one: ParticipationView, timezone: str) -> str:
    head = t("people-own-entry", role=role_name(t, one.role), organization=one.organization_name)
    if one.since is None:
        return head
    day = t.short_day(one.since, timezone)
    if one.status == MembershipStatus.PAUSED:
        return lines(head, t("people-paused-since", day=day))
    if one.status == MembershipStatus.LEFT:
        return lines(head, t("people-left-since", day=day))
    return lines(head, t("people-takes-part", day=day))


def _own_button(
    t: Translator, one: ParticipationView, change: Change, *, with_role: bool
) -> InlineKeyboardButton:
    words = t.plain(f"people-own-{change.value}")
    text = t.plain("people-own-button", change=words, role=role_name(t, one.role)) if with_role else words
    return button(text, OwnChangeAsked(membership_id=one.membership_id, change=change.value))


def ask_own_change(t: Translator, one: ParticipationView, change: Change) -> Screen:
    yes = OwnChangeMade(membership_id=one.membership_id, change=change.value)
    return Screen(
        t(f"people-own-ask-{change.value}", organization=one.organization_name),
        inline(
            [button(t.plain(f"people-own-{change.value}"), yes)],
            [button(t.plain("button-back"), OwnParticipationOpened())],
        ),
    )


def own_changed(t: Translator, one: ParticipationView, change: Change) -> Screen:
    return Screen(
        t(f"people-own-done-{change.value}", organization=one.organization_name),
        inline([button(t.plain("people-own-back"), OwnParticipationOpened()), menu_button(t)]),
    )


# --- the personal link ---


def personal_link(t: Translator, shown: PersonalLink, url: str, timezone: str) -> Screen:
    text = t("people-link", name=t.name(shown.name), url=url, until=t.short_day(shown.expires_at, timezone))
    return Screen(
        text,
        inline(
            [button(t.plain("people-link-renew"), LinkRenewed(membership_id=shown.membership_id))],
            [_to_card(t, shown.membership_id), menu_button(t)],
        ),
    )
