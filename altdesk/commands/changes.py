"""`altdesk change …`, `list changes`, `print changes`: the change-registration sheet (§12)."""

from __future__ import annotations

from argparse import Namespace
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

from altdesk.commands.answer import Answer, table
from altdesk.commands.printing import answer, options_of
from altdesk.desk import Desk
from altdesk.domain.changes import KIND_NAMES, Change, ChangeDraft, ChangeKind
from altdesk.domain.dates import parse_day
from altdesk.domain.documents import Who
from altdesk.domain.marking import N_
from altdesk.services import acquaintance, changes, documents, norms, printing
from altdesk.services.papers import changes as papers


def listing(desk: Desk, asked: Namespace) -> Answer:
    """Every entry, by document and number."""
    only = documents.by_code(desk, asked.document).id if asked.document is not None else None
    found = changes.lines(desk, asked.search, only)
    heads = (
        N_("Document"),
        N_("No."),
        N_("Paragraph"),
        N_("What is changed"),
        N_("Date"),
        N_("Full name"),
        N_("Kind"),
        N_("Sheet"),
    )
    rows = (
        (
            line.code, line.entry.number, line.entry.paragraph, line.entry.change, line.entry.on, line.entry.who.name,
            desk.say(KIND_NAMES[line.entry.kind]) if line.entry.kind else "", line.entry.sheet,
        )
        for line in found
    )  # fmt: skip
    return Answer([data_of(line.code, line.entry) for line in found], table([desk.say(head) for head in heads], rows))


def data_of(code: str, entry: Change) -> dict[str, Any]:
    """An entry as JSON says it; a row printed blank has no kind."""
    return {
        "document": code,
        "number": entry.number,
        "paragraph": entry.paragraph,
        "change": entry.change,
        "on": entry.on,
        "name": entry.who.name,
        "kind": entry.kind.value if entry.kind else None,
        "printed_on": entry.printed_on,
        "corrects": entry.corrects,
        "revision": entry.revision,
        "sheet": entry.sheet,
        "round": entry.round,
        "due_on": entry.due_on,
    }


def add(desk: Desk, asked: Namespace) -> Answer:
    """A new entry and, if asked, the sheet of all who must sign again; all of it or nothing."""
    known = documents.by_code(desk, asked.document)
    draft = _draft(ChangeDraft(), asked)
    answered = tuple(norms.by_designation(desk, name).id for name in asked.norm or ())
    sheet = None
    with desk.step(N_("Add a change to %(code)s"), code=known.code) as step:
        made = changes.add(desk, known.id, replace(draft, answers=answered)).id
        assert made is not None
        if asked.ask_again:
            sheet = changes.ask_again(desk, made, _day(asked.by)).id
        step.made = made
    desk.done(step)
    return _said(desk, known.code, changes.get(desk, made), sheet)


def edit(desk: Desk, asked: Namespace) -> Answer:
    """Other texts of an entry; what is not said stays."""
    known = documents.by_code(desk, asked.document)
    kept = changes.by_number(desk, known.id, asked.number)
    changes.save(desk, kept.id, _draft(kept, asked))
    return _said(desk, known.code, changes.get(desk, kept.id), None)


def remove(desk: Desk, asked: Namespace) -> Answer:
    known = documents.by_code(desk, asked.document)
    kept = changes.by_number(desk, known.id, asked.number)
    changes.remove(desk, kept.id)
    line = desk.say(N_("Entry %(number)s of %(code)s is removed."), number=kept.number, code=known.code)
    return Answer(data_of(known.code, kept), [line])


def ask(desk: Desk, asked: Namespace) -> Answer:
    """The sheet of all who must sign again because of a change of meaning."""
    known = documents.by_code(desk, asked.document)
    kept = changes.by_number(desk, known.id, asked.number)
    sheet = changes.ask_again(desk, kept.id, _day(asked.by)).id
    return _said(desk, known.code, changes.get(desk, kept.id), sheet)


def print_changes(desk: Desk, asked: Namespace) -> Answer:
    """The sheet of §12; what is printed for the first time is not edited any more."""
    known = documents.by_code(desk, asked.document)
    paper = papers.changes(desk, known.id, asked.first)
    return answer(desk, printing.save(desk, paper, Path(asked.out), options_of(asked)))


def _draft(kept: ChangeDraft, asked: Namespace) -> ChangeDraft:
    """The draft with what was said on the command line."""
    said: dict[str, Any] = {name: getattr(asked, name) for name in ("paragraph", "change", "corrects")}
    said |= {"on": _day(asked.date), "kind": ChangeKind(asked.kind) if asked.kind else None}
    said["who"] = Who(asked.name) if asked.name is not None else None
    return replace(kept, **{name: value for name, value in said.items() if value is not None})


def _day(text: str | None) -> date | None:
    return None if text is None else parse_day(text, date.today())


def _said(desk: Desk, code: str, entry: Change, sheet_id: int | None) -> Answer:
    lines = [desk.say(N_("Change %(number)s of %(code)s is registered."), number=entry.number, code=code)]
    data = data_of(code, entry)
    if sheet_id is not None:
        made = acquaintance.sheet(desk, sheet_id)
        said = N_("Acquaintance sheet No. %(number)s: %(count)s people sign again.")
        lines.append(desk.say(said, number=made.number, count=len(made.rows)))
        data["acquaintance_sheet"] = made.number
    return Answer(data, lines)
