"""The map of the risks beside their list: before or after the measure, with what its steps mean."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QScrollArea, QToolButton, QVBoxLayout, QWidget

from altdesk.domain.marking import N_
from altdesk.domain.risk_scale import LEVEL_NAMES, STEP_NAMES, Level
from altdesk.domain.risks import SIDE_NAMES, HeatMap, Side
from ui.icons import icon
from ui.shell import Shell
from ui.theme import GRID, SECTION_POINTS, SEMIBOLD, Tone, set_icon, set_look, set_tone, set_type
from ui.widgets.heat_table import HeatTable
from ui.widgets.segments import Segments

SIDE_ICONS = {Side.INITIAL: "alert-outline", Side.RESIDUAL: "shield-check-outline"}


class HeatPanel(QWidget):
    """Shows a map and says what is not on it."""

    side_chosen = Signal(object)  # Side
    cell_chosen = Signal(int, int)
    closed = Signal()

    def __init__(self, shell: Shell) -> None:
        super().__init__()
        self._shell = shell
        self._shown: HeatMap | None = None
        self.table = HeatTable(shell.words)
        self.segments = Segments(
            shell.words,
            N_("Which assessment"),
            [(side.value, SIDE_NAMES[side], SIDE_ICONS[side]) for side in Side],
            Side.INITIAL.value,
        )
        self.title, self.axes, self.here, self.away = (QLabel(wordWrap=True) for _ in range(4))
        set_type(self.title, SECTION_POINTS, SEMIBOLD)
        shell.words(self.title, text=N_("Map of the risks"))
        for label in (self.axes, self.away):
            set_tone(label, Tone.QUIET)
        self.segments.chosen.connect(lambda key: self.side_chosen.emit(Side(key)))
        self.table.chosen.connect(self.cell_chosen)
        self.table.walked.connect(self.here.setText)
        self._lay_out()
        self.setFocusProxy(self.table)
        shell.words.switched.connect(self._say)

    def minimumSizeHint(self) -> QSize:
        """As wide as the map; what scrolls does not say so by itself."""
        least, bar = super().minimumSizeHint(), self._scroll.verticalScrollBar().sizeHint().width()
        needed = max(self.table.minimumSizeHint().width(), self.segments.minimumSizeHint().width())
        return QSize(max(least.width(), needed + 3 * GRID + bar), least.height())

    def show_map(self, shown: HeatMap) -> None:
        self._shown = shown
        self.segments.mark(shown.side.value)
        self.table.show_map(shown)
        self._say()
        self.updateGeometry()

    def _say(self) -> None:
        shown, say = self._shown, self._shell.say
        if shown is None:
            return
        steps = ", ".join(f"{at} – {say(name)}" for at, name in enumerate(STEP_NAMES[shown.scale.steps], 1))
        levels = ", ".join(
            f"{say(LEVEL_NAMES[level]).lower()}: {low}–{high}"
            for level, (low, high) in ((level, shown.scale.bounds(level)) for level in Level)
        )
        self.axes.setText(
            say(N_("Likelihood grows upwards, impact to the right: %(steps)s. Their product is the level: %(levels)s."),
                steps=steps, levels=levels)
        )  # fmt: skip
        away = []
        if shown.unassessed:
            away.append(say.plural("%(n)d risk is not assessed", "%(n)d risks are not assessed", shown.unassessed))
        if shown.elsewhere:
            away.append(
                say.plural("%(n)d is assessed on another scale", "%(n)d are assessed on another scale", shown.elsewhere)
            )
        self.away.setText(". ".join(away) + "." if away else "")
        self.away.setVisible(bool(away))

    def _lay_out(self) -> None:
        close = QToolButton()
        set_icon(close, icon("close"))
        set_look(close, "look", "quiet")
        self._shell.words(close, name=N_("Close the map"), tip=N_("Close the map"))
        close.clicked.connect(self.closed)
        head = QHBoxLayout()
        head.addWidget(self.title, 1)
        head.addWidget(close)
        inside = QWidget()
        inside.setObjectName("panel")
        column = QVBoxLayout(inside)
        column.setContentsMargins(2 * GRID, 0, GRID, GRID)
        column.setSpacing(12)
        for widget in (self.segments, self.table, self.here, self.axes, self.away):
            column.addWidget(widget)
        column.addStretch(1)
        self._scroll = QScrollArea(widgetResizable=True)
        self._scroll.setFrameShape(QFrame.Shape.NoFrame)
        self._scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._scroll.setWidget(inside)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 2 * GRID, 0, 0)
        head.setContentsMargins(2 * GRID, 0, GRID, 0)
        whole.addLayout(head)
        whole.addWidget(self._scroll, 1)
