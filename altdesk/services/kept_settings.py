"""Settings that belong to the desk and not to a window: the fields of a frozen dataclass, a journaled row each."""

from __future__ import annotations

import json
from dataclasses import asdict, fields
from enum import Enum
from typing import Any, TypeVar

from sqlalchemy import Connection, select

from altdesk.domain.text import clean
from db.models.desk import setting
from db.step import Step

T = TypeVar("T")


def read(connection: Connection, kind: type[T]) -> T:
    """The settings of this kind as they stand; what was never chosen, or can no longer be chosen, is the default."""
    kept = {row.name: json.loads(row.value) for row in connection.execute(select(setting))}
    values: dict[str, Any] = {}
    for field in fields(kind):  # type: ignore[arg-type]
        if field.name in kept:
            chosen = type(field.default)
            try:
                values[field.name] = chosen(kept[field.name]) if issubclass(chosen, Enum) else kept[field.name]
            except ValueError:
                continue
    return kind(**values)


def write(step: Step, wanted: Any) -> None:
    """Within a step: keep every field; one that was never chosen and is as by default needs no row."""
    rows = {row.name: row.id for row in step.connection.execute(select(setting))}
    defaults = {field.name: field.default for field in fields(wanted)}
    for name, value in asdict(wanted).items():
        text = json.dumps(clean(value).text if isinstance(value, str) else value, ensure_ascii=False)
        if name in rows:
            step.change(setting, rows[name], value=text)
        elif value != defaults[name]:
            step.add(setting, name=name, value=text)
