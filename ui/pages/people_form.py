"""A person as the editor edits them, and what stands under the fields: terms, personal data, interests."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from altdesk.desk import Desk
from altdesk.domain.marking import N_
from altdesk.domain.people import KIND_NAMES, Person, PersonDraft
from altdesk.services import people
from ui.editor import Editor
from ui.fields import Field, Kind
from ui.offers import offer_posts, offer_units
from ui.record import Record
from ui.shell import Shell
from ui.widgets.person_data import PersonData
from ui.widgets.person_interests import PersonInterests
from ui.widgets.person_terms import PersonTerms
from ui.widgets.posts_input import PostsInput

if TYPE_CHECKING:
    from ui.preview import Printable


def person_record(desk: Desk) -> Record:
    """What the editor of a person edits."""
    return Record(
        kind="person",
        new_title=N_("New person"),
        fields=_fields(desk),
        blank=PersonDraft,
        get=partial(people.get, desk),
        add=partial(people.add, desk),
        save=partial(people.save, desk),
        title=lambda person: person.full_name if isinstance(person, Person) else "",
    )


def _fields(desk: Desk) -> tuple[Field, ...]:
    posts, units = partial(offer_posts, desk), partial(offer_units, desk)
    kinds = tuple(KIND_NAMES.items())
    return (
        Field("surname", N_("Surname")),
        Field("given_name", N_("Given name"), beside=True),
        Field("patronymic", N_("Patronymic"), hint=N_("Empty when there is none.")),
        Field("kind", N_("Kind"), Kind.CHOICE, choices=kinds, letters=18, section=N_("Place")),
        Field("post", N_("Post"), Kind.COMPLETED, offers=posts),
        Field("unit", N_("Unit"), Kind.COMPLETED, offers=units, hint=N_("Institute or department.")),
        Field("further_posts", N_("Further posts"), make=lambda _shell: PostsInput(),
              hint=N_("One on a line, the unit in brackets: Lecturer (Institute of Energy).")),
        Field("group", N_("Group"), letters=14),
        Field("course", N_("Course"), Kind.NUMBER, letters=6, least=1, most=9, beside=True),
        Field("phone", N_("Phone"), letters=18, section=N_("Contacts")),
        Field("email", N_("Email"), beside=True),
        Field("note", N_("Note"), Kind.LONG),
        Field("consent_on", N_("Consent given on"), Kind.DATE, letters=14, section=N_("Dates"),
              hint=N_("Consent to keep personal data.")),
        Field("left_on", N_("Left on"), Kind.DATE, letters=14, beside=True),
    )  # fmt: skip


class PersonParts:
    """What stands under the fields of a person who is kept."""

    def __init__(self, shell: Shell, editor: Editor, show_paper: Callable[[Printable], None]) -> None:
        self.terms = PersonTerms(shell)
        self.data = PersonData(shell, editor.commit, show_paper)
        self.interests = PersonInterests(shell, editor.commit)  # the last: its suggestions come and go behind all else
        for part in (self.terms, self.data, self.interests):
            editor.below.addWidget(part)
            part.hide()
        editor.shown.connect(self._show)

    def _show(self, person: object) -> None:
        kept = isinstance(person, Person) and person.id > 0
        self.data.setVisible(kept)
        self.interests.setVisible(kept and isinstance(person, Person) and person.anonymous is None)
        if isinstance(person, Person) and kept:
            self.terms.show_person(person.id)
            self.interests.show_person(person.id)
            self.data.show_person(person)
        else:
            self.terms.hide()
