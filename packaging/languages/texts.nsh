; What our own installer says, in the languages of the program.
LangString TEXT_RUNNING ${LANG_KAZAKH} "altdesk қазір ашық. Алдымен оны жабыңыз, содан кейін «Қайталау» түймесін басыңыз."
LangString TEXT_RUNNING ${LANG_RUSSIAN} "Программа altdesk сейчас открыта. Сначала закройте её, потом нажмите «Повтор»."
LangString TEXT_RUNNING ${LANG_ENGLISH} "altdesk is open now. Close it first, then press Retry."

LangString TEXT_PROGRAM ${LANG_KAZAKH} "Бағдарлама"
LangString TEXT_PROGRAM ${LANG_RUSSIAN} "Программа"
LangString TEXT_PROGRAM ${LANG_ENGLISH} "The program"

LangString TEXT_PROGRAM_MORE ${LANG_KAZAKH} "Бағдарлама осы компьютерден жойылады."
LangString TEXT_PROGRAM_MORE ${LANG_RUSSIAN} "Программа будет удалена с этого компьютера."
LangString TEXT_PROGRAM_MORE ${LANG_ENGLISH} "The program is removed from this computer."

LangString TEXT_DATA ${LANG_KAZAKH} "Менің деректерім де"
LangString TEXT_DATA ${LANG_RUSSIAN} "И мои данные"
LangString TEXT_DATA ${LANG_ENGLISH} "My data too"

LangString TEXT_DATA_MORE ${LANG_KAZAKH} "Барлық жазба, файл және олардың көшірмесі біржола жойылады. Белгі қоймасаңыз, бәрі қалады."
LangString TEXT_DATA_MORE ${LANG_RUSSIAN} "Все записи, файлы и их копии будут удалены навсегда. Без этой отметки всё останется."
LangString TEXT_DATA_MORE ${LANG_ENGLISH} "All records, files and their backup copies are deleted for good. Without this tick everything stays."
