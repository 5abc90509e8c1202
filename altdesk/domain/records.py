"""Records: what the tables of a desk are called where a person reads of them."""

from __future__ import annotations

from altdesk.domain.marking import N_

TABLE_NAMES = {
    "person": N_("People"),
    "unit": N_("Units"),
    "saved_group": N_("Groups"),
    "document": N_("Documents"),
    "sheet": N_("Acquaintance sheets"),
    "step": N_("Steps in the history"),
}
