"""The letters altdesk knows: the Kazakh order, and which Latin and Cyrillic letters cannot be told apart on paper."""

from __future__ import annotations

KAZAKH = "АӘБВГҒДЕЁЖЗИЙКҚЛМНҢОӨПРСТУҰҮФХҺЦЧШЩЪЫІЬЭЮЯ"
LATIN = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"

# Classes for regular expressions: the letters of either script, accented and rare ones included.
CYRILLIC_CLASS = "\u0400-\u0481\u048a-\u052f"
LATIN_CLASS = "A-Za-z\u00c0-\u00d6\u00d8-\u00f6\u00f8-\u02af"

# What a Latin letter inside a Cyrillic word was meant to be. Capital Y is decided by the word (see repair.py).
LATIN_TO_CYRILLIC = dict(zip("ABCEHIKMOPTXYacehikopxyƏəƎǝƟɵËë", "АВСЕНІКМОРТХУасеһікорхуӘәӘәӨөЁё", strict=True))
CYRILLIC_TO_LATIN = dict(zip("АВСЕНІКМОРТХУЅЈасеһікорхуѕј", "ABCEHIKMOPTXYSJacehikopxysj", strict=True))

# Cyrillic letters of the neighbours, and the letter of the Kazakh alphabet they go with.
CYRILLIC_NEIGHBOURS = dict(zip("ґєїўјѓќѕђћљњџӛӊҡҫҙ", "геиужгксдтлнжәңқсз", strict=True))

# Latin letters that no Unicode rule takes apart.
LATIN_NEIGHBOURS = {
    "ı": "i", "æ": "ae", "œ": "oe", "ø": "o", "ß": "ss", "đ": "d", "ð": "d", "ł": "l", "þ": "t", "ŋ": "n", "ɵ": "o",
    "ə": "a", "ǝ": "a", "ħ": "h",
}  # fmt: skip

APOSTROPHES = "'`´‘’‛ʹʻʼʽʾʿ′＇"
