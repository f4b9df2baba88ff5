"""Which of their participations a person with several looks at: one, or all together.

What they may do does not depend on it (see `Actor.shown`); menus and lists follow it.
"""

from __future__ import annotations

from sqlalchemy.orm import Session

from models import MembershipStatus, Person
from services.access import Actor, Participation
from services.errors import NoLongerCurrent


def choices(actor: Actor) -> tuple[Participation, ...]:
    """The participations between which the person can switch: the active ones."""
    return tuple(one for one in actor.participations if one.status == MembershipStatus.ACTIVE)


def choose(session: Session, actor: Actor, membership_id: int) -> None:
    """Show this participation alone; 0 shows all. Raises NoLongerCurrent for one that is not (or no longer)
    active, or is somebody else's.
    """
    person = session.get_one(Person, actor.person_id)
    if membership_id == 0:
        person.shown_organization_id = person.shown_role = None
        return
    chosen = next((one for one in choices(actor) if one.membership_id == membership_id), None)
    if chosen is None:
        raise NoLongerCurrent
    person.shown_organization_id, person.shown_role = chosen.organization_id, chosen.role
