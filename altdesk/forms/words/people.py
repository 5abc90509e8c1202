"""Words of the papers about people: the list, and the data card of one person."""

from __future__ import annotations

from altdesk.domain.people import PersonKind
from altdesk.forms.words.wording import Words

WORDS = {
    "people": Words("ТҰЛҒАЛАР ТІЗІМІ", "СПИСОК ЛИЦ", "LIST OF PEOPLE"),
    "person_card": Words("ТҰЛҒАНЫҢ ДЕРЕКТЕР КАРТАСЫ", "КАРТОЧКА ДАННЫХ ЛИЦА", "DATA CARD OF A PERSON"),
    "further_posts": Words("Қосымша лауазымдары", "Дополнительные должности", "Further positions"),
    "interests": Words("Қызығушылықтары", "Интересы", "Interests"),
    "consent_on": Words("Келісім берілген күні", "Дата согласия", "Consent given on"),
    "no_consent": Words("көрсетілмеген", "не указана", "not noted"),
    "left_on": Words("Кеткен күні", "Дата выбытия", "Left on"),
    "card_terms": Words("Ұйымдардағы лауазымдары", "Должности в объединениях", "Positions in bodies"),
    "card_duties": Words("Құжаттармен танысуы", "Ознакомление с документами", "Acquaintance with documents"),
    "card_tasks": Words("Тапсырмалары", "Поручения", "Tasks"),
    "card_meetings": Words("Мәжілістер", "Заседания", "Meetings"),
    "card_copies": Words("Жұмыс көшірмелері", "Рабочие копии", "Working copies"),
    "card_named": Words("Аты-жөні аталған басқа жазбалар", "Другие записи, где названо лицо", "Other records"),
    "card_files": Words("Тіркелген файлдар", "Вложенные файлы", "Attached files"),
    "card_kind": Words("Жазба түрі", "Вид записи", "Kind of record"),
    "card_record": Words("Жазба", "Запись", "Record"),
    "card_kept": Words(
        "Жазба сақталған күн: %(since)s. Соңғы өзгеріс: %(last)s. Өзгерістер саны: %(steps)s.",
        "Запись хранится с %(since)s. Последнее изменение: %(last)s. Число изменений: %(steps)s.",
        "Kept since %(since)s. Last changed: %(last)s. Number of changes: %(steps)s.",
    ),
    "card_seen": Words("Таныстым", "Ознакомлен(а)", "I have seen it"),
}

PERSON_KIND_WORDS = {
    PersonKind.STAFF: Words("Қызметкер", "Сотрудник", "Staff"),
    PersonKind.STUDENT: Words("Студент", "Студент", "Student"),
    PersonKind.OUTSIDER: Words("Басқа тұлға", "Иное лицо", "Outsider"),
}

DUTY_WORDS = {
    "owed": Words("Танысуы тиіс", "Должен ознакомиться", "To be signed"),
    "signed": Words("Танысты", "Ознакомлен", "Signed"),
    "refused": Words("Қол қоюдан бас тартты", "Отказ от подписи", "Refused"),
    "left": Words("Танысқанға дейін кетті", "Выбыл до ознакомления", "Left before"),
}

PRESENCE_WORDS = {
    "present": Words("Қатысты", "Присутствовал(а)", "Present"),
    "guest": Words("Шақырылған", "Приглашён(а)", "Invited"),
    "absent": Words("Келмеді", "Отсутствовал(а)", "Absent"),
    "excused": Words("Себепті келмеді", "По уважительной причине", "Excused"),
}

OTHER = Words("Басқа жазба", "Другая запись", "Other record")
NAMED_WORDS = {
    "group_member": Words("Топ", "Группа", "Group"),
    "saved_group": Words("Топ", "Группа", "Group"),
    "audience": Words("Құжатпен танысуы тиіс", "Должен ознакомиться с документом", "Has to know the document"),
    "sheet_row": Words("Танысу парағы №", "Лист ознакомления №", "Acquaintance sheet No."),
    "change": Words("Құжаттың өзгерісі", "Изменение документа", "Change of a document"),
    "revision_step": Words("Құжат нұсқасының кезеңі", "Этап версии документа", "Step of a revision"),
    "minutes": Words("Хаттама: төраға не хатшы", "Протокол: председатель или секретарь", "Minutes: chair or secretary"),
    "agenda_item": Words("Хаттама: баяндамашы", "Протокол: докладчик", "Minutes: speaker"),
    "point_person": Words("Хаттама: жауапты", "Протокол: ответственный", "Minutes: responsible"),
}
