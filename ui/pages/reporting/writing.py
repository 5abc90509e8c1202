"""The texts of one section of a report, each typed once, in a roomy editor."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from typing import Any

from altdesk.desk import Changed, Desk
from altdesk.domain.marking import N_
from altdesk.domain.report import PART_NAMES, PARTS, SECTION_NAMES, Part, Report, Section
from altdesk.services import report as service
from ui.editor import Record
from ui.fields import Field, Kind
from ui.shell import Shell
from ui.widgets.locked import LockableEditor


@dataclass(frozen=True)
class Written:
    """The parts of a report as an editor holds them."""

    summary: str = ""
    resources: str = ""
    events: str = ""
    execution: str = ""
    leadership: str = ""
    clubs: str = ""
    measures: str = ""
    sponsors: str = ""
    tendencies: str = ""
    shortcomings: str = ""
    proposals: str = ""


def written(report: Report) -> Written:
    """What is written in a report."""
    return Written(**{part.value: text for part, text in report.texts.items()})


class SectionEditor(LockableEditor):
    """Edits the texts of one section."""

    def __init__(self, shell: Shell, section: Section) -> None:
        super().__init__(shell, _record(shell, section), closable=False)

    def show_whole(self, *, whole: bool) -> None:
        """Be as high as the texts need, or let them scroll."""
        self._form.show_whole(whole=whole)

    def show_report(self, report: Report) -> None:
        """Show the texts of this report."""
        self.set_locked(to=report.locked)
        if self.record_id != report.id or not self.active:
            self.open(report.id)
        else:
            self.refresh()


def _record(shell: Shell, section: Section) -> Record:
    desk = shell.desk
    return Record(
        kind=f"report_{section.value}",
        new_title=SECTION_NAMES[section],
        fields=tuple(
            Field(part.value, PART_NAMES[part], Kind.ROOMY, beside=at > 0) for at, part in enumerate(PARTS[section])
        ),
        blank=Written,
        get=lambda number: written(service.get(desk, number)),
        add=_not_here,
        save=partial(_save, desk, PARTS[section]),
        title=lambda _written: shell.say(SECTION_NAMES[section]),
    )


def _save(desk: Desk, parts: tuple[Part, ...], number: int, draft: Written) -> Changed:
    return service.write(desk, number, {part: getattr(draft, part.value) for part in parts})


def _not_here(_draft: Any) -> Changed:
    """A report is begun on its page, never by an editor without a record."""
    raise NotImplementedError


class HeadEditor(LockableEditor):
    """Edits how a report is called and who approves it."""

    def __init__(self, shell: Shell) -> None:
        super().__init__(shell, _head_record(shell), closable=False)

    def show_report(self, report: Report) -> None:
        """Show the head of this report."""
        self.set_locked(to=report.locked)
        if self.record_id != report.id or not self.active:
            self.open(report.id)
        else:
            self.refresh()


def _head_record(shell: Shell) -> Record:
    desk = shell.desk

    def save(number: int, draft: Report) -> Changed:
        named = {name: getattr(draft, name) for name in ("title", "approved_by", "approved_by_post", "note")}
        return service.rename(desk, number, **named)

    return Record(
        kind="report_head",
        new_title=N_("About the report"),
        fields=(
            Field("approved_by_post", N_("Post of who approves"), hint=N_("It stands under БЕКІТЕМІН.")),
            Field("approved_by", N_("Who approves")),
            Field("title", N_("Line under the title"), hint=N_("May stay empty.")),
            Field("note", N_("Note"), Kind.LONG, hint=N_("It is not printed.")),
        ),
        blank=Report,
        get=lambda number: service.get(desk, number),
        add=_not_here,
        save=save,
        title=lambda _report: shell.say(N_("About the report")),
    )
