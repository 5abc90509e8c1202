"""Words of the risk register and its map (§7)."""

from __future__ import annotations

from altdesk.domain.risk_scale import Level
from altdesk.domain.risks import RiskState, Side
from altdesk.forms.words.wording import Words

WORDS = {
    "risks": Words("ТӘУЕКЕЛДЕР ТІЗІЛІМІ", "РЕЕСТР РИСКОВ", "RISK REGISTER"),
    "risk_map": Words("ТӘУЕКЕЛДЕР КАРТАСЫ", "КАРТА РИСКОВ", "RISK MAP"),
    "risk_title": Words("Тәуекел", "Риск", "Risk"),
    "risk_cause": Words("Себебі", "Причина", "Cause"),
    "risk_place": Words("Құжат, процесс", "Документ, процесс", "Document, process"),
    "risk_level": Words("Тәуекел деңгейі", "Уровень риска", "Level of the risk"),
    "risk_initial": Words("Шараға дейін", "До меры", "Before the measure"),
    "risk_residual": Words("Шарадан кейін (қалдық)", "После меры (остаточный)", "After the measure (residual)"),
    "risk_measure": Words("Шара", "Мера", "Measure"),
    "risk_owner": Words("Жауапты", "Ответственный", "Responsible"),
    "risk_due": Words("Мерзімі", "Срок", "Due"),
    "risk_state": Words("Бағаланған күні, күйі", "Дата оценки, статус", "Assessed on, state"),
    "risk_likelihood": Words("Ықтималдығы", "Вероятность", "Likelihood"),
    "risk_impact": Words("Әсері", "Тяжесть последствий", "Impact"),
    "risk_levels": Words(
        "Деңгей – ықтималдығы мен әсерінің көбейтіндісі: %(low)s – төмен, %(medium)s – орташа, %(high)s – жоғары.",
        "Уровень – произведение вероятности и тяжести последствий: %(low)s – низкий, %(medium)s – средний,"
        " %(high)s – высокий.",
        "The level is likelihood times impact: %(low)s – low, %(medium)s – medium, %(high)s – high.",
    ),
    "risk_not_on_map": Words(
        "Картада жоқ: бағаланбаған – %(unassessed)s, басқа шкаламен бағаланған – %(elsewhere)s.",
        "Вне карты: не оценено – %(unassessed)s, оценено по другой шкале – %(elsewhere)s.",
        "Not on the map: not assessed – %(unassessed)s, assessed on another scale – %(elsewhere)s.",
    ),
}

LEVEL_WORDS = {
    Level.LOW: Words("төмен", "низкий", "low"),
    Level.MEDIUM: Words("орташа", "средний", "medium"),
    Level.HIGH: Words("жоғары", "высокий", "high"),
}
RISK_STATE_WORDS = {
    RiskState.OPEN: Words("ашық", "открыт", "open"),
    RiskState.CLOSED: Words("жабық", "закрыт", "closed"),
}
SIDE_WORDS = {Side.INITIAL: WORDS["risk_initial"], Side.RESIDUAL: WORDS["risk_residual"]}
_LOW, _MIDDLE, _HIGH = (
    Words("төмен", "низкая", "low"),
    Words("орташа", "средняя", "medium"),
    Words("жоғары", "высокая", "high"),
)
_VERY_LOW, _VERY_HIGH = (
    Words("өте төмен", "очень низкая", "very low"),
    Words("өте жоғары", "очень высокая", "very high"),
)
STEP_WORDS = {
    3: (_LOW, _MIDDLE, _HIGH),
    4: (_LOW, _MIDDLE, _HIGH, _VERY_HIGH),
    5: (_VERY_LOW, _LOW, _MIDDLE, _HIGH, _VERY_HIGH),
}
