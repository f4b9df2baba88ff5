"""Names in words of documents: no fuller than the school shows names at all."""

from __future__ import annotations

import pytest

from services.names import HIDDEN_NAME, NamesInChat, words_of_document

MODES = (NamesInChat.PATRONYMIC, NamesInChat.CODE)


@pytest.mark.parametrize(
    ("phrase", "shown"),
    [
        ("Орлова М.И.", "М.И. О."),
        ("директор Смирнов П. О., куратор", "директор П.О. С., куратор"),
        ("М.И. Орлова, завуч", "М.И. О., завуч"),
        ("Петрова-Водкина Анна Сергеевна", "Анна Сергеевна П."),
        ("Вәлиева Алсу Рөстәм кызы", "Алсу Рөстәм кызы В."),
        ("Гарипов Марат Рөстәм улы; педагог", "Марат Рөстәм улы Г.; педагог"),
    ],
)
def test_a_surname_in_a_plan_becomes_its_initial(phrase: str, shown: str) -> None:
    assert words_of_document(phrase, NamesInChat.PATRONYMIC) == shown
    assert HIDDEN_NAME in words_of_document(phrase, NamesInChat.CODE)
    assert words_of_document(phrase, NamesInChat.FULL) == phrase


@pytest.mark.parametrize("mode", MODES)
@pytest.mark.parametrize(
    "phrase",
    [
        "",
        "зам. директора по УВР",
        "руководители ШМО, педагог-психолог",
        "в т.ч. классные руководители",
        "Совет наставников; куратор",
        "Положение о наставничестве, п. 2.1",
    ],
)
def test_words_that_name_nobody_stay_as_they_are(phrase: str, mode: NamesInChat) -> None:
    assert words_of_document(phrase, mode) == phrase


def test_a_code_leaves_no_letter_of_a_name() -> None:
    shown = words_of_document("Орлова М.И., Смирнов Павел Олегович", NamesInChat.CODE)
    assert shown == f"{HIDDEN_NAME}, {HIDDEN_NAME}"
