"""Today: one sentence of state, the next useful step, and short lists of what waits for the secretary."""

from __future__ import annotations

from datetime import date
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QFrame, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from altdesk.domain.acquaintance import Coverage, SheetLine
from altdesk.domain.backups import Reminder
from altdesk.domain.dates import long_day, short_day
from altdesk.domain.marking import N_
from altdesk.domain.today import NextStep, Today
from altdesk.i18n import Translator
from altdesk.services import acquaintance, backups
from altdesk.services.today import today
from ui.icons import icon
from ui.page import Page
from ui.pages.sheets.states import missing_words
from ui.pages.today_lists import LEFT, RIGHT, TodayList
from ui.shell import Shell
from ui.theme import FIELD_HEIGHT, GRID, SECTION_POINTS, SEMIBOLD, Tone, set_icon, set_look, set_tone, set_type
from ui.widgets.copy_due import CopyDue
from ui.widgets.downward import Downward
from ui.widgets.lines import Lines
from ui.words import cut

SHOWN = 6  # lines of a list; the rest is one line away
ONE_COLUMN = 760  # px; narrower than that the lists stand below each other

STEPS: dict[NextStep, tuple[str, str, str]] = {
    NextStep.IMPORT_PEOPLE: (
        N_("The register of people is empty. Bring the staff list from Excel."), N_("Import from Excel…"),
        "table-arrow-down"),
    NextStep.ADD_DOCUMENT: (
        N_("There is no document yet. Add the first one that people must know."), N_("Add a document"),
        "file-plus-outline"),
    NextStep.MAKE_SHEET: (
        N_("%(document)s has to be signed, and no sheet is on its way."), N_("Make a sheet"), "file-sign"),
    NextStep.PRINT_SHEET: (
        N_("Sheet No. %(number)s of %(document)s is ready and was not printed yet."), N_("Print the sheet"),
        "printer-outline"),
    NextStep.RECORD_SHEET: (
        N_("Sheet No. %(number)s of %(document)s was expected on %(day)s. Ask for it, or record what came back."),
        N_("Open the sheet"), "tray-arrow-down"),
    NextStep.PRINT_RESIDUAL: (
        N_("Sheet No. %(number)s of %(document)s is back with open rows: %(open)d."), N_("Print residual sheet"),
        "printer-outline"),
    NextStep.NOTHING: (N_("Nothing waits for you. Sheets that are out stand below until they are back."), "", ""),
}  # fmt: skip


class TodayPage(Page):
    """What is owed, overdue, out and back, each one key away from its place."""

    key = "today"
    title = N_("Today")
    shows = frozenset({
        "person", "document", "revision", "audience", "duty", "sheet", "sheet_row", "backup", "working_copy", "norm",
        "norm_change", "norm_flag", "risk", "task", "minutes", "event", "plan", "approval_visit", "leadership_meeting",
        "raised_issue",
    })  # fmt: skip

    def __init__(self, shell: Shell) -> None:
        super().__init__(shell)
        self._found: Today | None = None
        self.step_text, self.step_button = QLabel(wordWrap=True), QPushButton()
        self.step_button.clicked.connect(self.go_on)
        self.lists = {each.key: _made(shell, each) for each in (*LEFT, *RIGHT)}
        self.copy_due = CopyDue(shell)
        self._lay_out()
        for each in self.lists.values():
            each.left_up.connect(partial(self._to_neighbour, each, -1))
            each.left_down.connect(partial(self._to_neighbour, each, 1))
        shell.words.switched.connect(self._say)

    # what the window asks

    def refresh(self) -> None:
        desk = self.shell.desk
        self.stale = False
        self.shell.work.do(lambda: (today(desk), backups.outside_due(desk)), self._show, topic="today")

    def new(self) -> None:
        self.shell.go("acquaintance", None)

    def focus_list(self) -> None:
        if self.step_button.isHidden():
            first = next((each for each in self.lists.values() if not each.isHidden()), None)
            (first or self).setFocus()
        else:
            self.step_button.setFocus(Qt.FocusReason.TabFocusReason)

    # the next step

    def go_on(self) -> None:
        """Do the next useful step, or go to where it is done."""
        found, desk = self._found, self.shell.desk
        if found is None:
            return
        subject, go = found.subject, self.shell.go
        match found.next_step, subject:
            case NextStep.IMPORT_PEOPLE, _:
                go("import", None)
            case NextStep.ADD_DOCUMENT, _:
                go("documents", None)
            case NextStep.MAKE_SHEET, Coverage():
                go("coverage", subject.revision_id)
            case NextStep.PRINT_RESIDUAL, SheetLine():
                number = subject.id
                self.shell.work.do(
                    lambda: acquaintance.residual(desk, number).id,
                    lambda made: go("sheet", made),
                    label=N_("Making the sheet"),
                )
            case _, SheetLine():
                go("sheet", subject.id)

    # inside

    def _show(self, answer: tuple[Today, Reminder | None]) -> None:
        self._found, reminder = answer
        self.copy_due.show_reminder(reminder)
        self._say()
        if self.isVisible() and (self.hasFocus() or not self.focusWidget()):
            self.focus_list()

    def _say(self) -> None:
        found, say = self._found, self.shell.say
        if found is None:
            return
        self.head.show_state(lambda say: state_of(found, say))
        sentence, verb, icon_name = STEPS[found.next_step]
        self.step_text.setText(say(sentence, **_values(found.subject)))
        self.step_button.setText(say(verb))
        self.step_button.setAccessibleName(say(verb))
        self.step_button.setAccessibleDescription(self.step_text.text())
        set_icon(self.step_button, icon(icon_name, Tone.ON_ACCENT))
        self.step_button.setVisible(bool(verb))
        now = date.today()
        for each in (*LEFT, *RIGHT):
            self.lists[each.key].show_lines(each.lines(found, now, say), SHOWN)

    def _to_neighbour(self, own: Lines, step: int) -> None:
        shown = [each for each in self.lists.values() if not each.isHidden()]
        at = shown.index(own) + step
        if 0 <= at < len(shown):
            shown[at].enter(from_below=step < 0)
        elif step < 0 and not self.step_button.isHidden():
            self.step_button.setFocus()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        narrow = event.size().width() < ONE_COLUMN * self.fontMetrics().height() // 17
        ways = QBoxLayout.Direction
        self._columns.setDirection(ways.TopToBottom if narrow else ways.LeftToRight)

    # building

    def _lay_out(self) -> None:
        left, right = QVBoxLayout(), QVBoxLayout()
        for column, lists in ((left, LEFT), (right, RIGHT)):
            column.setSpacing(2 * GRID)
            for each in lists:
                column.addWidget(self.lists[each.key])
            column.addStretch(1)
        self._columns = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._columns.setSpacing(2 * GRID)
        self._columns.addLayout(left, 1)
        self._columns.addLayout(right, 1)
        inside = QWidget()
        column = QVBoxLayout(inside)
        column.setContentsMargins(3 * GRID, 4, 3 * GRID, 2 * GRID)
        column.setSpacing(2 * GRID)
        column.addWidget(self._step_card())
        column.addWidget(self.copy_due)
        column.addLayout(self._columns)
        column.addStretch(1)
        self.column.addWidget(Downward(inside), 1)

    def _step_card(self) -> QFrame:
        card, title = QFrame(), QLabel()
        card.setObjectName("card")
        set_type(title, 10)
        set_tone(title, Tone.QUIET)
        self.shell.words(title, text=N_("Next step"))
        set_type(self.step_text, SECTION_POINTS, SEMIBOLD)
        self.step_text.setTextFormat(Qt.TextFormat.PlainText)
        set_look(self.step_button, "look", "primary")
        self.step_button.setMinimumHeight(FIELD_HEIGHT + 4)
        self.step_button.setAutoDefault(True)
        self.step_button.hide()
        texts, row = QVBoxLayout(), QHBoxLayout(card)
        texts.setSpacing(4)
        texts.addWidget(title)
        texts.addWidget(self.step_text)
        row.setContentsMargins(2 * GRID, 2 * GRID, 2 * GRID, 2 * GRID)
        row.setSpacing(2 * GRID)
        row.addLayout(texts, 1)
        row.addWidget(self.step_button, 0, Qt.AlignmentFlag.AlignVCenter)
        return card


def _made(shell: Shell, declared: TodayList) -> Lines:
    return Lines(shell, declared.title, declared.icon, declared.tone, partial(shell.go, declared.opens))


def state_of(found: Today, say: Translator) -> str:
    """The day and what it brings, in one sentence."""
    said = [long_day(date.today(), say.language)]
    late, out, owed = len(found.overdue), len(found.out), found.missing
    missing = missing_words(say, found.missing - found.refused, found.refused)
    reviews, tasks = len(found.reviews), len(found.late_tasks(date.today()))
    sentences = (
        (late, say.plural("%(n)d sheet is overdue", "%(n)d sheets are overdue", late)),
        (tasks, say.plural("%(n)d task is overdue", "%(n)d tasks are overdue", tasks)),
        (out, say.plural("%(n)d sheet is on its way", "%(n)d sheets are on their way", out)),
        (owed, missing),
        (reviews, say.plural("%(n)d document has to be reviewed", "%(n)d documents have to be reviewed", reviews)),
    )
    said += [sentence for number, sentence in sentences if number]
    if len(said) == 1:
        said.append(say(N_("everything is signed")) if found.documents and found.people else say(N_("the desk is new")))
    return ":  ".join((said[0], ", ".join(said[1:])))


def _values(subject: SheetLine | Coverage | None) -> dict[str, object]:
    """What the sentence of the next step speaks of."""
    if subject is None:
        return {}
    values: dict[str, object] = {"document": f"{cut(subject.document, 40)} «{cut(subject.title, 110)}»"}
    if isinstance(subject, SheetLine):
        day = short_day(subject.expected_on) if subject.expected_on else ""
        values |= {"number": subject.number, "open": subject.open, "day": day}
    return values
