"""`altdesk undo`, `redo` and `history`."""

from __future__ import annotations

from argparse import Namespace
from collections.abc import Mapping

from altdesk.commands.answer import Answer, table
from altdesk.desk import Changed, Desk
from altdesk.domain.errors import Refusal
from altdesk.domain.marking import N_
from altdesk.domain.moments import clock
from altdesk.services import history as history_service


def undo(desk: Desk, _asked: Namespace) -> Answer:
    changed = desk.undo()
    if changed is None:
        raise Refusal(N_("There is nothing to undo."))
    return _moved(desk, changed, "undone", N_("Undone: %(step)s"))


def redo(desk: Desk, _asked: Namespace) -> Answer:
    changed = desk.redo()
    if changed is None:
        raise Refusal(N_("There is nothing to redo."))
    return _moved(desk, changed, "done", N_("Done again: %(step)s"))


def _moved(desk: Desk, changed: Changed, state: str, sentence: str) -> Answer:
    label = said(desk, changed.label, changed.values)
    return Answer({"id": changed.step_id, "label": label, "state": state}, [desk.say(sentence, step=label)])


def said(desk: Desk, label: str, values: Mapping[str, object]) -> str:
    """The name of a step in the desk's language."""
    return desk.say(label, **dict(values))


def history(desk: Desk, asked: Namespace) -> Answer:
    """What was done, the newest first; times are UTC in JSON, the clock on the wall in lines."""
    steps = history_service.steps(desk, asked.limit)
    data = [
        {
            "id": step.id,
            "label": said(desk, step.label, step.values),
            "at": step.at,
            "who": step.who,
            "state": step.state,
            "changes": step.changes,
        }
        for step in steps
    ]
    states = {"done": "", "undone": desk.say(N_("undone")), "discarded": desk.say(N_("undone"))}
    heads = (N_("When"), N_("Who"), N_("Step"), "")
    rows = ((clock(step.at), step.who, said(desk, step.label, step.values), states.get(step.state)) for step in steps)
    return Answer(data, table([desk.say(head) for head in heads], rows))
