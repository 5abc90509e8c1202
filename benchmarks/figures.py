"""A figure: what altdesk takes beside what a reference takes in the same run."""

from __future__ import annotations

import gc
import json
import resource
import sys
import time
from collections.abc import Callable
from dataclasses import asdict, dataclass


@dataclass(frozen=True)
class Figure:
    """`ours` and `reference` in one unit; `limit` is the ratio allowed, or with no reference the most `ours` may be."""

    name: str
    ours: float
    reference: float | None = None
    limit: float | None = None
    unit: str = "ms"

    @property
    def ratio(self) -> float | None:
        return self.ours / self.reference if self.reference else None

    @property
    def holds(self) -> bool:
        return self.limit is None or (self.ratio if self.ratio is not None else self.ours) <= self.limit


def best(work: Callable[[], object], rounds: int = 5) -> float:
    """The best of some rounds, in milliseconds."""
    times = []
    for _ in range(rounds):
        gc.collect()
        began = time.perf_counter()
        work()
        times.append((time.perf_counter() - began) * 1000)
    return min(times)


def report(run: Callable[[], list[Figure]]) -> None:
    """The end of a benchmark's own process: its figures and its peak memory as one JSON line."""
    figures = run()
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    sys.stdout.write(json.dumps({"figures": [asdict(figure) for figure in figures], "peak": peak}) + "\n")
