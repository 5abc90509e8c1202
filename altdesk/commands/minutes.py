"""Commands about minutes: lists and files, their papers, finalizing, signing and opening them again."""

from __future__ import annotations

from argparse import Namespace
from collections.abc import Iterable
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

from altdesk.commands import exporting as export_answers
from altdesk.commands.answer import Answer, table
from altdesk.commands.printing import answer, options_of
from altdesk.desk import Desk
from altdesk.domain.dates import parse_day, short_day
from altdesk.domain.errors import Refusal
from altdesk.domain.marking import N_
from altdesk.domain.minutes import AgendaItem, Minutes
from altdesk.domain.minutes_decisions import goes_on, notices, undecided
from altdesk.domain.minutes_kinds import STATE_NAMES, MinutesState
from altdesk.domain.minutes_lists import MinutesLine, MinutesQuery
from altdesk.services import bodies, exporting_minutes, minutes, printing
from altdesk.services.papers import minutes as papers
from altdesk.services.papers.minutes import chosen, newest_final, period_name
from altdesk.services.papers.paper import Paper


def list_minutes(desk: Desk, asked: Namespace) -> Answer:
    """The minutes of every body, the newest first."""
    lines = minutes.lines(desk, minutes.ids(desk, _query(desk, asked)))
    heads = (N_("Id"), N_("Body"), N_("No."), N_("Held on"), N_("State"), N_("Chairperson"), N_("Present"), N_("Items"))
    rows = (
        (
            line.id, line.body, line.number, line.held_on, desk.say(STATE_NAMES[line.state]), line.chair,
            f"{line.present}/{line.entitled}", line.items,
        )
        for line in lines
    )  # fmt: skip
    return Answer([minutes_data(line) for line in lines], table([desk.say(head) for head in heads], rows))


def minutes_data(line: MinutesLine) -> dict[str, Any]:
    """`of` are the members entitled to vote, `items` how many stand on the agenda."""
    names = ("id", "body", "number", "period", "held_on", "title", "place", "chair", "secretary", "present")
    more = {"of": line.entitled, "quorum": line.quorum, "items": line.items, "signed_on": line.signed_on}
    return {name: getattr(line, name) for name in names} | {"state": line.state.value} | more


def _query(desk: Desk, asked: Namespace) -> MinutesQuery:
    return MinutesQuery(
        text=asked.search,
        body_id=bodies.by_name(desk, asked.body).id if asked.body is not None else None,
        state=MinutesState(asked.state) if asked.state is not None else None,
        person_id=printing.person_called(desk, asked.person) if asked.person is not None else None,
        period=period_name(asked.year),
    )


def export_minutes(desk: Desk, asked: Namespace) -> Answer:
    return export_answers.answer(desk, exporting_minutes.minutes(desk, Path(asked.file)))


def finalize(desk: Desk, asked: Namespace) -> Answer:
    """The draft of a body's meeting on a day becomes final, with the next number unless one is named."""
    body, day = bodies.by_name(desk, asked.body), parse_day(asked.date, date.today(), field="date")
    query = MinutesQuery(body_id=body.id, first=day, last=day, sort="state", descending=False)
    lines = minutes.lines(desk, minutes.ids(desk, query))
    drafts = [line for line in lines if line.state is MinutesState.DRAFT] or lines
    if not drafts:
        sentence = N_("%(body)s has no minutes of %(day)s.")
        raise Refusal(sentence, field="date", body=body.name, day=short_day(day))
    if len(drafts) > 1:
        raise Refusal(N_("There are several drafts of that day. Finalize them in the window."), field="date")
    told = [desk.say(each.sentence, items=each.items) for each in notices(minutes.get(desk, drafts[0].id))]
    minutes.finalize(desk, drafts[0].id, asked.number)
    done = _done(desk, drafts[0].id, N_("The minutes No. %(number)s of %(body)s are final."))
    return replace(done, data=done.data | _left(minutes.get(desk, drafts[0].id)), lines=[*done.lines, *told])


def _left(final: Minutes) -> dict[str, Any]:
    """The items that final minutes put off to the next meeting, and those whose proposals were not adopted."""

    def named(items: Iterable[AgendaItem]) -> list[dict[str, Any]]:
        return [{"number": item.number, "title": item.title} for item in items]

    return {
        "put_off": named(filter(goes_on, final.items)),
        "not_adopted": named(item for item in final.items if undecided(final, item)),
    }


def sign(desk: Desk, asked: Namespace) -> Answer:
    """The signed paper is back, and its scan is attached."""
    made = chosen(desk, bodies.by_name(desk, asked.body).id, asked.number, asked.year)
    scan = Path(asked.scan) if asked.scan is not None else None
    minutes.sign(desk, made, parse_day(asked.date, date.today(), field="date"), scan)
    return _done(desk, made, N_("The minutes No. %(number)s of %(body)s are signed."))


def reopen(desk: Desk, asked: Namespace) -> Answer:
    """The latest minutes of a body are opened again; what they were is kept."""
    made = chosen(desk, bodies.by_name(desk, asked.body).id, asked.number, asked.year)
    minutes.reopen(desk, made, asked.reason)
    return _done(desk, made, N_("The minutes No. %(number)s of %(body)s are a draft again."))


def _done(desk: Desk, minutes_id: int, sentence: str) -> Answer:
    (line,) = minutes.lines(desk, [minutes_id])
    return Answer(minutes_data(line), [desk.say(sentence, number=line.number, body=line.body)])


def print_minutes(desk: Desk, asked: Namespace) -> Answer:
    """Minutes in full or short; a draft is marked as one."""
    form = papers.short_minutes if asked.short else papers.minutes
    return _saved(desk, form(desk, _meant(desk, asked)), asked)


def print_extract(desk: Desk, asked: Namespace) -> Answer:
    """One decision with a signature of its own; without a number of the newest minutes that are final."""
    named = asked.id is not None or asked.number
    meant = _meant(desk, asked) if named else newest_final(desk, _body(desk, asked), asked.year)
    on = parse_day(asked.date, date.today(), field="date") if asked.date is not None else None
    return _saved(desk, papers.extract(desk, meant, asked.point, on), asked)


def print_attendance(desk: Desk, asked: Namespace) -> Answer:
    return _saved(desk, papers.attendance(desk, _meant(desk, asked)), asked)


def print_register(desk: Desk, asked: Namespace) -> Answer:
    """The final minutes of a body in a year."""
    return _saved(desk, papers.minutes_register(desk, bodies.by_name(desk, asked.body).id, asked.year), asked)


def _meant(desk: Desk, asked: Namespace) -> int:
    """The minutes of --id, else of --body, --number and --year, else the newest."""
    if asked.id is not None:
        return int(asked.id)
    return chosen(desk, _body(desk, asked), asked.number, asked.year)


def _body(desk: Desk, asked: Namespace) -> int | None:
    return bodies.by_name(desk, asked.body).id if asked.body is not None else None


def _saved(desk: Desk, paper: Paper, asked: Namespace) -> Answer:
    return answer(desk, printing.save(desk, paper, Path(asked.out), options_of(asked)))
