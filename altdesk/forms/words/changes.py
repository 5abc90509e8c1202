"""Words of the change-registration sheet (§12)."""

from __future__ import annotations

from altdesk.forms.words.wording import Words

WORDS = {
    "changes": Words("ӨЗГЕРІСТЕРДІ ТІРКЕУ ПАРАҒЫ", "ЛИСТ РЕГИСТРАЦИИ ИЗМЕНЕНИЙ", "CHANGE-REGISTRATION SHEET"),
    "paragraph": Words("Параграф", "Параграф", "Paragraph"),
    "changes_made": Words("Енгізілетін өзгерістер", "Вносимые изменения", "Changes being made"),
    "name_signature": Words("Аты-жөні, қолтаңба", "Ф.И.О., подпись", "Full name, signature"),
    "corrects_entry": Words(
        "№ %(number)s жазбаға түзету", "Исправление записи № %(number)s", "Corrects entry no. %(number)s"
    ),
    "continuation": Words("жалғасы", "продолжение", "continued"),
}
