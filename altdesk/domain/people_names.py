"""The names of a foreign list as columns: taken apart, capitals made proper, with their find keys."""

from __future__ import annotations

from collections.abc import Callable

from altdesk.domain.cell_columns import CellColumns
from altdesk.domain.fold import fold
from altdesk.domain.import_plan import RowRepair
from altdesk.domain.marking import N_
from altdesk.domain.names import NameParts, Split, proper_case, split_full_name
from altdesk.domain.people_columns import PeopleField

CAPITALS = N_("Capital letters made small")

_SAID_NOTHING: frozenset[str] = frozenset()
_USUAL_PATRONYMICS = ("ұлы", "қызы", "улы", "кызы", "ович", "евич", "овна", "евна")
_OTHER_ENDS = ("лы", "лу", "гли", "ызы", "изи", "ич", "ыч", "вна", "чна", "ly", "lu", "zy", "ich", "vna", "chna")

P = PeopleField


class NameColumns:
    """Surnames, given names, patronymics, each name on one line, and its find key; row by row.

    `one_cell`: the names stand in one cell and are split here; not `certain`: the split is a guess.
    """

    def __init__(self, columns: CellColumns[PeopleField], *, one_cell: bool) -> None:
        self._capitals: dict[int, tuple[RowRepair, ...]] = {}
        if one_cell:
            splits = list(map(_split, self._proper(columns, P.FULL_NAME)))
            self.certain = [split.certain for split in splits]
            self.surnames = [split.parts.surname for split in splits]
            self.given_names = [split.parts.given_name for split in splits]
            self.patronymics = [split.parts.patronymic for split in splits]
        else:
            self.surnames = self._proper(columns, P.SURNAME)
            self.given_names = self._proper(columns, P.GIVEN_NAME)
            self.patronymics = self._proper(columns, P.PATRONYMIC)
            self.certain = [True] * len(self.surnames)
        self.lines = self._joined(str)
        self.folds = self._joined(fold)

    def capitals(self, place: int) -> tuple[RowRepair, ...]:
        """The names of a row that were written in capitals."""
        return self._capitals.get(place, ())

    def _proper(self, columns: CellColumns[PeopleField], name: PeopleField) -> list[str]:
        """A column with words in capitals made proper, which is noted as a repair."""
        texts = columns.texts(name, but=_SAID_NOTHING)
        proper = {text: proper_case(text) for text in set(texts) if not text.istitle()}
        made = {text: other for text, other in proper.items() if text != other}
        if not made:
            return texts
        for place, text in enumerate(texts):
            if text in made:
                mended = RowRepair(name.value, CAPITALS, text, made[text])
                self._capitals[place] = (*self.capitals(place), mended)
        return [made.get(text, text) for text in texts]

    def _joined(self, work: Callable[[str], str]) -> list[str]:
        """`work` of the parts of every name, put together; many people share a part."""
        columns = (self.surnames, self.given_names, self.patronymics)
        worked = {part: work(part) for part in {part for column in columns for part in column}}
        parts = zip(*([worked[part] for part in column] for column in columns), strict=True)
        return [f"{s} {g} {p}" if s and g and p else " ".join(filter(None, (s, g, p))) for s, g, p in parts]


def _split(text: str) -> Split:
    return usual_split(text) or split_full_name(text)


def usual_split(text: str) -> Split | None:
    """A name written the usual way, taken apart as `split_full_name` does, only faster; None for all others."""
    words = text.split(" ")
    if len(words) != 3 or not words[2].endswith(_USUAL_PATRONYMICS) or len(words[2]) < 6:
        return None
    surname, given, patronymic = words
    if surname.endswith(_OTHER_ENDS) or given.endswith(_OTHER_ENDS) or len(surname) < 3 or len(given) < 2:
        return None
    if not text.istitle() or not (surname + given + patronymic).isalpha():
        return None
    return Split(NameParts(surname, given, patronymic), certain=True)
