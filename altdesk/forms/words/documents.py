"""Words of the papers about documents."""

from __future__ import annotations

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
