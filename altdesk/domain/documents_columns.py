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


D = DocumentsField

DOCUMENTS_FIELD_NAMES = {
    D.CODE: N_("Code"),
    D.TITLE: N_("Title"),
    D.KIND: N_("Kind"),
    D.OWNER: N_("Owner"),
    D.REVISION: N_("Revision"),
    D.EFFECTIVE_ON: N_("In force from"),
    D.NOTE: N_("Note"),
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
