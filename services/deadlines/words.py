"""The lexicon: what each word of a deadline phrase stands for. A new spelling is added here and nowhere else.

Knows words one by one; how they stand together is the grammar's business. Words are lower-case, with «е» for
«ё».
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache
from typing import Any


class Tag(StrEnum):
    """What a word or a sign is to the grammar."""

    # What the tokenizer sees by itself.
    DATE = "date"
    NUMBER = "number"
    ORDINAL = "ordinal"
    STAMP = "stamp"
    TIME = "time"
    TEMPLATE = "template"
    DASH = "-"
    COMMA = ","
    SEMICOLON = ";"
    SLASH = "/"
    OPENS = "("
    CLOSES = ")"
    HASH = "#"
    UNKNOWN = "unknown"
    # Names of stretches of time.
    MONTH = "month"
    WEEKDAY = "weekday"
    UNIT = "unit"
    SEASON = "season"
    SEASONAL = "seasonal"
    HOLIDAYS = "holidays"
    SCHOOL = "school"
    CALENDAR = "calendar"
    THIS = "this"
    THIS_YEAR = "this year"
    NEXT = "next"
    PAST = "past"
    WHOLE = "whole"
    PERIOD = "period word"
    NUMBER_OF_MONTH = "number of month"
    WORKING = "working"
    BEGINNING = "beginning"
    MIDDLE = "middle"
    END = "end"
    ALL_YEAR = "all year"
    # Prepositions and the like.
    UNTIL = "until"
    TO = "to"
    TOWARDS = "towards"
    FROM = "from"
    BETWEEN = "between"
    IN = "in"
    OF = "of"
    FOR = "for"
    AND = "and"
    NOT = "not"
    LATER_THAN = "later than"
    EARLIER_THAN = "earlier than"
    AT_LEAST = "at least"
    WITHIN = "within"
    INCLUSIVE = "inclusive"
    # Recurrence.
    YEARLY = "yearly"
    RATE = "rate"
    EVERY = "every"
    TIMES = "times"
    ALWAYS = "always"
    FURTHER = "further"
    # What makes a date something else than a deadline.
    AFTER = "after"
    BEFORE = "before"
    EVENT = "event"
    OCCASION = "occasion"
    DEMAND = "demand"
    IF = "if"
    PLAN = "plan"
    AGREED = "agreed"
    ACCORDING = "according"
    DOCUMENT = "document"
    AUTHORITY = "authority"
    TERM_WORD = "term word"
    NOISE = "noise"


class Unit(StrEnum):
    DAY = "day"
    WEEK = "week"
    DECADE = "decade"
    MONTH = "month"
    QUARTER = "quarter"
    HALF_YEAR = "half-year"
    TERM = "term"
    TRIMESTER = "trimester"
    YEAR = "year"
    HALF = "half"


@dataclass(frozen=True, slots=True)
class Word:
    """What a word stands for. `is_plural`: «годы», «учебные», «каждые». `slip`: the spelling was mended."""

    tag: Tag
    value: Any = None
    is_plural: bool = False
    slip: bool = False


MONTH_FORMS = (
    "январь января январю январе январем янв",
    "февраль февраля февралю феврале февралем фев февр",
    "март марта марту марте мартом мар",
    "апрель апреля апрелю апреле апрелем апр",
    "май мая маю мае маем",
    "июнь июня июню июне июнем июн",
    "июль июля июлю июле июлем июл",
    "август августа августу августе августом авг",
    "сентябрь сентября сентябрю сентябре сентябрем сен сент",
    "октябрь октября октябрю октябре октябрем окт",
    "ноябрь ноября ноябрю ноябре ноябрем ноя нояб",
    "декабрь декабря декабрю декабре декабрем дек",
)
MONTHS = tuple(forms.split()[0] for forms in MONTH_FORMS)
MONTHS_OF = tuple(forms.split()[1] for forms in MONTH_FORMS)
"""In the genitive: «10 сентября»."""

WEEKDAY_FORMS = (
    "понедельник понедельника понедельнику понедельники понедельникам понедельников пн",
    "вторник вторника вторнику вторники вторникам вторников вт",
    "среда среды среду среде средам средой ср",
    "четверг четверга четвергу четверги четвергам четвергов чт",
    "пятница пятницы пятницу пятнице пятницам пятниц пятницей пт",
    "суббота субботы субботу субботе субботам суббот субботой сб",
    "воскресенье воскресенья воскресенью воскресеньям вс",
)
WEEKDAY_CODES = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")

UNIT_FORMS = {
    Unit.DAY: "день дня дню днем дне сутки суток сут дн",
    Unit.WEEK: "неделя недели неделю неделе неделей недель нед",
    Unit.DECADE: "декада декады декаду декаде декадой декад",
    Unit.MONTH: "месяц месяца месяцу месяце месяцем мес",
    Unit.QUARTER: "квартал квартала кварталу квартале кварталом кв",
    Unit.HALF_YEAR: "полугодие полугодия полугодию полугодии полугодием полугодий полугод полуг пг пол"
    " полгода семестр семестра семестре семестру",
    Unit.TERM: "четверть четверти четвертью четвертей четв",
    Unit.TRIMESTER: "триместр триместра триместру триместре триместров",
    Unit.YEAR: "год года году годом годе г",
    Unit.HALF: "половина половины половину половине половиной",
}
UNIT_PLURALS = {
    Unit.DAY: "дни дней дням днях",
    Unit.WEEK: "неделям неделях",
    Unit.DECADE: "декадам",
    Unit.MONTH: "месяцы месяцев месяцам месяцах",
    Unit.QUARTER: "кварталы кварталов кварталам кварталах",
    Unit.HALF_YEAR: "полугодиям полугодиях",
    Unit.TERM: "четвертям четвертях",
    Unit.TRIMESTER: "триместры триместрам",
    Unit.YEAR: "годы годов годам годах гг лет",
}

SEASON_FORMS = (
    ("winter", "зима зимы зиму зиме зимой"),
    ("spring", "весна весны весну весне весной"),
    ("summer", "лето лета лету лете летом"),
    ("autumn", "осень осени осенью"),
)
SEASONAL_STEMS = (("зимн", "winter"), ("весенн", "spring"), ("летн", "summer"), ("осенн", "autumn"))

NUMBER_WORDS = (
    (1, "один одного одна одну одной одно"),
    (2, "два две двух двум"),
    (3, "три трех трем"),
    (4, "четыре четырех"),
    (5, "пять пяти"),
    (6, "шесть шести"),
    (7, "семь семи"),
    (8, "восемь восьми"),
    (9, "девять девяти"),
    (10, "десять десяти"),
    (12, "двенадцать двенадцати"),
    (14, "четырнадцать четырнадцати"),
    (15, "пятнадцать пятнадцати"),
    (20, "двадцать двадцати"),
    (30, "тридцать тридцати"),
    (40, "сорок сорока"),
)
ORDINAL_STEMS = (
    (1, "перв"),
    (2, "втор"),
    (3, "трет"),
    (4, "четверт"),
    (5, "пят"),
    (6, "шест"),
    (7, "седьм"),
    (8, "восьм"),
    (9, "девят"),
    (10, "десят"),
    (11, "одиннадцат"),
    (12, "двенадцат"),
    (13, "тринадцат"),
    (14, "четырнадцат"),
    (15, "пятнадцат"),
    (16, "шестнадцат"),
    (17, "семнадцат"),
    (18, "восемнадцат"),
    (19, "девятнадцат"),
    (20, "двадцат"),
    (30, "тридцат"),
    (-1, "последн"),
    (-2, "предпоследн"),
)
ADJECTIVE_ENDINGS = frozenset(
    "ей ею ый ий ой ая яя ое ее ого его ому ему ую юю ым им ом ем ые ие ых их"  # noqa: SIM905
    " ье ьего ьему ья ьей ью ьем ьих ьи".split()
)

FORMS: dict[Tag, str] = {
    Tag.NUMBER_OF_MONTH: "число числа числу числе",
    Tag.BEGINNING: "началом начало начала началу начале нач",
    Tag.MIDDLE: "середина середины середину середине",
    Tag.END: "концом конец конца концу конце кон",
    Tag.WHOLE: "весь всего всей вся всю все всех целый целого",
    Tag.PERIOD: "период периода периоде периоду",
    Tag.UNTIL: "до",
    Tag.TO: "по",
    Tag.TOWARDS: "к ко",
    Tag.FROM: "с со начиная",
    Tag.BETWEEN: "между",
    Tag.IN: "в во на",
    Tag.OF: "от",
    Tag.FOR: "за",
    Tag.AND: "и или + &",
    Tag.NOT: "не",
    Tag.LATER_THAN: "позднее поздней позже позднеее",
    Tag.EARLIER_THAN: "ранее раньше",
    Tag.AT_LEAST: "реже менее чаще более минимум максимум хотя бы свыше меньше больше",
    Tag.WITHIN: "теч течение течении течений протяжении протяжение",
    Tag.INCLUSIVE: "включительно включит вкл",
    Tag.TIMES: "раз раза разу",
    Tag.FURTHER: "далее затем впоследствии потом дальнейшем последующем",
    Tag.AFTER: "после спустя через",
    Tag.BEFORE: "перед накануне",
    Tag.IF: "если",
    Tag.ACCORDING: "согласно",
    Tag.THIS: "этого этом сего настоящего нынешнего",
    Tag.NOISE: "но как правило либо а же также то есть тоже числе том чем позднего около примерно"
    " ориентировочно строго обязательно исполнить выполнить"
    " провести при для из о об под нее него их ч час часов часа мин",
}

STEMS: tuple[tuple[str, Tag, Any], ...] = (
    ("ежегодн", Tag.YEARLY, None),
    ("ежемесячн", Tag.RATE, "FREQ=MONTHLY"),
    ("помесячн", Tag.RATE, "FREQ=MONTHLY"),
    ("еженедельн", Tag.RATE, "FREQ=WEEKLY"),
    ("понедельн", Tag.RATE, "FREQ=WEEKLY"),
    ("ежедневн", Tag.RATE, "FREQ=DAILY"),
    ("ежедекадн", Tag.RATE, "FREQ=DAILY;INTERVAL=10"),
    ("ежекварталь", Tag.RATE, "FREQ=MONTHLY;INTERVAL=3"),
    ("поквартальн", Tag.RATE, "FREQ=MONTHLY;INTERVAL=3"),
    ("ежеполугод", Tag.RATE, "FREQ=MONTHLY;INTERVAL=6"),
    ("ежечетверт", Tag.RATE, "FREQ=TERMLY"),
    ("дважды", Tag.TIMES, 2),
    ("трижды", Tag.TIMES, 3),
    ("кажд", Tag.EVERY, None),
    ("постоянн", Tag.ALWAYS, None),
    ("систематич", Tag.ALWAYS, None),
    ("регулярн", Tag.ALWAYS, None),
    ("непрерывн", Tag.ALWAYS, None),
    ("бессрочн", Tag.ALWAYS, "endless"),
    ("круглогодичн", Tag.ALL_YEAR, None),
    ("круглый", Tag.WHOLE, None),
    ("учебн", Tag.SCHOOL, None),
    ("календарн", Tag.CALENDAR, None),
    ("текущ", Tag.THIS, None),
    ("следующ", Tag.NEXT, None),
    ("будущ", Tag.NEXT, None),
    ("нового", Tag.NEXT, None),
    ("последующ", Tag.FURTHER, None),
    ("прошедш", Tag.PAST, None),
    ("прошл", Tag.PAST, None),
    ("истекш", Tag.PAST, None),
    ("предыдущ", Tag.PAST, None),
    ("отчетн", Tag.NOISE, None),
    ("рабоч", Tag.WORKING, None),
    ("каникул", Tag.HOLIDAYS, None),
    ("каникуляр", Tag.HOLIDAYS, None),
    ("завершени", Tag.EVENT, None),
    ("окончани", Tag.EVENT, "end"),
    ("итог", Tag.EVENT, "end"),
    ("результат", Tag.EVENT, None),
    ("момент", Tag.EVENT, None),
    ("факту", Tag.EVENT, None),
    ("прибыти", Tag.EVENT, None),
    ("ходе", Tag.EVENT, None),
    ("этап", Tag.EVENT, None),
    ("накануне", Tag.BEFORE, None),
    ("когда", Tag.OCCASION, None),
    ("одновременно", Tag.OCCASION, None),
    ("немедленно", Tag.OCCASION, None),
    ("незамедлительн", Tag.OCCASION, None),
    ("необходимост", Tag.DEMAND, None),
    ("надобност", Tag.DEMAND, None),
    ("мере", Tag.DEMAND, None),
    ("запрос", Tag.DEMAND, None),
    ("требовани", Tag.DEMAND, None),
    ("потребност", Tag.DEMAND, None),
    ("заявк", Tag.DEMAND, None),
    ("заявлени", Tag.DEMAND, None),
    ("обращени", Tag.DEMAND, None),
    ("желани", Tag.DEMAND, None),
    ("возможност", Tag.DEMAND, None),
    ("согласовани", Tag.DEMAND, None),
    ("договоренност", Tag.DEMAND, None),
    ("возникновени", Tag.DEMAND, None),
    ("поступлени", Tag.DEMAND, None),
    ("наличи", Tag.DEMAND, None),
    ("ситуа", Tag.DEMAND, None),
    ("случа", Tag.DEMAND, None),
    ("индивидуальн", Tag.DEMAND, None),
    ("всяк", Tag.DEMAND, None),
    ("график", Tag.PLAN, None),
    ("расписани", Tag.PLAN, None),
    ("циклограмм", Tag.PLAN, None),
    ("регламент", Tag.PLAN, None),
    ("положени", Tag.PLAN, None),
    ("дорожн", Tag.PLAN, None),
    ("установленн", Tag.AGREED, None),
    ("утвержденн", Tag.AGREED, None),
    ("определенн", Tag.AGREED, None),
    ("предусмотренн", Tag.AGREED, None),
    ("назначенн", Tag.AGREED, None),
    ("указанн", Tag.AGREED, None),
    ("соответстви", Tag.ACCORDING, None),
    ("приказ", Tag.DOCUMENT, None),
    ("распоряж", Tag.DOCUMENT, None),
    ("постановлени", Tag.DOCUMENT, None),
    ("протокол", Tag.DOCUMENT, None),
    ("закон", Tag.DOCUMENT, None),
    ("договор", Tag.DOCUMENT, None),
    ("письм", Tag.DOCUMENT, None),
    ("департамент", Tag.AUTHORITY, None),
    ("министерств", Tag.AUTHORITY, None),
    ("минпросвещ", Tag.AUTHORITY, None),
    ("срок", Tag.TERM_WORD, None),
    ("дат", Tag.NOISE, None),
    ("исполнени", Tag.NOISE, None),
    ("выполнени", Tag.NOISE, None),
    ("проведени", Tag.NOISE, None),
    ("реализаци", Tag.NOISE, None),
    ("ориентировоч", Tag.NOISE, None),
    ("предположител", Tag.NOISE, None),
    ("своевременн", Tag.NOISE, None),
    ("врем", Tag.EVENT, None),
    ("основ", Tag.NOISE, None),
    ("программ", Tag.NOISE, None),
    ("наставничеств", Tag.NOISE, None),
)
STEM_TAIL = 6
"""How many letters may follow a stem: «дат» is «даты», not «датчики»."""
SHORT_STEMS = {
    **dict.fromkeys(("мере", "ходе", "нового", "круглый", "факту"), 0),
    **dict.fromkeys(("дат", "основ", "момент"), 2),
    **dict.fromkeys(("врем", "срок", "закон", "договор", "случа", "итог", "прошл"), 3),
    "указанн": 4,
}
PLAN_FORMS = "план плана плану планом плане планы планов планам карте карты картой карта"
DOCUMENT_FORMS = "указ указа указу указом указе фз гост пункт пункта пункту тел телефон телефону"
GLUED_LIMIT = 26


def _table() -> dict[str, Word]:
    """Every word that is known by its exact form."""
    table: dict[str, Word] = {}
    for number, forms in enumerate(MONTH_FORMS, 1):
        table |= dict.fromkeys(forms.split(), Word(Tag.MONTH, number))
    for number, forms in enumerate(WEEKDAY_FORMS):
        table |= dict.fromkeys(forms.split(), Word(Tag.WEEKDAY, number))
    for unit, forms in UNIT_FORMS.items():
        table |= dict.fromkeys(forms.split(), Word(Tag.UNIT, unit))
    for unit, forms in UNIT_PLURALS.items():
        table |= dict.fromkeys(forms.split(), Word(Tag.UNIT, unit, is_plural=True))
    for season, forms in SEASON_FORMS:
        table |= dict.fromkeys(forms.split(), Word(Tag.SEASON, season))
    for number, forms in NUMBER_WORDS:
        table |= dict.fromkeys(forms.split(), Word(Tag.NUMBER, number))
    for tag, forms in FORMS.items():
        table |= {form: Word(tag) for form in forms.split() if form not in table}
    table |= dict.fromkeys(PLAN_FORMS.split(), Word(Tag.PLAN))
    table |= dict.fromkeys(DOCUMENT_FORMS.split(), Word(Tag.DOCUMENT))
    table |= dict.fromkeys(("чисел", "числах", "числам"), Word(Tag.NUMBER_OF_MONTH, is_plural=True))
    table["уч"] = Word(Tag.SCHOOL)
    table["кал"] = Word(Tag.CALENDAR)
    return table


_EXACT = _table()
_LONG_FORMS = frozenset(form for forms in MONTH_FORMS for form in forms.split() if len(form) >= 5)
_SINGLE_LETTERS = frozenset(form for form in _EXACT if len(form) == 1)


def _shortened(word: str) -> set[str]:
    return {word[:index] + word[index + 1 :] for index in range(len(word))}


def _misspellings() -> dict[str, int]:
    """The names of the months with a letter left out: two words that share such a rest differ by one slip."""
    found: dict[str, int] = {}
    for number, forms in enumerate(MONTH_FORMS, 1):
        for form in forms.split():
            if len(form) >= 6:
                found |= dict.fromkeys(_shortened(form) | {form}, number)
    return found


_MISSPELT = _misspellings()


@lru_cache(maxsize=4096)
def look_up(word: str) -> Word | None:
    """What a lower-case word stands for, None when it is not in the lexicon."""
    if found := _EXACT.get(word):
        return found
    if found := _ordinal(word):
        return found
    return _by_stem(word) or _misspelt_month(word)


def is_known(word: str) -> bool:
    return word in _EXACT or _ordinal(word) is not None or _by_stem(word) is not None


def is_exact(word: str) -> bool:
    """A word long enough to be put together out of two pieces of it: «сен- тябрь»."""
    return len(word) >= 4 and (word in _EXACT or _ordinal(word) is not None)


def _ordinal(word: str) -> Word | None:
    for number, stem in ORDINAL_STEMS:
        if word.startswith(stem) and word[len(stem) :] in ADJECTIVE_ENDINGS:
            return Word(Tag.ORDINAL, number)
    return None


def _by_stem(word: str) -> Word | None:
    for stem, tag, value in STEMS:
        if word.startswith(stem) and len(word) - len(stem) <= SHORT_STEMS.get(stem, STEM_TAIL):
            return Word(tag, value, is_plural=word.endswith(("ые", "ых", "ым", "ыми", "ие", "их")))
    for stem, season in SEASONAL_STEMS:
        if word.startswith(stem) and word[len(stem) :] in ADJECTIVE_ENDINGS:
            return Word(Tag.SEASONAL, season)
    return None


def _misspelt_month(word: str) -> Word | None:
    if not 5 <= len(word) <= 10:
        return None
    for spelling in (word, *sorted(_shortened(word))):
        if spelling in _MISSPELT and spelling not in _EXACT:
            return Word(Tag.MONTH, _MISSPELT[spelling], slip=True)
    return None


@lru_cache(maxsize=4096)
def split_glued(word: str) -> tuple[str, str] | None:
    """«втечение» is «в течение», «сентябрьоктябрь» two months: both halves must be known by themselves."""
    if not 5 <= len(word) <= GLUED_LIMIT:
        return None
    for at in range(1, len(word) - 1):
        head, tail = word[:at], word[at:]
        if _may_be_glued(head, tail):
            return head, tail
    return None


def _may_be_glued(head: str, tail: str) -> bool:
    if tail not in _EXACT and _ordinal(tail) is None and _by_stem(tail) is None:
        return False
    if len(head) == 1:
        return head in _SINGLE_LETTERS and (len(tail) >= 7 or tail in _LONG_FORMS)
    return head in _EXACT and (len(tail) >= 4 or head in _LONG_FORMS) and (len(head) >= 4 or len(tail) >= 4)


ROMAN = {
    "i": 1,
    "ii": 2,
    "iii": 3,
    "iv": 4,
    "v": 5,
    "vi": 6,
    "vii": 7,
    "viii": 8,
    "ix": 9,
    "x": 10,
    "xi": 11,
    "xii": 12,
}
_ROMAN_LOOK_ALIKES = str.maketrans({"і": "i", "l": "i", "х": "x", "1": "i", "|": "i", "ӏ": "i"})


def roman(word: str) -> int | None:
    """«IV», also with Cyrillic letters and a small «l» for «I»."""
    return ROMAN.get(word.translate(_ROMAN_LOOK_ALIKES)) if len(word) <= 4 else None
