"""Words of the yearly report (§6) and of the report on carrying out plans (§5.6 №5)."""

from __future__ import annotations

from altdesk.domain.report import Part, Section
from altdesk.forms.words.wording import Words

WORDS = {
    "yearly_report": Words(
        "ТӘРБИЕ ЖӘНЕ ӘЛЕУМЕТТІК ЖҰМЫС ТУРАЛЫ ЖЫЛДЫҚ ЕСЕП",
        "ГОДОВОЙ ОТЧЁТ О ВОСПИТАТЕЛЬНОЙ И СОЦИАЛЬНОЙ РАБОТЕ",
        "ANNUAL REPORT ON UPBRINGING AND SOCIAL WORK",
    ),
    "execution_report": Words(
        "ЕСЕПТІК КЕЗЕҢДЕГІ ЖҰМЫС ЖОСПАРЫН ОРЫНДАУ ТУРАЛЫ ЕСЕП",
        "ОТЧЁТ О ВЫПОЛНЕНИИ ПЛАНА РАБОТЫ ЗА ОТЧЁТНЫЙ ПЕРИОД",
        "REPORT ON CARRYING OUT THE PLAN IN THE PERIOD",
    ),
    "report_year": Words("%(years)s оқу жылы", "%(years)s учебный год", "Academic year %(years)s"),
    "report_contents": Words("Мазмұны", "Содержание", "Contents"),
    "report_draft": Words(
        "Толтырылуы тиіс мәліметтер", "Сведения, которые нужно дополнить", "What has yet to be completed"
    ),
    "report_key_figures": Words("Негізгі көрсеткіштер", "Основные показатели", "Key figures"),
    "report_figure": Words("Көрсеткіш", "Показатель", "Figure"),
    "report_value": Words("Саны", "Количество", "Number"),
    "report_all": Words("Барлығы", "Всего", "All"),
    "report_people": Words("Қатысқаны", "Участников", "People"),
    "report_not_said": Words("Көрсетілмеген", "Не указано", "Not said"),
    "report_in_total": Words("Жиыны", "Итого", "Total"),
    "report_direction": Words("Тәрбие бағыты", "Направление воспитания", "Direction"),
    "report_form": Words("Формасы", "Форма", "Form"),
    "report_kind": Words("Іс-шара түрі", "Вид мероприятия", "Kind of event"),
    "report_month": Words("Ай", "Месяц", "Month"),
    "report_plan_head": Words("Жоспар", "План", "Plan"),
    "report_rows": Words("Жоспарланғаны", "Запланировано", "Planned"),
    "report_held": Words("Өткізілді", "Проведено", "Held"),
    "report_moved": Words("Ауысты", "Перенесено", "Moved"),
    "report_not_held": Words("Өткізілмеді", "Не проведено", "Not held"),
    "report_open": Words("Ашық", "Открыто", "Open"),
    "report_share": Words("Орындалуы, %", "Выполнено, %", "Carried out, %"),
    "report_by_direction": Words(
        "Өткізілген іс-шаралар: бағыттары мен деңгейлері бойынша",
        "Проведённые мероприятия по направлениям и уровням",
        "Events held, by direction and level",
    ),
    "report_by_level": Words(
        "Өткізілген іс-шаралар: деңгейлері бойынша", "Проведённые мероприятия по уровням", "Events held, by level"
    ),
    "report_by_form": Words(
        "Өткізілген іс-шаралар: формалары бойынша", "Проведённые мероприятия по формам", "Events held, by form"
    ),
    "report_by_kind": Words(
        "Өткізілген іс-шаралар: түрлері бойынша", "Проведённые мероприятия по видам", "Events held, by kind"
    ),
    "report_by_month": Words(
        "Өткізілген іс-шаралар: айлар бойынша", "Проведённые мероприятия по месяцам", "Events held, by month"
    ),
    "report_participation": Words(
        "Іс-шараларға қатысу: бағыттары бойынша",
        "Участие в мероприятиях по направлениям",
        "People at events, by direction",
    ),
    "report_by_plan": Words("Жоспарлардың орындалуы", "Выполнение планов", "Carrying out the plans"),
    "report_by_plan_percent": Words(
        "Жоспарлардың орындалуы, пайызбен", "Выполнение планов, в процентах", "Plans carried out, per cent"
    ),
    "report_by_sponsor": Words("Демеуші қаражаты", "Средства спонсоров", "Funds of sponsors"),
    "report_in_kind": Words("Заттай көмек: %(gifts)s", "Помощь в натуре: %(gifts)s", "Help in kind: %(gifts)s"),
    "report_years": Words("Өткен жылмен салыстыру", "Сравнение с прошлым годом", "Beside the year before"),
    "report_no_records": Words("Мәлімет жоқ.", "Сведений нет.", "There is none."),
    "report_no_text": Words("–", "–", "–"),
    "report_list_of_events": Words("Іс-шаралар тізімі", "Перечень мероприятий", "List of events"),
    "report_not_listed": Words(
        "Тізімге институт деңгейіндегі іс-шаралар енгізілмеген: %(count)s. Олар жоғарыдағы кестелерде есептелген.",
        "В перечень не включены мероприятия уровня института: %(count)s. Они учтены в таблицах выше.",
        "Events of institute level are not in the list: %(count)s. The tables above count them.",
    ),
    "report_event": Words("Іс-шара", "Мероприятие", "Event"),
    "report_event_day": Words("Күні", "Дата", "Day"),
    "report_event_level": Words("Деңгейі", "Уровень", "Level"),
    "report_event_result": Words("Нәтижесі", "Результат", "Result"),
    "report_not_done": Words(
        "Өткізілмеген және ауыстырылған жұмыстар", "Непроведённые и перенесённые пункты", "Rows not held or moved"
    ),
    "report_row": Words("Жоспар тармағы", "Пункт плана", "Row of the plan"),
    "report_time": Words("Мерзімі", "Срок", "Time"),
    "report_became": Words("Күйі", "Состояние", "State"),
    "report_reason": Words("Себебі", "Причина", "Reason"),
    "report_meeting_day": Words("Күні", "Дата", "Day"),
    "report_leader": Words("Басшылық өкілі", "Представитель руководства", "Of the leadership"),
    "report_audience": Words("Кіммен, тақырыбы", "С кем, тема", "With whom, topic"),
    "report_issues": Words("Көтерілген мәселелер", "Поднятые вопросы", "Issues raised"),
    "report_answers": Words("Жауабы, қабылданған шара", "Ответ, принятая мера", "Answer, what was done"),
    "report_more_issues": Words(
        "Есепте тағы %(count)s мәселе бар", "В отчёте ещё вопросов: %(count)s", "The report tells of %(count)s more"
    ),
    "report_more_measures": Words(
        "Есепте тағы %(count)s шара бар", "В отчёте ещё мер: %(count)s", "The report tells of %(count)s more"
    ),
    "report_more_clubs": Words(
        "Есепте тағы %(count)s атау бар", "В отчёте ещё наименований: %(count)s", "The report tells of %(count)s more"
    ),
    "report_more_gifts": Words(
        "Есепте тағы %(count)s көмек бар", "В отчёте ещё поступлений: %(count)s", "The report tells of %(count)s more"
    ),
    "report_students": Words("Студенттер", "Студенты", "Students"),
    "report_staff": Words("Еңбек ұжымы", "Трудовой коллектив", "Staff"),
    "report_both": Words("Студенттер мен еңбек ұжымы", "Студенты и трудовой коллектив", "Students and staff"),
    "report_club": Words("Үйірме, клуб, секция", "Кружок, клуб, секция", "Circle, club, section"),
    "report_members": Words("Мүшелері", "Участников", "Members"),
    "report_assessed": Words("Бағаланған күні", "Дата оценки", "Assessed on"),
    "report_points": Words("Ұпайы", "Баллы", "Points"),
    "report_conclusion": Words("Қорытынды", "Вывод", "Conclusion"),
    "report_not_assessed": Words("бағаланбаған", "не оценивался", "not assessed"),
    "report_by_assessment": Words(
        "Үйірмелер, клубтар мен секциялардың бағасы, %",
        "Оценка кружков, клубов и секций, %",
        "Assessment of circles, clubs and sections, %",
    ),
    "report_institute": Words("Институт", "Институт", "Institute"),
    "report_measure": Words("Қабылданған шара", "Принятая мера", "Measure taken"),
    "report_conditions": Words("Жағдай", "Условия", "Conditions"),
    "report_study": Words("оқу", "учёба", "study"),
    "report_living": Words("тұрмыс", "быт", "living"),
    "report_cost": Words("Қаражат, ₸", "Средства, ₸", "Cost, ₸"),
    "report_sponsor": Words("Демеуші ұйым", "Спонсор", "Sponsor"),
    "report_sum": Words("Сомасы, ₸", "Сумма, ₸", "Sum, ₸"),
    "report_sponsored": Words(
        "Демеушілік қолдауымен өткізілген іс-шара", "Мероприятие, проведённое при поддержке", "Event supported"
    ),
    "report_document": Words("Құжат", "Документ", "Document"),
    "report_heard": Words(
        "Ғылыми кеңесте қаралды: %(day)s",
        "Рассмотрен на Учёном совете: %(day)s",
        "Heard at the Academic Council: %(day)s",
    ),
    "report_for_council": Words(
        "Ғылыми кеңеске баяндама", "Доклад на Учёном совете", "Report to the Academic Council"
    ),
    "report_staff_count": Words("Қызметкерлер", "Сотрудников", "Members of staff"),
    "report_students_count": Words("Тізімдегі студенттер", "Студентов в списке", "Students on the list"),
    "report_government_count": Words(
        "Студенттік үкімет мүшелері", "Членов студенческого правительства", "Members of the student government"
    ),
    "report_thanks": Words("Назарларыңызға рахмет", "Спасибо за внимание", "Thank you"),
}  # fmt: skip

SECTION_WORDS = {
    Section.SUMMARY: Words("Жалпы мәлімет, ресурстар", "Общие сведения, ресурсы", "Summary and resources"),
    Section.EVENTS: Words(
        "Қалалық және университеттік деңгейде өткізілген іс-шаралар",
        "Мероприятия городского и университетского уровня",
        "Events at city and university level",
    ),
    Section.LEADERSHIP: Words(
        "Университет басшылығының студенттермен және еңбек ұжымымен кездесулері",
        "Встречи руководства университета со студентами и трудовым коллективом",
        "Meetings of the leadership with students and staff",
    ),
    Section.CLUBS: Words(
        "Үйірмелердің, студенттік клубтардың, спорт секцияларының және студенттік бастамалардың қызметін бағалау",
        "Оценка деятельности кружков, студенческих клубов, спортивных секций и студенческих инициатив",
        "Assessment of circles, student clubs, sports sections and initiatives",
    ),
    Section.MEASURES: Words(
        "Студенттердің оқу және тұрмыс жағдайларын жақсарту шаралары",
        "Меры по улучшению условий учёбы и быта студентов",
        "Measures for better conditions of study and life",
    ),
    Section.SPONSORS: Words(
        "Іс-шараларды өткізу үшін тартылған демеуші қаражаты",
        "Спонсорские средства, привлечённые для проведения мероприятий",
        "Funds of sponsors raised for events",
    ),
    Section.CONCLUSIONS: Words(
        "Оң тенденциялар, кемшіліктер, ұсыныстар",
        "Положительные тенденции, недостатки, предложения",
        "Good tendencies, shortcomings, proposals",
    ),
}
PART_WORDS = {
    Part.SUMMARY: Words("Жалпы мәлімет", "Общие сведения", "Summary"),
    Part.RESOURCES: Words(
        "Адам және ұйымдастырушылық-техникалық ресурстар",
        "Человеческие и организационно-технические ресурсы",
        "People and technical resources",
    ),
    Part.EVENTS: Words("Іс-шаралар туралы", "О мероприятиях", "On the events"),
    Part.EXECUTION: Words("Жоспардың орындалуы туралы", "О выполнении плана", "On carrying out the plan"),
    Part.LEADERSHIP: Words("Кездесулер туралы", "О встречах", "On the meetings"),
    Part.CLUBS: Words("Қызметін бағалау", "Оценка деятельности", "Assessment"),
    Part.MEASURES: Words("Шаралар туралы", "О мерах", "On the measures"),
    Part.SPONSORS: Words("Демеушілік туралы", "О спонсорстве", "On sponsorship"),
    Part.TENDENCIES: Words("Оң тенденциялар", "Положительные тенденции", "Good tendencies"),
    Part.SHORTCOMINGS: Words("Кемшіліктер", "Недостатки", "Shortcomings"),
    Part.PROPOSALS: Words("Ұсыныстар", "Предложения", "Proposals"),
}
KEY_FIGURE_WORDS = {
    "held": Words("Өткізілген іс-шаралар", "Проведено мероприятий", "Events held"),
    "people": Words("Іс-шараларға қатысқандар", "Участников мероприятий", "People at events"),
    "rows": Words("Жоспарланған жұмыстар", "Пунктов в планах", "Rows of plans"),
    "rows_held": Words("Орындалған жұмыстар", "Выполнено пунктов планов", "Rows carried out"),
    "meetings": Words("Басшылықпен кездесулер", "Встреч с руководством", "Meetings of the leadership"),
    "clubs": Words("Үйірмелер, клубтар, секциялар", "Кружков, клубов, секций", "Circles, clubs, sections"),
    "measures": Words("Жағдайды жақсарту шаралары", "Мер по улучшению условий", "Measures for better conditions"),
    "donations": Words("Демеушілік көмектер", "Спонсорских поступлений", "Donations"),
    "money": Words("Демеуші қаражаты, ₸", "Средства спонсоров, ₸", "Funds of sponsors, ₸"),
}
