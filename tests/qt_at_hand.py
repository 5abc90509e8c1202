"""A pytest plugin: where Qt's system libraries are missing, the tests of the window step aside and all others run."""

from __future__ import annotations

import os

import pytest


def missing() -> str:
    """Why Qt cannot be used here; empty when it can."""
    try:
        import PySide6.QtTest  # noqa: F401
        import PySide6.QtWidgets  # noqa: F401
    except ImportError as error:
        return str(error)
    return ""


@pytest.hookimpl(tryfirst=True)
def pytest_load_initial_conftests(early_config: pytest.Config) -> None:
    why = missing()
    if why and not os.environ.get("CI"):
        early_config.pluginmanager.unregister(name="pytest-qt")


def pytest_report_header() -> str:
    why = missing()
    return f"Qt cannot be used, the tests of the window are left out: {why}" if why else ""
