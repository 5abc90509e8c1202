"""The page of an import: choose a file, look at every row and decide, and only then write."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any, ClassVar

from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QFileDialog, QStackedWidget, QWidget

from altdesk.domain.errors import Refusal
from altdesk.domain.import_plan import Decision, RowStatus
from altdesk.domain.marking import N_
from altdesk.files import Tell
from altdesk.i18n import Translator
from altdesk.settings import S
from ui.actions import Action
from ui.columns import Column
from ui.page import Page
from ui.pages.importing.choices import choices, edited, namesakes, offered
from ui.pages.importing.choose import ChooseFile, dropped_file
from ui.pages.importing.preview import PreviewScreen
from ui.pages.importing.rows import SKIPPED, Planned, in_file_order, orders, text_of
from ui.pages.importing.saying import Saying
from ui.shell import Shell
from ui.work import Job, Progress

if TYPE_CHECKING:
    from altdesk.desk import Changed, Desk

# A preview holds only while the desk stands still: whatever is done, the file is looked at again.
EVERYTHING = frozenset({
    "person",
    "further_post",
    "unit",
    "saved_group",
    "group_member",
    "document",
    "revision",
    "audience",
    "duty",
    "sheet",
    "sheet_row",
    "setting",
    "body",
    "body_post",
    "body_keyword",
    "term",
    "interest",
})
LISTS = "*.xlsx *.xls *.xlsm *.ods *.csv *.tsv *.txt *.docx"


class ImportPage(Page):
    """What every import shares. Nothing is written before the button is pressed."""

    icon: ClassVar[str] = "table-arrow-down"
    sentence: ClassVar[str] = ""  # on the empty page
    field_names: ClassVar[Mapping[Any, str]] = {}  # what a column can hold
    looks_through: ClassVar[tuple[str, ...]] = ()  # what the filter and the order of the table go by
    update_verb: ClassVar[str] = ""  # what the button says that changes the kept record; its key is U
    goes_to: ClassVar[str] = ""  # the page that shows what was imported
    shows = EVERYTHING
    filter_hint = N_("Find a row")

    def __init__(self, shell: Shell) -> None:
        super().__init__(shell)
        self.saying = self.make_saying(shell.say)
        self.path: Path | None = None
        self.plan: Any = None
        self.decisions: dict[int, Decision[Any]] = {}  # by row number of the file
        self._mapping: dict[int, Any] | None = None
        self._sheet: int | None = None
        self._job: Job | None = None
        self.choose = ChooseFile(shell.words, self.icon, self.sentence)
        self.preview = PreviewScreen(shell, self)
        self._middle = QStackedWidget()
        self._middle.addWidget(self.choose)
        self._middle.addWidget(self.preview)
        self.column.addWidget(self._middle, 1)
        self.setAcceptDrops(True)
        self._connect()
        self._ask()

    # what an import declares

    def look(self, desk: Desk, path: Path, sheet: int | None, mapping: Mapping[int, Any] | None) -> Any:
        """The preview; runs in the desk's room."""
        raise NotImplementedError

    def write(self, desk: Desk, plan: Any, decisions: Mapping[int, Decision[Any]], tell: Tell) -> Changed:
        """Write what was decided, as one step; runs in the desk's room, and is stopped by `tell`."""
        raise NotImplementedError

    def all_columns(self) -> tuple[Column, ...]:
        """The columns of the preview table."""
        raise NotImplementedError

    def verb(self, say: Translator, rows: int) -> str:
        """What the button says."""
        raise NotImplementedError

    def make_saying(self, say: Translator) -> Saying:
        """What says the rows in words."""
        raise NotImplementedError

    def known(self, record: Any) -> str:
        """A kept record in a few words."""
        raise NotImplementedError

    def questions(self) -> QWidget | None:
        """What is asked beside the file, such as the body of its members; the page looks again when it changes."""
        return None

    # what the columns use

    def edit(self, field: str, number: int, typed: str) -> None:
        """A cell was typed anew; called in the desk's room, so it is told by a signal."""
        self.preview.edited.emit(number, field, typed)

    # what the window asks

    def more(self) -> Sequence[Action]:
        return (
            Action("open", N_("Choose a file…"), self.ask_for_file, "folder-open-outline", "Ctrl+O"),
            Action("reread", N_("Read the file again"), self.reread, "refresh"),
        )

    def refresh(self) -> None:
        """F5, or the desk has changed: look at the file again; what was decided stays decided."""
        if self.path is not None:
            self.reread()

    def filter(self, text: str) -> None:
        self.preview.filter(text)

    def focus_list(self) -> None:
        if self.plan is None:
            self.choose.button.setFocus()
        else:
            self.preview.table.setFocus()

    # the file

    def ask_for_file(self) -> None:
        settings, say = self.shell.settings, self.shell.say
        start = settings.get(S.last_folder) or str(Path.home())
        kinds = say(N_("Lists")) + f" ({LISTS});;" + say(N_("All files")) + " (*)"
        chosen, _ = QFileDialog.getOpenFileName(self, say(N_("Choose a file")), start, kinds)
        if chosen:
            settings.set(S.last_folder, str(Path(chosen).parent))
            self.open_file(Path(chosen))

    def open_file(self, path: Path) -> None:
        """Read a file from the beginning: its first list, its columns as they are recognised."""
        self._forget()
        self.path = path
        self.choose.wait(path.name)
        self._middle.setCurrentWidget(self.choose)
        self._look()

    def reread(self) -> None:
        """Read the same file again, with the sheet and the columns chosen."""
        if self.path is not None and not self.preview.writing:
            self._look()

    def _look(self) -> None:
        path, desk, sheet, mapping = self.path, self.shell.desk, self._sheet, self._mapping
        assert path is not None
        self.preview.wait()
        self._job = self.shell.work.do(
            lambda: self.look(desk, path, sheet, mapping),
            self._show,
            self._refused,
            label=N_("Reading the file"),
            topic=f"import-{self.key}",
        )

    def _show(self, plan: Any) -> None:
        self.plan = plan
        planned = self._planned(plan)
        self.decisions = {number: made for number, made in self.decisions.items() if number in planned.by_number}
        self.preview.show_plan(planned, self.decisions)
        self.head.show_state(planned.state)
        self.head.filter.show()
        if self._middle.currentWidget() is not self.preview:
            self._middle.setCurrentWidget(self.preview)
            self.focus_list()

    def _planned(self, plan: Any) -> Planned:
        names = [status.value for status in RowStatus]
        return Planned(
            file=plan.file,
            sheets=plan.sheets,
            sheet=plan.sheet,
            heads=plan.heads,
            lines=plan.lines,
            warnings=plan.warnings,
            rows=in_file_order(plan.rows, plan.skipped),
            counts={name: getattr(plan.counts, name) for name in (*names, SKIPPED)},
            text_of=lambda row: text_of(row, self.looks_through),
            sentence=self.saying.sentence,
            choices=choices,
            offered=offered,
            namesakes=lambda row: namesakes(row, self.known),
            orders=orders(self.looks_through),
            edited=edited,
            state=lambda say: say.plural("%(n)d row in the file", "%(n)d rows in the file", len(plan.rows)),
        )

    def _refused(self, refusal: Refusal) -> None:
        """Before anything is shown, ask for another file; later, say it above the rows."""
        if self.plan is not None:
            self.preview.refuse(refusal)
            return
        self._ask(refusal)

    def _stop(self) -> None:
        if self._job is not None:
            self.shell.work.drop(self._job)
        self._ask()

    def _ask(self, refusal: Refusal | None = None) -> None:
        self._forget()
        self.choose.ask(refusal)
        self.head.filter.hide()
        self.head.show_state(lambda _say: "")
        self._middle.setCurrentWidget(self.choose)
        if self.isVisible():
            self.choose.button.setFocus()

    def _forget(self) -> None:
        self.path, self.plan, self._mapping, self._sheet = None, None, None, None
        self.decisions = {}
        self.preview.forget()
        self.head.filter.clear()

    def _sheet_chosen(self, sheet: int) -> None:
        self._sheet, self._mapping = sheet, None
        self.decisions.clear()
        self._look()

    def _columns_chosen(self) -> None:
        self._mapping = self.preview.columns.mapping
        self.decisions.clear()
        self._look()

    # writing

    def import_rows(self) -> None:
        """Write everything that is decided, in one step, and go to where it can be seen."""
        plan, decisions, desk = self.plan, dict(self.decisions), self.shell.desk
        if plan is None or self.preview.writing:
            return
        self.preview.show_writing()

        def done(_changed: Changed) -> None:
            self.preview.done()
            self._ask()
            self.shell.go(self.goes_to, None)

        def failed(refusal: Refusal) -> None:
            self.preview.done()
            self.preview.refuse(refusal)

        def stopped() -> None:
            self.preview.done()
            self.shell.messages.tell(N_("The import was stopped. Nothing was written."))

        progress = Progress()
        self.shell.work.do(
            lambda: self.write(desk, plan, decisions, progress.tell),
            done,
            failed,
            label=N_("Importing"),
            progress=progress,
            stopped=stopped,
        )

    # inside

    def _connect(self) -> None:
        self.choose.wanted.connect(self.ask_for_file)
        self.choose.dropped.connect(self.open_file)
        self.choose.stopped.connect(self._stop)
        self.preview.import_wanted.connect(self.import_rows)
        self.preview.other_wanted.connect(self.ask_for_file)
        self.preview.sheet_wanted.connect(self._sheet_chosen)
        self.preview.columns_chosen.connect(self._columns_chosen)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if dropped_file(event) is not None and not self.preview.writing:
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        path = dropped_file(event)
        if path is not None:
            event.acceptProposedAction()
            self.open_file(path)
