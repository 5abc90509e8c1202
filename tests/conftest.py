"""What every test may ask for: an open desk in a folder of its own, and builders that read like the domain."""

from __future__ import annotations

import os
import shutil
import time
from collections.abc import Callable, Iterator
from datetime import date, datetime, timedelta
from functools import cache
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
os.environ["CUPS_SERVER"] = f"/tmp/altdesk-cups-{os.getpid()}/cups.sock"  # no test prints on a real printer

import pytest
from hypothesis import HealthCheck, settings

from resources.translations.build_hook import compile_all

compile_all()  # a freshly edited .po is what the tests see

from altdesk.desk import Desk  # noqa: E402
from altdesk.sealing import envelope  # noqa: E402
from altdesk.services import demo  # noqa: E402
from db import upgrade  # noqa: E402
from db.sealed import Database, Sealed  # noqa: E402
from tests.make import Make  # noqa: E402
from tests.qt_at_hand import missing  # noqa: E402

settings.register_profile("altdesk", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("altdesk")  # a busy machine is no fault of what is tested

collect_ignore = ["ui", "journey"] if missing() and not os.environ.get("CI") else []


BEFORE_MIDNIGHT = timedelta(seconds=30)
LONG = ("tests/ui/test_looks.py", "tests/faults/", "tests/journey/", "tests/ui/test_report_page.py")


@pytest.hookimpl(trylast=True)
def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """The longest files go first, so that none of them is left over for one worker at the end."""
    items.sort(key=lambda item: not item.nodeid.startswith(LONG))


@pytest.hookimpl(tryfirst=True)
def pytest_runtest_setup(item: pytest.Item) -> None:
    """What a test takes for today is today until it ends: shortly before midnight it waits for the new day."""
    now = datetime.now()
    left = datetime(now.year, now.month, now.day) + timedelta(1) - now
    if left < BEFORE_MIDNIGHT:
        time.sleep(left.total_seconds() + 0.01)


@pytest.hookimpl
def pytest_xdist_auto_num_workers() -> int:
    """Two to a core: half of their time tests of windows, files and other programs wait."""
    return 2 * (os.cpu_count() or 1)


@pytest.fixture(scope="session", autouse=True)
def first_start(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """The migrations make an empty desk once; every other new desk of the run is a copy of that file. A try of a
    passphrase costs next to nothing."""
    empty, migrate = tmp_path_factory.mktemp("empty") / "altdesk.db", upgrade.migrate

    def copied(database: Database, target: str) -> None:
        if target != upgrade.HEAD or isinstance(database, Sealed) or database.exists():
            migrate(database, target)
            return
        if not empty.exists():
            migrate(empty, target)
        shutil.copyfile(empty, database)

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(upgrade, "migrate", copied)
        patch.setattr(envelope, "USUAL", envelope.Cost(memory=64, passes=1, lanes=1))
        yield


@pytest.fixture(scope="session")
def sample_of(tmp_path_factory: pytest.TempPathFactory) -> Callable[[date], Path]:
    """The folder of the sample desk as it is filled on a day; made once, to be copied."""

    @cache
    def made(day: date) -> Path:
        place = tmp_path_factory.mktemp("sample") / "desk"
        with Desk.open(place, "en") as opened:
            demo.fill(opened, day)
        return place

    return made


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    """An empty desk, opened in English."""
    with Desk.open(tmp_path / "desk", language="en") as opened:
        yield opened


@pytest.fixture
def make(desk: Desk) -> Make:
    """Builders of records on the desk."""
    return Make(desk)
