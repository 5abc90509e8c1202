"""Every benchmark, each in a process of its own, printed as one table: uv run python -m benchmarks [NAME …]."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

from benchmarks.figures import Figure

HERE = Path(__file__).parent


def main(wanted: list[str]) -> int:
    names = wanted or [path.stem.removeprefix("bench_") for path in sorted(HERE.glob("bench_*.py"))]
    print(f"{'':56} {'altdesk':>11} {'reference':>11} {'ratio':>7} {'limit':>7}")
    missed = 0
    for name in names:
        done = subprocess.run(
            [sys.executable, "-m", f"benchmarks.bench_{name}"], capture_output=True, text=True, cwd=HERE.parent
        )
        if done.returncode:
            print(f"{name}: failed\n{done.stderr}")
            missed += 1
            continue
        answer = json.loads(done.stdout.strip().splitlines()[-1])
        print(f"{name} (peak memory {answer['peak']:.0f} MB)")
        for figure in (Figure(**row) for row in answer["figures"]):
            print("  " + line(figure))
            missed += not figure.holds
    return 1 if missed else 0


def line(figure: Figure) -> str:
    reference = f"{figure.reference:8.1f} {figure.unit:<2}" if figure.reference is not None else ""
    ratio = f"{figure.ratio:.2f} ×" if figure.ratio is not None else ""
    limit = "" if figure.limit is None else f"{figure.limit:g}" + (" ×" if figure.ratio is not None else "")
    mark = "" if figure.holds else "  over"
    return f"{figure.name:54} {figure.ours:8.1f} {figure.unit:<2} {reference:>11} {ratio:>7} {limit:>7}{mark}"


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
