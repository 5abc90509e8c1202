"""Names are taken apart with the surname first, say when they are unsure, and never lose a letter."""

from __future__ import annotations

import time
from collections import Counter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from altdesk.domain.names import NameParts, one_line, proper_case, signature_name, split_full_name
from tests.domain.vectors import VECTORS

any_text = st.text(st.characters(exclude_categories=())) | st.text("АәБ.і- \u00a0,ұлы вич\x00\ud800'", max_size=20)


@pytest.mark.parametrize(("surname", "given_name", "patronymic", "signature"), VECTORS["signature_names"])
def test_the_vectors_sign(surname: str, given_name: str, patronymic: str, signature: str) -> None:
    assert signature_name(NameParts(surname, given_name, patronymic)) == signature


@pytest.mark.parametrize(
    ("parts", "signature"),
    [
        (("Тәуекел", "", ""), "Тәуекел"),
        (("", "Әсем", "Ерланқызы"), "Әсем Ерланқызы"),
        (("", "", ""), ""),
        (("Smith", "john", ""), "J.\u00a0Smith"),
        (("Тәуекел", "З.", "Е."), "З.Е.\u00a0Тәуекел"),
        (("Көк", "«іңкәр»", "ұлы"), "І.Ұ.\u00a0Көк"),
        (("Көк", "É́va", ""), "É́.\u00a0Көк"),
        (("Көк", "😀", ""), "😀.\u00a0Көк"),
    ],
)
def test_unusual_names_sign_too(parts: tuple[str, str, str], signature: str) -> None:
    assert signature_name(NameParts(*parts)) == signature


def test_one_line_is_surname_given_name_patronymic() -> None:
    assert one_line(NameParts("Тәуекел", "Заңғар", "Ермекұлы")) == "Тәуекел Заңғар Ермекұлы"
    assert one_line(NameParts("", "Нұрлан", "")) == "Нұрлан"


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("Тәуекел Заңғар Ермекұлы", ("Тәуекел", "Заңғар", "Ермекұлы")),
        ("Тәуекел  Заңғар\u00a0Ермекұлы ", ("Тәуекел", "Заңғар", "Ермекұлы")),
        ("Касым-Жомартов Ян-Іңкәр Ерлан ұлы", ("Касым-Жомартов", "Ян-Іңкәр", "Ерлан ұлы")),
        ("Мұхамеджан Әсем Ерлан қызы", ("Мұхамеджан", "Әсем", "Ерлан қызы")),
        ("Мухамеджан Асем Ерланкызы", ("Мухамеджан", "Асем", "Ерланкызы")),
        ("Иванов Пётр Ильич", ("Иванов", "Пётр", "Ильич")),
        ("Иванова Анна Никитична", ("Иванова", "Анна", "Никитична")),
        ("Шостакович Дмитрий Дмитриевич", ("Шостакович", "Дмитрий", "Дмитриевич")),
        ("Алиев Вагиф Гасан оглы", ("Алиев", "Вагиф", "Гасан оглы")),
        ("Тәуекел Заңғар Ермек", ("Тәуекел", "Заңғар", "Ермек")),
        ("Мұхамеджан Әсем", ("Мұхамеджан", "Әсем", "")),
        ("Мұхамеджан, Әсем", ("Мұхамеджан", "Әсем", "")),
        ("Tauekel Zangar Ermekuly", ("Tauekel", "Zangar", "Ermekuly")),
        ("ТӘУЕКЕЛ ЗАҢҒАР ЕРМЕКҰЛЫ", ("Тәуекел", "Заңғар", "Ермекұлы")),
        ("КАСЫМ-ЖОМАРТОВ ІҢКӘР ЕРЛАН ҰЛЫ", ("Касым-Жомартов", "Іңкәр", "Ерлан ұлы")),
        ("ТӘУЕКЕЛ Заңғар Ермекұлы", ("Тәуекел", "Заңғар", "Ермекұлы")),
    ],
)
def test_a_full_name_is_split(text: str, parts: tuple[str, str, str]) -> None:
    split = split_full_name(text)
    assert split.parts == NameParts(*parts)
    assert split.certain


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("", ("", "", "")),
        ("Нұрлан", ("", "Нұрлан", "")),
        ("Әсем Ерланқызы", ("", "Әсем", "Ерланқызы")),
        ("Әсем Ерлан қызы", ("", "Әсем", "Ерлан қызы")),
        ("Ермекұлы Заңғар", ("Ермекұлы", "Заңғар", "")),
        ("Әсем Мұхамеджанова", ("Мұхамеджанова", "Әсем", "")),
        ("Әсем Ерланқызы Мұхамеджан", ("Мұхамеджан", "Әсем", "Ерланқызы")),
        ("Анна Мария Иванова", ("Иванова", "Анна", "Мария")),
        ("Тәуекел З.Е.", ("Тәуекел", "З.", "Е.")),
        ("Тәуекел З. Е.", ("Тәуекел", "З.", "Е.")),
        ("Тәуекел З", ("Тәуекел", "З", "")),
        ("З.Е. Тәуекел", ("Тәуекел", "З.", "Е.")),
        ("З.Е.Тәуекел", ("Тәуекел", "З.", "Е.")),
        ("ТӘУЕКЕЛ З.Е.", ("Тәуекел", "З.", "Е.")),
        ("ТәуекелЗ.Е.", ("Тәуекел", "З.", "Е.")),
        ("де ла Круз Мария Ивановна", ("де", "ла Круз Мария", "Ивановна")),
        ("Ли Мин Хо Ан", ("Ли", "Мин", "Хо Ан")),
    ],
)
def test_a_doubtful_name_is_split_and_said_to_be_doubtful(text: str, parts: tuple[str, str, str]) -> None:
    split = split_full_name(text)
    assert split.parts == NameParts(*parts)
    assert not split.certain


def test_capitals_become_a_name() -> None:
    assert proper_case("ӘЛ-ФАРАБИ") == "Әл-Фараби"
    assert proper_case("О'КОННОР ЕРЛАН ҰЛЫ") == "О'Коннор Ерлан ұлы"
    assert proper_case("Тәуекел З.Е. ALT") == "Тәуекел З.Е. Alt"
    assert proper_case("асан фон Бок") == "асан фон Бок"


@given(any_text)
def test_no_letter_of_a_name_is_lost(text: str) -> None:
    kept = one_line(split_full_name(text).parts)
    assert _letters(kept) == _letters(text)


@pytest.mark.parametrize("name", ["ұлы" * 3000, "А." * 5000, "А.Б " * 3000, "ОВ" * 5000, "- " * 5000])
def test_a_very_long_name_is_split_at_once(name: str) -> None:
    started = time.thread_time()
    signature_name(split_full_name(name).parts)
    assert time.thread_time() - started < 1


@given(any_text)
def test_any_name_can_be_written_and_signed(text: str) -> None:
    parts = split_full_name(text).parts
    signature_name(parts)
    assert proper_case(proper_case(text)) == proper_case(text)


@given(st.lists(st.text("АӘБВГаәбвг", min_size=2, max_size=8).map(str.title), min_size=1, max_size=4))
def test_a_name_written_on_one_line_is_split_the_same_again(names: list[str]) -> None:
    text = " ".join(names)
    assert one_line(split_full_name(text).parts) == text


def _letters(text: str) -> Counter[str]:
    return Counter(char for char in text.casefold() if char.isalnum())
