"""How consents are worded: their documents with everything filled in, their states, and what lacks.

Plain text throughout: where it is put into a message it is escaped like everything else. Names come as parts
and are shown as NAMES_IN_CHAT says.

# keys: consents-kind-*
# keys: consents-state-*
# keys: consents-item-*
# keys: consents-lack-*
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from handlers.common.translator import Translator
from models import AmendmentKind, ConsentKind
from services.consent_standing import Missing
from services.consent_views import Change, ConsentState, ConsentView
from services.content import ConsentText
from services.names import PersonName
from services.pairing_orders import OrderLine

NAME_SHOWN, NAMES_SHOWN, ORGANIZATION_SHOWN, RESOURCE_SHOWN = 80, 200, 200, 250
CHANGE_SHOWN, REASON_SHOWN, ADDRESS_SHOWN = 700, 320, 200


@dataclass(frozen=True, slots=True)
class Names:
    """What stands in a document where people are named."""

    about: str
    mentor: str
    mentees: str


def kind_name(t: Translator, kind: ConsentKind) -> str:
    """«быть наставником»: what the consent is to."""
    return t.plain(f"consents-kind-{kind.value.replace('_', '-')}")


def state_name(t: Translator, state: ConsentState) -> str:
    return t.plain(f"consents-state-{state.value}")


def text_of(t: Translator, view: ConsentView) -> ConsentText:
    return t.content.consent(view.kind.value)


def title(t: Translator, view: ConsentView, language: str | None = None) -> str:
    return text_of(t, view).title.in_language(language or t.language)


def name(t: Translator, known: PersonName | None) -> str:
    return t.cut(t.name(known), NAME_SHOWN) if known else t.plain("consents-nobody")


def several(t: Translator, known: Iterable[PersonName]) -> str:
    return t.cut(", ".join(t.name(one) for one in known), NAMES_SHOWN)


def names_in_chat(t: Translator, view: ConsentView) -> Names:
    return Names(name(t, view.about), name(t, view.mentor), several(t, view.mentees))


def body(t: Translator, view: ConsentView, names: Names) -> str:
    """The document in the reader's language, with everything that it names."""
    known = {
        "organization": t.cut(view.operator.name, ORGANIZATION_SHOWN),
        "address": t.cut(view.operator.address, ADDRESS_SHOWN) or "—",
        "tax_number": view.operator.tax_number or "—",
        "state_number": view.operator.state_number or "—",
        "child": names.about,
        "subject": names.about,
        "mentor": names.mentor,
        "mentee": names.mentees,
    }
    return text_of(t, view).filled(t.language, **known, **_published(t, view), **_changed(t, view.change))


def _published(t: Translator, view: ConsentView) -> dict[str, str]:
    """What was typed about a publication: put in last, so that its braces stay words."""
    if view.kind != ConsentKind.PUBLICATION:
        return {}
    return {
        "items": items(t, view.details),
        "until": t.short_date(view.valid_until) if view.valid_until else "—",
        "resources": resources(t, view.details),
        "recipients": str(view.details.get("recipients") or view.operator.name),
        "conditions": str(view.details.get("conditions") or t.plain("consents-no-conditions")),
    }


def items(t: Translator, details: Mapping[str, Any]) -> str:
    """«фамилия, имя, отчество; должность»."""
    return ", ".join(t.plain(f"consents-item-{one}") for one in details.get("data_items", ()))


def resources(t: Translator, details: Mapping[str, Any]) -> str:
    return "; ".join(t.cut(str(one), RESOURCE_SHOWN) for one in details.get("resources", ()))


def _changed(t: Translator, change: Change | None) -> dict[str, str]:
    if change is None:
        return {}
    return {
        "change": t.cut(change_words(t, change), CHANGE_SHOWN),
        "reason": t.cut(change.reason, REASON_SHOWN) or t.plain("consents-no-reason"),
    }


def change_words(t: Translator, change: Change) -> str:
    """«срок работы пары — по 01.03.2027»."""
    if change.kind == AmendmentKind.CONTENT or change.new_end is None:
        return change.text
    new = t.short_date(change.new_end)
    if change.old_end is None:
        return t.plain("consents-change-first-term", new=new)
    key = (
        "consents-change-shortening"
        if change.kind == AmendmentKind.SHORTENING
        else "consents-change-extension"
    )
    return t.plain(key, old=t.short_date(change.old_end), new=new)


def lacking(t: Translator, missing: Iterable[Missing]) -> str:
    """Whose consent lacks, to what, and why: one line each."""
    return "\n".join(
        t.plain(
            "consents-lacking",
            name=name(t, one.name),
            kind=kind_name(t, one.kind),
            why=t.plain(f"consents-lack-{one.why.value.replace('_', '-')}"),
        )
        for one in missing
    )


def order(t: Translator, found: OrderLine | None) -> str:
    """«приказ № 12 от 01.09.2026» or «без приказа»."""
    if found is None:
        return t.plain("consents-order-none")
    return t.plain("consents-order-line", number=found.number, day=t.short_date(found.dated_on))
