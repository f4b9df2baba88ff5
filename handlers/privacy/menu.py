"""What privacy contributes to the main menu: everybody may see what is stored about them; who answers
requests about data sees them while some wait.
"""

from __future__ import annotations

from handlers.common.menu import MenuEntry
from handlers.privacy.callbacks import MyDataOpened, RequestDeskOpened
from models import Role
from services import rights_requests

ENTRIES = (
    MenuEntry(
        "menu-rights",
        RequestDeskOpened(),
        frozenset(rights_requests.ANSWERING),
        count=rights_requests.waiting,
        hides_at_zero=True,
    ),
    MenuEntry("menu-mydata", MyDataOpened(), frozenset(Role), is_short=True),
)
