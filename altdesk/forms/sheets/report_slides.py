"""The yearly report on a wall: what the Academic Council sees while the department speaks (§6)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from altdesk.domain.report import Part, Section
from altdesk.domain.report_figures import by_plan, key_figures
from altdesk.forms.blocks import Table
from altdesk.forms.charts import written
from altdesk.forms.form import PrintOptions
from altdesk.forms.sheets import report_brief as brief
from altdesk.forms.sheets.report_figures import figure_text, percents
from altdesk.forms.sheets.report_sections import (
    ReportData,
    clubs_chart,
    levels_chart,
    months_chart,
    participation_chart,
    resource_figures,
    sponsors_chart,
    years_chart,
)
from altdesk.forms.slides import (
    ChartSlide,
    Fact,
    FiguresSlide,
    GroupsSlide,
    Mark,
    Slide,
    TableSlide,
    TextSlide,
    TitleSlide,
)
from altdesk.forms.words import PaperLanguage, called, say, value_language
from altdesk.forms.words.report import KEY_FIGURE_WORDS, PART_WORDS, SECTION_WORDS

SHOWN = ("held", "people", "rows_held", "clubs", "meetings", "money")
MOST, MOST_ISSUES, MOST_MEASURES, MOST_CLUBS = 12, 6, 5, 8
ALWAYS = 8  # the slides of every report
LINE, LINE_HIGH, GAP, TALLEST = 85, 7.6, 3.0, 130.0  # letters in a line of 18 pt, then mm


def slides(data: ReportData, options: PrintOptions) -> tuple[Slide, ...]:
    """Eight to twelve slides: each section of §6, then the charts there is room for. Where room is lacking what is
    judged in few words shares a slide, and the resources stand with the key figures."""
    language = value_language(options.language)
    facts = data.facts
    title = TitleSlide(
        say("yearly_report", language),
        (
            say("report_year", language, years=facts.period.name),
            called(data.organisation, language),
            called(data.department, language),
        ),
        say("report_for_council", language),
    )
    charts, judged = _charts(data, language), texts(data, language)
    crowded = ALWAYS + len(judged) + len(charts) > MOST and short(judged)
    said: tuple[Slide, ...] = (together(judged, language),) if crowded else judged
    apart = ALWAYS + len(said) + len(charts) <= MOST
    more = dict(charts[: max(0, MOST - ALWAYS - len(said) + (not apart))])
    found: list[Slide | None] = [
        Mark(say("draft_mark", options.language)) if data.draft else None,
        title,
        figures(data, language, resources=not apart),
        more.get("years"),
        resources(data, language) if apart else None,
        ChartSlide(levels_chart(data, language)),
        more.get("participation"),
        more.get("months"),
        more.get("plans"),
        meetings(data, language),
        clubs(data, language),
        measures(data, language),
        sponsors(data, language),
        *said,
    ]
    return tuple(slide for slide in found if slide is not None)


def _charts(data: ReportData, language: PaperLanguage) -> list[tuple[str, ChartSlide]]:
    """Charts that are shown where there is room, the weightiest first."""
    if not data.facts.events and not data.facts.rows:
        return []
    plans = by_plan(data.facts)
    found = [("plans", ChartSlide(percents(plans, language)))] if plans.lines else []
    found.append(("months", ChartSlide(months_chart(data, language))))
    if data.before is not None:
        found.append(("years", ChartSlide(years_chart(data, language))))
    return [*found, ("participation", ChartSlide(participation_chart(data, language)))]


def resources(data: ReportData, language: PaperLanguage) -> FiguresSlide:
    """Who there is for the work (§6, section 0)."""
    title = say(PART_WORDS[Part.RESOURCES], language)
    return FiguresSlide(title, _resources(data, language), say("no_figures", language))


def _resources(data: ReportData, language: PaperLanguage) -> tuple[Fact, ...]:
    return tuple(Fact(written(value), say(name, language)) for name, value in resource_figures(data))


def meetings(data: ReportData, language: PaperLanguage) -> TableSlide:
    """The leadership's meetings; of many issues the first, and how many more the report tells of."""
    shown = _first(brief.issues(data.facts, language), MOST_ISSUES, "report_more_issues", language)
    return TableSlide(say(SECTION_WORDS[Section.LEADERSHIP], language), shown, say("report_no_records", language))


def clubs(data: ReportData, language: PaperLanguage) -> Slide:
    """How the clubs were assessed; those that nobody assessed by name."""
    if any(club.points is not None for club in (*data.facts.clubs, *data.facts.initiatives)):
        return ChartSlide(clubs_chart(data, language))
    shown = _first(brief.clubs(data.facts, language), MOST_CLUBS, "report_more_clubs", language)
    return TableSlide(say("report_by_assessment", language), shown, say("report_no_records", language))


def measures(data: ReportData, language: PaperLanguage) -> TableSlide:
    """What was done for better conditions, institute by institute."""
    shown = _first(brief.measures(data.facts, language), MOST_MEASURES, "report_more_measures", language)
    return TableSlide(say(SECTION_WORDS[Section.MEASURES], language), shown, say("report_no_records", language))


def sponsors(data: ReportData, language: PaperLanguage) -> Slide:
    """What sponsors gave; help in kind alone is told in words."""
    if any(gift.amount for gift in data.facts.donations):
        return ChartSlide(sponsors_chart(data, language))
    shown = _first(brief.donations(data.facts, language), MOST_MEASURES, "report_more_gifts", language)
    return TableSlide(say(SECTION_WORDS[Section.SPONSORS], language), shown, say("report_no_records", language))


def _first(shown: Table, most: int, told: str, language: PaperLanguage) -> Table:
    """The first rows of a table, and in one more how many the report tells of."""
    more = len(shown.rows) - most
    if more <= 0:
        return shown
    said = [""] * len(shown.columns)
    widest = max(range(len(said)), key=lambda at: shown.columns[at].width)
    said[widest] = say(told, language, count=more)
    return replace(shown, rows=(*shown.rows[:most], tuple(said)))


def figures(data: ReportData, language: PaperLanguage, *, resources: bool = False) -> FiguresSlide:
    """The few numbers that are remembered, each with that of the year before; with the resources below them."""
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
    if not resources:
        return FiguresSlide(say("report_key_figures", language), facts, say("no_figures", language))
    title = say(SECTION_WORDS[Section.SUMMARY], language)
    return FiguresSlide(title, (*facts, *_resources(data, language)), say("no_figures", language))


def short(said: Sequence[TextSlide]) -> bool:
    """Whether points of several slides can be read on one, in type of 18 pt at least."""
    points = [point for slide in said for point in slide.points]
    lines = len(said) + sum(-(-len(point) // LINE) for point in points)
    return len(said) > 1 and lines * LINE_HIGH + (len(said) + len(points)) * GAP <= TALLEST


def together(said: Sequence[TextSlide], language: PaperLanguage) -> GroupsSlide:
    """What is judged, on one slide."""
    groups = tuple((slide.title, slide.points) for slide in said)
    return GroupsSlide(say(SECTION_WORDS[Section.CONCLUSIONS], language), groups, say("report_no_records", language))


def texts(data: ReportData, language: PaperLanguage) -> tuple[TextSlide, ...]:
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
