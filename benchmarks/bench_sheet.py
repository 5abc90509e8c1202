"""An acquaintance sheet of 1,000 rows against a raw ReportLab canvas that draws the same strings and rules."""

from __future__ import annotations

from datetime import date
from io import BytesIO

from altdesk.forms.form import PrintOptions
from altdesk.forms.layout import Layout
from altdesk.forms.measure import MM_PER_PT
from altdesk.forms.render import laid_out, qr, render
from altdesk.forms.render.fonts import FILES, font
from altdesk.forms.sheets import acquaintance
from benchmarks.figures import Figure, best, report

ROWS = 1000
ROUNDS = 7
LIMIT = 2.0


def data() -> acquaintance.AcquaintanceData:
    """A thousand people with names and posts of ordinary length, all different."""
    surnames = ("Тәуекел", "Мұхамеджан", "Қуанышева", "Касым-Жомартов", "Нұрсұлтанова", "Һасанов", "Әбдірахман")
    given = (
        "Заңғар Ермекұлы",
        "Әсем",
        "Гүлнәр Һасанқызы",
        "Ян-Іңкәр Ерлан ұлы",
        "Айгерім Бауыржанқызы",
        "Үміт Ғаниұлы",
    )
    posts = ("Бас маман", "Аға оқытушы", "Эдвайзер-куратор", "Кафедра меңгерушісі", "Қауымдастырылған профессор")
    rows = tuple(
        acquaintance.Row(no, f"{surnames[no % 7]} {given[no % 6]} {no}", posts[no % 5]) for no in range(1, ROWS + 1)
    )
    return acquaintance.AcquaintanceData(
        7, 7, "ЖН-ALT-40", "Ішкі тәртіп ережелері", 2, date(2026, 9, 1), rows, "«ALT университеті» АҚ"
    )


def ours(sheet: acquaintance.AcquaintanceData) -> None:
    """Layout, codes, squares and file, nothing kept from the round before."""
    qr.operators.cache_clear()
    render(acquaintance.FORM, sheet, PrintOptions())


def raw(layout: Layout) -> None:
    """The same strings and rules at the same places, drawn with the canvas's own methods; no codes, no squares.

    Binary streams as ours, which spares the canvas a fifth of its time.
    """
    from reportlab import rl_config
    from reportlab.pdfgen.canvas import Canvas

    rl_config.useA85 = 0
    pt = 1 / MM_PER_PT
    height = layout.setup.height
    canvas = Canvas(BytesIO(), pagesize=(layout.setup.width * pt, height * pt), initialFontName="Tinos-Regular")
    for page in layout.pages:
        for rule in page.rules:
            canvas.setLineWidth(rule.weight)
            canvas.line(rule.x1 * pt, (height - rule.y1) * pt, rule.x2 * pt, (height - rule.y2) * pt)
        for box, weight in page.frames:
            canvas.setLineWidth(weight)
            canvas.rect(box.x * pt, (height - box.y - box.h) * pt, box.w * pt, box.h * pt)
        for text in page.texts:
            canvas.setFont(FILES[text.face], text.size)
            canvas.drawString(text.x * pt, (height - text.y) * pt, text.text)
        canvas.showPage()
    canvas.getpdfdata()


def run() -> list[Figure]:
    sheet = data()
    layout = laid_out(acquaintance.FORM, sheet, PrintOptions())
    for text in layout.pages[0].texts:
        font(text.face)
    mine, reference = best(lambda: ours(sheet), ROUNDS), best(lambda: raw(layout), ROUNDS)
    return [Figure(f"sheet of {ROWS} rows, {len(layout.pages)} pages", mine, reference, LIMIT)]


if __name__ == "__main__":
    report(run)
