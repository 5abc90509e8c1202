"""A body as its editor shows it: the unit by its name, the keywords on one line, the quorum in parts."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from functools import partial

from altdesk.desk import Changed, Desk
from altdesk.domain.bodies import (
    BODY_KIND_NAMES,
    QUORUM_NAMES,
    Body,
    BodyDraft,
    BodyKind,
    BodyPostDraft,
    QuorumKind,
    QuorumRule,
)
from altdesk.domain.bodies_kinds import usual_posts
from altdesk.domain.marking import N_
from altdesk.i18n import Translator
from altdesk.services import bodies
from ui.editor import Record
from ui.fields import Field, Kind
from ui.offers import offer_units

_SEPARATORS = re.compile(r"[,;\n]")


@dataclass(frozen=True)
class BodyForm:
    """The fields of the editor; `kept` is the body as it is kept."""

    name: str = ""
    short_name: str = ""
    kind: BodyKind = BodyKind.STUDENT_GOVERNMENT
    unit: str = ""
    quorum_kind: QuorumKind = QuorumKind.MORE_THAN_HALF
    quorum_parts: int | None = 1
    quorum_of: int | None = 2
    keywords: str = ""
    note: str = ""
    founded_on: date | None = None
    closed_on: date | None = None
    name_ru: str = ""
    kept: Body | None = None


def form_of(body: Body) -> BodyForm:
    """A kept body as the editor shows it."""
    rule = body.quorum
    return BodyForm(
        body.name, body.short_name, body.kind, body.unit, rule.kind, rule.parts, rule.of, ", ".join(body.keywords),
        body.note, body.founded_on, body.closed_on, body.name_ru, body,
    )  # fmt: skip


def draft_of(form: BodyForm) -> BodyDraft:
    """What the editor means; parts of a quorum that are not filled in are of none."""
    rule = QuorumRule(form.quorum_kind, form.quorum_parts or 0, form.quorum_of or 0)
    if form.quorum_kind is QuorumKind.MORE_THAN_HALF:
        rule = QuorumRule()
    words = tuple(_SEPARATORS.split(form.keywords))
    return BodyDraft(
        form.name,
        form.short_name,
        form.kind,
        form.unit,
        rule,
        words,
        form.note,
        form.founded_on,
        form.closed_on,
        form.name_ru,
    )


def record(desk: Desk, say: Translator) -> Record:
    """The editor of a body; a new one begins with the posts usual for its kind."""

    def add(form: BodyForm) -> Changed:
        posts = [BodyPostDraft(say(p.title), p.seats, p.votes, p.role) for p in usual_posts(form.kind)]
        return bodies.add(desk, draft_of(form), posts)

    return Record(
        kind="body",
        new_title=N_("New body"),
        fields=_fields(desk),
        blank=BodyForm,
        get=lambda body_id: form_of(bodies.get(desk, body_id)),
        add=add,
        save=lambda body_id, form: bodies.save(desk, body_id, draft_of(form)),
        title=lambda form: form.name if form.kept else "",
    )


def _fields(desk: Desk) -> tuple[Field, ...]:
    kinds, quorums = tuple(BODY_KIND_NAMES.items()), tuple(QUORUM_NAMES.items())
    return (
        Field("name", N_("Name")),
        Field("name_ru", N_("Name in Russian"), russian_of="name",
              hint=N_("Printed on Russian papers. Left empty, the Kazakh name is printed there.")),
        Field("kind", N_("Kind"), Kind.CHOICE, choices=kinds, letters=22),
        Field("short_name", N_("Short name"), letters=12, beside=True),
        Field("unit", N_("Unit"), Kind.COMPLETED, offers=partial(offer_units, desk),
              hint=N_("The institute or department it belongs to, if any.")),
        Field("quorum_kind", N_("Quorum"), Kind.CHOICE, choices=quorums, letters=18, section=N_("Meetings")),
        Field("quorum_parts", N_("Parts"), Kind.NUMBER, letters=5, least=1, most=1000, beside=True),
        Field("quorum_of", N_("Of"), Kind.NUMBER, letters=5, least=1, most=1000, beside=True),
        Field("keywords", N_("Keywords"), section=N_("More about it"),
              hint=N_("What a club is about, with commas: chess, logic. Members with these interests are suggested.")),
        Field("note", N_("Note"), Kind.LONG),
        Field("founded_on", N_("Founded on"), Kind.DATE, letters=14),
        Field("closed_on", N_("Closed on"), Kind.DATE, letters=14, beside=True,
              hint=N_("Terms that run end on this day.")),
    )  # fmt: skip
