"""An audit binder of 200 pages of a document with many sheets, or of its year, its scans taken in, from the desk to
the file."""

from __future__ import annotations

import tempfile
from datetime import date
from io import BytesIO
from pathlib import Path

from altdesk.desk import Desk
from altdesk.domain.acquaintance import AudienceEntry
from altdesk.domain.attachments import Role
from altdesk.domain.documents import DocumentDraft
from altdesk.domain.people import PeopleQuery
from altdesk.forms.form import PrintOptions
from altdesk.services import acquaintance, attachments, binder, documents, people, printing
from altdesk.services.binder import Wanted
from altdesk.services.papers import acquaintance as papers
from benchmarks import desks
from benchmarks.figures import Figure, best, report

MOST = 3000.0  # ms
SHEETS, PEOPLE, SCAN_PAGES = 7, 420, 5


def run() -> list[Figure]:
    with tempfile.TemporaryDirectory() as place, Desk.open(Path(place) / "desk", language="kk") as desk:
        document = _fill(desk, Path(place))
        out = Path(place) / "binder.pdf"
        wanted = Wanted(document, on=date(2099, 12, 31))
        pages = binder.make(desk, wanted, out).pages
        took = best(lambda: binder.make(desk, wanted, out), 3)
        (period,) = binder.years(desk, desks.EFFECTIVE, 1)
        whole = Wanted(year=period, on=date(2099, 12, 31))
        of_year = binder.make(desk, whole, out).pages
        year = best(lambda: binder.make(desk, whole, out), 3)
        return [
            Figure(f"a binder of {pages} pages", took, limit=MOST),
            Figure(f"the binder of a year, {of_year} pages", year, limit=MOST),
        ]


def _fill(desk: Desk, place: Path) -> int:
    with desk.step("Benchmark people"):
        for draft in desks.drafts(PEOPLE):
            people.add(desk, draft)
    made = documents.add(desk, DocumentDraft("ЖН-ALT-01", "Ереже"), 1, desks.EFFECTIVE).id
    assert made is not None
    documents.set_audience(desk, made, [AudienceEntry(everyone=True)])
    revision = documents.chosen_revision(documents.get(desk, made)).id
    everybody = people.ids(desk, PeopleQuery())
    scan = _scan(place / "scan.pdf")
    for number in range(SHEETS):
        chosen = everybody[: PEOPLE - number * 20]
        sheet = acquaintance.make_sheet(desk, revision, people=chosen, today=desks.EFFECTIVE).id
        assert sheet is not None
        paper = papers.acquaintance(desk, sheet)
        printing.record(paper, printing.render(desk, paper), PrintOptions(), desks.EFFECTIVE)
        attachments.attach(desk, "sheet", sheet, scan, Role.SCAN)
    return made


def _scan(file: Path) -> Path:
    """A scanned PDF: a grey picture of a page at 100 dpi on each of its pages."""
    from PIL import Image
    from reportlab.lib.utils import ImageReader
    from reportlab.pdfgen.canvas import Canvas

    raw = BytesIO()
    Image.effect_noise((827, 1169), 40).save(raw, "JPEG", quality=50)
    canvas = Canvas(str(file), invariant=True)
    for _ in range(SCAN_PAGES):
        canvas.drawImage(ImageReader(BytesIO(raw.getvalue())), 0, 0, 595, 842)
        canvas.showPage()
    canvas.save()
    return file


if __name__ == "__main__":
    report(run)
