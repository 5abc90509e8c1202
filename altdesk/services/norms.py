"""Norms: kept with their state; a change of one asks every document that cites it to be looked at."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import date
from typing import Any

from altdesk.desk import Changed, Desk
from altdesk.domain.errors import Refusal
from altdesk.domain.marking import N_
from altdesk.domain.norms import Cited, Flag, Norm, NormDraft, NormLine, NormsQuery, NormState, Outcome
from altdesk.domain.text import clean, clean_lines, code_key, sort_key
from altdesk.services import documents
from db.models.norms import document_norm, norm, norm_change, norm_flag
from db.queries import norms as queries
from db.step import Step, now


def ids(desk: Desk, query: NormsQuery, limit: int | None = None) -> Sequence[int]:
    """Ids of the norms of a list in the order shown."""
    with desk.store.read() as connection:
        return queries.ids(connection, query, limit)


def count(desk: Desk, query: NormsQuery) -> int:
    with desk.store.read() as connection:
        return queries.count(connection, query)


def lines(desk: Desk, wanted: Sequence[int]) -> list[NormLine]:
    """The rows of these norms, in the order given."""
    with desk.store.read() as connection:
        return queries.lines(connection, wanted)


def get(desk: Desk, norm_id: int) -> Norm:
    """One norm whole. Refused when there is no such record."""
    with desk.store.read() as connection:
        found = queries.get(connection, norm_id)
    if found is None:
        raise Refusal(N_("There is no such norm."))
    return found


def by_designation(desk: Desk, designation: str) -> Norm:
    """The norm of this designation, in look-alike letters too. Refused when there is none."""
    with desk.store.read() as connection:
        found = queries.by_key(connection, code_key(clean(designation).text))
    if found is None:
        raise Refusal(N_("There is no norm %(designation)s."), field="designation", designation=designation)
    return get(desk, found)


def of_document(desk: Desk, document_id: int) -> list[Cited]:
    """The norms a document cites, in the groups of §2, each with what its last change asked."""
    with desk.store.read() as connection:
        return queries.cited(connection, document_id)


def flags(desk: Desk, document_id: int | None = None) -> list[Flag]:
    """What is still to be looked at because a norm changed, of every document or of one."""
    with desk.store.read() as connection:
        return queries.open_flags(connection, document_id)


def flagged_documents(desk: Desk) -> int:
    """How many documents have to be looked at because a norm changed."""
    with desk.store.read() as connection:
        return queries.flagged_documents(connection)


def citing_codes(desk: Desk, *, flagged: bool = False) -> dict[int, list[str]]:
    """The codes of the documents that cite each norm, or of those that have to be looked at."""
    with desk.store.read() as connection:
        return queries.citing_codes(connection, flagged=flagged)


def tidy(draft: NormDraft) -> NormDraft:
    """The draft with its texts cleaned. Refused without a designation or a title."""
    cleaned: dict[str, Any] = {name: clean(getattr(draft, name)).text for name in ("designation", "title")}
    tidied = replace(draft, **cleaned, note=clean_lines(draft.note))
    if not tidied.designation:
        raise Refusal(N_("Type the code or the number of the norm."), field="designation")
    if not tidied.title:
        raise Refusal(N_("Type the title of the norm."), field="title")
    return tidied


def _row(draft: NormDraft) -> dict[str, Any]:
    return {
        "designation": draft.designation,
        "code_key": code_key(draft.designation),
        "code_sort": sort_key(draft.designation),
        "title": draft.title,
        "title_sort": sort_key(draft.title),
        "kind": draft.kind.value,
        "note": draft.note,
    }


def _refuse_twin(step: Step, draft: NormDraft, own: int | None) -> None:
    twin = queries.by_key(step.connection, code_key(draft.designation))
    if twin is not None and twin != own:
        (known,) = queries.lines(step.connection, [twin])
        sentence = N_("There is already a norm %(designation)s «%(title)s».")
        raise Refusal(sentence, field="designation", designation=known.designation, title=known.title)


def add(desk: Desk, draft: NormDraft) -> Changed:
    """Add a norm, in force. Refused when its designation is taken, also in look-alike letters."""
    tidied = tidy(draft)
    with desk.step(N_("Add the norm %(designation)s"), designation=tidied.designation) as step:
        _refuse_twin(step, tidied, None)
        step.made = step.add(norm, **_row(tidied), state=NormState.IN_FORCE.value)
    return desk.done(step)


def save(desk: Desk, norm_id: int, draft: NormDraft) -> Changed:
    """Change a norm's designation, title, kind or note; its state changes by `mark` alone."""
    tidied = tidy(draft)
    with desk.step(N_("Change the norm %(designation)s"), designation=tidied.designation) as step:
        _refuse_twin(step, tidied, norm_id)
        step.made = norm_id
        step.change(norm, norm_id, **_row(tidied))
    return desk.done(step)


def bin_(desk: Desk, norms: Iterable[int]) -> Changed:
    """Put norms into the bin; undo brings them back. Refused while a document cites one."""
    every_one = list(norms)
    with desk.step(N_("Norms to the bin: %(count)s"), count=len(every_one)) as step:
        for line in queries.lines(step.connection, every_one):
            if line.documents:
                sentence = N_("Documents cite %(designation)s: %(count)s. Take it off them first.")
                raise Refusal(sentence, designation=line.designation, count=line.documents)
        step.change_many(norm, [(number, {"binned_at": now()}) for number in every_one])
    return desk.done(step)


def take_over(desk: Desk, drafts: Iterable[NormDraft], document_id: int | None = None) -> Changed:
    """Add those norms that are not there yet and, with a document, let it cite all of them; one step."""
    tidied = [tidy(draft) for draft in drafts]
    with desk.step(N_("Norms taken over: %(count)s"), count=len(tidied)) as step:
        known = queries.every_key(step.connection)
        wanted: list[int] = []
        for draft in tidied:
            key = code_key(draft.designation)
            if key not in known:
                known[key] = step.add(norm, **_row(draft), state=NormState.IN_FORCE.value)
            wanted.append(known[key])
        if document_id is not None:
            _cite(step, document_id, wanted)
        step.made = None
    return desk.done(step)


def cite(desk: Desk, document_id: int, norms: Iterable[int]) -> Changed:
    """Let a document cite norms. One that is repealed asks at once to look at the document."""
    known = documents.get(desk, document_id)
    with desk.step(N_("%(code)s refers to norms"), code=known.code) as step:
        step.made = document_id
        _cite(step, document_id, norms)
    return desk.done(step)


def _cite(step: Step, document_id: int, norms: Iterable[int]) -> None:
    have = queries.cites(step.connection, document_id)
    new = [number for number in dict.fromkeys(norms) if number not in have]
    step.add_many(document_norm, [{"document_id": document_id, "norm_id": number} for number in new])
    for number in new:
        _ask_newcomer(step, number, document_id)


def _ask_newcomer(step: Step, norm_id: int, document_id: int) -> None:
    """Whoever cites a repealed norm is asked; a changed one only where the question was dropped with the citation."""
    known = queries.get(step.connection, norm_id)
    if known is None or known.state is NormState.IN_FORCE or not known.changes:
        return
    before = queries.asked(step.connection, known.changes[0].id).get(document_id)
    if known.state is NormState.REPEALED or (before is not None and before[1] is Outcome.DROPPED):
        _ask(step, norm_id, known.changes[0].id, [document_id])


def uncite(desk: Desk, document_id: int, norms: Iterable[int]) -> Changed:
    """Take norms off a document; what their changes asked of it is no longer needed."""
    known, every_one = documents.get(desk, document_id), list(norms)
    with desk.step(N_("%(code)s no longer refers to norms"), code=known.code) as step:
        step.made = document_id
        for number in every_one:
            _uncite(step, document_id, number)
    return desk.done(step)


def no_longer_cited(desk: Desk, norm_id: int, by: Iterable[int]) -> Changed:
    """The same from the other side: take one norm off several documents."""
    known = get(desk, norm_id)
    with desk.step(N_("Documents no longer refer to %(designation)s"), designation=known.designation) as step:
        step.made = norm_id
        for document_id in by:
            _uncite(step, document_id, norm_id)
    return desk.done(step)


def _uncite(step: Step, document_id: int, norm_id: int) -> None:
    here = (document_norm.c.document_id == document_id) & (document_norm.c.norm_id == norm_id)
    step.remove(document_norm, here)
    _close(step, queries.open_of(step.connection, norm_id, document_id), Outcome.DROPPED)


def mark(desk: Desk, norm_id: int, state: NormState, on: date | None, note: str = "") -> Changed:
    """Record that a norm changed or was repealed on a day: every document that cites it has to be looked at.

    Marked as in force again, what was asked before is no longer needed. Refused without a day.
    """
    known = get(desk, norm_id)
    if on is None:
        raise Refusal(N_("Type the day from which the change holds."), field="changed_on")
    why = clean_lines(note)
    with desk.step(N_("The state of %(designation)s"), designation=known.designation) as step:
        step.made = norm_id
        changed = step.add(norm_change, norm_id=norm_id, state=state.value, changed_on=on, note=why)
        step.change(norm, norm_id, state=state.value, changed_on=on, change_note=why)
        again = state is not NormState.IN_FORCE
        _close(step, queries.open_of(step.connection, norm_id), Outcome.SUPERSEDED if again else Outcome.DROPPED)
        if again:
            _ask(step, norm_id, changed, [each.document_id for each in known.documents])
    return desk.done(step)


def _ask(step: Step, norm_id: int, change_id: int, of: Iterable[int]) -> None:
    wanted, before = list(of), queries.asked(step.connection, change_id)
    anew = {"reviewed_on": None, "reviewed_by": "", "note": "", "change_id": None}
    _close(step, [before[number][0] for number in wanted if number in before], Outcome.OPEN, **anew)
    row = {"norm_change_id": change_id, "norm_id": norm_id, "outcome": Outcome.OPEN.value}
    step.add_many(norm_flag, [{**row, "document_id": number} for number in wanted if number not in before])


def _close(step: Step, questions: Iterable[int], outcome: Outcome, **values: Any) -> None:
    step.change_many(norm_flag, [(number, {"outcome": outcome.value, **values}) for number in questions])


def review(desk: Desk, questions: Iterable[int], on: date | None, who: str, note: str = "") -> Changed:
    """Record that documents were looked at and need no change. Refused without a day or a name."""
    wanted, name = set(questions), clean(who).text
    if on is None:
        raise Refusal(N_("Type the day on which the document was reviewed."), field="reviewed_on")
    if not name:
        raise Refusal(N_("Type who reviewed the document."), field="reviewed_by")
    chosen = [each for each in flags(desk) if each.id in wanted]
    if not chosen:
        raise Refusal(N_("There is nothing left to review here."))
    codes = ", ".join(dict.fromkeys(each.code for each in chosen))
    with desk.step(N_("Reviewed, no change: %(codes)s"), codes=codes) as step:
        step.made = chosen[0].norm_id
        said = {"reviewed_on": on, "reviewed_by": name, "note": clean_lines(note)}
        _close(step, [each.id for each in chosen], Outcome.NO_CHANGE, **said)
    return desk.done(step)


def answer(step: Step, document_id: int, norm_id: int, change_id: int, on: date | None, who: str = "") -> bool:
    """Within a step: an entry of §12 answers what a norm asked of a document; False when nothing was asked."""
    questions = queries.open_of(step.connection, norm_id, document_id)
    said = {"reviewed_on": on, "reviewed_by": clean(who).text, "change_id": change_id}
    _close(step, questions, Outcome.ENTERED, **said)
    return bool(questions)
