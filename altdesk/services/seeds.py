"""The first rows of a desk, kept as TOML beside the program: the documents of the work instruction and their tables."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator
from typing import Any

from altdesk.domain.abbreviations import AbbreviationDraft
from altdesk.domain.documents import DocumentDraft, DocumentKind
from altdesk.domain.matrix import GridColumn, GridDraft, GridKind, GridRow, Holds
from altdesk.folders import resources

INSTRUCTION = "ЖН-ALT-00"  # the work instruction itself; its own code does not stand in the source


def seed(name: str) -> dict[str, Any]:
    """One file of the seed."""
    return tomllib.loads((resources("seed") / f"{name}.toml").read_text(encoding="utf-8"))


def documents() -> Iterator[DocumentDraft]:
    """The internal documents of §2 and the instruction itself; its external ones are norms."""
    for each in seed("documents")["document"]:
        kind = DocumentKind(each["kind"])
        if kind is not DocumentKind.EXTERNAL_NORM:
            yield DocumentDraft(each["code"], each["title"], kind, each.get("owner", ""))


def tables() -> Iterator[tuple[str, GridDraft]]:
    """The tables of §5, in the order of the document, each with the code of its document."""
    for file in ("matrix", "storage"):
        for each in seed(file)["table"]:
            columns = tuple(GridColumn(head, group, Holds(holds)) for head, group, holds in each["columns"])
            rows = tuple(GridRow(tuple(row)) for row in each["rows"])
            note = each.get("note", "")
            yield each["document"], GridDraft(GridKind(each["kind"]), each["title"], columns, rows, note)


def abbreviations() -> Iterator[AbbreviationDraft]:
    """The abbreviations of §3.2 and those the document never explains."""
    for each in seed("abbreviations")["abbreviation"]:
        yield AbbreviationDraft(each["short"], each.get("expansion", ""), each.get("note", ""))
