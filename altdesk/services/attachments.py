"""Attachments: files of the records of any area, kept by content, opened, exported and verified.

An area with rules of its own (a final paper takes no new files) asks them first and calls `attach` and `remove` then.
"""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from altdesk.desk import Changed, Desk
from altdesk.domain.attachments import Attachment, Damage, Damaged, Role
from altdesk.domain.errors import Refusal
from altdesk.domain.filenames import file_name
from altdesk.domain.marking import N_
from altdesk.domain.text import clean
from altdesk.files import Stored, Tell, silent
from altdesk.opened import only_to_read
from db.models.attachments import attachment
from db.queries import attachments as queries
from db.step import Step, now


def of(desk: Desk, owner: str, owner_id: int) -> list[Attachment]:
    """The files of one record, in the order they were attached."""
    with desk.store.read() as connection:
        return queries.of(connection, owner, [owner_id])


def of_all(desk: Desk, owner: str, owner_ids: Iterable[int]) -> dict[int, list[Attachment]]:
    """The files of several records of one table, by the record's id."""
    found: dict[int, list[Attachment]] = {}
    with desk.store.read() as connection:
        for each in queries.of(connection, owner, owner_ids):
            found.setdefault(each.owner_id, []).append(each)
    return found


def get(desk: Desk, attachment_id: int) -> Attachment:
    """One attached file. Refused when there is no such record."""
    with desk.store.read() as connection:
        found = queries.get(connection, attachment_id)
    if found is None:
        raise Refusal(N_("There is no such file on the desk."))
    return found


def attach(
    desk: Desk, owner: str, owner_id: int, source: Path, role: Role = Role.FILE, *, note: str = "", tell: Tell = silent
) -> Changed:
    """Attach a file; its content is copied first, so a large one holds nobody up. Refused when it cannot be read."""
    stored = desk.files.put(source, tell)
    with desk.step(N_("Attach %(name)s"), name=clean(source.name).text) as step:
        step.made = add(step, owner, owner_id, source.name, stored, role, note)
    return desk.done(step)


def add(step: Step, owner: str, owner_id: int, name: str, stored: Stored, role: Role, note: str = "") -> int:
    """Within a step: attach a content that is kept already."""
    row = {"owner": owner, "owner_id": owner_id, "role": role.value, "name": clean(name).text, "note": clean(note).text}
    return step.add(attachment, **row, digest=stored.digest, size=stored.size, added_at=now())


def remove(desk: Desk, attachment_id: int) -> Changed:
    """Take a file off its record. Its content stays in the desk's folder, so that undo brings it back."""
    known = get(desk, attachment_id)
    with desk.step(N_("Remove the file %(name)s"), name=known.name) as step:
        step.remove(attachment, attachment.c.id == attachment_id)
    return desk.done(step)


def export(desk: Desk, attachment_id: int, out: Path, tell: Tell = silent) -> Path:
    """Write the file where the person wants it. Refused where that cannot be, or the content is damaged."""
    known = get(desk, attachment_id)
    _refuse_damaged(desk, known, tell)
    return desk.files.write(known.digest, out, tell)


def open_copy(desk: Desk, attachment_id: int) -> Path:
    """A copy under the file's own name, to be read in another program; it is gone when the desk is closed. Refused
    where that cannot be, or the content is damaged."""
    known = get(desk, attachment_id)
    _refuse_damaged(desk, known)
    name, _, ending = known.name.rpartition(".")
    try:
        folder = desk.copies.place()
    except OSError as error:
        sentence = N_("%(name)s could not be written: %(why)s.")
        raise Refusal(sentence, name=known.name, why=error.strerror or error) from error
    copy = desk.files.write(known.digest, folder / file_name(name or ending, ending if name else "file"))
    return only_to_read(copy)


def verify(desk: Desk, tell: Tell = silent) -> list[Damaged]:
    """Read every attached content and name those that are missing or not what they were. `tell` hears files."""
    with desk.store.read() as connection:
        every = queries.every(connection)
    state: dict[str, bool | None] = {}
    found: list[Damaged] = []
    for done, each in enumerate(every, 1):
        if each.digest not in state:
            state[each.digest] = desk.files.whole(each.digest)
        if (damage := _DAMAGE.get(state[each.digest])) is not None:
            found.append(Damaged(each, damage))
        tell(done, len(every))
    return found


_DAMAGE = {None: Damage.MISSING, False: Damage.CHANGED}


def _refuse_damaged(desk: Desk, known: Attachment, tell: Tell = silent) -> None:
    whole = desk.files.whole(known.digest, tell)
    if whole is None:
        raise Refusal(N_("The content of %(name)s is missing in the desk's folder. Attach it again."), name=known.name)
    if not whole:
        sentence = N_("The content of %(name)s was damaged on the disk. Attach it again.")
        raise Refusal(sentence, name=known.name)
