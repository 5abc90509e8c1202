"""Two programs started on one desk at the same instant: exactly one owns it."""

from __future__ import annotations

import os
import subprocess
import sys
import time
from pathlib import Path

from tests.faults import amount

WORKER = """
import sys, time
from pathlib import Path
from altdesk.desk import Desk
from altdesk.lock import DeskIsOpen
time.sleep(max(0.0, float(sys.argv[2]) - time.time()))
try:
    desk = Desk.open(Path(sys.argv[1]), "en")
except DeskIsOpen:
    print("theirs")
else:
    print("mine", flush=True)
    sys.stdin.read()
    desk.close()
"""


def test_exactly_one_owns_the_desk(tmp_path: Path) -> None:
    environment = {**os.environ, "PYTHONPATH": "."}
    for number in range(amount(sample=3, full=100)):
        folder = tmp_path / str(number % 7)  # some of them new, some already there
        arguments = [sys.executable, "-c", WORKER, str(folder), str(time.time() + 1.2)]
        started = [
            subprocess.Popen(arguments, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, env=environment)
            for _ in range(2)
        ]
        said = []
        for program in started:
            assert program.stdout is not None
            said.append(program.stdout.readline().strip())
        for program in started:
            program.communicate("")
        assert sorted(said) == ["mine", "theirs"]
        assert [program.returncode for program in started] == [0, 0]
