"""`altdesk undo` and `redo`."""

from __future__ import annotations

from argparse import Namespace
from collections.abc import Mapping

from altdesk.commands.answer import Answer
from altdesk.desk import Changed, Desk
from altdesk.domain.errors import Refusal
from altdesk.domain.marking import N_


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
