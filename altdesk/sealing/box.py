"""A small text encrypted as one piece (AES-256-GCM); cryptography is loaded when there is one."""

from __future__ import annotations

_NONCE = 12


def sealed(key: bytes, content: bytes, about: bytes = b"") -> bytes:
    """Encrypted, and bound to what it is about."""
    import secrets

    from cryptography.hazmat.primitives.ciphers.aead import AESGCM

    nonce = secrets.token_bytes(_NONCE)
    return nonce + AESGCM(key).encrypt(nonce, content, about)


def opened(key: bytes, box: bytes, about: bytes = b"") -> bytes:
    """What was sealed. Raises ValueError when the key is not the one, or a byte was changed."""
    from cryptography.exceptions import InvalidTag
    from cryptography.hazmat.primitives.ciphers.aead import AESGCM

    try:
        return AESGCM(key).decrypt(box[:_NONCE], box[_NONCE:], about)
    except InvalidTag as error:
        raise ValueError("sealed with another key, or changed") from error
