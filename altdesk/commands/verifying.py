"""`altdesk verify`: the desk is read through, or a backup copy; what is damaged is named, and the exit code says so."""

from __future__ import annotations

from argparse import Namespace
from pathlib import Path
from typing import Any

from altdesk.commands.answer import Answer
from altdesk.commands.backups import look_data, look_lines
from altdesk.desk import Desk
from altdesk.domain.attachments import Damage
from altdesk.domain.errors import Refusal
from altdesk.domain.marking import N_
from altdesk.services import restoring, verifying
from altdesk.services.verifying import Broken

_SAID = {
    Damage.MISSING: N_("%(name)s (%(record)s): its content is missing."),
    Damage.CHANGED: N_("%(name)s (%(record)s): its content was damaged."),
}
NAMED = 3


def verify(desk: Desk, asked: Namespace) -> Answer:
    """Refused when something is not what it was; with --json the damaged files are listed, exit code 1."""
    if asked.file is not None:
        found = restoring.look(desk.folders, Path(asked.file))
        whole = desk.say(N_("The backup copy is whole."))
        return Answer(look_data(desk.say, found) | {"ok": True}, [whole, *look_lines(desk.say, found)])
    state = verifying.verify(desk)
    if state.faults:
        raise Refusal(N_("The desk is damaged: %(what)s."), what="; ".join(state.faults[:NAMED]))
    if state.broken and not asked.json:
        sentence = N_("%(count)s of %(total)s attached files are missing or damaged: %(names)s")
        names = " ".join(_line(desk, each) for each in state.broken[:NAMED])
        raise Refusal(sentence, count=len(state.broken), total=state.files, names=names)
    said = desk.say(N_("The desk is whole; %(count)s attached files were read."), count=state.files)
    data = {"ok": state.whole, "files": state.files, "damaged": [_data(each) for each in state.broken]}
    return Answer(data, [said], code=0 if state.whole else 1)


def _data(each: Broken) -> dict[str, Any]:
    attached = each.damaged.attachment
    return {
        "name": attached.name,
        "record": each.record or f"{attached.owner} {attached.owner_id}",
        "damage": each.damaged.damage.value,
        "sha256": attached.digest,
    }


def _line(desk: Desk, each: Broken) -> str:
    data = _data(each)
    return desk.say(_SAID[each.damaged.damage], name=data["name"], record=data["record"])
