"""The assessment sheet of one circle, club, section or initiative (§6): points for each criterion, and a conclusion."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from altdesk.domain.bodies import BodyKind
from altdesk.domain.club_assessments import ClubAssessment, Score
from altdesk.domain.organisation import Signatory
from altdesk.domain.twins import Name
from altdesk.forms import parts
from altdesk.forms.blocks import Align, Block, Column, Fields, Holds, Lead, Table
from altdesk.forms.form import Form, PrintOptions
from altdesk.forms.sheets.sample_names import UNIVERSITY, YOUTH_SPECIALIST
from altdesk.forms.words import PaperLanguage, called, day, say, value_language
from altdesk.forms.words.year_records import ASSESSED_KIND_WORDS


@dataclass(frozen=True)
class ClubAssessmentData:
    """One kept assessment, its criteria as they were worded on its day."""

    assessment: ClubAssessment
    organisation: Name = ""
    signed_by: tuple[Signatory, ...] = ()  # post, name


def body(data: ClubAssessmentData, options: PrintOptions) -> tuple[Block, ...]:
    language, values = options.language, value_language(options.language)
    made = data.assessment
    rows = (
        *((str(no), row.criterion, str(row.most), str(row.points or 0)) for no, row in enumerate(made.scores, 1)),
        ("", f"{say('assessed_together', values)} ({made.percent}\u00a0%)", str(made.most), str(made.points)),
    )
    last = len(rows) - 1
    members = "–" if made.members is None else str(made.members)
    return (
        parts.footer("club_assessment", None, options, name(data, options)),
        *parts.opening(options, data.organisation, say("club_assessment", language)),
        Fields(
            (
                (say("assessed_name", language), called(made.in_both, values)),
                (say("kind", language), kind_said(made.kind, values)),
                (say("assessed_on", language), day(made.assessed_on)),
                (say("assessed_members", language), members),
                *(((say("assessed_by", language), made.assessed_by),) if made.assessed_by else ()),
            ),
            size=12,
            after=3,
        ),
        Table(
            columns=(
                Column("no", say("no", language), 10, Align.CENTRE, holds=Holds.NUMBER),
                Column("criterion", say("assessed_criterion", language), 105),
                Column("most", say("assessed_most", language), 32, Align.CENTRE, holds=Holds.NUMBER),
                Column("points", say("assessed_points", language), 28, Align.CENTRE, holds=Holds.NUMBER),
            ),
            rows=rows,
            head_height=10,
            air=1.2,
            bold=frozenset((last, at) for at in (1, 2, 3)),
        ),
        *((Lead(f"{say('assessed_conclusion', language)}:", made.conclusion),) if made.conclusion else ()),
        *parts.signed(data.signed_by, options),
    )


def kind_said(kind: str, language: PaperLanguage) -> str:
    """What is assessed, in a word; as it is kept where the paper has no word for it."""
    words = ASSESSED_KIND_WORDS.get(kind)
    return say(words, language) if words else kind


def name(data: ClubAssessmentData, options: PrintOptions) -> str:
    title = say("club_assessment", options.language).capitalize()
    body = called(data.assessment.in_both, value_language(options.language))
    return f"{title} – {body}, {day(data.assessment.assessed_on)}"


def sample_assessments() -> tuple[ClubAssessment, ...]:
    criteria = (
        ("Жұмыс жоспарының орындалуы", 30),
        ("Іс-шараларға қатысуы және ұйымдастыруы", 25),
        ("Мүшелерінің белсенділігі мен тұрақтылығы", 20),
        ("Қалалық және республикалық деңгейдегі жетістіктері", 15),
        ("Құжаттарды жүргізу және ақпараттық жұмыс", 10),
    )

    def scores(*points: int) -> tuple[Score, ...]:
        return tuple(Score(title, most, got) for (title, most), got in zip(criteria, points, strict=True))

    by = "ЖСК Жетекшісі"
    return (
        ClubAssessment(
            "«Үлгі» пікірсайыс клубы", date(2026, 11, 5), by, 24, scores(27, 22, 16, 12, 8),
            "Клубтың жұмысы жақсы деп бағалансын. Қала турнирлеріне қатысуды жалғастыру ұсынылады.", "", 1, 1,
            BodyKind.STUDENT_CLUB.value, 85, 100,
        ),
        ClubAssessment(
            "«Мысал» домбыра үйірмесі", date(2026, 11, 6), by, 12, scores(20, 15, 14, 5, 6),
            "Жоспардың орындалуын күшейту қажет.", "", 2, 2, BodyKind.HOBBY_CIRCLE.value, 60, 100,
        ),
        ClubAssessment(
            "«Таза қала» бастамасы", date(2026, 11, 9), by, None, scores(30, 25, 18, 10, 9), "", "", 3, None,
            points=92, most=100,
        ),
    )  # fmt: skip


def sample() -> ClubAssessmentData:
    return ClubAssessmentData(
        sample_assessments()[0],
        UNIVERSITY,
        ((YOUTH_SPECIALIST, "А.Ү.\u00a0Мысалова"),),
    )


FORM = Form(
    code="club_assessment",
    version=1,
    title="club_assessment",
    data=ClubAssessmentData,
    body=body,
    name=name,
    sample=sample,
)
