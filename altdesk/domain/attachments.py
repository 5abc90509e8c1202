"""Attachments: a file of any kind that belongs to a record, known by the hash of its content."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from altdesk.domain.marking import N_


class Role(StrEnum):
    """What an attached file is to its record."""

    SCAN = "scan"  # the signed paper
    ORIGINAL = "original"  # what the paper was made from, usually Word
    EVIDENCE = "evidence"
    PHOTO = "photo"
    FILE = "file"


ROLE_NAMES = {
    Role.SCAN: N_("Signed scan"),
    Role.ORIGINAL: N_("Word original"),
    Role.EVIDENCE: N_("Evidence"),
    Role.PHOTO: N_("Photo"),
    Role.FILE: N_("File"),
}


@dataclass(frozen=True)
class Attachment:
    """An attached file; `owner` is the table of its record, `digest` SHA-256 in hex, `size` bytes, `added_at` UTC."""

    id: int
    owner: str
    owner_id: int
    role: Role
    name: str
    digest: str
    size: int
    added_at: datetime
    note: str = ""


class Damage(StrEnum):
    """What is wrong with the content of a file."""

    MISSING = "missing"
    CHANGED = "changed"


@dataclass(frozen=True)
class Damaged:
    """An attachment whose content is not what was attached."""

    attachment: Attachment
    damage: Damage
