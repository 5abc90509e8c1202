"""An editor of records that can be final: then everything can be read and copied, and nothing typed."""

from __future__ import annotations

from ui.editor import Editor
from ui.theme import set_look


class LockableEditor(Editor):
    """An editor whose record may be locked."""

    locked = False

    def set_locked(self, *, to: bool) -> None:
        """Lock the fields, or open them."""
        if to == self.locked:
            return
        self.locked = to
        for box in self.boxes.values():
            read_only = getattr(box.input, "setReadOnly", None)
            if read_only is not None:
                read_only(to)
                set_look(box.input, "look", "locked" if to else "")
            else:
                box.input.setEnabled(not to)
        for button in (self.save_button, self.back_button):
            button.setVisible(not to)
