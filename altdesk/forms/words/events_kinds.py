"""Words of papers for what events and rows of plans are: direction, form, level, kind, what became of them."""

from __future__ import annotations

from altdesk.domain.events_kinds import Direction, EventForm, EventKind, HeldState, Level
from altdesk.forms.words.wording import Words

DIRECTION_WORDS = {
    Direction.INTELLECTUAL: Words("Ақыл-ой", "Интеллектуальное", "Intellectual"),
    Direction.CIVIC: Words("Азаматтық", "Гражданское", "Civic"),
    Direction.MORAL: Words("Адамгершілік", "Нравственное", "Moral"),
    Direction.AESTHETIC: Words("Эстетикалық", "Эстетическое", "Aesthetic"),
    Direction.LABOUR: Words("Еңбек", "Трудовое", "Labour"),
    Direction.PHYSICAL: Words("Физикалық", "Физическое", "Physical"),
}
FORM_WORDS = {
    EventForm.MASS: Words("Жаппай", "Массовая", "Mass"),
    EventForm.GROUP: Words("Топтық", "Групповая", "Group"),
    EventForm.INDIVIDUAL: Words("Жеке", "Индивидуальная", "Individual"),
}
EVENT_LEVEL_WORDS = {
    Level.UNIVERSITY: Words("Университет", "Университет", "University"),
    Level.INSTITUTE: Words("Институт", "Институт", "Institute"),
    Level.CITY: Words("Қала", "Город", "City"),
    Level.DISTRICT: Words("Аудан", "Район", "District"),
}
EVENT_KIND_WORDS = {
    EventKind.CAMPAIGN: Words("Акция", "Акция", "Campaign"),
    EventKind.MEETING: Words("Кездесу", "Встреча", "Meeting"),
    EventKind.ROUND_TABLE: Words("Дөңгелек үстел", "Круглый стол", "Round table"),
    EventKind.DEBATE: Words("Диспут", "Диспут", "Debate"),
    EventKind.CONFERENCE: Words("Конференция", "Конференция", "Conference"),
    EventKind.EXCURSION: Words("Экскурсия", "Экскурсия", "Excursion"),
    EventKind.CURATOR_HOUR: Words("Кураторлық сағат", "Кураторский час", "Curator hour"),
    EventKind.CONCERT: Words("Концерт", "Концерт", "Concert"),
    EventKind.CONTEST: Words("Байқау", "Конкурс", "Contest"),
    EventKind.SPORT: Words("Спорттық іс-шара", "Спортивное мероприятие", "Sports event"),
    EventKind.TALK: Words("Әңгіме", "Беседа", "Talk"),
    EventKind.OTHER: Words("Басқа", "Другое", "Other"),
}
HELD_STATE_WORDS = {
    HeldState.PLANNED: Words("Жоспарланған", "Запланировано", "Planned"),
    HeldState.HELD: Words("Өткізілді", "Проведено", "Held"),
    HeldState.MOVED: Words("Ауыстырылды", "Перенесено", "Moved"),
    HeldState.NOT_HELD: Words("Өткізілмеді", "Не проведено", "Not held"),
}
