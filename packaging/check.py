"""Checks of what Windows gets: every dependency as a wheel, and every library that a library asks for in its place.

python packaging/check.py wheels            the wheels of pyproject.toml for Windows, fetched and looked through
python packaging/check.py folder FOLDER     a built folder: imports, size, what must lie in it
"""

from __future__ import annotations

import re
import subprocess
import sys
import tempfile
from collections.abc import Iterable, Iterator
from functools import cache
from pathlib import Path

import pefile
from contents import MODULES, wanted

ROOT = Path(__file__).resolve().parent.parent
PYTHON = "3.13"
LARGEST = 110  # MB (of 1,048,576 bytes) of the built folder

# What Windows 10 (1809) and later bring themselves, and what lies beside every Python.
_SYSTEM = frozenset(
    re.findall(
        r"\w+",
        "advapi32 authz bcrypt bcryptprimitives cfgmgr32 comctl32 comdlg32 crypt32 d2d1 d3d11 d3d12 d3d9 "
        "dnsapi dwmapi dwrite dxgi gdi32 icuuc imm32 iphlpapi kernel32 mpr mscms msvcrt netapi32 ntdll ole32 "
        "oleaut32 powrprof propsys psapi rpcrt4 secur32 setupapi shcore shell32 shlwapi uiautomationcore "
        "user32 userenv uxtheme version winhttp winmm winspool ws2_32 wtsapi32",
    )
)
_PYTHON = {"python3", "python313", "vcruntime140", "vcruntime140_1"}
_OF_QT = ("platforms", "styles", "imageformats", "iconengines", "platforminputcontexts", "generic", "printsupport")
_NEEDED = (
    "_internal/altdesk-*.dist-info/METADATA",
    "_internal/resources/fonts/Tinos-Regular.ttf",
    "_internal/resources/translations/kk/LC_MESSAGES/altdesk.mo",
    "_internal/db/migrations/env.py",
    "_internal/PySide6/plugins/platforms/qwindows.dll",
    "_internal/PySide6/translations/qtbase_kk.qm",
    "_internal/tzdata/zoneinfo/Asia/Almaty",
)


def main(arguments: list[str]) -> int:
    """Answers 0 when everything is whole; says what is not and answers 1."""
    match arguments:
        case ["wheels"]:
            faults = wheels()
        case ["folder", folder]:
            faults = [*built(Path(folder)), *lacking(Path(folder))]
        case _:
            print(__doc__)
            return 2
    for fault in faults:
        print(fault, file=sys.stderr)
    return 1 if faults else 0


def wheels() -> list[str]:
    """What is wrong with the wheels for Windows; none may have to be built there."""
    with tempfile.TemporaryDirectory(prefix="altdesk-wheels-") as name:
        folder = Path(name)
        fetch(folder)
        files = {path.relative_to(folder).as_posix(): path for path in _libraries(folder)}
        roots = {path: file for path, file in files.items() if _collected(path)}
        faults = missing(roots, files.values())
        count = sum(1 for _ in folder.glob("*.dist-info"))
        print(f"wheels for Windows: {count}, libraries looked at: {len(roots)} of {len(files)}")
        return faults


def fetch(folder: Path) -> None:
    """Put the wheels of the runtime dependencies for 64-bit Windows into a folder. Raises CalledProcessError."""
    command = ["uv", "pip", "install", "-q", "--target", str(folder), "-r", str(ROOT / "pyproject.toml")]
    platform = ["--python-platform", "x86_64-pc-windows-msvc", "--python-version", PYTHON, "--only-binary", ":all:"]
    subprocess.run([*command, *platform], check=True)


def built(folder: Path) -> list[str]:
    """What a built folder's libraries ask for and do not find."""
    files = {path.relative_to(folder).as_posix(): path for path in _libraries(folder)}
    size = sum(path.stat().st_size for path in folder.rglob("*") if path.is_file()) >> 20
    print(f"built folder: {size} MB, libraries looked at: {len(files)}")
    faults = missing(files, files.values(), beside=set())
    return [*faults, f"{size} MB, more than {LARGEST} MB"] if size > LARGEST else faults


def lacking(folder: Path) -> list[str]:
    """What must lie in a built folder and does not."""
    return [f"{pattern} is not in the folder" for pattern in _NEEDED if not any(folder.glob(pattern))]


def missing(roots: dict[str, Path], present: Iterable[Path], beside: set[str] = _PYTHON) -> list[str]:
    """Each import of the roots, and of what they import, that neither is shipped beside them nor is Windows' own."""
    there = {path.name.lower(): path for path in present if wanted(path.as_posix())}
    faults, seen, waiting = [], set(), list(roots.values())
    while waiting:
        path = waiting.pop()
        if path in seen:
            continue
        seen.add(path)
        for name in imports(path):
            if name in there:
                waiting.append(there[name])
            elif not _brought(name, beside):
                faults.append(f"{path.name} needs {name}, which is not there")
    return sorted(set(faults))


def imports(path: Path) -> list[str]:
    """The names, in lower case, of the libraries that a Windows library or program loads."""
    with pefile.PE(str(path), fast_load=True) as library:
        kinds = ("IMAGE_DIRECTORY_ENTRY_IMPORT", "IMAGE_DIRECTORY_ENTRY_DELAY_IMPORT")
        library.parse_data_directories([pefile.DIRECTORY_ENTRY[kind] for kind in kinds])
        found = [*getattr(library, "DIRECTORY_ENTRY_IMPORT", ()), *getattr(library, "DIRECTORY_ENTRY_DELAY_IMPORT", ())]
        return [each.dll.decode("ascii").lower() for each in found]


def _brought(name: str, beside: set[str]) -> bool:
    stem = name.removesuffix(".dll").removesuffix(".drv")
    return stem in _SYSTEM or stem in beside or stem.startswith(("api-ms-win-", "ext-ms-win-"))


def _libraries(folder: Path) -> Iterator[Path]:
    for path in sorted(folder.rglob("*")):
        if path.suffix.lower() in {".dll", ".pyd", ".exe"} and path.is_file():
            yield path


def _collected(path: str) -> bool:
    """Whether PyInstaller takes this file of the wheels: modules that are not left out, and Qt's plugins."""
    parts, module = path.split("/"), path.split(".")[0].replace("/", ".")
    if not wanted(path):
        return False
    if parts[:2] == ["PySide6", "plugins"]:
        return parts[2] in _OF_QT
    return path.endswith(".pyd") and (module in _modules() if parts[0] == "PySide6" else module not in MODULES)


@cache
def _modules() -> set[str]:
    """The modules of Qt that our own code imports."""
    text = "\n".join(path.read_text(encoding="utf-8") for path in (ROOT / "ui").rglob("*.py"))
    return set(re.findall(r"PySide6\.Qt\w+", text))


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
