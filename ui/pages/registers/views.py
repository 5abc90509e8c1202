"""The two lists of the page: the bodies, and who holds what over all of them."""

from __future__ import annotations

from typing import Protocol

from altdesk.domain.marking import N_

PARTS = (
    ("bodies_list", N_("Bodies"), "account-tie-outline"),
    ("members", N_("Members"), "card-account-details-outline"),
)
SHOWS = frozenset({"body", "body_post", "term", "body_keyword", "interest", "person", "unit"})


class Home(Protocol):
    """What a view may ask of the page it stands on."""

    def show_view(self, key: str) -> None: ...
    def show_body(self, body_id: int) -> None: ...
