"""kill -9 at any moment of an import: the desk is as before it or as after it, never between."""

from __future__ import annotations

import csv
import os
import random
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from altdesk.desk import Desk
from altdesk.domain.people import PeopleQuery
from altdesk.services import acquaintance, people, people_import
from tests.make import Make

NUMBER = 1500
WORKER = """
import sys
from pathlib import Path
from altdesk.desk import Desk
from altdesk.services import people_import
with Desk.open(Path(sys.argv[1]), language="en") as desk:
    print("ready", flush=True)
    while True:
        people_import.apply(desk, people_import.preview(desk, Path(sys.argv[2])))
        desk.undo()
"""


@pytest.fixture(scope="module")
def listed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A list of people; where two are called much the same, the later one is left out as doubtful."""
    path = tmp_path_factory.mktemp("list") / "тізім.csv"
    with path.open("w", encoding="utf-8-sig", newline="") as file:
        writer = csv.writer(file)
        writer.writerow(("Тегі", "Аты", "Лауазымы", "Институт"))
        letters = "абвгдежзик"
        for number in range(NUMBER):
            tail = "".join(letters[int(digit)] for digit in str(number))
            writer.writerow((f"Сынақов{tail}", "Ерлан", "Маман", f"Институт {number % 7}"))
    return path


@pytest.mark.skipif(not hasattr(signal, "SIGKILL"), reason="needs SIGKILL")
@pytest.mark.parametrize("seed", range(8))
def test_a_kill_leaves_before_or_after(tmp_path: Path, listed: Path, seed: int) -> None:
    with Desk.open(tmp_path, language="en") as desk:
        make = Make(desk)
        make.people(2)
        make.audience(make.document())
        whole = 2 + people_import.preview(desk, listed).counts.new
    worker = subprocess.Popen(
        [sys.executable, "-c", WORKER, str(tmp_path), str(listed)],
        stdout=subprocess.PIPE,
        env={**os.environ, "PYTHONPATH": "."},
    )
    assert worker.stdout is not None
    worker.stdout.readline()
    time.sleep(random.Random(seed).uniform(0.0, 0.8))
    worker.kill()
    worker.wait()
    worker.stdout.close()
    with Desk.open(tmp_path, language="en") as desk:
        there = people.count(desk, PeopleQuery())
        assert there in {2, whole}
        assert acquaintance.coverage(desk)[0].total == there
        with desk.store.read() as connection:
            assert connection.exec_driver_sql("PRAGMA integrity_check").scalar() == "ok"
            indexed = "SELECT count(DISTINCT record_id) FROM search_word WHERE kind = 'person'"
            assert connection.exec_driver_sql(indexed).scalar() == there
        while desk.undo():
            pass
        assert people.count(desk, PeopleQuery(include_left=True)) == 0
