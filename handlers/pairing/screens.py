"""How pairing looks: views in, screens out. Knows no database and decides nothing."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime

from aiogram.types import InlineKeyboardButton

from handlers.common.callbacks import HistoryOpened
from handlers.common.keyboards import button, inline, menu_button, pager
from handlers.common.screen import Screen
from handlers.common.translator import Html, Translator
from handlers.consents import words as consent_words
from handlers.consents.callbacks import AmendmentsOpened
from handlers.meetings.callbacks import ProposeStarted
from handlers.pairing.callbacks import (
    CandidateOpened,
    CandidatesOpened,
    DeclineAsked,
    MenteeOpened,
    MineOpened,
    PairOpened,
    PairProposed,
    PairsOpened,
    ProposalAccepted,
    ProposalDeclined,
    ProposalTakenBack,
    SideOpened,
    WaitingOpened,
)
from models import MentorshipStatus, Role
from services.mentorship_views import (
    Candidate,
    Candidates,
    Counterpart,
    Ending,
    Match,
    MenteeProfile,
    MentorProfile,
    Page,
    PairView,
    SideView,
    Waiting,
)
from services.pairing_orders import OrderLine

SHORT = 60
LONG = 600


def paragraphs(*blocks: str) -> Html:
    """Blocks of markup with an empty line between them; empty ones are left out."""
    return Html("\n\n".join(block for block in blocks if block))


def lines(*several: str) -> Html:
    return Html("\n".join(one for one in several if one))


def options(t: Translator, list_key: str, keys: Iterable[str]) -> str:
    """Labels of options, or the person's own words, as plain text; a dash when there are none."""
    return ", ".join(t.option(list_key, key) for key in keys) or t.plain("pairing-none")


def difficulties(t: Translator, profile: MenteeProfile | Counterpart) -> str:
    """Difficulties ticked in the list and typed beside it, as plain text."""
    labels = [t.option("difficulty", key) for key in profile.difficulties]
    return ", ".join(one for one in (*labels, profile.difficulties_other) if one) or t.plain("pairing-none")


def days_since(since: datetime | None, now: datetime) -> int:
    return max((now - since).days, 0) if since else 0


# --- the queue ---


def waiting(t: Translator, found: Page[Waiting], now: datetime) -> Screen:
    """«Who waits for a mentor», the longest first."""
    if not found.items:
        return Screen(
            t("pairing-waiting-empty"),
            inline([button(t.plain("menu-pairing-pairs"), PairsOpened())], [menu_button(t)]),
        )
    entries = [_waiting_entry(t, one, now) for one in found.items]
    rows = [[_mentee_button(t, one, now)] for one in found.items]
    turns = pager(t, found.page, found.pages, lambda page: WaitingOpened(page=page))
    return Screen(
        paragraphs(t("pairing-waiting-title", total=found.total), *entries),
        inline(*rows, turns, [menu_button(t)]),
    )


def _waiting_entry(t: Translator, one: Waiting, now: datetime) -> str:
    mentee = one.mentee
    return lines(
        t("pairing-waiting-entry", name=t.name(mentee.name), days=days_since(mentee.unpaired_since, now)),
        t(
            "pairing-waiting-details",
            subject=options(t, "subject", mentee.subjects),
            difficulties=t.cut(difficulties(t, mentee), SHORT),
        ),
        t("pairing-answers-awaited") if one.proposal_id else "",
    )


def _mentee_button(t: Translator, one: Waiting, now: datetime) -> InlineKeyboardButton:
    mentee = one.mentee
    days = days_since(mentee.unpaired_since, now)
    text = t.plain("pairing-mentee-button", name=t.name(mentee.name), days=days)
    return button(text, MenteeOpened(membership_id=mentee.membership_id))


def mentee_card(t: Translator, one: Waiting, now: datetime) -> Screen:
    """A waiting mentee with the profile from the application."""
    mentee = one.mentee
    action = _proposal_button(t, one.proposal_id) or button(
        t.plain("pairing-find-mentor"), CandidatesOpened(membership_id=mentee.membership_id)
    )
    back = button(t.plain("pairing-back-to-queue"), WaitingOpened())
    return Screen(
        paragraphs(
            mentee_profile(t, mentee),
            t("pairing-days-waiting", days=days_since(mentee.unpaired_since, now)),
            t("pairing-answers-awaited") if one.proposal_id else "",
        ),
        inline([action], [back, menu_button(t)]),
    )


def _proposal_button(t: Translator, proposal_id: int | None) -> InlineKeyboardButton | None:
    if proposal_id is None:
        return None
    return button(t.plain("pairing-see-proposal"), PairOpened(mentorship_id=proposal_id))


def mentee_profile(t: Translator, mentee: MenteeProfile) -> Html:
    return lines(
        t("pairing-mentee-head", name=t.name(mentee.name)),
        t("pairing-subject", subject=options(t, "subject", mentee.subjects)),
        t("pairing-experience", years=mentee.experience_years) if mentee.experience_years is not None else "",
        t("pairing-difficulties", difficulties=difficulties(t, mentee)),
        t("pairing-hopes", hopes=t.cut(mentee.hopes, LONG)) if mentee.hopes else "",
        "" if mentee.is_reachable else t("pairing-unreachable"),
    )


def mentor_profile(t: Translator, mentor: MentorProfile) -> Html:
    return lines(
        t("pairing-mentor-head", name=t.name(mentor.name)),
        t("pairing-subject", subject=options(t, "subject", mentor.subjects)),
        t("pairing-strengths", strengths=options(t, "difficulty", mentor.strengths)),
        t("pairing-times", times=options(t, "time", mentor.times)),
        t("pairing-places", free=max(mentor.free_places, 0), capacity=mentor.capacity),
        "" if mentor.is_reachable else t("pairing-unreachable"),
    )


# --- candidates ---


def candidates(t: Translator, shown: Candidates) -> Screen:
    """Mentors for one mentee, each with the reasons in words."""
    mentee, found = shown.mentee, shown.found
    back = button(t.plain("pairing-back-to-mentee"), MenteeOpened(membership_id=mentee.membership_id))
    if shown.proposal_id is not None:
        open_proposal = button(t.plain("pairing-see-proposal"), PairOpened(mentorship_id=shown.proposal_id))
        return Screen(t("pairing-answers-awaited"), inline([open_proposal], [back, menu_button(t)]))
    if not found.items:
        return Screen(t("pairing-no-candidates", name=t.name(mentee.name)), inline([back], [menu_button(t)]))
    entries = [_candidate_entry(t, one) for one in found.items]
    rows = [[_candidate_button(t, one)] for one in found.items]
    turns = pager(
        t,
        found.page,
        found.pages,
        lambda page: CandidatesOpened(membership_id=mentee.membership_id, page=page),
    )
    text = paragraphs(t("pairing-candidates-title", name=t.name(mentee.name)), *entries)
    return Screen(text, inline(*rows, turns, [back, menu_button(t)]))


def _candidate_entry(t: Translator, one: Candidate) -> Html:
    return lines(t("pairing-candidate-entry", name=t.name(one.mentor.name)), reasons(t, one.match))


def reasons(t: Translator, match: Match) -> Html:
    """Why the two fit, one reason a line, as they count in the order."""
    helps = ", ".join(t.option("difficulty", key) for key in match.helps_with)
    return lines(
        t("pairing-reason-subject") if match.same_subject else "",
        t("pairing-reason-helps", difficulties=helps) if helps else "",
        "" if match.same_subject or helps else t("pairing-reason-none"),
        t("pairing-reason-places", free=match.free_places),
    )


def _candidate_button(t: Translator, one: Candidate) -> InlineKeyboardButton:
    data = CandidateOpened(mentee_id=one.mentee.membership_id, mentor_id=one.mentor.membership_id)
    return button(t.plain("pairing-candidate-button", name=t.name(one.mentor.name)), data)


def candidate(t: Translator, one: Candidate) -> Screen:
    """The two side by side before the curator proposes them to each other."""
    ids = {"mentee_id": one.mentee.membership_id, "mentor_id": one.mentor.membership_id}
    return Screen(
        paragraphs(
            mentee_profile(t, one.mentee),
            mentor_profile(t, one.mentor),
            lines(t("pairing-why"), reasons(t, one.match)),
            t("pairing-who-sees-what"),
        ),
        inline(
            [button(t.plain("pairing-propose"), PairProposed(**ids))],
            [
                button(
                    t.plain("pairing-back-to-candidates"),
                    CandidatesOpened(membership_id=one.mentee.membership_id),
                ),
                menu_button(t),
            ],
        ),
    )


# --- pairs ---


def proposed(t: Translator, pair: PairView) -> Screen:
    """What the curator sees after having proposed."""
    text = t("pairing-proposed-done", mentor=t.name(pair.mentor.name), mentee=t.name(pair.mentee.name))
    return Screen(
        text,
        inline(
            [button(t.plain("pairing-see-proposal"), PairOpened(mentorship_id=pair.id))],
            [button(t.plain("pairing-back-to-queue"), WaitingOpened()), menu_button(t)],
        ),
    )


def taken_back(t: Translator, pair: PairView) -> Screen:
    back = button(t.plain("pairing-find-mentor"), CandidatesOpened(membership_id=pair.mentee.membership_id))
    text = t("pairing-taken-back", mentor=t.name(pair.mentor.name), mentee=t.name(pair.mentee.name))
    return Screen(text, inline([back], [menu_button(t)]))


def pairs(t: Translator, found: Page[PairView]) -> Screen:
    """Open proposals, then pairs."""
    if not found.items:
        return Screen(
            t("pairing-pairs-empty"),
            inline([button(t.plain("menu-pairing-waiting"), WaitingOpened())], [menu_button(t)]),
        )
    rows = [[_pair_button(t, pair)] for pair in found.items]
    turns = pager(t, found.page, found.pages, lambda page: PairsOpened(page=page))
    return Screen(t("pairing-pairs-title", total=found.total), inline(*rows, turns, [menu_button(t)]))


def _pair_button(t: Translator, pair: PairView) -> InlineKeyboardButton:
    key = "pairing-pair-proposed" if pair.status == MentorshipStatus.PROPOSED else "pairing-pair-active"
    text = t.plain(key, mentor=t.name(pair.mentor.name), mentee=t.name(pair.mentee.name))
    return button(text, PairOpened(mentorship_id=pair.id))


def pair_card(t: Translator, pair: PairView, order: OrderLine | None, timezone: str) -> Screen:
    """A pair with both profiles, the order that fixes it, and with who has answered what."""
    take_back = button(t.plain("pairing-take-back"), ProposalTakenBack(mentorship_id=pair.id))
    is_active = pair.status == MentorshipStatus.ACTIVE
    state = _pair_state(t, pair, timezone)
    if is_active:
        state = lines(state, t("pairing-order", order=consent_words.order(t, order)))
    return Screen(
        paragraphs(state, mentor_profile(t, pair.mentor), mentee_profile(t, pair.mentee)),
        inline(
            [take_back] if pair.status == MentorshipStatus.PROPOSED else [],
            _terms(t, pair.id) if is_active else [],
            _history(t, pair.id) if is_active or pair.status == MentorshipStatus.CLOSED else [],
            [button(t.plain("pairing-back-to-pairs"), PairsOpened()), menu_button(t)],
        ),
    )


def _terms(t: Translator, mentorship_id: int) -> list[InlineKeyboardButton]:
    """The term of the pair, what changes in it, and who helps it."""
    return [button(t.plain("pairing-terms"), AmendmentsOpened(mentorship_id=mentorship_id))]


def _history(t: Translator, mentorship_id: int) -> list[InlineKeyboardButton]:
    """What was done at each meeting."""
    return [button(t.plain("journal-history"), HistoryOpened(mentorship_id=mentorship_id))]


def _pair_state(t: Translator, pair: PairView, timezone: str) -> str:
    if pair.status == MentorshipStatus.ACTIVE:
        return t("pairing-state-active", since=t.moment(pair.activated_at or pair.proposed_at, timezone))
    if pair.status == MentorshipStatus.DECLINED:
        return _declined_by(t, pair)
    if pair.status == MentorshipStatus.CLOSED:
        return t("pairing-state-closed")
    return lines(
        t("pairing-state-proposed", since=t.moment(pair.proposed_at, timezone)),
        t("pairing-mentor-accepted" if pair.mentor_accepted else "pairing-mentor-awaited"),
        t("pairing-mentee-accepted" if pair.mentee_accepted else "pairing-mentee-awaited"),
    )


def _declined_by(t: Translator, pair: PairView) -> str:
    return t(
        "pairing-declined-by-mentor" if pair.declined_by == Role.MENTOR else "pairing-declined-by-mentee"
    )


# --- what the two members see ---


def mine(t: Translator, sides: tuple[SideView, ...]) -> Screen:
    """The person's own pairs and proposals."""
    if not sides:
        return Screen(t("pairing-mine-empty"), inline([menu_button(t)]))
    rows = [[_side_button(t, side)] for side in sides]
    return Screen(t("pairing-mine-title"), inline(*rows, [menu_button(t)]))


def _side_button(t: Translator, side: SideView) -> InlineKeyboardButton:
    name = t.name(side.other.name) if side.other.name else options(t, "subject", side.other.subjects)
    data = SideOpened(mentorship_id=side.id)
    if side.awaits_answer:
        return button(t.plain("pairing-mine-unanswered", name=name), data)
    if side.status == MentorshipStatus.PROPOSED:
        return button(t.plain("pairing-mine-answered", name=name), data)
    return button(t.plain("pairing-mine-active", name=name), data)


def side(t: Translator, shown: SideView) -> Screen:
    """A proposal to answer, an answer given, or a pair, as one member sees it."""
    if shown.status == MentorshipStatus.ACTIVE:
        return active(t, shown)
    if shown.accepted:
        return accepted(t, shown)
    return proposal(t, shown)


def proposal(t: Translator, shown: SideView) -> Screen:
    """The question to a mentor or a mentee; what the other is told about them is said below."""
    as_mentee = shown.role == Role.MENTEE
    return Screen(
        paragraphs(
            t("pairing-ask-mentee" if as_mentee else "pairing-ask-mentor"),
            counterpart(t, shown.other),
            t("pairing-ask-mentee-privacy" if as_mentee else "pairing-ask-mentor-privacy"),
        ),
        inline(
            [
                button(t.plain("pairing-accept"), ProposalAccepted(mentorship_id=shown.id)),
                button(t.plain("pairing-decline"), DeclineAsked(mentorship_id=shown.id)),
            ]
        ),
    )


def counterpart(t: Translator, other: Counterpart) -> Html:
    """What a member may know of the other side."""
    return lines(
        t("pairing-name", name=t.name(other.name)) if other.name else "",
        t("pairing-subject", subject=options(t, "subject", other.subjects)),
        t("pairing-strengths", strengths=options(t, "difficulty", other.strengths))
        if other.strengths
        else "",
        t("pairing-difficulties", difficulties=difficulties(t, other))
        if other.difficulties or other.difficulties_other
        else "",
    )


def decline_question(t: Translator, mentorship_id: int) -> Screen:
    return Screen(
        t("pairing-decline-question"),
        inline(
            [button(t.plain("pairing-decline-yes"), ProposalDeclined(mentorship_id=mentorship_id))],
            [button(t.plain("pairing-decline-no"), SideOpened(mentorship_id=mentorship_id))],
        ),
    )


def answered(t: Translator, shown: SideView) -> Screen:
    """What a member sees right after saying yes."""
    if shown.status == MentorshipStatus.ACTIVE:
        return Screen(t("pairing-both-accepted"), inline([menu_button(t)]))
    return accepted(t, shown)


def accepted(t: Translator, shown: SideView) -> Screen:
    changed = button(t.plain("pairing-changed-my-mind"), DeclineAsked(mentorship_id=shown.id))
    return Screen(t("pairing-accepted"), inline([changed], [menu_button(t)]))


def declined(t: Translator) -> Screen:
    return Screen(t("pairing-declined"), inline([menu_button(t)]))


def active(t: Translator, shown: SideView) -> Screen:
    """The pair has begun: whom with, and the way to the first meeting."""
    key = "pairing-active-mentee" if shown.role == Role.MENTEE else "pairing-active-mentor"
    meeting = button(t.plain("pairing-first-meeting"), ProposeStarted(mentorship_id=shown.id))
    return Screen(
        paragraphs(
            t(key),
            counterpart(t, shown.other),
            t("pairing-by-curator") if shown.by_curator else "",
            t("pairing-active-next"),
        ),
        inline(
            [meeting],
            _terms(t, shown.id),
            [button(t.plain("menu-pairing-mine"), MineOpened()), menu_button(t)],
        ),
    )


def ended(t: Translator, ending: Ending) -> Screen:
    """It is over, said without who or why."""
    as_mentee = ending.role == Role.MENTEE
    if ending.was_active:
        text = t("pairing-finished-mentee" if as_mentee else "pairing-finished-mentor")
    else:
        text = t("pairing-ended-mentee" if as_mentee else "pairing-ended-mentor")
    return Screen(text, inline([menu_button(t)]))
