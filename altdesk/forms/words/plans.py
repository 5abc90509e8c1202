"""Words of the work plan: its heads, kinds of plans, and what became of its rows."""

from __future__ import annotations

from altdesk.domain.plans_kinds import ApprovalRole, PlanKind
from altdesk.forms.words.wording import Words

WORDS = {
    "plan": Words("ЖҰМЫС ЖОСПАРЫ", "ПЛАН РАБОТЫ", "WORK PLAN"),
    "plan_event": Words("Іс-шара", "Мероприятие", "Event"),
    "plan_kind_form": Words("Түрі/формасы", "Вид/форма", "Kind/form"),
    "plan_direction": Words("Бағыты", "Направление", "Direction"),
    "plan_time": Words("Мерзімі", "Срок", "Time"),
    "plan_responsible": Words("Жауапты", "Ответственный", "Responsible"),
    "plan_mark": Words("Орындалуы туралы белгі", "Отметка об исполнении", "Mark of execution"),
    "plan_year": Words("%(year)s оқу жылы", "%(year)s учебный год", "Academic year %(year)s"),
    "plan_version": Words(
        "%(number)s-нұсқа. Өзгерту негіздемесі: %(reason)s",
        "Версия %(number)s. Основание изменения: %(reason)s",
        "Version %(number)s. Reason for the change: %(reason)s",
    ),
    "plan_replaced": Words(
        "%(number)s-нұсқа, %(day)s жаңа нұсқамен ауыстырылған",
        "Версия %(number)s, заменена новой версией %(day)s",
        "Version %(number)s, replaced by a newer version on %(day)s",
    ),
    "plan_replaced_mark": Words("ЖАҢА НҰСҚАМЕН АУЫСТЫРЫЛҒАН", "ЗАМЕНЕНА НОВОЙ ВЕРСИЕЙ", "REPLACED BY A NEWER VERSION"),
    "plan_draft": Words(
        "Жоба: жоспар әлі бекітілген жоқ.",
        "Проект: план ещё не утверждён.",
        "Draft: the plan is not approved yet.",
    ),
    "plan_held": Words("Өткізілді, %(day)s", "Проведено %(day)s", "Held on %(day)s"),
    "plan_held_some_day": Words("Өткізілді", "Проведено", "Held"),
    "plan_moved": Words("%(day)s күніне ауыстырылды", "Перенесено на %(day)s", "Moved to %(day)s"),
    "plan_not_held": Words("Өткізілмеді: %(reason)s", "Не проведено: %(reason)s", "Not held: %(reason)s"),
    "plan_consents": Words("КЕЛІСІМ БЕРЕМІН", "ДАЮ СОГЛАСИЕ", "CONSENT GIVEN"),
}

ROLE_WORDS = {ApprovalRole.AGREES: "agreed", ApprovalRole.CONSENTS: "plan_consents", ApprovalRole.APPROVES: "approve"}

PLAN_KIND_WORDS = {
    PlanKind.GOVERNMENT: Words(
        "Студенттік үкіметтің жұмыс жоспары",
        "План работы студенческого правительства",
        "Plan of the student government",
    ),
    PlanKind.CLUB: Words(
        "Студенттік клубтың жұмыс жоспары", "План работы студенческого клуба", "Plan of a student club"
    ),
    PlanKind.CIRCLE: Words("Үйірменің жұмыс жоспары", "План работы кружка", "Plan of a hobby circle"),
    PlanKind.SECTION: Words(
        "Спорт секциясының жұмыс жоспары", "План работы спортивной секции", "Plan of a sports section"
    ),
    PlanKind.YOUTH: Words("Жастармен жұмыс жоспары", "План работы с молодёжью", "Plan of work with youth"),
    PlanKind.INSTITUTE: Words(
        "Институттың тәрбие жұмысы жоспары", "План воспитательной работы института", "Upbringing plan of an institute"
    ),
}
