"""The journeys in a real window under Xvfb, each in a process of its own; the pictures are kept in build/journey."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from altdesk.desk import Desk
from altdesk.domain.acquaintance import RowState
from altdesk.forms.layout import CellMap
from altdesk.services import acquaintance
from tests import ink
from tests.journey.on_paper import BLANK_ROWS, PAGES, PRINTED

ROOT = Path(__file__).resolve().parents[2]
KEPT = ROOT / "build" / "journey"
NEEDED = ("xvfb-run", "openbox", "xdotool", "setxkbmap", "import", "identify")
SCREEN = "-screen 0 1366x768x24"
PATIENCE = 480  # seconds
COLOURS = 16  # a picture with fewer shows nothing


@pytest.fixture(autouse=True)
def tools() -> None:
    """What plays a journey; on a developer's machine it may be missing."""
    missing = [name for name in NEEDED if shutil.which(name) is None]
    if missing:
        said = f"missing: {', '.join(missing)}"
        pytest.fail(said) if os.environ.get("CI") else pytest.skip(said)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder with Kazakh letters and a space in its name."""
    return tmp_path / "Менің үстелім"


def play(journey: str, folder: Path) -> None:
    """Run a journey; its pictures are kept also when it fails."""
    command = ["xvfb-run", "-a", "-s", SCREEN, sys.executable, "-m", f"tests.journey.{journey}", str(folder)]
    environment = {**os.environ, "QT_QPA_PLATFORM": "xcb", "LANG": "C.UTF-8", "LC_ALL": "C.UTF-8", "PYTHONUTF8": "1"}
    try:
        done = subprocess.run(
            command, cwd=ROOT, env=environment, capture_output=True, text=True, encoding="utf-8", timeout=PATIENCE
        )
    finally:
        if (folder / "pictures").is_dir():
            shutil.copytree(folder / "pictures", KEPT / journey, dirs_exist_ok=True)
    assert done.returncode == 0, f"{done.stdout}\n{done.stderr}"


def pictures(folder: Path) -> list[str]:
    """The names of the pictures, each of which shows something on a screen of the right size."""
    found = sorted((folder / "pictures").glob("*.png"))
    for path in found:
        shown = subprocess.run(
            ["identify", "-format", "%w %h %k", str(path)], capture_output=True, text=True, check=True, timeout=30
        )
        width, height, colours = map(int, shown.stdout.split())
        assert (width, height) == (1366, 768), path
        assert colours > COLOURS, f"{path} is blank"
    return [path.stem.split("-", 1)[1] for path in found]


def asked(folder: Path, *words: str) -> Any:
    """What the command line says of the desk the window has left."""
    command = [sys.executable, "-m", "altdesk", "--data", str(folder / "desk"), *words, "--json"]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, encoding="utf-8", check=True, timeout=300)
    return json.loads(done.stdout)


def pdf_text(path: Path) -> str:
    import pdfplumber

    with pdfplumber.open(path) as document:
        return "\n".join(page.extract_text() for page in document.pages)


def test_the_first_monday(folder):
    play("first_monday", folder)
    stations = ["welcome", "import", "people", "document", "paper", "back-from-paper", "residual", "coverage"]
    shown = pictures(folder)
    assert [name for name in shown if name in stations] == stations
    assert shown[-1] == "who-is-missing"
    people = [person["full_name"] for person in asked(folder, "list", "people")]
    assert len(people) == 57
    (coverage,) = asked(folder, "list", "coverage")
    assert (coverage["signed"], coverage["total"]) == (51, 57)
    sheets = sorted(asked(folder, "list", "sheets"), key=lambda sheet: sheet["number"])
    assert [len(sheet["rows"]) for sheet in sheets] == [57, 6]
    assert all(sheet["printed_on"] for sheet in sheets)
    pending = [row["full_name"] for row in sheets[0]["rows"] if row["state"] == RowState.PENDING.value]
    assert [row["full_name"] for row in sheets[1]["rows"]] == pending
    whole, rest = (" ".join(pdf_text(folder / f"Парақ {number}.pdf").split()) for number in (1, 2))
    for name in people:
        assert name.split()[0] in whole
    assert sum(name.split()[-1] in rest for name in pending) == len(pending)


def test_every_day(folder):
    play("every_day", folder)
    stations = ["today", "found", "person", "help", "taken-back", "made-again", "coverage", "in-russian"]
    assert [name for name in pictures(folder) if name in stations] == stations
    settings = json.loads((folder / "desk" / "settings.json").read_text(encoding="utf-8"))
    assert settings["language"] == "ru"
    assert settings["geometry"]  # closing the window keeps its place


def test_a_sheet_goes_through_the_system_s_print_dialog(folder):
    play("on_paper", folder)
    assert pictures(folder) == ["paper", "print-dialog", "printed"]
    number = int((folder / "number").read_text(encoding="utf-8"))
    with Desk.open(folder / "desk", "kk") as desk:
        sheet = acquaintance.sheet_by_number(desk, number)
        kept = CellMap.from_json(acquaintance.layout(desk, sheet.id) or "")
    assert sheet.printed_on is not None
    printed = ink.pages(folder / PRINTED)
    assert len(printed) == PAGES == kept.pages
    for page in printed:
        assert (page.width, page.height) == pytest.approx((210, 297), abs=0.5)
        for square in kept.squares:  # at both edges, left and right, above and below: so the scale is right as well
            assert page.mark(square) == pytest.approx(square, abs=1)
    asked(
        folder,
        "print",
        "acquaintance",
        "--sheet",
        str(number),
        "--blank-rows",
        str(BLANK_ROWS),
        "--out",
        str(folder / "Парақ.pdf"),
    )
    for page, paper in zip(printed, ink.pages(folder / "Парақ.pdf"), strict=True):
        ink.assert_same(page, paper)
