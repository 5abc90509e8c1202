"""The door of the program, the only place that knows everybody: a command, or the window."""

from __future__ import annotations

import gc
import sys
from pathlib import Path


class Window:
    """What needs Qt; it is imported only when it is asked for."""

    def open(self, data: Path | None, language: str | None) -> int:
        """Open the window and stay until it is closed; answers the exit code."""
        gc.disable()  # nearly all that a start makes stays: `app` collects again when the window stands
        from ui import app

        return app.run(data, language)

    def page_text(self, content: bytes) -> str:
        """The text of the first page of a PDF, read as the preview reads it."""
        from ui import selftest

        return selftest.page_text(content)


def main() -> int:
    """Run the program with the arguments it was started with; returns its exit code."""
    from altdesk import cli, running

    running.announce()
    return cli.run(sys.argv[1:], Window())


if __name__ == "__main__":
    sys.exit(main())
