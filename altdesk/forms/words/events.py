"""Words of the papers about events: the schedule (§5.6 № 2) and the participants of one event."""

from __future__ import annotations

from altdesk.domain.events import PartRole
from altdesk.forms.words.wording import Words

WORDS = {
    "schedule": Words("ІС-ШАРАЛАР КЕСТЕСІ", "ГРАФИК МЕРОПРИЯТИЙ", "EVENT SCHEDULE"),
    "schedule_event": Words("Іс-шара", "Мероприятие", "Event"),
    "schedule_time": Words("Күні, уақыты", "Дата, время", "Day, time"),
    "schedule_place": Words("Орны", "Место", "Place"),
    "schedule_level": Words("Деңгейі", "Уровень", "Level"),
    "schedule_responsible": Words("Жауапты", "Ответственный", "Responsible"),
    "schedule_people": Words("Қатысушылар", "Участники", "Participants"),
    "schedule_awaited": Words("%(count)s адам (жоспар)", "%(count)s чел. (план)", "%(count)s people (planned)"),
    "schedule_came": Words("%(count)s адам", "%(count)s чел.", "%(count)s people"),
    "schedule_moved": Words("бұрын: %(day)s", "перенесено с %(day)s", "moved from %(day)s"),
    "schedule_not_held": Words("өткізілмеді: %(reason)s", "не проведено: %(reason)s", "not held: %(reason)s"),
    "schedule_totals": Words(
        "Барлығы: %(count)s. Өткізілді: %(held)s. Өткізілмеді: %(not_held)s.",
        "Всего: %(count)s. Проведено: %(held)s. Не проведено: %(not_held)s.",
        "Total: %(count)s. Held: %(held)s. Not held: %(not_held)s.",
    ),
    "schedule_month": Words("%(year)s жылғы %(month)s", "%(month)s %(year)s года", "%(month)s %(year)s"),
    "schedule_year": Words("%(year)s оқу жылы", "%(year)s учебный год", "Academic year %(year)s"),
    "schedule_days": Words("%(first)s – %(last)s аралығы", "%(first)s – %(last)s", "%(first)s – %(last)s"),
    "event_people": Words("ІС-ШАРАҒА ҚАТЫСУШЫЛАР ТІЗІМІ", "СПИСОК УЧАСТНИКОВ МЕРОПРИЯТИЯ", "PARTICIPANTS OF AN EVENT"),
    "event_part": Words("Қатысуы", "Участие", "Part taken"),
    "event_result": Words("Нәтижесі", "Результат", "Result"),
}

MONTH_NAMES = (
    Words("қаңтар", "январь", "January"),
    Words("ақпан", "февраль", "February"),
    Words("наурыз", "март", "March"),
    Words("сәуір", "апрель", "April"),
    Words("мамыр", "май", "May"),
    Words("маусым", "июнь", "June"),
    Words("шілде", "июль", "July"),
    Words("тамыз", "август", "August"),
    Words("қыркүйек", "сентябрь", "September"),
    Words("қазан", "октябрь", "October"),
    Words("қараша", "ноябрь", "November"),
    Words("желтоқсан", "декабрь", "December"),
)
PART_WORDS = {
    PartRole.TOOK_PART: Words("қатысты", "участие", "took part"),
    PartRole.ORGANISED: Words("ұйымдастырды", "организация", "organised"),
    PartRole.SPOKE: Words("сөз сөйледі", "выступление", "spoke"),
}
