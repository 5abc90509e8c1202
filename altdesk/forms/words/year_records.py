"""Words of the papers the yearly report is made of (§6): sponsors, leadership meetings, measures, assessments."""

from __future__ import annotations

from altdesk.domain.bodies import BodyKind
from altdesk.domain.club_assessments import INITIATIVE
from altdesk.domain.leadership import Audience
from altdesk.domain.measures import Conditions
from altdesk.forms.words.wording import Words

WORDS = {
    "sponsors": Words("ДЕМЕУШІЛЕР ТІЗІМІ", "СПИСОК СПОНСОРОВ", "LIST OF SPONSORS"),
    "fund_sponsor": Words("Демеуші", "Спонсор", "Sponsor"),
    "fund_sum": Words("Сомасы", "Сумма", "Sum"),
    "fund_event": Words("Іс-шара", "Мероприятие", "Event"),
    "fund_document": Words("Құжат", "Документ", "Document"),
    "fund_in_kind": Words("заттай: %(what)s", "в натуре: %(what)s", "in kind: %(what)s"),
    "fund_document_of": Words("%(document)s, %(day)s", "%(document)s от %(day)s", "%(document)s of %(day)s"),
    "fund_total": Words(
        "Барлығы: %(amount)s. Демеуші: %(sponsors)s, қаражат түсімі: %(count)s, оның ішінде заттай көмек: %(in_kind)s.",
        "Всего: %(amount)s. Спонсоров: %(sponsors)s, поступлений: %(count)s, из них помощь в натуре: %(in_kind)s.",
        "Total: %(amount)s. Sponsors: %(sponsors)s, receipts: %(count)s, of them with help in kind: %(in_kind)s.",
    ),
    "records_year": Words("%(year)s оқу жылы", "%(year)s учебный год", "Academic year %(year)s"),
    "leadership": Words(
        "БАСШЫЛЫҚТЫҢ СТУДЕНТТЕРМЕН ЖӘНЕ ҚЫЗМЕТКЕРЛЕРМЕН КЕЗДЕСУЛЕРІ",
        "ВСТРЕЧИ РУКОВОДСТВА СО СТУДЕНТАМИ И СОТРУДНИКАМИ",
        "MEETINGS OF THE LEADERSHIP WITH STUDENTS AND STAFF",
    ),
    "leadership_short": Words("Басшылық кездесулері", "Встречи руководства", "Meetings of the leadership"),
    "meeting_leader": Words("Басшы", "Руководитель", "Of the leadership"),
    "meeting_day_place": Words("Күні, орны", "Дата, место", "Date, place"),
    "meeting_with": Words("Кіммен", "С кем", "With whom"),
    "meeting_issue": Words("Көтерілген мәселе", "Поднятый вопрос", "Issue raised"),
    "meeting_answer": Words("Жауап", "Ответ", "Answer"),
    "meeting_due": Words("Жауапты, мерзімі", "Ответственный, срок", "Responsible, due"),
    "meeting_settled": Words("Шешілген күні", "Дата решения", "Settled on"),
    "meeting_no_issues": Words("Мәселе көтерілген жоқ", "Вопросы не поднимались", "No issues were raised"),
    "meeting_people": Words("%(count)s адам", "%(count)s чел.", "%(count)s people"),
    "meeting_total": Words(
        "Кездесу: %(count)s, қатысқан: %(participants)s адам. Көтерілген мәселе: %(issues)s, шешілгені: %(settled)s.",
        "Встреч: %(count)s, участвовало: %(participants)s чел. Поднято вопросов: %(issues)s, решено: %(settled)s.",
        "Meetings: %(count)s, participants: %(participants)s. Issues raised: %(issues)s, settled: %(settled)s.",
    ),
    "measures_list": Words(
        "ОҚУ ЖӘНЕ ТҰРМЫС ЖАҒДАЙЛАРЫН ЖАҚСАРТУ ШАРАЛАРЫ",
        "МЕРЫ ПО УЛУЧШЕНИЮ УСЛОВИЙ ОБУЧЕНИЯ И БЫТА",
        "MEASURES TO IMPROVE CONDITIONS OF STUDY AND LIFE",
    ),
    "measures_short": Words("Жағдайды жақсарту шаралары", "Меры по улучшению условий", "Improvement measures"),
    "measure_title": Words("Шара", "Мера", "Measure"),
    "measure_conditions": Words("Жағдайы", "Условия", "Conditions"),
    "measure_cost": Words("Шығыны", "Расходы", "Cost"),
    "measure_result": Words("Нәтижесі", "Результат", "Result"),
    "measure_day": Words("Күні", "Дата", "Date"),
    "measure_by_unit": Words("Институттар бойынша", "По институтам", "By institute"),
    "measure_count": Words("Саны", "Количество", "Number"),
    "measure_university": Words("Университет бойынша", "По университету", "The whole university"),
    "measure_total": Words(
        "Шара: %(count)s (оқу – %(study)s, тұрмыс – %(living)s), шығыны: %(cost)s.",
        "Мер: %(count)s (обучение – %(study)s, быт – %(living)s), расходы: %(cost)s.",
        "Measures: %(count)s (study – %(study)s, living – %(living)s), cost: %(cost)s.",
    ),
    "club_assessment": Words("БАҒАЛАУ ПАРАҒЫ", "ЛИСТ ОЦЕНКИ", "ASSESSMENT SHEET"),
    "club_assessments": Words(
        "ҮЙІРМЕЛЕРДІ, КЛУБТАРДЫ, СЕКЦИЯЛАРДЫ ЖӘНЕ БАСТАМАЛАРДЫ БАҒАЛАУ",
        "ОЦЕНКА КРУЖКОВ, КЛУБОВ, СЕКЦИЙ И ИНИЦИАТИВ",
        "ASSESSMENT OF CIRCLES, CLUBS, SECTIONS AND INITIATIVES",
    ),
    "assessments_short": Words("Клубтарды бағалау", "Оценка клубов", "Assessments of clubs"),
    "assessed_name": Words("Атауы", "Наименование", "Name"),
    "assessed_on": Words("Бағаланған күні", "Дата оценки", "Assessed on"),
    "assessed_by": Words("Бағалаған", "Оценил(а)", "Assessed by"),
    "assessed_members": Words("Мүшелер саны", "Число участников", "Members"),
    "assessed_criterion": Words("Критерий", "Критерий", "Criterion"),
    "assessed_points": Words("Балл", "Баллы", "Points"),
    "assessed_most": Words("Ең жоғары балл", "Наибольший балл", "Points at most"),
    "assessed_together": Words("Жиыны", "Итого", "Together"),
    "assessed_conclusion": Words("Қорытынды", "Заключение", "Conclusion"),
    "assessed_total": Words(
        "Бағаланғаны: %(bodies)s. Орташа көрсеткіш: %(percent)s %%.",
        "Оценено: %(bodies)s. Средний показатель: %(percent)s %%.",
        "Assessed: %(bodies)s. Mean: %(percent)s %%.",
    ),
}

AUDIENCE_WORDS = {
    Audience.STUDENTS: Words("студенттермен", "со студентами", "students"),
    Audience.STAFF: Words("қызметкерлермен", "с сотрудниками", "staff"),
    Audience.BOTH: Words("студенттермен және қызметкерлермен", "со студентами и сотрудниками", "students and staff"),
}
CONDITIONS_WORDS = {
    Conditions.STUDY: Words("оқу", "обучение", "study"),
    Conditions.LIVING: Words("тұрмыс", "быт", "living"),
}
ASSESSED_KIND_WORDS = {
    BodyKind.STUDENT_GOVERNMENT.value: Words("студенттік үкімет", "студенческое правительство", "student government"),
    BodyKind.STUDENT_CLUB.value: Words("клуб", "клуб", "club"),
    BodyKind.HOBBY_CIRCLE.value: Words("үйірме", "кружок", "circle"),
    BodyKind.SPORTS_SECTION.value: Words("секция", "секция", "section"),
    BodyKind.STUDENT_RESIDENCE.value: Words("студенттер үйі", "дом студентов", "student residence"),
    BodyKind.COUNCIL.value: Words("кеңес", "совет", "council"),
    INITIATIVE: Words("бастама", "инициатива", "initiative"),
}
