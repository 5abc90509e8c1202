"""Minutes of ten pages against a raw ReportLab canvas that draws the same strings."""

from __future__ import annotations

from datetime import date
from functools import partial

from altdesk.forms.form import PrintOptions
from altdesk.forms.render import laid_out, render
from altdesk.forms.render.fonts import font
from altdesk.forms.sheets import minutes
from altdesk.forms.sheets.meeting import Attendant, Decision, Item, Meeting, Officer, Vote
from benchmarks.bench_sheet import raw
from benchmarks.figures import Figure, best, report

ROUNDS = 7
LIMIT = 2.0
MOST = 300.0  # ms
SENTENCE = (
    "студенттердің ұсыныстары институттардың тәрбие жұмысы жөніндегі қаралып жастар апталығының бағдарламасы "
    "келесі мәжіліске дейін дайындалуы қажет екені айтылды өйткені топтарға ақпарат ерте жеткізілуі керек"
)
WORDS = SENTENCE.split()


def text(seed: int, words: int) -> str:
    """So many words, other ones for each seed, a sentence every twelve of them."""
    said = (WORDS[(seed * 7 + index * (seed % 5 + 1)) % len(WORDS)] for index in range(words))
    return " ".join(word + ("." if index % 12 == 11 else "") for index, word in enumerate(said))


def meeting(items: int = 12) -> Meeting:
    """Minutes of ten pages: twelve items with speeches, votes and two decisions each."""
    people = tuple(Attendant(f"Мысалов Үлгі {number}") for number in range(1, 15))
    return Meeting(
        organisation="«ALT Университеті» АҚ",
        unit="Тәрбие және әлеуметтік жұмыс департаменті",
        body="Студенттік үкімет",
        number="5",
        on=date(2026, 11, 22),
        place="Алматы қаласы",
        chair=Officer("Үлгібай Арман Сынақұлы", "А.С.\u00a0Үлгібай"),
        secretary=Officer("Мысалқызы Дана", "Д.\u00a0Мысалқызы"),
        present=people,
        members=18,
        quorum=10,
        items=tuple(_item(number) for number in range(1, items + 1)),
    )


def _item(number: int) -> Item:
    return Item(
        str(number),
        f"{text(number, 8)} туралы",
        "Мысалов Үлгі",
        f"{text(number, 70)}\n{text(number + 20, 60)}",
        f"{text(number + 40, 50)}\n{text(number + 60, 40)}",
        Vote(12, 1, 1),
        tuple(
            Decision(f"{number}.{point}", text(number + point, 22), "Мысалов Үлгі", date(2026, 12, point))
            for point in (1, 2)
        ),
    )


def run() -> list[Figure]:
    data = meeting()
    layout = laid_out(minutes.FORM, data, PrintOptions())
    for page in layout.pages:
        for drawn in page.texts:
            font(drawn.face)
    ours, reference = best(partial(render, minutes.FORM, data), ROUNDS), best(partial(raw, layout), ROUNDS)
    pages = f"minutes of {len(layout.pages)} pages"
    return [Figure(f"{pages}, against the canvas", ours, reference, LIMIT), Figure(pages, ours, limit=MOST)]


if __name__ == "__main__":
    report(run)
