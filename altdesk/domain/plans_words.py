"""How plans from elsewhere say kind, form, direction and level: the beginnings of words in kk, ru and en."""

from __future__ import annotations

from enum import StrEnum
from typing import TypeVar

from altdesk.domain.events_kinds import Direction, EventForm, EventKind, Level
from altdesk.domain.fold import fold

E = TypeVar("E", bound=StrEnum)

_KINDS = {
    EventKind.CURATOR_HOUR: "кураторлық|кураторск|тәрбие сағат|curator",
    EventKind.ROUND_TABLE: "дөңгелек үстел|круглый стол|круглого стола|round table",
    EventKind.CAMPAIGN: "акция|campaign",
    EventKind.CONFERENCE: "конференц|conference|форум|forum",
    EventKind.DEBATE: "дебат|пікірсайыс|debate",
    EventKind.EXCURSION: "экскурс|саяхат|excursion",
    EventKind.CONCERT: "концерт|мерекелік кеш|concert",
    EventKind.SPORT: "спорт|жарыс|турнир|спартакиад|соревнован|sport|tournament",
    EventKind.CONTEST: "конкурс|байқау|сайыс|олимпиада|contest|competition",
    EventKind.TALK: "дәріс|лекци|әңгіме|бесед|сұхбат|семинар|тренинг|talk|lecture|training",
    EventKind.MEETING: "кездесу|встреч|жиналыс|отырыс|собран|meeting",
    EventKind.OTHER: "басқа|иное|другое|other",
}
_FORMS = {
    EventForm.MASS: "жаппай|бұқара|массов|mass",
    EventForm.GROUP: "топтық|топпен|группов|group",
    EventForm.INDIVIDUAL: "жеке|индивид|individual",
}
_DIRECTIONS = {
    Direction.INTELLECTUAL: "ақыл|зияткер|интеллект|умствен|intellect",
    Direction.CIVIC: "азамат|патриот|граждан|civic|құқық|правов",
    Direction.MORAL: "адамгершілік|рухани|нравствен|духовн|moral",
    Direction.AESTHETIC: "эстет|көркем|мәдени|культур|aesthet",
    Direction.LABOUR: "еңбек|трудов|кәсіби|професс|labour|labor",
    Direction.PHYSICAL: "физик|дене|спорт|салауат|физич|здоров|physical",
}
_LEVELS = {
    Level.UNIVERSITY: "университет|жоғары оқу|вуз|university",
    Level.INSTITUTE: "институт|факультет|institute",
    Level.DISTRICT: "аудан|район|district",
    Level.CITY: "қала|город|облыс|республик|city",
}


def kind_called(text: str) -> EventKind | None:
    """The kind a text names somewhere; None where it names none."""
    return _called(text, _KINDS)


def form_called(text: str) -> EventForm | None:
    return _called(text, _FORMS)


def direction_called(text: str) -> Direction | None:
    return _called(text, _DIRECTIONS)


def level_called(text: str) -> Level | None:
    return _called(text, _LEVELS)


def _called(text: str, beginnings: dict[E, str]) -> E | None:
    words = " " + " ".join(fold(text).split())
    for value, said in beginnings.items():
        if any(f" {fold(each)}" in words for each in said.split("|")):
            return value
    return None
