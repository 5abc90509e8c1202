"""The version of the program, as it was installed or built."""

from __future__ import annotations


def version() -> str:
    """Its number; a question mark where the program was put together by hand."""
    from importlib.metadata import PackageNotFoundError
    from importlib.metadata import version as of

    try:
        return of("altdesk")
    except PackageNotFoundError:
        return "?"
