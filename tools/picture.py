"""Makes the README's picture anew: the chat page in the middle of a working day (`make picture`)."""

from __future__ import annotations

import sys
from pathlib import Path

from tools.browser import chromium
from tools.chat_page import ChatPage, opened, sandbox

PICTURE = Path(__file__).parent.parent / "docs" / "chat-page.png"
CURATOR, MENTOR = "Мария Ивановна Орлова", "Анна Сергеевна Петрова"


def main() -> int:
    browser = chromium()
    if browser is None:
        print("No Chromium on this machine: install one or name it in CHROMIUM")
        return 1
    with sandbox() as address, opened(address, browser) as page:
        _set_scene(page)
        page.page.screenshot(path=PICTURE)
    print(f"{PICTURE.name}: {PICTURE.stat().st_size // 1024} KB")
    return 0


def _set_scene(page: ChatPage) -> None:
    """A newcomer in the middle of the application, a mentor with times for the next meeting, a curator with a
    decision.
    """
    page.conversation(CURATOR).sees("Новая анкета")
    page.close_all()
    newcomer = page.new_person("Вера Павловна Соколова")
    page.open_link("Приглашение для наставляемых", newcomer)
    newcomer.tap("Русский")
    newcomer.tap("Даю согласие")
    newcomer.types("Соколова Вера Павловна")
    newcomer.tap("Физика")
    newcomer.types("1")
    newcomer.tap("Молодой специалист (0–3 года)")
    newcomer.tap("☐ Дисциплина на уроке")
    newcomer.sees("Сейчас указано")
    mentor = page.open(MENTOR)
    mentor.sees("Здравствуйте")
    mentor.tap("🗓 Запланировать")
    mentor.sees("Нажмите на время")
    curator = page.open(CURATOR)
    curator.sees("Новая анкета")
    page.page.mouse.move(700, 30)
    page.page.evaluate("document.getElementById('sidebar').scrollTo(0, 0)")


if __name__ == "__main__":
    sys.exit(main())
