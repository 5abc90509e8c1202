"""Words of the audit binder: its contents, and what stands in it where a scan cannot be shown."""

from __future__ import annotations

from altdesk.domain.acquaintance import RowState
from altdesk.forms.words.wording import Words

WORDS = {
    "binder": Words("АУДИТ ЖИНАҒЫ", "ПОДБОРКА ДЛЯ АУДИТА", "AUDIT BINDER"),
    "contents": Words("Мазмұны", "Содержание", "Contents"),
    "binder_entry": Words("Құжат", "Документ", "Paper"),
    "binder_page": Words("Бет", "Стр.", "Page"),
    "binder_of": Words(
        "Аудит жинағы: %(page)s-бет, барлығы %(pages)s",
        "Подборка для аудита: стр. %(page)s из %(pages)s",
        "Audit binder: page %(page)s of %(pages)s",
    ),
    "binder_of_year": Words("%(year)s оқу жылы", "%(year)s учебный год", "Academic year %(year)s"),
    "binder_minutes": Words("Хаттамалар", "Протоколы", "Minutes"),
    "binder_minutes_one": Words(
        "№ %(number)s хаттама, %(day)s, %(body)s",
        "Протокол № %(number)s, %(day)s, %(body)s",
        "Minutes No. %(number)s, %(day)s, %(body)s",
    ),
    "binder_sheet": Words(
        "Танысу парағы № %(number)s, нұсқа %(revision)s",
        "Лист ознакомления № %(number)s, версия %(revision)s",
        "Acquaintance sheet No. %(number)s, revision %(revision)s",
    ),
    "binder_result": Words(
        "Танысу нәтижесі, нұсқа %(revision)s",
        "Результат ознакомления, версия %(revision)s",
        "Who is acquainted, revision %(revision)s",
    ),
    "acquaintance_result": Words("ТАНЫСУ НӘТИЖЕСІ", "РЕЗУЛЬТАТ ОЗНАКОМЛЕНИЯ", "WHO IS ACQUAINTED"),
    "result_sheet": Words("Парақ", "Лист", "Sheet"),
    "result_row": Words("Жол", "Строка", "Row"),
    "result_state": Words("Белгі", "Отметка", "Mark"),
    "result_counted": Words(
        "Қол қойды: %(signed)s, барлық жол: %(total)s",
        "Подписали: %(signed)s, всего строк: %(total)s",
        "Signed: %(signed)s, rows in all: %(total)s",
    ),
    "result_counted_elsewhere": Words(
        "Қол қойды: %(signed)s, басқа парақта белгіленді: %(elsewhere)s, барлық жол: %(total)s",
        "Подписали: %(signed)s, отмечены на другом листе: %(elsewhere)s, всего строк: %(total)s",
        "Signed: %(signed)s, marked on another sheet: %(elsewhere)s, rows in all: %(total)s",
    ),
    "binder_scan": Words("Скан: %(name)s", "Скан: %(name)s", "Scan: %(name)s"),
    "binder_handover": Words(
        "Қабылдау-тапсыру актісі, нұсқа %(revision)s",
        "Акт приёма-передачи, версия %(revision)s",
        "Hand-over receipt, revision %(revision)s",
    ),
    "binder_no_scan": Words("СКАН КӨРСЕТІЛМЕДІ", "СКАН НЕ ПОКАЗАН", "SCAN NOT SHOWN"),
    "binder_missing": Words(
        "Файл дерекқорда сақталған жерінде жоқ. Жинақтың қалған бөлігі толық.",
        "Файла нет на месте хранения. Остальная подборка полная.",
        "The file is missing where it was kept. The rest of the binder is complete.",
    ),
    "binder_damaged": Words(
        "Файл дискіде бүлінген: мазмұны тіркелген кездегідей емес. Жинақтың қалған бөлігі толық.",
        "Файл повреждён на диске: содержимое не то, что было прикреплено. Остальная подборка полная.",
        "The file is damaged on the disk: it is not what was attached. The rest of the binder is complete.",
    ),
    "binder_unreadable": Words(
        "Файлды бет ретінде көрсету мүмкін емес. Ол тіркелген файлдар мұрағатында (ZIP).",
        "Файл нельзя показать страницами. Он есть в архиве прикреплённых файлов (ZIP).",
        "The file cannot be shown as pages. It is in the archive of the attached files (ZIP).",
    ),
}

RESULT_WORDS = {
    RowState.PENDING: Words("күтілуде", "ожидается", "pending"),
    RowState.SIGNED: Words("қол қойды", "подписано", "signed"),
    RowState.REFUSED: Words("бас тартты", "отказ", "refused"),
    RowState.ABSENT: Words("болмады", "отсутствовал(а)", "absent"),
    RowState.LEFT: Words("кетті", "выбыл(а)", "left"),
}

# Of a row in which nothing stands, because its person has said it on another sheet.
ELSEWHERE_WORDS = {
    RowState.SIGNED: Words(
        "№ %(number)s парақта қол қойды", "подписано в листе № %(number)s", "signed on sheet no. %(number)s"
    ),
    RowState.REFUSED: Words(
        "№ %(number)s парақта бас тартты", "отказ в листе № %(number)s", "refused on sheet no. %(number)s"
    ),
}
