"""Words of the papers about meetings: minutes, attendance, extracts, the register of minutes."""

from __future__ import annotations

from altdesk.domain.rules import ResolvedVerb
from altdesk.forms.words.wording import Words

WORDS = {
    "minutes": Words("ХАТТАМА", "ПРОТОКОЛ", "MINUTES"),
    "minutes_no": Words("ХАТТАМА № %(number)s", "ПРОТОКОЛ № %(number)s", "MINUTES No. %(number)s"),
    "short_minutes": Words("ҚЫСҚАША ХАТТАМА", "КРАТКИЙ ПРОТОКОЛ", "SHORT MINUTES"),
    "short_minutes_no": Words(
        "ҚЫСҚАША ХАТТАМА № %(number)s", "КРАТКИЙ ПРОТОКОЛ № %(number)s", "SHORT MINUTES No. %(number)s"
    ),
    "draft_mark": Words("ЖОБА", "ПРОЕКТ", "DRAFT"),
    "chair": Words("Төраға", "Председатель", "Chair"),
    "secretary": Words("Хатшы", "Секретарь", "Secretary"),
    "present": Words("Қатысқандар", "Присутствовали", "Present"),
    "of_members": Words(
        "%(present)s адам (мүшелердің жалпы саны – %(members)s)",
        "%(present)s чел. (общее число членов – %(members)s)",
        "%(present)s (of %(members)s members)",
    ),
    "list_attached": Words("тізім қоса беріледі", "список прилагается", "list attached"),
    "quorum": Words("Кворум", "Кворум", "Quorum"),
    "quorum_is": Words(
        "бар (қажетті саны – %(needed)s), мәжіліс шешім қабылдауға құқылы",
        "имеется (необходимо – %(needed)s), заседание правомочно",
        "present (%(needed)s needed), the meeting is competent",
    ),
    "quorum_is_not": Words(
        "жоқ (қажетті саны – %(needed)s), мәжіліс шешім қабылдауға құқылы емес",
        "отсутствует (необходимо – %(needed)s), заседание неправомочно",
        "not present (%(needed)s needed), the meeting is not competent",
    ),
    "absent": Words("Келмегендер (себебі)", "Отсутствовали (причина)", "Absent (reason)"),
    "guests": Words("Шақырылғандар", "Приглашённые", "Invited"),
    "agenda": Words("КҮН ТӘРТІБІ", "ПОВЕСТКА ДНЯ", "AGENDA"),
    "speaker": Words("Баяндамашы", "Докладчик", "Speaker"),
    "heard": Words("ТЫҢДАЛДЫ", "СЛУШАЛИ", "HEARD"),
    "spoke": Words("СӨЗ СӨЙЛЕДІ", "ВЫСТУПИЛИ", "SPOKE"),
    "put_to_vote": Words("ДАУЫСҚА ҚОЙЫЛДЫ", "НА ГОЛОСОВАНИЕ ПОСТАВЛЕНО", "PUT TO THE VOTE"),
    "proposed": Words("ҰСЫНЫЛДЫ", "ПРЕДЛОЖЕНО", "PROPOSED"),
    "voting": Words("ДАУЫС БЕРУ ҚОРЫТЫНДЫСЫ", "ИТОГИ ГОЛОСОВАНИЯ", "VOTING RESULTS"),
    "secret_voting": Words("ЖАСЫРЫН ДАУЫС БЕРУ ҚОРЫТЫНДЫСЫ", "ИТОГИ ТАЙНОГО ГОЛОСОВАНИЯ", "RESULTS OF THE SECRET VOTE"),
    "votes": Words(
        "жақтап – %(in_favour)s, қарсы – %(against)s, қалыс қалды – %(abstained)s",
        "за – %(in_favour)s, против – %(against)s, воздержались – %(abstained)s",
        "for – %(in_favour)s, against – %(against)s, abstained – %(abstained)s",
    ),
    "not_voting": Words("дауыс бермеді – %(count)s", "не голосовали – %(count)s", "did not vote – %(count)s"),
    "of_present": Words(
        "дауыс беру кезінде қатысқандар – %(present)s",
        "при голосовании присутствовали – %(present)s",
        "present at the vote – %(present)s",
    ),
    "votes_needed": Words(
        "қажетті дауыс саны – %(needed)s", "необходимо голосов – %(needed)s", "votes needed – %(needed)s"
    ),
    "adopted": Words("Шешім қабылданды.", "Решение принято.", "Adopted."),
    "unanimous": Words("Шешім бірауыздан қабылданды.", "Решение принято единогласно.", "Adopted unanimously."),
    "rejected": Words("Шешім қабылданбады.", "Решение не принято.", "Not adopted."),
    "tied": Words(
        "Дауыстар тең бөлінді, шешім қабылданбады.",
        "Голоса разделились поровну, решение не принято.",
        "The votes were tied, not adopted.",
    ),
    "chair_adopted": Words(
        "Дауыстар тең бөлінді, төрағаның шешуші дауысымен шешім қабылданды.",
        "Голоса разделились поровну, решение принято решающим голосом председателя.",
        "The votes were tied, adopted by the chair's casting vote.",
    ),
    "chair_rejected": Words(
        "Дауыстар тең бөлінді, төрағаның шешуші дауысымен шешім қабылданбады.",
        "Голоса разделились поровну, решение не принято решающим голосом председателя.",
        "The votes were tied, not adopted by the chair's casting vote.",
    ),
    "undecided": Words(
        "Дауыстар тең бөлінді, төрағаның дауысы көрсетілмеген.",
        "Голоса разделились поровну, голос председателя не указан.",
        "The votes were tied, the chair's vote is not said.",
    ),
    "no_quorum": Words(
        "Кворум болмағандықтан шешім қабылданбады.",
        "Решение не принято ввиду отсутствия кворума.",
        "Not adopted, there was no quorum.",
    ),
    "carried_over": Words(
        "Мәселені қарау келесі мәжіліске қалдырылды.",
        "Рассмотрение вопроса перенесено на следующее заседание.",
        "The item is carried over to the next meeting.",
    ),
    "responsible": Words("Жауапты", "Ответственный", "Responsible"),
    "due": Words("Мерзімі", "Срок", "Due"),
    "attachments": Words("Қосымшалар", "Приложения", "Attachments"),
    "attendance": Words("ҚАТЫСҚАНДАР ТІЗІМІ", "СПИСОК ПРИСУТСТВОВАВШИХ", "LIST OF THOSE PRESENT"),
    "attached_to": Words(
        "%(day)s № %(number)s хаттамаға қосымша",
        "Приложение к протоколу № %(number)s %(day)s",
        "Attachment to minutes No. %(number)s %(day)s",
    ),
    "attends": Words("Қатысуы", "Присутствие", "Attendance"),
    "is_present": Words("Қатысты", "Присутствовал(а)", "Present"),
    "is_guest": Words("Шақырылған", "Приглашён(а)", "Invited"),
    "is_absent": Words("Келмеді", "Отсутствовал(а)", "Absent"),
    "is_excused": Words("Себепті келмеді", "По уважительной причине", "Excused"),
    "came_at": Words("келді – %(time)s", "приход – %(time)s", "came – %(time)s"),
    "left_at": Words("кетті – %(time)s", "уход – %(time)s", "left – %(time)s"),
    "attendance_totals": Words(
        "Қатысқандар: %(present)s. Шақырылғандар: %(guests)s. Келмегендер: %(absent)s.",
        "Присутствовали: %(present)s. Приглашённые: %(guests)s. Отсутствовали: %(absent)s.",
        "Present: %(present)s. Invited: %(guests)s. Absent: %(absent)s.",
    ),
    "extract": Words("ХАТТАМАДАН ҮЗІНДІ", "ВЫПИСКА ИЗ ПРОТОКОЛА", "EXTRACT FROM MINUTES"),
    "extract_no": Words(
        "№ %(number)s ХАТТАМАДАН ҮЗІНДІ", "ВЫПИСКА ИЗ ПРОТОКОЛА № %(number)s", "EXTRACT FROM MINUTES No. %(number)s"
    ),
    "signed_by": Words("Хаттамаға қол қойғандар", "Протокол подписали", "Minutes signed by"),
    "extract_is_true": Words("Үзінді дұрыс:", "Выписка верна:", "True extract:"),
    "minutes_register": Words("МӘЖІЛІС ХАТТАМАЛАРЫНЫҢ ТІЗІЛІМІ", "РЕЕСТР ПРОТОКОЛОВ ЗАСЕДАНИЙ", "REGISTER OF MINUTES"),
    "academic_year": Words("%(year)s оқу жылы", "%(year)s учебный год", "Academic year %(year)s"),
    "calendar_year": Words("%(year)s жыл", "%(year)s год", "%(year)s"),
    "unused_numbers": Words("№ %(numbers)s қолданылмаған", "№ %(numbers)s не использован", "No. %(numbers)s not used"),
    "minutes_number": Words("Хаттама №", "Протокол №", "Minutes No."),
    "agenda_items": Words("Күн тәртібі", "Повестка дня", "Agenda"),
    "pages_count": Words("Бет саны", "Кол-во страниц", "Pages"),
}

VERB_WORDS = {
    ResolvedVerb.RESOLVED: Words("ҚАУЛЫ ЕТТІ", "ПОСТАНОВИЛИ", "RESOLVED"),
    ResolvedVerb.DECIDED: Words("ШЕШТІ", "РЕШИЛИ", "DECIDED"),
}
