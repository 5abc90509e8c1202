"""Bodies of students: the list with one body beside it, and the members over all of them; two lists on one page."""

from __future__ import annotations

from collections.abc import Mapping
from typing import ClassVar

from altdesk.domain.marking import N_
from ui.pages.registers.bodies_view import BodiesView
from ui.pages.registers.members_view import MembersView
from ui.pages.registers.views import SHOWS
from ui.views import View, ViewsPage


class BodiesPage(ViewsPage):
    """The two lists, and the way from a member to the body."""

    key = "bodies"
    title = N_("Bodies")
    shows = SHOWS
    views_by_key: ClassVar[Mapping[str, type[View]]] = {view.key: view for view in (BodiesView, MembersView)}
    view_of_kind: ClassVar[Mapping[str, str]] = {"body": "bodies_list", "term": "bodies_list"}

    def show_body(self, body_id: int) -> None:
        """Open a body in the list of bodies."""
        self.open_record("body", body_id)
