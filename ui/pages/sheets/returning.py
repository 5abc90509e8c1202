"""What is typed of a sheet that is back from paper, before it is recorded; knows nothing of the window."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from altdesk.domain.acquaintance import Elsewhere, Handwritten, RowMark, RowState, Sheet, SheetRow
from altdesk.domain.dates import parse_day, short_day
from altdesk.domain.errors import Refusal
from altdesk.domain.marking import N_
from altdesk.services.acquaintance import check_mark

DATED = frozenset({RowState.SIGNED, RowState.REFUSED})
_STATES = frozenset(state.value for state in RowState)


@dataclass
class Line:
    """A row of the paper as typed so far. `kept` is None for a row written by hand on a blank one."""

    no: int
    full_name: str
    post: str
    state: RowState
    day: str = ""  # as typed
    note: str = ""
    kept: SheetRow | None = None
    own_day: bool = False  # typed for this row; the day at the top does not change it
    said: bool = False  # the person has said something of this row
    refusal: Refusal | None = None

    @property
    def act_missing(self) -> bool:
        """Whether the number of the act by which the person refused is still to be typed."""
        return self.state is RowState.REFUSED and not self.note

    @property
    def elsewhere(self) -> Elsewhere | None:
        """What closed the row although nothing stands in it: the person signed another sheet."""
        return self.kept.elsewhere if self.kept is not None and self.state is self.kept.state else None

    @property
    def open_state(self) -> RowState:
        """What the row is when it is not signed."""
        return RowState.LEFT if self.kept is not None and self.kept.state is RowState.LEFT else RowState.PENDING


def _line(row: SheetRow) -> Line:
    day = short_day(row.signed_on) if row.signed_on else ""
    return Line(row.no, row.full_name, row.post, row.state, day, row.note, row, own_day=bool(day))


class Return:
    """The rows of one sheet, and the day at the top that all open rows are signed on unless something else is said."""

    def __init__(self, sheet: Sheet, today: date) -> None:
        self.sheet = sheet
        self.today = today
        self.typed_day = ""
        self.day: date | None = None
        self.lines = [_line(row) for row in sheet.rows]

    # the day at the top

    def set_day(self, typed: str) -> None:
        """The day that stands on the paper. Refused for what is no day, or one before the revision's."""
        self.typed_day = typed
        self.day = None
        day = parse_day(typed, self.today)
        check_mark(self.sheet, RowMark(RowState.SIGNED, day), self.today)
        self.day = day
        for line in self.lines:
            if self.sheet.back_on is None and not line.said and line.kept and line.kept.open:
                line.state = RowState.SIGNED
            if line.state in DATED and not line.own_day:
                self._date(line, short_day(day))

    # what is said of a row

    def toggle(self, at: int) -> None:
        """Signed, or still open."""
        line = self.lines[at]
        if line.state is RowState.SIGNED:
            self._say(line, line.open_state)
        else:
            self._say(line, RowState.SIGNED)

    def absent(self, at: int) -> None:
        self._say(self.lines[at], RowState.ABSENT)

    def refuse_to_sign(self, at: int) -> None:
        self._say(self.lines[at], RowState.REFUSED)

    def set_line_day(self, at: int, typed: str) -> None:
        """The day beside the signature of one row; a row with a day is signed. An empty one takes the day away."""
        line = self.lines[at]
        if typed.strip() == line.day:
            return
        line.said = True
        if not typed.strip():
            line.own_day = False
            self._say(line, line.open_state)
            return
        line.own_day = True
        if line.state not in DATED:
            line.state = RowState.SIGNED
        self._date(line, typed.strip())

    def step_day(self, at: int, days: int) -> None:
        """A day later or earlier than what stands in the row."""
        line = self.lines[at]
        day = self._day_of(line) or self.day
        if day is not None:
            self.set_line_day(at, short_day(day + timedelta(days)))

    def set_note(self, at: int, note: str) -> None:
        line = self.lines[at]
        line.said = line.said or note != line.note
        line.note = note

    def set_name(self, at: int, name: str) -> None:
        self.lines[at].full_name = " ".join(name.split())
        self._check(self.lines[at])

    def set_post(self, at: int, post: str) -> None:
        self.lines[at].post = " ".join(post.split())

    def add_line(self) -> int:
        """A row written by hand on a blank one; the answer is its place."""
        no = max((line.no for line in self.lines), default=0) + 1
        line = Line(no, "", "", RowState.SIGNED, short_day(self.day) if self.day else "", said=True)
        self.lines.append(line)
        return len(self.lines) - 1

    def remove_line(self, at: int) -> None:
        """Take a handwritten row away again."""
        if self.lines[at].kept is None:
            del self.lines[at]
            first = max((line.no for line in self.lines if line.kept), default=0) + 1
            for no, line in enumerate((line for line in self.lines if line.kept is None), first):
                line.no = no

    # what comes of it

    @property
    def changed(self) -> bool:
        return any(map(self._differs, self.lines))

    def count(self, *states: RowState) -> int:
        return sum(line.state in states and line.elsewhere is None for line in self.lines)

    @property
    def elsewhere(self) -> int:
        """How many rows are closed by what their people said on another sheet."""
        return sum(line.elsewhere is not None for line in self.lines)

    def first_refused(self) -> int | None:
        """The first row that cannot be recorded as it stands."""
        for line in self.lines:
            self._check(line)
        return next((at for at, line in enumerate(self.lines) if line.refusal), None)

    def marks(self) -> dict[int, RowMark]:
        """What is to be recorded of the rows printed, by number; only what differs from the record."""
        return {line.no: self._mark(line) for line in self.lines if line.kept and self._differs(line)}

    def handwritten(self) -> list[Handwritten]:
        return [Handwritten(line.full_name, line.post, self._mark(line)) for line in self.lines if line.kept is None]

    def typed(self) -> dict[str, Any]:
        """Everything typed, as JSON can keep it."""
        rows = [
            [line.no, line.full_name, line.post, line.state.value, line.day, line.note, line.kept is not None]
            for line in self.lines
            if self._differs(line)
        ]
        return {"day": self.typed_day, "rows": rows}

    def restore(self, values: Mapping[str, Any]) -> None:
        """Go on with what was typed earlier; what makes no sense is passed over."""
        known = {line.no: line for line in self.lines}
        self.typed_day = str(values.get("day", ""))
        try:
            self.day = parse_day(self.typed_day, self.today) if self.typed_day else None
        except Refusal:
            self.day = None
        for row in values.get("rows", ()):
            match row:
                case [int(no), str(name), str(post), str(state), str(day), str(note), bool(kept)] if state in _STATES:
                    if not kept:
                        self.lines.append(Line(no, name, post, RowState(state), day, note, own_day=True, said=True))
                    elif no in known:
                        line = known[no]
                        line.state, line.day, line.note, line.said, line.own_day = (
                            RowState(state),
                            day,
                            note,
                            True,
                            True,
                        )
        for line in self.lines:
            self._check(line)

    # inside

    def _say(self, line: Line, state: RowState) -> None:
        line.said = True
        line.state = state
        if state in DATED and not line.day:
            line.own_day = False
            line.day = short_day(self.day) if self.day else ""
        elif state not in DATED and not line.own_day:
            line.day = ""
        self._check(line)

    def _date(self, line: Line, typed: str) -> None:
        line.day = typed
        if (day := self._day_of(line)) is not None:
            line.day = short_day(day)
        self._check(line)

    def _day_of(self, line: Line) -> date | None:
        try:
            return parse_day(line.day, self.today) if line.day else None
        except Refusal:
            return None

    def _mark(self, line: Line) -> RowMark:
        day = self._day_of(line) if line.state in DATED else None
        return RowMark(line.state, day, line.note)

    def _check(self, line: Line) -> None:
        """See whether the row can be recorded so, and keep the sentence when it cannot."""
        line.refusal = None
        if line.kept is not None and not self._differs(line):
            return
        try:
            if line.kept is None and not line.full_name:
                raise Refusal(N_("Type the name written on the blank row."), field="full_name")
            if line.state in DATED and line.day:
                parse_day(line.day, self.today)
            check_mark(self.sheet, self._mark(line), self.today)
        except Refusal as refusal:
            line.refusal = refusal

    def _differs(self, line: Line) -> bool:
        if line.kept is None:
            return True
        day = line.day if line.state in DATED else ""
        kept_day = short_day(line.kept.signed_on) if line.kept.signed_on else ""
        return (line.state, day, line.note) != (line.kept.state, kept_day, line.kept.note)
