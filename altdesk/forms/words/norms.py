"""Words of the list of norms."""

from __future__ import annotations

from altdesk.domain.norms import NormKind, NormState
from altdesk.forms.words.wording import Words

WORDS = {
    "norms": Words("НОРМАТИВТІК СІЛТЕМЕЛЕР ТІЗІЛІМІ", "РЕЕСТР НОРМАТИВНЫХ ССЫЛОК", "REGISTER OF NORMATIVE REFERENCES"),
    "norm_designation": Words("Белгіленуі", "Обозначение", "Designation"),
    "norm_title": Words("Атауы", "Наименование", "Title"),
    "norm_state": Words("Күйі", "Статус", "State"),
    "norm_cited_by": Words("Сілтеме жасайтын құжаттар", "Документы со ссылкой", "Cited by"),
    "norm_to_review": Words("Қаралуға тиіс", "Подлежат пересмотру", "To review"),
}

NORM_KIND_WORDS = {
    NormKind.STANDARD: Words(
        "Халықаралық және республикалық стандарттар",
        "Международные и республиканские стандарты",
        "International and state standards",
    ),
    NormKind.LAW: Words("Республикалық заңнамалық база", "Республиканская законодательная база", "Laws"),
    NormKind.INTERNAL: Words("Ішкі нормативтік құжаттар", "Внутренние нормативные документы", "Internal documents"),
}

NORM_STATE_WORDS = {
    NormState.IN_FORCE: Words("Қолданыста", "Действует", "In force"),
    NormState.CHANGED: Words("Өзгерді", "Изменён", "Changed"),
    NormState.REPEALED: Words("Күші жойылды", "Утратил силу", "Repealed"),
}
