"""Import of people: the staff list of the house, from its Excel file into the register."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import Any

from altdesk.desk import Changed, Desk
from altdesk.domain.import_plan import Action, Decision, RowRepair, RowStatus, SkippedRow
from altdesk.domain.marking import N_
from altdesk.domain.people import KIND_NAMES, Person, PersonKind
from altdesk.domain.people_columns import PEOPLE_FIELD_NAMES
from altdesk.domain.people_plan import PlannedPerson
from altdesk.domain.text import sort_key
from altdesk.i18n import Translator
from altdesk.services import people_import
from ui.columns import Align, Column
from ui.pages.importing import saying
from ui.pages.importing.page import EVERYTHING, ImportPage
from ui.pages.importing.rows import Line, Planned, in_file_order, state_key, state_of
from ui.work import Progress

NAME_PARTS = ("surname", "given_name", "patronymic")


class PeopleImportPage(ImportPage):
    """Shows what the file would do to the register, row by row."""

    key = "import"
    title = N_("Import people")
    shows = EVERYTHING
    sentence = N_("Choose the Excel or CSV file with the list of people, or drop it here.")
    field_names = PEOPLE_FIELD_NAMES
    goes_to = "people"

    def all_columns(self) -> tuple[Column, ...]:
        return (
            Column("number", N_("Row"), 52, lambda line: str(line.row.number), Align.RIGHT, sort="number"),
            Column("state", N_("State"), 132, state=state_of, sort="state"),
            *(Column(key, title, 118, partial(_part, key), sort=key, edit=partial(self._edit, key))
              for key, title in zip(NAME_PARTS, (N_("Surname"), N_("Given name"), N_("Patronymic")), strict=True)),
            Column("post", N_("Post"), 130, partial(_part, "post"), sort="post"),
            Column("unit", N_("Unit"), 140, partial(_part, "unit"), sort="unit"),
            Column("group", N_("Group"), 66, partial(_part, "group"), sort="group"),
            Column("remark", N_("Remark"), 330, self._remark),
        )  # fmt: skip

    def verb(self, say: Translator, rows: int) -> str:
        return say.plural("Import %(n)d person", "Import %(n)d people", rows)

    def look(self, desk: Desk, path: Path, sheet: int | None, mapping: Mapping[int, Any] | None) -> Any:
        return people_import.preview(desk, path, mapping, sheet=sheet)

    def write(self, desk: Desk, plan: Any, decisions: Mapping[int, Decision[Any]], progress: Progress) -> Changed:
        del progress
        return people_import.apply(desk, plan, decisions)

    def planned(self, plan: Any) -> Planned:
        counts = plan.counts
        return Planned(
            file=plan.file,
            sheets=plan.sheets,
            sheet=plan.sheet,
            heads=plan.heads,
            lines=plan.lines,
            warnings=plan.warnings,
            rows=in_file_order(plan.rows, plan.skipped),
            counts={name: getattr(counts, name) for name in ("new", "changed", "same", "doubtful", "skipped")},
            text_of=_text,
            sentence=self._sentence,
            choices=_choices,
            namesakes=_namesakes,
            orders=ORDERS,
            edited=_edited,
            state=lambda say: say.plural("%(n)d row in the file", "%(n)d rows in the file", len(plan.rows)),
        )

    def _remark(self, line: Line) -> str:
        """The doubt, or what was mended, in one line."""
        return " ".join(self._reasons(line)) or "; ".join(saying.repairs(self.shell.say, _repairs(line)))

    def _reasons(self, line: Line) -> list[str]:
        say, row = self.shell.say, line.row
        if isinstance(row, SkippedRow):
            return saying.remarks(say, (row.reason,))
        if row.status is RowStatus.CHANGED:
            return ["; ".join(saying.changes(say, row.changes, PEOPLE_FIELD_NAMES, self._value))]
        return saying.remarks(say, row.reasons)

    def _sentence(self, line: Line) -> str:
        """The whole row in words, for the line below the table."""
        say, row = self.shell.say, line.row
        parts = [say(N_("Row %(number)d."), number=row.number), *self._reasons(line)]
        if isinstance(row, SkippedRow):
            return " ".join([*parts, saying.short(row.text)])
        if row.status is RowStatus.DOUBTFUL and row.matches:
            parts.append(say(N_("In the register: %(person)s."), person=_known(row.matches[0])))
            parts += saying.changes(say, row.changes, PEOPLE_FIELD_NAMES, self._value)
        elif row.status is RowStatus.DOUBTFUL:
            parts.append(say(N_("F2 mends a part of the name.")))
        elif row.status is RowStatus.NEW and len(parts) == 1:
            parts.append(say(N_("This person is not in the register yet and will be added.")))
        elif row.status is RowStatus.SAME:
            parts.append(say(N_("The register says the same; nothing will change.")))
        if mended := saying.repairs(say, row.repairs):
            parts.append(say(N_("Mended: %(what)s."), what="; ".join(mended)))
        return " ".join(parts)

    def _value(self, field: str, value: object) -> str:
        if field == "kind" and isinstance(value, PersonKind):
            return self.shell.say(KIND_NAMES[value])
        return saying.plain(value)

    def _edit(self, field: str, number: int, typed: str) -> None:
        """A part of a name was typed anew; called in the desk's room, so it is told by a signal."""
        self.preview.edited.emit(number, field, typed)


def _part(field: str, line: Line) -> str:
    if isinstance(line.row, SkippedRow):
        return line.row.text if field == "surname" else ""
    return str(getattr(line.draft, field) or "")


def _repairs(line: Line) -> tuple[RowRepair, ...]:
    return () if isinstance(line.row, SkippedRow) else line.row.repairs


def _text(row: Any) -> str:
    """What the filter looks through."""
    if isinstance(row, SkippedRow):
        return row.text
    draft = row.draft
    return " ".join((draft.surname, draft.given_name, draft.patronymic, draft.post, draft.unit, draft.group))


def _known(person: Person) -> str:
    """A kept person in a few words."""
    return ", ".join(filter(None, (person.full_name, person.post, person.unit)))


def _choices(row: Any) -> dict[str, Decision[Any] | None]:
    """What can be decided about a row; None brings back what the plan itself would do."""
    out: Decision[Any] = Decision(Action.SKIP)
    if isinstance(row, SkippedRow):
        return {}
    match row.status:
        case RowStatus.NEW:
            return {"new": None, "out": out}
        case RowStatus.CHANGED:
            return {"new": Decision(Action.NEW), "update": None, "out": out}
        case RowStatus.DOUBTFUL:
            known = _meant(row)
            return {"new": Decision(Action.NEW), **({"update": known} if known else {}), "out": out}
    return {}


def _meant(row: PlannedPerson) -> Decision[Any] | None:
    """Whom a doubtful row speaks of: the person proposed, the earlier row, else the first who may be meant."""
    if row.proposed.action in {Action.UPDATE, Action.JOIN}:
        return row.proposed
    return Decision(Action.UPDATE, row.matches[0].id) if row.matches else None


def _namesakes(row: Any) -> list[tuple[str, Decision[Any]]]:
    """Everybody a doubtful row may speak of, when there are several."""
    if isinstance(row, SkippedRow) or row.status is not RowStatus.DOUBTFUL or len(row.matches) < 2:
        return []
    return [(_known(person), Decision(Action.UPDATE, person.id)) for person in row.matches]


def _edited(line: Line, field: str, typed: str) -> Decision[Any] | None:
    """What is decided by typing a part of the name anew: the row is taken, with the name as typed."""
    if isinstance(line.row, SkippedRow):
        return None
    draft = replace(line.draft, **{field: typed.strip()})
    if line.decision is not None and line.decision.action is not Action.SKIP:
        return replace(line.decision, draft=draft)
    return replace(_meant(line.row) or Decision(Action.NEW), draft=draft)


def _order(field: str, row: Any) -> tuple[bool, str]:
    """The sort key of a column: rows without it come last."""
    text = "" if isinstance(row, SkippedRow) else str(getattr(row.draft, field) or "")
    return not text, sort_key(text)


STATE_ORDER = ("doubtful", "new", "changed", "same", "skipped")
ORDERS: dict[str, Callable[[Any], Any]] = {
    "number": lambda row: row.number,
    "state": lambda row: STATE_ORDER.index(state_key(row)),
    **{field: partial(_order, field) for field in (*NAME_PARTS, "post", "unit", "group")},
}
