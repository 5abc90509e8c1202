"""What the columns of a list of members may be called: those of a list of people, and body, post and term beside."""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum

from altdesk.domain.columns import Vocabulary
from altdesk.domain.marking import N_
from altdesk.domain.people_columns import PEOPLE_FIELD_NAMES, PEOPLE_VOCABULARY, PeopleField


class MembersField(StrEnum):
    """What a column of a list of members can hold; what is said of the person is named as in a list of people."""

    BODY = "body"
    BODY_POST = "body_post"
    FULL_NAME = "full_name"
    SURNAME = "surname"
    GIVEN_NAME = "given_name"
    PATRONYMIC = "patronymic"
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
    STARTS_ON = "starts_on"
    ENDS_ON = "ends_on"
    TERM = "term"
    NOTE = "note"


M = MembersField
OF_PERSON: Mapping[MembersField, PeopleField] = {
    field: PeopleField(field.value) for field in M if field.value in set(PeopleField) and field is not M.NOTE
}
_BACK = {person: field for field, person in OF_PERSON.items()}

MEMBERS_FIELD_NAMES = {
    M.BODY: N_("Body"),
    M.BODY_POST: N_("Post"),
    **{field: PEOPLE_FIELD_NAMES[person] for field, person in OF_PERSON.items()},
    M.STARTS_ON: N_("Since"),
    M.ENDS_ON: N_("Until"),
    M.TERM: N_("Term of office"),
    M.NOTE: N_("Note"),
}

_YEAR_OF_STUDY = "оқу жылы"  # a course in a list of people, the year of office in a list of members

_PHRASES: dict[MembersField, tuple[str, ...]] = {
    **{field: tuple(PEOPLE_VOCABULARY.phrases[person]) for field, person in OF_PERSON.items()},
    M.COURSE: tuple(each for each in PEOPLE_VOCABULARY.phrases[PeopleField.COURSE] if each != _YEAR_OF_STUDY),
    M.BODY: (
        "ұйым", "ұйымы", "ұйым атауы", "студенттік ұйым", "бірлестік", "студенттік бірлестік", "орган", "клуб",
        "клубы", "үйірме", "үйірмесі", "секция", "секциясы", "клуб үйірме секция", "студенттік клуб", "спорт секциясы",
        "объединение", "студенческое объединение", "студенческая организация", "организация", "кружок",
        "студенческий клуб", "спортивная секция", "кружок секция", "body", "club", "circle", "section",
    ),
    M.BODY_POST: (
        *PEOPLE_VOCABULARY.phrases[PeopleField.POST], "лауазымы сү", "лауазым сү", "сү лауазымы", "сү қызметі",
        "сү дағы лауазымы", "міндеті", "рөлі", "роль", "должность сп", "должность в сп", "обязанности",
        "должность в студенческом правительстве", "лауазымы студенттік үкімет", "role", "office",
    ),
    M.STARTS_ON: (
        "басталуы", "басталған күні", "басталу күні", "сайланған күні", "тағайындалған күні", "бастап", "кірген күні",
        "мүшелікке алынған күні", "начало", "дата начала", "дата избрания", "избран", "дата назначения", "с",
        "дата вступления", "since", "start", "start date", "from", "elected on", "starts on",
    ),
    M.ENDS_ON: (
        "аяқталуы", "аяқталған күні", "аяқталу күні", "дейін", "босатылған күні", "шыққан күні", "окончание",
        "дата окончания", "конец", "по", "дата выхода", "дата освобождения", "until", "end", "end date", "to",
        "ends on",
    ),
    M.TERM: (
        "өкілеттік мерзімі", "өкілеттік", "мерзімі", "мерзім", "кезең", "кезеңі", _YEAR_OF_STUDY, "срок полномочий",
        "полномочия", "срок", "период", "учебный год", "term", "term of office", "period", "academic year",
    ),
    M.NOTE: tuple(PEOPLE_VOCABULARY.phrases[PeopleField.NOTE]),
}  # fmt: skip


def _joined(fields: frozenset[MembersField]) -> MembersField | None:
    if fields == {M.STARTS_ON, M.ENDS_ON} or (M.TERM in fields and fields <= {M.TERM, M.STARTS_ON, M.ENDS_ON}):
        return M.TERM
    if fields <= OF_PERSON.keys():
        found = PEOPLE_VOCABULARY.joined(frozenset(OF_PERSON[field] for field in fields))
        return _BACK.get(found) if found else None
    return None


def _settled(mapping: dict[int, MembersField]) -> dict[int, MembersField]:
    people = {index: OF_PERSON[field] for index, field in mapping.items() if field in OF_PERSON}
    others = {index: field for index, field in mapping.items() if field not in OF_PERSON}
    return others | {index: _BACK[field] for index, field in PEOPLE_VOCABULARY.settled(people).items()}


MEMBERS_VOCABULARY = Vocabulary(
    phrases=_PHRASES,
    needed=frozenset({M.FULL_NAME, M.SURNAME, M.GIVEN_NAME}),
    joined=_joined,
    skipped=PEOPLE_VOCABULARY.skipped,
    private=PEOPLE_VOCABULARY.private,
    others=PEOPLE_VOCABULARY.others,
    settled=_settled,
)
