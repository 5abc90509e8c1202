"""`altdesk backup`, `restore` and `verify`."""

from __future__ import annotations

from argparse import Namespace
from pathlib import Path
from typing import Any

from altdesk.closed import ClosedDesk
from altdesk.commands import passphrases
from altdesk.commands.answer import Answer
from altdesk.desk import Desk
from altdesk.domain.attachments import Damage
from altdesk.domain.backups import REASON_NAMES
from altdesk.domain.errors import Refusal
from altdesk.domain.marking import N_
from altdesk.domain.moments import clock
from altdesk.domain.records import TABLE_NAMES
from altdesk.i18n import Translator
from altdesk.sealing.keys import Keys
from altdesk.services import backups, restoring
from altdesk.services.restoring import Look


def backup(desk: Desk, asked: Namespace) -> Answer:
    """A copy of everything in one file."""
    made = backups.by_hand(desk, Path(asked.file))
    lines = [desk.say(N_("The backup copy is in %(file)s (%(size)s MB)."), file=str(made.path), size=mb(made.size))]
    if made.lost:
        lines.append(desk.say(_LOST, count=made.lost))
    data = {"file": str(made.path), "size": made.size, "files": made.contents, "lost": made.lost}
    return Answer(data | {"outside": made.outside}, lines)


_LOST = N_("%(count)s attached files are missing or damaged on the desk and are not in the copy.")


DAMAGE_SAID = {
    Damage.MISSING: N_("%(name)s: its content is missing."),
    Damage.CHANGED: N_("%(name)s: its content was damaged."),
}


def restore(desk: ClosedDesk, asked: Namespace) -> Answer:
    """The desk is replaced; with --dry-run the copy is only looked into."""
    path = Path(asked.file)
    keys = _keys_of_copy(desk, path, asked)
    if asked.dry_run:
        found = restoring.look(desk.folders, path, keys=keys)
        return Answer(look_data(desk.say, found) | {"restored": False}, look_lines(desk.say, found))
    done = restoring.restore(desk, path, keys=keys, without_files=asked.without_files)
    lines = [desk.say(N_("The desk is as it was on %(day)s."), day=clock(done.look.manifest.made_at))]
    if done.before is not None:
        lines.append(desk.say(N_("What was there before is kept in %(file)s."), file=str(done.before)))
    before = str(done.before) if done.before else None
    return Answer(look_data(desk.say, done.look) | {"restored": True, "before": before}, lines)


def _keys_of_copy(desk: ClosedDesk, path: Path, asked: Namespace) -> Keys | None:
    """The keys of a copy that those of the desk do not open, by the passphrase it was made with."""
    from altdesk.backups import unpacking
    from altdesk.services import encryption

    locked = unpacking.envelope_of(path)
    if locked is None or (desk.folders.keys is not None and desk.folders.keys.id == locked.id):
        return None
    secret = passphrases.of_copy(asked, desk.say)
    return None if secret is None else encryption.unlock_copy(path, secret)


def salvage(desk: ClosedDesk, asked: Namespace) -> Answer:
    """What can still be read of a damaged desk takes its place."""
    del asked
    saved = restoring.salvage(desk)
    outcome = saved.outcome
    said = N_("Saved: %(rows)s rows. Lost: %(lost)s. Doubtful: %(doubtful)s. The report is in %(file)s.")
    doubtful = [f"{each.table}/{number}" for each in outcome.saved for number in each.doubtful]
    values = {"rows": outcome.rows, "lost": outcome.lost, "doubtful": len(doubtful), "file": str(saved.report)}
    lines = [desk.say(said, **values)]
    if outcome.before is not None:
        lines.append(desk.say(N_("What was there before is kept in %(file)s."), file=str(outcome.before)))
    tables = {
        each.table: {"rows": each.rows, "from_journal": each.from_journal, "lost": each.lost} for each in outcome.saved
    }
    before = str(outcome.before) if outcome.before else None
    return Answer({"tables": tables, "doubtful": doubtful, "before": before, "report": str(saved.report)}, lines)


def verify(desk: ClosedDesk, asked: Namespace) -> Answer:
    """Everything is read; what is damaged is named, and the exit code says so."""
    if asked.file is not None:
        path = Path(asked.file)
        found = restoring.look(desk.folders, path, keys=_keys_of_copy(desk, path, asked))
        whole = desk.say(N_("The backup copy is whole."))
        return Answer(look_data(desk.say, found) | {"ok": True}, [whole, *look_lines(desk.say, found)])
    if not desk.folders.database.exists():
        raise Refusal(N_("There is no desk in %(folder)s yet."), folder=str(desk.folders.data))
    state = restoring.verify(desk.folders)
    if state.faults:
        raise Refusal(N_("The desk is damaged: %(what)s."), what="; ".join(state.faults[:3]))
    data: dict[str, Any] = {"ok": not state.damaged, "files": state.contents}
    data["damaged"] = [
        {"name": each.name, "damage": each.damage.value, "sha256": each.digest} for each in state.damaged
    ]
    if not state.damaged:
        said = desk.say(N_("The desk is whole; %(count)s attached files were read."), count=state.contents)
        return Answer(data, [said])
    total = N_("%(count)s of %(total)s attached files are missing or damaged:")
    lines = [desk.say(total, count=len(state.damaged), total=state.contents)]
    lines += [desk.say(DAMAGE_SAID[each.damage], name=each.name) for each in state.damaged]
    return Answer(data, lines, code=1)


def look_data(say: Translator, found: Look) -> dict[str, Any]:
    """What a backup holds, for programs."""
    said = found.manifest
    return {
        "file": str(found.path),
        "made_at": said.made_at,
        "reason": said.reason.value,
        "program": said.program,
        "schema": said.schema,
        "counts": dict(said.counts),
        "newest": [{"label": say(each.label, **each.values), "at": each.at, "who": each.who} for each in found.newest],
        "files": len(said.contents),
        "missing": found.missing,
        "lost": found.lost,
    }


def look_lines(say: Translator, found: Look) -> list[str]:
    """What a backup holds, for people."""
    said = found.manifest
    made = N_("Made on %(day)s with %(program)s. %(reason)s.")
    lines = [say(made, day=clock(said.made_at), program=said.program, reason=say(REASON_NAMES[said.reason]))]
    lines += [f"{say(name)}: {said.counts[table]}" for table, name in TABLE_NAMES.items() if said.counts.get(table)]
    lines.append(say(N_("Attached files: %(count)s"), count=len(said.contents)))
    if found.missing:
        lines.append(say(N_("Attached files that cannot be had: %(count)s"), count=found.missing))
    if found.newest:
        lines.append(say(N_("The newest steps:")))
        lines += [f"  {clock(each.at)}  {say(each.label, **each.values)}" for each in found.newest]
    return lines


def mb(size: int) -> str:
    """A size in bytes as megabytes with one place."""
    return f"{size / (1 << 20):.1f}"
