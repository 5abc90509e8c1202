"""Words of the papers about documents."""

from __future__ import annotations

from altdesk.domain.acquaintance import PartKind
from altdesk.domain.attachments import Role
from altdesk.domain.documents import DocumentKind, RevisionState
from altdesk.forms.words.wording import Words

WORDS = {
    "code": Words("Құжаттың коды", "Код документа", "Document code"),
    "document_title": Words("Құжаттың атауы", "Наименование документа", "Title of the document"),
    "owner": Words("Иесі", "Владелец", "Owner"),
    "revision": Words("Нұсқа", "Версия", "Revision"),
    "effective_on": Words("Қолданысқа енгізілген күні", "Дата введения в действие", "Effective date"),
    "state": Words("Күйі", "Статус", "State"),
    "documents": Words(
        "БАҚЫЛАНАТЫН ҚҰЖАТТАР ТІЗІЛІМІ", "РЕЕСТР УПРАВЛЯЕМЫХ ДОКУМЕНТОВ", "REGISTER OF CONTROLLED DOCUMENTS"
    ),
    "document_card": Words("ҚҰЖАТТЫҢ КАРТАСЫ", "КАРТОЧКА ДОКУМЕНТА", "DOCUMENT CARD"),
    "review_on": Words("Қайта қарау күні", "Дата пересмотра", "Review date"),
    "retention": Words("Сақтау мерзімі", "Срок хранения", "Retention period"),
    "file_index": Words("Іс индексі", "Индекс дела", "File index"),
    "electronic_place": Words(
        "Электрондық түпнұсқаның орны", "Где хранится электронный оригинал", "Electronic original"
    ),
    "paper_place": Words("Қағаз түпнұсқаның орны", "Где хранится бумажный оригинал", "Paper original"),
    "document_note": Words("Ескертпе", "Примечание", "Note"),
    "revisions": Words("Нұсқалар", "Версии", "Revisions"),
    "revision_step": Words("Кезеңі", "Этап", "Step"),
    "name_post": Words("Аты-жөні, лауазымы", "Ф.И.О., должность", "Full name, position"),
    "revision_files": Words("Файлдар", "Файлы", "Files"),
    "file_name": Words("Файл", "Файл", "File"),
    "file_role": Words("Мазмұны", "Что это", "What it is"),
    "file_digest": Words("SHA-256", "SHA-256", "SHA-256"),
    "must_know": Words("Танысуы тиіс", "Должны ознакомиться", "Who must know it"),
    "must_know_who": Words("Кім", "Кто", "Who"),
    "people_count": Words("Адам саны", "Человек", "People"),
    "must_know_nobody": Words(
        "Кімнің танысуы тиіс екені белгіленбеген.", "Круг ознакомления не определён.", "Nobody is named."
    ),
    "acquainted_of": Words(
        "Танысқандар: %(signed)s / %(total)s", "Ознакомлено: %(signed)s из %(total)s", "Signed: %(signed)s of %(total)s"
    ),
    "changes_kept": Words(
        "Тіркелген өзгерістер: %(count)s", "Зарегистрировано изменений: %(count)s", "Changes registered: %(count)s"
    ),
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

ROLE_WORDS = {
    Role.SCAN: Words("Қол қойылған скан", "Подписанный скан", "Signed scan"),
    Role.ORIGINAL: Words("Word түпнұсқасы", "Оригинал Word", "Word original"),
    Role.EVIDENCE: Words("Дәлел", "Подтверждение", "Evidence"),
    Role.PHOTO: Words("Фото", "Фото", "Photo"),
    Role.FILE: Words("Файл", "Файл", "File"),
}

AUDIENCE_WORDS = {
    PartKind.EVERYONE: Words("Тізілімдегі барлық адам", "Все люди реестра", "Everybody in the register"),
    PartKind.GROUP: Words("Топ", "Группа", "Group"),
    PartKind.UNIT: Words("Бөлімше", "Подразделение", "Unit"),
    PartKind.POST: Words("Лауазым", "Должность", "Post"),
    PartKind.PERSON: Words("Тұлға", "Лицо", "Person"),
}
