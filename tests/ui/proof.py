"""Looks at a window as a reader would: finds what is cut off, overlaps, has no name or is tabbed to out of order."""

from __future__ import annotations

import os
import re
from collections.abc import Sequence
from itertools import combinations
from pathlib import Path

from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QTextDocument
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QAbstractScrollArea,
    QAbstractSpinBox,
    QApplication,
    QCheckBox,
    QComboBox,
    QHeaderView,
    QLabel,
    QLineEdit,
    QListView,
    QMainWindow,
    QPlainTextEdit,
    QRadioButton,
    QScrollArea,
    QScrollBar,
    QSplitter,
    QSplitterHandle,
    QStyle,
    QStyleOptionComboBox,
    QTableView,
    QTextEdit,
    QToolButton,
    QWidget,
)

from tests.ui.naming import SLACK, called
from tests.ui.proof_tables import rows_too_low, wrong_in_table
from ui.theme import Tone, colours

PICTURES = Path(__file__).parents[2] / "build" / "looks"
USABLE = (QAbstractButton, QLineEdit, QComboBox, QAbstractSpinBox, QAbstractItemView, QPlainTextEdit, QTextEdit)
MADE_OF_PARTS = (QAbstractSpinBox, QComboBox, QLineEdit, QHeaderView, QAbstractScrollArea, QScrollBar)
OWN_LAYOUT = (*MADE_OF_PARTS, QSplitter, QMainWindow)  # what stands within them is Qt's own affair
HALF_NUMBER = re.compile(r"\d…$")


def keep_picture(window: QWidget, folder: str, name: str, wrong: Sequence[str]) -> None:
    """Photograph the window, and keep the picture when it is wanted: in CI, or with ALTDESK_LOOKS in the environment.

    A picture is taken in any case: it gives places to what is hidden, and what is seen later must not hang on that.
    """
    picture = window.grab()
    if not (os.environ.get("ALTDESK_LOOKS") or os.environ.get("CI")):
        return
    place = PICTURES / folder
    place.mkdir(parents=True, exist_ok=True)
    assert picture.save(str(place / f"{name}.png"))
    if wrong:
        (place / f"{name}.txt").write_text("\n".join(wrong), encoding="utf-8")


def faults(window: QWidget) -> list[str]:
    """Everything wrong that can be measured on what is visible now."""
    seen = [widget for widget in window.findChildren(QWidget) if widget.isVisible() and is_seen(widget)]
    found: list[str] = []
    for widget in seen:
        found += cut_texts(widget)
        if problem := nameless(widget):
            found.append(problem)
        found += outside(widget)
        found += overlaps(widget)
        if isinstance(widget, QScrollArea):
            found += too_wide(widget) + too_high(widget)
    return found


def is_seen(widget: QWidget) -> bool:
    return not widget.visibleRegion().isEmpty() or widget.width() <= 0 or widget.height() <= 0


# texts


def cut_texts(widget: QWidget) -> list[str]:
    """What of the widget's own text does not fit into it."""
    if isinstance(widget, QLabel):
        return _cut_label(widget)
    if isinstance(widget, QAbstractButton):
        return _cut_button(widget) + _pale_icon(widget)
    if isinstance(widget, QLineEdit):
        return _cut_placeholder(widget)
    if isinstance(widget, QComboBox):
        return _cut_choice(widget)
    if isinstance(widget, QTableView):
        return wrong_in_table(widget)
    if isinstance(widget, QListView):
        return list(rows_too_low(widget))
    return []


def _cut_label(label: QLabel) -> list[str]:
    text = label.text()
    if not text or label.pixmap().width():
        return []
    if label.textFormat() == Qt.TextFormat.AutoText and "<" in text:
        return [f"takes text for markup: {called(label)}"]
    room = label.contentsRect().width() - 2 * label.margin()
    shown = getattr(label, "shown_text", text)
    if shown != text:  # it ends in an ellipsis on purpose; the whole must be in its tip
        wrong = [] if text in label.toolTip() else [f"ends in an ellipsis without a tip: {called(label)}"]
        return [*wrong, *([f"a number is cut: {called(label)}: {shown}"] if HALF_NUMBER.search(shown) else [])]
    metrics = label.fontMetrics()
    lines = _plain(label).splitlines() or [""]
    if not label.wordWrap():
        needed = max(metrics.horizontalAdvance(line) for line in lines)
        if needed > room + SLACK:
            return [f"cut by {needed - room} px: {called(label)}"]
        return _too_low(label, metrics.height() * len(lines))
    longest = max(metrics.horizontalAdvance(word) for line in lines for word in re.split(r"[\s\u200b]+", line))
    if longest > room + SLACK:
        return [f"a word is cut by {longest - room} px: {called(label)}"]
    return _too_low(label, label.heightForWidth(label.width()))


def _plain(label: QLabel) -> str:
    text = label.text()
    if label.textFormat() == Qt.TextFormat.RichText:
        document = QTextDocument()
        document.setHtml(text)
        return document.toPlainText()
    return text


def _too_low(label: QLabel, needed: int) -> list[str]:
    return [f"cut below by {needed - label.height()} px: {called(label)}"] if needed > label.height() + SLACK else []


def _cut_button(button: QAbstractButton) -> list[str]:
    only_icon = isinstance(button, QToolButton) and (
        button.toolButtonStyle() == Qt.ToolButtonStyle.ToolButtonIconOnly or not button.text()
    )
    if only_icon or not button.text():
        return []
    if button.text().rstrip().endswith("…") and len(button.toolTip()) >= len(button.text()):
        return []
    needed = button.sizeHint().width()
    bold = button.property("look") == "primary" or (
        button.window().findChild(QWidget, "sidebar") is not None and _in_sidebar(button) and button.isChecked()
    )
    if bold and not isinstance(button, (QCheckBox, QRadioButton)):
        font = QFont(button.font())
        font.setWeight(QFont.Weight.DemiBold)
        icon = button.iconSize().width() + 4 if not button.icon().isNull() else 0
        text = max(QFontMetrics(font).horizontalAdvance(line) for line in button.text().splitlines())
        needed = max(needed, text + icon + 20)
    found = [f"cut by {needed - button.width()} px: {called(button)}"] if needed > button.width() + SLACK else []
    if button.sizeHint().height() > button.height() + 2 * SLACK:
        found.append(f"cut below by {button.sizeHint().height() - button.height()} px: {called(button)}")
    return found


def _pale_icon(button: QAbstractButton) -> list[str]:
    """An icon in the colour of the paper's ink on a button filled with the accent."""
    if button.property("look") != "primary" or button.icon().isNull():
        return []
    drawn = button.icon().pixmap(32, 32).toImage()
    seen = [drawn.pixelColor(x, y) for x in range(drawn.width()) for y in range(drawn.height())]
    darkest = max(seen, key=QColor.alpha)
    wanted = colours().of(Tone.ON_ACCENT)
    return [] if darkest.rgb() == wanted.rgb() else [f"icon in another colour than its words: {called(button)}"]


def _in_sidebar(widget: QWidget) -> bool:
    above = widget.parentWidget()
    while above is not None and above.objectName() != "sidebar":
        above = above.parentWidget()
    return above is not None


def _cut_placeholder(line: QLineEdit) -> list[str]:
    hint = line.placeholderText()
    if not hint or line.text() or isinstance(line.parent(), (QAbstractSpinBox, QComboBox)):
        return []
    tools = sum(each.width() for each in line.findChildren(QToolButton) if each.isVisible() and each.icon())
    room = line.contentsRect().width() - tools - 8
    needed = line.fontMetrics().horizontalAdvance(hint)
    cut = needed > room + SLACK and hint not in line.toolTip()
    return [f"hint cut by {needed - room} px: {called(line)}"] if cut else []


def _cut_choice(box: QComboBox) -> list[str]:
    option = QStyleOptionComboBox()
    box.initStyleOption(option)
    style = box.style()
    field = style.subControlRect(QStyle.ComplexControl.CC_ComboBox, option, QStyle.SubControl.SC_ComboBoxEditField, box)
    icon = box.iconSize().width() + 4 if not option.currentIcon.isNull() else 0
    needed = box.fontMetrics().horizontalAdvance(box.currentText()) + icon
    cut = needed > field.width() + SLACK and box.currentText() not in box.toolTip()
    return [f"choice cut by {needed - field.width()} px: {called(box)} {box.currentText()}"] if cut else []


# places


def too_wide(area: QScrollArea) -> list[str]:
    """What a scroll area hides, because it does not scroll sideways."""
    if area.horizontalScrollBarPolicy() != Qt.ScrollBarPolicy.ScrollBarAlwaysOff or area.widget() is None:
        return []
    over = area.widget().width() - area.viewport().width()
    return [f"hides {over} px at the right: {called(area)}"] if over > SLACK else []


def too_high(area: QScrollArea) -> list[str]:
    """What goes on below without a scroll bar, and without anything else that says so."""
    if area.verticalScrollBarPolicy() != Qt.ScrollBarPolicy.ScrollBarAlwaysOff or area.widget() is None:
        return []
    over, around = area.widget().height() - area.viewport().height(), area.parentWidget()
    signs = around.findChildren(QToolButton, "further") if around is not None else []
    said = any(sign.isVisible() and sign.isEnabledTo(around) for sign in signs)
    return [] if over <= SLACK or said else [f"goes on by {over} px and does not say so: {called(area)}"]


def outside(widget: QWidget) -> list[str]:
    """Widgets that reach out of what holds them."""
    parent = widget.parentWidget()
    if parent is None or isinstance(parent, OWN_LAYOUT) or widget.isWindow() or _is_viewport(parent):
        return []
    over = widget.geometry()
    if parent.rect().adjusted(-SLACK, -SLACK, SLACK, SLACK).contains(over) or over.isEmpty():
        return []
    return [f"reaches out of its place {_said(over)} in {_said(parent.rect())}: {called(widget)}"]


def _is_viewport(widget: QWidget) -> bool:
    above = widget.parentWidget()
    return isinstance(above, QAbstractScrollArea) and above.viewport() is widget


def overlaps(widget: QWidget) -> list[str]:
    """Children that stand on each other."""
    if isinstance(widget, OWN_LAYOUT) or widget.layout() is None:
        return []
    managed = [
        child
        for child in widget.findChildren(QWidget, options=Qt.FindChildOption.FindDirectChildrenOnly)
        if child.isVisible() and not child.isWindow() and not isinstance(child, QSplitterHandle)
    ]
    found = []
    for one, other in combinations(managed, 2):
        shared = one.geometry() & other.geometry()
        if shared.width() > SLACK and shared.height() > SLACK:
            found.append(f"overlap {_said(shared)}: {called(one)} and {called(other)}")
    return found


def _said(rect: QRect) -> str:
    return f"{rect.x()},{rect.y()} {rect.width()}×{rect.height()}"


# names and order


def nameless(widget: QWidget) -> str:
    """What can be used has a name for those who listen."""
    if not isinstance(widget, USABLE) or isinstance(widget.parent(), MADE_OF_PARTS):
        return ""
    if isinstance(widget, QHeaderView):
        return ""
    text = "" if isinstance(widget, QLineEdit) else getattr(widget, "text", str)()
    return "" if widget.accessibleName().strip() or text.strip() else f"without a name: {called(widget)}"


def tab_jumps(window: QWidget, start: QWidget, most: int = 120) -> list[str]:
    """Where Tab goes back up or to the left before it has gone round."""
    start.setFocus(Qt.FocusReason.TabFocusReason)
    stops: list[QWidget] = []
    found: list[str] = []
    for _ in range(most):
        focused = QApplication.focusWidget()
        if focused is None or focused in stops or focused.window() is not window:
            break
        if stops and _goes_back(window, stops[-1], focused):
            found.append(f"Tab jumps from {called(stops[-1])} to {called(focused)}")
        stops.append(focused)
        focused.focusNextPrevChild(True)
    return found


def _place(window: QWidget, widget: QWidget) -> QRect:
    return QRect(widget.mapTo(window, QPoint(0, 0)), widget.size())


def _goes_back(window: QWidget, one: QWidget, other: QWidget) -> bool:
    before, after = _place(window, one), _place(window, other)
    if after.bottom() <= before.top() + SLACK:
        return after.left() <= before.left() + SLACK  # up, and not into a column further right
    overlap = min(before.bottom(), after.bottom()) - max(before.top(), after.top())
    beside = overlap > min(before.height(), after.height()) / 2
    return beside and after.right() <= before.left() + SLACK
