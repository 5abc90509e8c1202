"""Documents out of the rows of a foreign list: codes, titles, kinds, owners, revisions and their days."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from altdesk.domain.cell_columns import CellColumns
from altdesk.domain.cells import Cell, cell_text
from altdesk.domain.clean import clean
from altdesk.domain.codes import code_key
from altdesk.domain.columns import Heads, is_head_row
from altdesk.domain.documents import DocumentDraft, DocumentKind, RevisionState
from altdesk.domain.documents_columns import DOCUMENTS_VOCABULARY, DocumentsField
from altdesk.domain.documents_kinds import kind_of, kind_of_code, state_of
from altdesk.domain.errors import Refusal
from altdesk.domain.import_plan import RowRepair, SkippedRow
from altdesk.domain.marking import N_
from altdesk.domain.remarks import Remark, remark

NO_CODES = N_("No column with codes was found. Choose the column that holds the codes.")
NO_DOCUMENTS = N_("There are no documents under the heads of this list.")
NO_CODE = N_("There is no code in this row.")
HEADS_AGAIN = N_("The heads stand here again.")
NO_REVISION = N_("“%(text)s” is not a number of a revision.")
NO_STATE = N_("“%(text)s” is no state of a document (draft, agreed, in force, withdrawn).")
STATE_AGAINST_DAY = N_("“%(text)s” does not go with the day the document is in force from. Check the row.")
NO_KIND = N_("“%(text)s” is no kind of document.")

_NO_LETTERS = "0123456789.,-–—_*№#/\\+() \u00a0"
_NUMBER = re.compile(r"(?<!\d)\d{1,4}(?!\d)")
_CODE_AND_TITLE = re.compile(r"([^\W\d_]{1,6}-[^\W_]{1,12}-\d{1,4})\s*[-–—:.]?\s+(\S.*)")

D = DocumentsField
_TEXTS = (D.CODE, D.TITLE, D.KIND, D.OWNER, D.NOTE, D.RETENTION, D.FILE_INDEX, D.STATE)


@dataclass(frozen=True, slots=True)
class DocumentRow:
    """One document as the file has it, with the key of its code; `kind_given`: the file says the kind.

    `state` is the revision's as the file says it, `doubt` why what it says cannot be; None where it says nothing.
    """

    number: int
    draft: DocumentDraft
    key: str
    revision: int | None = None
    effective_on: date | None = None
    kind_given: bool = False
    repairs: tuple[RowRepair, ...] = ()
    problems: tuple[Remark, ...] = ()
    state: RevisionState | None = None
    doubt: Remark | None = None

    @property
    def without_revision(self) -> bool:
        """Whether the row speaks of no revision at all, as a norm from outside has none here."""
        nothing = self.revision is None and self.effective_on is None and self.state is None
        return nothing and self.draft.kind is DocumentKind.EXTERNAL_NORM


@dataclass(frozen=True, slots=True)
class DocumentsProposal:
    """Everything a list of documents holds."""

    rows: list[DocumentRow]
    skipped: list[SkippedRow]


def propose(rows: Sequence[Sequence[Cell]], heads: Heads[DocumentsField], today: date) -> DocumentsProposal:
    """The documents of these rows. Refused when no column holds codes, or when there are none.

    A list with titles alone is taken where the titles begin with their codes («ҚР-ALT-01 - Ішкі аудит»).
    """
    if not {D.CODE, D.TITLE} & set(heads.mapping.values()):
        raise Refusal(NO_CODES)
    proposal = _proposal(rows, heads, today)
    if not proposal.rows:
        raise Refusal(NO_DOCUMENTS if D.CODE in heads.mapping.values() else NO_CODES)
    return proposal


def _proposal(rows: Sequence[Sequence[Cell]], heads: Heads[DocumentsField], today: date) -> DocumentsProposal:
    below = rows[heads.first_row :]
    columns = CellColumns(below, heads.mapping, today)
    texts = {name: columns.texts(name) for name in _TEXTS}
    revisions = columns.numbers(D.REVISION, _revision)
    days, reviews = columns.days(D.EFFECTIVE_ON), columns.days(D.REVIEW_ON)
    found: list[DocumentRow] = []
    skipped: list[SkippedRow] = []
    for place, row in enumerate(below):
        number = heads.first_row + place + 1
        code, title = _code_and_title(texts[D.CODE][place], texts[D.TITLE][place])
        reason = _no_document(code, row)
        if reason is not None:
            shown = " · ".join(filter(None, (clean(cell_text(cell)).text for cell in row)))
            if shown:
                skipped.append(SkippedRow(number, shown, reason))
            continue
        said = texts[D.KIND][place]
        kind = kind_of(said) if said else None
        problems = columns.problems(row) + ((remark(NO_KIND, text=said),) if said and kind is None else ())
        guessed = kind or kind_of_code(code) or DocumentKind.OTHER
        said_of = {name.value: texts[name][place] for name in (D.OWNER, D.NOTE, D.RETENTION, D.FILE_INDEX)}
        draft = DocumentDraft(code, title, guessed, review_on=reviews[place], **said_of)
        found.append(
            DocumentRow(
                number,
                draft,
                code_key(code),
                revisions[place],
                days[place],
                kind is not None,
                columns.repairs(row),
                problems,
                *_stated(texts[D.STATE][place], days[place], today),
            )
        )
    return DocumentsProposal(found, skipped)


def _stated(text: str, day: date | None, today: date) -> tuple[RevisionState | None, Remark | None]:
    """The state that a row says, or why it cannot be so: what is in force has a day that has come, a draft has not."""
    state = state_of(text) if text else None
    if text and state is None:
        return None, remark(NO_STATE, text=text)
    begun = day is not None and day <= today
    if (state is RevisionState.IN_FORCE) != begun and state not in {None, RevisionState.WITHDRAWN}:
        return None, remark(STATE_AGAINST_DAY, text=text)
    return state, None


def _code_and_title(code: str, title: str) -> tuple[str, str]:
    """Code and title, also where both stand in one cell."""
    together = title or code
    if (not code or not title) and (match := _CODE_AND_TITLE.fullmatch(together)):
        return match[1], match[2]
    return code, title


def _no_document(code: str, row: Sequence[Cell]) -> Remark | None:
    if not code.strip(_NO_LETTERS):
        return remark(NO_CODE)
    return remark(HEADS_AGAIN) if is_head_row(row, DOCUMENTS_VOCABULARY) else None


def _revision(cell: Cell) -> int | Remark:
    text = clean(cell_text(cell)).text
    numbers = _NUMBER.findall(text)
    number = int(numbers[0]) if len(numbers) == 1 else 0
    return number or remark(NO_REVISION, text=text)
