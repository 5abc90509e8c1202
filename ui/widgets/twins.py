"""Two fields for one name: leaving the Kazakh one offers the Russian one, where it is known and nothing is typed."""

from __future__ import annotations

from PySide6.QtWidgets import QLineEdit

from altdesk.domain.known_names import russian_of


def offer_russian(kazakh: QLineEdit, russian: QLineEdit) -> None:
    """Fill an empty Russian field when the Kazakh one was changed by hand and is left."""

    def offer() -> None:
        if kazakh.isModified() and not russian.text().strip() and (known := russian_of(kazakh.text())):
            russian.setText(known)
            russian.setCursorPosition(0)
        kazakh.setModified(False)

    kazakh.editingFinished.connect(offer)
