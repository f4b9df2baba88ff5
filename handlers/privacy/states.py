"""What the next typed text means in matters of one's data."""

from __future__ import annotations

from aiogram.fsm.state import State, StatesGroup


class RightsForm(StatesGroup):
    """`name`: a name is mended. `text`: what is asked for. `answer`, `reason`: what the curator says.
    `paper_text`, `paper_day`: what was brought on paper, and when.
    """

    name = State()
    text = State()
    answer = State()
    reason = State()
    paper_text = State()
    paper_day = State()
