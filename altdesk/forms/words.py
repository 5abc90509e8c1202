"""What is printed on paper, word for word: one exact wording per language, so no catalogue can change a form."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from altdesk.domain.documents import DocumentKind, RevisionState


class PaperLanguage(StrEnum):
    """The language of a paper, chosen per print; BILINGUAL says every fixed text as «Аты-жөні / Ф.И.О.»."""

    KK = "kk"
    RU = "ru"
    EN = "en"
    BILINGUAL = "bilingual"


@dataclass(frozen=True)
class Words:
    """One wording in the three languages."""

    kk: str
    ru: str
    en: str


WORDS = {
    # every form
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
    "withdrawn_mark": Words("КҮШІ ЖОЙЫЛДЫ", "УТРАТИЛ СИЛУ", "WITHDRAWN"),
    # documents
    "code": Words("Құжаттың коды", "Код документа", "Document code"),
    "document_title": Words("Құжаттың атауы", "Наименование документа", "Title of the document"),
    "owner": Words("Иесі", "Владелец", "Owner"),
    "revision": Words("Нұсқа", "Версия", "Revision"),
    "effective_on": Words("Қолданысқа енгізілген күні", "Дата введения в действие", "Effective date"),
    "state": Words("Күйі", "Статус", "State"),
    "documents": Words(
        "БАҚЫЛАНАТЫН ҚҰЖАТТАР ТІЗІЛІМІ", "РЕЕСТР УПРАВЛЯЕМЫХ ДОКУМЕНТОВ", "REGISTER OF CONTROLLED DOCUMENTS"
    ),
    # §13
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
    # debts of a person
    "debts": Words("ҚҰЖАТТАРМЕН ТАНЫСУ ПАРАҒЫ", "ЛИСТ ОЗНАКОМЛЕНИЯ С ДОКУМЕНТАМИ", "SHEET OF DOCUMENTS STILL OWED"),
    "all_debts": Words(
        "ҚҰЖАТТАРМЕН ТАНЫСУ ПАРАҚТАРЫ", "ЛИСТЫ ОЗНАКОМЛЕНИЯ С ДОКУМЕНТАМИ", "SHEETS OF DOCUMENTS STILL OWED"
    ),
    # coverage
    "coverage": Words(
        "ҚҰЖАТТАРМЕН ТАНЫСУ ТУРАЛЫ МӘЛІМЕТ", "СВЕДЕНИЯ ОБ ОЗНАКОМЛЕНИИ С ДОКУМЕНТАМИ", "ACQUAINTANCE WITH DOCUMENTS"
    ),
    "signed_of_total": Words("Танысқандар / барлығы", "Ознакомлено / всего", "Signed / total"),
    "missing_people": Words("Әлі таныспағандар", "Ещё не ознакомлены", "Not yet acquainted"),
    # people
    "people": Words("ТҰЛҒАЛАР ТІЗІМІ", "СПИСОК ЛИЦ", "LIST OF PEOPLE"),
}

KIND_WORDS = {
    DocumentKind.WORK_INSTRUCTION: Words("Жұмыс нұсқаулығы", "Рабочая инструкция", "Work instruction"),
    DocumentKind.PROCEDURE: Words("Құжатталған рәсім", "Документированная процедура", "Procedure"),
    DocumentKind.POLICY: Words("Саясат", "Политика", "Policy"),
    DocumentKind.REGULATION: Words("Ереже", "Положение", "Regulation"),
    DocumentKind.JOB_DESCRIPTION: Words("Лауазымдық нұсқаулық", "Должностная инструкция", "Job description"),
    DocumentKind.EXTERNAL_NORM: Words("Сыртқы норма", "Внешний норматив", "External norm"),
    DocumentKind.OTHER: Words("Басқа құжат", "Иной документ", "Other document"),
}

STATE_WORDS = {
    RevisionState.DRAFT: Words("Жоба", "Проект", "Draft"),
    RevisionState.AGREED: Words("Келісілді", "Согласован", "Agreed"),
    RevisionState.IN_FORCE: Words("Қолданыста", "Действует", "In force"),
    RevisionState.WITHDRAWN: Words("Күші жойылды", "Утратил силу", "Withdrawn"),
}


def say(words: str | Words, language: PaperLanguage, **values: object) -> str:
    """A wording (or the key of one) in a paper's language, `%(name)s` filled in."""
    chosen = WORDS[words] if isinstance(words, str) else words
    if language is PaperLanguage.BILINGUAL:
        said = chosen.kk if chosen.kk == chosen.ru else f"{chosen.kk} / {chosen.ru}"
    else:
        said = {PaperLanguage.KK: chosen.kk, PaperLanguage.RU: chosen.ru}.get(language, chosen.en)
    return said % values if values else said


def value_language(language: PaperLanguage) -> PaperLanguage:
    """The language of values and running lines: on a bilingual paper the heads are twins, the values Kazakh."""
    return PaperLanguage.KK if language is PaperLanguage.BILINGUAL else language


def day(of: date | None) -> str:
    """A day as forms write it, `22.11.2026`; nothing for no day."""
    return f"{of.day:02}.{of.month:02}.{of.year:04}" if of else ""


def language_tag(language: PaperLanguage) -> str:
    """The language a reader of the file is told; a bilingual paper is a Kazakh one with a twin."""
    return "kk" if language is PaperLanguage.BILINGUAL else language.value
