"""Keys: the passphrase and the recovery sheet open the same desk, nothing else does, and slips are named."""

from __future__ import annotations

import io
import json
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from altdesk.domain import passphrases, recovery
from altdesk.domain.errors import Refusal
from altdesk.domain.passphrases import Letters
from altdesk.sealing.envelope import Cost, Envelope
from altdesk.sealing.keys import Keys
from altdesk.sealing.stream import PIECE, Broken, Opener, Sealer, sealed_size

CHEAP = Cost(memory=64, passes=1, lanes=1)
SECRETS = st.binary(min_size=recovery.BYTES, max_size=recovery.BYTES)


@given(SECRETS)
def test_a_recovery_key_is_read_as_it_was_printed(secret: bytes) -> None:
    assert recovery.read(recovery.spelled(secret)) == secret


@given(SECRETS, st.integers(0, 29), st.sampled_from(recovery.ALPHABET))
def test_one_wrong_letter_is_told_with_its_group(secret: bytes, at: int, letter: str) -> None:
    printed = recovery.spelled(secret).replace("-", "")
    if printed[at] == letter:
        return
    with pytest.raises(Refusal) as refused:
        recovery.read(printed[:at] + letter + printed[at + 1 :])
    assert refused.value.values == {"group": at // 5 + 1}


def test_a_recovery_key_typed_in_small_letters_and_on_another_keyboard_is_the_same() -> None:
    secret = bytes(range(recovery.BYTES))
    printed = recovery.spelled(secret)
    cyrillic = printed.translate(str.maketrans("ABEKMHPCTYX", "АВЕКМНРСТУХ"))
    assert recovery.read(printed.lower().replace("-", " ")) == secret
    assert recovery.read(cyrillic) == secret


def test_look_alikes_are_not_printed() -> None:
    assert not set("01OI") & set(recovery.ALPHABET)


def test_passphrase_and_recovery_key_open_the_same_keys_and_nothing_else_does() -> None:
    keys = Keys.new()
    locked, printed = Envelope.around(keys, "қара шай ішеміз", CHEAP)
    locked = Envelope.from_json(locked.to_json())
    assert locked.open("қара шай ішеміз").data_key == keys.data_key
    assert locked.open(unicodedata.normalize("NFD", "қара шай ішеміз")).data_key == keys.data_key
    assert locked.recover(printed).data_key == keys.data_key
    with pytest.raises(Refusal, match="not right"):
        locked.open("қара шай ішеміз ")
    with pytest.raises(Refusal, match="does not belong"):
        locked.recover(recovery.spelled(bytes(recovery.BYTES)))


def test_another_passphrase_leaves_data_key_and_recovery_key_as_they_are() -> None:
    keys = Keys.new()
    first, printed = Envelope.around(keys, "бірінші сөз тіркесі", CHEAP)
    second = first.with_passphrase(keys, "екінші сөз тіркесі")
    assert second.open("екінші сөз тіркесі").data_key == keys.data_key
    assert second.recover(printed).data_key == keys.data_key
    with pytest.raises(Refusal):
        second.open("бірінші сөз тіркесі")
    third, again = second.with_new_recovery(keys)
    assert third.recover(again).data_key == keys.data_key
    with pytest.raises(Refusal):
        third.recover(printed)


@pytest.mark.parametrize(
    "text", [b"", b"[]", b"{}", b'{"format": 1, "id": "", "argon2id": {"memory": 99999999, "passes": 1, "lanes": 1}}']
)
def test_a_head_that_is_no_envelope_is_refused(text: bytes) -> None:
    with pytest.raises(ValueError, match="no envelope"):
        Envelope.from_json(text)


def test_a_letter_that_changed_in_a_key_file_is_damage_and_no_wrong_passphrase() -> None:
    text = Envelope.around(Keys.new(), "қара шай ішеміз", CHEAP)[0].to_json()
    for name in (b'"salt": "', b'"by_passphrase": "', b'"by_recovery": "', b'"id": "', b'"passes": '):
        at = text.index(name) + len(name)
        other = b"1" if text[at : at + 1] != b"1" else b"2"
        with pytest.raises(ValueError, match="no envelope"):
            Envelope.from_json(text[:at] + other + text[at + 1 :])


def test_the_key_file_of_an_older_program_has_no_check_and_opens() -> None:
    keys = Keys.new()
    said = json.loads(Envelope.around(keys, "қара шай ішеміз", CHEAP)[0].to_json())
    del said["check"]
    assert Envelope.from_json(json.dumps(said).encode()).open("қара шай ішеміз").data_key == keys.data_key


@pytest.mark.parametrize(
    ("new", "again", "why"),
    [
        ("тоғыз сөз", "тоғыз сөз", "at least 10"),
        ("aaaaaaaaaaaa", "aaaaaaaaaaaa", "over and over"),
        ("қара шай ішеміз", "қара шай ішемін", "differs"),
    ],
)
def test_a_passphrase_is_long_enough_and_typed_twice(new: str, again: str, why: str) -> None:
    with pytest.raises(Refusal, match=why):
        passphrases.checked(new, again)


@pytest.mark.parametrize(
    ("typed", "said"),
    [("қара", Letters.CYRILLIC), ("шай", Letters.CYRILLIC), ("шай tea", Letters.LATIN), ("tea 12", None), ("", None)],
)
def test_the_letters_it_is_typed_with_are_told(typed: str, said: Letters | None) -> None:
    assert passphrases.letters_of(typed) is said


def sealed(content: bytes, key: bytes = b"k" * 32, head: bytes = b"") -> bytes:
    out = io.BytesIO()
    sealer = Sealer(out, key, head)
    for at in range(0, len(content), 300_000):
        sealer.write(content[at : at + 300_000])
    sealer.finish()
    return out.getvalue()


def opened(file: bytes, key: bytes = b"k" * 32) -> bytes:
    return b"".join(Opener(io.BytesIO(file), key).pieces())


@pytest.mark.parametrize("size", [0, 1, PIECE - 1, PIECE, PIECE + 1, 2 * PIECE])
def test_an_encrypted_file_gives_back_what_was_written(size: int) -> None:
    content = bytes(at % 251 for at in range(size))
    file = sealed(content)
    assert len(file) == sealed_size(size)
    assert opened(file) == content
    reader = io.BufferedReader(Opener(io.BytesIO(file), b"k" * 32))
    reader.seek(size // 2)
    assert reader.read(10) == content[size // 2 : size // 2 + 10]


def test_pieces_cannot_be_changed_cut_off_changed_about_or_taken_from_another_file() -> None:
    content = b"a" * PIECE + b"b" * PIECE + b"c"
    file, other = sealed(content, head=b"head"), sealed(content, head=b"head")
    begin = len(file) - sealed_size(len(content)) + sealed_size(0) - 16
    whole = PIECE + 16
    first, second = file[begin : begin + whole], file[begin + whole : begin + 2 * whole]
    forged = {
        "a bit": file[:-1] + bytes([file[-1] ^ 1]),
        "the first bit": file[:begin] + bytes([file[begin] ^ 1]) + file[begin + 1 :],
        "its head": file.replace(b"head", b"heat"),
        "its end": file[: begin + 2 * whole],
        "half a piece": file[: begin + whole + 100],
        "order": file[:begin] + second + first + file[begin + 2 * whole :],
        "another file": file[:begin] + other[begin:],
        "more": file + b"x",
        "nothing": b"",
    }
    assert opened(file) == content
    for name, changed in forged.items():
        with pytest.raises(Broken):
            raise AssertionError(f"{name}: {len(opened(changed))} bytes were read")
    with pytest.raises(Broken):
        opened(file, b"K" * 32)
