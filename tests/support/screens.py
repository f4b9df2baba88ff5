"""Whether Telegram would take a screen: for tests of what screens say at their longest."""

from __future__ import annotations

from html.parser import HTMLParser

from handlers.common.screen import Screen
from services.text_limits import MESSAGE_LIMIT, telegram_length

BUTTON_BYTES = 64


class Markup(HTMLParser):
    """Collects the text; every tag must be one of Telegram's and be closed in its order."""

    def __init__(self) -> None:
        super().__init__()
        self.text, self.open = "", list[str]()

    def handle_starttag(self, tag: str, attrs: object) -> None:
        assert tag in ("b", "i"), f"<{tag}> came from what a person typed"
        self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        self.text += data


def check(screen: Screen) -> None:
    """Nonempty, whole markup, not too long, buttons with words and at most 64 bytes."""
    markup = Markup()
    markup.feed(screen.text)
    markup.close()
    assert markup.open == []
    assert 0 < telegram_length(markup.text.strip()) <= MESSAGE_LIMIT
    for row in screen.keyboard.inline_keyboard if screen.keyboard else []:
        for button in row:
            assert button.text.strip()
            assert len((button.callback_data or "").encode()) in range(1, BUTTON_BYTES + 1)
