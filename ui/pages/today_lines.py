"""What the lists of Today say of each record: a title, quietly at the right how it stands, and under it what it is."""

from __future__ import annotations

from datetime import date

from altdesk.domain.acquaintance import Coverage, SheetLine
from altdesk.domain.copies import ToCollect
from altdesk.domain.dates import short_day
from altdesk.domain.documents import HeldUp, ReviewDue
from altdesk.domain.events import Event
from altdesk.domain.leadership import DueIssue
from altdesk.domain.marking import N_
from altdesk.domain.minutes_attendance import clock
from altdesk.domain.minutes_lists import MinutesLine
from altdesk.domain.norms import NormLine
from altdesk.domain.plans_lists import PlanLine
from altdesk.domain.risks import RiskLine
from altdesk.domain.tasks import Task, responsible_line
from altdesk.i18n import Translator
from ui.widgets.lines import Line
from ui.words import cut


def late_sheet(line: SheetLine, now: date, say: Translator) -> Line:
    days = (now - line.expected_on).days if line.expected_on else 0
    return _sheet(line, say.plural("%(n)d day late", "%(n)d days late", days), say)


def made_sheet(line: SheetLine, _now: date, say: Translator) -> Line:
    return _sheet(line, say(N_("made %(day)s"), day=short_day(line.made_on)), say)


def expected_sheet(line: SheetLine, _now: date, say: Translator) -> Line:
    expected = say(N_("expected %(day)s"), day=short_day(line.expected_on)) if line.expected_on else ""
    return _sheet(line, expected or say(N_("no day set")), say)


def signed_sheet(line: SheetLine, _now: date, say: Translator) -> Line:
    return _sheet(line, say(N_("%(signed)d of %(total)d"), signed=line.signed, total=line.total), say)


def coverage(line: Coverage, _now: date, say: Translator) -> Line:
    counted = say(N_("%(signed)d of %(total)d"), signed=line.signed, total=line.total)
    return Line(line.revision_id, line.document, counted if line.total else say(N_("nobody was asked")), line.title)


def measure(line: RiskLine, now: date, say: Translator) -> Line:
    days = (now - line.due_on).days if line.due_on else 0
    late = say.plural("%(n)d day late", "%(n)d days late", days)
    return Line(line.id, line.title, late, ": ".join(part for part in (line.owner, line.measure) if part))


def paper(line: PlanLine, now: date, say: Translator) -> Line:
    """A plan whose paper somebody has had for long."""
    days = say.plural("%(n)d day", "%(n)d days", (now - line.since).days if line.since else 0)
    return Line(line.id, line.title, days, line.holder)


def task(line: Task, now: date, say: Translator) -> Line:
    """A task with how late it is, or the day it is due."""
    return Line(line.id, cut(line.text, 80), _due(line.due_on, now, say), responsible_line(line.responsible))


def meeting(line: MinutesLine, _now: date, _say: Translator) -> Line:
    """A meeting that is to come, or whose minutes are not final yet."""
    return Line(line.id, line.body, short_day(line.held_on), line.subject)


def event(line: Event, now: date, say: Translator) -> Line:
    """An event of the week: when it is, and where."""
    when = say(N_("today")) if line.first <= now <= line.last else short_day(line.first)
    about = ", ".join(part for part in (line.place, line.responsible.full_name) if part)
    return Line(line.id, cut(line.title, 80), " ".join(filter(None, (when, clock(line.starts_at)))), about)


def unsaid(line: Event, _now: date, say: Translator) -> Line:
    """An event that is over: what is still to be said of it."""
    wanted = N_("what came of it?") if line.wanting else N_("was it held?")
    return Line(line.id, cut(line.title, 80), short_day(line.first), say(wanted))


def norm(line: NormLine, _now: date, say: Translator) -> Line:
    return Line(line.id, line.title, say.plural("%(n)d document", "%(n)d documents", line.flagged), line.designation)


def collect(line: ToCollect, _now: date, say: Translator) -> Line:
    return Line(line.document_id, line.document, say.plural("%(n)d copy", "%(n)d copies", line.copies), line.title)


def held_up(line: HeldUp, _now: date, say: Translator) -> Line:
    sentence = N_("A signature of %(signed)s is on record")
    quiet = say(N_("revision %(number)s, %(day)s"), number=line.revision, day=short_day(line.effective_on))
    return Line(line.document_id, line.code, quiet, say(sentence, signed=short_day(line.signed_on)))


def review(line: ReviewDue, now: date, say: Translator) -> Line:
    over = line.days_over(now)
    quiet = say.plural("%(n)d day late", "%(n)d days late", over) if over > 0 else short_day(line.review_on)
    return Line(line.id, line.code, quiet, line.title)


def issue(line: DueIssue, now: date, say: Translator) -> Line:
    """An issue raised before the leadership: how late it is, or the day it is due."""
    return Line(line.meeting_id, cut(line.issue, 80), _due(line.due_on, now, say), line.responsible)


def _sheet(line: SheetLine, quiet: str, say: Translator) -> Line:
    """A sheet with what is said of it where it stands."""
    text = say(N_("Sheet No. %(number)s  ·  %(code)s"), number=line.number, code=line.document)
    return Line(line.id, text, quiet, line.title)


def _due(day: date | None, now: date, say: Translator) -> str:
    """How late something is, or when it is due."""
    days = (now - day).days if day else 0
    if days > 0:
        return say.plural("%(n)d day late", "%(n)d days late", days)
    return say(N_("today")) if day == now else short_day(day or now)
