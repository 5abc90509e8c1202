"""The vote on an item: how it is taken, what was counted, and at once what that means."""

from __future__ import annotations

from dataclasses import asdict, replace
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from altdesk.domain.marking import N_
from altdesk.domain.minutes import AgendaItem, Minutes, NamedVote, Vote
from altdesk.domain.minutes_attendance import voters
from altdesk.domain.minutes_kinds import CHOICE_NAMES, MAJORITY_NAMES, VOTE_KIND_NAMES, Choice, Majority, VoteKind
from altdesk.domain.minutes_votes import RESULT_NAMES, VoteResult, choice_of, result, tally, with_choice
from altdesk.domain.rules import TieRule
from ui.icons import pixmap
from ui.shell import Shell
from ui.theme import GRID, ICON_SIZE, SEMIBOLD, Tone, set_tone, set_type
from ui.widgets.flow import Flow
from ui.widgets.inputs import ChoiceInput, NumberInput, letters_wide
from ui.widgets.voices import Voices

MOST = 999
CHOICES = (Choice.FOR, Choice.AGAINST, Choice.ABSTAINED, Choice.NOT_VOTING)
RESULT_LOOKS = {
    VoteResult.NONE: ("minus", Tone.QUIET),
    VoteResult.ADOPTED: ("check-circle-outline", Tone.GOOD),
    VoteResult.NOT_ADOPTED: ("close-circle-outline", Tone.BAD),
    VoteResult.TIED: ("scale-balance", Tone.WAIT),
    VoteResult.NO_QUORUM: ("account-alert-outline", Tone.BAD),
}


class VoteInput(QWidget):
    """An input of the item's editor. It knows the meeting, so that limits and the result are seen while typing."""

    changed = Signal()

    def __init__(self, shell: Shell) -> None:
        super().__init__()
        self._shell = shell
        self._minutes: Minutes | None = None
        self._item: AgendaItem | None = None
        self._vote = Vote()
        self._filling = False
        say = shell.say
        self.kind = ChoiceInput(lambda: [(kind, say(name)) for kind, name in VOTE_KIND_NAMES.items()])
        self.majority = ChoiceInput(lambda: [(each, say(name)) for each, name in MAJORITY_NAMES.items()])
        self.votes_for, self.against, self.abstained = (NumberInput(0, MOST) for _ in range(3))
        self.chair = ChoiceInput(lambda: [(None, "–"), *((each, say(CHOICE_NAMES[each])) for each in CHOICES)])
        self.voices = Voices(shell)
        self.result, self.present = QLabel(), QLabel(wordWrap=True)
        self._mark = QLabel()
        set_type(self.result, 11, SEMIBOLD)
        set_tone(self.present, Tone.QUIET)
        self._lay_out()
        for each in (self.kind, self.majority, self.votes_for, self.against, self.abstained, self.chair):
            each.changed.connect(self._typed)
        self.voices.said.connect(self._voice)
        for choice in (self.kind, self.majority, self.chair):
            shell.words.switched.connect(choice.say_again)
        shell.words.switched.connect(self._show)

    def show_meeting(self, minutes: Minutes, item: AgendaItem) -> None:
        """The meeting as it stands now: who is there decides how many votes there can be."""
        self._minutes, self._item = minutes, item
        self._show()

    def value(self) -> Vote:
        return self._vote

    def set_value(self, value: Vote) -> None:
        self._vote = value
        self._fill()

    def typed(self) -> Any:
        return asdict(self._vote)

    def set_typed(self, typed: Any) -> None:
        try:
            names = tuple(NamedVote(int(each["attendee_id"]), Choice(each["choice"])) for each in typed["names"])
            kind, majority = VoteKind(typed["kind"]), Majority(typed["majority"])
            chair = Choice(typed["chair"]) if typed["chair"] else None
            counts = (typed["votes_for"], int(typed["against"]), int(typed["abstained"]))
        except (KeyError, TypeError, ValueError):  # a draft of another version of the program
            return
        self.set_value(Vote(kind, majority, *counts, chair, names))

    # inside

    def _typed(self) -> None:
        if self._filling:
            return
        kind: VoteKind = self.kind.value()
        self._vote = replace(
            self._vote,
            kind=kind,
            majority=self.majority.value(),
            votes_for=self.votes_for.value() if kind in {VoteKind.OPEN, VoteKind.SECRET} else None,
            against=self.against.value() or 0,
            abstained=self.abstained.value() or 0,
            chair=self.chair.value(),
        )
        self._show()
        self.changed.emit()

    def _voice(self, attendee_id: int, choice: Choice) -> None:
        self._vote = with_choice(self._vote, attendee_id, choice)
        self._show()
        self.changed.emit()

    def _fill(self) -> None:
        self._filling = True
        self.kind.set_value(self._vote.kind)
        self.majority.set_value(self._vote.majority)
        self.votes_for.set_value(self._vote.votes_for)
        self.against.set_value(self._vote.against)
        self.abstained.set_value(self._vote.abstained)
        self.chair.set_value(self._vote.chair)
        self._filling = False
        self._show()

    def _show(self) -> None:
        """What can be counted, and what it means."""
        kind = self._vote.kind
        counted, by_name = kind in {VoteKind.OPEN, VoteKind.SECRET}, kind is VoteKind.BY_NAME
        for box in self._counts:
            box.setVisible(counted)
        self._majority_box.setVisible(kind is not VoteKind.NONE)
        self.voices.setVisible(by_name)
        self._outcome.setVisible(kind is not VoteKind.NONE)
        minutes, item = self._minutes, self._item
        if minutes is None or item is None:
            return
        item = replace(item, vote=self._vote)
        there, came = tally(minutes, item), result(minutes, item)
        self._chair_box.setVisible(
            kind is VoteKind.OPEN and minutes.tie_rule is TieRule.CHAIR_DECIDES and there.votes_for == there.against > 0
        )
        if by_name:
            self.voices.show_voices([(each, choice_of(item, each.id)) for each in voters(minutes, item)])
        self.votes_for.setSpecialValueText(str(max(0, there.votes_for)) if self._vote.votes_for is None else " ")
        icon_name, tone = RESULT_LOOKS[came]
        self._mark.setPixmap(pixmap(icon_name, tone, ICON_SIZE, self.devicePixelRatioF()))
        self.result.setText(self._shell.say(RESULT_NAMES[came]))
        set_tone(self.result, tone)
        self._say_present(there.present, there.votes_for, there.against, there.abstained)

    def _say_present(self, present: int, *votes: int) -> None:
        say = self._shell.say
        over = sum(max(0, each) for each in votes) > present or votes[0] < 0
        if over:
            said = say(N_("More votes than the %(present)s who are present and may vote."), present=present)
        else:
            said = say(
                N_("for %(votes_for)s, against %(against)s, abstained %(abstained)s of %(present)s who may vote"),
                votes_for=votes[0], against=votes[1], abstained=votes[2], present=present,
            )  # fmt: skip
        self.present.setText(said)
        set_tone(self.present, Tone.BAD if over else Tone.QUIET)

    def _lay_out(self) -> None:
        labels = {
            self.kind: N_("How it is voted"),
            self.majority: N_("Majority"),
            self.votes_for: N_("For"),
            self.against: N_("Against"),
            self.abstained: N_("Abstained"),
            self.chair: N_("The chair voted"),
        }
        boxes = {each: self._labelled(label, each) for each, label in labels.items()}
        self._counts = [boxes[each] for each in (self.votes_for, self.against, self.abstained)]
        self._majority_box, self._chair_box = boxes[self.majority], boxes[self.chair]
        for number in (self.votes_for, self.against, self.abstained):
            number.setFixedWidth(letters_wide(number, 7))
        line = Flow()
        line.setSpacing(2 * GRID)
        for box in boxes.values():
            line.addWidget(box)
        self._outcome, outcome = QWidget(), QHBoxLayout()
        outcome.setContentsMargins(0, 0, 0, 0)
        outcome.setSpacing(GRID)
        for label, share in ((self._mark, 0), (self.result, 0), (self.present, 1)):
            outcome.addWidget(label, share, Qt.AlignmentFlag.AlignVCenter)
        self._outcome.setLayout(outcome)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(GRID)
        column.addLayout(line)
        column.addWidget(self.voices)
        column.addWidget(self._outcome)
        self.setFocusProxy(self.kind)
        self._show()

    def _labelled(self, label: str, inside: QWidget) -> QWidget:
        box, said = QWidget(), QLabel()
        said.setBuddy(inside)
        self._shell.words(said, text=label)
        self._shell.words(inside, name=label)
        column = QVBoxLayout(box)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addWidget(said)
        column.addWidget(inside)
        return box
