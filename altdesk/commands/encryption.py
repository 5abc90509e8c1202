"""`altdesk encrypt`, `decrypt` and `passphrase`."""

from __future__ import annotations

from argparse import Namespace
from pathlib import Path

from altdesk.closed import ClosedDesk
from altdesk.commands import passphrases
from altdesk.commands.answer import Answer
from altdesk.domain.errors import Refusal
from altdesk.domain.marking import N_
from altdesk.forms.words import PaperLanguage
from altdesk.sealing.keys import Keys
from altdesk.services import encryption
from altdesk.services.papers import encryption as papers

ONLY_WAY = N_("Without the passphrase and this sheet nobody can open the desk.")
_RECOVERY = N_("Recovery key: %(key)s")
_LEFT = N_("Not encrypted, delete it yourself: %(file)s")


def encrypt(desk: ClosedDesk, asked: Namespace) -> Answer:
    """The desk is encrypted; its recovery key is printed, and the sheet where one is asked for."""
    if encryption.is_on(desk.folders):
        raise Refusal(encryption.ALREADY)
    asked.new_passphrase_file = asked.new_passphrase_file or asked.passphrase_file
    _refuse_sheet(asked)
    done = encryption.turn_on(desk, *passphrases.new(asked, desk.say))
    lines = [desk.say(N_("The desk is encrypted.")), *_recovery(desk, asked, done.recovery, done.keys)]
    lines += [desk.say(_LEFT, file=str(path)) for path in done.left]
    left = [str(path) for path in done.left]
    return Answer({"encrypted": True, "recovery_key": done.recovery, "sheet": asked.sheet, "left": left}, lines)


def decrypt(desk: ClosedDesk, asked: Namespace) -> Answer:
    """The desk is plain again."""
    del asked
    encryption.turn_off(desk)
    return Answer({"encrypted": False}, [desk.say(N_("The desk is not encrypted any more."))])


def passphrase(desk: ClosedDesk, asked: Namespace) -> Answer:
    """The desk gets another passphrase, or another recovery key; it was opened by the old one."""
    keys = desk.folders.keys
    if keys is None:
        raise Refusal(encryption.NOT_ENCRYPTED)
    if asked.new_recovery_key:
        _refuse_sheet(asked)
        recovery = encryption.new_recovery(desk.folders, keys)
        lines = [
            desk.say(N_("The old recovery sheet opens only older backup copies from now on.")),
            *_recovery(desk, asked, recovery, keys),
        ]
        return Answer({"recovery_key": recovery, "sheet": asked.sheet}, lines)
    encryption.change(desk.folders, lambda: keys, *passphrases.new(asked, desk.say))
    return Answer({"changed": True}, [desk.say(N_("The passphrase is changed. The recovery sheet stays as it is."))])


def _refuse_sheet(asked: Namespace) -> None:
    """Before anything is changed: a sheet that cannot be written is asked for anew."""
    if asked.sheet and not Path(asked.sheet).absolute().parent.is_dir():
        raise Refusal(N_("The folder %(folder)s does not exist."), folder=str(Path(asked.sheet).absolute().parent))


def _recovery(desk: ClosedDesk, asked: Namespace, recovery: str, keys: Keys) -> list[str]:
    lines = [desk.say(_RECOVERY, key=recovery), desk.say(ONLY_WAY)]
    if asked.sheet:
        paper = papers.recovery(recovery, keys.id)
        language = PaperLanguage(asked.sheet_language or desk.say.language)
        try:
            written = papers.write(paper, Path(asked.sheet), language)
            lines.append(desk.say(N_("The recovery sheet is in %(file)s."), file=str(written)))
        except Refusal as refusal:  # the key has to be told all the same: it is kept nowhere
            lines.append(desk.say.refusal(refusal))
            asked.sheet = None
    return lines
