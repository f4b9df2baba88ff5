"""Buttons of plans on the desk. Ids only: whoever taps is checked again."""

from __future__ import annotations

from enum import StrEnum

from aiogram.filters.callback_data import CallbackData


class PlansOpened(CallbackData, prefix="pl"):
    """The plans of an organisation: those that are live, the drafts, and how to make a new one. 0: the only
    organisation of the person, or a choice of several.
    """

    organization_id: int = 0


class PlanOpened(CallbackData, prefix="pl_o"):
    """A draft with its items, or the card of a plan that is live."""

    roadmap_id: int
    page: int = 0
    doubts_only: bool = False


class PlanAct(StrEnum):
    """What a tap does with a whole plan. The ones that ask lead to a question first."""

    SHEET = "x"
    SUBMIT_ASK = "sq"
    SUBMIT = "s"
    WITHDRAW = "w"
    APPROVE = "a"
    RETURN = "r"
    DELETE_ASK = "dq"
    DELETE = "d"
    ADD_ITEM = "i"
    NEXT_YEAR = "n"
    YEAR_ASK = "yq"
    ACCEPT_ASK = "cq"
    ACCEPT = "c"


class PlanActed(CallbackData, prefix="pl_a"):
    roadmap_id: int
    act: PlanAct


class PlanYearChosen(CallbackData, prefix="pl_y"):
    """The school year of a draft whose file does not tell it."""

    roadmap_id: int
    year: int


class DifferenceOpened(CallbackData, prefix="pl_v"):
    """What the draft changes in the plan that is live."""

    roadmap_id: int
    page: int = 0


class LinkCut(CallbackData, prefix="pl_vc"):
    """This row is not the row of the version before."""

    item_id: int


class ItemOpened(CallbackData, prefix="pl_i"):
    item_id: int


class ItemAct(StrEnum):
    ACCEPT = "a"
    PHRASE = "p"
    EDIT = "e"
    PEOPLE = "w"
    REMOVE_ASK = "rq"
    REMOVE = "r"
    FOR_SCHOOLS = "f"


class ItemActed(CallbackData, prefix="pl_ia"):
    item_id: int
    act: ItemAct


class SuggestionTaken(CallbackData, prefix="pl_s"):
    """The likely reading instead of the phrase. `mark` tells the suggestions of one phrase apart, and those
    of an earlier phrase from the present ones.
    """

    item_id: int
    mark: str


class FieldChosen(CallbackData, prefix="pl_f"):
    """Which part of an item is to be typed anew."""

    item_id: int
    field: str


class PersonTicked(CallbackData, prefix="pl_p"):
    """This person answers for the item, or no longer."""

    item_id: int
    person_id: int
    page: int = 0


class PeoplePaged(CallbackData, prefix="pl_pp"):
    item_id: int
    page: int


class FormAct(StrEnum):
    """The buttons below a question that is answered by typing."""

    CONFIRM = "ok"
    SKIP = "sk"
    AGAIN = "ag"
    TODAY = "td"
    YESTERDAY = "yd"


class FormActed(CallbackData, prefix="pl_q"):
    """`form` tells one filling of a form from another: an old button is no longer current."""

    form: str
    act: FormAct


class UploadStarted(CallbackData, prefix="pl_u"):
    organization_id: int


class SchoolYearChosen(CallbackData, prefix="pl_uy"):
    """For which school year the uploaded file is, when it does not say so itself."""

    form: str
    year: int


class TemplatesOpened(CallbackData, prefix="pl_t"):
    organization_id: int


class TemplateOpened(CallbackData, prefix="pl_to"):
    organization_id: int
    key: str


class TemplateTaken(CallbackData, prefix="pl_tt"):
    organization_id: int
    key: str
    year: int


class UnknownOpened(CallbackData, prefix="pl_w"):
    """Whom the words of a plan mean. `number` counts the words that nobody knows yet."""

    roadmap_id: int
    number: int = 0


class MeantTicked(CallbackData, prefix="pl_wt"):
    """`who` is a person's id, or a role. `form` as above."""

    form: str
    who: str


class MeantPaged(CallbackData, prefix="pl_wg"):
    form: str
    page: int


class MeantAct(StrEnum):
    SAVE = "s"
    NOBODY = "n"
    LATER = "l"


class MeantActed(CallbackData, prefix="pl_wa"):
    form: str
    act: MeantAct
