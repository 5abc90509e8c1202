"""The checksum on printed pages: CRC-16/CCITT-FALSE (polynomial 1021, start FFFF)."""

from __future__ import annotations

import binascii


def crc16(text: str) -> str:
    """The checksum of a text in UTF-8, as four capital hexadecimal digits; `crc16("123456789")` is `29B1`."""
    return f"{binascii.crc_hqx(text.encode('utf-8', 'surrogatepass'), 0xFFFF):04X}"
