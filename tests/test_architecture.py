"""The arrows of the house: who may import whom."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent

# room (longest prefix wins) → own rooms it may import
ARROWS = {
    "altdesk.domain": {"altdesk.domain"},
    "altdesk.reading": {"altdesk.reading", "altdesk.domain"},
    "altdesk.forms": {"altdesk.forms", "altdesk.domain", "altdesk"},
    "db": {"db", "altdesk.domain"},
    "altdesk": {"altdesk", "altdesk.domain", "db"},
    "altdesk.services": {"altdesk.services", "altdesk", "altdesk.forms", "altdesk.reading", "altdesk.domain", "db"},
    "altdesk.cli": {"altdesk", "altdesk.cli", "altdesk.commands", "altdesk.domain", "altdesk.services"},
    "altdesk.commands": {
        "altdesk",
        "altdesk.commands",
        "altdesk.domain",
        "altdesk.forms",
        "altdesk.selftest",
        "altdesk.services",
    },
    "altdesk.selftest": {"altdesk", "altdesk.selftest", "altdesk.services", "altdesk.forms", "altdesk.domain", "db"},
    "altdesk.__main__": {"altdesk", "altdesk.cli", "altdesk.domain", "altdesk.services", "ui"},
    "ui": {"ui", "altdesk", "altdesk.services", "altdesk.forms", "altdesk.domain"},
}
# outside library → the rooms that may know it
KEEPERS = {
    "PySide6": {"ui"},
    "qtawesome": {"ui"},
    "sqlalchemy": {"db", "altdesk.services"},
    "sqlite3": {"db"},
    "sqlcipher3": {"db"},
    "cryptography": {"altdesk.sealing"},
    "alembic": {"db"},
    "reportlab": {"altdesk.forms.render"},
    "docx": {"altdesk.forms.render"},
    "pptx": {"altdesk.forms.render"},
    "openpyxl": {"altdesk.forms.render"},
    "pypdf": {"altdesk.forms.render"},
    "python_calamine": {"altdesk.reading"},
}


def modules() -> Iterator[tuple[str, Path]]:
    for top in ("altdesk", "ui", "db"):
        for path in sorted((ROOT / top).rglob("*.py")):
            name = ".".join(path.relative_to(ROOT).with_suffix("").parts)
            yield name.removesuffix(".__init__"), path


def imports(path: Path) -> set[str]:
    found: set[str] = set()
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            found.update(alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module:
            assert node.level == 0, f"{path}: relative import"
            found.update(f"{node.module}.{alias.name}" for alias in node.names)
    return found


def room(module: str) -> str:
    return max((name for name in ARROWS if f"{module}.".startswith(f"{name}.")), key=len, default="")


@pytest.mark.parametrize(("module", "path"), list(modules()), ids=lambda value: str(value))
def test_arrows_point_down(module: str, path: Path) -> None:
    own = room(module)
    for imported in imports(path):
        target = room(imported)
        if target:
            assert target in ARROWS[own], f"{module} imports {imported}: {own} must not know {target}"
        for library, keepers in KEEPERS.items():
            if f"{imported}.".startswith(f"{library}.") and not module.startswith("db.migrations.versions"):
                allowed = any(f"{module}.".startswith(f"{keeper}.") for keeper in keepers)
                assert allowed, f"{module} imports {library}, which belongs to {sorted(keepers)}"


def test_domain_imports_only_the_standard_library() -> None:
    import sys

    for module, path in modules():
        if room(module) == "altdesk.domain":
            outside = {name.split(".")[0] for name in imports(path)} - set(sys.stdlib_module_names) - {"altdesk"}
            assert not outside, f"{module} imports {outside}"


def test_migrations_never_import_models() -> None:
    for module, path in modules():
        if module.startswith("db.migrations"):
            assert not any(name.startswith(("db", "altdesk")) for name in imports(path)), module


def test_modules_open_with_a_sentence() -> None:
    for module, path in modules():
        tree = ast.parse(path.read_text(encoding="utf-8"))
        assert not tree.body or ast.get_docstring(tree), f"{module} does not say what it is for"
