"""Makes what is handed out from the built folder: a ZIP that carries its data with it, and the installer.

    python packaging/editions.py FOLDER OUT [--version 1.2.3] [--only portable|installer|quick]

`quick` is an installer packed in seconds, and larger, for the cycle of checks. Signed when ALTDESK_SIGN_PFX names a
certificate file; ALTDESK_SIGN_PASSWORD is its password, ALTDESK_SIGN_TIME a server of time stamps. makensis has to be
installed, for the signature signtool (Windows) or osslsigncode.
"""

from __future__ import annotations

import argparse
import os
import shutil
import subprocess
import sys
import zipfile
from pathlib import Path

from windows import ROOT, four, version

LARGEST = 40  # MB of the installer
NSIS = r"C:\Program Files (x86)\NSIS\makensis.exe"


def main() -> int:
    """Make both and say how large they are; 1 when the installer is too large."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=Path, help="the folder PyInstaller made, with altdesk.exe in it")
    parser.add_argument("out", type=Path)
    parser.add_argument("--version", default=version())
    parser.add_argument("--only", choices=("portable", "installer", "quick"))
    asked = parser.parse_args()
    asked.out.mkdir(parents=True, exist_ok=True)
    sign(asked.folder / "altdesk.exe")
    made = []
    if asked.only in {None, "portable"}:
        made.append(portable(asked.folder, asked.out / f"altdesk-{asked.version}-portable.zip"))
    if asked.only != "portable":
        target = asked.out / f"altdesk-{asked.version}-setup.exe"
        made.append(installer(asked.folder, target, asked.version, quick=asked.only == "quick"))
    for file in made:
        print(f"{file.name}: {file.stat().st_size / (1 << 20):.1f} MB")
    large = [file for file in made if file.suffix == ".exe" and file.stat().st_size > LARGEST << 20]
    return 1 if large and asked.only != "quick" else 0


def portable(folder: Path, target: Path) -> Path:
    """A ZIP of the folder with an empty folder `data` in it: there the desk lies, wherever the folder is carried."""
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED, compresslevel=6) as packed:
        packed.writestr("altdesk/data/", "")
        for path in sorted(folder.rglob("*")):
            if path.is_file():
                packed.write(path, f"altdesk/{path.relative_to(folder).as_posix()}")
    return target


def installer(folder: Path, target: Path, number: str, *, quick: bool) -> Path:
    """The installer, signed if there is a certificate. Raises CalledProcessError when NSIS does not like something."""
    size = sum(path.stat().st_size for path in folder.rglob("*") if path.is_file()) // 1024
    told = {
        "VERSION": number,
        "VERSION4": ".".join(str(part) for part in four(number)),
        "FOLDER": folder.resolve(),
        "SIZE": size,
        "ICON": ROOT / "resources" / "icons" / "altdesk.ico",
        "OUTPUT": target.resolve(),
    }
    command = [shutil.which("makensis") or NSIS, "-V2", "-WX", "-INPUTCHARSET", "UTF8", *(["-DQUICK"] if quick else [])]
    script = str(ROOT / "packaging" / "altdesk.nsi")
    subprocess.run([*command, *(f"-D{name}={value}" for name, value in told.items()), script], check=True)
    sign(target)
    return target


def sign(file: Path) -> None:
    """Put our name on a program, in place. Raises CalledProcessError when the certificate is refused."""
    certificate = os.environ.get("ALTDESK_SIGN_PFX")
    if not certificate:
        print(f"{file.name}: not signed, ALTDESK_SIGN_PFX names no certificate")
        return
    password, stamped = os.environ.get("ALTDESK_SIGN_PASSWORD", ""), os.environ.get("ALTDESK_SIGN_TIME")
    if sys.platform == "win32":
        time = ["/tr", stamped, "/td", "sha256"] if stamped else []
        told = ["/fd", "sha256", "/f", certificate, "/p", password, *time]
        subprocess.run(["signtool", "sign", *told, str(file)], check=True)
    else:
        time = ["-ts", stamped] if stamped else []
        signed = file.with_name(f"{file.name}.signed")
        told = ["-pkcs12", certificate, "-pass", password, "-h", "sha256", "-n", "altdesk", *time]
        subprocess.run(["osslsigncode", "sign", *told, "-in", str(file), "-out", str(signed)], check=True)
        signed.replace(file)
    print(f"{file.name}: signed")


if __name__ == "__main__":
    sys.exit(main())
