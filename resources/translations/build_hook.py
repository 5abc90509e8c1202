"""Build hook: the program's .po files become .mo files whenever altdesk is installed, also for development."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po

try:
    from hatchling.builders.hooks.plugin.interface import BuildHookInterface
except ImportError:  # run by hand: python resources/translations/build_hook.py
    BuildHookInterface = object

HERE = Path(__file__).parent


def compile_all() -> list[Path]:
    """Write LC_MESSAGES/altdesk.mo beside every altdesk.po; returns the files written."""
    written = []
    for po in sorted(HERE.glob("*/LC_MESSAGES/altdesk.po")):
        with po.open("rb") as source:
            catalogue = read_po(source, locale=po.parent.parent.name)
        mo = po.with_suffix(".mo")
        with mo.open("wb") as target:
            write_mo(target, catalogue)
        written.append(mo)
    return written


class CustomBuildHook(BuildHookInterface):  # type: ignore[misc]
    """Called by hatchling before a wheel (plain or editable) is made."""

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:  # noqa: ARG002
        compile_all()


if __name__ == "__main__":
    compile_all()
