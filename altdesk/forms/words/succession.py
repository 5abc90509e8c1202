"""Words of the act by which a successor takes over the desk."""

from __future__ import annotations

from altdesk.domain.backups import Reason
from altdesk.forms.words.wording import Words

WORDS = {
    "succession": Words("ІСТЕРДІ ҚАБЫЛДАУ-ТАПСЫРУ АКТІСІ", "АКТ ПРИЁМА-ПЕРЕДАЧИ ДЕЛ", "HAND-OVER OF THE DESK"),
    "succession_sheets": Words("Қайтпаған танысу парақтары", "Листы ознакомления в работе", "Sheets not back yet"),
    "succession_sheet": Words("Парақ №", "Лист №", "Sheet no."),
    "succession_tasks": Words("Орындалмаған тапсырмалар", "Невыполненные поручения", "Open tasks"),
    "succession_papers": Words(
        "Келісуде, бекітуде, қол қоюда", "На согласовании, утверждении, подписи", "On the way to be agreed or signed"
    ),
    "succession_paper": Words("Қағаз", "Бумага", "Paper"),
    "succession_since": Words("Қашаннан", "С какого дня", "Since"),
    "succession_copies": Words("Қолдағы жұмыс көшірмелері", "Рабочие копии на руках", "Copies given out"),
    "succession_backups": Words("Соңғы сақтық көшірмелер", "Последние резервные копии", "Last backup copies"),
    "succession_made": Words("Жасалған уақыты", "Когда сделана", "Made"),
    "succession_why": Words("Қалай жасалған", "Как сделана", "How"),
    "succession_where": Words("Файл", "Файл", "File"),
    "succession_printed": Words("Басылған", "Напечатан", "Printed"),
    "succession_expected": Words("Күтілетін күні", "Ожидается", "Expected"),
    "succession_open": Words("Қол жоқ", "Без подписи", "Unsigned"),
    "succession_holds": Words(
        "Дерекқорда: адамдар – %(people)s, құжаттар – %(documents)s, хаттамалар – %(minutes)s.",
        "В базе: людей – %(people)s, документов – %(documents)s, протоколов – %(minutes)s.",
        "On the desk: people – %(people)s, documents – %(documents)s, minutes – %(minutes)s.",
    ),
    "succession_outside": Words(
        "Басқа дискідегі соңғы көшірме: %(day)s.", "Последняя копия на другом диске: %(day)s.",
        "Last copy on another disk: %(day)s.",
    ),
    "succession_no_outside": Words(
        "Басқа дискіде көшірме жоқ.", "Копии на другом диске нет.", "There is no copy on another disk."
    ),
    "succession_nothing": Words("жоқ", "нет", "none"),
    "succession_revision": Words(
        "%(code)s, %(number)s-нұсқа", "%(code)s, версия %(number)s", "%(code)s, rev. %(number)s"
    ),
    "succession_minutes": Words(
        "%(body)s, №\u00a0%(number)s хаттама",
        "%(body)s, протокол №\u00a0%(number)s",
        "%(body)s, minutes No.\u00a0%(number)s",
    ),
    "succession_draft": Words("%(body)s, хаттама жобасы", "%(body)s, проект протокола", "%(body)s, draft minutes"),
    "succession_unsigned": Words("Қол қойылмаған", "Не подписан", "Not signed"),
}  # fmt: skip

REASON_WORDS = {
    Reason.CLOSE: Words("бағдарлама жабылғанда", "при закрытии программы", "when the program was closed"),
    Reason.HOUR: Words("жұмыс барысында", "во время работы", "while working"),
    Reason.UPGRADE: Words("жаңарту алдында", "перед обновлением", "before an upgrade"),
    Reason.RESTORE: Words("қалпына келтіру алдында", "перед восстановлением", "before a restore"),
    Reason.HAND: Words("қолмен", "вручную", "by hand"),
    Reason.SWITCH: Words(
        "шифрлауды қосу не өшіру алдында", "перед включением или отключением шифрования", "before encryption changed"
    ),
}
