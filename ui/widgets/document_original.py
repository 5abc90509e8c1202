"""Where the approved original of a document and its Word version are (§9.1), and the receipts of their hand-over."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING, Any

from altdesk.desk import Changed
from altdesk.domain.copies import HANDED_NAMES, Handed, Handover, HandoverDraft
from altdesk.domain.dates import short_day
from altdesk.domain.documents import Document, Revision
from altdesk.domain.errors import Refusal
from altdesk.domain.marking import N_
from altdesk.services import handovers
from altdesk.services.handovers import Whereabouts
from ui.columns import Align, Column
from ui.fields import Field, Kind
from ui.offers import offer_names, offer_posts, offer_units
from ui.shell import Shell
from ui.theme import Tone
from ui.widgets.document_part import DocumentPart
from ui.widgets.parts import SmallForm, Then, button, button_row
from ui.widgets.revisions import day_text
from ui.widgets.short_table import ShortTable

if TYPE_CHECKING:
    from ui.preview import Printable


@dataclass(frozen=True)
class _Kept:
    """What the desk says of a document's hand-overs."""

    handovers: list[Handover]
    where: Whereabouts | None
    usual: HandoverDraft


class DocumentOriginal(DocumentPart):
    """`saved(then)` saves what is typed in the document's fields first; `show` shows a paper beside the list."""

    def __init__(self, shell: Shell, saved: Callable[[Then], None], show: Callable[[Printable], None]) -> None:
        super().__init__(shell, N_("Original and Word version"))
        self._saved, self._show_paper = saved, show
        self._document: Document | None = None
        self._kept = _Kept([], None, HandoverDraft())
        say = shell.say
        columns = (
            Column("revision", N_("Revision"), 70, lambda each: str(each.revision), Align.RIGHT),
            Column("what", N_("What"), 170, lambda each: say(HANDED_NAMES[each.what])),
            Column("place", N_("Where"), 160, lambda each: each.place or each.received_by),
            Column("on", N_("Handed over"), 110, lambda each: day_text(each.handed_on) or say(N_("not yet"))),
        )
        self.table = ShortTable(shell, "document handovers", columns, 4)
        shell.words(self.table, name=N_("Hand-overs"))
        self.add_button = button(shell, N_("Hand over…"), self.ask_new, "plus")
        self.change_button = button(shell, N_("Change…"), self.ask_change, "pencil-outline")
        self.print_button = button(shell, N_("Print the receipt"), self.print_receipt, "printer-outline")
        self.remove_button = button(shell, N_("Remove"), self.remove, "trash-can-outline")
        self.form = SmallForm(shell, self._fields())
        self.column.addWidget(self.table)
        self.column.addLayout(button_row((self.add_button, self.change_button, self.print_button, self.remove_button)))
        self.column.addWidget(self.form)
        self.table.selection_changed.connect(self._show_possible)
        self.table.rows.loaded.connect(self._show_possible)
        self.table.insert_wanted.connect(self.ask_new)
        self.table.activated_id.connect(lambda _number: self.ask_change())
        self.table.delete_wanted.connect(self.remove)
        shell.words.switched.connect(self._say)

    def _fields(self) -> tuple[Field, ...]:
        desk = self.shell.desk
        names, posts = partial(offer_names, desk), partial(offer_posts, desk)
        return (
            Field("what", N_("What"), Kind.CHOICE, choices=tuple(HANDED_NAMES.items())),
            Field("sheets", N_("Sheets of the original"), Kind.NUMBER, letters=8, least=1),
            Field("handed_on", N_("Handed over"), Kind.DATE, letters=14),
            Field("place", N_("Where"), Kind.COMPLETED, letters=30, offers=partial(offer_units, desk)),
            Field("given_by", N_("Given by"), Kind.COMPLETED, letters=30, offers=names),
            Field("given_by_post", N_("Post of who gives"), Kind.COMPLETED, letters=30, offers=posts),
            Field("received_by", N_("Received by"), Kind.COMPLETED, letters=30, offers=names),
            Field("received_by_post", N_("Post of who receives"), Kind.COMPLETED, letters=30, offers=posts),
            Field("note", N_("Note"), letters=30),
        )

    def show_document(self, document: Document) -> None:
        if self._document is None or self._document.id != document.id:
            self.form.hide()
            self.table.clearSelection()
        self._document = document
        desk, in_force = self.shell.desk, document.in_force

        def look() -> _Kept:
            where = handovers.whereabouts(desk, in_force.id) if in_force else None
            return _Kept(handovers.of_document(desk, document.id), where, handovers.usual(desk))

        self.shell.work.do(look, self._show, topic=f"original-{id(self)}")

    def _show(self, kept: _Kept) -> None:
        self._kept = kept
        self.table.setVisible(bool(kept.handovers))
        self.table.show_lines(kept.handovers)
        self._say()
        self._show_possible()

    def _say(self) -> None:
        where = self._kept.where
        self.say_count(str(len(self._kept.handovers)) if self._kept.handovers else "")
        if where is None:
            self.say_sentence("")
            return
        said = [self._where(HANDED_NAMES[Handed.ORIGINAL], where.original)]
        said.append(self._where(HANDED_NAMES[Handed.ELECTRONIC], where.electronic))
        missing = where.original is None or where.electronic is None
        self.say_sentence(" ".join(said), Tone.WAIT if missing else Tone.GOOD)

    def _where(self, what: str, last: Handover | None) -> str:
        say = self.shell.say
        if last is None or last.handed_on is None:
            return say(N_("%(what)s: still in the department."), what=say(what))
        place, day = last.place or last.received_by, short_day(last.handed_on)
        return say(N_("%(what)s: %(place)s, since %(day)s."), what=say(what), place=place, day=day)

    @property
    def chosen(self) -> Handover | None:
        line = self.table.current_line()
        return line if isinstance(line, Handover) else None

    def _show_possible(self) -> None:
        there = self.chosen is not None and not self.table.isHidden()
        for each in (self.change_button, self.print_button, self.remove_button):
            each.setVisible(not self.table.isHidden())
            each.setEnabled(there)

    # what the person does

    def ask_new(self) -> None:
        revision = self._revision()
        if revision is None:
            self.shell.messages.refuse(Refusal(N_("Add a revision first: its paper is what is handed over.")))
            return
        self._ask(N_("Hand over"), self._kept.usual, partial(handovers.add, self.shell.desk, revision.id))

    def ask_change(self) -> None:
        kept = self.chosen
        if kept is not None:
            self._ask(N_("Save"), kept, partial(handovers.save, self.shell.desk, kept.id))

    def _revision(self) -> Revision | None:
        known = self._document
        return known.in_force or next(iter(known.revisions), None) if known else None

    def _ask(self, verb: str, draft: HandoverDraft, keep: Callable[[HandoverDraft], Changed]) -> None:
        values = {key: getattr(draft, key) for key in self.form.boxes}
        self.form.open_form(verb, partial(self._keep, keep), **values)

    def _keep(self, keep: Callable[[HandoverDraft], Changed], values: dict[str, Any]) -> None:
        draft = HandoverDraft(**values)

        def done(changed: Changed) -> None:
            self.form.close_form()
            if changed.id is not None:
                self.table.want_id(changed.id)

        def start() -> None:
            self.shell.work.do(lambda: keep(draft), done, self.form.refuse, label=N_("Saving"))

        self._saved(start)

    def remove(self) -> None:
        kept, desk = self.chosen, self.shell.desk
        if kept is not None:
            self.shell.work.do(lambda: handovers.bin_(desk, [kept.id]), label=N_("Deleting"))

    def print_receipt(self) -> None:
        from altdesk.forms.sheets.handover import FORM
        from altdesk.services.papers import copies as papers
        from ui.preview import printable

        kept, desk = self.chosen, self.shell.desk
        if kept is not None:
            title = self.shell.say(N_("Hand-over receipt")) + f"  ·  {kept.document}"
            self._show_paper(printable(desk, title, partial(papers.handover, desk, kept.id), FORM.options))
