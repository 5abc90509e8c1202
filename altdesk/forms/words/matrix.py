"""Words of the papers with the tables of a document (§5.2, §5.3, §5.5, §5.6)."""

from __future__ import annotations

from altdesk.forms.words.wording import Words

WORDS = {
    "matrix": Words("ЖАУАПКЕРШІЛІК МАТРИЦАСЫ", "МАТРИЦА ОТВЕТСТВЕННОСТИ", "RESPONSIBILITY MATRIX"),
    "outputs": Words("ТҰТЫНУШЫЛАР МЕН НӘТИЖЕЛЕР", "ПОТРЕБИТЕЛИ И РЕЗУЛЬТАТЫ", "CONSUMERS AND OUTPUTS"),
    "inputs": Words("ЖЕТКІЗУШІЛЕР МЕН КІРІСТЕР", "ПОСТАВЩИКИ И ВХОДЫ", "SUPPLIERS AND INPUTS"),
    "storage": Words(
        "ҚҰЖАТТАЛҒАН АҚПАРАТТЫ САҚТАУ", "ХРАНЕНИЕ ДОКУМЕНТИРОВАННОЙ ИНФОРМАЦИИ", "STORAGE OF DOCUMENTED INFORMATION"
    ),
    "tables": Words("ҚҰЖАТТЫҢ КЕСТЕЛЕРІ", "ТАБЛИЦЫ ДОКУМЕНТА", "TABLES OF THE DOCUMENT"),
    "matrix_legend": Words(
        "Ескертпе: Б – бақылау, жұмыстарды үйлестіру, шешім қабылдау, бекіту; Ж – процестің кезеңін орындауға жауапты"
        " тұлға; О – процестің кезеңін орындаушы (нәтижелер туралы ақпаратты алу, жинау, талдау, әдістемелік"
        " қамтамасыз ету); Қ – қатысушы (қосалқы орындаушы, сүйемелдеу).",
        "Примечание: Б – контроль, координация работ, принятие решений, утверждение; Ж – лицо, ответственное за"
        " выполнение этапа процесса; О – исполнитель этапа процесса (получение, сбор и анализ информации о результатах,"
        " методическое обеспечение); Қ – участник (соисполнитель, сопровождение).",
        "Note: Б – control, coordination of work, decisions, approval; Ж – the person responsible for carrying out the"
        " stage of the process; О – carries out the stage of the process (receives, gathers and analyses information on"
        " results, provides methods); Қ – takes part (assists, accompanies).",
    ),
}
