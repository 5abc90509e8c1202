"""A CUPS server of the tests' own: real queues whose printers keep what they are given, a PDF and the options."""

from __future__ import annotations

import getpass
import grp
import os
import shutil
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import pytest

CUPSD, FILTERS = Path("/usr/sbin/cupsd"), Path("/usr/lib/cups/filter")
NEEDED = (CUPSD, Path("/usr/sbin/lpadmin"), FILTERS / "pdftopdf")
PATIENCE = 30.0  # seconds
SIZES = {"A4": (595.276, 841.89), "A5": (419.528, 595.276), "Letter": (612, 792)}  # pt
EDGE = 12.0  # pt that the printers cannot print on

_BACKEND = """#!/bin/sh
[ $# = 0 ] && {{ echo 'direct kept "Kept" "kept"'; exit 0; }}
if [ -n "$6" ]; then cat "$6"; else cat; fi >"{out}/$1.part"
printf '%s\\n' "${{DEVICE_URI##*/}}" "$3" "$4" "$5" >"{out}/$1.txt"
mv "{out}/$1.part" "{out}/$1.pdf"
"""
_CUPSD = """LogLevel debug
Listen {here}/cups.sock
Browsing No
DefaultAuthType None
WebInterface No
<Location />
Order allow,deny
Allow all
</Location>
<Policy default>
<Limit All>
Order deny,allow
</Limit>
</Policy>
"""
_FILES = """User {user}
Group {group}
SystemGroup {system}
ServerRoot {here}/root
ServerBin {here}/lib
CacheDir {here}/cache
RequestRoot {here}/spool
StateDir {here}/state
TempDir {here}/tmp
AccessLog {here}/access
ErrorLog {here}/error
PageLog {here}/page
"""


@dataclass(frozen=True)
class Job:
    """What a printer was given."""

    printer: str
    title: str
    copies: int
    options: frozenset[str]
    pdf: Path


class Cups:
    """A running server; `here` is its folder."""

    def __init__(self, here: Path) -> None:
        self._here = here
        self._seen = 0

    def add(
        self,
        name: str,
        *,
        sizes: tuple[str, ...] = ("A4", "A5"),
        copies_itself: bool = True,
        both_sides: bool = True,
        edge: float = EDGE,
    ) -> None:
        """A queue with a laser printer; one that does not copy gets each copy sent. `edge` pt it cannot print on."""
        driver = self._here / f"{name}.ppd"
        driver.write_text(_driver(name, sizes, copies_itself, both_sides, edge), encoding="utf-8")
        self.do("lpadmin", "-p", name, "-v", f"kept:/{name}", "-P", str(driver), "-E")

    def remove(self, name: str) -> None:
        self.do("lpadmin", "-x", name)

    def do(self, command: str, *words: str) -> None:
        """A command of the system's administrator, such as cupsdisable."""
        subprocess.run([shutil.which(command) or f"/usr/sbin/{command}", *words], check=True, capture_output=True)

    def next_job(self) -> Job:
        """The next paper that comes out of a printer."""
        self._seen += 1
        pdf, end = self._here / "out" / f"{self._seen}.pdf", time.monotonic() + PATIENCE
        while not pdf.exists():
            if time.monotonic() > end:
                raise AssertionError((self._here / "error").read_text(encoding="utf-8")[-4000:])
            time.sleep(0.02)
        printer, title, copies, options = pdf.with_suffix(".txt").read_text(encoding="utf-8").splitlines()
        return Job(printer, title, int(copies), frozenset(options.split()), pdf)


@contextmanager
def running() -> Iterator[Cups]:
    """A server at the place where this run of the tests looks for printers."""
    missing = [str(each) for each in NEEDED if not each.exists()]
    if missing:
        said = f"missing: {', '.join(missing)}"
        pytest.fail(said) if os.environ.get("CI") and sys.platform == "linux" else pytest.skip(said)
    here = Path(os.environ["CUPS_SERVER"]).parent
    shutil.rmtree(here, ignore_errors=True)
    _settle_in(here)
    files = here / "root" / "cups-files.conf"
    daemon = shutil.copy(CUPSD, here / "cupsd")  # in its own place a system's AppArmor would keep it to its own files
    server = subprocess.Popen([daemon, "-f", "-c", here / "root" / "cupsd.conf", "-s", files])
    try:
        end = time.monotonic() + PATIENCE
        while not _answers(here / "cups.sock"):
            assert server.poll() is None, (here / "error").read_text(encoding="utf-8")
            assert time.monotonic() < end, "the print server did not start"
            time.sleep(0.01)
        yield Cups(here)
    finally:
        server.send_signal(signal.SIGTERM)
        server.wait(PATIENCE)
        shutil.rmtree(here, ignore_errors=True)


def _answers(door: Path) -> bool:
    """Whether somebody listens there; a socket that is there already may still be deaf."""
    with socket.socket(socket.AF_UNIX) as asking:
        return asking.connect_ex(str(door)) == 0


def _settle_in(here: Path) -> None:
    for name in ("root", "spool", "cache", "state", "tmp", "out", "lib/backend"):
        (here / name).mkdir(parents=True)
    for name in ("filter", "daemon"):
        (here / "lib" / name).symlink_to(FILTERS.with_name(name))
    backend = here / "lib" / "backend" / "kept"
    backend.write_text(_BACKEND.format(out=here / "out"), encoding="utf-8")
    backend.chmod(0o700)  # its owner's alone: the server runs it as that user
    own = grp.getgrgid(os.getgid()).gr_name
    user, group = ("lp", "lp") if os.geteuid() == 0 else (getpass.getuser(), own)
    conf, files = here / "root" / "cupsd.conf", here / "root" / "cups-files.conf"
    conf.write_text(_CUPSD.format(here=here), encoding="utf-8")
    files.write_text(_FILES.format(here=here, user=user, group=group, system=own), encoding="utf-8")


def _driver(name: str, sizes: tuple[str, ...], copies_itself: bool, both_sides: bool, edge: float) -> str:
    """A PPD: what the print dialog and CUPS know of the printer."""
    lines = [
        '*PPD-Adobe: "4.3"',
        '*FormatVersion: "4.3"',
        '*FileVersion: "1.0"',
        "*LanguageVersion: English",
        "*LanguageEncoding: ISOLatin1",
        '*PCFileName: "KEPT.PPD"',
        '*Manufacturer: "Kept"',
        '*Product: "(Kept)"',
        *(f'*{key}: "{name}"' for key in ("ModelName", "ShortNickName", "NickName")),
        '*PSVersion: "(3010.000) 0"',
        '*LanguageLevel: "3"',
        "*ColorDevice: True",
        "*DefaultColorSpace: RGB",
        '*cupsFilter2: "application/vnd.cups-pdf application/pdf 0 -"',
        f"*cupsManualCopies: {not copies_itself}",
    ]
    for key in ("PageSize", "PageRegion"):
        lines += [f"*OpenUI *{key}/Size: PickOne", f"*Default{key}: {sizes[0]}"]
        lines += [f'*{key} {size}/{size}: ""' for size in sizes]
        lines += [f"*CloseUI: *{key}"]
    lines += [f"*DefaultImageableArea: {sizes[0]}", f"*DefaultPaperDimension: {sizes[0]}"]
    for size in sizes:
        wide, tall = SIZES[size]
        lines.append(f'*ImageableArea {size}/{size}: "{edge} {edge} {wide - edge:g} {tall - edge:g}"')
        lines.append(f'*PaperDimension {size}/{size}: "{wide} {tall}"')
    if both_sides:
        lines += ["*OpenUI *Duplex/Sides: PickOne", "*DefaultDuplex: None"]
        lines += [f'*Duplex {each}/{each}: ""' for each in ("None", "DuplexNoTumble", "DuplexTumble")]
        lines += ["*CloseUI: *Duplex"]
    return "\n".join([*lines, ""])
