"""A risk as its editor edits it: the document by its code, what is in use offered while typing."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import partial

from altdesk.desk import Changed, Desk
from altdesk.domain.errors import Refusal
from altdesk.domain.marking import N_
from altdesk.domain.risks import Risk, RiskDraft
from altdesk.domain.text import fold
from altdesk.services import documents, risks
from ui.editor import Record
from ui.fields import Field, Kind
from ui.offers import offer_documents, offer_persons, offer_posts
from ui.widgets.finder import Suggestion


@dataclass(frozen=True)
class RiskForm(RiskDraft):
    """A risk as its editor shows it: the document by its code."""

    document: str = ""
    known: Risk | None = None


def risk_record(desk: Desk) -> Record:
    """What the editor of a risk edits."""
    return Record(
        kind="risk",
        new_title=N_("New risk"),
        fields=(
            Field("title", N_("What may happen"), Kind.TEXT),
            Field("cause", N_("Cause"), Kind.LONG),
            Field("document", N_("Document"), Kind.COMPLETED, offers=partial(_offer_codes, desk), letters=18),
            Field("process", N_("Process"), Kind.COMPLETED, offers=partial(_offer_processes, desk), beside=True),
            Field("measure", N_("Measure"), Kind.LONG),
            Field("owner", N_("Responsible"), Kind.COMPLETED, offers=partial(_offer_owners, desk),
                  hint=N_("A person or a post.")),
            Field("due_on", N_("Due"), Kind.DATE, letters=16),
            Field("note", N_("Note"), Kind.LONG),
        ),
        blank=RiskForm,
        get=partial(_get, desk),
        add=partial(_add, desk),
        save=partial(_save, desk),
        title=lambda form: form.title,
    )  # fmt: skip


def _get(desk: Desk, risk_id: int) -> RiskForm:
    known = risks.get(desk, risk_id)
    names = ("title", "cause", "process", "document_id", "measure", "owner", "due_on", "note")
    return RiskForm(**{name: getattr(known, name) for name in names}, document=known.document, known=known)


def _draft(desk: Desk, form: RiskForm) -> RiskDraft:
    """In the desk's room: the risk as kept. Refused under its field for a code no document has."""
    number = form.document_id
    code = form.document.strip()
    if not code:
        number = None
    elif form.known is None or code != form.known.document:
        try:
            number = documents.by_code(desk, code).id
        except Refusal as refusal:
            raise Refusal(refusal.message, field="document", **refusal.values) from None
    names = ("title", "cause", "process", "measure", "owner", "due_on", "note")
    return RiskDraft(**{name: getattr(form, name) for name in names}, document_id=number)


def _add(desk: Desk, form: RiskForm) -> Changed:
    return risks.add(desk, _draft(desk, form))


def _save(desk: Desk, risk_id: int, form: RiskForm) -> Changed:
    return risks.save(desk, risk_id, _draft(desk, form))


def _offer_codes(desk: Desk, text: str) -> list[Suggestion]:
    return [replace(each, value=each.title) for each in offer_documents(desk, text)]


def _offer_processes(desk: Desk, text: str) -> list[Suggestion]:
    return [Suggestion(name, name) for name in risks.processes(desk) if fold(text) in fold(name)]


def _offer_owners(desk: Desk, text: str) -> list[Suggestion]:
    """Posts, then people."""
    return [*offer_posts(desk, text), *offer_persons(desk, text)][:30]
