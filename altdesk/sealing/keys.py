"""The keys of an encrypted desk: one random data key, and from it a key for each kind of thing that is encrypted."""

from __future__ import annotations

import secrets
from functools import cached_property

SIZE = 32


class Keys:
    """What opens everything of one desk. It is held in memory only, and never shown."""

    def __init__(self, data_key: bytes) -> None:
        self.data_key = data_key

    @classmethod
    def new(cls) -> Keys:
        """Keys that no desk has yet."""
        return cls(secrets.token_bytes(SIZE))

    @cached_property
    def id(self) -> str:
        """A word that names the keys and tells nothing of them."""
        return derived(self.data_key, "id")[:8].hex()

    @cached_property
    def database(self) -> bytes:
        return derived(self.data_key, "database")

    @cached_property
    def files(self) -> bytes:
        return derived(self.data_key, "files")

    @cached_property
    def names(self) -> bytes:
        """Of the names that contents lie under: who has the same file cannot tell that the desk has it too."""
        return derived(self.data_key, "names")

    @cached_property
    def backups(self) -> bytes:
        return derived(self.data_key, "backups")

    @cached_property
    def drafts(self) -> bytes:
        return derived(self.data_key, "drafts")

    @cached_property
    def settings(self) -> bytes:
        return derived(self.data_key, "settings")


def derived(key: bytes, what: str, salt: bytes = b"") -> bytes:
    """A key of its own for one purpose (HKDF, SHA-256)."""
    from cryptography.hazmat.primitives.hashes import SHA256
    from cryptography.hazmat.primitives.kdf.hkdf import HKDF

    return HKDF(SHA256(), SIZE, salt or None, f"altdesk {what}".encode()).derive(key)
