"""One door to every output: a form, its data and the options in, a file's bytes and the scanner's map out."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TypeVar

from altdesk.domain.errors import Refusal
from altdesk.domain.marking import N_
from altdesk.domain.printing import backs
from altdesk.forms.form import Form, Output, PrintOptions, chosen_pages
from altdesk.forms.layout import CellMap, Layout, lay_out
from altdesk.forms.turning import turned
from altdesk.forms.words import language_tag, say

D = TypeVar("D")


@dataclass(frozen=True)
class Rendered:
    """A printed paper. `pages` are the pages of the whole paper (0 where only the word processor knows them),
    `printed` those in the file, `rows` the numbers of the rows on these (None where the pages are not known); `missing`
    are letters printed as a visible box."""

    content: bytes
    pages: int
    printed: tuple[int, ...] = ()
    cell_map: CellMap | None = None
    missing: tuple[str, ...] = ()
    rows: frozenset[int] | None = None


def laid_out(form: Form[D], data: D, options: PrintOptions) -> Layout:
    """The paper's layout, as the PDF draws it."""
    from altdesk.forms.render.fonts import TinosMetrics

    return lay_out(form.body(data, options), form.setup(data), TinosMetrics())


def render(
    form: Form[D], data: D, options: PrintOptions | None = None, output: Output = Output.PDF, author: str = ""
) -> Rendered:
    """Print a form. The same form, data and options give the same bytes.

    Refuses an output the form has not, and pages the paper has not.
    """
    options = options or PrintOptions()
    if output not in form.outputs:
        raise Refusal(N_("This paper cannot be made as %(output)s."), field="output", output=output.value)
    if output is Output.DOCX:
        from altdesk.forms.render.docx import write_docx

        return Rendered(write_docx(form, data, options, author), 0)
    if output is Output.XLSX:
        from altdesk.forms.render.xlsx import write_form

        return Rendered(write_form(form, data, options, author), 1)
    if output is Output.PPTX:
        from altdesk.forms.render.pptx import write_pptx

        return Rendered(*write_pptx(form, data, options, author))
    if output is Output.ICS:
        from altdesk.forms.render.ics import write_calendar

        return Rendered(write_calendar(form, data, options), 1)
    return _pdf(form, data, options, author)


def _pdf(form: Form[D], data: D, options: PrintOptions, author: str) -> Rendered:
    from altdesk.forms.render.pdf import PdfWriter

    layout = laid_out(form, data, options)
    chosen = chosen_pages(options.pages, len(layout.pages))
    if options.two_sided:
        layout = turned(layout, backs(chosen))
    writer = PdfWriter(
        layout,
        title=form.name(data, options),
        author=author,
        subject=say(form.title, options.language),
        language=language_tag(options.language),
    )
    content = writer.write(chosen)
    rows = frozenset(row for page in layout.pages if page.number in chosen for row in page.rows)
    return Rendered(content, len(layout.pages), chosen, layout.cell_map(form.code, form.version), layout.missing, rows)
