"""Import of people: the staff list of the house, from its Excel file into the register."""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial
from pathlib import Path
from typing import Any

from altdesk.desk import Changed, Desk
from altdesk.domain.import_plan import Decision, SkippedRow
from altdesk.domain.marking import N_
from altdesk.domain.people import KIND_NAMES, Person
from altdesk.domain.people_columns import PEOPLE_FIELD_NAMES
from altdesk.i18n import Translator
from altdesk.services import people_import
from ui.columns import Align, Column
from ui.pages.importing.page import ImportPage
from ui.pages.importing.rows import Line, state_of
from ui.pages.importing.saying import Saying

NAME_PARTS = (("surname", N_("Surname")), ("given_name", N_("Given name")), ("patronymic", N_("Patronymic")))


class PeopleImportPage(ImportPage):
    """Shows what the file would do to the register, row by row."""

    key = "import"
    title = N_("Import people")
    sentence = N_("Choose the Excel or CSV file with the list of people, or drop it here.")
    field_names = PEOPLE_FIELD_NAMES
    looks_through = ("surname", "given_name", "patronymic", "post", "unit", "group")
    update_verb = N_("Update that person (U)")
    goes_to = "people"

    def all_columns(self) -> tuple[Column, ...]:
        return (
            Column("number", N_("Row"), 52, lambda line: str(line.row.number), Align.RIGHT, sort="number"),
            Column("state", N_("State"), 156, state=state_of, sort="state"),
            *(Column(key, title, 114, partial(part_of, key), sort=key, edit=partial(self.edit, key))
              for key, title in NAME_PARTS),
            Column("post", N_("Post"), 130, partial(part_of, "post"), sort="post"),
            Column("unit", N_("Unit"), 140, partial(part_of, "unit"), sort="unit"),
            Column("group", N_("Group"), 60, partial(part_of, "group"), sort="group"),
            Column("remark", N_("Remark"), 300, lambda line: self.saying.remark(line)),
        )  # fmt: skip

    def make_saying(self, say: Translator) -> Saying:
        return Saying(
            say,
            PEOPLE_FIELD_NAMES,
            KIND_NAMES,
            known,
            new=N_("This person is not in the register yet and will be added."),
            hint=N_("F2 mends a part of the name."),
        )

    def verb(self, say: Translator, rows: int) -> str:
        return say.plural("Import %(n)d person", "Import %(n)d people", rows)

    def known(self, record: Any) -> str:
        return known(record)

    def look(self, desk: Desk, path: Path, sheet: int | None, mapping: Mapping[int, Any] | None) -> Any:
        return people_import.preview(desk, path, mapping, sheet=sheet)

    def write(self, desk: Desk, plan: Any, decisions: Mapping[int, Decision[Any]]) -> Changed:
        return people_import.apply(desk, plan, decisions)


def known(person: Person) -> str:
    """A kept person in a few words."""
    return ", ".join(filter(None, (person.full_name, person.post, person.unit)))


def part_of(field: str, line: Line) -> str:
    """What a cell of a draft's field says; a skipped row says all it has in the first."""
    if isinstance(line.row, SkippedRow):
        return line.row.text if field == "surname" else ""
    return str(getattr(line.draft, field) or "")
