"""Phrases: kept by a short key, put in where it is typed."""

from __future__ import annotations

import pytest

from altdesk.desk import Desk
from altdesk.domain.errors import Refusal
from altdesk.domain.phrases import PhraseDraft, Section, expand, fitting
from altdesk.services import phrases

ADOPTED = PhraseDraft("бқ", "Бірауыздан қабылданды.", Section.RESOLVED)


def test_a_key_typed_at_the_end_becomes_its_phrase(desk: Desk) -> None:
    phrases.add(desk, ADOPTED)
    known = phrases.all_phrases(desk)
    assert expand("Жоспар. бқ", known) == "Жоспар. Бірауыздан қабылданды."
    assert expand("Жоспар. БК", known) == "Жоспар. Бірауыздан қабылданды."
    assert expand("Жоспар", known) == "Жоспар"
    assert expand("", known) == ""


def test_phrases_fit_their_section_and_language(desk: Desk) -> None:
    for draft in (ADOPTED, PhraseDraft("рж", "Рахмет"), PhraseDraft("ед", "Единогласно", Section.RESOLVED, "ru")):
        phrases.add(desk, draft)
    known = phrases.all_phrases(desk)
    assert [each.key for each in fitting(known, Section.RESOLVED, "kk")] == ["бқ", "рж"]
    assert [each.key for each in fitting(known, Section.HEARD, "kk")] == ["рж"]
    assert [each.key for each in fitting(known, Section.RESOLVED, "ru")] == ["ед"]


@pytest.mark.parametrize(
    ("draft", "field"),
    [(PhraseDraft("екі сөз", "т"), "key"), (PhraseDraft("", "т"), "key"), (PhraseDraft("т"), "text")],
)
def test_what_is_no_phrase_is_refused(desk: Desk, draft: PhraseDraft, field: str) -> None:
    with pytest.raises(Refusal) as refused:
        phrases.add(desk, draft)
    assert refused.value.field == field


def test_a_key_stands_for_one_text_in_a_language(desk: Desk) -> None:
    made = phrases.add(desk, ADOPTED).id
    assert made is not None
    with pytest.raises(Refusal, match="stands for another text"):
        phrases.add(desk, PhraseDraft("БК", "Басқа"))
    phrases.add(desk, PhraseDraft("бқ", "Единогласно", language="ru"))
    phrases.save(desk, made, PhraseDraft("бқ", "Басқа мәтін"))
    phrases.remove(desk, [made])
    assert [each.language for each in phrases.all_phrases(desk)] == ["ru"]
    desk.undo()
    assert phrases.all_phrases(desk)[0].text == "Басқа мәтін"
