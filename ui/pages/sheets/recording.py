"""The panel of a sheet that is out or back: its rows as the paper says them, recorded in one step."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from PySide6.QtCore import Qt, QTimer, Signal, SignalInstance
from PySide6.QtGui import QKeyEvent

from altdesk.domain.acquaintance import RowState, Sheet
from altdesk.domain.dates import short_day
from altdesk.domain.errors import Refusal
from altdesk.domain.marking import N_
from altdesk.drafts import Draft
from altdesk.i18n import Translator
from altdesk.services import acquaintance, rounds
from ui.icons import pixmap
from ui.pages.sheets.recording_form import RecordingForm
from ui.pages.sheets.returning import Return
from ui.pages.sheets.rows_model import Part
from ui.pages.sheets.states import SHEET_STATES
from ui.shell import Shell
from ui.theme import ICON_SIZE
from ui.words import breakable, cut
from ui.work import Room

DRAFT_MS = 1000
DRAFT_KIND = "sheet"


class Recording(RecordingForm):
    """Shows one sheet; what is typed is kept as a draft until it is recorded."""

    closed = Signal()
    residual_wanted = Signal(int)  # sheet id
    paper_wanted = Signal(int)

    def __init__(self, shell: Shell) -> None:
        super().__init__(shell)
        self.sheet: Sheet | None = None
        self._can_follow = 0  # rows a residual sheet would have
        self._recording = False
        self._draft = QTimer(self, singleShot=True, interval=DRAFT_MS)
        self._draft.timeout.connect(self.keep_draft)
        self._connect()
        shell.words.switched.connect(self._say)

    def _connect(self) -> None:
        self.table.rows.said.connect(self._said)
        self.table.selectionModel().currentRowChanged.connect(lambda *_: self._say_refusal())
        self.day.input.returnPressed.connect(self._day_done)
        self.day.input.editingFinished.connect(self._day_left)
        self.close_button.clicked.connect(self.closed)
        self.record_button.clicked.connect(self.record)
        self.take_back_button.clicked.connect(self.take_back)
        self.add_button.clicked.connect(self.add_line)
        self.next_button.clicked.connect(lambda: self._ask_for(self.residual_wanted))
        self.paper_button.clicked.connect(lambda: self._ask_for(self.paper_wanted))

    # what the page asks

    @property
    def typed(self) -> Return | None:
        return self.table.rows.typed

    @property
    def changed(self) -> bool:
        """Something is typed that is not recorded."""
        return self.typed is not None and (self.typed.changed or bool(self.typed.typed_day and self._is_out))

    def show_sheet(self, sheet: Sheet, can_follow: int) -> None:
        """Show a sheet as it is recorded, and go on with what was typed of it earlier."""
        if self.sheet is not None and self.sheet.id == sheet.id and self.changed and not self._recording:
            return
        self._recording = False
        self.sheet, self._can_follow = sheet, can_follow
        self.files.show_record(sheet.id)
        typed = Return(sheet, date.today())
        draft = self._shell.drafts.get(DRAFT_KIND, sheet.id)
        if draft is not None:
            typed.restore(draft.values)
        self.table.rows.show_return(typed)
        self.day.set_value(None)
        self.day.input.set_typed(typed.typed_day)
        self._say()

    def start(self) -> None:
        """Put the focus where recording begins: the day, or the rows where it is known."""
        if self._is_out and self.typed is not None and self.typed.day is None:
            self.day.input.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            self.focus_rows()

    def focus_rows(self) -> None:
        self.table.setFocus(Qt.FocusReason.OtherFocusReason)
        if not self.table.currentIndex().isValid() and self.table.rows.rowCount():
            self.table.go_to(0)

    def record(self) -> None:
        """Record everything typed in one step."""
        typed, sheet = self.typed, self.sheet
        if typed is None or sheet is None or self._recording or not self._ready(typed):
            return
        desk, marks, by_hand = self._shell.desk, typed.marks(), typed.handwritten()
        back_on = date.today() if sheet.back_on is None else None
        self._recording = True
        self._draft.stop()

        def keep() -> tuple[Sheet, int]:
            rounds.record(desk, sheet.id, marks, by_hand, back_on=back_on)
            self._shell.drafts.drop(DRAFT_KIND, sheet.id)
            return acquaintance.sheet(desk, sheet.id), rounds.still_open(desk, sheet.id)

        self._shell.work.do(keep, self._recorded, self._failed, label=N_("Recording the sheet"))

    def take_back(self) -> None:
        """Forget what was typed since the sheet was last recorded."""
        if self.sheet is None:
            return
        self._draft.stop()
        drafts, number = self._shell.drafts, self.sheet.id
        self.table.rows.show_return(Return(self.sheet, date.today()))
        self.day.set_value(None)
        self._shell.work.do(lambda: drafts.drop(DRAFT_KIND, number), room=Room.FILES)
        self._say()
        self.start()

    def leave(self, then: Callable[[], object]) -> None:
        """Keep what is typed as a draft and go on: leaving a sheet never records it."""
        self._draft.stop()
        if not self.changed or self.sheet is None:
            then()
            return
        self._shell.messages.tell(N_("What is typed of the sheet is kept. It is not recorded yet."))
        self._keep(then)

    def keep_draft(self) -> None:
        if self.changed:
            self._keep()

    # inside

    @property
    def _is_out(self) -> bool:
        return self.sheet is not None and self.sheet.back_on is None

    def _ask_for(self, paper: SignalInstance) -> None:
        if self.sheet is not None:
            paper.emit(self.sheet.id)

    def _keep(self, then: Callable[[], object] | None = None) -> None:
        assert self.sheet is not None
        assert self.typed is not None
        draft, drafts = Draft(DRAFT_KIND, self.sheet.id, self.typed.typed()), self._shell.drafts
        self._shell.work.do(lambda: drafts.keep(draft), lambda _: _go_on(then), room=Room.FILES)

    def _ready(self, typed: Return) -> bool:
        """Whether everything can be recorded; else the focus goes to what cannot."""
        if self.table.state() == self.table.State.EditingState:
            self.table.setFocus()  # what stands in an open cell counts
        if self.day.input.typed() != typed.typed_day and not self._take_day():
            return False
        if self._is_out and not typed.changed:
            self.day.refuse(Refusal(N_("Type the day that stands on the paper, or say something of the rows.")))
            self.day.input.setFocus()
            return False
        refused = typed.first_refused()
        self.table.rows.show_all()
        if refused is not None:
            part = Part.NAME if not typed.lines[refused].full_name else Part.DAY
            self.table.setFocus()
            self.table.go_to(refused, part)
            self._say_refusal()
        return refused is None

    def _recorded(self, kept: tuple[Sheet, int]) -> None:
        self._recording = True
        self.show_sheet(*kept)
        if not self.files.filled:
            self.files.unfold()  # the paper lies on the desk now, on its way to the scanner
        (self.next_button if self._can_follow else self.table).setFocus()

    def _failed(self, refusal: Refusal) -> None:
        self._recording = False
        self._shell.messages.refuse(refusal)

    def _take_day(self) -> bool:
        """Understand the day at the top; False when it is refused, which then stands below it."""
        text = str(self.day.input.typed()).strip()
        if self.typed is None or not text:
            return True
        try:
            self.typed.set_day(text)
        except Refusal as refusal:
            self.day.refuse(refusal)
            return False
        if self.typed.day is not None:
            self.day.set_value(self.typed.day)
            self.typed.typed_day = short_day(self.typed.day)
        self.table.rows.show_all()
        self._said()
        return True

    def _day_done(self) -> None:
        if self._take_day():
            self.focus_rows()

    def _day_left(self) -> None:
        if self.typed is not None and self.day.input.typed() != self.typed.typed_day:
            self._take_day()

    def _said(self) -> None:
        if not self._draft.isActive():
            self._draft.start()
        self._say()

    def add_line(self) -> None:
        """A row that was written by hand on a blank one."""
        if self.typed is not None:
            self.table.setFocus()
            self.table.type_name(self.table.rows.add())

    # words

    def _say(self) -> None:
        sheet, typed = self.sheet, self.typed
        if sheet is None or typed is None:
            return
        say = self._shell.say
        code, title = cut(sheet.document, 40), cut(sheet.title, 160)
        self.title.setText(say(N_("Sheet No. %(number)s  ·  %(code)s"), number=sheet.number, code=breakable(code)))
        said = say(N_("%(title)s, revision %(revision)s"), title=title, revision=sheet.revision)
        self.document.setText(breakable(said))
        self.document.setToolTip(sheet.title)
        state = SHEET_STATES[sheet.state_on(date.today())]
        self.mark.setPixmap(pixmap(state.icon, state.tone, ICON_SIZE, self.devicePixelRatioF()))
        self.state.setText(f"{say(state.word)}.  {way_of(sheet, say)}")
        self.unsaved.setVisible(self.changed)
        counts = {
            N_("signed: %(n)d"): typed.count(RowState.SIGNED),
            N_("pending: %(n)d"): typed.count(RowState.PENDING),
            N_("absent: %(n)d"): typed.count(RowState.ABSENT),
            N_("refused: %(n)d"): typed.count(RowState.REFUSED),
            N_("left: %(n)d"): typed.count(RowState.LEFT),
            N_("signed or refused on another sheet: %(n)d"): typed.elsewhere,
        }
        self.counts.setText("  ·  ".join(say(text, n=number) for text, number in counts.items() if number))
        self._say_buttons()
        self._say_refusal()

    def _say_buttons(self) -> None:
        assert self.typed is not None
        residual = self._can_follow and not self._is_out and not self.changed
        say = self._shell.say
        self.record_button.setVisible(not residual)
        self.record_button.setEnabled(self.changed)
        self.take_back_button.setVisible(self.changed)
        self.next_button.setVisible(bool(residual))
        rows = say.plural("Print residual sheet (%(n)d row)", "Print residual sheet (%(n)d rows)", self._can_follow)
        self.next_button.setText(rows)
        self.next_button.setAccessibleName(rows)
        self.day.setVisible(self._is_out)
        self.files.setVisible(not self._is_out)

    def _say_refusal(self) -> None:
        line = self.table.rows.line(self.table.currentIndex().row())
        refusal = line.refusal if line is not None else None
        if line is not None and refusal is not None:
            said = self._shell.say.refusal(refusal)
            self.refused.setText(self._shell.say(N_("Row %(no)d. %(sentence)s"), no=line.no, sentence=said))
        self.refused.setVisible(refusal is not None)
        self.refused_mark.setVisible(refusal is not None)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.closed.emit()
        elif event.key() == Qt.Key.Key_Insert:
            self.add_line()
        elif event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter} and self.next_button.hasFocus():
            self.next_button.click()
        else:
            super().keyPressEvent(event)


def _go_on(then: Callable[[], object] | None) -> None:
    if then is not None:
        then()


def way_of(sheet: Sheet, say: Translator) -> str:
    """Where the sheet has been: printed, expected, back."""
    days = (
        (N_("Printed %(day)s"), sheet.printed_on),
        (N_("expected back %(day)s"), sheet.expected_on if sheet.back_on is None else None),
        (N_("came back %(day)s"), sheet.back_on),
    )
    return ", ".join(say(text, day=short_day(day)) for text, day in days if day)
