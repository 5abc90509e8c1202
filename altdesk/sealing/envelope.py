"""The envelope: the data key, locked once with the passphrase and once with the recovery key; it is no secret itself.

It lies beside the database as `altdesk.key`, and stands at the head of every encrypted backup. A new passphrase makes
a new envelope around the same data key, so nothing else is written anew.
"""

from __future__ import annotations

import hashlib
import json
import secrets
from base64 import b64decode, b64encode
from dataclasses import asdict, dataclass, replace
from pathlib import Path
from typing import Any

from altdesk import disk
from altdesk.domain import passphrases, recovery
from altdesk.domain.errors import Refusal
from altdesk.domain.marking import N_
from altdesk.domain.troubles import DeskTrouble, Trouble
from altdesk.sealing import box
from altdesk.sealing.keys import Keys, derived

FORMAT = 1
_MOST = (512 * 1024, 10, 16)  # KiB, passes, lanes; a head that asks for more is not ours, and would take minutes
WRONG_RECOVERY = N_("This recovery key does not belong to this desk. Take the newest sheet.")


@dataclass(frozen=True)
class Cost:
    """What one try of a passphrase costs (Argon2id): KiB of memory, passes, lanes."""

    memory: int = 128 * 1024
    passes: int = 3
    lanes: int = 4


USUAL = Cost()


@dataclass(frozen=True)
class Envelope:
    """The locked data key; `id` names the keys inside."""

    id: str
    cost: Cost
    salt: bytes
    by_passphrase: bytes
    by_recovery: bytes

    @classmethod
    def around(cls, keys: Keys, passphrase: str, cost: Cost | None = None) -> tuple[Envelope, str]:
        """Lock keys with a passphrase and a new recovery key, which is answered as it is printed."""
        secret = secrets.token_bytes(recovery.BYTES)
        bare = cls(keys.id, cost or USUAL, b"", b"", _lock(_of_recovery(secret), keys, "recovery"))
        return bare.with_passphrase(keys, passphrase), recovery.spelled(secret)

    def with_passphrase(self, keys: Keys, passphrase: str) -> Envelope:
        """The same keys under another passphrase; the recovery key stays."""
        salt = secrets.token_bytes(16)
        return replace(self, salt=salt, by_passphrase=_lock(_slow(passphrase, salt, self.cost), keys, "passphrase"))

    def with_new_recovery(self, keys: Keys) -> tuple[Envelope, str]:
        """The same keys under another recovery key; the old sheet opens nothing any more."""
        secret = secrets.token_bytes(recovery.BYTES)
        return replace(self, by_recovery=_lock(_of_recovery(secret), keys, "recovery")), recovery.spelled(secret)

    def open(self, passphrase: str) -> Keys:
        """The keys. Refused when the passphrase is not right."""
        found = _unlock(_slow(passphrase, self.salt, self.cost), self.by_passphrase, "passphrase")
        if found is None:
            raise Refusal(passphrases.WRONG, field="passphrase")
        return found

    def recover(self, typed: str) -> Keys:
        """The keys by the recovery key. Refused when it has a slip, or is of another desk."""
        found = _unlock(_of_recovery(recovery.read(typed)), self.by_recovery, "recovery")
        if found is None:
            raise Refusal(WRONG_RECOVERY, field="recovery")
        return found

    def to_json(self) -> bytes:
        said: dict[str, Any] = {"format": FORMAT, "id": self.id, "argon2id": asdict(self.cost)}
        for name in ("salt", "by_passphrase", "by_recovery"):
            said[name] = b64encode(getattr(self, name)).decode("ascii")
        said["check"] = self._check
        return json.dumps(said, indent=1).encode("ascii") + b"\n"

    @property
    def _check(self) -> str:
        """Tells a damaged file from a wrong passphrase; envelopes of an older program have none."""
        parts = (self.id.encode(), repr(self.cost).encode(), self.salt, self.by_passphrase, self.by_recovery)
        return hashlib.sha256(b"".join(len(part).to_bytes(4, "big") + part for part in parts)).hexdigest()[:16]

    @classmethod
    def from_json(cls, text: bytes) -> Envelope:
        """Raises ValueError when it is none, or was damaged."""
        try:
            said = json.loads(text)
            cost = Cost(**{name: int(value) for name, value in said["argon2id"].items()})
            parts = [b64decode(said[name], validate=True) for name in ("salt", "by_passphrase", "by_recovery")]
            asked = (cost.memory, cost.passes, cost.lanes)
            sane = all(1 <= each <= most for each, most in zip(asked, _MOST, strict=True))
            if said["format"] != FORMAT or not sane or cost.memory < 8 * cost.lanes or len(parts[0]) < 8:
                raise ValueError
            found = cls(str(said["id"]), cost, *parts)
            if said.get("check", found._check) != found._check:
                raise ValueError
            return found
        except (ValueError, TypeError, KeyError, AttributeError, RecursionError) as error:
            raise ValueError("no envelope") from error


def read(path: Path) -> Envelope:
    """The envelope in a key file. Raises DeskTrouble when it is damaged, OSError when it cannot be read."""
    try:
        return Envelope.from_json(path.read_bytes())
    except ValueError as error:
        raise DeskTrouble(Trouble.KEY_DAMAGED, file=path.name, folder=str(path.parent)) from error


def write(envelope: Envelope, path: Path) -> None:
    """Put the key file in its place, whole or not at all, for good. Raises OSError."""
    disk.write_whole(path, envelope.to_json())


def _slow(passphrase: str, salt: bytes, cost: Cost) -> bytes:
    from cryptography.hazmat.primitives.kdf.argon2 import Argon2id

    slow = Argon2id(salt=salt, length=32, iterations=cost.passes, lanes=cost.lanes, memory_cost=cost.memory)
    return slow.derive(passphrases.as_bytes(passphrase))


def _of_recovery(secret: bytes) -> bytes:
    """120 random bits need no slow derivation."""
    return derived(secret, "recovery")


def _lock(key: bytes, keys: Keys, way: str) -> bytes:
    return box.sealed(key, keys.data_key, way.encode())


def _unlock(key: bytes, locked: bytes, way: str) -> Keys | None:
    try:
        return Keys(box.opened(key, locked, way.encode()))
    except ValueError:
        return None
