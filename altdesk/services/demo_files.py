"""The sample desk's files: what a revision was made from, and scans of signed papers, all drawn by the program."""

from __future__ import annotations

import tempfile
from pathlib import Path

from altdesk.desk import Desk
from altdesk.domain.attachments import Role
from altdesk.forms.form import Output
from altdesk.services import acquaintance, attachments, documents, printing
from altdesk.services.papers import acquaintance as acquaintance_papers
from altdesk.services.papers import documents as document_papers
from altdesk.services.papers.paper import Paper

WITH_FILES = ("ЖН-ALT-00", "ЖН-ALT-40")
WORD, SIGNED = "Түпнұсқа (үлгі).docx", "Қол қойылған нұсқа (үлгі).pdf"


def tell(desk: Desk) -> None:
    """Attach the Word original and the scan of two documents in force, and the scans of the sheets that are back."""
    with tempfile.TemporaryDirectory() as folder:
        for code in WITH_FILES:
            found = documents.by_code(desk, code)
            assert found.in_force is not None
            card = document_papers.document_card(desk, found.id)
            for name, role in ((WORD, Role.ORIGINAL), (SIGNED, Role.SCAN)):
                _attach(desk, "revision", found.in_force.id, card, Path(folder) / name, role)
        for line in acquaintance.sheet_lines(desk):
            if line.back_on is not None:
                name = f"{line.number}-парақ, қол қойылған (үлгі).pdf"
                _attach(
                    desk,
                    "sheet",
                    line.id,
                    acquaintance_papers.acquaintance(desk, line.id),
                    Path(folder) / name,
                    Role.SCAN,
                )


def _attach(desk: Desk, owner: str, owner_id: int, paper: Paper, file: Path, role: Role) -> None:
    file.write_bytes(printing.render(desk, paper, kind=Output(file.suffix[1:])).content)
    attachments.attach(desk, owner, owner_id, file, role)
