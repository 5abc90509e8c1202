"""The recovery sheet of an encrypted desk: the key that opens it when the passphrase is forgotten, on one page."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date

from altdesk.domain.twins import Name
from altdesk.forms import parts
from altdesk.forms.blocks import Align, Block, Column, Face, Fields, Heading, Paragraph, Point, Signatures, Table
from altdesk.forms.form import Form, Output, PrintOptions
from altdesk.forms.words import PaperLanguage, day, say, value_language

WIDTH = 29.0  # mm, of a group
LETTERS = (20.0, 18.0, 16.0, 14.0)  # pt; the last holds five W: a group broken over two lines would be read as two


@dataclass(frozen=True)
class RecoveryData:
    """`key` as it is spelled, its groups joined by dashes; `mark` tells whose key it is, in letters and digits."""

    key: str = field(repr=False)
    mark: str
    on: date | None = None
    organisation: Name = ""


def body(data: RecoveryData, options: PrintOptions) -> tuple[Block, ...]:
    language = options.language
    groups = data.key.split("-")
    columns = tuple(
        Column(f"group{at}", say("recovery_group", value_language(language), number=at), WIDTH, Align.CENTRE,
               sizes=LETTERS)
        for at in range(1, len(groups) + 1)
    )  # fmt: skip
    said = (("recovery_desk", data.mark), ("recovery_made", day(data.on)))
    steps = (
        Point(f"{at}.", text, hang=8)
        for at, key in enumerate(("recovery_first", "recovery_second", "recovery_third"), 1)
        for text in _lines(key, language)
    )
    return (
        parts.footer("recovery", data.on, options),
        *parts.opening(options, data.organisation, say("recovery", language)),
        *(Paragraph(text, Face.BOLD, after=3) for text in _lines("recovery_only_way", language)),
        Table(columns, (tuple(groups),), row_height=16, bold=frozenset((0, at) for at in range(len(groups)))),
        *(Paragraph(text, sizes=(11,), after=3) for text in _lines("recovery_letters", language)),
        Fields(tuple((say(key, language), value) for key, value in said if value), size=11, after=4),
        Heading(say("recovery_how", language)),
        *steps,
        *(Paragraph(text, after=6) for text in _lines("recovery_keep", language)),
        Signatures(((say("recovery_taken", language), ""),)),
    )


def _lines(key: str, language: PaperLanguage) -> tuple[str, ...]:
    """A sentence in the language of the paper; on a bilingual one, twice."""
    both = (PaperLanguage.KK, PaperLanguage.RU)
    return tuple(say(key, each) for each in (both if language is PaperLanguage.BILINGUAL else (language,)))


def name(data: RecoveryData, options: PrintOptions) -> str:
    return f"{say('recovery', value_language(options.language)).capitalize()} {day(data.on)}".strip()


def sample() -> RecoveryData:
    return RecoveryData(
        "7TSL8-XBXEV-6TDVH-XF4NU-BA5UQ-C8VEX", "3F9A-27C0-114E-88B2", date(2026, 11, 25), "Тараз жоғары колледжі"
    )


FORM = Form(
    code="recovery",
    version=1,
    title="recovery",
    data=RecoveryData,
    body=body,
    name=name,
    sample=sample,
    outputs=(Output.PDF,),
)
