"""A part of a document, as the documents page puts it below the fields."""

from __future__ import annotations

from altdesk.domain.documents import Document
from ui.widgets.parts import Part


class DocumentPart(Part):
    """What a subclass keeps of the document it loads itself, in the desk's room."""

    def show_document(self, document: Document) -> None:
        """Show what belongs to this kept document; called whenever it may have changed."""
        raise NotImplementedError
