"""What a desk has to bear: kills, full disks, damaged pages, hostile files, two programs at once.

A sample runs with all tests; ALTDESK_FAULTS=full runs the numbers the requirements name, whose last results stand in
docs/faults.md.
"""

from __future__ import annotations

import os
import sys

FULL = os.environ.get("ALTDESK_FAULTS", "") == "full"


def tell(line: str) -> None:
    """Say a line to whoever started this program, at once."""
    sys.stdout.write(f"{line}\n")
    sys.stdout.flush()


def amount(sample: int, full: int) -> int:
    """How often: the sample, or in full; ALTDESK_FAULTS=7 means seven times."""
    asked = os.environ.get("ALTDESK_FAULTS", "")
    if asked.isdecimal():
        return int(asked)
    return full if FULL else sample
