"""What the columns of a list of people may be called in Kazakh, Russian and English."""

from __future__ import annotations

from enum import StrEnum

from altdesk.domain.columns import Vocabulary
from altdesk.domain.marking import N_


class PeopleField(StrEnum):
    """What a column of a list of people can hold."""

    FULL_NAME = "full_name"
    SURNAME = "surname"
    GIVEN_NAME = "given_name"
    PATRONYMIC = "patronymic"
    KIND = "kind"
    POST = "post"
    FURTHER_POSTS = "further_posts"
    INSTITUTE = "institute"
    DEPARTMENT = "department"
    CHAIR = "chair"
    UNIT = "unit"
    GROUP = "group"
    COURSE = "course"
    GROUP_AND_COURSE = "group_and_course"
    EMAIL = "email"
    PHONE = "phone"
    CONTACT = "contact"
    NOTE = "note"
    CONSENT_ON = "consent_on"
    LEFT_ON = "left_on"


P = PeopleField

PEOPLE_FIELD_NAMES = {
    P.FULL_NAME: N_("Full name"),
    P.SURNAME: N_("Surname"),
    P.GIVEN_NAME: N_("Given name"),
    P.PATRONYMIC: N_("Patronymic"),
    P.KIND: N_("Kind"),
    P.POST: N_("Post"),
    P.FURTHER_POSTS: N_("Further posts"),
    P.INSTITUTE: N_("Institute"),
    P.DEPARTMENT: N_("Department"),
    P.CHAIR: N_("Chair"),
    P.UNIT: N_("Unit"),
    P.GROUP: N_("Group"),
    P.COURSE: N_("Course"),
    P.GROUP_AND_COURSE: N_("Group and course"),
    P.EMAIL: N_("Email"),
    P.PHONE: N_("Phone"),
    P.CONTACT: N_("Email or phone"),
    P.NOTE: N_("Note"),
    P.CONSENT_ON: N_("Consent given on"),
    P.LEFT_ON: N_("Left on"),
}

UNIT_FIELDS = (P.UNIT, P.CHAIR, P.DEPARTMENT, P.INSTITUTE)
"""From the most specific to the most general."""

NAME_FIELDS = frozenset({P.FULL_NAME, P.SURNAME, P.GIVEN_NAME})

_PHRASES = {
    P.FULL_NAME: (
        "ФИО", "Ф.И.О.", "ТАӘ", "Т.А.Ә.", "аты-жөні", "аты жөндері", "толық аты-жөні", "тегі аты әкесінің аты",
        "тегі аты", "аты тегі", "тегі аты-жөні", "тегі және аты", "аты әкесінің аты тегі", "тегі аты әкесі",
        "қызметкердің аты-жөні", "студенттің аты-жөні", "білім алушының аты-жөні", "оқытушының аты-жөні",
        "қызметкер", "студент", "білім алушы", "оқытушы", "тұлға", "аты-жөні тегі", "фамилиясы аты-жөні",
        "фамилия имя отчество", "фамилия имя", "имя фамилия", "имя отчество фамилия", "фамилия и имя",
        "фамилия инициалы", "фамилия и о", "сотрудник", "работник", "преподаватель", "обучающийся",
        "фамилия имя отчество при наличии", "full name", "fullname", "name and surname", "employee", "person", "name",
    ),
    P.SURNAME: ("тегі", "фамилия", "фамилиясы", "surname", "last name", "family name", "lastname"),
    P.GIVEN_NAME: ("аты", "есімі", "имя", "given name", "first name", "firstname"),
    P.PATRONYMIC: (
        "әкесінің аты", "әкесінің есімі", "отчество", "отчество при наличии", "patronymic", "middle name",
    ),
    P.KIND: ("түрі", "вид", "санаты", "санат", "категория", "категориясы", "категория лица", "kind", "category"),
    P.POST: (
        "лауазымы", "лауазым", "қызметі", "атқаратын қызметі", "атқаратын лауазымы", "должность", "должности",
        "занимаемая должность", "post", "position", "job title",
    ),
    P.FURTHER_POSTS: (
        "қосымша лауазым", "қосымша лауазымы", "қосымша лауазымдар", "қосымша лауазымдары", "дополнительная должность",
        "дополнительные должности", "должность по совместительству", "further post", "further posts",
    ),
    P.INSTITUTE: (
        "институт", "институты", "факультет", "факультеті", "институт атауы", "жоғары мектеп", "высшая школа",
        "institute", "faculty",
    ),
    P.DEPARTMENT: ("департамент", "департаменті", "басқарма", "басқармасы", "управление", "department"),
    P.CHAIR: ("кафедра", "кафедрасы", "кафедра атауы", "chair"),
    P.UNIT: (
        "бөлім", "бөлімі", "бөлімше", "бөлімшесі", "бөлімше атауы", "бөлімшенің атауы", "құрылымдық бөлімше",
        "құрылымдық бөлімшесі", "құрылымдық бөлімшенің атауы", "бөлімнің атауы", "жұмыс орны",
        "подразделение", "структурное подразделение", "наименование подразделения", "отдел", "место работы",
        "unit", "division",
    ),
    P.GROUP: (
        "топ", "тобы", "академиялық топ", "академиялық тобы", "оқу тобы", "группа", "группасы", "учебная группа",
        "академическая группа", "group",
    ),
    P.COURSE: ("курс", "курсы", "оқу курсы", "курс обучения", "оқу жылы", "course", "year", "year of study"),
    P.GROUP_AND_COURSE: (),
    P.EMAIL: (
        "email", "e-mail", "mail", "эл почта", "эл пошта", "почта", "пошта", "поштасы", "электронная почта",
        "электрондық пошта", "электрондық поштасы", "электронный адрес", "адрес электронной почты",
        "электрондық мекенжай", "электрондық мекенжайы", "email address", "имейл", "эл адрес",
    ),
    P.PHONE: (
        "телефон", "телефоны", "тел", "ұялы телефон", "ұялы телефоны", "ұялы", "сотовый", "сотовый телефон",
        "мобильный", "мобильный телефон", "байланыс телефоны", "контактный телефон", "телефон нөмірі",
        "телефон номері", "номер телефона", "phone", "mobile", "phone number", "telephone",
    ),
    P.CONTACT: (
        "байланыс", "байланысы", "байланыс деректері", "контакт", "контакты", "контактные данные",
        "contact", "contacts",
    ),
    P.NOTE: ("ескертпе", "ескерту", "қосымша", "примечание", "примечания", "note", "notes", "comment"),
    P.CONSENT_ON: (
        "келісім", "келісім күні", "келісім берген күні", "келісім берілген күн", "согласие", "дата согласия",
        "consent", "consent date", "consent given on",
    ),
    P.LEFT_ON: (
        "жұмыстан шыққан күні", "шыққан күні", "кеткен күні", "босатылған күні", "жұмыстан босатылған күні",
        "жұмыстан шыққан", "оқудан шыққан күні", "оқудан шығарылған күні", "дата увольнения", "уволен", "дата ухода",
        "дата выбытия", "выбыл", "дата отчисления", "отчислен", "left", "left on", "date left", "date of leaving",
    ),
}  # fmt: skip

_SKIPPED = ("№", "№ р/с", "р/с", "№ п/п", "п/п", "номер", "нөмірі", "реттік нөмірі", "рет", "no", "nr", "number", "n")
_PRIVATE = (
    "ИИН", "ЖСН", "iin", "туған күні", "туған жылы", "туған күні айы жылы", "дата рождения", "год рождения",
    "date of birth", "мекенжайы", "мекенжай", "тұрғылықты мекенжайы", "адрес", "адрес проживания", "домашний адрес",
    "address", "жынысы", "пол", "gender", "ұлты", "национальность", "жеке куәлік", "удостоверение личности",
)  # fmt: skip
_OTHERS = (
    "меңгеруші", "басшы", "жетекші", "заведующ", "руководител", "начальник", "рожд", "туған", "код", "рейтинг",
)  # fmt: skip


def _joined(fields: frozenset[PeopleField]) -> PeopleField | None:
    if P.SURNAME in fields and fields <= {P.SURNAME, P.GIVEN_NAME, P.PATRONYMIC, P.FULL_NAME}:
        return P.FULL_NAME
    if fields == {P.FULL_NAME, P.GIVEN_NAME}:  # «Аты-жөні / Имя»
        return P.FULL_NAME
    if fields == {P.GROUP, P.COURSE}:
        return P.GROUP_AND_COURSE
    if fields <= {P.EMAIL, P.PHONE, P.CONTACT}:
        return P.CONTACT if P.CONTACT not in fields or len(fields) > 2 else next(iter(fields - {P.CONTACT}))
    if fields <= set(UNIT_FIELDS):
        return P.UNIT
    return None


def _settled(mapping: dict[int, PeopleField]) -> dict[int, PeopleField]:
    """Names in parts are better than on one line; a surname or a given name alone is a name on one line."""
    given = set(mapping.values())
    if {P.SURNAME, P.GIVEN_NAME} <= given:
        return {index: name for index, name in mapping.items() if name is not P.FULL_NAME}
    parts = {P.SURNAME, P.GIVEN_NAME, P.PATRONYMIC}
    if P.FULL_NAME in given:
        return {index: name for index, name in mapping.items() if name not in parts}
    if P.PATRONYMIC in given:
        return mapping
    return {index: P.FULL_NAME if name in parts else name for index, name in mapping.items()}


PEOPLE_VOCABULARY = Vocabulary(
    phrases=_PHRASES,
    needed=NAME_FIELDS,
    joined=_joined,
    skipped=_SKIPPED,
    private=_PRIVATE,
    others=_OTHERS,
    settled=_settled,
)
