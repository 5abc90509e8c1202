"""The sample desk's meetings: a year of a student government, told in the season each meeting belongs to."""

from __future__ import annotations

import tempfile
from collections.abc import Callable, Mapping
from datetime import date, timedelta
from pathlib import Path
from typing import Any

from altdesk.desk import Changed, Desk
from altdesk.domain.bodies import Member
from altdesk.domain.dates import short_day
from altdesk.domain.filenames import file_name
from altdesk.domain.marking import N_
from altdesk.domain.minutes import ItemDraft, MinutesDraft, Named, NamedVote, PointDraft, Vote
from altdesk.domain.minutes_attendance import parse_clock, voters
from altdesk.domain.minutes_decisions import undecided
from altdesk.domain.minutes_kinds import Choice, ItemState, MinutesState, Presence, VoteKind
from altdesk.domain.minutes_lists import MinutesQuery, OfferReason
from altdesk.domain.phrases import PhraseDraft, Section
from altdesk.domain.tasks import TasksQuery
from altdesk.forms.form import PrintOptions
from altdesk.services import agenda, attendance, bodies, minutes, phrases, points, printing, tasks, votes
from altdesk.services.papers import minutes as minutes_papers
from altdesk.services.papers import tasks as task_papers
from altdesk.services.papers.paper import Paper

LONG_AGO = timedelta(21)  # a meeting of the season is at least so long ago; newer ones are counted from today


def tell(desk: Desk, story: dict[str, Any], known: Mapping[str, int], today: date) -> None:
    """Hold every meeting in the order of its day; `known` are people by name."""
    with desk.step(N_("Sample phrases")) as step:
        for each in story["phrase"]:
            phrases.add(desk, PhraseDraft(each["key"], each["text"], Section(each["section"])))
        step.made = None
    desk.done(step)
    later: dict[str, Any] = {}
    for held_on, each in sorted(((_day(each, today), each) for each in story["meeting"]), key=lambda pair: pair[0]):
        meeting = _Meeting(desk, each, known, held_on, today)
        meeting.hold(bodies.by_name(desk, story["body"]).id, later)
        later = {item["title"]: item["later"] for item in each["item"] if "later" in item}


def _day(each: dict[str, Any], today: date) -> date:
    """The day of a meeting: counted from today, or the last such day of the calendar, moved back to a working day."""
    if "days" in each:
        return today + timedelta(each["days"])
    newest = today - LONG_AGO
    day = date(newest.year, *each["on"])
    day = day if day <= newest else date(newest.year - 1, *each["on"])
    return day - timedelta(max(0, day.weekday() - 4))


class _Meeting:
    """One meeting from the invitation to the signed paper."""

    def __init__(self, desk: Desk, kept: dict[str, Any], known: Mapping[str, int], held_on: date, today: date) -> None:
        self._desk = desk
        self._kept = kept
        self._known = known
        self._on = held_on
        self._today = today
        self._id = 0
        self._body = 0
        self._members: list[Member] = []
        self._decided: dict[str, dict[str, Any]] = {}  # what is told of each decision, by its text

    def hold(self, body_id: int, later: Mapping[str, Any]) -> None:
        """`later` says what becomes of items the meeting before left over, by their titles."""
        self._body = body_id
        self._members = bodies.members(self._desk, body_id, self._on)
        with self._desk.step(N_("Sample meeting of %(day)s"), day=short_day(self._on)) as step:
            self._begin()
            for item in minutes.get(self._desk, self._id).items:
                told = {"title": item.title, **later.get(item.title, {})}
                agenda.save(self._desk, item.id, self._draft(told))
                self._decide(item.id, told)
            for told in self._kept["item"]:
                self._decide(_id(agenda.add(self._desk, self._id, self._draft(told))), told)
            step.made = None
        self._desk.done(step)
        if not self._kept.get("draft"):
            self._finish()

    def _begin(self) -> None:
        """The head, the items left over, who is there."""
        desk = self._desk
        left = [each.item_id for each in agenda.offered(desk, self._body) if each.reason is OfferReason.NOT_DEALT]
        begins, ends = (parse_clock(text) if text else None for text in self._kept["time"])
        self._id = _id(minutes.start(desk, self._body, self._on, starts_at=begins, carry=left))
        fresh = minutes.get(desk, self._id)
        head = MinutesDraft(self._on, begins, ends, self._kept["place"], self._named("Төраға"), self._named("Хатшы"))
        minutes.save(desk, self._id, head)
        for row, reason in zip(reversed(fresh.attendees), self._kept.get("absent", ()), strict=False):
            attendance.mark(desk, self._id, [row.id], Presence.EXCUSED, reason)
        for name in self._kept.get("guests", ()):
            attendance.add(desk, self._id, self._named(name), Presence.GUEST)
        if "late" in self._kept:
            attendance.arrive(desk, fresh.attendees[-1].id, parse_clock(self._kept["late"]))

    def _draft(self, told: dict[str, Any]) -> ItemDraft:
        said = [f"{self._named(who).full_name}: {text}" for who, text in told.get("spoke", ())]
        return ItemDraft(
            told["title"],
            self._named(told.get("speaker", "Төрағаның орынбасары")),
            told.get("heard", ""),
            "\n".join(said),
            ItemState.POSTPONED if told.get("postponed") else ItemState.PLANNED,
        )

    def _decide(self, item_id: int, told: dict[str, Any]) -> None:
        """How an item was voted on, and what was resolved."""
        if "vote" in told:
            votes.save(self._desk, item_id, self._vote(item_id, told))
        for point in told.get("points", ()):
            responsible = tuple(map(self._named, point.get("responsible", ())))
            points.add(self._desk, item_id, PointDraft(point["text"], responsible, self._due(point)))
            self._decided[point["text"]] = point

    def _vote(self, item_id: int, told: dict[str, Any]) -> Vote:
        """As told; a tie, and who was against in a vote by name, follow from who is there."""
        against, abstained = told.get("against", 0), told.get("abstained", 0)
        if told["vote"] not in {"tie", "by_name"}:
            return Vote(VoteKind(told["vote"]), against=against, abstained=abstained)
        known = minutes.get(self._desk, self._id)
        there = voters(known, known.item(item_id))
        if told["vote"] == "tie":
            return Vote(VoteKind.OPEN, votes_for=len(there) // 2, against=len(there) // 2, abstained=len(there) % 2)
        return Vote(VoteKind.BY_NAME, names=tuple(NamedVote(row.id, Choice.AGAINST) for row in there[-against:]))

    def _due(self, point: dict[str, Any]) -> date | None:
        if "till" in point:
            return self._today + timedelta(point["till"])
        return self._on + timedelta(point["due"]) if "due" in point else None

    def _named(self, who: str) -> Named:
        """Whoever holds a post on the day of the meeting, the chair where nobody does; or somebody by name."""
        if who in self._known:
            return Named(who, "", self._known[who])
        holders = [each for each in self._members if each.post == who] or self._members
        return Named(holders[0].full_name, "", holders[0].person_id)

    def _finish(self) -> None:
        """Final, maybe opened again and final anew, then signed, and what was decided is done."""
        desk, kept = self._desk, self._kept
        with tempfile.TemporaryDirectory() as folder:
            if "attached" in kept:
                minutes.attach(desk, self._id, self._paper(Path(folder), kept["attached"]))
            minutes.finalize(desk, self._id, today=self._today)
            if "reopened" in kept:
                self._mend(kept["reopened"])
            if "signed" in kept:
                scan = self._paper(Path(folder), "")
                signed_on = min(self._on + timedelta(kept["signed"]), self._today)
                minutes.sign(desk, self._id, signed_on, scan, self._today)
            self._done(Path(folder))

    def _mend(self, told: dict[str, Any]) -> None:
        """A wrong day is put right; the version before is kept."""
        minutes.reopen(self._desk, self._id, told["reason"])
        title = self._kept["item"][told["item"] - 1]["title"]  # items left over may stand before it
        item = next(each for each in minutes.get(self._desk, self._id).items if each.title == title)
        point = item.points[told["point"] - 1]
        due = self._on + timedelta(told["due"])
        points.save(self._desk, point.id, PointDraft(point.text, point.responsible, due))
        minutes.finalize(self._desk, self._id, today=self._today)

    def _done(self, folder: Path) -> None:
        """The tasks that are done by now, with what shows it."""
        for task in tasks.lines(self._desk, tasks.ids(self._desk, TasksQuery(minutes_id=self._id))):
            told = self._decided[task.text]
            if "done" in told:
                done = min(self._on + timedelta(told["done"]), self._today)
                tasks.done(self._desk, [task.id], done, today=self._today)
            if "evidence" in told:
                tasks.prove(self._desk, task.id, self._paper(folder, told["evidence"]))

    def _paper(self, folder: Path, name: str) -> Path:
        """A file to attach: the printed minutes as their scan, or the list of who was there as anything else."""
        paper = (
            minutes_papers.attendance(self._desk, self._id) if name else minutes_papers.minutes(self._desk, self._id)
        )
        title = name.removesuffix(".pdf") or paper.form.name(paper.data, PrintOptions())
        file = folder / file_name(title, "pdf")
        file.write_bytes(printing.render(self._desk, paper).content)
        return file


def _id(changed: Changed) -> int:
    assert changed.id is not None
    return changed.id


def printed(desk: Desk, body: str) -> dict[str, Callable[[], Paper]]:
    """How a paper of each form about meetings and tasks is made, by the form's code: of the newest final minutes."""
    found = bodies.by_name(desk, body).id
    lines = minutes.lines(desk, minutes.ids(desk, MinutesQuery(body_id=found)))
    final = next(line.id for line in lines if line.state is not MinutesState.DRAFT)
    known = minutes.get(desk, final)
    decided = (item for item in known.items if not undecided(known, item))
    point = next(point.number for item in decided for point in item.points)
    busy = max(tasks.responsible(desk), key=lambda who: len(tasks.of(desk, who.person_id or 0)))
    return {
        "minutes": lambda: minutes_papers.minutes(desk, final),
        "short_minutes": lambda: minutes_papers.short_minutes(desk, final),
        "extract": lambda: minutes_papers.extract(desk, final, point),
        "attendance": lambda: minutes_papers.attendance(desk, final),
        "minutes_register": lambda: minutes_papers.minutes_register(desk, found),
        "tasks": lambda: task_papers.tasks(desk),
        "person_tasks": lambda: task_papers.person_tasks(desk, busy.person_id or 0),
    }
