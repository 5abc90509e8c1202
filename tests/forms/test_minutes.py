"""Minutes on paper: the parts in their order, what is said of votes, what stays together on a page."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from datetime import date
from io import BytesIO

import pdfplumber
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from altdesk.domain.rules import ResolvedVerb
from altdesk.forms.blocks import Face
from altdesk.forms.flow import FOOT_SIZE
from altdesk.forms.form import PrintOptions
from altdesk.forms.measure import Measure
from altdesk.forms.render import laid_out, render
from altdesk.forms.render.fonts import TinosMetrics
from altdesk.forms.running import HEADING_SIZE
from altdesk.forms.sheets import attendance, extract, minutes, short_minutes
from altdesk.forms.sheets.meeting import Attendant, Decision, Item, Outcome, Vote
from altdesk.forms.words import PaperLanguage
from tests.forms.meetings import SENTENCE, hostile_meeting, item, long_meeting, meeting
from tests.forms.papers import HOSTILE
from tests.forms.test_layout import TEXTS, leaving

RUSSIAN = PrintOptions(PaperLanguage.RU)


def lines(data, form=minutes.FORM, options=None, page=None):
    """What stands on the paper, line by line, in reading order."""
    rows: dict[tuple[int, float], list] = {}
    for each in laid_out(form, data, options or PrintOptions()).pages:
        if page in {None, each.number}:
            for text in each.texts:
                rows.setdefault((each.number, text.y), []).append(text)
    return [" ".join(t.text for t in sorted(row, key=lambda t: t.x)) for _, row in sorted(rows.items())]


def said(data, form=minutes.FORM, options=None):
    return " ".join(lines(data, form, options)).replace("\u00a0", " ")


def in_order(text, *parts):
    """Whether the parts stand in a text one after the other."""
    at = 0
    for part in parts:
        assert part in text[at:], f"{part!r} is missing after {text[:at][-80:]!r}"
        at = text.index(part, at) + len(part)
    return True


def test_the_parts_of_minutes_stand_in_their_order():
    assert in_order(
        said(meeting(item("1"), item("2", carried_over=True, decisions=(), vote=None))),
        "«ALT университеті» АҚ",
        "Тәрбие және әлеуметтік жұмыс департаменті",
        "Студенттік үкімет",
        "ХАТТАМА № 3",
        "2026 жылғы 22 қараша",
        "Алматы қаласы",
        "Төраға: Тәуекел Заңғар Ермекұлы, СҮ төрағасы",
        "Хатшы: Мұхамеджан Әсем",
        "Қатысқандар: 9 адам (мүшелердің жалпы саны – 12)",
        "Кворум: бар",
        "КҮН ТӘРТІБІ",
        "1. Жастар апталығы туралы, 1-мәселе",
        "2. Жастар апталығы туралы, 2-мәселе",
        "1. Жастар апталығы туралы, 1-мәселе",
        "ТЫҢДАЛДЫ: Қуаныш Гүлнәр Һасанқызы",
        "СӨЗ СӨЙЛЕДІ:",
        "ДАУЫС БЕРУ ҚОРЫТЫНДЫСЫ: жақтап – 9, қарсы – 0, қалыс қалды – 0",
        "ҚАУЛЫ ЕТТІ:",
        "1.1 Студенттердің",
        "Жауапты: Мұхамеджан Әсем",
        "Мерзімі: 01.12.2026",
        "Мәселені қарау келесі мәжіліске қалдырылды.",
        "Төраға З.Е. Тәуекел",
        "Хатшы Ә. Мұхамеджан",
    )


def test_the_russian_twin_has_the_same_parts():
    assert in_order(
        said(meeting(), options=RUSSIAN),
        "ПРОТОКОЛ № 3",
        "22 ноября 2026 года",
        "Председатель:",
        "Секретарь:",
        "Присутствовали: 9 чел. (общее число членов – 12)",
        "ПОВЕСТКА ДНЯ",
        "СЛУШАЛИ:",
        "ВЫСТУПИЛИ:",
        "ИТОГИ ГОЛОСОВАНИЯ: за – 9, против – 0, воздержались – 0",
        "ПОСТАНОВИЛИ:",
        "Ответственный: Мұхамеджан Әсем",
        "Срок: 01.12.2026",
        "Председатель",
        "Секретарь",
    )


def test_heads_are_twins_on_a_bilingual_paper_and_values_kazakh():
    text = said(meeting(), options=PrintOptions(PaperLanguage.BILINGUAL))
    assert in_order(text, "ХАТТАМА № 3", "ПРОТОКОЛ № 3", "2026 жылғы 22 қараша", "КҮН ТӘРТІБІ / ПОВЕСТКА ДНЯ")
    assert "ноября" not in text


@pytest.mark.parametrize(("verb", "word"), [(ResolvedVerb.RESOLVED, "ҚАУЛЫ ЕТТІ:"), (ResolvedVerb.DECIDED, "ШЕШТІ:")])
def test_the_verb_is_that_of_the_settings(verb, word):
    assert word in lines(meeting(verb=verb))


@pytest.mark.parametrize(
    ("vote", "text"),
    [
        (Vote(9), "ДАУЫС БЕРУ ҚОРЫТЫНДЫСЫ: жақтап – 9, қарсы – 0, қалыс қалды – 0. Шешім бірауыздан қабылданды."),
        (Vote(7, 1, 1), "ДАУЫС БЕРУ ҚОРЫТЫНДЫСЫ: жақтап – 7, қарсы – 1, қалыс қалды – 1. Шешім қабылданды."),
        (Vote(8, not_voting=1), "қалыс қалды – 0, дауыс бермеді – 1. Шешім қабылданды."),
        (Vote(2, 7, 0, Outcome.REJECTED), "қарсы – 7, қалыс қалды – 0. Шешім қабылданбады."),
        (Vote(4, 4, 0, Outcome.TIED), "Дауыстар тең бөлінді, шешім қабылданбады."),
        (Vote(4, 4, 0, Outcome.CHAIR_ADOPTED), "Дауыстар тең бөлінді, төрағаның шешуші дауысымен шешім қабылданды."),
        (Vote(4, 4, 0, Outcome.CHAIR_REJECTED), "төрағаның шешуші дауысымен шешім қабылданбады."),
        (Vote(4, 4, 0, Outcome.UNDECIDED), "Дауыстар тең бөлінді, төрағаның дауысы көрсетілмеген."),
        (Vote(5, outcome=Outcome.NO_QUORUM), "Кворум болмағандықтан шешім қабылданбады."),
        (Vote(6, 2, 0, secret=True), "ЖАСЫРЫН ДАУЫС БЕРУ ҚОРЫТЫНДЫСЫ: жақтап – 6"),
        (Vote(6, 2, 0, present=8, needed=6), "(дауыс беру кезінде қатысқандар – 8; қажетті дауыс саны – 6)"),
        (Vote(7, 1, 1, who_against="Асан Үсен", who_abstained="Қанат Әли"), "қарсы – 1 (Асан Үсен), қалыс қалды – 1"),
    ],
)
def test_a_vote_is_told_in_numbers_and_words(vote, text):
    assert text in said(meeting(item(vote=vote)))


def test_without_a_quorum_the_meeting_is_not_competent():
    assert "жоқ (қажетті саны – 7), мәжіліс шешім қабылдауға құқылы емес" in said(meeting(present=6, competent=False))


def test_up_to_fifteen_are_named_and_of_more_a_list_is_attached():
    few, many = said(meeting(present=15)), said(meeting(present=16))
    assert "Мұхамеджан Әсем 13" in few
    assert "тізім қоса беріледі" not in few
    assert "тізім қоса беріледі" in many
    assert in_order(many, "Қосымшалар:", "1. Қатысқандар тізімі")
    assert "Мұхамеджан Әсем 13" not in many


def test_absent_people_stand_with_their_reason_and_guests_with_their_post():
    text = said(
        meeting(absent=(Attendant("Асан Үсен", note="сырқат"),), guests=(Attendant("Әли Қанат", "ТжӘЖД директоры"),))
    )
    assert "Келмегендер (себебі): Асан Үсен (сырқат)" in text
    assert "Шақырылғандар: Әли Қанат, ТжӘЖД директоры" in text


def test_a_due_text_stands_where_there_is_no_day():
    decision = Decision("1.1", "Кезекшілік ұйымдастырылсын.", "Асан Үсен", None, "тұрақты")
    assert "Жауапты: Асан Үсен Мерзімі: тұрақты" in " ".join(said(meeting(item(decisions=(decision,)))).split())


@pytest.mark.parametrize("form", [minutes.FORM, short_minutes.FORM])
def test_a_draft_says_so_on_every_page_and_final_minutes_never(form):
    for draft in (True, False):
        data = replace(long_meeting(), draft=draft, number="" if draft else "3")
        with pdfplumber.open(BytesIO(render(form, data).content)) as pdf:
            assert ["ЖОБА" in page.extract_text() for page in pdf.pages] == [draft] * len(pdf.pages)


def test_the_short_form_has_the_decisions_without_what_was_said():
    text = said(meeting(), short_minutes.FORM)
    assert in_order(text, "ҚЫСҚАША ХАТТАМА № 3", "ТЫҢДАЛДЫ: Қуаныш", "ДАУЫС БЕРУ", "ҚАУЛЫ ЕТТІ:", "1.1", "З.Е. Тәуекел")
    assert "СӨЗ СӨЙЛЕДІ" not in text
    assert text.count(SENTENCE.split()[1]) == 1


def test_the_outline_has_every_item():
    layout = laid_out(minutes.FORM, long_meeting(6), PrintOptions())
    assert [(entry.title, entry.level) for entry in layout.outline] == [
        ("ХАТТАМА № 3", 0),
        ("КҮН ТӘРТІБІ", 1),
        *((f"{number}. Жастар апталығы туралы, {number}-мәселе", 1) for number in range(1, 7)),
    ]
    assert [entry.page for entry in layout.outline] == sorted(entry.page for entry in layout.outline)


def test_long_minutes_have_about_ten_pages_and_every_word():
    layout = laid_out(minutes.FORM, long_meeting(), PrintOptions())
    assert 9 <= len(layout.pages) <= 11
    assert not leaving(layout)
    assert said(long_meeting()).count("Студенттердің") == 12 * (12 + 12 + 1)


def test_lines_of_running_text_end_at_the_right_edge():
    layout = laid_out(minutes.FORM, meeting(item(sentences=12)), PrintOptions())
    spread = [text for page in layout.pages for text in page.texts if text.spread]
    assert len(spread) > 10
    assert {round(text.x + text.width, 2) for text in spread} == {200.0}


@settings(max_examples=60, deadline=None)
@given(st.lists(st.integers(0, 40), min_size=1, max_size=4), st.integers(1, 30))
def test_no_head_ends_a_page_and_no_signature_stands_alone(lengths, last):
    items = [item(str(number), length) for number, length in enumerate(lengths, 1)]
    decision = Decision("9.1", SENTENCE * last, "Мұхамеджан Әсем", date(2026, 12, 1))
    layout = laid_out(minutes.FORM, meeting(*items, item("9", decisions=(decision,))), PrintOptions())
    for page in layout.pages:
        told = [text for text in page.texts if text.size == HEADING_SIZE]
        lowest = max(text.y for text in told)
        assert any(text.face is not Face.BOLD for text in told if text.y == lowest), page.number
    ending = layout.pages[-1].texts
    signature = next(text.y for text in ending if text.text == "Төраға")
    before = [text for text in ending if text.y < signature and text.size == HEADING_SIZE]
    assert len({text.y for text in before}) >= 2
    assert [text.text for text in ending if text.y > signature][:2] == ["З.Е.\u00a0Тәуекел", "Хатшы"] or "Хатшы" in [
        text.text for text in ending
    ]
    assert not leaving(layout)


@settings(max_examples=40, deadline=None)
@given(TEXTS, TEXTS, TEXTS)
def test_whatever_is_typed_into_minutes_stays_on_the_page(one, two, three):
    data = meeting(Item(one, two, three, one, two, Vote(1), (Decision(three, one, two, None, three),)), place=one)
    for form in (minutes.FORM, short_minutes.FORM):
        assert not leaving(laid_out(form, data, PrintOptions()))


@pytest.mark.parametrize("text", HOSTILE)
@pytest.mark.parametrize(
    ("form", "places"), [(minutes.FORM, 34), (short_minutes.FORM, 32), (extract.FORM, 25), (attendance.FORM, 13)]
)
def test_a_hostile_text_in_every_place_loses_no_letter(form, places, text):
    """`places` is how often a text stands on the paper that is the same everywhere."""
    data = hostile_meeting(text)
    if form is extract.FORM:
        data = extract.of_point(data, text, (text, text))
    elif form is attendance.FORM:
        data = attendance.of_minutes(data)
    layout = laid_out(form, data, PrintOptions())
    assert not leaving(layout)
    shown = Counter("".join(Measure(TinosMetrics()).shown(text, Face.REGULAR).split()))
    printed = Counter("".join(t.text for page in layout.pages for t in page.texts if t.size != FOOT_SIZE))
    assert not {letter for letter, count in shown.items() if printed[letter] < places * count}
    assert render(form, data).content


def test_a_word_of_ten_thousand_letters_goes_on_over_pages_and_keeps_every_letter():
    word = "Ұ" * 10_000
    data = meeting(Item("1", word, word, word, word, Vote(9), (Decision("1.1", word, word),)))
    layout = laid_out(minutes.FORM, data, PrintOptions())
    assert not leaving(layout)
    printed = "".join(text.text for page in layout.pages for text in page.texts if text.size != FOOT_SIZE)
    assert printed.count("Ұ") == 8 * len(word)  # title and speaker stand twice


def test_an_extract_has_its_decision_and_its_own_signature():
    data = meeting(item("1"), item("2", decisions=(Decision("2.1", "Бірінші."), Decision("2.2", "Екінші."))))
    paper = extract.of_point(data, "2.2", ("ЖСК бас маманы", "А.Ү.\u00a0Мысалова"), date(2026, 11, 24))
    text = said(paper, extract.FORM)
    assert in_order(
        text,
        "№ 3 ХАТТАМАДАН ҮЗІНДІ",
        "2026 жылғы 22 қараша",
        "Қатысқандар: 9 адам",
        "2. Жастар апталығы туралы, 2-мәселе",
        "ТЫҢДАЛДЫ: Қуаныш",
        "ДАУЫС БЕРУ ҚОРЫТЫНДЫСЫ",
        "ҚАУЛЫ ЕТТІ:",
        "2.2 Екінші.",
        "Хаттамаға қол қойғандар:",
        "Төраға: З.Е. Тәуекел",
        "Хатшы: Ә. Мұхамеджан",
        "Үзінді дұрыс:",
        "ЖСК бас маманы А.Ү. Мысалова",
        "2026 жылғы 24 қараша",
    )
    assert "Бірінші." not in text
    assert "1-мәселе" not in text


def test_an_extract_of_no_decision_is_refused():
    with pytest.raises(KeyError):
        extract.of_point(meeting(), "7.7", ("", ""))


def test_the_attendance_list_names_the_minutes_and_everybody():
    data = meeting(present=2, guests=(Attendant("Әли Қанат"),), absent=(Attendant("Асан Үсен", note="сырқат"),))
    text = said(attendance.of_minutes(data), attendance.FORM)
    assert "2026 жылғы 22 қарашадағы № 3 хаттамаға қосымша" in text
    assert in_order(text, "Тәуекел Заңғар Ермекұлы 0 Қатысты", "Әли Қанат Шақырылған", "Келмеді", "сырқат")
    assert "Қатысқандар: 2. Шақырылғандар: 1. Келмегендер: 1." in text
    russian = said(attendance.of_minutes(data), attendance.FORM, RUSSIAN)
    assert "Приложение к протоколу № 3 от 22 ноября 2026 года" in russian
