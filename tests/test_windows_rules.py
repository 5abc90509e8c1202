"""What differs on the secretary's Windows, held by rules: docs/windows.md has the table these tests stand in."""

from __future__ import annotations

import os
import re
import subprocess
import sys
import tomllib
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest

from altdesk import cli, disk, running
from altdesk.desk import Desk
from altdesk.domain.filenames import file_name
from tests.make import Make
from tests.test_architecture import ROOT, modules

# what only other systems have, or what Windows refuses → the modules that may, because they ask for the system first
ONLY_ELSEWHERE: dict[str, set[str]] = {
    r"(?m)^\s*(import|from) (pwd|grp|resource|termios|tty|pty|syslog|posix|locale)\b": set(),
    r"\bfcntl\b": {"altdesk.lock"},
    r"\bos\.(fork|getuid|geteuid|getlogin|uname|sync|link|symlink|mkfifo|kill)\b": set(),
    r"\bos\.umask\b": {"altdesk.forms.output"},
    r"%-[a-zA-Z]": set(),  # strftime without a leading zero: by hand, see altdesk.domain.dates
    r"\bsignal\.(SIGALRM|SIGKILL|SIGHUP|alarm)\b": set(),
    r"\.timestamp\(|\bmktime\(": set(),  # moments before 1970 are refused
    r"\bfromtimestamp\((?!stood\.st_mtime)": set(),
    r"\bos\.(replace|rename)\b|\bshutil\.move\b": set(),  # disk.replace waits for whoever holds the file
    r"\bos\.open\(": {"altdesk.disk"},  # a folder can be opened, and synced, on some systems only
    r"\b(strcoll|strxfrm|QCollator|localeAwareCompare|setlocale)\b|\bCOLLATE\b": set(),  # order has its own key
    r"[\"']/(tmp|proc|dev|etc|usr)\b": {"altdesk.display"},
}


@pytest.mark.parametrize("pattern", ONLY_ELSEWHERE)
def test_nothing_that_only_other_systems_have(pattern: str) -> None:
    found = {name for name, path in modules() if re.search(pattern, _code(path))}
    assert found <= ONLY_ELSEWHERE[pattern]


def test_a_file_takes_anothers_place_in_one_way() -> None:
    """`Path.replace` has one argument, `str.replace` two. altdesk.disk waits for whoever holds the target."""
    moved = re.compile(r"\.(rename|replace)\([\w.]+\)")
    found = {name for name, path in modules() if moved.search(_code(path))}
    assert found == {"altdesk.disk", "db.sums"}  # sums are a help that may be missing, and nobody else opens them


def test_every_text_file_names_its_encoding() -> None:
    """The lint rule asks for it wherever it sees a file opened; preview rules have to be named to hold."""
    rules = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["tool"]["ruff"]
    assert rules["preview"]
    assert "PLW1514" in rules["lint"]["select"]


def test_the_work_of_a_day_never_leaves_the_encoding_to_the_system(tmp_path: Path) -> None:
    """The self-test does it all once. Our own lines only: libraries are not ours to mend."""
    program = (
        "import sys, warnings\n"
        "warnings.filterwarnings('error', category=EncodingWarning, module=r'(altdesk|ui|db)\\b')\n"
        "from altdesk.__main__ import main\n"
        "sys.argv = ['altdesk', '--lang', 'en', 'self-test']\n"
        "sys.exit(main())\n"
    )
    environment = {
        **os.environ,
        "PYTHONWARNDEFAULTENCODING": "1",
        "ALTDESK_DATA": str(tmp_path),
        "PYTHONPATH": str(ROOT),
    }
    done = subprocess.run(
        [sys.executable, "-c", program], capture_output=True, env=environment, timeout=300, check=False
    )
    assert done.returncode == 0, done.stdout.decode() + done.stderr.decode()


class NoWindow:
    def open(self, data: Path | None, language: str | None) -> int:
        raise AssertionError("a command opens no window")

    def page_text(self, content: bytes) -> str:
        raise AssertionError("nothing is shown")


@pytest.mark.parametrize(
    ("asked", "code"),
    [
        (["list", "people"], 0),
        (["list", "people", "--json"], 0),
        (["--help"], 0),
        (["print", "nothing"], 2),
        (["undo"], 1),
    ],
    ids=lambda value: str(value),
)
def test_a_windowed_program_has_nothing_to_print_on(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, asked: list[str], code: int
) -> None:
    for stream in ("stdin", "stdout", "stderr", "__stdout__", "__stderr__"):
        monkeypatch.setattr(sys, stream, None)
    assert cli.run(["--data", str(tmp_path / "desk"), *asked], NoWindow()) == code


def test_the_installer_asks_for_the_mutex_the_program_holds() -> None:
    script = (ROOT / "packaging" / "altdesk.nsi").read_text(encoding="utf-8")
    assert f'!define MUTEX "{running.MUTEX}"' in script
    assert f'MUTEX = "{running.MUTEX}"' in (ROOT / "packaging" / "installer_cycle.py").read_text(encoding="utf-8")


def test_the_manifest_asks_for_long_paths_and_for_no_administrator() -> None:
    manifest = (ROOT / "packaging" / "windows.py").read_text(encoding="utf-8")
    assert ">true</longPathAware>" in manifest
    assert 'level="asInvoker"' in manifest
    assert "RequestExecutionLevel user" in (ROOT / "packaging" / "altdesk.nsi").read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("title", "name"),
    [
        ("CON", "_CON.pdf"),
        ("nul.тізім", "_nul.тізім.pdf"),
        ("COM1", "_COM1.pdf"),
        ("Кім? Не | қайда: «а/б\\в»", "Кім Не қайда «а б в».pdf"),
        ("Хаттама № 3...  ", "Хаттама № 3.pdf"),
        (" . ", "altdesk.pdf"),
    ],
)
def test_a_title_becomes_a_name_that_windows_takes(title: str, name: str) -> None:
    assert file_name(title, "pdf") == name


def test_a_closed_desk_holds_none_of_its_files(desk: Desk, make: Make) -> None:
    """An open file can be neither replaced nor deleted there: what is closed has to be closed whole."""
    make.person()
    folder = desk.folders.data
    assert any(_held(folder))
    desk.close()
    assert list(_held(folder)) == []
    log = folder / "altdesk.db-wal"
    assert not log.exists() or log.stat().st_size == 0, "steps are left in the log beside a closed database"


def test_a_file_held_for_a_moment_is_waited_for(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A scanner or an indexer opens what was just written; Windows then refuses to put another file in its place."""
    part, target = tmp_path / ".part-үлгі", tmp_path / "үлгі.db"
    part.write_bytes(b"new")
    target.write_bytes(b"old")
    replace, refusals = Path.replace, iter([PermissionError(), PermissionError()])

    def held(self: Path, to: Path) -> Path:
        for refusal in refusals:
            raise refusal
        return replace(self, to)

    monkeypatch.setattr(Path, "replace", held)
    monkeypatch.setattr(disk, "WAITS", True)
    disk.put_in_place(part, target)
    assert target.read_bytes() == b"new"


@cache
def _code(path: Path) -> str:
    return path.read_text(encoding="utf-8")


def _held(folder: Path) -> Iterator[Path]:
    """The files of a folder that this process has open, where the system tells."""
    told = Path("/proc/self/fd")
    if not told.is_dir():
        pytest.skip("this system does not tell which files are open")
    for link in told.iterdir():
        try:
            file = link.readlink()
        except OSError:
            continue
        if file.is_relative_to(folder):
            yield file
