"""The receipt of a hand-over (§9.1): the original and the Word version of a revision, signed by both sides."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from altdesk.domain.copies import Handed, Handover
from altdesk.domain.documents import RevisionState
from altdesk.domain.twins import Name, twin
from altdesk.forms import parts
from altdesk.forms.blocks import Align, Block, Column, Fields, Holds, NewPage, Paragraph, Table
from altdesk.forms.form import Form, PrintOptions
from altdesk.forms.sheets.sample_names import DIRECTOR, SPECIALIST, UNIVERSITY
from altdesk.forms.words import HANDED_WORDS, called, day, say, value_language


@dataclass(frozen=True)
class Receipt:
    """One hand-over; what is not known yet is left to be written in."""

    what: Handed = Handed.BOTH
    sheets: int | None = None
    handed_on: date | None = None
    given_by: str = ""
    given_by_post: Name = ""
    received_by: str = ""
    received_by_post: Name = ""
    place: str = ""
    note: str = ""


@dataclass(frozen=True)
class HandoverData:
    """The receipts of one revision, each on a page of its own."""

    code: str
    title: str
    revision: int
    effective_on: date | None
    receipts: tuple[Receipt, ...] = (Receipt(),)
    organisation: Name = ""
    state: RevisionState = RevisionState.IN_FORCE


def of_handover(kept: Handover) -> Receipt:
    """The receipt of a hand-over as kept."""
    return Receipt(
        kept.what,
        kept.sheets,
        kept.handed_on,
        kept.given_by,
        twin(kept.given_by_post, kept.given_by_post_ru),
        kept.received_by,
        twin(kept.received_by_post, kept.received_by_post_ru),
        kept.place,
        kept.note,
    )


def body(data: HandoverData, options: PrintOptions) -> tuple[Block, ...]:
    blocks: list[Block] = [*parts.withdrawn(data.state, options), parts.footer("handover", None, options)]
    for at, receipt in enumerate(data.receipts):
        blocks += [*((NewPage(),) if at else ()), *_receipt(data, receipt, options)]
    return tuple(blocks)


def _receipt(data: HandoverData, receipt: Receipt, options: PrintOptions) -> tuple[Block, ...]:
    language = options.language
    about = [(say("code", language), data.code), (say("document_title", language), data.title)]
    about.append((say("revision", language), str(data.revision)))
    if data.effective_on:
        about.append((say("effective_on", language), day(data.effective_on)))
    under = say("handed_for", value_language(language), place=receipt.place) if receipt.place else ""
    whats = (Handed.ORIGINAL, Handed.ELECTRONIC) if receipt.what is Handed.BOTH else (receipt.what,)
    rows = tuple(
        (
            say(HANDED_WORDS[what], value_language(language)),
            str(receipt.sheets) if receipt.sheets and what is Handed.ORIGINAL else "",
            receipt.note if what is whats[0] else "",
        )
        for what in whats
    )
    return (
        *parts.opening(options, data.organisation, say("handover", language), under),
        Fields(tuple(about), size=11, after=4),
        Table(
            columns=(
                Column("no", say("no", language), 10, Align.CENTRE, holds=Holds.NUMBER),
                Column("what", say("handed_what", language), 80),
                Column("sheets", say("handed_sheets", language), 25, Align.CENTRE, True, holds=Holds.NUMBER),
                Column("note", say("handed_note", language), 60, write=True),
            ),
            rows=parts.numbered(rows),
            row_height=10,
            head_height=9,
        ),
        Paragraph("", after=4),
        _signatures(receipt, options),
    )


def _signatures(receipt: Receipt, options: PrintOptions) -> Table:
    """Who gave and who took, each with a place to sign and for the day."""
    language, on = options.language, day(receipt.handed_on)
    said = value_language(language)
    return Table(
        columns=(
            Column("who", " ", 26),
            Column("post", say("post", language), 43),
            Column("full_name", say("name_short", language), 46),
            Column("signature", say("signature", language), 36, write=True),
            Column("date", say("date", language), 24, Align.CENTRE, write=True, holds=Holds.DAY),
        ),
        rows=(
            (say("gave", said), called(receipt.given_by_post, said), receipt.given_by, "", on),
            (say("took", said), called(receipt.received_by_post, said), receipt.received_by, "", on),
        ),
        row_height=14,
        head_height=9,
    )


def name(data: HandoverData, options: PrintOptions) -> str:
    return f"{say('handover', options.language)} – {data.code}"


def sample() -> HandoverData:
    return HandoverData(
        "ЖН-ALT-40",
        "Ішкі тәртіп ережелері",
        2,
        date(2026, 9, 1),
        (
            Receipt(
                Handed.BOTH,
                14,
                date(2026, 9, 3),
                "Тәуекел Заңғар Ермекұлы",
                DIRECTOR,
                "Қуаныш Гүлнәр Һасанқызы",
                SPECIALIST,
                "АССД",
                "Word файлы – флеш-жадта",
            ),
        ),
        UNIVERSITY,
    )


FORM = Form(
    code="handover",
    version=1,
    title="handover",
    data=HandoverData,
    body=body,
    name=name,
    sample=sample,
)
