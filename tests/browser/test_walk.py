"""The way in, walked on the chat page in the system's Chromium: the program that `make run` starts, and
nothing else.
"""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from tools.chat_page import ChatPage, opened, sandbox

pytestmark = pytest.mark.browser

CURATOR = "Мария Ивановна Орлова"


@pytest.fixture
def page(chromium_path: str) -> Iterator[ChatPage]:
    with sandbox() as address, opened(address, chromium_path) as shown:
        yield shown


@pytest.mark.requirement("L-1-1", "L-1-2", "N-3.3-3")
def test_a_mentee_walks_from_the_invitation_to_the_decision(page: ChatPage) -> None:
    curator = page.conversation(CURATOR)
    curator.sees("Новая анкета: наставляемый")
    vera = page.new_person("Вера")
    page.open_link("Приглашение для наставляемых", vera)
    vera.sees("Выберите язык")
    vera.tap("Русский")
    vera.sees("Согласие на обработку персональных данных", "Демонстрационная школа (вымышленная)")
    vera.tap("Даю согласие")

    vera.sees("Анкета: 1 из 7", "Как вас зовут?")
    vera.types("Вера")
    vera.sees("Нужны хотя бы фамилия и имя")
    vera.types("Соколова Вера Павловна")
    vera.sees("2 из 7")
    vera.tap("Физика")
    vera.sees("3 из 7")
    vera.tap("‹ Назад")
    vera.sees("2 из 7")
    vera.tap("Химия")
    vera.types("2")
    vera.sees("4 из 7")
    vera.tap("Молодой специалист (0–3 года)")
    vera.sees("5 из 7")
    vera.tap("☐ Дисциплина на уроке")
    vera.sees("Сейчас указано: Дисциплина на уроке")
    vera.tap("Готово")
    vera.types("Хочу увереннее вести урок <b>&</b> 🙂")
    vera.sees("7 из 7")
    vera.tap("Этого достаточно")
    vera.sees("Проверьте анкету", "Химия", "Хочу увереннее вести урок <b>&</b> 🙂")
    vera.tap("✎ 3")
    vera.types("3")
    vera.sees("Проверьте анкету")
    vera.tap("Отправить куратору")
    vera.sees("Анкета отправлена куратору")

    curator.sees("Вера Павловна С.", "Химия", "Дисциплина на уроке")
    curator.tap("Вернуть с причиной")
    curator.sees("что исправить в анкете?")
    curator.types("Напишите, пожалуйста, в каких классах")
    curator.sees("Анкета возвращена")
    vera.sees("Куратор вернул анкету", "в каких классах")
    vera.tap("Исправить анкету")
    vera.tap("✎ 6")
    vera.types("Увереннее вести урок в 8 классе")
    vera.tap("Отправить куратору")

    curator.sees("Увереннее вести урок в 8 классе")
    curator.tap("Одобрить")
    curator.sees("Одобрено")
    vera.sees("Ваша анкета одобрена")
    vera.tap("☰ Меню")
    vera.sees("Здравствуйте, Вера Павловна!")


@pytest.mark.requirement("L-2-1", "L-2-2")
def test_a_mentor_walks_in_and_is_told_who_waits(page: ChatPage) -> None:
    curator = page.conversation(CURATOR)
    nikolay = page.new_person("Николай")
    page.open_link("Приглашение для наставников", nikolay)
    nikolay.tap("English")
    nikolay.sees("Consent to the processing of personal data")
    nikolay.tap("I do not consent")
    nikolay.sees("nothing about you has been recorded")
    nikolay.tap("Read again")
    nikolay.tap("I consent")
    nikolay.types("Волков Николай Ильич")
    nikolay.tap("Physics")
    nikolay.types("14")
    nikolay.sees("4 of 8")
    nikolay.tap("☐ Lesson planning")
    nikolay.tap("Done")
    nikolay.types("2")
    nikolay.tap("1–2 hours")
    nikolay.tap("☐ Saturday")
    nikolay.tap("Done")
    nikolay.tap("That is enough")
    nikolay.sees("Check your application")
    nikolay.tap("Send to the curator")
    curator.sees("Новая анкета: наставник", "Николай Ильич В.")
    curator.tap("Одобрить")
    nikolay.sees("Your application is approved")
