"""Screens of /mydata: what fits into a message, the rest in a file; and the steps of a withdrawal."""

from __future__ import annotations

from aiogram.types import BufferedInputFile, InlineKeyboardButton

from handlers.common.callbacks import FamilyOpened
from handlers.common.keyboards import button, inline, menu_button
from handlers.common.screen import Screen
from handlers.common.translator import Translator
from handlers.consents.callbacks import ConsentsOpened
from handlers.privacy.callbacks import (
    DestructionActTaken,
    MyDataDownloaded,
    MyDataOpened,
    NameCorrectionAsked,
    RequestDeskOpened,
    RequestsOpened,
    WithdrawalAsked,
    WithdrawalConfirmed,
    WithdrawalExplained,
)
from handlers.privacy.sections import Section, at, sections
from handlers.roadmap.callbacks import DutyOpened
from services.erasure import Withdrawal, WithdrawalPreview, WithdrawalReport
from services.personal_data import PersonalData
from services.text_limits import telegram_length

LINES_SHOWN = 7
LINE_SHOWN = 200
TEXT_BUDGET = 3600
NAME_SHOWN = 80
LISTED = 10
FILE_NAME = "mydata.txt"


def my_data(t: Translator, data: PersonalData, timezone: str, *, keeps_desk: bool = False) -> Screen:
    """What is stored about oneself. `keeps_desk`: the person answers the requests of others, too."""
    return Screen(body(t, data, timezone, t("privacy-head")), inline(*_acts(t, data, keeps_desk)))


def body(t: Translator, data: PersonalData, timezone: str, head: str) -> str:
    """Every section, its first lines; what does not fit stands in the file."""
    parts = [head]
    room = TEXT_BUDGET
    whole = True
    for section in sections(t, data, timezone):
        shown, is_whole = _shown(t, section)
        whole = whole and is_whole
        room -= telegram_length(shown)
        if room < 0:
            whole = False
            break
        parts.append(shown)
    parts.append(t("privacy-all-shown") if whole else t("privacy-rest-in-file"))
    return "\n\n".join(parts)


def _shown(t: Translator, section: Section) -> tuple[str, bool]:
    lines = [t.cut(line, LINE_SHOWN) for line in section.lines[:LINES_SHOWN]]
    is_whole = lines == list(section.lines)
    hidden = len(section.lines) - len(lines)
    if hidden:
        lines.append(t.plain("privacy-more-lines", count=hidden))
    return t("privacy-section", title=section.title, lines="\n".join(lines)), is_whole


def _acts(t: Translator, data: PersonalData, keeps_desk: bool) -> list[list[InlineKeyboardButton]]:
    rows = [
        [button(t.plain("privacy-download"), MyDataDownloaded())],
        [button(t.plain("privacy-my-consents"), ConsentsOpened())],
        [button(t.plain("privacy-my-requests"), RequestsOpened())],
    ]
    if data.full_name:
        rows.append([button(t.plain("privacy-correct-name"), NameCorrectionAsked())])
    if data.has_children:
        rows.append([button(t.plain("menu-family"), FamilyOpened())])
    if keeps_desk:
        rows.append([button(t.plain("privacy-desk-open"), RequestDeskOpened())])
    if data.may_withdraw:
        rows.append([button(t.plain("privacy-withdraw"), WithdrawalExplained())])
    return [*rows, [menu_button(t)]]


def file(t: Translator, data: PersonalData, timezone: str) -> Screen:
    """Everything as a text file that any editor opens."""
    return Screen(t("privacy-file"), document=as_file(t, data, timezone, "privacy-file-head", FILE_NAME))


def as_file(t: Translator, data: PersonalData, timezone: str, head_key: str, name: str) -> BufferedInputFile:
    """Nothing in the file is read as a formula or as markup."""
    # keys: privacy-file-head*
    parts = [t.plain(head_key, at=at(t, data.made_at, timezone))]
    parts += ["\n".join([section.title, *section.lines]) for section in sections(t, data, timezone)]
    # The mark at the beginning tells old editors that the text is UTF-8.
    text = "\n\n".join(parts).replace("\n", "\r\n").encode("utf-8-sig")
    return BufferedInputFile(text, name)


def explanation(t: Translator, preview: WithdrawalPreview) -> Screen:
    """What a withdrawal does, before anything is done."""
    lines = [t("privacy-explain-head", organizations=t.cut(", ".join(preview.organizations), 300))]
    lines.append(
        t("privacy-explain-counts", pairs=preview.pairs, meetings=preview.meetings, duties=preview.duties)
    )
    if preview.children:
        lines.append(t("privacy-explain-children", count=preview.children))
    lines += [t("privacy-explain-erased"), t("privacy-explain-stays"), t("privacy-explain-file")]
    go_on = button(t.plain("privacy-go-on"), WithdrawalAsked(consent_id=preview.consent_id))
    return Screen("\n\n".join(lines), inline([go_on], [button(t.plain("button-back"), MyDataOpened())]))


def confirmation(t: Translator, consent_id: int) -> Screen:
    yes = button(t.plain("privacy-withdraw-finally"), WithdrawalConfirmed(consent_id=consent_id))
    return Screen(t("privacy-sure"), inline([yes], [button(t.plain("privacy-keep"), MyDataOpened())]))


def withdrawn(t: Translator, withdrawal: Withdrawal, timezone: str) -> Screen:
    """The last thing the person reads: nothing below it, the chat is a stranger's now."""
    number = ", ".join(str(case_id) for case_id in withdrawal.case_ids)
    return Screen(t("privacy-withdrawn", number=number, at=at(t, withdrawal.at, timezone)))


def withdrawal_card(t: Translator, report: WithdrawalReport, last_row: list[InlineKeyboardButton]) -> Screen:
    """The alert: a code instead of a name, what has stopped, and the duties that need somebody's hand."""
    who = ", ".join(t.code(one) for one in report.who)
    lines = [t("privacy-alert", who=who), *_stopped(t, report)]
    if report.by_another:
        lines.insert(1, t("privacy-alert-by-another"))
    if report.duties:
        lines.append(t("privacy-alert-duties", count=len(report.duties)))
    buttons = [
        [button(t.plain("privacy-alert-duty", activity=duty.activity), DutyOpened(duty_id=duty.id))]
        for duty in report.duties[:LISTED]
    ]
    if report.anonymised_at is not None:
        act = DestructionActTaken(case_id=report.case_id)
        buttons.append([button(t.plain("privacy-destruction-act"), act)])
    return Screen("\n\n".join(lines), inline(*buttons, last_row))


def _stopped(t: Translator, report: WithdrawalReport) -> list[str]:
    pairs = [
        t(
            "privacy-alert-pair-waits" if pair.waits_again else "privacy-alert-pair",
            role=t.plain(f"role-{pair.role.value}"),
            name=t.cut(t.name(pair.partner), NAME_SHOWN),
        )
        for pair in report.pairs[:LISTED]
    ]
    meetings = [t("privacy-alert-meetings", count=report.meetings)] if report.meetings else []
    return ["\n".join([*pairs, *meetings])] if pairs or meetings else [t("privacy-alert-nothing-stopped")]
