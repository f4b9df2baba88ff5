"""What people add to the main menu."""

from __future__ import annotations

from handlers.common.menu import MenuEntry
from handlers.people.callbacks import OnBehalfOpened, OwnParticipationOpened, PeopleOpened
from models import Role
from services import on_behalf, participation
from services.access import Actor


class OwnEntry(MenuEntry):
    """Also for those who have paused or left: nothing else in the menu would lead them back."""

    def fits(self, actor: Actor) -> bool:
        return participation.has_own(actor)


PEOPLE_ROLES = frozenset({Role.CURATOR, Role.HEAD, Role.PSYCHOLOGIST, Role.TUTOR, Role.COUNCIL})

ENTRIES: tuple[MenuEntry, ...] = (
    MenuEntry(
        "menu-on-behalf",
        OnBehalfOpened(),
        frozenset({Role.CURATOR, Role.HEAD}),
        on_behalf.count_waiting,
        hides_at_zero=True,
    ),
    MenuEntry("menu-people", PeopleOpened(), PEOPLE_ROLES, is_short=True),
)
OWN_ENTRIES: tuple[MenuEntry, ...] = (
    OwnEntry(
        "menu-own-participation",
        OwnParticipationOpened(),
        frozenset(participation.SELF_SERVED),
        is_short=True,
    ),
)
