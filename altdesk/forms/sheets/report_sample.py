"""A report to look at and to test with: a small university's year, plainly invented."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from altdesk.domain.academic_year import Period
from altdesk.domain.report_facts import (
    ClubFact,
    DonationFact,
    EventFact,
    Facts,
    MeasureFact,
    MeetingFact,
    RowFact,
)
from altdesk.forms.sheets.report_sections import ReportData
from altdesk.forms.sheets.sample_names import DEPARTMENT, RECTOR, UNIVERSITY

YEAR, LAST = (
    Period(date(2025, 9, 1), date(2026, 8, 31), "2025-2026"),
    Period(date(2024, 9, 1), date(2025, 8, 31), "2024-2025"),
)
PLAN, CLUBS = "Студенттік үкіметтің жұмыс жоспары", "«Домбыра» үйірмесінің жұмыс жоспары"
_EVENTS = (
    ("Бірінші курс студенттеріне арналған «Қош келдің, студент» кеші", "2025-09-05", "concert", "mass", "aesthetic",
     "university", 320, "Бірінші курс студенттері университет өмірімен танысты"),
    ("«Таза қала» экологиялық акциясы", "2025-09-20", "campaign", "mass", "labour", "city", 140,
     "Екі саябақ тазаланды, 60 көшет отырғызылды"),
    ("«Тәуелсіздік – тірегім» дөңгелек үстелі", "2025-12-12", "round_table", "group", "civic", "university", 45,
     "Қарар қабылданды"),
    ("Жас ғалымдардың ғылыми конференциясы", "2026-04-16", "conference", "mass", "intellectual", "university", 110,
     "36 баяндама тыңдалды, 6 жұмыс марапатталды"),
    ("Донорлар күні", "2025-11-14", "campaign", "mass", "moral", "city", 58, "58 студент қан тапсырды"),
    ("Институттар арасындағы волейбол біріншілігі", "2026-02-21", "sport", "mass", "physical", "university", 96,
     "1-орын – Көлік инженериясы институты"),
    ("Ұлттық музейге экскурсия", "2026-03-19", "excursion", "group", "aesthetic", "city", 40, "Наурыз көрмесі көрілді"),
    ("Академиялық адалдық туралы кураторлық сағат", "2025-10-08", "curator_hour", "group", "moral", "institute", 25,
     "Сауалнама өткізілді"),
    ("Аудандық пікірсайыс турнирі", "2026-05-07", "debate", "group", "civic", "district", 24, "2-орын"),
)  # fmt: skip


def sample() -> ReportData:
    events = tuple(
        EventFact(number, title, date.fromisoformat(on), kind, form, direction, level, "held", people, result, "", None)
        for number, (title, on, kind, form, direction, level, people, result) in enumerate(_EVENTS, 1)
    )
    before = tuple(
        replace(each, id=each.id + 100, starts_on=each.starts_on.replace(year=each.starts_on.year - 1), participants=30)
        for each in events[:6]
    )
    heads = (("Директор", "Б.\u00a0Үлгібаева"),)
    return ReportData(
        Facts(
            YEAR, events, _rows(), _meetings(), _clubs(), (), _measures(), _donations(), members=24, staff=46,
            students=812, parts=_texts(),
        ),
        Facts(LAST, before, clubs=_clubs()[:2]),
        organisation=UNIVERSITY,
        department=DEPARTMENT,
        approved_by=(RECTOR, "С.\u00a0Үлгіұлы"),
        on=date(2026, 6, 22),
        signed_by=heads,
    )  # fmt: skip


def _rows() -> tuple[RowFact, ...]:
    held = tuple(
        RowFact(number, 1, PLAN, title, date.fromisoformat(on), date.fromisoformat(on), "held", None, "")
        for number, (title, on, *_) in enumerate(_EVENTS[:7], 1)
    )
    return (
        *held,
        RowFact(20, 1, PLAN, "Студенттер үйлері арасындағы байқау", date(2026, 3, 1), date(2026, 3, 31), "moved",
                date(2026, 10, 3), "Жөндеу жұмыстарына байланысты"),
        RowFact(21, 1, PLAN, "Тау бөктеріндегі жорық", date(2026, 5, 16), date(2026, 5, 16), "not_held", None,
                "Ауа райының қолайсыздығы"),
        RowFact(30, 2, CLUBS, "Есептік концерт", date(2026, 5, 22), date(2026, 5, 22), "held", None, ""),
        RowFact(31, 2, CLUBS, "Шеберлік сабағы", date(2025, 11, 5), date(2025, 11, 5), "held", None, ""),
    )  # fmt: skip


def _meetings() -> tuple[MeetingFact, ...]:
    return (
        MeetingFact(1, date(2025, 10, 15), "С. Үлгіұлы", "Басқарма Төрағасы – Ректор", "students", 210,
                    "Ректордың студенттермен кездесуі", (
                        ("Студенттер үйіндегі интернет жылдамдығы", "Желі күшейтілді, 2025 жылғы желтоқсан"),
                        ("Кітапхананың жұмыс уақыты", "Сағат 21:00-ге дейін ұзартылды"),
                    )),
        MeetingFact(2, date(2026, 2, 4), "А. Мысалов", "Проректор", "staff", 60, "Кураторлармен кездесу",
                    (("Кураторлық сағаттың кестесі", "Бейсенбі күніне бекітілді"),)),
    )  # fmt: skip


def _clubs() -> tuple[ClubFact, ...]:
    return (
        ClubFact(1, "«Домбыра» үйірмесі", "hobby_circle", 18, 1, date(2026, 5, 25), 42, 50, "Жұмысы жақсы"),
        ClubFact(2, "Пікірсайыс клубы", "student_club", 25, 2, date(2026, 5, 25), 38, 50, "Жаңа мүшелер тартылсын"),
        ClubFact(3, "Волейбол секциясы", "sports_section", 16, 3, date(2026, 5, 26), 47, 50, "Үздік секция"),
    )


def _measures() -> tuple[MeasureFact, ...]:
    return (
        MeasureFact(1, "Көлік инженериясы институты", "study", "Коворкинг аймағы ашылды", date(2025, 11, 3),
                    145_000_000, "30 орын"),
        MeasureFact(2, "Логистика және менеджмент институты", "living", "Демалыс бөлмесі жабдықталды",
                    date(2026, 1, 20), None, "№ 2 студенттер үйі"),
    )  # fmt: skip


def _donations() -> tuple[DonationFact, ...]:
    return (
        DonationFact(1, "«Үлгі Сервис» ЖШС", 25_000_000, "", 1, _EVENTS[0][0], "Шарт № 12", date(2025, 9, 2)),
        DonationFact(2, "«Мысал Құрылыс» ЖШС", 40_000_050, "", 6, _EVENTS[5][0], "Шарт № 3", date(2026, 2, 10)),
        DonationFact(3, "«Үлгі Дәптер» дүкені", 0, "120 дәптер, 60 қалам", 8, _EVENTS[7][0], "", date(2025, 10, 3)),
    )


def _texts() -> dict[str, str]:
    return {
        "summary": "Есептік жылы жұмыс бекітілген жоспар бойынша жүргізілді.\n"
        "Студенттік үкімет барлық институттан құралды.",
        "resources": "Акт залы, спорт залы және коворкинг аймағы пайдаланылды.",
        "leadership": "Кездесулерде көтерілген мәселелер бойынша шаралар қабылданды.",
        "tendencies": "Іс-шараларға қатысатын студенттердің саны өсті.\nҚалалық іс-шараларға қатысу артты.",
        "shortcomings": "Еңбек бағытындағы іс-шаралар аз.",
        "proposals": "Еңбек бағыты бойынша ай сайын бір акция жоспарлау.\nҮйірмелерге жаңа мүшелер тарту.",
    }
