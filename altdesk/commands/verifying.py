"""`altdesk verify`: every attached file is read again; what is damaged is named, and the exit code says so."""

from __future__ import annotations

from argparse import Namespace

from altdesk.commands.answer import Answer
from altdesk.desk import Desk
from altdesk.domain.attachments import Damage
from altdesk.domain.marking import N_
from altdesk.services import verifying

_SAID = {
    Damage.MISSING: N_("%(name)s (%(record)s): its content is missing."),
    Damage.CHANGED: N_("%(name)s (%(record)s): its content was damaged."),
}


def verify(desk: Desk, _asked: Namespace) -> Answer:
    """The damaged files; exit code 1 when there is one."""
    found = verifying.verify(desk)
    data = [
        {
            "name": each.damaged.attachment.name,
            "record": each.record or f"{each.damaged.attachment.owner} {each.damaged.attachment.owner_id}",
            "damage": each.damaged.damage.value,
            "sha256": each.damaged.attachment.digest,
        }
        for each in found
    ]
    lines = [
        desk.say(_SAID[each.damaged.damage], name=each.damaged.attachment.name, record=said["record"])
        for each, said in zip(found, data, strict=True)
    ]
    return Answer(data, lines or [desk.say(N_("Every file is what was attached."))], code=1 if found else 0)
