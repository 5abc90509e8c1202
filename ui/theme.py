"""Colours, sizes and type of the window: light and dark, from one table, with as little style sheet as possible."""

from __future__ import annotations

import gc
from dataclasses import dataclass
from enum import Enum
from typing import Any

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QColor, QFont, QIcon, QPalette
from PySide6.QtWidgets import QAbstractButton, QApplication, QToolButton, QWidget

GRID = 8
ROW_HEIGHT = 32
FIELD_HEIGHT = 34
SIDEBAR_WIDTH = 216
ICON_SIZE = 18
TEXT_POINTS = 10.5
TITLE_POINTS = 18.0
SECTION_POINTS = 13.0
SEMIBOLD = QFont.Weight.DemiBold
_TYPE, _CHOSEN, _ICON, _DRESSED = "altdesk_type", "altdesk_theme", "altdesk_icon", "altdesk_dressed"
TEXT_SIZES = (100, 115, 130, 150)  # per cent


class Tone(Enum):
    """What a colour means; always beside an icon and a word."""

    PLAIN = "text"
    QUIET = "quiet"
    ACCENT = "accent"
    ON_ACCENT = "on_accent"
    GOOD = "good"
    WAIT = "wait"
    BAD = "bad"


@dataclass(frozen=True)
class Colours:
    """The colours of one theme."""

    window: str
    base: str
    side: str
    hover: str
    line: str
    field_line: str
    text: str
    quiet: str
    accent: str
    on_accent: str
    selection: str
    good: str
    wait: str
    bad: str
    wait_ground: str
    bad_ground: str

    def of(self, tone: Tone) -> QColor:
        return QColor(str(getattr(self, tone.value)))

    def of_base(self) -> QColor:
        return QColor(self.base)

    def of_selection(self) -> QColor:
        return QColor(self.selection)

    def of_line(self) -> QColor:
        return QColor(self.line)


LIGHT = Colours(
    window="#f6f7f9", base="#ffffff", side="#eceff3", hover="#e1e6ec", line="#dde1e7", field_line="#8b949e",
    text="#1b2027", quiet="#56606c", accent="#1d5a9e", on_accent="#ffffff", selection="#d8e7f7",
    good="#12652a", wait="#7a4e00", bad="#a4161f", wait_ground="#fdf3da", bad_ground="#fdeceb",
)  # fmt: skip
DARK = Colours(
    window="#1e2227", base="#171a1e", side="#191c21", hover="#2b3138", line="#343b44", field_line="#6e7783",
    text="#e7eaee", quiet="#a7b0bb", accent="#7fb2ee", on_accent="#0f1a28", selection="#26405f",
    good="#6cd284", wait="#e6bb54", bad="#ff9d94", wait_ground="#37300f", bad_ground="#43201f",
)  # fmt: skip


def is_dark() -> bool:
    """Whether the window is dark: as the person chose, else as the system says."""
    app = QApplication.instance()
    chosen = app.property(_CHOSEN) if app else ""
    return chosen == "dark" or (chosen != "light" and QApplication.styleHints().colorScheme() == Qt.ColorScheme.Dark)


def colours() -> Colours:
    return DARK if is_dark() else LIGHT


def apply(app: QApplication, theme: str, text_size: int) -> None:
    """Dress the application: `theme` is system, light or dark; `text_size` is per cent of the usual size."""
    app.setProperty(_CHOSEN, theme)
    scheme = {"light": Qt.ColorScheme.Light, "dark": Qt.ColorScheme.Dark}.get(theme, Qt.ColorScheme.Unknown)
    if app.styleHints().colorScheme() != scheme:
        app.styleHints().setColorScheme(scheme)
    dressed = f"{'dark' if is_dark() else 'light'} {text_size}"
    if app.property(_DRESSED) == dressed:
        return  # a sheet set anew would polish every widget there is
    app.setProperty(_DRESSED, dressed)
    if app.style().name() not in {"windows11", "fusion"}:
        app.setStyle("Fusion")
    font = QFont(app.font())
    font.setPointSizeF(TEXT_POINTS * text_size / 100)
    if font != app.font():
        app.setFont(font)
    made = palette(colours())
    app.setPalette(made)
    made.setColor(QPalette.ColorRole.Window, QColor(colours().field_line).lighter(140))  # Fusion darkens it for frames
    framed: Any  # the stubs ask for bytes, the binding takes only a str
    for framed in ("QComboBox", "QSpinBox", "QRadioButton", "QCheckBox"):
        app.setPalette(made, framed)
    app.setStyleSheet(sheet(colours()))
    for widget in _every_widget(app):
        if widget.property(_TYPE) is not None:
            _size_type(widget)
        if widget.property(_ICON) is not None:
            _size_icon(widget)


def _every_widget(app: QApplication) -> list[QWidget]:
    """All widgets. Nothing is collected while they are wrapped: what that deletes would still stand in the list."""
    collects = gc.isenabled()
    gc.disable()
    try:
        return app.allWidgets()
    finally:
        if collects:
            gc.enable()


def palette(c: Colours) -> QPalette:
    role, group = QPalette.ColorRole, QPalette.ColorGroup
    made = QPalette(QColor(c.window))
    for which, colour in {
        role.Window: c.window, role.Base: c.base, role.AlternateBase: c.window, role.Button: c.base,
        role.WindowText: c.text, role.Text: c.text, role.ButtonText: c.text, role.PlaceholderText: c.quiet,
        role.ToolTipBase: c.base, role.ToolTipText: c.text, role.Highlight: c.selection,
        role.HighlightedText: c.text, role.Link: c.accent, role.LinkVisited: c.accent, role.Accent: c.accent,
        role.Mid: c.line, role.Midlight: c.hover, role.Light: c.base, role.Dark: c.field_line,
    }.items():  # fmt: skip
        made.setColor(which, QColor(colour))
    for which in (role.WindowText, role.Text, role.ButtonText):
        made.setColor(group.Disabled, which, QColor(c.quiet))
    return made


def sheet(c: Colours) -> str:
    """The style sheet: only what a palette cannot say."""
    return f"""
    QToolTip {{ color: {c.text}; background: {c.base}; border: 1px solid {c.line}; padding: 4px; }}
    QLineEdit, QPlainTextEdit {{ background: {c.base}; border: 1px solid {c.field_line}; border-radius: 5px; }}
    QLineEdit[look="locked"], QPlainTextEdit[look="locked"] {{ background: {c.window}; border-color: {c.line}; }}
    QLineEdit:focus, QPlainTextEdit:focus {{ border: 2px solid {c.accent}; }}
    QLineEdit:disabled, QPlainTextEdit:disabled {{ background: {c.window}; }}
    QSpinBox QLineEdit, QTableView QLineEdit, QComboBox QLineEdit {{ border: none; }}
    QHeaderView {{ background: {c.base}; border: none; }}
    QHeaderView::section {{ background: {c.base}; color: {c.quiet}; border: none; border-bottom: 1px solid {c.line};
        padding: 6px 8px; }}
    QTableView {{ border: none; background: {c.base}; }}
    QSplitter::handle {{ background: {c.line}; }}
    #sidebar {{ background: {c.side}; border-right: 1px solid {c.line}; }}
    #sidebar QScrollArea, #sidebar #entries {{ background: transparent; }}
    #sidebar QToolButton {{ border: none; border-radius: 6px; padding: 2px 10px; text-align: left; }}
    #sidebar QToolButton:hover {{ background: {c.hover}; }}
    #sidebar QToolButton:checked {{ background: {c.selection}; font-weight: 600; }}
    #sidebar QToolButton#further {{ padding: 0; background: {c.hover}; }}
    #sidebar QToolButton#further:disabled {{ background: transparent; }}
    #sidebar QToolButton:focus {{ border: 2px solid {c.accent}; padding: 0 8px; }}
    #status {{ border-top: 1px solid {c.line}; background: {c.side}; }}
    #card {{ background: {c.base}; border: 1px solid {c.line}; border-radius: 8px; }}
    #palette {{ background: {c.base}; border: 1px solid {c.field_line}; border-radius: 8px; }}
    #panel {{ background: {c.base}; }}
    #notice[tone="wait"] {{ background: {c.wait_ground}; border-bottom: 1px solid {c.line}; }}
    #notice[tone="bad"] {{ background: {c.bad_ground}; border-bottom: 1px solid {c.line}; }}
    QLabel[tone="quiet"] {{ color: {c.quiet}; }}
    QLabel[tone="good"] {{ color: {c.good}; }}
    QLabel[tone="wait"] {{ color: {c.wait}; }}
    QLabel[tone="bad"] {{ color: {c.bad}; }}
    QPushButton[look="primary"] {{ background: {c.accent}; color: {c.on_accent}; border: 2px solid {c.accent};
        border-radius: 6px; padding: 5px 16px; font-weight: 600; }}
    QPushButton[look="primary"]:focus {{ border-color: {c.text}; }}
    QPushButton[look="primary"]:disabled {{ background: {c.hover}; color: {c.quiet}; border-color: {c.hover}; }}
    QPushButton[look="quiet"], QToolButton[look="quiet"] {{ border: 1px solid transparent; border-radius: 6px;
        padding: 5px 10px; background: transparent; color: {c.text}; }}
    QPushButton[look="quiet"]:hover, QToolButton[look="quiet"]:hover {{ background: {c.hover}; }}
    QPushButton[look="quiet"]:focus, QToolButton[look="quiet"]:focus {{ border-color: {c.accent}; }}
    QPushButton[look="quiet"]:disabled {{ color: {c.quiet}; }}
    QToolButton[look="quiet"] {{ padding: 5px; }}
    QToolButton[look="quiet"]::menu-indicator {{ image: none; }}
    QToolButton[look="fold"] {{ border: 1px solid transparent; border-radius: 6px; padding: 3px 6px 3px 0;
        background: transparent; color: {c.text}; text-align: left; font-weight: 600; }}
    QToolButton[look="fold"]:hover {{ background: {c.hover}; }}
    QToolButton[look="fold"]:focus {{ border-color: {c.accent}; }}
    QPushButton[look="segment"] {{ border: 1px solid {c.line}; border-radius: 6px; padding: 4px 14px;
        background: {c.base}; color: {c.text}; }}
    QPushButton[look="segment"]:hover {{ background: {c.hover}; }}
    QPushButton[look="segment"]:checked {{ background: {c.selection}; border-color: {c.accent}; }}
    QPushButton[look="segment"]:focus {{ border: 2px solid {c.accent}; padding: 3px 13px; }}
    QPushButton[look="card"] {{ background: {c.base}; border: 1px solid {c.field_line}; border-radius: 8px; }}
    QPushButton[look="card"]:hover {{ background: {c.hover}; }}
    QPushButton[look="card"]:focus {{ border: 2px solid {c.accent}; }}
    QPushButton[look="chip"] {{ background: {c.base}; border: 1px solid {c.line}; border-radius: 6px;
        padding: 5px 11px; }}
    QPushButton[look="chip"]:hover {{ background: {c.hover}; }}
    QPushButton[look="chip"]:checked {{ background: {c.selection}; border-color: {c.accent}; }}
    QPushButton[look="chip"]:focus {{ border: 2px solid {c.accent}; padding: 4px 10px; }}
    #drop {{ border: 2px dashed {c.field_line}; border-radius: 12px; background: {c.window}; }}
    #drop[over="yes"] {{ border-color: {c.accent}; background: {c.selection}; }}
    #importbar {{ background: {c.base}; border-top: 1px solid {c.line}; }}
    """


def set_tone(widget: QWidget, tone: Tone) -> None:
    """Colour a label or notice by meaning."""
    set_look(widget, "tone", tone.value)


def set_look(widget: QWidget, name: str, value: str) -> None:
    """Set a property the style sheet chooses by."""
    if widget.property(name) != value:
        widget.setProperty(name, value)
        widget.style().unpolish(widget)
        widget.style().polish(widget)


def set_type(widget: QWidget, points: float, weight: QFont.Weight = QFont.Weight.Normal) -> None:
    """Give a widget another size of type; `points` are those of the usual text size and grow with it."""
    widget.setProperty(_TYPE, [points, weight.value])
    _size_type(widget)


def set_icon(button: QAbstractButton, drawn: QIcon, gap: int | None = None) -> None:
    """Give a button an icon that grows with the text and stands off from the words by `gap` more pixels."""
    if gap is None:
        gap = 0 if isinstance(button, QToolButton) else GRID // 2
    button.setIcon(drawn)
    button.setProperty(_ICON, gap)
    _size_icon(button)


def _size_icon(button: Any) -> None:
    size = round(ICON_SIZE * QApplication.font().pointSizeF() / TEXT_POINTS)
    button.setIconSize(QSize(size + button.property(_ICON), size))


def _size_type(widget: QWidget) -> None:
    points, weight = widget.property(_TYPE)
    font = QFont(QApplication.font())
    font.setPointSizeF(points * font.pointSizeF() / TEXT_POINTS)
    font.setWeight(QFont.Weight(weight))
    widget.setFont(font)
