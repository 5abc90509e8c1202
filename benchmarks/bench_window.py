"""First paint and data on screen against a bare PySide6 window, with no, 5,000 and 100,000 people."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import time
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from altdesk.settings import S, Settings
from benchmarks import desks
from benchmarks.figures import Figure, report

ROUNDS = 7
BARE = ("bare",)


def start(*words: str) -> dict[str, Any]:
    """One start, a process of its own, timed from before the process began."""
    environment = os.environ | {"ALTDESK_PROBE_STARTED": repr(time.time())}
    environment.setdefault("QT_QPA_PLATFORM", "offscreen")
    environment.pop("PYTHONDONTWRITEBYTECODE", None)  # what is installed is compiled once, not at every start
    command = [sys.executable, "-m", "benchmarks.window_probe", *words]
    done = subprocess.run(command, env=environment, capture_output=True, text=True, check=True, timeout=60)
    answer: dict[str, Any] = json.loads(done.stdout.strip().splitlines()[-1])
    return answer


def best_of(probes: Sequence[tuple[str, ...]]) -> list[dict[str, Any]]:
    """The best of some starts of each, by turns: what else the machine does meets all of them alike."""
    rounds = [[start(*words) for words in probes] for _ in range(ROUNDS)]
    return [{key: min(each[key] for each in answers) for key in answers[0]} for answers in zip(*rounds, strict=True)]


def _on_people_page(data: Path) -> None:
    settings = Settings(data / "settings.json")
    settings.set(S.last_page, "people")
    settings.save()


def run() -> list[Figure]:
    people, probes = (0, 5_000, 100_000), [BARE]
    for number in people:
        with desks.of_people(number) as desk:
            where = desk.folders.data
        _on_people_page(where)
        probes.append(("altdesk", str(where)))
    bare, *ours = best_of(probes)
    figures, memory = [], {}
    for number, each in zip(people, ours, strict=True):
        memory[number] = each["peak"]
        figures.append(Figure(f"first paint, {number:,} people", each["painted"], bare["painted"], 2))
        figures.append(Figure(f"data on screen, {number:,} people", each["shown"], bare["painted"], 5))
    figures.append(Figure("memory of 100,000 people over none", memory[100_000] - memory[0], None, 60, "MB"))
    figures.append(Figure("memory of the window over a bare one", memory[5_000], bare["peak"], None, "MB"))
    return figures


if __name__ == "__main__":
    report(run)
