"""Hostile files are refused or read within 10 seconds and 500 MB, and nothing is half-imported."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.faults import amount
from tests.faults.hostile_files import KINDS

BATCH = len(KINDS)
SECONDS, MEGABYTES = 10, 500
BATCHES = amount(sample=1, full=100)


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="asks Linux how much memory was taken")
@pytest.mark.parametrize("batch", range(BATCHES))
def test_hostile_files_are_refused_or_read(tmp_path: Path, batch: int) -> None:
    first = batch * BATCH
    arguments = [sys.executable, "-m", "tests.faults.hostile_import", str(tmp_path / "desk")]
    done = subprocess.run(
        [*arguments, str(first), str(first + BATCH)],
        capture_output=True,
        text=True,
        timeout=600,
        env={**os.environ, "PYTHONPATH": "."},
    )
    told = [json.loads(line) for line in done.stdout.splitlines() if line.startswith("{")]
    assert done.returncode == 0, (told[-1:], done.stderr[-2000:])
    assert len(told) == BATCH
    slow = [each for each in told if each["seconds"] > SECONDS]
    large = [each for each in told if each["peak"] > MEGABYTES]
    assert not slow, slow
    assert not large[:1], large[:1]
