"""One copy in the editor: its document by the code, its revision by the number, everything else as it is kept."""

from __future__ import annotations

from dataclasses import dataclass, fields
from functools import partial
from typing import Any

from altdesk.desk import Changed, Desk
from altdesk.domain.copies import COPY_KIND_NAMES, MOST, CopyDraft
from altdesk.domain.errors import Refusal
from altdesk.domain.marking import N_
from altdesk.i18n import Translator
from altdesk.services import copies, documents
from ui.editor import Record
from ui.fields import Field, Kind
from ui.offers import offer_codes, offer_names, offer_posts, offer_units
from ui.shell import Shell


@dataclass(frozen=True)
class CopyForm(CopyDraft):
    """A copy as its editor shows it."""

    document: str = ""
    revision: int | None = None


def copy_record(shell: Shell) -> Record:
    """What the editor of a copy is declared of."""
    desk = shell.desk
    return Record(
        kind="working_copy",
        new_title=N_("Copy"),
        fields=_fields(desk),
        blank=CopyForm,
        get=partial(_get, desk),
        add=partial(_add, desk),
        save=partial(_save, desk),
        title=lambda form: _title(shell.say, form),
    )


def _fields(desk: Desk) -> tuple[Field, ...]:
    return (
        Field("document", N_("Document"), Kind.COMPLETED, offers=partial(offer_codes, desk), letters=18),
        Field("revision", N_("Revision"), Kind.NUMBER, letters=8, beside=True),
        Field("number", N_("Copy No."), Kind.NUMBER, letters=8, least=1, most=MOST),
        Field("kind", N_("Kind"), Kind.CHOICE, choices=tuple(COPY_KIND_NAMES.items()), beside=True),
        Field("holder", N_("Holder"), Kind.COMPLETED, offers=partial(offer_names, desk),
              hint=N_("Empty when the unit as a whole has it.")),
        Field("post", N_("Post"), Kind.COMPLETED, offers=partial(offer_posts, desk)),
        Field("unit", N_("Unit"), Kind.COMPLETED, offers=partial(offer_units, desk)),
        Field("given_on", N_("Given on"), Kind.DATE, letters=14, section=N_("Dates")),
        Field("returned_on", N_("Returned on"), Kind.DATE, letters=14, beside=True),
        Field("withdrawn_on", N_("Out of use since"), Kind.DATE, letters=14,
              hint=N_("A copy that was lost or destroyed, or a file that was deleted.")),
        Field("note", N_("Note"), Kind.LONG),
    )  # fmt: skip


def _title(say: Translator, form: Any) -> str:
    return say(N_("%(code)s, copy No. %(number)s"), code=form.document, number=form.number)


def _get(desk: Desk, copy_id: int) -> CopyForm:
    kept = copies.get(desk, copy_id)
    typed = {field.name: getattr(kept, field.name) for field in fields(CopyDraft)}
    return CopyForm(**typed, document=kept.document, revision=kept.revision)


def _revision(desk: Desk, form: CopyForm) -> int:
    try:
        found = documents.by_code(desk, form.document)
    except Refusal as refusal:
        raise Refusal(refusal.message, field="document", **refusal.values) from None
    return documents.chosen_revision(found, form.revision).id


def _draft(form: CopyForm) -> CopyDraft:
    return CopyDraft(**{field.name: getattr(form, field.name) for field in fields(CopyDraft)})


def _add(desk: Desk, form: CopyForm) -> Changed:
    return copies.add(desk, _revision(desk, form), _draft(form))


def _save(desk: Desk, copy_id: int, form: CopyForm) -> Changed:
    return copies.save(desk, copy_id, _draft(form), _revision(desk, form))
