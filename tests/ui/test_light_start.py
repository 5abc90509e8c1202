"""A start loads what the first page shows and nothing else: half a second of a morning is made of imports."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

from altdesk.settings import S, Settings
from tests.ui.conftest import welcome

ROOT = Path(__file__).parents[2]
NOT_YET = {
    "alembic",
    "altdesk.commands.grammar",
    "altdesk.domain.bodies",
    "altdesk.services.backups",
    "altdesk.services.bin",
    "altdesk.services.terms",
    "cryptography",
    "db.models.minutes",
    "docx",
    "openpyxl",
    "PySide6.QtPdf",
    "qtawesome",
    "reportlab",
    "sqlalchemy.dialects.postgresql",
    "sqlalchemy.orm",
    "ui.editor",
    "ui.fields",
    "ui.preview",
    "ui.widgets.trouble_screen",
}
WATCHED = """
import sys
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication
run = QApplication.exec

def watched(app):
    window = next(each for each in app.topLevelWidgets() if hasattr(each, "sidebar"))
    timer = QTimer(window)

    def look():
        if window.page is not None and window.page.table.rows.line_at(0) is not None:
            timer.stop()
            print("shown:", *sorted(sys.modules), flush=True)
            window.clockwork.leisure.connect(window.close_now)  # what a start owes besides begins after that

    timer.timeout.connect(look)
    timer.start(1)
    return run()

QApplication.exec = watched
from altdesk.__main__ import main
sys.argv = ["altdesk"]
sys.exit(main())
"""


def test_the_first_page_is_shown_before_anything_it_does_not_need_is_loaded(folder: Path, people) -> None:
    people("Қасымов Ерлан", "Әбенова Айгүл")
    settings = Settings(folder / "settings.json")
    settings.set(S.last_page, "people")
    settings.save()
    welcome(folder)
    environment = os.environ | {"ALTDESK_DATA": str(folder), "QT_QPA_PLATFORM": "offscreen"}
    command = [sys.executable, "-c", WATCHED]
    ended = subprocess.run(command, env=environment, cwd=ROOT, capture_output=True, text=True, check=False, timeout=120)
    assert ended.returncode == 0, ended.stderr
    shown = next(line for line in ended.stdout.splitlines() if line.startswith("shown:"))
    loaded = set(shown.split()[1:])
    assert {"ui.pages.people", "sqlalchemy", "db.models.people"} <= loaded
    assert not NOT_YET & loaded, NOT_YET & loaded
