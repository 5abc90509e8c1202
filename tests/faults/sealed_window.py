"""The window on an encrypted desk in the hands of somebody: a known name is typed, shown, printed, opened and bound.

python -m tests.faults.sealed_window FOLDER PASSPHRASE-FILE OUT     works until it is killed

Everything that Python opens to write is told as `wrote PATH`; what is asked to be written goes to OUT.
"""

from __future__ import annotations

import os
import sys
import tempfile
import traceback
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path

from PySide6.QtCore import QTimer, qWarning
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QApplication, QFileDialog

import ui  # noqa: F401 - before Qt
from altdesk.drafts import Drafts
from altdesk.folders import Folders
from altdesk.i18n import Translator
from altdesk.services.binder import Wanted
from altdesk.settings import S, Settings
from tests.faults import tell
from tests.faults.sealed_work import NAME
from ui.app import Desktop
from ui.binding import BinderMaker
from ui.widgets.attachments import Attachments

LOOK_MS, PATIENCE_MS = 50, 240_000
Done = Callable[[], object]
wrote: set[str] = set()


def heard(event: str, arguments: tuple[object, ...]) -> None:
    if event == "open" and isinstance(arguments[0], str | bytes | os.PathLike):
        mode, flags = arguments[1], arguments[2]
        if (isinstance(mode, str) and set(mode) & set("wax+")) or (
            mode is None and isinstance(flags, int) and flags & (os.O_WRONLY | os.O_RDWR)
        ):
            wrote.add(str(Path(os.fsdecode(arguments[0])).absolute()))


def session(desktop: Desktop, passphrase: str, out: Path) -> Iterator[Done]:
    """What is done, step by step; each step answers what has to be so before the next."""
    shell, window, settings = desktop.shell, desktop.window, desktop.shell.settings
    yield lambda: desktop.locking.locked
    screen = desktop.locking.screen
    assert screen is not None
    screen.boxes["passphrase"].set_value(passphrase)
    screen.run()
    yield lambda: shell.opened is not None and window.page is not None

    window.go("history")
    yield lambda: window.page.key == "history" and NAME in dict(window.page.filters._choices["who"])
    window.page.filters.choose(who=NAME)

    window.go("people")
    yield lambda: window.page.key == "people"
    window.page.head.filter.setText(NAME)
    yield lambda: window.page.table.rows.count == 1
    page = window.page
    QFileDialog.getSaveFileName = lambda *_: (str(out / f"{NAME}.xlsx"), "")
    page.export_list()
    yield (out / f"{NAME}.xlsx").exists
    assert settings.get(S.last_folder) == str(out)

    files = Attachments(shell, "person", lambda then: then())
    files.show_record(1)
    yield lambda: files.table.rows.count == 1
    files.table.selectRow(0)
    opened: list[str] = []
    QDesktopServices.openUrl = lambda url: bool(opened.append(url.toLocalFile())) or True
    told: list[str] = []
    shell.messages.told.connect(lambda text, _values: told.append(text))
    files.open_file()
    yield lambda: opened and any("decrypted until" in text for text in told)
    tell(f"opened {opened[0]}")

    BinderMaker(shell, page).make(Wanted(document_id=1), out / "binder.pdf")
    yield (out / "binder.zip").exists

    window.go("person", 1)
    yield lambda: page.editor.isVisible() and page.editor.boxes["surname"].input.typed() == NAME
    page.parts.data.card_button.click()
    yield lambda: page._preview is not None and page._preview._shown is not None
    desktop.crashed(RuntimeError(NAME))
    qWarning(f"cannot open {NAME}")
    shell.messages.quiet()

    window.go("person", 1)
    yield lambda: page.editor.isVisible()
    page.editor.boxes["note"].input.setFocus()
    page.editor.boxes["note"].input.insertPlainText(NAME)
    yield lambda: NAME in str(Drafts(shell.folders.drafts, shell.folders.keys).all())
    yield lambda: not settings.changed
    for path in sorted(wrote):
        tell(f"wrote {path}")
    tell("ready")
    yield lambda: False


def main(folder: Path, secret: Path, out: Path) -> None:
    tempfile.gettempdir()  # tries whether it can write there
    sys.addaudithook(heard)
    app = QApplication([])
    folders = Folders(folder)
    desktop = Desktop(app, folders, Settings(folders.settings), Translator("en"))
    steps = session(desktop, secret.read_text("utf-8"), out)
    waits: list[Done] = [lambda: True]

    def look() -> None:
        try:
            if desktop.shell.work.idle and waits[0]():
                waits[0] = next(steps)
        except BaseException:
            traceback.print_exc()
            os._exit(1)

    timer = QTimer(interval=LOOK_MS)
    timer.timeout.connect(look)
    QTimer.singleShot(PATIENCE_MS, partial(os._exit, 1))
    desktop.start()
    timer.start()
    app.exec()


if __name__ == "__main__":
    main(*map(Path, sys.argv[1:4]))
