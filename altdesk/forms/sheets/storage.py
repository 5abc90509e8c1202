"""§5.6: which documented information is kept, who answers for it, where its electronic and its paper version lie."""

from __future__ import annotations

from altdesk.domain.matrix import Grid, GridColumn, GridKind
from altdesk.forms.sheets.matrix import filled, form_of, sample_of

STORED = "Құжатталған ақпаратты сақтау орны"


def sample_storage() -> Grid:
    return filled(
        GridKind.STORAGE,
        "5.6. Жұмыс нұсқаулығы сапасы бойынша құжатталған ақпаратты сақтау",
        (
            GridColumn("Құжаттың/ақпараттың атауы"),
            GridColumn("Құжатқа/ақпаратқа жауапты қызметкердің лауазымы"),
            GridColumn("Электрондық нұсқа", STORED),
            GridColumn("Қағаз нұсқа", STORED),
        ),
        ("СҮ жұмыс жоспары", "ЖСК Жетекшісі", "ТжӘЖД", "ТжӘЖД"),
        ("Іс-шаралар кестесі (акциялар, кездесулер, дөңгелек үстелдер)", "ЖСК Бас маманы", "ТжӘЖД", "ТжӘЖД"),
        ("СҮ мәжіліс хаттамалары", "ЖСК Бас маманы", "ТжӘЖД", "ТжӘЖД"),
        ("СҮ тізімі", "ЖСК Бас маманы", "ТжӘЖД", "ТжӘЖД"),
        ("Есептік кезеңдегі жұмыс жоспарын орындау туралы есеп", "ЖСК Жетекшісі", "ТжӘЖД", "ТжӘЖД"),
    )


FORM = form_of("storage", lambda: sample_of(sample_storage()))
