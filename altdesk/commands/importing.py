"""`altdesk import …`: a list from Excel or CSV, looked at first, then taken over in one step.

What is new or changed is taken. A doubtful row that may speak of something kept is left out and named with the reason,
as in the window until somebody decides. Taken as proposed, and said to be so, is what only the file makes doubtful: a
row that joins an earlier one, a namesake of it, a name taken apart by guess. Nobody is missing then, and what is wrong
can be mended. That every row of a file was left out is said at the end.
"""

from __future__ import annotations

from argparse import Namespace
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

from altdesk.commands.answer import Answer
from altdesk.desk import Desk
from altdesk.domain.import_plan import Action, Decision, RowStatus
from altdesk.domain.marking import N_
from altdesk.domain.members_terms import NO_BODY
from altdesk.domain.people_matching import full_name
from altdesk.domain.remarks import Remark
from altdesk.services import documents_import, imports, people_import

COUNTS = ("new", "changed", "same", "doubtful", "skipped", "repairs")
LEFT_OUT = N_("Row %(row)s is left out: %(text)s. %(reason)s")
TAKEN = N_("Row %(row)s is taken: %(text)s. %(reason)s")
ALL_LEFT_OUT = N_(
    "Nothing was taken: every row is doubtful (%(count)s). Open the file in the window to decide about each of them."
)
TWIN = N_("Row %(row)s counts as row %(other)s: %(text)s. %(reason)s")
NAMED_HERE = {NO_BODY: N_("The row does not say of which body: name it with --body.")}
"""What the window says of its own choices, as the command line says it."""
SHOWN = 60  # characters of a row


@imports.no_collecting()
def people(desk: Desk, asked: Namespace) -> Answer:
    """People from a file; with --dry-run nothing is written."""
    plan = people_import.preview(desk, Path(asked.file))
    people_import.refuse_without_names(plan)
    decisions = people_import.without_asking(plan)
    if writing(plan, decisions, asked):
        people_import.apply(desk, plan, decisions)
    return answer(desk, plan, decisions, lambda row: full_name(row.row.draft), written=not asked.dry_run)


@imports.no_collecting()
def documents(desk: Desk, asked: Namespace) -> Answer:
    """Documents from a file; with --dry-run nothing is written."""
    plan = documents_import.preview(desk, Path(asked.file))
    documents_import.refuse_without_codes(plan)
    decisions = documents_import.without_asking(plan)
    if writing(plan, decisions, asked):
        documents_import.apply(desk, plan, decisions)
    return answer(
        desk, plan, decisions, lambda row: f"{row.row.draft.code} {row.row.draft.title}", written=not asked.dry_run
    )


def writing(plan: Any, decisions: Mapping[int, Decision[Any]], asked: Namespace) -> bool:
    """Whether anything is to be written: not in a dry run, nor where every row is left out."""
    return not asked.dry_run and not _all_left_out(plan, decisions)


def answer(
    desk: Desk, plan: Any, decisions: Mapping[int, Decision[Any]], called: Callable[[Any], str], *, written: bool
) -> Answer:
    """What is said of a file that was looked at, and taken over when `written`."""

    def reasons(row: Any) -> list[str]:
        return [_said(desk, each) for each in (*getattr(row, "reasons", ()), *row.row.problems)]

    counts = {name: getattr(plan.counts, name) for name in COUNTS}
    warnings = [_said(desk, each) for each in plan.warnings]
    odd = [row for row in plan.rows if row.status is RowStatus.DOUBTFUL or row.row.problems]
    rows = [
        {
            "row": row.number,
            "text": called(row),
            "status": row.status.value,
            "taken": _taken(row, decisions),
            "joined": _joined(row, decisions),
            "reasons": reasons(row),
        }
        for row in odd
    ]
    skipped = [{"row": each.number, "text": each.text, "reason": _said(desk, each.reason)} for each in plan.skipped]
    summary = desk.say(
        N_(
            "New: %(new)s. Changed: %(changed)s. Same: %(same)s. Doubtful: %(doubtful)s. Skipped: %(skipped)s."
            " Mended: %(repairs)s."
        ),
        **counts,
    )
    lines = [summary, *([] if written else [desk.say(N_("Nothing was written."))]), *warnings]
    lines += [_odd(desk, each) for each in rows]
    lines += [_line(desk, LEFT_OUT, each.number, each.text, _said(desk, each.reason)) for each in plan.skipped]
    data = {"file": plan.file, **counts, "warnings": warnings, "rows": rows, "skipped_rows": skipped}
    if not _all_left_out(plan, decisions):
        return Answer(data | {"written": written}, lines)
    return Answer(data | {"written": False}, [*lines, desk.say(ALL_LEFT_OUT, count=len(plan.rows))])


def _all_left_out(plan: Any, decisions: Mapping[int, Decision[Any]]) -> bool:
    """Whether there are rows, and each of them is doubtful and waits for somebody to decide."""
    return bool(plan.rows) and all(row.status is RowStatus.DOUBTFUL and not _taken(row, decisions) for row in plan.rows)


def _said(desk: Desk, remark: Remark) -> str:
    return desk.say(NAMED_HERE.get(remark.message, remark.message), **dict(remark.values))


def _odd(desk: Desk, row: Mapping[str, Any]) -> str:
    """What became of a row that is doubtful, or of which something could not be taken."""
    sentence = TWIN if row["joined"] is not None else TAKEN if row["taken"] else LEFT_OUT
    return _line(desk, sentence, row["row"], row["text"], " ".join(row["reasons"]), other=row["joined"])


def _line(desk: Desk, sentence: str, number: int, text: str, reason: str, **more: object) -> str:
    shown = text if len(text) <= SHOWN else text[: SHOWN - 1] + "…"
    return desk.say(sentence, row=number, text=shown.removesuffix("."), reason=reason, **more)


def _joined(row: Any, decisions: Mapping[int, Decision[Any]]) -> int | None:
    """The earlier row of the file that a row was joined to."""
    decision = decisions.get(row.number)
    return decision.row if decision is not None and decision.action is Action.JOIN else None


def _taken(row: Any, decisions: Mapping[int, Decision[Any]]) -> bool:
    if row.status is RowStatus.DOUBTFUL:
        return row.number in decisions and decisions[row.number].action is not Action.SKIP
    return row.status is not RowStatus.SAME
