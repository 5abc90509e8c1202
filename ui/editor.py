"""The editor: a record's fields, kept as a draft while typing and saved by Ctrl+S or by leaving."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from altdesk.domain.errors import Refusal
from altdesk.domain.marking import N_
from altdesk.drafts import Draft
from ui.editor_form import EditorForm
from ui.editor_head import EditorHead
from ui.fields import FieldBox
from ui.record import Record
from ui.shell import Shell
from ui.theme import GRID, set_look
from ui.widgets.heading import FoldedFields
from ui.widgets.yes_no import YesNo
from ui.work import Room

if TYPE_CHECKING:
    from altdesk.desk import Changed

__all__ = ["Editor", "Record"]

DRAFT_MS = 1000


class Editor(QWidget):
    """Edits one record at a time; `above` is what matters more than the fields and stands over them."""

    saved = Signal(object)  # Changed
    closed = Signal()
    shown = Signal(object)  # the record now shown

    def __init__(self, shell: Shell, record: Record, *, closable: bool = True, above: Sequence[QWidget] = ()) -> None:
        super().__init__()
        self._closable, self._above = closable, above
        self.record = record
        self.record_id: int | None = None
        self.active = False  # a record is being shown
        self.changed = False
        self._shell = shell
        self._kept: Any = None
        self._shown_id: int | None = None
        self._loading = False
        self._saving = False
        self._built = False
        self.boxes: dict[str, FieldBox] = {}
        self._draft = QTimer(self, singleShot=True, interval=DRAFT_MS)
        self._draft.timeout.connect(self._keep_draft)
        self._head = EditorHead(shell.words, closable=closable)
        self._head.close_button.clicked.connect(self.close_record)
        self.below = QVBoxLayout()  # a page may put more under the fields
        self._build()
        self._show_state()
        shell.words.switched.connect(self._say)

    # what others ask

    def open(self, record_id: int) -> None:
        """Show a kept record; whatever was typed before must have been left by `leave`."""
        self.record_id, self.active = record_id, True
        get = self.record.get
        self._shell.work.do(lambda: get(record_id), lambda found: self._show(record_id, found), topic=self._topic)

    def new(self, **values: Any) -> None:
        """Show an empty record, with what is known already."""
        self.record_id, self.active = None, True
        self._show(None, replace(self.record.blank(), **values))
        self.focus_first()

    def follow(self, record_id: int, stay: Callable[[int], object]) -> None:
        """Show another record after what is typed is saved; when that is refused, `stay` with the one shown."""
        kept = self.record_id

        def back() -> None:
            if kept is not None:
                stay(kept)

        if not self.active or kept != record_id:
            self.leave(lambda: self.open(record_id), back)

    def refresh(self) -> None:
        """Show the record as it is kept now, unless something is typed."""
        if self.active and not self.changed and not self._saving and self.record_id is not None:
            self.open(self.record_id)

    def focus_first(self) -> None:
        first = next(iter(self.boxes.values()))
        first.input.setFocus(Qt.FocusReason.TabFocusReason)

    def leave(self, then: Callable[[], None], stay: Callable[[], None] | None = None) -> None:
        """Save what is typed and go on with `then`; when it is refused, say so under the field and `stay`."""
        if not self.changed:
            then()
            return
        self.commit(then, stay)

    def commit(self, then: Callable[[], None] | None = None, stay: Callable[[], None] | None = None) -> None:
        """Save what is typed."""
        if not self.changed or self._saving:
            if then is not None and not self._saving:
                then()
            return
        draft = self._meant()
        if draft is None:
            if stay is not None:
                stay()
            return
        number, verbs = self.record_id, self.record
        self._saving = True

        def done(changed: Changed) -> None:
            self._saving = False
            self._after_save(number, changed)
            if then is not None:
                then()

        def failed(refusal: Refusal) -> None:
            self._saving = False
            self.refuse(refusal)
            if stay is not None:
                stay()

        def keep() -> Changed:
            return verbs.add(draft) if number is None else verbs.save(number, draft)

        self._shell.work.do(keep, done, failed, label=N_("Saving"))

    def take_back(self) -> None:
        """Forget what was typed since the record was last saved."""
        self._drop_draft(self.record_id)
        self._ask.hide()
        if self.record_id is None:
            self.active = False
            self._set_changed(to=False)
            self.closed.emit()
        else:
            self._show(self.record_id, self._kept, with_draft=False)

    def refuse(self, refusal: Refusal) -> None:
        """Show a refusal under its field, or above the page when it has none."""
        box = self.boxes.get(refusal.field)
        if box is None:
            self._shell.messages.refuse(refusal)
            return
        box.refuse(refusal)
        FoldedFields.unfold(box)
        box.input.setFocus()
        QTimer.singleShot(0, self, lambda: self._form.ensureWidgetVisible(box))

    def close_record(self) -> None:
        """Leave the record and close the editor."""

        def close() -> None:
            self.active = False
            self.closed.emit()

        self.leave(close)

    # inside

    @property
    def _topic(self) -> str:
        return f"editor-{id(self)}"

    def _meant(self) -> Any | None:
        """The draft with every field's value, or None when one of them is refused."""
        values, refused = {}, None
        for key, box in self.boxes.items():
            try:
                values[key] = box.value()
            except Refusal as refusal:
                box.refuse(refusal)
                refused = refused or refusal
        if refused is not None:
            self.refuse(refused)
            return None
        return replace(self._kept, **values)

    def _show(self, record_id: int | None, kept: Any, *, with_draft: bool = True) -> None:
        if record_id != self.record_id or (self.changed and with_draft):
            return
        self._loading = True
        if record_id != self._shown_id:
            self._form.verticalScrollBar().setValue(0)
        self._kept, self._shown_id = kept, record_id
        for key, box in self.boxes.items():
            box.set_value(getattr(kept, key))
        typed = self._shell.drafts.get(self.record.kind, record_id) if with_draft else None
        if typed is not None:
            for key, text in typed.values.items():
                if key in self.boxes:
                    self.boxes[key].input.set_typed(text)
        self._loading = False
        self._ask.hide()
        self._set_changed(to=typed is not None)
        self._say()
        self.shown.emit(kept)

    def _open_other(self, kind: str, record_id: int) -> None:
        """Go to the record that is there already; what was typed would only make a second one of it."""
        self.take_back()
        self._shell.go(kind, record_id)

    def _after_save(self, number: int | None, changed: Changed) -> None:
        self._drop_draft(number)
        self._set_changed(to=False)
        self._ask.hide()
        if number is None and changed.id is not None:
            self.record_id = self._shown_id = changed.id
        self.saved.emit(changed)
        self.refresh()

    def _typed(self) -> None:
        if self._loading or not self.active or self._shown_id != self.record_id:  # another one is on its way here
            return
        self._set_changed(to=True)
        if not self._draft.isActive():
            self._draft.start()

    def _keep_draft(self) -> None:
        if not self.changed:
            return
        values = {key: box.input.typed() for key, box in self.boxes.items()}
        draft = Draft(self.record.kind, self.record_id, values)
        drafts = self._shell.drafts
        self._shell.work.do(lambda: drafts.keep(draft), room=Room.FILES)

    def _drop_draft(self, record_id: int | None) -> None:
        self._draft.stop()
        drafts, kind = self._shell.drafts, self.record.kind
        self._shell.work.do(lambda: drafts.drop(kind, record_id), room=Room.FILES)

    def _set_changed(self, *, to: bool) -> None:
        self.changed = to
        self._show_state()

    def _show_state(self) -> None:
        self._head.changed.setVisible(self.changed)
        for button in (self.save_button, self.back_button):
            button.setEnabled(self.changed)

    def _say(self) -> None:
        if self._kept is None:
            return
        title = self.record.title(self._kept) if self.record_id is not None else ""
        self._head.say(title or self._shell.say(self.record.new_title))

    # building

    def _build(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._head)
        self._form = EditorForm(self._shell, self.record.fields, self._above, self.below)
        self._form.typed.connect(self._typed)
        self._form.open_wanted.connect(self._open_other)
        self.boxes = self._form.boxes
        column.addWidget(self._form, 1)
        self._ask = YesNo(
            self._shell.words,
            N_("Take back what was typed?"),
            yes=(N_("Take back"), N_("Take back what was typed")),
            no=(N_("Keep typing"), N_("Keep typing")),
        )
        self.take_back_button = self._ask.yes
        self.take_back_button.clicked.connect(self.take_back)
        column.addWidget(self._ask)
        column.addLayout(self._foot())

    def _foot(self) -> QHBoxLayout:
        self.save_button, self.back_button = QPushButton(), QPushButton()
        set_look(self.save_button, "look", "primary")
        set_look(self.back_button, "look", "quiet")
        self._shell.words(self.save_button, text=N_("Save"), name=N_("Save"), tip=N_("Save (Ctrl+S)"))
        self._shell.words(self.back_button, text=N_("Take back"), name=N_("Take back what was typed"))
        self.save_button.clicked.connect(lambda: self.commit())
        self.back_button.clicked.connect(self.take_back)
        row = QHBoxLayout()
        row.setContentsMargins(2 * GRID, GRID, 2 * GRID, GRID + 4)
        row.addWidget(self.save_button)
        row.addWidget(self.back_button)
        row.addStretch(1)
        return row

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() != Qt.Key.Key_Escape:
            super().keyPressEvent(event)
        elif self.changed:
            self._ask.ask()
        elif self._closable:
            self.close_record()
