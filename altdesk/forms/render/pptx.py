"""A form's slides as a presentation: real titles, native charts and tables, the same bytes each time."""

from __future__ import annotations

from collections.abc import Sequence
from functools import singledispatchmethod
from io import BytesIO
from typing import Any, TypeVar

from altdesk.domain.errors import Refusal
from altdesk.domain.marking import N_
from altdesk.forms.blocks import Face
from altdesk.forms.charts import Chart, parted
from altdesk.forms.form import Form, PrintOptions
from altdesk.forms.render import pptx_base, pptx_tables
from altdesk.forms.render.chart_xml import Frame, chart_book, chart_xml, told
from altdesk.forms.render.docx import LANGUAGE_TAGS
from altdesk.forms.render.pptx_base import CONTENT, INK, MARK, OPENING_TEXT, OPENING_TITLE, QUIET, TITLE, Place
from altdesk.forms.render.pptx_text import dealt, fitted, plain, rgb, tall, wrapped, write
from altdesk.forms.render.safe import FIXED, settled, xml_text
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
from altdesk.forms.words import language_tag, say

D = TypeVar("D")
TITLE_SIZES = (30.0, 28.0, 26.0, 24.0, 22.0, 20.0)
TEXT_SIZES = (28.0, 26.0, 24.0, 22.0, 20.0, 18.0)
VALUE_SIZES = (54.0, 48.0, 44.0, 40.0, 36.0, 32.0, 28.0, 24.0)
LABEL_SIZES = (24.0, 22.0, 20.0, 18.0)
SMALLEST = 18.0
CHART_SIZE = 16.0  # pt
NOTE_SIZE = 18.0
HANG = 9.0  # mm from a bullet to its text
AFTER = 3.0  # mm under a point
FACTS = 9  # on a slide
LOW = 50.0  # mm: a card lower than that bears smaller type
GUTTER = 8.0  # mm between the cards of figures
BARS = 16  # on a slide


def write_pptx(form: Form[D], data: D, options: PrintOptions, author: str) -> tuple[bytes, int]:
    """The presentation's bytes, the same for the same data, and the number of its slides. Refuses a page selection."""
    if options.pages.strip():
        raise Refusal(N_("Pages can be chosen for a PDF only."), field="pages")
    deck = Deck(options)
    for slide in form.slides(data, options) if form.slides else ():
        deck.add(slide)
    deck.finish()
    properties = deck.made.core_properties
    properties.title = xml_text(form.name(data, options))[:255]
    properties.subject = xml_text(say(form.title, options.language))[:255]
    properties.author = properties.last_modified_by = xml_text(author)[:255] or "altdesk"
    properties.language = deck.tag
    properties.comments = properties.keywords = properties.category = ""
    properties.revision = 1
    properties.created = properties.modified = FIXED
    buffer = BytesIO()
    deck.made.save(buffer)
    return settled(buffer.getvalue()), len(deck.made.slides)


class Figures:
    """What python-pptx asks of the data of a chart, answered by a chart of ours."""

    def __init__(self, chart: Chart, frame: Frame) -> None:
        self._chart = chart
        self._frame = frame

    def xml_bytes(self, _kind: object) -> bytes:
        return chart_xml(self._chart, self._frame)

    @property
    def xlsx_blob(self) -> bytes:
        return chart_book(self._chart, self._frame)


class Deck:
    """A presentation while slides are added to it."""

    def __init__(self, options: PrintOptions) -> None:
        self.language = options.language
        self.tag = LANGUAGE_TAGS[language_tag(options.language)]
        self.made = pptx_base.blank(options.language, self.tag)
        self.opening, self.text, self.free = self.made.slide_layouts
        self.mark = ""

    @singledispatchmethod
    def add(self, slide: Slide) -> None:
        """One slide of a form, as as many as it takes."""
        raise NotImplementedError(type(slide).__name__)

    @add.register
    def _marked(self, slide: Mark) -> None:
        self.mark = slide.text

    @add.register
    def _title(self, slide: TitleSlide) -> None:
        made = self.made.slides.add_slide(self.opening)
        title, text = made.placeholders
        said, size = fitted(slide.title, (44, 40, 36, 32, 28, 24), OPENING_TITLE.w, 3, Face.BOLD)
        write(title.text_frame, said, self.tag, size, colour=INK)
        lines = [line for line in (*slide.lines, slide.foot) if line]
        for line in lines:
            said, size = fitted(line, (24, 22, 20, 18), OPENING_TEXT.w, max(1, 6 // len(lines)))
            write(text.text_frame, said, self.tag, size, colour="000000" if line is not slide.foot else QUIET)
        if not lines:
            text._element.getparent().remove(text._element)

    @add.register
    def _figures(self, slide: FiguresSlide) -> None:
        if not slide.facts:
            self._words(slide.title, slide.empty)
            return
        parts = [slide.facts[at : at + FACTS] for at in range(0, len(slide.facts), FACTS)]
        for number, facts in enumerate(parts, 1):
            made = self._begin(self.free, slide.title, number, len(parts))
            across = {1: 1, 2: 2, 3: 3, 4: 2}.get(len(facts), 3)
            down = -(-len(facts) // across)
            wide = (CONTENT.w - GUTTER * (across - 1)) / across
            high = min(64.0, (CONTENT.h - GUTTER * (down - 1)) / down)
            top = CONTENT.y + (CONTENT.h - high * down - GUTTER * (down - 1)) / 2
            for index, fact in enumerate(facts):
                x = CONTENT.x + (index % across) * (wide + GUTTER)
                self._card(made, fact, Place(x, top + (index // across) * (high + GUTTER), wide, high))

    def _card(self, made: Any, fact: Fact, place: Place) -> None:
        """A figure, what it counts, and what it is beside, in a pale box with an edge of ink."""
        from pptx.enum.shapes import MSO_SHAPE
        from pptx.enum.text import MSO_ANCHOR
        from pptx.util import Mm

        edge = made.shapes.add_shape(MSO_SHAPE.RECTANGLE, *Place(place.x, place.y, 2, place.h).emu())
        edge.name = "–"
        card = made.shapes.add_shape(MSO_SHAPE.RECTANGLE, *place._replace(x=place.x + 2, w=place.w - 2).emu())
        card.name = xml_text(fact.label)[:80]
        for shape, colour in ((edge, INK), (card, "EEF3F8")):
            shape.fill.solid()
            shape.fill.fore_color.rgb = rgb(colour)
            shape.line.fill.background()
            shape.shadow.inherit = False
        frame, width = card.text_frame, place.w - 14
        frame.word_wrap = True
        frame.vertical_anchor = MSO_ANCHOR.MIDDLE
        frame.margin_left = frame.margin_right = Mm(6)
        low = place.h < LOW
        said, size = fitted(fact.value, VALUE_SIZES[4:] if low else VALUE_SIZES, width, 1, Face.BOLD)
        if said.endswith("…"):
            said, size = fitted(fact.value, VALUE_SIZES[-1:], width, 2, Face.BOLD)
        write(frame, said, self.tag, size, bold=True, colour=INK).alignment = 1
        note = fitted(fact.note, (SMALLEST,), width, 1)[0] if fact.note else ""
        said, size = fitted(fact.label, LABEL_SIZES[-1:] if low else LABEL_SIZES, width, 2)
        write(frame, said, self.tag, size, colour="000000").alignment = 1
        if note:
            write(frame, note, self.tag, SMALLEST, colour=QUIET).alignment = 1

    @add.register
    def _chart(self, slide: ChartSlide) -> None:
        chart = slide.chart
        if not chart.drawn:
            self._words(chart.title, chart.empty)
            return
        bars = 1 if chart.stands or chart.kind.value == "stacked" else len(chart.series)
        for part in parted(chart, 12 if chart.stands else max(1, min(10, BARS // bars))):
            made = self._begin(self.free, part.title)
            notes = fitted(part.note, (NOTE_SIZE,), CONTENT.w, 2)[0] if part.note else ""
            under = tall(len(wrapped(notes, NOTE_SIZE, CONTENT.w)), NOTE_SIZE) + 2 if notes else 0.0
            place = CONTENT._replace(h=CONTENT.h - under)
            figures: Any = Figures(part, Frame(place.w, CHART_SIZE, self.tag))
            shown = made.shapes.add_chart(None, *place.emu(), figures)
            shown.name = xml_text(part.title)[:80]
            shown._element.nvGraphicFramePr.cNvPr.set("descr", told(part))
            if notes:
                box = made.shapes.add_textbox(*Place(CONTENT.x, place.y + place.h, CONTENT.w, under).emu())
                box.name = say("slide_text", self.language)
                box.text_frame.word_wrap = True
                write(box.text_frame, notes, self.tag, NOTE_SIZE, italic=True)

    @add.register
    def _table(self, slide: TableSlide) -> None:
        if not slide.table.rows:
            self._words(slide.title, slide.empty)
            return
        parts = pptx_tables.parts(slide.table)
        for number, rows in enumerate(parts, 1):
            made = self._begin(self.free, slide.title, number, len(parts))
            pptx_tables.put(made, slide.table, rows, self.tag, xml_text(slide.title))

    @add.register
    def _text(self, slide: TextSlide) -> None:
        if not any(point.strip() for point in slide.points):
            self._words(slide.title, slide.empty)
            return
        points = [line for point in slide.points for line in point.split("\n") if line.strip()]
        width = CONTENT.w - HANG
        for size in TEXT_SIZES:
            parts = list(dealt(points, size, width, CONTENT.h - 4, AFTER))
            if len(parts) == 1:
                break
        for number, part in enumerate(parts, 1):
            made = self._begin(self.text, slide.title, number, len(parts))
            frame = made.placeholders[1].text_frame
            for point in part:
                paragraph = write(frame, point, self.tag, size)
                paragraph.space_before, paragraph.space_after = 0, round(AFTER * pptx_base.EMU)

    @add.register
    def _groups(self, slide: GroupsSlide) -> None:
        texts = [text for head, points in slide.groups for text in (head, *points)]
        size = next((each for each in TEXT_SIZES if self._high(texts, each) <= CONTENT.h - 4), None)
        if size is None:
            for head, points in slide.groups:
                self._text(TextSlide(head, points, slide.empty))
            return
        frame = self._begin(self.text, slide.title).placeholders[1].text_frame
        for head, points in slide.groups:
            paragraph = write(frame, plain(head), self.tag, size, bold=True, colour=INK)
            _no_bullet(paragraph)
            for point in points:
                paragraph.space_before, paragraph.space_after = 0, round(AFTER * pptx_base.EMU)
                paragraph = write(frame, plain(point), self.tag, size)
            paragraph.space_before, paragraph.space_after = 0, round(AFTER * pptx_base.EMU)

    def _high(self, texts: Sequence[str], size: float) -> float:
        """How high texts are as paragraphs below each other, mm."""
        return sum(tall(len(wrapped(text, size, CONTENT.w - HANG)), size) + AFTER for text in texts)

    def _words(self, title: str, said: str) -> None:
        """A slide that says in words that there is nothing to show."""
        made = self._begin(self.text, title)
        text, size = fitted(said, TEXT_SIZES, CONTENT.w, 8)
        paragraph = write(made.placeholders[1].text_frame, text, self.tag, size, italic=True)
        _no_bullet(paragraph)

    def _begin(self, layout: Any, title: str, number: int = 1, of: int = 1) -> Any:
        """A slide with its title and number; one of several says which."""
        made = self.made.slides.add_slide(layout)
        counted = f" ({number}/{of})" if of > 1 else ""
        said, size = fitted(title, TITLE_SIZES, TITLE.w - (20 if counted else 0), 2, Face.BOLD)
        write(made.shapes.title.text_frame, said + counted, self.tag, size)
        return made

    def finish(self) -> None:
        """Numbers come last on each slide, as a reader aloud should have them; and shapes are named in words."""
        words = [say(word, self.language) for word in ("slide_title", "slide_text")]
        for at, slide in enumerate(self.made.slides, 1):
            for shape, word in zip(slide.placeholders, words, strict=False):
                shape.name = word
            if self.mark:
                box = slide.shapes.add_textbox(*MARK.emu())
                box.name = xml_text(self.mark)[:80]
                box.text_frame.margin_left = 0
                box.text_frame.word_wrap = True
                write(box.text_frame, fitted(self.mark, (SMALLEST,), MARK.w, 1)[0], self.tag, SMALLEST, bold=True)
            if at > 1 or slide.slide_layout != self.opening:
                pptx_base.number(slide, at, self.tag)


def _no_bullet(paragraph: Any) -> None:
    """A paragraph that begins at the margin, without its mark."""
    properties = paragraph._p.get_or_add_pPr()
    properties.set("marL", "0")
    properties.set("indent", "0")
    properties.insert(0, properties.makeelement(f"{{{properties.nsmap['a']}}}buNone", {}))
