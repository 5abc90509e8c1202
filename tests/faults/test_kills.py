"""kill -9 at random moments of random work: no finished step is lost, nothing is half, what was typed is there."""

from __future__ import annotations

import json
import os
import random
import select
import signal
import subprocess
import sys
import tempfile
import time
from pathlib import Path

import pytest

from altdesk.desk import Desk
from altdesk.domain.people import PeopleQuery
from altdesk.services import people
from tests.faults import FULL, amount, truth

pytestmark = pytest.mark.skipif(not hasattr(signal, "SIGKILL"), reason="needs SIGKILL")
ENVIRONMENT = {**os.environ, "PYTHONPATH": ".", "PYTHONFAULTHANDLER": "1", "QT_QPA_PLATFORM": "offscreen"}


def killed(module: str, *arguments: str, after: float, from_start: bool = False) -> list[str]:
    """Run a module until so many seconds after it was ready, or was started, kill it; answers what it had told."""
    command = (sys.executable, "-m", module, *arguments)
    with (
        tempfile.TemporaryFile() as complaints,
        subprocess.Popen(command, stdout=subprocess.PIPE, stderr=complaints, env=ENVIRONMENT) as worker,
    ):
        told = _listen(worker, after, from_start)
        if worker.poll() is not None:
            complaints.seek(0)
            pytest.fail(f"ended by itself with {worker.returncode}: {complaints.read().decode()[-3000:]}")
        worker.send_signal(signal.SIGKILL)
        assert worker.stdout is not None
        told += worker.stdout.read()
    return told.decode().splitlines()


def _listen(worker: subprocess.Popen[bytes], after: float, from_start: bool) -> bytes:
    assert worker.stdout is not None
    told = b""
    until = time.monotonic() + after if from_start else None
    while until is None or time.monotonic() < until:
        ready, _, _ = select.select([worker.stdout], [], [], 0.02)
        if ready:
            said = os.read(worker.stdout.fileno(), 65536)
            if not said:
                worker.wait()
                break
            told += said
        if until is None and b"ready" in told:
            until = time.monotonic() + after
    return told


def said_at_next_start(folder: Path) -> list[dict[str, object]]:
    """What a window on this desk offers, and what stands in the note when that is accepted."""
    command = (sys.executable, "-m", "tests.faults.next_start", str(folder))
    done = subprocess.run(command, capture_output=True, text=True, env=ENVIRONMENT, timeout=300)
    assert done.returncode == 0, done.stderr[-3000:]
    return [json.loads(line) for line in done.stdout.splitlines()]


def steps(told: list[str]) -> list[int]:
    return [int(line.removeprefix("step ")) for line in told if line.startswith("step ") and line[5:].isdecimal()]


@pytest.mark.parametrize("round_", range(amount(sample=1, full=30)))
def test_kills_lose_no_finished_step(tmp_path: Path, round_: int) -> None:
    """The desk lives on from kill to kill; each time it is opened, looked at, and worked on."""
    chance = random.Random(round_)
    folder = tmp_path / "Хатшының үстелі"
    Desk.open(folder, "en").close()
    for kill in range(10 if FULL else 2):
        told = killed(
            "tests.faults.random_work",
            str(folder),
            str(round_ * 100 + kill),
            after=chance.uniform(0, 1.5),
            from_start=chance.random() < 0.2,
        )
        assert truth.newest_step(folder) >= max(steps(told), default=0)
        with Desk.open(folder, "en") as desk:
            truth.look(desk)
            desk.undo()
            desk.redo()
    with Desk.open(folder, "en") as desk:
        while desk.store.undo(even_sealed=True):
            pass
        assert people.count(desk, PeopleQuery(include_left=True)) == 0


@pytest.mark.parametrize("round_", range(amount(sample=1, full=20)))
def test_a_kill_while_one_types_costs_two_seconds_at_most(tmp_path: Path, round_: int) -> None:
    folder = tmp_path / "desk"
    told = killed("tests.faults.typing", str(folder), after=random.Random(round_).uniform(2.5, 6))
    typed = [json.loads(line) for line in told if line.startswith("{") and line.endswith("}")]
    last = typed[-1]["at"]
    needed = max((each["text"] for each in typed if each["at"] < last - 2), key=len, default="")
    kept = json.loads((folder / "drafts.json").read_text(encoding="utf-8")) if needed else {}
    assert not needed or kept["person/1"]["values"]["note"].startswith(needed)
    if needed:
        offered, found = said_at_next_start(folder)
        assert offered == {"offered": "Open it"}
        assert found == {"note": kept["person/1"]["values"]["note"], "unsaved": True}
    with Desk.open(folder, "en") as desk:
        truth.look(desk)
