"""The self-test: the program, as it was built and put here, does once all that a working day needs."""

from __future__ import annotations

import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from altdesk.desk import Desk

LETTERS = "ӘәҒғҚқҢңӨөҰұҮүҺһІіЁё№«»–"
PAGE = "ТАНЫСУ ПАРАҒЫ"

Shown = Callable[[bytes], str]


@dataclass(frozen=True)
class Check:
    """One thing looked at, whether it is whole, and what was seen."""

    name: str
    passed: bool
    said: str


def run(shown: Shown | None = None) -> list[Check]:
    """Every check, none hindered by another's failure. `shown` shows a PDF in Qt and answers the text of its page."""
    with tempfile.TemporaryDirectory(prefix="altdesk Хатшының үстелі ") as name, _closing() as opened:
        folder = Path(name)
        checks: list[tuple[str, Callable[[], str]]] = [
            ("fonts", _fonts),
            ("migrations", lambda: _migrations(opened, folder)),
            ("translations", _translations),
            ("forms", _forms),
            ("slides", _slides),
            ("import", lambda: _import(opened, folder)),
            ("backup", lambda: _backup(opened, folder)),
            ("undo", lambda: _undo(opened)),
            ("encryption", lambda: _encryption(folder)),
        ]
        if shown is not None:
            checks.append(("window", lambda: _window(shown)))
        return [_look(name, check) for name, check in checks]


def _look(name: str, check: Callable[[], str]) -> Check:
    started = time.perf_counter()
    try:
        said = check()
    except Exception as error:
        return Check(name, False, f"{type(error).__name__}: {error}")
    return Check(name, True, f"{said} ({(time.perf_counter() - started) * 1000:.0f} ms)")


@contextmanager
def _closing() -> Iterator[list[Desk]]:
    """A place for the desk that one check opens and the later ones use; closed before its folder goes."""
    opened: list[Desk] = []
    try:
        yield opened
    finally:
        for desk in opened:
            desk.close()


def _need(held: object, otherwise: str) -> None:
    if not held:
        raise AssertionError(otherwise)


def _fonts() -> str:
    from altdesk.forms.blocks import Face
    from altdesk.forms.render.fonts import widths

    for face in Face:
        lacking = [letter for letter in LETTERS if letter not in widths(face)]
        _need(not lacking, f"{face.name} lacks {' '.join(lacking)}")
    return f"{len(Face)} faces with every Kazakh letter"


def _migrations(opened: list[Desk], folder: Path) -> str:
    from altdesk.desk import Desk
    from db import upgrade

    opened.append(Desk.open(folder / "desk", "kk"))
    found = upgrade.version(opened[0].folders.desk)
    _need(found == upgrade.HEAD, f"{found} instead of {upgrade.HEAD}")
    return f"a new desk is at {found}"


def _translations() -> str:
    from gettext import GNUTranslations

    from altdesk.i18n import catalogue

    counts = {}
    for language in ("kk", "ru"):
        found = catalogue(language)
        _need(isinstance(found, GNUTranslations), f"{language} is missing")
        counts[language] = len(getattr(found, "_catalog", ()))
    return ", ".join(f"{language} {count}" for language, count in counts.items())


def _forms() -> str:
    from altdesk.forms.catalogue import FORMS
    from altdesk.forms.form import Output
    from altdesk.forms.render import render

    printed = 0
    others: set[Output] = set()  # every form as PDF; one of each other kind
    for form in FORMS:
        for output in form.outputs:
            if output in others:
                continue
            if output is not Output.PDF:
                others.add(output)
            _need(render(form, form.sample(), output=output).content, f"{form.code} as {output.value} is empty")
            printed += 1
    return f"{len(FORMS)} forms, {printed} papers"


def _slides() -> str:
    """A chart in every kind of file: the templates of Word and PowerPoint have to lie beside the program."""
    from altdesk.forms.charts import Chart, ChartKind, Series
    from altdesk.forms.form import Form, Output
    from altdesk.forms.render import render
    from altdesk.forms.slides import ChartSlide, TitleSlide

    chart = Chart(ChartKind.BAR, LETTERS, ("Қала", "Аудан"), (Series("2026", (3, 5)),), "–")
    form: Form[Chart] = Form(
        "self-test",
        1,
        "total",
        Chart,
        lambda data, _: (data,),
        lambda data, _: data.title,
        lambda: chart,
        outputs=(Output.PDF, Output.DOCX, Output.XLSX, Output.PPTX),
        slides=lambda data, _: (TitleSlide(data.title), ChartSlide(data)),
    )
    sizes = [f"{output.value} {len(render(form, chart, output=output).content) // 1024} KB" for output in form.outputs]
    return f"a chart as {', '.join(sizes)}"


def _import(opened: list[Desk], folder: Path) -> str:
    from altdesk.domain.people import PeopleQuery
    from altdesk.forms.render.xlsx import ExportColumn, write_table
    from altdesk.services import people, people_import

    heads = [ExportColumn("№"), ExportColumn("Тегі, аты, әкесінің аты"), ExportColumn("Лауазымы")]
    given = ("ІҢКӘР", "ҒАЛИЯ", "ӨМІРГҮЛ", "ӘСЕЛ", "ҰЛДАНА")
    rows = [(no, f"ҮЛГІБАЕВА  {name} ҚАНАТҚЫЗЫ", "Маман") for no, name in enumerate(given, 1)]
    file = write_table(heads, rows, folder / "Тізім.xlsx")
    people_import.apply(opened[0], people_import.preview(opened[0], file))
    count = people.count(opened[0], PeopleQuery(text="улгибаев"))
    _need(count == len(rows), f"{count} of {len(rows)} people found again")
    return f"{count} people from Excel"


def _backup(opened: list[Desk], folder: Path) -> str:
    from altdesk.services import backups, restoring

    made = backups.by_hand(opened[0], folder / "Көшірме.zip")
    found = restoring.look(opened[0].folders, made.path)
    _need(found.manifest.counts["person"] == 5, f"{found.manifest.counts['person']} people in the backup")
    return f"a backup of {made.size // 1024} KB, read again"


def _encryption(folder: Path) -> str:
    """A desk is encrypted, opened by its passphrase and its copy by the recovery key."""
    from altdesk.closed import ClosedDesk
    from altdesk.desk import Desk
    from altdesk.domain.people import PersonDraft
    from altdesk.folders import Folders
    from altdesk.i18n import Translator
    from altdesk.sealing import switching
    from altdesk.sealing.envelope import Cost
    from altdesk.services import backups, encryption, people

    place, words = folder / "hidden", f"{LETTERS} {LETTERS}"
    with Desk.open(place, "kk") as desk:
        people.add(desk, PersonDraft(LETTERS))
    with ClosedDesk(place, Translator("kk")) as closed:
        keys, recovery = switching.turn_on(closed.folders, words, cost=Cost(memory=8 * 1024, passes=1, lanes=1))
    _need(encryption.unlock(Folders(place), words).id == keys.id, "the passphrase does not open it")
    with Desk.open(place, "kk", keys=keys) as desk:
        _need(people.get(desk, 1).surname == LETTERS, "the person is not there")
        copy = backups.by_hand(desk, folder / "hidden.altdesk").path
    _need(encryption.unlock_copy(copy, recovery) is not None, "the copy does not open")
    every = (path for path in (copy, *place.rglob("*")) if path.is_file())
    _need(not any(LETTERS.encode() in path.read_bytes() for path in every), "the name stands in plain bytes")
    return "a desk encrypted, opened and copied"


def _undo(opened: list[Desk]) -> str:
    from altdesk.domain.people import PeopleQuery
    from altdesk.services import people

    undone = opened[0].undo()
    _need(undone is not None and people.count(opened[0], PeopleQuery()) == 0, "the import was not taken back")
    return "the import taken back"


def _window(shown: Shown) -> str:
    from altdesk.forms.catalogue import by_code
    from altdesk.forms.render import render

    form = by_code("acquaintance")
    text = shown(render(form, form.sample()).content)
    _need(PAGE in text, f"“{PAGE}” is not on the page")
    return "a Kazakh page printed, shown and read again"
