"""Words of the §13 sheets, of debts and of coverage."""

from __future__ import annotations

from altdesk.forms.words.wording import Words

WORDS = {
    "acquaintance": Words("ТАНЫСУ ПАРАҒЫ", "ЛИСТ ОЗНАКОМЛЕНИЯ", "ACQUAINTANCE SHEET"),
    "acquainted_name": Words(
        "Құжатпен танысқан тұлғаның аты-жөні",
        "Ф.И.О. лица, ознакомленного с документом",
        "Full name of the person acquainted with the document",
    ),
    "residual": Words(
        "ТАНЫСУ ПАРАҒЫ (ҚАЛҒАНДАР ҮШІН)",
        "ЛИСТ ОЗНАКОМЛЕНИЯ (ДЛЯ ОСТАВШИХСЯ)",
        "ACQUAINTANCE SHEET (FOR THOSE REMAINING)",
    ),
    "sheet_no": Words("Парақ № %(number)s", "Лист № %(number)s", "Sheet no. %(number)s"),
    "residual_of": Words(
        "№ %(number)s парақ бойынша қалғандар",
        "Оставшиеся по листу № %(number)s",
        "Those remaining from sheet no. %(number)s",
    ),
    "rows_of_sheet": Words(
        "Парақ № %(number)s, %(first)s–%(last)s-жолдар",
        "Лист № %(number)s, строки %(first)s–%(last)s",
        "Sheet no. %(number)s, rows %(first)s–%(last)s",
    ),
    "change_of": Words("Өзгеріс", "Изменение", "Change"),
    "debts": Words("ҚҰЖАТТАРМЕН ТАНЫСУ ПАРАҒЫ", "ЛИСТ ОЗНАКОМЛЕНИЯ С ДОКУМЕНТАМИ", "SHEET OF DOCUMENTS STILL OWED"),
    "all_debts": Words(
        "ҚҰЖАТТАРМЕН ТАНЫСУ ПАРАҚТАРЫ", "ЛИСТЫ ОЗНАКОМЛЕНИЯ С ДОКУМЕНТАМИ", "SHEETS OF DOCUMENTS STILL OWED"
    ),
    "coverage": Words(
        "ҚҰЖАТТАРМЕН ТАНЫСУ ТУРАЛЫ МӘЛІМЕТ", "СВЕДЕНИЯ ОБ ОЗНАКОМЛЕНИИ С ДОКУМЕНТАМИ", "ACQUAINTANCE WITH DOCUMENTS"
    ),
    "signed_of_total": Words("Танысқандар / барлығы", "Ознакомлено / всего", "Signed / total"),
    "refused_to_sign": Words("бас тартты", "отказ", "refused"),
    "missing_people": Words("Әлі таныспағандар", "Ещё не ознакомлены", "Not yet acquainted"),
}
