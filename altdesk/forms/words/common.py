"""Words that every form uses."""

from __future__ import annotations

from altdesk.forms.words.wording import Words

WORDS = {
    "no": Words("№", "№", "No."),
    "page": Words("%(page)s-бет, барлығы %(pages)s", "стр. %(page)s из %(pages)s", "page %(page)s of %(pages)s"),
    "as_of": Words("%(day)s жағдайы бойынша", "По состоянию на %(day)s", "As of %(day)s"),
    "total": Words("Барлығы: %(count)s", "Всего: %(count)s", "Total: %(count)s"),
    "signature": Words("Қолтаңба", "Подпись", "Signature"),
    "date": Words("Күні", "Дата", "Date"),
    "post": Words("Лауазымы", "Должность", "Position"),
    "full_name": Words("Тегі, аты, әкесінің аты", "Фамилия, имя, отчество", "Surname, given name, patronymic"),
    "name_short": Words("Аты-жөні", "Ф.И.О.", "Full name"),
    "unit": Words("Бөлімше", "Подразделение", "Unit"),
    "group_course": Words("Топ, курс", "Группа, курс", "Group, year"),
    "kind": Words("Түрі", "Вид", "Kind"),
    "agreed": Words("КЕЛІСІЛДІ", "СОГЛАСОВАНО", "AGREED"),
    "approve": Words("БЕКІТЕМІН", "УТВЕРЖДАЮ", "APPROVED BY"),
    "approval_day": Words("«___» ____________ 20___ ж.", "«___» ____________ 20___ г.", "“___” ____________ 20___"),
    "slide_title": Words("Тақырып", "Заголовок", "Title"),
    "slide_text": Words("Мәтін", "Текст", "Text"),
    "slide_opening": Words("Бірінші слайд", "Титульный слайд", "Opening slide"),
    "slide_free": Words("Тек тақырып", "Только заголовок", "Title only"),
    "no_figures": Words(
        "Көрсетілген кезең бойынша дерек жоқ", "За указанный период данных нет", "No data for the period"
    ),
    "withdrawn_mark": Words("КҮШІ ЖОЙЫЛДЫ", "УТРАТИЛ СИЛУ", "WITHDRAWN"),
}
