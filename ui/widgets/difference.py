"""What two versions differ in, as rich text: added words are underlined, removed ones struck through."""

from __future__ import annotations

from html import escape

from altdesk.domain.minutes_difference import Change, Piece, PieceKind
from altdesk.i18n import Translator
from ui.theme import colours


def marked(change: Change, say: Translator) -> str:
    """The pieces of a change in the colours of the theme."""
    c = colours()
    looks = {
        PieceKind.SAME: "{}",
        PieceKind.ADDED: f'<u style="color:{c.good}">{{}}</u>',
        PieceKind.REMOVED: f'<s style="color:{c.bad}">{{}}</s>',
    }

    def shown(piece: Piece) -> str:
        text = say(piece.text) if piece.marked else piece.text
        return looks[piece.kind].format(escape(text).replace("\n", "<br>"))

    whole = all(piece.kind is not PieceKind.SAME for piece in change.pieces)  # one value stands for another
    return " ".join(map(shown, change.pieces)) if whole else "".join(map(shown, change.pieces))
