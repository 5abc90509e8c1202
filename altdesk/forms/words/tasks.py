"""Words of the papers about tasks: the control list and a person's own list."""

from __future__ import annotations

from altdesk.forms.words.wording import Words

WORDS = {
    "tasks": Words(
        "ТАПСЫРМАЛАРДЫҢ ОРЫНДАЛУЫН БАҚЫЛАУ ТІЗІМІ",
        "КОНТРОЛЬНЫЙ СПИСОК ИСПОЛНЕНИЯ ПОРУЧЕНИЙ",
        "CONTROL LIST OF TASKS",
    ),
    "person_tasks": Words("ТАПСЫРМАЛАР ТІЗІМІ", "СПИСОК ПОРУЧЕНИЙ", "LIST OF TASKS"),
    "task": Words("Тапсырма", "Поручение", "Task"),
    "source": Words("Негіздеме", "Основание", "Source"),
    "source_is": Words(
        "%(body)s, №\u00a0%(number)s хаттама, %(point)s-тармақ",
        "%(body)s, протокол №\u00a0%(number)s, п.\u00a0%(point)s",
        "%(body)s, minutes No.\u00a0%(number)s, point\u00a0%(point)s",
    ),
    "execution_mark": Words("Орындалғаны туралы белгі", "Отметка об исполнении", "Mark of execution"),
    "task_totals": Words(
        "Барлығы: %(count)s. Мерзімі өткен: %(overdue)s. Бүгін: %(today)s. Орындалуда: %(open)s. Орындалды: %(done)s.",
        "Всего: %(count)s. Просрочено: %(overdue)s. Сегодня: %(today)s. Выполняется: %(open)s. Выполнено: %(done)s.",
        "Total: %(count)s. Overdue: %(overdue)s. Today: %(today)s. In progress: %(open)s. Done: %(done)s.",
    ),
    "task_overdue": Words("Мерзімі өткен", "Просрочено", "Overdue"),
    "task_today": Words("Мерзімі бүгін", "Срок сегодня", "Due today"),
    "task_open": Words("Орындалуда", "Выполняется", "In progress"),
    "task_done": Words("Орындалды", "Выполнено", "Done"),
    "task_dropped": Words("Бақылаудан алынды", "Снято с контроля", "Dropped"),
    "evidence": Words("растайтын құжат: %(name)s", "подтверждение: %(name)s", "evidence: %(name)s"),
    "informed": Words("Таныстым", "Ознакомлен(а)", "I have read"),
}
