"""Words of the papers about copies: hand-overs to be kept, working copies, copies to collect."""

from __future__ import annotations

from altdesk.domain.copies import CopyKind, Handed
from altdesk.forms.words.wording import Words

WORDS = {
    "copies": Words("ЖҰМЫС КӨШІРМЕЛЕРІНІҢ ТІЗІМІ", "СПИСОК РАБОЧИХ КОПИЙ", "LIST OF WORKING COPIES"),
    "copies_collect": Words(
        "ҚАЙТАРЫП АЛЫНАТЫН ЖҰМЫС КӨШІРМЕЛЕРІНІҢ ТІЗІМІ",
        "СПИСОК РАБОЧИХ КОПИЙ, ПОДЛЕЖАЩИХ ИЗЪЯТИЮ",
        "LIST OF WORKING COPIES TO COLLECT",
    ),
    "copy_no": Words("Дана №", "Экз. №", "Copy no."),
    "copy_kind": Words("Түрі", "Вид", "Kind"),
    "copy_holder": Words("Көшірме берілген тұлғаның аты-жөні", "Ф.И.О. держателя копии", "Holder of the copy"),
    "copy_given": Words("Берілді", "Выдано", "Given"),
    "copy_returned": Words("Қайтарылды", "Возвращено", "Returned"),
    "copy_given_on": Words("Берілген күні", "Дата выдачи", "Given on"),
    "copy_revision": Words("Нұсқа", "Версия", "Rev."),
    "handover": Words("ҚАБЫЛДАУ-ТАПСЫРУ АКТІСІ", "АКТ ПРИЁМА-ПЕРЕДАЧИ", "HAND-OVER RECEIPT"),
    "handed_what": Words("Тапсырылған құжат", "Что передано", "What is handed over"),
    "handed_sheets": Words("Парақ саны", "Кол-во листов", "Sheets"),
    "handed_for": Words(
        "Сақтауға тапсырылды: %(place)s", "Передано на хранение: %(place)s", "Handed over to: %(place)s"
    ),
    "gave": Words("Тапсырды", "Сдал(а)", "Given by"),
    "took": Words("Қабылдады", "Принял(а)", "Received by"),
    "handed_note": Words("Ескертпе", "Примечание", "Note"),
}

COPY_KIND_WORDS = {
    CopyKind.PAPER: Words("қағаз", "бумажная", "paper"),
    CopyKind.ELECTRONIC: Words("электрондық", "электронная", "electronic"),
}

HANDED_WORDS = {
    Handed.ORIGINAL: Words(
        "Бекітілген түпнұсқа (қағаз)", "Утверждённый оригинал (бумажный)", "Approved original (paper)"
    ),
    Handed.ELECTRONIC: Words(
        "Word форматындағы электрондық нұсқа",
        "Электронная версия в формате Word",
        "Electronic version in Word format",
    ),
}
