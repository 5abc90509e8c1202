"""Foreign files into rows of cells: workbooks and text tables of any origin, or a refusal that says what to do."""

from altdesk.reading.reader import read
from altdesk.reading.tables import ReadFile, SheetRows

__all__ = ["ReadFile", "SheetRows", "read"]
