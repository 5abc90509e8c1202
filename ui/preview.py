"""The paper itself, at once, beside its options; from here it goes to the printer or into a file."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtPdf import QPdfDocument
from PySide6.QtPdfWidgets import QPdfView
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QLabel, QPushButton, QSizePolicy, QVBoxLayout, QWidget

from altdesk.domain.errors import Refusal
from altdesk.domain.filenames import file_name
from altdesk.domain.marking import N_
from altdesk.forms.form import Option, Output, PrintOptions
from altdesk.forms.words import PaperLanguage
from altdesk.settings import S
from ui.icons import icon
from ui.printable import Look, Printable, printable
from ui.sending import Sending, Sent
from ui.shell import Shell
from ui.theme import FIELD_HEIGHT, GRID, Tone, set_icon, set_look, set_tone
from ui.widgets.inputs import ChoiceInput, LineInput, NumberInput, letters_wide
from ui.widgets.panel_head import PanelHead
from ui.widgets.print_line import PrintLine
from ui.words import breakable
from ui.work import Room

__all__ = ["Look", "Preview", "Printable", "printable"]

WAIT_MS = 250
LANGUAGE_NAMES = {
    PaperLanguage.KK: N_("Kazakh"),
    PaperLanguage.RU: N_("Russian"),
    PaperLanguage.BILINGUAL: N_("Kazakh and Russian heads"),
}


class Preview(QWidget):
    """Shows one paper at a time."""

    closed = Signal()
    printed = Signal()  # went to the printer, or into a file

    def __init__(self, shell: Shell) -> None:
        super().__init__()
        self._shell = shell
        self._paper: Printable | None = None
        self._shown: Look | None = None
        self._entered = False
        self._sending = Sending(shell, self)
        self._buffer = QBuffer(self)
        self.document = QPdfDocument(self)
        self.view = QPdfView()
        self.view.setDocument(self.document)
        self.view.setPageMode(QPdfView.PageMode.MultiPage)
        self.view.setZoomMode(QPdfView.ZoomMode.FitToWidth)
        # A scroll bar that comes and goes changes the width, the width the zoom, the zoom the bar: for ever.
        self.view.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        self.view.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        shell.words(self.view, name=N_("The paper"))
        self._soon = QTimer(self, singleShot=True, interval=WAIT_MS)
        self._soon.timeout.connect(self.look)
        self._make_options()
        self._make_buttons()
        self._lay_out()

    def show_paper(self, paper: Printable) -> None:
        """Show a paper; what was chosen for the last one stays chosen."""
        self._paper, self._shown = paper, None  # the one before is not printed for it while it is on its way
        self.title.setText(breakable(paper.title).replace("-", "-\u200b"))  # a code may be broken after its hyphens
        self.title.setToolTip(paper.title)
        self.print_line.show_sent(None)
        self._blank_box.setVisible(Option.BLANK_ROWS in paper.options)
        self._pages_box.setVisible(Option.PAGES in paper.options)
        self.word_button.setVisible(Output.DOCX in paper.outputs)
        self.slides_button.setVisible(Output.PPTX in paper.outputs)
        self.look()

    def enter(self) -> None:
        """Put the focus here, on Print once the paper is shown; unless the person has gone elsewhere by then."""
        self._entered = True
        self.language.setFocus()

    def chosen(self) -> PrintOptions:
        """The options as chosen. Raises Refusal where they make no sense."""
        paper = self._paper
        offered = paper.options if paper else frozenset()
        blank = (self.blank_rows.value() or 0) if Option.BLANK_ROWS in offered else 0
        pages = self.pages.text().strip() if Option.PAGES in offered else ""
        return PrintOptions(self.language.value(), blank, pages)

    def look(self) -> None:
        """Render the paper as chosen and show it."""
        paper = self._paper
        if paper is None:
            return
        try:
            options = self.chosen()
        except Refusal as refusal:
            self._refuse(refusal)
            return
        self._shell.work.do(
            lambda: paper.render(options, self._sending.turns),
            self._show,
            self._refuse,
            label=N_("Making the paper"),
            topic=f"preview-{id(self)}",
            room=Room.RENDER,
        )

    def print_paper(self) -> None:
        """Print what is shown: straight to its printer where that is wanted, else after the system's dialog."""
        self._send(ask=False)

    def ask_and_print(self) -> None:
        """Print what is shown after the system's dialog."""
        self._send(ask=True)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.closed.emit()
        else:
            super().keyPressEvent(event)

    # inside

    def _show(self, look: Look) -> None:
        self._shown = look
        self.refusal.hide()
        self.document.close()
        self._buffer.close()
        self._buffer.setData(QByteArray(look.content))
        self._buffer.open(QIODevice.OpenModeFlag.ReadOnly)
        self.document.load(self._buffer)
        self.count.setText(self._shell.say.plural("%(n)d page", "%(n)d pages", look.pages))
        for button in self._buttons:
            button.setEnabled(True)
        if self._entered and self.window().focusWidget() is self.language:
            self.print_button.setFocus()
        self._entered = False
        self._show_choice()

    def _refuse(self, refusal: Refusal) -> None:
        self._say_refusal(refusal)
        for button in self._buttons:
            button.setEnabled(False)

    def _say_refusal(self, refusal: Refusal) -> None:
        self.print_line.show_sent(None)
        self.refusal.setText(breakable(self._shell.say.refusal(refusal)))
        self.refusal.show()

    def _send(self, *, ask: bool) -> None:
        if self._paper is None or self._shown is None or not self.print_button.isEnabled():
            return
        self.refusal.hide()
        self._sending.send(self._paper, self._shown, self.document, ask=ask)

    def _sent(self, sent: Sent) -> None:
        """Say what went where and note it; what was chosen for the backs of sheets is shown from now on."""
        if sent.paper is self._paper:
            self.refusal.hide()
            self.print_line.show_sent(sent)
            self._show_choice()
            if self._shown is not None and self._shown.options.two_sided != self._sending.turns(self._shown.form):
                self.look()
        self.printed.emit()

        def told(changed: object) -> None:
            if changed is None or getattr(changed, "nothing", False):  # no step that speaks for itself
                said = N_("Saved: %(file)s") if sent.in_file else N_("Sent to the printer: %(title)s")
                self._shell.messages.tell(said, title=sent.paper.title, file=sent.printer)

        self._shell.work.do(sent.look.note, told)

    def _show_choice(self) -> None:
        choice = self._sending.choice(self._shown.form if self._shown else "")
        self.print_line.show_choice(choice)
        text = N_("Print") if choice.straight else N_("Print…")
        self._shell.words(self.print_button, text=text)

    def _want_straight(self, straight: bool) -> None:
        if self._shown is not None:
            form = self._shown.form
            self._sending.keep(form, replace(self._sending.choice(form), straight=straight))
            self._show_choice()

    def _save(self, ending: str, question: str) -> None:
        paper, shown = self._paper, self._shown
        if paper is None or shown is None:
            return
        options = shown.options
        say, settings = self._shell.say, self._shell.settings
        folder = Path(settings.get(S.last_folder) or Path.home())
        start = str(folder / file_name(paper.title, ending))
        chosen, _ = QFileDialog.getSaveFileName(self, say(question), start, f"{ending.upper()} (*.{ending})")
        if not chosen:
            return
        path = Path(chosen)
        path = path if path.suffix.lower() == f".{ending}" else path.with_name(f"{path.name}.{ending}")
        settings.set(S.last_folder, str(path.parent))

        def done(_: object) -> None:
            self.printed.emit()
            self._shell.messages.tell(N_("Saved: %(file)s"), file=str(path))

        self._shell.work.do(lambda: paper.save(path, options), done, label=N_("Saving the paper"), room=Room.RENDER)

    def _make_options(self) -> None:
        say = self._shell.say
        self.language = ChoiceInput(lambda: [(key, say(name)) for key, name in LANGUAGE_NAMES.items()])
        self._shell.words.switched.connect(self.language.say_again)
        self.blank_rows, self.pages = NumberInput(0, 200), LineInput()
        self.blank_rows.set_value(0)
        self.pages.setPlaceholderText("1-3, 5")
        self.pages.setFixedWidth(letters_wide(self.pages, 10))
        for each in (self.language, self.blank_rows, self.pages):
            each.changed.connect(self._soon.start)

    def _make_buttons(self) -> None:
        self.print_button, self.pdf_button, self.word_button, self.slides_button = (QPushButton() for _ in range(4))
        set_look(self.print_button, "look", "primary")
        set_icon(self.print_button, icon("printer-outline", Tone.ON_ACCENT))
        words = self._shell.words
        words(self.print_button, text=N_("Print…"), name=N_("Print the paper"), tip=N_("Print (Ctrl+P)"))
        self.pdf_button.setText("PDF")
        set_icon(self.pdf_button, icon("file-pdf-box"))
        self.word_button.setText("Word")
        set_icon(self.word_button, icon("file-word-box"))
        self.slides_button.setText("PowerPoint")
        self.slides_button.hide()
        set_icon(self.slides_button, icon("file-powerpoint-box"))
        words(self.slides_button, name=N_("Save as slides"), tip=N_("Save as slides"))
        words(self.pdf_button, name=N_("Save as PDF"), tip=N_("Save as PDF"))
        words(self.word_button, name=N_("Save as Word"), tip=N_("Save as Word"))
        self.print_button.clicked.connect(self.print_paper)
        self.pdf_button.clicked.connect(lambda: self._save("pdf", N_("Save as PDF")))
        self.word_button.clicked.connect(lambda: self._save("docx", N_("Save as Word")))
        self.slides_button.clicked.connect(lambda: self._save("pptx", N_("Save as slides")))
        self.print_line = PrintLine(words)
        self.print_line.straight_wanted.connect(self._want_straight)
        self.print_line.ask_wanted.connect(self.ask_and_print)
        self._sending.refused.connect(self._say_refusal)
        self._sending.sent.connect(self._sent)
        self._buttons = (self.print_button, self.pdf_button, self.word_button, self.slides_button)
        for button in self._buttons:
            button.setMinimumHeight(FIELD_HEIGHT)
            button.setSizePolicy(QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Minimum)  # all as tall as the tallest
            button.setEnabled(False)

    def _lay_out(self) -> None:
        head, options, foot = PanelHead(self._shell, self.closed.emit), QHBoxLayout(), QHBoxLayout()
        self.title, self.count, self.refusal = head.title, QLabel(), QLabel(wordWrap=True)
        self.title.setWordWrap(True)
        self.title.setTextFormat(Qt.TextFormat.PlainText)
        set_tone(self.count, Tone.QUIET)
        set_tone(self.refusal, Tone.BAD)
        self.refusal.hide()
        self._shell.words(head.close_button, name=N_("Close the preview"), tip=N_("Close the preview (Esc)"))
        head.insertWidget(1, self.count)
        self._blank_box = self._option(N_("Blank rows"), self.blank_rows)
        self._pages_box = self._option(N_("Pages"), self.pages)
        for box in (self._option(N_("Language of the paper"), self.language), self._blank_box, self._pages_box):
            options.addWidget(box)
        options.addStretch(1)
        for button in self._buttons:
            foot.addWidget(button)
        foot.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(2 * GRID, 2 * GRID, GRID, GRID)
        column.setSpacing(GRID)
        column.addLayout(head)
        column.addLayout(options)
        column.addWidget(self.refusal)
        column.addWidget(self.view, 1)
        column.addLayout(foot)
        column.addWidget(self.print_line)

    def _option(self, label: str, inside: QWidget) -> QWidget:
        box, said = QWidget(), QLabel()
        said.setBuddy(inside)
        self._shell.words(said, text=label)
        self._shell.words(inside, name=label)
        column = QVBoxLayout(box)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addWidget(said)
        column.addWidget(inside)
        return box
