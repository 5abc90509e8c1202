"""The sample desk: every state is there, it is the same each time, and undo empties it again."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from datetime import date, timedelta
from pathlib import Path

import pytest
from sqlalchemy import func, select

from altdesk.desk import Desk
from altdesk.domain.copies import CopyKind, CopyState
from altdesk.domain.documents import DocumentsQuery, RevisionState
from altdesk.domain.errors import Refusal
from altdesk.domain.filenames import file_name
from altdesk.domain.organisation import Organisation
from altdesk.domain.risks import RisksQuery, RiskState
from altdesk.services import (
    acquaintance,
    copies,
    demo,
    documents,
    groups,
    handovers,
    matrix,
    norms,
    organisation,
    risks,
)
from altdesk.services.today import today
from db.models import metadata

DAY = date(2026, 11, 22)
NOT_THE_DESK = {"step", "journal", "counter"}


@pytest.fixture
def sample(tmp_path: Path, sample_of: Callable[[date], Path]) -> Iterator[Desk]:
    """The sample desk of the day, open."""
    with Desk.open(Path(shutil.copytree(sample_of(DAY), tmp_path / "sample")), "en") as opened:
        yield opened


def contents(desk: Desk) -> dict[str, list[tuple[object, ...]]]:
    with desk.store.read() as connection:
        return {
            table.name: [tuple(row) for row in connection.execute(select(table).order_by(*table.primary_key))]
            for table in metadata.tables.values()
            if table.name not in NOT_THE_DESK
        }


def test_undoing_every_step_gives_the_empty_desk_and_redoing_gives_the_sample_again(sample: Desk, desk: Desk) -> None:
    """Also past the final minutes, which a person cannot undo."""
    after = contents(sample)
    while sample.store.undo(even_sealed=True):
        pass
    assert contents(sample) == contents(desk)
    while sample.redo():
        pass
    assert contents(sample) == after


def test_it_is_the_same_desk_on_the_same_day_and_moves_along_with_the_days(sample: Desk, tmp_path: Path) -> None:
    made = [[(s.document, s.made_on, s.signed, s.open) for s in acquaintance.sheet_lines(sample)]]
    for number, day in enumerate((DAY, DAY + timedelta(40))):
        with Desk.open(tmp_path / str(number), "kk") as desk:
            demo.fill(desk, day)
            made.append([(s.document, s.made_on, s.signed, s.open) for s in acquaintance.sheet_lines(desk)])
    assert made[0] == made[1]
    assert [(code, day + timedelta(40), *rest) for code, day, *rest in made[0]] == made[2]


def test_today_is_alive(sample: Desk) -> None:
    morning = today(sample, DAY)
    assert morning.overdue
    assert morning.out
    assert morning.back
    assert morning.unprinted
    assert morning.owing
    assert len(groups.all_groups(sample)) >= 3
    states = {line.state for line in documents.lines(sample, documents.ids(sample, DocumentsQuery()))}
    assert {RevisionState.IN_FORCE, RevisionState.DRAFT, RevisionState.WITHDRAWN} <= states


def test_the_instruction_has_its_tables_in_both_revisions_and_risks_have_a_history(sample: Desk) -> None:
    for revision in documents.by_code(sample, "ЖН-ALT-00").revisions:
        assert len(matrix.of_revision(sample, revision.id)) == 4
    known = [risks.get(sample, number) for number in risks.ids(sample, RisksQuery())]
    assert max(len(each.assessments) for each in known) == 3
    assert min(len(each.assessments) for each in known) == 0
    assert {each.state for each in known} == set(RiskState)
    assert today(sample, DAY).late_measures


def test_what_was_typed_at_the_welcome_stays(desk: Desk) -> None:
    organisation.save(desk, Organisation(name="Менің университетім", director_post="Бастық"))
    demo.fill(desk, DAY)
    kept = organisation.get(desk)
    assert (kept.name, kept.director_post) == ("Менің университетім", "Бастық")
    assert (kept.name_ru, kept.director_post_ru) == ("", "")  # no Russian name of another house
    assert kept.director
    assert kept.department_ru


def test_a_desk_in_use_is_refused(sample: Desk) -> None:
    with sample.store.read() as connection:
        steps = connection.execute(select(func.count()).select_from(metadata.tables["step"])).scalar()
    with pytest.raises(Refusal):
        demo.fill(sample, DAY)
    with sample.store.read() as connection:
        assert connection.execute(select(func.count()).select_from(metadata.tables["step"])).scalar() == steps


@pytest.mark.parametrize(
    ("title", "name"),
    [
        ("Танысу парағы № 3 – ҚР-ALT-05", "Танысу парағы № 3 – ҚР-ALT-05.pdf"),
        ('a/b\\c:d*e?f"g<h>i|j', "a b c d e f g h i j.pdf"),
        ("CON", "_CON.pdf"),
        ("nul.x", "_nul.x.pdf"),
        ("соңы. ", "соңы.pdf"),
        ("...", "altdesk.pdf"),
        ("\u202egpj\x00\ud800", "gpj.pdf"),
    ],
)
def test_a_title_becomes_a_name_every_system_takes(title: str, name: str) -> None:
    assert file_name(title, "pdf") == name


def test_a_file_name_is_never_too_long() -> None:
    assert len(file_name("Ұ" * 2000, "docx").encode()) <= 130


def test_copies_and_norms_are_there_in_every_state(sample: Desk) -> None:
    assert {copy.state for copy in copies.every(sample)} == set(CopyState)
    assert {copy.kind for copy in copies.every(sample)} == set(CopyKind)
    handed = handovers.of_document(sample, documents.by_code(sample, "ЖН-ALT-40").id)
    assert [each.revision for each in handed] == [2, 1]
    asked = [flag.code for flag in norms.flags(sample)]
    assert asked == ["ЖН-ALT-00"]
    morning = today(sample, DAY)
    assert [line.flagged for line in morning.norms] == [1]
    assert [line.document for line in morning.to_collect] == ["ЖН-ALT-00", "ЖН-ALT-40", "ЖН-ALT-42"]


@pytest.mark.parametrize("day", [date(2026, 9, 1), date(2028, 2, 29), date(2029, 7, 15)])
def test_the_sample_is_told_on_any_day(desk: Desk, day: date) -> None:
    assert demo.fill(desk, day).meetings == 11
