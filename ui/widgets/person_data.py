"""A person's own data (Law 94-V): the card of everything held, and taking the name out of the desk for good."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING, Any

from altdesk.desk import Changed
from altdesk.domain.dates import short_day
from altdesk.domain.errors import Refusal
from altdesk.domain.marking import N_
from altdesk.domain.moments import clock
from altdesk.domain.people import Person
from ui.fields import Field
from ui.shell import Shell
from ui.theme import Tone
from ui.widgets.parts import Part, SmallForm, Then, button, button_row

if TYPE_CHECKING:
    from altdesk.domain.anonymising import Mention, Remains
    from ui.printable import Printable

FEW = 6  # papers, copies or texts that are named; of more it is said how many
GOES = N_(
    "Name, post, contacts, group, notes, interests and attached files go from the desk and from its history for good."
    " This cannot be undone, nor can anything that was done before it."
)
PAPERS = N_("Papers keep the name by the law on archives: %(names)s")
BACKUPS = N_("Older backup copies hold the name until they are thinned or deleted: %(names)s")
TEXTS = N_("Read these texts yourself, the surname stands in them: %(names)s")
NOTHING = N_("No paper and no backup copy says the name.")


class PersonData(Part):
    """Below the fields of a person. `saved(then)` saves what is typed in them first."""

    def __init__(self, shell: Shell, saved: Callable[[Then], None], show_paper: Callable[[Printable], None]) -> None:
        super().__init__(shell, N_("Personal data"))
        self._show_paper = show_paper
        self._saved = saved
        self._person: Person | None = None
        self._remains: Remains | None = None
        self.card_button = button(shell, N_("Data card"), self.show_card, "card-account-details-outline")
        self.anonymise_button = button(shell, N_("Make anonymous…"), self.ask, "incognito")
        self.form = SmallForm(
            shell, (Field("why", N_("Why"), letters=34, hint=N_("For instance the letter of the person.")),)
        )
        self.row = button_row((self.card_button, self.anonymise_button))
        self.column.addLayout(self.row)
        self.column.addWidget(self.form)
        shell.words.switched.connect(self._say)
        self.fold_as("person data")

    def show_person(self, person: Person) -> None:
        """Show whether the person is anonymous, and what can be done."""
        if self._person is None or self._person.id != person.id or person.anonymous is not None:
            self.form.hide()
        self._person = person
        self.anonymise_button.setVisible(person.anonymous is None)
        self._say()

    def show_card(self) -> None:
        """Everything held about the person, as a paper."""
        from altdesk.forms.form import Option
        from altdesk.services.papers import people as papers
        from ui.preview import printable

        person, desk, title = self._person, self.shell.desk, self.shell.say(N_("Data card"))
        if person is not None:
            pages = frozenset({Option.PAGES})
            self._show_paper(printable(desk, title, lambda: papers.person_card(desk, person.id), pages))

    def ask(self) -> None:
        """Say what goes and what stays, and ask why; refused for who is still there."""
        person, desk = self._person, self.shell.desk
        if person is None:
            return

        def load() -> None:
            from altdesk.services import anonymising

            asked = partial(anonymising.remains, desk, person.id)
            self.shell.work.do(asked, self._open, self._refused, topic="anonymise")

        self._saved(load)

    def _open(self, remains: Remains) -> None:
        self._remains = remains
        self._say()
        self.form.open_form(N_("Make anonymous"), self._anonymise, why="")

    def _refused(self, refusal: Refusal) -> None:
        self.say_sentence(self.shell.say.refusal(refusal), Tone.BAD)

    def _anonymise(self, values: dict[str, Any]) -> None:
        from altdesk.services import anonymising

        person, desk, drafts = self._person, self.shell.desk, self.shell.drafts
        if person is None:
            return

        def done(_changed: Changed) -> None:
            self.form.close_form()

        self.shell.work.do(
            lambda: anonymising.anonymise(desk, person.id, values["why"] or "", drafts),
            done,
            self.form.refuse,
            label=N_("Making the person anonymous"),
        )

    def _say(self) -> None:
        say, anonymous = self.shell.say, self._person.anonymous if self._person else None
        said = ""
        if anonymous is not None:
            sentence = N_("Made anonymous on %(day)s (%(who)s): %(why)s")
            said = say(sentence, day=short_day(anonymous.on), who=anonymous.by, why=anonymous.why)
        self.say_sentence(said)
        if self._remains is not None:
            self.form.say_above("\n".join((say(GOES), *self._stays(self._remains))))

    def _stays(self, remains: Remains) -> list[str]:
        say = self.shell.say
        copies = [clock(each.made_at) for each in remains.backups]
        named = (
            (PAPERS, self._called(remains.papers)),
            (BACKUPS, copies),
            (TEXTS, self._called(remains.texts)),
        )
        return [say(head, names=self._some(names)) for head, names in named if names] or [say(NOTHING)]

    def _called(self, found: tuple[Mention, ...]) -> list[str]:
        from altdesk.domain.records import TABLES

        return [f"{self.shell.say(TABLES[each.table].one)} {each.name}".strip() for each in found]

    def _some(self, names: list[str]) -> str:
        shown = "; ".join(names[:FEW])
        more = len(names) - FEW
        return shown if more <= 0 else f"{shown} … +{more}"
