"""Names in Kazakh and Russian: which one a paper has, and which Russian one is offered for a Kazakh one."""

from __future__ import annotations

import pytest

from altdesk.domain.known_names import russian_of
from altdesk.domain.organisation import Organisation
from altdesk.domain.twins import Twin, twin
from altdesk.forms.words import PaperLanguage, called, stacked

GOVERNMENT = Twin("Студенттік үкімет", "Студенческое правительство")


@pytest.mark.parametrize(
    ("language", "said"),
    [
        (PaperLanguage.KK, "Студенттік үкімет"),
        (PaperLanguage.RU, "Студенческое правительство"),
        (PaperLanguage.EN, "Студенттік үкімет"),
        (PaperLanguage.BILINGUAL, "Студенттік үкімет / Студенческое правительство"),
    ],
)
def test_a_paper_has_the_name_in_its_language(language: PaperLanguage, said: str) -> None:
    assert called(GOVERNMENT, language) == said
    assert stacked(GOVERNMENT, language) == said.replace(" / ", "\n")


@pytest.mark.parametrize("language", PaperLanguage)
def test_a_name_without_a_twin_is_the_same_on_every_paper(language: PaperLanguage) -> None:
    assert called(twin("ALT", ""), language) == called(twin("ALT", "ALT"), language) == "ALT"
    assert called(twin("", ""), language) == ""


def test_a_name_that_was_typed_in_russian_only_leaves_the_kazakh_paper_without_one() -> None:
    assert called(twin("", "АО «ALT»"), PaperLanguage.KK) == ""
    assert called(twin("", "АО «ALT»"), PaperLanguage.BILINGUAL) == "АО «ALT»"


def test_a_signatorys_post_is_known_by_its_kazakh_text() -> None:
    heads = Organisation(rector_post="Ректор", rector_post_ru="Ректор (рус.)", director_post_ru="Директор")
    assert heads.post_in_russian("ректор") == "Ректор (рус.)"
    assert heads.post_in_russian("Декан") == heads.post_in_russian("") == ""


@pytest.mark.parametrize(
    ("kazakh", "russian"),
    [
        ("Студенттік үкімет", "Студенческое правительство"),
        ("студенттик укимет", "Студенческое правительство"),
        ("Басқарма Төрағасы – Ректор", "Председатель Правления – Ректор"),
        ("Басқарма Төрағасы - Ректор", "Председатель Правления – Ректор"),
        ("Департамент директоры", "Директор департамента"),
        ("Шахмат секциясы", "Секция шахмат"),
        ("«Үлгі» пікірсайыс клубы", "Дебатный клуб «Үлгі»"),
        ("«Үміт» үйірмесі", "Кружок «Үміт»"),
        ("«Үміт» деген бір нәрсе", ""),
        ("Ешкім білмейтін атау", ""),
        ("", ""),
    ],
)
def test_the_russian_of_a_name_every_university_has_is_known(kazakh: str, russian: str) -> None:
    assert russian_of(kazakh) == russian
