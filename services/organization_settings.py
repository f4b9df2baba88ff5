"""What an organisation sets for itself: who it is on paper, its hours, and how long it waits before it
reminds.

One list of settings says of each what it may hold, who may change it and what is offered; screens are made
from it. Every change is written to the audit log with the name of the setting and without its value.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from typing import Any

from sqlalchemy.orm import Session

from models import Organization, Role
from services import access, meeting_reminders
from services.access import DECIDING_ROLES, Actor, Participation
from services.errors import (
    AnswerNotANumber,
    NoLongerCurrent,
    NotAllowed,
    ServiceError,
)
from services.founding import ADDRESS_LIMIT, TIMEZONES
from services.text_limits import clean
from services.typed_text import needed

PAGE_SIZE = 8
EMPTY = "-"
"""What a button holds that clears a setting."""
NO_QUIET = "0-0"
ANY_YEAR = 2001
"""A year without a 29 February: a school year ends on a day that every year has."""


class Kind(StrEnum):
    """How a setting is shown and answered."""

    TEXT = "text"
    TAX_NUMBER = "tax_number"
    STATE_NUMBER = "state_number"
    FLAG = "flag"
    NUMBER = "number"
    MONTH = "month"
    DAY = "day"
    WEEKDAY = "weekday"
    HOUR = "hour"
    HOURS = "hours"
    ZONE = "zone"


class TaxNumberWrong(ServiceError):
    """No number of a taxpayer: ten or twelve digits with their check digits."""


class StateNumberWrong(ServiceError):
    """No state registration number: thirteen or fifteen digits with their check digit."""


class HoursWrong(ServiceError):
    """Two hours of the day are needed, from and until."""


class HourWrong(ServiceError):
    """A whole hour of the day is needed, from 0 to 23."""


class DayWrong(ServiceError):
    """A day and a month are needed, one that every year has."""


@dataclass(frozen=True, slots=True)
class Setting:
    """One setting: the column that holds it (two for hours and days), what is offered, what else may be
    typed. `roles`: who may change it. `staff_only`: it has no use where no teachers work.
    """

    key: str
    kind: Kind
    offered: tuple[str, ...] = ()
    minimum: int = 0
    maximum: int = 0
    roles: tuple[Role, ...] = DECIDING_ROLES
    staff_only: bool = False

    @property
    def is_typed(self) -> bool:
        return self.kind not in (Kind.FLAG, Kind.MONTH, Kind.WEEKDAY, Kind.ZONE)


def _days(key: str, *offered: int, maximum: int, staff_only: bool = False) -> Setting:
    return Setting(
        key, Kind.NUMBER, tuple(map(str, offered)), minimum=1, maximum=maximum, staff_only=staff_only
    )


_FLAG = ("1", "0")
SETTINGS = (
    Setting("address", Kind.TEXT, (EMPTY,)),
    Setting("tax_number", Kind.TAX_NUMBER, (EMPTY,)),
    Setting("state_number", Kind.STATE_NUMBER, (EMPTY,)),
    Setting("timezone", Kind.ZONE, TIMEZONES),
    Setting("head_approves", Kind.FLAG, _FLAG, roles=(Role.HEAD,), staff_only=True),
    Setting("files_in_chat", Kind.FLAG, _FLAG),
    Setting("quiet_hours", Kind.HOURS, ("19-7", "20-8", "21-8", "22-7", NO_QUIET)),
    _days("application_wait_days", 1, 2, 3, 5, maximum=60, staff_only=True),
    _days("unpaired_wait_days", 3, 7, 14, 30, maximum=180, staff_only=True),
    _days("original_wait_days", 7, 14, 30, maximum=180, staff_only=True),
    Setting("low_answer_threshold", Kind.NUMBER, ("3", "4", "5"), minimum=1, maximum=10, staff_only=True),
    _days("alert_escalation_days", 1, 3, 5, 7, maximum=60),
    _days("duty_near_days", 1, 3, 5, 7, maximum=60),
    _days("first_meeting_days", 5, 7, 10, 14, maximum=90, staff_only=True),
    _days("meeting_rhythm_days", 7, 14, 21, 30, maximum=120, staff_only=True),
    _days("silence_days", 1, 3, 5, 7, maximum=60, staff_only=True),
    _days("missed_in_a_row", 1, 2, 3, maximum=10, staff_only=True),
    _days("help_wait_hours", 12, 24, 48, 72, maximum=240, staff_only=True),
    _days("final_meeting_days", 14, 30, 45, maximum=180, staff_only=True),
    _days("task_overdue_days", 1, 3, 5, 7, maximum=60, staff_only=True),
    _days("never_opened_days", 3, 7, 14, 30, maximum=180, staff_only=True),
    Setting("digest_weekday", Kind.WEEKDAY, tuple(map(str, range(7)))),
    Setting("digest_hour", Kind.HOUR, ("7", "8", "9", "10", "12", "16")),
    Setting("review_month", Kind.MONTH, tuple(map(str, range(1, 13))), staff_only=True),
    Setting("year_end", Kind.DAY, ("25.5", "31.5", "30.6", "31.8")),
)
BY_KEY = {one.key: one for one in SETTINGS}


@dataclass(frozen=True, slots=True)
class Value:
    """A setting with what it holds now, written as a button would say it."""

    setting: Setting
    value: str


@dataclass(frozen=True, slots=True)
class SettingsPage:
    """A page of the settings of an organisation. `places`: where else the actor may set something."""

    organization_id: int
    organization_name: str
    lines: tuple[Value, ...]
    page: int
    pages: int
    places: tuple[tuple[int, str], ...]
    has_partners: bool


@dataclass(frozen=True, slots=True)
class OneSetting:
    """One setting on its screen. `page`: where it stands in the list."""

    organization_id: int
    organization_name: str
    value: Value
    page: int


def look(session: Session, actor: Actor, organization_id: int = 0, *, page: int = 0) -> SettingsPage:
    """The settings of an organisation where the actor decides; 0: the first that is shown. Raises
    NotAllowed.
    """
    if organization_id == 0:
        shown = actor.within_reach(*DECIDING_ROLES)
        organization_id = shown[0] if shown else 0
    organization = _organization(session, actor, organization_id)
    every = [Value(one, _value(organization, one)) for one in _fitting(organization)]
    pages = max(1, -(-len(every) // PAGE_SIZE))
    page = min(max(page, 0), pages - 1)
    return SettingsPage(
        organization.id,
        organization.name,
        tuple(every[page * PAGE_SIZE : (page + 1) * PAGE_SIZE]),
        page,
        pages,
        _places(actor),
        # A partner has no partners of its own in the tree.
        organization.kind.value != "partner",
    )


def see(session: Session, actor: Actor, organization_id: int, key: str) -> OneSetting:
    """One setting. Raises NotAllowed (also for those who may see it and not change it), NoLongerCurrent."""
    organization, setting = _changeable(session, actor, organization_id, key)
    page = _fitting(organization).index(setting) // PAGE_SIZE
    return OneSetting(organization.id, organization.name, Value(setting, _value(organization, setting)), page)


def change(
    session: Session, actor: Actor, organization_id: int, key: str, value: str, *, now: datetime
) -> OneSetting:
    """Set it to what was offered or typed.

    Raises NotAllowed, NoLongerCurrent (something that was not offered), AnswerEmpty, AnswerTooLong,
    AnswerNotANumber, TaxNumberWrong, StateNumberWrong, HoursWrong, DayWrong.
    """
    organization, setting = _changeable(session, actor, organization_id, key)
    before = _value(organization, setting)
    _WRITERS[setting.kind](organization, setting, clean(value))
    if _value(organization, setting) != before:
        _record(session, actor, organization, setting, now)
        if setting.kind in (Kind.ZONE, Kind.HOURS):
            session.flush()
            meeting_reminders.renew_all(session, organization_id, now=now)
    return see(session, actor, organization_id, key)


def _organization(session: Session, actor: Actor, organization_id: int) -> Organization:
    access.require_role(actor, organization_id, *DECIDING_ROLES)
    return session.get_one(Organization, organization_id)


def _changeable(
    session: Session, actor: Actor, organization_id: int, key: str
) -> tuple[Organization, Setting]:
    organization = _organization(session, actor, organization_id)
    setting = BY_KEY.get(key)
    if setting is None or setting not in _fitting(organization):
        raise NoLongerCurrent
    if actor.participation(*setting.roles, organization_id=organization_id) is None:
        raise NotAllowed
    return organization, setting


def _fitting(organization: Organization) -> list[Setting]:
    return [one for one in SETTINGS if organization.kind.has_staff or not one.staff_only]


def _places(actor: Actor) -> tuple[tuple[int, str], ...]:
    def decides(one: Participation) -> bool:
        return one.organization_id in actor.places(*DECIDING_ROLES)

    named = {one.organization_id: one.organization_name for one in actor.participations if decides(one)}
    return tuple(named.items())


def _value(organization: Organization, setting: Setting) -> str:
    match setting.kind:
        case Kind.HOURS:
            return f"{organization.quiet_from_hour}-{organization.quiet_until_hour}"
        case Kind.DAY:
            return f"{organization.year_end_day}.{organization.year_end_month}"
        case Kind.FLAG:
            return "1" if getattr(organization, setting.key) else "0"
        case _:
            return str(getattr(organization, setting.key))


# ---- writing what was chosen or typed


def _write_text(organization: Organization, setting: Setting, typed: str) -> None:
    needed(typed, ADDRESS_LIMIT)
    setattr(organization, setting.key, "" if typed == EMPTY else " ".join(typed.split()))


def _write_tax_number(organization: Organization, setting: Setting, typed: str) -> None:
    setattr(organization, setting.key, _number_on_paper(typed, is_tax_number, TaxNumberWrong))


def _write_state_number(organization: Organization, setting: Setting, typed: str) -> None:
    setattr(organization, setting.key, _number_on_paper(typed, is_state_number, StateNumberWrong))


def _number_on_paper(typed: str, is_right: Callable[[str], bool], wrong: type[ServiceError]) -> str:
    if typed == EMPTY:
        return ""
    digits = "".join(typed.split())
    if not (digits.isascii() and digits.isdigit() and is_right(digits)):
        raise wrong
    return digits


_TEN = (2, 4, 10, 3, 5, 9, 4, 6, 8)
_ELEVEN = (7, *_TEN)
_TWELVE = (3, *_ELEVEN)


def is_tax_number(digits: str) -> bool:
    """Ten digits of an organisation or twelve of a person in business, the last ones being the check."""
    if len(digits) == 10:
        return _check(digits, _TEN)
    return len(digits) == 12 and _check(digits[:11], _ELEVEN) and _check(digits, _TWELVE)


def _check(digits: str, weights: tuple[int, ...]) -> bool:
    total = sum(weight * int(digit) for weight, digit in zip(weights, digits, strict=False))
    return total % 11 % 10 == int(digits[len(weights)])


def is_state_number(digits: str) -> bool:
    """Thirteen digits of an organisation or fifteen of a person in business, the last one being the check."""
    if len(digits) not in (13, 15):
        return False
    return int(digits[:-1]) % (len(digits) - 2) % 10 == int(digits[-1])


def _write_flag(organization: Organization, setting: Setting, typed: str) -> None:
    _require_offered(setting, typed)
    setattr(organization, setting.key, typed == "1")


def _write_zone(organization: Organization, setting: Setting, typed: str) -> None:
    _require_offered(setting, typed)
    organization.timezone = typed


def _write_choice(organization: Organization, setting: Setting, typed: str) -> None:
    _require_offered(setting, typed)
    setattr(organization, setting.key, int(typed))


def _write_hour(organization: Organization, setting: Setting, typed: str) -> None:
    """«8», «8:00», «08.00»."""
    hour, _, minutes = typed.replace(".", ":").partition(":")
    is_hour = hour.isascii() and hour.isdigit() and len(hour) <= 2 and minutes in ("", "0", "00")
    if not is_hour or int(hour) > 23:
        raise HourWrong
    setattr(organization, setting.key, int(hour))


def _require_offered(setting: Setting, typed: str) -> None:
    if typed not in setting.offered:
        raise NoLongerCurrent


def _write_number(organization: Organization, setting: Setting, typed: str) -> None:
    is_number = typed.isascii() and typed.isdigit() and len(typed) <= 4
    if not is_number or not setting.minimum <= int(typed) <= setting.maximum:
        raise AnswerNotANumber(minimum=setting.minimum, maximum=setting.maximum)
    setattr(organization, setting.key, int(typed))


def _write_hours(organization: Organization, _: Setting, typed: str) -> None:
    """«20-8», «20:00 – 8:00»: whole hours."""
    hours = _pair(typed.replace(":00", "").replace("\u2013", "-").replace("\u2014", "-"), "-")
    if hours is None or not all(0 <= hour <= 23 for hour in hours):
        raise HoursWrong
    organization.quiet_from_hour, organization.quiet_until_hour = hours


def _write_day(organization: Organization, _: Setting, typed: str) -> None:
    """«31.05»."""
    parts = _pair(typed, ".")
    try:
        day = date(ANY_YEAR, parts[1], parts[0]) if parts else None
    except ValueError:
        day = None
    if day is None:
        raise DayWrong
    organization.year_end_day, organization.year_end_month = day.day, day.month


def _pair(typed: str, separator: str) -> tuple[int, int] | None:
    parts = [one.strip() for one in typed.split(separator)]
    if len(parts) != 2 or not all(one.isascii() and one.isdigit() and len(one) <= 2 for one in parts):
        return None
    return int(parts[0]), int(parts[1])


_WRITERS: dict[Kind, Callable[[Organization, Setting, str], Any]] = {
    Kind.TEXT: _write_text,
    Kind.TAX_NUMBER: _write_tax_number,
    Kind.STATE_NUMBER: _write_state_number,
    Kind.FLAG: _write_flag,
    Kind.NUMBER: _write_number,
    Kind.MONTH: _write_choice,
    Kind.DAY: _write_day,
    Kind.WEEKDAY: _write_choice,
    Kind.HOUR: _write_hour,
    Kind.HOURS: _write_hours,
    Kind.ZONE: _write_zone,
}


def _record(
    session: Session, actor: Actor, organization: Organization, setting: Setting, now: datetime
) -> None:
    access.record(
        session,
        f"setting.{setting.key}",
        actor_id=actor.person_id,
        organization_id=organization.id,
        subject_kind="organization",
        subject_id=organization.id,
        now=now,
    )
