"""The audit binder: all about a document or an academic year as one PDF, and an archive of the attached files."""

from __future__ import annotations

from collections.abc import Container, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime
from functools import partial
from pathlib import Path
from typing import IO, TYPE_CHECKING
from zipfile import ZIP_STORED, ZipFile, ZipInfo

from altdesk import disk
from altdesk.desk import Desk
from altdesk.domain import as_of
from altdesk.domain.academic_year import Period, academic_year, academic_year_of, year_typed
from altdesk.domain.attachments import Attachment
from altdesk.domain.dates import short_day
from altdesk.domain.errors import Refusal
from altdesk.domain.filenames import file_name
from altdesk.domain.marking import N_
from altdesk.domain.twins import Name
from altdesk.files import Tell, silent
from altdesk.forms import output
from altdesk.forms.form import PrintOptions
from altdesk.forms.layout import Layout
from altdesk.forms.render import laid_out
from altdesk.forms.sheets import binder as contents_form
from altdesk.forms.sheets import binder_note
from altdesk.forms.sheets.binder import ContentsData, Line
from altdesk.forms.sheets.binder_note import NoteData, Why
from altdesk.forms.words import PaperLanguage, called, language_tag, value_language
from altdesk.forms.words import say as worded
from altdesk.services import binder_kept, documents, organisation, rules
from altdesk.services.binder_kept import Content, Kept, Which
from altdesk.services.papers import binder as gathering
from altdesk.services.papers.binder import Asked, Piece
from altdesk.services.papers.paper import Paper

if TYPE_CHECKING:
    from altdesk.forms.render.binder import Binder

SUMS = "SHA256SUMS"
MOMENT = (1980, 1, 1, 0, 0, 0)  # of every member of the archive: nothing in it tells the hour it was made


@dataclass(frozen=True)
class Wanted:
    """What a binder is asked of: a document, or an academic year; as of a day."""

    document_id: int | None = None
    year: Period | None = None
    on: date | None = None
    language: PaperLanguage = PaperLanguage.KK
    anew: bool = False  # of what is on record now, though a binder of that day is kept

    def day(self, today: date) -> date:
        """As of which day: that of an academic year which is over is its last one."""
        return self.on or min(today, self.year.last if self.year else today)


@dataclass(frozen=True)
class Bound:
    """A binder as written; without attached files there is no `archive`. `unread` are scans that a page names instead
    of showing them, `lacking` attached files that are missing or damaged."""

    file: Path
    pages: int
    entries: tuple[Line, ...]
    archive: Path | None = None
    files: int = 0
    unread: tuple[str, ...] = ()
    lacking: tuple[str, ...] = ()
    kept_at: datetime | None = None  # UTC: when it was printed first, if it is that very file again


def year_called(desk: Desk, typed: str) -> Period:
    """The academic year typed as 2025-2026, 2025/2026 or 2025. Refused when it is no year."""
    return academic_year_of(year_typed(typed), rules.get(desk).year_start)


def years(desk: Desk, day: date | None = None, most: int = 5) -> list[Period]:
    """The academic year of a day and those before it, to choose from."""
    start = rules.get(desk).year_start
    begun = academic_year(day or date.today(), start).first.year
    return [academic_year_of(begun - back, start) for back in range(most)]


def title(desk: Desk, wanted: Wanted) -> str:
    """What the binder is called, also as the name of its file."""
    word = worded("binder", value_language(wanted.language)).capitalize()
    if wanted.document_id is not None:
        return f"{word} – {documents.get(desk, wanted.document_id).code}"
    return f"{word} – {wanted.year.name if wanted.year else ''}"


def make(
    desk: Desk,
    wanted: Wanted,
    out: Path,
    archive: Path | None = None,
    tell: Tell = silent,
    *,
    today: date | None = None,
) -> Bound:
    """Write the binder, and the archive where one is asked for; each whole or not at all.

    The binder of a day that is over is printed once: from then on it is that very file, whatever is changed later.
    `tell` hears how far it is and may raise to stop. Refused when there is nothing to bind.
    """
    if out.suffix.lower() != ".pdf":
        raise Refusal(N_("Give the file the ending .pdf."), field="out")
    if archive is not None and archive.suffix.lower() != ".zip":
        raise Refusal(N_("Give the archive the ending .zip."), field="zip")
    if archive is not None and not archive.absolute().parent.is_dir():
        raise Refusal(N_("The folder %(folder)s does not exist."), field="zip", folder=str(archive.parent))
    now = today or date.today()
    which = _which(desk, wanted, now)
    if which.as_of < now and not wanted.anew and (known := binder_kept.find(desk, which)) is not None:
        return _again(desk, known, out, archive, tell)
    asked = Asked(desk, which.as_of, wanted.language)
    pieces = _pieces(asked, wanted, tell)
    damage = {each.digest: why for each in _attached(pieces) if (why := _wrong(desk, each, tell)) is not None}
    file, (made, unread) = output.writing(
        out.absolute(), lambda writing: _bound(asked, wanted, pieces, damage, writing, tell)
    )
    every = _attached(pieces)
    if which.as_of <= now:
        binder_kept.keep(desk, which, file, Content(made.pages, made.lines, tuple(every), unread), tell)
    files, lacking = _sound(every, damage)
    return _packed(desk, Bound(file, made.pages, made.lines, unread=unread, lacking=lacking), files, archive, tell)


def _which(desk: Desk, wanted: Wanted, today: date) -> Which:
    year = wanted.year.first.year if wanted.year else None
    return Which(wanted.document_id, year, wanted.day(today), wanted.language, title(desk, wanted))


def _again(desk: Desk, known: Kept, out: Path, archive: Path | None, tell: Tell) -> Bound:
    """The very file that was printed first."""
    file, content = desk.files.write(known.file.digest, out.absolute(), tell), known.content
    damage = {each.digest: why for each in content.files if (why := _wrong(desk, each, tell)) is not None}
    files, lacking = _sound(content.files, damage)
    made = Bound(file, content.pages, content.lines, unread=content.unread, lacking=lacking, kept_at=known.made_at)
    return _packed(desk, made, files, archive, tell)


def _sound(every: Sequence[Attachment], damage: Container[str]) -> tuple[list[Attachment], tuple[str, ...]]:
    """The files that are what they were, and the names of the others."""
    lacking = tuple(each.name for each in every if each.digest in damage)
    return [each for each in every if each.digest not in damage], lacking


def _packed(desk: Desk, made: Bound, files: Sequence[Attachment], archive: Path | None, tell: Tell) -> Bound:
    """With the archive; a list of no checksums is none that `sha256sum -c` takes."""
    if archive is None or not files:
        return made
    _archive(desk, files, archive.absolute(), tell)
    return replace(made, archive=archive, files=len(files))


def _pieces(asked: Asked, wanted: Wanted, tell: Tell) -> list[Piece]:
    if wanted.document_id is not None:
        known = documents.get(asked.desk, wanted.document_id)
        begun = as_of.begun(known.revisions)
        if begun is not None and asked.on < begun:
            sentence = N_("The first record of %(code)s is of %(begun)s. There is nothing to bind as of %(day)s.")
            days = {"begun": short_day(begun), "day": short_day(asked.on)}
            raise Refusal(sentence, field="on", code=known.code, **days)
        return gathering.of_document(asked, wanted.document_id)
    assert wanted.year is not None
    pieces = gathering.of_year(asked, wanted.year, tell)
    if not pieces:
        sentence = N_("Nothing is on record for the academic year %(year)s.")
        raise Refusal(sentence, field="year", year=wanted.year.name)
    return pieces


def _attached(pieces: Sequence[Piece]) -> list[Attachment]:
    """Every attached file once, in the order of the binder."""
    return list({each.id: each for piece in pieces for each in piece.files}.values())


def _wrong(desk: Desk, each: Attachment, tell: Tell) -> Why | None:
    whole = desk.files.whole(each.digest, tell)
    if whole:
        return None
    return Why.MISSING if whole is None else Why.DAMAGED


# the PDF


def _bound(
    asked: Asked, wanted: Wanted, pieces: Sequence[Piece], damage: dict[str, Why], out: IO[bytes], tell: Tell
) -> tuple[Binder, tuple[str, ...]]:
    """The binder, and the names of the scans that it only names."""
    from altdesk.forms.render.binder import Part, bind

    options = PrintOptions(asked.language)
    unread: list[str] = []

    def note(scan: Attachment, of: str) -> Layout:
        unread.append(scan.name)
        why = damage.get(scan.digest, Why.UNREADABLE)
        return laid_out(binder_note.FORM, NoteData(scan.name, why, of, scan.digest), options)

    def part(piece: Piece) -> Part:
        if piece.scan is None:
            assert piece.paper is not None
            return Part(piece.title, piece.level, partial(_laid, piece.paper, options))
        file = None if piece.scan.digest in damage else partial(asked.desk.files.raw, piece.scan.digest)
        return Part(piece.title, piece.level, partial(note, piece.scan, piece.of), file)

    heads = organisation.get(asked.desk)
    values = value_language(asked.language)
    made = bind(
        [part(piece) for piece in pieces],
        lambda lines: laid_out(contents_form.FORM, _contents(asked, wanted, lines, heads.in_both), options),
        out,
        title=title(asked.desk, wanted),
        first=worded("contents", values),
        number=worded("binder_of", values, page="%(page)s", pages="%(pages)s"),
        author=called(heads.in_both, values),
        language=language_tag(asked.language),
        tell=tell,
    )
    return made, tuple(unread)


def _laid(paper: Paper, options: PrintOptions) -> Layout:
    return laid_out(paper.form, paper.data, options)


def _contents(asked: Asked, wanted: Wanted, lines: Sequence[Line], name: Name) -> ContentsData:
    heading = ""
    if wanted.document_id is not None:
        heading = gathering.named(documents.get(asked.desk, wanted.document_id))
    year = wanted.year.name if wanted.year else ""
    return ContentsData(heading, tuple(lines), year, asked.on, name)


# the archive


def _archive(desk: Desk, files: Sequence[Attachment], out: Path, tell: Tell) -> None:
    """The files under safe names, and a list of checksums that `sha256sum -c` takes."""
    part = out.with_name(f".altdesk-{out.stem[:40]}.part")
    total, done = sum(each.size for each in files), 0
    named = list(_named(files))
    try:
        with ZipFile(part, "w", ZIP_STORED) as made:
            for name, each in named:
                with made.open(_member(name), "w", force_zip64=True) as writing:
                    for piece in desk.files.pieces(each.digest):
                        writing.write(piece)
                        done += len(piece)
                        tell(done, total)
            listed = "".join(f"{each.digest}  {name}\n" for name, each in named)
            made.writestr(_member(SUMS), listed.encode())
        disk.put_in_place(part, out)
    except OSError as error:
        sentence = N_("%(name)s could not be written: %(why)s.")
        raise Refusal(sentence, field="zip", name=out.name, why=error.strerror or error) from error
    finally:
        part.unlink(missing_ok=True)


def _named(files: Sequence[Attachment]) -> Iterator[tuple[str, Attachment]]:
    """A name for each file that no other has, upper and lower case and endings aside."""
    taken = {SUMS.casefold()}
    for each in files:
        stem, dot, ending = each.name.rpartition(".")
        stem, ending = (stem, file_name(ending, "")[:20].strip(". ")) if dot and stem else (each.name, "file")
        name, number = file_name(stem, ending), 1
        while name.casefold() in taken:
            number += 1
            name = file_name(f"{stem[:80]} ({number})", ending)
        taken.add(name.casefold())
        yield name, each


def _member(name: str) -> ZipInfo:
    member = ZipInfo(name, MOMENT)
    member.external_attr = 0o644 << 16
    member.create_system = 3
    return member
