"""What the columns of a plan may be called in a file: event, time, kind and form, direction, level, responsible."""

from __future__ import annotations

from enum import StrEnum

from altdesk.domain.columns import Vocabulary
from altdesk.domain.marking import N_


class PlansField(StrEnum):
    TITLE = "title"
    WHEN = "when"
    KIND_AND_FORM = "kind_and_form"
    KIND = "kind"
    FORM = "form"
    DIRECTION = "direction"
    LEVEL = "level"
    RESPONSIBLE = "responsible"
    SECTION = "section"
    NOTE = "note"


P = PlansField
PLANS_FIELD_NAMES = {
    P.TITLE: N_("Event"),
    P.WHEN: N_("Time"),
    P.KIND_AND_FORM: N_("Kind and form"),
    P.KIND: N_("Kind"),
    P.FORM: N_("Form"),
    P.DIRECTION: N_("Direction"),
    P.LEVEL: N_("Level"),
    P.RESPONSIBLE: N_("Responsible"),
    P.SECTION: N_("Section"),
    P.NOTE: N_("Note"),
}


def _joined(fields: frozenset[PlansField]) -> PlansField | None:
    return P.KIND_AND_FORM if fields and fields <= {P.KIND, P.FORM, P.KIND_AND_FORM} else None


PLANS_VOCABULARY = Vocabulary(
    phrases={
        P.TITLE: (
            "іс-шара", "іс шара", "іс-шаралар", "іс-шараның атауы", "іс-шара атауы", "іс-шаралар атауы", "шаралар",
            "шараның атауы", "атауы", "жұмыс мазмұны", "жұмыстың мазмұны", "мазмұны", "тақырыбы", "мероприятие",
            "мероприятия", "наименование мероприятия", "наименование мероприятий", "название мероприятия",
            "наименование", "содержание работы", "содержание", "тема", "event", "events", "activity", "title",
        ),
        P.WHEN: (
            "мерзімі", "мерзім", "өткізу мерзімі", "өткізілу мерзімі", "орындау мерзімі", "өткізілетін уақыты", "күні",
            "өткізу күні", "уақыты", "айы", "ай", "орындалу мерзімі", "срок", "сроки", "срок проведения",
            "сроки проведения", "срок исполнения", "сроки исполнения", "дата", "дата проведения", "месяц", "время",
            "when", "date", "time", "deadline", "month", "term",
        ),
        P.KIND_AND_FORM: ("түрі мен формасы", "вид и форма", "kind and form"),
        P.KIND: ("түрі", "іс-шара түрі", "вид", "вид мероприятия", "kind", "type"),
        P.FORM: ("формасы", "нысаны", "өткізу формасы", "өткізу нысаны", "форма", "форма проведения", "form"),
        P.DIRECTION: ("бағыты", "бағыт", "тәрбие бағыты", "жұмыс бағыты", "направление", "направления", "direction"),
        P.LEVEL: ("деңгейі", "деңгей", "уровень", "level"),
        P.RESPONSIBLE: (
            "жауапты", "жауаптылар", "жауапты тұлға", "жауапты тұлғалар", "жауапты орындаушы", "орындаушы",
            "орындаушылар", "ответственный", "ответственные", "ответственное лицо", "ответственные лица",
            "исполнитель", "исполнители", "responsible", "who",
        ),
        P.SECTION: ("бөлім", "бөлімі", "тарау", "раздел", "блок", "section"),
        P.NOTE: ("ескерту", "ескертпе", "қосымша", "примечание", "комментарий", "note", "remark"),
    },
    needed=frozenset({P.TITLE}),
    joined=_joined,
    skipped=(
        "№", "n", "no", "п/п", "№ п/п", "р/с", "реттік саны", "орындалуы туралы белгі", "орындалу белгісі", "белгі",
        "отметка об исполнении", "отметка о выполнении", "отметка", "mark", "mark of execution",
    ),
)  # fmt: skip
