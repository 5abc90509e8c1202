"""Words of the recovery sheet of an encrypted desk."""

from __future__ import annotations

from altdesk.forms.words.wording import Words

WORDS = {
    "recovery": Words("ҚАЛПЫНА КЕЛТІРУ КІЛТІ", "КЛЮЧ ВОССТАНОВЛЕНИЯ", "RECOVERY KEY"),
    "recovery_only_way": Words(
        "Құпиясөз бен осы парақтан басқа ештеңе дерекқорды аша алмайды. Екеуі де жоғалса, деректерді ешкім қайтара "
        "алмайды.",
        "Базу открывают только пароль и этот лист. Если потеряны оба, данные не сможет вернуть никто.",
        "Only the passphrase and this sheet open the desk. If both are lost, nobody can bring the data back.",
    ),
    "recovery_keep": Words(
        "Парақты жабық конвертке салып, кілттелетін шкафта, компьютерден бөлек сақтаңыз. Парақ пен компьютер қолында "
        "болған адам дерекқорды аша алады.",
        "Храните лист в запечатанном конверте, в запираемом шкафу, отдельно от компьютера. У кого есть лист и "
        "компьютер, тот откроет базу.",
        "Keep the sheet in a sealed envelope, in a locked cabinet, apart from the computer. Whoever has the sheet and "
        "the computer can open the desk.",
    ),
    "recovery_how": Words("Құпиясөз ұмытылса", "Если пароль забыт", "If the passphrase is forgotten"),
    "recovery_first": Words(
        "Бағдарламаны ашыңыз. «Құпиясөзді ұмыттым» дегенді басыңыз.",
        "Откройте программу. Нажмите «Я не помню пароль».",
        "Open the program. Choose “I forgot the passphrase”.",
    ),
    "recovery_second": Words(
        "Кілттің алты тобын латын әріптерімен теріңіз. Бас әріп пен кіші әріптің айырмасы жоқ. Сызықша қоймаса да "
        "болады.",
        "Наберите шесть групп ключа латинскими буквами. Заглавные и строчные буквы не различаются, чёрточки можно не "
        "ставить.",
        "Type the six groups of the key in Latin letters. Capitals and small letters are the same, dashes may be left "
        "out.",
    ),
    "recovery_third": Words(
        "Жаңа құпиясөз ойлап табыңыз. Бұл парақ күшінде қалады.",
        "Придумайте новый пароль. Этот лист остаётся в силе.",
        "Choose a new passphrase. This sheet stays valid.",
    ),
    "recovery_letters": Words(
        "Кілтте 0 мен 1 сандары, I мен O әріптері кездеспейді.",
        "В ключе нет цифр 0 и 1 и букв I и O.",
        "The key has no digits 0 and 1 and no letters I and O.",
    ),
    "recovery_desk": Words("Дерекқордың белгісі", "Обозначение базы", "Mark of the desk"),
    "recovery_made": Words("Жасалған күні", "Дата создания", "Made on"),
    "recovery_group": Words("%(number)s-топ", "группа %(number)s", "group %(number)s"),
    "recovery_taken": Words("Сақтауға алды", "Принял на хранение", "Taken into keeping"),
}
