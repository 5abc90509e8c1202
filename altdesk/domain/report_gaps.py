"""What a report still lacks, said before it is printed, each with the records to be completed."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from altdesk.domain.events_kinds import HeldState
from altdesk.domain.marking import N_
from altdesk.domain.report import PARTS, SECTIONS, Part, ReportKind
from altdesk.domain.report_facts import Facts


class Gap(StrEnum):
    NO_RESULT = "no_result"
    NO_PARTICIPANTS = "no_participants"
    NO_DIRECTION = "no_direction"
    EVENT_PASSED = "event_passed"
    EVENT_NO_REASON = "event_no_reason"
    ROW_PASSED = "row_passed"
    ROW_NO_REASON = "row_no_reason"
    NO_ANSWER = "no_answer"
    NOT_ASSESSED = "not_assessed"
    MEASURE_NO_RESULT = "measure_no_result"
    NO_DOCUMENT = "no_document"
    NO_EVENT = "no_event"
    NO_TEXT = "no_text"


GAP_SENTENCES = {
    Gap.NO_RESULT: N_("Held events without a result: %(count)s"),
    Gap.NO_PARTICIPANTS: N_("Held events without the number of people who came: %(count)s"),
    Gap.NO_DIRECTION: N_("Held events without a direction, form or level: %(count)s"),
    Gap.EVENT_PASSED: N_("Events whose day has passed, with nothing said of them: %(count)s"),
    Gap.EVENT_NO_REASON: N_("Events not held, without a reason: %(count)s"),
    Gap.ROW_PASSED: N_("Rows of plans whose time has passed, with nothing said of them: %(count)s"),
    Gap.ROW_NO_REASON: N_("Rows of plans not held, without a reason: %(count)s"),
    Gap.NO_ANSWER: N_("Meetings of the leadership with issues that have no answer: %(count)s"),
    Gap.NOT_ASSESSED: N_("Circles, clubs and sections not assessed in the period: %(count)s"),
    Gap.MEASURE_NO_RESULT: N_("Measures without a result: %(count)s"),
    Gap.NO_DOCUMENT: N_("Donations without a document: %(count)s"),
    Gap.NO_EVENT: N_("Donations without an event: %(count)s"),
    Gap.NO_TEXT: N_("Parts without a text: %(count)s"),
}


@dataclass(frozen=True)
class Missing:
    """A gap and the records it is in; of texts not written, `parts` names them instead."""

    gap: Gap
    kind: str
    ids: tuple[int, ...] = ()
    parts: tuple[Part, ...] = ()

    @property
    def count(self) -> int:
        return len(self.ids) or len(self.parts)


def gaps(facts: Facts, kind: ReportKind, today: date) -> tuple[Missing, ...]:
    """What this report lacks, what weighs most first; empty when nothing does."""
    held = [event for event in facts.events if event.state == HeldState.HELD]
    open_states = (HeldState.PLANNED, HeldState.MOVED)
    found: list[Missing] = [
        _of(Gap.NO_RESULT, "event", (e.id for e in held if not e.result)),
        _of(Gap.NO_PARTICIPANTS, "event", (e.id for e in held if e.participants is None)),
        _of(Gap.NO_DIRECTION, "event", (e.id for e in held if not (e.direction and e.form and e.level))),
        _of(Gap.EVENT_PASSED, "event", (e.id for e in facts.events if e.state in open_states and e.starts_on < today)),
        _of(Gap.EVENT_NO_REASON, "event", (e.id for e in facts.events if e.state == "not_held" and not e.reason)),
        _of(
            Gap.ROW_PASSED,
            "plan_row",
            (r.id for r in facts.rows if r.state in open_states and max(r.last_on, r.moved_on or r.last_on) < today),
        ),
        _of(Gap.ROW_NO_REASON, "plan_row", (r.id for r in facts.rows if r.state == "not_held" and not r.reason)),
    ]
    if kind is ReportKind.YEARLY:
        found += [
            _of(
                Gap.NO_ANSWER,
                "leadership_meeting",
                (m.id for m in facts.meetings if any(not answer for _, answer in m.issues)),
            ),
            _of(Gap.NOT_ASSESSED, "body", (c.id for c in facts.clubs if c.assessment_id is None)),
            _of(Gap.MEASURE_NO_RESULT, "measure", (m.id for m in facts.measures if not m.result)),
            _of(Gap.NO_DOCUMENT, "donation", (d.id for d in facts.donations if not d.document)),
            _of(Gap.NO_EVENT, "donation", (d.id for d in facts.donations if d.event_id is None)),
        ]
    parts = (part for section in SECTIONS[kind] for part in PARTS[section])
    found.append(Missing(Gap.NO_TEXT, "report_text", parts=tuple(p for p in parts if not facts.parts.get(p))))
    return tuple(each for each in found if each.count)


def _of(gap: Gap, kind: str, ids: Iterable[int]) -> Missing:
    return Missing(gap, kind, tuple(ids))
