"""A paper that is looked at goes to a printer: after the system's dialog, or straight to where it went last time."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Any

from PySide6.QtCore import QObject, Signal
from PySide6.QtPdf import QPdfDocument
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtWidgets import QWidget

from altdesk.domain.errors import Refusal
from altdesk.domain.marking import N_
from altdesk.domain.printing import Choice, Sides, choice_of
from altdesk.settings import S
from ui import edges, spooler
from ui import printer as printers
from ui.printable import Look, Printable
from ui.shell import Shell
from ui.work import Progress, Room


@dataclass(frozen=True)
class Sent:
    """What went where: the paper as it was printed, the printer (or the file), how it was printed there."""

    paper: Printable
    look: Look
    printer: str
    copies: int
    sides: Sides
    whole: bool
    in_file: bool


class Sending(QObject):
    """Keeps what was chosen for each form, and sends papers."""

    refused = Signal(object)  # Refusal
    sent = Signal(object)  # Sent

    def __init__(self, shell: Shell, above: QWidget) -> None:
        super().__init__(above)
        self._shell, self._above = shell, above
        self._looked_at: set[tuple[str, str]] = set()  # forms and the printers that were seen to suit, or told not to

    def choice(self, form: str) -> Choice:
        """What was chosen for the last print of a form."""
        return choice_of(self._shell.settings.of_page(S.printing, form))

    def keep(self, form: str, choice: Choice) -> None:
        self._shell.settings.set_of_page(S.printing, form, choice.kept())

    def turns(self, form: str) -> bool:
        """Whether a form goes on both sides of sheets turned over their long edge; asked by other threads too."""
        return self.choice(form).sides.turns

    def send(self, paper: Printable, look: Look, document: QPdfDocument, *, ask: bool) -> None:
        """Print what is shown. Without `ask` a form that is printed without asking goes straight to its printer; where
        that one cannot print it, it is said why, and the system's dialog asks."""
        choice, points = self.choice(look.form), document.pagePointSize(0)
        if choice.straight and not ask:
            trouble = spooler.trouble(choice.printer, points) or self._cut(look.form, choice.printer, document)
            if trouble is None:
                self._print(paper, look, printers.remembered(choice, self._job(paper), points), document.pageCount())
                return
            self.refused.emit(trouble)
        printer = printers.remembered(choice, self._job(paper), points)
        if not printers.ask(self._above, printer, document.pageCount()):
            return
        wrong = printers.wrong_size(printer, points)
        if wrong is not None:
            self.refused.emit(wrong)
            return
        if printer.outputFileName():
            printer.setDocName(paper.title)
        self.keep(look.form, printers.chosen(printer, choice))
        cut = None if printer.outputFileName() else self._cut(look.form, printer.printerName(), document)
        if cut is not None:
            self.refused.emit(cut)
            return
        self._print(paper, look, printer, document.pageCount())

    def _job(self, paper: Printable) -> str:
        """What the print job is called; the system writes it down, so of an encrypted desk it tells nothing."""
        return paper.title if self._shell.folders.keys is None else "altdesk"

    def _cut(self, form: str, printer: str, document: QPdfDocument) -> Refusal | None:
        """That a printer cuts what stands at an edge; said once for each form and printer."""
        if (form, printer) in self._looked_at:
            return None
        self._looked_at.add((form, printer))
        return edges.cut(printer, document)

    def _print(self, paper: Printable, look: Look, printer: QPrinter, count: int) -> None:
        """Render anew what was chosen in the dialog and is not shown: some pages, backs of sheets."""
        shown = look.printed or tuple(range(1, count + 1))
        wanted = tuple(shown[at] for at in printers.take_range(printer, count))
        sides, progress = printers.sides_of(printer), Progress()
        where, in_file = printer.outputFileName() or printer.printerName(), bool(printer.outputFileName())
        copies = max(1, printer.copyCount())

        def work() -> Look:
            made = look
            if wanted != shown or sides.turns != look.options.two_sided:
                pages = ",".join(map(str, wanted)) if wanted != shown else look.options.pages
                made = paper.render(replace(look.options, pages=pages), lambda _form: sides.turns)
            printers.draw(made.content, printer, progress.tell)
            return made

        def done(made: Look) -> None:
            whole = len(made.printed or shown) == made.pages
            self.sent.emit(Sent(paper, made, where, copies, sides, whole, in_file))

        self._shell.work.do(
            work,
            done,
            self._refuse,
            label=N_("Printing"),
            room=Room.RENDER,
            progress=progress,
            stopped=lambda: self._shell.messages.tell(N_("Printing is stopped.")),
        )

    def _refuse(self, refusal: Refusal) -> None:
        self.refused.emit(refusal)


def how(say: Any, sides: Sides, copies: int) -> list[str]:
    """The sides and copies in words, as far as they are out of the ordinary."""
    both = [say(N_("on both sides"))] if sides is not Sides.ONE else []
    several = [say.plural("%(n)d copy", "%(n)d copies", copies).replace(" ", "\u00a0")] if copies > 1 else []
    return [*both, *several]
