"""Papers of meetings: minutes in full and short, attendance, extracts and the register of a year's minutes."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from altdesk.desk import Desk
from altdesk.domain.attachments import Role
from altdesk.domain.errors import Refusal
from altdesk.domain.marking import N_
from altdesk.domain.minutes import AgendaItem, Attendee, Minutes, Named, ResolvedPoint
from altdesk.domain.minutes_attendance import clock, quorum, stays_text, voters
from altdesk.domain.minutes_decisions import goes_on, put_off, undecided
from altdesk.domain.minutes_kinds import Choice, Majority, MinutesState, Presence, VoteKind
from altdesk.domain.minutes_lists import MinutesLine, MinutesQuery
from altdesk.domain.minutes_numbering import parse_number
from altdesk.domain.minutes_votes import Tally, VoteResult, result, tally
from altdesk.domain.names import signature_name, split_full_name
from altdesk.domain.rules import TieRule
from altdesk.domain.twins import twin
from altdesk.forms.form import PrintOptions
from altdesk.forms.render import laid_out
from altdesk.forms.sheets import attendance as attendance_form
from altdesk.forms.sheets import extract as extract_form
from altdesk.forms.sheets import minutes as full_form
from altdesk.forms.sheets import minutes_register as register_form
from altdesk.forms.sheets import short_minutes as short_form
from altdesk.forms.sheets.meeting import Attendant, Decision, Item, Meeting, Officer, Outcome, Vote
from altdesk.services import attachments, organisation, rules
from altdesk.services import minutes as service
from altdesk.services.papers.paper import Paper, signed_by

ATTACHED = frozenset({Role.FILE, Role.PHOTO})  # what the paper names; scan and original are the paper itself
SHARES = {Majority.TWO_THIRDS: (2, 3), Majority.THREE_QUARTERS: (3, 4)}


def chosen(desk: Desk, body_id: int | None = None, number: str = "", period: str = "") -> int:
    """The id of the minutes meant: the newest, of a body, with a number, in a year, as far as they are named.

    Refused when there are none.
    """
    query = MinutesQuery(body_id=body_id, period=period_name(period))
    lines = service.lines(desk, service.ids(desk, query, None if number else 1))
    if number:
        key = parse_number(number).key
        lines = [line for line in lines if line.number and parse_number(line.number).key == key]
    if not lines:
        if number:
            raise Refusal(N_("There are no minutes No. %(number)s."), field="number", number=number)
        raise Refusal(N_("There are no minutes yet."), field="body")
    return lines[0].id


def newest_final(desk: Desk, body_id: int | None = None, period: str = "") -> int:
    """The newest minutes that are final: only they have extracts. Those that are there at all when none is."""
    query = MinutesQuery(body_id=body_id, period=period_name(period))
    locked = (replace(query, state=state) for state in (MinutesState.FINAL, MinutesState.SIGNED))
    found = [line for each in locked for line in service.lines(desk, service.ids(desk, each, 1))]
    newest = max(found, key=lambda line: (line.held_on, line.id), default=None)
    return newest.id if newest is not None else chosen(desk, body_id, "", period)


def period_name(typed: str) -> str:
    """The name of a year however it is typed: 2025-2026, 2025/2026, 2025–2026."""
    return typed.strip().replace("/", "-").replace("–", "-")


def minutes(desk: Desk, minutes_id: int, version: int | None = None) -> Paper:
    """The minutes in full, as they are or as they were in a version; a draft is marked as one."""
    return Paper(full_form.FORM, meeting(desk, service.version(desk, minutes_id, version)))


def short_minutes(desk: Desk, minutes_id: int) -> Paper:
    """The minutes without what was said."""
    return Paper(short_form.FORM, meeting(desk, service.get(desk, minutes_id)))


def attendance(desk: Desk, minutes_id: int) -> Paper:
    """Who was there, to be signed and attached."""
    return Paper(attendance_form.FORM, attendance_form.of_minutes(meeting(desk, service.get(desk, minutes_id))))


def extract(desk: Desk, minutes_id: int, point: str, on: date | None = None) -> Paper:
    """One decision, certified by the desk's secretary, else by that of the meeting; without a day it is left to be
    written. Refused for a draft, and for a point the minutes have not."""
    known = service.get(desk, minutes_id)
    if not known.locked:
        raise Refusal(N_("These minutes are a draft. Finalize them before an extract is made."))
    for item in known.items:
        if undecided(known, item) and point.strip() in {each.number for each in item.points}:
            sentence = N_("Point %(point)s was not adopted: no extract can be made of it.")
            raise Refusal(sentence, field="point", point=point.strip())
    data = meeting(desk, known)
    heads = signed_by(organisation.get(desk))
    certified = heads[0] if heads else (known.secretary.post, data.secretary.signature)
    try:
        made = extract_form.of_point(data, point.strip(), certified, on)
    except KeyError as error:
        sentence = N_("The minutes No. %(number)s have no point %(point)s.")
        raise Refusal(sentence, field="point", number=known.number, point=point) from error
    return Paper(extract_form.FORM, made)


def minutes_register(desk: Desk, body_id: int, period: str = "", on: date | None = None) -> Paper:
    """The register of the final minutes of a body in a year, the newest year there is unless one is named.

    Refused when there are none.
    """
    found = service.periods(desk, body_id)
    year = period_name(period) or (found[0] if found else "")
    query = MinutesQuery(body_id=body_id, period=year, sort="number", descending=False)
    lines = [line for line in service.lines(desk, service.ids(desk, query)) if line.number]
    if not lines:
        raise Refusal(N_("There are no final minutes in this year."), field="year")
    heads = organisation.get(desk)
    data = register_form.RegisterData(
        service.get(desk, lines[0].id).body_in_both,
        year,
        tuple(_rows(desk, lines, service.gaps(desk, body_id, year))),
        rules.get(desk).minutes_numbering,
        on or date.today(),
        heads.in_both,
        signed_by(heads),
    )
    return Paper(register_form.FORM, data)


def _rows(desk: Desk, lines: Sequence[MinutesLine], unused: Sequence[int]) -> list[register_form.MinutesLine]:
    rows, left = [], list(unused)
    for line in lines:
        known = service.get(desk, line.id)
        data = meeting(desk, known)
        before = tuple(number for number in left if number < parse_number(line.number).value)
        left = left[len(before) :]
        agenda = "\n".join(f"{item.number}. {item.title}" for item in known.items)
        pages = len(laid_out(full_form.FORM, data, PrintOptions()).pages)
        rows.append(register_form.MinutesLine(line.number, line.held_on, agenda, pages, line.title, before))
    return rows


def meeting(desk: Desk, known: Minutes) -> Meeting:
    """What the papers of a meeting tell, of a final one with the names of then."""
    there = quorum(known)
    members = [each for each in known.attendees if each.member]
    files = attachments.of(desk, service.OWNER, known.id)
    return Meeting(
        organisation=twin(known.organisation, known.organisation_ru),
        unit=twin(known.department, known.department_ru),
        body=known.body_in_both,
        number=known.number,
        on=known.held_on,
        place=_place(known),
        chair=_officer(known.chair),
        secretary=_officer(known.secretary),
        present=_attendants(members, Presence.PRESENT),
        absent=_attendants(members, Presence.ABSENT, Presence.EXCUSED),
        guests=_attendants(known.attendees, Presence.GUEST),
        members=len(members),
        quorum=there.needed if there.entitled else 0,
        competent=there.held,
        items=tuple(_item(known, item) for item in known.items),
        time="–".join(filter(None, (clock(known.starts_at), clock(known.ends_at)))),
        title=known.title,
        verb=known.verb,
        attachments=tuple(file.note or file.name for file in files if file.role in ATTACHED),
        draft=not known.locked,
    )


def _place(known: Minutes) -> str:
    """City and room; the city once."""
    if known.city and known.city.casefold() in known.place.casefold():
        return known.place
    return ", ".join(part for part in (known.city, known.place) if part)


def _officer(who: Named) -> Officer:
    return Officer(who.full_name, signature_name(split_full_name(who.full_name).parts), who.post)


def _attendants(people: Sequence[Attendee], *states: Presence) -> tuple[Attendant, ...]:
    return tuple(
        Attendant(
            each.full_name,
            each.post,
            note=each.reason or (stays_text(each.stays) if len(each.stays) > 1 else ""),
            excused=each.state is Presence.EXCUSED,
            came=clock(each.arrives) if len(each.stays) == 1 else "",
            left=clock(each.leaves) if len(each.stays) == 1 else "",
        )
        for each in people
        if each.state in states
    )


def _called(who: Named) -> str:
    return ", ".join(part for part in (who.full_name, who.post) if part)


def _item(known: Minutes, item: AgendaItem) -> Item:
    refused, points = undecided(known, item), tuple(map(_point, item.points))
    return Item(
        str(item.number),
        item.title,
        _called(item.speaker),
        item.heard,
        item.discussed,
        _vote(known, item) if item.vote.kind is not VoteKind.NONE else None,
        decisions=() if refused else points,
        proposals=points if refused else (),
        carried_over=goes_on(item),
        put_off=put_off(known, item),
        undecided=refused and item.vote.kind is VoteKind.NONE,
    )


def _point(point: ResolvedPoint) -> Decision:
    responsible = "; ".join(who.full_name for who in point.responsible)
    return Decision(point.number, point.text, responsible, point.due_on, point.due_text)


def _vote(known: Minutes, item: AgendaItem) -> Vote:
    counted = tally(known, item)
    parts, of = SHARES.get(item.vote.majority, (0, 1))
    return Vote(
        counted.votes_for,
        counted.against,
        counted.abstained,
        _outcome(known, item, counted),
        secret=item.vote.kind is VoteKind.SECRET,
        present=counted.present if counted.present != quorum(known).present else None,
        needed=-(-counted.present * parts // of) if parts else None,
        not_voting=counted.not_voting,
        who_against=_voices(known, item, Choice.AGAINST),
        who_abstained=_voices(known, item, Choice.ABSTAINED),
    )


def _voices(known: Minutes, item: AgendaItem, choice: Choice) -> str:
    """Who voted so, in a vote by name."""
    if item.vote.kind is not VoteKind.BY_NAME:
        return ""
    called = {each.id: each.full_name for each in known.attendees}
    return "; ".join(called[each.attendee_id] for each in item.vote.names if each.choice is choice)


def _outcome(known: Minutes, item: AgendaItem, counted: Tally) -> Outcome:
    """The result in the words of the paper, where it matters how it came about."""
    decided = result(known, item)
    tie = item.vote.majority is Majority.ORDINARY and counted.votes_for == counted.against > 0
    if decided is VoteResult.NO_QUORUM:
        return Outcome.NO_QUORUM
    if decided is VoteResult.TIED:
        return Outcome.UNDECIDED
    if decided is VoteResult.ADOPTED:
        return Outcome.CHAIR_ADOPTED if tie else Outcome.ADOPTED
    if not tie:
        return Outcome.REJECTED
    return Outcome.CHAIR_REJECTED if _chair_decided(known, item) else Outcome.TIED


def _chair_decided(known: Minutes, item: AgendaItem) -> bool:
    """Whether the chair's vote decided a tie: the rule says so, and it is known how the chair voted."""
    if known.tie_rule is not TieRule.CHAIR_DECIDES:
        return False
    if item.vote.kind is VoteKind.BY_NAME:
        return any((each.person_id, each.full_name) == _key(known.chair) for each in voters(known, item))
    return item.vote.kind is VoteKind.OPEN and item.vote.chair is not None


def _key(who: Named) -> tuple[int | None, str]:
    return who.person_id, who.full_name
