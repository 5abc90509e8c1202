"""Meetings the tests of minutes begin with."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from altdesk.forms.sheets.meeting import Attendant, Decision, Item, Meeting, Officer, Vote
from tests.forms.papers import NAMES

SENTENCE = "Студенттердің ұсыныстары қаралып, келесі мәжіліске дейін жауап беру қажеттігі айтылды. "


def meeting(*items: Item, present: int = 9, **changed: object) -> Meeting:
    """Minutes No. 3 of a club with nine present, of whatever items."""
    people = tuple(Attendant(f"{NAMES[index % len(NAMES)]} {index}") for index in range(present))
    made = Meeting(
        organisation="«ALT университеті» АҚ",
        unit="Тәрбие және әлеуметтік жұмыс департаменті",
        body="Студенттік үкімет",
        number="3",
        on=date(2026, 11, 22),
        place="Алматы қаласы",
        chair=Officer("Тәуекел Заңғар Ермекұлы", "З.Е.\u00a0Тәуекел", "СҮ төрағасы"),
        secretary=Officer("Мұхамеджан Әсем", "Ә.\u00a0Мұхамеджан"),
        present=people,
        items=items or (item(),),
        members=12,
        quorum=7,
    )
    return replace(made, **changed)  # type: ignore[arg-type]


def item(number: str = "1", sentences: int = 2, **changed: object) -> Item:
    """An item with everything an item can have, its texts so many sentences long."""
    made = Item(
        number,
        f"Жастар апталығы туралы, {number}-мәселе",
        "Қуаныш Гүлнәр Һасанқызы",
        SENTENCE * sentences,
        SENTENCE * sentences,
        Vote(9),
        (Decision(f"{number}.1", SENTENCE.strip(), "Мұхамеджан Әсем", date(2026, 12, 1)),),
    )
    return replace(made, **changed)  # type: ignore[arg-type]


def long_meeting(items: int = 12, sentences: int = 12) -> Meeting:
    """Minutes of about ten pages."""
    return meeting(*(item(str(number), sentences) for number in range(1, items + 1)))


def hostile_meeting(text: str) -> Meeting:
    """A meeting in which every text is this one."""
    person = Attendant(text, text, text, text)
    return Meeting(
        text,
        text,
        text,
        text,
        date(2026, 11, 22),
        text,
        Officer(text, text, text),
        Officer(text, text, text),
        (person,),
        (
            Item(
                text,
                text,
                text,
                text,
                text,
                Vote(1, 1, 1, who_against=text, who_abstained=text),
                (Decision(text, text, text, None, text),),
            ),
        ),
        (person,),
        (person,),
        members=3,
        quorum=2,
        time=text,
        title=text,
        attachments=(text,),
    )
