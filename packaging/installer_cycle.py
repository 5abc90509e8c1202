"""The life of an installation, on Windows or under Wine: install, work, refuse, upgrade, uninstall; the data stay.

    python packaging/installer_cycle.py SETUP NEWER_SETUP FOLDER

FOLDER is the built folder: copied to another place with a folder `data` in it, as the ZIP has it.

Works on the real places of whoever runs it (program, data, registry): for a machine made for checks, and with the
standard library only.
"""

from __future__ import annotations

import ctypes
import json
import os
import shutil
import subprocess
import sys
import tempfile
import time
import winreg
from collections.abc import Callable
from pathlib import Path

KEY = r"Software\Microsoft\Windows\CurrentVersion\Uninstall\altdesk"
MUTEX = "altdesk-is-running"
LOCAL = Path(os.environ["LOCALAPPDATA"])
PROGRAM, DATA = LOCAL / "Programs" / "altdesk", LOCAL / "altdesk"
EXE = PROGRAM / "altdesk.exe"
MENU = Path(os.environ["APPDATA"]) / "Microsoft" / "Windows" / "Start Menu" / "Programs" / "altdesk.lnk"
REFUSED = 3  # the exit code of altdesk.nsi when the program is running
PATIENCE = 120.0  # seconds that anything here may take
PEOPLE = "№;Тегі, аты, әкесінің аты;Лауазымы\n1;ҮЛГІБАЕВА ІҢКӘР ҚАНАТҚЫЗЫ;Маман\n2;ӨМІРҒАЛИ ҒАНИ ҰЛАНҰЛЫ;Хатшы\n"


def main(setup: str, newer: str, folder: str) -> int:
    """Every station in turn; the first that is not as it should be ends it with a sentence."""
    for leftover in (PROGRAM, DATA):
        need(not leftover.exists(), f"{leftover} is there already: this is no machine made for checks")
    for station in (installed, worked, refused, upgraded, uninstalled, came_back, taken_away):
        started = time.perf_counter()
        station(setup, newer)
        took = time.perf_counter() - started
        print(f"ok  {station.__name__}: {station.__doc__} ({took:.1f} s)", flush=True)
    carried(Path(folder))
    return 0


def carried(built: Path) -> None:
    """The edition that is carried along keeps its desk beside itself."""
    with tempfile.TemporaryDirectory(prefix="Флешка ") as name:
        place = Path(name) / "altdesk"
        shutil.copytree(built, place)
        (place / "data").mkdir()
        need(run(place / "altdesk.exe", "list", "people") == 0, "the program does not run from another folder")
        need((place / "data" / "altdesk.db").is_file(), "the desk does not lie beside the program")
    need(not DATA.exists(), "a desk was made in the person's own folder")
    print(f"ok  carried: {carried.__doc__}", flush=True)


def installed(setup: str, _: str) -> None:
    """Installed without a question: program, Start menu, entry among the apps."""
    need(run(setup, "/S") == 0, "the installer failed")
    for place in (EXE, PROGRAM / "_internal", PROGRAM / "uninstall.exe", MENU):
        need(place.exists(), f"{place} is not there")
    need(entry("InstallLocation") == str(PROGRAM), "the entry among the apps names another folder")
    need(run(EXE, "self-test") == 0, "the installed program does not pass its self-test")


def worked(_: str, __: str) -> None:
    """A desk with data in the person's own folder."""
    with tempfile.TemporaryDirectory(prefix="тізім ") as folder:
        file = Path(folder) / "Тізім.csv"
        file.write_text(PEOPLE, encoding="utf-8")
        need(run(EXE, "import", "people", file) == 0, "the import failed")
    need(people() == 2, "the people are not on the desk")
    (PROGRAM / "_internal" / "of-the-version-before.txt").write_text("old", encoding="utf-8")


def refused(_: str, newer: str) -> None:
    """Neither upgraded nor uninstalled while its window is open."""
    window = subprocess.Popen([str(EXE)])
    try:
        wait(announced, "the window says nothing of itself")
        wait((DATA / "altdesk.lock").exists, "the window does not open its desk")
        need(run(newer, "/S") == REFUSED, "the installer goes over a running program")
        need(run(PROGRAM / "uninstall.exe", "/S", f"_?={PROGRAM}") == REFUSED, "a running program is uninstalled")
        need(window.poll() is None, "the window did not stay open")
    finally:
        window.terminate()
        window.wait(PATIENCE)
    wait(lambda: not announced(), "the mutex outlives the program")


def upgraded(_: str, newer: str) -> None:
    """The newer version in its place, nothing of the older left, the data as they were."""
    before = entry("DisplayVersion")
    need(run(newer, "/S") == 0, "the upgrade failed")
    need(entry("DisplayVersion") != before, "the entry among the apps still names the version before")
    need(not (PROGRAM / "_internal" / "of-the-version-before.txt").exists(), "files of the version before are left")
    need(people() == 2, "the people are gone after the upgrade")


def uninstalled(_: str, __: str) -> None:
    """Gone, and the data still there."""
    uninstall()
    need((DATA / "altdesk.db").is_file(), "the data went with the program")


def came_back(_: str, newer: str) -> None:
    """Installed again, it finds its desk."""
    need(run(newer, "/S") == 0, "the installer failed")
    need(people() == 2, "the people are gone")


def taken_away(_: str, __: str) -> None:
    """With the tick the data go too."""
    uninstall("/DELETEDATA=1")
    need(not DATA.exists(), "data are left")


def uninstall(*more: str) -> None:
    need(run(PROGRAM / "uninstall.exe", "/S", *more) == 0, "the uninstaller failed")
    wait(lambda: not PROGRAM.exists(), f"{PROGRAM} is still there")  # it goes on in a copy of itself
    wait(lambda: entry("DisplayName") is None, "the entry among the apps is left")
    if more:
        wait(lambda: not DATA.exists(), "data are left")
    need(not MENU.exists(), "the entry of the Start menu is left")


def people() -> int:
    """How many people the installed program finds on the desk."""
    asked = subprocess.run([str(EXE), "list", "people", "--json"], stdout=subprocess.PIPE, timeout=PATIENCE, check=True)
    return len(json.loads(asked.stdout.decode("utf-8")))


def entry(name: str) -> str | None:
    """A value of the entry among the apps."""
    try:
        with winreg.OpenKey(winreg.HKEY_CURRENT_USER, KEY) as key:
            return str(winreg.QueryValueEx(key, name)[0])
    except OSError:
        return None


def announced() -> bool:
    """Whether a running program says so."""
    kernel = ctypes.WinDLL("kernel32")
    handle = kernel.OpenMutexW(0x100000, False, MUTEX)
    if handle:
        kernel.CloseHandle(handle)
    return bool(handle)


def run(program: str | Path, *told: str | Path) -> int:
    return subprocess.run([str(program), *map(str, told)], timeout=PATIENCE, check=False).returncode


def wait(until: Callable[[], bool], otherwise: str) -> None:
    ends = time.monotonic() + PATIENCE
    while not until():
        need(time.monotonic() < ends, otherwise)
        time.sleep(0.2)


def need(held: bool, otherwise: str) -> None:
    if not held:
        sys.exit(f"FAILED  {otherwise}")


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
