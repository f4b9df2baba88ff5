"""What the buttons about pairs carry: ids and pages. Every tap is checked again by the use case."""

from __future__ import annotations

from aiogram.filters.callback_data import CallbackData


class WaitingOpened(CallbackData, prefix="pr_wait"):
    """The queue of mentees without a mentor."""

    page: int = 0


class MenteeOpened(CallbackData, prefix="pr_mte"):
    """The card of a waiting mentee."""

    membership_id: int


class CandidatesOpened(CallbackData, prefix="pr_cands"):
    """Mentors who fit this mentee."""

    membership_id: int
    page: int = 0


class CandidateOpened(CallbackData, prefix="pr_cand"):
    """One mentor beside the mentee."""

    mentee_id: int
    mentor_id: int


class PairProposed(CallbackData, prefix="pr_new"):
    mentee_id: int
    mentor_id: int


class ProposalTakenBack(CallbackData, prefix="pr_back"):
    mentorship_id: int


class PairsOpened(CallbackData, prefix="pr_list"):
    """Pairs and open proposals of the organisation."""

    page: int = 0


class PairOpened(CallbackData, prefix="pr_card"):
    mentorship_id: int


class MineOpened(CallbackData, prefix="pr_mine"):
    """The person's own pairs and proposals."""


class SideOpened(CallbackData, prefix="pr_side"):
    """One of the person's own pairs or proposals."""

    mentorship_id: int


class ProposalAccepted(CallbackData, prefix="pr_yes"):
    mentorship_id: int


class DeclineAsked(CallbackData, prefix="pr_no"):
    """A no is asked once more: it can't be taken back by the person."""

    mentorship_id: int


class ProposalDeclined(CallbackData, prefix="pr_nope"):
    mentorship_id: int
