"""Encryption: what the secretary does to keep strangers out of the desk, and what opens it again."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path

from altdesk.closed import ClosedDesk
from altdesk.domain import passphrases
from altdesk.domain.errors import Refusal
from altdesk.domain.marking import N_
from altdesk.files import Tell, silent
from altdesk.folders import Folders
from altdesk.sealing import envelope, switching
from altdesk.sealing.keys import Keys

NOT_ENCRYPTED = N_("This desk is not encrypted.")
ALREADY = N_("This desk is encrypted already. Change its passphrase instead.")


@dataclass(frozen=True)
class TurnedOn:
    """A desk that is encrypted now: its keys, the recovery key as it is printed, and what lies among the backups and
    could not be encrypted, for the person to delete."""

    keys: Keys
    recovery: str = field(repr=False)
    left: tuple[Path, ...]


def is_on(folders: Folders) -> bool:
    """Whether a desk is encrypted."""
    return folders.key_file.exists()


def unlock(folders: Folders, passphrase: str) -> Keys:
    """The keys of a desk. Refused when the passphrase is not right."""
    return _envelope(folders).open(passphrase)


def recover(folders: Folders, recovery: str) -> Keys:
    """The keys of a desk by its recovery key. Refused when it is not right; a new passphrase is to be asked then."""
    return _envelope(folders).recover(recovery)


def opens(folders: Folders, path: Path) -> bool:
    """Whether a backup opens without being asked for its passphrase: with the keys at hand, or as it is. A file that
    is none is told of when it is restored."""
    from altdesk.backups import unpacking

    with suppress(Refusal):
        locked = unpacking.envelope_of(path)
        return locked is None or (folders.keys is not None and folders.keys.id == locked.id)
    return True


def unlock_copy(path: Path, secret: str) -> Keys | None:
    """The keys of a backup, by the passphrase or the recovery key it was made with; None for one that is not
    encrypted. Refused when it is neither."""
    from altdesk.backups import unpacking

    locked = unpacking.envelope_of(path)
    if locked is None:
        return None
    with suppress(Refusal):
        return locked.recover(secret)
    return locked.open(secret)


def turn_on(desk: ClosedDesk, passphrase: str, again: str, tell: Tell = silent) -> TurnedOn:
    """Encrypt the desk, after a verified backup. Refused when the passphrase is too short or typed differently."""
    if is_on(desk.folders):
        raise Refusal(ALREADY)
    checked = passphrases.checked(passphrase, again)
    keys, recovery = switching.turn_on(desk.folders, checked, tell)
    return TurnedOn(keys, recovery, tuple(switching.unread(desk.folders)))


def turn_off(desk: ClosedDesk, tell: Tell = silent) -> None:
    """Make the desk plain again, after a verified backup; who opened it is who may."""
    if desk.folders.keys is None:
        raise Refusal(NOT_ENCRYPTED)
    switching.turn_off(desk.folders, tell)


def change(folders: Folders, opened: Callable[[], Keys], new: str, again: str) -> None:
    """Give the desk another passphrase; its recovery key stays. `opened` answers the keys by the old passphrase or by
    the recovery key. Refused by it, and by the rule for passphrases."""
    checked = passphrases.checked(new, again)
    keys = opened()
    envelope.write(_envelope(folders).with_passphrase(keys, checked), folders.key_file)


def new_recovery(folders: Folders, keys: Keys) -> str:
    """A new recovery key, as it is printed; the old sheet opens only backups made before."""
    locked, recovery = _envelope(folders).with_new_recovery(keys)
    envelope.write(locked, folders.key_file)
    return recovery


def bring_key_back(folders: Folders, copy: Path | None = None) -> bool:
    """Put a missing or damaged key file back from a backup, without one from the newest; whether it had one."""
    return switching.bring_key_back(folders, copy)


def _envelope(folders: Folders) -> envelope.Envelope:
    if not is_on(folders):
        raise Refusal(NOT_ENCRYPTED)
    return envelope.read(folders.key_file)
