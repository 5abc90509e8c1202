"""What the columns of a list of documents may be called in Kazakh, Russian and English."""

from __future__ import annotations

from enum import StrEnum

from altdesk.domain.columns import Vocabulary
from altdesk.domain.marking import N_


class DocumentsField(StrEnum):
    """What a column of a list of documents can hold."""

    CODE = "code"
    TITLE = "title"
    KIND = "kind"
    OWNER = "owner"
    REVISION = "revision"
    EFFECTIVE_ON = "effective_on"
    NOTE = "note"
    REVIEW_ON = "review_on"
    RETENTION = "retention"
    FILE_INDEX = "file_index"
    STATE = "state"


D = DocumentsField

DOCUMENTS_FIELD_NAMES = {
    D.CODE: N_("Code"),
    D.TITLE: N_("Title"),
    D.KIND: N_("Kind"),
    D.OWNER: N_("Owner"),
    D.REVISION: N_("Revision"),
    D.EFFECTIVE_ON: N_("In force from"),
    D.NOTE: N_("Note"),
    D.REVIEW_ON: N_("Review date"),
    D.RETENTION: N_("Retention period"),
    D.FILE_INDEX: N_("File index"),
    D.STATE: N_("State"),
}

_PHRASES = {
    D.CODE: (
        "код", "коды", "шифр", "шифры", "құжат коды", "құжаттың коды", "құжат шифры", "таңбасы", "белгіленуі",
        "құжаттың белгіленуі", "құжат нөмірі", "код документа", "шифр документа", "обозначение",
        "обозначение документа", "номер документа", "индекс", "code", "document code", "document number",
    ),
    D.TITLE: (
        "атауы", "құжат атауы", "құжаттың атауы", "құжат", "наименование", "наименование документа", "название",
        "название документа", "документ", "title", "name", "document", "document title", "document name",
    ),
    D.KIND: ("түрі", "құжат түрі", "құжаттың түрі", "вид", "вид документа", "тип", "тип документа", "kind", "type"),
    D.OWNER: (
        "иесі", "құжат иесі", "құжаттың иесі", "процесс иесі", "жауапты", "жауапты бөлімше", "жауапты тұлға",
        "әзірлеуші", "әзірлеген", "бөлімше", "владелец", "владелец документа", "владелец процесса", "ответственный",
        "ответственное подразделение", "разработчик", "подразделение", "owner", "responsible", "responsible unit",
    ),
    D.REVISION: (
        "басылым", "басылымы", "басылым нөмірі", "нұсқа", "нұсқасы", "редакциясы", "версия", "редакция", "издание",
        "номер редакции", "номер версии", "номер издания", "ревизия", "revision", "version", "edition", "rev", "ред",
        "изд",
    ),
    D.EFFECTIVE_ON: (
        "қолданысқа енгізілген күні", "қолданысқа енгізу күні", "қолданысқа енген күні", "күшіне енген күні",
        "күшіне ену күні", "енгізілген күні", "бекітілген күні", "күні", "дата введения", "дата введения в действие",
        "введен в действие", "введён в действие", "дата вступления в силу", "действует с", "дата утверждения", "дата",
        "effective date", "effective", "effective from", "effective on", "in force from", "date",
    ),
    D.NOTE: ("ескертпе", "ескерту", "примечание", "примечания", "note", "notes", "comment"),
    D.REVIEW_ON: (
        "қайта қарау күні", "қайта қарау мерзімі", "келесі қайта қарау", "келесі қайта қарау күні",
        "өзектілендіру күні", "дата пересмотра", "срок пересмотра", "дата следующего пересмотра", "следующий пересмотр",
        "дата актуализации",
        "review date", "next review", "review on", "review due", "next review date",
    ),
    D.RETENTION: (
        "сақтау мерзімі", "құжаттың сақтау мерзімі", "срок хранения", "срок хранения документа", "retention",
        "retention period",
    ),
    D.FILE_INDEX: (
        "іс индексі", "істің индексі", "іс нөмірі", "іс", "номенклатура индексі", "индекс дела", "номер дела", "дело",
        "индекс по номенклатуре", "file index", "file number", "file",
    ),
    D.STATE: (
        "күйі", "құжат күйі", "құжаттың күйі", "мәртебесі", "статусы", "статус", "статус документа", "состояние",
        "state", "status", "document state", "document status",
    ),
}  # fmt: skip
_SKIPPED = ("№", "№ р/с", "р/с", "№ п/п", "п/п", "номер", "реттік нөмірі", "рет", "no", "nr", "number", "n")
_OTHERS = ("пересмотр", "қайта", "review", "следующ", "келесі")


def _joined(fields: frozenset[DocumentsField]) -> DocumentsField | None:
    """«Құжат коды мен атауы» in one column is no code and no title."""
    return D.EFFECTIVE_ON if fields == {D.EFFECTIVE_ON, D.TITLE} else None


DOCUMENTS_VOCABULARY = Vocabulary(
    phrases=_PHRASES,
    needed=frozenset({D.CODE, D.TITLE}),
    joined=_joined,
    skipped=_SKIPPED,
    others=_OTHERS,
)
