"""The Kazakh vectors: pairs and lists that every version of altdesk must get right."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

VECTORS: dict[str, Any] = json.loads(
    (Path(__file__).parent.parent / "data" / "kazakh_vectors.json").read_text(encoding="utf-8")
)
