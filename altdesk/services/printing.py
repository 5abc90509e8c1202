"""Printing: a paper becomes a file, and what came out of the printer is on record."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from pathlib import Path

from altdesk.desk import Changed, Desk
from altdesk.domain.errors import Refusal
from altdesk.domain.marking import N_
from altdesk.domain.people import PeopleQuery
from altdesk.domain.text import clean, fold
from altdesk.forms import output
from altdesk.forms.form import Output, PrintOptions
from altdesk.forms.render import Rendered, laid_out
from altdesk.forms.render import render as render_form
from altdesk.forms.words import called, value_language
from altdesk.services import acquaintance as acquaintance_service
from altdesk.services import organisation
from altdesk.services import people as people_service
from altdesk.services.papers import acquaintance as papers
from altdesk.services.papers.paper import Paper

_OUTPUTS = {f".{each.value}": each for each in Output}


@dataclass(frozen=True)
class Printed:
    """A file that was printed: its pages, the letters the typeface lacks, the number of the sheet if it is one."""

    file: Path
    pages: int
    missing: tuple[str, ...] = ()
    sheet: int | None = None


def render(desk: Desk, paper: Paper, options: PrintOptions | None = None, kind: Output = Output.PDF) -> Rendered:
    """The paper as bytes, to be looked at or sent to a printer; nothing is recorded."""
    chosen = options or PrintOptions()
    author = called(organisation.get(desk).in_both, value_language(chosen.language))
    return render_form(paper.form, paper.data, chosen, kind, author)


def save(desk: Desk, paper: Paper, out: Path, options: PrintOptions | None = None, on: date | None = None) -> Printed:
    """Print a paper to a file, whole or not at all; that it was printed is noted only when the file is there.

    Refused for a file that is neither .pdf nor .docx (nor .xlsx for lists), and where nothing can be written.
    """
    chosen = options or PrintOptions()
    kind = _output(paper, out)
    rendered = render(desk, paper, chosen, kind)
    pages = len(rendered.printed) or rendered.pages
    if kind is Output.DOCX:
        pages = len(laid_out(paper.form, paper.data, chosen).pages)
    if paper.noted is None:
        return Printed(output.write(out.absolute(), rendered.content), pages, rendered.missing)
    with desk.step(paper.noted.label, **paper.noted.values) as step:
        record(paper, rendered, chosen, on)
        file = output.write(out.absolute(), rendered.content)
    desk.done(step)
    return Printed(file, pages, rendered.missing, paper.number)


def record(paper: Paper, rendered: Rendered, options: PrintOptions, on: date | None = None) -> Changed | None:
    """Note that a paper went through the printer as rendered; None for a paper of which nothing is noted."""
    return None if paper.noted is None else paper.noted.verb(rendered, options, on or date.today())


def _output(paper: Paper, out: Path) -> Output:
    kind = _OUTPUTS.get(out.suffix.lower())
    if kind is None or kind not in paper.form.outputs:
        endings = ", ".join(f".{each.value}" for each in paper.form.outputs)
        raise Refusal(N_("Give the file one of these endings: %(endings)s"), field="out", endings=endings)
    return kind


def acquaintance(desk: Desk, sheet_id: int, out: Path, options: PrintOptions | None = None) -> Printed:
    """Print a sheet (§13) to a file."""
    return save(desk, papers.acquaintance(desk, sheet_id), out, options)


def residual(desk: Desk, sheet_id: int, out: Path, options: PrintOptions | None = None) -> Printed:
    """Make a residual sheet of the rows still open and print it; when printing fails there is no residual sheet."""
    known = acquaintance_service.sheet(desk, sheet_id)
    with desk.step(N_("Print a residual sheet of sheet No. %(number)s"), number=known.number) as step:
        made = acquaintance_service.residual(desk, sheet_id).id
        assert made is not None
        printed = acquaintance(desk, made, out, options)
        step.made = made
    desk.done(step)
    return printed


def debts(desk: Desk, person_id: int, out: Path, options: PrintOptions | None = None) -> Printed:
    """Print what a person still owes."""
    return save(desk, papers.debts(desk, person_id), out, options)


def all_debts(desk: Desk, out: Path, options: PrintOptions | None = None) -> Printed:
    """Print what everybody still owes, one person after the other."""
    return save(desk, papers.all_debts(desk), out, options)


def coverage(desk: Desk, out: Path, options: PrintOptions | None = None) -> Printed:
    """Print who has signed what, in numbers and names."""
    return save(desk, papers.coverage(desk), out, options)


def person_called(desk: Desk, name: str) -> int:
    """The id of the one person of this name, whole or by its beginnings. Refused when there is none, or several."""
    typed = clean(name).text
    lines = people_service.lines(desk, people_service.ids(desk, PeopleQuery(text=typed, include_left=True), 200))
    same = [line for line in lines if fold(line.full_name) == fold(typed)] or lines
    if not typed or not same:
        raise Refusal(N_("There is nobody called %(name)s in the register."), field="person", name=name)
    if len(same) > 1:
        names = "; ".join(line.full_name for line in same[:5])
        raise Refusal(N_("Several people are called so: %(names)s. Give the whole name."), field="person", names=names)
    return same[0].id
