"""`altdesk list|print …` of a document's tables: the responsibility matrix, outputs, inputs, storage."""

from __future__ import annotations

from argparse import Namespace
from pathlib import Path
from typing import Any

from altdesk.commands.answer import Answer, table
from altdesk.commands.printing import answer, options_of
from altdesk.desk import Desk
from altdesk.domain.documents import Document, DocumentsQuery, Revision
from altdesk.domain.marking import N_
from altdesk.domain.matrix import KIND_NAMES, Grid, GridKind
from altdesk.services import documents, matrix, printing
from altdesk.services.papers import matrix as papers


def rows(desk: Desk, asked: Namespace) -> Answer:
    """The rows of the tables of each document's current revision, or of the one asked for; the matrix by itself."""
    found = [
        (known, revision, grid)
        for known, revision in _revisions(desk, asked)
        for grid in matrix.of_revision(desk, revision.id)
        if asked.kind in {"all", grid.kind.value}
    ]
    data = [line for each in found for line in _lines(*each)]
    heads = (N_("Document"), N_("Revision"), N_("Table"), N_("No."), N_("Cells"))
    shown = (
        (
            line["document"], line["revision"], desk.say(KIND_NAMES[GridKind(line["kind"])]), line["no"],
            " | ".join(line["cells"]),
        )
        for line in data
    )  # fmt: skip
    return Answer(data, table([desk.say(head) for head in heads], shown))


def _revisions(desk: Desk, asked: Namespace) -> list[tuple[Document, Revision]]:
    if asked.document is not None:
        known = documents.by_code(desk, asked.document)
        return [(known, documents.chosen_revision(known, asked.revision))]
    every = (documents.get(desk, number) for number in documents.ids(desk, DocumentsQuery(text=asked.search)))
    return [(known, documents.chosen_revision(known)) for known in every if known.revisions]


def _lines(known: Document, revision: Revision, grid: Grid) -> list[dict[str, Any]]:
    return [
        {
            "document": known.code,
            "revision": revision.number,
            "kind": grid.kind.value,
            "table": grid.title,
            "no": no,
            "heads": [column.head for column in grid.columns],
            "cells": list(row.cells),
        }
        for no, row in enumerate(grid.rows, 1)
    ]


def print_matrix(desk: Desk, asked: Namespace) -> Answer:
    """The responsibility matrix (§5.5)."""
    return _print(desk, asked, GridKind.MATRIX)


def print_outputs(desk: Desk, asked: Namespace) -> Answer:
    """Consumers and outputs (§5.2)."""
    return _print(desk, asked, GridKind.OUTPUTS)


def print_inputs(desk: Desk, asked: Namespace) -> Answer:
    """Suppliers and inputs (§5.3)."""
    return _print(desk, asked, GridKind.INPUTS)


def print_storage(desk: Desk, asked: Namespace) -> Answer:
    """The storage table (§5.6)."""
    return _print(desk, asked, GridKind.STORAGE)


def print_tables(desk: Desk, asked: Namespace) -> Answer:
    """All tables of a revision."""
    paper = papers.all_tables(desk, _revision(desk, asked))
    return answer(desk, printing.save(desk, paper, Path(asked.out), options_of(asked)))


def _print(desk: Desk, asked: Namespace, kind: GridKind) -> Answer:
    paper = papers.of_kind(desk, _revision(desk, asked), kind)
    return answer(desk, printing.save(desk, paper, Path(asked.out), options_of(asked)))


def _revision(desk: Desk, asked: Namespace) -> int:
    return documents.chosen_revision(documents.by_code(desk, asked.document), asked.revision).id
