"""Words on widgets: set once with the source text, said again in the new language whenever it is switched."""

from __future__ import annotations

import re
import weakref
from collections.abc import Callable, Mapping

from PySide6.QtCore import QObject, Signal

from altdesk.i18n import Translator

UNSEEN_BREAK = "\u200b"
_SLASHES = re.compile(r"[/\\]+(?![\d\s])")  # not within «2/5»
_LONG_WORDS = re.compile(r"[^\s\u200b]{16}(?=[^\s\u200b])")
_SETTERS = {
    "text": "setText",
    "title": "setTitle",
    "tip": "setToolTip",
    "name": "setAccessibleName",
    "about": "setAccessibleDescription",
    "placeholder": "setPlaceholderText",
    "window_title": "setWindowTitle",
}


class Words(QObject):
    """The screen's translator, and who shows which text.

    `words(button, text=N_("Save"), tip=N_("Ctrl+S"))` sets and remembers; `%(name)s` is filled in from `values`.
    Whoever computes a text connects `switched`.
    """

    switched = Signal()

    def __init__(self, say: Translator) -> None:
        super().__init__()
        self.say = say
        self._shown: weakref.WeakKeyDictionary[QObject, dict[str, tuple[str, Mapping[str, object]]]]
        self._shown = weakref.WeakKeyDictionary()
        say.observe(self.again)

    def __call__(self, widget: QObject, values: Mapping[str, object] | None = None, **texts: str) -> None:
        kept = self._shown.setdefault(widget, {})
        for slot, text in texts.items():
            kept[slot] = (text, values or {})
            self._set(widget, slot, text, values or {})

    def again(self) -> None:
        """Say everything again, in the language there is now."""
        for widget, slots in list(self._shown.items()):
            try:
                for slot, (text, values) in slots.items():
                    self._set(widget, slot, text, values)
            except RuntimeError:  # its C++ half is gone
                self._shown.pop(widget, None)
        self.switched.emit()

    def _set(self, widget: QObject, slot: str, text: str, values: Mapping[str, object]) -> None:
        setter: Callable[[str], None] = getattr(widget, _SETTERS[slot])
        setter(self.say(text, **values))


def cut(text: str, letters: int) -> str:
    """A text for a head; what is longer ends in an ellipsis."""
    return text if len(text) <= letters else text[: letters - 1].rstrip() + "…"


def breakable(text: str) -> str:
    """A text for a label that wraps: words no line has room for may be broken, unseen, and paths at their slashes.

    What a person may copy from is a `CopiedLabel`: it takes the breaks out again.
    """
    text = _SLASHES.sub(rf"\g<0>{UNSEEN_BREAK}", text)
    return _LONG_WORDS.sub(rf"\g<0>{UNSEEN_BREAK}", text)
