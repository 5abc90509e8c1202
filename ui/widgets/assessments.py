"""The assessments of a risk, the newest first; a new one is made in place and the earlier ones stay."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from functools import partial
from typing import Any

from PySide6.QtWidgets import QLabel, QVBoxLayout

from altdesk.desk import Changed
from altdesk.domain.dates import short_day
from altdesk.domain.errors import Refusal
from altdesk.domain.marking import N_
from altdesk.domain.risk_scale import STEP_NAMES, RiskScale
from altdesk.domain.risks import Assessment, AssessmentDraft, Risk, RiskState
from altdesk.services import organisation, risks
from ui.columns import State
from ui.fields import Field, Kind
from ui.offers import offer_persons, offer_posts
from ui.shell import Shell
from ui.theme import Tone
from ui.widgets.heat_table import LEVELS
from ui.widgets.parts import Part, SmallForm, Then, button, button_row
from ui.widgets.shortlist import RowList, ShortRow

NONE = (None, N_("not given"))
MOST = 6  # assessments that are seen without scrolling
MEASURES = ("likelihood", "impact", "residual_likelihood", "residual_impact")


def level_state(likelihood: int | None, impact: int | None, level: Any, say: Callable[..., str]) -> State | None:
    """A level as lists show it: icon, product and word."""
    if level is None or likelihood is None or impact is None:
        return None
    state = LEVELS[level]
    return State(state.icon, f"{likelihood * impact} · {say(state.word)}", state.tone)


class Assessments(Part):
    """Below a risk's fields. `saved(then)` saves what is typed in them first; `risk_id` says which risk it then is."""

    def __init__(self, shell: Shell, saved: Callable[[Then], None], risk_id: Callable[[], int | None]) -> None:
        super().__init__(shell, N_("Assessments"))
        self._saved, self._risk_id = saved, risk_id
        self._risk: Risk | None = None
        self._steps = 0
        self.list = RowList()
        shell.words(self.list, name=N_("Assessments"))
        self.assess_button = button(shell, N_("Assess"), self.ask, "clipboard-check-outline")
        self.measured = QLabel(wordWrap=True)
        self.form: SmallForm | None = None
        self.column.addWidget(self.list)
        self.column.addLayout(button_row((self.assess_button,)))
        shell.words.switched.connect(self._forget_form)
        shell.words.switched.connect(self._say)

    def show_risk(self, risk: Risk | None) -> None:
        """Show a kept risk; None while it is new."""
        if self.form is not None and (self._risk.id if self._risk else None) != (risk.id if risk else None):
            self.form.hide()
        self._risk = risk
        self.assess_button.setEnabled(risk is None or risk.state is RiskState.OPEN)
        self._say()

    def ask(self) -> None:
        """Save what is typed, then open the form with what was assessed last."""
        if not self.assess_button.isEnabled():
            return
        desk = self.shell.desk

        def known() -> tuple[RiskScale, str, Assessment | None]:
            from altdesk.services import rules

            number = self._risk_id()
            found = risks.get(desk, number).assessments if number is not None else ()
            return rules.get(desk).risk_scale, organisation.get(desk).secretary, next(iter(found), None)

        def ask() -> None:
            self.shell.work.do(known, lambda answer: self._open(*answer))

        self._saved(ask)

    def _open(self, scale: RiskScale, secretary: str, last: Assessment | None) -> None:
        if self._risk_id() is None:
            return
        form = self._form_on(scale)
        kept = last if last is not None and last.steps == scale.steps else None
        form.open_form(
            N_("Keep the assessment"),
            self._assess,
            assessed_on=date.today(),
            likelihood=kept.likelihood if kept else 1,
            impact=kept.impact if kept else 1,
            residual_likelihood=kept.residual_likelihood if kept else None,
            residual_impact=kept.residual_impact if kept else None,
            assessed_by=secretary,
            note="",
        )
        self._measure(scale)

    def _forget_form(self) -> None:
        """The next form is made anew: in another language, or with the steps of another scale."""
        if self.form is not None and self.form.isHidden():
            self.form.deleteLater()
            self.form = None

    def _form_on(self, scale: RiskScale) -> SmallForm:
        """The form with the steps of the present scale."""
        if self.form is not None and self._steps == scale.steps:
            return self.form
        if self.form is not None:
            self.form.hide()
            self._forget_form()
        self._steps = scale.steps
        say = self.shell.say
        steps = [(at, f"{at} – {say(name)}") for at, name in enumerate(STEP_NAMES[scale.steps], 1)]
        desk = self.shell.desk

        def offers(text: str) -> Any:
            return [*offer_posts(desk, text), *offer_persons(desk, text)][:30]

        made = SmallForm(self.shell, (
            Field("assessed_on", N_("Day of the assessment"), Kind.DATE, letters=16),
            Field("assessed_by", N_("Assessed by"), Kind.COMPLETED, offers=offers, letters=24),
            Field("likelihood", N_("Likelihood"), Kind.CHOICE, choices=steps, letters=16),
            Field("impact", N_("Impact"), Kind.CHOICE, choices=steps, letters=16),
            Field("residual_likelihood", N_("Likelihood after the measure"), Kind.CHOICE, choices=(NONE, *steps),
                  letters=16),
            Field("residual_impact", N_("Impact after the measure"), Kind.CHOICE, choices=(NONE, *steps), letters=16),
            Field("note", N_("Why"), letters=40),
        ))  # fmt: skip
        for key in MEASURES:
            made.boxes[key].changed.connect(partial(self._measure, scale))
        self.form = made
        self.measured = QLabel(wordWrap=True)
        inside = made.layout()
        assert isinstance(inside, QVBoxLayout)
        inside.insertWidget(1, self.measured)
        self.column.addWidget(made)
        return made

    def _measure(self, scale: RiskScale) -> None:
        """What the choices come to, said while one chooses."""
        form, say = self.form, self.shell.say
        if form is None:
            return
        values = {key: form.boxes[key].value() for key in MEASURES}
        said = []
        for first, second, sentence in (
            ("likelihood", "impact", N_("Level: %(level)s")),
            ("residual_likelihood", "residual_impact", N_("After the measure: %(level)s")),
        ):
            up, across = values[first], values[second]
            if up and across:
                state = level_state(up, across, scale.level(up, across), say)
                said.append(say(sentence, level=state.word if state else ""))
        self.measured.setText(".  ".join(said))
        self.measured.setVisible(bool(said))

    def _assess(self, values: dict[str, Any]) -> None:
        number, desk, form = self._risk_id(), self.shell.desk, self.form
        if number is None or form is None:
            return
        draft = AssessmentDraft(**values)
        self.shell.work.do(lambda: risks.assess(desk, number, draft), self._done, self._refuse, label=N_("Saving"))

    def _done(self, _changed: Changed) -> None:
        if self.form is not None:
            self.form.close_form()
        self.assess_button.setFocus()

    def _refuse(self, refusal: Refusal) -> None:
        if self.form is not None:
            self.form.refuse(refusal)

    def _row(self, each: Assessment) -> ShortRow:
        """«20 · High → 10 · Medium», and below it the day and who."""
        say = self.shell.say
        before = level_state(each.likelihood, each.impact, each.level, say)
        after = level_state(each.residual_likelihood, each.residual_impact, each.residual_level, say)
        levels = " → ".join(state.word for state in (before, after) if state is not None)
        who = each.assessed_by or each.recorded_by
        return ShortRow(
            each.id, levels, short_day(each.assessed_on), ". ".join(part for part in (who, each.note) if part)
        )

    def _say(self) -> None:
        kept = self._risk.assessments if self._risk else ()
        self.list.show_rows([self._row(each) for each in kept])
        self.list.setVisible(bool(kept))
        heights = [self.list.sizeHintForRow(row) for row in range(min(self.list.count(), MOST))]
        self.list.setFixedHeight(sum(heights) + 2)
        risk = self._risk
        if risk is not None and risk.state is RiskState.CLOSED:
            day = short_day(risk.closed_on) if risk.closed_on else ""
            self.say_sentence(self.shell.say(N_("Closed on %(day)s."), day=day))
        elif risk is not None and not risk.assessments:
            self.say_sentence(self.shell.say(N_("Not assessed yet.")), Tone.WAIT)
        else:
            self.say_sentence("")
