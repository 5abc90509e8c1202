"""`altdesk revision …`: the life of a revision on the command line, and `print document-card`."""

from __future__ import annotations

from argparse import Namespace
from datetime import date
from pathlib import Path
from typing import Any

from altdesk.commands.answer import Answer
from altdesk.commands.printing import answer, options_of
from altdesk.desk import Desk
from altdesk.domain.attachments import Role
from altdesk.domain.dates import parse_day, short_day
from altdesk.domain.documents import STATE_NAMES, Document, Revision, RevisionState, Who
from altdesk.domain.marking import N_
from altdesk.services import attachments, documents, printing
from altdesk.services.papers import documents as papers


def add(desk: Desk, asked: Namespace) -> Answer:
    """A draft, or with a day a revision in force."""
    known = documents.by_code(desk, asked.document)
    number = asked.number
    if number is None:
        number = max((each.number for each in known.revisions), default=0) + 1
    made = documents.add_revision(desk, known.id, number, _day(asked.date), _who(asked)).id
    return _said(desk, known.id, made)


def agree(desk: Desk, asked: Namespace) -> Answer:
    """Without a number the newest revision is meant: the one in force is agreed already."""
    known = documents.by_code(desk, asked.document)
    chosen = _newest(known, asked)
    documents.agree(desk, chosen.id, _needed(asked), _who(asked), asked.note)
    return _said(desk, known.id, chosen.id)


def put_in_force(desk: Desk, asked: Namespace) -> Answer:
    """Without a number the newest revision is meant."""
    known = documents.by_code(desk, asked.document)
    chosen = _newest(known, asked)
    documents.put_in_force(desk, chosen.id, _needed(asked), _who(asked), asked.note)
    return _said(desk, known.id, chosen.id)


def withdraw(desk: Desk, asked: Namespace) -> Answer:
    known = documents.by_code(desk, asked.document)
    chosen = documents.chosen_revision(known, asked.revision)
    documents.withdraw(desk, chosen.id, _day(asked.date), _who(asked), asked.note)
    return _said(desk, known.id, chosen.id)


def attach(desk: Desk, asked: Namespace) -> Answer:
    """A file of a revision, its content kept in the desk's folder."""
    known = documents.by_code(desk, asked.document)
    chosen = documents.chosen_revision(known, asked.revision)
    made = attachments.attach(desk, "revision", chosen.id, Path(asked.file), Role(asked.role)).id
    assert made is not None
    file = attachments.get(desk, made)
    line = desk.say(N_("%(name)s is attached to %(code)s."), name=file.name, code=known.code)
    data = {"document": known.code, "revision": chosen.number, "name": file.name, "role": file.role.value}
    return Answer(data | {"sha256": file.digest, "size": file.size}, [line])


def print_card(desk: Desk, asked: Namespace) -> Answer:
    """The card of a document."""
    paper = papers.document_card(desk, documents.by_code(desk, asked.document).id)
    return answer(desk, printing.save(desk, paper, Path(asked.out), options_of(asked)))


def _newest(known: Document, asked: Namespace) -> Revision:
    if asked.revision is None and known.revisions:
        return known.revisions[0]
    return documents.chosen_revision(known, asked.revision)


def _who(asked: Namespace) -> Who:
    return Who(asked.name, None, asked.post)


def _day(text: str | None) -> date | None:
    return None if text is None else parse_day(text, date.today())


def _needed(asked: Namespace) -> date:
    return parse_day(asked.date, date.today())


def _said(desk: Desk, document_id: int, revision_id: int | None) -> Answer:
    known = documents.get(desk, document_id)
    now = next(each for each in known.revisions if each.id == revision_id)
    values: dict[str, Any] = {"code": known.code, "number": now.number, "state": desk.say(STATE_NAMES[now.state])}
    sentence = N_("Revision %(number)s of %(code)s: %(state)s.")
    if now.effective_on is not None and now.state in {RevisionState.IN_FORCE, RevisionState.AGREED}:
        sentence = N_("Revision %(number)s of %(code)s: %(state)s, in force from %(day)s.")
        values["day"] = short_day(now.effective_on)
    data = {
        "document": known.code,
        "revision": now.number,
        "state": now.state.value,
        "effective_on": now.effective_on,
        "steps": [
            {"state": step.state.value, "on": step.on, "name": step.who.name, "post": step.who.post, "note": step.note}
            for step in now.steps
        ],
    }
    return Answer(data, [desk.say(sentence, **values)])
