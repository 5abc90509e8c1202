"""The norms a new desk can begin with: the references of §2, as the seed has them."""

from __future__ import annotations

import tomllib

from altdesk.desk import Changed, Desk
from altdesk.domain.norms import NormDraft, NormKind
from altdesk.folders import resources
from altdesk.services import norms


def drafts() -> tuple[NormDraft, ...]:
    """The norms of the seed, in the order of the source and with its oddities."""
    kept = tomllib.loads((resources("seed") / "norms.toml").read_text(encoding="utf-8"))
    return tuple(NormDraft(each["designation"], each["title"], NormKind(each["kind"])) for each in kept["norm"])


def load(desk: Desk, document_id: int | None = None) -> Changed:
    """Add the norms that are not there yet; with a document (the work instruction) it refers to all of them."""
    return norms.take_over(desk, drafts(), document_id)
