"""The audit binder: what is in it and where, scans that are whole and those that are not, the archive, the past."""

from __future__ import annotations

import shutil
import subprocess
from dataclasses import replace
from datetime import date
from io import BytesIO
from pathlib import Path

import pdfplumber
import pytest
from PIL import Image
from pypdf import PdfReader, PdfWriter
from reportlab.pdfgen.canvas import Canvas

from altdesk.desk import Desk
from altdesk.domain.acquaintance import RowMark, RowState
from altdesk.domain.attachments import Role
from altdesk.domain.changes import ChangeDraft, ChangeKind
from altdesk.domain.copies import Handed, HandoverDraft, Recipient
from altdesk.domain.documents import Who
from altdesk.domain.errors import Refusal
from altdesk.domain.matrix import GridKind
from altdesk.domain.minutes import PointDraft
from altdesk.domain.norms import NormDraft
from altdesk.domain.organisation import Organisation
from altdesk.domain.people import PeopleQuery
from altdesk.domain.risks import AssessmentDraft, RiskDraft, RisksQuery
from altdesk.services import (
    acquaintance,
    attachments,
    binder,
    changes,
    copies,
    documents,
    handovers,
    matrix,
    norms,
    organisation,
    people,
    points,
    printing,
    risks,
    rules,
)
from altdesk.services.binder import Bound, Wanted
from altdesk.services.papers import binder as gathering
from tests.make import Make

TODAY = date(2026, 11, 20)
OUT = date(2026, 9, 3)
LATE = date(2099, 12, 31)  # whatever the clock says
STOP = RuntimeError("stopped")


def scan_file(path: Path, pages: int = 1, turned: int = 0) -> Path:
    """A scanned PDF whose pages say their number."""
    raw = BytesIO()
    canvas = Canvas(raw, pagesize=(420, 595), invariant=True)
    for page in range(1, pages + 1):
        canvas.drawString(50, 500, f"scan page {page}")
        canvas.showPage()
    canvas.save()
    writer = PdfWriter(clone_from=BytesIO(raw.getvalue()))
    for each in writer.pages:
        each.rotate(turned)
    writer.write(path)
    return path


@pytest.fixture
def document(desk: Desk, make: Make, tmp_path: Path) -> int:
    """A document with everything that an auditor asks for."""
    make.people(3)
    found = make.document("ЖН-ALT-40", "Ішкі тәртіп ережелері")
    make.audience(found)
    revision = make.revision_in_force(found)
    sheet = make.sheet(found, today=OUT)
    papers = printing.papers
    paper = papers.acquaintance(desk, sheet)
    printing.record(paper, printing.render(desk, paper), printing.PrintOptions(), OUT)
    acquaintance.mark_back(desk, sheet, date(2026, 9, 10), back_on=date(2026, 9, 11))
    who = Who("Мұхамеджан Әсем")
    changes.add(desk, found, ChangeDraft("5.5.2", "Үтір қосылды", date(2026, 10, 1), who, ChangeKind.EDITORIAL))
    copies.give(desk, revision, [Recipient("Асанов Айгүл", "Маман", "Деканат")], OUT)
    handovers.add(desk, revision, HandoverDraft(Handed.BOTH, 12, OUT, place="АССД"))
    matrix.add(desk, revision, GridKind.MATRIX)
    norm = norms.add(desk, NormDraft("№ 285-V", "Жастар саясаты туралы")).id
    assert norm is not None
    norms.cite(desk, found, [norm])
    risk = risks.add(desk, RiskDraft("Парақ жоғалады", document_id=found)).id
    assert risk is not None
    risks.assess(desk, risk, AssessmentDraft(date(2026, 10, 5), 3, 4), TODAY)
    held = make.minutes(items=("ЖН-АЛТ-40 ережелері туралы", "Басқа мәселе"))
    points.add(desk, make.item(held), PointDraft("Назарға алынсын"))
    _final(desk, held)
    _final(desk, make.minutes(items=("Спорт туралы",)))
    attachments.attach(desk, "sheet", sheet, scan_file(tmp_path / "Парақ № 1.pdf", 2), Role.SCAN)
    return found


def _final(desk: Desk, held: int) -> None:
    from altdesk.services import minutes

    minutes.finalize(desk, held, "", date(2028, 6, 30))


def bound(desk: Desk, document: int, tmp_path: Path, on: date | None = None, name: str = "binder") -> Bound:
    day = on or LATE
    return binder.make(desk, Wanted(document, on=day), tmp_path / f"{name}.pdf", tmp_path / f"{name}.zip")


def texts(file: Path) -> list[str]:
    return [page.extract_text() for page in PdfReader(file).pages]


def test_the_binder_holds_everything_with_page_numbers_and_an_outline(
    desk: Desk, document: int, tmp_path: Path
) -> None:
    made = bound(desk, document, tmp_path)
    assert [(line.title, line.level) for line in made.entries] == [
        ("Құжаттың картасы", 0),
        ("Өзгерістерді тіркеу парағы", 0),
        ("Танысу нәтижесі, нұсқа 1", 0),
        ("Танысу парағы № 1, нұсқа 1", 1),
        ("Скан: Парақ № 1.pdf", 2),
        ("Жұмыс көшірмелерінің тізімі", 0),
        ("Қабылдау-тапсыру актісі, нұсқа 1", 0),
        ("Құжаттың кестелері", 0),
        ("Тәуекелдер тізілімі", 0),
        ("Нормативтік сілтемелер тізілімі", 0),
        ("№ 1 хаттама, 12.10.2026, Кеңес 1", 0),
    ]
    pages = texts(made.file)
    assert len(pages) == made.pages
    for at, text in enumerate(pages, 1):
        assert f"Аудит жинағы: {at}-бет, барлығы {made.pages}" in text
    reader = PdfReader(made.file)
    flat: list[object] = []

    def walk(outline: list[object]) -> None:
        for each in outline:
            walk(each) if isinstance(each, list) else flat.append(each)

    walk(reader.outline)
    told = [(each.title, reader.get_destination_page_number(each) + 1) for each in flat]  # type: ignore[attr-defined,arg-type]
    assert told == [("Мазмұны", 1), *((line.title, line.page) for line in made.entries)]
    for line in made.entries:
        assert line.title in pages[0].replace("\xa0", " ")


def test_every_entry_of_the_contents_leads_to_its_page(desk: Desk, document: int, tmp_path: Path) -> None:
    made = bound(desk, document, tmp_path)
    reader = PdfReader(made.file)
    led = [each.get_object() for each in reader.pages[0]["/Annots"]]  # type: ignore[union-attr]
    pages = [reader.get_page_number(each["/Dest"][0].get_object()) for each in led]
    assert [page + 1 for page in pages if page is not None] == [line.page for line in made.entries]
    tops = [float(each["/Rect"][3]) for each in led]
    assert tops == sorted(tops, reverse=True)
    for each, line in zip(led, made.entries, strict=True):
        left, lower, right, upper = (float(side) for side in each["/Rect"])
        with pdfplumber.open(made.file) as pdf:
            page = pdf.pages[0]
            here = page.crop((left, float(page.height) - upper, right, float(page.height) - lower)).extract_text()
        assert line.title in here.replace("\xa0", " ")


def test_the_risks_stand_with_their_map_as_of_the_day(desk: Desk, document: int, tmp_path: Path) -> None:
    made = bound(desk, document, tmp_path)
    (at,) = [line.page for line in made.entries if line.title == "Тәуекелдер тізілімі"]
    shown = " ".join(texts(made.file)[at].split())
    assert "ТӘУЕКЕЛДЕР КАРТАСЫ" in shown
    assert "1 · " in shown


def test_the_number_of_the_binder_stands_clear_of_all_that_the_page_says(
    desk: Desk, document: int, tmp_path: Path
) -> None:
    documents.withdraw(desk, documents.get(desk, document).revisions[0].id, date(2026, 11, 1))
    made = bound(desk, document, tmp_path)
    stamped = 0
    with pdfplumber.open(made.file) as pdf:
        for page in pdf.pages:
            (number,) = page.search(f"Аудит жинағы: [0-9]+-бет, барлығы {made.pages}")
            words = [word for word in page.extract_words() if word["text"] in {"КҮШІ", "ЖОЙЫЛДЫ"}]
            stamped += bool(words)
            assert all(word["x0"] > number["x1"] or word["top"] > number["bottom"] for word in words)
    assert stamped > 3


def test_a_scan_stands_page_by_page_after_its_sheet(desk: Desk, document: int, tmp_path: Path) -> None:
    made = bound(desk, document, tmp_path)
    (scan,) = [line for line in made.entries if line.title.startswith("Скан")]
    pages = texts(made.file)
    assert "scan page 1" in pages[scan.page - 1]
    assert "scan page 2" in pages[scan.page]
    assert made.unread == ()


@pytest.mark.parametrize("turned", [0, 90, 180, 270])
def test_a_turned_scan_is_on_its_page_whole(desk: Desk, make: Make, tmp_path: Path, turned: int) -> None:
    found = make.document()
    file = scan_file(tmp_path / "turned.pdf", turned=turned)
    attachments.attach(desk, "revision", make.revision_in_force(found), file, Role.SCAN)
    made = bound(desk, found, tmp_path)
    page = PdfReader(made.file).pages[made.entries[1].page - 1]
    assert "scan page 1" in page.extract_text()
    across = turned in {90, 270}
    assert (float(page.mediabox.width) > float(page.mediabox.height)) == across
    placed: list[tuple[float, float]] = []
    page.extract_text(
        visitor_text=lambda text, cm, tm, *_: (
            placed.append((cm[0] * tm[4] + cm[2] * tm[5] + cm[4], cm[1] * tm[4] + cm[3] * tm[5] + cm[5]))
            if "scan" in text
            else None
        )
    )
    ((x, y),) = placed
    assert 0 < x < float(page.mediabox.width)
    assert 0 < y < float(page.mediabox.height)


def test_a_picture_is_a_page(desk: Desk, make: Make, tmp_path: Path) -> None:
    found = make.document()
    Image.new("RGB", (300, 200), "red").save(tmp_path / "photo.png")
    attachments.attach(desk, "revision", make.revision_in_force(found), tmp_path / "photo.png", Role.SCAN)
    made = bound(desk, found, tmp_path)
    assert len(PdfReader(made.file).pages[made.entries[1].page - 1].images) == 1
    assert made.unread == ()


@pytest.mark.parametrize(("harm", "said"), [("missing", "сақталған жерінде жоқ"), ("damaged", "дискіде бүлінген")])
def test_a_scan_that_is_lost_or_damaged_is_named_and_the_rest_is_there(
    desk: Desk, document: int, tmp_path: Path, harm: str, said: str
) -> None:
    whole = bound(desk, document, tmp_path)
    (file,) = list(desk.files.every())
    if harm == "missing":
        file.unlink()
    else:
        file.write_bytes(file.read_bytes()[:-40] + b"x" * 40)
    made = bound(desk, document, tmp_path)
    assert made.unread == made.lacking == ("Парақ № 1.pdf",)
    assert len(made.entries) == len(whole.entries)
    (scan,) = [line for line in made.entries if line.title.startswith("Скан")]
    text = " ".join(texts(made.file)[scan.page - 1].split())
    assert "Парақ № 1.pdf" in text
    assert said in text


@pytest.mark.parametrize("content", [b"no pages", b"%PDF-1.7 but nothing else", b"\xff\xd8\xff half a picture"])
def test_a_file_without_pages_is_named_and_goes_into_the_archive(
    desk: Desk, make: Make, tmp_path: Path, content: bytes
) -> None:
    found = make.document()
    (tmp_path / "odd.tif").write_bytes(content)
    attachments.attach(desk, "revision", make.revision_in_force(found), tmp_path / "odd.tif", Role.SCAN)
    made = bound(desk, found, tmp_path)
    assert (made.unread, made.lacking, made.files) == (("odd.tif",), (), 1)


def test_the_same_binder_has_the_same_bytes(desk: Desk, document: int, tmp_path: Path) -> None:
    one, other = (bound(desk, document, tmp_path, name=name) for name in ("one", "other"))
    assert one.file.read_bytes() == other.file.read_bytes()
    assert one.archive is not None
    assert other.archive is not None
    assert one.archive.read_bytes() == other.archive.read_bytes()


def test_a_row_signed_on_another_sheet_says_so_from_that_day(
    desk: Desk, document: int, make: Make, tmp_path: Path
) -> None:
    make.people(1)
    sheets = make.sheet(document, today=OUT), make.sheet(document, today=OUT)
    for sheet in sheets:
        paper = printing.papers.acquaintance(desk, sheet)
        printing.record(paper, printing.render(desk, paper), printing.PrintOptions(), OUT)
    acquaintance.mark_back(desk, sheets[1], date(2026, 10, 1), back_on=date(2026, 10, 2))

    def said(on: date) -> str:
        return " ".join(" ".join(texts(bound(desk, document, tmp_path, on).file)).split())

    assert "№ 3 парақта қол қойды" not in said(date(2026, 9, 30))
    later = said(date(2026, 10, 1))
    assert "№ 3 парақта қол қойды" in later
    asked = len(acquaintance.sheet(desk, sheets[0]).rows)
    assert f"Қол қойды: {3 + asked}, басқа парақта белгіленді: {asked}, барлық жол: {3 + asked * 2}" in later


def test_the_binder_of_a_day_stays_whatever_happens_later(
    desk: Desk, document: int, make: Make, tmp_path: Path
) -> None:
    on = date(2026, 9, 30)
    before = bound(desk, document, tmp_path, on).file.read_bytes()
    documents.add_revision(desk, document, 2, date(2026, 10, 15))
    newer = make.sheet(document, today=date(2026, 10, 16))
    paper = printing.papers.acquaintance(desk, newer)
    printing.record(paper, printing.render(desk, paper), printing.PrintOptions(), date(2026, 10, 16))
    copies.take_back(desk, [copies.every(desk)[0].id], date(2026, 10, 20))
    leaving = acquaintance.sheet(desk, newer).rows[0].person_id
    assert leaving is not None
    people.leave(desk, [leaving], date(2026, 10, 21))
    make.audience(document)
    wanted = Wanted(document, on=on, anew=True)
    assert binder.make(desk, wanted, tmp_path / "anew.pdf").file.read_bytes() == before


def test_the_binder_of_a_day_that_is_over_is_the_same_whatever_is_changed(
    desk: Desk, document: int, make: Make, tmp_path: Path
) -> None:
    (tmp_path / "Ереже.docx").write_bytes(b"word")
    attachments.attach(desk, "revision", make.revision_in_force(document), tmp_path / "Ереже.docx", Role.ORIGINAL)
    organisation.save(desk, Organisation(name="«Бұрынғы университет» АҚ"))

    def printed(name: str, day: date, asked: Wanted) -> tuple[bytes, bytes, Bound]:
        file, archive = tmp_path / f"{name}.pdf", tmp_path / f"{name}.zip"
        made = binder.make(desk, asked, file, archive, today=day)
        return file.read_bytes(), archive.read_bytes() if archive.exists() else b"", made

    wanted = Wanted(document, on=date(2098, 1, 1))  # files are attached by the clock, whatever it says
    before, packed, first = printed("before", date(2098, 1, 1), wanted)
    assert first.kept_at is None
    known = documents.get(desk, document)
    documents.save(desk, document, replace(known, code="ЖН-ALT-41", title="Басқа атау", owner="Басқа бөлім"))
    organisation.save(desk, Organisation(name="Жаңа атау", secretary="Басқа Біреу", secretary_post="Басқа"))
    for number in people.ids(desk, PeopleQuery()):
        people.save(desk, number, replace(people.get(desk, number), surname="Жаңатегі", post="Жаңа лауазым"))
    sheet = acquaintance.sheet_by_number(desk, 1)
    acquaintance.mark(desk, sheet.id, {1: RowMark(RowState.ABSENT)})
    changes.add(desk, document, ChangeDraft("1", "Кеш жазылды", date(2026, 9, 15), Who("Асан"), ChangeKind.EDITORIAL))
    for owner, number in (("sheet", sheet.id), ("revision", make.revision_in_force(document))):
        attachments.remove(desk, attachments.of(desk, owner, number)[0].id)
    copies.take_back(desk, [copies.every(desk)[0].id], date(2026, 9, 20))
    risks.bin_(desk, risks.ids(desk, RisksQuery()))
    rules.save(desk, replace(rules.get(desk), risk_steps=4))
    documents.withdraw(desk, make.revision_in_force(document), date(2026, 9, 25))
    again, unpacked, second = printed("again", date(2099, 1, 1), wanted)
    assert (again, unpacked) == (before, packed)
    assert second.kept_at is not None
    assert (second.entries, second.pages, second.unread) == (first.entries, first.pages, first.unread)
    assert attachments.verify(desk) == []
    anew, _, third = printed("anew", date(2099, 1, 1), replace(wanted, anew=True))
    assert anew != before
    assert third.kept_at is None
    assert printed("anew again", date(2099, 1, 1), wanted)[0] == anew


def test_the_binder_of_today_has_what_came_in_since(desk: Desk, document: int, tmp_path: Path) -> None:
    day = date(2026, 11, 20)

    def printed(today: date) -> bytes:
        return binder.make(desk, Wanted(document, on=day), tmp_path / "today.pdf", today=today).file.read_bytes()

    morning = printed(day)
    assert printed(day) == morning
    changes.add(desk, document, ChangeDraft("1", "Түстен кейін", day, Who("Асан"), ChangeKind.EDITORIAL))
    evening = printed(day)
    assert evening != morning
    changes.add(desk, document, ChangeDraft("1", "Ертеңіне", day, Who("Асан"), ChangeKind.EDITORIAL))
    assert printed(date(2026, 11, 21)) == evening


def test_a_kept_binder_that_was_damaged_is_bound_anew(desk: Desk, document: int, tmp_path: Path) -> None:
    day, today = date(2026, 9, 30), date(2026, 11, 20)
    first = binder.make(desk, Wanted(document, on=day), tmp_path / "one.pdf", today=today)
    (kept,) = attachments.of(desk, "binder", 1)
    desk.files.path(kept.digest).write_bytes(b"damaged")
    assert [each.attachment.name for each in attachments.verify(desk)] == [kept.name]
    again = binder.make(desk, Wanted(document, on=day), tmp_path / "two.pdf", today=today)
    assert again.kept_at is None
    assert again.file.read_bytes() == first.file.read_bytes()
    assert attachments.verify(desk) == []


def test_a_year_that_is_over_is_bound_as_of_its_last_day(desk: Desk, document: int, tmp_path: Path) -> None:
    year = binder.year_called(desk, "2026-2027")
    assert Wanted(year=year).day(date(2026, 11, 20)) == date(2026, 11, 20)
    assert Wanted(year=year).day(date(2029, 11, 20)) == year.last
    first = binder.make(desk, Wanted(year=year), tmp_path / "one.pdf", today=date(2029, 11, 20))
    documents.save(desk, document, replace(documents.get(desk, document), title="Басқа атау"))
    again = binder.make(desk, Wanted(year=year), tmp_path / "two.pdf", today=date(2029, 12, 20))
    assert again.file.read_bytes() == first.file.read_bytes()


def test_a_document_that_was_not_there_yet_and_an_archive_without_a_folder_are_refused(
    desk: Desk, document: int, tmp_path: Path
) -> None:
    with pytest.raises(Refusal, match="nothing to bind"):
        binder.make(desk, Wanted(document, on=date(2020, 1, 1)), tmp_path / "early.pdf")
    with pytest.raises(Refusal, match="does not exist"):
        binder.make(desk, Wanted(document), tmp_path / "a.pdf", tmp_path / "none" / "a.zip")
    assert not list(tmp_path.glob("a.pdf"))
    assert not list(tmp_path.glob("early.pdf"))


def test_the_archive_passes_sha256sum(desk: Desk, document: int, make: Make, tmp_path: Path) -> None:
    revision = make.revision_in_force(document)
    for number, folder in enumerate(("a", "b")):
        (tmp_path / folder).mkdir()
        (tmp_path / folder / "Ереже нұсқа.docx").write_bytes(b"word" * (number + 1))
        attachments.attach(desk, "revision", revision, tmp_path / folder / "Ереже нұсқа.docx", Role.ORIGINAL)
    made = bound(desk, document, tmp_path)
    assert made.files == 3
    where = tmp_path / "unpacked"
    assert made.archive is not None
    shutil.unpack_archive(made.archive, where)
    assert {path.name for path in where.iterdir()} == {
        "SHA256SUMS", "Парақ № 1.pdf", "Ереже нұсқа.docx", "Ереже нұсқа (2).docx",
    }  # fmt: skip
    if shutil.which("sha256sum") is None:
        pytest.skip("no sha256sum here")
    checked = subprocess.run(["sha256sum", "-c", "SHA256SUMS"], cwd=where, capture_output=True, text=True, check=False)
    assert checked.returncode == 0, checked.stderr
    (where / "Ереже нұсқа.docx").write_bytes(b"other")
    again = subprocess.run(["sha256sum", "-c", "SHA256SUMS"], cwd=where, capture_output=True, text=True, check=False)
    assert again.returncode == 1


def test_a_year_holds_its_documents_with_all_their_papers_minutes_and_risks(
    desk: Desk, document: int, make: Make, tmp_path: Path
) -> None:
    make.document("ЖН-ALT-01", "Ескі", date(2025, 9, 2))
    year = binder.year_called(desk, "2026/2027")
    made = binder.make(desk, Wanted(year=year, on=LATE), tmp_path / "year.pdf")
    assert [(line.title, line.level) for line in made.entries] == [
        ("ЖН-ALT-01 «Ескі»", 0),
        ("ЖН-ALT-40 «Ішкі тәртіп ережелері»", 0),
        ("Өзгерістерді тіркеу парағы", 1),
        ("Танысу нәтижесі, нұсқа 1", 1),
        ("Танысу парағы № 1, нұсқа 1", 2),
        ("Скан: Парақ № 1.pdf", 3),
        ("Жұмыс көшірмелерінің тізімі", 1),
        ("Қабылдау-тапсыру актісі, нұсқа 1", 1),
        ("Құжаттың кестелері", 1),
        ("Нормативтік сілтемелер тізілімі", 1),
        ("№ 1 хаттама, 12.10.2026, Кеңес 1", 0),
        ("№ 1 хаттама, 12.10.2026, Кеңес 2", 0),
        ("Тәуекелдер тізілімі", 0),
    ]
    before = binder.make(desk, Wanted(year=binder.year_called(desk, "2025"), on=LATE), tmp_path / "before.pdf")
    assert [line.title for line in before.entries] == ["ЖН-ALT-01 «Ескі»"]
    with pytest.raises(Refusal, match="Nothing is on record"):
        binder.make(desk, Wanted(year=binder.year_called(desk, "1999-2000")), tmp_path / "none.pdf")


def in_years(desk: Desk, tmp_path: Path, code: str) -> list[str]:
    """The academic years whose binders hold the document, of those from 2023 to 2028."""
    holding = []
    for year in reversed(binder.years(desk, date(2028, 10, 1), 6)):
        try:
            made = binder.make(desk, Wanted(year=year, on=LATE), tmp_path / f"{year.name}.pdf")
        except Refusal:
            continue
        if any(line.title.startswith(code) for line in made.entries):
            holding.append(year.name)
    return holding


def test_a_document_belongs_to_every_year_in_which_it_was_in_force(desk: Desk, make: Make, tmp_path: Path) -> None:
    followed, ended, holds = (make.document(f"ЖН-ALT-5{at}", "Ереже", date(2024, 9, 1)) for at in range(3))
    documents.add_revision(desk, followed, 2, date(2026, 2, 1))
    first, second = reversed(documents.get(desk, followed).revisions)
    assert (first.number, second.number) == (1, 2)
    documents.withdraw(desk, second.id, date(2026, 10, 1))
    documents.withdraw(desk, make.revision_in_force(ended), date(2026, 3, 1))
    assert in_years(desk, tmp_path, "ЖН-ALT-50") == ["2024-2025", "2025-2026", "2026-2027"]
    assert in_years(desk, tmp_path, "ЖН-ALT-51") == ["2024-2025", "2025-2026"]
    assert in_years(desk, tmp_path, "ЖН-ALT-52") == [f"{year}-{year + 1}" for year in range(2024, 2029)]
    assert documents.get(desk, holds).in_force is not None


def test_a_risk_belongs_to_every_year_in_which_it_was_open(desk: Desk, tmp_path: Path) -> None:
    risk = risks.add(desk, RiskDraft("Парақ жоғалады")).id
    assert risk is not None
    risks.assess(desk, risk, AssessmentDraft(date(2024, 10, 5), 3, 4), TODAY)
    risks.close(desk, [risk], date(2026, 3, 1))
    assert in_years(desk, tmp_path, "Тәуекелдер") == ["2024-2025", "2025-2026"]


def test_a_year_that_is_gathered_can_be_stopped(desk: Desk, document: int, tmp_path: Path) -> None:
    def stop(_done: int, _total: int) -> None:
        raise STOP

    with pytest.raises(RuntimeError, match="stopped"):
        gathering.of_year(gathering.Asked(desk, LATE), binder.year_called(desk, "2026-2027"), stop)


@pytest.mark.parametrize("typed", ["", "26", "2026-2028", "2026-2027-2028", "abcd"])
def test_what_is_no_academic_year_is_refused(desk: Desk, typed: str) -> None:
    with pytest.raises(Refusal) as caught:
        binder.year_called(desk, typed)
    assert caught.value.field == "year"


def test_who_stops_it_finds_no_file(desk: Desk, document: int, tmp_path: Path) -> None:
    heard: list[tuple[int, int]] = []

    def tell(done: int, total: int) -> None:
        heard.append((done, total))
        if len(heard) == 6:
            raise STOP

    with pytest.raises(RuntimeError, match="stopped"):
        binder.make(desk, Wanted(document, on=LATE), tmp_path / "stopped.pdf", tmp_path / "stopped.zip", tell)
    assert not list(tmp_path.glob("*stopped*"))
