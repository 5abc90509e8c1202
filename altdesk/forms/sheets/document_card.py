"""The card of a document: what it is, where it is, every revision with its steps and files, and who must know it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from altdesk.domain.acquaintance import PartKind
from altdesk.domain.attachments import Role
from altdesk.domain.documents import DocumentDraft, DocumentKind, Revision, RevisionState, RevisionStep, Who
from altdesk.domain.organisation import Signatory
from altdesk.domain.twins import Name
from altdesk.forms import parts
from altdesk.forms.blocks import Align, Block, Column, Fields, Heading, Holds, Paragraph, Table
from altdesk.forms.form import Form, Output, PrintOptions
from altdesk.forms.sheets.sample_names import SPECIALIST, UNIVERSITY
from altdesk.forms.words import (
    AUDIENCE_WORDS,
    KIND_WORDS,
    ROLE_WORDS,
    STATE_WORDS,
    PaperLanguage,
    day,
    say,
    value_language,
)


@dataclass(frozen=True)
class CardFile:
    """A file of a revision; `digest` is SHA-256 in hex."""

    revision: int
    name: str
    role: Role
    digest: str


@dataclass(frozen=True)
class CardAudience:
    kind: PartKind
    name: str
    people: int | None = None


@dataclass(frozen=True)
class CardData:
    """A document as it stands on a day; `revisions` are the newest first, no `audience` leaves out who must know it."""

    document: DocumentDraft
    revisions: tuple[Revision, ...]
    files: tuple[CardFile, ...] = ()
    audience: tuple[CardAudience, ...] | None = ()
    signed: int = 0
    total: int = 0
    changes: int = 0
    on: date | None = None
    organisation: Name = ""
    signed_by: tuple[Signatory, ...] = ()  # post, name

    @property
    def state(self) -> RevisionState | None:
        """Of the revision in force, else of the newest."""
        in_force = [each.state for each in self.revisions if each.state is RevisionState.IN_FORCE]
        return next(iter([*in_force, *(each.state for each in self.revisions)]), None)


def body(data: CardData, options: PrintOptions) -> tuple[Block, ...]:
    language = options.language
    as_of = say("as_of", language, day=day(data.on)) if data.on else ""
    blocks: list[Block] = [parts.footer("document_card", data.on, options)]
    blocks += parts.withdrawn(data.state, options) if data.state else ()
    blocks += parts.opening(options, data.organisation, say("document_card", language), as_of)
    blocks.append(Fields(_about(data.document, language), size=11, after=2))
    blocks += [Heading(say("revisions", language)), _revisions(data, language)]
    if data.files:
        blocks += [Heading(say("revision_files", language)), _files(data, language)]
    if data.audience is not None:
        blocks += [Heading(say("must_know", language)), *_audience(data, data.audience, language)]
    blocks.append(Paragraph(say("changes_kept", value_language(language), count=data.changes), sizes=(11,)))
    return (*blocks, *parts.signed(data.signed_by, options))


def _about(document: DocumentDraft, language: PaperLanguage) -> tuple[tuple[str, str], ...]:
    said = (
        ("code", document.code),
        ("document_title", document.title),
        ("kind", say(KIND_WORDS[document.kind], value_language(language))),
        ("owner", document.owner),
        ("review_on", day(document.review_on)),
        ("retention", document.retention),
        ("file_index", document.file_index),
        ("electronic_place", document.electronic_place),
        ("paper_place", document.paper_place),
        ("document_note", document.note),
    )
    return tuple((say(key, language), value) for key, value in said if value)


def _revisions(data: CardData, language: PaperLanguage) -> Table:
    """A row for every step; a revision of which no step is known has one with its state."""
    values = value_language(language)
    rows = []
    for each in data.revisions:
        for step in each.steps or (RevisionStep(each.state, each.effective_on),):
            who = ", ".join(filter(None, (step.who.name, step.who.post)))
            rows.append((str(each.number), say(STATE_WORDS[step.state], values), day(step.on), who, step.note))
    return Table(
        columns=(
            Column("revision", say("revision", language), 16, Align.CENTRE, holds=Holds.NUMBER),
            Column("step", say("revision_step", language), 31),
            Column("on", say("date", language), 23, Align.CENTRE, holds=Holds.DAY),
            Column("who", say("name_post", language), 70, sizes=(10.5, 10, 9.5)),
            Column("note", say("document_note", language), 35, sizes=(10, 9.5, 9)),
        ),
        rows=tuple(rows),
    )


def _files(data: CardData, language: PaperLanguage) -> Table:
    values = value_language(language)
    rows = tuple(
        (str(each.revision), each.name, say(ROLE_WORDS[each.role], values), each.digest) for each in data.files
    )
    return Table(
        columns=(
            Column("revision", say("revision", language), 16, Align.CENTRE, holds=Holds.NUMBER),
            Column("name", say("file_name", language), 56, sizes=(10, 9.5, 9)),
            Column("role", say("file_role", language), 33, sizes=(10, 9.5)),
            Column("digest", say("file_digest", language), 70, sizes=(8,)),
        ),
        rows=rows,
    )


def _audience(data: CardData, audience: tuple[CardAudience, ...], language: PaperLanguage) -> tuple[Block, ...]:
    values = value_language(language)
    covered = Paragraph(say("acquainted_of", values, signed=data.signed, total=data.total), sizes=(11,))
    rows = tuple(
        (
            each.name or say(AUDIENCE_WORDS[PartKind.EVERYONE], values),
            "" if each.kind is PartKind.EVERYONE else say(AUDIENCE_WORDS[each.kind], values),
            "" if each.people is None else str(each.people),
        )
        for each in audience
    )
    if not rows:
        nobody = Paragraph(say("must_know_nobody", values), sizes=(11,))
        return (nobody, covered) if data.total else (nobody,)
    table = Table(
        columns=(
            Column("who", say("must_know_who", language), 105),
            Column("kind", say("kind", language), 45),
            Column("people", say("people_count", language), 25, Align.CENTRE, holds=Holds.NUMBER),
        ),
        rows=rows,
    )
    return table, covered


def name(data: CardData, options: PrintOptions) -> str:
    return f"{say('document_card', options.language)} – {data.document.code}"


def _lives() -> tuple[Revision, Revision]:
    """The newest revision of the sample and the one before, with the people of each step."""
    director = Who("Тәуекел Заңғар Ермекұлы", None, "ТжӘЖД директоры")
    vice = Who("Мысалова Айша Үлгіқызы", None, "КжӘД жөніндегі проректор")
    agreed, force, gone = RevisionState.AGREED, RevisionState.IN_FORCE, RevisionState.WITHDRAWN
    first = (
        RevisionStep(agreed, date(2024, 8, 20), director),
        RevisionStep(force, date(2024, 9, 1), vice),
        RevisionStep(gone, date(2026, 9, 1)),
    )
    second = (
        RevisionStep(RevisionState.DRAFT, date(2026, 6, 3), Who("Мұхамеджан Әсем", None, "ЖСК бас маманы")),
        RevisionStep(agreed, date(2026, 8, 24), director),
        RevisionStep(agreed, date(2026, 8, 26), Who("Үлгібаев Ерлан", None, "ББЖ бойынша жауапты маман")),
        RevisionStep(force, date(2026, 9, 1), vice, "№ 112 бұйрық"),
    )
    return (
        Revision(2, 1, 2, force, date(2026, 9, 1), steps=second),
        Revision(1, 1, 1, gone, date(2024, 9, 1), steps=first),
    )


def sample() -> CardData:
    return CardData(
        DocumentDraft(
            "ЖН-ALT-00",
            "Жастармен жұмысты ұйымдастыру қағидалары",
            DocumentKind.WORK_INSTRUCTION,
            "Тәрбие және әлеуметтік жұмыс департаменті",
            review_on=date(2027, 9, 1),
            retention="5 жыл",
            file_index="03-12",
            electronic_place="АССД",
            paper_place="АССД, сөре 4",
        ),
        _lives(),
        (
            CardFile(2, "ЖН-ALT-00 нұсқа 2.docx", Role.ORIGINAL, "9f86d081884c7d659a2feaa0c55ad015" * 2),
            CardFile(2, "ЖН-ALT-00 қол қойылған.pdf", Role.SCAN, "60303ae22b998861bce3b28f33eec1be" * 2),
        ),
        (
            CardAudience(PartKind.GROUP, "ТжӘЖД қызметкерлері", 12),
            CardAudience(PartKind.PERSON, "Бірінші Алдияр Үлгіұлы", 1),
        ),
        9,
        13,
        3,
        date(2026, 11, 22),
        UNIVERSITY,
        ((SPECIALIST, "Ә.\u00a0Мұхамеджан"),),
    )


FORM = Form(
    code="document_card",
    version=1,
    title="document_card",
    data=CardData,
    body=body,
    name=name,
    sample=sample,
    outputs=(Output.PDF, Output.DOCX),
)
