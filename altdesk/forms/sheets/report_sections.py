"""The sections of a report (§6) in blocks: the text a person wrote, then tables and charts of its figures."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from datetime import date

from altdesk.domain.events_kinds import Direction
from altdesk.domain.organisation import Signatory
from altdesk.domain.report import PARTS, Part, Section
from altdesk.domain.report_facts import Facts
from altdesk.domain.report_figures import (
    Breakdown,
    against,
    by_direction,
    by_form,
    by_kind,
    by_month,
    by_plan,
    by_sponsor,
    held,
    key_figures,
)
from altdesk.domain.twins import Name
from altdesk.forms.blocks import Align, Block, Column, Heading, Holds, Keep, Paragraph, Running, Table
from altdesk.forms.charts import Chart, ChartKind, Series, Unit
from altdesk.forms.form import PrintOptions
from altdesk.forms.sheets import report_lists as lists
from altdesk.forms.sheets.report_figures import INNER, chart, figure_text, month_names, percents, table
from altdesk.forms.words import PaperLanguage, called, say, value_language
from altdesk.forms.words.events_kinds import DIRECTION_WORDS
from altdesk.forms.words.report import KEY_FIGURE_WORDS, PART_WORDS, SECTION_WORDS

LEVELS = ("university", "institute", "city", "district")


@dataclass(frozen=True)
class ReportData:
    """What a report is printed from. `before` is the year before, `plan` the plan an execution report speaks of."""

    facts: Facts
    before: Facts | None = None
    title: str = ""
    plan: str = ""
    organisation: Name = ""
    department: Name = ""
    approved_by: Signatory = ("", "")  # post, name
    approved_on: date | None = None
    heard_on: date | None = None
    draft: bool = False
    on: date | None = None
    signed_by: tuple[Signatory, ...] = ()  # post, name


def section(data: ReportData, which: Section, number: int, options: PrintOptions) -> tuple[Block, ...]:
    """One section with its heading; parts that nobody wrote are left out."""
    language = options.language
    heading = Heading(f"{number}. {say(SECTION_WORDS[which], language)}", 1, keep=4)
    return (heading, *_FIGURES[which](data, language))


def text(data: ReportData, part: Part, language: PaperLanguage) -> tuple[Block, ...]:
    """What a person wrote, under the name of the part where a section has several."""
    written = data.facts.parts.get(part.value, "")
    if not written:
        return ()
    several = next(len(parts) for parts in PARTS.values() if part in parts) > 1
    return (*((_head(part, language),) if several else ()), Running(written))


def _head(part: Part, language: PaperLanguage) -> Heading:
    return Heading(say(PART_WORDS[part], language), 2, keep=3)


def _listed(heading: str, shown: Table, language: PaperLanguage) -> tuple[Block, ...]:
    """A table under its heading, or the sentence that there is nothing."""
    head = Heading(say(heading, language), 2, keep=5)
    return (head, shown) if shown.rows else (head, _none(language))


def _untitled(drawn: Chart) -> Chart:
    """A chart whose title is the heading above it."""
    return replace(drawn, title="")


def _none(language: PaperLanguage) -> Paragraph:
    return Paragraph(say("report_no_records", language))


def summary_text(data: ReportData, language: PaperLanguage) -> tuple[Block, ...]:
    """The summary alone."""
    return text(data, Part.SUMMARY, language)


def _summary(data: ReportData, language: PaperLanguage) -> tuple[Block, ...]:
    return (
        *text(data, Part.SUMMARY, language),
        Heading(say("report_key_figures", language), 2, keep=5),
        years(data, language) if data.before is not None else key_table(data, language),
        *((years_chart(data, language),) if data.before is not None else ()),
        *(text(data, Part.RESOURCES, language) or (_head(Part.RESOURCES, language),)),
        resources(data, language),
    )


def key_table(data: ReportData, language: PaperLanguage, names: Iterable[str] = KEY_FIGURE_WORDS) -> Table:
    """The key figures of these names, one a line."""
    columns = (
        Column("figure", say("report_figure", language), INNER - 50),
        Column("value", say("report_value", language), 50, Align.CENTRE, holds=Holds.NUMBER),
    )
    figures = key_figures(data.facts)
    rows = tuple((say(KEY_FIGURE_WORDS[name], language), figure_text(figures[name])) for name in names)
    return Table(columns, rows)


def years(data: ReportData, language: PaperLanguage) -> Table:
    """The key figures beside those of the year before."""
    assert data.before is not None
    return table(against(data.facts, data.before), "report_figure", language)


def years_chart(data: ReportData, language: PaperLanguage) -> Chart:
    """Counts of both years beside each other; people and money are of another size and stay in the table."""
    assert data.before is not None
    whole = against(data.facts, data.before)
    small = tuple(line for line in whole.lines if line.key not in ("people", "money"))
    return chart(Breakdown(whole.key, whole.columns, small), whole.columns, "report_years", language)


def resources(data: ReportData, language: PaperLanguage) -> Table:
    """Who there is: staff, students, the student government."""
    columns = (
        Column("figure", say("report_figure", language), INNER - 50),
        Column("value", say("report_value", language), 50, Align.CENTRE, holds=Holds.NUMBER),
    )
    return Table(columns, tuple((say(name, language), str(value)) for name, value in resource_figures(data)))


def resource_figures(data: ReportData) -> tuple[tuple[str, int], ...]:
    """How many people there are of each kind, and the word for them."""
    return (
        ("report_staff_count", data.facts.staff),
        ("report_students_count", data.facts.students),
        ("report_government_count", data.facts.members),
    )


def _events(data: ReportData, language: PaperLanguage) -> tuple[Block, ...]:
    facts = data.facts
    directions, forms, kinds, months = by_direction(facts), by_form(facts), by_kind(facts), by_month(facts)
    return (
        *text(data, Part.EVENTS, language),
        Heading(say("report_by_direction", language), 2, keep=5),
        _untitled(levels_chart(data, language)),
        table(directions, "report_direction", language),
        participation_chart(data, language),
        Heading(say("report_by_form", language), 2, keep=5),
        _untitled(chart(forms, ("all",), "report_by_form", language)),
        table(forms, "report_form", language),
        *(
            (Heading(say("report_by_kind", language), 2, keep=5), table(kinds, "report_kind", language))
            if kinds.lines
            else ()
        ),
        Heading(say("report_by_month", language), 2, keep=5),
        _untitled(months_chart(data, language)),
        table(months, "report_month", language),
        *_named_events(data, language),
        *execution(data, language),
    )


def levels_chart(data: ReportData, language: PaperLanguage) -> Chart:
    """Directions, in each the levels."""
    return chart(by_direction(data.facts), LEVELS, "report_by_direction", language, ChartKind.STACKED)


def participation_chart(data: ReportData, language: PaperLanguage) -> Chart:
    """How many people came, by direction."""
    return chart(by_direction(data.facts), ("people",), "report_participation", language)


def months_chart(data: ReportData, language: PaperLanguage) -> Chart:
    """Events by month, in the order of the year."""
    months = by_month(data.facts)
    short = len(months.lines) <= 12
    named: Callable[[str], str] | None = (lambda key: month_names(key, language)) if short else None
    return chart(months, ("all",), "report_by_month", language, ChartKind.COLUMN, named=named)


def _named_events(data: ReportData, language: PaperLanguage) -> tuple[Block, ...]:
    """The events of city and university level by name, direction by direction; of the others how many there were."""
    every = held(data.facts)
    listed = [event for event in every if lists.is_listed(event)]
    if not every:
        return ()
    blocks: list[Block] = [Heading(say("report_list_of_events", language), 2, keep=6)]
    for direction in (*Direction, ""):
        own = [event for event in listed if event.direction == direction]
        if own:
            words = DIRECTION_WORDS[Direction(direction)] if direction else "report_not_said"
            name = say(words, language)
            blocks += [Heading(name, 3, keep=5), lists.events(own, language)]
    if more := len(every) - len(listed):
        left_out = Paragraph(say("report_not_listed", language, count=more), sizes=(11,))
        blocks.append(Keep((blocks.pop(), left_out)) if listed else left_out)
    return tuple(blocks)


def execution(data: ReportData, language: PaperLanguage) -> tuple[Block, ...]:
    """How the plans were carried out, and what was not held and why (§5.6 №5)."""
    plans = by_plan(data.facts)
    if not plans.lines:
        return text(data, Part.EXECUTION, language)
    late = lists.not_done(data.facts, language)
    return (
        Heading(say("report_by_plan", language), 2, keep=5),
        table(plans, "report_plan_head", language, share=True),
        *((percents(plans, language),) if len(plans.lines) > 1 else ()),
        *text(data, Part.EXECUTION, language),
        *(_listed("report_not_done", late, language) if late.rows else ()),
    )


def _plain(part: Part, listed: Callable[[Facts, PaperLanguage], Table]) -> Callable[..., tuple[Block, ...]]:
    def blocks(data: ReportData, language: PaperLanguage) -> tuple[Block, ...]:
        shown = listed(data.facts, language)
        return (*text(data, part, language), shown if shown.rows else _none(language))

    return blocks


def _clubs(data: ReportData, language: PaperLanguage) -> tuple[Block, ...]:
    shown = lists.clubs(data.facts, language)
    if not shown.rows:
        return (*text(data, Part.CLUBS, language), _none(language))
    return (*text(data, Part.CLUBS, language), shown, clubs_chart(data, language))


def clubs_chart(data: ReportData, language: PaperLanguage) -> Chart:
    """How many of a hundred points each club was given."""
    every = (*data.facts.clubs, *data.facts.initiatives)
    assessed = [club for club in every if club.points is not None and club.most]
    values = tuple(round(100 * (club.points or 0) / (club.most or 1)) for club in assessed)
    return Chart(
        ChartKind.BAR,
        say("report_by_assessment", language),
        tuple(called(club.in_both, value_language(language)) for club in assessed),
        (Series(say("report_points", language), values),),
        say("no_figures", language),
        Unit.PERCENT,
        most=100,
    )


def _sponsors(data: ReportData, language: PaperLanguage) -> tuple[Block, ...]:
    shown = lists.donations(data.facts, language)
    if not shown.rows:
        return (*text(data, Part.SPONSORS, language), _none(language))
    drawn = sponsors_chart(data, language)
    return (*text(data, Part.SPONSORS, language), shown, *((drawn,) if drawn.drawn else ()))


def sponsors_chart(data: ReportData, language: PaperLanguage) -> Chart:
    """What each sponsor gave in money; who gave in kind alone has no bar, and is named under the picture."""
    whole = by_sponsor(data.facts)
    giving = tuple(line for line, sum_ in zip(whole.lines, whole.column("money"), strict=True) if sum_.value)
    drawn = replace(whole, lines=giving)
    in_kind = "; ".join(f"{each.sponsor}: {each.in_kind}" for each in data.facts.donations if each.in_kind)
    note = say("report_in_kind", value_language(language), gifts=in_kind) if in_kind else ""
    return replace(chart(drawn, ("money",), "report_by_sponsor", language, unit=Unit.TENGE), note=note)


def conclusions(data: ReportData, language: PaperLanguage) -> tuple[Block, ...]:
    """What was good, what was not, what is proposed (§6, last section)."""
    parts = judged(data, language)
    return parts or (_none(language),)


def judged(data: ReportData, language: PaperLanguage) -> tuple[Block, ...]:
    """What was written of tendencies, shortcomings and proposals."""
    return tuple(block for part in PARTS[Section.CONCLUSIONS] for block in text(data, part, language))


_FIGURES: dict[Section, Callable[[ReportData, PaperLanguage], tuple[Block, ...]]] = {
    Section.SUMMARY: _summary,
    Section.EVENTS: _events,
    Section.LEADERSHIP: _plain(Part.LEADERSHIP, lists.meetings),
    Section.CLUBS: _clubs,
    Section.MEASURES: _plain(Part.MEASURES, lists.measures),
    Section.SPONSORS: _sponsors,
    Section.CONCLUSIONS: conclusions,
}
