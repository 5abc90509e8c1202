"""The yearly report on a wall: what the Academic Council sees while the department speaks (§6)."""

from __future__ import annotations

from dataclasses import replace

from altdesk.domain.report import Part, Section
from altdesk.domain.report_figures import by_plan, key_figures
from altdesk.forms.form import PrintOptions
from altdesk.forms.sheets import report_lists as lists
from altdesk.forms.sheets.report_figures import figure_text, percents
from altdesk.forms.sheets.report_sections import (
    ReportData,
    clubs_chart,
    levels_chart,
    months_chart,
    participation_chart,
    sponsors_chart,
    years_chart,
)
from altdesk.forms.slides import ChartSlide, Fact, FiguresSlide, Slide, TableSlide, TextSlide, TitleSlide
from altdesk.forms.words import PaperLanguage, say, value_language
from altdesk.forms.words.report import KEY_FIGURE_WORDS, PART_WORDS, SECTION_WORDS

SHOWN = ("held", "people", "rows_held", "clubs", "meetings", "money")
MOST, MOST_ISSUES = 12, 6


def slides(data: ReportData, options: PrintOptions) -> tuple[Slide, ...]:
    """Eight to twelve slides; a figure stands big once, then drawn."""
    language = value_language(options.language)
    title = say("yearly_report", language)
    year = say("report_year", language, years=data.facts.period.name)
    found: list[Slide] = [
        TitleSlide(title, (year, data.organisation, data.department), say("report_for_council", language)),
        figures(data, language),
    ]
    found += [
        ChartSlide(levels_chart(data, language)),
        ChartSlide(participation_chart(data, language)),
        ChartSlide(months_chart(data, language)),
    ]
    plans = by_plan(data.facts)
    if plans.lines:
        found.append(ChartSlide(percents(plans, language)))
    if data.facts.meetings:
        found.append(meetings(data, language))
    if any(club.points is not None for club in data.facts.clubs):
        found.append(ChartSlide(clubs_chart(data, language)))
    if data.facts.donations:
        found.append(ChartSlide(sponsors_chart(data, language)))
    said = texts(data, language)
    if data.before is not None and len(found) + len(said) < MOST:
        found.insert(2, ChartSlide(years_chart(data, language)))
    return (*found, *said)


def meetings(data: ReportData, language: PaperLanguage) -> TableSlide:
    """The leadership's meetings; of many issues the first, and how many more the report tells of."""
    shown = lists.issues(data.facts, language)
    more = len(shown.rows) - MOST_ISSUES
    if more > 0:
        told = ("", "", say("report_more_issues", language, count=more), "")
        shown = replace(shown, rows=(*shown.rows[:MOST_ISSUES], told))
    title = say(SECTION_WORDS[Section.LEADERSHIP], language)
    return TableSlide(title, shown, say("report_no_records", language))


def figures(data: ReportData, language: PaperLanguage) -> FiguresSlide:
    """The few numbers that are remembered, each with that of the year before."""
    now = key_figures(data.facts)
    before = key_figures(data.before) if data.before is not None else {}
    facts = tuple(
        Fact(
            figure_text(now[name]),
            say(KEY_FIGURE_WORDS[name], language),
            f"{data.before.period.name}: {figure_text(before[name])}" if data.before is not None else "",
        )
        for name in SHOWN
    )
    return FiguresSlide(say("report_key_figures", language), facts, say("no_figures", language))


def texts(data: ReportData, language: PaperLanguage) -> tuple[Slide, ...]:
    """What is judged: tendencies, shortcomings, proposals, a point to each paragraph."""
    parts = (Part.TENDENCIES, Part.SHORTCOMINGS, Part.PROPOSALS)
    return tuple(
        TextSlide(
            say(PART_WORDS[part], language),
            tuple(line for line in data.facts.parts.get(part.value, "").splitlines() if line.strip()),
            say("report_no_records", language),
        )
        for part in parts
        if data.facts.parts.get(part.value)
    )
