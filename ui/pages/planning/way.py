"""The way of the paper: who agrees and who approves, where it is and since when, and what may happen to it next."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from html import escape
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QLabel, QScrollArea, QVBoxLayout, QWidget

from altdesk.desk import Changed, Desk
from altdesk.domain.dates import short_day
from altdesk.domain.errors import Refusal
from altdesk.domain.marking import N_
from altdesk.domain.plans import Approval, Plan, StepDraft
from altdesk.domain.plans_kinds import APPROVAL_STATE_NAMES, OUTCOME_NAMES, ROLE_NAMES, ApprovalState, VersionState
from altdesk.services import plans_approval, plans_versions
from ui.fields import Field, Kind
from ui.offers import offer_names, offer_posts
from ui.pages.planning.looks import where_said
from ui.shell import Shell
from ui.theme import GRID
from ui.widgets.parts import Part, SmallForm, button, button_row, close_button

ASKED = (N_("First: what is asked"), N_("Second: what is asked"), N_("Third: what is asked"))
MOST = len(ASKED)  # people in a chain that can be typed here
YES_NO = ((True, N_("yes")), (False, N_("no")))
Verb = Callable[[Desk, int], Changed]


class Way(Part):
    """Shows one plan; every verb asks for its day in place."""

    changed = Signal()

    def __init__(self, shell: Shell) -> None:
        super().__init__(shell, N_("Approval"))
        self._plan: Plan | None = None
        self.steps = QLabel(wordWrap=True)
        self.steps.setTextFormat(Qt.TextFormat.RichText)
        shell.words(self.steps, name=N_("Approval"))
        self.send_button = button(shell, N_("Send…"), self.ask_send, "send-outline")
        self.given_button = button(shell, N_("Signed…"), self.ask_given, "check-circle-outline")
        self.returned_button = button(shell, N_("Returned…"), self.ask_returned, "undo-variant")
        self.back_button = button(shell, N_("Take the paper back…"), self.ask_back, "arrow-u-left-top")
        self.chain_button = button(shell, N_("Who approves…"), self.ask_chain, "account-edit-outline")
        self.amend_button = button(shell, N_("Amend…"), self.ask_amend, "file-edit-outline")
        self.cancel_button = button(shell, N_("Give up the amendment"), self.cancel, "cancel")
        self.form = SmallForm(shell, (
            Field("sent_on", N_("Sent on"), Kind.DATE, letters=14),
            Field("back_on", N_("Day"), Kind.DATE, letters=14),
            Field("on", N_("Begun on"), Kind.DATE, letters=14),
            Field("onward", N_("Hand it on to the next at once"), Kind.CHOICE, choices=YES_NO),
            Field("comment", N_("What has to be changed"), Kind.LONG),
            Field("reason", N_("Why the plan is changed"), Kind.LONG),
        ))  # fmt: skip
        self.chain = self._chain_form()
        self.column.addWidget(self.steps)
        buttons = (self.send_button, self.given_button, self.returned_button, self.back_button, self.chain_button,
                   self.amend_button, self.cancel_button)  # fmt: skip
        self.column.addLayout(button_row(buttons))
        self.column.addWidget(self.form)
        self.column.addWidget(self.chain)
        self.column.addStretch(1)
        shell.words.switched.connect(self._say)

    def show_plan(self, plan: Plan) -> None:
        """Show where the paper of this plan is; a question about another state of it is gone."""
        before, self._plan = self._plan, plan
        if before is not None and (before.id, before.newest) != (plan.id, plan.newest):
            self.form.hide()
            self.chain.hide()
        state, version = plan.newest.state, plan.newest
        with_them = version.with_them is not None
        approved = state is VersionState.APPROVED
        self.send_button.setVisible(not approved and not with_them)
        self.given_button.setVisible(with_them)
        self.returned_button.setVisible(with_them)
        self.back_button.setVisible(state is VersionState.ON_APPROVAL)
        self.chain_button.setVisible(plan.editable)
        self.amend_button.setVisible(approved)
        self.cancel_button.setVisible(plan.amended and plan.editable)
        self._say()

    # asking

    def ask_send(self) -> None:
        self.form.open_form(N_("Send"), self._send, sent_on=date.today())

    def ask_given(self) -> None:
        """The day of the signature; whoever is not the last is asked whether the paper goes on at once."""
        plan = self._plan
        holder = plan.newest.with_them if plan else None
        if plan is None or holder is None:
            return
        more = {} if holder.id == plan.newest.steps[-1].id else {"onward": True}
        self.form.open_form(N_("Signed"), self._given, back_on=date.today(), **more)

    def ask_returned(self) -> None:
        self.form.open_form(N_("Returned for rework"), self._returned, back_on=date.today(), comment="")

    def ask_back(self) -> None:
        self.form.open_form(N_("Take the paper back"), self._take_back, back_on=date.today())

    def ask_amend(self) -> None:
        self.form.open_form(N_("Begin the amendment"), self._amend, on=date.today(), reason="")

    def ask_chain(self) -> None:
        """Who agrees and who approves, from the first who has not signed on."""
        plan = self._plan
        if plan is None:
            return
        steps = [each for each in plan.newest.steps if each.state is not ApprovalState.GIVEN][:MOST]
        values: dict[str, Any] = {}
        for at in range(MOST):
            step = steps[at] if at < len(steps) else None
            values |= {
                f"role{at}": step.role if step else None,
                f"post{at}": step.post if step else "",
                f"name{at}": step.full_name if step else "",
            }
        self.chain.open_form(N_("Save"), self._set_chain, **values)

    def cancel(self) -> None:
        """Give the amendment up."""
        self._do(plans_versions.cancel)

    # doing

    def _send(self, values: dict[str, Any]) -> None:
        if (day := self._day(values, "sent_on")) is not None:
            self._do(lambda desk, number: plans_approval.send(desk, number, day))

    def _given(self, values: dict[str, Any]) -> None:
        if (day := self._day(values, "back_on")) is not None:
            onward = bool(values.get("onward"))
            self._do(lambda desk, number: plans_approval.given(desk, number, day, onward=onward))

    def _returned(self, values: dict[str, Any]) -> None:
        if (day := self._day(values, "back_on")) is not None:
            self._do(lambda desk, number: plans_approval.returned(desk, number, day, values["comment"] or ""))

    def _take_back(self, values: dict[str, Any]) -> None:
        if (day := self._day(values, "back_on")) is not None:
            self._do(lambda desk, number: plans_approval.take_back(desk, number, day))

    def _amend(self, values: dict[str, Any]) -> None:
        if (day := self._day(values, "on")) is not None:
            self._do(lambda desk, number: plans_versions.amend(desk, number, values["reason"] or "", day))

    def _set_chain(self, values: dict[str, Any]) -> None:
        steps = [
            StepDraft(values[f"role{at}"], values[f"post{at}"] or "", values[f"name{at}"] or "")
            for at in range(MOST)
            if values[f"role{at}"] is not None
        ]
        self._do(lambda desk, number: plans_approval.set_chain(desk, number, steps), self.chain)

    def _day(self, values: dict[str, Any], key: str) -> date | None:
        day: date | None = values[key]
        if day is None:
            self.form.refuse(Refusal(N_("Type a day, for example 22.11.2026."), field=key))
        return day

    def _do(self, verb: Verb, form: SmallForm | None = None) -> None:
        plan, desk, asked = self._plan, self.shell.desk, form or self.form
        if plan is None:
            return

        def finished(_changed: Changed) -> None:
            asked.close_form()
            self.changed.emit()

        self.shell.work.do(lambda: verb(desk, plan.id), finished, asked.refuse, label=N_("Saving"))

    # showing

    def _chain_form(self) -> SmallForm:
        desk, roles = self.shell.desk, ((None, "–"), *ROLE_NAMES.items())
        fields: list[Field] = []
        for at in range(MOST):
            fields += [
                Field(f"role{at}", ASKED[at], Kind.CHOICE, choices=roles),
                Field(f"post{at}", N_("Post"), Kind.COMPLETED, offers=lambda text: offer_posts(desk, text), letters=26),
                Field(f"name{at}", N_("Full name"), Kind.COMPLETED, offers=lambda text: offer_names(desk, text),
                      letters=26),
            ]  # fmt: skip
        return SmallForm(self.shell, fields)

    def _say(self) -> None:
        plan, say = self._plan, self.shell.say
        if plan is None:
            return
        self.say_sentence(*where_said(plan, say))
        self.steps.setText("".join(f"<p>{self._step(at, each)}</p>" for at, each in enumerate(plan.newest.steps, 1)))

    def _step(self, at: int, step: Approval) -> str:
        """Who, what is asked of them, and below it every time the paper was there."""
        say = self.shell.say
        called = escape(step.called or say(N_("not named")))
        lines = [f"<b>{at}. {called}</b>", f"{escape(say(ROLE_NAMES[step.role]))}: {self._stands(step)}"]
        for visit in step.visits:
            back = short_day(visit.back_on) if visit.back_on else "…"
            comment = f" – {visit.comment}" if visit.comment else ""
            said = f"{short_day(visit.sent_on)} – {back}: {say(OUTCOME_NAMES[visit.outcome])}{comment}"
            lines.append(escape(said).replace("\n", "<br>"))
        return "<br>".join(lines)

    def _stands(self, step: Approval) -> str:
        day = f", {short_day(step.decided_on)}" if step.decided_on else ""
        return escape(self.shell.say(APPROVAL_STATE_NAMES[step.state]) + day)


class PartPanel(QScrollArea):
    """A part alone in the panel, with room around it; Esc and the cross in its heading close it."""

    closed = Signal()

    def __init__(self, inside: Part) -> None:
        super().__init__()
        self.close_button = close_button(inside.shell, self.closed.emit)
        inside.heading.add_at_end(self.close_button)
        holder = QWidget()
        holder.setObjectName("panel")
        column = QVBoxLayout(holder)
        column.setContentsMargins(2 * GRID, 0, GRID, GRID)
        column.addWidget(inside)
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidget(holder)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.closed.emit()
        else:
            super().keyPressEvent(event)
