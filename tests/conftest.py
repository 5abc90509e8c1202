"""What every test may ask for: an open desk in a folder of its own, and builders that read like the domain."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
os.environ["CUPS_SERVER"] = f"/tmp/altdesk-cups-{os.getpid()}/cups.sock"  # no test prints on a real printer

import pytest
from hypothesis import HealthCheck, settings

from resources.translations.build_hook import compile_all

compile_all()  # a freshly edited .po is what the tests see

from altdesk.desk import Desk  # noqa: E402
from db import upgrade  # noqa: E402
from tests.make import Make  # noqa: E402
from tests.qt_at_hand import missing  # noqa: E402

settings.register_profile("altdesk", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("altdesk")  # a busy machine is no fault of what is tested

collect_ignore = ["ui", "journey"] if missing() and not os.environ.get("CI") else []


@pytest.fixture(scope="session", autouse=True)
def first_start(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """The migrations make an empty desk once; every other new desk of the run is a copy of that file."""
    empty, migrate = tmp_path_factory.mktemp("empty") / "altdesk.db", upgrade.migrate

    def copied(database: Path, target: str) -> None:
        if target != upgrade.HEAD or database.exists():
            migrate(database, target)
            return
        if not empty.exists():
            migrate(empty, target)
        shutil.copyfile(empty, database)

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(upgrade, "migrate", copied)
        yield


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    """An empty desk, opened in English."""
    with Desk.open(tmp_path / "desk", language="en") as opened:
        yield opened


@pytest.fixture
def make(desk: Desk) -> Make:
    """Builders of records on the desk."""
    return Make(desk)
