"""The form of a consent as a document to be printed and signed: what stands in it, in the reader's language.

Passport data and addresses are lines left blank, with a word that they are filled in by hand.
"""

from __future__ import annotations

from aiogram.types import BufferedInputFile

from handlers.common.screen import Screen
from handlers.common.translator import Translator
from handlers.consents import words
from handlers.consents.words import Names
from services.consent_views import ConsentView
from services.documents import Field, Paper
from services.names import PersonName
from services.written_consents import Form

BLANK = "_" * 30


def paper(t: Translator, form: Form) -> Paper:
    """The document from its heading to the signature."""
    view = form.view
    parts: list[str | Field] = [
        words.body(t, view, _names(form)),
        t.plain("consents-paper-version", version=words.text_of(t, view).version),
    ]
    if form.incentive is not None:
        act = form.incentive
        parts.append(
            t.plain("consents-paper-incentive", number=act.number or "—", day=t.short_date(act.dated_on))
        )
    parts += [
        t.plain("consents-paper-by-hand"),
        Field(t.plain("consents-paper-passport")),
        Field(t.plain("consents-paper-address")),
    ]
    if view.on_behalf:
        parts.append(Field(t.plain("consents-paper-authority")))
    return Paper(words.title(t, view), parts, (t.plain("consents-paper-signature"),), _heading(t, form))


def _heading(t: Translator, form: Form) -> tuple[str, ...]:
    view = form.view
    lines = [
        t.plain("consents-paper-to", organization=view.operator.name),
        t.plain("consents-paper-from", name=form.signer or BLANK),
    ]
    if view.on_behalf:
        lines.append(t.plain("consents-paper-for", name=form.child or BLANK))
    return tuple(lines)


def _names(form: Form) -> Names:
    """In full where they may stand in it, a line to be filled in by hand where not."""
    view = form.view
    about = form.child if view.on_behalf else form.signer
    if not form.shows_pair:
        return Names(about or BLANK, BLANK, BLANK)
    mentees = ", ".join(_full(one) for one in view.mentees)
    return Names(about or BLANK, _full(view.mentor), mentees or BLANK)


def _full(name: PersonName | None) -> str:
    return name.full if name is not None and name.is_known else BLANK


def file(t: Translator, view: ConsentView, data: bytes) -> Screen:
    """The form as a message."""
    name = t.plain("consents-paper-file", kind=view.kind.value, number=view.id)
    caption = t("consents-paper-caption", title=words.title(t, view))
    return Screen(caption, document=BufferedInputFile(data, f"{name}.docx"))
