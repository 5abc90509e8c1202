"""Words of the registers of bodies (§5.6 No. 4)."""

from __future__ import annotations

from altdesk.forms.words.wording import Words

WORDS = {
    "government_members": Words("СҮ ТІЗІМІ", "СПИСОК СП", "LIST OF THE STUDENT GOVERNMENT"),
    "government_members_called": Words("СҮ тізімі", "Список СП", "List of the student government"),
    "members": Words("МҮШЕЛЕР ТІЗІМІ", "СПИСОК ЧЛЕНОВ", "LIST OF MEMBERS"),
    "body": Words("Ұйым", "Объединение", "Body"),
    "government_post": Words("Лауазымы (СҮ)", "Должность (СП)", "Position (student government)"),
    "institute": Words("Институт", "Институт", "Institute"),
    "group": Words("Топ", "Группа", "Group"),
    "course": Words("Курс", "Курс", "Year"),
    "contact": Words("Байланыс", "Контакты", "Contacts"),
    "phone": Words("Телефон", "Телефон", "Phone"),
    "email": Words("Электрондық пошта", "Электронная почта", "Email"),
    "term": Words("Өкілеттік мерзімі", "Срок полномочий", "Term of office"),
    "term_from": Words("%(day)s ж. бастап", "с %(day)s", "from %(day)s"),
    "starts_on": Words("Басталуы", "Начало", "Since"),
    "ends_on": Words("Аяқталуы", "Окончание", "Until"),
    "note": Words("Ескертпе", "Примечание", "Note"),
}
