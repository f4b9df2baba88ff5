"""What is stored about a person, in words: sections of lines, the same for the screen and for the file."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from zoneinfo import ZoneInfo

from handlers.common.act_words import act_words
from handlers.common.translator import Translator
from handlers.privacy.meeting_sections import about_meetings
from services.content import Question, Questionnaire
from services.names import PersonName
from services.personal_data import (
    PersonalData,
    StoredAmendment,
    StoredApplication,
    StoredConclusion,
    StoredConsent,
    StoredFeedback,
    StoredGuardianship,
    StoredMeeting,
    StoredPair,
    StoredParticipation,
    StoredReading,
    StoredRequest,
)


@dataclass(frozen=True, slots=True)
class Section:
    title: str
    lines: tuple[str, ...]


def sections(t: Translator, data: PersonalData, timezone: str) -> list[Section]:
    """Every kind of data that is stored about the person; empty kinds are left out."""
    parts = [
        ("privacy-section-person", _person(t, data, timezone)),
        ("privacy-section-participations", _participations(t, data, timezone)),
        ("privacy-section-families", [_guardianship(t, one, timezone) for one in data.guardianships]),
        ("privacy-section-consents", [_consent(t, one, timezone) for one in data.consents]),
        ("privacy-section-profile", _profiles(t, data.participations)),
        ("privacy-section-conclusions", [_conclusion(t, one, timezone) for one in data.conclusions]),
        ("privacy-section-applications", _applications(t, data.applications, timezone)),
        ("privacy-section-pairs", [_pair(t, one, timezone) for one in data.pairs]),
        ("privacy-section-amendments", [_amendment(t, one, timezone) for one in data.amendments]),
        ("privacy-section-shortlists", _shortlists(t, data)),
        ("privacy-section-meetings", _meetings(t, data, timezone)),
        *about_meetings(t, data.about_meetings, timezone),
        ("privacy-section-feedback", _feedback(t, data.feedback, timezone)),
        ("privacy-section-duties", _duties(t, data, timezone)),
        ("privacy-section-readings", [_reading(t, one, timezone) for one in data.readings]),
        ("privacy-section-requests", [_request(t, one, timezone) for one in data.requests]),
        ("privacy-section-service", _service(t, data, timezone)),
    ]
    return [Section(t.plain(key), tuple(lines)) for key, lines in parts if lines]


def at(t: Translator, moment: datetime, timezone: str) -> str:
    """With the year: a record is read long after."""
    day = moment.astimezone(ZoneInfo(timezone)).date()
    return f"{t.short_date(day)}, {t.time(moment, timezone)}"


def _person(t: Translator, data: PersonalData, timezone: str) -> list[str]:
    lines = [
        t.plain("privacy-name", name=data.full_name or t.plain("privacy-none")),
        *([t.plain("privacy-birthday", day=t.short_date(data.born_on))] if data.born_on else []),
        t.plain("privacy-chat", chat=str(data.chat_id or t.plain("privacy-no-chat"))),
        t.plain("privacy-language", language=t.plain(f"language-{data.language}") if data.language else "—"),
        t.plain("privacy-timezone", timezone=data.timezone or t.plain("privacy-timezone-school")),
        t.plain("privacy-known-since", at=at(t, data.known_since, timezone)),
    ]
    if data.blocked_at is not None:
        lines.append(t.plain("privacy-blocked", at=at(t, data.blocked_at, timezone)))
    return lines


def _participations(t: Translator, data: PersonalData, timezone: str) -> list[str]:
    return [line for one in data.participations for line in _participation(t, one, timezone)]


def _participation(t: Translator, one: StoredParticipation, timezone: str) -> list[str]:
    lines = [
        t.plain(
            "privacy-participation",
            organization=one.organization,
            role=t.plain(f"role-{one.role.value}"),
            status=t.plain(f"privacy-membership-{one.status.value}"),
            code=t.code(PersonName("", "", "", one.role, one.code)),
        )
    ]
    if one.affiliation:
        lines.append(t.plain("privacy-affiliation", organization=one.affiliation))
    if one.entered_by is not None:
        lines.append(t.plain("privacy-entered-by", name=t.name(one.entered_by)))
    dates = {
        "since": one.since,
        "approved": one.approved_at,
        "refreshed": one.refreshed_at,
        "review": one.review_asked_at,
        "paused": one.paused_at,
        "left": one.left_at,
    }
    known = (t.plain(f"privacy-date-{key}", at=at(t, day, timezone)) for key, day in dates.items() if day)
    return [*lines, t.plain("privacy-dates", dates="; ".join(known))]


def _guardianship(t: Translator, one: StoredGuardianship, timezone: str) -> str:
    return t.plain(
        "privacy-guardianship-parent" if one.is_parent else "privacy-guardianship-child",
        name=t.name(one.other),
        relation=t.option("relation", one.relation) if one.relation else t.plain("privacy-none"),
        organization=one.organization,
        since=at(t, one.since, timezone),
        ended=at(t, one.ended_at, timezone) if one.ended_at else t.plain("privacy-until-now"),
    )


def _consent(t: Translator, one: StoredConsent, timezone: str) -> str:
    changed = one.withdrawn_at or one.answered_at or one.asked_at
    line = t.plain(
        "privacy-consent",
        organization=one.organization,
        kind=t.plain(f"privacy-kind-{one.kind.value.replace('_', '-')}"),
        status=t.plain(f"privacy-consent-{one.status.value}"),
        at=at(t, changed, timezone),
        version=one.text_version,
    )
    return "; ".join([line, *_about_consent(t, one)])


def _about_consent(t: Translator, one: StoredConsent) -> list[str]:
    parts = []
    if one.for_child or one.by_another:
        parts.append(t.plain("privacy-consent-for-child" if one.for_child else "privacy-consent-by-parent"))
    if one.valid_until is not None:
        parts.append(t.plain("privacy-consent-until", day=t.short_date(one.valid_until)))
    if one.original is not None:
        number, day = one.original
        shown = t.short_date(day) if day else "—"
        parts.append(t.plain("privacy-consent-original", number=number, day=shown))
    if one.resources:
        parts.append(t.plain("privacy-consent-resources", resources=", ".join(one.resources)))
    if one.data_items:
        parts.append(t.plain("privacy-consent-items", items=", ".join(one.data_items)))
    if one.conditions:
        parts.append(t.plain("privacy-consent-conditions", conditions=one.conditions))
    return parts


def _conclusion(t: Translator, one: StoredConclusion, timezone: str) -> str:
    return t.plain(
        "privacy-conclusion",
        source=t.option("conclusion_source", one.source),
        ground=t.option("legal_ground", one.ground),
        at=at(t, one.entered_at, timezone),
        text=one.text,
    )


def _amendment(t: Translator, one: StoredAmendment, timezone: str) -> str:
    end = t.short_date(one.new_end) if one.new_end else "—"
    return t.plain(
        "privacy-amendment-own" if one.own else "privacy-amendment",
        kind=t.plain(f"privacy-amendment-{one.kind.value}"),
        status=t.plain(f"privacy-amendment-is-{one.status.value.replace('_', '-')}"),
        at=at(t, one.proposed_at, timezone),
        end=end,
        text=one.text or "—",
        reason=one.reason or "—",
    )


def _shortlists(t: Translator, data: PersonalData) -> list[str]:
    return [
        t.plain("privacy-shortlist", title=one.title, organization=one.organization)
        for one in data.shortlists
    ]


def _request(t: Translator, one: StoredRequest, timezone: str) -> str:
    kind = t.plain(f"privacy-request-{one.kind.value.replace('_', '-')}")
    parts = [
        t.plain(
            "privacy-request-line",
            kind=kind,
            organization=one.organization,
            at=at(t, one.opened_at, timezone),
        )
    ]
    if one.text:
        parts.append(t.plain("privacy-request-text", text=one.text))
    if one.reason:
        parts.append(t.plain("privacy-request-put-off", reason=one.reason))
    if one.settled_at is None:
        parts.append(t.plain("privacy-request-due", day=t.short_date(one.due_on)))
    else:
        settled = at(t, one.settled_at, timezone)
        parts.append(t.plain("privacy-request-settled", at=settled, answer=one.answer or "—"))
    return "; ".join(parts)


def _profiles(t: Translator, participations: Iterable[StoredParticipation]) -> list[str]:
    return [
        line for one in participations if one.profile for line in _answers(t, one.questionnaire, one.profile)
    ]


def _applications(t: Translator, applications: Iterable[StoredApplication], timezone: str) -> list[str]:
    lines = []
    for one in applications:
        status = t.plain(f"privacy-application-{one.status.value.replace('_', '-')}")
        began = at(t, one.started_at, timezone)
        role = t.plain(f"role-{one.role.value}")
        key = "privacy-review" if one.is_review else "privacy-application"
        lines.append(t.plain(key, role=role, status=status, at=began))
        lines += _answers(t, one.questionnaire, one.answers)
        if one.return_reason:
            lines.append(t.plain("privacy-return-reason", reason=one.return_reason))
    return lines


def _answers(t: Translator, questionnaire_key: str, answers: Mapping[str, Any]) -> list[str]:
    """Answers with the words of their questions. A key that the questionnaire has lost is shown as it is."""
    questionnaire = _questionnaire(t, questionnaire_key)
    given = {key: value for key, value in answers.items() if value not in (None, "", [])}
    return [_answer(t, questionnaire, key, value) for key, value in given.items()]


def _answer(t: Translator, questionnaire: Questionnaire | None, key: str, value: Any) -> str:
    question = _question_text(t, questionnaire, key)
    return t.plain("privacy-answer", question=question, answer=_answer_text(t, questionnaire, key, value))


def _questionnaire(t: Translator, key: str) -> Questionnaire | None:
    try:
        return t.content.questionnaire(key)
    except KeyError:
        return None


def _question(questionnaire: Questionnaire | None, key: str) -> Question | None:
    return questionnaire.question(key) if questionnaire else None


def _question_text(t: Translator, questionnaire: Questionnaire | None, key: str) -> str:
    question = _question(questionnaire, key) or _question(questionnaire, key.removesuffix("_other"))
    return question.text.in_language(t.language) if question else key


def _answer_text(t: Translator, questionnaire: Questionnaire | None, key: str, value: Any) -> str:
    question = _question(questionnaire, key)
    several = value if isinstance(value, list) else [value]
    return "; ".join(_label(t, question, str(one)) for one in several)


def _label(t: Translator, question: Question | None, value: str) -> str:
    if question is None:
        return value
    options = {one.key: one.text.in_language(t.language) for one in t.content.options(question)}
    return options.get(value, value)


def _pair(t: Translator, one: StoredPair, timezone: str) -> str:
    names = ", ".join(t.name(partner) for partner in one.partners) or t.plain("privacy-partner-hidden")
    return t.plain(
        "privacy-pair",
        role=t.plain(f"role-{one.role.value}"),
        partner=names,
        status=t.plain(f"privacy-pair-{one.status.value}"),
        at=at(t, one.ended_at or one.activated_at or one.proposed_at, timezone),
    )


def _meetings(t: Translator, data: PersonalData, timezone: str) -> list[str]:
    if not data.meetings:
        return []
    lines = [t.plain("privacy-meetings-count", count=len(data.meetings))]
    if data.next_meeting is not None:
        lines.append(t.plain("privacy-next-meeting", at=at(t, data.next_meeting.starts_at, timezone)))
    return [*lines, *(_meeting(t, one, timezone) for one in data.meetings)]


def _meeting(t: Translator, one: StoredMeeting, timezone: str) -> str:
    line = t.plain(
        "privacy-meeting",
        at=at(t, one.starts_at, timezone),
        kind=t.plain(f"meetings-kind-{one.kind.value.replace('_', '-')}"),
        status=t.plain(f"privacy-meeting-{one.status.value.replace('_', '-')}"),
        mode=t.plain(f"privacy-mode-{one.mode.value.replace('_', '-')}"),
        minutes=one.minutes,
        place=one.place or "—",
    )
    if one.said_held is None:
        return line
    return f"{line} {t.plain('privacy-said-held' if one.said_held else 'privacy-said-not-held')}"


def _feedback(t: Translator, feedback: Iterable[StoredFeedback], timezone: str) -> list[str]:
    lines = []
    for one in feedback:
        lines.append(t.plain("privacy-feedback", at=at(t, one.meeting_at, timezone)))
        lines += _answers(t, one.questionnaire, one.answers)
    return lines


def _duties(t: Translator, data: PersonalData, timezone: str) -> list[str]:
    lines = [
        t.plain(
            "privacy-duty",
            activity=one.activity,
            due=t.short_date(one.due_on),
            status=t.plain(f"privacy-duty-{one.status.value.replace('_', '-')}"),
        )
        for one in data.duties
    ]
    for evidence in data.evidence:
        added = at(t, evidence.added_at, timezone)
        if evidence.comment:
            lines.append(t.plain("privacy-duty-comment", at=added, comment=evidence.comment))
        if evidence.file_name is not None:
            lines.append(t.plain("privacy-duty-file", at=added, name=evidence.file_name))
    return lines + _in_plans(t, data)


def _in_plans(t: Translator, data: PersonalData) -> list[str]:
    """Words of the person that explain a change, and where the plans mean this person."""
    explained = [
        t.plain(
            "privacy-plan-reason" if one.is_plan else "privacy-duty-reason",
            about=one.about,
            reason=one.reason,
        )
        for one in data.reasons
    ]
    named = [
        t.plain("privacy-named", organization=one.organization, plan=one.plan, activity=one.activity)
        for one in data.namings
    ]
    meant = [
        t.plain("privacy-meant", organization=one.organization, phrase=one.phrase) for one in data.meanings
    ]
    return [*explained, *named, *meant]


def _reading(t: Translator, one: StoredReading, timezone: str) -> str:
    read = one.acknowledged_at
    return t.plain(
        "privacy-reading" if read else "privacy-reading-open",
        kind=t.option("act_kind", one.kind),
        number=one.number or "–",
        day=t.short_date(one.dated_on),
        organization=one.organization,
        at=at(t, read, timezone) if read else "",
    )


def _service(t: Translator, data: PersonalData, timezone: str) -> list[str]:
    lines = [
        t.plain("privacy-notifications", total=data.notifications_in_all, waiting=data.notifications_waiting),
        t.plain("privacy-update-numbers"),
    ]
    if data.acts:
        lines.append(t.plain("privacy-acts", total=data.acts_in_all, shown=len(data.acts)))
    for one in data.acts:
        key = "privacy-act-own" if one.own else "privacy-act-others"
        lines.append(t.plain(key, at=at(t, one.at, timezone), act=act_words(t, one.act)))
    return lines
