"""The posts of a body, the highest first: add one, change it, move it, put it into the bin."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from functools import partial
from typing import Any

from PySide6.QtGui import QKeySequence, QShortcut

from altdesk.desk import Changed
from altdesk.domain.bodies import POST_ROLE_NAMES, Body, BodyPost, BodyPostDraft, PostRole
from altdesk.domain.marking import N_
from altdesk.services import bodies
from ui.columns import Column
from ui.fields import Field, Kind
from ui.shell import Shell
from ui.theme import Tone
from ui.widgets.parts import Part, SmallForm, Then, button, button_row
from ui.widgets.short_table import ShortTable

SEATS = ((1, N_("One seat")), (0, N_("Any number")))
VOTES = ((True, N_("Has a vote")), (False, N_("Has no vote")))
FIELDS = (
    Field("title", N_("Title of the post"), letters=26),
    Field("seats", N_("Seats"), Kind.CHOICE, choices=SEATS),
    Field("role", N_("At a meeting"), Kind.CHOICE, choices=tuple(POST_ROLE_NAMES.items())),
    Field("votes", N_("Right to vote"), Kind.CHOICE, choices=VOTES),
)


class BodyPosts(Part):
    """Below a body's fields. `saved(then)` saves what is typed in them first."""

    def __init__(self, shell: Shell, saved: Callable[[Then], None]) -> None:
        super().__init__(shell, N_("Posts"))
        self._saved = saved
        self._body: Body | None = None
        say = shell.say
        columns = (
            Column("title", N_("Post"), 210, lambda post: post.title),
            Column("seats", N_("Seats"), 110, lambda post: say(dict(SEATS)[post.seats])),
            Column("role", N_("Role"), 120, _role(shell)),
        )
        self.table = ShortTable(shell, "body posts", columns, 9)
        shell.words(self.table, name=N_("Posts"))
        self.add_button = button(shell, N_("Add a post"), self.ask_new, "plus")
        self.change_button = button(shell, N_("Edit"), self.ask_change, "pencil-outline")
        self.up_button = button(shell, N_("Up"), lambda: self.move_post(-1), "arrow-up", N_("Higher (Ctrl+Up)"))
        self.down_button = button(shell, N_("Down"), lambda: self.move_post(1), "arrow-down", N_("Lower (Ctrl+Down)"))
        self.out_button = button(shell, N_("Delete"), self.bin_, "trash-can-outline")
        self.form = SmallForm(shell, FIELDS)
        self.column.addWidget(self.table)
        buttons = (self.add_button, self.change_button, self.up_button, self.down_button, self.out_button)
        self.column.addLayout(button_row(buttons))
        self.column.addWidget(self.form)
        self._connect()

    def _connect(self) -> None:
        for keys, step in (("Ctrl+Up", -1), ("Ctrl+Down", 1)):
            QShortcut(QKeySequence(keys), self.table).activated.connect(partial(self.move_post, step))
        self.table.selection_changed.connect(self._show_possible)
        self.table.insert_wanted.connect(self.ask_new)
        self.table.delete_wanted.connect(self.bin_)
        self.table.activated_id.connect(lambda _id: self.ask_change())
        self.table.rows.loaded.connect(self._show_possible)
        self.shell.words.switched.connect(self._say)

    def show_body(self, body: Body) -> None:
        if self._body is None or self._body.id != body.id:
            self.form.hide()
            self.table.clearSelection()
        self._body = body
        self.table.setVisible(bool(body.posts))
        self.table.show_lines(body.posts)
        self.say_count(len(body.posts) or "")
        self._say()

    def _say(self) -> None:
        empty = self._body is not None and not self._body.posts
        none = N_("No posts yet. Members hold posts, so begin with one for members.")
        self.say_sentence(self.shell.say(none) if empty else "", Tone.WAIT)

    @property
    def chosen(self) -> BodyPost | None:
        line = self.table.current_line()
        return line if isinstance(line, BodyPost) else None

    def _show_possible(self) -> None:
        chosen, body = self.chosen, self._body
        last = len(body.posts) if body else 0
        at = body.posts.index(chosen) if body and chosen in body.posts else -1
        for each in (self.change_button, self.out_button):
            each.setEnabled(chosen is not None)
        self.up_button.setEnabled(at > 0)
        self.down_button.setEnabled(0 <= at < last - 1)

    def ask_new(self) -> None:
        self.form.open_form(N_("Add"), self._add, title="", seats=0, role=PostRole.NONE, votes=True)

    def ask_change(self) -> None:
        if (chosen := self.chosen) is not None:
            values = {"title": chosen.title, "seats": chosen.seats, "role": chosen.role, "votes": chosen.votes}
            self.form.open_form(N_("Save"), partial(self._change, chosen.id), **values)

    def move_post(self, step: int) -> None:
        """Give the selected post a higher or lower place; it stays selected."""
        chosen, body, desk = self.chosen, self._body, self.shell.desk
        if chosen is None or body is None or chosen not in body.posts:
            return
        rank = body.posts.index(chosen) + 1 + step
        if 1 <= rank <= len(body.posts):
            self._do(lambda: bodies.move_post(desk, chosen.id, rank))

    def bin_(self) -> None:
        chosen, desk = self.chosen, self.shell.desk
        if chosen is not None:
            self._do(lambda: bodies.bin_posts(desk, [chosen.id], date.today()))

    def _add(self, values: dict[str, Any]) -> None:
        body, desk = self._body, self.shell.desk
        if body is not None:
            body_id = body.id
            self._do(lambda: bodies.add_post(desk, body_id, BodyPostDraft(**values)))

    def _change(self, post_id: int, values: dict[str, Any]) -> None:
        desk = self.shell.desk
        self._do(lambda: bodies.save_post(desk, post_id, BodyPostDraft(**values)))

    def _do(self, verb: Callable[[], Changed]) -> None:
        def start() -> None:
            self.shell.work.do(verb, self._done, self.form.refuse, label=N_("Saving"))

        self._saved(start)

    def _done(self, changed: Changed) -> None:
        if not self.form.isHidden():
            self.form.close_form()
        self.table.setFocus()
        if changed.id is not None:
            self.table.want_id(changed.id)


def _role(shell: Shell) -> Callable[[BodyPost], str]:
    def said(post: BodyPost) -> str:
        role = shell.say(POST_ROLE_NAMES[post.role])
        return role if post.votes else f"{role}, {shell.say(VOTES[1][1]).lower()}"

    return said
