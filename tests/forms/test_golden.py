"""Every form's sample stands on paper as reviewed; set ALTDESK_GOLDEN_UPDATE to review it anew."""

from __future__ import annotations

import pytest
from PIL import Image

from altdesk.forms.catalogue import FORMS, by_code
from altdesk.forms.form import PrintOptions
from altdesk.forms.render import laid_out, render
from altdesk.forms.words import PaperLanguage
from tests.forms import charts, golden

PAPERS = [(form.code, PaperLanguage.KK) for form in FORMS] + [
    ("acquaintance", PaperLanguage.RU),
    ("acquaintance", PaperLanguage.BILINGUAL),
    ("members", PaperLanguage.RU),
    ("members", PaperLanguage.BILINGUAL),
    ("minutes", PaperLanguage.RU),
    ("minutes", PaperLanguage.BILINGUAL),
    ("extract", PaperLanguage.RU),
    ("attendance", PaperLanguage.RU),
    ("sponsors", PaperLanguage.RU),
    ("leadership", PaperLanguage.RU),
    ("club_assessment", PaperLanguage.RU),
    ("schedule", PaperLanguage.RU),
    ("plan", PaperLanguage.RU),
    ("plan", PaperLanguage.BILINGUAL),
    ("changes", PaperLanguage.BILINGUAL),
    ("recovery", PaperLanguage.RU),
    ("recovery", PaperLanguage.BILINGUAL),
]


@pytest.mark.parametrize(("code", "language"), PAPERS, ids=[f"{code}-{language}" for code, language in PAPERS])
def test_a_paper_looks_as_reviewed(code, language):
    form, options = by_code(code), PrintOptions(language)
    layout = laid_out(form, form.sample(), options)
    golden.check(f"{code}-{language}", layout, render(form, form.sample(), options).content)


def test_every_golden_paper_belongs_to_a_form():
    forms = {f"{code}-{language}" for code, language in PAPERS}
    assert {path.stem for path in golden.FOLDER.glob("*.txt")} == forms | {charts.GOLDEN}


def test_a_paper_that_changed_leaves_both_side_by_side(tmp_path, monkeypatch):
    form, options = by_code("coverage"), PrintOptions(PaperLanguage.RU)
    layout = laid_out(form, form.sample(), options)
    monkeypatch.setattr(golden.tempfile, "mkdtemp", lambda prefix: str(tmp_path))
    monkeypatch.setattr(golden, "UPDATE", "ALTDESK_NEVER_SET")
    for ending in ("txt", "png"):
        kept = golden.FOLDER / f"coverage-kk.{ending}"
        (tmp_path / f"coverage-ru.{ending}").write_bytes(kept.read_bytes())
    monkeypatch.setattr(golden, "FOLDER", tmp_path)
    with pytest.raises(AssertionError, match="looks different"):
        golden.check("coverage-ru", layout, render(form, form.sample(), options).content)
    assert {"now.txt", "golden.txt", "golden-and-now.png"} <= {path.name for path in tmp_path.iterdir()}
    with Image.open(tmp_path / "golden-and-now.png") as both:
        assert both.width > both.height
