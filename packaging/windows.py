"""What Windows is told about altdesk.exe: its version resource and its manifest."""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parent.parent
PURPOSE = "Кафедра хатшысының үстелі"

# As whoever starts it; paths longer than 260 letters. Not here: the scale (Qt says that itself, per screen), and the
# code page (older Windows 10 would pass it over: Python's UTF-8 mode in build.spec holds everywhere).
MANIFEST = """<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<assembly xmlns="urn:schemas-microsoft-com:asm.v1" manifestVersion="1.0">
  <trustInfo xmlns="urn:schemas-microsoft-com:asm.v3">
    <security>
      <requestedPrivileges>
        <requestedExecutionLevel level="asInvoker" uiAccess="false"/>
      </requestedPrivileges>
    </security>
  </trustInfo>
  <compatibility xmlns="urn:schemas-microsoft-com:compatibility.v1">
    <application>
      <supportedOS Id="{8e0f7a12-bfb3-4fe8-b9a5-48fd50a15a9a}"/>
    </application>
  </compatibility>
  <application xmlns="urn:schemas-microsoft-com:asm.v3">
    <windowsSettings>
      <longPathAware xmlns="http://schemas.microsoft.com/SMI/2016/WindowsSettings">true</longPathAware>
    </windowsSettings>
  </application>
</assembly>
"""


def version() -> str:
    """The number of pyproject.toml, from which altdesk.version has it too."""
    with (ROOT / "pyproject.toml").open("rb") as file:
        return str(tomllib.load(file)["project"]["version"])


def four(number: str) -> tuple[int, int, int, int]:
    """A version as Windows keeps it: four whole numbers. Raises ValueError for more than a number like 1.2.3."""
    first, second, third, fourth = (*(int(part) for part in number.split(".")), 0, 0, 0)[:4]
    return first, second, third, fourth


def version_resource() -> Any:
    """What the properties of altdesk.exe show, in Kazakh (LCID 1087, UTF-16)."""
    from PyInstaller.utils.win32 import versioninfo as parts

    number = version()
    texts = {
        "ProductName": "altdesk",
        "FileDescription": f"altdesk – {PURPOSE}",
        "ProductVersion": number,
        "FileVersion": number,
        "InternalName": "altdesk",
        "OriginalFilename": "altdesk.exe",
        "CompanyName": "altdesk",
        "LegalCopyright": "MIT",
    }
    table = parts.StringTable("043f04b0", [parts.StringStruct(name, text) for name, text in texts.items()])
    return parts.VSVersionInfo(
        ffi=parts.FixedFileInfo(filevers=four(number), prodvers=four(number), mask=0x3F, OS=0x40004, fileType=1),
        kids=[parts.StringFileInfo([table]), parts.VarFileInfo([parts.VarStruct("Translation", [0x043F, 1200])])],
    )


if __name__ == "__main__":
    print(version(), end="")  # no line end: a shell on Windows would keep half of it
