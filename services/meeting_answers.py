"""Who takes part in a meeting: what each member of a pair or a group has answered (N-2.3-5).

Pure functions of one meeting; nothing here reads or writes the database by itself.
"""

from __future__ import annotations

from models import Meeting, MeetingAnswer, MeetingStatus, Mentorship, MentorshipMember, Role


def is_group(mentorship: Mentorship) -> bool:
    """One mentor and several mentees (N-2.3-5): each answers for themselves."""
    return len(mentorship.members) > 2


def answer_of(meeting: Meeting, person_id: int) -> MeetingAnswer | None:
    return next((one for one in meeting.answers if one.person_id == person_id), None)


def comes(meeting: Meeting, person_id: int) -> bool | None:
    """What this member of the pair has said: proposing is a yes as long as nothing else is said."""
    answer = answer_of(meeting, person_id)
    if answer is not None:
        return answer.agrees
    # What was written down afterwards was proposed to nobody: everybody is asked whether it was so.
    return True if meeting.is_after_the_fact or meeting.proposed_by_id == person_id else None


def stands_for(meeting: Meeting, person_id: int) -> bool:
    """Whether this member takes part: has proposed it or said yes."""
    return any(one.membership.person_id == person_id for one in participants(meeting))


def participants(meeting: Meeting) -> list[MentorshipMember]:
    """Who takes part: the one who proposed it and those who agree; they are reminded, asked and counted."""
    return [one for one in meeting.mentorship.members if comes(meeting, one.membership.person_id)]


def ends_with(meeting: Meeting, person_id: int) -> bool:
    """Whether the meeting is off when this participant does not come: the mentor, the last mentee, or who
    takes an own proposal back.
    """
    if meeting.status == MeetingStatus.PROPOSED:
        return meeting.proposed_by_id == person_id
    staying = [one for one in participants(meeting) if one.membership.person_id != person_id]
    return {one.role for one in staying} != {Role.MENTOR, Role.MENTEE}


def may_move(meeting: Meeting, person_id: int) -> bool:
    """Another time for a whole group, once it is agreed on, is for the mentor to offer."""
    if not is_group(meeting.mentorship) or meeting.status == MeetingStatus.PROPOSED:
        return True
    return meeting.mentorship.mentor.membership.person_id == person_id


def is_asked(meeting: Meeting, person_id: int) -> bool:
    """Whether this member has still to answer: everybody but the one who proposed it answers once."""
    return meeting.mentorship.member(person_id) is not None and comes(meeting, person_id) is None
