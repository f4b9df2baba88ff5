"""Screens of pupils' places and of a parent's children: from views to text and buttons.

# keys: family-state-*
# keys: family-pupil-next-*
# keys: family-child-next-*
# keys: family-alert-*
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date

from aiogram.types import BufferedInputFile, InlineKeyboardButton

from handlers.common.callbacks import ChildOpened, FamilyOpened
from handlers.common.keyboards import button, inline, menu_button, pager
from handlers.common.roles import ROLE_KEYS
from handlers.common.screen import Screen
from handlers.common.translator import Translator
from handlers.family.callbacks import (
    BirthdayConfirmed,
    ChildApplicationBegun,
    ChildDataDownloaded,
    ChildDataOpened,
    ChildLinkShown,
    ChildWithdrawalAsked,
    ChildWithdrawalConfirmed,
    ChildWithdrawalExplained,
    DetailsBegun,
    MajorityAnswered,
    OwnPaperBegun,
    PaperConfirmed,
    PaperConsentBegun,
    PaperWithdrawalAsked,
    ParentalAnswered,
    ParentalAsked,
    ParentInvitationAsked,
    ParentInvited,
    ParentLinkShown,
    PupilLinkShown,
    PupilOpened,
    PupilsOpened,
    ReceivedToday,
    RelationChosen,
)
from handlers.privacy.callbacks import MyDataOpened, NameCorrectionAsked, RequestsOpened
from handlers.privacy.screens import as_file, body
from models import ConsentKind
from services import families
from services.content import Content
from services.erasure import Withdrawal, WithdrawalPreview
from services.families import Child, FamilyAlert, PlaceState
from services.families import ParentalAsked as Asked
from services.families import Place as PupilPlace
from services.minors import PUPIL_ROLES, OwnConsentAsked, ParentLink
from services.names import PersonName
from services.personal_data import PersonalData

NAME_SHOWN = 80
FILE_NAME = "child-data.txt"
Rows = list[list[InlineKeyboardButton]]
EARLY = (PlaceState.PARENT, PlaceState.CONSENT, PlaceState.REFUSED)
OVER = (PlaceState.LEFT, PlaceState.WITHDRAWN)


def _state(t: Translator, state: PlaceState) -> str:
    return t.plain(f"family-state-{state.value.replace('_', '-')}")


# ---- the curator's side


def pupils(t: Translator, found: Sequence[PupilPlace], page: int, pages: int) -> Screen:
    """The pupils' places, the newest first: a code until a parent has consented."""
    rows: Rows = [
        [
            button(
                t.plain("family-pupil-line", name=t.cut(t.name(one.name), 40), state=_state(t, one.state)),
                PupilOpened(membership_id=one.membership_id),
            )
        ]
        for one in found
    ]
    rows.append(pager(t, page, pages, lambda number: PupilsOpened(page=number)))
    rows.append([button(t.plain("family-invite-parent"), ParentInvitationAsked())])
    key = "family-pupils" if found else "family-pupils-empty"
    return Screen(t(key), inline(*rows, [menu_button(t)]))


def choose_role(t: Translator, places: Sequence[tuple[int, str]], newest: int) -> Screen:
    """Where, and as what: schools of the curator and the two roles of pupils. `newest`: the last place that
    was made, so that a second tap makes no second one.
    """
    rows = [
        [
            button(
                t.plain("family-invite-as", role=t.plain(ROLE_KEYS[role]), organization=name),
                ParentInvited(organization_id=organization_id, role=role, after=newest),
            )
        ]
        for organization_id, name in places[:20]
        for role in PUPIL_ROLES
    ]
    back = button(t.plain("button-back"), PupilsOpened())
    return Screen(t("family-choose-role"), inline(*rows, [back]))


def parent_link(
    t: Translator, link: ParentLink, url: str, timezone: str, back: InlineKeyboardButton
) -> Screen:
    text = t(
        "family-parent-link",
        pupil=t.code(link.pupil),
        organization=link.organization_name,
        url=url,
        until=t.moment(link.expires_at, timezone),
    )
    return Screen(text, inline([back], [menu_button(t)]))


def pupil(t: Translator, one: PupilPlace) -> Screen:
    """One place: what it waits for, and what the curator may do about it."""
    text = t(
        "family-pupil",
        name=t.cut(t.name(one.name), NAME_SHOWN),
        role=t.plain(ROLE_KEYS[one.name.role]),
        organization=one.organization,
        state=_state(t, one.state),
        parents=one.parents,
    )
    hint = t(f"family-pupil-next-{one.state.value.replace('_', '-')}")
    rows: Rows = []
    if not one.is_adult and one.state not in OVER:
        key = "family-another-parent" if one.parents else "family-link-for-parent"
        rows.append([button(t.plain(key), ParentLinkShown(membership_id=one.membership_id))])
    if one.state in EARLY:
        paper = PaperConsentBegun(membership_id=one.membership_id)
        rows.append([button(t.plain("family-paper-consent"), paper)])
    if one.may_link:
        rows.append([button(t.plain("family-pupil-link"), PupilLinkShown(membership_id=one.membership_id))])
    if one.may_withdraw:
        withdrawal = PaperWithdrawalAsked(membership_id=one.membership_id)
        rows.append([button(t.plain("family-paper-withdrawal"), withdrawal)])
    back = [button(t.plain("button-back"), PupilsOpened())]
    return Screen(f"{text}\n\n{hint}", inline(*rows, back, [menu_button(t)]))


def back_to_pupil(t: Translator, membership_id: int) -> InlineKeyboardButton:
    return button(t.plain("button-back"), PupilOpened(membership_id=membership_id))


def pupil_link(t: Translator, one: PupilPlace, url: str) -> Screen:
    text = t("family-child-link", name=t.cut(t.name(one.name), NAME_SHOWN), url=url)
    return Screen(text, inline([back_to_pupil(t, one.membership_id)], [menu_button(t)]))


def ask_paper_number(t: Translator, name: PersonName, membership_id: int) -> Screen:
    text = t("family-paper-number", name=t.name(name))
    return Screen(text, inline([back_to_pupil(t, membership_id)]))


def ask_paper_day(t: Translator, membership_id: int) -> Screen:
    return Screen(t("family-paper-day"), inline([back_to_pupil(t, membership_id)]))


def paper_recorded(t: Translator, one: PupilPlace) -> Screen:
    return pupil(t, one).under(t("family-paper-recorded"))


def alert(t: Translator, one: FamilyAlert, last_row: list[InlineKeyboardButton]) -> Screen:
    """A consent that is missing: whose, what that means, and what may be done."""
    text = t(f"family-alert-{one.about.value.replace('_', '-')}", name=t.cut(t.name(one.name), NAME_SHOWN))
    rows: Rows = [[button(t.plain("family-open-pupil"), PupilOpened(membership_id=one.membership_id))]]
    if one.consent_id is not None:
        rows.append([button(t.plain("family-paper-consent"), OwnPaperBegun(consent_id=one.consent_id))])
    return Screen(text, inline(*rows, last_row))


def paper_withdrawal(t: Translator, preview: WithdrawalPreview) -> Screen:
    """What will stop; the day of receipt comes next, and the deed with it."""
    lines = [
        t("family-receipt-head", organizations=t.cut(", ".join(preview.organizations), 300)),
        t("privacy-explain-counts", pairs=preview.pairs, meetings=preview.meetings, duties=preview.duties),
    ]
    if preview.children:
        lines.append(t("family-receipt-children", count=preview.children))
    lines.append(t("family-receipt-ask"))
    today = button(t.plain("family-received-today"), ReceivedToday())
    return Screen("\n\n".join(lines), inline([today], [menu_button(t)]))


def paper_withdrawn(t: Translator, withdrawal: Withdrawal) -> Screen:
    number = ", ".join(str(case_id) for case_id in withdrawal.case_ids)
    return Screen(t("family-receipt-done", number=number), inline([menu_button(t)]))


# ---- the parent's side


def family(t: Translator, found: Sequence[Child]) -> Screen:
    rows = [[button(_child_line(t, one), ChildOpened(child_id=one.child_id))] for one in found[:20]]
    key = "family-children" if found else "family-no-children"
    return Screen(t(key), inline(*rows, [menu_button(t)]))


def _child_line(t: Translator, one: Child) -> str:
    return t.plain("family-child-line", name=_called(t, one), state=_state(t, one.state))


def _called(t: Translator, one: Child) -> str:
    """How the child is called to its own parent: by name once that was told."""
    return _named(t, one.code) if one.name else t.code(one.code)


def _named(t: Translator, name: PersonName) -> str:
    """To a parent it says nothing that the child has no Telegram."""
    return t.cut(t.name(replace(name, has_telegram=True)), NAME_SHOWN)


def child(t: Translator, content: Content, one: Child) -> Screen:
    """One child: the relation first, then what is next."""
    if not one.relation:
        return relation(t, content, one)
    text = t(
        "family-child",
        name=_called(t, one),
        role=t.plain(ROLE_KEYS[one.code.role]),
        organization=one.organization,
        relation=t.option(families.RELATIONS, one.relation),
        state=_state(t, one.state),
    )
    key = "application-young" if one.fills_in else one.state.value.replace("_", "-")
    hint = t(f"family-child-next-{key}")
    return Screen(f"{text}\n\n{hint}", inline(*_child_acts(t, one), *_child_last(t, one)))


def _child_acts(t: Translator, one: Child) -> Rows:
    rows: Rows = []
    if one.state in EARLY:
        key = "family-read-again" if one.state is PlaceState.REFUSED else "family-read-consent"
        rows.append([button(t.plain(key), ParentalAsked(child_id=one.child_id))])
    if one.state is PlaceState.DETAILS:
        rows.append([button(t.plain("family-enter-child"), DetailsBegun(child_id=one.child_id))])
    if one.fills_in:
        rows.append([button(t.plain("family-fill-in"), ChildApplicationBegun(child_id=one.child_id))])
    if one.links:
        rows.append([button(t.plain("family-child-link-button"), ChildLinkShown(child_id=one.child_id))])
    if one.consent_id is not None and not one.has_own_consent:
        rows.append([button(t.plain("family-consent-too"), ParentalAsked(child_id=one.child_id))])
    return rows


def _child_last(t: Translator, one: Child) -> Rows:
    rows: Rows = [[button(t.plain("family-data"), ChildDataOpened(child_id=one.child_id))]]
    if one.state not in OVER:
        rows.append(
            [button(t.plain("family-another-parent"), ParentLinkShown(membership_id=one.membership_id))]
        )
    if one.may_withdraw:
        rows.append([button(t.plain("family-withdraw"), ChildWithdrawalExplained(child_id=one.child_id))])
    rows.append([button(t.plain("family-all"), FamilyOpened()), menu_button(t)])
    return rows


def relation(t: Translator, content: Content, one: Child) -> Screen:
    rows = [
        [button(t.option(families.RELATIONS, key), RelationChosen(child_id=one.child_id, relation=key))]
        for key in content.keys(families.RELATIONS)
    ]
    text = t("family-ask-relation", name=_called(t, one), organization=one.organization)
    return Screen(text, inline(*rows, [menu_button(t)]))


def consent(t: Translator, content: Content, asked: Asked) -> Screen:
    """The parental consent as a document of its own: nothing else on the screen but the two answers."""
    text = content.consent(ConsentKind.PARENTAL.value)
    known = asked.pupil.is_known
    who = _named(t, asked.pupil) if known else t.plain("family-your-child", code=t.code(asked.pupil))
    shown = t(
        "family-consent",
        title=text.title.in_language(t.language),
        body=text.filled(t.language, organization=asked.organization, child=who),
        version=text.version,
    )
    yes = ParentalAnswered(consent_id=asked.consent_id, agrees=True)
    no = ParentalAnswered(consent_id=asked.consent_id, agrees=False)
    rows = [[button(t.plain("button-agree"), yes)], [button(t.plain("button-disagree"), no)]]
    return Screen(shown, inline(*rows))


def refused(t: Translator, one: Child) -> Screen:
    again = button(t.plain("button-read-again"), ParentalAsked(child_id=one.child_id))
    text = t("family-refused", organization=one.organization)
    return Screen(text, inline([again], [menu_button(t)]))


def ask_name(t: Translator, back: InlineKeyboardButton) -> Screen:
    return Screen(t("family-ask-name"), inline([back]))


def ask_birthday(t: Translator, back: InlineKeyboardButton) -> Screen:
    text = t("family-ask-birthday", youngest=families.YOUNGEST)
    return Screen(text, inline([back]))


def confirm(t: Translator, name: str, born_on: date, age: int, data: Mapping[str, object]) -> Screen:
    """Name and birthday once more, in words, before they are stored."""
    is_paper = "membership_id" in data
    number = int(str(data.get("membership_id" if is_paper else "child_id", 0)))
    yes = PaperConfirmed() if is_paper else BirthdayConfirmed()
    again = PaperConsentBegun(membership_id=number) if is_paper else DetailsBegun(child_id=number)
    text = t("family-confirm", name=name, day=t.short_date(born_on), age=age)
    return Screen(
        text,
        inline([button(t.plain("family-right"), yes)], [button(t.plain("family-type-again"), again)]),
    )


def back_to_child(t: Translator, child_id: int) -> InlineKeyboardButton:
    return button(t.plain("button-back"), ChildOpened(child_id=child_id))


def child_link(t: Translator, one: Child, url: str) -> Screen:
    text = t("family-child-link", name=_called(t, one), url=url)
    return Screen(text, inline([back_to_child(t, one.child_id)], [menu_button(t)]))


def child_data(t: Translator, data: PersonalData, one: Child, timezone: str) -> Screen:
    """What is stored about the child: in the words in which the child would read it."""
    head = t("family-data-head", name=_called(t, one))
    rows: Rows = [[button(t.plain("privacy-download"), ChildDataDownloaded(child_id=one.child_id))]]
    rows.append([button(t.plain("privacy-my-requests"), RequestsOpened(child_id=one.child_id))])
    if data.full_name:
        rows.append([button(t.plain("family-correct-name"), NameCorrectionAsked(child_id=one.child_id))])
    return Screen(
        body(t, data, timezone, head), inline(*rows, [back_to_child(t, one.child_id), menu_button(t)])
    )


def child_file(t: Translator, data: PersonalData, timezone: str) -> Screen:
    document: BufferedInputFile = as_file(t, data, timezone, "family-file-head", FILE_NAME)
    return Screen(t("family-file"), document=document)


def explanation(t: Translator, one: Child, preview: WithdrawalPreview) -> Screen:
    """What a parent's withdrawal does, before anything is done."""
    lines = [
        t("family-explain-head", name=_called(t, one), organization=one.organization),
        t("privacy-explain-counts", pairs=preview.pairs, meetings=preview.meetings, duties=preview.duties),
        t("family-explain-erased"),
    ]
    go_on = button(t.plain("privacy-go-on"), ChildWithdrawalAsked(consent_id=preview.consent_id))
    return Screen("\n\n".join(lines), inline([go_on], [back_to_child(t, one.child_id)]))


def sure(t: Translator, consent_id: int) -> Screen:
    yes = button(t.plain("privacy-withdraw-finally"), ChildWithdrawalConfirmed(consent_id=consent_id))
    return Screen(t("family-sure"), inline([yes], [button(t.plain("privacy-keep"), FamilyOpened())]))


def withdrawn(t: Translator, withdrawal: Withdrawal) -> Screen:
    number = ", ".join(str(case_id) for case_id in withdrawal.case_ids)
    rows = ([button(t.plain("family-all"), FamilyOpened())], [menu_button(t)])
    return Screen(t("family-withdrawn", number=number), inline(*rows))


# ---- notices


def assent_refused_notice(t: Translator, name: PersonName, child_id: int) -> Screen:
    rows = ([button(t.plain("family-open-child"), ChildOpened(child_id=child_id))], [menu_button(t)])
    return Screen(t("family-assent-refused", name=_named(t, name)), inline(*rows))


def child_withdrawn_notice(t: Translator, name: PersonName) -> Screen:
    return Screen(t("family-child-withdrawn", name=t.code(name)), inline([menu_button(t)]))


def came_of_age_notice(t: Translator, name: PersonName) -> Screen:
    return Screen(t("family-came-of-age", name=_named(t, name)), inline([menu_button(t)]))


def majority(t: Translator, content: Content, asked: OwnConsentAsked) -> Screen:
    """The own consent of somebody who has turned 18, as a document of its own."""
    text = content.consent(ConsentKind.PERSONAL_DATA.value)
    shown = t(
        "family-majority",
        title=text.title.in_language(t.language),
        body=text.filled(t.language, organization=asked.organization_name),
        version=text.version,
    )
    yes = MajorityAnswered(consent_id=asked.consent_id, agrees=True)
    no = MajorityAnswered(consent_id=asked.consent_id, agrees=False)
    rows = [[button(t.plain("button-agree"), yes)], [button(t.plain("button-disagree"), no)]]
    return Screen(shown, inline(*rows))


def majority_answered(t: Translator, *, agreed: bool, consent_id: int) -> Screen:
    if agreed:
        return Screen(t("family-majority-agreed"), inline([menu_button(t)]))
    again = button(t.plain("button-agree"), MajorityAnswered(consent_id=consent_id, agrees=True))
    mine = button(t.plain("family-my-data"), MyDataOpened())
    return Screen(t("family-majority-refused"), inline([again], [mine], [menu_button(t)]))
