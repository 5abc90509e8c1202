"""One report whole: its sections at the left, the texts of one in the middle, the figures beside them."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any, ClassVar

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QSplitter, QStackedWidget, QVBoxLayout, QWidget

from altdesk.domain.marking import N_
from altdesk.domain.report import PARTS, REPORT_KIND_NAMES, SECTION_NAMES, SECTIONS, Part, Report, Section
from altdesk.domain.report_facts import Facts
from altdesk.domain.report_gaps import Missing
from altdesk.i18n import Translator
from altdesk.services import report as service
from ui.actions import Action
from ui.page import Page
from ui.pages.reporting.ending import Ending
from ui.pages.reporting.figures import Figures, Gaps
from ui.pages.reporting.listing import STATES, paper_of
from ui.pages.reporting.room import SectionRoom, SectionTexts
from ui.pages.reporting.writing import HeadEditor, SectionEditor
from ui.shell import Shell
from ui.theme import GRID, Tone
from ui.widgets.outline import Outline, OutlineLine
from ui.widgets.parts import button, button_row

HEAD, GAPS = "head", "gaps"
OUTLINE, REST = 20, 80  # per cent, until the window becomes wider
Then = Callable[[], None]


@dataclass(frozen=True)
class Opened:
    """A report with all that is shown of it."""

    report: Report
    period: str
    facts: Facts
    before: Facts | None
    gaps: tuple[Missing, ...]


class ReportView(Page):
    """One report. What is typed in a section is saved when another is chosen."""

    key = "report_view"
    title = N_("Report")
    shows: ClassVar[frozenset[str]] = frozenset({
        "report", "report_text", "event", "participant", "plan", "plan_row", "leadership_meeting", "raised_issue",
        "measure", "donation", "sponsor", "club_assessment", "body", "term", "person", "setting",
    })  # fmt: skip

    def __init__(self, shell: Shell, back: Then) -> None:
        self._back = back
        super().__init__(shell)
        self.opened: Opened | None = None
        self._shown = GAPS
        self._preview: Any = None
        self.outline, self.parts = Outline(), QStackedWidget()
        self.gaps, self.figures = Gaps(shell), Figures(shell)
        self.head_editor, self.ending = HeadEditor(shell), Ending(shell)
        self.head_editor.below.addWidget(self.ending)
        self.editors = {section: SectionEditor(shell, section) for section in Section}
        self.texts = SectionTexts(self.editors.values())
        self._lay_out()
        self.outline.chosen.connect(self._choose)
        self.gaps.wanted.connect(self._write_part)
        shell.words.switched.connect(lambda: self._show(fresh=False))

    # what the page declares

    def primary(self) -> Action:
        return Action("print", N_("Print the report"), self.print_selected, "printer-outline")

    def more(self) -> Sequence[Action]:
        return (
            Action("next", N_("Next part"), lambda: self.outline.step(1), "chevron-down", "Ctrl+PgDown"),
            Action("before", N_("Part before"), lambda: self.outline.step(-1), "chevron-up", "Ctrl+PgUp"),
            Action("list", N_("All reports"), self._go_back, "arrow-left", line_before=True),
        )

    # what others ask

    def open_report(self, report_id: int, part: str = "") -> None:
        """Show a report; `part` names the section or page of it that is shown first."""
        desk = self.shell.desk

        def load() -> Opened:
            kept = service.get(desk, report_id)
            facts, before = service.facts(desk, kept), service.facts_before(desk, kept)
            return Opened(kept, facts.period.name, facts, before, service.missing(desk, kept))

        def show(found: Opened) -> None:
            fresh = self.opened is None or self.opened.report.id != report_id
            self.opened = found
            if part:
                self._shown = part
            elif fresh:
                self._shown = GAPS if found.gaps else HEAD
            self._show(fresh=fresh or bool(part))

        self.shell.work.do(load, show, lambda _gone: self._back(), topic="report")

    def refresh(self) -> None:
        self.stale = False
        if self.opened is not None:
            self.open_report(self.opened.report.id)

    def leave(self, then: Then) -> None:
        editor = self._editor()
        if editor is not None and editor.active:
            editor.leave(then)
        else:
            then()

    def save(self) -> None:
        editor = self._editor()
        if editor is not None:
            editor.commit()

    def focus_list(self) -> None:
        self.outline.setFocus()

    def print_selected(self) -> None:
        """Show the paper, after what is typed is saved; shown already, send it to the printer."""
        if self._paper_shown:
            self._preview.print_paper()
            return

        def show() -> None:
            from ui.preview import Preview

            if self.opened is None:
                return
            if self._preview is None:
                self._preview = Preview(self.shell)
                self._preview.closed.connect(self._close_paper)
                self.parts.addWidget(self._preview)
            self._preview.show_paper(paper_of(self.shell, self.opened.report.id, self.opened.report.kind))
            self.parts.setCurrentWidget(self._preview)

        self.leave(show)

    # inside

    def _close_paper(self) -> None:
        self._show_part(self._shown)
        self.focus_list()

    @property
    def _paper_shown(self) -> bool:
        return self._preview is not None and self.parts.currentWidget() is self._preview

    def _show(self, *, fresh: bool) -> None:
        opened = self.opened
        if opened is None:
            return
        self.outline.show_lines(self._lines(opened), self._shown)
        self.outline.setMinimumWidth(self.outline.width_of_words())
        say = self.shell.say
        self.head.title.setText(f"{say(REPORT_KIND_NAMES[opened.report.kind])} {opened.period}")
        self.head.show_state(self._state)
        if fresh or not self._paper_shown:
            self._show_part(self.outline.current_key)

    def _state(self, say: Translator) -> str:
        opened = self.opened
        if opened is None:
            return ""
        state = say(STATES[opened.report.state].word)
        lacking = len(opened.gaps)
        rest = say.plural("%(n)d thing is lacking", "%(n)d things are lacking", lacking) if lacking else ""
        return ". ".join(filter(None, (state, rest)))

    def _lines(self, opened: Opened) -> list[OutlineLine]:
        say = self.shell.say
        lacking = say.plural("%(n)d thing is lacking", "%(n)d things are lacking", len(opened.gaps))
        nothing = say(N_("Nothing is lacking"))
        lines = [
            OutlineLine(GAPS, say(N_("Before printing")), "clipboard-check-outline",
                        lacking if opened.gaps else nothing, Tone.WAIT if opened.gaps else Tone.GOOD),
            OutlineLine(HEAD, say(N_("About the report")), "card-account-details-outline",
                        say(STATES[opened.report.state].word)),
        ]  # fmt: skip
        for number, section in enumerate(SECTIONS[opened.report.kind]):
            unwritten = [part for part in PARTS[section] if not opened.report.texts.get(part)]
            about = say(N_("Written")) if not unwritten else say(N_("No text yet"))
            tone = Tone.GOOD if not unwritten else Tone.QUIET
            text = f"{number}. {say(SECTION_NAMES[section])}"
            lines.append(OutlineLine(section.value, text, "text-box-outline", about, tone))
        return lines

    def _choose(self, key: str) -> None:
        """Another part: what is typed is saved first, else the outline goes back to where one is."""
        before, editor = self._shown, self._editor()
        if editor is not None and editor.active:
            editor.leave(lambda: self._show_part(key), lambda: self.outline.stand_on(before))
        else:
            self._show_part(key)

    def _show_part(self, key: str) -> None:
        opened = self.opened
        if opened is None:
            return
        if key != self._shown:
            for editor in (self.head_editor, *self.editors.values()):
                editor.active = False
        self._shown = key
        self.outline.stand_on(key)
        if key == GAPS:
            self.gaps.show_gaps(opened.gaps, opened.facts)
            self.parts.setCurrentWidget(self.gaps)
        elif key == HEAD:
            self.head_editor.show_report(opened.report)
            self.ending.show_report(opened.report)
            self.parts.setCurrentWidget(self.head_editor)
        else:
            section = Section(key)
            self.editors[section].show_report(opened.report)
            self.texts.setCurrentWidget(self.editors[section])
            self.figures.show_section(section, opened.facts, opened.before)
            self.parts.setCurrentWidget(self.beside)
            self.beside.show_from_above()

    def _write_part(self, part: Part) -> None:
        """Go to where a part is written."""
        section = next(each for each, parts in PARTS.items() if part in parts)
        self._choose(section.value)
        self.editors[section].boxes[part.value].input.setFocus()

    def _editor(self) -> HeadEditor | SectionEditor | None:
        if self._shown == HEAD:
            return self.head_editor
        return None if self._shown == GAPS else self.editors[Section(self._shown)]

    def _go_back(self) -> None:
        self.leave(self._back)

    # building

    def _lay_out(self) -> None:
        shell, left = self.shell, QWidget()
        left.setObjectName("panel")
        self.back_button = button(shell, N_("All reports"), self._go_back, "arrow-left", N_("Back to the list (Esc)"))
        shell.words(self.outline, name=N_("Parts of the report"))
        column = QVBoxLayout(left)
        column.setContentsMargins(GRID, GRID, 0, GRID)
        column.setSpacing(GRID)
        column.addLayout(button_row((self.back_button,)))
        column.addWidget(self.outline, 1)
        self.beside = SectionRoom(self.texts, self.figures)
        for part in (self.gaps, self.head_editor, self.beside):
            self.parts.addWidget(part)
        self.parts.setObjectName("panel")
        split = QSplitter(Qt.Orientation.Horizontal, childrenCollapsible=False)
        split.setHandleWidth(1)
        split.addWidget(left)
        split.addWidget(self.parts)
        split.setStretchFactor(0, 0)
        split.setStretchFactor(1, 1)
        split.setSizes([OUTLINE * 10, REST * 10])
        self.column.addWidget(split, 1)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        editor = self._editor()
        if event.key() == Qt.Key.Key_Escape and (editor is None or not editor.changed):
            self._go_back()
        else:
            super().keyPressEvent(event)
