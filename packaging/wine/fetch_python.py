"""Fetches a source archive by name and SHA-256 from the package index pip is set up with, without running any of it."""

from __future__ import annotations

import hashlib
import json
import subprocess
import sys
import urllib.parse
import urllib.request
from pathlib import Path


def index() -> str:
    """Where pip looks: as configured, else where it looks by itself."""
    command = [sys.executable, "-m", "pip", "config", "get", "global.index-url"]
    configured = subprocess.run(command, capture_output=True, text=True, encoding="utf-8", check=False).stdout.strip()
    if configured:
        return configured
    from pip._internal.models.index import PyPI

    return str(PyPI.simple_url)


def fetch(name: str, wanted: str, target: Path) -> None:
    """Write the file of project `name` whose SHA-256 is `wanted` to `target`. Raises SystemExit if it is not there."""
    page = f"{index().rstrip('/')}/{name}/"
    asked = urllib.request.Request(page, headers={"Accept": "application/vnd.pypi.simple.v1+json"})
    with urllib.request.urlopen(asked) as answer:
        files = json.load(answer)["files"]
    for file in files:
        if file["hashes"].get("sha256") != wanted:
            continue
        with urllib.request.urlopen(urllib.parse.urljoin(page, file["url"])) as answer:
            content = answer.read()
        if hashlib.sha256(content).hexdigest() != wanted:
            sys.exit(f"{file['filename']} is not what it should be")
        target.write_bytes(content)
        return
    sys.exit(f"no file of {name} has the SHA-256 {wanted}")


if __name__ == "__main__":
    fetch(sys.argv[1], sys.argv[2], Path(sys.argv[3]))
