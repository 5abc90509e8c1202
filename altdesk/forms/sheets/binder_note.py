"""The page of an audit binder that stands for a scan which cannot be shown: which file, of what, and why."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from altdesk.forms import parts
from altdesk.forms.blocks import Block, Fields, Paragraph
from altdesk.forms.form import Form, PrintOptions
from altdesk.forms.words import say, value_language


class Why(StrEnum):
    """Why a scan is not shown."""

    MISSING = "missing"
    DAMAGED = "damaged"
    UNREADABLE = "unreadable"  # whole, but of a kind that has no pages here, or locked


@dataclass(frozen=True)
class NoteData:
    """`of` is the paper it belongs to; `digest` is SHA-256 in hex."""

    name: str
    why: Why
    of: str = ""
    digest: str = ""


def body(data: NoteData, options: PrintOptions) -> tuple[Block, ...]:
    language = options.language
    said = (("binder_entry", data.of), ("file_name", data.name), ("file_digest", data.digest))
    return (
        parts.footer("binder_no_scan", None, options),
        *parts.opening(options, "", say("binder_no_scan", language)),
        Fields(tuple((say(key, language), value) for key, value in said if value), size=11, after=4),
        Paragraph(say(f"binder_{data.why}", value_language(language))),
    )


def name(data: NoteData, options: PrintOptions) -> str:
    return f"{say('binder_no_scan', options.language)} – {data.name}"


def sample() -> NoteData:
    return NoteData(
        "№ 12 парақ, қол қойылған.pdf",
        Why.DAMAGED,
        "Танысу парағы № 12, нұсқа 2",
        "60303ae22b998861bce3b28f33eec1be" * 2,
    )


FORM = Form(
    code="binder_note", version=1, title="binder_no_scan", data=NoteData, body=body, name=name, sample=sample
)  # fmt: skip
