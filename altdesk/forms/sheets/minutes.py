"""ХАТТАМА: the minutes of a meeting in full, from the head to the signatures of chair and secretary."""

from __future__ import annotations

from collections.abc import Iterator

from altdesk.forms import parts
from altdesk.forms.blocks import (
    Align,
    Block,
    Column,
    Face,
    Fields,
    Footer,
    Heading,
    Holds,
    Keep,
    Lead,
    Paragraph,
    Point,
    Running,
    Sides,
    Signatures,
    Table,
    Title,
)
from altdesk.forms.form import Form, Output, PrintOptions
from altdesk.forms.sheets.meeting import NO_NUMBER, Attendant, Decision, Item, Meeting, Officer, Outcome, Vote
from altdesk.forms.words import VERB_WORDS, PaperLanguage, called, day, long_day, say, stacked, value_language

SPACE = "\u00a0"


def body(data: Meeting, options: PrintOptions) -> tuple[Block, ...]:
    items = tuple(block for item in data.items for block in _item(item, data, options))
    return framed(data, "minutes", items, options)


def framed(data: Meeting, key: str, items: tuple[Block, ...], options: PrintOptions) -> tuple[Block, ...]:
    """The items of the full or short minutes (words under `key`) between head and signatures."""
    language = options.language
    blocks = (*particulars(data, options), *agenda(data, options), *items, *_attachments(data, options))
    signed = Signatures((
        (say("chair", language), data.chair.signature or data.chair.full_name),
        (say("secretary", language), data.secretary.signature or data.secretary.full_name),
    ))
    return (
        footer(key, data, options),
        *parts.draft(data.draft, options),
        *heads(data, say(f"{key}_no", language, number=data.number or NO_NUMBER), options),
        *blocks[:-1],
        Keep((blocks[-1], signed)),
    )


def heads(data: Meeting, title: str, options: PrintOptions) -> Iterator[Block]:
    """Organisation, unit and body over the title."""
    above = ((data.organisation, Face.REGULAR), (data.unit, Face.REGULAR), (data.body, Face.BOLD))
    said = [(stacked(name, options.language), face) for name, face in above]
    lines = [(text, face) for text, face in said if text]
    for text, face in lines:
        after = 4 if text is lines[-1][0] else 0.8
        most = 2 * len(text.splitlines())
        yield Paragraph(text, face, sizes=(12, 11.5, 11), align=Align.CENTRE, lines=most, after=after)
    yield Title(title.replace(" / ", "\n"))
    if data.title:
        yield Paragraph(data.title, sizes=(12, 11), align=Align.CENTRE, lines=2, after=3)


def footer(key: str, data: Meeting, options: PrintOptions) -> Footer:
    language, values = options.language, value_language(options.language)
    left = say(f"{key}_no", values, number=data.number or NO_NUMBER).capitalize()
    left += f", {called(data.body, values)}, {day(data.on)}"
    return Footer(say("page", language, page="%(page)s", pages="%(pages)s"), left=left)


def particulars(data: Meeting, options: PrintOptions) -> tuple[Block, ...]:
    """Day and place, who led and wrote, who was there, whether they could decide."""
    language, values = options.language, value_language(options.language)
    absent = [_absent(each, values) for each in data.absent]
    others = [("absent", absent), ("guests", [_with_post(each) for each in data.guests])]
    return opened(
        data,
        [
            (say("present", language), _present(data, values)),
            *((say(key, language), "; ".join(people)) for key, people in others if people),
        ],
        options,
    )


def opened(data: Meeting, there: list[tuple[str, str]], options: PrintOptions) -> tuple[Block, ...]:
    """Day and place, chair and secretary, then who was `there`, and the quorum where there is a rule."""
    language, values = options.language, value_language(options.language)
    officers = (("chair", data.chair), ("secretary", data.secretary))
    items = [(say(key, language), _officer(officer, key)) for key, officer in officers]
    items += there
    if data.quorum:
        key = "quorum_is" if data.competent else "quorum_is_not"
        items.append((say("quorum", language), say(key, values, needed=data.quorum)))
    when = say(long_day(data.on), values)
    return (
        Sides(f"{when}, {data.time}" if data.time else when, data.place),
        Fields(tuple(items), size=12, after=2, faces=(Face.BOLD, Face.REGULAR)),
    )


def _officer(officer: Officer, key: str) -> str:
    """The name, and the post unless it says what stands before it (Төраға: …, төраға)."""
    same = officer.post.casefold() in {say(key, language).casefold() for language in PaperLanguage}
    return officer.full_name if same or not officer.post else f"{officer.full_name}, {officer.post}"


def counted_present(data: Meeting, language: PaperLanguage) -> str:
    return say("of_members", language, present=len(data.present), members=data.members)


def _present(data: Meeting, language: PaperLanguage) -> str:
    count = counted_present(data, language)
    if data.listed:
        return f"{count}, {say('list_attached', language)}"
    return ": ".join(part for part in (count, "; ".join(each.full_name for each in data.present)) if part)


def _with_post(person: Attendant) -> str:
    return ", ".join(part for part in (person.full_name, person.post, person.unit) if part)


def _absent(person: Attendant, language: PaperLanguage) -> str:
    reason = person.note or (say("is_excused", language).lower() if person.excused else "")
    return f"{person.full_name} ({reason})" if reason else person.full_name


def agenda(data: Meeting, options: PrintOptions) -> Iterator[Block]:
    yield Heading(say("agenda", options.language))
    speaker = say("speaker", options.language)
    for item in data.items:
        yield Point(f"{item.number}.", item.title, f"{speaker}: {item.speaker}" if item.speaker else "", hang=8)


def _item(item: Item, data: Meeting, options: PrintOptions) -> Iterator[Block]:
    """All that is written of an item."""
    yield Heading(item.title, mark=f"{item.number}.")
    yield from heard(item, options)
    if item.spoke:
        yield Lead(f"{say('spoke', options.language)}:")
        yield Running(item.spoke)
    yield from outcome(item, data, options)


def heard(item: Item, options: PrintOptions) -> Iterator[Block]:
    if item.put_off:
        return
    if item.speaker or item.heard:
        yield Lead(f"{say('heard', options.language)}:", item.speaker)
    if item.heard:
        yield Running(item.heard)


def outcome(item: Item, data: Meeting, options: PrintOptions) -> Iterator[Block]:
    """What was voted on if it was not adopted, the vote, and the decisions."""
    yield from _proposals(item, options)
    if item.vote:
        word = "secret_voting" if item.vote.secret else "voting"
        yield Lead(f"{say(word, options.language)}:", counted(item.vote, value_language(options.language)))
    if item.undecided:
        yield Running(say("no_quorum", value_language(options.language)))
    if item.decisions:
        yield Lead(f"{say(VERB_WORDS[data.verb], options.language)}:")
    for decision in item.decisions:
        yield Point(decision.number, decision.text, answers(decision, options.language))
    if item.carried_over:
        yield Running(say("carried_over", value_language(options.language)))


def _proposals(item: Item, options: PrintOptions) -> Iterator[Block]:
    """The wording of what was not adopted: nobody is asked to carry it out, so nobody is named and no day."""
    if item.proposals:
        yield Lead(f"{say('put_to_vote' if item.vote else 'proposed', options.language)}:")
    for proposal in item.proposals:
        yield Point(proposal.number, proposal.text, "")


def counted(vote: Vote, language: PaperLanguage) -> str:
    """The numbers of a vote and what it came to, as one line of text."""
    against, abstained = (
        f"{count} ({who})" if who else str(count)
        for count, who in ((vote.against, vote.who_against), (vote.abstained, vote.who_abstained))
    )
    said = say("votes", language, in_favour=vote.in_favour, against=against, abstained=abstained)
    said += f", {say('not_voting', language, count=vote.not_voting)}" if vote.not_voting else ""
    more = [say("of_present", language, present=vote.present)] if vote.present is not None else []
    more += [say("votes_needed", language, needed=vote.needed)] if vote.needed is not None else []
    others = vote.against + vote.abstained + vote.not_voting
    alone = vote.outcome is Outcome.ADOPTED and vote.in_favour and not others
    result = say("unanimous" if alone else vote.outcome.value, language)
    return f"{said} ({'; '.join(more)}). {result}" if more else f"{said}. {result}"


def answers(decision: Decision, language: PaperLanguage) -> str:
    """Who answers for a decision and until when; the two hold together each for itself."""
    said = [f"{say('responsible', language)}: {decision.responsible}"] if decision.responsible else []
    until = decision.due_text or day(decision.due)
    said += [f"{say('due', language)}:{SPACE}{until}"] if until else []
    return f"{SPACE * 4} ".join(said)


def decided(data: Meeting, options: PrintOptions) -> Table:
    """What was dealt with and resolved, a decision a row, to be worked on in a workbook."""
    language = options.language
    heads = (
        ("item", say("agenda_items", language), 60),
        ("heard", say("heard", language).capitalize(), 40),
        ("vote", say("voting", language).capitalize(), 40),
        ("number", "№", 14),
        ("decision", say(VERB_WORDS[data.verb], language).capitalize(), 90),
        ("responsible", say("responsible", language), 50),
    )
    rows = []
    for item in data.items:
        vote = counted(item.vote, value_language(language)) if item.vote else ""
        proposed = "\n".join(f"{each.number} {each.text}" for each in item.proposals)
        about = (f"{item.number}. {item.title}", "" if item.put_off else item.speaker, vote)
        said = [(each.number, each.text, each.responsible, each.due_text or day(each.due)) for each in item.decisions]
        rows += [(*about, *each, proposed) for each in said or [("", "", "", "")]]
    due = Column("due", say("due", language), 28, holds=Holds.DAY)
    columns = (*(Column(*each) for each in heads), due, Column("proposed", say("proposed", language).capitalize(), 60))
    return Table(columns=columns, rows=tuple(rows))


def _attachments(data: Meeting, options: PrintOptions) -> Iterator[Block]:
    names = [say("attendance", value_language(options.language)).capitalize()] if data.listed else []
    names += data.attachments
    if names:
        yield Lead(f"{say('attachments', options.language)}:")
        for number, each in enumerate(names, 1):
            yield Point(f"{number}.", each, hang=8)


def name(data: Meeting, options: PrintOptions) -> str:
    title = say("minutes_no", options.language, number=data.number or NO_NUMBER)
    return f"{title} – {called(data.body, value_language(options.language))}, {day(data.on)}"


def sample() -> Meeting:
    from altdesk.forms.sheets.meeting_sample import meeting

    return meeting()


FORM = Form(
    code="minutes",
    version=1,
    title="minutes",
    data=Meeting,
    body=body,
    name=name,
    sample=sample,
    outputs=(Output.PDF, Output.DOCX, Output.XLSX),
    workbook=decided,
)
