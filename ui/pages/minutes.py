"""Minutes: the list of meetings, and one meeting whole; the page holds both and shows one of them."""

from __future__ import annotations

from functools import cached_property, partial
from typing import Any

from altdesk.domain.marking import N_
from altdesk.services import agenda_items
from ui.pages.meeting.listing import MinutesList
from ui.pages.meeting.looks import item_key
from ui.pages.meeting.view import MeetingView
from ui.shell import Shell
from ui.viewspage import ListAndWhole


class MinutesPage(ListAndWhole):
    """Answers the window with what is shown now."""

    key = "minutes"
    title = N_("Minutes")
    shows = MinutesList.shows | MeetingView.shows

    def __init__(self, shell: Shell) -> None:
        super().__init__(shell)
        self.list = MinutesList(shell, self.open_minutes)
        self.show_page(self.list)

    @cached_property
    def meeting(self) -> MeetingView:
        """One meeting whole, made when the first is opened."""
        return MeetingView(self.shell, self.show_list)

    @property
    def panel(self) -> Any:
        """What stands beside the list; F6 goes there."""
        return super().panel if self.view is self.list else self.meeting.parts

    def open_minutes(self, minutes_id: int, part: str = "") -> None:
        """Show one meeting."""
        self.show_page(self.meeting)
        self.meeting.open_minutes(minutes_id, part)
        self.meeting.focus_list()

    def opened_id(self) -> int | None:
        return self.meeting.minutes.id if self.meeting.minutes else None

    # what the window asks

    def open_record(self, kind: str, record_id: int) -> None:
        desk = self.shell.desk

        def enter() -> None:
            if kind == "agenda_item":
                find = partial(agenda_items.minutes_of, desk, record_id)
                self.shell.work.do(find, lambda found: self.open_minutes(found, item_key(record_id)))
            elif kind == "body":
                self.show_page(self.list)
                self.list.filters.choose(body=record_id)
            else:
                self.open_minutes(record_id)

        self.view.leave(enter)
