"""The head of a table, fitted: one level, or two where columns stand under a common head."""

from __future__ import annotations

from altdesk.forms.blocks import Face, Heads, Table
from altdesk.forms.fitting import Fitted, fit
from altdesk.forms.group_heads import Span, spans
from altdesk.forms.measure import Measure

PAD = 0.9  # mm left and right of a head's text
TALLEST = 60.0  # mm
ALIKE = 8.5  # pt: heads take the size of the smallest among them, but not below this
NUMBERED_HEIGHT = 5.0


class Head:
    """What stands over each column (`heads`) and over several (`spans` with `over`), and how tall it is in mm.

    `upper` is the height of the upper level, 0 where there is none; `level` is that of both levels together.
    """

    def __init__(self, table: Table, measure: Measure) -> None:
        self._table = table
        self._measure = measure
        self.spans = spans(table.columns)
        self._grouped = {index for span in self.spans for index in range(span.first, span.last + 1)}
        least = table.head_height
        self.over = self._alike([(span.head, self._width(span)) for span in self.spans], least / 2)
        widths = [column.width for column in table.columns]
        texts = [column.head for column in table.columns]
        self.heads = self._alike(list(zip(texts, widths, strict=True)), least)
        lower = max((self.heads[index].height for index in self._grouped), default=0.0)
        self.upper = max((fitted.height for fitted in self.over), default=0.0)
        self.level = max([least, self.upper + lower, *(fitted.height for fitted in self._plain())])
        if self.spans:
            self.upper = max(self.upper, self.level - max(lower, self.level / 2))

    @property
    def height(self) -> float:
        """With the row of numbers, where there is one."""
        return self.level + (NUMBERED_HEIGHT if self._table.heads is Heads.NUMBERED else 0)

    def top_of(self, index: int) -> float:
        """Where the head of a column begins, mm below the top."""
        return self.upper if index in self._grouped else 0.0

    def within(self, edge: int) -> bool:
        """Whether the edge left of this column lies under a common head."""
        return any(span.first < edge <= span.last for span in self.spans)

    def _width(self, span: Span) -> float:
        return sum(column.width for column in self._table.columns[span.first : span.last + 1])

    def _plain(self) -> list[Fitted]:
        return [fitted for index, fitted in enumerate(self.heads) if index not in self._grouped]

    def _alike(self, said: list[tuple[str, float]], height: float) -> list[Fitted]:
        """The heads at one size, as far as that keeps the narrow ones legible."""
        sizes = self._table.head_sizes
        most = max(sizes)
        fitted: list[Fitted] = []
        for _ in range(2):
            small = tuple(size for size in sizes if size <= most) or sizes[-1:]
            fitted = [
                fit(self._measure, text, Face.BOLD, small, width - 2 * PAD, height, self._table.air)
                for text, width in said
            ]
            most = max(ALIKE, min((each.size for each in fitted), default=most))
        return [self._cut(each) for each in fitted]

    def _cut(self, fitted: Fitted) -> Fitted:
        """A head that would leave no room for rows, ended with …; the forms' own words never are so long."""
        most = max(1, int(TALLEST / fitted.step))
        if len(fitted.lines) <= most:
            return fitted
        width = self._measure.width("…", Face.BOLD, fitted.size)
        return fitted._replace(lines=(*fitted.lines[: most - 1], ("…", width)))
